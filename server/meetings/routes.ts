/** Meetings over HTTP. Who may record is asked in each handler, of the groups concerned. */
import type { Request, RequestHandler, Response } from 'express';
import type { Scope } from '../contract/groups/groups.ts';
import { toAddress } from '../contract/paths.ts';
import { meetingRoutes as routes } from '../contract/meetings/routes.ts';
import type { Lang } from '../contract/languages.ts';
import type { Groups } from '../groups/service.ts';
import { requireMember, requireRight, type WhoMay } from '../groups/who.ts';
import { toDisposition } from '../http/send.ts';
import { page, reply, serve, type How, type Served } from '../http/serve.ts';
import { unknownMeeting } from './checks.ts';
import { isMember, toMeeting, visibleMeetings, type Asker } from './seen.ts';
import type { FeedEntry } from './files/feed.ts';
import type { StoredMeeting } from './series.ts';
import type { Meetings } from './service.ts';

export interface ServeMeetingsDeps {
  meetings: Meetings;
  groups: Pick<Groups, 'read' | 'acting'>;
  whoMay: WhoMay;
  /** @throws ForbiddenError where a page of another origin sent the request */
  requireOwnPage: RequestHandler;
  openEvents: OpenEvents;
}

/** What happened to data, as whoever sent the request may know it, and how long the answer may be kept because of it. */
export type OpenEvents = (
  request: Request,
  response: Response,
  asked: { scope: Scope; group?: string; lang: Lang; base: string; since?: string | undefined },
) => Promise<{ events: () => Promise<readonly FeedEntry[]>; how: How }>;

const CALENDAR = 'text/calendar';
const ATOM = 'application/atom+xml';

type Open = (request: Request, scope: Scope) => Promise<Asker>;
const personal = <T>(body: T, status = 200) => reply(body, { cache: 'private', status });

export function serveMeetings({ meetings, groups, whoMay, requireOwnPage, openEvents }: ServeMeetingsDeps): Served[] {
  const open: Open = async (request, scope) => ({ structure: await groups.read(scope), rights: await whoMay(request, scope) });
  return [
    ...serveReading(meetings, open),
    ...servePlanning(meetings, groups, open),
    ...serveAgreed(meetings, groups, open),
    ...serveFiles(meetings, openEvents),
    ...serveLinks(meetings, open, requireOwnPage),
  ];
}

/** The answer depends on who asks: what is for members no cache may hold. */
function told<T>(response: Response, asker: Asker, body: T) {
  response.vary('Cookie');
  response.vary('Authorization');
  return isMember(asker) || asker.rights.member ? personal(body) : reply(body, {});
}

function serveReading({ answers }: Meetings, open: Open): Served[] {
  return [
    serve(routes.listMeetings, async ({ params: { scope }, query, request, response }) => {
      const asker = await open(request, scope);
      return told(response, asker, await answers.listMeetings(scope, asker, query));
    }),
    serve(routes.getMeeting, async ({ params: { scope, meeting }, request, response }) => {
      const asker = await open(request, scope);
      return told(response, asker, await answers.getMeeting(scope, asker, meeting));
    }),
    serve(routes.getOccurrence, async ({ params: { scope, meeting, day }, request, response }) => {
      const asker = await open(request, scope);
      return told(response, asker, await answers.getOccurrence(scope, asker, meeting, day));
    }),
    serve(routes.getAgenda, async ({ params: { scope }, query: { group }, request, response }) => {
      const asker = await open(request, scope);
      return told(response, asker, await answers.getAgenda(scope, asker, group));
    }),
    serve(routes.listActions, async ({ params: { scope }, query, request }) => {
      const asker = await open(request, scope);
      requireRight(asker.rights, isMember(asker));
      return personal(await answers.listActions(scope, asker, query));
    }),
    serve(routes.listGroupDecisions, async ({ params: { scope }, query, request, response }) => {
      const asker = await open(request, scope);
      return told(response, asker, await answers.listDecisions(scope, asker, query));
    }),
  ];
}

/** Whoever keeps one of its groups keeps a meeting; a group is put into it, and taken out, by who keeps that group. */
function mayKeep({ rights }: Asker, before: Pick<StoredMeeting, 'groups'>, groups: readonly string[]): void {
  requireRight(
    rights,
    before.groups.some((group) => rights.may('record', group)),
  );
  const changed = [...groups.filter((group) => !before.groups.includes(group)), ...before.groups.filter((group) => !groups.includes(group))];
  requireRight(
    rights,
    changed.every((group) => rights.may('record', group)),
  );
}

function servePlanning(meetings: Meetings, groups: ServeMeetingsDeps['groups'], open: Open): Served[] {
  /** @throws NotFoundError where the one who asks knows of no such meeting, ForbiddenError where somebody else keeps it */
  async function keep(request: Request, scope: Scope, id: string): Promise<Asker> {
    const asker = await open(request, scope);
    const meeting = await meetings.findMeeting(scope, id);
    if (!meeting || visibleMeetings(asker, [meeting]).length === 0) throw unknownMeeting();
    mayKeep(asker, meeting, meeting.groups);
    return asker;
  }
  const tell = (asker: Asker, meeting: StoredMeeting) => toMeeting(asker, meeting, [meeting]);

  return [
    serve(routes.createMeeting, async ({ params: { scope }, body, request, actor }) => {
      const asker = await open(request, scope);
      requireRight(
        asker.rights,
        body.groups.every((group) => asker.rights.may('record', group)),
      );
      return personal(tell(asker, await meetings.createMeeting(groups.acting(scope, actor.name), body)), 201);
    }),
    serve(routes.changeMeeting, async ({ params: { scope, meeting }, body, request, actor }) => {
      const asker = await keep(request, scope, meeting);
      const acting = groups.acting(scope, actor.name);
      return personal(tell(asker, await meetings.changeMeeting(acting, meeting, body, (before, after) => mayKeep(asker, before, after))));
    }),
    serve(routes.cancelMeeting, async ({ params: { scope, meeting }, body, request, actor }) => {
      const asker = await keep(request, scope, meeting);
      return personal(tell(asker, await meetings.cancelMeeting(groups.acting(scope, actor.name), meeting, body.reason)));
    }),
    serve(routes.restoreMeeting, async ({ params: { scope, meeting }, request, actor }) => {
      const asker = await keep(request, scope, meeting);
      return personal(tell(asker, await meetings.restoreMeeting(groups.acting(scope, actor.name), meeting)));
    }),
    serve(routes.deleteMeeting, async ({ params: { scope, meeting }, request, actor }) => {
      await keep(request, scope, meeting);
      await meetings.deleteMeeting(groups.acting(scope, actor.name), meeting);
    }),
    serve(routes.changeOccurrence, async ({ params: { scope, meeting, day }, body, request, actor }) => {
      const asker = await keep(request, scope, meeting);
      await meetings.changeOccurrence(groups.acting(scope, actor.name), meeting, day, body);
      return personal(await meetings.answers.getOccurrence(scope, asker, meeting, day));
    }),
    serve(routes.recordOccurrence, async ({ params: { scope, meeting, day }, body, request, actor }) => {
      const asker = await keep(request, scope, meeting);
      await meetings.recordOccurrence(groups.acting(scope, actor.name), meeting, day, body);
      return personal(await meetings.answers.getOccurrence(scope, asker, meeting, day));
    }),
  ];
}

function serveAgreed(meetings: Meetings, groups: ServeMeetingsDeps['groups'], open: Open): Served[] {
  const { answers } = meetings;
  const keeps =
    ({ rights }: Asker) =>
    (group: string) =>
      requireRight(rights, rights.may('record', group));
  return [
    serve(routes.createAction, async ({ params: { scope }, body, request, actor }) => {
      const asker = await open(request, scope);
      keeps(asker)(body.group);
      return personal(await answers.tellAction(scope, asker, await meetings.createAction(groups.acting(scope, actor.name), body)), 201);
    }),
    serve(routes.changeAction, async ({ params: { scope, entry }, body, request, actor }) => {
      const asker = await open(request, scope);
      const changed = await meetings.changeAction(groups.acting(scope, actor.name), entry, body, keeps(asker));
      return personal(await answers.tellAction(scope, asker, changed));
    }),
    serve(routes.createDecision, async ({ params: { scope }, body, request, actor }) => {
      const asker = await open(request, scope);
      keeps(asker)(body.group);
      return personal(await answers.tellDecision(scope, asker, await meetings.createDecision(groups.acting(scope, actor.name), body)), 201);
    }),
    serve(routes.changeDecision, async ({ params: { scope, entry }, body, request, actor }) => {
      const asker = await open(request, scope);
      const changed = await meetings.changeDecision(groups.acting(scope, actor.name), entry, body, keeps(asker));
      return personal(await answers.tellDecision(scope, asker, changed));
    }),
    serve(routes.deleteDecision, async ({ params: { scope, entry }, request, actor }) => {
      const asker = await open(request, scope);
      await meetings.deleteDecision(groups.acting(scope, actor.name), entry, keeps(asker));
    }),
  ];
}

/** The same for everybody who asks, members too: what is subscribed to is handed on. */
function serveFiles({ news, links }: Meetings, openEvents: OpenEvents): Served[] {
  const calendar = (text: string, name: string) => page(text, CALENDAR, { headers: { 'Content-Disposition': toDisposition(`${name}.ics`) } });
  return [
    serve(routes.getCountryCalendar, async ({ params: { scope }, query: { lang }, base }) =>
      calendar(await news.writeCalendar({ scope, lang, base }), `${scope.toLowerCase()}_meetings`),
    ),
    serve(routes.getGroupCalendar, async ({ params: { scope, group }, query: { lang }, base }) =>
      calendar(await news.writeCalendar({ scope, group, lang, base }), `${scope.toLowerCase()}_${group}_meetings`),
    ),
    serve(routes.getOwnCalendar, async ({ params: { token }, query: { lang }, base }) =>
      page(await news.writeOwnCalendar(await links.openLink(token), lang, base), CALENDAR, { cache: 'private' }),
    ),
    serve(routes.getCountryFeed, async ({ params: { scope }, query, base, request, response }) => {
      const { events, how } = await openEvents(request, response, { scope, ...query, base });
      return page(await news.writeFeed({ scope, ...query, base, events }), ATOM, how);
    }),
    serve(routes.getGroupFeed, async ({ params: { scope, group }, query, base, request, response }) => {
      const { events, how } = await openEvents(request, response, { scope, group, ...query, base });
      return page(await news.writeFeed({ scope, group, ...query, base, events }), ATOM, how);
    }),
  ];
}

function serveLinks({ links }: Meetings, open: Open, requireOwnPage: RequestHandler): Served[] {
  const accountOf = async (request: Request) => requireMember((await open(request, 'global' as Scope)).rights).id;
  return [
    serve(routes.listCalendarLinks, async ({ request }) => personal({ links: await links.listLinks(await accountOf(request)) })),
    serve(
      routes.createCalendarLink,
      async ({ body, request }) => {
        const { token, ...link } = await links.createLink(await accountOf(request), body);
        return personal({ ...link, path: toAddress('getOwnCalendar', { token }) }, 201);
      },
      requireOwnPage,
    ),
    serve(
      routes.deleteCalendarLink,
      async ({ params: { link }, request }) => {
        await links.deleteLink(await accountOf(request), link);
      },
      requireOwnPage,
    ),
  ];
}
