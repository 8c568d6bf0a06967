/** Families G, T and B on published files; figures are compared with what GEOS says of the same files. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { FeatureTable } from '../../../server/contract/admin.ts';
import type { CheckResult, Severity } from '../../../server/contract/finding.ts';
import type { Iso3 } from '../../../server/contract/ids.ts';
import type { BoundaryContext } from '../../../server/boundaries/checks/context.ts';
import { geometryChecks } from '../../../server/boundaries/checks/geometry.ts';
import { levelChecks } from '../../../server/boundaries/checks/levels.ts';
import { runChecks } from '../../../server/checks/run.ts';
import { topologyChecks } from '../../../server/boundaries/checks/topology.ts';
import { normalizeBoundaries } from '../../../server/boundaries/normalize/boundaries.ts';
import { bytesSource } from '../../../server/formats/raw.ts';
import { readUpload } from '../../../server/formats/upload.ts';

const DATA = '../shared/data';
const here = existsSync(DATA);
const all = [...geometryChecks, ...topologyChecks, ...levelChecks];

async function read(country: string, ...files: string[]): Promise<BoundaryContext> {
  const { layers } = await readUpload(files.map((name) => ({ name, source: bytesSource(readFileSync(join(DATA, name))) })));
  const boundaries = normalizeBoundaries(layers, { country: country as Iso3 });
  return { boundaries, coverage: null, published: boundaries.levels.map(({ table }) => table), previous: null, metadata: null, today: '2026-01-01' };
}

/** Occurrences of a code at a level, one number for each severity that occurs. */
function counts(results: CheckResult[], code: string, level: number): Partial<Record<Severity, number>> {
  return Object.fromEntries(
    results.flatMap(({ findings }) =>
      findings.flatMap((finding) => (finding.code === code && finding.level === level ? [[finding.severity, finding.count]] : [])),
    ),
  );
}
const errors = (results: CheckResult[]) =>
  results.flatMap(({ findings }) => findings.filter(({ severity }) => severity === 'error').map(({ code, level, count }) => `${code} adm${level} ${count}`));
const run = async (context: BoundaryContext) => {
  const results = await runChecks(all, context);
  expect(results.filter(({ crashed }) => crashed)).toEqual([]);
  return results;
};

describe.skipIf(!here)(`real files (skipped where ${DATA} is absent)`, () => {
  // Counts of GEOS 3.13 through GDAL, as listed with the files.
  test.each([
    ['BGD', 'bgd/ab/bgd_itos_adm1.topojson', 8],
    ['BGD', 'bgd/ab/bgd_itos_adm2.topojson', 64],
    ['EGY', 'egy/ab/egy_itos_adm1.topojson', 20],
    ['EGY', 'egy/ab/egy_itos_adm2.topojson', 124],
    ['EGY', 'egy/ab/egy_itos_adm3.topojson', 576],
    ['ETH', 'eth/ab/eth_itos_adm3.topojson', 647],
    ['GTM', 'gtm/ab/gtm_itos_adm1.topojson', 2],
    ['GTM', 'gtm/ab/gtm_itos_adm2.topojson', 9],
    ['LBN', 'lbn/ab/lbn_itos_adm3.topojson', 35],
    ['SLE', 'sle/ab/sle_itos_adm3.topojson', 15],
    ['SLE', 'sle/ab/sle_itos_adm4.topojson', 60],
    ['VEN', 'ven/ab/ven_itos_adm1.topojson', 21],
    ['YEM', 'yem/ab/yem_itos_adm2.topojson', 83],
    ['YEM', 'yem/ab/yem_admin1_v01.geojson', 0],
    ['SLE', 'sle/ab/sle_adm3_2016_shp.zip', 0],
    ['MLI', 'mli/ab/mli_admbnda_adm2_1m_dnct_20190802_shp.zip', 0],
  ])('%s %s: invalid units', async (country, file, invalid) => {
    const [result] = await runChecks(
      geometryChecks.filter(({ id }) => id === 'G3'),
      await read(country, file),
    );
    expect(result!.findings.reduce((sum, { count }) => sum + count, 0)).toBe(invalid);
  });

  test('PHL, simplified unit by unit: overlaps and gaps along most borders', async () => {
    const context = await read('PHL', 'phl/ab/phl_admin2_2025_v03.geojson', 'phl/ab/phl_admin3_2025_v03.geojson');
    const results = await run(context);
    expect(counts(results, 'topology.overlap', 2)).toEqual({ error: 112, warning: 1 });
    expect(counts(results, 'topology.overlap', 3)).toEqual({ error: 2360, warning: 33 });
    expect(counts(results, 'topology.overlap-trace', 3)).toEqual({ info: 5 });
    const gaps = (level: number) => ['sliver', 'narrow', 'lake', 'trace'].map((kind) => Object.values(counts(results, `topology.gap-${kind}`, level))[0] ?? 0);
    expect(gaps(2)).toEqual([5, 53, 138, 0]);
    expect(gaps(3)).toEqual([109, 692, 1795, 5]);
    // The files' list says 0.1341 % and 0.4323 % of the area in square degrees; in square metres it is a little less.
    const share = (level: number) => {
      const area = results.flatMap(({ findings }) =>
        findings.flatMap((finding) => (finding.code === 'topology.overlap' && finding.level === level ? [Number(finding.params['area'])] : [])),
      );
      const table = context.boundaries.levels.find((entry) => entry.level === level)!.table;
      return area.reduce((sum, value) => sum + value, 0) / 1e4 / table.units.reduce((sum, unit) => sum + unit.areaSqKm, 0);
    };
    expect(share(2)).toBeCloseTo(0.134, 2);
    expect(share(3)).toBeCloseTo(0.43, 2);
  });

  test('CAF: as its own quality check says, no invalid unit, overlap, gap or crosser', async () => {
    const results = await run(await read('CAF', ...[0, 1, 2, 3, 4].map((level) => `caf/ab/caf_admin${level}.parquet`)));
    // Four adm4 codes are in two rows each; the 26 rows without a code are no split unit and have their parent.
    expect(errors(results)).toEqual(['geometry.split-unit adm4 4']);
    for (const level of [1, 2, 3, 4]) expect(counts(results, 'levels.crosser', level)).toEqual({});
    expect(results.flatMap(({ findings }) => findings.filter(({ code }) => code.startsWith('topology.gap') || code === 'topology.overlap'))).toEqual([]);
  });

  test.each([2, 3])('CAF: rounding only the parents of adm%i to 7 decimals gives no error and no warning in B2', async (level) => {
    const context = await read('CAF', `caf/ab/caf_admin${level - 1}.parquet`, `caf/ab/caf_admin${level}.parquet`);
    const parent = context.boundaries.levels[0]!;
    parent.table = roundTable(parent.table, 7);
    const results = await run(context);
    expect(errors(results)).toEqual([]);
    expect(counts(results, 'levels.crosser', level)).toEqual({});
  });

  test.each([
    ['IRQ', ['irq/ab/irq_adm_cso_20190603_shp.zip']],
    ['LBN', ['lbn/ab/lbn_adm_cdr_20200810_adm0-2_shp.zip']],
    ['MLI', ['mli/ab/mli_itos_adm1.geojson', 'mli/ab/mli_itos_adm2.geojson', 'mli/ab/mli_itos_adm3.geojson']],
    ['YEM', ['yem/ab/yem_admin1_v01.geojson']],
  ])('%s: published sets without an error', async (country, files) => {
    expect(errors(await run(await read(country, ...files)))).toEqual([]);
  });
});

function roundTable(table: FeatureTable, decimals: number): FeatureTable {
  const coords = table.geometry.coords.map((value) => Number(value.toFixed(decimals)));
  expect(coords).not.toEqual(table.geometry.coords);
  return { ...table, geometry: { ...table.geometry, coords } };
}
