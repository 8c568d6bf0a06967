/** What is stored of a version of a layer beside its features: small, so that the list of a country reads it for each. */
import type { DatasetVersion, Artifact } from '../contract/datasets/dataset.ts';
import type { AdminLevel } from '../contract/ids.ts';
import type { Lang } from '../contract/languages.ts';
import type {
  LayerColumnRole,
  LayerJoin,
  LayerLedger,
  LayerSaid,
  LayerShape,
  LayerTheme,
  LayerTotals,
  LayerUnit,
  LegendEntry,
  Mend,
} from '../contract/overlays/layer.ts';

/** The artifact `layer`. */
export interface LayerFacts {
  spec: 1;
  shape: LayerShape;
  theme: LayerTheme;
  base: boolean;
  titles: Partial<Record<Lang, string>>;
  validUntil: string | null;
  minZoom: number;
  legend: { column: string | null; entries: (LegendEntry & { count: number })[] };
  size: { column: string; max: number } | null;
  columns: { name: string; role: LayerColumnRole['is'] }[];
  totals: LayerTotals;
  bbox: [number, number, number, number] | null;
  ledger: LayerLedger;
  join: LayerJoin;
  said: LayerSaid;
  mended: (Mend | 'crs')[];
  /** How a map is given it. */
  served: 'geojson' | 'tiles';
}

/** The artifact `layer-units`: levels from the country down. */
export interface LayerTable {
  levels: { level: AdminLevel; rows: LayerUnit[] }[];
}

/** @throws Error where the version is of another kind */
export function layerArtifact({ artifacts, dataset, version }: Pick<DatasetVersion, 'artifacts' | 'dataset' | 'version'>, kind: Artifact['kind']): Artifact {
  const found = artifacts.find((each) => each.kind === kind);
  if (!found) throw new Error(`${dataset} ${version} has no file of the kind ${kind}`);
  return found;
}

const parse = (bytes: Uint8Array): unknown => JSON.parse(Buffer.from(bytes).toString('utf8'));
export const parseFacts = (bytes: Uint8Array): LayerFacts => parse(bytes) as LayerFacts;
export const parseTable = (bytes: Uint8Array): LayerTable => parse(bytes) as LayerTable;
