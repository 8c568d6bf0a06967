/** Records that are likely one assessment entered twice; a person decides, once. Pure. */
import type { Pair } from '../../contract/assessments/assessments.ts';
import type { AdminLevel } from '../../contract/ids.ts';
import { landingOf, type Ground } from '../coverage/ground.ts';
import { shareLead, windowOf, type StoredAssessment } from '../model.ts';
import { ALIKE, likenessOfTitles } from './title.ts';

type Compared = Pick<
  StoredAssessment,
  'id' | 'title' | 'leads' | 'coverage' | 'collectionStart' | 'collectionEnd' | 'plannedStart' | 'state' | 'status' | 'related'
>;
/** Of the smaller of two lists of units. */
const COMMON = 0.5;

const deepestOf = ({ coverage }: Pick<Compared, 'coverage'>): number => Math.max(-1, ...coverage.areas.map(({ level }) => level));

/** Places of a record at a level: as they were stated there, and the units that hold those stated below it. */
function placesAt(ground: Ground, { coverage }: Pick<Compared, 'coverage'>, level: number): Set<string> {
  const keys = coverage.areas.flatMap((area): string[] => {
    if (area.level < level) return [];
    if (area.level === level) return [`${level} ${area.pcode !== null && area.unitLevel === level ? area.pcode : (area.code ?? area.name)}`];
    const landing = landingOf(ground, area);
    const unit = landing && landing.unit.level >= level ? ground.tree.ancestorAt(landing.unit, level as AdminLevel) : undefined;
    return unit ? [`${level} ${unit.pcode}`] : [];
  });
  return new Set(keys);
}

/** 0 … 1: places that both name, of those of the one that names fewer; where one goes deeper, at the level of the other. Two that name none have nothing in common. */
export function commonPlaces(ground: Ground, a: Pick<Compared, 'coverage'>, b: Pick<Compared, 'coverage'>): number {
  const level = Math.min(deepestOf(a), deepestOf(b));
  const [one, other] = [placesAt(ground, a, level), placesAt(ground, b, level)];
  const fewer = Math.min(one.size, other.size);
  return fewer === 0 ? 0 : [...one].filter((key) => other.has(key)).length / fewer;
}

const meet = (a: Compared, b: Compared): boolean => {
  const [one, other] = [windowOf(a), windowOf(b)];
  return one !== null && other !== null && one.start <= other.end && other.start <= one.end;
};

const likenessOf = (a: Compared, b: Compared): number =>
  Math.max(...Object.values(a.title).flatMap((one) => Object.values(b.title).map((other) => likenessOfTitles(one, other))));

/** A later round of another says so, and is no duplicate. */
const isRelated = (a: Compared, b: Compared): boolean => a.related.some(({ id }) => id === b.id) || b.related.some(({ id }) => id === a.id);

/** null: they are two. */
export function pairOf(ground: Ground, a: Compared, b: Compared): Omit<Pair, 'decision'> | null {
  if (a.id === b.id || isRelated(a, b) || !meet(a, b) || !shareLead(a, b)) return null;
  const common = commonPlaces(ground, a, b);
  if (common < COMMON) return null;
  const likeness = likenessOf(a, b);
  if (likeness < ALIKE) return null;
  const [first, second] = a.id < b.id ? [a.id, b.id] : [b.id, a.id];
  return { a: first, b: second, likeness: Math.round(likeness * 100) / 100, common: Math.round(common * 100) / 100 };
}

/** Likeliest first. Cancelled ones are no second entry of anything. */
export function findPairs(ground: Ground, records: readonly Compared[]): Omit<Pair, 'decision'>[] {
  const told = records.filter(({ status }) => status !== 'cancelled');
  const found = told.flatMap((a, i) => told.slice(i + 1).flatMap((b) => pairOf(ground, a, b) ?? []));
  return found.toSorted((a, b) => b.likeness - a.likeness || (a.a < b.a ? -1 : 1));
}
