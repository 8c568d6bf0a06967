/** The population that people are divided by: which version of the boundaries each of its levels is coded by, and how wrong areas are in this country. */
import type { ChangedUnit, VersionChanges } from '../../contract/boundaries/changes.ts';
import type { AdminLevel, DatasetId, VersionTag } from '../../contract/ids.ts';
import type { PopulationLevelValues } from '../../contract/population/population.ts';
import { unitKey } from './chain.ts';

/** One of the two versions: its levels with their units. */
export interface Side {
  version: VersionTag | null;
  levels: ReadonlyMap<AdminLevel, readonly ChangedUnit[]>;
}

/** Both versions as the changes name them: every unit is in one of them. */
export function sidesOf({ from, to, levels }: VersionChanges): { before: Side; after: Side } {
  const unique = (units: (ChangedUnit | null)[]) => [...new Map(units.flatMap((unit) => (unit ? [[unitKey(unit), unit]] : []))).values()];
  return {
    before: { version: from, levels: new Map(levels.map(({ level, relations }) => [level, unique(relations.map(({ source }) => source))])) },
    after: { version: to, levels: new Map(levels.map(({ level, toLevel = level, relations }) => [toLevel, unique(relations.map(({ target }) => target))])) },
  };
}

export interface CensusLevel {
  level: AdminLevel;
  year: number | null;
  /** The version that its codes are those of. */
  side: 'before' | 'after';
  /** Whole persons by P-code. */
  people: ReadonlyMap<string, number>;
}

export interface Census {
  dataset: DatasetId;
  version: VersionTag;
  levels: CensusLevel[];
}

/** A population that names neither version is read by the codes of the one that knows at least so many of them. */
const KNOWN_CODES = 0.98;

/** Levels that belong to neither version are left out: the same code may be other ground. Totals of both sexes and all ages. */
export function readCensus(dataset: DatasetId, version: VersionTag, values: readonly PopulationLevelValues[], before: Side, after: Side): Census {
  const levels = values.flatMap((own): CensusLevel[] => {
    const people = totalsOf(own);
    const side = people.size > 0 ? sideOf(own, people, before, after) : null;
    return side ? [{ level: own.level, year: own.year, side, people }] : [];
  });
  return { dataset, version, levels };
}

function totalsOf({ groups, pcodes, values }: PopulationLevelValues): Map<string, number> {
  const total = groups.findIndex(({ sex, ageFrom, other }) => sex === 't' && ageFrom === null && other === null);
  const people = new Map<string, number>();
  values[total]?.forEach((value, row) => {
    if (value !== null && value >= 0) people.set(pcodes[row]!, (people.get(pcodes[row]!) ?? 0) + Math.round(value));
  });
  return people;
}

function sideOf({ level, boundaries }: PopulationLevelValues, people: ReadonlyMap<string, number>, before: Side, after: Side): 'before' | 'after' | null {
  if (boundaries !== null && boundaries.version === before.version) return 'before';
  if (boundaries !== null && boundaries.version === after.version) return 'after';
  const known = (side: Side) => {
    const units = unitsAt(side, level);
    const codes = new Set(units.map(({ pcode }) => pcode));
    return units.length === 0 ? 0 : [...people.keys()].filter((code) => codes.has(code)).length / people.size;
  };
  const [old, now] = [known(before), known(after)];
  if (Math.max(old, now) < KNOWN_CODES) return null;
  return old >= now ? 'before' : 'after';
}

export const unitsAt = (side: Side, level: AdminLevel): readonly ChangedUnit[] => side.levels.get(level) ?? [];

/** Finds the unit of a level above in which one lies: codes are unique within a level only. */
export function ancestors(side: Side, from: AdminLevel, to: AdminLevel): (pcode: string) => string | null {
  const steps: Map<string, string | null>[] = [];
  for (let level = from; level > to; level--) steps.push(new Map(unitsAt(side, level).map(({ pcode, parent }) => [pcode, parent])));
  return (pcode) => steps.reduce<string | null>((code, parents) => (code === null ? null : (parents.get(code) ?? null)), pcode);
}

/**
 * What a child's people would be wrong by, had they been put there by area: the median over all children of parents with several, of levels that have a
 * population. null: there are no two such levels.
 */
export function measureAreaError(census: Census | null, before: Side, after: Side): number | null {
  const errors = (census?.levels ?? []).flatMap((own) => {
    const side = own.side === 'before' ? before : after;
    const units = unitsAt(side, own.level).filter(({ pcode, parent }) => parent !== null && own.people.has(pcode));
    return [...Map.groupBy(units, ({ parent }) => parent)].flatMap(([, children]) => {
      const area = children.reduce((sum, { areaSqKm }) => sum + areaSqKm, 0);
      const people = children.reduce((sum, { pcode }) => sum + own.people.get(pcode)!, 0);
      if (children.length < 2 || area === 0) return [];
      return children.flatMap(({ pcode, areaSqKm }) => {
        const real = own.people.get(pcode)!;
        return real > 0 ? [Math.abs((people * areaSqKm) / area - real) / real] : [];
      });
    });
  });
  if (errors.length === 0) return null;
  return Number(errors.toSorted((a, b) => a - b)[errors.length >> 1]!.toFixed(4));
}
