/** The catalogue, versions, units, report, files; publish and withdraw. */
import type { Request, Response } from 'express';
import { datasetRoutes as routes } from '../contract/datasets/routes.ts';
import { isPublic, type Dataset, type DatasetVersion, type ShownVersion } from '../contract/datasets/dataset.ts';
import type { ValidationReport } from '../contract/finding.ts';
import { toDatasetKind, type DatasetId, type DatasetKind, type VersionTag } from '../contract/ids.ts';
import { MADE_FILE } from '../contract/lookup/made.ts';
import { toAddress } from '../contract/paths.ts';
import { NotFoundError } from '../errors.ts';
import { localizeReport } from '../checks/report/localize.ts';
import { createKept } from '../kept.ts';
import { itemDetail } from '../words/clauses.ts';
import { OVERLAY_ZOOM, sliceOverlay, type Overlay } from '../overlays/slice.ts';
import { unknownFile, type Datasets } from './datasets.ts';
import { serveLife, type FindFollowers } from './life/routes.ts';
import { findingsOf, placesOf, toListed } from './occurrences.ts';
import type { ObjectReader } from '../store/objects/reader.ts';
import type { ReportWriters } from './report.ts';
import { CACHE } from '../http/cache.ts';
import { ADMITTED, requireAdmission, type Admit, type Authorize, type CheckApproval } from '../http/request.ts';
import { keepPrivate, policyOf, sendObject } from '../http/send.ts';
import { page, reply, SENT, serve, type Served } from '../http/serve.ts';
import { toVersionAnswer } from './versionAnswer.ts';
import { isStaffFile, reportWithoutStaff, withoutStaff, type RoleOf } from './staff.ts';
import { findVisible, findVisibleAsOf, mayReadDrafts, type Visible } from './visible.ts';

export interface ServeDatasetsDeps {
  datasets: Datasets;
  objects: ObjectReader;
  authorize: Authorize;
  /** Absent: everybody may receive everything that is public. */
  admit?: Admit;
  /** Of files as they were uploaded. Absent: whoever receives the version has them. */
  admitSource?: Admit;
  checkApproval?: CheckApproval;
  /** Looks at what a version holds before it is published. */
  beforePublish?: (version: DatasetVersion) => Promise<unknown>;
  reports: ReportWriters;
  /** The version as the one who asks may see it, and whether others see less. */
  redact: (request: Request, version: DatasetVersion) => Promise<{ version: ShownVersion; closed: boolean }>;
  roleOf: RoleOf;
  /** What follows the current version of a dataset; absent: nothing is asked. */
  findFollowers?: FindFollowers;
  /** Whether a dataset of this kind may be closed to strangers one day: no cache may then keep its files for long. */
  mayClose: (kind: DatasetKind) => boolean;
}

/** Of sliced overlays in memory, in numbers of coordinates: some 50 MB with what the index makes of them. A map asks for some twenty tiles of one at a time. */
const OVERLAYS_KEPT = 2_000_000;

export function serveDatasets({
  datasets,
  objects,
  authorize,
  admit = async () => ADMITTED,
  admitSource = async () => ADMITTED,
  checkApproval,
  beforePublish,
  reports,
  redact,
  roleOf,
  mayClose,
  findFollowers,
}: ServeDatasetsDeps): Served[] {
  const find = (request: Request, id: DatasetId, ref: VersionTag | 'current') => findVisible({ datasets, authorize }, request, id, ref);
  const dataCache = (found: Visible) => (mayClose(toDatasetKind(found.version.dataset)) ? found.cache : found.dataCache);

  async function visible(request: Request, dataset: Dataset): Promise<Dataset | undefined> {
    if (dataset.versions.every(isPublic) || (await mayReadDrafts(authorize, request, dataset.id))) return dataset;
    const versions = dataset.versions.filter(isPublic);
    return versions.length > 0 ? { ...dataset, versions } : undefined;
  }

  const overlays = createKept<Overlay>(OVERLAYS_KEPT, ({ size }) => size);
  const isStaff = (request: Request, { version }: Visible) => mayReadDrafts(authorize, request, version.dataset);

  /** As the one who asks may read it. What has names in it is in no cache. */
  async function readReport(request: Request, found: Visible): Promise<{ report: ValidationReport; cache: Visible['cache'] }> {
    const report = await datasets.readReport(found.version);
    if (await isStaff(request, found)) return { report, cache: 'never' };
    return { report: await reportWithoutStaff(report, roleOf), cache: found.cache };
  }

  /** Files that hold persons, or that nobody could look into, are for members, whatever is said of the dataset (decision 0056). */
  const holdsPersons = ({ personal }: DatasetVersion) => personal !== undefined && personal.is !== 'removed';

  /** Files as they were uploaded are not offered to whom they would be refused. */
  async function withoutSources(request: Request, response: Response, version: DatasetVersion): Promise<DatasetVersion> {
    const admission = await admitSource(request, version.dataset);
    const isKept = holdsPersons(version);
    if (admission !== ADMITTED || isKept) keepPrivate(response);
    const isOffered = admission.isAdmitted && (!isKept || (await mayReadDrafts(authorize, request, version.dataset)));
    return isOffered ? version : { ...version, artifacts: version.artifacts.filter(({ kind }) => kind !== 'source') };
  }

  const REPORTS = [routes.getReportHtml, routes.getReportCsv, routes.getReportGeojson, routes.getChecklistHtml, routes.getChecklistXlsx];

  return [
    serve(routes.listDatasets, async ({ request, response }) => {
      const all = await Promise.all(
        (await datasets.listDatasets()).map(async (dataset) => {
          const admission = await admit(request, dataset.id);
          // Others are told of fewer.
          if (admission !== ADMITTED) keepPrivate(response);
          return admission.isAdmitted ? visible(request, dataset) : undefined;
        }),
      );
      return { datasets: all.filter((dataset) => dataset !== undefined) };
    }),

    serve(routes.getDataset, async ({ params: { id }, request }) => {
      const dataset = await visible(request, await datasets.getDataset(id));
      if (!dataset) throw new NotFoundError('dataset.unknown', `There is no dataset ${id} here.`);
      return dataset;
    }),

    serve(routes.getVersion, async ({ params: { id, version }, request, response, base }) => {
      const found = await find(request, id, version);
      // Its status changes (current → superseded), so it is asked for again each time.
      const shown = await redact(request, await withoutSources(request, response, found.version));
      const cache = found.cache === 'never' || shown.closed ? 'never' : 'revalidate';
      const told = (await isStaff(request, found)) ? shown.version : await withoutStaff(shown.version, roleOf);
      return reply(toVersionAnswer(told, base), { cache });
    }),

    serve(routes.getReport, async ({ params: { id, version }, query: { lang }, request }) => {
      const found = await find(request, id, version);
      const { report, cache } = await readReport(request, found);
      return reply(localizeReport(toListed(report), lang), { cache });
    }),

    serve(routes.listOccurrences, async ({ params: { id, version }, query: { lang, item, limit, ...query }, request }) => {
      const found = await find(request, id, version);
      const { report, cache } = await readReport(request, found);
      const findings = findingsOf(report);
      const number = query.finding ?? findings.findIndex(({ items }) => items.some((each) => each.id === item));
      const finding = findings[number];
      const at = item === undefined ? query.offset : (finding?.items.findIndex((each) => each.id === item) ?? -1);
      if (!finding || at < 0) throw new NotFoundError('finding.unknown', `The report of ${id} ${found.version.version} has no such finding. Reload the page.`);
      const offset = item === undefined ? at : at - (at % limit);
      const items = finding.items.slice(offset, offset + limit).map((each) => ({ ...each, detail: itemDetail(each, lang) }));
      return reply({ finding: number, count: finding.count, kept: finding.items.length, offset, items }, { cache });
    }),

    serve(routes.getReportTile, async ({ params: { id, version, z, x, y }, request }) => {
      const found = await find(request, id, version);
      if (z > OVERLAY_ZOOM) throw new NotFoundError('tile.outside-zooms', `This overlay has zoom levels 0 to ${OVERLAY_ZOOM}.`);
      if (x >= 2 ** z || y >= 2 ** z) throw new NotFoundError('tile.unknown', 'There is no such tile at this zoom level.');
      const artifact = datasets.getReportArtifact(found.version);
      // Names of who accepted what are not in it, so it is the same for all.
      const overlay = await overlays.get(artifact.sha256, async () => sliceOverlay('findings', placesOf(await datasets.readReport(found.version))));
      const tile = overlay.tile(z, x, y);
      return page(tile ?? '', routes.getReportTile.answer.media, tile ? { cache: found.cache } : { cache: found.cache, status: 204 });
    }),

    ...REPORTS.map((route) =>
      serve(route, async ({ params: { id, version }, query: { lang }, request }) => {
        const found = await find(request, id, version);
        const { mediaType, write } = reports[route.path.split('/').at(-1)!]!;
        // The page is one self-contained file, so its own small style applies; no script runs.
        const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; frame-ancestors 'none'";
        const headers: Record<string, string> = mediaType === 'text/html' ? { 'Content-Security-Policy': policy } : {};
        const isOurs = await isStaff(request, found);
        const written = await write(async () => (await readReport(request, found)).report, lang, found.version, isOurs);
        return page(written, mediaType, { cache: isOurs ? 'never' : found.cache, headers });
      }),
    ),

    serve(routes.listUnits, async ({ params: { id, version }, query: { date, known, ...query }, request, base }) => {
      const found = await findVisibleAsOf({ datasets, authorize }, request, id, version, { date, known });
      const { total, units, similar } = await datasets.listUnits(id, found.version.version, query);
      const offset = query.offset + units.length;
      if (offset >= total) return reply({ total, units, next: null, ...(similar ? { similar } : {}), ...found.told }, { cache: dataCache(found) });
      const url = new URL(request.originalUrl, base);
      url.searchParams.set('offset', String(offset));
      return reply(
        { total, units, next: url.pathname + url.search, ...found.told },
        { cache: dataCache(found), headers: { Link: `<${url.href}>; rel="next"` } },
      );
    }),

    serve(routes.getUnit, async ({ params: { id, version, pcode }, query: { level, ...query }, request }) => {
      const found = await findVisibleAsOf({ datasets, authorize }, request, id, version, query);
      return reply({ ...(await datasets.getUnit(id, found.version.version, pcode, level)), ...found.told }, { cache: dataCache(found) });
    }),

    serve(routes.download, async ({ params: { id, version, file }, request, response }) => {
      const found = await find(request, id, version);
      // Files that are made on request are asked for as downloads too.
      if (MADE_FILE.test(file) && !found.version.artifacts.some((each) => each.file === file)) {
        response.setHeader('Cache-Control', CACHE[policyOf(response, 'minute')]);
        response.redirect(302, toAddress('getMade', { id, version: found.version.version, file }));
        return SENT;
      }
      const artifact = datasets.findArtifact(found.version, file);
      const isSource = artifact.kind === 'source';
      if (isSource) {
        const admission = await admitSource(request, id);
        if (admission !== ADMITTED) keepPrivate(response);
        // Not even the name of a file is told then.
        if (!admission.isAdmitted && admission.hidden) throw unknownFile(found.version);
        requireAdmission(id, admission);
        if (holdsPersons(found.version)) {
          await authorize(request, 'draft.read', id);
          keepPrivate(response);
        }
      }
      if (isStaffFile(artifact)) {
        if (await isStaff(request, found)) await sendObject(request, response, objects, artifact, 'never');
        else {
          response.setHeader('Cache-Control', CACHE[policyOf(response, 'minute')]);
          const own = { id, version: found.version.version };
          response.redirect(302, artifact.kind === 'report' ? toAddress('getReport', own) : toAddress('getProof', { ...own, format: 'json' }));
        }
      } else if (version === 'current') {
        response.setHeader('Cache-Control', CACHE[policyOf(response, 'minute')]);
        response.redirect(302, toAddress('download', { id, version: found.version.version, file: artifact.file }));
        // A table may close it tomorrow.
      } else await sendObject(request, response, objects, artifact, isSource ? found.cache : dataCache(found));
      return SENT;
    }),

    serve(routes.publishVersion, async ({ params: { id, version }, body: { reason, ...called }, actor, base }) => {
      const asked = await datasets.getVersion(id, version);
      const signoff = asked.status === 'draft' ? await checkApproval?.(actor, asked, reason) : undefined;
      await beforePublish?.(asked);
      const done = await datasets.publishVersion(id, asked.version, { by: actor.name, reason: reason ?? null, called, ...(signoff ? { signoff } : {}) });
      return toVersionAnswer(done, base);
    }),

    serve(routes.withdrawVersion, async ({ params: { id, version }, body: { reason }, actor, base, request }) => {
      const asked = await datasets.getVersion(id, version);
      const { version: tag } = asked;
      // Whoever uploaded a draft takes it back; of what was public that is for those who publish.
      await authorize(request, asked.createdBy === actor.name && !isPublic(asked) ? 'upload.create' : 'version.withdraw', id);
      return toVersionAnswer(await datasets.withdrawVersion(id, tag, { by: actor.name, reason }), base);
    }),

    ...serveLife({ datasets, authorize, roleOf, findFollowers, beforePublish }),

    serve(routes.discardVersion, async ({ params: { id, version }, actor, request }) => {
      const asked = await datasets.getVersion(id, version);
      // Whoever uploaded it takes it back; whoever may withdraw takes back anybody's.
      await authorize(request, asked.createdBy === actor.name ? 'upload.create' : 'version.withdraw', id);
      await datasets.discardVersion(id, asked.version, actor.name);
      return {};
    }),
  ];
}
