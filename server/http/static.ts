/** The built client: hashed assets kept for a year, pages asked for each time, copies compressed at build time. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { Router, type Request, type Response } from 'express';
import { feedOf } from '../contract/news/feedOf.ts';
import { datasetId, versionTag } from '../contract/ids.ts';
import { API, PAGES, toAddress } from '../contract/paths.ts';
import { acceptsEncoding, CACHE, matchesEtag } from './cache.ts';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
};

interface Asset {
  type: string;
  etag: string;
  immutable: boolean;
  bytes: Uint8Array;
  br?: Uint8Array;
  gzip?: Uint8Array;
}

/** By their paths. */
export type Assets = ReadonlyMap<string, Asset>;

/** The client and its pages; 503 with what to do where it has not been built. */
export function staticRouter(assets: Assets): Router {
  const router = Router();
  const page = (request: Request, response: Response, status = 200) => {
    const index = assets.get('/index.html');
    if (index) return send(request, response, index, status);
    response.status(503).setHeader('Cache-Control', CACHE.never);
    response.type('text/plain').end('The client has not been built. Run `npm start`, or `npm run build` and start the server again.\n');
  };
  router.get(Object.values(PAGES), (request, response) => {
    // For readers of feeds, most of which run no scripts.
    const links = [`<${feedOf(request.params as Record<string, string>)}>; rel="alternate"; type="application/atom+xml"`];
    const described = jsonldOf(request);
    if (described !== null && request.query['f'] === 'jsonld') return response.redirect(302, described);
    if (described !== null) links.push(`<${described}>; rel="describedby"; type="application/ld+json"`);
    response.setHeader('Link', links.join(', '));
    page(request, response);
  });
  router.get('/{*path}', (request, response, next) => {
    const asset = assets.get(request.path);
    if (asset && request.path !== '/embed.html') send(request, response, asset);
    // A person who followed a wrong link gets a page that says so and leads on; programs get a problem document.
    else if (assets.has('/index.html') && !request.path.startsWith(`${API}/`) && request.accepts(['json', 'html']) === 'html') page(request, response, 404);
    else next();
  });
  return router;
}

/** What the page of a dataset shows, as JSON-LD; null of other pages. */
function jsonldOf({ params, query }: Request): string | null {
  const { success, data: id } = datasetId.safeParse(params['dataset']);
  if (!success) return null;
  const { success: isNamed, data: version } = versionTag.safeParse(query['version']);
  return toAddress('getJsonld', { id, version: isNamed ? version : 'current' });
}

/** @param folder client/dist. Read once: a build replaces names, and a new build needs a restart anyway. Empty where there is none. */
export function loadAssets(folder: string): Assets {
  const assets = new Map<string, Asset>();
  const names = listFiles(folder);
  const all = new Set(names);
  for (const name of names) {
    if ((name.endsWith('.br') || name.endsWith('.gz')) && all.has(name.slice(0, -3))) continue;
    const bytes = readFileSync(join(folder, name));
    assets.set(`/${name}`, {
      type: TYPES[extname(name)] ?? 'application/octet-stream',
      etag: `W/"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
      // Vite puts everything it names by content into assets/.
      immutable: name.startsWith('assets/'),
      bytes,
      ...(all.has(`${name}.br`) ? { br: readFileSync(join(folder, `${name}.br`)) } : {}),
      ...(all.has(`${name}.gz`) ? { gzip: readFileSync(join(folder, `${name}.gz`)) } : {}),
    });
  }
  return assets;
}

function listFiles(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

function send(request: Request, response: Response, asset: Asset, status = 200): void {
  response.status(status).setHeader('Content-Type', asset.type);
  response.setHeader('Cache-Control', status !== 200 ? CACHE.never : asset.immutable ? CACHE.immutable : CACHE.revalidate);
  if (status === 200) response.setHeader('ETag', asset.etag);
  response.vary('Accept-Encoding');
  if (status === 200 && matchesEtag(request.get('if-none-match'), asset.etag)) {
    response.status(304).end();
    return;
  }
  const accepted = request.get('accept-encoding');
  let { bytes } = asset;
  if (accepted !== undefined && asset.br && acceptsEncoding(accepted, 'br')) {
    bytes = asset.br;
    response.setHeader('Content-Encoding', 'br');
  } else if (accepted !== undefined && asset.gzip && acceptsEncoding(accepted, 'gzip')) {
    bytes = asset.gzip;
    response.setHeader('Content-Encoding', 'gzip');
  }
  response.setHeader('Content-Length', bytes.length);
  response.end(request.method === 'HEAD' ? undefined : bytes);
}
