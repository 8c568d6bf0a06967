/** One organisation in several spellings: the rarer ones are asked about, once for each record. Pure. */
import type { Question } from '../../contract/assessments/assessments.ts';
import { foldName } from '../../matching/fold.ts';
import { isSameOrganisation } from '../model.ts';
import { clause } from '../../words/clauses.ts';
import type { ReadRow } from './row.ts';

/** The same for one spelling in every record. */
export const spellingQuestionId = (name: string): string => `organisation:${foldName(name)}`;

/** The rows with questions about rarer spellings of leads added. */
export function askSpellings(rows: ReadRow[]): ReadRow[] {
  const counts = new Map<string, number>();
  for (const { fields } of rows) for (const { id, name } of fields?.leads ?? []) if (id === null) counts.set(name, (counts.get(name) ?? 0) + 1);
  const byUse = [...counts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([name]) => name);
  const bestOf = (name: string) => byUse.find((other) => isSameOrganisation({ id: null, name }, { id: null, name: other })) ?? name;
  return rows.map((row) => {
    const questions = (row.fields?.leads ?? []).flatMap(({ id, name }): Question[] => {
      const best = bestOf(name);
      // Case and accents are no other spelling.
      if (id !== null || foldName(best) === foldName(name)) return [];
      const choices = [
        { answer: best, clause: clause('assessments.choice.one', { name: best }) },
        { answer: name, clause: clause('assessments.choice.two') },
      ];
      return [
        {
          id: spellingQuestionId(name),
          about: 'organisation',
          written: name,
          clause: clause('assessments.organisation', { written: name, other: best }),
          choices,
        },
      ];
    });
    return questions.length === 0 ? row : { ...row, questions: [...row.questions, ...questions] };
  });
}
