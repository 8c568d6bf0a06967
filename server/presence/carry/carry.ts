/**
 * A 3W counted on other boundaries than those it was placed on (decision 0062): its rows follow what became of their units, never their codes. Where
 * all ground of a unit is in one unit now, so are its rows; rows of one that was split are certain in the unit that holds all heirs and possible in
 * each of them. They are never divided: half an organisation is nowhere. Pure.
 */
import type { AdminUnit } from '../../contract/admin.ts';
import type { VersionDiff } from '../../contract/datasets/dataset.ts';
import type { VersionTag } from '../../contract/ids.ts';
import type { Carried, PresenceColumns } from '../../contract/presence/presence.ts';
import type { DiffStep, Fate, Fates } from '../../contract/boundaries/heirs.ts';

export interface CarryAsked {
  to: VersionTag;
  /** What became of the units; null where nothing tells: then codes are taken as they are. */
  fates: Fates | null;
  /** All units of the version that it goes to. */
  units: readonly Pick<AdminUnit, 'level' | 'pcode' | 'parentPcode' | 'names'>[];
  /** For each entry the code of the heir in which it lies for a reason of its own: a point, a deeper code or a name; null where nothing tells. */
  known?: readonly (string | null)[];
}

/** Where rows of a unit are now. */
interface Landing {
  /** Index of the unit that is certain; -1: none. */
  unit: number;
  how: keyof Carried['rows'];
  /** Of the units in one of which they lie; empty: anywhere in the one that is certain. null where that is all that there is to know. */
  heirs: number[] | null;
}

const keyOf = (level: number, pcode: string) => `${level} ${pcode}`;

export function carryColumns(columns: PresenceColumns, { to, fates, units, known = [] }: CarryAsked): PresenceColumns {
  const made = createUnits(units);
  const followed = columns.units.map(({ level, pcode }) => follow(fates, made, level, pcode));
  const landings: Landing[] = [];
  const landingOf = (i: number): Landing => (landings[i] ??= land(i));
  function land(i: number): Landing {
    const { level, parent } = columns.units[i]!;
    const fate = followed[i]!;
    const above = (): Landing => (parent < 0 ? { unit: -1, how: 'notPlaced', heirs: null } : landingOf(parent));
    if (fate.how === 'level-gone') return above();
    const heirs = fate.heirs.map((heir) => made.at(heir.level, heir.pcode));
    if (heirs.length === 0 || heirs.includes(-1)) return { unit: above().unit, how: 'notPlaced', heirs: [] };
    if (fate.how === 'split') return { unit: made.holding(heirs), how: 'possible', heirs };
    // Known for the country alone is known for no area.
    return { unit: heirs[0]!, how: level === 0 ? 'notPlaced' : fate.how === 'exact' ? 'exact' : 'near', heirs: null };
  }

  const unit = columns.units.map((_, i) => landingOf(i));
  const rows: Carried['rows'] = { exact: 0, near: 0, possible: 0, notPlaced: 0 };
  let moved = 0;
  // Rows that waited before may lie where those units are now; rows of units that were split, in their heirs.
  const doubts = columns.doubts.map((list) => {
    const now = list.map((each) => unit[each]!);
    return now.some((each) => each.how === 'notPlaced') ? [] : [...new Set(now.flatMap((each) => each.heirs ?? [each.unit]))];
  });
  const heirsFrom = doubts.length;
  const split = new Map<number, number>();
  const doubtOf = (at: number, heirs: number[]): number => {
    if (!split.has(at)) split.set(at, doubts.push(heirs) - 1);
    return split.get(at)!;
  };
  const from = columns.columns;
  const placed = from.unit.map((at, entry): { unit: number; doubt: number } => {
    const doubt = from.doubt[entry]!;
    const records = from.records[entry]!;
    if (at < 0) {
      rows.notPlaced += records;
      return { unit: -1, doubt };
    }
    const landing = unit[at]!;
    const heir = landing.how === 'possible' && known[entry] ? landing.heirs!.find((each) => made.units[each]!.pcode === known[entry]) : undefined;
    const now = heir === undefined ? landing : { unit: heir, how: 'exact' as const, heirs: null };
    rows[now.how] += records;
    if ((now.how === 'exact' || now.how === 'near') && made.units[now.unit]!.pcode !== columns.units[at]!.pcode) moved += records;
    return { unit: now.unit, doubt: now.heirs === null ? doubt : doubtOf(at, now.heirs) };
  });
  return {
    ...columns,
    boundaries: columns.boundaries && { ...columns.boundaries, version: to },
    units: made.units,
    doubts,
    heirsFrom,
    columns: { ...from, unit: placed.map((each) => each.unit), doubt: placed.map((each) => each.doubt) },
    carried: { from: columns.boundaries!.version, to, compared: fates !== null, rows, moved },
  };
}

function follow(fates: Fates | null, made: Made, level: number, pcode: string): Fate {
  const same: Fate = { how: 'near', heirs: [{ level: level as Fate['heirs'][number]['level'], pcode, share: null }] };
  const isThere = made.at(level, pcode) >= 0;
  const fate = fates?.(level, pcode);
  if (fate) return fate;
  // The country is the country.
  return isThere ? (level === 0 ? { ...same, how: 'exact' } : same) : { how: 'gone', heirs: [] };
}

type Made = ReturnType<typeof createUnits>;

/** The units that rows are in now, each with those above it, parents first. */
function createUnits(all: CarryAsked['units']) {
  const known = new Map(all.map((unit) => [keyOf(unit.level, unit.pcode), unit]));
  const units: PresenceColumns['units'] = [];
  const places = new Map<string, number>();
  /** -1 where the boundaries do not have it. */
  const at = (level: number, pcode: string): number => {
    const key = keyOf(level, pcode);
    const unit = known.get(key);
    if (!unit) return -1;
    const place = places.get(key);
    if (place !== undefined) return place;
    const parent = unit.parentPcode === null ? -1 : at(level - 1, unit.parentPcode);
    places.set(key, units.length);
    return units.push({ pcode, level: unit.level, name: unit.names[0]?.name ?? pcode, parent }) - 1;
  };
  const chainOf = (unit: number): number[] => (unit < 0 ? [] : [unit, ...chainOf(units[unit]!.parent)]);
  return {
    units,
    at,
    /** The deepest unit above all of them; -1 where there is none. A single one does not hold for sure what may be elsewhere. */
    holding(list: readonly number[]): number {
      const [first = [], ...others] = list.map((unit) => chainOf(units[unit]!.parent));
      return first.find((unit) => others.every((chain) => chain.includes(unit))) ?? -1;
    },
  };
}

/**
 * The comparisons that lead from one version to another, each of a version with the one before it; null where none do.
 * @param diffOf comparison of a version with the one before it; null where it has none
 */
export async function findSteps(from: VersionTag, to: VersionTag, diffOf: (version: VersionTag) => Promise<VersionDiff | null>): Promise<DiffStep[] | null> {
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
