/** Boundaries and uploads for the population tests. */
import { readFileSync } from 'node:fs';
import type { AdminUnit } from '../../server/contract/admin.ts';
import type { Finding, Severity } from '../../server/contract/finding.ts';
import type { AdminLevel, DatasetId, Iso3, Pcode, VersionTag } from '../../server/contract/ids.ts';
import type { PopulationIngest, PopulationOptions } from '../../server/population/pipeline.ts';
import { checkPopulation } from '../../server/population/pipeline.ts';
import { cellText } from '../../server/formats/tables/rawTable.ts';
import { readTables } from '../../server/formats/tables/table.ts';
import { realUpload, uploadOf } from './tables/workbook.ts';
import { expectWorded } from './worded.ts';

export type Levels = NonNullable<PopulationOptions['boundaries']>['levels'];

export function unitOf(level: AdminLevel, pcode: string, parentPcode: string | null, name = pcode, areaSqKm = 100): AdminUnit {
  return {
    level,
    pcode: pcode as Pcode,
    parentPcode: parentPcode as Pcode | null,
    names: [{ lang: 'en', name }],
    validOn: null,
    validTo: null,
    areaSqKm,
    center: [10, 20],
    bbox: [9, 19, 11, 21],
  };
}

export function boundariesOf(country: string, levels: Levels): NonNullable<PopulationOptions['boundaries']> {
  return { dataset: `cod-ab-${country.toLowerCase()}` as DatasetId, version: 'v01' as VersionTag, levels };
}

export function optionsOf(country: string, levels: Levels | null, more: Partial<PopulationOptions> = {}): PopulationOptions {
  return { country: country as Iso3, dataset: null, sha256: '', today: '2026-11-22', boundaries: levels && boundariesOf(country, levels), ...more };
}

/** Judges CSV texts as one upload, named `adm{n}` by their order where no name is given. */
export async function judgeCsv(texts: string | Record<string, string>, levels: Levels | null = null, country = 'EXL'): Promise<PopulationIngest> {
  const files = typeof texts === 'string' ? { 'exl_admpop_adm1_2022.csv': texts } : texts;
  const result = await checkPopulation(
    Object.entries(files).map(([name, text]) => uploadOf(name, text)),
    optionsOf(country, levels),
  );
  expectWorded(result.report.results);
  return result;
}

export async function judgeReal(country: string, paths: string[], levels: Levels | null = null): Promise<PopulationIngest> {
  return checkPopulation(paths.map(realUpload), optionsOf(country, levels));
}

/** Findings as `code severity adm2 ×3`, without the notes on reading. */
export function summary({ report }: PopulationIngest, severities: Severity[] = ['error', 'warning', 'info']): string[] {
  return report.results.flatMap(({ findings }) =>
    findings
      .filter((entry) => severities.includes(entry.severity))
      .map(({ code, severity, level, count }) => `${code} ${severity} ${level === null ? '-' : `adm${level}`} ×${count}`),
  );
}

export function find({ report }: PopulationIngest, code: string, level?: AdminLevel): Finding {
  const found = report.results.flatMap(({ findings }) => findings).find((entry) => entry.code === code && (level === undefined || entry.level === level));
  if (!found) throw new Error(`no finding ${code}`);
  return found;
}

/** Units of the new-style gazetteer workbook of the Central African Republic. */
export async function cafBoundaries(): Promise<Levels> {
  const tables = await readTables(realUpload('caf/ab/caf_cod_ab.xlsx'));
  return ([1, 2, 3] as AdminLevel[]).map((level) => {
    const table = tables.find(({ sheet }) => sheet === `caf_admin${level}`)!;
    const column = (name: string) => table.columns.find((entry) => entry.name === name)!.cells.map(cellText);
    const [codes, parents, names, areas] = [column(`adm${level}_pcode`), column(`adm${level - 1}_pcode`), column(`adm${level}_name`), column('area_sqkm')];
    return { level, units: codes.map((code, i) => unitOf(level, code, parents[i]!, names[i]!, Number(areas[i]))) };
  });
}

/** Units of TopoJSON or GeoJSON files of the older style; parents by the beginning of the code. */
export function oldBoundaries(paths: Partial<Record<AdminLevel, string>>): Levels {
  return Object.entries(paths).map(([key, path]) => {
    const level = Number(key) as AdminLevel;
    const json = JSON.parse(readFileSync(`../shared/data/${path}`, 'utf8')) as {
      features?: { properties: Record<string, string> }[];
      objects?: Record<string, { geometries: { properties: Record<string, string> }[] }>;
    };
    const rows = json.features ?? Object.values(json.objects!)[0]!.geometries;
    return {
      level,
      units: rows.map(({ properties }) => {
        const code = String(properties[`admin${level}Pcode`]);
        return unitOf(level, code, level === 1 ? null : code.slice(0, -2), properties[`admin${level}Name`] ?? properties[`admin${level}Name_fr`] ?? '');
      }),
    };
  });
}
