/** Who sees which version. One that was never published does not exist for strangers, and nothing in the answer tells that it does. */
import type { IncomingMessage } from 'node:http';
import type { Request } from 'express';
import { isPublic, type DatasetVersion } from '../contract/datasets/dataset.ts';
import type { DatasetId, VersionTag } from '../contract/ids.ts';
import type { AsOfAnswer, AsOfQuery } from '../contract/datasets/asOf.ts';
import { InputError } from '../errors.ts';
import { problemText } from '../words/problems.ts';
import type { CachePolicy } from '../http/cache.ts';
import { isAllowed, unknownVersion, type Authorize } from '../http/request.ts';

export interface VisibleDeps {
  datasets: {
    getVersion: (id: DatasetId, ref: VersionTag | 'current') => Promise<DatasetVersion>;
    findAsOf?: (id: DatasetId, query: AsOfQuery) => Promise<AsOfAnswer>;
  };
  authorize: Authorize;
}

/** The bare request of the tile path is enough: sessions and keys are read from its headers. */
export const mayReadDrafts = (authorize: Authorize, request: IncomingMessage, id?: DatasetId): Promise<boolean> =>
  isAllowed(authorize, request as Request, 'draft.read', id);

/** A version that the one who asks may see, and how long answers about it may be kept. */
export interface Visible {
  version: DatasetVersion;
  /** Of what may be corrected or closed: a minute at most. */
  cache: Exclude<CachePolicy, 'immutable'>;
  /** Of data that stays open and never changes under its address. */
  dataCache: CachePolicy;
}

/**
 * What `current` is on the day that is asked for, by what was known on another; today where neither is said.
 * @throws InputError `as-of.version` where a version is named beside a day, NotFoundError `as-of.none`
 */
export async function findRefAsOf(
  { findAsOf }: VisibleDeps['datasets'],
  id: DatasetId,
  ref: VersionTag | 'current',
  { date, known }: AsOfQuery,
): Promise<{ ref: VersionTag | 'current'; asOf: AsOfAnswer | null }> {
  if (date === undefined && known === undefined) return { ref, asOf: null };
  if (ref !== 'current') throw new InputError('as-of.version', problemText('as-of.version'));
  const asOf = await findAsOf!(id, { date, known });
  return { ref: asOf.version, asOf };
}

/** A version as of a day. Nothing about a day is kept for longer than a minute: another version may hold on it by then. @throws as `findVisible` and `findRefAsOf` */
export async function findVisibleAsOf(
  deps: VisibleDeps,
  request: Request,
  id: DatasetId,
  asked: VersionTag | 'current',
  query: AsOfQuery,
): Promise<Visible & { told: { asOf?: AsOfAnswer } }> {
  const { ref, asOf } = await findRefAsOf(deps.datasets, id, asked, query);
  const found = await findVisible(deps, request, id, ref);
  if (!asOf) return { ...found, told: {} };
  return { ...found, cache: found.cache === 'never' ? 'never' : 'minute', dataCache: found.dataCache === 'never' ? 'never' : 'minute', told: { asOf } };
}

/** What was published, for everybody alike, whoever asks: a draft is no more there than a version that never was. @throws as `findVisible` */
export function createFindPublic(datasets: Pick<VisibleDeps['datasets'], 'getVersion'>): VisibleDeps['datasets']['getVersion'] {
  return async (id, ref) => {
    const version = await datasets.getVersion(id, ref);
    if (!isPublic(version)) throw unknownVersion(id, ref);
    return version;
  };
}

/** In the name of a file of a day: `_as-of-2024-06-30`, and by what was known on which; '' of today. */
export const dayInName = (asOf: { date: string; known: string | null } | undefined): string =>
  asOf ? `_as-of-${asOf.date}${asOf.known === null ? '' : `_known-${asOf.known}`}` : '';

/** @throws NotFoundError `version.unknown`, `version.none-current` */
export async function findVisible({ datasets, authorize }: VisibleDeps, request: Request, id: DatasetId, ref: VersionTag | 'current'): Promise<Visible> {
  const version = await datasets.getVersion(id, ref);
  if (isPublic(version)) return { version, cache: 'minute', dataCache: ref === 'current' ? 'minute' : 'immutable' };
  if (await mayReadDrafts(authorize, request, id)) return { version, cache: 'never', dataCache: 'never' };
  throw unknownVersion(id, ref);
}
