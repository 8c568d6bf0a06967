/** The cases of versions.md §8, each on a coverage small enough to be read. */
import { describe, expect, test } from 'vitest';
import type { FeatureTable } from '../../../server/contract/admin.ts';
import { versionChanges, type UnitRelation, type VersionChanges } from '../../../server/contract/boundaries/changes.ts';
import type { AdminLevel, VersionTag } from '../../../server/contract/ids.ts';
import { compareVersions, movedPieces } from '../../../server/boundaries/change/compare.ts';
import { judge } from '../../helpers/boundaries/judge.ts';
import { Planting, type PlantedUnit } from '../../helpers/boundaries/planted.ts';
import { shifted, simplified, trembling } from '../../helpers/boundaries/redraw.ts';
import { roughGrid, seeded, type Nested } from '../../geometry/shapes.ts';

const V1 = 'v01' as VersionTag;
const compare = (before: FeatureTable[], after: FeatureTable[]) => compareVersions(before, after, { from: V1, to: null });

/** A coverage of cells of about 4 km or `size` degrees, under two parents. */
function plant(seed = 3, columns = 6, rows = 5, count = columns * rows, size = 0.04): Planting {
  const random = seeded(seed);
  const units = Array.from({ length: count }, (_, i) => ({
    code: `XX${i < (columns * rows) / 2 ? '01' : '02'}${String(i).padStart(3, '0')}`,
    names: [
      { lang: 'en', name: `Unit ${i}` },
      { lang: 'ar', name: `وحدة ${i}` },
    ],
    parent: i < (columns * rows) / 2 ? 'XX01' : 'XX02',
  }));
  return new Planting(roughGrid(random, columns, rows, { size, y: 12, x: 30 }).slice(0, count), units, random);
}

const rowsOf = (changes: VersionChanges, level: AdminLevel = 2) => changes.levels.find((each) => each.level === level)!.relations;
const changedOf = (changes: VersionChanges, level: AdminLevel = 2) => rowsOf(changes, level).filter(({ relation }) => relation !== 'unchanged');
const kinds = (rows: UnitRelation[]) => [...new Set(rows.map(({ relation }) => relation))].toSorted();

/** Rows of each source, and of each target, add up to one. */
function expectWhole(changes: VersionChanges): void {
  for (const { relations } of changes.levels) {
    for (const side of ['source', 'target'] as const) {
      const sums = new Map<string, number>();
      for (const row of relations) {
        const share = side === 'source' ? row.shareOfSource : row.shareOfTarget;
        if (row[side] && share !== null) sums.set(row[side].pcode, (sums.get(row[side].pcode) ?? 0) + share);
      }
      for (const [code, sum] of sums) expect(Math.abs(sum - 1), `${side} ${code}`).toBeLessThan(0.0005);
    }
  }
}

function play(
  change: (planting: Planting) => void,
  place?: (planting: Planting) => (vertex: number) => [number, number],
): { planting: Planting; changes: VersionChanges } {
  const planting = plant();
  change(planting);
  const changes = compare([planting.table(planting.before)], [planting.table(planting.after, place?.(planting))]);
  expect(() => versionChanges.parse(changes)).not.toThrow();
  expectWhole(changes);
  return { planting, changes };
}

describe('one change', () => {
  test('a unit that keeps its code and loses 40 % to a new one is split off, with the shares of both', () => {
    const { planting, changes } = play((planting) => planting.splitOff(1));
    const rows = changedOf(changes);
    const [kept, off] = planting.truth[0]!.shares;
    expect(kinds(rows)).toEqual(['split-off']);
    expect(rows.find(({ target }) => target!.pcode === kept!.target)).toMatchObject({ goesOn: true, shareOfTarget: 1, certainty: 'estimated' });
    expect(rows.find(({ target }) => target!.pcode === off!.target)).toMatchObject({ goesOn: false, shareOfTarget: 1 });
    expect(rows.map(({ shareOfSource }) => shareOfSource!).toSorted((a, b) => a - b)).toEqual(
      [off!, kept!].map(({ share }) => expect.closeTo(share, 3) as number),
    );
    expect(changes.levels[0]!.counts).toEqual({ unchanged: 29, 'split-off': 1 });
    expect(changes.bump.proposal).toBe('major');
    expect(changes.bump.reasons.map(({ code }) => code)).toEqual(['count-changed', 'ground-moved', 'redrawn']);
  });

  test.each([
    ['split', (planting: Planting) => planting.split(2)],
    ['merged', (planting: Planting) => planting.merge(2)],
    ['absorbed', (planting: Planting) => planting.merge(2, 'absorbed')],
    ['redistricted', (planting: Planting) => planting.redistrict(1)],
    ['split-off', (planting: Planting) => planting.demerge(2)],
    ['recoded', (planting: Planting) => planting.recode(2)],
    ['reparented', (planting: Planting) => planting.reparent(2)],
    ['renamed', (planting: Planting) => planting.rename(2)],
  ])('%s', (relation, change) => {
    const { planting, changes } = play(change);
    expect(judge(changes, 2, planting.truth, planting.table(planting.before), planting.table(planting.after))).toMatchObject({
      right: planting.truth.length,
      wrong: [],
      worstShare: expect.closeTo(0, 3) as number,
    });
    expect(kinds(changedOf(changes))).toEqual([relation]);
  });

  test('land transferred: both units go on adjusted, the land is a row and a polygon of its own', () => {
    const { planting, changes } = play((planting) => planting.transfer(1));
    expect(judge(changes, 2, planting.truth, planting.table(planting.before), planting.table(planting.after))).toMatchObject({ right: 1, wrong: [] });
    expect(changes.levels[0]!.counts).toEqual({ unchanged: 28, adjusted: 2, transferred: 1 });
    const { source, target, share } = planting.truth[0]!.shares[0]!;
    const row = changedOf(changes).find(({ relation }) => relation === 'transferred')!;
    expect(row.shareOfSource).toBeCloseTo(share, 3);
    const [piece, ...others] = movedPieces([planting.table(planting.before)], [planting.table(planting.after)]);
    expect(others).toEqual([]);
    expect(piece).toMatchObject({
      level: 2,
      source,
      target,
      areaSqKm: expect.closeTo(row.sharedAreaSqKm!, 5) as number,
      widthM: expect.closeTo(row.widthM!, 0) as number,
    });
    expect(piece!.rings[0]!.length).toBeGreaterThan(8);
  });

  test('recoded and split at once: no heir has the code, and the one with the name says so', () => {
    const planting = plant();
    planting.split(1);
    const [source] = planting.truth[0]!.sources;
    const was = planting.before.find(({ code }) => code === source)!;
    planting.after = planting.after.map((unit) => (unit.code === planting.truth[0]!.targets[0] ? { ...unit, names: was.names } : unit));
    const rows = changedOf(compare([planting.table(planting.before)], [planting.table(planting.after)]));
    expect(kinds(rows)).toEqual(['split-off']);
    expect(rows.filter(({ goesOn }) => goesOn)).toMatchObject([
      { target: { pcode: planting.truth[0]!.targets[0] }, also: ['recoded'], evidence: ['ground', 'name', 'parent'] },
    ]);
  });

  test('a name changed in Arabic only is renamed in Arabic, and no new name in the list of units', () => {
    const { changes } = play((planting) => planting.rename(1, 'ar'));
    const [row, ...others] = changedOf(changes);
    expect(others).toEqual([]);
    expect(row).toMatchObject({ relation: 'renamed', names: [{ lang: 'ar' }], evidence: ['coordinates', 'code', 'name', 'parent'] });
    expect(row!.source!.name).toBe(row!.target!.name);
    expect(changes.bump).toMatchObject({ proposal: 'minor', reasons: [{ code: 'names-of-languages', count: 1 }] });
  });

  test('a code given to another place, while its old unit is gone', () => {
    const planting = plant();
    const [first, last] = [planting.after[0]!, planting.after.at(-1)!];
    const moved = planting.after.slice(1).map((unit) => (unit === last ? { ...unit, code: first.code, names: [{ lang: 'en', name: 'Elsewhere' }] } : unit));
    const before = planting.table(planting.before.slice(0, -1));
    const changes = compare([before], [planting.table(moved)]);
    expectWhole(changes);
    expect(changedOf(changes).map(({ relation, source, target }) => [relation, source?.pcode, target?.pcode])).toEqual([
      ['relocated', first.code, undefined],
      ['relocated', first.code, first.code],
      ['relocated', undefined, first.code],
    ]);
  });

  test('units without ground are related by code and name, and that is called asserted', () => {
    const planting = plant();
    const bare = planting.table(planting.after.map((unit, i) => ({ ...unit, polygons: [], ...(i === 3 ? { code: 'XX99' } : {}) })));
    const rows = rowsOf(compare([planting.table(planting.before)], [bare]));
    expect(rows).toHaveLength(30);
    expect(rows.every(({ certainty, goesOn, shareOfSource }) => certainty === 'asserted' && goesOn && shareOfSource === null)).toBe(true);
    expect(rows[3]).toMatchObject({ relation: 'recoded', target: { pcode: 'XX99' } });
  });
});

describe('noise', () => {
  test('a whole layer shifted by 30 m is one finding, with the way it went', () => {
    const { changes } = play(
      () => {},
      (planting) => shifted(planting, 24, -18),
    );
    expect(changes.levels[0]).toMatchObject({
      counts: { unchanged: 30 },
      noise: { regenerated: true, shift: { eastM: expect.closeTo(24, 0) as number, northM: expect.closeTo(-18, 0) as number } },
    });
    expect(changes.levels[0]!.noise.w50M).toBeGreaterThan(20);
    expect(changes.levels[0]!.noise.w50M).toBeLessThan(31);
    expect(changes.bump).toMatchObject({ proposal: 'minor', reasons: [{ code: 'redrawn', count: 30, of: 30 }] });
  });

  test.each([60, 120])('a copy simplified by %i m: no unit changed, and the metres', (metres) => {
    const planting = plant();
    const changes = compare([planting.table(planting.before)], [planting.table(simplified(planting, planting.before, metres))]);
    expect(changes.levels[0]!.counts).toEqual({ unchanged: 30 });
    expect(Math.abs(changes.levels[0]!.noise.w95M / metres - 1)).toBeLessThan(0.2);
    expectWhole(changes);
  });

  test('a coast drawn finer changes nothing', () => {
    const { changes } = play(
      () => {},
      (planting) => {
        const inner = new Map<number, number>();
        for (const { polygons } of planting.before) for (const vertex of new Set(polygons.flat(2))) inner.set(vertex, (inner.get(vertex) ?? 0) + 1);
        const edges = new Set(
          planting.before.flatMap(({ polygons }) => polygons.flat()).flatMap((ring) => ring.map((a, i) => `${a} ${ring[(i + 1) % ring.length]!}`)),
        );
        const coast = new Set([...edges].filter((edge) => !edges.has(edge.split(' ').toReversed().join(' '))).flatMap((edge) => edge.split(' ').map(Number)));
        return (vertex) => [planting.x[vertex]! + (coast.has(vertex) && inner.get(vertex) === 1 ? 0.002 * Math.sin(vertex * 7) : 0), planting.y[vertex]!];
      },
    );
    expect(changes.levels[0]!.counts).toEqual({ unchanged: 30 });
    expect(changes.levels[0]!.noise.areaSqKm).toBeGreaterThan(0.1);
  });

  test.each([0, 10, 100])('a reform of 74 districts into 91, drawn again within %i m', (metres) => {
    const random = seeded(19 + metres);
    const planting = plant(23, 15, 5, 74, 0.2);
    planting.split(7);
    planting.splitOff(13);
    planting.merge(2);
    planting.merge(1, 'absorbed');
    planting.transfer(4);
    planting.rename(4);
    planting.recode(3);
    expect([planting.before.length, planting.after.length]).toEqual([74, 91]);
    const drawn = planting.table(planting.after, metres > 0 ? trembling(planting, planting.after, metres, random) : undefined);
    const changes = compare([planting.table(planting.before)], [drawn]);
    const { right, wrong, worstShare, worstTransfer } = judge(changes, 2, planting.truth, planting.table(planting.before), drawn);
    expect(wrong).toEqual([]);
    expect(right).toBe(34);
    expect(Math.max(worstShare, worstTransfer)).toBeLessThan(metres === 0 ? 0.0005 : 0.002);
    expectWhole(changes);
  });
});

describe('codes and levels', () => {
  test('a new scheme is one rule, and no unit is renamed', () => {
    const random = seeded(5);
    const two = (value: number) => String(value).padStart(2, '0');
    const units = Array.from({ length: 30 }, (_, i) => ({
      code: `PH${two(1 + Math.floor(i / 10))}${two(50 + (i % 7))}${two(i)}000`,
      names: [{ lang: 'en', name: `Unit ${i}` }],
      parent: 'PH',
    }));
    const planting = new Planting(roughGrid(random, 6, 5), units, random);
    planting.recode(1);
    planting.scheme((code) => `${code.slice(0, 4)}0${code.slice(4, 8)}`);
    const changes = compare([planting.table(planting.before)], [planting.table(planting.after)]);
    const [level] = changes.levels;
    expect(level!.counts).toEqual({ recoded: 30 });
    expect(level!.scheme).toEqual({
      rules: [{ from: 'PH0a5bbb000', to: 'PH0a05bbb', units: 29 }],
      units: 29,
      exceptions: [expect.objectContaining({ after: planting.truth[0]!.targets[0] }) as object],
    });
    expect(level!.relations.filter(({ evidence }) => evidence.includes('scheme'))).toHaveLength(29);
  });

  const upper = (planting: Planting, units: PlantedUnit[], level: AdminLevel): FeatureTable => {
    const codes = [...new Set(units.map(({ parent }) => parent!))].toSorted();
    const polygons = codes.map((code) => units.filter(({ parent }) => parent === code).flatMap((unit) => unit.polygons));
    const table = planting.table(codes.map((code, i) => ({ code, names: [{ lang: 'en', name: `Province ${code}` }], parent: 'XX', polygons: polygons[i]! })));
    return { ...table, level, units: table.units.map((unit) => ({ ...unit, level })) };
  };

  test('levels numbered again are compared with what they were', () => {
    const planting = plant();
    const deep = planting.table(planting.before);
    const province = upper(planting, planting.before, 1);
    const deeper: FeatureTable = { ...deep, level: 3, units: deep.units.map((unit) => ({ ...unit, level: 3 })) };
    const second: FeatureTable = { ...province, level: 2, units: province.units.map((unit) => ({ ...unit, level: 2 })) };
    const changes = compare([province, deep], [second, deeper]);
    expect(changes.levels.map(({ level, toLevel, counts }) => [level, toLevel, counts])).toEqual([
      [1, 2, { unchanged: 2 }],
      [2, 3, { unchanged: 30 }],
    ]);
    expect(changes.bump.reasons.map(({ code }) => code)).toEqual(['level-renumbered', 'level-renumbered']);
  });

  test('an upper level follows from the units below: three districts go to another province', () => {
    const planting = plant();
    planting.reparent(3);
    const changes = compare(
      [upper(planting, planting.before, 1), planting.table(planting.before)],
      [upper(planting, planting.after, 1), planting.table(planting.after)],
    );
    expect(changes.levels[0]).toMatchObject({ level: 1, derivedFrom: 2, counts: { adjusted: 2 } });
    expect(changedOf(changes, 1).every(({ evidence }) => evidence.includes('children'))).toBe(true);
    expect(changes.levels[1]!.counts).toEqual({ unchanged: 27, reparented: 3 });
    expectWhole(changes);
  });

  test('v1 → v2 → v3: what was merged and comes back is the same unit as in v1, though v2 has none', () => {
    const planting = plant();
    const first = planting.table(planting.before.slice());
    planting.demerge(1);
    const [second, third] = [planting.table(planting.before), planting.table(planting.after)];
    expect(compare([first], [second]).levels[0]!.counts).toMatchObject({ absorbed: 1 });
    expect(compare([second], [third]).levels[0]!.counts).toMatchObject({ 'split-off': 1 });
    expect(compare([first], [third])).toMatchObject({ bump: { proposal: 'none', reasons: [] }, levels: [{ counts: { unchanged: 30 } }] });
  });
});

test.each([1, 2, 3, 4, 5, 6])('random coverages cut, joined and drawn again: shares add to one (seed %i)', (seed) => {
  const random = seeded(seed * 31);
  const planting = plant(seed, 8, 6);
  const times = () => Math.floor(random() * 3);
  planting.split(times());
  planting.merge(times(), random() < 0.5 ? 'merged' : 'absorbed');
  planting.splitOff(times(), 0.2 + random() * 0.3);
  planting.redistrict(Math.floor(random() * 2));
  planting.after = planting.after.filter(() => random() > 0.03);
  const place = random() < 0.5 ? trembling(planting, planting.after, 60 * random(), random) : undefined;
  const changes = compare([planting.table(planting.before)], [planting.table(planting.after, place)]);
  expectWhole(changes);
  // Seen from the other side the same pairs share the same ground.
  const back = compare([planting.table(planting.after, place)], [planting.table(planting.before)]);
  expectWhole(back);
  const total = (each: VersionChanges) => rowsOf(each).reduce((sum, { source, target, sharedAreaSqKm }) => sum + (source && target ? sharedAreaSqKm! : 0), 0);
  expect(total(back)).toBeCloseTo(total(changes), 1);
});

test('overlaps and gaps of a version are said and do not break the sums', () => {
  const square = (west: number, south: number, east: number, north: number): Nested[number] => [[[[west, south], [east, south], [east, north], [west, north], [west, south]]]]; // prettier-ignore
  const units = ['A', 'B', 'C'].map((code) => ({ code, names: [{ lang: 'en', name: code }], parent: 'XX' }));
  const clean = new Planting([square(0, 0, 2, 2), square(2, 0, 4, 2), square(4, 0, 6, 2)], units, seeded(1));
  const dirty = new Planting([square(0, 0, 2.2, 2.0001), square(2, 0, 4, 2), square(4.3, 0, 6, 2)], units, seeded(1));
  const changes = compare([clean.table(clean.before)], [dirty.table(dirty.before)]);
  expectWhole(changes);
  expect(changes.levels[0]!.overlapSqKm.before).toBe(0);
  expect(changes.levels[0]!.overlapSqKm.after).toBeCloseTo(0.2 * 2 * 110.6 * 111.3, -2);
  expect(rowsOf(changes).filter(({ target }) => target === null)).toMatchObject([{ source: { pcode: 'C' }, shareOfSource: expect.closeTo(0.15, 3) as number }]);
});
