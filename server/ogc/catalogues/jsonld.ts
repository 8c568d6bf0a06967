/** Versions as JSON-LD: schema.org for search engines, DCAT 3 for catalogues, in one graph with its own context, so that nothing is fetched to read it. Pure. */
import type { PublicVersion } from '../../catalogue/publicStore.ts';
import { BOUNDARIES, POPULATION, PRESENCE } from '../../contract/ids.ts';
import { toAddress } from '../../contract/paths.ts';
import { addressOf as addressOfCollection } from '../documents.ts';
import { addressOfFile, filesOf, licenseOf, lineOf, pageOf, textsOf } from './facts.ts';

type Json = Record<string, unknown>;

export const CONTEXT = {
  '@vocab': 'https://schema.org/',
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  adms: 'http://www.w3.org/ns/adms#',
  spdx: 'http://spdx.org/rdf/terms#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

/** http://purl.org/adms/status/1.0 */
const STATUS = 'http://purl.org/adms/status/';
const FREQUENCY = 'http://publications.europa.eu/resource/authority/frequency/';
const FREQUENCIES: Record<string, string> = { 1: 'ANNUAL', 2: 'BIENNIAL', 3: 'TRIENNIAL', 5: 'QUINQUENNIAL', 10: 'DECENNIAL' };
const KEYWORDS: Record<string, string[]> = {
  [BOUNDARIES]: ['administrative boundaries', 'COD-AB', 'P-codes'],
  [POPULATION]: ['population statistics', 'COD-PS', 'P-codes'],
  [PRESENCE]: ['operational presence', '3W'],
};

export interface Service {
  /** Ids of its collections. */
  collections: readonly string[];
  tilejson: string | null;
}

const ref = (id: string) => ({ '@id': id });
const typed = (type: string, value: string | number) => ({ '@type': `xsd:${type}`, '@value': value });

/** One dataset; its context apart, so that several stand in one graph. @param all versions of the dataset, oldest first */
export function datasetNode(base: string, version: PublicVersion, all: readonly PublicVersion[], { collections, tilejson }: Service): Json {
  const { dataset, metadata, bbox, kind, countryNames, country, languages } = version;
  const id = pageOf(base, version);
  const { title, description } = textsOf(version);
  const license = licenseOf(metadata.license);
  const { previous, current } = lineOf(version, all);
  const frequency = metadata.updateFrequencyYears === null ? undefined : FREQUENCIES[metadata.updateFrequencyYears];
  const organisation = (name: string) => ({ '@type': 'Organization', name });
  const creator = metadata.source || metadata.contributor;
  const spoken = languages.filter((lang) => lang !== 'und');
  return {
    '@id': id,
    '@type': ['Dataset', 'dcat:Dataset'],
    name: title,
    description,
    'dct:title': title,
    identifier: `${dataset} ${version.version}`,
    version: version.version,
    'dcat:version': version.version,
    url: id,
    keywords: [...(KEYWORDS[kind] ?? []), countryNames['en'] ?? country],
    isAccessibleForFree: true,
    datePublished: version.publishedAt,
    dateModified: version.changedAt,
    'dct:issued': typed('dateTime', version.publishedAt),
    'dct:modified': typed('dateTime', version.changedAt),
    ...(license.url ? { license: license.url, 'dct:license': ref(license.url) } : metadata.license ? { license: metadata.license } : {}),
    ...(creator ? { creator: organisation(creator) } : {}),
    ...(metadata.contributor ? { publisher: organisation(metadata.contributor) } : {}),
    ...(metadata.dateValidOn ? { temporalCoverage: `${metadata.dateValidOn}/..` } : {}),
    spatialCoverage: {
      '@type': 'Place',
      name: countryNames['en'] ?? country,
      identifier: country,
      ...(bbox ? { geo: { '@type': 'GeoShape', box: `${bbox[1]} ${bbox[0]} ${bbox[3]} ${bbox[2]}` } } : {}),
    },
    ...(spoken.length > 0 ? { inLanguage: spoken } : {}),
    isPartOf: ref(`${base}${toAddress('getCatalogJsonld')}`),
    sameAs: `${base}${toAddress('getVersion', { id: dataset, version: version.version })}`,
    'adms:status': ref(`${STATUS}${version.status === 'current' ? 'Completed' : 'Deprecated'}`),
    ...(frequency ? { 'dct:accrualPeriodicity': ref(`${FREQUENCY}${frequency}`) } : {}),
    ...(previous ? { 'dcat:previousVersion': ref(pageOf(base, previous)) } : {}),
    ...(current ? { 'dcat:hasCurrentVersion': ref(pageOf(base, current)) } : {}),
    distribution: filesOf(version).map(({ file, bytes, sha256, mediaType }) => {
      const href = addressOfFile(base, version, file);
      return {
        '@id': href,
        '@type': ['DataDownload', 'dcat:Distribution'],
        name: file,
        encodingFormat: mediaType,
        contentUrl: href,
        contentSize: `${bytes} B`,
        sha256,
        'dcat:downloadURL': ref(href),
        'dcat:mediaType': mediaType,
        'dcat:byteSize': typed('nonNegativeInteger', bytes),
        'spdx:checksum': {
          '@type': 'spdx:Checksum',
          'spdx:algorithm': ref('http://spdx.org/rdf/terms#checksumAlgorithm_sha256'),
          'spdx:checksumValue': sha256,
        },
      };
    }),
    'dcat:distribution': [
      ...filesOf(version).map(({ file }) => ref(addressOfFile(base, version, file))),
      ...collections.map((each) => ({
        '@type': 'dcat:Distribution',
        'dct:title': each,
        'dcat:accessURL': ref(addressOfCollection(base, each)),
        'dcat:accessService': ref(`${base}${toAddress('getOgcLanding')}`),
      })),
      ...(tilejson ? [{ '@type': 'dcat:Distribution', 'dct:title': 'TileJSON', 'dcat:accessURL': ref(tilejson) }] : []),
    ],
  };
}

const serviceNode = (base: string): Json => ({
  '@id': `${base}${toAddress('getOgcLanding')}`,
  '@type': 'dcat:DataService',
  'dct:title': 'OGC API Features',
  'dcat:endpointURL': ref(`${base}${toAddress('getOgcLanding')}`),
  'dcat:endpointDescription': ref(`${base}${toAddress('getOgcApi')}`),
  'dct:conformsTo': ref('http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core'),
});

/** A version by itself. */
export const toDocument = (node: Json): Json => ({ '@context': CONTEXT, ...node });

/** All versions as one catalogue. */
export const toCatalog = (base: string, title: string, nodes: readonly Json[]): Json => ({
  '@context': CONTEXT,
  '@id': `${base}${toAddress('getCatalogJsonld')}`,
  '@type': ['DataCatalog', 'dcat:Catalog'],
  name: title,
  'dct:title': title,
  url: base,
  'dcat:service': serviceNode(base),
  'dcat:dataset': nodes.map((node) => ref(String(node['@id']))),
  dataset: nodes,
});
