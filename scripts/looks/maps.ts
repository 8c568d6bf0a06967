/** The maps of real countries that are made to be looked at, and the files that their data come from. Paths are below the folder of shared data. */
import { DEFAULT_DEFINITION } from '../../server/contract/presence/presence.ts';

export interface Look {
  name: string;
  lang: 'en' | 'fr' | 'ar';
  spec: object;
}

/** One call of `codmap ingest` each: country, files, and what kind they are. */
export const INGESTS: [country: string, files: string[], ...more: string[]][] = [
  ['CAF', ['caf/ab/caf_admin0.parquet', 'caf/ab/caf_admin1.parquet', 'caf/ab/caf_admin2.parquet', 'caf/ab/caf_admin3.parquet']],
  ['IRQ', ['irq/ab/irq_adm_cso_20190603_shp.zip']],
  ['ETH', ['eth/ab/eth_adm_csa_bofedb_2021_adm0-2_shp.zip', 'eth/ab/eth_adm3_2021_ibf.geojson']],
  ['LBN', ['lbn/ab/lbn_adm_cdr_20200810_adm0-2_shp.zip']],
  ['PHL', ['phl/ab/phl_admin2_2025_v03.geojson', 'phl/ab/phl_admin3_2025_v03.geojson']],
  ['MLI', ['mli/ab/mli_itos_adm1.geojson', 'mli/ab/mli_itos_adm2.geojson', 'mli/ab/mli_itos_adm3.geojson']],
  ['IRQ', ['workgroup/overlays/irq_dtm_idp_master_list_r123.xlsx'], '--kind', 'layer', '--layer', 'sites'],
  ['CAF', ['caf/ab/caf_adminpoints.parquet'], '--kind', 'layer', '--layer', 'places'],
  ['CAF', ['caf/ps/caf_admpop_adm1_2015_v2.csv', 'caf/ps/caf_admpop_adm2_2015_v2.csv', 'caf/ps/caf_admpop_adm3_2015_v2.csv']],
  ['ETH', ['eth/ps/eth_admpop_adm3_2022_v2.csv']],
  ['IRQ', ['irq/3w/irq_3w_jan_to_apr_2022_longtable.xlsx']],
  ['LBN', ['lbn/3w/lbn_sectorsreporting_bydistrict_20240902_hxlated.csv']],
  ['MLI', ['mli/3w/mli_5w_mar2022.xlsx']],
];

const boundary = (country: string, level: number) => ({ dataset: `cod-ab-${country}`, version: 'current', level });
const presence = (country: string, split = 'none') => ({
  kind: 'presence',
  dataset: `3w-${country}`,
  version: 'current',
  definition: { ...DEFAULT_DEFINITION, role: 'any' },
  split,
});
const counted = (breaks: number[]) => ({ method: 'quantile', breaks, open: 'above', whole: true });
const layer = (country: string, slug: string) => [{ dataset: `layer-${country}-${slug}`, version: 'current' }];
const names = (lang: string, values = false) => ({ show: 'names', lang, values });
const PLAIN = { method: 'manual', breaks: [] };
const look = (name: string, lang: Look['lang'], spec: object): Look => ({
  name,
  lang,
  spec: { spec: 1, status: 'unmarked', lang, view: null, selected: null, ...spec },
});

export const LOOKS: Look[] = [
  look('caf', 'en', {
    title: 'People and places',
    boundary: boundary('caf', 2),
    data: { kind: 'population', dataset: 'cod-ps-caf', version: 'current', measure: 'people', sex: 't', age: 'all' },
    classes: { method: 'quantile', breaks: [0, 30_000, 60_000, 100_000, 200_000, 900_000] },
    layers: layer('caf', 'places'),
    labels: names('fr'),
  }),
  look('eth', 'en', {
    title: 'Population density',
    boundary: boundary('eth', 3),
    data: { kind: 'population', dataset: 'cod-ps-eth', version: 'current', measure: 'density', sex: 't', age: 'all' },
    classes: { method: 'quantile', breaks: [0, 50, 120, 200, 350, 90_000] },
    labels: names('en'),
  }),
  look('irq', 'ar', {
    title: 'المنظمات ومواقع النازحين',
    boundary: boundary('irq', 1),
    data: presence('irq'),
    classes: counted([1, 4, 10, 20, 40]),
    layers: layer('irq', 'sites'),
    labels: names('ar'),
  }),
  look('lbn', 'ar', {
    title: 'المنظمات',
    boundary: boundary('lbn', 2),
    data: presence('lbn'),
    classes: counted([1, 20, 30, 40, 60]),
    labels: names('ar', true),
  }),
  look('phl', 'en', { title: 'Regions', boundary: boundary('phl', 1), data: { kind: 'boundaries' }, classes: PLAIN, labels: names('en') }),
  look('mli', 'fr', {
    title: 'Présence opérationnelle',
    boundary: boundary('mli', 2),
    data: presence('mli'),
    classes: counted([1, 4, 10, 20, 40]),
    labels: names('fr'),
  }),
  look('mli-each', 'fr', {
    title: 'Qui fait quoi où',
    boundary: boundary('mli', 1),
    data: presence('mli', 'organisations'),
    classes: counted([1, 2, 5, 10, 40]),
    labels: names('fr'),
  }),
  look('sample', 'en', { title: 'Who is where', boundary: boundary('xnv', 2), data: { kind: 'boundaries' }, classes: PLAIN, labels: names('en') }),
];
