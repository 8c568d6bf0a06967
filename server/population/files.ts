/** The files of a population version: values by P-code for maps and API, long and wide tables, GeoJSON. Values travel apart from tiles. */
import type { FeatureTable } from '../contract/admin.ts';
import type { AdminLevel, Iso3 } from '../contract/ids.ts';
import type { PopulationLevelValues } from '../contract/population/population.ts';
import type { PopulationLevel } from './normalize/model.ts';
import { ByteWriter } from '../formats/archive/bytes.ts';
import type { ExportColumn, ExportValue } from '../formats/columns.ts';
import { writeGeoJson } from '../formats/geojson/write.ts';
import { writeWorkbook } from '../formats/tables/workbook.ts';

/** One level as it is published: one row for each unit. */
export interface PublishedPopulation {
  population: PopulationLevel;
  pcodes: string[];
  values: Float64Array[];
  total: number | null;
  /** For each published unit its name and the codes of its ancestors as the file states them. */
  names: string[];
  parents: { level: AdminLevel; codes: (string | null)[] }[];
}

export interface PopulationArtifact {
  kind: 'population' | 'csv' | 'geojson' | 'columns';
  level?: AdminLevel;
  file: string;
  mediaType: string;
  bytes: Uint8Array;
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const CSV = 'text/csv; charset=utf-8';

/**
 * `{iso3}_admpop_adm{L}_{year}.json` (values by P-code), `.csv` and `.xlsx` (wide, COD-PS headings), `_long.csv`, `.geojson` where geometry is given;
 * of several levels also `{iso3}_admpop_{year}.xlsx` with a sheet for each.
 */
export function* writePopulationArtifacts(
  country: Iso3,
  levels: PublishedPopulation[],
  source: string,
  boundaries: (NonNullable<PopulationLevelValues['boundaries']> & { geometry?: FeatureTable[] | undefined }) | null,
): Generator<PopulationArtifact> {
  const joined = boundaries && { dataset: boundaries.dataset, version: boundaries.version };
  const iso3 = country.toLowerCase();
  const stem = ({ population: { level, year } }: PublishedPopulation) => `${iso3}_admpop_adm${level}${year === null ? '' : `_${year}`}`;
  const sheets = levels.map((entry) => ({ name: stem(entry), rows: entry.pcodes.length, columns: wideColumns(country, entry, source) }));
  for (const [i, entry] of levels.entries()) {
    const { level } = entry.population;
    const name = stem(entry);
    yield {
      kind: 'population',
      level,
      file: `${name}.json`,
      mediaType: 'application/json',
      bytes: new TextEncoder().encode(JSON.stringify(toLevelValues(entry, source, joined))),
    };
    yield { kind: 'csv', level, file: `${name}.csv`, mediaType: CSV, bytes: writeCsv(sheets[i]!.columns, entry.pcodes.length) };
    yield { kind: 'csv', level, file: `${name}_long.csv`, mediaType: CSV, bytes: writeLongCsv(country, entry, source) };
    yield { kind: 'csv', level, file: `${name}.xlsx`, mediaType: XLSX, bytes: writeWorkbook([sheets[i]!]) };
    const table = boundaries?.geometry?.find((candidate) => candidate.level === level);
    if (table)
      yield {
        kind: 'geojson',
        level,
        file: `${name}.geojson`,
        mediaType: 'application/geo+json',
        bytes: writeGeoJson(name, table, geoJsonColumns(entry, table)),
      };
  }
  if (sheets.length < 2) return;
  const years = [...new Set(levels.map(({ population }) => population.year))];
  const year = years.length === 1 && years[0] !== null ? `_${years[0]}` : '';
  yield { kind: 'csv', file: `${iso3}_admpop${year}.xlsx`, mediaType: XLSX, bytes: writeWorkbook(sheets) };
}

export function toLevelValues(
  { population, pcodes, values, total }: PublishedPopulation,
  source: string,
  boundaries: PopulationLevelValues['boundaries'],
): PopulationLevelValues {
  return {
    level: population.level,
    year: population.year,
    source: population.source || source,
    boundaries,
    groups: population.groups,
    pcodes,
    values: values.map((group) => Array.from(group, toNull)),
    total,
  };
}

/** COD-PS columns: year, ISO3, codes and name of the levels above and of its own, then the groups with their standard headings. */
function wideColumns(country: Iso3, { population, pcodes, values, names, parents }: PublishedPopulation, source: string): ExportColumn[] {
  const constant = (value: ExportValue) => pcodes.map(() => value);
  return [
    { name: 'year', type: 'number', values: constant(population.year) },
    { name: 'ISO3', type: 'text', values: constant(country) },
    ...parents.map(({ level, codes }): ExportColumn => ({ name: `ADM${level}_PCODE`, type: 'text', values: codes })),
    { name: `ADM${population.level}_NAME`, type: 'text', values: names },
    { name: `ADM${population.level}_PCODE`, type: 'text', values: pcodes },
    ...population.groups.map(({ key }, g): ExportColumn => ({ name: key, type: 'number', values: Array.from(values[g]!, toNull) })),
    { name: 'source', type: 'text', values: constant(population.source || source || null) },
  ];
}

/** All columns have so many rows. */
export function writeCsv(columns: ExportColumn[], rows: number): Uint8Array {
  const out = new ByteWriter();
  out.write(`\ufeff${columns.map(({ name }) => csvCell(name)).join(',')}\r\n`);
  for (let row = 0; row < rows; row++) out.write(`${columns.map(({ values }) => csvCell(values[row] ?? null)).join(',')}\r\n`);
  return out.finish();
}

/** One line for each unit and group; a value that is not known is left empty. */
function writeLongCsv(country: Iso3, { population, pcodes, values, names }: PublishedPopulation, source: string): Uint8Array {
  const { level, year, groups } = population;
  // Sized for all lines: growing by doubling would hold a hundred megabytes twice.
  const out = new ByteWriter((pcodes.length * groups.length + 1) * 72);
  out.write('\ufeffISO3,adm_level,adm_pcode,adm_name,sex,age_min,age_max,population_group,population,year,source\r\n');
  const middle = groups.map(({ sex, ageFrom, ageTo, other }) => `,${sex},${ageFrom ?? ''},${ageTo ?? ''},${csvCell(other)},`);
  const tail = `,${year ?? ''},${csvCell(population.source || source || null)}\r\n`;
  for (const [i, pcode] of pcodes.entries()) {
    const head = `${country},${level},${csvCell(pcode)},${csvCell(names[i]!)}`;
    for (let g = 0; g < groups.length; g++) {
      const value = values[g]![i]!;
      out.write(`${head}${middle[g]!}${Number.isNaN(value) ? '' : value}${tail}`);
    }
  }
  return out.finish();
}

function geoJsonColumns({ population, pcodes, values, names }: PublishedPopulation, table: FeatureTable): ExportColumn[] {
  const rows = new Map(pcodes.map((pcode, i) => [pcode, i]));
  const at = table.units.map((unit) => rows.get(unit.pcode) ?? -1);
  return [
    { name: `adm${population.level}_pcode`, type: 'text', values: table.units.map((unit) => unit.pcode) },
    { name: `adm${population.level}_name`, type: 'text', values: table.units.map((unit, i) => unit.names[0]?.name ?? names[at[i]!] ?? null) },
    { name: 'year', type: 'number', values: table.units.map(() => population.year) },
    ...population.groups.map(({ key }, g): ExportColumn => ({ name: key, type: 'number', values: at.map((i) => (i < 0 ? null : toNull(values[g]![i]!))) })),
  ];
}

/** Numbers as they are; text quoted where needed, and with an apostrophe where a spreadsheet would run it as a formula (ASVS 1.2.10). */
function csvCell(value: ExportValue): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const safe = /^[=+\-@\t\r\0]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function toNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
