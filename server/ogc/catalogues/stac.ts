/** The catalogue as static STAC 1.1: a catalogue for each country, in it a collection for each version, whose files are its assets. Pure. */
import type { PublicVersion } from '../../catalogue/publicStore.ts';
import type { Artifact } from '../../contract/datasets/dataset.ts';
import { BOUNDARIES } from '../../contract/ids.ts';
import { toAddress } from '../../contract/paths.ts';
import type { Field } from '../rows.ts';
import { addressOfFile, filesOf, licenseOf, lineOf, pageOf, textsOf } from './facts.ts';

type Json = Record<string, unknown>;

const STAC = '1.1.0';
export const EXTENSIONS = {
  version: 'https://stac-extensions.github.io/version/v1.2.0/schema.json',
  file: 'https://stac-extensions.github.io/file/v2.1.0/schema.json',
  table: 'https://stac-extensions.github.io/table/v1.2.0/schema.json',
  webMapLinks: 'https://stac-extensions.github.io/web-map-links/v1.2.0/schema.json',
};

const JSON_TYPE = 'application/json';
const root = (base: string) => `${base}${toAddress('getStac')}`;
const countryAddress = (base: string, country: string) => `${base}${toAddress('getStacCountry', { iso3: country.toLowerCase() })}`;
const collectionAddress = (base: string, { country, dataset, version }: PublicVersion) =>
  `${base}${toAddress('getStacCollection', { iso3: country.toLowerCase(), dataset, version })}`;
const link = (rel: string, href: string, title?: string, type = JSON_TYPE) => ({ rel, href, type, ...(title ? { title } : {}) });

export function stacRoot(base: string, { title, description }: { title: string; description: string }, versions: readonly PublicVersion[]): Json {
  const countries = [...new Map(versions.map(({ country, countryNames }) => [country, countryNames['en'] ?? country]))];
  return {
    type: 'Catalog',
    stac_version: STAC,
    id: 'codmap',
    title,
    description,
    links: [
      link('self', root(base)),
      link('root', root(base), title),
      ...countries.map(([country, name]) => link('child', countryAddress(base, country), name)),
    ],
  };
}

/** @param versions of this country */
export function stacCountry(base: string, { title }: { title: string }, versions: readonly PublicVersion[]): Json {
  const { country, countryNames } = versions[0]!;
  const name = countryNames['en'] ?? country;
  return {
    type: 'Catalog',
    stac_version: STAC,
    id: country.toLowerCase(),
    title: name,
    description: `${name} (${country})`,
    links: [
      link('self', countryAddress(base, country)),
      link('root', root(base), title),
      link('parent', root(base), title),
      ...versions.map((version) => link('child', collectionAddress(base, version), `${textsOf(version).title} ${version.version}`)),
    ],
  };
}

export interface StacParts {
  /** Versions of the same dataset, oldest first. */
  all: readonly PublicVersion[];
  /** Of the files with geometry; null where nobody read them. */
  columns: readonly Field[] | null;
  tilejson: string | null;
}

export function stacCollection(base: string, texts: { title: string }, version: PublicVersion, { all, columns, tilejson }: StacParts): Json {
  const { dataset, country, metadata, bbox, kind } = version;
  const { title, description } = textsOf(version);
  const license = licenseOf(metadata.license);
  const { previous, next, current } = lineOf(version, all);
  const { version: versioned, file, table, webMapLinks } = EXTENSIONS;
  const pmtiles = version.artifacts.find((artifact) => artifact.kind === 'pmtiles');
  const providers = [
    ...(metadata.source ? [{ name: metadata.source, roles: ['producer'] }] : []),
    ...(metadata.contributor ? [{ name: metadata.contributor, roles: ['processor'] }] : []),
  ];
  return {
    type: 'Collection',
    stac_version: STAC,
    stac_extensions: [versioned, file, ...(columns ? [table] : []), ...(tilejson ? [webMapLinks] : [])],
    id: `${dataset}_${version.version}`,
    title,
    description,
    license: license.spdx ?? 'other',
    keywords: [kind, country],
    ...(providers.length > 0 ? { providers } : {}),
    extent: {
      spatial: { bbox: [bbox ?? [-180, -90, 180, 90]] },
      temporal: { interval: [[metadata.dateValidOn ? `${metadata.dateValidOn}T00:00:00Z` : version.publishedAt, null]] },
    },
    version: version.version,
    deprecated: version.status !== 'current',
    ...(columns ? { 'table:columns': columns.map(({ name, type }) => ({ name, type })) } : {}),
    links: [
      link('self', collectionAddress(base, version)),
      link('root', root(base), texts.title),
      link('parent', countryAddress(base, country)),
      link('alternate', pageOf(base, version), title, 'text/html'),
      ...(license.url ? [link('license', license.url, metadata.license, 'text/html')] : []),
      ...(previous ? [link('predecessor-version', collectionAddress(base, previous), previous.version)] : []),
      ...(next ? [link('successor-version', collectionAddress(base, next), next.version)] : []),
      ...(current ? [link('latest-version', collectionAddress(base, current), current.version)] : []),
      ...(pmtiles ? [link('pmtiles', addressOfFile(base, version, pmtiles.file), pmtiles.file, pmtiles.mediaType)] : []),
      ...(tilejson ? [link('tilejson', tilejson, 'TileJSON')] : []),
    ],
    assets: {
      ...Object.fromEntries(filesOf(version).map((each) => [each.file, toAsset(base, version, each)])),
      metadata: {
        href: `${base}${toAddress('getVersion', { id: dataset, version: version.version })}`,
        type: JSON_TYPE,
        title: 'Metadata',
        roles: ['metadata'],
      },
      ...(kind === BOUNDARIES && version.status === 'current'
        ? { overview: { href: `${base}${toAddress('getCountrySvg', { iso3: country })}`, type: 'image/svg+xml', title: 'Overview', roles: ['overview'] } }
        : {}),
    },
  };
}

/** Checksums are multihashes: 12 for SHA-256, 20 for its 32 bytes. */
const toAsset = (base: string, version: PublicVersion, { file, mediaType, bytes, sha256 }: Artifact) => ({
  href: addressOfFile(base, version, file),
  type: mediaType,
  title: file,
  roles: ['data'],
  'file:size': bytes,
  'file:checksum': `1220${sha256}`,
});
