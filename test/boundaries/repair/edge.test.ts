/** Edge match: units led to a given outline of the country. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ProofGeos } from '../../../server/boundaries/proof/geos.ts';
import { proveRepair } from '../../../server/boundaries/proof/prove.ts';
import { outsideOf } from '../../../server/boundaries/repair/ground/outside.ts';
import { NO_DECISIONS, accept, acceptUnits } from '../../../server/boundaries/repair/decide.ts';
import { repairPieces } from '../../../server/boundaries/repair/pieces.ts';
import { openRepair } from '../../../server/boundaries/repair/repair.ts';
import type { RepairOptionsAsked } from '../../../server/contract/boundaries/repair.ts';
import type { Iso3 } from '../../../server/contract/ids.ts';
import { bytesSource } from '../../../server/formats/raw.ts';
import { readUpload } from '../../../server/formats/upload.ts';
import type { Position } from '../../geometry/shapes.ts';
import { toColumn } from '../../geometry/shapes.ts';
import { rawLayer } from '../../helpers/rawLayers.ts';
import type { Polygons, Units } from './ground.ts';
import { SLE, WHO, areaOf, box, coveredBy, isInside, layerOf, place, ring, unitsOf } from './ground.ts';

const adm0 = (...polygons: Polygons) => rawLayer('outline', { name: ['Sierra Leone'] }, [polygons]);

async function match(units: Units, outline: Polygons, options: RepairOptionsAsked = {}) {
  const open = await openRepair([layerOf(units)], { country: SLE, options, outline: adm0(...outline) });
  let decisions = accept(open.plan.operations, NO_DECISIONS, WHO);
  decisions = acceptUnits(
    open.apply(decisions).outcome.units.filter(({ asks }) => asks),
    decisions,
    WHO,
  );
  const applied = open.apply(decisions);
  const { proof } = await proveRepair({ levels: applied.levels, decisions, complete: applied.outcome.complete, widthM: open.plan.options.widthM });
  return { open, applied, proof, units: unitsOf(applied.layers[0]!) };
}

describe('two units and an outline', () => {
  const units = { SL01: [[box(0, 0, 10_000, 10_000)]], SL02: [[box(10_000, 0, 20_000, 10_000)]] };

  test('that is theirs: nothing to do', async () => {
    const { open, applied } = await match(units, [[box(0, 0, 20_000, 10_000)]]);
    // The outline lacks the vertices at which the units meet; no unit lacks one.
    expect(open.plan.operations.filter(({ kind }) => kind !== 'snap')).toEqual([]);
    expect(Object.values(unitsOf(applied.layers[0]!)).map(areaOf)).toEqual(Object.values(units).map(areaOf));
  });

  test('what is outside is cut, what is inside and nobody’s goes to who is nearest', async () => {
    const { open, units: now, proof } = await match(units, [[box(100, -300, 20_000, 10_000)]]);
    const kinds = open.plan.operations.filter(({ kind }) => kind !== 'snap').map(({ kind, units: own, rule }) => [kind, own, rule]);
    expect(kinds).toEqual(
      expect.arrayContaining([
        ['clip', ['SL01'], 'country-outline'],
        ['extend', ['SL01', 'SL02'], 'country-outline'],
      ]),
    );
    expect(coveredBy(now, place(50, 5000))).toEqual([]);
    for (const x of [500, 5000, 9500]) expect(coveredBy(now, place(x, -150))).toEqual(['SL01']);
    for (const x of [10_500, 15_000, 19_500]) expect(coveredBy(now, place(x, -150))).toEqual(['SL02']);
    expect(areaOf(now['SL01']!) + areaOf(now['SL02']!)).toBeCloseTo(areaOf([[box(100, -300, 20_000, 10_000)]]), -1);
    expect(proof.checks.filter(({ status }) => status !== 'passed')).toEqual([]);
    expect(Math.abs(proof.levels[0]!.whole.droppedM2 - 100 * 10_000)).toBeLessThan(10_000);
    // One unit changes by more than a hundredth: each is asked about on its own.
    expect(open.plan.operations.filter(({ kind }) => kind === 'extend')[0]!.single).toContain('large-share');
    const { pieces } = repairPieces(open);
    expect(pieces.map(({ properties: { what, from, to } }) => [what, from, to])).toEqual(
      expect.arrayContaining([
        ['cut', 'SL01', ''],
        ['filled', '', 'SL02'],
      ]),
    );
  });

  test('a small piece is not asked about alone', async () => {
    const { open } = await match(units, [[box(1, 0, 20_000, 10_000)]]);
    expect(open.plan.operations.find(({ kind }) => kind === 'clip')).toMatchObject({ single: [], units: ['SL01'] });
  });

  test('ground further away than was said is offered, not proposed', async () => {
    const { open } = await match(units, [[box(0, 0, 20_000, 22_000)]], { edgeDistanceM: 5000 });
    expect(open.plan.operations.filter(({ kind }) => kind === 'extend')).toEqual([]);
    expect(open.plan.offers).toMatchObject([{ kind: 'extend', single: ['far'] }]);
  });

  test('an island of the outline without any unit is listed, not given away', async () => {
    const { open, units: now } = await match(units, [[box(0, 0, 20_000, 10_000)], [box(30_000, 0, 31_000, 1000)]]);
    expect(open.plan.notes).toMatchObject([{ code: 'outline-island', units: [] }]);
    expect(open.plan.notes[0]!.params['km2']).toBeCloseTo(1, 1);
    expect(coveredBy(now, place(30_500, 500))).toEqual([]);
  });

  test('an island of a unit outside of the outline is not lost', async () => {
    const islands = { ...units, SL02: [...units.SL02, [box(25_000, 0, 26_000, 1000)]] };
    const { units: now, applied } = await match(islands, [[box(0, 0, 20_000, 10_000)]]);
    expect(coveredBy(now, place(25_500, 500))).toEqual(['SL02']);
    expect(applied.outcome.applied.find(({ kind }) => kind === 'clip')).toMatchObject({ rule: 'part-kept' });
  });

  test('a lake of the outline is cut out, the island in it stays', async () => {
    const lake = box(2000, 2000, 5000, 5000).toReversed();
    const { units: now, proof } = await match(units, [[box(0, 0, 20_000, 10_000), lake], [box(3000, 3000, 4000, 4000)]]);
    expect(coveredBy(now, place(2500, 2500))).toEqual([]);
    expect(coveredBy(now, place(3500, 3500))).toEqual(['SL01']);
    expect(proof.ok).toBe(true);
  });

  test('without an outline nothing of this happens', async () => {
    const { plan } = await openRepair([layerOf(units)], { country: SLE });
    expect(plan.operations).toEqual([]);
  });

  test('faults inside are mended in the same plan', async () => {
    const dirty = { SL01: [[box(0, 0, 10_030, 10_000)]], SL02: units.SL02 };
    const { open, proof, units: now } = await match(dirty, [[ring([0, 0], [20_000, 0], [20_050, 10_000], [0, 9980])]]);
    expect(open.plan.operations.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['border', 'clip', 'extend']));
    expect(proof.ok).toBe(true);
    const geos = await ProofGeos.create();
    expect(geos.unmatched(toColumn(Object.values(now)), [0, 1])).toEqual([]);
  });
});

test('the outside is everything but the outline: its lakes are outside, islands in them are not', () => {
  const outline = toColumn([[[box(0, 0, 10_000, 10_000), box(2000, 2000, 8000, 8000).toReversed()], [box(4000, 4000, 5000, 5000)]]]);
  const outside = outsideOf(outline, toColumn([]));
  const polygons = [...outside.polygons].slice(1).map((end, i) =>
    Array.from({ length: end - outside.polygons[i]! }, (_, k): Position[] => {
      const r = outside.polygons[i]! + k;
      return Array.from({ length: outside.rings[r + 1]! - outside.rings[r]! }, (__, v): Position => [
        outside.coords[2 * (outside.rings[r]! + v)]!,
        outside.coords[2 * (outside.rings[r]! + v) + 1]!,
      ]);
    }),
  );
  const isOut = (x: number, y: number) => polygons.some((polygon) => isInside(polygon, ...place(x, y)));
  expect([isOut(-500, 0), isOut(1000, 1000), isOut(3000, 3000), isOut(4500, 4500), isOut(6000, 6000), isOut(9000, 9000)]).toEqual([
    true,
    false,
    true,
    false,
    true,
    false,
  ]);
});

const CAF = '../shared/data/caf/ab';
test.skipIf(!existsSync(CAF))('a real country led to a plainer outline of its own ends where that ends', { timeout: 240_000 }, async () => {
  const read = async (level: number) =>
    (await readUpload([{ name: `caf_admin${level}.parquet`, source: bytesSource(readFileSync(`${CAF}/caf_admin${level}.parquet`)) }])).layers[0]!;
  const [layer, full] = [await read(2), await read(0)];
  // Every fourth vertex of the country's ring.
  const { coords, rings } = full.geometry;
  const outline: Position[] = [];
  for (let v = rings[0]!; v < rings[1]! - 1; v += 4) outline.push([coords[2 * v]!, coords[2 * v + 1]!]);
  outline.push(outline[0]!);
  const open = await openRepair([layer], { country: 'CAF' as Iso3, outline: rawLayer('adm0', { name: ['CAF'] }, [[[outline]]]) });
  expect(open.plan.operations.every(({ kind }) => ['clip', 'extend', 'snap'].includes(kind))).toBe(true);
  let decisions = accept(open.plan.operations, NO_DECISIONS, WHO);
  decisions = acceptUnits(
    open.apply(decisions).outcome.units.filter(({ asks }) => asks),
    decisions,
    WHO,
  );
  const applied = open.apply(decisions);
  const { proof } = await proveRepair({ levels: applied.levels, decisions, complete: true, widthM: 50 });
  expect(proof.checks.filter(({ status }) => status === 'failed')).toEqual([]);
  const geos = await ProofGeos.create();
  const after = applied.levels.at(-1)!.after;
  const union = geos.union(after, [...after.kinds.keys()]);
  // The very outline: every vertex of the union is one of its vertices or lies on it.
  expect(union).toHaveLength(1);
  const known = new Set(outline.map(([x, y]) => `${x.toFixed(7)} ${y.toFixed(7)}`));
  const ringOf = union[0]![0]!;
  let off = 0;
  for (let i = 0; i < ringOf.length; i += 2) if (!known.has(`${ringOf[i]!.toFixed(7)} ${ringOf[i + 1]!.toFixed(7)}`)) off += 1;
  expect(off / (ringOf.length / 2)).toBeLessThan(0.2);
  expect(
    Math.abs(
      areaOf([[outline]]) -
        union[0]!.reduce(
          (sum, r, i) => sum + (i ? -1 : 1) * areaOf([[Array.from({ length: r.length / 2 }, (_, k): Position => [r[2 * k]!, r[2 * k + 1]!])]]),
          0,
        ),
    ) / areaOf([[outline]]),
  ).toBeLessThan(1e-6);
});
