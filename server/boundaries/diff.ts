/**
 * What changed between two versions of a boundary dataset. Units are known again by their code and by their place, never by code alone:
 * a new code scheme on the same shapes is "recoded", not everything removed and everything added (cod.md §1.5, §6.1).
 */
import Flatbush from 'flatbush';
import type { AdminUnit, FeatureTable } from '../contract/admin.ts';
import type { RetiredUnit, VersionDiff } from '../contract/datasets/dataset.ts';
import type { AdminLevel, VersionTag } from '../contract/ids.ts';
import { parts, type Box } from '../geometry/box.ts';
import { intersectionOverUnion, ScanEdges, shareInside } from './normalize/scan.ts';

/** Two units with another code are one place from this intersection over union on. */
const SAME_PLACE = 0.9;
/** Below this a unit that kept its code was redrawn; above it coordinates were corrected. */
const REDRAWN = 0.99;
/** Below this a unit with the same code lies elsewhere: the code may have been given to another place. */
const ELSEWHERE = 0.5;
/** Shares of units from which renaming and recoding count as significant; the specification says only "significantly" and "most". */
const MANY_RENAMED = 0.1;
const MANY_RECODED = 0.5;
/** A neighbour whose border moved a little takes a sliver of a unit that is gone; it is no successor. */
const LEAST_SHARE = 0.05;

type LevelDiff = VersionDiff['levels'][number];
interface LevelChange extends LevelDiff {
  units: number;
  /** Small changes that no list holds: coordinates, dates, parents, names in other languages. */
  touched: number;
}

/**
 * Compares published levels. `bump` is a proposal by cod.md §1.5: major where joins may break (units added, removed or redrawn, levels added or
 * dropped, most codes or many names changed), minor for the rest, none where nothing differs.
 */
export function diffVersions(before: FeatureTable[], after: FeatureTable[], against: VersionTag): VersionDiff {
  const levels = [...new Set([...before, ...after].map(({ level }) => level))].sort((a, b) => a - b);
  const changes = levels.map((level) =>
    diffLevel(
      level,
      before.find((table) => table.level === level),
      after.find((table) => table.level === level),
    ),
  );
  const isMajor = changes.some(
    ({ added, removed, redrawn, renamed, recoded, units }) =>
      added.length > 0 || removed.length > 0 || redrawn.length > 0 || renamed.length > MANY_RENAMED * units || recoded.length > MANY_RECODED * units,
  );
  const isMinor = changes.some(({ renamed, recoded, touched }) => renamed.length > 0 || recoded.length > 0 || touched > 0);
  return {
    against,
    bump: isMajor ? 'major' : isMinor ? 'minor' : 'none',
    levels: changes.map(({ level, added, removed, renamed, recoded, redrawn, retired }) => ({
      level,
      added,
      removed,
      renamed,
      recoded,
      redrawn,
      ...(retired ? { retired } : {}),
    })),
  };
}

function diffLevel(level: AdminLevel, before: FeatureTable | undefined, after: FeatureTable | undefined): LevelChange {
  const change: LevelChange = {
    level,
    added: [],
    removed: [],
    renamed: [],
    recoded: [],
    redrawn: [],
    units: Math.max(before?.units.length ?? 0, after?.units.length ?? 0),
    touched: 0,
  };
  if (!before || !after) {
    change.removed = before?.units.map(label) ?? [];
    change.added = after?.units.map(label) ?? [];
    return change;
  }
  const scans = new Scans(before, after);
  const pairs = pairByCode(before, after);
  const [openBefore, openAfter] = [new Set(before.units.keys()), new Set(after.units.keys())];
  const settle = (old: number, now: number) => {
    openBefore.delete(old);
    openAfter.delete(now);
  };
  const doubtful: { old: number; now: number; overlap: number }[] = [];
  const likely: { old: number; now: number; overlap: number }[] = [];
  for (const [old, now] of pairs) {
    const overlap = scans.overlap(old, now);
    (overlap < ELSEWHERE ? doubtful : likely).push({ old, now, overlap });
    if (overlap >= ELSEWHERE) settle(old, now);
  }
  // Codes that moved to another place: each of the two units may be known again by its place.
  for (const { old, now } of matchByPlace(before, after, openBefore, openAfter, scans)) {
    settle(old, now);
    const [was, is] = [before.units[old]!, after.units[now]!];
    if (was.pcode !== is.pcode) change.recoded.push({ before: was.pcode, after: is.pcode });
    compareNames(was, is, change);
  }
  // What is left with its own code stays the same unit, however much it was redrawn.
  for (const pair of doubtful) if (openBefore.has(pair.old) && openAfter.has(pair.now)) likely.push(pair);
  for (const { old, now, overlap } of likely) {
    settle(old, now);
    const [was, is] = [before.units[old]!, after.units[now]!];
    compareNames(was, is, change);
    if (overlap < REDRAWN) change.redrawn.push({ pcode: is.pcode, areaChangePercent: areaChange(was, is) });
    else if (overlap < 1 || was.validOn !== is.validOn || was.validTo !== is.validTo || was.parentPcode !== is.parentPcode) change.touched++;
  }
  change.removed = [...openBefore].map((row) => label(before.units[row]!));
  const retired = findSuccessors(before, after, openBefore, scans);
  if (retired.length > 0) change.retired = retired;
  change.added = [...openAfter].map((row) => label(after.units[row]!));
  return change;
}

/** Rows of both versions with the same code, where the code is unique in each. */
function pairByCode(before: FeatureTable, after: FeatureTable): [old: number, now: number][] {
  const unique = ({ units }: FeatureTable) => {
    const rows = new Map<string, number>();
    units.forEach(({ pcode }, row) => pcode !== '' && rows.set(pcode, rows.has(pcode) ? -1 : row));
    return rows;
  };
  const old = unique(before);
  return [...unique(after)].flatMap(([pcode, now]): [number, number][] => {
    const row = old.get(pcode) ?? -1;
    return row < 0 || now < 0 ? [] : [[row, now]];
  });
}

/** Pairs of open rows that cover each other, best first. */
function matchByPlace(
  before: FeatureTable,
  after: FeatureTable,
  openBefore: Set<number>,
  openAfter: Set<number>,
  scans: Scans,
): { old: number; now: number }[] {
  const candidates = [...openBefore].filter((row) => hasArea(before, row));
  if (candidates.length === 0) return [];
  const search = indexBoxes(before, candidates);
  const found: { old: number; now: number; overlap: number }[] = [];
  for (const now of openAfter) {
    if (!hasArea(after, now)) continue;
    const unit = after.units[now]!;
    for (const old of search(unit.bbox)) {
      const ratio = before.units[old]!.areaSqKm / (unit.areaSqKm || 1);
      // Areas that differ more than this cannot overlap enough.
      if (ratio < SAME_PLACE || ratio > 1 / SAME_PLACE) continue;
      const overlap = scans.overlap(old, now);
      if (overlap >= SAME_PLACE) found.push({ old, now, overlap });
    }
  }
  found.sort((a, b) => b.overlap - a.overlap || a.old - b.old || a.now - b.now);
  const [usedOld, usedNow] = [new Set<number>(), new Set<number>()];
  return found.filter(({ old, now }) => {
    if (usedOld.has(old) || usedNow.has(now)) return false;
    usedOld.add(old);
    usedNow.add(now);
    return true;
  });
}

/** Where the units that are gone went: to units with new codes, and to those that grew and kept theirs. */
function findSuccessors(before: FeatureTable, after: FeatureTable, gone: Set<number>, scans: Scans): RetiredUnit[] {
  const rows = [...after.units.keys()].filter((row) => hasArea(after, row) && after.units[row]!.pcode !== '');
  const olds = [...gone].filter((row) => hasArea(before, row) && before.units[row]!.pcode !== '');
  if (rows.length === 0 || olds.length === 0) return [];
  const search = indexBoxes(after, rows);
  return olds.flatMap((old): RetiredUnit[] => {
    const { pcode, names, bbox } = before.units[old]!;
    const into = search(bbox)
      .map((row) => ({ pcode: after.units[row]!.pcode as string, share: Number(scans.share(old, row).toFixed(3)) }))
      .filter(({ share }) => share >= LEAST_SHARE)
      .toSorted((a, b) => b.share - a.share || (a.pcode < b.pcode ? -1 : 1));
    return into.length > 0 ? [{ pcode, names: names.map(({ name }) => name), into }] : [];
  });
}

/** Finds the rows whose boxes meet a box; boxes over the antimeridian count on both sides of it. */
function indexBoxes({ units }: FeatureTable, rows: number[]): (box: Box) => number[] {
  const boxes = rows.flatMap((row) => parts(units[row]!.bbox).map((box) => ({ row, box })));
  const index = new Flatbush(boxes.length);
  for (const { box } of boxes) index.add(...box);
  index.finish();
  return (box) => [...new Set(parts(box).flatMap((part) => index.search(...part).map((position) => boxes[position]!.row)))];
}

/** Overlaps of rows of two tables, each row prepared once. */
class Scans {
  readonly #before: FeatureTable;
  readonly #after: FeatureTable;
  readonly #old = new Map<number, ScanEdges>();
  readonly #now = new Map<number, ScanEdges>();

  constructor(before: FeatureTable, after: FeatureTable) {
    this.#before = before;
    this.#after = after;
  }

  /** Intersection over union; 1 without any measuring where the coordinates are the same. */
  overlap(old: number, now: number): number {
    if (isSame(this.#before, old, this.#after, now)) return 1;
    if (!hasArea(this.#before, old) || !hasArea(this.#after, now)) return 0;
    const overlap = intersectionOverUnion(scan(this.#old, this.#before, old), scan(this.#now, this.#after, now));
    // Not the same coordinates, so never quite 1.
    return Math.min(overlap, 1 - Number.EPSILON);
  }

  /** Share of the old row's area that lies in the new one. */
  share(old: number, now: number): number {
    return shareInside(scan(this.#old, this.#before, old), scan(this.#now, this.#after, now));
  }
}

function scan(made: Map<number, ScanEdges>, table: FeatureTable, row: number): ScanEdges {
  const known = made.get(row) ?? new ScanEdges(table.geometry, row);
  made.set(row, known);
  return known;
}

function hasArea({ geometry }: FeatureTable, row: number): boolean {
  return geometry.rows[row] !== geometry.rows[row + 1];
}

/** The same rings in the same order, vertex by vertex on the grid of 10^-7 degrees. */
function isSame(a: FeatureTable, rowA: number, b: FeatureTable, rowB: number): boolean {
  const [startA, endA] = vertices(a, rowA);
  const [startB, endB] = vertices(b, rowB);
  if (endA - startA !== endB - startB) return false;
  for (let i = 0; i < 2 * (endA - startA); i++) {
    if (Math.abs(a.geometry.coords[2 * startA + i]! - b.geometry.coords[2 * startB + i]!) > 5e-8) return false;
  }
  return true;
}

function vertices({ geometry: { rows, polygons, rings } }: FeatureTable, row: number): [start: number, end: number] {
  return [rings[polygons[rows[row]!]!]!, rings[polygons[rows[row + 1]!]!]!];
}

/** The default name decides; a change in another language alone is a small change. */
function compareNames(was: AdminUnit, is: AdminUnit, change: LevelChange): void {
  const [before, after] = [was.names[0]?.name ?? '', is.names[0]?.name ?? ''];
  if (before !== after) change.renamed.push({ pcode: is.pcode, before, after });
  else if (JSON.stringify(was.names) !== JSON.stringify(is.names)) change.touched++;
}

function areaChange(was: AdminUnit, is: AdminUnit): number {
  if (was.areaSqKm === 0) return is.areaSqKm === 0 ? 0 : 100;
  return Number(((100 * (is.areaSqKm - was.areaSqKm)) / was.areaSqKm).toFixed(2));
}

/** A unit without code is still one that came or went. */
function label({ pcode, names }: AdminUnit): string {
  return pcode || names[0]?.name || '(no code)';
}
