/** Maps as pages, and maps in pages of others. */
import type { Request, Response } from 'express';
import type { z } from 'zod';
import type { embedQuery, EmbedSpec, SavedEmbed } from '../../contract/maps/map.ts';
import { PRINT_LANGS, type PrintLang } from '../../contract/languages.ts';
import { mapRoutes as routes } from '../../contract/maps/routes.ts';
import { pathOf, toAddress } from '../../contract/paths.ts';
import { ForbiddenError, InputError, NotFoundError, orNull } from '../../errors.ts';
import { describeMap } from '../sentences.ts';
import { languageOf, say } from '../../words/words.ts';
import type { MapFactsOf } from '../findFacts.ts';
import type { Maps } from '../service.ts';
import { FRAME_HEIGHT, inLang, mapLinks, snippetsOf } from '../links.ts';
import { mapPage, noticePage, type Page } from '../page.ts';
import type { Pictures } from '../pictures.ts';
import { mapTable } from '../table.ts';
import { forOtherPages } from '../routes.ts';
import { ADDRESS_OF_MAP } from '../shown.ts';
import { page, serve, serveAbout, type Closed, type Served } from '../../http/serve.ts';
import { readWidgetAssets } from './assets.ts';

export interface ServeEmbedsDeps {
  maps: Maps;
  factsOf: MapFactsOf;
  pictures: Pictures;
  clientDir: string;
  /** Whether what sheets need is installed. */
  hasSheets: () => boolean;
  now: () => Date;
}

const PLAIN: EmbedSpec = { hosts: [], theme: { mode: 'auto', accent: null, radius: 8, font: 'noto' }, lang: null, live: 'sight' };
/** Address that the self-check asks for; no id has this form. */
export const CHECK_PATH = pathOf('checkEmbeds');
export const CHECK_HOST = 'https://self-check.invalid';

/** What a page depends on beside the map. */
interface AskedPage {
  request: Request;
  query: z.output<typeof embedQuery>;
  base: string;
  goOn: () => void;
}

export function serveEmbeds({ maps, factsOf, pictures, clientDir, hasSheets, now }: ServeEmbedsDeps): Served[] {
  const assets = readWidgetAssets(clientDir);
  const aboutMap = ({ params: { id } }: { params: { id: string } }) => maps.aboutMap(id);
  const aboutEmbed = ({ params: { id } }: { params: { id: string } }) => maps.aboutEmbed(id);

  async function answer(base: string, embed: SavedEmbed) {
    const map = await maps.getMap(embed.map);
    const facts = await factsOf(map.spec, map.cleared);
    const lang = embed.spec.lang ?? facts.spec.lang;
    const words = describeMap(facts, lang);
    // The map follows its data; what stands in the page of others stays as it was copied, and says of which day it is.
    const day = new Intl.DateTimeFormat(languageOf(lang).locale, { dateStyle: 'long', timeZone: 'UTC' }).format(now());
    const { html } = mapTable(facts, lang, words.legendTitle, Infinity, say(lang, 'page.asOf', { date: day }));
    const snippets = snippetsOf({ base, embed, title: words.title, summary: words.summary, table: html, lang, own: facts.spec.lang });
    return { ...embed, src: `${base}/embed/${embed.id}`, snippets };
  }

  /** The page of a map, as it stands alone or in a frame. */
  async function makePage({ request, query, base, goOn }: AskedPage, id: string, mapId: string, spec: EmbedSpec, framed: boolean): Promise<Page> {
    const map = await maps.getMap(mapId);
    const facts = await factsOf(map.spec, map.cleared);
    const lang = query.lang ?? spec.lang ?? facts.spec.lang;
    const links = mapLinks(base, mapId);
    // Where every byte counts the picture is the map; the reader can still ask for more by `?live=`.
    const still = query.static || (request.get('save-data') === 'on' && !query.live);
    const { dataset, version, artifacts } = facts.boundary;
    return mapPage({
      id,
      framed,
      facts,
      words: describeMap(facts, lang),
      picture: pictures.inline(facts, lang, goOn),
      lang,
      theme: { ...spec.theme, mode: query.theme ?? spec.theme.mode },
      live: still ? 'never' : (query.live ?? spec.live),
      hosts: spec.hosts,
      links,
      assets,
      hasSheets: hasSheets(),
      tilejson: artifacts.some(({ kind }) => kind === 'pmtiles') ? toAddress('getTilejson', { dataset, version }) : null,
      oembed: `${base}/oembed?url=${encodeURIComponent(`${framed ? `${base}/embed/${id}` : links.page}${query.lang ? `?lang=${query.lang}` : ''}`)}`,
    });
  }

  function framed(response: Response, { html, styleHash }: Page, ancestors: string | null, status = 200) {
    response.vary('Save-Data');
    const headers = { 'Content-Security-Policy': policyOf(styleHash, ancestors) };
    return page(html, 'text/html', { status, headers, cache: status === 200 ? 'revalidate' : 'never' });
  }

  /** The page, or that its source has become sensitive since and is no longer counted so. */
  async function showPage(
    asked: Parameters<typeof makePage>[0] & { response: Response; closed: Closed },
    id: string,
    mapId: string,
    spec: EmbedSpec,
    inFrame: boolean,
  ) {
    const ancestors = inFrame ? ancestorsOf(spec.hosts) : "'none'";
    const { closed } = asked;
    if (closed !== null) {
      const lang = asked.query.lang ?? spec.lang ?? (await maps.getMap(mapId)).spec.lang;
      // Of what is not even told to be there, a map is one that is no more.
      return framed(asked.response, noticePage(lang, closed === 'hidden' ? 'gone' : 'restricted', null), ancestors, closed === 'hidden' ? 404 : 403);
    }
    try {
      return framed(asked.response, await makePage(asked, id, mapId, spec, inFrame), ancestors);
    } catch (error) {
      if (!(error instanceof ForbiddenError)) throw error;
      const lang = asked.query.lang ?? spec.lang ?? (await maps.getMap(mapId)).spec.lang;
      return framed(asked.response, noticePage(lang, 'closed', null), ancestors, 403);
    }
  }

  return [
    serveAbout(routes.listEmbeds, aboutMap, async ({ params: { id }, base }) => ({
      embeds: await Promise.all((await maps.listEmbeds(id)).map((embed) => answer(base, embed))),
    })),
    serveAbout(routes.createEmbed, aboutMap, async ({ params: { id }, body, actor, base }) => answer(base, await maps.createEmbed(id, body, actor.name))),
    serveAbout(routes.changeEmbed, aboutEmbed, async ({ params: { id }, body, base }) => answer(base, await maps.changeEmbed(id, body))),
    serveAbout(routes.endEmbed, aboutEmbed, async ({ params: { id }, base }) => answer(base, await maps.endEmbed(id))),

    serve(routes.showMap, async (asked) => {
      const { id } = asked.params;
      return showPage(asked, id, id, PLAIN, false);
    }),

    serve(routes.checkEmbeds, ({ response }) => {
      freeFrames(response);
      return framed(response, noticePage('en', 'gone', null), ancestorsOf([CHECK_HOST]));
    }),

    serve(routes.showEmbed, async (asked) => {
      const { query, base, request, response } = asked;
      freeFrames(response);
      const { lang } = query;
      const embed = await orNull(maps.getEmbed(asked.params.id));
      const map = embed && (await maps.getMap(embed.map).catch(() => null));
      if (!embed || !map) return framed(response, noticePage(lang ?? 'en', 'gone', null), null, 404);
      const { hosts } = embed.spec;
      response.vary('Referer');
      response.vary('Sec-Fetch-Dest');
      // Its title is not told either of what is closed.
      if (asked.closed === null && isRefused(request, hosts, base)) {
        const own = lang ?? embed.spec.lang ?? map.spec.lang;
        const link = { href: mapLinks(base, map.id).page, text: map.spec.title };
        return framed(response, noticePage(own, 'refused', link), null, 403);
      }
      return showPage(asked, embed.id, map.id, embed.spec, true);
    }),

    serve(
      routes.getOembed,
      async ({ query: { url, maxwidth = 800, maxheight = FRAME_HEIGHT, format = 'json' }, base }) => {
        if (format !== 'json') throw new InputError('oembed.format', 'oEmbed is available as JSON only; leave out `format`.');
        const [, kind, id] = ADDRESS_OF_MAP.exec(new URL(url).pathname) ?? [];
        if (!id || new URL(url).origin !== new URL(base).origin) throw new NotFoundError('oembed.unknown', 'This is not the address of a map on this server.');
        // An address of a map alone gives no leave to frame it: an embed that is open to everybody does.
        const embed = kind === 'embed' ? await maps.getEmbed(id) : (await maps.listEmbeds(id)).find(({ spec }) => spec.hosts.length === 0);
        const map = await maps.getMap(embed?.map ?? id);
        const facts = await factsOf(map.spec, map.cleared);
        const [width, height] = [Math.min(800, maxwidth), Math.min(FRAME_HEIGHT, maxheight)];
        const links = mapLinks(base, map.id);
        const own = facts.spec.lang;
        const lang = langOf(url) ?? embed?.spec.lang ?? own;
        const words = describeMap(facts, lang);
        const { title } = words;
        const common = {
          version: '1.0',
          title,
          provider_name: 'Codmap',
          provider_url: base,
          cache_age: 60,
          thumbnail_url: inLang(links.social, lang, own),
          thumbnail_width: 1200,
          thumbnail_height: 630,
          width,
          height,
        };
        const body = embed
          ? { type: 'rich', ...common, html: snippetsOf({ base, embed, title, summary: words.summary, table: '', height, lang, own }).iframe }
          : { type: 'photo', ...common, url: inLang(`${links.page}.png?width=${Math.max(120, width)}&height=${Math.max(120, height)}`, lang, own) };
        return JSON.stringify(body);
      },
      forOtherPages,
    ),
  ];
}

/** The language that an address asks for; a word that is none is passed over, as an address of a page may have a language that only the page has. */
const langOf = (url: string): PrintLang | null => PRINT_LANGS.find((lang) => lang === new URL(url).searchParams.get('lang')) ?? null;

/** A frame is what this page is for: the header that forbids frames goes, the policy says who may. */
function freeFrames(response: Response): void {
  response.removeHeader('X-Frame-Options');
  // In a page that had a frame of this server before it cannot be kept, and browsers warn of it in the console of the page around.
  response.removeHeader('Origin-Agent-Cluster');
  response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
}

/**
 * Our own pages always may: the share panel shows what it is about to give away. null where everybody may: `*` stands for the schemes of the
 * web only (CSP 3 §6.7.2.8), and would shut out files opened from a disk and the previews of editors.
 */
export const ancestorsOf = (hosts: string[]): string | null => (hosts.length === 0 ? null : `'self' ${hosts.join(' ')}`);

const policyOf = (styleHash: string, ancestors: string | null) =>
  `default-src 'none'; script-src 'self'; style-src 'self' ${styleHash}; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'${ancestors === null ? '' : `; frame-ancestors ${ancestors}`}`;

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
