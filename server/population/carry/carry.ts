/**
 * A COD-PS that was counted on one version of the boundaries, on another (decision 0064): whole units go where their ground went, the others are divided
 * by where their people are known to live, with the least and the greatest. Nothing is lost: what no unit can be given is a line of its own. Pure.
 */
import type { ChangedUnit } from '../../contract/boundaries/changes.ts';
import type { CrosswalkLevel } from '../../contract/boundaries/crosswalk.ts';
import type { AdminLevel } from '../../contract/ids.ts';
import type { CarriedLevel, CarryMethod, PopulationRemainder, ShownLevel } from '../../contract/population/carried.ts';
import type { PopulationGroup, PopulationLevelValues } from '../../contract/population/population.ts';
import { DERIVED } from '../normalize/words.ts';
import { findLandings, type Landing } from './landings.ts';
import { childrenBetween, parentsBetween, portionsOf, totalOf, worst, type Below, type Carried, type Portion } from './portions.ts';

export interface CarriedLevels {
  levels: ShownLevel[];
  /** Levels of the file that have no counterpart. */
  missing: AdminLevel[];
}

type Units = Map<number, ChangedUnit[]>;
type Levels = readonly PopulationLevelValues[];

const WIDEST = 10;
/** A part whose people are not known makes those of the whole unknown, if it is more than a strip along the border. */
const STRIP = 0.02;

/** @param changes what became of the units, with the shares of their people */
export function carryPopulation(levels: Levels, changes: readonly CrosswalkLevel[]): CarriedLevels {
  const before = unitsOf(changes, ({ level }) => level, 'source');
  const after = unitsOf(changes, ({ level, toLevel = level }) => toLevel, 'target');
  const done: { to: AdminLevel; level: PopulationLevelValues; carried: Map<string, Carried> }[] = [];
  const shown: ShownLevel[] = [];
  const missing: AdminLevel[] = [];
  for (const full of levels.toSorted((a, b) => b.level - a.level)) {
    const own = changes.find((each) => each.level === full.level && each.units.before > 0 && each.units.after > 0);
    // The country is the country, and has no outline in most versions.
    if (!own && full.level !== 0) {
      missing.unshift(full.level);
      continue;
    }
    const { level, leftOut } = withoutDerived(full);
    const to = own ? (own.toLevel ?? own.level) : full.level;
    const landings = own ? findLandings(own) : new Map(level.pcodes.map((pcode): [string, Landing] => [pcode, WHOLE_COUNTRY(pcode)]));
    const deeper = done.at(-1);
    const below: Below | null = deeper
      ? {
          groups: deeper.level.groups,
          carried: deeper.carried,
          childrenOf: childrenBetween(before, level.level, deeper.level.level),
          parentOf: deeper.to > to ? parentsBetween(after, deeper.to, to) : () => null,
        }
      : null;
    const carried = portionsOf(level, landings, below && deeper!.to > to ? below : null);
    done.push({ to, level, carried });
    shown.unshift(assemble({ level, to, carried, leftOut, changes: own ?? null, units: after.get(to) ?? [], before: before.get(level.level) ?? [] }));
  }
  return { levels: shown, missing };
}

const WHOLE_COUNTRY = (target: string): Landing => ({ how: 'exact', parts: [{ target, share: { value: 1, low: 1, high: 1 } }], basis: null });

function unitsOf(changes: readonly CrosswalkLevel[], levelOf: (level: CrosswalkLevel) => number, side: 'source' | 'target'): Units {
  return new Map(
    changes.map((level) => [
      levelOf(level),
      [...new Map(level.relations.flatMap((one) => (one[side] && one[side].pcode !== '' ? [[one[side].pcode, one[side]] as const] : []))).values()],
    ]),
  );
}

/** Of two units together a density is not the sum of theirs. */
const isDerived = ({ other, heading }: PopulationGroup) => other !== null && DERIVED.test(`${other} ${heading}`);

function withoutDerived(level: PopulationLevelValues): { level: PopulationLevelValues; leftOut: string[] } {
  const leftOut = level.groups.filter(isDerived).map(({ key }) => key);
  if (leftOut.length === 0) return { level, leftOut };
  const kept = level.groups.flatMap((group, g) => (isDerived(group) ? [] : [g]));
  return { level: { ...level, groups: kept.map((g) => level.groups[g]!), values: kept.map((g) => level.values[g]!) }, leftOut };
}

interface Assembling {
  level: PopulationLevelValues;
  to: AdminLevel;
  carried: ReadonlyMap<string, Carried>;
  leftOut: string[];
  changes: CrosswalkLevel | null;
  /** Of the new version; of the old one, for names. */
  units: readonly ChangedUnit[];
  before: readonly ChangedUnit[];
}

interface Share {
  source: string;
  portion: Portion;
}

function assemble({ level, to, carried, leftOut, changes, units, before }: Assembling): ShownLevel {
  const { groups } = level;
  const names = new Map(units.map(({ pcode, name }) => [pcode, name]));
  const parents = new Map(units.map(({ pcode, parent }) => [pcode, parent]));
  const oldNames = new Map(before.map(({ pcode, name }) => [pcode, name]));
  const all = [...carried].flatMap(([source, { portions }]) => portions.map((portion): Share => ({ source, portion })));
  const byTarget = Map.groupBy(
    all.filter(({ portion }) => portion.target !== null),
    ({ portion }) => portion.target!,
  );
  const lacking = withUnknownParts(changes, carried);
  const pcodes = [...byTarget.keys()].toSorted();
  const left = all.filter(({ portion }) => portion.target === null);
  const made = pcodes.map((pcode) => {
    const parts = byTarget.get(pcode)!;
    const unknown = groups.map((_, g) => lacking.has(pcode) || parts.some(({ portion }) => portion.values[g] === null));
    for (const { source, portion } of parts) {
      const values = portion.values.map((value, g) => (unknown[g] ? value : null));
      if (values.some((value) => value !== null)) left.push({ source, portion: { ...portion, target: null, how: 'remainder', values, why: 'beside-unknown' } });
    }
    const sum = (key: 'values' | 'low' | 'high') => groups.map((_, g) => (unknown[g] ? null : parts.reduce((all, { portion }) => all + portion[key][g]!, 0)));
    return { parts, values: sum('values'), low: sum('low'), high: sum('high') };
  });
  const counted = countedGroup(groups);
  const hows = made.map(({ parts, values }): CarryMethod => (values[counted] === null ? 'remainder' : worst(parts.map(({ portion }) => portion.how))));
  const turned = (key: 'values' | 'low' | 'high') => groups.map((_, g) => made.map((unit) => unit[key][g]!));
  const total = totalOf(groups);
  const figures: CarriedLevel = {
    fromLevel: level.level,
    names: pcodes.map((pcode) => names.get(pcode) ?? pcode),
    parents: pcodes.map((pcode) => parents.get(pcode) ?? null),
    methods: hows,
    basis: made.map(({ parts }) => [...new Set(parts.flatMap(({ portion }) => portion.basis))]) as CarriedLevel['basis'],
    original: made.map(({ parts }) => parts.map(({ source }) => source)),
    low: turned('low'),
    high: turned('high'),
    oneWeight: all.some(({ portion }) => portion.how === 'estimated'),
    leftOut,
    people: countPeople(groups[counted]?.key ?? '', carried, counted, made, left),
    remainders: left.flatMap(({ source, portion }): PopulationRemainder[] =>
      portion.values.some((value) => value !== null && value !== 0)
        ? [{ pcode: source, name: oldNames.get(source) ?? '', why: portion.why!, values: portion.values }]
        : [],
    ),
    widest: pcodes
      .flatMap((pcode, i) => {
        const [value, low, high] = [made[i]!.values[counted], made[i]!.low[counted], made[i]!.high[counted]];
        return value === null || value === undefined || low === high ? [] : [{ pcode, name: names.get(pcode) ?? pcode, value, low: low!, high: high! }];
      })
      .toSorted((a, b) => b.high - b.low - (a.high - a.low) || (a.pcode < b.pcode ? -1 : 1))
      .slice(0, WIDEST),
  };
  const sumOf = made.flatMap(({ values }) => values[total] ?? []);
  return {
    ...level,
    level: to,
    pcodes,
    values: turned('values'),
    total: sumOf.length === 0 ? null : sumOf.reduce((sum, value) => sum + value, 0),
    carried: figures,
  };
}

const countedGroup = (groups: readonly PopulationGroup[]): number => Math.max(0, totalOf(groups));

/** Units of the new version, of which a part was in units that the file says nothing of. */
function withUnknownParts(changes: CrosswalkLevel | null, carried: ReadonlyMap<string, Carried>): Set<string> {
  const rows = changes?.relations.filter(({ source, target, shareOfTarget }) => source && target && (shareOfTarget ?? 1) > STRIP) ?? [];
  return new Set(rows.flatMap(({ source, target }) => (carried.has(source!.pcode) ? [] : [target!.pcode])));
}

function countPeople(
  group: string,
  carried: ReadonlyMap<string, Carried>,
  counted: number,
  made: readonly { parts: readonly Share[]; values: readonly (number | null)[] }[],
  left: readonly Share[],
): CarriedLevel['people'] {
  const add = (values: readonly (number | null | undefined)[]) => values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
  const placed = made.flatMap(({ parts, values }) => (values[counted] === null ? [] : parts.map(({ portion }) => portion)));
  const of = (how: CarryMethod) => add(placed.filter((portion) => portion.how === how).map(({ values }) => values[counted]));
  return {
    group,
    before: add([...carried.values()].map(({ row }) => row[counted])),
    exact: of('exact'),
    near: of('near'),
    estimated: of('estimated'),
    remainder: add(left.map(({ portion }) => portion.values[counted])),
  };
}
