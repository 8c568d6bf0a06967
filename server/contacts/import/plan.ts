/** A sheet of contacts against the persons that are there: who would be entered, what is in doubt, what becomes of each row. Pure. */
import type { ContactDoubt, ContactPlanned } from '../../contract/contacts/imports.ts';
import type { AppointmentRole } from '../../contract/groups/groups.ts';
import { overlap } from '../../groups/changeGroups.ts';
import { createOrganisationReader } from '../../groups/import/organisations.ts';
import { HELD } from '../../groups/words.ts';
import { foldName } from '../../matching/fold.ts';
import { createBook } from '../../sheets/book.ts';
import { planDates } from '../../sheets/dates.ts';
import { textOf, type KeptCell } from '../../sheets/sheet.ts';
import { clause } from '../../words/clauses.ts';
import { readContactColumns } from './columns.ts';
import { planEntries } from './entries.ts';
import { planFields } from './fields.ts';
import { planMemberships } from './groups.ts';
import { planNames } from './names.ts';
import { planPeople, type Found } from './people.ts';
import type { ContactPlan, ContactPlanInput, ContactPlanning, Line, WrittenContact, WrittenName } from './planning.ts';

export function makeContactPlan(input: ContactPlanInput): ContactPlan {
  const { sheet, said, groups, registry, sectors, places, lang } = input;
  const knownOrganisations = new Set(registry.all().flatMap(({ name, acronym }) => [foldName(name), ...(acronym ? [foldName(acronym)] : [])]));
  const knownGroups = new Set(groups.flatMap(({ id, names, acronym }) => [id, ...Object.values(names), ...(acronym ? [acronym] : [])].map(foldName)));
  const columns = readContactColumns(sheet, said.columns, {
    sectors,
    isGroup: (text) => knownGroups.has(foldName(text)),
    isOrganisation: (text) => knownOrganisations.has(foldName(text)),
    isPlace: (text) => (places?.codes.has(text.toUpperCase()) || places?.byName.has(foldName(text))) ?? false,
    lang,
  });
  const book = createBook<ContactPlanned, ContactDoubt>(said.doubts, new Set(said.leave));
  const planning: ContactPlanning = { ...input, book, columns };
  book.open(sheet);
  const take = planRows(planning);
  const dates = planDates(planning);
  for (const { row, cells } of sheet.rows) {
    const days = dates(row, cells);
    if (days !== null) take(toLine(planning, row, cells), days);
  }
  take.close();
  return { columns, intents: book.intents, ...book.close(lang) };
}

function toLine({ columns }: ContactPlanning, row: number, cells: readonly KeptCell[]): Line {
  return {
    row,
    text: (is, part) =>
      textOf(cells[columns.findIndex(({ role }) => role.is === is && (part === undefined || ('part' in role && role.part === part)))] ?? null),
    cells: (is) =>
      columns.flatMap(({ column, role, heading }) => {
        const cell = cells[column] ?? null;
        return role.is === is && cell !== null ? [{ column, heading, cell }] : [];
      }),
  };
}

interface Days {
  start: string | null;
  end: string | null;
}

/** Takes one row after the other; `close` once all are read. */
function planRows(planning: ContactPlanning) {
  const { book, columns, registry, appointments } = planning;
  const organisations = createOrganisationReader({ book, registry, organisations: planning.organisations });
  const names = planNames(planning);
  const entries = planEntries(planning);
  const memberships = planMemberships(planning);
  const people = planPeople(planning);
  const fields = planFields(planning);
  const organisationColumn = columns.find(({ role }) => role.is === 'organisation' && role.part === 'name');

  /** null while it is in doubt. */
  function organisationOf({ row, text }: Line): { id: string | null } | null {
    const acronym = text('organisation', 'acronym');
    const written = text('organisation', 'name') || acronym;
    if (foldName(written) === '') return { id: null };
    const ids = organisations.resolveCell(row, written, organisationColumn?.separators ?? [], { acronym: acronym !== written && acronym !== '' ? acronym : null, type: null }); // prettier-ignore
    if (ids === null) return null;
    if (ids.length > 1) book.note(row, 'contacts.note.organisations', { written });
    // Of a cell with two organisations nobody knows whose the person is.
    return { id: ids.length === 1 ? ids[0]! : null };
  }

  function planPerson(row: number, { is, person }: Found, organisation: string | null): string[] {
    if (is === 'known') return [];
    const needs = person.organisation === null ? [] : organisations.ensure(row, person.organisation);
    book.plan(row, {
      id: person.key,
      does: 'person.create',
      group: null,
      organisation: person.organisation ?? organisation,
      person: person.name,
      clause: clause('contacts.person.create', { person: person.name }),
      needs,
      data: person,
    });
    return [person.key];
  }

  function planAppointment(
    row: number,
    found: Found,
    group: string,
    role: AppointmentRole,
    organisation: string | null,
    { start, end }: Days,
    needs: string[],
  ) {
    const { name } = found.person;
    const id = found.is === 'known' ? found.person.id : found.person.key;
    const params = { person: name, role: clause(HELD[role]), group: memberships.nameOf(group) };
    const common = { group, organisation, person: name, needs };
    const held = appointments.find((each) => each.person === id && each.group === group && each.role === role && each.state !== 'ended' && overlap(each, { start: start ?? end, end: start ?? end })); // prettier-ignore
    if (held) {
      const after = { start: start ?? held.start, end: end ?? held.end };
      if (after.start === held.start && after.end === held.end) return book.holds(row);
      const text = clause('import.appointment.change', { ...params, start: after.start ?? '…', end: after.end ?? '…' });
      return book.plan(row, { id: `appointment:${held.id}`, does: 'appointment.change', clause: text, data: { ...held, ...after }, ...common });
    }
    book.plan(row, {
      id: `appointment:${id}:${group}:${role}:${start ?? ''}`,
      does: 'appointment.create',
      clause: clause('import.appointment.create', params),
      data: { person: id, group, role, organisation, start, end },
      ...common,
    });
  }

  function take(line: Line, days: Days): void {
    const { row } = line;
    const written = names.read(line);
    if (written === null || written.length === 0) return;
    // All is read before anything is given up, so that every question of a row is asked at once.
    const [contacts, groups, organisation] = [entries.read(line), memberships.read(line), organisationOf(line)];
    if (contacts === null || groups === null || organisation === null) return;
    const own = shareOut(planning, row, written, contacts);
    if (own === null) return;
    for (const [turn, name] of written.entries()) {
      const found = people.resolve({ ...name, row, turn, organisation: organisation.id, contacts: own[turn]! });
      if (found === null) continue;
      const needs = planPerson(row, found, organisation.id);
      fields.say(line, found, { contacts: own[turn]!, organisation: organisation.id, alone: written.length === 1 });
      const ofRole = [...needs, ...(organisation.id === null ? [] : organisations.ensure(row, organisation.id))];
      for (const { group, role } of groups) planAppointment(row, found, group, role, organisation.id, days, ofRole);
    }
  }

  return Object.assign(take, { close: fields.close });
}

/** Whose the addresses of a row with several persons are: one each in their order, or asked. null while it is in doubt. */
function shareOut({ book }: ContactPlanning, row: number, names: readonly WrittenName[], contacts: readonly WrittenContact[]): WrittenContact[][] | null {
  if (names.length === 1) return [[...contacts]];
  const own = names.map((): WrittenContact[] => []);
  const left: WrittenContact[] = [];
  for (const kind of ['email', 'phone', 'messenger'] as const) {
    const some = contacts.filter((each) => each.kind === kind);
    if (some.length === names.length) for (const [i, each] of some.entries()) own[i]!.push(each);
    else left.push(...some);
  }
  if (left.length === 0) return own;
  const written = left.map(({ value }) => value).join('; ');
  const choices = [
    ...names.map(({ name }, i) => ({ answer: String(i), clause: clause('import.choice.is', { name }) })),
    { answer: 'none', clause: clause('contacts.choice.nobody') },
  ];
  const answer = book.ask(row, 'several', `whose:${row}`, written, clause('contacts.doubt.whose', { written }), choices);
  if (answer === null) return null;
  if (answer !== 'none') own[Number(answer)]!.push(...left);
  return own;
}
