/** What lies around a country, around all of them, what is said of boundaries in view, and the archive that whoever runs the server has put below. */
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import { disclaimerRoutes } from '../contract/maps/disclaimers.ts';
import { groundRoutes as routes } from '../contract/maps/groundRoutes.ts';
import { toAddress } from '../contract/paths.ts';
import type { Datasets } from '../catalogue/datasets.ts';
import { findVisible } from '../catalogue/visible.ts';
import { disclaimersOf } from '../disclaimers/notes.ts';
import type { Publisher } from '../disclaimers/publishers.ts';
import { NotFoundError } from '../errors.ts';
import type { OpenBase } from '../ground/base.ts';
import { CACHE, matchesEtag } from '../http/cache.ts';
import type { Authorize } from '../http/request.ts';
import { parseRange } from '../http/send.ts';
import { page, SENT, serve, type Served } from '../http/serve.ts';
import { createWorldGround, type FindGround } from './ground.ts';

export interface ServeGroundDeps {
  datasets: Pick<Datasets, 'getVersion'>;
  authorize: Authorize;
  findGround: FindGround;
  base: OpenBase | null;
  publisher: Publisher;
}

const JSON_TYPE = 'application/json';

export function serveGround({ datasets, authorize, findGround, base, publisher }: ServeGroundDeps): Served[] {
  const worldGround = createWorldGround();
  return [
    serve(routes.getGround, async ({ params: { id, version }, request }) => {
      const found = await findVisible({ datasets, authorize }, request, id, version);
      const around = { world: `${toAddress('getWorldGround', {})}?v=${worldGround().stamp}`, base: base?.map ?? null };
      // The ground is text already, and the largest part of it.
      return page(`{"ground":${await findGround.text(found.version)},${JSON.stringify(around).slice(1)}`, JSON_TYPE, { cache: found.cache });
    }),
    serve(routes.getWorldGround, ({ query: { v } }) => {
      const { text, stamp } = worldGround();
      return page(text, JSON_TYPE, { cache: v === stamp ? 'immutable' : 'minute' });
    }),
    serve(disclaimerRoutes.getDisclaimers, ({ query: { box, lang } }) => disclaimersOf(publisher, box ?? null, lang)),
    serve(routes.getBaseMap, async ({ request, response }) => {
      if (!base) throw new NotFoundError('basemap.none', 'Nothing has been put below the maps of this server (CODMAP_BASEMAP).');
      await sendRange(request, response, base);
      return SENT;
    }),
  ];
}

/** A range of the file, or all of it; the browser keeps what it has while the file is the same. */
async function sendRange(request: Request, response: Response, { path, bytes, stamp }: OpenBase): Promise<void> {
  const etag = `"${stamp}"`;
  response.setHeader('Content-Type', routes.getBaseMap.answer.media);
  response.setHeader('Cache-Control', CACHE.revalidate);
  response.setHeader('Accept-Ranges', 'bytes');
  response.setHeader('ETag', etag);
  if (matchesEtag(request.get('if-none-match'), etag)) return void response.status(304).end();
  const range = parseRange(request.get('range'), bytes);
  if (range === 'unsatisfiable') return void response.status(416).setHeader('Content-Range', `bytes */${bytes}`).end();
  const [start, end] = range ?? [0, bytes - 1];
  if (range) response.status(206).setHeader('Content-Range', `bytes ${start}-${end}/${bytes}`);
  response.setHeader('Content-Length', end - start + 1);
  if (request.method === 'HEAD') return void response.end();
  await pipeline(createReadStream(path, { start, end }), response);
}
