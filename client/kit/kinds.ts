/** The kinds of data that pages know: each a line here, its parts in the folder of its name. */
import type { DatasetId, DatasetKind } from '../../server/contract/ids.ts';

/** What an upload goes through, in the order in which it comes. */
export type UploadStage = 'read' | 'normalize' | 'topology' | 'count' | 'check' | 'judge' | 'tile' | 'export' | 'store';

export const BOUNDARIES = 'cod-ab' satisfies DatasetKind;
export const POPULATION = 'cod-ps' satisfies DatasetKind;
export const PRESENCE = '3w' satisfies DatasetKind;
export const LAYER = 'layer' satisfies DatasetKind;
export const INDICATORS = 'indicators' satisfies DatasetKind;

/** Of a population, in the order in which they are offered. */
export const SEXES = ['t', 'f', 'm'] as const;

interface KindPages {
  /** Where its map lies below the address of a country. */
  path: string;
  stages: readonly UploadStage[];
  /** Outlines that can be repaired. */
  isRepaired?: true;
  /** Where doubtful places and words of a draft are decided. */
  review?: (id: string) => string;
}

export const KINDS: Readonly<Record<DatasetKind, KindPages>> = {
  [BOUNDARIES]: { path: '', isRepaired: true, stages: ['read', 'normalize', 'topology', 'check', 'judge', 'tile', 'export', 'store'] },
  [POPULATION]: { path: '/population', stages: ['read', 'normalize', 'check', 'export', 'store'] },
  [PRESENCE]: { path: '/3w', stages: ['read', 'normalize', 'count', 'check', 'store'], review: (id) => `/3w/${id}/review` },
  [LAYER]: { path: '', stages: ['read', 'normalize', 'check', 'export', 'store'] },
  [INDICATORS]: { path: '/indicators', stages: ['read', 'normalize', 'check', 'export', 'store'] },
};
export const KIND_IDS = Object.keys(KINDS) as DatasetKind[];

/** @param slug of a layer: which one */
export function datasetOf(kind: DatasetKind, iso3: string, slug?: string): DatasetId {
  return `${kind}-${iso3.toLowerCase()}${slug === undefined ? '' : `-${slug}`}` as DatasetId;
}

const slugged = (id: string): typeof LAYER | typeof INDICATORS | undefined => ([LAYER, INDICATORS] as const).find((kind) => id.startsWith(`${kind}-`));

export function kindOf(id: string): DatasetKind {
  return slugged(id) ?? (id.slice(0, -4) as DatasetKind);
}

/** ISO 3166-1 alpha-3 in lower case, as addresses have it. */
export function countryOf(id: string): string {
  const kind = slugged(id);
  return kind ? id.slice(kind.length + 1, kind.length + 4) : id.slice(-3);
}

/** What a layer, or one of several sources of indicators, is called in its id; '' of others. */
export function slugOf(id: string): string {
  const kind = slugged(id);
  return kind ? id.slice(kind.length + 5) : '';
}
