/** Which collections a version is: its levels, lines and points; of counts each level that is told. Pure. */
import type { Artifact, DatasetVersion } from '../contract/datasets/dataset.ts';
import { BOUNDARIES, LAYER, POPULATION, PRESENCE, toDatasetKind, type AdminLevel, type DatasetId, type VersionTag } from '../contract/ids.ts';
import { collectionId } from './ids.ts';

/** What collections need to know of a version. */
export type Described = Pick<DatasetVersion, 'dataset' | 'version' | 'status' | 'levels' | 'bbox' | 'metadata' | 'artifacts'> & {
  /** When something was last said of it; absent where that is not asked. */
  changedAt?: string;
};

export type Content =
  /** A file as it is stored. */
  | { of: 'file'; artifact: Artifact }
  /** The features of a layer. */
  | { of: 'layer' }
  /** Counts by unit on a version of boundaries. */
  | { of: 'counts'; boundaries: { dataset: DatasetId; version: VersionTag } };

export interface Collection {
  id: string;
  version: Described;
  part: string;
  /** Of admin units; null: features are none. */
  level: AdminLevel | null;
  content: Content;
}

/** Where counts of a 3W or a layer can be laid, and on which levels. */
export interface Counted {
  boundaries: { dataset: DatasetId; version: VersionTag };
  levels: readonly AdminLevel[];
}

/** Files of levels, lines and points, in this order. */
function filesOf(version: Described): Collection[] {
  const files = version.artifacts.filter(({ kind }) => kind === 'geojson');
  const isBoundaries = toDatasetKind(version.dataset) === BOUNDARIES;
  const many = new Set(files.map(({ level }) => level).filter((level, i, all) => level !== undefined && all.indexOf(level) !== i));
  return files
    .flatMap((artifact): Collection[] => {
      const part = partOf(artifact, isBoundaries, many.has(artifact.level));
      return part === null ? [] : [{ id: collectionId({ ...version, part }), version, part, level: artifact.level ?? null, content: { of: 'file', artifact } }];
    })
    .toSorted((a, b) => (a.level ?? 9) - (b.level ?? 9));
}

/** Of several files of a level, each has its year. */
function partOf({ level, file }: Artifact, isBoundaries: boolean, isMany: boolean): string | null {
  if (level !== undefined)
    return isMany ? `adm${level}-${/_(\d{4})\.geojson$/.exec(file)?.[1] ?? file.replace(/\W+/g, '-').toLowerCase().slice(0, 40)}` : `adm${level}`;
  if (!isBoundaries) return null;
  return file.endsWith('_adminlines.geojson') ? 'lines' : file.endsWith('_adminpoints.geojson') ? 'points' : null;
}

/** @param counted where counts are what is told; null: nothing can be counted, or nothing is told */
export function collectionsOf(version: Described, counted: Counted | null): Collection[] {
  switch (toDatasetKind(version.dataset)) {
    case BOUNDARIES:
    case POPULATION:
      return filesOf(version);
    case LAYER:
      if (!counted) return [{ id: collectionId({ ...version, part: 'features' }), version, part: 'features', level: null, content: { of: 'layer' } }];
      return countsOf(version, counted);
    case PRESENCE:
      return counted ? countsOf(version, counted) : [];
    default:
      return [];
  }
}

const countsOf = (version: Described, { boundaries, levels }: Counted): Collection[] =>
  levels.map((level) => ({
    id: collectionId({ ...version, part: `adm${level}` }),
    version,
    part: `adm${level}`,
    level,
    content: { of: 'counts', boundaries },
  }));

/** `Sierra Leone COD-AB – adm2 – v02`: what stands in lists of other programs. */
export const titleOf = ({ version: { metadata, dataset, version }, part }: Collection): string => [metadata.title || dataset, part, version].join(' – ');
