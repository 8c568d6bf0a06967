/** Counts, records, lists and exports of 3W, and the decisions of people on what is doubtful. */
import { Router, type Request, type RequestHandler } from 'express';
import type { z } from 'zod';
import { type definitionQuery, type OntoQuery, toDefinition } from '../contract/presence/api.ts';
import { versionRef } from '../contract/datasets/api.ts';
import type { AsOfQuery, DataAsOfAnswer } from '../contract/datasets/asOf.ts';
import { isPublic, type DatasetVersion, type ShownVersion } from '../contract/datasets/dataset.ts';
import { PRESENCE, datasetId, toBoundariesId, toDatasetKind, toIso3, type DatasetId } from '../contract/ids.ts';
import { toAddress } from '../contract/paths.ts';
import type { CountDefinition } from '../contract/presence/presence.ts';
import { presenceRoutes as routes } from '../contract/presence/routes.ts';
import { orNull } from '../errors.ts';
import type { Datasets } from '../catalogue/datasets.ts';
import type { FindPolicy } from './policy.ts';
import type { Presence, PresenceRequest } from './service.ts';
import { serveTables } from './tableRoutes.ts';
import type { PresenceReview, StoredDecision } from './review.ts';
import { isKept, type CachePolicy } from '../http/cache.ts';
import { unknownVersion, type Admit, type Authorize } from '../http/request.ts';
import { keepPrivate } from '../http/send.ts';
import { page, reply, serve, showing, type Served } from '../http/serve.ts';
import { findVisibleAsOf, mayReadDrafts } from '../catalogue/visible.ts';

export interface ServePresenceDeps {
  datasets: Pick<Datasets, 'getVersion' | 'getDataset' | 'findAsOf'>;
  presence: Presence;
  review: PresenceReview;
  authorize: Authorize;
  findPolicy: FindPolicy;
}

/** `told`: of which day the answer is, where one was asked for. */
type AskedPresence = PresenceRequest & { cache: CachePolicy; told: { asOf?: DataAsOfAnswer } };

export function servePresence({ datasets, presence, review, authorize, findPolicy }: ServePresenceDeps): Served[] {
  /** Which version is asked, or held on a day, by whom, and how long the answer may be kept: a sensitive dataset's answers depend on who asks. */
  async function ask(request: Request, id: DatasetId, { version: ref, date, known }: OntoQuery): Promise<AskedPresence> {
    const { version, cache, told } = await findVisibleAsOf({ datasets, authorize }, request, id, ref, { date, known });
    const closed = (await findPolicy(id)) !== undefined;
    const trusted = !closed || (await mayReadDrafts(authorize, request, id));
    return { dataset: id, version: version.version, trusted, cache: closed ? 'never' : cache, told };
  }

  /**
   * The same on other boundaries: those that are asked for, else those of the day. What follows the current ones, or a decision on a place, is kept
   * no longer than these stand.
   */
  async function askOnto(request: Request, id: DatasetId, query: OntoQuery): Promise<AskedPresence> {
    const asked = await ask(request, id, query);
    const { asOf } = asked.told;
    const ground = asOf && query.boundaries === undefined ? await orNull(datasets.findAsOf(toBoundariesId(toIso3(id)), query)) : undefined;
    const onto = query.boundaries ?? ground?.version;
    const kept = onto !== undefined && isKept(asked.cache) ? 'revalidate' : asked.cache;
    return { ...asked, onto, cache: kept, told: asOf ? { asOf: ground === undefined ? asOf : { ...asOf, boundaries: ground } } : {} };
  }

  /** What to count, once it is known that all it names exists. */
  async function definitionOf(asked: PresenceRequest, query: z.output<typeof definitionQuery>): Promise<CountDefinition> {
    const definition = toDefinition(query);
    await presence.refuseUnknown(asked, definition);
    return definition;
  }

  /** Counted on other boundaries, it tells their codes too. */
  const onto = {
    datasets: ({ params: { id }, query }: { params: { id: DatasetId }; query: AsOfQuery & { boundaries?: unknown } }) =>
      query.boundaries === undefined && query.date === undefined && query.known === undefined ? [id] : [id, toBoundariesId(toIso3(id))],
  };

  const CSV = [
    ['hapi', routes.getHapiCsv],
    ['hxl', routes.getHxlCsv],
    ['records', routes.getRecordsCsv],
  ] as const;

  return [
    serve(routes.getPresence, async ({ params: { id }, query, request }) => {
      const asked = await ask(request, id, query);
      return reply({ ...(await presence.getOverview(asked)), ...asked.told }, asked);
    }),

    showing<typeof routes.getPresenceSummary>(
      serve(routes.getPresenceSummary, async ({ params: { id }, query, request }) => {
        const asked = await askOnto(request, id, query);
        return reply({ ...(await presence.summarize(asked, query.level, await definitionOf(asked, query))), ...asked.told }, asked);
      }),
      onto,
    ),

    showing<typeof routes.getPresenceColumns>(
      serve(routes.getPresenceColumns, async ({ params: { id }, query, request }) => {
        const asked = await askOnto(request, id, query);
        return reply({ ...(await presence.getColumns(asked)), ...asked.told }, asked);
      }),
      onto,
    ),

    serve(routes.listPresenceRecords, async ({ params: { id }, query, request }) => {
      const asked = await ask(request, id, query);
      const { limit, offset, pcode = null } = query;
      const { total, records, ...about } = await presence.listRecords(asked, await definitionOf(asked, query), { pcode, limit, offset });
      const after = offset + records.length;
      let next: string | null = null;
      if (after < total) {
        const url = new URL(request.originalUrl, 'http://here');
        url.searchParams.set('offset', String(after));
        next = url.pathname + url.search;
      }
      return reply({ ...about, total, records, next, ...asked.told }, asked);
    }),

    serve(routes.listOrganisations, async ({ params: { id }, query, request }) => {
      const asked = await ask(request, id, query);
      return reply({ ...(await presence.listOrganisations(asked, await definitionOf(asked, query), query.pcode ?? null)), ...asked.told }, asked);
    }),

    showing<typeof routes.getPresenceMatrix>(
      serve(routes.getPresenceMatrix, async ({ params: { id }, query, request }) => {
        const asked = await askOnto(request, id, query);
        return reply({ ...(await presence.getMatrix(asked, query.level, await definitionOf(asked, query))), ...asked.told }, asked);
      }),
      onto,
    ),

    ...CSV.map(([kind, route]) =>
      showing<typeof routes.getHapiCsv>(
        serve(route, async ({ params: { id }, query, request }) => {
          const asked = await askOnto(request, id, query);
          const bytes = await presence.writeCsv(asked, kind, await definitionOf(asked, query), query.pcode ?? null);
          const headers = { 'Content-Disposition': `attachment; filename="${asked.dataset}_${asked.version}_${kind}.csv"` };
          return page(bytes, 'text/csv', { cache: asked.cache, headers });
        }),
        onto,
      ),
    ),

    ...serveTables({ datasets, presence, ask: askOnto, onto, definitionOf }),

    serve(routes.getReview, ({ params: { id }, query: { version } }) => review.getReview(id, version)),

    serve(routes.listDecisions, async ({ params: { id } }) => ({ decisions: (await review.listDecisions(id)).map(withoutCountry) })),

    serve(routes.decide, async ({ params: { id }, body: { decisions }, actor }) => ({
      decisions: (await review.decide(id, decisions, actor.name)).map(withoutCountry),
    })),

    serve(routes.undoDecisions, async ({ params: { id }, body: { ids }, actor }) => ({ undone: await review.undo(id, ids, actor.name) })),

    serve(routes.applyDecisions, async ({ params: { id }, query: { version }, body, actor }) => {
      const job = await review.apply(id, version, body, actor.name);
      return reply({ job }, { headers: { Location: toAddress('getJob', { id: job }) } });
    }),

    serve(routes.listProfiles, async ({ params: { id } }) => ({ profiles: await review.listProfiles(id) })),

    serve(routes.saveProfile, async ({ params: { id }, query: { version }, body, actor }) => ({
      profiles: await review.saveProfile(id, version, body, actor.name),
    })),
  ];
}

const withoutCountry = ({ id, kind, subject, answer, by, at, undone }: StoredDecision) => ({ id, kind, subject, answer, by, at, undone });

/**
 * Stands before the routes of datasets: the workbook of a 3W (which may hold names of contacts) is for those who may read drafts,
 * and so are the records and the report of a sensitive one. One pattern for all that lies under a version, read by the router as it reads
 * theirs: an own expression for the report was passed by with capitals, an escaped letter or a slash at the end.
 */
export function presenceGuard({
  datasets,
  authorize,
  findPolicy,
  admit,
}: Pick<ServePresenceDeps, 'datasets' | 'authorize' | 'findPolicy'> & { admit: Admit }): RequestHandler {
  const router = Router();
  router.get('/datasets/:id/versions/:version/*rest', async (request, response, next) => {
    const { rest, ...params } = request.params;
    const id = datasetId.safeParse(params.id);
    const ref = versionRef.safeParse(params.version);
    if (!ref.success || !id.success || toDatasetKind(id.data) !== PRESENCE) return next();
    // Whoever may not have it is told so by the routes.
    const admission = await admit(request, id.data);
    if (!admission.isAdmitted && admission.hidden) throw unknownVersion(id.data, ref.data);
    if (!admission.isAdmitted) return next();
    const version = await datasets.getVersion(id.data, ref.data);
    // To strangers a draft does not exist; the routes say so.
    if (!isPublic(version)) return next();
    const file = rest.at(-1);
    const isSource = version.artifacts.some((artifact) => artifact.kind === 'source' && artifact.file === file);
    if (isSource || (await findPolicy(id.data)) !== undefined) {
      await authorize(request, 'draft.read', id.data);
      keepPrivate(response);
    }
    next();
  });
  return router;
}

/** A sensitive 3W tells strangers neither the name of its workbook, nor how many rows it has, nor anything of levels and findings beyond its tables. */
export function presenceRedaction({ findPolicy, authorize }: Pick<ServePresenceDeps, 'findPolicy' | 'authorize'>) {
  return async (request: Request, version: DatasetVersion): Promise<{ version: ShownVersion; closed: boolean }> => {
    const policy = toDatasetKind(version.dataset) === PRESENCE ? await findPolicy(version.dataset) : undefined;
    if (!policy || (await mayReadDrafts(authorize, request, version.dataset))) return { version, closed: policy !== undefined };
    const { rows: _, ...told } = version;
    const levels = version.status === 'current' ? version.levels.filter(({ level }) => level <= policy.deepestLevel) : [];
    // Neither are files told of, whose sizes say how much there is.
    return { version: { ...told, levels, report: null, artifacts: [] }, closed: true };
  };
}
