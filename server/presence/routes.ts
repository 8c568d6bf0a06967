/** /api/v1/presence…: counts, records, lists and exports of 3W, and the decisions of people on what is doubtful. */
import { Router, type Request, type RequestHandler } from 'express';
import type { z } from 'zod';
import {
  applyBody,
  columnsSaidBody,
  decisionsBody,
  type definitionQuery,
  languageQuery,
  policyBody,
  presenceParams,
  presenceVersionQuery,
  recordsQuery,
  summaryQuery,
  toDefinition,
  undoBody,
  unitFilterQuery,
} from '../contract/presence/api.ts';
import { versionParams, versionRef } from '../contract/datasets/api.ts';
import { isPublic, type DatasetVersion } from '../contract/datasets/dataset.ts';
import { datasetId, type DatasetId, type VersionTag } from '../contract/ids.ts';
import type { CountDefinition, PresenceRole, RoleGuess } from '../contract/presence/presence.ts';
import { localizeColumns, localizeQuestions } from '../words/columns.ts';
import type { Datasets } from '../catalogue/datasets.ts';
import type { Presence, PresenceRequest } from './service.ts';
import type { PresenceReview, StoredDecision } from './review.ts';
import type { CachePolicy } from '../http/cache.ts';
import { parseBody, parseParams, parseQuery, type Authorize } from '../http/request.ts';
import { keepPrivate, sendJson, sendText } from '../http/send.ts';
import { findVisible, mayReadDrafts } from '../catalogue/visible.ts';

export interface PresenceRouterDeps {
  datasets: Pick<Datasets, 'getVersion'>;
  presence: Presence;
  review: PresenceReview;
  authorize: Authorize;
}

export function presenceRouter({ datasets, presence, review, authorize }: PresenceRouterDeps): Router {
  const router = Router();

  /** Which version is asked, by whom, and how long the answer may be kept: a sensitive dataset's answers depend on who asks. */
  async function ask(request: Request, ref: VersionTag | 'current'): Promise<PresenceRequest & { cache: CachePolicy }> {
    const { id } = parseParams(presenceParams, request);
    const { version, cache } = await findVisible({ datasets, authorize }, request, id, ref);
    const closed = (await review.findPolicy(id)) !== undefined;
    const trusted = !closed || (await mayReadDrafts(authorize, request, id));
    return { dataset: id, version: version.version, trusted, cache: closed ? 'never' : cache };
  }

  /** What to count, once it is known that all it names exists. */
  async function definitionOf(asked: PresenceRequest, query: z.output<typeof definitionQuery>): Promise<CountDefinition> {
    const definition = toDefinition(query);
    await presence.refuseUnknown(asked, definition);
    return definition;
  }

  router.get('/presence/:id', async (request, response) => {
    const asked = await ask(request, parseQuery(presenceVersionQuery, request).version);
    // What is sensitive may change at any time.
    await sendJson(request, response, await presence.getOverview(asked), asked.cache === 'never' ? 'never' : 'minute');
  });

  router.get('/presence/:id/summary', async (request, response) => {
    const query = parseQuery(summaryQuery, request);
    const asked = await ask(request, query.version);
    await sendJson(request, response, await presence.summarize(asked, query.level, await definitionOf(asked, query)), shorter(asked.cache));
  });

  router.get('/presence/:id/columns', async (request, response) => {
    const asked = await ask(request, parseQuery(presenceVersionQuery, request).version);
    await sendJson(request, response, await presence.getColumns(asked), shorter(asked.cache));
  });

  router.get('/presence/:id/records', async (request, response) => {
    const query = parseQuery(recordsQuery, request);
    const asked = await ask(request, query.version);
    const { limit, offset, pcode = null } = query;
    const { total, records, ...about } = await presence.listRecords(asked, await definitionOf(asked, query), { pcode, limit, offset });
    const after = offset + records.length;
    let next: string | null = null;
    if (after < total) {
      const url = new URL(request.originalUrl, 'http://here');
      url.searchParams.set('offset', String(after));
      next = url.pathname + url.search;
    }
    await sendJson(request, response, { ...about, total, records, next }, shorter(asked.cache));
  });

  router.get('/presence/:id/organisations', async (request, response) => {
    const query = parseQuery(unitFilterQuery, request);
    const asked = await ask(request, query.version);
    await sendJson(request, response, await presence.listOrganisations(asked, await definitionOf(asked, query), query.pcode ?? null), shorter(asked.cache));
  });

  router.get('/presence/:id/matrix', async (request, response) => {
    const query = parseQuery(summaryQuery, request);
    const asked = await ask(request, query.version);
    await sendJson(request, response, await presence.getMatrix(asked, query.level, await definitionOf(asked, query)), shorter(asked.cache));
  });

  for (const kind of ['hapi', 'hxl', 'records'] as const) {
    router.get(`/presence/:id/${kind}.csv`, async (request, response) => {
      const query = parseQuery(unitFilterQuery, request);
      const asked = await ask(request, query.version);
      const bytes = await presence.writeCsv(asked, kind, await definitionOf(asked, query), query.pcode ?? null);
      response.setHeader('Content-Disposition', `attachment; filename="${asked.dataset}_${asked.version}_${kind}.csv"`);
      await sendText(request, response, bytes, 'text/csv; charset=utf-8', shorter(asked.cache));
    });
  }

  router.get('/presence/:id/review', async (request, response) => {
    const { id } = await decider(request);
    await sendJson(request, response, await review.getReview(id, parseQuery(presenceVersionQuery, request).version), 'never');
  });

  router.get('/presence/:id/decisions', async (request, response) => {
    const { id } = await decider(request);
    await sendJson(request, response, { decisions: (await review.listDecisions(id)).map(withoutCountry) }, 'never');
  });

  router.post('/presence/:id/decisions', async (request, response) => {
    const { id, by } = await decider(request);
    const { decisions } = parseBody(decisionsBody, request);
    await sendJson(request, response, { decisions: (await review.decide(id, decisions, by)).map(withoutCountry) }, 'never', 201);
  });

  router.post('/presence/:id/decisions/undo', async (request, response) => {
    const { id, by } = await decider(request);
    await sendJson(request, response, { undone: await review.undo(id, parseBody(undoBody, request).ids, by) }, 'never');
  });

  router.post('/presence/:id/apply', async (request, response) => {
    const { id } = parseParams(presenceParams, request);
    const { name } = await authorize(request, 'upload.create', id);
    const { version } = parseQuery(presenceVersionQuery, request);
    const job = await review.apply(id, version, parseBody(applyBody, request), name);
    response.setHeader('Location', `/api/v1/jobs/${job}`);
    await sendJson(request, response, { job }, 'never', 202);
  });

  router.get('/presence/:id/profiles', async (request, response) => {
    const { id } = await decider(request);
    await sendJson(request, response, { profiles: await review.listProfiles(id) }, 'never');
  });

  router.put('/presence/:id/profile', async (request, response) => {
    const { id, by } = await decider(request);
    const { version } = parseQuery(presenceVersionQuery, request);
    await sendJson(request, response, { profiles: await review.saveProfile(id, version, parseBody(applyBody, request), by) }, 'never');
  });

  router.put('/presence/:id/policy', async (request, response) => {
    const { id } = parseParams(presenceParams, request);
    const { name } = await authorize(request, 'version.publish', id);
    const policy = parseBody(policyBody, request);
    await review.setPolicy(id, policy, name);
    await sendJson(request, response, policy, 'never');
  });

  router.delete('/presence/:id/policy', async (request, response) => {
    const { id } = parseParams(presenceParams, request);
    await authorize(request, 'version.publish', id);
    await review.deletePolicy(id);
    await sendJson(request, response, {}, 'never');
  });

  async function decider(request: Request): Promise<{ id: DatasetId; by: string }> {
    const { id } = parseParams(presenceParams, request);
    const { name } = await authorize(request, 'presence.decide', id);
    return { id, by: name };
  }

  return router;
}

/** Columns of a 3W, as they were read and as a person says they are. Tables of other kinds pass by: their own router may know them. */
export function presenceColumnsRouter({ datasets, presence, review, authorize }: PresenceRouterDeps): Router {
  const router = Router();
  const path = '/datasets/:id/versions/:version/columns';

  router.get(path, async (request, response, next) => {
    const { id, version: ref } = parseParams(versionParams, request);
    if (!id.startsWith('3w-')) return next();
    await authorize(request, 'draft.read', id);
    const { lang } = parseQuery(languageQuery, request);
    const { data, version } = await presence.open(await datasets.getVersion(id, ref));
    const columns = localizeColumns<PresenceRole, RoleGuess>(data.columnsRead, lang);
    await sendJson(request, response, { dataset: id, version: version.version, columns, questions: localizeQuestions(data.columnQuestions, lang) }, 'never');
  });

  router.put(path, async (request, response, next) => {
    const { id, version } = parseParams(versionParams, request);
    if (!id.startsWith('3w-')) return next();
    const { name } = await authorize(request, 'upload.create', id);
    const { columns, remember } = parseBody(columnsSaidBody, request);
    if (remember) await authorize(request, 'presence.decide', id);
    const job = await review.apply(id, version, { columns }, name);
    // After the import is queued: what cannot be imported is not remembered.
    if (remember) await review.saveProfile(id, version, { columns }, name);
    response.setHeader('Location', `/api/v1/jobs/${job}`);
    await sendJson(request, response, { job }, 'never', 202);
  });

  return router;
}

/** A dataset may be marked as sensitive later, and no cache must then go on answering for a year. */
const shorter = (cache: CachePolicy): CachePolicy => (cache === 'immutable' ? 'minute' : cache);

const withoutCountry = ({ id, kind, subject, answer, by, at, undone }: StoredDecision) => ({ id, kind, subject, answer, by, at, undone });

/**
 * Stands before the routes of datasets: the workbook of a 3W (which may hold names of contacts) is for those who may read drafts,
 * and so are the records and the report of a sensitive one. One pattern for all that lies under a version, read by the router as it reads
 * theirs: an own expression for the report was passed by with capitals, an escaped letter or a slash at the end.
 */
export function presenceGuard({ datasets, review, authorize }: Pick<PresenceRouterDeps, 'datasets' | 'review' | 'authorize'>): RequestHandler {
  const router = Router();
  router.get('/datasets/:id/versions/:version/*rest', async (request, response, next) => {
    const { rest, ...params } = request.params;
    const id = datasetId.safeParse(params.id);
    const ref = versionRef.safeParse(params.version);
    if (!ref.success || !id.success || !id.data.startsWith('3w-')) return next();
    const version = await datasets.getVersion(id.data, ref.data);
    // To strangers a draft does not exist; the routes say so.
    if (!isPublic(version)) return next();
    const file = rest.at(-1);
    const isSource = version.artifacts.some((artifact) => artifact.kind === 'source' && artifact.file === file);
    if (isSource || (await review.findPolicy(id.data)) !== undefined) {
      await authorize(request, 'draft.read', id.data);
      keepPrivate(response);
    }
    next();
  });
  return router;
}

/** A sensitive 3W tells strangers neither the name of its workbook nor how many rows it has. */
export function presenceRedaction({ review, authorize }: Pick<PresenceRouterDeps, 'review' | 'authorize'>) {
  return async (request: Request, version: DatasetVersion): Promise<{ version: DatasetVersion; closed: boolean }> => {
    const { rows: _, ...told } = version;
    const closed = version.dataset.startsWith('3w-') && (await review.findPolicy(version.dataset)) !== undefined;
    if (!closed || (await mayReadDrafts(authorize, request, version.dataset))) return { version, closed };
    return { version: { ...told, artifacts: version.artifacts.filter(({ kind }) => kind !== 'source') }, closed };
  };
}
