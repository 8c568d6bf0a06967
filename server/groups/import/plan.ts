/** A sheet against a structure: what would change, what is in doubt, and what becomes of each row. Pure: the same sheet, answers and structure give the same plan. */
import type { Capacity } from '../../contract/groups/groups.ts';
import { foldName } from '../../matching/fold.ts';
import { readCapacity } from '../../matching/words/coordination.ts';
import { clause } from '../../words/clauses.ts';
import { CAPACITY } from '../words.ts';
import { createBook } from './book.ts';
import { readColumns } from './columns.ts';
import { readDay, orderOf, type Order } from './dates.ts';
import { planFields } from './fields.ts';
import { planGroups } from './groups.ts';
import { planOrganisations } from './organisations.ts';
import { planPersons } from './persons.ts';
import type { Line, Plan, Planning, PlanInput } from './planning.ts';
import { textOf, type KeptCell } from './sheet.ts';

export function makePlan(input: PlanInput): Plan {
  const { sheet, said, structure, registry, sectors, places, lang } = input;
  const knownOrganisations = new Set(registry.all().flatMap(({ name, acronym }) => [foldName(name), ...(acronym ? [foldName(acronym)] : [])]));
  const knownGroups = new Set(structure.groups.flatMap(({ id, names, acronym }) => [id, ...Object.values(names), ...(acronym ? [acronym] : [])].map(foldName)));
  const columns = readColumns(sheet, said.columns, {
    sectors,
    isGroup: (text) => knownGroups.has(foldName(text)),
    isOrganisation: (text) => knownOrganisations.has(foldName(text)),
    isPlace: (text) => places?.codes.has(text.toUpperCase()) ?? false,
    lang,
  });
  const book = createBook(said.doubts, new Set(said.leave));
  const planning: Planning = { ...input, book, columns, groups: new Map(structure.groups.map((group) => [group.id, group])) };
  for (const { row } of sheet.rows) book.row(row);
  for (const { row, reason } of sheet.aside) book.leave(row, ASIDE[reason]);

  const groupOf = planGroups(planning);
  const organisations = planOrganisations(planning);
  const persons = planPersons(planning, organisations);
  const fields = planFields(planning);
  const dates = planDates(planning);
  for (const { row, cells } of sheet.rows) {
    const group = groupOf.get(row);
    if (group === undefined) continue;
    const text: Line['text'] = (is, part) =>
      textOf(cells[columns.findIndex(({ role }) => role.is === is && (part === undefined || ('part' in role && role.part === part)))] ?? null);
    const days = dates(row, cells);
    if (days === null) continue;
    const line: Line = { row, group, text, ...days };
    fields.take(line);
    takeOrganisations(planning, organisations, line, cells);
    persons.take(line);
  }
  fields.close();
  return { columns, intents: book.intents, ...book.close(lang) };
}

const ASIDE = { total: 'import.left.total', instruction: 'import.left.instruction', repeatedHeader: 'import.left.repeated' } as const;

/** Organisations of every column, each in the capacity of the column, of the row, or as a member. */
function takeOrganisations({ columns, book }: Planning, organisations: ReturnType<typeof planOrganisations>, line: Line, cells: readonly KeptCell[]): void {
  for (const { column, role, separators } of columns) {
    const text = textOf(cells[column] ?? null);
    if (role.is !== 'organisation' || role.part !== 'name' || text === '') continue;
    let capacity: Capacity | null = role.capacity;
    const stated = line.text('capacity');
    if (capacity === null && stated !== '') {
      capacity = readCapacity(stated) ?? null;
      if (capacity === null) {
        const choices = (Object.keys(CAPACITY) as Capacity[]).map((answer) => ({ answer, clause: clause(CAPACITY[answer]) }));
        capacity = book.ask(line.row, 'capacity', foldName(stated), stated, clause('import.doubt.capacity', { written: stated }), choices) as Capacity | null;
        if (capacity === null) continue;
      }
    }
    organisations.take(line, text, capacity, separators, role.capacity === null);
  }
}

/** First and last day of a row; null while they are in doubt. */
function planDates({ sheet, columns, book }: Planning) {
  const at = (is: 'start' | 'end') => columns.findIndex(({ role }) => role.is === is);
  const found = { start: at('start'), end: at('end') };
  const orders = new Map([found.start, found.end].map((column) => [column, column < 0 ? null : orderOf(sheet.rows.map(({ cells }) => cells[column] ?? null))]));
  // Columns of one sheet are written by one hand.
  const agreed = [...new Set([...orders.values()].filter((order) => order !== null))];
  const orderIn = (column: number): Order | null => orders.get(column) ?? (agreed.length === 1 ? agreed[0]! : null);

  function read(row: number, column: number, cell: KeptCell): string | null | undefined {
    const reading = readDay(cell, orderIn(column));
    if ('day' in reading) return reading.day;
    if ('empty' in reading) return null;
    const { heading } = columns[column]!;
    if ('ambiguous' in reading) {
      const choices = [
        { answer: 'day-first', clause: clause('import.choice.day-first') },
        { answer: 'month-first', clause: clause('import.choice.month-first') },
      ];
      const order = book.ask(row, 'date', `order:${column}`, reading.ambiguous, clause('import.doubt.order', { heading, written: reading.ambiguous }), choices);
      const said = order === null ? null : readDay(cell, order as Order);
      return said && 'day' in said ? said.day : undefined;
    }
    const written = reading.unreadable;
    const blank = book.ask(row, 'date', `${column}:${foldName(written)}`, written, clause('import.doubt.date', { heading, written }), [
      { answer: 'blank', clause: clause('import.choice.blank') },
    ]);
    return blank === null ? undefined : null;
  }

  return (row: number, cells: readonly KeptCell[]): { start: string | null; end: string | null } | null => {
    const start = found.start < 0 ? null : read(row, found.start, cells[found.start] ?? null);
    const end = found.end < 0 ? null : read(row, found.end, cells[found.end] ?? null);
    if (start === undefined || end === undefined) return null;
    if (start === null || end === null || start <= end) return { start, end };
    const choices = [
      { answer: 'swap', clause: clause('import.choice.swap', { start: end, end: start }) },
      { answer: 'blank', clause: clause('import.choice.blank') },
    ];
    const said = book.ask(row, 'date', `span:${start}:${end}`, `${start} – ${end}`, clause('import.doubt.span', { start, end }), choices);
    if (said === null) return null;
    return said === 'swap' ? { start: end, end: start } : { start: null, end: null };
  };
}
