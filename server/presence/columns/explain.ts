/** A reading of columns in words: how sure each role is and why, what else a column may be, what must be asked, and which columns look wrong for their role. */
import type { Clause } from '../../contract/finding.ts';
import type { ColumnAnswer, ColumnQuestion, RoleChoice, RoleReason } from '../../contract/columns.ts';
import type { PresenceRole, RoleGuess } from '../../contract/presence/presence.ts';
import { foldName } from '../../matching/fold.ts';
import { clause, verbatim } from '../../words/clauses.ts';
import { sayClause } from '../../words/words.ts';
import type { RawTable } from '../../formats/tables/rawTable.ts';
import { cellText } from '../../formats/tables/rawTable.ts';
import { mainSource, type Candidate } from './candidates.ts';
import { codeShare, nameShare, sampleRows, share, type ColumnFacts, type ValueContext } from './facts.ts';
import { headingHints } from './heading.ts';
import { roleKey } from './hints.ts';
import type { ReadColumns, Reading } from './read.ts';
import { areAnswers, isUnrepeated, type Weighed } from './values.ts';

/**
 * A role is asked about where the best reading without it comes this near: the middle of the range in which, of the ten files of the field, none is
 * asked about needlessly, and with any one heading taken away none is read wrong unasked (scripts/bench/columns.ts; bench/RESULTS.md).
 */
const MARGIN = 1.2;
const REASONS = 4;
const SAMPLES = 3;

type Question = ColumnQuestion<PresenceRole>;

/** Roles whose misreading puts a wrong number on a map. Places of levels that the boundaries lack place nothing. */
const matters = (role: PresenceRole, { units }: Pick<ValueContext, 'units'>): boolean =>
  (role.is === 'org' && role.part !== 'type') ||
  (role.is === 'place' && role.level > 0 && (units.size === 0 || units.has(role.level))) ||
  role.is === 'sector' ||
  role.is === 'status' ||
  role.is === 'start' ||
  role.is === 'end' ||
  role.is === 'month' ||
  role.is === 'period' ||
  role.is === 'people';

/** Roles without which a table says nothing of who, what or where. */
const decides = (role: PresenceRole): boolean => (role.is === 'org' && role.part !== 'type') || (role.is === 'place' && role.level > 0) || role.is === 'sector';

/** How far a reading stands out, as a share: 0.5 where another is as good. */
const toConfidence = (margin: number) => Math.round(1000 / (1 + Math.exp(-margin))) / 1000;

export function roleClause(role: PresenceRole): Clause {
  if (role.is === 'org') return clause('role.org', { role: role.role, part: role.part });
  if (role.is === 'place') return clause('role.place', { level: String(role.level), part: role.part });
  if (role.is === 'sector' && role.choice !== undefined) return clause('role.choice', { answer: role.choice });
  if (role.is === 'month' && role.choice !== undefined) return clause('role.month-choice', { month: role.choice });
  if (role.is === 'people' && role.part !== undefined)
    return role.month === undefined ? clause('role.people-part') : clause('role.people-month', { month: role.month });
  return clause(`role.${role.is}`);
}

const toReason = ({ weight, why }: Weighed): RoleReason => ({ text: sayClause(why, 'en') ?? '', clause: why, weight: Math.round(weight * 100) / 100 });

function toReasons(list: readonly Weighed[]): RoleReason[] {
  return list
    .toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .slice(0, REASONS)
    .map(toReason);
}

/** Headings may be missing; a column is then called by its number, as a spreadsheet counts. */
export function columnClause(column: number, heading: string, samples: readonly string[]): Clause {
  const shown = samples.slice(0, SAMPLES).map((text) => (text.length > 40 ? `${text.slice(0, 39)}…` : text));
  return clause('column.sampled', { heading: heading || clause('column.numbered', { number: column + 1 }), samples: shown });
}

export interface Explained {
  guesses: RoleGuess[];
  questions: Question[];
  /** Columns whose cells look wrong for a role that matters, though a heading, the file before or a person gave it to them. */
  wrong: { column: number; role: PresenceRole; why: Clause; rows: number }[];
}

export interface ExplainOptions {
  asked: ReadonlySet<number>;
  /** Columns that a person said are not used, when the file before was read. */
  unused: ReadonlySet<number>;
  context: ValueContext;
  /** Another margin than `MARGIN`, for measuring. */
  margin?: number;
}

export function explainColumns(
  table: Pick<RawTable, 'columns' | 'rows'>,
  read: ReadColumns,
  { asked, unused, context, margin: below = MARGIN }: ExplainOptions,
): Explained {
  const margins = new Map<number, { margin: number; reading: Reading }>();
  read.taken.forEach((candidate, column) => {
    if (!candidate) return;
    const reading = read.without(column);
    margins.set(column, { margin: read.score - reading.score, reading });
  });
  const guesses = table.columns
    .map(({ name, hxl }, column) => toGuess({ column, heading: name, hxl }, read, margins.get(column)?.margin, asked))
    .map((guess) => (guess.role.is === 'ignore' && unused.has(guess.column) ? { ...guess, from: 'profile' as const } : guess));
  return {
    guesses,
    questions: [
      ...askTaken(table, read, margins, guesses, context, below),
      ...askMissing(read, guesses, below),
      ...askSeries(table, read, guesses),
      ...askDisagreeing(table, read, guesses, context),
    ].sort((a, b) => b.rows - a.rows),
    wrong: guesses.flatMap(({ column, role, filled }) => {
      const why = decides(role) && !isChoice(role) ? looksWrong(role, read.facts[column]!) : null;
      return why ? [{ column, role, why, rows: Math.round((filled / Math.max(1, read.facts[column]!.rows)) * table.rows) }] : [];
    }),
  };
}

const isChoice = (role: PresenceRole) => role.is === 'sector' && role.choice !== undefined;

function toGuess(base: Pick<RoleGuess, 'column' | 'heading' | 'hxl'>, read: ReadColumns, margin: number | undefined, asked: ReadonlySet<number>): RoleGuess {
  const { column } = base;
  const role = read.roles[column]!;
  const facts = read.facts[column]!;
  const candidate = read.taken[column];
  const common = {
    ...base,
    samples: facts.samples,
    filled: facts.filled,
    distinct: facts.distinct,
    language: candidate?.language ?? read.candidates[column]![0]?.language ?? null,
    separators: [],
    numbers: null,
  };
  const alternatives = read.candidates[column]!.filter((each) => each !== candidate && !asked.has(column) && each.score > -1)
    .slice(0, 3)
    .map((each): RoleChoice<PresenceRole> => ({
      role: each.role,
      confidence: toConfidence(each.score - (candidate?.score ?? 0)),
      reasons: toReasons(each.reasons),
    }));
  if (asked.has(column)) return { ...common, role, confidence: 1, from: 'asked', reasons: [toReason({ weight: 1, why: clause('why.asked') })], alternatives };
  if (isChoice(role)) {
    const why = clause('why.choice', { answer: (role as { choice: string }).choice });
    return { ...common, role, confidence: 0.95, from: 'values', reasons: [toReason({ weight: 4, why })], alternatives };
  }
  const series = read.series.find(({ columns }) => columns.includes(column));
  if (series) return { ...common, role, confidence: 0.5, from: 'heading', reasons: [toReason({ weight: 1, why: series.why(column) })], alternatives };
  if (!candidate) return { ...common, role, confidence: toConfidence(-(read.candidates[column]![0]?.score ?? -4)), from: 'values', reasons: [], alternatives };
  return {
    ...common,
    role,
    confidence: toConfidence(margin ?? 0),
    from: mainSource(candidate),
    reasons: toReasons([...candidate.reasons, ...read.joint[column]!]),
    alternatives,
  };
}

/** Roles that another reading, nearly as good, gives to nobody or to somebody else. */
function askTaken(
  table: Pick<RawTable, 'columns' | 'rows'>,
  read: ReadColumns,
  margins: Map<number, { margin: number; reading: Reading }>,
  guesses: RoleGuess[],
  context: ValueContext,
  below: number,
): Question[] {
  const questions = new Map<string, Question>();
  for (const [column, { margin, reading }] of margins) {
    const role = read.roles[column]!;
    if (margin >= below || !matters(role, context) || read.facts[column]!.filled === 0) continue;
    if (read.series.some(({ columns }) => columns.includes(column))) continue;
    const changed = guesses.flatMap(({ column: at }) => (roleKey(reading.roles[at]!) === roleKey(read.roles[at]!) ? [] : [at]));
    if (isSameInOtherWords(table, read, reading, changed, context)) continue;
    const id = changed.map((at) => `${foldName(guesses[at]!.heading) || at + 1}:${roleKey(read.roles[at]!)}`).join('+');
    if (questions.has(id)) continue;
    const heading = columnClause(column, guesses[column]!.heading, read.facts[column]!.samples);
    const rows = toRows(table, read.facts[column]!);
    const asks = clause('question.role', { column: heading, role: roleClause(role), rows });
    questions.set(id, {
      id,
      about: 'role',
      text: sayClause(asks, 'en') ?? '',
      clause: asks,
      rows,
      choices: [toChoice(read, changed, guesses, toConfidence(margin)), toChoice(reading, changed, guesses, toConfidence(-margin))],
    });
  }
  return [...questions.values()];
}

/** A role that nobody has, and that a column nearly got. */
function askMissing(read: ReadColumns, guesses: RoleGuess[], below: number): Question[] {
  const has = new Set(read.roles.map((role) => roleKey(role)));
  const missing = (['sector', 'org implementing name', 'place'] as const).filter((key) => ![...has].some((each) => each.startsWith(key)));
  const questions: Question[] = [];
  for (const key of missing) {
    if (key === 'org implementing name' && has.has('org implementing acronym')) continue;
    let best: { column: number; candidate: Candidate } | undefined;
    read.candidates.forEach((own, column) => {
      if (read.roles[column]!.is !== 'ignore') return;
      const candidate = own.find((each) => each.key.startsWith(key) && !each.key.startsWith('place 0'));
      if (candidate && (!best || candidate.score > best.candidate.score)) best = { column, candidate };
    });
    if (!best) continue;
    const { column, candidate } = best;
    const reading = read.withRole(column, candidate);
    const margin = read.score - reading.score;
    if (margin >= below) continue;
    const changed = guesses.flatMap(({ column: at }) => (roleKey(reading.roles[at]!) === roleKey(read.roles[at]!) ? [] : [at]));
    const { heading, samples, filled } = guesses[column]!;
    const asks = clause('question.missing', { role: roleClause(candidate.role), column: columnClause(column, heading, samples), rows: filled });
    questions.push({
      id: `missing:${key}`,
      about: 'role',
      text: sayClause(asks, 'en') ?? '',
      clause: asks,
      rows: filled,
      choices: [toChoice(read, changed, guesses, toConfidence(margin)), toChoice(reading, changed, guesses, toConfidence(-margin))],
    });
  }
  return questions;
}

/** Whether columns are read together, and how. */
function askSeries(table: Pick<RawTable, 'rows'>, read: ReadColumns, guesses: RoleGuess[]): Question[] {
  return read.series.map(({ of, columns, readings }): Question => {
    const rows = Math.max(...columns.map((column) => toRows(table, read.facts[column]!)));
    const shown = columns.map((column) => columnClause(column, guesses[column]!.heading, read.facts[column]!.samples.slice(0, 1)));
    const asks = clause('question.series', { columns: shown, rows });
    return {
      id: `${of}:${columns.map((column) => foldName(guesses[column]!.heading) || column + 1).join('+')}`.slice(0, 300),
      about: 'role',
      text: sayClause(asks, 'en') ?? '',
      clause: asks,
      rows,
      choices: readings.map((reading, i) => {
        const roles = read.roles.map((role, column) => (columns.includes(column) ? reading[columns.indexOf(column)]! : role));
        return toChoice({ roles }, columns, guesses, i === 0 ? 0.5 : 0.3);
      }),
    };
  });
}

/** Below this a code and the name beside it go each their own way: one of the two columns was filled in wrongly as a whole. */
const DISAGREE = 0.6;
const DISAGREE_ROWS = 20;

/** Codes and names of one level that contradict each other through the column: a series dragged down, a column sorted by itself. */
function askDisagreeing(table: Pick<RawTable, 'columns' | 'rows'>, read: ReadColumns, guesses: RoleGuess[], { units }: ValueContext): Question[] {
  return [...units.keys()].flatMap((level): Question[] => {
    const columnOf = (part: 'code' | 'name') =>
      guesses.findIndex(({ role, from }) => role.is === 'place' && role.level === level && role.part === part && from !== 'asked');
    const [code, name] = [columnOf('code'), columnOf('name')];
    if (level === 0 || code < 0 || name < 0) return [];
    const pair = read.pairs(code, name);
    if (pair.rows < DISAGREE_ROWS || pair.aToB >= DISAGREE || pair.bToA >= DISAGREE) return [];
    if (codeShare(read.facts[code]!, level) < 0.3 || nameShare(read.facts[name]!, level) < 0.3) return [];
    const shown = (column: number) => columnClause(column, guesses[column]!.heading, guesses[column]!.samples);
    const rows = toRows(table, read.facts[code]!);
    const asks = clause('question.disagree', { code: shown(code), name: shown(name), rows });
    const without = (column: number): Question['choices'][number] =>
      toChoice({ roles: read.roles.map((role, at) => (at === column ? { is: 'ignore' } : role)) }, [code, name], guesses, 0.4);
    return [
      {
        id: `disagree:${level}`,
        about: 'role',
        text: sayClause(asks, 'en') ?? '',
        clause: asks,
        rows,
        choices: [toChoice(read, [code, name], guesses, 0.2), without(code), without(name)],
      },
    ];
  });
}

const toRows = ({ rows }: Pick<RawTable, 'rows'>, facts: ColumnFacts) => Math.round((facts.filled / Math.max(1, facts.rows)) * rows);

function toChoice({ roles }: Pick<Reading, 'roles'>, changed: number[], guesses: RoleGuess[], confidence: number): Question['choices'][number] {
  const columns = changed.map((at): ColumnAnswer<PresenceRole> => ({ heading: guesses[at]!.heading, column: at, role: roles[at]! }));
  const parts = changed.map((at) =>
    roles[at]!.is === 'ignore'
      ? clause('column.unused', { column: columnClause(at, guesses[at]!.heading, guesses[at]!.samples) })
      : clause('column.is', { column: columnClause(at, guesses[at]!.heading, guesses[at]!.samples), role: roleClause(roles[at]!) }),
  );
  const said = parts.length === 1 ? parts[0]! : clause('column.are', { parts });
  return { text: sayClause(said, 'en') ?? '', clause: said, confidence, columns };
}

/**
 * Whether two readings say the same of every row, so that nobody need be asked: the sectors of "Cluster" and "Cluster acronym", the districts of
 * a column that is there twice, the names of one organisation in two columns that both serve.
 */
function isSameInOtherWords(table: Pick<RawTable, 'columns' | 'rows'>, read: ReadColumns, other: Reading, changed: number[], context: ValueContext): boolean {
  const columnOf = (roles: PresenceRole[], key: string) => roles.findIndex((role) => roleKey(role) === key);
  const keys = new Set(
    changed
      .flatMap((at) => [read.roles[at]!, other.roles[at]!])
      .filter((role) => matters(role, context))
      .map(roleKey),
  );
  for (const key of keys) {
    const [a, b] = [columnOf(read.roles, key), columnOf(other.roles, key)];
    if (a === b) continue;
    if (a < 0 || b < 0 || !holdSame(table, key, a, b, context)) return false;
  }
  return true;
}

const SAME_ROWS = 2000;

function holdSame({ columns, rows }: Pick<RawTable, 'columns' | 'rows'>, key: string, a: number, b: number, context: ValueContext): boolean {
  const at = sampleRows(Math.min(rows, SAME_ROWS));
  let both = 0;
  let same = 0;
  for (const row of at) {
    const [x, y] = [a, b].map((column) => cellText(columns[column]!.cells[row] ?? null)) as [string, string];
    if (x === '' && y === '') continue;
    both++;
    if (x === y || foldName(x) === foldName(y)) same++;
    else if (key === 'sector') {
      const [one, two] = [context.sectorsOf(x), context.sectorsOf(y)];
      // An area of responsibility is its cluster said more exactly.
      if (one.length > 0 && two.length > 0 && one.every((code) => two.some((each) => each.startsWith(code) || code.startsWith(each)))) same++;
    }
  }
  return both > 0 && same / both >= 0.95;
}

/** Why the cells of a column look wrong for a role that decides; null where they do not. */
function looksWrong(role: PresenceRole, facts: ColumnFacts): Clause | null {
  if (facts.filled === 0) return null;
  const counted = (code: 'why.numbers' | 'why.sentences' | 'why.answers', kind: 'number' | 'sentence' | 'yesNo' | 'numbered') =>
    clause(code, { count: Math.round(facts.cells[kind]), total: facts.filled, samples: (facts.examples.get(kind) ?? facts.samples).slice(0, SAMPLES) });
  const isCoded = role.is === 'place' && role.part === 'code';
  if (share(facts, 'number') >= 0.5 && !(isCoded && share(facts, 'bareCode') >= 0.02)) return counted('why.numbers', 'number');
  if (isCoded) return null;
  if (share(facts, 'yesNo') >= 0.3) return counted('why.answers', 'yesNo');
  if (areAnswers(facts, 0.5) && role.is === 'org') return counted('why.answers', 'numbered');
  if (share(facts, 'sentence') >= 0.5) return counted('why.sentences', 'sentence');
  const known = role.is === 'org' ? share(facts, 'known') : role.is === 'place' ? share(facts, 'name') : share(facts, 'sector');
  if (isUnrepeated(facts) && known < 0.02) return clause('why.unrepeated', { count: facts.distinct, total: facts.filled });
  return null;
}

/** Columns that were looked at and are no organisations or places, with why: for the refusal of a table that has none. */
export function explainRefusal(read: ReadColumns, headings: readonly string[], is: 'org' | 'place'): Clause[] {
  const against = (column: number): Weighed | undefined => {
    const near = read.candidates[column]!.find(({ role }) => role.is === is && !(role.is === 'org' && role.part === 'type'));
    const said = headingHints(headings[column]!, []).filter(({ role }) => role.is === is);
    return [...(near?.reasons ?? []), ...said].filter(({ weight }) => weight < 0).sort((a, b) => a.weight - b.weight)[0];
  };
  return headings
    .flatMap((heading, column) => {
      const why = heading === '' ? undefined : against(column);
      return why ? [{ weight: why.weight, said: clause('column.because', { column: verbatim(heading), why: why.why }) }] : [];
    })
    .sort((a, b) => a.weight - b.weight)
    .slice(0, 3)
    .map(({ said }) => said);
}
