/** How many people each pair of units shares: sums of deeper units that lie in both, or of the units of the new version. */
import type { LevelChanges } from '../../contract/boundaries/changes.ts';
import type { AdminLevel } from '../../contract/ids.ts';
import { ancestors, unitsAt, type CensusLevel, type Side } from './census.ts';

/** A deeper unit that lies in one target by so much goes there whole. */
const WHOLE = 0.98;

/** People of one source in one target. */
export interface Mass {
  people: number;
  /** Of units that lie wholly there, and of all units of which any part does: the truth lies between. */
  low: number;
  high: number;
}

/** By the source, then by the target; '' is ground of no unit. */
export type Masses = Map<string, Map<string, Mass>>;

/** A level whose units are counted, and what share of each lies in which pair of units of the level that is divided. */
export interface Atoms {
  census: CensusLevel;
  /** Shares of one unit add to 1. */
  parts: ReadonlyMap<string, readonly { source: string; target: string; share: number }[]>;
  /** Sources with a unit whose people are not known. */
  incomplete: ReadonlySet<string>;
}

/** `changes`: of the level of the census, which is the level asked for or a deeper one that both versions have. */
export function atomsOf(census: CensusLevel, changes: LevelChanges, level: AdminLevel, before: Side, after: Side): Atoms {
  const sourceOf = ancestors(before, census.level, level);
  const targetOf = ancestors(after, census.level, level);
  const isOld = census.side === 'before';
  const parts = new Map<string, { source: string; target: string; share: number }[]>();
  const incomplete = new Set<string>();
  for (const { source, target, shareOfSource, shareOfTarget } of changes.relations) {
    const atom = isOld ? source : target;
    const share = isOld ? shareOfSource : shareOfTarget;
    if (!atom || share === null) continue;
    const part = { source: source ? (sourceOf(source.pcode) ?? '') : '', target: target ? (targetOf(target.pcode) ?? '') : '', share };
    const known = parts.get(atom.pcode);
    if (known) known.push(part);
    else parts.set(atom.pcode, [part]);
    if (!census.people.has(atom.pcode)) incomplete.add(part.source);
  }
  // A unit without geometry is in no relation with shares, and its people would be missed.
  if (isOld) for (const { pcode } of unitsAt(before, census.level)) if (!parts.has(pcode)) incomplete.add(sourceOf(pcode) ?? '');
  return { census, parts, incomplete };
}

/** Adds up people by pair. A unit on a cut counts by its share of ground. */
export function addMasses({ census, parts }: Atoms): Masses {
  const masses: Masses = new Map();
  for (const [pcode, own] of parts) {
    const people = census.people.get(pcode);
    if (people === undefined) continue;
    const pairs = joinPairs(own);
    const whole = pairs.find(({ share }) => share >= WHOLE);
    if (whole) add(masses, whole, people, people, people);
    else for (const pair of pairs) add(masses, pair, people * pair.share, 0, people);
  }
  return masses;
}

/** Several relations of one unit may lead to the same pair above. */
function joinPairs(parts: readonly { source: string; target: string; share: number }[]): { source: string; target: string; share: number }[] {
  if (parts.length === 1) return [...parts];
  return [...Map.groupBy(parts, ({ source, target }) => `${source}\0${target}`).values()].map((same) => ({
    source: same[0]!.source,
    target: same[0]!.target,
    share: same.reduce((sum, { share }) => sum + share, 0),
  }));
}

function add(masses: Masses, { source, target }: { source: string; target: string }, people: number, low: number, high: number): void {
  let row = masses.get(source);
  if (!row) masses.set(source, (row = new Map()));
  const known = row.get(target);
  if (!known) row.set(target, { people, low, high });
  else {
    known.people += people;
    known.low += low;
    known.high += high;
  }
}
