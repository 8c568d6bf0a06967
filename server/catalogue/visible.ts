/** Who sees which version. One that was never published does not exist for strangers, and nothing in the answer tells that it does. */
import type { IncomingMessage } from 'node:http';
import type { Request } from 'express';
import { isPublic, type DatasetVersion } from '../contract/datasets/dataset.ts';
import type { DatasetId, VersionTag } from '../contract/ids.ts';
import type { CachePolicy } from '../http/cache.ts';
import { isAllowed, unknownVersion, type Authorize } from '../http/request.ts';

export interface VisibleDeps {
  datasets: { getVersion: (id: DatasetId, ref: VersionTag | 'current') => Promise<DatasetVersion> };
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

/** @throws NotFoundError `version.unknown`, `version.none-current` */
export async function findVisible({ datasets, authorize }: VisibleDeps, request: Request, id: DatasetId, ref: VersionTag | 'current'): Promise<Visible> {
  const version = await datasets.getVersion(id, ref);
  if (isPublic(version)) return { version, cache: 'minute', dataCache: ref === 'current' ? 'minute' : 'immutable' };
  if (await mayReadDrafts(authorize, request, id)) return { version, cache: 'never', dataCache: 'never' };
  throw unknownVersion(id, ref);
}
