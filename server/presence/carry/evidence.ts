/** In which heir of a split unit a row lies, for a reason of its own: its point, a code or the name of a place that lies in one of them. Pure. */
import type { AdminUnit } from '../../contract/admin.ts';
import type { AdminLevel } from '../../contract/ids.ts';
import type { PlaceDecision, PresenceData, StatedCell } from '../../contract/presence/presence.ts';
import { foldName } from '../../matching/fold.ts';
import type { Fate, Fates } from '../../contract/boundaries/heirs.ts';
import { findReach } from '../normalize/points.ts';

type Unit = Pick<AdminUnit, 'level' | 'pcode' | 'parentPcode' | 'names'>;

export interface EvidenceAsked {
  fates: Fates;
  /** Units of the version that the rows were placed on, and of the one they go to. */
  before: readonly Unit[];
  units: readonly Unit[];
  /** What people decided: "all rows of CF42 mean CF421". */
  decisions?: readonly Decided[];
}

export type Decided = Pick<PlaceDecision, 'level' | 'code' | 'name' | 'pcode'>;

/** Code of the unit of a level of the new version in which a point lies; null where none does. */
export type LocatePoint = (level: AdminLevel, lon: number, lat: number) => string | null;

export interface Evidence {
  /** Whether any row of a split unit has a point that may say where it lies; else nothing has to be located. */
  needsPoints: boolean;
  /** Code of the heir for each row; '' where nothing tells, or two things tell differently. */
  of: (locate: LocatePoint | null) => (row: number) => string;
}

interface Split {
  level: number;
  pcode: string;
  heirs: Fate['heirs'];
  /** Of the unit before, folded. */
  names: ReadonlySet<string>;
}

const keyOf = (level: number, pcode: string) => `${level} ${pcode}`;

export function findEvidence(data: PresenceData, { fates, before, units, decisions = [] }: EvidenceAsked): Evidence {
  const { records, places, points = [] } = data;
  const index = createIndex(units);
  const namesBefore = new Map(before.map((unit) => [keyOf(unit.level, unit.pcode), unit.names.map(({ name }) => foldName(name))]));
  /** Heirs of the units that were split, by index. */
  const split = data.units.map(({ level, pcode }): Split | null => {
    const fate = fates(level, pcode);
    return fate?.how === 'split' ? { level, pcode, heirs: fate.heirs, names: new Set(namesBefore.get(keyOf(level, pcode))) } : null;
  });
  const pointOf = (row: number) => points[records.point?.[row] ?? -1] ?? null;
  const usable = pointsThatTell(data, split, pointOf);

  const told = new Map<string, string>();
  function byPlace(unit: number, place: number): string {
    const key = `${unit},${place}`;
    let known = told.get(key);
    if (known === undefined) {
      const own = split[unit]!;
      const decided = decidedOf(places[place]!, own, decisions);
      const found = new Set(places[place]!.flatMap((cell) => (cell.level < own.level ? [] : index.heirsOf(cell, own))));
      told.set(key, (known = decided ? `!${decided}` : found.size === 1 ? [...found][0]! : ''));
    }
    return known;
  }

  return {
    needsPoints: usable.size > 0,
    of: (locate) => (row) => {
      const unit = records.unit[row]!;
      const own = unit < 0 ? null : split[unit]!;
      if (!own) return '';
      const said = byPlace(unit, records.place[row]!);
      // A person's word stands above all.
      if (said.startsWith('!')) return said.slice(1);
      const point = usable.has(unit) ? pointOf(row) : null;
      const level = own.heirs[0]!.level;
      const at = locate && point ? locate(level, point[0], point[1]) : null;
      const there = own.heirs.some(({ pcode }) => pcode === at) ? at! : '';
      return said && there && said !== there ? '' : said || there;
    },
  };
}

/** The heir that somebody decided on for the code and name that the row states. */
function decidedOf(cells: readonly StatedCell[], { level, heirs }: Split, decisions: readonly Decided[]): string | undefined {
  const same = (a: StatedCell, b: Decided) =>
    a.level === b.level && a.code?.toUpperCase() === b.code?.toUpperCase() && (a.name ? foldName(a.name) : null) === (b.name ? foldName(b.name) : null);
  return cells
    .filter((cell) => cell.level === level && (cell.code ?? cell.name))
    .flatMap((cell) => decisions.filter((decision) => same(cell, decision)))
    .find(({ pcode }) => heirs.some((heir) => heir.pcode === pcode))?.pcode as string | undefined;
}

/** Units whose points say where in them a row lies: not those of which all rows have the same one, which is their middle, looked up by somebody. */
function pointsThatTell(
  { records, units }: PresenceData,
  split: readonly ({ level: number } | null)[],
  pointOf: (row: number) => readonly [number, number] | null,
): Set<number> {
  const distinct = new Map<number, { points: Set<string>; rows: number }>();
  if (!records.point || split.every((each) => each === null)) return new Set();
  records.unit.forEach((unit, row) => {
    const point = pointOf(row);
    if (unit < 0 || !split[unit] || !point) return;
    const own = distinct.get(unit) ?? { points: new Set(), rows: 0 };
    own.points.add(point.join());
    own.rows++;
    distinct.set(unit, own);
  });
  const levels = [...new Set([...distinct.keys()].map((unit) => units[unit]!.level))];
  const middles = new Set(
    levels.filter((level) => {
      const text = (row: number) => (units[records.unit[row]!]?.level === level ? units[records.unit[row]!]!.pcode : '');
      return findReach(records.row.length, pointOf, [{ level, text }]) !== null;
    }),
  );
  return new Set([...distinct].flatMap(([unit, { points, rows }]) => (middles.has(units[unit]!.level) || (rows > 1 && points.size === 1) ? [] : [unit])));
}

function createIndex(units: readonly Unit[]) {
  const byCode = new Map(units.map((unit) => [keyOf(unit.level, unit.pcode), unit]));
  const byName = new Map<string, Unit[]>();
  for (const unit of units)
    for (const name of new Set(unit.names.map((each) => foldName(each.name)))) {
      const key = keyOf(unit.level, name);
      byName.set(key, [...(byName.get(key) ?? []), unit]);
    }
  const ancestorAt = (unit: Unit | undefined, level: number): string | null => {
    let at = unit;
    while (at && at.level > level) at = at.parentPcode === null ? undefined : byCode.get(keyOf(at.level - 1, at.parentPcode));
    return at && at.level === level ? at.pcode : null;
  };
  const holds = (list: readonly Unit[], heirs: readonly { level: number; pcode: string }[]) => [
    ...new Set(list.flatMap((unit) => heirs.flatMap(({ level, pcode }) => (ancestorAt(unit, level) === pcode ? [pcode] : [])))),
  ];
  return {
    /** Heirs that the cell speaks of: by the code of one or of a unit in it, or by a name that the unit before did not have. */
    heirsOf({ level, code, name }: StatedCell, { level: levelBefore, pcode, heirs, names }: Split): string[] {
      const own = heirs[0]!.level;
      // Levels may have other numbers now.
      const at = level + own - levelBefore;
      const unit = code && code !== pcode ? byCode.get(keyOf(at, code)) : undefined;
      const coded = unit ? holds([unit], heirs) : [];
      const folded = name ? foldName(name) : '';
      const called = folded && !names.has(folded) ? (byName.get(keyOf(at, folded)) ?? []) : [];
      // An heir that goes on under the name of the unit before: other spellings of it are spellings of both.
      const isKept = (each: Unit) => at === own && each.names.some((other) => names.has(foldName(other.name)));
      const named = holds(called, heirs);
      return named.length === 1 && !called.some(isKept) ? [...new Set([...coded, ...named])] : coded;
    },
  };
}
