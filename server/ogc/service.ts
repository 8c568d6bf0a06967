/** Collections of published versions and their features. Who may receive a dataset is asked by the routes; how much of it is told is decided by its own room. */
import type { PublicVersion } from '../catalogue/publicStore.ts';
import { isPublic, type DatasetVersion } from '../contract/datasets/dataset.ts';
import { LAYER, PRESENCE, toDatasetKind, type DatasetId, type VersionTag } from '../contract/ids.ts';
import { FEATURE_KEYS } from '../contract/overlays/layer.ts';
import { DEFAULT_DEFINITION } from '../contract/presence/presence.ts';
import { NotFoundError, orNull } from '../errors.ts';
import { createKept } from '../kept.ts';
import { propertiesOf } from '../layers/features.ts';
import type { Layers } from '../layers/service.ts';
import type { FindPolicy, PresencePolicy } from '../presence/policy.ts';
import type { Presence } from '../presence/service.ts';
import type { ObjectReader } from '../store/objects/reader.ts';
import { problemText } from '../words/problems.ts';
import { collectionsOf, type Collection, type Counted, type Described } from './collections.ts';
import { layCounts, layerCounts, presenceCounts, PRESENCE_NUMBERS } from './counts.ts';
import { parseCollectionId, type CollectionRef } from './ids.ts';
import { fromFeatures } from './made.ts';
import type { Value } from './rows.ts';
import { Scanner, type StoredRows } from './scan.ts';
import type { Source } from './stream.ts';

export interface OgcDeps {
  datasets: {
    listPublic: () => Promise<PublicVersion[]>;
    getVersion: (id: DatasetId, ref: VersionTag | 'current') => Promise<DatasetVersion>;
  };
  objects: ObjectReader;
  presence: Pick<Presence, 'open' | 'summarize'>;
  layers: Pick<Layers, 'units' | 'features'>;
  findPolicy: FindPolicy;
}

/** Bytes of what is known of files: a country of 5,000 units has some 8 MB. */
const ROWS_KEPT = 96 << 20;
/** Of where a 3W or a layer is counted. */
const COUNTED_KEPT = 500;

export type Ogc = ReturnType<typeof createOgc>;

/** @throws NotFoundError `collection.unknown`, `feature.unknown`, where not said otherwise */
export function createOgc({ datasets, objects, presence, layers, findPolicy }: OgcDeps) {
  const files = createKept<StoredRows>(ROWS_KEPT, ({ properties, ids }) => 3 * properties.length + 200 * ids.length);
  const counted = createKept<Counted | null>(COUNTED_KEPT);

  const readRows = ({ key, sha256, bytes }: { key: string; sha256: string; bytes: number }, level: number | null): Promise<StoredRows> =>
    files.get(`${sha256} ${level}`, async () => {
      await objects.ensure(key, bytes);
      const scanner = new Scanner();
      for await (const chunk of objects.stream(key, 0, bytes) as AsyncIterable<Uint8Array>) scanner.push(chunk);
      return scanner.finish(level);
    });

  /** Where it is counted; null where it is told whole, or cannot be laid on any unit. */
  function findCounted(version: DatasetVersion, policy: PresencePolicy | undefined): Promise<Counted | null> {
    const { dataset, artifacts } = version;
    const stamp = artifacts.find(({ kind }) => kind === 'presence' || kind === 'layer')?.sha256 ?? '';
    return counted.get(`${dataset} ${version.version} ${stamp} ${policy?.deepestLevel} ${policy?.suppressBelow}`, async () => {
      if (toDatasetKind(dataset) === LAYER) {
        const told = policy && (await orNull(layers.units(version, undefined, policy)));
        return told ? { boundaries: told.boundary, levels: told.levels } : null;
      }
      const { boundaries } = (await presence.open(version)).columns;
      const levels = version.levels.map(({ level }) => level).filter((level) => !policy || level <= policy.deepestLevel);
      return boundaries && { boundaries: boundaries as Counted['boundaries'], levels };
    });
  }

  /** Of a version that may be told; none of what is told as counts and is not the current one. */
  async function describe(version: Described, whole: () => Promise<DatasetVersion>): Promise<Collection[]> {
    const kind = toDatasetKind(version.dataset);
    if (kind !== LAYER && kind !== PRESENCE) return collectionsOf(version, null);
    const policy = await findPolicy(version.dataset);
    if (policy && version.status !== 'current') return [];
    if (kind === LAYER && !policy) return collectionsOf(version, null);
    const found = await findCounted(await whole(), policy);
    if (!found) return [];
    const ground = await orNull(datasets.getVersion(found.boundaries.dataset, found.boundaries.version));
    if (!ground || !isPublic(ground)) return [];
    const drawn = new Set(ground.artifacts.flatMap(({ kind: is, level }) => (is === 'geojson' && level !== undefined ? [level] : [])));
    return collectionsOf(version, { ...found, levels: found.levels.filter((level) => drawn.has(level)) });
  }

  async function openCounts({ version, level, content }: Collection): Promise<{ source: Source; stamp: string }> {
    if (content.of !== 'counts') throw new Error(`${version.dataset} is not counted`);
    const ground = await datasets.getVersion(content.boundaries.dataset, content.boundaries.version);
    const artifact = ground.artifacts.find((each) => each.kind === 'geojson' && each.level === level)!;
    const rows = await readRows(artifact, level);
    const geometry = { of: 'file', key: artifact.key, spans: rows } as const;
    if (toDatasetKind(version.dataset) === LAYER) {
      const told = await layers.units(version as DatasetVersion, level!, await findPolicy(version.dataset));
      return { source: { rows: layCounts(rows, level!, ['features'], layerCounts(told.units)), geometry }, stamp: JSON.stringify(told.units) };
    }
    const told = await presence.summarize({ dataset: version.dataset, version: version.version, trusted: false }, level!, DEFAULT_DEFINITION);
    const stamp = JSON.stringify([told.byPcode, told.reported]);
    return { source: { rows: layCounts(rows, level!, PRESENCE_NUMBERS, presenceCounts(told)), geometry }, stamp };
  }

  async function openLayer(version: DatasetVersion): Promise<{ source: Source; stamp: string }> {
    const all = await layers.features(version);
    const own = new Set<string>([FEATURE_KEYS.entry, FEATURE_KEYS.size]);
    const properties = all.source.rowNumber.length;
    const { rows, textOf } = fromFeatures({
      ids: Array.from(all.source.rowNumber, String),
      properties: Array.from(
        { length: properties },
        (_, row) => Object.fromEntries(Object.entries(propertiesOf(all, row)).filter(([name]) => !own.has(name))) as Record<string, Value>,
      ),
      geometry: all.geometry,
    });
    return { source: { rows, geometry: { of: 'memory', textOf } }, stamp: version.artifacts.map(({ sha256 }) => sha256).join() };
  }

  return {
    /** Of all published versions of the datasets that `isShown`; of a 3W and of a layer the current version only. */
    async list(isShown: (dataset: DatasetId) => Promise<boolean>): Promise<Collection[]> {
      const shown = new Map<DatasetId, boolean>();
      const look = async (dataset: DatasetId) => {
        if (!shown.has(dataset)) shown.set(dataset, await isShown(dataset));
        return shown.get(dataset)!;
      };
      const found: Collection[] = [];
      for (const version of await datasets.listPublic()) {
        if (!(await look(version.dataset))) continue;
        if ((version.kind === PRESENCE || version.kind === LAYER) && version.status !== 'current') continue;
        for (const each of await describe(version, () => datasets.getVersion(version.dataset, version.version)))
          if (each.content.of !== 'counts' || (await look(each.content.boundaries.dataset))) found.push(each);
      }
      return found;
    },

    /** Of a version that was published. */
    describe: (version: DatasetVersion): Promise<Collection[]> => describe(version, () => Promise.resolve(version)),

    parse(id: string): CollectionRef {
      const ref = parseCollectionId(id);
      if (!ref) throw new NotFoundError('collection.unknown', problemText('collection.unknown'));
      return ref;
    },

    async find({ dataset, version: ref, part }: CollectionRef): Promise<Collection> {
      const version = await orNull(datasets.getVersion(dataset, ref));
      const found = version && isPublic(version) ? await describe(version, () => Promise.resolve(version)) : [];
      const collection = found.find((each) => each.part === part);
      if (!collection) throw new NotFoundError('collection.unknown', problemText('collection.unknown'));
      return collection;
    },

    /** Its features. `stamp` changes with what they hold. */
    async open(collection: Collection): Promise<{ source: Source; stamp: string }> {
      const { content, version, level } = collection;
      if (content.of === 'counts') return openCounts(collection);
      if (content.of === 'layer') return openLayer(version as DatasetVersion);
      const { artifact } = content;
      const rows = await readRows(artifact, level);
      return { source: { rows, geometry: { of: 'file', key: artifact.key, spans: rows } }, stamp: artifact.sha256 };
    },
  };
}
