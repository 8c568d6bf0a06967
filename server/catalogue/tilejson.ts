/** TileJSON 3.0 of a version, from what its archive says of itself. */
import type { Request } from 'express';
import type { DatasetVersion } from '../contract/datasets/dataset.ts';
import type { TileJson } from '../contract/datasets/api.ts';
import { datasetRoutes } from '../contract/datasets/routes.ts';
import { versionRoutes } from '../contract/datasets/versionRoutes.ts';
import type { DatasetId, VersionTag } from '../contract/ids.ts';
import { NotFoundError } from '../errors.ts';
import { attributionOf } from '../kinds/summary.ts';
import type { Archives } from '../tiles/archives.ts';
import { reply, serve, type Served } from '../http/serve.ts';
import type { ServedTile } from '../tiles/serve.ts';
import type { Datasets } from './datasets.ts';
import { findRefAsOf, findVisible, type VisibleDeps } from './visible.ts';

export interface TileJsonDeps extends VisibleDeps {
  datasets: Pick<Datasets, 'getVersion' | 'findAsOf'>;
  archives: Archives<ServedTile>;
}

/** TileJSON of a version. @throws NotFoundError `tiles.none` where it has no tiles */
export async function tilejsonOf(found: DatasetVersion, archives: Archives<ServedTile>, base: string): Promise<TileJson> {
  const { dataset, version } = found;
  const artifact = found.artifacts.find(({ kind }) => kind === 'pmtiles');
  if (!artifact) throw new NotFoundError('tiles.none', `${dataset} ${version} has no tiles; only boundary datasets have tiles.`);
  const { info } = await archives.open(artifact.key);
  const { metadata } = info;
  return {
    tilejson: '3.0.0',
    name: typeof metadata['name'] === 'string' ? metadata['name'] : `${dataset} ${version}`,
    version: toSemver(version),
    // As it is said today: the archive has what was said when it was made.
    attribution: attributionOf(found.metadata),
    // Concrete also where `current` was asked for: tiles of two versions never meet on one map.
    tiles: [`${base}/tiles/${dataset}/${version}/{z}/{x}/{y}.mvt`],
    minzoom: info.minZoom,
    maxzoom: info.maxZoom,
    bounds: info.bounds,
    ...(found.bbox ? { bbox: found.bbox } : {}),
    center: info.center,
    vector_layers: toVectorLayers(metadata['vector_layers'], info.minZoom, info.maxZoom),
    ...(Array.isArray(metadata['languages']) ? { languages: metadata['languages'].map(String) } : {}),
  };
}

export function serveTilejson({ datasets, archives, authorize }: TileJsonDeps): Served[] {
  async function write(request: Request, dataset: DatasetId, version: VersionTag | 'current', base: string) {
    const { version: found, cache } = await findVisible({ datasets, authorize }, request, dataset, version);
    return reply(await tilejsonOf(found, archives, base), { cache });
  }

  return [
    serve(datasetRoutes.getTilejson, async ({ params: { dataset, version }, query, request, base }) =>
      write(request, dataset, (await findRefAsOf(datasets, dataset, version, query)).ref, base),
    ),
    // It names the concrete version too, so it is said to nobody for longer than a minute: another may hold on that day by then.
    serve(versionRoutes.getTilejsonAsOf, async ({ params: { dataset }, query, request, base }) =>
      write(request, dataset, (await datasets.findAsOf(dataset, query)).version, base),
    ),
  ];
}

/** TileJSON wants semver: `v02.01` → `2.1.0`. */
function toSemver(tag: string): string {
  const [major = 0, minor = 0] = tag.slice(1).split('.').map(Number);
  return `${major}.${minor}.0`;
}

function toVectorLayers(layers: unknown, minZoom: number, maxZoom: number): TileJson['vector_layers'] {
  if (!Array.isArray(layers)) return [];
  return (layers as { id: string; minzoom?: number; maxzoom?: number; fields?: Record<string, string> }[]).map((layer) => ({
    id: layer.id,
    minzoom: layer.minzoom ?? minZoom,
    maxzoom: layer.maxzoom ?? maxZoom,
    fields: layer.fields ?? {},
  }));
}
