/** What of meetings, actions and decisions the one who asks may know. To strangers what is public; never a person. Pure, but for what other rooms tell. */
import type { Group } from '../contract/groups/groups.ts';
import type { Action, Decision, ShownLink } from '../contract/meetings/actions.ts';
import type { GroupLabel, Meeting, Occurrence } from '../contract/meetings/meetings.ts';
import { daysBetween, type Structure } from '../groups/structure.ts';
import type { Rights } from '../groups/who.ts';
import type { Outside } from './deps.ts';
import { recordOf } from './record.ts';
import type { StoredAction, StoredDecision } from './rows.ts';
import { untilOf, type Held, type StoredMeeting } from './series.ts';

/** Who asks, and the structure as it is. */
export interface Asker {
  structure: Structure;
  rights: Rights;
}

/** Titles by id, as far as the one who asks may know them. */
export interface Titles {
  documents: ReadonlyMap<string, string>;
  maps: ReadonlyMap<string, string>;
}
export const NO_TITLES: Titles = { documents: new Map(), maps: new Map() };

/** Sees what is for members. */
export const isMember = ({ rights }: Pick<Asker, 'rights'>): boolean => rights.seePeople;

export function visibleGroups({ structure, rights }: Asker): Group[] {
  return rights.seePeople ? structure.groups : structure.groups.filter(({ visibility }) => visibility === 'public');
}

/** A meeting is for everybody where it says so and all its groups are known to everybody. */
export function visibleMeetings(asker: Asker, meetings: readonly StoredMeeting[]): StoredMeeting[] {
  if (isMember(asker)) return [...meetings];
  const open = new Set(visibleGroups(asker).map(({ id }) => id));
  return meetings.filter(({ visibility, groups }) => visibility === 'public' && groups.every((id) => open.has(id)));
}

export function toMeeting(asker: Asker, meeting: StoredMeeting, seen: readonly StoredMeeting[]): Meeting {
  const { cancelledFrom: _c, createdAt: _a, exceptions: _e, records: _r, ...told } = meeting;
  const follows = isMember(asker) || seen.some(({ id }) => id === meeting.follows) ? meeting.follows : null;
  return { ...told, link: linkFor(asker, meeting), follows, until: untilOf(meeting) };
}

/** An address to join from afar is for members, unless somebody said otherwise: who has it can come in. */
const linkFor = (asker: Pick<Asker, 'rights'>, { link, linkPublic }: Pick<StoredMeeting, 'link' | 'linkPublic'>): string | null =>
  isMember(asker) || linkPublic ? link : null;

export function toOccurrence(asker: Asker, meeting: StoredMeeting, held: Held, { documents }: Titles): Occurrence {
  const { agenda, minutes } = recordOf(meeting, held.day);
  const documentOf = (id: string | null) => {
    const title = id === null ? undefined : documents.get(id);
    return id !== null && title !== undefined ? { id, title } : null;
  };
  return {
    meeting: meeting.id,
    day: held.day,
    title: meeting.title,
    groups: meeting.groups,
    start: held.start.toISOString(),
    end: held.end.toISOString(),
    local: held.local,
    zone: meeting.zone,
    length: held.length,
    repeats: meeting.rrule !== null,
    place: held.place,
    link: linkFor(asker, meeting),
    state: held.state,
    reason: held.reason,
    visibility: meeting.visibility,
    agenda: documentOf(agenda),
    minutes: documentOf(minutes),
  };
}

const titleOf = (link: StoredAction['link'], { documents, maps }: Titles): ShownLink | null => {
  if (link === null) return null;
  const title = link.is === 'document' ? documents.get(link.id) : link.is === 'map' ? maps.get(link.id) : undefined;
  return { ...link, title: title ?? null };
};

export function toAction({ structure }: Asker, action: StoredAction, today: string, titles: Titles): Action {
  const named = structure.organisations.find(({ id }) => id === action.organisation);
  const { createdAt, closedOn, due, state } = action;
  return {
    ...action,
    link: titleOf(action.link, titles),
    organisationName: named?.name ?? action.organisation,
    age: daysBetween(createdAt.slice(0, 10), closedOn ?? today),
    overdue: state === 'open' && due !== null && due < today ? daysBetween(due, today) : null,
  };
}

/** What was due first first; what has no day last. */
export const byDue = (a: Pick<StoredAction, 'due' | 'createdAt'>, b: Pick<StoredAction, 'due' | 'createdAt'>): number =>
  (a.due ?? '9999').localeCompare(b.due ?? '9999') || a.createdAt.localeCompare(b.createdAt);

/** Decisions that the one who asks may know: to strangers those of public groups that say so, about what they may know as well. */
export async function visibleDecisions(asker: Asker, decisions: readonly StoredDecision[], outside: Outside, titles: Titles): Promise<StoredDecision[]> {
  if (isMember(asker)) return [...decisions];
  const open = new Set(visibleGroups(asker).map(({ id }) => id));
  const found: StoredDecision[] = [];
  for (const decision of decisions) {
    const { link } = decision;
    if (decision.visibility !== 'public' || !open.has(decision.group)) continue;
    if (link?.is === 'version' && !(await outside.findVersion(link.dataset, link.version))?.isPublic) continue;
    if (link?.is === 'document' && !titles.documents.has(link.id)) continue;
    found.push(decision);
  }
  return found;
}

/** @param seen meetings that the one who asks may know: of others a decision does not tell that they were */
export const toDecision = (decision: StoredDecision, titles: Titles, seen: readonly StoredMeeting[]): Decision => ({
  ...decision,
  held: seen.some(({ id }) => id === decision.held?.meeting) ? decision.held : null,
  link: titleOf(decision.link, titles),
});

export const labelOf = ({ id, names, acronym, mailbox }: Group): GroupLabel => ({ id, names, acronym, mailbox });

/** Open groups in which one records. */
export const recordsIn = (asker: Asker): string[] =>
  visibleGroups(asker)
    .filter(({ id, status }) => status !== 'closed' && asker.rights.may('record', id))
    .map(({ id }) => id);
