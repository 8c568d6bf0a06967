/** Appointments: who holds what in a group. They begin by being appointed, or by asking and being approved; they end by their last day or at once. */
import type { z } from 'zod';
import type { AppointmentRole, GroupAction, SpanChange } from '../contract/groups/groups.ts';
import type { Appointment, approveBody, endBody, JoinRequest, NewAppointment } from '../contract/groups/people.ts';
import { ConflictError, InputError, NotFoundError } from '../errors.ts';
import { tellAppointment } from './answers.ts';
import { overlap, span } from './changeGroups.ts';
import { findPersonOf, getPerson } from './changePersons.ts';
import { latestUntil } from './checkIn.ts';
import { getOpenGroup, unknownGroup } from './checks.ts';
import { ensureOrganisation } from './registry.ts';
import type { Acting, GroupsDeps } from './deps.ts';
import type { Writer } from './store.ts';
import { hasEnded, type StoredAppointment, type Structure } from './structure.ts';
import { requireMember, requireRight, type Rights } from './who.ts';

type Entry = Omit<StoredAppointment, 'createdAt'>;

export function createAppointments({ store, reportsFor, newId }: GroupsDeps) {
  const tell = (entry: Entry, { at }: Acting): Appointment => tellAppointment({ ...entry, createdAt: at }, at.slice(0, 10), null);

  return {
    /** @throws ConflictError `group.closed`, `appointment.twice`, NotFoundError `person.unknown`, InputError `appointment.invite` */
    async createAppointment(acting: Acting, group: string, { person: id, role, start, end, invite }: NewAppointment): Promise<Appointment> {
      return store.change(acting, async (structure, write) => {
        getOpenGroup(structure, group);
        const person = getPerson(structure, id);
        if (invite && person.account === null)
          throw new InputError(
            'appointment.invite',
            `${person.name} has no account to say yes with. Appoint them without asking, or invite them to this server first.`,
          );
        const state = invite ? ('invited' as const) : ('active' as const);
        const entry: Entry = {
          id: newId(),
          person: id,
          group,
          role,
          organisation: person.organisation,
          start,
          end,
          state,
          approvedBy: invite ? null : acting.actor,
          until: invite ? null : latestUntil(acting.at, end),
        };
        checkOnce(structure, entry);
        await write.insertAppointment(entry);
        await write.record({ action: 'appointment.created', group, person: id, organisation: entry.organisation, detail: { role, start, end, state } });
        return tell(entry, acting);
      });
    },

    /** @throws UnauthorizedError, NotFoundError `group.unknown`, ConflictError `group.closed`, `appointment.twice` */
    async joinGroup(acting: Acting, group: string, rights: Rights, { role, organisation, jobTitle }: JoinRequest): Promise<Appointment> {
      const { id: account, name } = requireMember(rights);
      const reports = await reportsFor(acting.scope, organisation);
      return store.change(acting, async (structure, write) => {
        const { visibility } = getOpenGroup(structure, group);
        if (visibility !== 'public' && !rights.seePeople) throw unknownGroup(group);
        if (organisation !== null) await ensureOrganisation(acting.scope, structure, reports, organisation, write);
        let person = findPersonOf(structure, account);
        if (!person) {
          person = await write.insertPerson({ id: newId(), name, organisation, jobTitle, account, claimedBy: null, email: null, entered: 'self' });
          await write.record({ action: 'person.created', person: person.id, organisation, detail: {} });
        }
        const entry: Entry = {
          id: newId(),
          person: person.id,
          group,
          role,
          organisation: person.organisation ?? organisation,
          start: null,
          end: null,
          state: 'pending',
          approvedBy: null,
          until: null,
        };
        checkOnce(structure, entry);
        await write.insertAppointment(entry);
        await write.record({ action: 'appointment.asked', group, person: person.id, organisation: entry.organisation, detail: { role } });
        return tell(entry, acting);
      });
    },

    /** @throws ForbiddenError `group.forbidden`, ConflictError `appointment.state`, `group.closed` */
    async approveAppointment(acting: Acting, group: string, id: string, rights: Rights, { role, end }: z.infer<typeof approveBody>): Promise<Appointment> {
      return store.change(acting, async (structure, write) => {
        const before = getVisible(structure, group, id, rights);
        const given: AppointmentRole = role ?? before.role;
        const decides = rights.may('approve', group) && rights.mayGive(given, group);
        const accepts = before.state === 'invited' && role === undefined && end === undefined && isOwn(structure, before, rights);
        requireRight(rights, decides || accepts);
        getOpenGroup(structure, group);
        if (before.state !== 'pending' && before.state !== 'invited')
          throw new ConflictError('appointment.state', 'Nothing waits to be approved here: the appointment holds already, or has ended.');
        const today = acting.at.slice(0, 10);
        const last = end === undefined ? before.end : end;
        const entry: Entry = {
          ...before,
          role: given,
          state: 'active',
          approvedBy: decides ? acting.actor : before.approvedBy,
          start: before.start ?? today,
          end: last,
          until: latestUntil(acting.at, last),
        };
        if (entry.end !== null && entry.start !== null && entry.end < entry.start)
          throw new InputError('group.days', `The last day, ${entry.end}, is before the first, ${entry.start}.`);
        checkOnce(structure, entry);
        await update(write, entry, 'appointment.approved', { start: entry.start, end: entry.end });
        return tell(entry, acting);
      });
    },

    /** @throws ConflictError `appointment.state` of one that was ended, InputError `group.days` */
    async changeAppointment(acting: Acting, group: string, id: string, rights: Rights, change: SpanChange): Promise<Appointment> {
      return store.change(acting, async (structure, write) => {
        const before = getVisible(structure, group, id, rights);
        requireRight(rights, rights.may('approve', group) && rights.mayGive(before.role, group));
        if (before.state === 'ended') throw new ConflictError('appointment.state', 'The appointment has ended. Appoint the person again, with the new days.');
        getOpenGroup(structure, group);
        const days = span(before, change);
        // Whoever says a last day says by it that the person is there until then.
        const entry: Entry = {
          ...before,
          ...days,
          until: change.end === undefined || before.state !== 'active' ? before.until : latestUntil(acting.at, days.end),
        };
        checkOnce(structure, entry);
        await update(write, entry, 'appointment.changed', { start: entry.start, end: entry.end });
        return tell(entry, acting);
      });
    },

    /** By whoever approves in the group and could give the role, or the person. @throws ForbiddenError `group.forbidden`, ConflictError `appointment.state` */
    async endAppointment(acting: Acting, group: string, id: string, rights: Rights, { end, reason }: z.infer<typeof endBody>): Promise<Appointment> {
      const today = acting.at.slice(0, 10);
      return store.change(acting, async (structure, write) => {
        const before = getVisible(structure, group, id, rights);
        requireRight(rights, (rights.may('approve', group) && rights.mayGive(before.role, group)) || isOwn(structure, before, rights));
        if (before.state === 'ended' || hasEnded(before, today)) throw new ConflictError('appointment.state', 'The appointment has ended already.');
        // A request or an invitation that is refused has no day on which it would still hold.
        const later = end !== undefined && end >= today && before.state === 'active';
        const last = end ?? today;
        const start = before.start !== null && before.start > last ? last : before.start;
        const entry: Entry = { ...before, start, end: last, state: later ? before.state : 'ended' };
        await update(write, entry, 'appointment.ended', { end: last, reason: reason ?? null });
        return tell(entry, acting);
      });
    },
  };
}

/** Writes an appointment as it is from now on, with its line of history. */
async function update(write: Writer, entry: Entry, action: GroupAction, detail: Record<string, string | null>): Promise<void> {
  const { group, person, organisation, role } = entry;
  await write.updateAppointment(entry);
  await write.record({ action, group, person, organisation, detail: { role, ...detail } });
}

/** Waiting ones exist for whoever decides and for the person only. @throws NotFoundError `appointment.unknown`, `group.unknown` */
function getVisible(structure: Structure, group: string, id: string, rights: Rights): StoredAppointment {
  const found = structure.appointments.find((each) => each.id === id && each.group === group);
  if (!found || !(rights.seePeople || rights.may('approve', group) || isOwn(structure, found, rights))) {
    // Before anything is told, whoever asks is somebody.
    requireRight(rights, rights.member !== null || rights.seePeople);
    throw new NotFoundError('appointment.unknown', 'The group has no such appointment; someone may have removed it. Reload the page.');
  }
  return found;
}

const isOwn = ({ persons }: Structure, { person }: Pick<Appointment, 'person'>, { member }: Rights): boolean =>
  member !== null && persons.some(({ id, account }) => id === person && account === member.id);

/** @throws ConflictError `appointment.twice` where the person holds the role in these days, or has asked for it */
function checkOnce({ appointments }: Structure, entry: Entry): void {
  const twin = appointments.find(
    (each) =>
      each.id !== entry.id &&
      each.group === entry.group &&
      each.person === entry.person &&
      each.role === entry.role &&
      each.state !== 'ended' &&
      overlap(each, entry),
  );
  if (twin)
    throw new ConflictError('appointment.twice', 'The person holds this role in the group in these days, or has asked for it.', {
      details: { appointment: twin.id, state: twin.state },
    });
}
