/** One meeting on one day: moved, cancelled, recorded. */
import type { OccurrenceChange, RecordChange } from '../contract/meetings/meetings.ts';
import { ConflictError, InputError } from '../errors.ts';
import type { Acting } from '../groups/deps.ts';
import { alreadyCancelled, alreadyHeld, checkDay, checkOrganisations, getMeeting } from './checks.ts';
import type { MeetingsDeps } from './deps.ts';
import { raise } from './plan.ts';
import { findHeld, type MeetingRecord, type StoredMeeting } from './series.ts';

const NOTHING: Omit<MeetingRecord, 'day'> = { agenda: null, minutes: null, attendance: [] };

export function createRecording({ store, outside, now }: MeetingsDeps) {
  return {
    /** @throws ConflictError `meeting.once`, `meeting.cancelled`, `meeting.held`, NotFoundError `meeting.no-day` */
    async changeOccurrence(acting: Acting, id: string, day: string, change: OccurrenceChange): Promise<void> {
      await store.change(acting, async ({ meetings }, write) => {
        const meeting = getMeeting(meetings, id);
        if (meeting.rrule === null) throw new ConflictError('meeting.once', 'This meeting takes place once: change or cancel the meeting itself.');
        checkDay(meeting, day);
        if (findHeld({ ...meeting, exceptions: [] }, day)!.state === 'cancelled') throw alreadyCancelled();
        if (change.is === 'cancelled' && recordOf(meeting, day).minutes !== null)
          throw alreadyHeld(`There are minutes of ${day}, so the meeting has taken place. Take them off first.`);
        if (change.is === 'planned') await write.dropException(id, day);
        else {
          const { length = null, place = null } = change.is === 'moved' ? change : {};
          await write.setException(id, { day, is: change.is, start: change.is === 'moved' ? change.start : null, length, place, reason: change.reason });
        }
        await write.updateMeeting(raise(meeting, acting.at));
        const detail = { title: meeting.title, day, reason: change.is === 'planned' ? null : change.reason };
        await write.record({ action: `occurrence.${change.is}`, group: meeting.groups[0]!, detail });
      });
    },

    /** @throws InputError `meeting.document`, `meeting.organisation`, ConflictError `meeting.not-held`, `meeting.cancelled`, NotFoundError `meeting.no-day` */
    async recordOccurrence(acting: Acting, id: string, day: string, change: RecordChange): Promise<void> {
      const structure = await outside.readStructure(acting.scope);
      checkOrganisations(
        structure,
        (change.attendance ?? []).map(({ organisation }) => organisation),
      );
      for (const document of [change.agenda, change.minutes])
        if (document && !(await outside.hasDocument(acting.scope, document)))
          throw new InputError('meeting.document', `There is no document ${document} here. Write or upload it first.`, { details: { document } });
      await store.change(acting, async ({ meetings }, write) => {
        const meeting = getMeeting(meetings, id);
        checkDay(meeting, day);
        const held = findHeld(meeting, day)!;
        const says = Boolean(change.minutes) || (change.attendance ?? []).length > 0;
        if (says && held.state === 'cancelled') throw alreadyCancelled();
        if (says && held.start > now())
          throw new ConflictError('meeting.not-held', 'The meeting has not begun yet, so there are no minutes of it, and nobody has taken part.');
        const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as RecordChange;
        await write.setRecord(id, { ...recordOf(meeting, day), ...given });
        await write.record({
          action: 'occurrence.recorded',
          group: meeting.groups[0]!,
          detail: { title: meeting.title, day, fields: Object.keys(given).join(', ') },
        });
      });
    },
  };
}

export const recordOf = (meeting: StoredMeeting, day: string): MeetingRecord => meeting.records.find((each) => each.day === day) ?? { day, ...NOTHING };
