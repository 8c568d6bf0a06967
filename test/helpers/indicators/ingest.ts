/** Files of indicators through the pipeline: real ones of ../shared/data/workgroup, and texts on a small invented country. */
import { existsSync, readFileSync } from 'node:fs';
import type { Gazetteer } from '../../../server/contract/admin.ts';
import type { AdminLevel, DatasetId, Iso3, VersionTag } from '../../../server/contract/ids.ts';
import { runIndicatorIngest, type IndicatorIngest, type IndicatorOptions } from '../../../server/indicators/pipeline.ts';
import { named, realLevels, SMALL } from '../presence.ts';
import { uploadOf } from '../tables/workbook.ts';

export const FOLDER = '../shared/data/workgroup/indicators/';
export const hasIndicators = existsSync(FOLDER);

const BOUNDARIES: Record<string, string[]> = {
  BFA: [1, 2, 3].map((level) => `bfa/ab/bfa_itos_adm${level}.topojson`),
  CAF: [0, 1, 2, 3].map((level) => `caf/ab/caf_admin${level}.parquet`),
  ETH: ['eth/ab/eth_adm_csa_bofedb_2021_adm0-2_shp.zip', 'eth/ab/eth_adm3_2021_ibf.geojson'],
  GTM: ['gtm/ab/gtm_itos_adm1.topojson', 'gtm/ab/gtm_itos_adm2.topojson'],
  MLI: [1, 2, 3].map((level) => `mli/ab/mli_itos_adm${level}.geojson`),
  YEM: ['yem/ab/yem_admin1_v01.geojson', 'yem/ab/yem_itos_adm2.topojson'],
};
/** Stands for Ethiopia by its woredas of 2021. */
export const WOREDAS = 'ETH 2021';
const known = new Map<string, Promise<Gazetteer['levels']>>();

/** Ethiopia as the woredas of 2021 have it: 92 zones, of which its JIAF rows find 75; the shapefile of that year has six more of them. */
function woredas(): Gazetteer['levels'] {
  const { features } = JSON.parse(readFileSync('../shared/data/eth/ab/eth_adm3_2021_ibf.geojson', 'utf8')) as {
    features: { properties: Record<string, string> }[];
  };
  const unitsAt = (level: AdminLevel) => [
    ...new Map(
      features.map(({ properties: of }) => [
        of[`ADM${level}_PCODE`]!,
        named(level, of[`ADM${level}_PCODE`]!, level === 1 ? 'ET' : of[`ADM${level - 1}_PCODE`]!, of[`ADM${level}_EN`]!),
      ]),
    ).values(),
  ];
  return [{ level: 0, units: [named(0, 'ET', null, 'Ethiopia')] }, ...([1, 2, 3] as const).map((level) => ({ level, units: unitsAt(level) }))];
}

/** Units of the boundary files of a country; null where the folder has none. */
export async function levelsOf(country: string): Promise<Gazetteer['levels'] | null> {
  if (country === WOREDAS) return woredas();
  if (!BOUNDARIES[country]) return null;
  if (!known.has(country)) known.set(country, realLevels(country, BOUNDARIES[country]));
  return known.get(country)!;
}

export const SECTORS = readFileSync('data/sectors.csv', 'utf8');

function optionsOf(country: string, levels: Gazetteer['levels'] | null, more: Partial<IndicatorOptions>): IndicatorOptions {
  return {
    country: country as Iso3,
    dataset: `indicators-${country.toLowerCase()}` as DatasetId,
    sha256: '',
    boundaries: levels && { dataset: `cod-ab-${country.toLowerCase()}` as DatasetId, version: 'v01' as VersionTag, levels },
    sectors: SECTORS,
    listed: [],
    list: null,
    decisions: new Map(),
    profiles: [],
    previous: null,
    answers: {},
    ...more,
  };
}

export async function ingestReal(country: string, file: string): Promise<IndicatorIngest> {
  return runIndicatorIngest([uploadOf(file, readFileSync(`${FOLDER}${file}`))], optionsOf(country.slice(0, 3), await levelsOf(country), {}));
}

/** On two regions and four districts of Exland. */
export const ingestText = (text: string, more: Partial<IndicatorOptions> = {}, name = 'values_2025.csv'): Promise<IndicatorIngest> =>
  runIndicatorIngest([uploadOf(name, text)], optionsOf('EXL', SMALL, more));

/** How often a finding was made. */
export const countOf = ({ report }: Pick<IndicatorIngest, 'report'>, code: string): number =>
  report.results.flatMap(({ findings }) => findings.filter((each) => each.code === code)).reduce((sum, { count }) => sum + count, 0);
