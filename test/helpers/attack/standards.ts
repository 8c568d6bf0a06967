/** What a stranger asks of open standards: collections, counts of a 3W as features, catalogues, files for programs on the desk. */
import type { Asks } from './groupAsks.ts';

const AB = '/ogc/collections/cod-ab-exl_v01_adm2';
const W = '/ogc/collections/3w-exl';
const V = '/api/v1/datasets';

export const STANDARDS: Asks = {
  getOgcLanding: { ask: ['/ogc'], keeps: [['/ogc', 'minute']] },
  getOgcConformance: { ask: ['/ogc/conformance'], keeps: [['/ogc/conformance', 'minute']] },
  getOgcApi: { ask: ['/ogc/api'], keeps: [['/ogc/api', 'minute']] },
  listCollections: { ask: ['/ogc/collections'], keeps: [['/ogc/collections', 'minute']] },
  getCollection: { ask: [AB, `${W}_v02_adm2`, `${W}_v01_adm2`, `${W}_current_adm1`], keeps: [[AB, 'minute']] },
  getCollectionSchema: { ask: [`${AB}/schema`, `${W}_v02_adm2/schema`], keeps: [[`${AB}/schema`, 'year'], [`${W}_v02_adm2/schema`, 'minute']] }, // prettier-ignore
  getQueryables: { ask: [`${AB}/queryables`, `${W}_v02_adm2/queryables`], keeps: [[`${AB}/queryables`, 'year']] },
  listItems: {
    ask: ['v01', 'v02', 'current'].flatMap((tag) => [1, 2].flatMap((level) => [`${W}_${tag}_adm${level}/items`, `${W}_${tag}_adm${level}/items?reason=withheld`, `${W}_${tag}_adm${level}/items?pcode=EX0101`])),
    keeps: [[`${AB}/items`, 'year'], [`${W}_v02_adm2/items`, 'minute'], ['/ogc/collections/cod-ab-exl_current_adm2/items', 'minute']],
  }, // prettier-ignore
  getItem: { ask: [`${W}_v02_adm2/items/EX0101`, `${W}_v02_adm1/items/EX01`, `${W}_v01_adm2/items/EX0101`], keeps: [[`${AB}/items/EX0101`, 'year']] },
  getQlr: {
    ask: [`${V}/3w-exl/versions/current/layers.qlr`, `${V}/3w-exl/versions/v01/layers.qlr`],
    keeps: [[`${V}/cod-ab-exl/versions/current/layers.qlr`, 'minute']],
  },
  getStyle: { ask: ['/tiles/3w-exl/current/style.json'], keeps: [['/tiles/cod-ab-exl/current/style.json', 'minute']] },
  getJsonld: {
    ask: [`${V}/3w-exl/versions/current/metadata.jsonld`, `${V}/3w-exl/versions/v01/metadata.jsonld`],
    keeps: [[`${V}/cod-ab-exl/versions/current/metadata.jsonld`, 'minute']],
  },
  getCatalogJsonld: { ask: ['/catalog.jsonld'], keeps: [['/catalog.jsonld', 'minute']] },
  getStac: { ask: ['/stac/catalog.json'], keeps: [['/stac/catalog.json', 'minute']] },
  getStacCountry: { ask: ['/stac/exl/catalog.json'], keeps: [['/stac/exl/catalog.json', 'minute']] },
  getStacCollection: {
    ask: ['/stac/exl/3w-exl/v02/collection.json', '/stac/exl/3w-exl/v01/collection.json'],
    keeps: [['/stac/exl/cod-ab-exl/v01/collection.json', 'minute']],
  },
};
