/**
 * The people of each relation: by deeper units that are counted, else by the units of the new version, else by area, always with the least and the
 * greatest that is known. Nothing is lost: the people of a level before are those placed and those left over, to the person.
 */
import type { LevelChanges, UnitRelation, VersionChanges } from '../../contract/boundaries/changes.ts';
import {
  LEAST_APPORTIONED,
  type CrosswalkLevel,
  type CrosswalkRelation,
  type PeopleOfLevel,
  type PeopleRemainder,
  type Ranged,
} from '../../contract/boundaries/crosswalk.ts';
import type { AdminLevel } from '../../contract/ids.ts';
import { apportion } from '../../contract/boundaries/apportion.ts';
import { ancestors, measureAreaError, sidesOf, unitsAt, type Census, type CensusLevel, type Side } from './census.ts';
import { unitKey } from './chain.ts';
import { addMasses, atomsOf, type Masses } from './masses.ts';

/** Relations whose targets are heirs, so that equal parts are one way to divide; ground that passed between two that go on is not. */
const HEIRS: readonly string[] = ['split', 'split-off', 'redistricted'];
/** So much in one target, and few people go there whole. */
const NEAR = 0.98;

interface Weighing {
  levels: readonly LevelChanges[];
  before: Side;
  after: Side;
  census: Census | null;
}

interface Basis {
  name: string;
  /** Only units on the cut are in doubt then. */
  isDeeper: boolean;
  masses: Masses;
  incomplete: ReadonlySet<string>;
}

interface Divided {
  basis: string | null;
  /** One for each row; null: no ground to divide by. */
  shares: (Ranged | null)[];
  people: number | null;
  counts: (Ranged | null)[];
  remainder: PeopleRemainder | null;
}

/** Every level with its people. Levels that have another number in the new version, or none, are divided by area. */
export function weighPeople(changes: VersionChanges, census: Census | null): CrosswalkLevel[] {
  const { levels } = changes;
  const { before, after } = sidesOf(changes);
  const weighing = { levels, before, after, census };
  const areaError = measureAreaError(census, before, after);
  return levels.map((changes) => weighLevel(changes, weighing, areaError));
}

function weighLevel(changes: LevelChanges, weighing: Weighing, areaError: number | null): CrosswalkLevel {
  const { relations, ...rest } = changes;
  const bases = findBases(changes, weighing);
  const known = peopleBefore(changes.level, weighing);
  const bySource = Map.groupBy(
    relations.filter(({ source }) => source !== null),
    ({ source }) => unitKey(source!),
  );
  const weighed = new Map<UnitRelation, { basis: string | null; share: Ranged | null; count: Ranged | null; people: number | null }>();
  const remainders: PeopleRemainder[] = [];
  let [total, placed, unknown] = [0, 0, 0];
  for (const rows of bySource.values()) {
    const divided = divide(rows, bases, known?.people.get(rows[0]!.source!.pcode) ?? null, areaError);
    rows.forEach((row, i) => {
      const count = divided.counts[i]!;
      weighed.set(row, { basis: divided.basis, share: divided.shares[i]!, count, people: divided.people });
      if (row.target !== null) placed += count?.value ?? 0;
    });
    if (divided.people === null) unknown++;
    total += divided.people ?? 0;
    if (divided.remainder) remainders.push(divided.remainder);
  }
  const shareOfTarget = targetShares(relations, weighed, bases);
  const people: PeopleOfLevel | null = known && {
    dataset: weighing.census!.dataset,
    version: weighing.census!.version,
    year: known.year,
    before: total,
    placed,
    unknown,
    remainders,
  };
  return {
    ...rest,
    people,
    areaError,
    relations: relations.map((relation): CrosswalkRelation => {
      const own = weighed.get(relation);
      return {
        ...relation,
        people: {
          basis: own?.basis ?? null,
          shareOfSource: own?.share ?? null,
          shareOfTarget: shareOfTarget.get(relation) ?? null,
          count: own?.count ?? null,
        },
      };
    }),
  };
}

/** In the order in which they are taken: deeper units of the old version, deepest first; those of the new one; the new version's own. */
function findBases({ level, toLevel }: LevelChanges, { levels, census, before, after }: Weighing): Basis[] {
  if (!census || toLevel !== undefined) return [];
  const rank = (own: CensusLevel) => (own.side === 'before' ? 0 : 10) - own.level;
  return census.levels
    .filter((own) => own.level > level || (own.level === level && own.side === 'after'))
    .toSorted((a, b) => rank(a) - rank(b))
    .flatMap((own): Basis[] => {
      const changes = levels.find((one) => one.level === own.level);
      if (!changes || changes.toLevel !== undefined || changes.units.before === 0 || changes.units.after === 0) return [];
      const atoms = atomsOf(own, changes, level, before, after);
      const name = `ps-adm${own.level}${own.year === null ? '' : `-${own.year}`}`;
      return [{ name, isDeeper: own.level > level, masses: addMasses(atoms), incomplete: atoms.incomplete }];
    });
}

/** The population of the old units: their own, else the sum of those below. */
function peopleBefore(level: AdminLevel, { census, before }: Weighing): { people: ReadonlyMap<string, number>; year: number | null } | null {
  const levels = census?.levels.filter((one) => one.side === 'before' && one.level >= level).toSorted((a, b) => a.level - b.level) ?? [];
  const own = levels[0];
  if (!own) return null;
  if (own.level === level) return own;
  const parentOf = ancestors(before, own.level, level);
  const sums = new Map<string, number>();
  const lacking = new Set<string>();
  for (const { pcode } of unitsAt(before, own.level)) {
    const parent = parentOf(pcode);
    const people = own.people.get(pcode);
    if (parent === null) continue;
    if (people === undefined) lacking.add(parent);
    else sums.set(parent, (sums.get(parent) ?? 0) + people);
  }
  for (const parent of lacking) sums.delete(parent);
  return { people: sums, year: own.year };
}

function divide(rows: readonly UnitRelation[], bases: readonly Basis[], people: number | null, areaError: number | null): Divided {
  const { pcode, name } = rows[0]!.source!;
  const { basis, shares } = shareOut(rows, bases, areaError);
  const nothing = rows.map(() => null);
  const left = (why: PeopleRemainder['why'], count: number): PeopleRemainder => ({ pcode, name, people: count, why });
  if (people === null) return { basis, shares, people, counts: nothing, remainder: null };
  if (shares.every((share) => share === null)) return { basis, shares, people, counts: nothing, remainder: people > 0 ? left('no-ground', people) : null };
  const weights = shares.map((share) => share?.value ?? 0);
  const nearest = weights.findIndex((weight, i) => weight >= NEAR && rows[i]!.target !== null);
  const isFew = people < LEAST_APPORTIONED;
  if (isFew && nearest < 0 && weights.filter((weight) => weight > 0).length > 1)
    return { basis, shares, people, counts: nothing, remainder: people > 0 ? left('too-few', people) : null };
  const whole = isFew && nearest >= 0 ? weights.map((_, i) => (i === nearest ? people : 0)) : apportion(people, weights)!;
  const counts = whole.map((value, i): Ranged => {
    const { low, high } = shares[i] ?? { low: 0, high: 0 };
    return isFew
      ? { value, low: value, high: value }
      : { value, low: Math.min(value, Math.round(low * people)), high: Math.max(value, Math.round(high * people)) };
  });
  const lost = whole.reduce((sum, value, i) => (rows[i]!.target === null ? sum + value : sum), 0);
  return { basis, shares, people, counts, remainder: lost > 0 ? left('no-ground', lost) : null };
}

/** The shares of one source by the first basis that knows all of it. */
function shareOut(rows: readonly UnitRelation[], bases: readonly Basis[], areaError: number | null): { basis: string | null; shares: (Ranged | null)[] } {
  const { pcode } = rows[0]!.source!;
  // Named only by its code on the other side: all of it, or nothing is known.
  if (rows.every(({ shareOfSource }) => shareOfSource === null)) {
    const isWhole = rows.length === 1 && rows[0]!.target !== null;
    return { basis: null, shares: rows.map(() => (isWhole ? { value: 1, low: 1, high: 1 } : null)) };
  }
  const areas = rows.map(({ shareOfSource }) => shareOfSource ?? 0);
  const area = areas.reduce((sum, share) => sum + share, 0);
  for (const { name, isDeeper, masses, incomplete } of bases) {
    const row = masses.get(pcode);
    if (pcode === '' || !row || incomplete.has(pcode)) continue;
    // Targets that share noise only are no rows here, and get no people.
    const own = rows.map(({ target }) => row.get(target?.pcode ?? '') ?? { people: 0, low: 0, high: 0 });
    const sum = own.reduce((all, { people }) => all + people, 0);
    if (sum <= 0) continue;
    const shares = own.map(({ people, low, high }, i) => ranged(people / sum, isDeeper ? [low / sum, high / sum] : others(rows, areas[i]! / area)));
    return { basis: name, shares };
  }
  if (area <= 0) return { basis: null, shares: rows.map(() => null) };
  return { basis: 'area', shares: areas.map((share) => byArea(rows, share / area, areaError)) };
}

/** By area, and for heirs in equal parts. */
function others(rows: readonly UnitRelation[], area: number): number[] {
  const heirs = rows.filter(({ target }) => target !== null);
  return heirs.length > 1 && heirs.every(({ relation }) => HEIRS.includes(relation)) ? [area, 1 / heirs.length] : [area];
}

function byArea(rows: readonly UnitRelation[], share: number, areaError: number | null): Ranged {
  if (rows.length === 1) return { value: share, low: share, high: share };
  return ranged(share, areaError === null ? others(rows, share) : [share * (1 - areaError), share * (1 + areaError)]);
}

function ranged(value: number, more: readonly number[]): Ranged {
  const clip = (share: number) => Number(Math.min(1, Math.max(0, share)).toFixed(6));
  return { value: Number(value.toFixed(6)), low: clip(Math.min(value, ...more)), high: clip(Math.max(value, ...more)) };
}

/** Of the people of each target, those of each source; by area where the population of a source is not known. */
function targetShares(
  relations: readonly UnitRelation[],
  weighed: ReadonlyMap<UnitRelation, { share: Ranged | null; count: Ranged | null; people: number | null }>,
  bases: readonly Basis[],
): Map<UnitRelation, Ranged> {
  const shares = new Map<UnitRelation, Ranged>();
  const byTarget = Map.groupBy(
    relations.filter(({ target }) => target !== null),
    ({ target }) => unitKey(target!),
  );
  for (const rows of byTarget.values()) {
    const own = rows.map((row): Ranged | null => {
      if (row.source === null) return { value: 0, low: 0, high: 0 };
      const { share = null, people = null } = weighed.get(row) ?? {};
      if (share && people !== null) return { value: share.value * people, low: share.low * people, high: share.high * people };
      const mass = bases
        .find(({ incomplete }) => !incomplete.has(row.source!.pcode))
        ?.masses.get(row.source.pcode)
        ?.get(row.target!.pcode);
      return mass ? { value: mass.people, low: mass.low, high: mass.high } : null;
    });
    const people = own.reduce((sum, one) => sum + (one?.value ?? 0), 0);
    const areas = rows.map(({ shareOfTarget }) => shareOfTarget ?? 0);
    const area = areas.reduce((sum, share) => sum + share, 0);
    const isKnown = people > 0 && own.every((one) => one !== null);
    rows.forEach((row, i) => {
      if (isKnown) shares.set(row, shareAmong(own as Ranged[], i));
      else if (rows.length === 1 && row.source !== null) shares.set(row, { value: 1, low: 1, high: 1 });
      else if (area > 0) shares.set(row, ranged(areas[i]! / area, others(rows, areas[i]! / area)));
    });
  }
  return shares;
}

/** Least where the others have most, and the other way round. */
function shareAmong(own: readonly Ranged[], at: number): Ranged {
  const rest = (key: keyof Ranged) => own.reduce((sum, one, i) => (i === at ? sum : sum + one[key]), 0);
  const of = (part: number, others: number) => (part + others > 0 ? part / (part + others) : 0);
  const { value, low, high } = own[at]!;
  return ranged(of(value, rest('value')), [of(low, rest('high')), of(high, rest('low'))]);
}
