/** /api/v1/maps…: saved maps; their pictures and files; the same for a map that is not stored. */
import { Router, type Request, type RequestHandler, type Response } from 'express';
import { z } from 'zod';
import type { MapFacts } from './facts.ts';
import type { MapSpec, MapValuesAnswer, PictureQuery, SavedMap } from '../contract/maps/map.ts';
import { countryParams, mapBody, mapId, mapParams, pictureQuery, previewQuery } from '../contract/maps/map.ts';
import { toDatasetId } from '../contract/ids.ts';
import { disclaimers } from '../words/pictures.ts';
import { boundsOf } from './render/picture.ts';
import { coloursOf } from './render/ramp.ts';
import { describeMap } from './sentences.ts';
import type { FileNotes } from './files.ts';
import { exportMapCsv, exportMapGeoJson } from './files.ts';
import type { MapFactsOf } from './findFacts.ts';
import type { Maps } from './service.ts';
import { mapLinks } from './links.ts';
import type { Pictures } from './pictures.ts';
import { parseBody, parseParams, parseQuery, publicUrlOf, type Authorize } from '../http/request.ts';
import { sendJson, sendText, toDisposition } from '../http/send.ts';

export interface MapsRouterDeps {
  maps: Maps;
  factsOf: MapFactsOf;
  pictures: Pictures;
  authorize: Authorize;
  publicUrl: string | null;
}

const FORMATS = ['svg', 'png', 'csv', 'geojson'] as const;
type Format = (typeof FORMATS)[number];
/** What the path of a file says; Express hands over the parts. */
const fileParams = z.object({ id: mapId, format: z.enum(FORMATS) });
const previewParams = z.object({ format: z.enum(FORMATS) });

/** Pictures stand on pages of others: as image, or fetched. Nothing of a person is in them. */
export const forOtherPages: RequestHandler = (_request, response, next) => {
  response.setHeader('Access-Control-Allow-Origin', '*');
  response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
  next();
};

export function mapsRouter({ maps, factsOf, pictures, authorize, publicUrl }: MapsRouterDeps): Router {
  const router = Router();
  const answer = (request: Request, map: SavedMap) => ({ ...map, links: mapLinks(publicUrlOf(publicUrl, request), map.id) });

  router.get('/api/v1/maps', async (request, response) => {
    await authorize(request, 'map.write');
    await sendJson(request, response, { maps: (await maps.listMaps()).map((map) => answer(request, map)) }, 'never');
  });

  router.post('/api/v1/maps', async (request, response) => {
    const { name } = await authorize(request, 'map.write');
    const { spec } = parseBody(mapBody, request);
    await sendJson(request, response, answer(request, await maps.createMap(spec, name)), 'never', 201);
  });

  router.get('/api/v1/maps/:id', async (request, response) => {
    await sendJson(request, response, answer(request, await maps.getMap(parseParams(mapParams, request).id)), 'revalidate');
  });

  router.put('/api/v1/maps/:id', async (request, response) => {
    await authorize(request, 'map.write');
    const { id } = parseParams(mapParams, request);
    await sendJson(request, response, answer(request, await maps.changeMap(id, parseBody(mapBody, request).spec)), 'never');
  });

  router.delete('/api/v1/maps/:id', async (request, response) => {
    await authorize(request, 'map.write');
    await sendJson(request, response, answer(request, await maps.deleteMap(parseParams(mapParams, request).id)), 'never');
  });

  router.post('/api/v1/maps/:id/restore', async (request, response) => {
    await authorize(request, 'map.write');
    await sendJson(request, response, answer(request, await maps.restoreMap(parseParams(mapParams, request).id)), 'never');
  });

  router.post('/api/v1/maps/:id/duplicate', async (request, response) => {
    const { name } = await authorize(request, 'map.write');
    await sendJson(request, response, answer(request, await maps.duplicateMap(parseParams(mapParams, request).id, name)), 'never', 201);
  });

  router.get('/api/v1/maps/:id/values', async (request, response) => {
    const facts = await factsOf((await maps.getMap(parseParams(mapParams, request).id)).spec);
    await sendJson(request, response, toValues(facts), 'minute');
  });

  router.get('/api/v1/maps/:id/shapes', async (request, response) => {
    const facts = await factsOf((await maps.getMap(parseParams(mapParams, request).id)).spec);
    await sendText(request, response, await pictures.shapes(facts), 'application/json; charset=utf-8', 'minute');
  });

  router.get('/m/:id', async (request, response) => {
    const { id } = await maps.getMap(parseParams(mapParams, request).id);
    response.setHeader('Cache-Control', 'no-cache');
    response.redirect(302, `/maps/${id}`);
  });

  async function sendFile(request: Request, response: Response, spec: MapSpec, format: Format, query: PictureQuery, name: string, link: string) {
    const facts = await factsOf(spec);
    if (format === 'svg') {
      // Opened by itself the file is a page of this server: nothing in it may run.
      response.setHeader('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'");
      return sendText(request, response, await pictures.svg(facts, query), 'image/svg+xml; charset=utf-8', 'minute');
    }
    if (format === 'png') return sendText(request, response, await pictures.png(facts, query), 'image/png', 'minute');
    const notes = notesOf(facts, query, link);
    const stem = `${facts.boundary.dataset.slice(-3)}_adm${facts.table.level}_${name}`;
    response.setHeader('Content-Disposition', toDisposition(`${stem}.${format}`));
    return format === 'csv'
      ? sendText(request, response, exportMapCsv(facts, notes), 'text/csv; charset=utf-8', 'minute')
      : sendText(request, response, exportMapGeoJson(facts, stem, notes), 'application/geo+json; charset=utf-8', 'minute');
  }

  router.get('/maps/:id.:format', forOtherPages, async (request, response) => {
    const { id, format } = parseParams(fileParams, request);
    const { spec } = await maps.getMap(id);
    await sendFile(request, response, spec, format, parseQuery(pictureQuery, request), id, mapLinks(publicUrlOf(publicUrl, request), id).page);
  });

  router.get('/preview.:format', forOtherPages, async (request, response) => {
    const { format } = parseParams(previewParams, request);
    const { spec, ...query } = parseQuery(previewQuery, request);
    await sendFile(request, response, spec, format, query, spec.data.kind, publicUrlOf(publicUrl, request));
  });

  router.get('/countries/:iso3.svg', forOtherPages, async (request, response) => {
    const { iso3 } = parseParams(countryParams, request);
    const query = parseQuery(pictureQuery.pick({ width: true, height: true, dark: true }), request);
    const facts = await factsOf(countrySpec(iso3));
    await sendText(request, response, await pictures.svg(facts, { ...query, bare: true }), 'image/svg+xml; charset=utf-8', 'minute');
  });

  return router;
}

function countrySpec(iso3: Parameters<typeof toDatasetId>[1]): MapSpec {
  return {
    spec: 1,
    title: iso3,
    lang: 'en',
    status: 'cleared',
    boundary: { dataset: toDatasetId('cod-ab', iso3), version: 'current', level: 1 },
    data: { kind: 'boundaries' },
    classes: { method: 'manual', breaks: [], open: 'none' },
    labels: { show: 'none', lang: 'en' },
    view: null,
    selected: null,
    selectedLevel: null,
  };
}

export function toValues({ spec, values }: MapFacts): MapValuesAnswer {
  const colours = coloursOf(spec);
  const classes = Math.max(1, spec.classes.breaks.length - 1);
  return {
    spec,
    values: values && Object.fromEntries(values),
    colours: { light: colours(classes, false), dark: colours(classes, true) },
  };
}

/** What every file of a map says about itself. */
function notesOf(facts: MapFacts, { lang = facts.spec.lang }: PictureQuery, link: string): FileNotes {
  const { definition, summary, sources } = describeMap(facts, lang);
  return [
    ['title', facts.spec.title],
    ['status', facts.spec.status],
    ['definition', definition],
    ['summary', summary],
    ['boundaries', `${facts.boundary.dataset} ${facts.boundary.version}`],
    ...(facts.data ? ([['data', `${facts.data.dataset} ${facts.data.version}`]] as FileNotes) : []),
    ...(facts.people ? ([['population', `${facts.people.dataset} ${facts.people.version}`]] as FileNotes) : []),
    ['sources', sources.join('; ').replace(/[\u2068\u2069]/g, '')],
    ['disclaimer', disclaimers(boundsOf(facts.spec, facts.table), lang).join(' ')],
    ['link', link],
  ];
}
