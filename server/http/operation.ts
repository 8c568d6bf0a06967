/** For those who run the server and those who build on it: health, readiness, metrics, OpenAPI, the list of routes. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { toOpenApi } from '../contract/openapi.ts';
import { themedRoot } from '../contract/maps/palette.ts';
import { operationRoutes as routes } from '../contract/operation/routes.ts';
import { API } from '../contract/paths.ts';
import { ROUTES } from '../contract/routes.ts';
import { ForbiddenError, StorageFullError, UnauthorizedError } from '../errors.ts';
import { escapeXml } from '../formats/text/escape.ts';
import type { Metrics } from './metrics.ts';
import { METRICS_TYPE } from './metricsServer.ts';
import { page, reply, serve, type Served } from './serve.ts';

export interface OperationDeps {
  version: string;
  metrics: Metrics;
  metricsToken: string | null;
  /** Name → proof that it answers: nothing, or a word on what somebody should look at. A rejection says why it cannot go on. */
  checks: Record<string, () => Promise<string | void>>;
}

/** A dependency that does not answer within this is not there. */
const CHECK_MS = 3000;
const LATE = 'does not answer';
const FAILS = 'fails';
/** The one thing that whoever runs the server can mend without the log. */
const FULL = 'full';

/** The routes of operation: alive, ready (each check has CHECK_MS milliseconds), metrics (by token or from the loopback, else 403) and the documents of the interface. */
export function serveOperation({ version, metrics, metricsToken, checks }: OperationDeps): Served[] {
  let document: string | undefined;
  return [
    serve(routes.getHealth, () => ({ status: 'ok' as const })),

    serve(routes.getReadiness, async () => {
      const results = await Promise.all(
        Object.entries(checks).map(async ([name, check]) => {
          const late = new Promise<string>((resume) => setTimeout(resume, CHECK_MS, LATE).unref());
          // What exactly is wrong is for the log, not for whoever asks.
          const result = await Promise.race([
            check().then(
              (word) => word ?? 'ok',
              (error: unknown) => (error instanceof StorageFullError ? FULL : FAILS),
            ),
            late,
          ]);
          return [name, result] as const;
        }),
      );
      const ready = results.every(([, result]) => ![FAILS, LATE, FULL].includes(result));
      const fine = results.every(([, result]) => result === 'ok');
      const status = !ready ? ('not ready' as const) : fine ? ('ready' as const) : ('degraded' as const);
      return reply({ status, checks: Object.fromEntries(results) }, { status: ready ? 200 : 503 });
    }),

    serve(routes.getMetrics, async ({ request }) => {
      requireToken(request.get('authorization'), metricsToken);
      return page(await metrics.render(), METRICS_TYPE);
    }),
    serve(routes.getOpenApi, () => (document ??= JSON.stringify(toOpenApi(version)))),
    serve(routes.showDocs, ({ base }) => toPage(base)),
    serve(routes.getDocsStyle, () => STYLE),
  ];
}

/** How many ask what, and when, is nobody else's business. */
function requireToken(header: string | undefined, token: string | null): void {
  if (token === null)
    throw new ForbiddenError(
      'metrics.closed',
      'Metrics are available with CODMAP_METRICS_TOKEN, or on a port of their own (CODMAP_METRICS_PORT); neither is set here.',
    );
  const hash = (text: string) => createHash('sha256').update(text).digest();
  const [, sent] = /^Bearer (.+)$/i.exec(header ?? '') ?? [];
  if (sent === undefined || !timingSafeEqual(hash(sent), hash(token)))
    throw new UnauthorizedError('auth.required', 'Send CODMAP_METRICS_TOKEN as a bearer token.');
}

const STYLE = `${themedRoot(['surface', 'surface3', 'ink', 'rule', 'accent'])}
body { color: var(--ink); background: var(--surface); font: 1rem/1.5 system-ui, sans-serif; max-inline-size: 60rem; margin: 2rem auto; padding-inline: 1rem; }
h2 { margin-block: 2rem 0.5rem; text-transform: capitalize; }
article { border-block-start: 1px solid var(--rule); padding-block: 0.75rem; }
h3 { margin: 0; font: 600 1rem/1.5 ui-monospace, monospace; overflow-wrap: anywhere; }
p { margin-block: 0.25rem; }
pre { margin-block: 0.5rem 0; padding: 0.5rem 0.75rem; background: var(--surface-3); border-radius: 4px; white-space: pre-wrap; overflow-wrap: anywhere; }
.method { color: var(--accent); }
`;

/** Made from the same list as OpenAPI; no script, no outside host. */
function toPage(base: string): string {
  const shown = ROUTES.filter(({ hidden }) => hidden === undefined);
  const tags = [...new Set(shown.map((route) => route.tag))];
  const section = (tag: string) =>
    `<section><h2 id="${tag}">${tag}</h2>${shown
      .filter((route) => route.tag === tag)
      .map((route) => {
        const method = route.method.toUpperCase();
        const curl = [
          'curl',
          ...(method === 'GET' ? [] : [`-X ${method}`]),
          ...(route.permission ? [`-H 'Authorization: Bearer KEY'`] : []),
          ...(route.form ? ['-F files=@FILE.zip'] : route.body ? [`-H 'Content-Type: application/json' -d '{}'`] : []),
          `'${base}${route.example}'`,
        ].join(' ');
        const query = route.query
          ? `<p>Query: ${Object.keys(route.query.shape)
              .map((name) => `<code>${escapeXml(name)}</code>`)
              .join(', ')}</p>`
          : '';
        const who = route.permission ? `<p>Needs the permission <code>${route.permission}</code>.</p>` : '';
        return `<article><h3><span class="method">${method}</span> ${escapeXml(route.path)}</h3><p>${escapeXml(route.summary)}.</p>${query}${who}<pre><code>${escapeXml(curl)}</code></pre></article>`;
      })
      .join('')}</section>`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Codmap: API</title><link rel="stylesheet" href="/docs.css"></head>
<body><main><h1>API</h1><p>JSON under <code>${API}</code>. Errors are problem documents (RFC 9457); <a href="/problems">each kind</a> says what to do. The same list for programs: <a href="/openapi.json">openapi.json</a>. Versions never change, so answers by version may be cached for good; <code>current</code> follows what is published.</p>
${tags.map(section).join('\n')}</main></body></html>`;
}
