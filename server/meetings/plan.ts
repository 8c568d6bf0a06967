/** Meetings planned, changed, cancelled and deleted. Every refusal leaves everything as it was. */
import type { MeetingChange, NewMeeting } from '../contract/meetings/meetings.ts';
import { ConflictError, InputError } from '../errors.ts';
import type { Acting } from '../groups/deps.ts';
import { addDays } from '../groups/structure.ts';
import { alreadyCancelled, alreadyHeld, checkMeeting, getMeeting } from './checks.ts';
import { dayOf, timeOf } from './clock.ts';
import type { MeetingsDeps } from './deps.ts';
import { countOf, daysOf, endRule } from './rule.ts';
import { coming, hasBegun, hasDay, type StoredMeeting } from './series.ts';
import type { Agreed, MeetingWriter } from './store.ts';

/** When it is: changes of these would change meetings that are over. */
const TIMES = ['start', 'zone', 'rrule', 'length'] as const;

type Fields = Omit<MeetingChange, 'from'>;

export function createPlanning({ store, outside, now, newId }: MeetingsDeps) {
  return {
    /** @throws InputError `meeting.…`, NotFoundError `group.unknown`, ConflictError `group.closed` */
    async createMeeting(acting: Acting, body: NewMeeting): Promise<StoredMeeting> {
      const structure = await outside.readStructure(acting.scope);
      const made = checkMeeting(structure, newMeeting(newId(), body, acting));
      await store.change(acting, async (_, write) => {
        await write.insertMeeting(made);
        await told(write, made, 'meeting.created');
      });
      return made;
    },

    /**
     * @param allowed asked with what is there and what it is to be, before anything is written
     * @throws ConflictError `meeting.begun` where times of a series change that has begun, without a day from which they do; `meeting.days-lost`; InputError `meeting.…`
     * @returns the meeting that holds from then
     */
    async changeMeeting(
      acting: Acting,
      id: string,
      { from, ...change }: MeetingChange,
      allowed: (before: StoredMeeting, groups: string[]) => void,
    ): Promise<StoredMeeting> {
      const structure = await outside.readStructure(acting.scope);
      return store.change(acting, async (found, write) => {
        const before = getMeeting(found.meetings, id);
        const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Fields;
        allowed(before, given.groups ?? before.groups);
        const next = { ...before, ...given };
        if (from !== undefined) checkFrom(before, from);
        if (from !== undefined && from > dayOf(before.start)) {
          const follower = checkMeeting(structure, toFollower(before, from, given, { ...acting, id: newId() }));
          return split(found, before, follower, from, acting.at, write);
        }
        if (TIMES.some((field) => next[field] !== before[field]) && before.rrule !== null && hasBegun(before, now()))
          throw new ConflictError('meeting.begun', 'This series has begun, so new times need a day from which they hold; earlier meetings stay as they were.');
        const after = checkMeeting(structure, raise(next, acting.at));
        if (isSame(before, after)) return before;
        if (before.rrule === null && dayOf(after.start) !== dayOf(before.start))
          await write.rename({ meeting: id, day: dayOf(before.start) }, { meeting: id, day: dayOf(after.start) });
        else checkDaysKept(found, before, after, '');
        await write.updateMeeting(after);
        await told(write, after, 'meeting.changed');
        return after;
      });
    },

    /** One, or all that is still to come of a series. @throws ConflictError `meeting.cancelled`, `meeting.over` */
    async cancelMeeting(acting: Acting, id: string, reason: string | null): Promise<StoredMeeting> {
      return store.change(acting, async (found, write) => {
        const before = getMeeting(found.meetings, id);
        if (before.status === 'cancelled') throw alreadyCancelled();
        const [next] = coming(before, now(), 1);
        if (before.rrule !== null && !next) throw new ConflictError('meeting.over', 'The series is over: none of it is still to come.');
        const begun = before.rrule !== null && hasBegun(before, now());
        const after = raise({ ...before, status: 'cancelled' as const, cancelledFrom: begun ? next!.day : null, reason }, acting.at);
        await write.updateMeeting(after);
        await told(write, after, 'meeting.cancelled', { reason });
        return after;
      });
    },

    /** @throws ConflictError `meeting.not-cancelled` */
    async restoreMeeting(acting: Acting, id: string): Promise<StoredMeeting> {
      return store.change(acting, async (found, write) => {
        const before = getMeeting(found.meetings, id);
        if (before.status !== 'cancelled') throw new ConflictError('meeting.not-cancelled', 'The meeting is not cancelled. Reload the page.');
        const after = raise({ ...before, status: 'planned' as const, cancelledFrom: null, reason: null }, acting.at);
        await write.updateMeeting(after);
        await told(write, after, 'meeting.restored');
        return after;
      });
    },

    /** @throws ConflictError `meeting.held` */
    async deleteMeeting(acting: Acting, id: string): Promise<void> {
      await store.change(acting, async (found, write) => {
        const before = getMeeting(found.meetings, id);
        if (hasBegun(before, now()) || namedDays(found, before).length > before.exceptions.length)
          throw alreadyHeld('The meeting has taken place, or something is recorded of it, so it stays. Cancel what is still to come.');
        await write.deleteMeeting(id);
        await told(write, before, 'meeting.deleted');
      });
    },
  };
}

const newMeeting = (id: string, body: NewMeeting, { scope, at }: Acting): StoredMeeting => ({
  ...body,
  id,
  scope,
  status: 'planned',
  cancelledFrom: null,
  reason: null,
  sequence: 0,
  follows: null,
  createdAt: at,
  updatedAt: at,
  exceptions: [],
  records: [],
});

/** Calendars take what they are told with a higher number for newer. */
export const raise = <M extends StoredMeeting>(meeting: M, at: string): M => ({ ...meeting, sequence: meeting.sequence + 1, updatedAt: at });

const told = (
  write: MeetingWriter,
  { groups, title }: StoredMeeting,
  action: `meeting.${'created' | 'changed' | 'continued' | 'cancelled' | 'restored' | 'deleted'}`,
  detail: Record<string, string | null> = {},
) => write.record({ action, group: groups[0]!, detail: { title, ...detail } });

function isSame(before: StoredMeeting, after: StoredMeeting): boolean {
  const plain = ({ sequence: _s, updatedAt: _u, ...rest }: StoredMeeting) => JSON.stringify(rest);
  return plain(before) === plain(after);
}

function checkFrom(meeting: StoredMeeting, from: string): void {
  if (meeting.rrule === null || !hasDay(meeting, from))
    throw new InputError('meeting.from', `This is no series that meets on ${from}. Choose one of its days.`, { details: { from } });
}

/** The series as it goes on from a day, with what is changed. */
function toFollower(before: StoredMeeting, from: string, given: Fields, { id, at }: { id: string; at: string }): StoredMeeting {
  const first = dayOf(before.start);
  const left = countOf(before.rrule!);
  const rest = left === null ? before.rrule! : endRule(before.rrule!, { count: left - daysOf(first, before.rrule, first, addDays(from, -1)).length });
  const start = given.start ?? `${from}T${timeOf(before.start)}`;
  if (dayOf(start) < from)
    throw new InputError('meeting.from', `New times that hold from ${from} cannot begin on ${dayOf(start)}. Choose a later day.`, { details: { from } });
  return {
    ...before,
    rrule: rest,
    ...given,
    id,
    start,
    sequence: 0,
    follows: before.id,
    createdAt: at,
    updatedAt: at,
    exceptions: before.exceptions.filter(({ day }) => day >= from),
    records: [],
  };
}

/** Ends one series the day before another goes on from it; what is known of later days goes with it. */
async function split(found: Agreed, before: StoredMeeting, follower: StoredMeeting, from: string, at: string, write: MeetingWriter): Promise<StoredMeeting> {
  checkDaysKept(found, before, follower, from);
  await write.updateMeeting(raise({ ...before, rrule: endRule(before.rrule!, { until: addDays(from, -1) }) }, at));
  await write.insertMeeting(follower);
  for (const day of namedDays(found, before)) if (day >= from) await write.rename({ meeting: before.id, day }, { meeting: follower.id, day });
  await told(write, follower, 'meeting.continued', { day: from });
  return follower;
}

/** Days of a meeting to which something is tied: moved or cancelled, recorded, agreed, decided, endorsed. */
function namedDays({ actions, decisions, endorsed }: Agreed, { id, exceptions, records }: StoredMeeting): string[] {
  const held = [...actions, ...decisions].flatMap((each) => (each.held?.meeting === id ? [each.held.day] : []));
  const named = endorsed.flatMap(({ meeting, day }) => (meeting === id ? [day] : []));
  return [...exceptions, ...records].map(({ day }) => day).concat(held, named);
}

/** @throws ConflictError `meeting.days-lost`: nothing that somebody entered is dropped silently */
function checkDaysKept(found: Agreed, before: StoredMeeting, after: StoredMeeting, from: string): void {
  const lost = [...new Set(namedDays(found, before))].toSorted().filter((day) => day >= from && !hasDay(after, day));
  if (lost.length > 0)
    throw new ConflictError(
      'meeting.days-lost',
      `With these times there is no meeting on ${lost.join(', ')}, where one was moved or cancelled, or something is recorded. Put it back as planned, or let the new times hold from a later day.`,
      { details: { days: lost } },
    );
}
