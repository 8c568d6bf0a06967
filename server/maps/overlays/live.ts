/** A layer as the live map of an embed draws it: the version that the picture shows. */
import type { PrintLang } from '../../contract/languages.ts';
import type { MapValuesAnswer } from '../../contract/maps/map.ts';
import { LAYER_MAX_ZOOM } from '../../contract/overlays/layer.ts';
import { toAddress } from '../../contract/paths.ts';
import { overlayTitle, type MapOverlay } from './overlay.ts';

export function liveLayer({ version: { dataset, version }, summary }: MapOverlay, lang: PrintLang): MapValuesAnswer['layers'][number] {
  const { shape, legend, size, base, isOld, minZoom, served } = summary;
  const where = { id: dataset, version };
  const tiles = toAddress('getLayerTile', { ...where, z: '0', x: '1', y: '2' }).replace('/0/1/2', '/{z}/{x}/{y}');
  return {
    id: dataset,
    title: overlayTitle(summary, lang),
    shape,
    entries: legend.entries.map(({ symbol, colour }) => ({ symbol, colour })),
    most: size?.max ?? null,
    isBase: base,
    isOld,
    minZoom,
    from: served === 'tiles' ? { tiles, minzoom: 0, maxzoom: LAYER_MAX_ZOOM } : { geojson: toAddress('getLayerGeojson', where) },
  };
}
