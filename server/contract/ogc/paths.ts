/** Addresses of open standards, apart for the length of paths.ts: OGC API Features, files for desktop programs, catalogues. */
const API = '/api/v1';
const COLLECTION = '/ogc/collections/:collection' as const;
const VERSION = `${API}/datasets/:id/versions/:version` as const;

export const OGC_PATHS = {
  getOgcLanding: 'get /ogc',
  getOgcConformance: 'get /ogc/conformance',
  getOgcApi: 'get /ogc/api',
  listCollections: 'get /ogc/collections',
  getCollection: `get ${COLLECTION}`,
  getCollectionSchema: `get ${COLLECTION}/schema`,
  getQueryables: `get ${COLLECTION}/queryables`,
  listItems: `get ${COLLECTION}/items`,
  getItem: `get ${COLLECTION}/items/:feature`,

  getQlr: `get ${VERSION}/layers.qlr`,
  getStyle: 'get /tiles/:dataset/:version/style.json',

  getJsonld: `get ${VERSION}/metadata.jsonld`,
  getCatalogJsonld: 'get /catalog.jsonld',
  getStac: 'get /stac/catalog.json',
  getStacCountry: 'get /stac/:iso3/catalog.json',
  getStacCollection: 'get /stac/:iso3/:dataset/:version/collection.json',
} as const;
