/** Checks of how a 3W was read: which columns were used and why, what is doubtful, and what coordinates and codes of columns say as a whole. */
import type { Check } from '../checks/check.ts';
import { MAX_ITEMS } from '../contract/finding.ts';
import { clause } from '../words/clauses.ts';
import { finding } from '../words/findings.ts';
import type { CodedBy } from '../contract/presence/coded.ts';
import { editionClause } from './coded/ask.ts';
import { columnClause, roleClause } from './columns/explain.ts';
import { item } from '../checks/items.ts';
import type { PresenceContext } from './checkContext.ts';

/** The report always names the columns that the numbers rest on. */
export const columnCheck: Check<PresenceContext> = {
  id: 'W9',
  spec: 'Codmap: roles of columns are decided jointly from headings, tags and cells; a doubt goes to a person',
  run: ({ data, wrong, table }) => {
    const used = data.columnsRead.filter(({ role }) => role.is !== 'ignore');
    const shown = ({ column, heading, samples }: (typeof used)[number]) => columnClause(column, heading, samples);
    return [
      ...finding(
        'presence.columns-used',
        'info',
        null,
        used.map((guess) =>
          item(
            'presence.columns-used',
            guess.column,
            clause('column.used', {
              role: roleClause(guess.role),
              column: shown(guess),
              percent: Math.round(guess.confidence * 100),
              why: guess.reasons.slice(0, 3).map((reason) => reason.clause),
            }),
          ),
        ),
      ),
      ...finding(
        'presence.column-asked',
        'warning',
        null,
        data.columnQuestions
          .filter(({ about }) => about !== 'boundaries')
          .map((question) => item('presence.column-asked', question.id, question.clause, { values: { rows: question.rows } })),
      ),
      ...codedBy(data.coded),
      ...wrong.flatMap(({ column, role, why, rows }) =>
        finding('presence.column-wrong', 'error', null, [
          item(
            'presence.column-wrong',
            column,
            clause('column.not', { column: columnClause(column, table.header.names[column]!, data.columnsRead[column]!.samples), role: roleClause(role), why }),
            { values: { rows } },
          ),
        ]),
      ),
    ];
  },
};

/** Which version of the boundaries the codes are those of, with how many rows each explains. */
function codedBy(coded: CodedBy | undefined) {
  if (!coded || coded.rows === 0) return [];
  const isAsked = coded.how === 'asked';
  const shown = coded.editions
    .filter(({ version, explained }) => explained > 0 || version === coded.version)
    .toSorted((a, b) => Number(b.version === coded.version) - Number(a.version === coded.version));
  const items = shown.map((edition) => item('presence.coded-by', edition.version, editionClause(edition, coded), { values: { rows: edition.explained } }));
  return finding('presence.coded-by', isAsked ? 'warning' : 'info', null, items, { how: coded.how });
}

export const coordinateCheck: Check<PresenceContext> = {
  id: 'W10',
  spec: 'A row without a code is placed by its point; a code whose unit does not hold the point is asked about',
  run: ({ data, normalized }) => {
    const has = (is: string) => data.columnsRead.some(({ role }) => role.is === is);
    if (!has('lat') || !has('lon')) return { skipped: clause('skipped.no-coordinates') };
    const code = 'presence.points-unreadable';
    const unreadable = normalized.unreadablePoints.slice(0, MAX_ITEMS);
    return [
      ...finding('presence.placed-by-point', 'info', null, [], {}, data.rows.placed['point'] ?? 0),
      ...finding(
        code,
        'warning',
        null,
        unreadable.map(({ row, text }) => item(code, row, clause('row-text', { row, text: text.slice(0, 60) }), { rows: [row] })),
        {},
        normalized.unreadablePoints.length,
      ),
      ...finding('presence.points-outside', 'warning', null, [], {}, normalized.pointsOutside),
    ];
  },
};
