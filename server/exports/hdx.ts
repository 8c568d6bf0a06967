/** A version as a dataset of HDX: the fields that its own library asks for, organisation and maintainer left to the person. docs/lookup.md. Pure. */
import type { DatasetVersion } from '../contract/datasets/dataset.ts';
import { BOUNDARIES, POPULATION, PRESENCE, toDatasetKind, toIso3 } from '../contract/ids.ts';

/** Of the controlled vocabulary of HDX. */
const TAGS: Readonly<Record<string, readonly string[]>> = {
  [BOUNDARIES]: ['administrative boundaries-divisions', 'gazetteer'],
  [POPULATION]: ['baseline population'],
  [PRESENCE]: ['operational presence', 'who is doing what and where-3w-4w-5w'],
};
const SERIES: Readonly<Record<string, string>> = {
  [BOUNDARIES]: 'COD - Subnational Administrative Boundaries',
  [POPULATION]: 'COD - Subnational Population Statistics',
  [PRESENCE]: 'Who is Doing What Where (3W)',
};
const METHODOLOGIES = ['Census', 'Survey', 'Registry', 'Direct Observational Data/Anecdotal Data'] as const;
const LICENCES: readonly [id: string, pattern: RegExp][] = [
  ['cc-by-igo', /\bcc[- ]?by[- ]?igo|intergovernmental/i],
  ['cc-by-sa', /\bcc[- ]?by[- ]?sa\b/i],
  ['cc-by', /\bcc[- ]?by\b|creative commons attribution\b(?!.*(share|non))/i],
  ['odc-odbl', /\bodbl\b|open database/i],
  ['public-domain', /public domain|\bcc0\b/i],
];
/** `GEOJSON`, `SHP` … as HDX calls formats. */
const FORMATS: Readonly<Record<string, string>> = { geojson: 'GeoJSON', zip: 'SHP', gpkg: 'Geopackage', kml: 'KML', xlsx: 'XLSX', csv: 'CSV', json: 'JSON', pmtiles: 'PMTiles' }; // prettier-ignore

export interface HdxResource {
  name: string;
  description: string;
  format: string;
  url_type: 'upload';
  resource_type: 'file.upload';
}

const day = (date: string | null, end: boolean): string => {
  const whole = date === null ? null : /^\d{4}$/.test(date) ? `${date}-${end ? '12-31' : '01-01'}` : /^\d{4}-\d{2}$/.test(date) ? `${date}-${end ? String(new Date(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)), 0)).getUTCDate()).padStart(2, '0') : '01'}` : date; // prettier-ignore
  return `${whole ?? '*'}T${end ? '23:59:59' : '00:00:00'}`;
};

/** @param files names of the resources that go with it. @param today for data of which nobody says until when they hold */
export function toHdx(version: DatasetVersion, country: string, files: readonly string[], today: string): Record<string, unknown> {
  const { dataset, metadata } = version;
  const kind = toDatasetKind(dataset);
  const iso3 = toIso3(dataset).toLowerCase();
  const licence = LICENCES.find(([, pattern]) => pattern.test(metadata.license))?.[0] ?? 'hdx-other';
  const method = METHODOLOGIES.find((each) => metadata.methodology.toLowerCase().includes(each.split('/')[0]!.toLowerCase()));
  const from = metadata.dateValidOn ?? metadata.dateSource ?? version.publishedAt?.slice(0, 10) ?? null;
  return {
    name: `${dataset}-${version.version}`.replaceAll('.', '-'),
    private: true,
    title: metadata.title || `${country}: ${SERIES[kind] ?? dataset}`,
    notes: [metadata.title, metadata.caveats].filter(Boolean).join('\n\n') || `${country}, ${version.version}`,
    dataset_source: metadata.source || null,
    // Left for the person who shares it.
    owner_org: null,
    maintainer: null,
    dataset_date: `[${day(from, false)} TO ${metadata.dateReviewed ? day(metadata.dateReviewed, true) : day(today, true)}]`,
    data_update_frequency: metadata.updateFrequencyYears === null ? '-2' : String(Math.round(metadata.updateFrequencyYears * 365)),
    groups: [{ name: iso3 }],
    license_id: licence,
    ...(licence === 'hdx-other' ? { license_other: metadata.license || null } : {}),
    methodology: method ?? 'Other',
    ...(method ? {} : { methodology_other: metadata.methodology || null }),
    tags: (TAGS[kind] ?? []).map((name) => ({ name })),
    caveats: metadata.caveats || null,
    subnational: '1',
    ...(kind === BOUNDARIES || kind === POPULATION ? { cod_level: 'cod-candidate' } : {}),
    dataseries_name: SERIES[kind] ?? null,
    p_coded: true,
    resources: files.map((file): HdxResource => ({
      name: file,
      description: describe(file, metadata.title || dataset),
      format: FORMATS[file.split('.').at(-1)!.toLowerCase()] ?? file.split('.').at(-1)!.toUpperCase(),
      url_type: 'upload',
      resource_type: 'file.upload',
    })),
  };
}

function describe(file: string, title: string): string {
  const [, level] = /adm(?:in)?(\d)/.exec(file) ?? [];
  return level === undefined ? title : `${title}, admin level ${level}`;
}
