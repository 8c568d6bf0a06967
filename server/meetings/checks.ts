/** What must be so before something of a meeting is stored; each refusal says what is wrong, and with what. */
import { GLOBAL, type Group, type Scope } from '../contract/groups/groups.ts';
import { toIso3 } from '../contract/ids.ts';
import type { Link } from '../contract/meetings/actions.ts';
import type { OccurrenceRef } from '../contract/meetings/names.ts';
import { ConflictError, InputError, NotFoundError } from '../errors.ts';
import { getOpenGroup } from '../groups/checks.ts';
import type { Structure } from '../groups/structure.ts';
import { dayOf, isZone } from './clock.ts';
import type { Outside } from './deps.ts';
import { readRule } from './rule.ts';
import { hasDay, type StoredMeeting } from './series.ts';

/** @throws NotFoundError `meeting.unknown` */
export function getMeeting(meetings: readonly StoredMeeting[], id: string): StoredMeeting {
  const found = meetings.find((meeting) => meeting.id === id);
  if (!found) throw unknownMeeting();
  return found;
}
/** The same where the one who asks may not know of it: nobody learns by asking. */
export const unknownMeeting = () => new NotFoundError('meeting.unknown', 'There is no such meeting here. The calendar shows those there are.');

/** @throws NotFoundError `meeting.no-day` */
export function checkDay(meeting: StoredMeeting, day: string): void {
  if (!hasDay(meeting, day))
    throw new NotFoundError('meeting.no-day', `This meeting is not planned on ${day}. The calendar shows when it is.`, { details: { day } });
}

/**
 * The meeting with its rule as it is kept.
 * @throws NotFoundError `group.unknown`, ConflictError `group.closed`, InputError `meeting.zone`, `meeting.rule`
 */
export function checkMeeting<M extends Pick<StoredMeeting, 'groups' | 'start' | 'zone' | 'rrule'>>(structure: Structure, meeting: M): M {
  for (const group of meeting.groups) getOpenGroup(structure, group);
  if (!isZone(meeting.zone))
    throw new InputError('meeting.zone', `${meeting.zone} is no time zone that is known here. Choose one from the list, such as Africa/Freetown.`, {
      details: { zone: meeting.zone },
    });
  return meeting.rrule === null ? meeting : { ...meeting, rrule: readRule(meeting.rrule, dayOf(meeting.start)) };
}

/** @throws InputError `meeting.organisation` */
export function checkOrganisations(structure: Structure, ids: readonly (string | null)[]): void {
  const known = new Set(structure.organisations.map(({ id }) => id));
  const unknown = ids.find((id) => id !== null && !known.has(id));
  if (unknown)
    throw new InputError('meeting.organisation', `${unknown} is not in the register of organisations. Enter it there first.`, {
      details: { organisation: unknown },
    });
}

/** What was agreed or decided in a meeting: one of the group, on a day on which it is. @throws NotFoundError, InputError `meeting.other-group` */
export function checkHeld(meetings: readonly StoredMeeting[], held: OccurrenceRef | null, group: Pick<Group, 'id'>): void {
  if (held === null) return;
  const meeting = getMeeting(meetings, held.meeting);
  checkDay(meeting, held.day);
  if (!meeting.groups.includes(group.id))
    throw new InputError('meeting.other-group', `${group.id} is none of the groups of this meeting. Choose one of them, or say that it was between meetings.`, {
      details: { groups: meeting.groups },
    });
}

/** @throws InputError `meeting.link` where there is nothing of that name in the country */
export async function checkLink(scope: Scope, link: Link | null, outside: Outside): Promise<void> {
  if (link === null || link.is === 'url') return;
  if (!(await isThere(scope, link, outside)))
    throw new InputError('meeting.link', 'What it is about does not exist here, or belongs to another country. Choose it from the list.', {
      details: { link },
    });
}

async function isThere(scope: Scope, link: Exclude<Link, { is: 'url' }>, outside: Outside): Promise<boolean> {
  if (link.is === 'document') return outside.hasDocument(scope, link.id);
  if (link.is === 'map') return (await outside.findMap(link.id)) !== null;
  if (scope !== GLOBAL && toIso3(link.dataset) !== (scope as string)) return false;
  return (await outside.findVersion(link.dataset, link.version)) !== null;
}

export const alreadyCancelled = () => new ConflictError('meeting.cancelled', 'The meeting is cancelled. Take the cancellation back first.');
export const alreadyHeld = (text: string) => new ConflictError('meeting.held', text);
