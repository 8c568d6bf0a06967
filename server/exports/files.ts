/** Which files can be made of a version, by name, and about how large they are. Pure. */
import type { DatasetVersion } from '../contract/datasets/dataset.ts';
import { isBoundaries, toIso3, type AdminLevel } from '../contract/ids.ts';
import type { MadeFile, MadeKind } from '../contract/lookup/made.ts';
import { EXPORT_FORMATS, type ExportFormat } from '../boundaries/files/formats.ts';
import { layerName, layerStem } from '../boundaries/files/columns.ts';

export type MadeName = Pick<MadeFile, 'file' | 'kind' | 'level' | 'bytes'>;

const GEO = EXPORT_FORMATS satisfies readonly MadeKind[];
type Geo = ExportFormat;
const ENDING: Readonly<Record<Geo, string>> = { gpkg: 'gpkg', shp: 'shp.zip', fgb: 'fgb', kml: 'kml', xlsx: 'xlsx', csv: 'csv', geojson: 'geojson' };

/** Of what GeoJSON of the same level takes, measured on Iraq; of tables, bytes for a unit and column set. */
const OF_GEOJSON: Readonly<Partial<Record<Geo, number>>> = { gpkg: 0.77, shp: 0.46, fgb: 0.65, kml: 0.9, geojson: 1 };
const OF_UNIT: Readonly<Partial<Record<Geo, number>>> = { xlsx: 140, csv: 215 };
const MOST_KML = 5_000_000;

/** In the order of a list for people: all levels, then each; packages, forms, HDX. */
export function listNames(version: Pick<DatasetVersion, 'dataset' | 'levels' | 'artifacts'>): MadeName[] {
  const { dataset, levels, artifacts } = version;
  const country = toIso3(dataset);
  const iso3 = country.toLowerCase();
  if (!isBoundaries(dataset)) {
    const tables = artifacts.filter(({ kind, mediaType }) => kind === 'csv' && mediaType.startsWith('text/csv'));
    return tables.length === 0 ? [] : [...tables.map(({ file, level = null, bytes }): MadeName => ({ file, kind: 'hxl', level, bytes })), hdx(iso3)];
  }
  if (!artifacts.some(({ kind }) => kind === 'geometry')) return [];
  const bytesAt = (format: Geo, level: AdminLevel | null): number | null => {
    const own = levels.filter((each) => level === null || each.level === level);
    const perUnit = OF_UNIT[format];
    if (perUnit !== undefined) return own.reduce((sum, each) => sum + 2000 + perUnit * each.units, 0);
    const stored = artifacts.filter((each) => each.kind === 'geojson' && each.level !== undefined && own.some((one) => one.level === each.level));
    if (stored.length < own.length) return null;
    const bytes = Math.round(OF_GEOJSON[format]! * stored.reduce((sum, each) => sum + each.bytes, 0));
    return format === 'kml' ? Math.min(MOST_KML, bytes) : bytes;
  };
  const geo = (level: AdminLevel | null) =>
    GEO.map((kind): MadeName => ({ file: `${level === null ? layerStem(country) : layerName(country, level)}.${ENDING[kind]}`, kind, level, bytes: bytesAt(kind, level) })); // prettier-ignore
  const coded = levels.filter(({ level }) => level > 0);
  return [
    ...geo(null),
    ...levels.toSorted((a, b) => a.level - b.level).flatMap(({ level }) => geo(level)),
    { file: `${iso3}_package.zip`, kind: 'package', level: null, bytes: null },
    ...(coded.length === 0 ? [] : ([{ file: `${iso3}_xlsform_choices.xlsx`, kind: 'xlsform', level: null, bytes: null }, { file: `${iso3}_xlsform.zip`, kind: 'xlsform-zip', level: null, bytes: null }] satisfies MadeName[])), // prettier-ignore
    ...coded.map(({ level }): MadeName => ({ file: `${iso3}_entities_adm${level}.csv`, kind: 'entities', level, bytes: null })),
    hdx(iso3),
  ];
}

const hdx = (iso3: string): MadeName => ({ file: `${iso3}_hdx.zip`, kind: 'hdx', level: null, bytes: null });
