/** A file of a version, from its row. */
import type { Artifact } from '../contract/datasets/dataset.ts';
import type { AdminLevel } from '../contract/ids.ts';
import type { Tables } from '../store/schema.ts';

export function toArtifact(row: Omit<Tables['artifact'], 'dataset' | 'version'>): Artifact {
  return {
    kind: row.kind as Artifact['kind'],
    ...(row.level === null ? {} : { level: row.level as AdminLevel }),
    file: row.file,
    key: row.object_key,
    sha256: row.sha256,
    bytes: row.bytes,
    mediaType: row.media_type,
  };
}
