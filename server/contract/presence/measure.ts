/**
 * What a 3W map paints, from counts of count.ts: the count, people for each organisation, or the difference to another period.
 * The one implementation for server and client (decision 0013); it imports nothing but types.
 */
import type { ToldCount } from './told.ts';

/** Why a unit has no number. `possible`: rows of a unit that was split may lie there, and none certainly does. `notPlaced`: rows that wait for a decision on their place may lie there. `noData`: something is there, but its number is not known. `withheld`: of a sensitive 3W, and not given. */
export const EMPTINESSES = ['zero', 'notReported', 'aboveOnly', 'possible', 'notPlaced', 'noData', 'withheld'] as const;
export type Emptiness = (typeof EMPTINESSES)[number];

export type Counts = Pick<ToldCount, 'definition' | 'byPcode' | 'possible' | 'reported' | 'knownOnlyAbove' | 'inDoubt'>;

/**
 * What is made of a count. `people`: population by P-code. `before`: the same count of the other period; null where none is chosen. A change with
 * `people` is that of people for each organisation.
 */
export type Measured =
  | { is: 'count' }
  | { is: 'ratio'; people: ReadonlyMap<string, number> }
  | { is: 'change'; before: Counts | null; people?: ReadonlyMap<string, number> | null };

export interface Change {
  before: number;
  now: number;
}

/** People for each organisation; null where either is missing, so that nothing is divided by zero. */
export function ratioOf(organisations: number | null, people: number | null | undefined): number | null {
  return organisations !== null && organisations > 0 && people !== null && people !== undefined ? people / organisations : null;
}

/**
 * By P-code, for units that have a number in either period. A unit with records of which none states its people has no number of people, in
 * that period: null. So has one of people for each organisation where either period has no organisation.
 * @param people where the change is of these for each organisation: in whole people, as either side is written
 */
export function changeOf(now: Counts, before: Counts, people: ReadonlyMap<string, number> | null = null): Map<string, Change | null> {
  const changes = new Map<string, Change | null>();
  for (const code of new Set([...Object.keys(now.byPcode), ...Object.keys(before.byPcode)])) {
    if (people) {
      const [a, b] = [now, before].map(({ byPcode }) => byPcode[code]?.organisations ?? 0) as [number, number];
      const [is, was] = [a, b].map((organisations) => ratioOf(organisations, people.get(code)));
      if (a > 0 || b > 0) changes.set(code, is != null && was != null ? { now: Math.round(is), before: Math.round(was) } : null);
      continue;
    }
    const change = { now: now.byPcode[code]?.count ?? 0, before: before.byPcode[code]?.count ?? 0 };
    if (isUnstated(now, code) || isUnstated(before, code)) changes.set(code, null);
    else if (change.now > 0 || change.before > 0) changes.set(code, change);
  }
  return changes;
}

/** What is withheld in either period is withheld in whatever is made of it. */
const isWithheld = (counts: Counts | null, pcode: string): boolean => counts?.byPcode[pcode]?.reason === 'withheld';

/** Whether rows that wait for a decision may lie in the unit, as far as is known. */
export function mayLieIn({ inDoubt }: Pick<Counts, 'inDoubt'>, pcode: string, above: readonly string[]): boolean {
  return pcode in inDoubt || '' in inDoubt || above.some((code) => code in inDoubt);
}

/** What is possible in a unit where that is more than what is certain; null elsewhere, and where it is not told. */
export function possibleOf(
  { byPcode, possible }: Pick<Counts, 'byPcode' | 'possible'>,
  pcode: string,
  part: 'count' | 'organisations' = 'count',
): number | null {
  const most = possible[pcode]?.[part] ?? null;
  return most !== null && most > (byPcode[pcode]?.[part] ?? 0) ? most : null;
}

const mayBeMore = (count: Counts, pcode: string, { is }: Measured): boolean => possibleOf(count, pcode, is === 'ratio' ? 'organisations' : 'count') !== null;

/** How many of these rows there are; null where that is not told. */
export function rowsInDoubt({ inDoubt }: Pick<Counts, 'inDoubt'>, pcode: string, above: readonly string[]): number | null {
  let rows = 0;
  for (const code of ['', pcode, ...above]) {
    const own = inDoubt[code];
    if (own === null) return null;
    rows += own ?? 0;
  }
  return rows;
}

/** People are counted, the unit has records, and none of them states any. */
function isUnstated({ definition, byPcode }: Counts, pcode: string): boolean {
  return definition.unit === 'people' && byPcode[pcode] !== undefined && byPcode[pcode].people === null;
}

/**
 * A number or a kind of emptiness for each unit. One without a number is, in this order: one in which rows of a split unit are possible; one of whose parent something is known but not where
 * in it; one in which rows may lie that wait for a decision; one that the source speaks of, and that is zero; one of which nobody reports.
 * @param units codes of the units above each unit; without the country, which is above everything and says nothing of one unit
 */
export function measurePresence(
  count: Counts,
  units: Iterable<readonly [pcode: string, above: readonly string[]]>,
  measured: Measured,
): Map<string, number | Emptiness> {
  const reported = new Set(count.reported);
  // Where nothing that is counted states its people, a unit without a record of the definition is no unit with zero people either.
  const counted = Object.keys(count.byPcode);
  const silent = counted.length > 0 && counted.every((code) => isUnstated(count, code));
  const compared = measured.is === 'change' && measured.before ? { before: measured.before, people: measured.people ?? null } : null;
  const changes = compared && changeOf(count, compared.before, compared.people);

  function numberOf(pcode: string): number | 'noData' | null {
    const own = count.byPcode[pcode];
    if (measured.is === 'ratio') return own?.organisations ? (ratioOf(own.organisations, measured.people.get(pcode)) ?? 'noData') : null;
    if (measured.is === 'count' || !changes) {
      if (isUnstated(count, pcode)) return 'noData';
      if (!own?.count) return null;
      return measured.is === 'count' ? own.count : 'noData';
    }
    const change = changes.get(pcode);
    if (change === undefined) return null;
    return change ? change.now - change.before : 'noData';
  }

  /** Nothing is certain of one side of a change, and rows that wait for a decision may be what lies there: the difference is not known. */
  function isHalfInDoubt(pcode: string, above: readonly string[]): boolean {
    if (!compared || !changes!.has(pcode) || compared.people?.has(pcode) === false) return false;
    const part = compared.people ? 'organisations' : 'count';
    const [now, before] = [count, compared.before].map(({ byPcode }) => (byPcode[pcode] ? byPcode[pcode][part] : 0)) as [number | null, number | null];
    if (now === null || before === null || (now > 0 && before > 0)) return false;
    const { inDoubt } = now > 0 ? compared.before : count;
    return pcode in inDoubt || above.some((code) => code in inDoubt);
  }

  const values = new Map<string, number | Emptiness>();
  for (const [pcode, above] of units) {
    const number = isWithheld(count, pcode) || (measured.is === 'change' && isWithheld(measured.before, pcode)) ? 'withheld' : numberOf(pcode);
    if (number !== null && number !== 'withheld' && isHalfInDoubt(pcode, above)) values.set(pcode, 'notPlaced');
    else if (number !== null) values.set(pcode, number);
    else if (!compared && mayBeMore(count, pcode, measured)) values.set(pcode, 'possible');
    else if (above.some((code) => code in count.knownOnlyAbove)) values.set(pcode, 'aboveOnly');
    else if (mayLieIn(count, pcode, above) || (compared && mayLieIn(compared.before, pcode, above))) values.set(pcode, 'notPlaced');
    else values.set(pcode, !reported.has(pcode) ? 'notReported' : silent ? 'noData' : 'zero');
  }
  return values;
}
