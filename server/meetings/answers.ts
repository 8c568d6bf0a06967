/** What is told of meetings, actions and decisions, to the one who asks. */
import type { Scope } from '../contract/groups/groups.ts';
import type { ActionsAnswer, ActionState, DecisionsAnswer, Link } from '../contract/meetings/actions.ts';
import type { DatasetId, VersionTag } from '../contract/ids.ts';
import type { AgendaAnswer, MeetingAnswer, MeetingsAnswer, OccurrenceAnswer, ScheduleRow } from '../contract/meetings/meetings.ts';
import { InputError } from '../errors.ts';
import { unknownGroup } from '../groups/checks.ts';
import { addDays, daysBetween } from '../groups/structure.ts';
import { checkDay, getMeeting } from './checks.ts';
import { dayOf, toLocal } from './clock.ts';
import type { MeetingsDeps } from './deps.ts';
import { recordOf } from './record.ts';
import type { StoredAction, StoredDecision } from './rows.ts';
import {
  byDue,
  isMember,
  labelOf,
  recordsIn,
  toAction,
  toDecision,
  toMeeting,
  toOccurrence,
  visibleDecisions,
  visibleGroups,
  visibleMeetings,
  type Asker,
  type Titles,
} from './seen.ts';
import { coming, findHeld, heldBetween, inOrder, untilOf, type Held, type StoredMeeting } from './series.ts';

const DEFAULT_DAYS = 31;
const MOST_DAYS = 400;
const PAST_MEETINGS = 100;
const COMING_MEETINGS = 60;
const NEXT = 5;
const LAST_DECISIONS = 10;
const YEAR = 366;

export function createAnswers({ store, outside, now }: Pick<MeetingsDeps, 'store' | 'outside' | 'now'>) {
  const today = () => now().toISOString().slice(0, 10);

  const around = (asker: Asker) => ({
    today: today(),
    groups: visibleGroups(asker).map(labelOf),
    may: { see: isMember(asker), record: recordsIn(asker), ownCalendar: isMember(asker) && asker.rights.member !== null },
  });

  /** Titles of documents and maps that these name. */
  async function titlesOf(scope: Scope, asker: Asker, documents: readonly (string | null)[], links: readonly (Link | null)[]): Promise<Titles> {
    const named = new Set([...documents, ...links.map((link) => (link?.is === 'document' ? link.id : null))]);
    named.delete(null);
    const maps = new Map<string, string>();
    for (const link of links) {
      if (link?.is !== 'map' || maps.has(link.id)) continue;
      const map = await outside.findMap(link.id);
      if (map) maps.set(link.id, map.title);
    }
    return { documents: named.size === 0 ? new Map() : await outside.findDocuments(scope, [...named] as string[], asker), maps };
  }
  const recorded = (meeting: StoredMeeting, days: readonly Held[]) =>
    days.flatMap(({ day }) => {
      const { agenda, minutes } = recordOf(meeting, day);
      return [agenda, minutes];
    });

  /** Meetings of the scope that the one who asks may know, of one group where one is named. @throws NotFoundError `group.unknown` */
  async function readSeen(scope: Scope, asker: Asker, group: string | undefined): Promise<{ all: StoredMeeting[]; asked: StoredMeeting[] }> {
    if (group !== undefined && !visibleGroups(asker).some(({ id }) => id === group)) throw unknownGroup(group);
    const all = visibleMeetings(asker, await store.listMeetings(scope));
    return { all, asked: group === undefined ? all : all.filter(({ groups }) => groups.includes(group)) };
  }

  /** What goes on: series that have not ended, single meetings that are still to come; those of the first day of a week first. */
  function toSchedule(asker: Asker, meetings: readonly StoredMeeting[], all: readonly StoredMeeting[], titles: Titles): ScheduleRow[] {
    return meetings
      .filter(({ status }) => status !== 'cancelled')
      .flatMap((meeting) => {
        const [next] = coming(meeting, now(), 1);
        const until = untilOf(meeting);
        if (!next && (until !== null || meeting.rrule === null)) return [];
        return [{ meeting: toMeeting(asker, meeting, all), next: next ? toOccurrence(asker, meeting, next, titles) : null }];
      });
  }

  const toActions = (asker: Asker, actions: readonly StoredAction[], titles: Titles) =>
    actions.toSorted(byDue).map((each) => toAction(asker, each, today(), titles));

  /** @param titles of what the decisions are about, too */
  async function decisionsFor(asker: Asker, decisions: readonly StoredDecision[], all: readonly StoredMeeting[], titles: Titles) {
    return (await visibleDecisions(asker, decisions, outside, titles)).map((each) => toDecision(each, titles, all));
  }

  return {
    /** @throws InputError `meeting.span` */
    async listMeetings(
      scope: Scope,
      asker: Asker,
      { from = today(), to, group }: { from?: string | undefined; to?: string | undefined; group?: string | undefined },
    ): Promise<MeetingsAnswer> {
      const last = to ?? addDays(from, DEFAULT_DAYS);
      if (last < from || daysBetween(from, last) > MOST_DAYS)
        throw new InputError('meeting.span', `Ask for at most ${MOST_DAYS} days, the first before the last.`, { details: { from, to: last } });
      const { all, asked } = await readSeen(scope, asker, group);
      const found = asked.flatMap((meeting) => heldBetween(meeting, from, last).map((held) => ({ meeting, held })));
      const next = asked.flatMap((meeting) => recorded(meeting, coming(meeting, now(), 1)));
      const titles = await titlesOf(scope, asker, [...found.flatMap(({ meeting, held }) => recorded(meeting, [held])), ...next], []);
      return {
        ...around(asker),
        occurrences: found.toSorted((a, b) => inOrder(a.held, b.held)).map(({ meeting, held }) => toOccurrence(asker, meeting, held, titles)),
        schedule: toSchedule(asker, asked, all, titles),
      };
    },

    /** @throws NotFoundError `meeting.unknown` */
    async getMeeting(scope: Scope, asker: Asker, id: string): Promise<MeetingAnswer> {
      const { all } = await readSeen(scope, asker, undefined);
      const meeting = getMeeting(all, id);
      const local = dayOf(toLocal(now(), meeting.zone));
      const first = dayOf(meeting.start) < local ? dayOf(meeting.start) : local;
      const held = heldBetween(meeting, first, addDays(local, YEAR));
      const past = held.filter(({ end }) => end <= now()).slice(-PAST_MEETINGS);
      const ahead = held.filter(({ end }) => end > now()).slice(0, COMING_MEETINGS);
      const titles = await titlesOf(scope, asker, recorded(meeting, [...past, ...ahead]), []);
      const told = (each: Held) => toOccurrence(asker, meeting, each, titles);
      return { ...around(asker), meeting: toMeeting(asker, meeting, all), past: past.toReversed().map(told), coming: ahead.map(told) };
    },

    /** @throws NotFoundError `meeting.unknown`, `meeting.no-day` */
    async getOccurrence(scope: Scope, asker: Asker, id: string, day: string): Promise<OccurrenceAnswer> {
      const { all } = await readSeen(scope, asker, undefined);
      const meeting = getMeeting(all, id);
      checkDay(meeting, day);
      const isHere = ({ held }: StoredAction | StoredDecision) => held?.meeting === id && held.day === day;
      const actions = isMember(asker) ? (await store.listActions(scope)).filter(isHere) : [];
      const decisions = (await store.listDecisions(scope)).filter(isHere);
      const held = findHeld(meeting, day)!;
      const titles = await titlesOf(
        scope,
        asker,
        recorded(meeting, [held]),
        [...actions, ...decisions].map(({ link }) => link),
      );
      const nameOf = new Map(asker.structure.organisations.map((each) => [each.id, each.name]));
      const beside = heldBetween(meeting, addDays(day, -MOST_DAYS), addDays(day, MOST_DAYS)).filter(({ state }) => state !== 'cancelled');
      const { attendance } = recordOf(meeting, day);
      return {
        ...around(asker),
        meeting: toMeeting(asker, meeting, all),
        occurrence: toOccurrence(asker, meeting, held, titles),
        previous: beside.findLast((each) => each.day < day)?.day ?? null,
        next: beside.find((each) => each.day > day)?.day ?? null,
        attendance: isMember(asker) ? attendance.map((each) => ({ ...each, name: nameOf.get(each.organisation) ?? each.organisation })) : [],
        actions: toActions(asker, actions, titles),
        decisions: await decisionsFor(asker, decisions, all, titles),
      };
    },

    /** @throws NotFoundError `group.unknown` */
    async getAgenda(scope: Scope, asker: Asker, group: string | undefined): Promise<AgendaAnswer> {
      const { all, asked } = await readSeen(scope, asker, group);
      const isOf = (each: StoredAction | StoredDecision) => group === undefined || each.group === group;
      const actions = isMember(asker) ? (await store.listActions(scope)).filter((each) => each.state === 'open' && isOf(each)) : [];
      const decisions = (await store.listDecisions(scope)).filter(isOf);
      const next = asked
        .flatMap((meeting) => coming(meeting, now(), NEXT).map((held) => ({ meeting, held })))
        .toSorted((a, b) => inOrder(a.held, b.held))
        .slice(0, NEXT);
      const minuted = asked
        .flatMap((meeting) => meeting.records.filter(({ minutes }) => minutes !== null).map((record) => ({ meeting, ...record })))
        .toSorted((a, b) => b.day.localeCompare(a.day))
        .slice(0, PAST_MEETINGS);
      const titles = await titlesOf(
        scope,
        asker,
        [...next.flatMap(({ meeting, held }) => recorded(meeting, [held])), ...minuted.flatMap(({ agenda, minutes }) => [agenda, minutes])],
        [...actions, ...decisions].map(({ link }) => link),
      );
      const last = minuted.find(({ minutes }) => titles.documents.has(minutes!));
      const lastHeld = last && findHeld(last.meeting, last.day);
      return {
        ...around(asker),
        next: next.map(({ meeting, held }) => toOccurrence(asker, meeting, held, titles)),
        lastMinutes: last && lastHeld ? toOccurrence(asker, last.meeting, lastHeld, titles) : null,
        actions: toActions(asker, actions, titles),
        decisions: (await decisionsFor(asker, decisions, all, titles)).slice(0, LAST_DECISIONS),
        schedule: toSchedule(asker, asked, all, titles),
      };
    },

    async listActions(scope: Scope, asker: Asker, { group, state }: { group?: string | undefined; state: ActionState | 'all' }): Promise<ActionsAnswer> {
      const found = (await store.listActions(scope)).filter(
        (each) => (group === undefined || each.group === group) && (state === 'all' || each.state === state),
      );
      const titles = await titlesOf(
        scope,
        asker,
        [],
        found.map(({ link }) => link),
      );
      const { groups, may } = around(asker);
      return { today: today(), groups, actions: toActions(asker, found, titles), may: { record: may.record } };
    },

    async listDecisions(
      scope: Scope,
      asker: Asker,
      { group, dataset, version }: { group?: string | undefined; dataset?: DatasetId | undefined; version?: VersionTag | undefined },
    ): Promise<DecisionsAnswer> {
      const { all } = await readSeen(scope, asker, group);
      const isAsked = ({ link }: StoredDecision) =>
        dataset === undefined || (link?.is === 'version' && link.dataset === dataset && (version === undefined || link.version === version));
      const decisions = (await store.listDecisions(scope)).filter((each) => isAsked(each) && (group === undefined || each.group === group));
      const endorsed = dataset !== undefined && version !== undefined ? await outside.listEndorsements(dataset, version) : [];
      const titles = await titlesOf(
        scope,
        asker,
        [],
        decisions.map(({ link }) => link),
      );
      const { groups, may } = around(asker);
      return {
        groups,
        decisions: await decisionsFor(asker, decisions, all, titles),
        endorsements: endorsed.flatMap(({ id, held }) => {
          const meeting = all.find((each) => each.id === held.meeting);
          return meeting && findHeld(meeting, held.day) ? [{ id, held, title: meeting.title }] : [];
        }),
        may: { record: may.record },
      };
    },

    /** As one is told of what one has just recorded. */
    async tellAction(scope: Scope, asker: Asker, action: StoredAction) {
      return toAction(asker, action, today(), await titlesOf(scope, asker, [], [action.link]));
    },
    async tellDecision(scope: Scope, asker: Asker, decision: StoredDecision) {
      return toDecision(decision, await titlesOf(scope, asker, [], [decision.link]), await store.listMeetings(scope));
    },
  };
}
