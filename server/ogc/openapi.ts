/** The service as OpenAPI 3.0.3, since 3.1 is no part of OGC API Features. QGIS takes its page size from `limit` as it is told here. Pure. */
import { DEFAULT_ITEMS, MOST_ITEMS, ogcRoutes } from '../contract/ogc/routes.ts';
import type { Route } from '../contract/route.ts';
import { GEOJSON_TYPE, HTML_TYPE, JSON_TYPE, OPENAPI_TYPE, SCHEMA_TYPE } from './links.ts';

type Json = Record<string, unknown>;

const ref = (name: string) => ({ $ref: `#/components/parameters/${name}` });

/** Query parameters of items, as their schemas are told. */
const PARAMETERS: Json = {
  collectionId: { name: 'collectionId', in: 'path', required: true, schema: { type: 'string', pattern: '^[a-z0-9_-]+$' }, example: 'cod-ab-sle_v01_adm2' },
  featureId: { name: 'featureId', in: 'path', required: true, schema: { type: 'string' }, example: 'SL0101' },
  f: { name: 'f', in: 'query', required: false, schema: { type: 'string', enum: ['json', 'html'] } },
  limit: {
    name: 'limit',
    in: 'query',
    required: false,
    style: 'form',
    explode: false,
    schema: { type: 'integer', minimum: 1, maximum: MOST_ITEMS, default: DEFAULT_ITEMS },
  },
  offset: { name: 'offset', in: 'query', required: false, schema: { type: 'integer', minimum: 0, default: 0 } },
  bbox: {
    name: 'bbox',
    in: 'query',
    required: false,
    style: 'form',
    explode: false,
    schema: {
      type: 'array',
      oneOf: [
        { minItems: 4, maxItems: 4 },
        { minItems: 6, maxItems: 6 },
      ],
      items: { type: 'number' },
    },
  },
  datetime: { name: 'datetime', in: 'query', required: false, style: 'form', explode: false, schema: { type: 'string' }, example: '2020-01-01T00:00:00Z/..' },
  properties: { name: 'properties', in: 'query', required: false, style: 'form', explode: false, schema: { type: 'array', items: { type: 'string' } } },
  skipGeometry: { name: 'skipGeometry', in: 'query', required: false, schema: { type: 'boolean', default: false } },
  queryables: {
    name: 'queryables',
    in: 'query',
    required: false,
    style: 'form',
    explode: true,
    schema: { type: 'object', additionalProperties: { type: 'string' } },
    example: { pcode: 'SL0101' },
  },
};

const OPERATIONS: [route: Route, media: string][] = [
  [ogcRoutes.getOgcLanding, JSON_TYPE],
  [ogcRoutes.getOgcConformance, JSON_TYPE],
  [ogcRoutes.getOgcApi, OPENAPI_TYPE],
  [ogcRoutes.listCollections, JSON_TYPE],
  [ogcRoutes.getCollection, JSON_TYPE],
  [ogcRoutes.getCollectionSchema, SCHEMA_TYPE],
  [ogcRoutes.getQueryables, SCHEMA_TYPE],
  [ogcRoutes.listItems, GEOJSON_TYPE],
  [ogcRoutes.getItem, GEOJSON_TYPE],
];

const ITEMS = ['limit', 'offset', 'bbox', 'datetime', 'properties', 'skipGeometry', 'queryables'];

/** @param base address of the server, without trailing slash: paths stand below its `/ogc` */
export function ogcOpenApi(base: string, version: string, { title, description }: { title: string; description: string }): Json {
  const paths = OPERATIONS.map(([route, media]) => {
    const path =
      route.path
        .replace(/^\/ogc/, '')
        .replace(':collection', '{collectionId}')
        .replace(':feature', '{featureId}') || '/';
    const parameters = [
      ...(path.includes('{collectionId}') ? ['collectionId'] : []),
      ...(path.includes('{featureId}') ? ['featureId'] : []),
      'f',
      ...(route.name === 'listItems' ? ITEMS : []),
    ];
    const content = { [media]: { schema: { type: 'object' } }, ...(media === OPENAPI_TYPE ? {} : { [HTML_TYPE]: { schema: { type: 'string' } } }) };
    const operation = {
      operationId: route.name,
      summary: route.summary,
      tags: ['Features'],
      parameters: parameters.map(ref),
      responses: {
        200: { description: route.summary, content },
        default: { description: 'RFC 9457', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } },
      },
    };
    return [path, { get: operation }];
  });
  return {
    openapi: '3.0.3',
    info: { title, description, version, license: { name: 'MIT', url: 'https://opensource.org/license/mit' } },
    servers: [{ url: `${base}/ogc` }],
    tags: [{ name: 'Features' }],
    paths: Object.fromEntries(paths),
    components: {
      parameters: PARAMETERS,
      schemas: {
        Problem: {
          type: 'object',
          required: ['type', 'title', 'status', 'detail'],
          properties: {
            type: { type: 'string' },
            title: { type: 'string' },
            status: { type: 'integer' },
            detail: { type: 'string' },
            instance: { type: 'string' },
          },
        },
      },
    },
  };
}
