/** What of a population table must be answered before it is published: which age group a date was, how numbers are written, whether a column counts people at all. */
import type { ColumnQuestion } from '../../contract/columns.ts';
import type { Clause } from '../../contract/clause.ts';
import type { PopulationColumnAnswer, PopulationColumnRole, PopulationQuestion } from '../../contract/population/columns.ts';
import type { RawTable } from '../../formats/tables/rawTable.ts';
import { cellText } from '../../formats/tables/rawTable.ts';
import { clause } from '../../words/clauses.ts';
import { sayClause } from '../../words/words.ts';
import { groupKey } from './columns.ts';
import type { NumberDoubt } from './numberStyles.ts';
import type { TableColumns } from './roles.ts';

type Choice = ColumnQuestion<PopulationColumnRole>['choices'][number];

const SAMPLES = 3;

const toChoice = (said: Clause, confidence: number, columns: PopulationColumnAnswer[]): Choice => ({
  text: sayClause(said, 'en') ?? '',
  clause: said,
  confidence,
  columns,
});

function toQuestion(about: PopulationQuestion['about'], id: string, asks: Clause, rows: number, choices: Choice[]): PopulationQuestion {
  return { id, about, text: sayClause(asks, 'en') ?? '', clause: asks, rows, choices };
}

/** Columns of which the heading, or the reading, is open. */
export function askColumns(table: RawTable, { open, from, why, roles }: TableColumns): PopulationQuestion[] {
  const answerOf = (column: number, role: PopulationColumnRole): PopulationColumnAnswer => ({ heading: table.columns[column]!.name, column, role });
  const ages = open.map(({ column, sex, bands }) => {
    const shown = columnOf(table, column);
    const choices = bands.map(({ from: ageFrom, to: ageTo }, i) =>
      toChoice(clause('column.is', { column: shown, role: clause('role.group', { group: groupKey(sex, ageFrom, ageTo) }) }), i === 0 ? 0.5 : 0.4, [
        answerOf(column, { is: 'group', sex, ageFrom, ageTo }),
      ]),
    );
    const unused = toChoice(clause('column.unused', { column: shown }), 0.1, [answerOf(column, { is: 'ignore' })]);
    return toQuestion('role', `ages:${table.sheet}:${column}`, clause('question.ages', { column: shown, rows: table.rows }), table.rows, [...choices, unused]);
  });
  // That women and men add up is evidence; a name alone is a guess.
  const guesses = roles.flatMap((role, column) => (role.is === 'group' && from[column] === 'values' && why[column]!.length < 2 ? [{ role, column }] : []));
  const names = guesses.flatMap(({ role, column }) => {
    if (why[column]!.some(({ code }) => code === 'why.adds-up' || code === 'population.band-of-date')) return [];
    const { sex, ageFrom, ageTo } = role.group;
    const shown = columnOf(table, column);
    const asRole = clause('role.group', { group: role.group.key });
    return [
      toQuestion('role', `people:${table.sheet}:${column}`, clause('question.role', { column: shown, role: asRole, rows: table.rows }), table.rows, [
        toChoice(clause('column.is', { column: shown, role: asRole }), 0.7, [answerOf(column, { is: 'group', sex, ageFrom, ageTo, year: role.year })]),
        toChoice(clause('column.unused', { column: shown }), 0.3, [answerOf(column, { is: 'ignore' })]),
      ]),
    ];
  });
  return [...ages, ...names];
}

export function askNumbers(table: RawTable, { sample, asThousands, asDecimals, cells, columns }: NumberDoubt): PopulationQuestion {
  const asks = clause('question.numbers', { sheet: table.sheet, sample, thousands: asThousands, decimals: asDecimals, rows: cells });
  const say = (code: 'numbers.thousands' | 'numbers.decimals', value: number, confidence: number, numbers: PopulationColumnAnswer['numbers']) =>
    toChoice(
      clause(code, { sample, value }),
      confidence,
      columns.map((column) => ({ heading: table.columns[column]!.name, column, file: table.file, sheet: table.sheet, numbers })),
    );
  return toQuestion('numbers', `numbers:${table.sheet}`, asks, cells, [
    say('numbers.thousands', asThousands, 0.6, { thousands: '.', decimal: ',' }),
    say('numbers.decimals', asDecimals, 0.4, { thousands: null, decimal: '.' }),
  ]);
}

function columnOf({ columns }: RawTable, column: number): Clause {
  const { name, cells } = columns[column]!;
  const samples = [...new Set(cells.slice(0, 50).map(cellText).filter(Boolean))].slice(0, SAMPLES);
  return clause('column.sampled', { heading: name || clause('column.numbered', { number: column + 1 }), samples });
}
