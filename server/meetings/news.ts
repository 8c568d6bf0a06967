/** What calendars and feeds hold: what everybody may know of a country or a group, put into words. */
import { GLOBAL, type Group, type Scope } from '../contract/groups/groups.ts';
import { nameIn, shortNameIn } from '../contract/groups/names.ts';
import type { Lang } from '../contract/languages.ts';
import { toAddress } from '../contract/paths.ts';
import { unknownGroup } from '../groups/checks.ts';
import type { Structure } from '../groups/structure.ts';
import { NO_RIGHTS } from '../groups/who.ts';
import { say } from '../words/words.ts';
import { dayOf, timeOf } from './clock.ts';
import type { MeetingsDeps } from './deps.ts';
import { writeCalendar, type CalendarText } from './files/calendar.ts';
import { writeFeed, type FeedEntry } from './files/feed.ts';
import type { OpenedLink } from './links.ts';
import type { StoredDecision } from './rows.ts';
import { NO_TITLES, visibleDecisions, visibleGroups, visibleMeetings, type Asker } from './seen.ts';
import { coming, type Exception, type Held, type StoredMeeting } from './series.ts';

/** A published version of a document that everybody may know of. */
export interface NewDocument {
  id: string;
  version: string;
  title: string;
  group: string;
  publishedAt: string;
}

export interface NewsSources {
  listDocuments(scope: Scope, structure: Structure): Promise<NewDocument[]>;
  /** What a country is called. */
  nameCountry(country: string, lang: Lang): Promise<string>;
}

/** Where it is asked: address of this server, language, one group or the whole country. */
export interface NewsAsked {
  scope: Scope;
  group?: string;
  lang: Lang;
  base: string;
}

export interface FeedAsked extends NewsAsked {
  since?: string | undefined;
  /** What happened to data, as the one who asks may know it; all else is told as to a stranger. */
  events: () => Promise<readonly FeedEntry[]>;
}

export function createNews({ store, outside, now, sources }: Pick<MeetingsDeps, 'store' | 'outside' | 'now'> & { sources: NewsSources }) {
  /** As a stranger asks. @throws NotFoundError `group.unknown` */
  async function open(
    scope: Scope,
    group: string | undefined,
  ): Promise<{ asker: Asker; found: Group | undefined; all: StoredMeeting[]; meetings: StoredMeeting[] }> {
    const asker = { structure: await outside.readStructure(scope), rights: NO_RIGHTS };
    const found = visibleGroups(asker).find(({ id }) => id === group);
    if (group !== undefined && !found) throw unknownGroup(group);
    const all = visibleMeetings(asker, await store.listMeetings(scope));
    return { asker, found, all, meetings: group === undefined ? all : all.filter(({ groups }) => groups.includes(group)) };
  }

  async function nameCountry(scope: Scope, lang: Lang): Promise<string> {
    if (scope === GLOBAL) return say(lang, 'calendar.global');
    return sources.nameCountry(scope, lang);
  }

  return {
    async writeCalendar({ scope, group, lang, base }: NewsAsked): Promise<string> {
      const { asker, found, meetings } = await open(scope, group);
      const name = say(lang, 'calendar.name', { of: placeName(await nameCountry(scope, lang), found, lang) });
      return writeCalendar(meetings, now(), { ...textOf(asker.structure, scope, lang, base), name, isOwn: false });
    },

    async writeOwnCalendar({ link, rights, groups }: OpenedLink, lang: Lang, base: string): Promise<string> {
      const structure = await outside.readStructure(link.scope);
      const all = visibleMeetings({ structure, rights }, await store.listMeetings(link.scope));
      const meetings = groups === null ? all : all.filter((meeting) => meeting.groups.some((id) => groups.has(id)));
      const { about } = link;
      const group = about.is === 'group' ? structure.groups.find(({ id }) => id === about.group) : undefined;
      const name = say(lang, about.is === 'own' ? 'calendar.own' : 'calendar.members', { of: placeName(await nameCountry(link.scope, lang), group, lang) });
      return writeCalendar(meetings, now(), { ...textOf(structure, link.scope, lang, base), name, isOwn: true });
    },

    async writeFeed({ scope, group, lang, base, since, events }: FeedAsked): Promise<string> {
      const { asker, found, all, meetings } = await open(scope, group);
      const seen = new Set(all.map(({ id }) => id));
      const documents = await sources.listDocuments(scope, asker.structure);
      const titles = { ...NO_TITLES, documents: new Map(documents.map(({ id, title }) => [id, title])) };
      const isOf = (id: string) => group === undefined || id === group;
      const decisions = (await visibleDecisions(asker, await store.listDecisions(scope), outside, titles)).filter((each) => isOf(each.group));
      const country = await nameCountry(scope, lang);
      const words = wordsOf(asker.structure, scope, lang, base);
      const entries = [
        ...(await events()),
        ...documents.filter((each) => isOf(each.group)).map(words.document),
        ...meetings.map((meeting) => words.meeting(meeting, now())),
        // Of a meeting for members a decision does not tell that it was.
        ...decisions.map((each) => words.decision(each.held && seen.has(each.held.meeting) ? each : { ...each, held: null })),
      ];
      const of = placeName(country, found, lang);
      const feed = (query?: { lang: Lang }) =>
        base + (group === undefined ? toAddress('getCountryFeed', { scope }, query) : toAddress('getGroupFeed', { scope, group }, query));
      return writeFeed(
        entries,
        {
          id: feed(),
          self: feed({ lang }),
          page: `${base}${pageOf(scope)}${group === undefined ? '' : `/${group}`}`,
          title: say(lang, 'feed.title', { of }),
          subtitle: say(lang, 'feed.subtitle'),
          lang,
          author: of,
          since,
        },
        now(),
      );
    },
  };
}

const pageOf = (scope: Scope): string => (scope === GLOBAL ? '/global' : `/c/${scope}/coordination`);
const calendarOf = (scope: Scope): string => (scope === GLOBAL ? '/global-calendar' : `/c/${scope}/calendar`);

const placeName = (country: string, group: Group | undefined, lang: Lang): string =>
  group === undefined ? country : say(lang, 'calendar.group', { group: shortNameIn(group, lang), country });

function textOf({ groups }: Structure, scope: Scope, lang: Lang, base: string): Omit<CalendarText, 'name' | 'isOwn'> {
  return {
    lang,
    groupName: (id) => {
      const group = groups.find((each) => each.id === id);
      return group ? shortNameIn(group, lang) : id;
    },
    pageOf: (meeting, day) => `${base}${calendarOf(scope)}/${meeting}/${day}`,
    saysGroups: (names) => say(lang, 'calendar.groups', { names, count: names.length }),
    saysLink: (link) => say(lang, 'calendar.link', { link }),
  };
}

/** Entries of a feed in words. Ids stay the same whatever the words are. */
function wordsOf({ groups }: Structure, scope: Scope, lang: Lang, base: string) {
  const called = (id: string, long = false) => {
    const group = groups.find((each) => each.id === id);
    return group ? (long ? nameIn(group.names, lang) : shortNameIn(group, lang)) : id;
  };
  return {
    document: ({ id, version, title, group, publishedAt }: NewDocument): FeedEntry => ({
      id: `urn:codmap:document:${scope.toLowerCase()}:${id}:${version}`,
      title: say(lang, 'feed.document', { title, version }),
      link: `${base}${scope === GLOBAL ? '/global-documents' : `/c/${scope}/documents`}/${id}`,
      text: say(lang, 'feed.document.text', { group: called(group, true), date: publishedAt.slice(0, 10) }),
      category: 'document',
      published: new Date(publishedAt),
      updated: new Date(publishedAt),
    }),
    meeting(meeting: StoredMeeting, at: Date): FeedEntry {
      const { id, title, zone, status, cancelledFrom, reason, createdAt, updatedAt } = meeting;
      const [next] = coming(meeting, at, 1);
      const cancelled = status === 'cancelled';
      const day = next?.day ?? cancelledFrom ?? dayOf(meeting.start);
      const when = next ? sayNext(next, zone, lang) : '';
      const lines = [
        cancelled ? sayCancelled(meeting, lang) : when,
        reason ?? '',
        ...meeting.exceptions.filter((each) => each.day >= at.toISOString().slice(0, 10)).map((each) => sayException(each, lang)),
      ];
      return {
        id: `urn:codmap:meeting:${id}`,
        title: say(lang, cancelled ? 'feed.meeting.cancelled' : 'feed.meeting', { title, groups: meeting.groups.map((group) => called(group)) }),
        link: `${base}${calendarOf(scope)}/${id}/${day}`,
        text: lines.filter((line) => line !== '').join(' '),
        category: 'meeting',
        published: new Date(createdAt),
        updated: new Date(updatedAt),
      };
    },
    decision: ({ id, group, date, text, link, held, createdAt, updatedAt }: StoredDecision): FeedEntry => ({
      id: `urn:codmap:decision:${id}`,
      title: say(lang, 'feed.decision', { group: called(group), text: text.split('\n')[0]! }),
      link: `${base}${link?.is === 'version' ? `/c/${scope}/${link.dataset}` : held ? `${calendarOf(scope)}/${held.meeting}/${held.day}` : calendarOf(scope)}`,
      text: say(lang, 'feed.decision.text', { group: called(group, true), date, text }),
      category: 'decision',
      published: new Date(createdAt),
      updated: new Date(updatedAt),
    }),
  };
}

const sayNext = ({ local, place }: Held, zone: string, lang: Lang): string => {
  const at = { day: dayOf(local), time: timeOf(local), zone };
  return place === null ? say(lang, 'feed.meeting.next', at) : say(lang, 'feed.meeting.next.place', { ...at, place });
};

const sayCancelled = ({ cancelledFrom, start }: StoredMeeting, lang: Lang): string =>
  cancelledFrom === null ? say(lang, 'feed.meeting.skipped', { day: dayOf(start) }) : say(lang, 'feed.meeting.cancelled.text', { day: cancelledFrom });

const sayException = ({ day, is, start, reason }: Exception, lang: Lang): string => {
  const said =
    is === 'cancelled' ? say(lang, 'feed.meeting.skipped', { day }) : say(lang, 'feed.meeting.moved', { day, to: dayOf(start!), time: timeOf(start!) });
  return reason === null ? said : `${said} ${reason}`;
};
