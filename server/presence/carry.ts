/**
 * A 3W counted on other boundaries than those it was placed on: its units follow what the versions of the boundaries say of themselves. A unit
 * with another code goes along, one that merged goes into the other; the rows of one that was split are in doubt, for nobody knows in which part
 * they belong. Pure.
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

type Moved = { pcode: string; how: 'recoded' | 'merged' } | null;

const keyOf = (level: number, pcode: string) => `${level} ${pcode}`;

/** Where units go in one step; null for those that go nowhere, and nothing for those that stay what they are. */
function movesOf({ diff, back }: CarryStep): Map<string, Moved> {
  const moves = new Map<string, Moved>();
  for (const { level, added, removed, recoded, retired = [] } of diff.levels) {
    for (const gone of back ? added : removed) moves.set(keyOf(level, gone), null);
    if (!back) for (const { pcode, into } of retired) moves.set(keyOf(level, pcode), into.length === 1 ? { pcode: into[0]!.pcode, how: 'merged' } : null);
    for (const { before, after } of recoded) moves.set(keyOf(level, back ? after : before), { pcode: back ? before : after, how: 'recoded' });
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
  const follow = (level: number, pcode: string): { pcode: string; how: 'same' | 'recoded' | 'merged' } | null => {
    let unit: { pcode: string; how: 'same' | 'recoded' | 'merged' } = { pcode, how: 'same' };
    for (const step of moves) {
      const moved = step.get(keyOf(level, unit.pcode));
      if (moved === null) return null;
      if (moved) unit = { pcode: moved.pcode, how: unit.how === 'merged' ? 'merged' : moved.how };
    }
    return unit;
  };
  const hows: (keyof Carried['rows'] | 'same')[] = [];
  const now = columns.units.map(({ level, pcode, parent }, i): number => {
    const followed = follow(level, pcode);
    const at = followed ? place(level, followed.pcode) : -1;
    if (at >= 0) {
      hows[i] = followed!.how;
      return at;
    }
    hows[i] = 'inDoubt';
    return parent < 0 ? -1 : -2 - parent;
  });
  /** Of a unit that is nowhere now: the nearest one above that is somewhere. */
  const settle = (i: number): number => (i < 0 ? -1 : now[i]! >= -1 ? now[i]! : settle(-2 - now[i]!));
  const settled = now.map((_, i) => settle(i));
  const rows: Carried['rows'] = { recoded: 0, merged: 0, inDoubt: 0 };
  columns.columns.unit.forEach((unit, entry) => {
    const how = unit < 0 ? 'same' : hows[unit]!;
    if (how !== 'same') rows[how] += columns.columns.records[entry]!;
  });
  const redrawn = new Set((steps ?? []).flatMap(({ diff }) => diff.levels.flatMap((level) => level.redrawn.map(({ pcode }) => keyOf(level.level, pcode)))));
  return {
    ...columns,
    boundaries: columns.boundaries && { ...columns.boundaries, version: to },
    units: made,
    columns: { ...columns.columns, unit: columns.columns.unit.map((unit) => (unit < 0 ? unit : settled[unit]!)) },
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
