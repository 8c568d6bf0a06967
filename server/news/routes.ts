/** Feeds, notices, digests and webhooks over HTTP. */
import type { Request, RequestHandler, Response } from 'express';
import { newsRoutes as routes } from '../contract/news/routes.ts';
import type { Scope } from '../contract/groups/groups.ts';
import { UnauthorizedError } from '../errors.ts';
import type { WhoMay } from '../groups/who.ts';
import { page, reply, serve, type How, type Served } from '../http/serve.ts';
import type { AccountRights } from './deps.ts';
import type { createHooks } from './hooks/service.ts';
import type { Knower } from './knower.ts';
import type { Reader } from './notices.ts';
import type { News } from './service.ts';

export interface ServeNewsDeps {
  news: News;
  hooks: ReturnType<typeof createHooks>;
  whoMay: WhoMay;
  /** null of strangers. */
  findRights: (request: Request) => Promise<AccountRights | null>;
  openKnower: (rights: AccountRights | null) => Knower;
  /** Whoever is signed in by a session; null else. */
  findReader: (request: Request) => Promise<Reader | null>;
  /** Refuses what a page of another origin sent. */
  requireOwnPage: RequestHandler;
}

const ATOM = 'application/atom+xml';
const personal = <T>(body: T, status = 200) => reply(body, { cache: 'private', status });

/** Who asks, and how long the answer may be kept because of it. */
export async function openFeed(
  { findRights, openKnower }: Pick<ServeNewsDeps, 'findRights' | 'openKnower'>,
  request: Request,
  response: Response,
): Promise<{ knower: Knower; how: How }> {
  response.vary('Cookie');
  response.vary('Authorization');
  const rights = await findRights(request);
  return { knower: openKnower(rights), how: rights === null ? {} : { cache: 'private' } };
}

export function serveNews(deps: ServeNewsDeps): Served[] {
  return [...serveFeeds(deps), ...serveNotices(deps), ...serveHooks(deps)];
}

function serveFeeds(deps: ServeNewsDeps): Served[] {
  const { feeds } = deps.news;
  return [
    serve(routes.getNewsFeed, async ({ query, base, request, response }) => {
      const { knower, how } = await openFeed(deps, request, response);
      return page(await feeds.writeAll(knower, { ...query, base }), ATOM, how);
    }),
    serve(routes.getDatasetFeed, async ({ params: { id }, query, base, request, response }) => {
      const { knower, how } = await openFeed(deps, request, response);
      return page(await feeds.writeOfDataset(knower, id, { ...query, base }), ATOM, how);
    }),
  ];
}

function serveNotices({ news, findReader, requireOwnPage }: ServeNewsDeps): Served[] {
  const readerOf = async (request: Request): Promise<Reader> => {
    const reader = await findReader(request);
    if (!reader) throw new UnauthorizedError('auth.required', 'Sign in to see what is new for you.');
    return reader;
  };
  return [
    serve(routes.listNews, async ({ query: { lang }, request }) => personal(await news.list(await readerOf(request), lang))),
    serve(routes.countNews, async ({ request }) => {
      const reader = await findReader(request);
      return personal({ unread: reader ? await news.count(reader) : null });
    }),
    serve(routes.readNews, async ({ body: { ids }, request }) => personal({ unread: await news.read(await readerOf(request), ids) }), requireOwnPage),
    serve(routes.setDigest, async ({ body, request }) => personal(await news.setDigest(await readerOf(request), body)), requireOwnPage),
    serve(routes.unsubscribe, ({ params: { token } }) => news.unsubscribe(token)),
  ];
}

function serveHooks({ hooks, whoMay }: ServeNewsDeps): Served[] {
  const rights = (request: Request, scope: Scope) => whoMay(request, scope);
  return [
    serve(routes.listWebhooks, async ({ params: { scope }, request }) => personal(await hooks.list(scope, await rights(request, scope)))),
    serve(routes.createWebhook, async ({ params: { scope }, body, request }) => personal(await hooks.create(scope, await rights(request, scope), body), 201)),
    serve(routes.changeWebhook, async ({ params: { scope, hook }, body, request }) =>
      personal(await hooks.change(scope, await rights(request, scope), hook, body)),
    ),
    serve(routes.deleteWebhook, async ({ params: { scope, hook }, request }) => hooks.remove(scope, await rights(request, scope), hook)),
    serve(routes.rotateWebhook, async ({ params: { scope, hook }, request }) => personal(await hooks.rotate(scope, await rights(request, scope), hook), 201)),
    serve(routes.testWebhook, async ({ params: { scope, hook }, request }) => personal(await hooks.sendTest(scope, await rights(request, scope), hook), 202)),
    serve(routes.listDeliveries, async ({ params: { scope, hook }, request }) =>
      personal(await hooks.listDeliveries(scope, await rights(request, scope), hook)),
    ),
    serve(routes.resendDelivery, async ({ params: { scope, hook, delivery }, request }) =>
      personal(await hooks.resend(scope, await rights(request, scope), hook, delivery), 202),
    ),
  ];
}
