/** The agreed list of indicators over HTTP. Everybody reads what holds; members read the draft; who proposes and who agrees is asked of each request. */
import type { Request, Response } from 'express';
import type { Iso3 } from '../contract/ids.ts';
import { indicatorListRoutes as routes, type ListAnswer } from '../contract/indicators/listRoutes.ts';
import { NotFoundError } from '../errors.ts';
import { writeCsv } from '../formats/tables/write.ts';
import { toDisposition } from '../http/send.ts';
import { page, reply, serve, type Served } from '../http/serve.ts';
import { listColumns } from './agreedFile.ts';
import type { AgreedIndicators } from './agreedService.ts';
import type { StoredList } from './agreedStore.ts';

/** What the one who asks is to the list of a country. */
export interface ListRights {
  /** Belongs to the country, and reads drafts. */
  see: boolean;
  /** Groups that one records for. */
  groups: string[];
  /** Keeps the data of the country. */
  keeps: boolean;
  /** @throws UnauthorizedError, ForbiddenError `group.forbidden` */
  require(allowed: boolean): void;
}

export interface ServeIndicatorListDeps {
  agreed: AgreedIndicators;
  rightsIn: (request: Request, scope: Iso3) => Promise<ListRights>;
}

/** Who wrote a version is for members. */
const seen = (list: StoredList, { see }: Pick<ListRights, 'see'>): StoredList => (see ? list : { ...list, createdBy: null });

/** Routes of the list: what holds for everybody, the draft for members; changes answer with the list as it is then. */
export function serveIndicatorList(deps: ServeIndicatorListDeps): Served[] {
  return [...serveReading(deps), ...serveChanges(deps)];
}

async function answerOf(agreed: AgreedIndicators, scope: Iso3, rights: ListRights): Promise<ListAnswer> {
  const { current, draft } = await agreed.read(scope);
  const propose = rights.keeps || rights.groups.length > 0;
  return { scope, current: current && seen(current, rights), draft: rights.see ? draft : null, may: { propose, agree: rights.keeps, groups: rights.groups } };
}

/** What is for members no cache may hold. */
const told = <T>(response: Response, rights: ListRights, body: T) => {
  response.vary('Cookie');
  response.vary('Authorization');
  return rights.see ? reply(body, { cache: 'private' }) : reply(body, {});
};
const personal = <T>(body: T, status = 200) => reply(body, { cache: 'private', status });

function serveReading({ agreed, rightsIn }: ServeIndicatorListDeps): Served[] {
  return [
    serve(routes.getIndicatorList, async ({ params: { scope }, request, response }) => {
      const rights = await rightsIn(request, scope);
      return told(response, rights, await answerOf(agreed, scope, rights));
    }),

    serve(routes.getIndicatorListHistory, async ({ params: { scope }, request, response }) => {
      const rights = await rightsIn(request, scope);
      const all = await agreed.listHistory(scope);
      const versions = all
        .filter(({ version }) => rights.see || version.state !== 'draft')
        .map(({ version, changes }) => {
          const { indicators, ...own } = seen(version, rights);
          return { ...own, count: indicators.length, changes };
        });
      return told(response, rights, { versions });
    }),

    serve(routes.getIndicatorListVersion, async ({ params: { scope, tag }, request, response }) => {
      const rights = await rightsIn(request, scope);
      const version = await agreed.readVersion(scope, tag);
      // To strangers a draft is not there.
      if (version.state === 'draft' && !rights.see) throw new NotFoundError('version.unknown', `The list of indicators of ${scope} has no version ${tag}.`);
      return told(response, rights, seen(version, rights));
    }),

    serve(routes.exportIndicatorList, async ({ params: { scope } }) => {
      const { current } = await agreed.read(scope);
      const name = `${scope.toLowerCase()}_indicators${current ? `_${current.version}` : ''}.csv`;
      return page(writeCsv(listColumns(current?.indicators ?? [])), 'text/csv', { headers: { 'Content-Disposition': toDisposition(name) } });
    }),
  ];
}

function serveChanges({ agreed, rightsIn }: ServeIndicatorListDeps): Served[] {
  return [
    serve(routes.proposeIndicator, async ({ params: { scope }, body, request, actor }) => {
      const rights = await rightsIn(request, scope);
      rights.require(rights.keeps || rights.groups.length > 0);
      await agreed.propose(scope, [body], actor.name);
      return personal(await answerOf(agreed, scope, rights), 201);
    }),

    serve(routes.changeIndicator, async ({ params: { scope, code }, body, request, actor }) => {
      const rights = await rightsIn(request, scope);
      rights.require(rights.keeps || rights.groups.length > 0);
      await agreed.change(scope, code, body, actor.name);
      return personal(await answerOf(agreed, scope, rights));
    }),

    serve(routes.retireIndicator, async ({ params: { scope, code }, body, request, actor }) => {
      const rights = await rightsIn(request, scope);
      rights.require(rights.keeps || rights.groups.length > 0);
      await agreed.retire(scope, code, body, actor.name);
      return personal(await answerOf(agreed, scope, rights));
    }),

    serve(routes.agreeIndicators, async ({ params: { scope }, body, request }) => {
      const rights = await rightsIn(request, scope);
      rights.require(rights.keeps);
      await agreed.agree(scope, body);
      return personal(await answerOf(agreed, scope, rights));
    }),

    serve(routes.dropIndicatorDraft, async ({ params: { scope }, request }) => {
      const rights = await rightsIn(request, scope);
      rights.require(rights.keeps);
      await agreed.dropDraft(scope);
      return personal(await answerOf(agreed, scope, rights));
    }),
  ];
}
