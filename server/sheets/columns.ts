/** What the columns of a sheet hold: by headings and cells, judged together (matching/assign), with what each guess rests on (decision 0025). */
import type { Clause } from '../contract/clause.ts';
import type { ColumnAnswer, ColumnReading, RoleChoice } from '../contract/columns.ts';
import type { Lang } from '../contract/languages.ts';
import { assign } from '../matching/assign.ts';
import { readDate } from '../matching/dates.ts';
import { clause, type ClauseCode } from '../words/clauses.ts';
import { sayClause } from '../words/words.ts';
import { textOf, type KeptCell, type KeptSheet } from './sheet.ts';

/** In sum what a role needs to be used. */
const ENOUGH = 1.5;
/** How much of a difference makes a guess two thirds sure. */
const SPREAD = 1.5;
const SAMPLES = 5;
/** What a share of the cells must be to say something of the column. */
const LEAST_SHARE = 0.3;

export interface Weighed<Role> {
  role: Role;
  reasons: { clause: Clause; weight: number }[];
}

/** A role that a heading names, with the word and how well: 1 is the whole heading. */
export interface NamedRole<Role> {
  role: Role;
  word: string;
  fit: number;
}

export interface JudgeParts<Role> {
  /** Everything that a column might be, with its reasons. */
  weigh: (heading: string, cells: readonly KeptCell[]) => Weighed<Role>[];
  /** What stands in one column at most; null where several may hold it. */
  uniqueOf: (role: Role) => string | null;
  ignore: Role;
  lang: Lang;
}

/** The columns as they are taken; what a person said of one stands. */
export function judgeColumns<Role>(
  sheet: KeptSheet,
  said: readonly ColumnAnswer<Role>[],
  { weigh, uniqueOf, ignore, lang }: JudgeParts<Role>,
): ColumnReading<Role>[] {
  const weighed = sheet.headings.map((heading, column) => weigh(heading, sheet.rows.map(({ cells }) => cells[column] ?? null))); // prettier-ignore
  const answers = sheet.headings.map((heading, column) => said.find((each) => (each.column === undefined ? each.heading === heading : each.column === column)));
  const items = weighed.map((choices, column) =>
    answers[column]?.role === undefined ? choices.map(({ role, reasons }) => ({ unique: uniqueOf(role), score: sum(reasons) - ENOUGH })) : [],
  );
  const taken = new Set(answers.flatMap((answer) => (answer?.role ? [uniqueOf(answer.role)] : [])));
  const open = items.map((choices) => choices.map((choice) => (choice.unique !== null && taken.has(choice.unique) ? { ...choice, score: -10 } : choice)));
  const best = assign(open);
  return sheet.headings.map((heading, column) => {
    const answer = answers[column];
    const cells = sheet.rows.map(({ cells: row }) => textOf(row[column] ?? null)).filter(Boolean);
    const chosen = best.chosen[column]!;
    const guessed = chosen >= 0 ? weighed[column]![chosen]! : undefined;
    const choices = weighed[column]!.toSorted((a, b) => sum(b.reasons) - sum(a.reasons));
    const confidence = () => 1 - Math.exp(-(best.score - assign(open, { without: { item: column, choices: [chosen] } }).score) / SPREAD);
    const role = answer?.role ?? guessed?.role ?? ignore;
    const reasons = answer?.role ? [{ clause: clause('why.asked'), weight: 10 }] : (guessed?.reasons ?? []);
    return {
      column,
      heading,
      hxl: sheet.hxl[column] ?? null,
      role,
      confidence: answer?.role ? 1 : guessed ? Math.round(confidence() * 100) / 100 : 0,
      reasons: told(reasons, lang),
      from: answer?.role ? 'asked' : reasons[0]?.clause.code === 'why.heading' ? 'heading' : 'values',
      samples: [...new Set(cells)].slice(0, SAMPLES),
      filled: cells.length,
      distinct: new Set(cells).size,
      language: null,
      separators: answer?.separators ?? [],
      numbers: null,
      alternatives: choices
        .filter((choice) => keyOf(choice.role) !== keyOf(role))
        .slice(0, 3)
        .map((choice): RoleChoice<Role> => ({
          role: choice.role,
          confidence: Math.round((1 - Math.exp(-sum(choice.reasons) / 3)) * 100) / 200,
          reasons: told(choice.reasons, lang),
        })),
    };
  });
}

const keyOf = (role: unknown): string => JSON.stringify(role);
const sum = (reasons: readonly { weight: number }[]) => reasons.reduce((total, { weight }) => total + weight, 0);
const told = (reasons: Weighed<unknown>['reasons'], lang: Lang) =>
  reasons
    .toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .map(({ clause: own, weight }) => ({ text: sayClause(own, lang) ?? own.code, clause: own, weight }));

/** Collects what a column might be: from its heading first, then from its cells. */
export function createWeighing<Role>(cells: readonly KeptCell[], named: readonly NamedRole<Role>[]) {
  const byRole = new Map<string, Weighed<Role>>();
  const add = (role: Role, own: Clause, weight: number) => {
    const key = keyOf(role);
    const found = byRole.get(key) ?? { role, reasons: [] };
    byRole.set(key, found);
    if (!found.reasons.some(({ clause: { code } }) => code === own.code && code === 'why.heading')) found.reasons.push({ clause: own, weight });
  };
  for (const { role, word, fit } of named.toSorted((a, b) => b.fit - a.fit)) add(role, clause('why.heading', { word }), 3 * fit);
  const filled = cells.filter((cell) => cell !== null);
  const texts = filled.map(textOf);
  /** Cells that are so speak for roles, by the share of them. */
  const evidence = (holds: (text: string, cell: KeptCell) => boolean, code: ClauseCode, roles: readonly (readonly [Role, number])[]): void => {
    const met = texts.filter((text, i) => holds(text, filled[i]!));
    if (texts.length === 0 || met.length / texts.length < LEAST_SHARE) return;
    const params = { count: met.length, total: texts.length, samples: [...new Set(met)].slice(0, 3) };
    for (const [role, weight] of roles) add(role, clause(code, params), (weight * met.length) / texts.length);
  };
  return {
    evidence,
    close: (): Weighed<Role>[] => [...byRole.values()],
  };
}

/** Days of a spreadsheet, numbers that are such days, and texts that are read as one. */
export const isDay = (text: string, cell: KeptCell): boolean =>
  cell !== null &&
  (typeof cell === 'object' ||
    (typeof cell === 'number' ? cell > 30_000 && cell < 60_000 : /\d/.test(text) && (/^\d{1,2}[-/.]\d{1,2}[-/.]\d{4}$/.test(text) || 'iso' in readDate(text))));
