/** Persons of a sheet, and what they are to hold: found by name, asked where a name is near or a cell holds two. */
import type { AppointmentRole } from '../../contract/groups/groups.ts';
import { email as emailSchema } from '../../contract/people/people.ts';
import { foldName } from '../../matching/fold.ts';
import { readHeldRole } from '../../matching/words/coordination.ts';
import { clause, verbatim } from '../../words/clauses.ts';
import { textOf } from '../../sheets/sheet.ts';
import { overlap } from '../changeGroups.ts';
import { HELD } from '../words.ts';
import { nameOfGroup } from './groups.ts';
import { nearest, personParts } from './match.ts';
import type { planOrganisations } from './organisations.ts';
import type { Line, Planning } from './planning.ts';

const NEAR = 0.86;

export interface MadePerson {
  key: string;
  name: string;
  organisation: string | null;
  jobTitle: string | null;
  email: string | null;
}

export function planPersons(planning: Planning, organisations: ReturnType<typeof planOrganisations>) {
  const { book, structure, columns, sheet } = planning;
  const made = new Map<string, MadePerson>();
  const organisationColumn = columns.find(({ role }) => role.is === 'organisation' && role.capacity === null && role.part === 'name');
  const cellsOf = new Map(sheet.rows.map(({ row, cells }) => [row, cells]));

  // A question with a name near the one in the sheet tells it: of who restricted their entry, or has left, nobody is told (docs/contacts.md).
  const left = new Set(structure.appointments.map(({ person }) => person));
  for (const { person, state } of structure.appointments) if (state !== 'ended') left.delete(person);
  const asked = structure.persons.filter(({ id, restrictedAt }) => restrictedAt === null && !left.has(id));

  function namesOf(row: number, written: string): string[] | null {
    const parts = personParts(written);
    if (parts.length < 2) return [written];
    const choices = [
      { answer: 'split', clause: clause('import.choice.split', { parts: parts.map((part) => verbatim(part)) }) },
      { answer: 'one', clause: clause('import.choice.one', { name: written }) },
    ];
    const answer = book.ask(row, 'several', `person:${foldName(written)}`, written, clause('import.doubt.several-persons', { written }), choices);
    return answer === null ? null : answer === 'split' ? parts : [written];
  }

  /** The id of somebody who is there, or the key of somebody whom the sheet makes; null while it is in doubt. */
  function personOf(line: Line, name: string, organisation: string | null): { id: string; isNew: boolean } | null {
    const folded = foldName(name);
    if (folded === '') return null;
    const same = structure.persons.filter((person) => foldName(person.name) === folded);
    const own = same.length > 1 ? same.filter((person) => person.organisation === organisation) : same;
    if (own.length === 1) return { id: own[0]!.id, isNew: false };
    const key = `new:${folded}`;
    if (made.has(key)) return { id: key, isNew: true };
    const near = same.length > 1 ? { is: 'near' as const, ids: same.map(({ id }) => id) } : nearest(folded, asked.map(({ id, name: known }) => ({ id, keys: [foldName(known)] })), NEAR); // prettier-ignore
    if (near.is === 'near') {
      const nameOf = (id: string) => structure.persons.find((person) => person.id === id)!.name;
      const choices = [
        ...near.ids.map((id) => ({ answer: `is:${id}`, clause: clause('import.choice.is', { name: nameOf(id) }) })),
        { answer: 'new', clause: clause('import.choice.new-person', { name }) },
      ];
      const answer = book.ask(line.row, 'person', folded, name, clause('import.doubt.person', { written: name }), choices);
      if (answer === null) return null;
      if (answer !== 'new') return { id: answer.slice(3), isNew: false };
    }
    const address = emailSchema.safeParse(line.text('email'));
    made.set(key, { key, name, organisation, jobTitle: line.text('job-title') || null, email: address.success ? address.data : null });
    return { id: key, isNew: true };
  }

  function roleOf(row: number, written: string): AppointmentRole | null {
    if (written === '') return 'member';
    const choices = (Object.keys(HELD) as AppointmentRole[]).map((answer) => ({ answer, clause: clause(HELD[answer]) }));
    return (
      readHeldRole(written) ?? (book.ask(row, 'role', foldName(written), written, clause('import.doubt.role', { written }), choices) as AppointmentRole | null)
    );
  }

  function planAppointment(
    line: Line,
    name: string,
    person: { id: string; isNew: boolean },
    role: AppointmentRole,
    organisation: string | null,
    needs: string[],
  ): void {
    const { row, group, start, end } = line;
    const params = { person: name, role: clause(HELD[role]), group: nameOfGroup(planning, group) };
    const found = structure.appointments.find(
      (each) =>
        each.person === person.id &&
        each.group === group &&
        each.role === role &&
        each.state !== 'ended' &&
        overlap(each, { start: start ?? end, end: start ?? end }),
    );
    const common = { group, organisation, person: name, needs };
    if (found) {
      const after = { start: start ?? found.start, end: end ?? found.end };
      if (after.start === found.start && after.end === found.end) return book.holds(row);
      const text = clause('import.appointment.change', { ...params, start: after.start ?? '…', end: after.end ?? '…' });
      return book.plan(row, { id: `appointment:${found.id}`, does: 'appointment.change', clause: text, data: { ...found, ...after }, ...common });
    }
    book.plan(row, {
      id: `appointment:${group}:${person.id}:${role}:${start ?? ''}`,
      does: 'appointment.create',
      clause: clause('import.appointment.create', params),
      data: { group, person: person.id, role, organisation, start, end },
      ...common,
    });
  }

  return {
    take(line: Line): void {
      const written = line.text('person');
      if (written === '') return;
      const names = namesOf(line.row, written);
      const role = roleOf(line.row, line.text('role'));
      if (names === null || role === null) return;
      const text = organisationColumn ? textOf(cellsOf.get(line.row)?.[organisationColumn.column] ?? null) : '';
      const ids =
        text === ''
          ? []
          : organisations.resolveCell(line.row, text, organisationColumn!.separators, { acronym: line.text('organisation', 'acronym') || null, type: null });
      if (ids === null) return;
      // Of a cell with two organisations nobody knows whose the person is.
      const organisation = ids.length === 1 ? ids[0]! : null;
      for (const name of names) {
        const person = personOf(line, name, organisation);
        if (person === null) continue;
        const needs = [
          ...(organisation === null ? [] : organisations.ensure(line.row, organisation)),
          ...(structure.groups.some(({ id }) => id === line.group) ? [] : [`group:${line.group}`]),
        ];
        if (person.isNew) {
          const of = made.get(person.id)!;
          const own = of.organisation === null || structure.organisations.some(({ id }) => id === of.organisation) ? [] : [`organisation:${of.organisation}`];
          book.plan(line.row, {
            id: person.id,
            does: 'person.create',
            group: null,
            organisation: of.organisation,
            person: of.name,
            clause: clause('import.person.create', { person: of.name }),
            needs: own,
            data: of,
          });
          needs.push(person.id);
        }
        planAppointment(line, name, person, role, organisation, needs);
      }
    },
  };
}
