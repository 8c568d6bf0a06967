/**
 * A 3W counted on other boundaries than those it was placed on: its units follow what the versions of the boundaries say of themselves. A unit
 * with another code goes along, one that merged goes into the other; the rows of one that was split are in doubt between its parts, for nobody knows
 * in which of them they belong. Pure.
 */
import type { AdminUnit } from '../contract/admin.ts';
import type { VersionDiff } from '../contract/datasets/dataset.ts';
import type { VersionTag } from '../contract/ids.ts';
import type { Carried, PresenceColumns } from '../contract/presence/presence.ts';

/** From one version of the boundaries to the next, or `back` from a later one to the one before it. */
export interface CarryStep {
  diff: Pick<VersionDiff, 'levels'>;
  back: boolean;
}

export interface CarryAsked {
  to: VersionTag;
  /** In order; null where no comparison leads from the one version to the other: then codes are taken as they are. */
  steps: CarryStep[] | null;
  /** All units of the version that it goes to. */
  units: readonly Pick<AdminUnit, 'level' | 'pcode' | 'parentPcode' | 'names'>[];
}

/** Units that a unit became: one, several of which nobody knows which, or none. */
interface Moved {
  pcodes: string[];
  how: 'same' | 'recoded' | 'merged';
}

const keyOf = (level: number, pcode: string) => `${level} ${pcode}`;

/** Where units go in one step; nothing for those that stay what they are. */
function movesOf({ diff, back }: CarryStep): Map<string, Moved> {
  const moves = new Map<string, Moved>();
  for (const { level, added, removed, recoded, retired = [] } of diff.levels) {
    for (const gone of back ? added : removed) moves.set(keyOf(level, gone), { pcodes: [], how: 'same' });
    if (!back) for (const { pcode, into } of retired) moves.set(keyOf(level, pcode), { pcodes: into.map((unit) => unit.pcode), how: 'merged' });
    for (const { before, after } of recoded) moves.set(keyOf(level, back ? after : before), { pcodes: [back ? before : after], how: 'recoded' });
  }
  return moves;
}

export function carryColumns(columns: PresenceColumns, { to, steps, units }: CarryAsked): PresenceColumns {
  const moves = (steps ?? []).map(movesOf);
  const known = new Map(units.map((unit) => [keyOf(unit.level, unit.pcode), unit]));
  const made: PresenceColumns['units'] = [];
  const places = new Map<string, number>();
  /** The unit with those above it, parents first. -1 where the boundaries do not have it. */
  const place = (level: number, pcode: string): number => {
    const unit = known.get(keyOf(level, pcode));
    if (!unit) return -1;
    const at = places.get(keyOf(level, pcode));
    if (at !== undefined) return at;
    const parent = unit.parentPcode === null ? -1 : place(level - 1, unit.parentPcode);
    places.set(keyOf(level, pcode), made.length);
    return made.push({ pcode, level: unit.level, name: unit.names[0]?.name ?? pcode, parent }) - 1;
  };
  const follow = (level: number, pcode: string): Moved => {
    let unit: Moved = { pcodes: [pcode], how: 'same' };
    for (const step of moves) {
      const parts = unit.pcodes.map((code) => step.get(keyOf(level, code)) ?? { pcodes: [code], how: 'same' as const });
      const how = unit.how === 'merged' ? 'merged' : (parts.find((part) => part.how !== 'same')?.how ?? unit.how);
      unit = { pcodes: [...new Set(parts.flatMap((part) => part.pcodes))], how };
    }
    return unit;
  };
  const hows: (keyof Carried['rows'] | 'same')[] = [];
  /** Of units that are nowhere for certain: those that they may be; empty where that is not known. */
  const possible: number[][] = [];
  const now = columns.units.map(({ level, pcode, parent }, i): number => {
    const { pcodes, how } = follow(level, pcode);
    const found = pcodes.map((code) => place(level, code));
    possible[i] = found.includes(-1) ? [] : found;
    if (found.length === 1 && found[0]! >= 0) {
      hows[i] = how;
      return found[0]!;
    }
    hows[i] = 'inDoubt';
    return parent < 0 ? -1 : -2 - parent;
  });
  /** Of a unit that is nowhere now: the nearest one above that is somewhere. */
  const settle = (i: number): number => (i < 0 ? -1 : now[i]! >= -1 ? now[i]! : settle(-2 - now[i]!));
  const settled = now.map((_, i) => settle(i));
  const rows: Carried['rows'] = { recoded: 0, merged: 0, inDoubt: 0 };
  // Rows that waited before may lie where those units are now; rows of units that were split, in their parts.
  const doubts = columns.doubts.map((list) => (list.some((unit) => possible[unit]!.length === 0) ? [] : [...new Set(list.flatMap((unit) => possible[unit]!))]));
  const split = new Map<number, number>();
  const doubtOf = (unit: number): number => {
    const known = split.get(unit);
    if (known !== undefined) return known;
    split.set(unit, doubts.push(possible[unit]!) - 1);
    return doubts.length - 1;
  };
  const doubt = columns.columns.unit.map((unit, entry) => {
    const how = unit < 0 ? 'same' : hows[unit]!;
    if (how !== 'same') rows[how] += columns.columns.records[entry]!;
    return how === 'inDoubt' ? doubtOf(unit) : columns.columns.doubt[entry]!;
  });
  const redrawn = new Set((steps ?? []).flatMap(({ diff }) => diff.levels.flatMap((level) => level.redrawn.map(({ pcode }) => keyOf(level.level, pcode)))));
  return {
    ...columns,
    boundaries: columns.boundaries && { ...columns.boundaries, version: to },
    units: made,
    doubts,
    columns: { ...columns.columns, doubt, unit: columns.columns.unit.map((unit) => (unit < 0 ? unit : settled[unit]!)) },
    carried: {
      from: columns.boundaries!.version,
      to,
      compared: steps !== null,
      rows,
      redrawn: made.filter(({ level, pcode }) => redrawn.has(keyOf(level, pcode))).length,
    },
  };
}

/**
 * The comparisons that lead from one version to another, each of a version with the one before it; null where none do.
 * @param diffOf comparison of a version with the one before it; null where it has none
 */
export async function findSteps(from: VersionTag, to: VersionTag, diffOf: (version: VersionTag) => Promise<VersionDiff | null>): Promise<CarryStep[] | null> {
  const back = async (start: VersionTag, end: VersionTag): Promise<VersionDiff[] | null> => {
    const found: VersionDiff[] = [];
    const seen = new Set<string>();
    for (let at = start; at !== end;) {
      const diff = seen.has(at) ? null : await diffOf(at);
      if (!diff) return null;
      seen.add(at);
      found.push(diff);
      at = diff.against;
    }
    return found;
  };
  const forward = await back(to, from);
  if (forward) return forward.reverse().map((diff) => ({ diff, back: false }));
  const backward = await back(from, to);
  return backward && backward.map((diff) => ({ diff, back: true }));
}
