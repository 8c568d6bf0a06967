/**
 * A question of a form with several answers, exported as one column for each answer with 0 and 1: together they are one column of several values.
 * Kobo and ODK head them `question/answer`; others write the sectors themselves over columns of x and blank.
 */
import type { RawTable } from '../../formats/tables/rawTable.ts';
import { cellText } from '../../formats/tables/rawTable.ts';
import { NOT_TAKEN, share, TAKEN, type ColumnFacts, type ValueContext } from './facts.ts';
import { headingHints } from './heading.ts';

export interface ChoiceSet {
  /** What the columns have in common: "Clusters you work in"; '' where their headings are the answers alone. */
  question: string;
  columns: { column: number; answer: string }[];
  /** Share of the answers that are sectors. */
  sectors: number;
}

/** Of the cells of a choice so many must be marks. */
const MARKS = 0.98;

/** `1`, `x`, `yes`: the answer was given. */
export const isTaken = (text: string): boolean => TAKEN.test(text);

/** Sets of columns that hold sectors, the larger first. */
export function findChoiceSets({ columns }: Pick<RawTable, 'columns'>, facts: readonly ColumnFacts[], context: Pick<ValueContext, 'sectorsOf'>): ChoiceSet[] {
  const byQuestion = new Map<string, ChoiceSet['columns']>();
  const bare: ChoiceSet['columns'] = [];
  let figures = 0;
  columns.forEach(({ name, cells }, column) => {
    const own = facts[column]!;
    const isSector = context.sectorsOf(name).length > 0;
    if (!isMarks(own)) {
      // A table of counts by sector, of which some happen to be 0 and 1 only.
      if (isSector && share(own, 'number') > 0.5) figures++;
      return;
    }
    const parts = /^(.*\S)\s*[/|:]\s*([^/|:]+)$/u.exec(name) ?? /^(.*\S)\s+-\s+(.+)$/u.exec(name) ?? /^([^.]*\S)\.([^.]+)$/u.exec(name);
    if (parts) {
      const list = byQuestion.get(parts[1]!) ?? [];
      byQuestion.set(parts[1]!, [...list, { column, answer: parts[2]!.trim() }]);
    } else if (isSector && cells.some((cell) => isTaken(cellText(cell)))) bare.push({ column, answer: name });
  });
  const sets: ChoiceSet[] = [];
  for (const [question, list] of byQuestion) {
    if (list.length < 2) continue;
    const known = list.filter(({ answer }) => context.sectorsOf(answer).length > 0).length;
    const isAsked = headingHints(question, []).some(({ role, weight }) => role.is === 'sector' && weight >= 1.5);
    if (known >= 2 && known >= list.length / 2 ? true : isAsked && known >= 1) sets.push({ question, columns: list, sectors: known / list.length });
  }
  if (bare.length >= 2 && figures < bare.length / 2) sets.push({ question: '', columns: bare, sectors: 1 });
  return sets.sort((a, b) => b.columns.length - a.columns.length);
}

function isMarks(facts: ColumnFacts): boolean {
  return facts.filled > 0 && facts.distinct <= 3 && share(facts, 'mark') >= MARKS && facts.samples.every((text) => TAKEN.test(text) || NOT_TAKEN.test(text));
}
