/** Series over HTTP: begun as a job, watched, stopped; fetched by what was asked, so that whoever may not see the map any more gets nothing. */
import type { Request, RequestHandler } from 'express';
import type { Cleared } from '../../contract/maps/clearance.ts';
import type { MapSpec } from '../../contract/maps/map.ts';
import type { SeriesForm } from '../../contract/maps/paper.ts';
import { seriesRoutes as routes, type SeriesBody, type SeriesPlanQuery, type SeriesQuery } from '../../contract/maps/series.ts';
import { datasetsOf } from '../../contract/maps/map.ts';
import type { DatasetId } from '../../contract/ids.ts';
import { toAddress } from '../../contract/paths.ts';
import { mayReadDrafts } from '../../catalogue/visible.ts';
import { ConflictError, NotFoundError } from '../../errors.ts';
import { networkOf } from '../../http/network.ts';
import { toDisposition } from '../../http/send.ts';
import type { Authorize } from '../../http/request.ts';
import { page, reply, serve, showing, type Served } from '../../http/serve.ts';
import { problemText } from '../../words/problems.ts';
import type { FactsAsOf } from '../asOf.ts';
import { mapLinks } from '../links.ts';
import { forOtherPages } from '../routes.ts';
import type { Maps } from '../service.ts';
import { MISSING } from '../sheet/routes.ts';
import type { SeriesJobs } from './jobs.ts';
import type { Series } from './make.ts';

/** With its cover these are three sheets, which nobody waits for. */
const AT_ONCE = 2;
const MEDIA = { pdf: 'application/pdf', zip: 'application/zip' } as const;

/** A saved map, or one that nobody can have cleared. */
interface Shown {
  spec: MapSpec;
  cleared?: Cleared | null;
}

export interface ServeSeriesDeps {
  maps: Maps;
  factsAsOf: FactsAsOf;
  series: Pick<Series, 'find' | 'countParts' | 'make' | 'plan'>;
  /** Whether what sheets need is installed. */
  isReady: () => boolean;
}

/** What there can be, before one is begun. */
export function serveSeriesPlans({ maps, factsAsOf, series, isReady }: ServeSeriesDeps): Served[] {
  async function planOf(spec: MapSpec, { lang = spec.lang, ...asOf }: SeriesPlanQuery, goOn: () => void) {
    const whole = await factsAsOf(spec, asOf);
    goOn();
    return { choices: await series.plan(whole, lang), ready: isReady() };
  }
  return [
    serve(routes.planMapSeries, async ({ params: { id }, query, goOn }) => planOf((await maps.getMap(id)).spec, query, goOn), forOtherPages),
    serve(routes.planSeries, ({ query: { spec, ...query }, goOn }) => planOf(spec, query, goOn), forOtherPages),
  ];
}

/** @throws ConflictError `series.not-made` */
export function serveSeriesFiles({ maps, factsAsOf, series }: Omit<ServeSeriesDeps, 'isReady'>): Served[] {
  async function fileOf({ spec, cleared = null }: Shown, as: SeriesForm, query: SeriesQuery, link: string | null, goOn: () => void) {
    const whole = await factsAsOf(spec, query, cleared);
    goOn();
    let found = series.find(whole, as, query, link);
    if (!found) {
      if ((await series.countParts(whole, query)) > AT_ONCE) throw new ConflictError('series.not-made', problemText('series.not-made'));
      await series.make(whole, as, query, link, goOn);
      found = series.find(whole, as, query, link)!;
    }
    const { bytes, about } = found;
    const headers = {
      'Content-Disposition': toDisposition(about.name),
      ...(about.missing.length > 0 ? { [MISSING]: encodeURIComponent(about.missing.join('')), 'Access-Control-Expose-Headers': MISSING } : {}),
    };
    return page(bytes, MEDIA[as], { cache: 'minute', headers });
  }
  const saved = [
    ['pdf', routes.getSeriesPdf],
    ['zip', routes.getSeriesZip],
  ] as const;
  const unsaved = [
    ['pdf', routes.previewSeriesPdf],
    ['zip', routes.previewSeriesZip],
  ] as const;
  return [
    ...saved.map(([as, route]) =>
      serve(route, async ({ params: { id }, query, base, goOn }) => fileOf(await maps.getMap(id), as, query, mapLinks(base, id).page, goOn), forOtherPages),
    ),
    ...unsaved.map(([as, route]) => serve(route, ({ query: { spec, ...query }, goOn }) => fileOf({ spec }, as, query, null, goOn), forOtherPages)),
  ];
}

export interface SeriesJobsServed {
  maps: Maps;
  jobs: SeriesJobs;
  authorize: Authorize;
  /** @throws ForbiddenError where a page of another origin sent the request */
  requireOwnPage: (request: Request) => void;
}

/** Programs name no origin; browsers do, and pages of others may not put this server to work. */
const refusingOthers =
  (requireOwnPage: SeriesJobsServed['requireOwnPage']): RequestHandler =>
  (request, _response, next) => {
    if (request.headers.origin || request.headers['sec-fetch-site']) requireOwnPage(request);
    next();
  };

/** Those that begin one: of a saved map, of one that is not. */
export function serveSeriesStarts({ maps, jobs, authorize, requireOwnPage }: SeriesJobsServed): Served[] {
  async function start(request: Request, base: string, { spec, cleared = null }: Shown, asked: SeriesBody, id: string | null) {
    const { as, grey, ...query } = asked;
    const told = { ...query, ...(grey === undefined ? {} : { grey: grey ? '1' : '0' }) } as Record<string, string>;
    const name = as === 'pdf' ? 'Pdf' : 'Zip';
    const path = id === null ? toAddress(`previewSeries${name}`, {}, { ...told, spec: JSON.stringify(spec) }) : toAddress(`getSeries${name}`, { id }, told);
    const job = jobs.start(
      { spec, cleared, asked, link: id === null ? null : mapLinks(base, id).page },
      {
        href: base + path,
        address: networkOf(request.ip ?? ''),
        datasets: datasetsOf(spec),
        isMember: await mayReadDrafts(authorize, request, spec.boundary.dataset),
      },
    );
    return reply(job, { status: 202 });
  }
  const own = refusingOthers(requireOwnPage);
  return [
    serve(routes.startMapSeries, async ({ params: { id }, body, base, request }) => start(request, base, await maps.getMap(id), body, id), own),
    serve(routes.startSeries, ({ body: { spec, ...body }, base, request }) => start(request, base, { spec }, body, null), own),
  ];
}

/** Those that look after one. */
export function serveSeriesJobs({ jobs, requireOwnPage }: Pick<SeriesJobsServed, 'jobs' | 'requireOwnPage'>): Served[] {
  const about = {
    datasets: ({ params: { job } }: { params: { job: string } }) => [...jobs.datasetsOf(job)] as DatasetId[],
    unknown: () => new NotFoundError('series.unknown', problemText('series.unknown')),
  };
  return [
    showing<typeof routes.getSeries>(
      serve(routes.getSeries, ({ params: { job } }) => jobs.get(job)),
      about,
    ),
    showing<typeof routes.cancelSeries>(
      serve(routes.cancelSeries, ({ params: { job } }) => jobs.cancel(job), refusingOthers(requireOwnPage)),
      about,
    ),
  ];
}
