/** /api/v1/embeds…, /embed/{id}, /maps/{id} and /oembed: maps as pages, and maps in pages of others. */
import { Router, type Request, type Response } from 'express';
import { embedQuery, embedSpec, mapParams, oembedQuery, type EmbedSpec, type SavedEmbed } from '../contract/maps/map.ts';
import { InputError, NotFoundError } from '../errors.ts';
import { describeMap, localeOf } from './sentences.ts';
import type { MapFactsOf } from './findFacts.ts';
import type { Maps } from './service.ts';
import { FRAME_HEIGHT, mapLinks, snippetsOf } from './links.ts';
import { mapPage, noticePage, type Page } from './page.ts';
import type { Pictures } from './pictures.ts';
import { mapTable } from './table.ts';
import { forOtherPages } from './routes.ts';
import { parseBody, parseParams, parseQuery, publicUrlOf, type Authorize } from '../http/request.ts';
import { sendJson, sendText } from '../http/send.ts';
import { pageWord } from '../words/pages.ts';
import { readWidgetAssets } from './widgetAssets.ts';

export interface EmbedsRouterDeps {
  maps: Maps;
  factsOf: MapFactsOf;
  pictures: Pictures;
  authorize: Authorize;
  publicUrl: string | null;
  clientDir: string;
  now: () => Date;
}

const PLAIN: EmbedSpec = { hosts: [], theme: { mode: 'auto', accent: null, radius: 8, font: 'noto' }, lang: null, live: 'sight' };
/** Rows of the table inside the element; a page editor should still be able to read what it holds. */
const SNIPPET_ROWS = 25;
/** Address that the self-check asks for; no id has this form. */
export const CHECK_PATH = '/embed/self-check';
export const CHECK_HOST = 'https://self-check.invalid';

export function embedsRouter({ maps, factsOf, pictures, authorize, publicUrl, clientDir, now }: EmbedsRouterDeps): Router {
  const router = Router();
  const assets = readWidgetAssets(clientDir);

  async function answer(request: Request, embed: SavedEmbed) {
    const base = publicUrlOf(publicUrl, request);
    const facts = await factsOf((await maps.getMap(embed.map)).spec);
    const lang = embed.spec.lang ?? facts.spec.lang;
    const words = describeMap(facts, lang);
    // The map follows its data; what stands in the page of others stays as it was copied, and says of which day it is.
    const day = new Intl.DateTimeFormat(localeOf(lang), { dateStyle: 'long', timeZone: 'UTC' }).format(now());
    const { html } = mapTable(facts, lang, words.legendTitle, SNIPPET_ROWS, pageWord('asOf', lang, { date: day }));
    const snippets = snippetsOf({ base, embed, title: facts.spec.title, summary: words.summary, table: html });
    return { ...embed, src: `${base}/embed/${embed.id}`, snippets };
  }

  router.get('/api/v1/maps/:id/embeds', async (request, response) => {
    await authorize(request, 'map.write');
    const embeds = await maps.listEmbeds(parseParams(mapParams, request).id);
    await sendJson(request, response, { embeds: await Promise.all(embeds.map((embed) => answer(request, embed))) }, 'never');
  });

  router.post('/api/v1/maps/:id/embeds', async (request, response) => {
    const { name } = await authorize(request, 'map.write');
    const embed = await maps.createEmbed(parseParams(mapParams, request).id, parseBody(embedSpec, request), name);
    await sendJson(request, response, await answer(request, embed), 'never', 201);
  });

  router.put('/api/v1/embeds/:id', async (request, response) => {
    await authorize(request, 'map.write');
    const embed = await maps.changeEmbed(parseParams(mapParams, request).id, parseBody(embedSpec, request));
    await sendJson(request, response, await answer(request, embed), 'never');
  });

  router.delete('/api/v1/embeds/:id', async (request, response) => {
    await authorize(request, 'map.write');
    await sendJson(request, response, await answer(request, await maps.endEmbed(parseParams(mapParams, request).id)), 'never');
  });

  /** The page of a map, as it stands alone or in a frame. */
  async function makePage(request: Request, id: string, mapId: string, spec: EmbedSpec, framed: boolean): Promise<Page> {
    const query = parseQuery(embedQuery, request);
    const facts = await factsOf((await maps.getMap(mapId)).spec);
    const lang = query.lang ?? spec.lang ?? facts.spec.lang;
    const base = publicUrlOf(publicUrl, request);
    const links = mapLinks(base, mapId);
    // Where every byte counts the picture is the map; the reader can still ask for more by `?live=`.
    const still = query.static || (request.get('save-data') === 'on' && !query.live);
    const { dataset, version, artifacts } = facts.boundary;
    return mapPage({
      id,
      framed,
      facts,
      words: describeMap(facts, lang),
      picture: await pictures.inline(facts, lang),
      lang,
      theme: { ...spec.theme, mode: query.theme ?? spec.theme.mode },
      live: still ? 'never' : (query.live ?? spec.live),
      hosts: spec.hosts,
      links,
      assets,
      tilejson: artifacts.some(({ kind }) => kind === 'pmtiles') ? `/tiles/${dataset}/${version}.json` : null,
      oembed: `${base}/oembed?url=${encodeURIComponent(framed ? `${base}/embed/${id}` : links.page)}`,
    });
  }

  function send(request: Request, response: Response, { html, styleHash }: Page, ancestors: string, status = 200): Promise<void> {
    response.setHeader('Content-Security-Policy', policyOf(styleHash, ancestors));
    response.vary('Save-Data');
    return sendText(request, response, html, 'text/html; charset=utf-8', status === 200 ? 'revalidate' : 'never', status);
  }

  router.get('/maps/:id', async (request, response) => {
    const { id } = parseParams(mapParams, request);
    await send(request, response, await makePage(request, id, id, PLAIN, false), "'none'");
  });

  router.get(CHECK_PATH, (request, response) => {
    freeFrames(response);
    return send(request, response, noticePage('en', 'gone', null), ancestorsOf([CHECK_HOST]));
  });

  router.get('/embed/:id', async (request, response) => {
    freeFrames(response);
    const { lang } = parseQuery(embedQuery, request);
    const embed = await maps.getEmbed(parseParams(mapParams, request).id).catch((error: unknown) => {
      if (error instanceof NotFoundError) return null;
      throw error;
    });
    const map = embed && (await maps.getMap(embed.map).catch(() => null));
    if (!embed || !map) return send(request, response, noticePage(lang ?? 'en', 'gone', null), '*', 404);
    const { hosts } = embed.spec;
    response.vary('Referer');
    response.vary('Sec-Fetch-Dest');
    if (isRefused(request, hosts, publicUrlOf(publicUrl, request))) {
      const own = lang ?? embed.spec.lang ?? map.spec.lang;
      const link = { href: mapLinks(publicUrlOf(publicUrl, request), map.id).page, text: map.spec.title };
      return send(request, response, noticePage(own, 'refused', link), '*', 403);
    }
    return send(request, response, await makePage(request, embed.id, map.id, embed.spec, true), ancestorsOf(hosts));
  });

  router.get('/oembed', forOtherPages, async (request, response) => {
    const { url, maxwidth = 800, maxheight = FRAME_HEIGHT, format = 'json' } = parseQuery(oembedQuery, request);
    if (format !== 'json') throw new InputError('oembed.format', 'oEmbed is answered as JSON here; leave `format` out.');
    const [, kind, id] = /^\/(maps|m|embed)\/([a-z2-9]{6,20})$/.exec(new URL(url).pathname) ?? [];
    const base = publicUrlOf(publicUrl, request);
    if (!id || new URL(url).origin !== new URL(base).origin) throw new NotFoundError('oembed.unknown', 'This is not the address of a map of this server.');
    // An address of a map alone gives no leave to frame it: an embed that is open to everybody does.
    const embed = kind === 'embed' ? await maps.getEmbed(id) : (await maps.listEmbeds(id)).find(({ spec }) => spec.hosts.length === 0);
    const map = await maps.getMap(embed?.map ?? id);
    const facts = await factsOf(map.spec);
    const { title } = map.spec;
    const [width, height] = [Math.min(800, maxwidth), Math.min(FRAME_HEIGHT, maxheight)];
    const links = mapLinks(base, map.id);
    const common = {
      version: '1.0',
      title,
      provider_name: 'Codmap',
      provider_url: base,
      cache_age: 3600,
      thumbnail_url: links.social,
      thumbnail_width: 1200,
      thumbnail_height: 630,
      width,
      height,
    };
    const words = describeMap(facts, facts.spec.lang);
    const body = embed
      ? { type: 'rich', ...common, html: snippetsOf({ base, embed, title, summary: words.summary, table: '', height }).iframe }
      : { type: 'photo', ...common, url: `${links.page}.png?width=${Math.max(120, width)}&height=${Math.max(120, height)}` };
    await sendJson(request, response, body, 'minute');
  });

  // Scripts that pages of others load; everything else of the client stays for our own pages.
  router.use('/widget', forOtherPages);
  return router;
}

/** A frame is what this page is for: the header that forbids frames goes, the policy says who may. */
function freeFrames(response: Response): void {
  response.removeHeader('X-Frame-Options');
  response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
}

/** Our own pages always may: the share panel shows what it is about to give away. */
export const ancestorsOf = (hosts: string[]) => (hosts.length === 0 ? '*' : `'self' ${hosts.join(' ')}`);

const policyOf = (styleHash: string, ancestors: string) =>
  `default-src 'none'; script-src 'self'; style-src 'self' ${styleHash}; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors ${ancestors}`;

/**
 * Whether a frame is on a page that is known not to be allowed, so that words can be shown instead of a blank. This protects nothing
 * (`frame-ancestors` does): a page that sends no Referer gets the real answer, which the browser then refuses to show.
 */
export function isRefused(request: Pick<Request, 'get'>, hosts: string[], base: string): boolean {
  const from = request.get('referer');
  if (hosts.length === 0 || !from || !URL.canParse(from) || !/^(iframe|frame|embed|object)$/.test(request.get('sec-fetch-dest') ?? '')) return false;
  const { origin } = new URL(from);
  return origin !== new URL(base).origin && !hosts.some((host) => matchesHost(origin, host));
}

/** CSP 3 §6.7.2.8 for the two forms that an embed may list. */
export function matchesHost(origin: string, host: string): boolean {
  if (!host.includes('*.')) return new URL(host).origin === origin;
  const [asked, pattern] = [new URL(origin), new URL(host.replace('*.', ''))];
  return asked.protocol === pattern.protocol && asked.port === pattern.port && asked.hostname.endsWith(`.${pattern.hostname}`);
}
