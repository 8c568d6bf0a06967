/** The documents of OGC API Features: landing page, conformance, collections, schema, queryables. Pure. */
import { toAddress } from '../contract/paths.ts';
import { titleOf, type Collection } from './collections.ts';
import { GEOJSON_TYPE, HTML_TYPE, JSON_TYPE, OPENAPI_TYPE, QUERYABLES_REL, SCHEMA_REL, SCHEMA_TYPE, selfAndPage, type Link } from './links.ts';
import type { Field, FieldType, Rows } from './rows.ts';

type Json = Record<string, unknown>;

export const CRS84 = 'http://www.opengis.net/def/crs/OGC/1.3/CRS84';
const GREGORIAN = 'http://www.opengis.net/def/uom/ISO-8601/0/Gregorian';

const SPEC = 'http://www.opengis.net/spec';
/** What holds, and nothing else: QGIS and others believe it. */
export const CONFORMANCE = [
  `${SPEC}/ogcapi-common-1/1.0/conf/core`,
  `${SPEC}/ogcapi-features-1/1.0/conf/core`,
  `${SPEC}/ogcapi-features-1/1.0/conf/oas30`,
  `${SPEC}/ogcapi-features-1/1.0/conf/geojson`,
  `${SPEC}/ogcapi-features-1/1.0/conf/html`,
  `${SPEC}/ogcapi-features-3/1.0/conf/queryables`,
  `${SPEC}/ogcapi-features-3/1.0/conf/queryables-query-parameters`,
  `${SPEC}/ogcapi-features-5/1.0/conf/schemas`,
];

/** @param base address of the server, without trailing slash @param texts title and description */
export function landingPage(base: string, { title, description }: { title: string; description: string }): { links: Link[] } & Json {
  const at = (path: string) => `${base}${path}`;
  const conformance = at(toAddress('getOgcConformance'));
  const collections = at(toAddress('listCollections'));
  return {
    title,
    description,
    links: [
      ...selfAndPage(at(toAddress('getOgcLanding')), title, JSON_TYPE),
      { rel: 'service-desc', href: at(toAddress('getOgcApi')), type: OPENAPI_TYPE, title: 'OpenAPI 3.0' },
      { rel: 'service-doc', href: at(toAddress('showDocs')), type: HTML_TYPE, title: 'API' },
      { rel: 'conformance', href: conformance, type: JSON_TYPE, title: 'Conformance' },
      { rel: 'http://www.opengis.net/def/rel/ogc/1.0/conformance', href: conformance, type: JSON_TYPE, title: 'Conformance' },
      { rel: 'data', href: collections, type: JSON_TYPE, title: 'Collections' },
      { rel: 'http://www.opengis.net/def/rel/ogc/1.0/data', href: collections, type: JSON_TYPE, title: 'Collections' },
    ],
  };
}

export const addressOf = (base: string, id: string): string => `${base}${toAddress('getCollection', { collection: id })}`;

/** At six decimals, outwards. */
const outwards = ([west, south, east, north]: readonly [number, number, number, number]) => [
  Math.floor(west * 1e6) / 1e6,
  Math.floor(south * 1e6) / 1e6,
  Math.ceil(east * 1e6) / 1e6,
  Math.ceil(north * 1e6) / 1e6,
];

/** @param bbox of its own features where it is known; else that of the version holds */
export function collectionDocument(base: string, collection: Collection, bbox: Rows['bbox'] = collection.version.bbox): { links: Link[] } & Json {
  const { id, version, content } = collection;
  const { metadata } = version;
  const href = addressOf(base, id);
  const title = titleOf(collection);
  const items = `${href}/items`;
  const links: Link[] = [
    ...selfAndPage(href, title, JSON_TYPE),
    { rel: 'items', href: items, type: GEOJSON_TYPE, title },
    { rel: 'items', href: `${items}?f=html`, type: HTML_TYPE, title },
    { rel: SCHEMA_REL, href: `${href}/schema`, type: SCHEMA_TYPE, title: 'Schema' },
    { rel: QUERYABLES_REL, href: `${href}/queryables`, type: SCHEMA_TYPE, title: 'Queryables' },
  ];
  if (content.of === 'file')
    links.push({
      rel: 'enclosure',
      href: `${base}${toAddress('download', { id: version.dataset, version: version.version, file: content.artifact.file })}`,
      type: GEOJSON_TYPE,
      title: content.artifact.file,
    });
  return {
    id,
    title,
    ...(metadata.caveats || metadata.methodology || metadata.source
      ? { description: [metadata.source, metadata.methodology, metadata.caveats].filter(Boolean).join(' – ') }
      : {}),
    ...(metadata.source ? { attribution: metadata.source } : {}),
    itemType: 'feature',
    crs: [CRS84],
    extent: {
      ...(bbox ? { spatial: { bbox: [outwards(bbox)], crs: CRS84 } } : {}),
      ...(metadata.dateValidOn ? { temporal: { interval: [[`${metadata.dateValidOn}T00:00:00Z`, null]], trs: GREGORIAN } } : {}),
    },
    links,
  };
}

/** More than 500 versions have. */
const TEXTS_KEPT = 20_000;

/** The list of all, as text: that of a collection is the same until something is said of its version, and is kept. */
export function createCollectionsDocument() {
  const kept = new Map<string, string>();
  const textOf = (base: string, collection: Collection): string => {
    const key = `${base} ${collection.id} ${collection.version.changedAt}`;
    let text = kept.get(key);
    if (text === undefined) {
      if (kept.size >= TEXTS_KEPT) kept.clear();
      kept.set(key, (text = JSON.stringify(collectionDocument(base, collection))));
    }
    return text;
  };
  return (base: string, collections: readonly Collection[], title: string): { text: string; links: Link[] } => {
    const links = selfAndPage(`${base}${toAddress('listCollections')}`, title, JSON_TYPE);
    const head = `{"links":${JSON.stringify(links)},"numberMatched":${collections.length},"numberReturned":${collections.length},"collections":[`;
    return { links, text: `${head}${collections.map((collection) => textOf(base, collection)).join(',')}]}` };
  };
}

const DRAFT = 'https://json-schema.org/draft/2020-12/schema';
const TYPES: Record<FieldType, Json> = {
  string: { type: 'string' },
  number: { type: 'number' },
  integer: { type: 'integer' },
  date: { type: 'string', format: 'date' },
};
const FORMATS: Record<Rows['geometry'], string> = {
  MultiPolygon: 'geometry-multipolygon',
  MultiLineString: 'geometry-multilinestring',
  Point: 'geometry-point',
  MultiPoint: 'geometry-multipoint',
};

/** @param idField the property that is the id of a feature, where one is */
export function schemaDocument(base: string, collection: Collection, { fields, geometry }: Pick<Rows, 'fields' | 'geometry'>): Json {
  const own = idFieldOf(collection, fields);
  const role = (name: string) =>
    name === own
      ? { 'x-ogc-role': 'id' }
      : name === 'valid_on'
        ? { 'x-ogc-role': 'primary-interval-start' }
        : name === 'valid_to'
          ? { 'x-ogc-role': 'primary-interval-end' }
          : {};
  return {
    $schema: DRAFT,
    $id: `${addressOf(base, collection.id)}/schema`,
    type: 'object',
    title: titleOf(collection),
    properties: {
      ...Object.fromEntries(fields.map(({ name, type }, i) => [name, { title: name, ...TYPES[type], 'x-ogc-propertySeq': i + 1, ...role(name) }])),
      geometry: { 'x-ogc-role': 'primary-geometry', format: FORMATS[geometry] },
    },
  };
}

const idFieldOf = ({ level }: Collection, fields: readonly Field[]) => {
  const name = level === null ? 'pcode' : `adm${level}_pcode`;
  return fields.some((field) => field.name === name) ? name : null;
};

export function queryablesDocument(
  base: string,
  collection: Collection,
  { queryables, fields, geometry }: Pick<Rows, 'queryables' | 'fields' | 'geometry'>,
): Json {
  const types = new Map(fields.map(({ name, type }) => [name, type]));
  return {
    $schema: DRAFT,
    $id: `${addressOf(base, collection.id)}/queryables`,
    type: 'object',
    title: titleOf(collection),
    properties: {
      ...Object.fromEntries([...queryables.keys()].map((name) => [name, { title: name, ...TYPES[types.get(name) ?? 'string'] }])),
      geometry: { title: 'geometry', format: FORMATS[geometry] },
    },
    additionalProperties: false,
  };
}
