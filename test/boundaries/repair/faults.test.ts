/** Each kind of fault alone (decision 0024): what is proposed, and what it becomes. */
import { describe, expect, test } from 'vitest';
import { ProofGeos } from '../../../server/boundaries/proof/geos.ts';
import { toColumn } from '../../geometry/shapes.ts';
import { NO_DECISIONS, acceptUpTo } from '../../../server/boundaries/repair/decide.ts';
import { proveRepair } from '../../../server/boundaries/proof/prove.ts';
import { formatPlan } from '../../../server/cli/repair/report.ts';
import { foundUpTo } from '../../../client/kinds/boundaries/repair/list.ts';
import type { Units } from './ground.ts';
import { WHO, areaOf, box, coveredBy, layerOf, open, place, proofOf, repairAll, ring, sameBytes, unitsOf } from './ground.ts';

const kinds = async (units: Units, options = {}) => (await open([layerOf(units)], options)).plan.operations.map(({ kind }) => kind);

async function expectClean(units: Units): Promise<void> {
  const geos = await ProofGeos.create();
  const column = toColumn(Object.values(units));
  expect(geos.unmatched(column, [...column.kinds.keys()])).toEqual([]);
  for (const row of column.kinds.keys()) expect(geos.isValid(column, row)).toBe(true);
}

describe('overlaps', () => {
  test('a city drawn over its district: both stay, and the district gets a hole', async () => {
    const units = { SL01: [[box(0, 0, 20_000, 20_000)]], SL02: [[box(8000, 8000, 10_000, 10_000)]], SL03: [[box(20_000, 0, 30_000, 20_000)]] };
    const done = await repairAll([layerOf(units)]);
    expect(done.applied.outcome.applied).toMatchObject([{ kind: 'border', units: ['SL01', 'SL02'], ruler: 'SL02', rule: 'smaller', single: ['wide'] }]);
    expect(done.units['SL02']).toEqual(units.SL02);
    expect(done.units['SL01']).toHaveLength(1);
    expect(done.units['SL01']![0]).toHaveLength(2);
    expect(done.applied.outcome.units.map(({ key, asks, vanishes }) => [key, asks, vanishes])).toEqual([['SL01', true, false]]);
    await expectClean(done.units);
    expect((await proofOf(done)).ok).toBe(true);
  });

  test('turned, the district would swallow the city: its only part is given back', async () => {
    const units = { SL01: [[box(0, 0, 20_000, 20_000)]], SL02: [[box(8000, 8000, 10_000, 10_000)]] };
    const done = await repairAll([layerOf(units)], {}, { choose: () => true, turned: () => true });
    expect(done.units['SL02']).toEqual(units.SL02);
    expect(done.applied.outcome.units.every(({ vanishes, partsLost }) => !vanishes && partsLost === 0)).toBe(true);
    expect(done.applied.outcome.applied[0]!.rule).toBe('part-kept');
  });

  test('two neighbours that overlap: the line of the smaller becomes the border, and turned that of the larger', async () => {
    const units = { SL01: [[box(0, 0, 10_030, 10_000)]], SL02: [[box(10_000, 0, 14_000, 10_000)]] };
    const done = await repairAll([layerOf(units)]);
    expect(done.units).toEqual({ SL01: [[box(0, 0, 10_000, 10_000)]], SL02: units.SL02 });
    const turned = await repairAll([layerOf(units)], {}, { choose: () => true, turned: () => true });
    expect(areaOf(turned.units['SL01']!)).toBeCloseTo(areaOf(units.SL01), 0);
    expect(areaOf(turned.units['SL02']!)).toBeCloseTo(areaOf([[box(10_030, 0, 14_000, 10_000)]]), 0);
    await expectClean(turned.units);
    const ordered = await repairAll([layerOf(units)], { authority: ['SL01'] });
    expect(ordered.applied.outcome.applied[0]).toMatchObject({ kind: 'border', ruler: 'SL01', rule: 'authority' });
    expect(ordered.units).toEqual(turned.units);
  });

  test('a spike of 10 m × 500 m moves a border by half a kilometre, and is not accepted with what moves it by less', async () => {
    // SL02 reaches into SL01 with a spike.
    const units = {
      SL01: [[box(0, 0, 10_000, 10_000)]],
      SL02: [[ring([10_000, 0], [14_000, 0], [14_000, 10_000], [10_000, 10_000], [10_000, 5010], [9500, 5005], [10_000, 5000])]],
    };
    const { plan, apply } = await open([layerOf(units)]);
    const { id, single, widthM, movesM, togetherM } = plan.operations.find(({ kind }) => kind === 'border')!;
    expect(single).toEqual([]);
    expect(widthM).toBeLessThan(10);
    expect(Math.round(movesM)).toBe(500);
    expect(togetherM).toBe(movesM);
    expect(acceptUpTo(plan, NO_DECISIONS, 499, WHO).operations).not.toHaveProperty(id);
    const decisions = acceptUpTo(plan, NO_DECISIONS, 501, WHO);
    expect(decisions.operations[id]).toEqual({ verdict: 'accepted', uptoM: 501, ...WHO });
    const { levels } = apply(decisions);
    const { proof } = await proveRepair({ levels, decisions, complete: true, widthM: 50 });
    expect(proof.furthestM).toBeCloseTo(movesM, 2);
    expect(proof.checks.filter(({ status }) => status !== 'passed')).toEqual([]);
    // Accepted for less than it turns out to move, it waits.
    const less = apply({ ...decisions, operations: { ...decisions.operations, [id]: { verdict: 'accepted', uptoM: 100, ...WHO } } });
    expect(less.outcome.applied.map((one) => one.id)).not.toContain(id);
    expect(less.outcome).toMatchObject({ waiting: [id], complete: false });
  });

  test('an outline with a spike of no width is drawn anew: the tip moves by all its length', async () => {
    const units = { SL01: [[ring([0, 0], [10_000, 0], [10_000, 10_000], [5000, 10_000], [5000, 10_045], [5000, 10_000], [0, 10_000])]] };
    const { plan } = await open([layerOf(units)]);
    expect(plan.operations).toMatchObject([{ kind: 'outline', widthM: 0, single: [] }]);
    expect(Math.round(plan.operations[0]!.movesM)).toBe(45);
    // No list of widths with nothing in it, on the terminal or beside the slider.
    expect(plan.levels[0]!.widths).toEqual([]);
    expect(formatPlan(plan, 'en').split('\n')[0]).toBe('adm1: 1 unit');
    expect(formatPlan(plan, 'en')).not.toMatch(/up to|0 overlaps/);
    expect(foundUpTo({ levels: plan.levels.map((level) => ({ ...level, units: level.units.length })) }, 50)).toBeNull();
  });

  test('an island that another unit covers is not lost', async () => {
    const units = { SL01: [[box(0, 0, 10_000, 10_000)], [box(12_000, 5000, 12_300, 5300)]], SL02: [[box(10_000, 0, 14_000, 10_000)]] };
    const done = await repairAll([layerOf(units)]);
    // The smaller unit rules, and would swallow the island.
    expect(done.units['SL01']).toHaveLength(2);
    expect(coveredBy(done.units, place(12_150, 5150))).toEqual(['SL01']);
    expect(done.applied.outcome.units.every(({ partsLost }) => partsLost === 0)).toBe(true);
    expect(done.applied.outcome.applied).toMatchObject([{ rule: 'part-kept' }]);
    await expectClean(done.units);
  });

  test('the same unit twice: nothing recommends either, both codes are named', async () => {
    const units = { SL01: [[box(0, 0, 10_000, 10_000)]], SL02: [[box(0, 0, 10_000, 10_000)]], SL03: [[box(10_000, 0, 80_000, 10_000)]] };
    const { plan, apply } = await open([layerOf(units)]);
    expect(plan.operations).toEqual([]);
    expect(plan.offers).toMatchObject([{ kind: 'border', units: ['SL01', 'SL02'], single: ['duplicate', 'wide'] }]);
    expect(plan.notes).toMatchObject([{ code: 'duplicate', units: ['SL01', 'SL02'] }]);
    const layers = [layerOf(units)];
    expect(sameBytes(apply({ operations: {}, units: {} }).layers[0]!.geometry, layers[0]!.geometry)).toBe(true);
  });

  test('three units on one place: the smallest keeps it', async () => {
    const units = {
      SL01: [[box(0, 0, 10_040, 10_000)]],
      SL02: [[box(10_000, 0, 20_000, 10_000)]],
      SL03: [[box(9000, 4980, 11_000, 5020)]],
    };
    const done = await repairAll([layerOf(units)]);
    expect(coveredBy(done.units, place(10_020, 5000))).toEqual(['SL03']);
    await expectClean(done.units);
    expect((await proofOf(done)).ok).toBe(true);
  });
});

describe('gaps', () => {
  test('between two units: the line of the smaller stays, the larger takes the ground', async () => {
    const units = {
      SL01: [[box(0, 0, 10_000, 10_000)]],
      SL02: [[box(10_020, 0, 14_000, 10_000)]],
      SL03: [[box(0, -5000, 14_000, 0)]],
      SL04: [[box(0, 10_000, 14_000, 15_000)]],
    };
    const done = await repairAll([layerOf(units)]);
    // 20 m × 10 km lies between four units; the upper and the lower one see its ends only.
    for (const y of [1000, 3000, 5000, 7000, 9000]) expect(coveredBy(done.units, place(10_010, y))).toEqual(['SL01']);
    expect(Object.keys(done.units).every((code) => Math.abs(areaOf(done.units[code]!) - areaOf(units[code as keyof typeof units])) < 201_000)).toBe(true);
    await expectClean(done.units);
  });

  test('between three units: shared out in three, no place further from its unit than the gap is wide', async () => {
    // A long gap in the shape of a Y, 40 m wide, arms of 3 km.
    const w = 20;
    const units = {
      SL01: [[ring([-5000, 0], [-w, 0], [-w, 3000], [-3000, 5000], [-5000, 5000])]],
      SL02: [[ring([5000, 0], [w, 0], [w, 3000], [3000, 5000], [5000, 5000])]],
      SL03: [[ring([0, 3025], [2950, 5000], [3000, 5040], [3000, 6000], [-3000, 6000], [-3000, 5040], [-2950, 5000])]],
      SL04: [[box(-5000, -2000, 5000, 0)]],
      SL05: [[ring([-5000, 5000], [-3000, 5000], [-3000, 6000], [-5000, 6000])]],
      SL06: [[ring([5000, 5000], [3000, 5000], [3000, 6000], [5000, 6000])]],
    };
    const done = await repairAll([layerOf(units)]);
    const gap = done.applied.outcome.applied.find(({ kind }) => kind === 'gap')!;
    expect(gap.units).toEqual(expect.arrayContaining(['SL01', 'SL02', 'SL03']));
    for (let y = 10; y < 2990; y += 20) {
      for (let x = -w + 1; x < w; x += 3) {
        const [owner, ...rest] = coveredBy(done.units, place(x, y));
        expect(rest).toEqual([]);
        expect(['SL01', 'SL02', 'SL03', 'SL04']).toContain(owner);
        // Only the ends of the stem may go to the unit that closes it.
        if (owner === 'SL03') expect(y).toBeGreaterThan(3000 - 2 * 60);
        if (owner === 'SL04') expect(y).toBeLessThan(2 * 60);
      }
    }
    expect((await proofOf(done)).furthestM).toBeLessThan(2 * gap.widthM + 1);
    await expectClean(done.units);
  });

  test('a unit in the gap of another: it stays, and the rest is filled', async () => {
    const outer = [box(0, 0, 10_000, 10_000), box(4000, 4000, 6000, 6000).toReversed()];
    const units = { SL01: [outer], SL02: [[box(4005, 4005, 5995, 5995)]], SL03: [[box(10_000, 0, 20_000, 10_000)]] };
    const done = await repairAll([layerOf(units)]);
    expect(done.units['SL02']).toEqual(units.SL02);
    expect(coveredBy(done.units, place(4002, 5000))).toEqual(['SL01']);
    await expectClean(done.units);
    expect((await proofOf(done)).ok).toBe(true);
  });

  test('a gap whose two long sides are one unit', async () => {
    const outer = [box(0, 0, 10_000, 10_000), box(4000, 1000, 4005, 9000).toReversed()];
    const units = { SL01: [outer], SL02: [[box(10_000, 0, 20_000, 10_000)]] };
    const done = await repairAll([layerOf(units)]);
    expect(done.applied.outcome.applied).toMatchObject([{ kind: 'gap', units: ['SL01'], rule: 'only-neighbour' }]);
    expect(done.units['SL01']).toEqual([[box(0, 0, 10_000, 10_000)]]);
  });

  test('a lake of a square kilometre stays, a slit of 5 m × 2 km is filled', async () => {
    const lake = {
      SL01: [[ring([0, 0], [10_000, 0], [10_000, 4500], [9500, 4500], [9500, 5500], [10_000, 5500], [10_000, 10_000], [0, 10_000])]],
      SL02: [[ring([10_000, 0], [20_000, 0], [20_000, 10_000], [10_000, 10_000], [10_000, 5500], [10_500, 5500], [10_500, 4500], [10_000, 4500])]],
    };
    expect(await kinds(lake)).toEqual([]);
    const slit = {
      SL01: [[ring([0, 0], [10_000, 0], [10_000, 4000], [9995, 4002], [9995, 5998], [10_000, 6000], [10_000, 10_000], [0, 10_000])]],
      SL02: [[box(10_000, 0, 20_000, 10_000)]],
    };
    const done = await repairAll([layerOf(slit)]);
    expect(done.applied.outcome.applied.map(({ kind }) => kind)).toContain('border');
    expect(coveredBy(done.units, place(9998, 5000))).toHaveLength(1);
    await expectClean(done.units);
  });

  test('an accepted gap is never filled', async () => {
    const units = {
      SL01: [[ring([0, 0], [10_000, 0], [10_000, 4000], [9995, 4002], [9995, 5998], [10_000, 6000], [10_000, 10_000], [0, 10_000])]],
      SL02: [[box(10_000, 0, 20_000, 10_000)]],
    };
    const inGap = place(9998, 5000);
    expect(await kinds(units)).not.toEqual([]);
    expect((await repairAll([layerOf(units)], { keepGaps: [inGap] })).applied.outcome.applied.filter(({ filledM2 }) => filledM2 > 1)).toEqual([]);
  });

  test('a gap as large as its neighbours may be a missing unit: it is offered, not proposed', async () => {
    const cell = (x: number, y: number) => [[box(x * 5000, y * 5000, (x + 1) * 5000, (y + 1) * 5000)]];
    const units = Object.fromEntries([0, 1, 2, 3, 5, 6, 7, 8].map((i) => [`SL0${i}`, cell(i % 3, Math.floor(i / 3))]));
    const { plan } = await open([layerOf(units)], { widthM: 10_000 });
    expect(plan.operations).toEqual([]);
    expect(plan.offers).toMatchObject([{ kind: 'gap' }]);
    expect(plan.notes).toMatchObject([{ code: 'missing-unit' }]);
  });
});

describe('slits that open to the sea', () => {
  test('a slit of 4 m is closed, a fjord stays', async () => {
    const slit = {
      SL01: [[box(0, 0, 10_000, 10_000)]],
      SL02: [[ring([10_004, 0], [20_000, 0], [20_000, 10_000], [10_000, 10_000], [10_000, 8000], [10_004, 8000])]],
    };
    const done = await repairAll([layerOf(slit)]);
    expect(done.applied.outcome.applied.map(({ kind }) => kind)).toContain('slit');
    expect(coveredBy(done.units, place(10_002, 4000))).toHaveLength(1);
    await expectClean(done.units);
    expect((await open(done.applied.layers)).plan.operations).toEqual([]);
    const fjord = {
      SL01: [[box(0, 0, 10_000, 10_000)]],
      SL02: [[ring([10_300, 0], [20_000, 0], [20_000, 10_000], [10_000, 10_000], [10_000, 8000], [10_300, 8000])]],
    };
    // One unit lacks the other's vertex at the head of the fjord; nothing else is proposed.
    expect(await kinds(fjord)).toEqual(['snap']);
  });
});

describe('what stays', () => {
  test('a disputed strip is neither filled from nor merged into', async () => {
    const units = {
      SL01: [[box(0, 0, 10_000, 10_000)]],
      SL02: [[box(10_020, 0, 14_000, 10_000)]],
      SL03: [[box(0, -5000, 14_000, 0)]],
      SL04: [[box(0, 10_000, 14_000, 15_000)]],
    };
    const done = await repairAll([layerOf(units, { SL01: 'Disputed area' })]);
    expect(areaOf(done.units['SL01']!)).toBeCloseTo(areaOf(units.SL01), 0);
    for (const y of [1000, 3000, 5000, 7000, 9000]) expect(coveredBy(done.units, place(10_010, y))).toEqual(['SL02']);
    expect(done.applied.outcome.applied.some(({ single }) => single.includes('disputed'))).toBe(true);
  });

  test('a clean layer has no operation and keeps its object', async () => {
    const units = { SL01: [[box(0, 0, 10_000, 10_000)]], SL02: [[box(10_000, 0, 20_000, 10_000)]] };
    const layers = [layerOf(units)];
    const done = await repairAll(layers);
    expect(done.open.plan).toMatchObject({ operations: [], offers: [], notes: [] });
    expect(done.applied.layers[0]).toBe(layers[0]);
  });

  test('where more than a fifth is covered twice nothing is planned, and that is said', async () => {
    const units = { SL01: [[box(0, 0, 10_000, 10_000)]], SL02: [[box(4000, 0, 14_000, 10_000)]] };
    const { plan } = await open([layerOf(units)]);
    expect(plan).toMatchObject({ operations: [], offers: [], notes: [{ code: 'covered-twice', params: { percent: 43 } }] });
  });
});

describe('outlines', () => {
  test('a bow-tie is drawn anew by what it encloses', async () => {
    const tie = ring([0, 0], [10_000, 0], [10_000, 10_000], [0, 10_000]).slice(0, -1);
    const units = { SL01: [[[tie[0]!, tie[1]!, tie[3]!, tie[2]!, tie[0]!]]], SL02: [[box(20_000, 0, 30_000, 10_000)]] };
    const done = await repairAll([layerOf(units)]);
    expect(done.applied.outcome.applied.map(({ kind, rule }) => [kind, rule])).toContainEqual(['outline', 'structure']);
    await expectClean(done.units);
    expect(done.units['SL01']).toHaveLength(2);
  });

  test('crumbs are offered one by one and stay by default', async () => {
    const units = { SL01: [[box(0, 0, 10_000, 10_000)], [box(12_000, 0, 12_002, 2)]], SL02: [[box(10_000, 0, 11_000, 10_000)]] };
    const { plan } = await open([layerOf(units)]);
    expect(plan.operations).toEqual([]);
    expect(plan.offers).toMatchObject([{ kind: 'part', units: ['SL01'], single: ['crumb'] }]);
    const done = await repairAll([layerOf(units)], {}, { choose: () => true });
    expect(done.units['SL01']).toHaveLength(1);
    expect(done.applied.outcome.units).toMatchObject([{ key: 'SL01', asks: true, partsLost: 1, partsAfter: 1 }]);
    expect((await proofOf(done)).ok).toBe(true);
  });
});

test('rows without numbers are named, and nothing is planned', async () => {
  const units = { SL01: [[box(0, 0, 10_000, 10_000)]], SL02: [[box(10_000, 0, 20_000, 10_000)]] };
  const layer = layerOf(units);
  layer.geometry.coords[3] = NaN;
  expect((await open([layer])).plan).toMatchObject({ operations: [], notes: [{ code: 'no-numbers', units: ['SL01'] }] });
  expect(unitsOf(layer)['SL02']).toEqual(units.SL02);
});
