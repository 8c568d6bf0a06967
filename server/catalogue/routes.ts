/** /api/v1/datasets…: the catalogue, versions, units, report, files; publish and withdraw. */
import { Router, type Request } from 'express';
import { isPublic, type DatasetVersion } from '../contract/datasets/dataset.ts';
import type { ValidationReport } from '../contract/finding.ts';
import {
  datasetParams,
  downloadParams,
  publishBody,
  reportQuery,
  unitParams,
  unitQuery,
  unitsQuery,
  versionParams,
  withdrawBody,
  type UnitAnswer,
  type VersionAnswer,
} from '../contract/datasets/api.ts';
import type { Dataset } from '../contract/datasets/dataset.ts';
import type { DatasetId, VersionTag } from '../contract/ids.ts';
import { NotFoundError } from '../errors.ts';
import { localizeReport } from '../checks/report/localize.ts';
import type { Datasets } from './datasets.ts';
import type { ObjectReader } from '../store/objects/reader.ts';
import type { ReportWriters } from './report.ts';
import { CACHE } from '../http/cache.ts';
import { parseBody, parseParams, parseQuery, publicUrlOf, type Authorize, type CheckApproval } from '../http/request.ts';
import { sendJson, sendObject, sendText } from '../http/send.ts';
import { findVisible, mayReadDrafts } from './visible.ts';

export interface DatasetsRouterDeps {
  datasets: Datasets;
  objects: ObjectReader;
  authorize: Authorize;
  checkApproval?: CheckApproval;
  publicUrl: string | null;
  reports: ReportWriters;
  /** The version as the one who asks may see it, and whether others see less. */
  redact: (request: Request, version: DatasetVersion) => Promise<{ version: DatasetVersion; closed: boolean }>;
}

export function datasetsRouter({ datasets, objects, authorize, checkApproval, publicUrl, reports, redact }: DatasetsRouterDeps): Router {
  const router = Router();

  const find = (request: Request, id: DatasetId, ref: VersionTag | 'current') => findVisible({ datasets, authorize }, request, id, ref);

  async function visible(request: Request, dataset: Dataset): Promise<Dataset | undefined> {
    if (dataset.versions.every(isPublic) || (await mayReadDrafts(authorize, request, dataset.id))) return dataset;
    const versions = dataset.versions.filter(isPublic);
    return versions.length > 0 ? { ...dataset, versions } : undefined;
  }

  router.get('/datasets', async (request, response) => {
    const all = await Promise.all((await datasets.listDatasets()).map((dataset) => visible(request, dataset)));
    await sendJson(request, response, { datasets: all.filter((dataset) => dataset !== undefined) }, 'revalidate');
  });

  router.get('/datasets/:id', async (request, response) => {
    const { id } = parseParams(datasetParams, request);
    const dataset = await visible(request, await datasets.getDataset(id));
    if (!dataset) throw new NotFoundError('dataset.unknown', `There is no dataset ${id} here.`);
    await sendJson(request, response, dataset, 'revalidate');
  });

  router.get('/datasets/:id/versions/:version', async (request, response) => {
    const { id, version } = parseParams(versionParams, request);
    const found = await find(request, id, version);
    // Its status changes (current → superseded), so it is asked for again each time.
    const shown = await redact(request, found.version);
    const cache = found.cache === 'never' || shown.closed ? 'never' : 'revalidate';
    await sendJson(request, response, toVersionAnswer(shown.version, publicUrlOf(publicUrl, request)), cache);
  });

  router.get('/datasets/:id/versions/:version/report', async (request, response) => {
    const { id, version } = parseParams(versionParams, request);
    const { lang } = parseQuery(reportQuery, request);
    const found = await find(request, id, version);
    const report = JSON.parse(Buffer.from(await datasets.readArtifact(datasets.getReportArtifact(found.version))).toString('utf8')) as ValidationReport;
    await sendJson(request, response, localizeReport(report, lang), found.cache);
  });

  for (const [file, writer] of Object.entries(reports)) {
    router.get(`/datasets/:id/versions/:version/${file}`, async (request, response) => {
      const { id, version } = parseParams(versionParams, request);
      const { lang } = parseQuery(reportQuery, request);
      const found = await find(request, id, version);
      const report = JSON.parse(Buffer.from(await datasets.readArtifact(datasets.getReportArtifact(found.version))).toString('utf8'));
      // The page is one self-contained file, so its own small style applies; no script runs.
      if (writer.mediaType === 'text/html')
        response.setHeader('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; frame-ancestors 'none'");
      await sendText(
        request,
        response,
        await writer.write(report, lang, found.version),
        /^(text|application\/geo)/.test(writer.mediaType) ? `${writer.mediaType}; charset=utf-8` : writer.mediaType,
        found.cache,
      );
    });
  }

  router.get('/datasets/:id/versions/:version/units', async (request, response) => {
    const { id, version } = parseParams(versionParams, request);
    const query = parseQuery(unitsQuery, request);
    const found = await find(request, id, version);
    const { total, units } = await datasets.listUnits(id, found.version.version, query);
    const offset = query.offset + units.length;
    let next: string | null = null;
    if (offset < total) {
      const url = new URL(request.originalUrl, publicUrlOf(publicUrl, request));
      url.searchParams.set('offset', String(offset));
      next = url.pathname + url.search;
      response.setHeader('Link', `<${url.href}>; rel="next"`);
    }
    await sendJson(request, response, { total, units: units satisfies UnitAnswer[], next }, found.cache);
  });

  router.get('/datasets/:id/versions/:version/units/:pcode', async (request, response) => {
    const { id, version, pcode } = parseParams(unitParams, request);
    const { level } = parseQuery(unitQuery, request);
    const found = await find(request, id, version);
    await sendJson(request, response, await datasets.getUnit(id, found.version.version, pcode, level), found.cache);
  });

  router.get('/datasets/:id/versions/:version/download/:file', async (request, response) => {
    const { id, version, file } = parseParams(downloadParams, request);
    const found = await find(request, id, version);
    const artifact = datasets.findArtifact(found.version, file);
    if (version === 'current') {
      response.setHeader('Cache-Control', CACHE.minute);
      response.redirect(302, `/api/v1/datasets/${id}/versions/${found.version.version}/download/${encodeURIComponent(artifact.file)}`);
      return;
    }
    await sendObject(request, response, objects, artifact, found.cache);
  });

  router.post('/datasets/:id/versions/:version/publish', async (request, response) => {
    const { id, version } = parseParams(versionParams, request);
    const actor = await authorize(request, 'version.publish', id);
    const { reason } = parseBody(publishBody, request);
    const asked = await datasets.getVersion(id, version);
    const { version: tag } = asked;
    if (asked.status === 'draft') await checkApproval?.(actor, asked, reason);
    const done = await datasets.publishVersion(id, tag, { by: actor.name, reason: reason ?? null });
    await sendJson(request, response, toVersionAnswer(done, publicUrlOf(publicUrl, request)), 'never');
  });

  router.post('/datasets/:id/versions/:version/withdraw', async (request, response) => {
    const { id, version } = parseParams(versionParams, request);
    const actor = await authorize(request, 'version.withdraw', id);
    const { reason } = parseBody(withdrawBody, request);
    const { version: tag } = await datasets.getVersion(id, version);
    const done = await datasets.withdrawVersion(id, tag, { by: actor.name, reason });
    await sendJson(request, response, toVersionAnswer(done, publicUrlOf(publicUrl, request)), 'never');
  });

  return router;
}

export function toVersionAnswer(version: DatasetVersion, base: string): VersionAnswer {
  const own = `/api/v1/datasets/${version.dataset}/versions/${version.version}`;
  return {
    ...version,
    artifacts: version.artifacts.map(({ kind, level, file, sha256, bytes, mediaType }) => ({
      kind,
      ...(level === undefined ? {} : { level }),
      file,
      href: `${own}/download/${encodeURIComponent(file)}`,
      sha256,
      bytes,
      mediaType,
    })),
    tilejson: version.artifacts.some((artifact) => artifact.kind === 'pmtiles') ? `${base}/tiles/${version.dataset}/${version.version}.json` : null,
  };
}
