/**
 * How 3W records are counted: the one implementation, for server and client alike, so that a map and its printed copy cannot differ.
 * It imports nothing but types, which is why the client may bundle it (decision 0013).
 */
import type { AdminLevel } from '../ids.ts';
import type { CountDefinition, PresenceColumns, PresenceCount, UnitCount } from './presence.ts';

/** Distinct pairs up to here are kept as one byte each (2,000 units × 8,000 organisations); beyond it, in a set. */
const MAX_TABLE = 1 << 24;

interface Distinct {
  /** True when the pair is new. */
  add(unit: number, item: number): boolean;
}

function createDistinct(units: number, items: number): Distinct {
  if (units * items > MAX_TABLE) {
    const seen = new Set<number>();
    return {
      add(unit, item) {
        const before = seen.size;
        return seen.add(unit * items + item).size > before;
      },
    };
  }
  const seen = new Uint8Array(units * items);
  return {
    add(unit, item) {
      const at = unit * items + item;
      if (seen[at] === 1) return false;
      seen[at] = 1;
      return true;
    },
  };
}

/** Sector indices that a definition asks for: a cluster includes its areas of responsibility. null is all. */
function wantedSectors(data: PresenceColumns, codes: string[]): Set<number> | null {
  if (codes.length === 0) return null;
  const wanted = new Set(codes);
  return new Set(data.sectors.flatMap(({ code, parent }, i) => (wanted.has(code) || (parent !== null && wanted.has(parent)) ? [i] : [])));
}

/** Organisation indices by id and type. null is all. */
function wantedOrgs(data: PresenceColumns, { orgs, orgTypes }: CountDefinition): Set<number> | null {
  if (orgs.length === 0 && orgTypes.length === 0) return null;
  const ids = new Set(orgs);
  const types = new Set(orgTypes);
  return new Set(
    data.organisations.flatMap(({ id, type }, i) => ((ids.size === 0 || ids.has(id)) && (types.size === 0 || (type !== null && types.has(type))) ? [i] : [])),
  );
}

/** An entry of the columns that a definition includes, with the organisations and sectors of it that count. */
export interface Selected {
  entry: number;
  orgs: number[];
  sectors: number[];
}

/**
 * Calls `visit` for each entry that the definition includes, with the organisations and sectors of it that count.
 * @returns source rows left out because a period is asked and they state none
 */
function visitSelected(data: PresenceColumns, definition: CountDefinition, visit: (entry: number, orgs: number[], sectors: number[]) => void): number {
  const { columns, orgSets } = data;
  const sectors = wantedSectors(data, definition.sectors);
  const orgs = wantedOrgs(data, definition);
  const status = data.statuses.map((each) => definition.statuses.includes(each));
  const dated = definition.from !== null || definition.to !== null;
  // Whether a period touches the asked one; undefined where it is not known.
  const periods = data.periods.map(([start, end]) => {
    if (start === null && end === null) return dated ? undefined : true;
    return !(definition.to !== null && start !== null && start > definition.to) && !(definition.from !== null && end !== null && end < definition.from);
  });
  const sectorSets = data.sectorSets.map((list) => (sectors ? list.filter((each) => sectors.has(each)) : list));
  const own = orgSets.map((list) => (orgs ? list.filter((each) => orgs.has(each)) : list));
  const unions = new Map<number, number[]>();
  const both = (a: number, b: number): number[] => {
    if (a === b || own[b]!.length === 0) return own[a]!;
    if (own[a]!.length === 0) return own[b]!;
    const key = a * orgSets.length + b;
    let list = unions.get(key);
    if (!list) unions.set(key, (list = [...new Set([...own[a]!, ...own[b]!])]));
    return list;
  };
  const { role } = definition;
  const main = columns[role === 'any' ? 'implementing' : role];
  let undated = 0;
  for (let entry = 0; entry < columns.unit.length; entry++) {
    if (!status[columns.status[entry]!]) continue;
    const ownSectors = sectorSets[columns.sectors[entry]!]!;
    if (sectors && ownSectors.length === 0) continue;
    const ownOrgs = role === 'any' ? both(main[entry]!, columns.programming[entry]!) : own[main[entry]!]!;
    if (ownOrgs.length === 0) continue;
    const when = periods[columns.period[entry]!];
    if (when === undefined) undated += columns.records[entry]!;
    else if (when) visit(entry, ownOrgs, ownSectors);
  }
  return undated;
}

/** Entries that the definition includes. `undated` counts source rows left out because a period is asked and they state none. */
export function selectPresence(data: PresenceColumns, definition: CountDefinition): { selected: Selected[]; undated: number } {
  const selected: Selected[] = [];
  const undated = visitSelected(data, definition, (entry, orgs, sectors) => selected.push({ entry, orgs, sectors }));
  return { selected, undated };
}

/** For each unit of the list its ancestor at `level`: its own index at that level, -1 where the unit is higher up. */
export function ancestorsAt(units: PresenceColumns['units'], level: AdminLevel): Int32Array {
  const result = new Int32Array(units.length);
  for (let i = 0; i < units.length; i++) {
    let at = i;
    while (at >= 0 && units[at]!.level > level) at = units[at]!.parent;
    result[i] = at >= 0 && units[at]!.level === level ? at : -1;
  }
  return result;
}

/**
 * Distinct organisations, sectors, activities and people by unit of `level`. An organisation in three districts of a region is one in the region.
 * @param unitCode what stands for a record whose unit is not known at all (no boundaries)
 */
export function countPresence(data: PresenceColumns, definition: CountDefinition, level: AdminLevel, unitCode = ''): PresenceCount {
  const { columns, units } = data;
  const at = ancestorsAt(units, level);
  // One more place than units: the whole.
  const all = units.length;
  const orgSeen = createDistinct(units.length + 1, data.organisations.length);
  const sectorSeen = createDistinct(units.length + 1, data.sectors.length);
  const counts: (UnitCount | undefined)[] = Array.from({ length: units.length });
  const total = emptyCount();
  const knownOnlyAbove = byCode<number>();
  const notPlaced = byCode<number>();
  const inDoubt = byCode<number>();
  const sums = { knownOnlyAbove: 0, notPlaced: 0, inDoubt: 0, possible: 0, withoutPlace: 0 };
  /** Of the units in which a record may lie, those that the level speaks of: what lies deeper belongs to its unit, what lies higher may be anywhere in it. */
  const places = data.doubts.map((list) => [...new Set(list.map((unit) => codeAt(units, at, unit)))]);
  /** The same as units of the level, of rows that lie in one of them for sure. */
  const heirs = data.doubts.map((list, i) =>
    i >= (data.heirsFrom ?? Infinity) ? [...new Set(list.map((unit) => at[unit]!))].filter((unit) => unit >= 0) : [],
  );
  const perhaps: (Selected & { heirs: number[] })[] = [];

  const add = (into: UnitCount, unit: number, entry: number, orgs: number[], sectors: number[]) => {
    into.records += columns.records[entry]!;
    const people = columns.people[entry]!;
    if (people !== null) into.people = (into.people ?? 0) + people;
    for (const org of orgs) if (orgSeen.add(unit, org)) into.organisations++;
    for (const sector of sectors) if (sectorSeen.add(unit, sector)) into.sectors++;
  };
  const undated = visitSelected(data, definition, (entry, orgs, sectors) => {
    add(total, all, entry, orgs, sectors);
    const own = columns.unit[entry]!;
    const unit = own < 0 ? -1 : at[own]!;
    if (unit >= 0) {
      add((counts[unit] ??= emptyCount()), unit, entry, orgs, sectors);
      return;
    }
    const records = columns.records[entry]!;
    const code = own < 0 ? unitCode : units[own]!.pcode;
    const stated = columns.stated[entry]!;
    const doubt = columns.doubt[entry]!;
    // All that can be known is known, only it is no more; otherwise the place is in doubt, or the record names none.
    const certain = own >= 0 && units[own]!.level > 0 && stated >= 0 && doubt < 0;
    const into = certain ? knownOnlyAbove : notPlaced;
    into[code] = (into[code] ?? 0) + records;
    sums[certain ? 'knownOnlyAbove' : 'notPlaced'] += records;
    if (stated < 0) sums.withoutPlace += records;
    if (doubt < 0) return;
    sums.inDoubt += records;
    if (heirs[doubt]!.length > 0) {
      sums.possible += records;
      perhaps.push({ entry, orgs, sectors, heirs: heirs[doubt]! });
    }
    const possible = places[doubt]!;
    for (const place of possible.length > 0 ? possible : [own < 0 ? '' : codeAt(units, at, own)]) inDoubt[place] = (inDoubt[place] ?? 0) + records;
  });
  const measure = measureOf(definition);
  const byPcode = byCode<UnitCount>();
  let counted = 0;
  counts.forEach((count, unit) => {
    if (!count) return;
    counted++;
    byPcode[units[unit]!.pcode] = { ...count, count: measure(count) };
  });
  // After all that is certain, so that an organisation that certainly is in a unit is not there twice.
  const possible = new Map<number, UnitCount>();
  for (const { entry, orgs, sectors, heirs } of perhaps)
    for (const unit of heirs) {
      if (!possible.has(unit)) possible.set(unit, { ...(counts[unit] ?? emptyCount()) });
      add(possible.get(unit)!, unit, entry, orgs, sectors);
    }
  const possibleByPcode = byCode<UnitCount>();
  for (const [unit, count] of possible) possibleByPcode[units[unit]!.pcode] = { ...count, count: measure(count) };
  const isReported = new Uint8Array(units.length);
  for (const unit of columns.unit) if (unit >= 0 && at[unit]! >= 0) isReported[at[unit]!] = 1;
  return {
    level,
    definition,
    byPcode,
    possible: possibleByPcode,
    reported: units.flatMap(({ pcode }, unit) => (isReported[unit] === 1 ? [pcode] : [])).sort(),
    knownOnlyAbove,
    notPlaced,
    inDoubt,
    totals: { ...total, count: measure(total), units: counted, ...sums, undated },
  };
}

/** The unit's code at the level, or its own where it lies higher; '' for the country, which says nothing of one unit. */
function codeAt(units: PresenceColumns['units'], at: Int32Array, unit: number): string {
  const { pcode, level } = units[at[unit]! >= 0 ? at[unit]! : unit]!;
  return level === 0 ? '' : pcode;
}

/** What the definition counts, of the counts of one unit. */
const measureOf =
  ({ unit }: CountDefinition) =>
  ({ organisations, records, people }: UnitCount): number | null =>
    unit === 'organisations' ? organisations : unit === 'activities' ? records : people;

/** A count by another unit of counting, without counting again: all three are counted every time. The definitions must differ in nothing else. */
export function recount(counted: PresenceCount, definition: CountDefinition): PresenceCount {
  const measure = measureOf(definition);
  const again = (all: PresenceCount['byPcode']) => {
    const made = byCode<UnitCount>();
    for (const code in all) made[code] = { ...all[code]!, count: measure(all[code]!) };
    return made;
  };
  // The sum over everything is one more count, with more to say.
  return {
    ...counted,
    definition,
    byPcode: again(counted.byPcode),
    possible: again(counted.possible),
    totals: { ...counted.totals, count: measure({ ...counted.totals, count: 0 }) },
  };
}

/** Keyed by what a stranger's file calls its units: `__proto__` is a key like any other. */
const byCode = <T>(): Record<string, T> => Object.create(null) as Record<string, T>;

const emptyCount = (): UnitCount => ({ count: 0, organisations: 0, sectors: 0, records: 0, people: null });
