/** The changes of a plan, written within one transaction, each with its line of history. */
import type { Group, Organisation, Seat } from '../../contract/groups/groups.ts';
import type { Planned } from '../../contract/groups/imports.ts';
import type { Intent } from '../../sheets/book.ts';
import { checkGroup, type Known } from '../checks.ts';
import type { Acting } from '../deps.ts';
import type { Writer } from '../store.ts';
import type { StoredAppointment, StoredSeat, Structure } from '../structure.ts';
import type { MadePerson } from './persons.ts';
import type { Plan } from './planning.ts';

export interface ApplyDeps {
  known: Pick<Known, 'sectors'>;
  newId: () => string;
}

const EDGES = { parent: null, reportsTo: null, hub: null } as const;

/** @throws InputError `group.circle`, `group.edge` where the groups would not fit together; then nothing is written */
export async function applyPlan(acting: Acting, structure: Structure, { intents, taken }: Plan, write: Writer, { known, newId }: ApplyDeps): Promise<number> {
  const all = [...intents.values()].filter(({ id }) => taken.has(id));
  const of = <Data>(does: Planned) => all.filter((intent) => intent.does === does) as Intent<Planned, Data>[];
  for (const { data, organisation } of of<Omit<Organisation, 'scope'>>('organisation.create')) {
    await write.insertOrganisation(data);
    await write.record({ action: 'organisation.created', organisation, detail: { name: data.name } });
  }
  await applyGroups(acting, structure, of<Group>('group.create'), of<{ group: string; change: Partial<Group> }>('group.change'), write, known);
  const persons = new Map<string, string>();
  for (const { data } of of<MadePerson>('person.create')) {
    const id = newId();
    persons.set(data.key, id);
    const { name, organisation, jobTitle, email } = data;
    await write.insertPerson({ id, name, organisation, jobTitle, email, account: null, claimedBy: null, entered: 'import' });
    await write.record({ action: 'person.created', person: id, organisation, detail: {} });
  }
  for (const { data } of of<Omit<Seat, 'id'>>('seat.add')) {
    await write.insertSeat({ id: newId(), ...data });
    await write.record({
      action: 'seat.added',
      group: data.group,
      organisation: data.organisation,
      detail: { capacity: data.capacity, start: data.start, end: data.end },
    });
  }
  for (const { data } of of<StoredSeat>('seat.change')) {
    await write.updateSeat(data);
    await write.record({
      action: 'seat.changed',
      group: data.group,
      organisation: data.organisation,
      detail: { capacity: data.capacity, start: data.start, end: data.end },
    });
  }
  for (const { data } of of<Pick<StoredAppointment, 'group' | 'role' | 'organisation' | 'start' | 'end'> & { person: string }>('appointment.create')) {
    const person = persons.get(data.person) ?? data.person;
    const { group, role, organisation, start, end } = data;
    await write.insertAppointment({ id: newId(), ...data, person, state: 'active', approvedBy: acting.actor });
    await write.record({ action: 'appointment.created', group, person, organisation, detail: { role, start, end, state: 'active' } });
  }
  for (const { data } of of<StoredAppointment>('appointment.change')) {
    await write.updateAppointment(data);
    await write.record({
      action: 'appointment.changed',
      group: data.group,
      person: data.person,
      organisation: data.organisation,
      detail: { role: data.role, start: data.start, end: data.end },
    });
  }
  return all.length;
}

/** New groups first without edges, since one may name the other; then every change, once all fit together. */
async function applyGroups(
  { at, actor }: Acting,
  structure: Structure,
  created: readonly Intent<Planned, Group>[],
  changed: readonly Intent<Planned, { group: string; change: Partial<Group> }>[],
  write: Writer,
  known: ApplyDeps['known'],
): Promise<void> {
  const final = new Map(structure.groups.map((group) => [group.id, group]));
  for (const { data } of created) final.set(data.id, { ...data, ...EDGES, updatedAt: at, updatedBy: actor });
  for (const { data } of changed) final.set(data.group, { ...final.get(data.group)!, ...data.change });
  const touched = new Set([...created.map(({ data }) => data.id), ...changed.map(({ data }) => data.group)]);
  for (const id of touched) checkGroup([...final.values()], final.get(id)!, known);
  for (const { data } of created) {
    await write.insertGroup({ ...final.get(data.id)!, ...EDGES });
    await write.record({ action: 'group.created', group: data.id, detail: { type: data.type, parent: final.get(data.id)!.parent } });
  }
  for (const id of new Set(changed.map(({ data }) => data.group))) {
    await write.updateGroup(final.get(id)!);
    const fields = changed.filter(({ data }) => data.group === id).flatMap(({ data }) => Object.keys(data.change));
    if (structure.groups.some((group) => group.id === id)) await write.record({ action: 'group.changed', group: id, detail: { fields: fields.join(', ') } });
  }
}
