/**
 * Asks this server, by the address that everybody uses, for the headers of an embed. Proxies and "hardening" like to add
 * `X-Frame-Options` to all answers, and every partner's page then shows a blank (3w.md §6).
 */
import { CHECK_HOST, CHECK_PATH, ancestorsOf } from './serve.ts';

export interface EmbedCheck {
  ok: boolean;
  /** What is wrong and what to do, one sentence each. */
  faults: string[];
}

/** @param base address of the server as browsers reach it, without trailing slash */
export async function checkEmbedHeaders(base: string, fetchFn: typeof fetch = fetch, timeoutMs = 10_000): Promise<EmbedCheck> {
  let response: Response;
  try {
    response = await fetchFn(base + CHECK_PATH, { redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) });
    await response.body?.cancel();
  } catch (error) {
    return {
      ok: false,
      faults: [`${base}${CHECK_PATH} does not answer (${error instanceof Error ? error.message : String(error)}). Check CODMAP_PUBLIC_URL and the proxy.`],
    };
  }
  const { headers } = response;
  const faults: string[] = [];
  if (response.status !== 200) faults.push(`${base}${CHECK_PATH} answers ${response.status}. Let the proxy pass /embed/ through unchanged.`);
  if (headers.has('x-frame-options'))
    faults.push('Something in front of this server adds X-Frame-Options, so no page can show an embed. Remove the header for /embed/.');
  const policies = headers.get('content-security-policy') ?? '';
  if (!policies.includes(`frame-ancestors ${ancestorsOf([CHECK_HOST])}`))
    faults.push(
      'The Content-Security-Policy of embeds does not arrive, so the list of allowed pages has no effect. Let the proxy pass it through for /embed/.',
    );
  // Several policies are joined with commas; all of them hold.
  if ((policies.match(/frame-ancestors/g) ?? []).length > 1)
    faults.push('Something adds a second frame-ancestors to embeds; browsers obey the stricter one. Remove it for /embed/.');
  if (headers.has('set-cookie')) faults.push('Something sets a cookie on embeds. Embeds promise partners that there are none: remove it for /embed/.');
  return { ok: faults.length === 0, faults };
}
