/** Typed calls of the routes of server/contract, from where addresses and types come; the server's own tests prove that its answers match them. */
import { methodOf, toAddress } from '../../server/contract/paths.ts';
import type { QueryValues, RouteName } from '../../server/contract/paths.ts';
import { refusalText } from './refusals.ts';
import type { ProblemDetails, TileJson } from '../../server/contract/datasets/api.ts';
import type { AnswerOf, CallOf } from '../../server/contract/route.ts';
import type { Routes } from '../../server/contract/routes.ts';

/** The server answered with a problem document (RFC 9457), or with something that is none. */
export class ApiProblem extends Error {
  readonly problem: ProblemDetails;
  constructor(problem: ProblemDetails) {
    super(refusalText(problem.detail, problem.details, globalThis.document?.documentElement.lang ?? 'en'));
    this.name = 'ApiProblem';
    this.problem = problem;
  }
  get status(): number {
    return this.problem.status;
  }
  /** `version.not-publishable`: the stable code at the end of `type`. */
  get code(): string {
    return this.problem.type.split('/').at(-1) ?? '';
  }
  /** Whether the message says more than that something went wrong: not a fault of the server's own, nor of what stands before it. */
  get isSaid(): boolean {
    return this.status < 500 || (this.code !== 'internal' && this.code !== 'http');
  }
}

/** No answer came: no network, or no server. */
export class OfflineProblem extends Error {
  constructor(cause: unknown) {
    super('No answer from the server.', { cause });
    this.name = 'OfflineProblem';
  }
}

export interface UnitsFilter {
  level?: number;
  parent?: string;
  /** With commas between them. */
  pcodes?: string;
  q?: string;
  limit?: number;
  offset?: number;
}

/** What to say to a route: `params` where its path has some, `query`, `body`; a signal that gives up; who asks, where that is not the session. */
type Said<Name extends RouteName> = CallOf<Routes[Name]> & { signal?: AbortSignal | undefined; authorization?: string | null };
type Saying<Name extends RouteName> = object extends Said<Name> ? [said?: Said<Name>] : [said: Said<Name>];

/** Routes that take files. */
type FormRoute = { [Name in RouteName]: Routes[Name] extends { form: unknown } ? Name : never }[RouteName];
type Sent<Name extends FormRoute> = Omit<CallOf<Routes[Name]>, 'body'> & { params?: Record<string, string>; form: FormData; signal?: AbortSignal | null };

export type Api = ReturnType<typeof createApi>;

/** @param fetchFn passed in, so that tests need no network. */
export function createApi(fetchFn: typeof fetch = (input, init) => fetch(input, init)) {
  /** A good response; throws ApiProblem or OfflineProblem, or an AbortError when `signal` fires. */
  async function respond(path: string, init: RequestInit = {}): Promise<Response> {
    let response: Response;
    try {
      response = await fetchFn(path, { ...init, headers: { accept: 'application/json', ...init.headers } });
    } catch (error) {
      if (init.signal?.aborted) throw error;
      throw new OfflineProblem(error);
    }
    if (!response.ok) throw new ApiProblem(await toProblem(response));
    return response;
  }

  /** Its body; throws as `respond`. */
  async function request<T>(path: string, init: RequestInit = {}): Promise<T> {
    const response = await respond(path, init);
    // 204: done, and nothing to say.
    return (response.status === 204 ? undefined : await response.json()) as T;
  }

  /** As `request`, by the name of a route. */
  function call<Name extends RouteName>(name: Name, ...[said]: Saying<Name>): Promise<AnswerOf<Routes[Name]>> {
    const {
      params,
      query,
      body,
      signal = null,
      authorization = null,
    } = (said ?? {}) as { params?: Record<string, string>; query?: QueryValues; body?: unknown; signal?: AbortSignal; authorization?: string | null };
    const headers = { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...(authorization === null ? {} : { authorization }) };
    return request(toAddress(name, params, query), {
      method: methodOf(name).toUpperCase(),
      signal,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }

  /** As `call`, to a route that takes files, which its form holds. */
  function send<Name extends FormRoute>(name: Name, said: Sent<Name>): Promise<AnswerOf<Routes[Name]>> {
    const { params, query, form, signal = null } = said as Sent<Name> & { query?: QueryValues };
    return request(toAddress(name, params, query), { method: methodOf(name).toUpperCase(), signal, body: form });
  }

  /** As `call`, of a route that answers a text. */
  async function read(
    name: RouteName,
    { params, query, signal = null }: { params?: Record<string, string>; query?: QueryValues; signal?: AbortSignal | null },
  ): Promise<string> {
    return (await respond(toAddress(name, params, query), { headers: { accept: 'text/*' }, signal })).text();
  }

  /** A file by its address; throws as `respond`. */
  const open = (path: string, signal: AbortSignal | null = null): Promise<Response> => respond(path, { signal });

  return {
    call,
    send,
    read,
    open,
    getDatasets: (signal?: AbortSignal) => call('listDatasets', { signal }),
    getDataset: (id: string, signal?: AbortSignal) => call('getDataset', { params: { id }, signal }),
    getVersion: (id: string, version: string, signal?: AbortSignal) => call('getVersion', { params: { id, version }, signal }),
    getUnits: (id: string, version: string, filter: UnitsFilter, signal?: AbortSignal) => call('listUnits', { params: { id, version }, query: filter, signal }),
    /** `level` because a P-code is unique only within its level. */
    getUnit: (id: string, version: string, pcode: string, level: number, signal?: AbortSignal) =>
      call('getUnit', { params: { id, version, pcode }, query: { level }, signal }),
    /** An answer that comes with its own address. */
    getJson: (href: string, signal?: AbortSignal) => request<unknown>(href, { signal: signal ?? null }),
    getTileJson: (href: string, signal?: AbortSignal) => request<TileJson>(href, { signal: signal ?? null }),
    /** A stored tile: bytes of a vector tile, or null where the country has nothing. */
    async getTile(href: string, signal?: AbortSignal): Promise<Uint8Array | null> {
      const response = await fetchFn(href, { signal: signal ?? null });
      if (response.status === 204 || response.status === 404) return null;
      if (!response.ok) throw new ApiProblem(await toProblem(response));
      return new Uint8Array(await response.arrayBuffer());
    },
  };
}

/**
 * Before anything is asked that only members are answered: a refusal would stand in the browser's console as an error.
 * @throws ApiProblem 401, as the server would refuse, where nobody is signed in
 */
export async function requireUser({ call }: Pick<Api, 'call'>, signal: AbortSignal): Promise<void> {
  const { user } = await call('getSession', { signal });
  if (!user) throw new ApiProblem({ type: '/problems/auth.required', title: '', status: 401, detail: '', instance: '' });
}

/** A proxy in between may answer with HTML: that too must become a readable problem. */
async function toProblem(response: Response): Promise<ProblemDetails> {
  const type = response.headers.get('content-type') ?? '';
  if (type.includes('json')) {
    const body = (await response.json().catch(() => null)) as ProblemDetails | null;
    if (body && typeof body.detail === 'string') return body;
  }
  return {
    type: '/problems/http',
    title: response.statusText || 'Request failed',
    status: response.status,
    detail: `${response.status} ${response.statusText}`.trim(),
    instance: '',
  };
}
