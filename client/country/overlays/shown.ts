/** A layer and where it comes from, as the map draws it. */
import type { LayerSummary } from '../../../server/contract/overlays/layer.ts';
import type { LayerTilejson } from '../../../server/contract/overlays/routes.ts';
import type { ShownOverlay } from '../../map/layers/overlays.ts';

/** Tiles and files are fetched by a worker, which knows no page that an address could be relative to. */
const absolute = (href: string): string => new URL(href, document.baseURI).href.replaceAll('%7B', '{').replaceAll('%7D', '}');

export function toShownOverlay({ id, shape, legend, size, base, isOld, minZoom }: LayerSummary, source: LayerTilejson): ShownOverlay {
  const from =
    source.served === 'geojson'
      ? { geojson: absolute(source.geojson) }
      : { tiles: absolute(source.tiles[0]!), minzoom: source.minzoom, maxzoom: source.maxzoom };
  const entries = legend.entries.map(({ symbol, colour }) => ({ symbol, colour }));
  return { id, shape, entries, most: size?.max ?? null, isBase: base, isOld, minZoom, from };
}
