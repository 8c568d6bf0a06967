/** Published levels in the formats of `codmap export` and of downloads. PMTiles is an artifact of the version, not made here. */
import type { FeatureTable } from '../../contract/admin.ts';
import type { AdminLevel } from '../../contract/ids.ts';
import { NotFoundError } from '../../errors.ts';
import { joinGeometries } from '../normalize/geometry.ts';
import type { ExportColumn } from '../../formats/columns.ts';
import type { ExportOptions } from './columns.ts';
import { withHxl } from './hxl.ts';
import { levelsToKml } from './kml.ts';
import { exportColumns, layerName, layerStem } from './columns.ts';
import { writeFlatGeobuf } from '../../formats/flatgeobuf/write.ts';
import { writeGeoJson } from '../../formats/geojson/write.ts';
import { writeGeoPackage } from '../../formats/geopackage/write.ts';
import { verifyShapefile } from '../../formats/shapefile/verify.ts';
import { writeShapefile } from '../../formats/shapefile/write.ts';
import { writeCsv, writeXlsx } from '../../formats/tables/write.ts';
import { writeZip } from '../../formats/archive/writeZip.ts';

/** In the order of a list for people. */
export const EXPORT_FORMATS = ['gpkg', 'shp', 'fgb', 'kml', 'xlsx', 'csv', 'geojson'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
export const isExportFormat = (format: string): format is ExportFormat => EXPORT_FORMATS.includes(format as ExportFormat);

export interface ExportedFile {
  /** `sle_admin2.geojson`, `sle_admin_boundaries.gpkg`. */
  file: string;
  mediaType: string;
  bytes: Uint8Array;
}

/**
 * One level, or with level null all of them: as layers of one GeoPackage, sheets of one workbook, shapefiles in one zip; formats that hold one
 * layer (GeoJSON, FlatGeobuf, CSV) then hold the units of all levels, told apart by `adm_level`. `tables` are all levels of the version: ancestors' names come from them.
 * `hxl`: a row of tags under the headings of CSV and XLSX. KML is simplified until it has five megabytes.
 * @throws NotFoundError `level.unknown`
 */
export async function exportLevels(
  format: ExportFormat,
  tables: FeatureTable[],
  level: AdminLevel | null,
  { hxl = false, ...options }: ExportOptions & { hxl?: boolean },
): Promise<ExportedFile> {
  const chosen = level === null ? tables : tables.filter((table) => table.level === level);
  if (chosen.length === 0)
    throw new NotFoundError('level.unknown', `This version has no level ${level}; it has ${tables.map((table) => `adm${table.level}`).join(', ')}.`);
  const layers = chosen.map((table) => ({ name: layerName(options.country, table.level), table, columns: exportColumns(table, tables, options) }));
  const name = level === null ? layerStem(options.country) : layers[0]!.name;
  switch (format) {
    case 'gpkg':
      return { file: `${name}.gpkg`, mediaType: 'application/geopackage+sqlite3', bytes: writeGeoPackage(layers) };
    case 'xlsx': {
      const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
      return {
        file: `${name}.xlsx`,
        mediaType,
        bytes: await writeXlsx(hxl ? layers.map(({ name: sheet, columns }) => ({ name: sheet, columns: withHxl(columns) })) : layers),
      };
    }
    case 'shp': {
      const parts = [];
      for (const { name, table, columns } of layers) {
        const { files } = writeShapefile(name, table, columns);
        const bytesOf = (ending: string) => files.find((file) => file.name.endsWith(ending))!.bytes;
        await verifyShapefile(name, { shp: bytesOf('.shp'), shx: bytesOf('.shx'), dbf: bytesOf('.dbf') }, table, columns);
        parts.push(...files);
      }
      return zipped(`${name}.shp.zip`, parts);
    }
    case 'kml':
      return { file: `${name}.kml`, mediaType: 'application/vnd.google-earth.kml+xml', bytes: levelsToKml(name, layers) };
    default: {
      const layer = level === null ? allLevels(name, layers) : layers[0]!;
      const shown = hxl && format === 'csv' ? { ...layer, columns: withHxl(layer.columns) } : layer;
      return { file: `${name}.${format}`, mediaType: MEDIA_TYPES[format], bytes: writeOne(format, shown) };
    }
  }
}

const MEDIA_TYPES = { geojson: 'application/geo+json', csv: 'text/csv; charset=utf-8', fgb: 'application/octet-stream' };

interface Layer {
  name: string;
  table: FeatureTable;
  columns: ExportColumn[];
}

function writeOne(format: 'geojson' | 'csv' | 'fgb', { name, table, columns }: Layer): Uint8Array {
  if (format === 'geojson') return writeGeoJson(name, table, columns);
  return format === 'csv' ? writeCsv(columns) : writeFlatGeobuf(table, columns);
}

/** One layer of all levels, shallowest first, with the columns of all of them; the deepest level's come first, because it has the most. */
function allLevels(name: string, layers: Layer[]): Layer {
  const tables = layers.map(({ table }) => table);
  const headings = [...new Set(layers.toReversed().flatMap(({ columns }) => columns.map((column) => column.name)))];
  const columns = headings.map((heading): ExportColumn => {
    const own = layers.map((layer) => layer.columns.find((column) => column.name === heading));
    const types = new Set(own.flatMap((column) => column?.type ?? []));
    return {
      name: heading,
      type: types.size === 1 ? [...types][0]! : 'mixed',
      values: own.flatMap((column, at) => column?.values ?? tables[at]!.units.map(() => null)),
    };
  });
  const levels: ExportColumn = { name: 'adm_level', type: 'mixed', values: tables.flatMap(({ units }) => units.map((unit) => unit.level)) };
  const table = { ...tables.at(-1)!, units: tables.flatMap(({ units }) => units), geometry: joinGeometries(tables.map(({ geometry }) => geometry)) };
  return { name, table, columns: [levels, ...columns] };
}

function zipped(file: string, files: { name: string; bytes: Uint8Array }[]): ExportedFile {
  return { file, mediaType: 'application/zip', bytes: writeZip(files.map(({ name, bytes }) => ({ name, pieces: [bytes] }))) };
}
