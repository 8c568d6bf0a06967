/** What became of units, as it is listed: by kind of relation, and of one unit through the versions. Pure. */
import type { LevelChanges, Relation } from '../../../../server/contract/boundaries/changes.ts';
import type { ChangesAnswer, CrosswalkRelation, HistoryAnswer, HistoryEdge, RelationPeople } from '../../../../server/contract/boundaries/crosswalk.ts';

type Row = Pick<CrosswalkRelation, 'relation' | 'cluster'>;

export interface RelationGroup<R extends Row> {
  relation: Relation;
  /** Units, pairs or events. */
  count: number;
  rows: R[];
}

/** What breaks joins first: a unit that goes on as itself is told after those that came, went or were divided. */
const RANKS: Record<Relation, number> = {
  split: 0,
  'split-off': 1,
  merged: 2,
  absorbed: 3,
  transferred: 4,
  redistricted: 5,
  created: 6,
  abolished: 7,
  relocated: 8,
  recoded: 9,
  renamed: 10,
  reparented: 11,
  adjusted: 12,
  unchanged: 13,
};

/** Units that changed together stand together. */
export function groupsOf<R extends Row>({ relations, counts }: { relations: readonly R[]; counts: LevelChanges['counts'] }): RelationGroup<R>[] {
  return [...Map.groupBy(relations, ({ relation }) => relation)]
    .toSorted(([a], [b]) => RANKS[a] - RANKS[b])
    .map(([relation, rows]) => ({
      relation,
      // Units that stayed as they were are counted there as well, and are not listed.
      count: relation === 'unchanged' ? rows.length : (counts[relation] ?? rows.length),
      rows: rows.toSorted((a, b) => a.cluster - b.cluster),
    }));
}

/** Units, pairs or events of a level that are not as they were, before its rows are there. */
export const countOf = ({ counts }: Pick<LevelChanges, 'counts'>): number =>
  Object.entries(counts).reduce((sum, [relation, count]) => (relation === 'unchanged' ? sum : sum + count), 0);

/** The first level at which something became of a unit; the country itself, whose outline changes with every coast, after all others. */
export function firstChanged({ levels }: { levels: readonly Pick<ChangesAnswer['levels'][number], 'level' | 'counts'>[] }): number | null {
  const changed = levels.filter((own) => countOf(own) > 0);
  return (changed.find(({ level }) => level > 0) ?? changed[0] ?? levels[0])?.level ?? null;
}

/** Units of one change, in the earlier version and in the later one. */
export interface ChosenChange {
  before: { level: number; pcodes: readonly string[] };
  after: { level: number; pcodes: readonly string[] };
}

/** Units that are marked at once on a map. */
const MOST_MARKED = 100;

/** A split is looked at with all of its heirs, a transfer with both units as they were and as they are: what shares ground with either end of the row. */
export function unitsOfChange<R extends Pick<CrosswalkRelation, 'cluster' | 'source' | 'target'>>(
  { level, toLevel = level, relations }: { level: number; toLevel?: number | undefined; relations: readonly R[] },
  { cluster, source, target }: R,
): ChosenChange {
  const beside = relations.filter(
    (each) =>
      each.cluster === cluster && ((source !== null && each.source?.pcode === source.pcode) || (target !== null && each.target?.pcode === target.pcode)),
  );
  const codes = (own: R['source'], others: readonly R['source'][]) => [...new Set([own, ...others].flatMap((unit) => unit?.pcode || []))].slice(0, MOST_MARKED);
  return {
    before: { level, pcodes: codes(source, beside.map((each) => each.source)) }, // prettier-ignore
    after: { level: toLevel, pcodes: codes(target, beside.map((each) => each.target)) }, // prettier-ignore
  };
}

/** With digits as far as they are needed to tell all from nearly all, and nothing from next to nothing. */
export function shareText(share: number, locale: string): string {
  const isClose = share !== 0 && share !== 1 && (share < 0.01 || share > 0.99);
  const said = isClose ? Math.min(0.9999, Math.max(0.0001, share)) : share;
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: isClose ? 2 : 0 }).format(said);
}

/** Level and year of the population by which people are divided; null: by area. */
export function populationOf(basis: NonNullable<RelationPeople['basis']>): { level: number; year: string | null } | null {
  const [, level, year] = /^ps-adm(\d)(?:-(\d{4}))?$/.exec(basis) ?? [];
  return level === undefined ? null : { level: Number(level), year: year ?? null };
}

interface Told {
  version: string;
  publishedAt: string | null;
  createdAt: string;
}

/** With which version another is compared where nobody chose one: the one that it was compared with when it was read, else the one before it. */
export function baseOf(version: string, against: string | null, versions: readonly Told[]): string | null {
  const others = versions.filter((each) => each.version !== version);
  if (others.some((each) => each.version === against)) return against;
  const at = versions.find((each) => each.version === version)?.createdAt ?? '';
  const before = others.filter(({ publishedAt, createdAt }) => publishedAt !== null && createdAt < at);
  return before.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt))[0]?.version ?? null;
}

type Step = HistoryAnswer['steps'][number];

export interface ToldStep extends Omit<Step, 'units'> {
  units: (NonNullable<Step['units']>[number] & { cameFrom: HistoryEdge[] })[] | null;
  /** What became nothing on the way to this version. */
  gone: HistoryEdge[];
}

/** Newest first; each unit with the units that its ground came from. */
export function lineageOf({ steps, edges }: Pick<HistoryAnswer, 'steps' | 'edges'>): ToldStep[] {
  return steps
    .map((step) => {
      const into = edges.filter(({ to }) => to === step.version);
      const units = step.units && step.units.map((unit) => ({ ...unit, cameFrom: into.filter(({ target }) => target?.pcode === unit.pcode) }));
      return { ...step, units, gone: into.filter(({ target, source }) => target === null && source !== null) };
    })
    .toReversed();
}
