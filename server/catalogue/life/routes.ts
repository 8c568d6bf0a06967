/** Rolling back, who did what, and the version that held on a day, over HTTP. What is said of a day is kept a minute at most: another version may hold on it by then. */
import type { Request } from 'express';
import { isPublic, type DatasetVersion } from '../../contract/datasets/dataset.ts';
import type { AsOfQuery } from '../../contract/datasets/asOf.ts';
import type { Act, RollbackAnswer } from '../../contract/datasets/history.ts';
import type { AdminLevel, DatasetId, VersionTag } from '../../contract/ids.ts';
import { versionRoutes as routes } from '../../contract/datasets/versionRoutes.ts';
import { NotFoundError } from '../../errors.ts';
import { toDisposition } from '../../http/send.ts';
import type { Authorize } from '../../http/request.ts';
import { page, reply, serve, type Served } from '../../http/serve.ts';
import type { Datasets } from '../datasets.ts';
import { writeHistoryCsv } from './history.ts';
import { toVersionAnswer } from '../versionAnswer.ts';
import type { RoleOf } from '../staff.ts';
import { findVisible, mayReadDrafts } from '../visible.ts';

/** Maps that show whatever is current of a dataset, and data of the country that were placed on some version of it. */
export type FindFollowers = (dataset: DatasetId) => Promise<Pick<RollbackAnswer, 'maps' | 'data'>>;

export interface ServeLifeDeps {
  datasets: Datasets;
  authorize: Authorize;
  roleOf: RoleOf;
  findFollowers: FindFollowers | undefined;
  beforePublish: ((version: DatasetVersion) => Promise<unknown>) | undefined;
}

const NO_FOLLOWERS: Awaited<ReturnType<FindFollowers>> = { maps: { follow: 0, embeds: 0, some: [] }, data: [] };

export function serveLife({ datasets, authorize, roleOf, findFollowers = async () => NO_FOLLOWERS, beforePublish }: ServeLifeDeps): Served[] {
  /** Names are for those who work here; they are in no cache. */
  async function listActs(request: Request, id: DatasetId, ref: VersionTag | 'current') {
    const { version } = await findVisible({ datasets, authorize }, request, id, ref);
    const isOurs = await mayReadDrafts(authorize, request, id);
    const acts = await datasets.listActs(id, version.version, isOurs);
    const told = async (act: Act): Promise<Act> => ({ ...act, by: act.by && (await roleOf(act.by, id, act.at)) });
    return { version: version.version, acts: isOurs ? acts : await Promise.all(acts.map(told)), cache: isOurs ? ('never' as const) : ('minute' as const) };
  }

  /** Of a dataset of which nothing is public strangers are told what they are of one that there never was. */
  async function findAsOf(request: Request, id: DatasetId, query: AsOfQuery) {
    await requireVisible(request, id);
    return datasets.findAsOf(id, query);
  }
  async function requireVisible(request: Request, id: DatasetId): Promise<void> {
    const { versions } = await datasets.getDataset(id);
    if (!versions.some(isPublic) && !(await mayReadDrafts(authorize, request, id)))
      throw new NotFoundError('dataset.unknown', `There is no dataset ${id} here.`);
  }

  return [
    serve(routes.previewRollback, async ({ params: { id, version } }) => {
      const { version: tag } = await datasets.getVersion(id, version);
      const [{ replaces, units }, followers] = await Promise.all([datasets.compareCodes(id, tag), findFollowers(id)]);
      return { version: tag, replaces, units: units.map((each) => ({ ...each, level: each.level as AdminLevel })), ...followers };
    }),

    serve(routes.rollBackVersion, async ({ params: { id, version }, body, actor, base, request }) => {
      const asked = await datasets.getVersion(id, version);
      if (body.withdraw) await authorize(request, 'version.withdraw', id);
      await beforePublish?.(asked);
      return toVersionAnswer(await datasets.rollBackVersion(id, asked.version, { ...body, by: actor.name }, { signedOff: true }), base);
    }),

    serve(routes.getVersionHistory, async ({ params: { id, version }, request }) => {
      const { cache, ...told } = await listActs(request, id, version);
      return reply({ dataset: id, ...told }, { cache });
    }),

    serve(routes.getVersionHistoryCsv, async ({ params: { id, version }, request }) => {
      const { cache, version: tag, acts } = await listActs(request, id, version);
      return page(writeHistoryCsv(id, tag, acts), 'text/csv', { cache, headers: { 'Content-Disposition': toDisposition(`${id}_${tag}_history.csv`) } });
    }),

    serve(routes.getTimeline, async ({ params: { id }, query: { known }, request }) => {
      await requireVisible(request, id);
      return datasets.getTimeline(id, known);
    }),

    serve(routes.getAsOf, async ({ params: { id }, query, request }) => reply(await findAsOf(request, id, query), { cache: 'minute' })),

    serve(routes.listUnitsAsOf, async ({ params: { id }, query: { date, known, ...query }, request, base }) => {
      const asOf = await findAsOf(request, id, { date, known });
      const found = await datasets.listUnits(id, asOf.version, query);
      const offset = query.offset + found.units.length;
      if (offset >= found.total) return reply({ ...found, next: null, asOf }, { cache: 'minute' });
      const url = new URL(request.originalUrl, base);
      url.searchParams.set('offset', String(offset));
      return reply({ ...found, next: url.pathname + url.search, asOf }, { cache: 'minute', headers: { Link: `<${url.href}>; rel="next"` } });
    }),

    serve(routes.getUnitAsOf, async ({ params: { id, pcode }, query: { level, ...query }, request }) => {
      const asOf = await findAsOf(request, id, query);
      return reply({ ...(await datasets.getUnit(id, asOf.version, pcode, level)), asOf }, { cache: 'minute' });
    }),
  ];
}
