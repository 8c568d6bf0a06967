/** Meetings that have taken place, to say in which of them something was decided. */
import type { Occurrence } from '../../../server/contract/meetings/meetings.ts';
import type { OccurrenceRef } from '../../../server/contract/meetings/names.ts';
import type { App } from '../view.ts';

/** A year and a month, as far back as one asks for meetings at once. */
const BACK_DAYS = 395;
const DAY_MS = 86_400_000;

export type HeldMeeting = Pick<Occurrence, 'meeting' | 'day' | 'title' | 'groups'>;

const toKey = ({ meeting, day }: OccurrenceRef): string => `${day}/${meeting}`;

/** Latest first; none where they cannot be had, since a decision can be recorded without. */
export async function loadHeld(app: App, scope: string, signal?: AbortSignal): Promise<HeldMeeting[]> {
  const day = (at: number) => new Date(at).toISOString().slice(0, 10);
  const query = { from: day(Date.now() - BACK_DAYS * DAY_MS), to: day(Date.now()) };
  const answer = await app.api.call('listMeetings', { params: { scope }, query, ...(signal ? { signal } : {}) }).catch(() => null);
  return (answer?.occurrences ?? []).filter(({ state }) => state !== 'cancelled').toReversed();
}

/** As choices of a form, after “none”. @param group whose meetings; all where it is not said */
export const heldChoices = (meetings: readonly HeldMeeting[], app: App, none: string, group?: string): [string, string][] => [
  ['', none],
  ...meetings
    .filter(({ groups }) => group === undefined || groups.includes(group))
    .map((each): [string, string] => [toKey(each), app.format.comma([app.format.date(each.day), each.title])]),
];

/** What was chosen; null: none. */
export function heldOf(key: string): OccurrenceRef | null {
  const at = key.indexOf('/');
  return at < 0 ? null : { day: key.slice(0, at), meeting: key.slice(at + 1) };
}
