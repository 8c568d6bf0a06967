/** The proof sees what nobody said: each planted fault fails a check of its own. */
import { describe, expect, test } from 'vitest';
import { proveRepair } from '../../../server/boundaries/proof/prove.ts';
import type { GeometryColumn } from '../../../server/contract/admin.ts';
import { roughGrid, seeded } from '../../geometry/shapes.ts';
import type { Repaired, Units } from './ground.ts';
import { M, box, layerOf, proofOf, repairAll, ring } from './ground.ts';

/** A clean country with one border drawn twice: units 5 and 6 overlap and leave gaps. */
function country(): Units {
  const rows = roughGrid(seeded(3), 4, 4, { x: 1, y: 1, size: 0.05 });
  const ring = rows[5]![0]![0]!;
  for (let i = 9; i < 15; i++) ring[i] = [ring[i]![0] + (i % 2 ? 25 : -25) * M, ring[i]![1]];
  return Object.fromEntries(rows.map((row, i) => [`SL${i + 10}`, row]));
}

const repaired = repairAll([layerOf(country())], { widthM: 100 });

/** The proof of a result that somebody changed behind the repair's back. */
async function proofAfter(change: (after: GeometryColumn, done: Repaired) => void) {
  const done = await repaired;
  const levels = done.applied.levels.map((level) => ({ ...level, after: { ...level.after, coords: level.after.coords.slice() } }));
  change(levels[0]!.after, done);
  const { proof } = await proveRepair({ levels, decisions: done.decisions, complete: true, widthM: 100 });
  return { ok: proof.ok, failed: proof.checks.filter(({ status }) => status === 'failed').map(({ code }) => code), proof };
}

const verticesOf = ({ rows, polygons, rings }: GeometryColumn, row: number) =>
  Array.from({ length: rings[polygons[rows[row + 1]!]!]! - rings[polygons[rows[row]!]!]! }, (_, i) => rings[polygons[rows[row]!]!]! + i);

test('what was done is told as it is', async () => {
  const done = await repaired;
  const proof = await proofOf(done);
  expect(proof.ok).toBe(true);
  expect(done.applied.outcome.applied.length).toBeGreaterThan(0);
  const [level] = proof.levels;
  expect(level!.units.map(({ key }) => key).sort()).toEqual(done.applied.outcome.units.map(({ key }) => key).sort());
  expect(level!.whole).toMatchObject({
    unmatchedAfter: 0,
    invalidAfter: 0,
    unitsLost: [],
    neighboursLost: 0,
    neighboursGained: 0,
    partsBefore: 16,
    partsAfter: 16,
  });
  expect(level!.whole.unmatchedBefore).toBeGreaterThan(1);
  // A shift of 25 m to either side.
  expect(proof.furthestM).toBeGreaterThan(15);
  expect(proof.furthestM).toBeLessThan(51);
  for (const { gainedM2, lostM2, beforeM2, afterM2 } of level!.units) expect(afterM2 - beforeM2).toBeCloseTo(gainedM2 - lostM2, -1);
});

describe('a result that was tampered with fails', () => {
  test('a unit moved by 30 m that no operation names', async () => {
    const { ok, failed, proof } = await proofAfter((after, { applied }) => {
      const named = new Set(applied.outcome.applied.flatMap(({ units }) => units));
      const row = applied.levels[0]!.keys.findIndex((key) => !named.has(key));
      for (const v of verticesOf(after, row)) after.coords[2 * v]! += 30 * M;
    });
    expect(ok).toBe(false);
    expect(failed).toEqual(expect.arrayContaining(['explained', 'untouched', 'coverage']));
    expect(proof.furthestM).toBeGreaterThan(29);
    expect(proof.furthestM).toBeLessThan(51);
  });

  test('a unit that an operation names, moved by 30 m', async () => {
    const { ok, failed } = await proofAfter((after, { applied }) => {
      const row = applied.levels[0]!.keys.indexOf(applied.outcome.applied[0]!.units[0]!);
      for (const v of verticesOf(after, row)) after.coords[2 * v + 1]! += 30 * M;
    });
    expect(ok).toBe(false);
    expect(failed).toEqual(expect.arrayContaining(['explained', 'coverage']));
  });

  test('one vertex of a border moved by 2 m', async () => {
    const { ok, failed } = await proofAfter((after) => (after.coords[2 * verticesOf(after, 0)[12]!]! += 2 * M));
    expect(ok).toBe(false);
    expect(failed).toContain('coverage');
  });

  test('a unit left out that nobody accepted', async () => {
    const done = await repaired;
    const [level] = done.applied.levels;
    const { rows, kinds } = level!.after;
    const after = { ...level!.after, kinds: kinds.slice(), rows: rows.slice() };
    // The last row has nothing any more.
    after.kinds[15] = 0;
    after.rows[16] = after.rows[15]!;
    const polygons = after.polygons.slice(0, after.rows[16] + 1);
    const { proof } = await proveRepair({ levels: [{ ...level!, after: { ...after, polygons } }], decisions: done.decisions, complete: true, widthM: 100 });
    expect(proof.checks.filter(({ status }) => status === 'failed').map(({ code }) => code)).toEqual(
      expect.arrayContaining(['units', 'untouched', 'explained']),
    );
    expect(proof.levels[0]!.whole.unitsLost).toEqual(['SL25']);
  });

  test('an operation that says less than was done', async () => {
    const done = await repaired;
    const levels = done.applied.levels.map((level) => ({
      ...level,
      operations: level.operations!.map((operation) => ({ ...operation, moves: operation.moves.map((move) => ({ ...move, areaM2: move.areaM2 / 2 })) })),
    }));
    const { proof } = await proveRepair({ levels, decisions: done.decisions, complete: true, widthM: 100 });
    expect(proof.checks.filter(({ status }) => status === 'failed').map(({ code }) => code)).toContain('explained');
  });
});

test('neighbours across a gap wider than what is filled, who overlap elsewhere, were neighbours before', async () => {
  // The border of two units is an overlap in the south and a gap of 100 m in the north.
  const units = {
    SL01: [[ring([0, 0], [10_040, 0], [10_000, 5000], [9950, 7500], [10_000, 10_000], [0, 10_000])]],
    SL02: [[ring([10_000, 0], [20_000, 0], [20_000, 10_000], [10_000, 10_000], [10_050, 7500], [10_000, 5000])]],
  };
  const done = await repairAll([layerOf(units)]);
  expect(done.applied.outcome.applied.length).toBeGreaterThan(0);
  const proof = await proofOf(done);
  expect(proof.ok).toBe(true);
  expect(proof.levels[0]!.whole).toMatchObject({ neighboursKept: 1, neighboursGained: 0, neighboursLost: 0 });
});

test('units across a gap that is filled were neighbours', async () => {
  const units = {
    SL01: [[box(0, 0, 10_000, 10_000)]],
    SL02: [[box(10_400, 0, 14_000, 10_000)]],
    SL03: [[box(0, -5000, 14_000, 0)]],
    SL04: [[box(0, 10_000, 14_000, 15_000)]],
  };
  const done = await repairAll([layerOf(units)], { widthM: 500 });
  const proof = await proofOf(done);
  expect(proof.ok).toBe(true);
  expect(proof.levels[0]!.whole).toMatchObject({ neighboursLost: 0, neighboursGained: 0 });
});
