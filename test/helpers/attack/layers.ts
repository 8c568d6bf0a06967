/** What is asked of layers: a country without any tells of none; that of a sensitive one is in test/http/layers. */
import type { Asks } from './groupAsks.ts';

export const LAYER_ID = 'layer-exl-sites';
const of = (path: string) => ['current', 'v01', 'v02'].map((version) => `/api/v1/layers/${LAYER_ID}/versions/${version}${path}`);

export const LAYERS: Asks = {
  listLayers: { ask: ['/api/v1/countries/EXL/layers'], keeps: [['/api/v1/countries/EXL/layers', 'no']] },
  getLayer: { ask: of(''), keeps: [] },
  getLayerTilejson: { ask: of('/tiles.json'), keeps: [] },
  getLayerTile: { ask: [...of('/tiles/0/0/0.mvt'), ...of('/tiles/6/32/30.mvt'), ...of('/tiles/14/8237/7873.mvt')], keeps: [] },
  listLayerUnits: { ask: [...of('/units'), ...[0, 1, 2, 3].flatMap((level) => of(`/units?level=${level}`))], keeps: [] },
  getLayerUnitsCsv: { ask: [...of('/units.csv'), ...of('/units.csv?level=2')], keeps: [] },
  listLayerFeatures: { ask: [...of('/features'), ...of('/features?q=marker'), ...of('/features?pcode=EX0101')], keeps: [] },
  getLayerFeature: { ask: [...of('/features/1'), ...of('/features/2')], keeps: [] },
  getLayerGeojson: { ask: of('.geojson'), keeps: [] },
  getLayerCsv: { ask: of('.csv'), keeps: [] },
  getLayerKml: { ask: of('.kml'), keeps: [] },
};
