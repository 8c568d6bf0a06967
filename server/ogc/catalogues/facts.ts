/** What catalogues of any form say of a version. Pure. */
import type { PublicVersion } from '../../catalogue/publicStore.ts';
import type { Artifact } from '../../contract/datasets/dataset.ts';
import { toAddress } from '../../contract/paths.ts';

/** Files that everybody may have of open data; what was uploaded, reports and what only we read are none of them. */
const GIVEN = new Set<Artifact['kind']>(['geojson', 'csv', 'pmtiles', 'gazetteer']);
export const filesOf = ({ artifacts }: Pick<PublicVersion, 'artifacts'>): Artifact[] => artifacts.filter(({ kind }) => GIVEN.has(kind));

export interface License {
  /** SPDX id; null where none is known for it. */
  spdx: string | null;
  url: string | null;
}

const BY: readonly (readonly [pattern: RegExp, spdx: string | null, url: string])[] = [
  [/\bby\b.*\bigo\b|\bigo\b.*\bby\b|attribution.*intergovernmental|\bby-igo\b/i, null, 'https://creativecommons.org/licenses/by/3.0/igo/'],
  [/\bby-sa\b|attribution.?share.?alike/i, 'CC-BY-SA-4.0', 'https://creativecommons.org/licenses/by-sa/4.0/'],
  [/\bcc.?0\b|public domain dedication/i, 'CC0-1.0', 'https://creativecommons.org/publicdomain/zero/1.0/'],
  [/\bodbl\b|open database licen[cs]e/i, 'ODbL-1.0', 'https://opendatacommons.org/licenses/odbl/1-0/'],
  [/\bcc.?by\b|creative commons attribution( 4| international|$)/i, 'CC-BY-4.0', 'https://creativecommons.org/licenses/by/4.0/'],
];

/** What a stated licence is, as far as its words tell; of variants that forbid more nothing is guessed. */
export function licenseOf(stated: string): License {
  const address = /^https?:\/\/\S+$/.exec(stated.trim())?.[0] ?? null;
  if (address !== null) return { spdx: null, url: address };
  if (/\b(nc|nd)\b|non.?commercial|no.?deriv/i.test(stated)) return { spdx: null, url: null };
  const [, spdx = null, url = null] = BY.find(([pattern]) => pattern.test(stated)) ?? [];
  return { spdx, url };
}

export const addressOfFile = (base: string, { dataset, version }: Pick<PublicVersion, 'dataset' | 'version'>, file: string): string =>
  `${base}${toAddress('download', { id: dataset, version, file })}`;

/** The page of a version. */
export const pageOf = (base: string, { country, dataset, version }: Pick<PublicVersion, 'country' | 'dataset' | 'version'>): string =>
  `${base}/c/${country}/${dataset}?version=${version}`;

/** What it is called, and for how long it has been so; sentences are those of its own metadata. */
export function textsOf({ metadata, dataset, version, countryNames }: PublicVersion): { title: string; description: string } {
  const title = metadata.title || `${countryNames['en'] ?? ''} ${dataset}`.trim();
  const said = [metadata.source, metadata.methodology, metadata.caveats].filter(Boolean).join(' – ');
  return { title, description: `${title} – ${dataset} ${version}${said ? ` – ${said}` : ''}` };
}

/** Neighbours of each version in the line of its dataset. */
export interface Line {
  previous: PublicVersion | null;
  next: PublicVersion | null;
  current: PublicVersion | null;
}

/** @param all of one dataset, oldest first */
export function lineOf(version: PublicVersion, all: readonly PublicVersion[]): Line {
  const at = all.findIndex((each) => each.version === version.version);
  return { previous: all[at - 1] ?? null, next: all[at + 1] ?? null, current: all.find(({ status }) => status === 'current') ?? null };
}
