/** A layer over the boundaries of a map: what it looks like, with its features; or why it is not drawn. */
import type { Geometry } from 'geojson';
import type { DatasetVersion } from '../../contract/datasets/dataset.ts';
import type { DatasetId, VersionTag } from '../../contract/ids.ts';
import type { MapSpec } from '../../contract/maps/map.ts';
import type { PrintLang } from '../../contract/languages.ts';
import { isLang } from '../../contract/languages.ts';
import { FEATURE_KEYS, type LayerSummary } from '../../contract/overlays/layer.ts';

export interface OverlayFeature {
  geometry: Geometry;
  /** Place of its entry in the legend. */
  entry: number;
  size: number | null;
  name: string;
}

export interface MapOverlay {
  version: DatasetVersion;
  summary: LayerSummary;
  /** The largest first. */
  features: readonly OverlayFeature[];
}

/**
 * Why a layer of a map is not drawn: `counts`: everybody is given counts by unit only; `restricted`: it is not shared with everybody; `unknown`: there
 * is none, or none that may be spoken of. `title` as far as it may be told.
 */
export interface ClosedOverlay {
  dataset: DatasetId;
  why: 'counts' | 'restricted' | 'unknown';
  title: string | null;
}

export interface MapOverlays {
  shown: MapOverlay[];
  closed: ClosedOverlay[];
}
export const NO_OVERLAYS: MapOverlays = { shown: [], closed: [] };

/** GeoJSON as files of layers have it. */
interface GivenFeature {
  geometry: { type: string; coordinates: unknown } | null;
  properties: Readonly<Record<string, unknown>>;
}

function toOverlayFeature({ geometry, properties }: GivenFeature): OverlayFeature[] {
  if (!geometry) return [];
  const { [FEATURE_KEYS.entry]: entry, [FEATURE_KEYS.size]: size, [FEATURE_KEYS.name]: name } = properties;
  return [
    {
      geometry: geometry as Geometry,
      entry: typeof entry === 'number' ? entry : 0,
      size: typeof size === 'number' ? size : null,
      name: typeof name === 'string' ? name : '',
    },
  ];
}

export const overlayTitle = ({ titles, title }: Pick<LayerSummary, 'titles' | 'title'>, lang: PrintLang): string =>
  (isLang(lang) ? titles[lang] : undefined) ?? title;

/** What everybody is given of a layer; `current` is the version that is now. */
export type ShowLayer = (
  id: DatasetId,
  version: VersionTag | 'current',
) => Promise<{ version: DatasetVersion; summary: LayerSummary; features: readonly GivenFeature[] } | { withheld: ClosedOverlay['why']; title: string | null }>;

/** The layers of a map as everybody is given them, in the order of the map. */
export async function findOverlays(layers: MapSpec['layers'], show: ShowLayer): Promise<MapOverlays> {
  const found = await Promise.all(layers.map(async ({ dataset, version }) => ({ dataset, own: await show(dataset, version) })));
  const overlays: MapOverlays = { shown: [], closed: [] };
  for (const { dataset, own } of found) {
    if ('withheld' in own) overlays.closed.push({ dataset, why: own.withheld, title: own.title });
    else overlays.shown.push({ version: own.version, summary: own.summary, features: own.features.flatMap(toOverlayFeature) });
  }
  return overlays;
}
