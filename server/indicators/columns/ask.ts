/** What of a table of indicators must be answered: what a column holds, and how it writes its numbers. Pure. */
import type { Clause } from '../../contract/clause.ts';
import type { ColumnQuestion, NumberStyle, QuestionChoice } from '../../contract/columns.ts';
import type { IndicatorColumn, IndicatorColumnAnswer, IndicatorRole } from '../../contract/indicators/columns.ts';
import type { RawTable } from '../../formats/tables/rawTable.ts';
import { clause } from '../../words/clauses.ts';
import { sayClause } from '../../words/words.ts';
import type { StyleDoubt } from './facts.ts';

type Question = ColumnQuestion<IndicatorRole>;
type Choice = QuestionChoice<IndicatorRole>;

const toChoice = (said: Clause, confidence: number, columns: IndicatorColumnAnswer[]): Choice => ({
  text: sayClause(said, 'en') ?? '',
  clause: said,
  confidence,
  columns,
});
const toQuestion = (about: Question['about'], id: string, asks: Clause, rows: number, choices: Choice[]): Question => ({
  id,
  about,
  text: sayClause(asks, 'en') ?? '',
  clause: asks,
  rows,
  choices,
});

/** What a role is called in a sentence. */
export function roleClause(role: IndicatorRole): Clause {
  switch (role.is) {
    case 'value':
      return clause('role.value', { indicator: role.sector === null ? role.indicator : `${role.indicator}-${role.sector}`, status: role.status });
    case 'pcode':
    case 'name':
      return role.level === null
        ? clause(role.is === 'pcode' ? 'role.place-code' : 'role.place-name')
        : clause('role.place', { level: role.level, part: role.is === 'pcode' ? 'code' : 'name' });
    case 'sector':
    case 'country':
    case 'sex':
    case 'ageRange':
    case 'groupName':
    case 'start':
    case 'end':
    case 'year':
    case 'ignore':
      return clause(`role.${role.is}`);
    default:
      return clause('role.about', { is: role.is });
  }
}

export const columnClause = ({ heading, column, samples }: Pick<IndicatorColumn, 'heading' | 'column' | 'samples'>): Clause =>
  clause('column.sampled', { heading: heading || clause('column.numbered', { number: column + 1 }), samples: samples.slice(0, 3) });

export function askRole(table: RawTable, column: IndicatorColumn): Question {
  const shown = columnClause(column);
  const answer = (role: IndicatorRole): IndicatorColumnAnswer => ({
    heading: column.heading,
    column: column.column,
    file: table.file,
    sheet: table.sheet,
    role,
  });
  const others = column.alternatives.slice(0, 2);
  return toQuestion(
    'role',
    `role:${table.sheet}:${column.column}`,
    clause('question.role', { column: shown, role: roleClause(column.role), rows: table.rows }),
    table.rows,
    [
      toChoice(clause('column.is', { column: shown, role: roleClause(column.role) }), column.confidence, [answer(column.role)]),
      ...others.map(({ role, confidence }) => toChoice(clause('column.is', { column: shown, role: roleClause(role) }), confidence, [answer(role)])),
      toChoice(clause('column.unused', { column: shown }), 0.1, [answer({ is: 'ignore' })]),
    ],
  );
}

export function askNumbers(table: RawTable, { heading, column }: IndicatorColumn, { sample, asThousands, asDecimals, cells }: StyleDoubt): Question {
  const said = (code: 'numbers.thousands' | 'numbers.decimals', value: number, confidence: number, numbers: NumberStyle) =>
    toChoice(clause(code, { sample, value }), confidence, [{ heading, column, file: table.file, sheet: table.sheet, numbers }]);
  return toQuestion(
    'numbers',
    `numbers:${table.sheet}:${column}`,
    clause('question.numbers', { sheet: table.sheet, sample, thousands: asThousands, decimals: asDecimals, rows: cells }),
    cells,
    [
      said('numbers.thousands', asThousands, 0.6, { thousands: '.', decimal: ',' }),
      said('numbers.decimals', asDecimals, 0.4, { thousands: null, decimal: '.' }),
    ],
  );
}
