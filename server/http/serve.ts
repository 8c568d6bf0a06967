/** A route of the contract with its handler: what is asked is parsed, who asks is authorised, what comes back is sent as the contract says. */
import { Router, type Request, type RequestHandler, type Response } from 'express';
import type { CachePolicy, GivenAnswer, PartOf, Permission, Route } from '../contract/route.ts';
import { datasetId, type DatasetId } from '../contract/ids.ts';
import { NotFoundError } from '../errors.ts';
import {
  ADMITTED,
  HiddenError,
  publicUrlOf,
  requireAdmission,
  unknownVersion,
  type Actor,
  type Admission,
  type Admit,
  type Authorize,
  type Target,
} from './request.ts';
import { keepPrivate, sendText } from './send.ts';
import { sendAnswered, tell } from './tell.ts';
import { CACHE } from './cache.ts';
import type { AskApart } from './told.ts';

/** What a handler is given. `params`, `query` and `body` are there where the route has them. */
export interface Asked<R> {
  params: PartOf<R, 'params'>;
  query: PartOf<R, 'query'>;
  /** Undefined where files came as a form: the handler streams them from `request`. */
  body: R extends { form: unknown } ? PartOf<R, 'body'> | undefined : PartOf<R, 'body'>;
  /** Who asks; null where the route asks for no permission. */
  actor: R extends { permission: Permission } ? Actor : null;
  /** Address of this server, without trailing slash. */
  base: string;
  request: Request;
  response: Response;
  /** What of it the one who asks may not receive, where the route says so by itself (`Shows.tells`); else nobody is asked who may not. */
  closed: Closed;
  /** For the steps of long work. @throws GivenUp where nobody waits for the answer any more */
  goOn: () => void;
}

/** null: nothing. `hidden`: not even that it is there is told. */
export type Closed = 'closed' | 'hidden' | null;

/** Nobody waits for the answer any more. */
export class GivenUp extends Error {}

export interface How {
  cache?: CachePolicy;
  status?: number;
  headers?: Record<string, string>;
}

/** An answer with what the contract cannot know of it beforehand. */
class Reply<T> {
  readonly body: T;
  readonly how: How;
  constructor(body: T, how: How) {
    this.body = body;
    this.how = how;
  }
}
/** Text or bytes of another media type than the contract says, for example a page for browsers where programs get JSON. */
class Page {
  readonly body: string | Uint8Array;
  readonly media: string;
  readonly how: How;
  constructor(body: string | Uint8Array, media: string, how: How) {
    this.body = body;
    this.media = media;
    this.how = how;
  }
}
class Sent {
  readonly sent = true;
}
/** The handler has answered by itself: a stream, a stored object, a redirection. */
export const SENT = new Sent();

export const reply = <T>(body: T, how: How): Reply<T> => new Reply(body, how);
/** An answer that is no JSON: its body, its media type, and what differs from the route. */
export const page = (body: string | Uint8Array, media: string, how: How = {}): Page => new Page(body, media, how);

type Body<R> = R extends { answer: { schema: unknown } } ? GivenAnswer<R> : R extends { answer: { status: 204 } } ? void : string | Uint8Array;
export type Given<R> = Body<R> | Reply<Body<R>> | Page | Sent;
export type Handler<R> = (asked: Asked<R>) => Promise<Given<R>> | Given<R>;

/** What a request is about, found from what was asked. Asked here, since a thread apart is only told the answer. */
export type About<R> = (asked: Pick<Asked<R>, 'params' | 'body'>) => Promise<Target[]> | Target[];

/** Which datasets an answer shows, where its path names none. */
export interface Shows<R> {
  datasets: (asked: Pick<Asked<R>, 'params' | 'query' | 'body'>) => Promise<DatasetId[]> | DatasetId[];
  /** What is said where not even that it is there is told. Absent: what is said of a dataset that there never was. */
  unknown?: (asked: Pick<Asked<R>, 'params' | 'query' | 'body'>, dataset: DatasetId) => NotFoundError;
  /** The handler says in its own way that it is closed. */
  tells?: boolean;
}

/** A route that is answered. Not mounted yet, so that the list of all can be looked at. */
export interface Served {
  route: Route;
  handler: Handler<Route>;
  before: RequestHandler[];
  /** The permission of the route is asked of each target as well, where the path names no dataset. */
  about?: About<Route>;
  /** Who may not receive one of these gets no answer. */
  shows?: Shows<Route>;
}

/** @param before what stands in front of it: a limit of tries, headers for pages of others. */
export function serve<R extends Route>(route: R, handler: Handler<R>, ...before: RequestHandler[]): Served {
  return { route, handler: handler as unknown as Handler<Route>, before };
}

/** The same for a route whose path names something that belongs to a dataset: a map, a job. */
export function serveAbout<R extends Route>(route: R, about: About<R>, handler: Handler<R>, ...before: RequestHandler[]): Served {
  return { ...serve(route, handler, ...before), about: about as unknown as About<Route> };
}

/** The same for a route that shows datasets which its path does not name. */
export const showing = <R extends Route>(served: Served, shows: Shows<R>): Served => ({ ...served, shows: shows as unknown as Shows<Route> });

export interface ServeDeps {
  authorize: Authorize;
  /** Absent: everybody may receive everything. */
  admit?: Admit | undefined;
  publicUrl: string | null;
  /** Answers what is heavy in a thread apart; without it everything is answered here. */
  apart?: AskApart | undefined;
}

/** The routes in this order: of two that fit an address the first answers. */
export function mountRoutes(served: readonly Served[], deps: ServeDeps): Router {
  const router = Router();
  for (const each of served) router[each.route.method](each.route.path, ...each.before, (request, response) => answer(each, deps, request, response));
  return router;
}

async function answer(served: Served, deps: ServeDeps, request: Request, response: Response): Promise<void> {
  const { route, handler, about } = served;
  const { authorize, publicUrl, apart } = deps;
  const dataset = datasetId.safeParse(request.params['id'] ?? request.params['dataset']).data;
  try {
    // Before anything is read or looked up: a stranger learns nothing of what there is.
    const actor = route.permission ? await authorize(request, route.permission, dataset) : null;
    const isForm = route.form !== undefined && Boolean(request.is('multipart/form-data'));
    const parsed = {
      params: route.params?.parse(request.params),
      query: route.query?.parse(request.query),
      body: isForm ? undefined : route.body?.parse(request.body ?? {}),
      actor,
      base: publicUrlOf(publicUrl, request),
    };
    if (route.permission && about) for (const target of await about(parsed as Asked<Route>)) await authorize(request, route.permission, target);
    const closed = await admitAll(served, deps, parsed as Asked<Route>, dataset, request, response);
    const asked = { ...parsed, closed };
    if (route.heavy && apart) {
      const told = await tell(route, asked, request, authorize);
      return await apart(told, request, response, (answered) => sendAnswered(request, response, answered));
    }
    const goOn = () => {
      if (response.destroyed) throw new GivenUp();
    };
    const given = await handler({ ...asked, request, response, goOn } as Asked<Route>);
    if (!(given instanceof Sent)) await send(request, response, toWire(route, given));
  } catch (error) {
    throw error instanceof HiddenError && error.dataset === dataset ? unknownData(dataset, request) : error;
  }
}

/** Whoever may not receive what the answer shows gets none; of what not everybody may receive no cache keeps it. @throws HiddenError, ForbiddenError `data.restricted` */
async function admitAll(
  { shows }: Served,
  { admit }: ServeDeps,
  asked: Asked<Route>,
  inPath: DatasetId | undefined,
  request: Request,
  response: Response,
): Promise<Closed> {
  if (!admit) return null;
  const datasets = shows ? await shows.datasets(asked) : inPath === undefined ? [] : [inPath];
  let closed: Closed = null;
  for (const dataset of new Set(datasets)) {
    const admission: Admission = await admit(request, dataset);
    if (admission !== ADMITTED) {
      keepPrivate(response);
      // Also of an answer without a body, which says nothing of caches by itself.
      response.setHeader('Cache-Control', CACHE.never);
    }
    if (!shows?.tells) {
      if (!admission.isAdmitted && admission.hidden && shows?.unknown) throw shows.unknown(asked, dataset);
      requireAdmission(dataset, admission);
    } else if (!admission.isAdmitted && closed !== 'hidden') closed = admission.hidden ? 'hidden' : 'closed';
  }
  return closed;
}

/** What a route says of a dataset that there never was (catalogue/datasets). */
function unknownData(dataset: DatasetId, request: Request): NotFoundError {
  const { version = request.query['version'] ?? (/\/presence\//.test(request.path) ? 'current' : undefined) } = request.params as { version?: string };
  if (version === undefined) return new NotFoundError('dataset.unknown', `There is no dataset ${dataset} here.`);
  return unknownVersion(dataset, version as string);
}

/** An answer as it goes out, before it is compressed. */
export interface Wire {
  status: number;
  cache: CachePolicy;
  headers: Record<string, string>;
  /** null: no body. */
  media: string | null;
  body: string | Uint8Array;
}

/** What goes over the line: status, headers, media type and body of what a handler gave. A 204 has neither type nor body. */
export function toWire(route: Route, given: Exclude<Given<Route>, Sent>): Wire {
  const [body, how] = given instanceof Reply || given instanceof Page ? [given.body as unknown, given.how] : [given, {} as How];
  const { status = route.answer.status, cache = route.cache ?? 'never', headers = {} } = how;
  if (status === 204) return { status, cache, headers, media: null, body: '' };
  const media = given instanceof Page ? given.media : route.answer.media;
  if (media === undefined) return { status, cache, headers, media: 'application/json; charset=utf-8', body: JSON.stringify(body) };
  return { status, cache, headers, media: toContentType(media), body: body as string | Uint8Array };
}

async function send(request: Request, response: Response, { status, cache, headers, media, body }: Wire): Promise<void> {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (media === null) response.status(status).end();
  else await sendText(request, response, body, media, cache, status);
}

/** Text says its encoding. */
const toContentType = (media: string): string => (/^text\/(?!.*charset)|json$|svg/.test(media) ? `${media}; charset=utf-8` : media);
