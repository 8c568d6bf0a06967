/** Stored layers for others: what is told of them, by whom it may be seen, their features and their tables of units. */
import { isPublic, type Artifact, type DatasetVersion } from '../contract/datasets/dataset.ts';
import { LAYER, toDatasetKind, toIso3, type AdminLevel, type DatasetId, type VersionTag } from '../contract/ids.ts';
import type { LayerAnswer, LayerFeature, LayerSummary, LayerUnits } from '../contract/overlays/layer.ts';
import { FEATURE_KEYS } from '../contract/overlays/layer.ts';
import type { Sensitivity } from '../contract/sensitivity/sensitivity.ts';
import { NotFoundError, orNull } from '../errors.ts';
import { createKept } from '../kept.ts';
import { foldName } from '../matching/fold.ts';
import { rowBbox } from '../geometry/ring.ts';
import { problemText } from '../words/problems.ts';
import { layerArtifact, parseFacts, parseTable, type LayerFacts } from './facts.ts';
import { geometryOf, propertiesOf, readFeatures, type FeatureRow } from './features.ts';
import { unitsOf, type CountsPolicy } from './table.ts';

export interface LayersDeps {
  datasets: {
    getVersion: (id: DatasetId, ref: VersionTag | 'current') => Promise<DatasetVersion>;
    readArtifact: (artifact: Artifact) => Promise<Uint8Array>;
  };
  /** What everybody is given where it is counts only; undefined: the whole. */
  findPolicy: (dataset: DatasetId) => Promise<CountsPolicy | undefined>;
  /** How sensitive a dataset is. */
  findHolds: (dataset: DatasetId) => Promise<Sensitivity>;
  now: () => Date;
}

/** A layer as everybody may see it. */
export type ShownLayer =
  | { version: DatasetVersion; summary: LayerSummary; features: GeoFeature[] }
  | { withheld: 'counts' | 'restricted' | 'unknown'; title: string | null };

export interface GeoFeature {
  type: 'Feature';
  id: number;
  properties: Record<string, string | number | boolean>;
  geometry: { type: string; coordinates: unknown };
}

/** Facts in memory, by number; features, by bytes of their coordinates. */
const FACTS_KEPT = 200;
const FEATURES_KEPT = 60 << 20;

export type Layers = ReturnType<typeof createLayers>;

/** @throws NotFoundError `layer.no-units`, `layer.level`, `layer.feature`, where not said otherwise */
export function createLayers({ datasets, findPolicy, findHolds, now }: LayersDeps) {
  const facts = createKept<LayerFacts>(FACTS_KEPT);
  const kept = createKept<FeatureRow>(FEATURES_KEPT, ({ geometry, extra }) => geometry.coords.byteLength + 40 * extra.length * geometry.kinds.length);

  const read = (version: DatasetVersion, kind: Artifact['kind']) => datasets.readArtifact(layerArtifact(version, kind));
  const readFacts = (version: DatasetVersion): Promise<LayerFacts> =>
    facts.get(layerArtifact(version, 'layer').sha256, async () => parseFacts(await read(version, 'layer')));
  const features = (version: DatasetVersion): Promise<FeatureRow> =>
    kept.get(layerArtifact(version, 'layer-features').sha256, async () => readFeatures(await read(version, 'layer-features')));

  /** @param policy what the one who asks is given counts by; undefined: the whole */
  async function summarize(version: DatasetVersion, policy: CountsPolicy | undefined, isOpen: boolean): Promise<LayerSummary> {
    const own = await readFacts(version);
    const { metadata, dataset } = version;
    return {
      id: dataset,
      version: version.version,
      status: version.status,
      country: toIso3(dataset),
      titles: own.titles,
      title: metadata.title,
      theme: own.theme,
      base: own.base,
      shape: own.shape,
      totals: policy ? null : own.totals,
      source: metadata.source,
      license: metadata.license,
      date: metadata.dateValidOn ?? metadata.dateSource,
      validUntil: own.validUntil,
      isOld: own.validUntil !== null && own.validUntil < now().toISOString().slice(0, 10),
      bbox: policy ? null : own.bbox,
      legend: policy ? { column: null, entries: [] } : own.legend,
      size: policy ? null : own.size,
      minZoom: own.minZoom,
      served: policy ? 'counts' : own.served,
      isOpen,
    };
  }

  async function units(version: DatasetVersion, level: AdminLevel | undefined, policy: CountsPolicy | undefined): Promise<LayerUnits> {
    if (!version.artifacts.some(({ kind }) => kind === 'layer-units')) throw new NotFoundError('layer.no-units', problemText('layer.no-units'));
    const found = unitsOf(version, await readFacts(version), parseTable(await read(version, 'layer-units')), level, policy);
    if (!found) throw new NotFoundError('layer.level', problemText('layer.level'));
    return found;
  }

  return {
    summarize,
    units,
    features,

    async answer(version: DatasetVersion, policy: CountsPolicy | undefined, isOpen: boolean): Promise<LayerAnswer> {
      const own = await readFacts(version);
      const summary = await summarize(version, policy, isOpen);
      if (policy) return { ...summary, columns: [], ledger: null, join: null, said: {}, mended: [] };
      const { columns, ledger, join, said, mended } = own;
      return { ...summary, columns, ledger, join, said, mended };
    },

    /** Of one unit or one text, in the order of ranks. */
    async find(
      version: DatasetVersion,
      { q, pcode, limit, offset }: { q?: string | undefined; pcode?: string | undefined; limit: number; offset: number },
    ): Promise<{ total: number; features: LayerFeature[] }> {
      const all = await features(version);
      const wanted = q === undefined ? '' : foldName(q);
      const codes = all.extra.find(({ name }) => name === FEATURE_KEYS.pcode)?.values;
      const texts = all.extra.filter(({ name }) => name !== FEATURE_KEYS.entry && name !== FEATURE_KEYS.size);
      const rows: number[] = [];
      for (let row = 0; row < all.geometry.kinds.length; row++) {
        if (pcode !== undefined && codes?.[row] !== pcode) continue;
        if (wanted !== '' && !texts.some(({ values }) => holdsText(values[row], wanted))) continue;
        rows.push(row);
      }
      return { total: rows.length, features: rows.slice(offset, offset + limit).map((row) => toFeature(all, row)) };
    },

    async feature(version: DatasetVersion, id: number): Promise<LayerFeature> {
      const all = await features(version);
      const row = all.source.rowNumber.indexOf(id);
      if (row < 0) throw new NotFoundError('layer.feature', problemText('layer.feature'));
      return toFeature(all, row);
    },

    /** As somebody whom nobody knows may see it: for pictures, which are for everybody. Never throws where it may not be seen. */
    async shown(id: DatasetId, ref: VersionTag | 'current'): Promise<ShownLayer> {
      const version = toDatasetKind(id) === LAYER ? await orNull(datasets.getVersion(id, ref)) : null;
      if (!version || !isPublic(version)) return { withheld: 'unknown', title: null };
      const holds = await findHolds(id);
      const { title } = version.metadata;
      if (holds.audience !== 'public') return { withheld: holds.class === 'severe' ? 'unknown' : 'restricted', title: holds.class === 'severe' ? null : title };
      if ((await findPolicy(id)) !== undefined) return { withheld: 'counts', title };
      const all = await features(version);
      const list = Array.from({ length: all.geometry.kinds.length }, (_, row): GeoFeature => ({
        type: 'Feature',
        id: all.source.rowNumber[row]!,
        properties: propertiesOf(all, row),
        geometry: geometryOf(all.geometry, row),
      }));
      return { version, summary: await summarize(version, undefined, true), features: list };
    },
  };
}

const holdsText = (value: unknown, wanted: string) => typeof value === 'string' && foldName(value).includes(wanted);

function toFeature(all: FeatureRow, row: number): LayerFeature {
  const own = new Set<string>(Object.values(FEATURE_KEYS));
  const properties = Object.fromEntries(all.extra.flatMap(({ name, values }) => (own.has(name) ? [] : [[name, values[row] ?? null]])));
  const valueOf = (name: string) => all.extra.find((column) => column.name === name)?.values[row] ?? null;
  const [name, pcode] = [valueOf(FEATURE_KEYS.name), valueOf(FEATURE_KEYS.pcode)];
  return {
    id: all.source.rowNumber[row]!,
    name: name === null ? null : String(name),
    pcode: pcode === null ? null : String(pcode),
    bbox: rowBbox(all.geometry, row)!,
    properties,
  };
}

/** What is stored of a version of a layer beside its features. */
export const openLayerFacts = async ({ readArtifact }: Pick<LayersDeps['datasets'], 'readArtifact'>, version: DatasetVersion): Promise<LayerFacts> =>
  parseFacts(await readArtifact(layerArtifact(version, 'layer')));

/** Places where people are treated, taught or sheltered. */
export const isOfFacilities = ({ theme }: Pick<LayerFacts, 'theme'>): boolean => theme === 'health' || theme === 'education' || theme === 'displacement';
