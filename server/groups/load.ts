/** A whole structure put into a scope at once: the invented country, and structures of tests and measurements. */
import { newGroupBody, type AppointmentRole, type Capacity, type NewGroup, type Scope } from '../contract/groups/groups.ts';
import { newGroup } from './changeGroups.ts';
import { openRegistry, type Reports } from './registry.ts';
import type { NewStoredPerson } from './persons.ts';
import type { GroupStore } from './store.ts';

export type LoadedPerson = Partial<Omit<NewStoredPerson, 'id' | 'name' | 'organisation' | 'jobTitle' | 'email' | 'account' | 'claimedBy'>>;

/** Organisations and persons are named; days are YYYY-MM-DD. Groups come after those that they name. */
export interface Loaded {
  groups: { group: Partial<NewGroup> & Pick<NewGroup, 'id' | 'type' | 'names'>; changed: string; closed: string | null }[];
  organisations: readonly { name: string; acronym: string | null; type: string | null }[];
  seats: readonly { group: string; organisation: string; capacity: Capacity; start: string | null; end: string | null }[];
  /** What is not said of them is as they would have said it: entered by themselves a moment ago. */
  persons: readonly (LoadedPerson & { name: string; organisation: string; jobTitle: string; email: string })[];
  /** `until`: of the check-in; absent: nobody ever checked in. */
  appointments: readonly { group: string; person: string; role: AppointmentRole; start: string | null; end: string | null; until?: string | null }[];
}

export interface LoadDeps {
  store: GroupStore;
  readReports: (scope: Scope) => Promise<Reports>;
  /** Ids of seats, persons and appointments: the same list gives the same rows. */
  newId: () => string;
}

/** Everything of a group is entered at the moment it was last changed; of one that is there already the seats and appointments only. @param by who is said to have entered it */
export async function loadStructure({ store, readReports, newId }: LoadDeps, scope: Scope, data: Loaded, by: string): Promise<void> {
  const registry = openRegistry(await store.read(scope), await readReports(scope));
  const known = new Map(data.organisations.map((each) => [each.name, each]));
  const named = [
    ...new Set(
      [...data.organisations, ...data.seats.map(({ organisation: name }) => ({ name })), ...data.persons.map(({ organisation: name }) => ({ name }))].map(
        ({ name }) => name,
      ),
    ),
  ];
  const idOf = new Map(
    named.map((name) => [name, registry.resolve({ name, acronym: known.get(name)?.acronym ?? null, type: known.get(name)?.type ?? null })!]),
  );
  const persons = new Map(data.persons.map((person) => [person.name, { ...person, id: newId() }]));
  const first = data.groups.map(({ changed }) => changed).toSorted()[0] ?? '2000-01-01';
  const at = (day: string) => `${day}T08:00:00.000Z`;

  await store.change({ scope, actor: by, at: at(first) }, async (structure, write) => {
    const there = new Set(structure.organisations.map(({ id }) => id));
    for (const { id, name, acronym, type } of idOf.values()) {
      if (there.has(id)) continue;
      there.add(id);
      await write.insertOrganisation({ id, name, names: {}, acronym, type, identifiers: [], website: null });
    }
    const now = new Date().toISOString();
    const self = { entered: 'self', enteredAt: now, confirmedAt: now, touchedAt: now } as const;
    for (const { organisation, ...person } of persons.values())
      await write.insertPerson({ ...self, ...person, organisation: idOf.get(organisation)!.id, account: null, claimedBy: null });
  });

  for (const { group, changed, closed } of data.groups) {
    const change = { scope, actor: by, at: at(changed) };
    await store.change(change, async (structure, write) => {
      const made = newGroup(newGroupBody.parse(group), change);
      const isThere = structure.groups.some(({ id }) => id === group.id);
      if (!isThere) await write.insertGroup(closed === null ? made : { ...made, status: 'closed', until: closed });
      if (!isThere) await write.record({ action: 'group.created', group: group.id, detail: { type: group.type, parent: group.parent ?? null } });
      for (const seat of data.seats.filter((each) => each.group === group.id))
        await write.insertSeat({ ...seat, id: newId(), organisation: idOf.get(seat.organisation)!.id, end: seat.end ?? closed });
      for (const { person: name, until = null, ...held } of data.appointments.filter((each) => each.group === group.id)) {
        const { id: person, organisation } = persons.get(name)!;
        await write.insertAppointment({ ...held, id: newId(), person, organisation: idOf.get(organisation)!.id, state: 'active', approvedBy: by, until });
      }
    });
  }
}
