/** A sheet against a structure: what would change, what is in doubt, and what becomes of each row. Pure: the same sheet, answers and structure give the same plan. */
import type { Capacity } from '../../contract/groups/groups.ts';
import type { Doubt, Planned } from '../../contract/groups/imports.ts';
import { foldName } from '../../matching/fold.ts';
import { readCapacity } from '../../matching/words/coordination.ts';
import { clause } from '../../words/clauses.ts';
import { createBook } from '../../sheets/book.ts';
import { planDates } from '../../sheets/dates.ts';
import { textOf, type KeptCell } from '../../sheets/sheet.ts';
import { CAPACITY } from '../words.ts';
import { readColumns } from './columns.ts';
import { planFields } from './fields.ts';
import { planGroups } from './groups.ts';
import { planOrganisations } from './organisations.ts';
import { planPersons } from './persons.ts';
import type { Line, Plan, Planning, PlanInput } from './planning.ts';

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
  const book = createBook<Planned, Doubt>(said.doubts, new Set(said.leave));
  const planning: Planning = { ...input, book, columns, groups: new Map(structure.groups.map((group) => [group.id, group])) };
  book.open(sheet);

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
