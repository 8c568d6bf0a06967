/** Decisions: in bulk, carried to the next upload, and upper levels that follow. */
import { describe, expect, test } from 'vitest';
import { NO_DECISIONS, accept, acceptUpTo, carryDecisions } from '../../../server/boundaries/repair/decide.ts';
import { applyPlan } from '../../../server/boundaries/repair/repair.ts';
import { storedRepair } from '../../../server/contract/boundaries/repair.ts';
import { rawLayer, rectangle } from '../../helpers/rawLayers.ts';
import type { Nested } from '../../geometry/shapes.ts';
import { SLE, WHO, areaOf, box, layerOf, open, place, repairAll, ring, sameBytes, unitsOf } from './ground.ts';

const dirty = (shift = 0) => ({
  SL01: [[box(0, 0, 10_030 + shift, 10_000)]],
  SL02: [[box(10_000, 0, 14_000, 10_000)]],
  SL03: [[ring([0, 10_000.6], [14_000, 10_000.6], [14_000, 15_000], [0, 15_000])]],
});

describe('decisions', () => {
  test('in bulk: only what may be accepted together and is no wider', async () => {
    const { plan } = await open([layerOf(dirty())]);
    const narrow = acceptUpTo(plan, NO_DECISIONS, 1, WHO);
    const accepted = plan.operations.filter(({ id }) => narrow.operations[id]);
    expect(accepted.length).toBeGreaterThan(0);
    expect(accepted.length).toBeLessThan(plan.operations.length);
    expect(accepted.every(({ widthM, single }) => widthM <= 1 && single.length === 0)).toBe(true);
    expect(Object.keys(acceptUpTo(plan, NO_DECISIONS, 1000, WHO).operations)).toHaveLength(plan.operations.filter(({ single }) => single.length === 0).length);
  });

  test('a decision taken is not taken over by one in bulk', async () => {
    const { plan } = await open([layerOf(dirty())]);
    const [first] = plan.operations;
    const refused = { ...NO_DECISIONS, operations: { [first!.id]: { verdict: 'refused' as const, ...WHO } } };
    expect(acceptUpTo(plan, refused, 1000, WHO).operations[first!.id]!.verdict).toBe('refused');
  });

  test('what nobody decided about waits, and what is refused is left as drawn', async () => {
    const layer = layerOf(dirty());
    const { plan, apply } = await open([layer]);
    const { layers, outcome } = apply({
      operations: Object.fromEntries(plan.operations.slice(1).map(({ id }) => [id, { verdict: 'refused' as const, ...WHO }])),
      units: {},
    });
    expect(outcome).toMatchObject({ applied: [], waiting: [plan.operations[0]!.id], complete: false });
    expect(outcome.refused).toHaveLength(plan.operations.length - 1);
    expect(layers[0]).toBe(layer);
  });

  test('carried to the next upload: the same fault by its id, one that moved a little by its place, one that is gone is said', async () => {
    const done = await repairAll([layerOf(dirty())]);
    const stored = storedRepair.parse(JSON.parse(JSON.stringify({ plan: done.open.plan, decisions: done.decisions })));
    const same = await applyPlan([layerOf(dirty())], stored, { country: SLE });
    expect(sameBytes(same.layers[0]!.geometry, done.applied.layers[0]!.geometry)).toBe(true);
    expect(same.outcome.unfit).toEqual([]);
    const next = await applyPlan([layerOf(dirty(4))], stored, { country: SLE });
    const wide = next.plan.operations.find(({ kind, widthM }) => kind === 'border' && widthM > 20)!;
    expect(next.decisions.operations[wide.id]).toMatchObject({ verdict: 'accepted', by: 'tester' });
    const clean = await applyPlan([layerOf({ SL01: [[box(0, 0, 10_000, 10_000)]], SL02: [[box(10_000, 0, 14_000, 10_000)]] })], stored, { country: SLE });
    expect(clean.outcome.applied).toEqual([]);
    expect(clean.outcome.unfit.length).toBe(Object.keys(stored.decisions.operations).length);
    expect(carryDecisions(done.open.plan, done.decisions, done.open.plan)).toEqual({ decisions: done.decisions, unfit: [] });
  });

  test('a unit that changes by more than was accepted asks again', async () => {
    const small = { SL01: [[box(0, 0, 1030, 1000)]], SL02: [[box(1000, 0, 1800, 1000)]] };
    const done = await repairAll([layerOf(small)]);
    expect(done.applied.outcome).toMatchObject({ complete: true, units: [{ key: 'SL01', asks: true, accepted: true }] });
    const wider = await open([layerOf({ ...small, SL01: [[box(0, 0, 1045, 1000)]] })]);
    const decisions = accept(wider.plan.operations, { ...NO_DECISIONS, units: done.decisions.units }, WHO);
    expect(wider.apply(decisions).outcome).toMatchObject({ complete: false, units: [{ key: 'SL01', accepted: false }] });
  });
});

describe('upper levels', () => {
  const districts: Nested = [[[box(0, 0, 10_030, 10_000)]], [[box(10_000, 0, 14_000, 10_000)]], [[box(14_000, 0, 20_000, 10_000)]]];
  const columns = {
    ADM2_EN: ['Bo', 'Kono', 'Tonkolili'],
    ADM2_PCODE: ['SL0101', 'SL0102', 'SL0201'],
    ADM1_PCODE: ['SL01', 'SL01', 'SL02'],
    ADM1_EN: ['North', 'North', 'South'],
  };
  const regions = rawLayer('sle_adm1', { ADM1_EN: ['North', 'South'], ADM1_PCODE: ['SL01', 'SL02'] }, [
    [[box(0, 0, 14_000, 10_000)]],
    [[box(14_000, 0, 20_000, 10_000)]],
  ]);

  test('are dissolved from the deepest, and keep their rows', async () => {
    const layers = [regions, rawLayer('sle_adm2', columns, districts)];
    const { applied, units } = await repairAll(layers);
    expect(units['SL0101']).toEqual([[box(0, 0, 10_000, 10_000)]]);
    const upper = unitsOf(applied.layers[0]!);
    expect(Object.keys(upper)).toEqual(['SL01', 'SL02']);
    expect(areaOf(upper['SL01']!)).toBeCloseTo(areaOf([[box(0, 0, 14_000, 10_000)]]), 0);
    expect(applied.levels.map(({ level, operations }) => [level, operations === null])).toEqual([
      [1, true],
      [2, false],
    ]);
  });

  test('with faults of their own above a clean deepest level: one operation redraws the level', async () => {
    const clean: Nested = [[[box(0, 0, 10_000, 10_000)]], [[box(10_000, 0, 14_000, 10_000)]], [[box(14_000, 0, 20_000, 10_000)]]];
    const spoiled = rawLayer('sle_adm1', { ADM1_EN: ['North', 'South'], ADM1_PCODE: ['SL01', 'SL02'] }, [
      [[box(0, 0, 14_030, 10_000)]],
      [[box(14_000, 0, 20_000, 10_000)]],
    ]);
    const layers = [spoiled, rawLayer('sle_adm2', columns, clean)];
    const { plan, apply } = await open(layers);
    expect(plan.operations).toMatchObject([{ kind: 'follow', level: 1, units: ['SL01'], rule: 'deepest', moves: [], single: [] }]);
    expect(plan.operations[0]!.widthM).toBeCloseTo(30, 0);
    expect(apply(NO_DECISIONS)).toMatchObject({ layers, outcome: { complete: false, waiting: [plan.operations[0]!.id] } });
    const { layers: after, outcome } = apply(accept(plan.operations, NO_DECISIONS, WHO));
    expect(outcome).toMatchObject({ complete: true, applied: [{ kind: 'follow' }], units: [] });
    expect(after[1]).toBe(layers[1]);
    expect(areaOf(unitsOf(after[0]!)['SL01']!)).toBeCloseTo(areaOf([[box(0, 0, 14_000, 10_000)]]), 0);
  });

  test('a code used twice is told apart by the unit above; without one it stays as drawn, and that is said', async () => {
    const twice = rawLayer('sle_adm1', { ADM1_EN: ['North', 'South'], ADM1_PCODE: ['SL01', 'SL01'] }, [
      [[box(0, 0, 14_000, 10_000)]],
      [[box(14_000, 0, 20_000, 10_000)]],
    ]);
    const done = await repairAll([twice, rawLayer('sle_adm2', columns, districts)]);
    expect(done.open.plan.notes).toContainEqual(expect.objectContaining({ code: 'codes-repeat', level: 1, units: ['SL01'] }));
    expect(done.applied.layers[0]).toBe(twice);
  });
});

test('the tests measure in metres: a degree is not taken for one', () => {
  expect(areaOf([[box(0, 0, 100, 100)]])).toBeCloseTo(10_000, 0);
  expect(place(0, 0)).toEqual([1, 1]);
  expect(rectangle(0, 0, 1, 1)[0]).toHaveLength(5);
});
