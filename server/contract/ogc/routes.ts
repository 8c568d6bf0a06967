/** Routes of open standards (docs/standards.md). Answers are told as loose JSON: their shapes are those of the standards, judged by other programs. */
import { z } from 'zod';
import { versionParams, versionRef } from '../datasets/api.ts';
import { datasetId, iso3, versionTag } from '../ids.ts';
import { LANGS } from '../languages.ts';
import { answering, defineRoutes } from '../route.ts';

type Json = Record<string, unknown>;
const json = answering<Json>(z.looseObject({}));

/** What an id of a collection may hold: QGIS loads none with a dot in it. */
export const COLLECTION_ID = /^[a-z0-9_-]{1,120}$/;
const collectionParams = z.object({ collection: z.string().max(200) });
const itemParams = collectionParams.extend({ feature: z.string().max(200) });

/** `f` wins over what the client accepts. */
const format = z.enum(['json', 'html']).optional();
const plainQuery = z.strictObject({ f: format });
/** What else is asked of items is told by the collection: its queryables. The handler refuses what it does not know. */
const itemsQuery = z.looseObject({
  f: format,
  limit: z.string().optional().describe('features in one answer: 1 to 10,000; 1,000 where nothing is said'),
  offset: z.string().optional().describe('features to skip; follow the link `next` instead of counting'),
  bbox: z.string().optional().describe('4 or 6 numbers, WGS 84; west above east: across the antimeridian'),
  datetime: z.string().optional().describe('a day, a time, or an interval with `..` for an open end, against valid_on and valid_to'),
  properties: z.string().optional().describe('names with commas between: only these'),
  skipGeometry: z.string().optional().describe('true: without geometry'),
});

/** Of one page of items. */
export const DEFAULT_ITEMS = 1000;
export const MOST_ITEMS = 10_000;

const GEOJSON = 'application/geo+json';
const C = '/ogc/collections/cod-ab-sle_v01_adm2';
const V = '/api/v1/datasets/cod-ab-sle/versions/current';
const tag = 'standards';

export const ogcRoutes = defineRoutes({
  getOgcLanding: {
    summary: 'OGC API Features: where everything is',
    tag,
    query: plainQuery,
    answer: { status: 200, schema: json },
    cache: 'minute',
    example: '/ogc',
  },
  getOgcConformance: {
    summary: 'Which parts of the standard hold',
    tag,
    query: plainQuery,
    answer: { status: 200, schema: json },
    cache: 'minute',
    example: '/ogc/conformance',
  },
  getOgcApi: {
    summary: 'OpenAPI 3.0 document of OGC API Features',
    tag,
    query: plainQuery,
    answer: { status: 200, schema: json },
    cache: 'minute',
    example: '/ogc/api',
  },
  listCollections: {
    summary: 'Collections of features: each level of each published version, lines, points, population, 3W counts, layers',
    tag,
    query: plainQuery,
    answer: { status: 200, schema: json },
    cache: 'minute',
    example: '/ogc/collections',
  },
  getCollection: {
    summary: 'One collection; `current` in the place of a version leads to the current one',
    tag,
    params: collectionParams,
    query: plainQuery,
    answer: { status: 200, schema: json },
    cache: 'minute',
    example: C,
  },
  getCollectionSchema: {
    summary: 'What a feature of the collection holds, as JSON Schema (Part 5)',
    tag,
    params: collectionParams,
    query: plainQuery,
    answer: { status: 200, schema: json },
    example: `${C}/schema`,
  },
  getQueryables: {
    summary: 'By what features can be asked for, as JSON Schema (Part 3)',
    tag,
    params: collectionParams,
    query: plainQuery,
    answer: { status: 200, schema: json },
    example: `${C}/queryables`,
  },
  listItems: {
    summary: 'Features as GeoJSON, page by page; each queryable is a parameter too',
    tag,
    params: collectionParams,
    query: itemsQuery,
    answer: { status: 200, media: GEOJSON },
    example: `${C}/items?limit=10`,
  },
  getItem: {
    summary: 'One feature by its P-code',
    tag,
    params: itemParams,
    query: plainQuery,
    answer: { status: 200, media: GEOJSON },
    example: `${C}/items/SL0101`,
  },

  getQlr: {
    summary: 'Layer definition for QGIS: tiles and features of the version, named; `current` follows the current version',
    tag,
    params: versionParams,
    query: z.object({ lang: z.enum(LANGS).default('en') }),
    answer: { status: 200, media: 'application/x-qgis-layer-definition' },
    example: `${V}/layers.qlr`,
  },
  getStyle: {
    summary: 'MapLibre style of the tiles of a version, with absolute addresses; labels in the language asked for',
    tag,
    params: z.object({ dataset: datasetId, version: versionRef }),
    query: z.object({
      levels: z
        .string()
        .regex(/^[0-5](,[0-5])*$/, 'wrong.levels')
        .transform((text) => text.split(',').map(Number))
        .optional()
        .describe('admin levels with commas between; all where nothing is said'),
      lang: z.string().max(12).optional(),
    }),
    answer: { status: 200, schema: json },
    example: '/tiles/cod-ab-sle/current/style.json?levels=1,2&lang=en',
  },

  getJsonld: {
    summary: 'A version as JSON-LD: schema.org and DCAT 3',
    tag,
    params: versionParams,
    answer: { status: 200, media: 'application/ld+json' },
    example: `${V}/metadata.jsonld`,
  },
  getCatalogJsonld: {
    summary: 'All published versions as one DCAT 3 catalogue in JSON-LD',
    tag,
    answer: { status: 200, media: 'application/ld+json' },
    cache: 'minute',
    example: '/catalog.jsonld',
  },
  getStac: {
    summary: 'STAC 1.1 catalogue: a child for each country',
    tag,
    answer: { status: 200, schema: json },
    cache: 'minute',
    example: '/stac/catalog.json',
  },
  getStacCountry: {
    summary: 'STAC 1.1 catalogue of a country: a collection for each published version',
    tag,
    params: z.object({ iso3 }),
    answer: { status: 200, schema: json },
    cache: 'minute',
    example: '/stac/sle/catalog.json',
  },
  getStacCollection: {
    summary: 'A published version as STAC 1.1 collection with its files',
    tag,
    params: z.object({ iso3, dataset: datasetId, version: versionTag }),
    answer: { status: 200, schema: json },
    cache: 'minute',
    example: '/stac/sle/cod-ab-sle/v01/collection.json',
  },
});

/** What the service says of itself to other programs. */
export const OGC_TEXTS = {
  title: 'Codmap',
  description: "A country's Common Operational Datasets as features: boundaries, population, operational presence, layers.",
};
