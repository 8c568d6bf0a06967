/** What collections are called: `cod-ab-sle_v02-01_adm2`. Only `a-z0-9_-`, since QGIS loads no collection with a dot in its name. Pure. */
import { datasetId, versionTag, type DatasetId, type VersionTag } from '../contract/ids.ts';

export interface CollectionRef {
  dataset: DatasetId;
  version: VersionTag | 'current';
  /** `adm2`, `lines`, `points`, `features`. */
  part: string;
}

export const collectionId = ({ dataset, version, part }: CollectionRef): string => `${dataset}_${version.replace('.', '-')}_${part}`;

/** null: no collection is called so. */
export function parseCollectionId(text: string): CollectionRef | null {
  const found = /^([a-z0-9-]+)_(current|v\d{2,}(?:-\d{2,})?)_([a-z0-9-]{1,60})$/.exec(text);
  if (!found) return null;
  const [, id, tag, part] = found as unknown as [string, string, string, string];
  const dataset = datasetId.safeParse(id);
  const version = tag === 'current' ? ({ success: true, data: 'current' } as const) : versionTag.safeParse(tag.replace('-', '.'));
  return dataset.success && version.success ? { dataset: dataset.data, version: version.data, part } : null;
}
