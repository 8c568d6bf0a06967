/** File Geodatabase (a folder of .gdbtable files, zipped or loose) → its feature layers, by a GDAL that the rim hands in. */
import { InputError } from '../../errors.ts';
import { readGeoPackage } from '../geopackage/read.ts';
import type { Reader, SourceLayer } from '../reader.ts';
import { readAll } from '../reader.ts';

export const geodatabaseReader: Reader = {
  format: 'gdb',
  accepts: (bundle) => bundle.files.some(({ name }) => /\.gdbtable$/i.test(name)),
  read: async (bundle, { limits, outside }): Promise<SourceLayer[]> => {
    if (!outside)
      throw new InputError(
        'read.needsGdal',
        `${bundle.name} is an Esri File Geodatabase, and reading it needs GDAL, which is not installed on this server. Export its layers as GeoPackage or Shapefile (QGIS, ArcGIS Pro) and upload that, or ask the people who run the server to install GDAL (apt install gdal-bin).`,
      );
    const files = bundle.files.map((file) => ({ name: file.name.slice(file.name.lastIndexOf('/') + 1), bytes: readAll(file, limits.fileBytes) }));
    return readGeoPackage(bundle.name, await outside.geodatabaseToGeoPackage(files), 'gdb', limits);
  },
};
