/**
 * What every column of a 3W table holds, decided for all of them together (decision 0025): each column has roles it may have, weighed by heading,
 * tag, memory and cells; columns speak for and against each other; the best reading of the whole table wins, and how far it stands out is its confidence.
 */
import type { PresenceRole } from '../../contract/presence/presence.ts';
import { assign, type Assignment, type AssignOptions, type Choice } from '../../matching/assign.ts';
import { clause } from '../../words/clauses.ts';
import type { RawTable } from '../../formats/tables/rawTable.ts';
import { findCandidates, type Candidate } from './candidates.ts';
import { findChoiceSets, type ChoiceSet } from './choices.ts';
import { readFacts, sampleRows, type ColumnFacts, type ValueContext } from './facts.ts';
import { headingHints } from './heading.ts';
import { isPartOf } from './hints.ts';
import { findSeries, type Series } from './series.ts';
import { createPairs, weighPair, type PairFacts, type WeighedPair } from './pairs.ts';

export interface ReadColumns {
  facts: ColumnFacts[];
  /** Of each column, best first; those of choice sets have none of their own. */
  candidates: Candidate[][];
  sets: ChoiceSet[];
  /** Columns that say one thing together; the roles hold their first readings. */
  series: Series[];
  /** The best reading: role of each column. */
  roles: PresenceRole[];
  score: number;
  /** The candidate that was taken, by column; undefined where the column is not used, was said by a person, or is part of a set. */
  taken: (Candidate | undefined)[];
  /** What other columns say for or against the role of each. */
  joint: WeighedPair[][];
  pairs: (a: number, b: number) => PairFacts;
  /** The best reading in which a column has not the role it has; or in which it has another. */
  without(column: number): Reading;
  withRole(column: number, candidate: Candidate): Reading;
}

export interface Reading {
  roles: PresenceRole[];
  score: number;
}

export interface ReadOptions {
  /** Roles a person said, by column. They stand, and nothing else may have them. */
  asked: ReadonlyMap<number, PresenceRole>;
  /** Roles of the file before, by column. */
  remembered: ReadonlyMap<number, PresenceRole>;
  /** Of these the ones that a person said. */
  saidBefore: ReadonlySet<number>;
  /** Its name. */
  file: string;
}

const IGNORE: PresenceRole = { is: 'ignore' };
/** More than everything else together: a person's word. */
const SAID = 1000;
/** A set of columns of 0 and 1 speaks for itself: nothing else looks like it. */
const SET = { base: 4.5, known: 4, asked: 1.5 };

export function readColumns(
  table: Pick<RawTable, 'columns' | 'rows'>,
  context: ValueContext,
  { asked, remembered, saidBefore, file }: ReadOptions,
): ReadColumns {
  const { columns } = table;
  const rows = sampleRows(table.rows);
  const facts = columns.map((column) => readFacts(column, rows, context));
  const sets = findChoiceSets(table, facts, context);
  const inSet = new Map(sets.flatMap((set) => set.columns.map(({ column, answer }) => [column, answer] as const)));
  const candidates = findCandidates(table, facts, context, { remembered, saidBefore, file }).map((own, column): Candidate[] => {
    const said = asked.get(column);
    if (said) return said.is === 'ignore' ? [] : [saidCandidate(said, own)];
    return inSet.has(column) ? [] : own;
  });
  // A person's word on one column of a set is a word on that column alone.
  const free = sets.filter(({ columns: members }) => members.every(({ column }) => !asked.has(column)));
  const items: Choice[][] = [
    ...candidates.map((own, column) =>
      own.map(({ key, role, language, score }) => ({
        unique: asked.has(column) ? `${key}@said ${column}` : isPartOf(role) ? `${key}@part ${column}` : `${key}@${language ?? ''}`,
        score,
      })),
    ),
    ...free.map((set) => [{ unique: 'sector@', score: scoreSet(set) }]),
  ];
  forbidSaid(items, candidates, asked);
  const pairs = createPairs(table);
  const joint = createJoint(
    candidates,
    pairs,
    columns.map(({ name }) => name),
  );
  const whole = (chosen: readonly number[]) => judgeWhole(chosen, candidates);
  const solve = (more: Pick<AssignOptions, 'without'>, over = items) => assign(over, { pair: joint.score, whole, ...more });
  const toReading = ({ chosen, score }: Assignment): Reading => ({ roles: toRoles(chosen, candidates, free, asked, inSet), score });
  const best = solve({});
  const taken = columns.map((_, column) => (asked.has(column) ? undefined : candidates[column]![best.chosen[column]!]));
  const { roles, score } = toReading(best);
  const isSaid = (column: number) => asked.has(column) || remembered.get(column)?.is === 'ignore' || isPartOf(roles[column]!);
  const series = findSeries(table, { facts, candidates, roles, isSaid });
  for (const { columns: members, readings } of series) members.forEach((column, i) => (roles[column] = readings[0]![i]!));
  return {
    facts,
    candidates,
    sets,
    series,
    roles,
    score,
    taken,
    joint: columns.map((_, column) => joint.of(column, best.chosen)),
    pairs,
    without: (column) => toReading(solve({ without: { item: column, choices: alike(candidates, best.chosen, column) } })),
    withRole: (column, candidate) => {
      const choice = candidates[column]!.indexOf(candidate);
      const forced = items.map((own, item) => (item === column ? own.map((each, i) => (i === choice ? { ...each, score: each.score + SAID } : each)) : own));
      const reading = toReading(solve({}, forced));
      return { ...reading, score: reading.score - SAID };
    },
  };
}

function saidCandidate(role: PresenceRole, own: Candidate[]): Candidate {
  const known = own.find((each) => JSON.stringify(each.role) === JSON.stringify(role));
  const reasons = [{ weight: SAID, why: clause('why.asked') }, ...(known?.reasons ?? [])];
  return {
    role,
    key: roleKeyOf(role),
    language: known?.language ?? null,
    score: SAID,
    by: known?.by ?? { heading: 0, hxl: 0, profile: 0, values: 0 },
    reasons,
  };
}
const roleKeyOf = (role: PresenceRole) =>
  role.is === 'org' ? `org ${role.role} ${role.part}` : role.is === 'place' ? `place ${role.level} ${role.part}` : role.is;

/** What a person gave one column, another only looks like. */
function forbidSaid(items: Choice[][], candidates: Candidate[][], asked: ReadOptions['asked']): void {
  const said = new Set([...asked.keys()].flatMap((column) => candidates[column]!.map(({ key }) => key)));
  items.forEach((choices, item) => {
    if (asked.has(item)) return;
    choices.forEach((choice, i) => {
      const key = item < candidates.length ? candidates[item]![i]!.key : 'sector';
      if (said.has(key)) choices[i] = { ...choice, score: -SAID };
    });
  });
}

/** The choice of a column, with those that would change nothing: of a body with one column it is all one whether that is called name or acronym. */
function alike(candidates: Candidate[][], chosen: readonly number[], column: number): number[] {
  const own = chosen[column]!;
  const role = candidates[column]![own]?.role;
  if (role?.is !== 'org' || role.part === 'type') return [own];
  const isSame = (other: PresenceRole | undefined) => other?.is === 'org' && other.role === role.role && other.part !== 'type';
  const hasOther = candidates.some((each, i) => i !== column && isSame(each[chosen[i]!]?.role));
  return hasOther ? [own] : candidates[column]!.flatMap((each, i) => (isSame(each.role) ? [i] : []));
}

function scoreSet({ question, sectors }: ChoiceSet): number {
  const isAsked = headingHints(question, []).some(({ role, weight }) => role.is === 'sector' && weight >= 1.5);
  return SET.base + SET.known * sectors + (isAsked ? SET.asked : 0);
}

function createJoint(candidates: Candidate[][], pairs: (a: number, b: number) => PairFacts, headings: string[]) {
  const offsets: number[] = [];
  let total = 0;
  for (const own of candidates) {
    offsets.push(total);
    total += own.length;
  }
  const matrix = new Map<number, WeighedPair>();
  for (let a = 0; a < candidates.length; a++)
    for (let b = a + 1; b < candidates.length; b++)
      candidates[a]!.forEach((one, i) =>
        candidates[b]!.forEach((two, j) => {
          const found = weighPair(one.role, two.role, () => pairs(a, b), [headings[a]!, headings[b]!]);
          if (found) matrix.set((offsets[a]! + i) * total + offsets[b]! + j, found);
        }),
      );
  const at = (a: number, i: number, b: number, j: number) => matrix.get((offsets[a]! + i) * total + offsets[b]! + j);
  return {
    score: (a: number, i: number, b: number, j: number) => (a < candidates.length && b < candidates.length ? (at(a, i, b, j)?.weight ?? 0) : 0),
    of(column: number, chosen: readonly number[]): WeighedPair[] {
      const own = chosen[column]!;
      if (own < 0) return [];
      return candidates.flatMap((_, other) => {
        const theirs = chosen[other]!;
        if (other === column || theirs < 0) return [];
        const found = other < column ? at(other, theirs, column, own) : at(column, own, other, theirs);
        return found && found.of === (other < column ? 'b' : 'a') ? [found] : [];
      });
    },
  };
}

/** What no pair can tell. */
function judgeWhole(chosen: readonly number[], candidates: Candidate[][]): number {
  const has = new Set(candidates.flatMap((own, column) => own[chosen[column]!]?.key ?? []));
  const org = (role: string, part: string) => has.has(`org ${role} ${part}`);
  let score = 0;
  // The one organisation that a table names works there, whatever it is called; who pays or leads comes beside it.
  if (!org('implementing', 'name') && !org('implementing', 'acronym')) for (const part of ['name', 'acronym']) if (org('programming', part)) score -= 3;
  for (const role of ['implementing', 'programming', 'funding']) {
    if (org(role, 'type') && !org(role, 'name') && !org(role, 'acronym')) score -= 2;
    // Alone, what looks like acronyms are the names there are.
    if (org(role, 'acronym') && !org(role, 'name')) score -= 1.2;
  }
  if (has.has('lat') !== has.has('lon')) score -= 4;
  if (has.has('subsector') && !has.has('sector')) score -= 1;
  return score;
}

function toRoles(
  chosen: readonly number[],
  candidates: Candidate[][],
  sets: ChoiceSet[],
  asked: ReadOptions['asked'],
  inSet: ReadonlyMap<number, string>,
): PresenceRole[] {
  const roles = candidates.map((own, column): PresenceRole => {
    const role = own[chosen[column]!]?.role ?? IGNORE;
    // A column of marks that a person calls a sector is one answer of several.
    return asked.has(column) && role.is === 'sector' && inSet.has(column) ? { is: 'sector', choice: role.choice ?? inSet.get(column) } : role;
  });
  sets.forEach((set, i) => {
    if (chosen[candidates.length + i]! < 0) return;
    for (const { column, answer } of set.columns) roles[column] = { is: 'sector', choice: answer };
  });
  return roles;
}
