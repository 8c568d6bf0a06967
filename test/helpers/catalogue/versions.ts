/** Versions of one dataset as the suites of the catalogue put them into a database. */
import type { NewVersion } from '../../../server/catalogue/store.ts';
import type { DatasetId, VersionTag } from '../../../server/contract/ids.ts';

export const SLE = 'cod-ab-sle' as DatasetId;
export const LATER = '2026-01-01T01:00:00.000Z';
export const NOW = '2026-01-01T00:00:00.000Z';
export const TAGS = ['v01', 'v02', 'v03'] as VersionTag[];

export const audit = (id: string) => ({ id, at: NOW, actor: null, action: 'x', dataset: SLE, version: null, reason: null, sha256: null });

export function versionOf(override: Partial<NewVersion['version']>, chooseTag: NewVersion['chooseTag']): NewVersion {
  return {
    chooseTag,
    version: {
      dataset: SLE,
      createdAt: NOW,
      createdBy: null,
      levels: [],
      bbox: null,
      languages: [],
      metadata: {} as never,
      report: { errors: 0, warnings: 0, infos: 0, accepted: 0, publishable: true },
      artifacts: [],
      diff: null,
      ...override,
    },
    kind: 'cod-ab',
    country: 'SLE' as never,
    countryNames: {},
    sourceSha256: '',
    levels: [],
  };
}
