/** Layers over HTTP. Of a layer of which everybody is given counts only, strangers get the table of units down to its level and nothing else. */
import { Router, type Request, type RequestHandler } from 'express';
import { isPublic, type Dataset, type DatasetVersion, type ShownVersion } from '../contract/datasets/dataset.ts';
import { versionRef } from '../contract/datasets/api.ts';
import { datasetId, LAYER, toDatasetKind, toIso3, type DatasetId, type VersionTag } from '../contract/ids.ts';
import { LAYER_MAX_ZOOM, TILE_LAYER, FEATURE_KEYS, TOLD_KEY, TOLD_LAYER, type LayerSummary } from '../contract/overlays/layer.ts';
import { layerRoutes as routes } from '../contract/overlays/routes.ts';
import { toAddress } from '../contract/paths.ts';
import type { CachePolicy } from '../contract/route.ts';
import { ForbiddenError, NotFoundError, orNull } from '../errors.ts';
import { attributionOf } from '../kinds/summary.ts';
import { ADMITTED, unknownVersion, type Admit, type Authorize } from '../http/request.ts';
import { keepPrivate, toDisposition } from '../http/send.ts';
import { page, reply, serve, type Served } from '../http/serve.ts';
import { findVisible, mayReadDrafts, type VisibleDeps } from '../catalogue/visible.ts';
import { problemText } from '../words/problems.ts';
import { layerArtifact } from './facts.ts';
import { toGeojson, toKml, toTable, unitsTable } from './files.ts';
import type { Layers, LayersDeps } from './service.ts';
import type { CountsPolicy } from './table.ts';
import type { LayerTileService } from './tileService.ts';

export interface ServeLayersDeps extends VisibleDeps {
  datasets: VisibleDeps['datasets'] & { listDatasets: () => Promise<Dataset[]> };
  layers: Layers;
  tiles: LayerTileService;
  authorize: Authorize;
  /** Absent in a thread of answers, which is only asked by whoever may receive the answer. */
  admit?: Admit | undefined;
  findPolicy: LayersDeps['findPolicy'];
}

interface AskedLayer {
  version: DatasetVersion;
  /** By which the one who asks is given counts; undefined: the whole. */
  policy: CountsPolicy | undefined;
  isOpen: boolean;
  cache: CachePolicy;
}

export function serveLayers({ datasets, layers, tiles, authorize, admit = async () => ADMITTED, findPolicy }: ServeLayersDeps): Served[] {
  async function ask(request: Request, id: DatasetId, ref: VersionTag | 'current'): Promise<AskedLayer> {
    const { version, cache } = await findVisible({ datasets, authorize }, request, id, ref);
    const policy = await findPolicy(id);
    if (!policy) return { version, policy: undefined, isOpen: true, cache };
    const isTrusted = await mayReadDrafts(authorize, request, id);
    // Of counts only the current version is told: a series of tables tells what one withholds (decision 0028).
    if (!isTrusted && version.status !== 'current') throw unknownVersion(id, ref);
    return { version, policy: isTrusted ? undefined : policy, isOpen: false, cache: 'never' };
  }

  /** @throws ForbiddenError `layer.counts-only` */
  async function askWhole(request: Request, id: DatasetId, ref: VersionTag | 'current'): Promise<AskedLayer> {
    const asked = await ask(request, id, ref);
    if (asked.policy) throw new ForbiddenError('layer.counts-only', problemText('layer.counts-only'));
    return asked;
  }

  /** The current version, or for members the newest draft of what was never published. */
  async function summaryOf(request: Request, { id, current, versions }: Dataset): Promise<LayerSummary[]> {
    const ref = current ?? ((await mayReadDrafts(authorize, request, id)) ? versions.findLast(({ status }) => status === 'draft')?.version : undefined);
    const asked = ref && (await orNull(ask(request, id, ref)));
    return asked ? [await layers.summarize(asked.version, asked.policy, asked.isOpen)] : [];
  }

  const FILES = [
    [routes.getLayerGeojson, 'geojson', toGeojson],
    [routes.getLayerCsv, 'csv', toTable],
    [routes.getLayerKml, 'kml', toKml],
  ] as const;

  return [
    // Before the version itself, whose address theirs begins with.
    ...FILES.map(([route, ending, write]) =>
      serve(route, async ({ params: { id, version }, request }) => {
        const asked = await askWhole(request, id, version);
        const { title } = asked.version.metadata;
        const headers = { 'Content-Disposition': toDisposition(`${id}_${asked.version.version}.${ending}`) };
        return page(write(await layers.features(asked.version), title), route.answer.media, { cache: asked.cache, headers });
      }),
    ),

    serve(routes.listLayers, async ({ params: { scope }, request, response }) => {
      const own = (await datasets.listDatasets()).filter(({ id }) => toDatasetKind(id) === LAYER && (toIso3(id) as string) === (scope as string));
      const found: LayerSummary[] = [];
      for (const dataset of own) {
        const admission = await admit(request, dataset.id);
        // Others are told of fewer.
        if (admission !== ADMITTED) keepPrivate(response);
        if (admission.isAdmitted) found.push(...(await summaryOf(request, dataset)));
      }
      return reply({ layers: found }, { cache: 'never' });
    }),

    serve(routes.getLayer, async ({ params: { id, version }, request }) => {
      const asked = await ask(request, id, version);
      return reply(await layers.answer(asked.version, asked.policy, asked.isOpen), { cache: asked.cache });
    }),

    serve(routes.getLayerTilejson, async ({ params: { id, version }, request, base }) => {
      const asked = await askWhole(request, id, version);
      const summary = await layers.summarize(asked.version, undefined, asked.isOpen);
      const at = { id, version: asked.version.version };
      const address = (z: string, x: string, y: string) =>
        `${base}${toAddress('getLayerTile', { ...at, z: '0', x: '0', y: '0' }).replace('/0/0/0.mvt', `/${z}/${x}/${y}.mvt`)}`;
      const fields: Record<string, string> = {
        [FEATURE_KEYS.id]: 'Number',
        [FEATURE_KEYS.entry]: 'Number',
        [FEATURE_KEYS.size]: 'Number',
        [FEATURE_KEYS.name]: 'String',
      };
      return reply(
        {
          tilejson: '3.0.0',
          name: summary.title,
          tiles: [address('{z}', '{x}', '{y}')],
          minzoom: 0,
          maxzoom: LAYER_MAX_ZOOM,
          ...(summary.bbox ? { bounds: summary.bbox } : {}),
          attribution: attributionOf(asked.version.metadata),
          served: summary.served === 'geojson' ? ('geojson' as const) : ('tiles' as const),
          geojson: base + toAddress('getLayerGeojson', at),
          vector_layers: [
            { id: TILE_LAYER, fields: { ...fields, [FEATURE_KEYS.pcode]: 'String' } as Record<string, string> },
            { id: TOLD_LAYER, fields: { [TOLD_KEY]: 'Number' } as Record<string, string> },
          ],
        },
        { cache: asked.cache },
      );
    }),

    serve(routes.getLayerTile, async ({ params: { id, version, z, x, y }, request }) => {
      const asked = await askWhole(request, id, version);
      if (z > LAYER_MAX_ZOOM) throw new NotFoundError('tile.outside-zooms', `This layer has zoom levels 0 to ${LAYER_MAX_ZOOM}.`);
      if (x >= 2 ** z || y >= 2 ** z) throw new NotFoundError('tile.unknown', 'There is no such tile at this zoom level.');
      const tile = await tiles.tile(layerArtifact(asked.version, 'layer-features'), z, x, y);
      return page(tile ?? '', routes.getLayerTile.answer.media, { cache: asked.cache, ...(tile ? {} : { status: 204 }) });
    }),

    serve(routes.listLayerUnits, async ({ params: { id, version }, query: { level }, request }) => {
      const asked = await ask(request, id, version);
      return reply(await layers.units(asked.version, level, asked.policy), { cache: asked.cache });
    }),

    serve(routes.getLayerUnitsCsv, async ({ params: { id, version }, query: { level }, request }) => {
      const asked = await ask(request, id, version);
      const units = await layers.units(asked.version, level, asked.policy);
      const file = `${id}_${asked.version.version}_adm${units.level}.csv`;
      return page(unitsTable(units), 'text/csv', { cache: asked.cache, headers: { 'Content-Disposition': toDisposition(file) } });
    }),

    serve(routes.listLayerFeatures, async ({ params: { id, version }, query, request }) => {
      const asked = await askWhole(request, id, version);
      return reply(await layers.find(asked.version, query), { cache: asked.cache });
    }),

    serve(routes.getLayerFeature, async ({ params: { id, version, feature }, request }) => {
      const asked = await askWhole(request, id, version);
      return reply(await layers.feature(asked.version, feature), { cache: asked.cache });
    }),
  ];
}

type GuardDeps = Pick<ServeLayersDeps, 'authorize' | 'findPolicy'> & { datasets: VisibleDeps['datasets'] };

/** Stands before the routes of datasets: of a layer of which everybody is given counts, its files, its report and its columns are for members. */
export function layerGuard({ datasets, authorize, findPolicy, admit }: GuardDeps & { admit: Admit }): RequestHandler {
  const router = Router();
  router.get('/datasets/:id/versions/:version/*rest', async (request, response, next) => {
    const id = datasetId.safeParse(request.params.id);
    const ref = versionRef.safeParse(request.params.version);
    if (!ref.success || !id.success || toDatasetKind(id.data) !== LAYER) return next();
    // Whoever may not have it is told so by the routes, and so is who asks for a draft.
    const admission = await admit(request, id.data);
    if (!admission.isAdmitted && admission.hidden) throw unknownVersion(id.data, ref.data);
    if (!admission.isAdmitted || (await findPolicy(id.data)) === undefined) return next();
    const version = await orNull(datasets.getVersion(id.data, ref.data));
    if (!version || !isPublic(version)) return next();
    await authorize(request, 'draft.read', id.data);
    keepPrivate(response);
    next();
  });
  return router;
}

/** Such a layer tells strangers of no file, no row and no finding. */
export function layerRedaction({ findPolicy, authorize }: Pick<GuardDeps, 'findPolicy' | 'authorize'>) {
  return async (request: Request, version: DatasetVersion): Promise<{ version: ShownVersion; closed: boolean }> => {
    const policy = await findPolicy(version.dataset);
    if (!policy || (await mayReadDrafts(authorize, request, version.dataset))) return { version, closed: policy !== undefined };
    const { rows: _, ...told } = version;
    return { version: { ...told, levels: [], bbox: null, report: null, artifacts: [] }, closed: true };
  };
}
