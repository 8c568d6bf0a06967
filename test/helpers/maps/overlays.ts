/** Layers over the boundaries, made by the test. */
import type { Geometry } from 'geojson';
import type { LayerSummary } from '../../../server/contract/overlays/layer.ts';
import type { MapOverlay, OverlayFeature } from '../../../server/maps/overlays/overlay.ts';

export const layerSummary = (patch: Partial<LayerSummary> = {}): LayerSummary => ({
  id: 'layer-xnv-sites' as never,
  version: 'v01' as never,
  status: 'current',
  country: 'XNV' as never,
  titles: { ar: 'مواقع النازحين' },
  title: 'Sites',
  theme: 'displacement',
  base: false,
  shape: 'points',
  totals: null,
  source: 'DTM',
  license: 'CC BY 4.0',
  date: '2025-04-30',
  validUntil: null,
  isOld: false,
  bbox: null,
  legend: {
    column: 'kind',
    entries: [
      { value: 'camp', labels: { ar: 'مخيم' }, colour: 'orange', symbol: 'triangle', count: 2 },
      { value: 'host', labels: {}, colour: 'purple', symbol: 'circle', count: 1 },
      { value: null, labels: {}, colour: 'grey', symbol: 'cross', count: 1 },
    ],
  },
  size: null,
  minZoom: 0,
  served: 'geojson',
  isOpen: true,
  ...patch,
});

export const overlay = (patch: Partial<LayerSummary>, features: readonly OverlayFeature[]): MapOverlay => ({
  version: { dataset: 'layer-xnv-sites', version: 'v01', artifacts: [], metadata: { source: 'DTM', license: 'CC BY 4.0' } } as never,
  summary: layerSummary(patch),
  features,
});

export const feature = (geometry: Geometry, entry = 0, size: number | null = null, name = ''): OverlayFeature => ({ geometry, entry, size, name });
export const point = (lon: number, lat: number, entry = 0, size: number | null = null, name = ''): OverlayFeature =>
  feature({ type: 'Point', coordinates: [lon, lat] }, entry, size, name);
