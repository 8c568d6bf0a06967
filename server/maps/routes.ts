/** Saved maps; their pictures and files; the same for a map that is not stored. */
import type { Request, RequestHandler } from 'express';
import type { MapFacts } from './facts.ts';
import type { Cleared } from '../contract/maps/clearance.ts';
import { hasCircles } from '../contract/maps/circles.ts';
import { datasetsOf, type MapSpec, type MapValuesAnswer, type PictureQuery, type SavedMap } from '../contract/maps/map.ts';
import { classColours } from '../contract/maps/palette.ts';
import { mapRoutes as routes } from '../contract/maps/routes.ts';
import type { PrintLang } from '../contract/languages.ts';
import type { AsOfQuery } from '../contract/datasets/asOf.ts';
import { toBoundariesId, toIso3, type Iso3, type VersionTag } from '../contract/ids.ts';
import { toAddress } from '../contract/paths.ts';
import { disclaimerLines, unsaidIn } from '../disclaimers/notes.ts';
import type { Publisher } from '../disclaimers/publishers.ts';
import { unroll } from '../geometry/box.ts';
import { languageOf } from '../words/words.ts';
import { boundsOf } from './render/picture.ts';
import { labelText } from './render/labels.ts';
import { describeMap, numberWriter } from './sentences.ts';
import type { FileNotes } from './files.ts';
import { exportMapCsv, exportMapGeoJson, exportNotes } from './files.ts';
import { createFactsAsOf } from './asOf.ts';
import { holds, type FindTag } from './clearance/versions.ts';
import type { StoredMap } from './store.ts';
import type { MapFactsOf } from './findFacts.ts';
import type { Maps } from './service.ts';
import { mapLinks } from './links.ts';
import type { Pictures } from './pictures.ts';
import { ADMITTED, isAllowed, type Admit, type Authorize } from '../http/request.ts';
import { CACHE } from '../http/cache.ts';
import { policyOf, toDisposition } from '../http/send.ts';
import { page, SENT, serve, serveAbout, type Asked, type Served } from '../http/serve.ts';
import type { Datasets } from '../catalogue/datasets.ts';
import type { RoleOf } from '../catalogue/staff.ts';
import { dayInName, mayReadDrafts } from '../catalogue/visible.ts';
import { refuseLarge } from './render/size.ts';
import type { Presence } from '../presence/service.ts';
import { liveLayer } from './overlays/live.ts';
import { sayUnit } from './unit.ts';

export interface ServeMapsDeps {
  maps: Maps;
  factsOf: MapFactsOf;
  pictures: Pictures;
  datasets: Pick<Datasets, 'getVersion' | 'getDataset' | 'findAsOf'>;
  presence: Pick<Presence, 'isSensitive' | 'listOrganisations'>;
  authorize: Authorize;
  /** Absent: everybody may receive everything. */
  admit?: Admit | undefined;
  /** What strangers are told in the place of a name. */
  roleOf: RoleOf;
  findTag: FindTag;
  publisher: Publisher;
}

const FILES = [
  ['svg', routes.getMapSvg, routes.previewSvg],
  ['png', routes.getMapPng, routes.previewPng],
  ['csv', routes.getMapCsv, routes.previewCsv],
  ['txt', routes.getMapTxt, routes.previewTxt],
  ['geojson', routes.getMapGeojson, routes.previewGeojson],
] as const;
type Format = (typeof FILES)[number][0];

/** Pictures stand on pages of others: as image, or fetched. Nothing of a person is in them. */
export const forOtherPages: RequestHandler = (_request, response, next) => {
  response.setHeader('Access-Control-Allow-Origin', '*');
  response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
  next();
};

export function serveMaps({
  maps,
  factsOf,
  pictures,
  datasets,
  presence,
  authorize,
  findTag,
  publisher,
  admit = async () => ADMITTED,
  roleOf,
}: ServeMapsDeps): Served[] {
  const boundariesOf = async (iso3: Iso3, { date, known }: AsOfQuery) => {
    const id = toBoundariesId(iso3);
    const tag = date === undefined && known === undefined ? 'current' : (await datasets.findAsOf(id, { date, known })).version;
    return { version: await datasets.getVersion(id, tag), names: (await datasets.getDataset(id)).countryNames };
  };
  const factsAsOf = createFactsAsOf({ factsOf, findAsOf: datasets.findAsOf });
  const savedAsOf = async (id: string, day: AsOfQuery) => {
    const { spec, cleared } = await maps.getMap(id);
    return factsAsOf(spec, day, cleared);
  };
  /** Strangers are told the classes that what is told makes. @throws ForbiddenError where a sensitive source is counted in a way that is closed to them */
  const toldSpec = async (spec: MapSpec): Promise<MapSpec> =>
    spec.data.kind === 'presence' && (await presence.isSensitive(spec.data.dataset)) ? { ...spec, classes: (await factsOf(spec)).spec.classes } : spec;
  async function maySave(request: Request, { spec }: SavedMap): Promise<boolean> {
    for (const dataset of datasetsOf(spec)) if (!(await admit(request, dataset)).isAdmitted) return false;
    return isAllowed(authorize, request, 'map.write', spec.boundary.dataset);
  }
  const aboutMap = ({ params: { id } }: { params: { id: string } }) => maps.aboutMap(id);
  const clearanceOf = async ({ spec, cleared }: StoredMap) => cleared && { ...cleared, holds: await holds(cleared, spec, findTag) };
  const answer = async (base: string, map: StoredMap) => {
    const { cleared: _, ...saved } = map;
    return { ...saved, clearance: await clearanceOf(map), links: mapLinks(base, map.id) };
  };
  /** With what whoever makes the map is to know. */
  const told = async (base: string, map: StoredMap) => {
    const { boundary, view } = map.spec;
    const box = view ?? (await datasets.getVersion(boundary.dataset, boundary.version)).bbox;
    return { ...(await answer(base, map)), unsaid: box ? unsaidIn(publisher, unroll(box)) : [] };
  };
  /** Names are for members; when it was cleared is for everybody. */
  const toldToAll = async (base: string, map: StoredMap) => {
    const { clearance, ...saved } = await answer(base, map);
    const about = map.spec.boundary.dataset;
    const by = map.createdBy === null ? null : roleOf(map.createdBy, about, map.createdAt);
    const [spec, createdBy] = await Promise.all([toldSpec(map.spec), by]);
    return { ...saved, spec, createdBy, clearance: clearance && { ...clearance, by: null } };
  };

  async function fileOf(
    asked: Pick<Asked<unknown>, 'request' | 'goOn'>,
    { spec, cleared = null }: { spec: MapSpec; cleared?: Cleared | null },
    format: Format,
    query: PictureQuery & AsOfQuery,
    name: string,
    link: string,
  ) {
    if (format === 'png') refuseLarge(query, await mayReadDrafts(authorize, asked.request, spec.boundary.dataset));
    const facts = await factsAsOf(spec, query, cleared);
    asked.goOn();
    const cache = 'minute' as const;
    if (format === 'svg') {
      // Opened by itself the file is a page of this server: nothing in it may run.
      const headers = { 'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'" };
      return page(await pictures.svg(facts, query), 'image/svg+xml', { cache, headers });
    }
    if (format === 'png') return page(await pictures.png(facts, query, asked.goOn), 'image/png', { cache });
    const notes = notesOf(facts, query, link);
    const stem = `${toIso3(facts.boundary.dataset).toLowerCase()}_adm${facts.table.level}_${name}${dayInName(facts.asOf)}`;
    const headers = { 'Content-Disposition': toDisposition(`${stem}.${format}`) };
    if (format === 'csv') {
      // A program that fetches the table finds what it counts; RFC 8288.
      const Link = `<${asked.request.originalUrl.replace(/\.csv(?=$|\?)/, '.txt')}>; rel="describedby"; type="text/plain"`;
      return page(exportMapCsv(facts), 'text/csv', { cache, headers: { ...headers, Link } });
    }
    return format === 'txt'
      ? page(exportNotes(notes), 'text/plain; charset=utf-8', { cache, headers })
      : page(exportMapGeoJson(facts, stem, notes), 'application/geo+json', { cache, headers });
  }

  return [
    serve(routes.listMaps, async ({ base, request }) => {
      const own = await Promise.all((await maps.listMaps()).map(async (map) => ((await maySave(request, map)) ? [await answer(base, map)] : [])));
      return { maps: own.flat() };
    }),
    serveAbout(
      routes.createMap,
      ({ body: { spec } }) => [spec.boundary.dataset],
      async ({ body: { spec }, actor, base }) => {
        return told(base, await maps.createMap(spec, actor.name));
      },
    ),
    serve(routes.getMap, async ({ params: { id }, base, request }) => {
      const map = await maps.getMap(id);
      return (await mayReadDrafts(authorize, request, map.spec.boundary.dataset)) ? told(base, map) : toldToAll(base, map);
    }),
    serveAbout(
      routes.changeMap,
      async ({ params: { id }, body: { spec } }) => [...(await maps.aboutMap(id)), spec.boundary.dataset],
      async ({ params: { id }, body: { spec }, base, actor }) => {
        return told(base, await maps.changeMap(id, spec, actor.name));
      },
    ),
    serveAbout(routes.deleteMap, aboutMap, async ({ params: { id }, base }) => answer(base, await maps.deleteMap(id))),
    serveAbout(routes.restoreMap, aboutMap, async ({ params: { id }, base }) => answer(base, await maps.restoreMap(id))),
    serveAbout(routes.duplicateMap, aboutMap, async ({ params: { id }, actor, base }) => answer(base, await maps.duplicateMap(id, actor.name))),

    serveAbout(routes.clearMap, aboutMap, async ({ params: { id }, body: { updatedAt }, actor, base }) =>
      told(base, await maps.clearMap(id, updatedAt, actor.name)),
    ),
    serveAbout(routes.withdrawClearance, aboutMap, async ({ params: { id }, actor, base }) => told(base, await maps.withdrawClearance(id, actor.name))),

    serve(routes.getMapValues, async ({ params: { id }, query }) => toValues(await savedAsOf(id, query), query.lang)),
    serve(routes.getMapUnit, async ({ params: { id, pcode }, query: { lang, ...day } }) => {
      const facts = await savedAsOf(id, day);
      return sayUnit({ facts, presence }, pcode, lang ?? facts.spec.lang);
    }),
    serve(routes.getMapShapes, async ({ params: { id }, query }) => {
      const facts = await savedAsOf(id, query);
      // Written once and kept as text.
      return page(await pictures.shapes(facts), 'application/json', { cache: 'minute' });
    }),

    serve(routes.showMapShort, async ({ params, response }) => {
      const { id } = await maps.getMap(params.id);
      response.setHeader('Cache-Control', CACHE[policyOf(response, 'revalidate')]);
      response.redirect(302, toAddress('showMap', { id }));
      return SENT;
    }),

    // Before the page of a map, whose id would take the ending with it.
    ...FILES.flatMap(([format, ofMap, ofSpec]) => [
      serve(
        ofMap,
        async ({ params: { id }, query, base, request, goOn }) => fileOf({ request, goOn }, await maps.getMap(id), format, query, id, mapLinks(base, id).page),
        forOtherPages,
      ),
      serve(
        ofSpec,
        ({ query: { spec, ...query }, base, request, goOn }) => fileOf({ request, goOn }, { spec }, format, query, spec.data.kind, base),
        forOtherPages,
      ),
    ]),

    serve(
      routes.getCountrySvg,
      async ({ params: { iso3 }, query }) => {
        const found = await boundariesOf(iso3, query);
        return pictures.country(found, query, () => factsOf(countrySpec(iso3, found.version.version)));
      },
      forOtherPages,
    ),
  ];
}

function countrySpec(iso3: Parameters<typeof toBoundariesId>[0], version: VersionTag): MapSpec {
  return {
    spec: 1,
    title: iso3,
    lang: 'en',
    status: 'cleared',
    boundary: { dataset: toBoundariesId(iso3), version, level: 1 },
    data: { kind: 'boundaries' },
    classes: { method: 'manual', breaks: [], open: 'none', whole: false },
    layers: [],
    labels: { show: 'none', lang: 'en', values: false },
    view: null,
    selected: null,
    selectedLevel: null,
  };
}

export function toValues({ spec, values, possible, table, asOf, overlays, told }: MapFacts, lang: PrintLang = spec.lang): MapValuesAnswer {
  return {
    spec,
    ...(asOf ? { asOf } : {}),
    values: values && Object.fromEntries(values),
    ...(possible.size > 0 ? { possible: Object.fromEntries(possible) } : {}),
    ...(told ? { style: told.style } : {}),
    ...(told && told.partial.size > 0
      ? { partial: Object.fromEntries([...told.partial].map(([pcode, [known, of]]) => [pcode, [known, of] as [number, number]])) }
      : {}),
    colours: { light: classColours(spec, false), dark: classColours(spec, true) },
    layers: overlays.shown.map((overlay) => liveLayer(overlay, lang)),
    ...(hasCircles(spec) ? { places: Object.fromEntries(table.units.map(({ pcode, center }) => [pcode, [...center] as [number, number]])) } : {}),
    printed: spec.labels.values ? printedOf({ spec, values, table, told }, lang) : null,
  };
}

/** The largest first, as on pictures. */
function printedOf(
  { spec, values, table, told }: Pick<MapFacts, 'spec' | 'values' | 'table' | 'told'>,
  lang: PrintLang,
): NonNullable<MapValuesAnswer['printed']> {
  const numberOf = numberWriter({ spec, values, told }, lang);
  return table.units
    .toSorted((a, b) => b.areaSqKm - a.areaSqKm)
    .map((unit) => [unit.pcode, unit.center[0], unit.center[1], labelText(unit, spec.labels), numberOf(unit.pcode)]);
}

/** What every file of a map says about itself. */
function notesOf(facts: MapFacts, { lang = facts.spec.lang }: PictureQuery, link: string): FileNotes {
  const { title, definition, summary, states, sources } = describeMap(facts, lang);
  return [
    ['title', title.replace(/[\u2066-\u2069]/g, '')],
    ...(facts.spec.status === 'unmarked' ? [] : ([['status', facts.spec.status]] as FileNotes)),
    ...(facts.cleared ? ([['cleared', facts.cleared.at.slice(0, 10)]] as FileNotes) : []),
    ...states.map((state): FileNotes[number] => ['state', state.replace(/[\u2068\u2069]/g, '')]),
    ['definition', definition],
    ['summary', summary],
    ...(facts.asOf ? ([['as of', facts.asOf.date], ...(facts.asOf.known ? [['known', facts.asOf.known]] : [])] as FileNotes) : []),
    ['boundaries', `${facts.boundary.dataset} ${facts.boundary.version}`],
    ...(facts.data ? ([['data', `${facts.data.dataset} ${facts.data.version}`]] as FileNotes) : []),
    ...(facts.presence?.before?.version
      ? ([['compared with', `${facts.presence.before.version.dataset} ${facts.presence.before.version.version}`]] as FileNotes)
      : []),
    ...(facts.people ? ([['population', `${facts.people.dataset} ${facts.people.version}`]] as FileNotes) : []),
    ['sources', sources.join(languageOf(lang).semicolon).replace(/[\u2068\u2069]/g, '')],
    ['disclaimer', disclaimerLines(facts.publisher, boundsOf(facts.spec, facts.table), lang, 'long').join(' ')],
    ['link', link],
  ];
}
