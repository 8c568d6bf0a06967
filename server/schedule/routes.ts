/** The data-sharing schedule over HTTP. Who may keep an entry is asked in each handler, of its custodian. */
import type { Request, Response } from 'express';
import type { Scope } from '../contract/groups/groups.ts';
import { scheduleRoutes as routes } from '../contract/schedule/routes.ts';
import type { Groups } from '../groups/service.ts';
import { requireRight, type WhoMay } from '../groups/who.ts';
import type { Admit } from '../http/request.ts';
import { toDisposition } from '../http/send.ts';
import { page, reply, serve, type Served } from '../http/serve.ts';
import type { Allowed } from './change.ts';
import type { Asker } from './deps.ts';
import { isMember, keeps } from './seen.ts';
import type { Schedule } from './service.ts';

export interface ServeScheduleDeps {
  schedule: Schedule;
  groups: Pick<Groups, 'acting'>;
  whoMay: WhoMay;
  admit: Admit;
}

const personal = <T>(body: T, status = 200) => reply(body, { cache: 'private', status });

export function serveSchedule({ schedule, groups, whoMay, admit }: ServeScheduleDeps): Served[] {
  const { answers, news } = schedule;
  const open = async (request: Request, scope: Scope): Promise<Asker> => ({
    structure: await schedule.readStructure(scope),
    rights: await whoMay(request, scope),
    admits: async (dataset) => (await admit(request, dataset)).isAdmitted,
  });
  /** The answer depends on who asks: what is for members no cache may hold. */
  const isPersonal = (asker: Asker): boolean => isMember(asker) || asker.rights.member !== null;
  const vary = (response: Response) => {
    response.vary('Cookie');
    response.vary('Authorization');
  };
  const told = <T>(response: Response, asker: Asker, body: T) => {
    vary(response);
    return isPersonal(asker) ? personal(body) : reply(body, {});
  };
  const allowed =
    (asker: Asker): Allowed =>
    (before, after) =>
      requireRight(asker.rights, keeps(asker, before) && keeps(asker, after));
  const nameOf = (scope: Scope, ext: string) => ({ headers: { 'Content-Disposition': toDisposition(`${scope.toLowerCase()}_schedule.${ext}`) } });

  return [
    serve(routes.getSchedule, async ({ params: { scope }, request, response }) => {
      const asker = await open(request, scope);
      return told(response, asker, await answers.getSchedule(scope, asker));
    }),
    serve(routes.createScheduleEntries, async ({ params: { scope }, body, request, actor }) => {
      const asker = await open(request, scope);
      await schedule.createEntries(groups.acting(scope, actor.name), asker, body.entries, allowed(asker));
      return personal(await answers.getSchedule(scope, asker), 201);
    }),
    serve(routes.getScheduleEntry, async ({ params: { scope, entry }, request, response }) => {
      const asker = await open(request, scope);
      return told(response, asker, await answers.getEntry(scope, asker, entry));
    }),
    serve(routes.changeScheduleEntry, async ({ params: { scope, entry }, body, request, actor }) => {
      const asker = await open(request, scope);
      await schedule.changeEntry(groups.acting(scope, actor.name), asker, entry, body, allowed(asker));
      return personal((await answers.getEntry(scope, asker, entry)).entry);
    }),
    serve(routes.reviewScheduleEntry, async ({ params: { scope, entry }, body, request, actor }) => {
      const asker = await open(request, scope);
      await schedule.reviewEntry(groups.acting(scope, actor.name), asker, entry, body.comment, allowed(asker));
      return personal((await answers.getEntry(scope, asker, entry)).entry);
    }),
    serve(routes.deleteScheduleEntry, async ({ params: { scope, entry }, request, actor }) => {
      const asker = await open(request, scope);
      await schedule.deleteEntry(groups.acting(scope, actor.name), asker, entry, allowed(asker));
    }),
    serve(routes.getScheduleCalendar, async ({ params: { scope }, query: { lang }, base }) =>
      page(await news.writeCalendar(scope, lang, base), 'text/calendar', nameOf(scope, 'ics')),
    ),
    serve(routes.getScheduleCsv, async ({ params: { scope }, query: { lang }, request, response }) => {
      const asker = await open(request, scope);
      vary(response);
      const cache = isPersonal(asker) ? ({ cache: 'private' } as const) : {};
      return page(await news.writeTable(scope, lang, asker), 'text/csv', { ...nameOf(scope, 'csv'), ...cache });
    }),
  ];
}
