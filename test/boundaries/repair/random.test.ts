/** Random coverages with planted faults against brute force: every place is looked at, before and after, by code of the test's own. */
import { describe, expect, test } from 'vitest';
import { proveRepair } from '../../../server/boundaries/proof/prove.ts';
import { ProofGeos } from '../../../server/boundaries/proof/geos.ts';
import { NO_DECISIONS, accept, acceptUpTo } from '../../../server/boundaries/repair/decide.ts';
import { repairPieces } from '../../../server/boundaries/repair/pieces.ts';
import type { RawLayer } from '../../../server/formats/raw.ts';
import { takeRows } from '../../../server/boundaries/normalize/geometry.ts';
import type { Nested, Position } from '../../geometry/shapes.ts';
import { roughGrid, seeded } from '../../geometry/shapes.ts';
import type { Units } from './ground.ts';
import { M, WHO, areaOf, coveredBy, layerOf, open, proofOf, repairAll, sameBytes, unitsOf } from './ground.ts';

const SEEDS = Array.from({ length: 12 }, (_, i) => i + 1);
/** Cells of about two kilometres. */
const SIZE = 0.02;
const SIDE = 5;
const WIDTH_M = 200;

/** Every unit drawn a little otherwise than its neighbours: vertices moved, left out or doubled, islands in the sea and on the neighbour. */
function spoiled(seed: number): Units {
  const random = seeded(seed);
  const clean = roughGrid(random, SIDE, SIDE, { x: 1, y: 1, size: SIZE, detail: 7 });
  const spoil = (ring: Position[]): Position[] => {
    const open = ring.slice(0, -1).flatMap(([x, y]): Position[] => {
      const what = random();
      if (what < 0.08) return [];
      if (what < 0.5) return [[x, y]];
      const metres = what < 0.9 ? 40 : 3;
      return [[x + (random() - 0.5) * 2 * metres * M, y + (random() - 0.5) * 2 * metres * M]];
    });
    return [...open, open[0]!];
  };
  const rows = clean.map((row) => [[spoil(row[0]![0]!)]]);
  const [x, y] = [1 + SIZE * (SIDE + 0.6), 1 + SIZE * (SIDE / 2)];
  rows[3]!.push([
    [
      [x, y],
      [x + 0.003, y],
      [x + 0.003, y + 0.003],
      [x, y + 0.003],
      [x, y],
    ],
  ]);
  // An exclave that lies wholly on another unit.
  const inside = middleOf(rows[12]![0]![0]!);
  rows[7]!.push([
    [
      [inside[0], inside[1]],
      [inside[0] + 0.002, inside[1]],
      [inside[0] + 0.002, inside[1] + 0.002],
      [inside[0], inside[1] + 0.002],
      [inside[0], inside[1]],
    ],
  ]);
  return Object.fromEntries(rows.map((row, i) => [`SL${String(i + 1).padStart(2, '0')}`, row]));
}

const middleOf = (ring: Position[]): Position => [ring.reduce((sum, [x]) => sum + x, 0) / ring.length, ring.reduce((sum, [, y]) => sum + y, 0) / ring.length];

/** Places along all outlines, a few metres to either side, and all over the ground. */
function* places(units: Units, random: () => number, share = 1): Generator<Position> {
  for (const polygons of Object.values(units)) {
    for (const ring of polygons.flat()) {
      for (let i = 1; i < ring.length; i++) {
        if (random() > share) continue;
        const t = random();
        const off = (random() - 0.5) * 60 * M;
        yield [ring[i - 1]![0] + (ring[i]![0] - ring[i - 1]![0]) * t + off, ring[i - 1]![1] + (ring[i]![1] - ring[i - 1]![1]) * t + off];
      }
    }
  }
  for (let i = 0; i < 500 * share; i++) yield [1 + SIZE * (random() * 7 - 1), 1 + SIZE * (random() * 7 - 1)];
}

describe.each(SEEDS)('random coverage %i', (seed) => {
  const units = spoiled(seed);
  const layer = layerOf(units);
  const repaired = repairAll([layer], { widthM: WIDTH_M });

  test('every place has one owner at most; who had it alone keeps it or lost a crumb; nobody comes from afar', async () => {
    const { units: now, applied } = await repaired;
    const crumbs = new Map<string, number>();
    let looked = 0;
    for (const place of places(units, seeded(seed + 100))) {
      const [before, after] = [coveredBy(units, place), coveredBy(now, place)];
      looked += 1;
      expect(after.length).toBeLessThanOrEqual(1);
      // Whoever had the place alone keeps it, but for crumbs that a cut leaves to the other side.
      if (before.length === 1 && after[0] !== before[0]) crumbs.set(before[0]!, (crumbs.get(before[0]!) ?? 0) + 1);
      // Ground that somebody had is never let go.
      if (before.length > 0) expect(after).toHaveLength(1);
      if (before.length > 1 && !before.includes(after[0]!)) crumbs.set(before[0]!, (crumbs.get(before[0]!) ?? 0) + 1);
    }
    expect([...crumbs.values()].reduce((sum, count) => sum + count, 0)).toBeLessThan(looked * 0.005);
    expect(applied.outcome.units.every(({ vanishes, partsLost }) => !vanishes && partsLost === 0)).toBe(true);
    for (const [code, polygons] of Object.entries(now)) expect(Math.abs(areaOf(polygons) - areaOf(units[code]!)) / areaOf(units[code]!)).toBeLessThan(0.1);
  });

  test('GEOS calls it a coverage of valid outlines, the proof holds, and a second repair finds nothing', async () => {
    const done = await repaired;
    const { geometry } = done.applied.layers[0]!;
    const geos = await ProofGeos.create();
    expect(geos.unmatched(geometry, [...geometry.kinds.keys()])).toEqual([]);
    for (const row of geometry.kinds.keys()) expect(geos.isValid(geometry, row)).toBe(true);
    expect((await proofOf(done)).checks.filter(({ status }) => status !== 'passed')).toEqual([]);
    const again = (await open(done.applied.layers, { widthM: WIDTH_M })).plan.operations;
    expect(again).toEqual([]);
  });

  test('what an operation says of itself is the ground that changes hands', async () => {
    const { open: opened } = await repaired;
    const { pieces } = repairPieces(opened);
    const shown = new Map<string, number>();
    for (const { geometry, properties } of pieces) {
      const key = `${properties.op} ${properties.turned}`;
      shown.set(key, (shown.get(key) ?? 0) + areaOf(geometry.coordinates as Nested[number]));
    }
    for (const { id, moves, turnable, places: count, kind } of opened.plan.operations) {
      const said = moves.reduce((sum, { areaM2 }) => sum + areaM2, 0);
      expect(Math.abs((shown.get(`${id} 0`) ?? 0) - said)).toBeLessThan(2 + 0.02 * said);
      if (turnable && kind === 'border' && count > 0) expect(shown.has(`${id} 1`)).toBe(true);
    }
  });

  test('what is accepted together up to a distance moves no border further than that', async () => {
    const { open: opened } = await repaired;
    const taken: number[] = [];
    for (const uptoM of [1, 5, 15, 30, 50, 200]) {
      const decisions = acceptUpTo(opened.plan, NO_DECISIONS, uptoM, WHO);
      const { levels, outcome } = opened.apply(decisions);
      const { proof } = await proveRepair({ levels, decisions, complete: false, widthM: WIDTH_M });
      taken.push(outcome.applied.length);
      // Crossings of lines are rounded to a millimetre.
      expect(proof.furthestM).toBeLessThan(uptoM + 0.002);
    }
    expect(new Set(taken).size).toBeGreaterThan(2);
  });

  test('any order of rows gives the same bytes and the same plan', async () => {
    const { applied, open: opened } = await repaired;
    const random = seeded(seed + 7);
    const order = [...layer.geometry.kinds.keys()].map((row) => [random(), row] as const).sort(([p], [q]) => p - q);
    const rows = Uint32Array.from(order, ([, row]) => row);
    const shuffled: RawLayer = {
      ...layer,
      geometry: takeRows(layer.geometry, rows),
      columns: layer.columns.map(({ name, values }) => ({ name, values: [...rows].map((row) => values[row]!) })),
    };
    const other = await repairAll([shuffled], { widthM: WIDTH_M });
    const plain = ({ operations }: typeof opened.plan) => operations;
    expect(plain(other.open.plan)).toEqual(plain(opened.plan));
    expect(sameBytes(other.applied.layers[0]!.geometry, takeRows(applied.layers[0]!.geometry, rows))).toBe(true);
  });

  test('operations left out one after another, in any order, give the upload back', async () => {
    const { open: opened } = await repaired;
    const random = seeded(seed + 9);
    const left = opened.plan.operations.map(({ id }) => ({ id, key: random() })).sort((p, q) => p.key - q.key);
    let count = left.length;
    const geos = await ProofGeos.create();
    while (count > 0) {
      count = Math.floor(count / 2);
      const { layers, outcome } = opened.apply(accept(left.slice(0, count), NO_DECISIONS, WHO));
      expect(outcome.applied.map(({ id }) => id).sort()).toEqual(
        left
          .slice(0, count)
          .map(({ id }) => id)
          .sort(),
      );
      // What is left out is as it was drawn: every place is covered by who had it or has it when all is done.
      const now = unitsOf(layers[0]!);
      const all = (await repaired).units;
      for (const place of places(units, seeded(seed + 3), 0.2)) {
        const [before, some, after] = [coveredBy(units, place), coveredBy(now, place), coveredBy(all, place)];
        if (before.join() === after.join()) continue;
        expect(some.every((code) => before.includes(code) || after.includes(code) || some.length === 1)).toBe(true);
      }
      if (count === 0) expect(sameBytes(layers[0]!.geometry, layer.geometry)).toBe(true);
      else for (const row of layers[0]!.geometry.kinds.keys()) expect(geos.isValid(layers[0]!.geometry, row) || !geos.isValid(layer.geometry, row)).toBe(true);
    }
  });
});

test('borders without a fault keep their bytes: only units that an operation names change, and of them only the rings near it', async () => {
  const random = seeded(5);
  const rows = roughGrid(random, 8, 8, { x: 1, y: 1, size: SIZE });
  // One vertex of one unit moved by 30 m.
  const ring = rows[27]![0]![0]!;
  ring[3] = [ring[3]![0] + 30 * M, ring[3]![1] + 30 * M];
  const units = Object.fromEntries(rows.map((row, i) => [`SL${i + 10}`, row]));
  const done = await repairAll([layerOf(units)]);
  expect(done.applied.outcome.applied.length).toBeGreaterThan(0);
  const named = new Set(done.applied.outcome.applied.flatMap((operation) => operation.units));
  expect(named.size).toBeLessThan(5);
  for (const [code, polygons] of Object.entries(units)) if (!named.has(code)) expect(done.units[code]).toEqual(polygons);
  // In the units that changed, every vertex further than 500 m from the fault is there, with its bits.
  const near = ([x, y]: Position) => Math.hypot(x - ring[3]![0], y - ring[3]![1]) < SIZE;
  for (const code of named) {
    const kept = new Set(done.units[code]!.flat(2).map(([x, y]) => `${x} ${y}`));
    for (const vertex of units[code]!.flat(2)) if (!near(vertex)) expect(kept.has(vertex.join(' '))).toBe(true);
  }
});
