/** A version as the API tells it: files by their addresses, not by where they lie. */
import type { VersionAnswer } from '../contract/datasets/api.ts';
import type { ShownVersion } from '../contract/datasets/dataset.ts';
import { toAddress } from '../contract/paths.ts';

/** @param base address of this server, for TileJSON */
export function toVersionAnswer(version: ShownVersion, base: string): VersionAnswer {
  const own = { id: version.dataset, version: version.version };
  return {
    ...version,
    artifacts: version.artifacts.map(({ kind, level, file, sha256, bytes, mediaType }) => ({
      kind,
      ...(level === undefined ? {} : { level }),
      file,
      href: toAddress('download', { ...own, file }),
      sha256,
      bytes,
      mediaType,
    })),
    tilejson: version.artifacts.some((artifact) => artifact.kind === 'pmtiles')
      ? base + toAddress('getTilejson', { dataset: version.dataset, version: version.version })
      : null,
  };
}
