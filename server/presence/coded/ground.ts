/** The boundaries that rows of a 3W are placed on. */
import type { FeatureTable, Gazetteer } from '../../contract/admin.ts';
import type { DatasetId, VersionTag } from '../../contract/ids.ts';
import type { Recoded, Retired } from '../normalize/context.ts';

export interface Ground {
  dataset: DatasetId;
  version: VersionTag;
  levels: Gazetteer['levels'];
  /** Shapes of the levels, read only for a file with columns of coordinates; undefined where the version has none. */
  readShapes?: (() => Promise<FeatureTable[] | undefined>) | undefined;
  /** The version before: codes that changed since, and units that are gone. */
  before?: { version: VersionTag; recoded: Recoded; retired: Retired } | null;
}
