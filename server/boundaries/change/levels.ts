/** Which level of the old version is compared with which of the new one: the same number, unless the levels were numbered again. */
import type { FeatureTable } from '../../contract/admin.ts';
import { foldName } from '../../matching/fold.ts';

/** A level with counterparts for fewer of its units is looked for one level up and down. */
const COUNTERPARTS = 0.5;
/** What another level must have more, or the numbers stand. */
const BETTER = 0.25;

export interface LevelPair {
  before: FeatureTable | null;
  after: FeatureTable | null;
}

/** In the order of the old numbers, then what only the new version has. */
export function pairLevels(before: readonly FeatureTable[], after: readonly FeatureTable[]): LevelPair[] {
  const counterpart = new Map<FeatureTable, FeatureTable>();
  const taken = new Set<FeatureTable>();
  const olds = before.toSorted((a, b) => a.level - b.level);
  const news = after.toSorted((a, b) => a.level - b.level);
  const offers = olds.flatMap((old) => {
    const same = news.find(({ level }) => level === old.level);
    const own = same ? likeness(old, same) : 0;
    const others = own >= COUNTERPARTS ? [] : news.filter(({ level }) => Math.abs(level - old.level) === 1);
    return [
      ...(same ? [{ old, now: same, worth: own }] : []),
      ...others.map((now) => ({ old, now, worth: likeness(old, now) })).filter(({ worth }) => worth >= COUNTERPARTS && worth >= own + BETTER),
    ];
  });
  // The surest first; of equals the same number, and of levels without any likeness those that are left over.
  for (const { old, now } of offers.toSorted((a, b) => b.worth - a.worth || Math.abs(a.old.level - a.now.level) - Math.abs(b.old.level - b.now.level))) {
    if (counterpart.has(old) || taken.has(now)) continue;
    counterpart.set(old, now);
    taken.add(now);
  }
  return [
    ...olds.map((old): LevelPair => ({ before: old, after: counterpart.get(old) ?? null })),
    ...news.filter((now) => !taken.has(now)).map((now): LevelPair => ({ before: null, after: now })),
  ];
}

/** Share of the units of the smaller level that have one in the other with the same box to a hundredth of its size, or the same code and name. */
function likeness(before: FeatureTable, after: FeatureTable): number {
  const smaller = Math.min(before.units.length, after.units.length);
  if (smaller === 0) return 0;
  const greater = Math.max(before.units.length, after.units.length);
  const names = new Set(after.units.map(({ pcode, names: [first] }) => `${pcode} ${foldName(first?.name ?? '')}`));
  const boxes = new Map<string, [number, number, number, number][]>();
  const cell = ([west, south, east, north]: [number, number, number, number], dx = 0, dy = 0) =>
    `${Math.floor((west + east) / 2 / CELL) + dx} ${Math.floor((south + north) / 2 / CELL) + dy}`;
  for (const { bbox } of after.units) {
    const list = boxes.get(cell(bbox));
    if (list) list.push(bbox);
    else boxes.set(cell(bbox), [bbox]);
  }
  const isLike = (a: [number, number, number, number], b: [number, number, number, number]) => {
    const size = 0.01 * Math.max(Math.abs(a[2] - a[0]), a[3] - a[1]);
    return a.every((side, i) => Math.abs(side - b[i]!) <= Math.max(size, 1e-7));
  };
  const known = before.units.filter(({ pcode, names: [first], bbox }) => {
    if (names.has(`${pcode} ${foldName(first?.name ?? '')}`)) return true;
    for (const dx of [-1, 0, 1]) for (const dy of [-1, 0, 1]) if (boxes.get(cell(bbox, dx, dy))?.some((other) => isLike(bbox, other))) return true;
    return false;
  }).length;
  return known / greater;
}

/** Degrees: boxes of one unit in two versions have their middles in cells that touch. */
const CELL = 0.05;
