/** The changes of a plan of contacts, written within one transaction, each with its line of history. Nobody who is entered is shown before they confirm. */
import { DEFAULT_CONTACT_VISIBILITY, MAX_CONTACTS, type ContactEntry } from '../../contract/contacts/contacts.ts';
import type { ContactPlanned } from '../../contract/contacts/imports.ts';
import type { Organisation } from '../../contract/groups/groups.ts';
import type { Acting } from '../../groups/deps.ts';
import type { Writer } from '../../groups/store.ts';
import type { StoredAppointment, StoredPerson, Structure } from '../../groups/structure.ts';
import type { Intent } from '../../sheets/book.ts';
import type { ChangedPerson } from './fields.ts';
import type { MadePerson } from './people.ts';
import type { ContactPlan, WrittenContact } from './planning.ts';

type Held = Pick<StoredAppointment, 'group' | 'role' | 'organisation' | 'start' | 'end'> & { person: string };

/** @returns how many persons were entered */
export async function applyContactPlan(
  acting: Acting,
  structure: Structure,
  { intents, taken }: Pick<ContactPlan, 'intents' | 'taken'>,
  write: Writer,
  newId: () => string,
): Promise<number> {
  const all = [...intents.values()].filter(({ id }) => taken.has(id));
  const of = <Data>(does: ContactPlanned) => (all.filter((intent) => intent.does === does) as Intent<ContactPlanned, Data>[]).map(({ data }) => data);
  const there = new Set(structure.organisations.map(({ id }) => id as string));
  for (const organisation of of<Omit<Organisation, 'scope'>>('organisation.create')) {
    await write.insertOrganisation(organisation);
    await write.record({ action: 'organisation.created', organisation: organisation.id, detail: { name: organisation.name } });
    there.add(organisation.id);
  }
  /** null where its making was not ticked. */
  const organisationOf = (id: string | null) => (id !== null && there.has(id) ? (id as Organisation['id']) : null);

  const made = new Map<string, string>();
  for (const data of of<MadePerson>('person.create')) made.set(data.key, await enter(data, organisationOf(data.organisation), write, newId));
  for (const change of of<ChangedPerson>('person.change')) await fillIn(structure, change, organisationOf, write, newId);
  for (const data of of<Held>('appointment.create')) {
    const person = made.get(data.person) ?? data.person;
    const organisation = organisationOf(data.organisation);
    const { group, role, start, end } = data;
    await write.insertAppointment({ id: newId(), person, group, role, organisation, start, end, state: 'active', approvedBy: acting.actor });
    await write.record({ action: 'appointment.created', group, person, organisation, detail: { role, start, end, state: 'active' } });
  }
  for (const data of of<StoredAppointment>('appointment.change')) {
    await write.updateAppointment(data);
    const { group, person, organisation, role, start, end } = data;
    await write.record({ action: 'appointment.changed', group, person, organisation, detail: { role, start, end } });
  }
  await write.recordContact({ action: 'imported', persons: made.size });
  return made.size;
}

async function enter(data: MadePerson, organisation: StoredPerson['organisation'], write: Writer, newId: () => string): Promise<string> {
  const id = newId();
  const { name, given, family, jobTitle, dutyStation, languages } = data;
  const contacts = toEntries(data.contacts, [], newId);
  const email = contacts.find(({ kind }) => kind === 'email')?.value ?? null;
  await write.insertPerson({
    id,
    name,
    given,
    family,
    organisation,
    jobTitle,
    dutyStation,
    languages,
    contacts,
    email,
    account: null,
    claimedBy: null,
    entered: 'import',
  });
  await write.record({ action: 'person.created', person: id, organisation, detail: {} });
  return id;
}

/** What was blank and what is new; what was there stays. */
async function fillIn(
  { persons }: Structure,
  { person, fields, contacts }: ChangedPerson,
  organisationOf: (id: string | null) => StoredPerson['organisation'],
  write: Writer,
  newId: () => string,
): Promise<void> {
  const before = persons.find(({ id }) => id === person);
  if (!before) return;
  const { organisation, ...given } = fields;
  const after: StoredPerson = {
    ...before,
    ...given,
    ...(organisation === undefined ? {} : { organisation: organisationOf(organisation) ?? before.organisation }),
    contacts: [...before.contacts, ...toEntries(contacts, before.contacts, newId)].slice(0, MAX_CONTACTS),
  };
  await write.updatePerson(after);
  const named = [...Object.keys(fields), ...(contacts.length > 0 ? ['contacts'] : [])].join(', ');
  await write.record({ action: 'person.changed', person, organisation: after.organisation, detail: { fields: named } });
  await write.recordContact({ action: 'changed', person });
}

/** As visible as their kind is by default; the first address is the preferred one where there is none yet. */
function toEntries(contacts: readonly WrittenContact[], before: readonly ContactEntry[], newId: () => string): ContactEntry[] {
  const isFirst = (kind: ContactEntry['kind'], i: number) =>
    kind === 'email' && contacts.findIndex((each) => each.kind === 'email') === i && !before.some((each) => each.kind === 'email' && each.preferred);
  return contacts.map(({ kind, service, value }, i) => ({
    id: newId(),
    kind,
    label: 'work',
    service,
    value,
    preferred: isFirst(kind, i),
    visibility: DEFAULT_CONTACT_VISIBILITY[kind],
  }));
}
