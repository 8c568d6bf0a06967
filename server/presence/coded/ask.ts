/** Which version of the boundaries a file is coded by, as a question to whoever brought it, and as evidence in the report. */
import type { ColumnQuestion } from '../../contract/columns.ts';
import type { CodedBy, CodedEdition } from '../../contract/presence/coded.ts';
import type { PresenceRole } from '../../contract/presence/columns.ts';
import { clause } from '../../words/clauses.ts';
import { sayClause } from '../../words/words.ts';
import { AS_MANY } from './estimate.ts';

export const editionClause = ({ version, validOn, explained }: CodedEdition, { rows }: Pick<CodedBy, 'rows'>) =>
  clause('coded.edition', { version, since: validOn === null ? 'none' : 'day', date: validOn ?? '', explained, rows });

/** Empty where it is known. */
export function askCoded(coded: CodedBy | null): ColumnQuestion<PresenceRole>[] {
  if (coded?.how !== 'asked') return [];
  const { version, rows, differing, editions } = coded;
  const most = Math.max(...editions.map(({ explained }) => explained));
  const near = editions
    .filter(({ explained }) => most - explained <= AS_MANY * rows)
    .toSorted((a, b) => Number(b.version === version) - Number(a.version === version));
  const asked = clause('question.boundaries', { rows: differing });
  return [
    {
      id: 'boundaries',
      about: 'boundaries',
      text: sayClause(asked, 'en')!,
      clause: asked,
      rows: differing,
      choices: near.map((edition) => {
        const own = editionClause(edition, coded);
        return { text: sayClause(own, 'en')!, clause: own, confidence: rows === 0 ? 0 : edition.explained / rows, columns: [], codedBy: edition.version };
      }),
    },
  ];
}
