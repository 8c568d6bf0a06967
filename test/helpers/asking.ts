/** Requests of a test to a running server: as a page of this server, or as a stranger. */
import { problemDetails } from '../../server/contract/datasets/api.ts';

export type Send = (method: string, path: string, headers?: Record<string, string>, body?: unknown) => Promise<Response>;

/** @param own headers of every request, for example the origin of the server's own pages */
export const sender =
  (url: string, own: Record<string, string> = {}): Send =>
  (method, path, headers = {}, body) =>
    fetch(`${url}${path}`, {
      method,
      headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...own, ...headers },
      body: body === undefined ? null : JSON.stringify(body),
    });

/** `[429, 'auth.too-often']`, or the bare status of an answer that is no problem. */
export async function answerOf(response: Response): Promise<[status: number, code: string | null, details?: Record<string, unknown>]> {
  if (!response.headers.get('content-type')?.includes('problem+json')) {
    await response.arrayBuffer();
    return [response.status, null];
  }
  const { type, details: all } = problemDetails.parse(await response.json());
  // The sentence in the other languages is held by the law of words.
  const { texts: _, ...details } = all ?? {};
  return Object.keys(details).length > 0 ? [response.status, type.split('/').at(-1)!, details] : [response.status, type.split('/').at(-1)!];
}
