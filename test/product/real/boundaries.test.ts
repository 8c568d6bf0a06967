/** Real CODs with the unit counts of ../shared/data/README.md, as uploaded and as published. */
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { FeatureTable } from '../../../server/contract/admin.ts';
import type { Iso3 } from '../../../server/contract/ids.ts';
import { normalizeBoundaries } from '../../../server/boundaries/normalize/boundaries.ts';
import type { NormalizedBoundaries } from '../../../server/boundaries/normalize/model.ts';
import { planLevels } from '../../../server/boundaries/normalize/plan.ts';
import { publishLevels, upperLevels } from '../../../server/boundaries/normalize/publish.ts';
import { bytesSource } from '../../../server/formats/raw.ts';
import { readUpload } from '../../../server/formats/upload.ts';
import { buildCoverage } from '../../../server/geometry/coverage.ts';

const DATA = '../shared/data';
const here = existsSync(`${DATA}/README.md`);
if (!here) console.warn('real/boundaries.test.ts: skipped, the folder of real data is not beside this checkout');

async function publish(country: string, files: string[]): Promise<{ boundaries: NormalizedBoundaries; published: FeatureTable[] }> {
  const { layers } = await readUpload(files.map((file) => ({ name: basename(file), source: bytesSource(readFileSync(`${DATA}/${file}`)) })));
  const boundaries = normalizeBoundaries(layers, { country: country as Iso3 });
  const plan = planLevels(boundaries);
  return { boundaries, published: publishLevels(plan, buildCoverage(plan.base, upperLevels(plan))) };
}

const caf = ['admin0', 'admin1', 'admin2', 'admin3', 'admin4', 'adminlines', 'adminpoints'].map((name) => `caf/ab/caf_${name}.parquet`);
const CASES: [name: string, country: string, files: string[], uploaded: string, published: string][] = [
  ['caf, new style, GeoParquet, partial adm4', 'CAF', caf, '0:1 1:17 2:72 3:175 4:202 partial', '0:1 1:17 2:72 3:175 4:202'],
  ['caf, one GeoPackage', 'CAF', ['converted/caf_cod_ab_newstyle.gpkg'], '0:1 1:17 2:72 3:175 4:202 partial', '0:1 1:17 2:72 3:175 4:202'],
  [
    'eth, shapefiles to adm2 and GeoJSON adm3 whose parents’ codes are older',
    'ETH',
    ['eth/ab/eth_adm_csa_bofedb_2021_adm0-2_shp.zip', 'eth/ab/eth_adm3_2021_ibf.geojson'],
    '0:1 1:13 2:92 3:1040',
    '0:1 1:13 2:92 3:1040',
  ],
  ['irq, English and Arabic', 'IRQ', ['irq/ab/irq_adm_cso_20190603_shp.zip'], '0:1 1:18 2:101 3:294', '0:1 1:18 2:101 3:294'],
  [
    'lbn, adm3 without parents, 17 units called Conflict',
    'LBN',
    ['lbn/ab/lbn_adm_cdr_20200810_adm0-2_shp.zip', 'lbn/ab/lbn_itos_adm3.topojson'],
    '0:1 1:8 2:26 3:1627',
    '0:1 1:8 2:26 3:1627',
  ],
  ['mli, service style, no adm0', 'MLI', [1, 2, 3].map((n) => `mli/ab/mli_itos_adm${n}.geojson`), '1:9 2:50 3:701', '0:1 1:9 2:50 3:701'],
  ['phl 2025, adm2 and adm3 only', 'PHL', [2, 3].map((n) => `phl/ab/phl_admin${n}_2025_v03.geojson`), '2:88 3:1642', '0:1 1:17 2:88 3:1642'],
  [
    'sle, four levels of two styles',
    'SLE',
    ['sle/ab/sle_itos_adm1.geojson', 'sle/ab/sle_itos_adm2.geojson', 'sle/ab/sle_itos_adm3.topojson', 'sle/ab/sle_itos_adm4.topojson'],
    '1:4 2:14 3:167 4:1316',
    '0:1 1:4 2:14 3:167 4:1316',
  ],
  ['sle 2016, adm3 alone', 'SLE', ['sle/ab/sle_adm3_2016_shp.zip'], '3:167', '0:1 1:4 2:14 3:167'],
  ['yem, new style and bare', 'YEM', ['yem/ab/yem_admin1_v01.geojson', 'yem/ab/yem_itos_adm2.topojson'], '1:22 2:335', '0:1 1:22 2:335'],
  ['bfa, bare TopoJSON', 'BFA', [1, 2, 3].map((n) => `bfa/ab/bfa_itos_adm${n}.topojson`), '1:13 2:45 3:351', '0:1 1:13 2:45 3:351'],
  ['mdg, adm0 alone', 'MDG', ['mdg/ab/mdg_adm0.gpkg'], '0:1', '0:1'],
  ['egy, adm3 along the Nile only', 'EGY', [1, 2, 3].map((n) => `egy/ab/egy_itos_adm${n}.topojson`), '1:27 2:365 3:5716 partial', '0:1 1:27 2:365 3:5716'],
  ['bgd, codes without prefix', 'BGD', [1, 2].map((n) => `bgd/ab/bgd_itos_adm${n}.topojson`), '1:8 2:64', '0:1 1:8 2:64'],
  ['gtm', 'GTM', [1, 2].map((n) => `gtm/ab/gtm_itos_adm${n}.topojson`), '1:22 2:342', '0:1 1:22 2:342'],
  ['ven, reference names only', 'VEN', ['ven/ab/ven_itos_adm1.topojson'], '1:24', '0:1 1:24'],
];

describe.skipIf(!here)('real files', () => {
  test.each(CASES)('%s', async (_, country, files, uploaded, published) => {
    const found = await publish(country, files);
    expect(found.boundaries.levels.map(({ level, table, partial }) => `${level}:${table.units.length}${partial ? ' partial' : ''}`).join(' ')).toBe(uploaded);
    expect(found.published.map(({ level, units }) => `${level}:${units.length}`).join(' ')).toBe(published);
    // Complete levels cover the same ground, to a hundred-thousandth, and every unit but those of adm0 has a parent that exists.
    const complete = found.published.filter(({ level }) => level <= found.boundaries.deepestComplete);
    const areas = complete.map(({ units }) => units.reduce((sum, unit) => sum + unit.areaSqKm, 0));
    for (const area of areas) expect(Math.abs(area / areas.at(-1)! - 1)).toBeLessThan(1e-5);
    found.published.forEach((table, index) => {
      const above = new Set(found.published[index - 1]?.units.map(({ pcode }) => pcode));
      for (const unit of table.units)
        expect(index === 0 ? unit.parentPcode === null : above.has(unit.parentPcode!), `${unit.pcode} under ${unit.parentPcode}`).toBe(true);
    });
  });

  test('caf: area and names as the file states them', async () => {
    const { published, boundaries } = await publish('CAF', caf);
    expect(published[0]!.units[0]).toMatchObject({ pcode: 'CF', names: [{ lang: 'fr', name: 'République centrafricaine' }], validOn: '2015-06-15' });
    expect(published[0]!.units[0]!.areaSqKm).toBeCloseTo(620_303.976, 2);
    expect(boundaries.companions.map(({ role }) => role)).toEqual(['lines', 'points']);
    expect(boundaries.statedVersion).toBeNull();
  });

  test('eth: 46 woredas name zones that the adm2 layer does not hold, and are placed by where they lie', async () => {
    const { boundaries } = await publish('ETH', ['eth/ab/eth_adm_csa_bofedb_2021_adm0-2_shp.zip', 'eth/ab/eth_adm3_2021_ibf.geojson']);
    expect(boundaries.findings.find(({ code }) => code === 'normalize.parent-code-unknown')).toMatchObject({ level: 3, count: 46 });
    expect(boundaries.dateSource).toBe('2021-12-09');
  });

  test('lbn: children whose codes are not their parents’ keep the stated parents, and names are English-like and Arabic', async () => {
    const { published } = await publish('LBN', ['lbn/ab/lbn_adm_cdr_20200810_adm0-2_shp.zip']);
    const akkar = published[2]!.units.find(({ pcode }) => pcode === 'LB51')!;
    expect(akkar).toMatchObject({
      parentPcode: 'LB7',
      names: [
        { lang: 'und', name: 'Akkar' },
        { lang: 'ar', name: 'عكار' },
      ],
      validOn: '2016-08-22',
      validTo: null,
    });
  });

  test('a map of the world is no boundary dataset', async () => {
    await expect(publish('SLE', ['context/world-atlas_countries-110m.topojson'])).rejects.toMatchObject({ code: 'input.not-boundaries' });
    await expect(publish('SLE', ['context/ne_50m_lakes.json'])).rejects.toMatchObject({ code: 'input.not-boundaries' });
  });
});
