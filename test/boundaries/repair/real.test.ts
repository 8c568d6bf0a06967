/** Real countries: clean afterwards by the product's own checks and by GEOS, untouched where they are clean. Longer ones are in scripts/bench/boundaries/repair.ts. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { CHECKS } from '../../../server/boundaries/checks/all.ts';
import { normalizeBoundaries } from '../../../server/boundaries/normalize/boundaries.ts';
import { takeRows } from '../../../server/boundaries/normalize/geometry.ts';
import { proveRepair } from '../../../server/boundaries/proof/prove.ts';
import { NO_DECISIONS, accept, acceptUnits } from '../../../server/boundaries/repair/decide.ts';
import { openRepair } from '../../../server/boundaries/repair/repair.ts';
import { runChecks } from '../../../server/checks/run.ts';
import type { Iso3 } from '../../../server/contract/ids.ts';
import type { RawLayer } from '../../../server/formats/raw.ts';
import { bytesSource } from '../../../server/formats/raw.ts';
import { readUpload } from '../../../server/formats/upload.ts';
import { HAS_REAL_DATA } from '../../helpers/tables/workbook.ts';
import { WHO, sameBytes } from './ground.ts';

async function layersOf(...files: string[]): Promise<RawLayer[]> {
  const read = (file: string) => (file.endsWith('.gz') ? gunzipSync(readFileSync(file)) : readFileSync(file));
  // One file states a datum that only GDAL converts; 230 m are nothing to a repair.
  const said = {
    encodingOf: () => undefined,
    encodingBefore: () => undefined,
    crsOf: (_: unknown, stated: string | null) => (stated === 'EPSG:20137' ? { text: 'EPSG:32637', how: 'asked' as const } : undefined),
  };
  const upload = files.map((file) => ({ name: basename(file, '.gz'), source: bytesSource(read(`../shared/data/${file}`)) }));
  return (await readUpload(upload, { said })).layers;
}

/** Findings of overlaps, slits and invalid outlines at each level. */
async function faultsOf(layers: RawLayer[], country: Iso3): Promise<Record<string, number>> {
  const boundaries = normalizeBoundaries(layers, { country });
  const published = boundaries.levels.map(({ table }) => table);
  const checks = CHECKS.filter(({ id }) => ['T1', 'T3', 'G3'].includes(id));
  const results = await runChecks(checks, { boundaries, coverage: null, published, previous: null, metadata: null, today: '2026-01-01' });
  return Object.fromEntries(results.map(({ check, findings }) => [check, findings.reduce((sum, { count }) => sum + count, 0)]));
}

async function repair(layers: RawLayer[], country: Iso3, widthM: number) {
  const ask = { country, options: { widthM } };
  const { plan, apply } = await openRepair(layers, ask);
  const first = accept(plan.operations, NO_DECISIONS, WHO);
  const decisions = acceptUnits(
    apply(first).outcome.units.filter(({ asks }) => asks),
    first,
    WHO,
  );
  const applied = apply(decisions);
  const { proof } = await proveRepair({ levels: applied.levels, decisions, complete: applied.outcome.complete, widthM });
  const again = await openRepair(applied.layers, ask);
  return { plan, applied, proof, again: again.plan };
}

/** Where no operation is planned there is nothing to prove, and nothing else to find in a second look: the layers are the same objects. */
async function carryOut(layers: RawLayer[], country: Iso3) {
  const { plan, apply } = await openRepair(layers, { country, options: { widthM: 50 } });
  return { plan, applied: apply(accept(plan.operations, NO_DECISIONS, WHO)) };
}

const ALL = process.env['ALL_COUNTRIES'] !== undefined;
const CLEAN = { T1: 0, T3: 0, G3: 0 };

describe.skipIf(!HAS_REAL_DATA)('real countries (../shared/data is not here: skipped)', () => {
  test('phl adm3: 1,642 units, each simplified by itself, and a lake in the middle', { timeout: 240_000 }, async () => {
    const layers = await layersOf('phl/ab/phl_admin3_2025_v03.geojson');
    expect(await faultsOf(layers, 'PHL' as Iso3)).toEqual({ T1: 2398, T3: 242, G3: 0 });
    const { plan, applied, proof, again } = await repair(layers, 'PHL' as Iso3, 1000);
    expect(plan.operations.length).toBeGreaterThan(2000);
    expect(await faultsOf(applied.layers, 'PHL' as Iso3)).toEqual(CLEAN);
    expect(proof.checks.filter(({ status }) => status !== 'passed')).toEqual([]);
    expect(again.operations).toEqual([]);
    const { units } = applied.outcome;
    // The goals of the method: nothing lost, and less moved than any program does.
    expect(units.filter(({ vanishes, partsLost }) => vanishes || partsLost > 0)).toEqual([]);
    expect(units.reduce((sum, { beforeM2, afterM2 }) => sum + Math.abs(afterM2 - beforeM2), 0) / 1e6).toBeLessThan(1150);
    expect(units.filter(({ share }) => share > 0.01).length).toBeLessThanOrEqual(260);
    expect(units.filter(({ share }) => share > 0.05).length).toBeLessThanOrEqual(6);
    expect(units[0]!.share).toBeLessThan(0.1);
    expect(proof.furthestM).toBeLessThan(4500);
    expect(proof.levels[0]!.whole).toMatchObject({ unmatchedBefore: 1507, unmatchedAfter: 0, invalidAfter: 0, neighboursLost: 0 });
  });

  test.each([
    ['PHL', { T1: 113, T3: 30, G3: 0 }, ['phl/ab/phl_admin2_2025_v03.geojson']],
    ['YEM', null, ['yem/ab/yem_itos_adm2.topojson']],
    // Both levels are a minute of a processor, most of it the unions of GEOS.
    ALL
      ? ['BGD', { T1: 2, T3: 1, G3: 72 }, [1, 2].map((level) => `bgd/ab/bgd_itos_adm${level}.topojson`)]
      : ['BGD', { T1: 1, T3: 0, G3: 8 }, ['bgd/ab/bgd_itos_adm1.topojson']],
    ['EGY', { T1: 6, T3: 3, G3: 720 }, [1, 2, 3].map((level) => `egy/ab/egy_itos_adm${level}.topojson`)],
  ] as const)('%s is clean afterwards', { timeout: 900_000 }, async (country, before, files) => {
    const layers = await layersOf(...files);
    const faults = await faultsOf(layers, country as Iso3);
    if (before) expect(faults).toEqual(before);
    expect(faults['T1']! + faults['T3']! + faults['G3']!).toBeGreaterThan(0);
    const { applied, proof, again } = await repair(layers, country as Iso3, 50);
    expect(await faultsOf(applied.layers, country as Iso3)).toEqual(CLEAN);
    expect(proof.ok).toBe(true);
    expect(again.operations).toEqual([]);
    expect(applied.outcome.units.filter(({ vanishes, partsLost }) => vanishes || partsLost > 0)).toEqual([]);
  });

  test('units of which nearly every line is drawn by one alone: any order of rows gives the same bytes and the same plan', { timeout: 240_000 }, async () => {
    const [layer] = await layersOf('phl/ab/phl_admin2_2025_v03.geojson');
    const ask = { country: 'PHL' as Iso3, options: { widthM: 50 } };
    const rows = Uint32Array.from({ length: layer!.rows }, (_, row) => (row * 37 + 11) % layer!.rows);
    expect(new Set(rows).size).toBe(layer!.rows);
    const turned: RawLayer = {
      ...layer!,
      geometry: takeRows(layer!.geometry, rows),
      columns: layer!.columns.map(({ name, values }) => ({ name, values: [...rows].map((row) => values[row]!) })),
    };
    const [one, other] = [await openRepair([layer!], ask), await openRepair([turned], ask)];
    expect(other.plan.operations).toEqual(one.plan.operations);
    expect(other.plan.levels[0]!.widths).toEqual(one.plan.levels[0]!.widths);
    const decisions = accept(one.plan.operations, NO_DECISIONS, WHO);
    expect(sameBytes(other.apply(decisions).layers[0]!.geometry, takeRows(one.apply(decisions).layers[0]!.geometry, rows))).toBe(true);
  });

  test.each([
    ['CAF', [0, 1, 2, 3, 4].map((level) => `caf/ab/caf_admin${level}.parquet`)],
    ['MLI', [1, 2, 3].map((level) => `mli/ab/mli_itos_adm${level}.geojson`)],
  ])('%s is clean: no operation, and the layers are what they were', { timeout: 240_000 }, async (country, files) => {
    const layers = await layersOf(...files);
    const { plan, applied } = await carryOut(layers, country as Iso3);
    expect(plan.operations).toEqual([]);
    // The one slit of the Central African Republic lies where two units meet at the international border.
    expect(plan.notes).toEqual(
      country === 'CAF'
        ? [{ code: 'slit-left', level: 3, units: ['CF3153', 'CF3155'], at: expect.any(Array) as unknown, params: { widthM: 9.6, lengthM: 239 } }]
        : [],
    );
    applied.layers.forEach((layer, i) => expect(layer).toBe(layers[i]));
  });

  test('eth: the deepest level is clean, and upper levels whose codes contradict the map stay as they are, which is said', { timeout: 240_000 }, async () => {
    const layers = await layersOf('eth/ab/eth_legacy_adm1-3_adindan_utm37n_shp.zip');
    expect(await faultsOf(layers, 'ETH' as Iso3)).toEqual({ T1: 12, T3: 3, G3: 0 });
    expect(await faultsOf(layers.slice(2), 'ETH' as Iso3)).toEqual(CLEAN);
    const { plan, applied } = await carryOut(layers, 'ETH' as Iso3);
    expect(plan.operations).toEqual([]);
    expect(plan.notes.map(({ code, level }) => [code, level])).toEqual([
      ['parents-disagree', 1],
      ['parents-disagree', 2],
    ]);
    applied.layers.forEach((layer, i) => expect(layer).toBe(layers[i]));
  });

  test('a malformed country is planned or refused with a reason', { timeout: 240_000 }, async () => {
    const layers = await layersOf('egy/ab/egy_adm2_ibf_malformed.geojson');
    const { plan } = await openRepair(layers, { country: 'EGY' as Iso3, options: { widthM: 50 } });
    expect(plan.operations.length > 0 || plan.notes.some(({ code }) => ['covered-twice', 'no-numbers', 'tangle'].includes(code))).toBe(true);
  });
});
