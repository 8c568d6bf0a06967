/** FlatGeobuf of one level. The package's own serialize takes column types from the first feature, where a null hides them; so they are given here. */
import { ColumnType } from 'flatgeobuf/lib/mjs/flat-geobuf/column-type.js';
import { GeometryType } from 'flatgeobuf/lib/mjs/flat-geobuf/geometry-type.js';
import { buildFeature } from 'flatgeobuf/lib/mjs/generic/feature.js';
import { buildHeader } from 'flatgeobuf/lib/mjs/generic/featurecollection.js';
import { parseGeometry } from 'flatgeobuf/lib/mjs/geojson/geometry.js';
import { magicbytes } from 'flatgeobuf/lib/mjs/constants.js';
import type { MultiPolygon } from 'geojson';
import type { FeatureTable } from '../../contract/admin.ts';
import type { ExportColumn } from '../columns.ts';
import { asText, fieldType, type FieldType } from '../fieldTypes.ts';
import { concat } from '../archive/bytes.ts';
import { coordinatesOf } from '../../geometry/coordinates.ts';

const TYPES: Record<FieldType, ColumnType> = {
  text: ColumnType.String,
  date: ColumnType.String,
  integer: ColumnType.Long,
  real: ColumnType.Double,
  boolean: ColumnType.Bool,
};

/** One level as FlatGeobuf 3: MultiPolygons in WGS 84 in the order of the table, without a spatial index, columns typed by their cells. */
export function writeFlatGeobuf(table: FeatureTable, columns: ExportColumn[]): Uint8Array<ArrayBuffer> {
  const types = columns.map(fieldType);
  const header = {
    geometryType: GeometryType.MultiPolygon,
    columns: columns.map(({ name }, at) => ({
      name,
      type: TYPES[types[at]!],
      title: null,
      description: null,
      width: -1,
      precision: -1,
      scale: -1,
      nullable: true,
      unique: false,
      primary_key: false,
    })),
    envelope: null,
    featuresCount: table.units.length,
    indexNodeSize: 0,
    crs: null,
    title: null,
    description: null,
    metadata: null,
  };
  const features = table.units.map((_, row) => {
    const properties = Object.fromEntries(
      columns.map(({ name, values }, at) => {
        const value = values[row] ?? null;
        return [name, types[at] === 'text' || types[at] === 'date' ? asText(value) : value];
      }),
    );
    const geometry: MultiPolygon = { type: 'MultiPolygon', coordinates: coordinatesOf(table.geometry, row) };
    return buildFeature(parseGeometry(geometry), properties, header);
  });
  return concat([magicbytes, buildHeader(header, 4326), ...features]);
}
