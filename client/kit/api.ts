/** Typed fetch over the API. Types come from server/contract; the server's own tests prove that its answers match them. */
import type { DatasetAnswer, DatasetsAnswer, ProblemDetails, TileJson, UnitDetail, UnitsAnswer, VersionAnswer } from '../../server/contract/datasets/api.ts';

/** The server answered with a problem document (RFC 9457), or with something that is none. */
export class ApiProblem extends Error {
  readonly problem: ProblemDetails;
  constructor(problem: ProblemDetails) {
    super(problem.detail);
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
  q?: string;
  limit?: number;
  offset?: number;
}

export type Api = ReturnType<typeof createApi>;

/** @param fetchFn passed in, so that tests need no network. */
export function createApi(fetchFn: typeof fetch = (input, init) => fetch(input, init)) {
  /** Answers the body of a good response; throws ApiProblem or OfflineProblem, or an AbortError when `signal` fires. */
  async function request<T>(path: string, init: RequestInit = {}): Promise<T> {
    let response: Response;
    try {
      response = await fetchFn(path, { ...init, headers: { accept: 'application/json', ...init.headers } });
    } catch (error) {
      if (init.signal?.aborted) throw error;
      throw new OfflineProblem(error);
    }
    if (!response.ok) throw new ApiProblem(await toProblem(response));
    // 204: done, and nothing to say.
    return (response.status === 204 ? undefined : await response.json()) as T;
  }
  const versionPath = (id: string, version: string) => `/api/v1/datasets/${id}/versions/${version}`;

  return {
    request,
    getDatasets: (signal?: AbortSignal) => request<DatasetsAnswer>('/api/v1/datasets', { signal: signal ?? null }),
    getDataset: (id: string, signal?: AbortSignal) => request<DatasetAnswer>(`/api/v1/datasets/${id}`, { signal: signal ?? null }),
    getVersion: (id: string, version: string, signal?: AbortSignal) => request<VersionAnswer>(versionPath(id, version), { signal: signal ?? null }),
    getUnits: (id: string, version: string, filter: UnitsFilter, signal?: AbortSignal) =>
      request<UnitsAnswer>(`${versionPath(id, version)}/units?${toQuery(filter)}`, { signal: signal ?? null }),
    /** `level` because a P-code is unique only within its level. */
    getUnit: (id: string, version: string, pcode: string, level: number, signal?: AbortSignal) =>
      request<UnitDetail>(`${versionPath(id, version)}/units/${encodeURIComponent(pcode)}?level=${level}`, { signal: signal ?? null }),
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

export function toQuery(filter: object): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) if (value !== undefined && value !== '') query.set(name, String(value));
  return query.toString();
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
