/** Whether a meeting of the calendar that an endorsement names is one of the group that endorsed. */
import { randomUUID } from 'node:crypto';
import type { Scope } from '../../contract/groups/groups.ts';
import type { OccurrenceRef } from '../../contract/meetings/names.ts';
import { checkHeld } from '../../meetings/checks.ts';
import { createMeetingStore } from '../../meetings/store.ts';
import type { Database } from '../../store/schema.ts';

/** @throws of what it gives: NotFoundError `meeting.unknown`, `meeting.no-day`, InputError `meeting.other-group` */
export function checkHeldIn(db: Database): (scope: string, held: OccurrenceRef | null, group: string) => Promise<void> {
  const meetings = createMeetingStore(db, randomUUID);
  return async (scope, held, group) => {
    if (held !== null) checkHeld(await meetings.listMeetings(scope as Scope), held, { id: group });
  };
}
