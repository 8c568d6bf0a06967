/** Routes of layers (decision 0070). Whoever is given counts only is refused all but the list, the layer and the table of units. */
import { z } from 'zod';
import { versionRef } from '../datasets/api.ts';
import { scopeParams } from '../sensitivity/sensitivity.ts';
import { adminLevel, datasetId, LAYER, pcode, toDatasetKind } from '../ids.ts';
import { answering, defineRoutes } from '../route.ts';
import type { LayerAnswer, LayerFeature, LayerSummary, LayerUnits } from './layer.ts';

const layerId = datasetId.refine((id) => toDatasetKind(id) === LAYER, 'wrong.layer');
export const layerParams = z.object({ id: layerId, version: versionRef });
const coordinate = z.coerce.number().int().min(0);
export const layerTileParams = layerParams.extend({ z: coordinate.max(30), x: coordinate, y: coordinate });
export const layerFeatureParams = layerParams.extend({ feature: z.coerce.number().int().min(1) });
/** `level`: the deepest that is told where none is said. */
export const layerUnitsQuery = z.object({ level: z.coerce.number().pipe(adminLevel).optional() });
export const layerFeaturesQuery = z.object({
  q: z.string().max(200).optional().describe('Part of a name or of any column that is kept'),
  pcode: pcode.optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  offset: z.coerce.number().int().min(0).default(0),
});

const totals = z.object({ features: z.number(), sum: z.number().nullable(), lengthKm: z.number().nullable(), areaKm2: z.number().nullable() });
const summary = z.looseObject({
  id: datasetId,
  version: z.string(),
  title: z.string(),
  theme: z.string(),
  shape: z.string(),
  totals: totals.nullable(),
  legend: z.object({
    column: z.string().nullable(),
    entries: z.array(z.looseObject({ value: z.string().nullable(), colour: z.string(), symbol: z.string() })),
  }),
  served: z.string(),
});
const unit = z.looseObject({ pcode: z.string(), name: z.string(), features: z.number().nullable() });
const feature = z.looseObject({ id: z.number(), name: z.string().nullable(), properties: z.record(z.string(), z.unknown()) });

/** TileJSON 3.0.0, and beside it which way a map takes: `geojson` where the layer is small, else its tiles. */
const layerTilejson = z.looseObject({
  tilejson: z.literal('3.0.0'),
  tiles: z.array(z.string()),
  minzoom: z.number(),
  maxzoom: z.number(),
  bounds: z.array(z.number()).optional(),
  attribution: z.string(),
  served: z.enum(['geojson', 'tiles']),
  geojson: z.string().describe('Address of the whole layer'),
  vector_layers: z.array(z.looseObject({ id: z.string(), fields: z.record(z.string(), z.string()) })),
});
export type LayerTilejson = z.infer<typeof layerTilejson>;

const E = '/api/v1/layers/layer-sle-clinics/versions/current';
const file = (ending: string, media: string, what: string) =>
  ({
    summary: what,
    tag: 'layers',
    params: layerParams,
    answer: { status: 200, media },
    heavy: [],
    example: `${E}.${ending}`,
  }) as const;

export const layerRoutes = defineRoutes({
  listLayers: {
    summary: 'Layers of a country: the current version of each, with its legend; for members also those that are drafts only',
    tag: 'layers',
    params: scopeParams,
    answer: { status: 200, schema: answering<{ layers: LayerSummary[] }>(z.object({ layers: z.array(summary) })) },
    example: '/api/v1/countries/SLE/layers',
  },
  getLayer: {
    summary: 'A version of a layer: legend, columns, what became of each row, how it was placed in units',
    tag: 'layers',
    params: layerParams,
    answer: { status: 200, schema: answering<LayerAnswer>(summary) },
    example: E,
  },
  getLayerTilejson: {
    summary: 'How a map gets the layer: one GeoJSON where it is small, else vector tiles',
    tag: 'layers',
    params: layerParams,
    answer: { status: 200, schema: layerTilejson },
    example: `${E}/tiles.json`,
  },
  getLayerTile: {
    summary: 'Vector tile with the layer `features`; where some are not shown, `told` has a point that says how many',
    tag: 'layers',
    params: layerTileParams,
    answer: { status: 200, media: 'application/vnd.mapbox-vector-tile' },
    example: `${E}/tiles/6/30/30.mvt`,
  },
  listLayerUnits: {
    summary: 'Features, lengths, areas and sums by unit; a withheld number is null',
    tag: 'layers',
    params: layerParams,
    query: layerUnitsQuery,
    answer: {
      status: 200,
      schema: answering<LayerUnits>(z.looseObject({ level: z.number(), units: z.array(unit), total: unit, withheldBelow: z.number().nullable() })),
    },
    example: `${E}/units?level=2`,
  },
  getLayerUnitsCsv: {
    summary: 'The same as a table',
    tag: 'layers',
    params: layerParams,
    query: layerUnitsQuery,
    answer: { status: 200, media: 'text/csv' },
    example: `${E}/units.csv?level=2`,
  },
  listLayerFeatures: {
    summary: 'Features with all columns that are kept, those of one unit or those in which a text occurs',
    tag: 'layers',
    params: layerParams,
    query: layerFeaturesQuery,
    answer: {
      status: 200,
      schema: answering<{ total: number; features: LayerFeature[] }>(z.object({ total: z.number().int(), features: z.array(feature) })),
    },
    heavy: [],
    example: `${E}/features?q=clinic`,
  },
  getLayerFeature: {
    summary: 'One feature with all columns that are kept, and the units that it lies in',
    tag: 'layers',
    params: layerFeatureParams,
    answer: { status: 200, schema: answering<LayerFeature>(feature) },
    heavy: [],
    example: `${E}/features/1`,
  },
  getLayerGeojson: file('geojson', 'application/geo+json', 'The whole layer as GeoJSON, largest first'),
  getLayerCsv: file('csv', 'text/csv', 'The whole layer as a table: of points with longitude and latitude, of lines and areas with WKT'),
  getLayerKml: file('kml', 'application/vnd.google-earth.kml+xml', 'The whole layer as KML'),
});
