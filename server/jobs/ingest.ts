/** One ingest from opened sources to stored artifacts, the same for a worker thread and for the command line. */
import type { Artifact, DatasetVersion, JobTask, Metadata } from '../contract/datasets/dataset.ts';
import type { FindingException } from '../contract/finding.ts';
import { toBoundariesId, toDatasetKind, toIso3, toSlug, toDatasetId, type DatasetId, type DatasetKind, type Iso3, type VersionTag } from '../contract/ids.ts';
import type { MetadataBody } from '../contract/datasets/drafts.ts';
import { InputError } from '../errors.ts';
import { bytesSource } from '../formats/raw.ts';
import { hashOfFiles } from '../catalogue/datasets.ts';
import type { IngestOptions, Kinds, Previous } from '../kinds/kind.ts';
import type { IngestSummary, NewArtifact } from '../kinds/summary.ts';
import type { Catalog } from '../catalogue/store.ts';
import type { EnclosedObject, Job, JobFile } from './queue.ts';
import { readWhole } from '../store/objects/checked.ts';
import { putFile, type ObjectStore } from '../store/objects/objects.ts';
import { placeOf, type StorePlace } from '../store/place.ts';
import { tellingParts, type Part, type PartStore } from './parts.ts';
import { settlePersonal, type PersonalOption } from './personal.ts';
import type { PersonalRecord } from '../contract/uploads/personal.ts';
import { chunksOf, type IngestFile } from './source.ts';

export interface IngestInput {
  kinds: Kinds;
  files: IngestFile[];
  kind: DatasetKind;
  country: Iso3;
  /** Of a layer: which one. */
  slug?: string | undefined;
  options: IngestOptions;
  metadata?: MetadataBody | undefined;
  /** Objects that go with the files; only the kind knows what they are. */
  enclosed?: Record<string, EnclosedObject> | undefined;
  today: string;
  catalog: Pick<Catalog, 'findVersion' | 'findDataset' | 'listGazetteer'> & Partial<Pick<Catalog, 'listMailboxes'>> & Pick<Catalog, 'listCodes'>;
  objects: ObjectStore;
  /** The exception register of a dataset; nothing is accepted where it is left out. */
  listExceptions?: ((dataset: DatasetId) => Promise<FindingException[]>) | undefined;
  onProgress: (stage: string, done: number, total: number) => void;
  /** Told of each file that it stores and that was not there before. */
  onStored?: ((part: Part) => void) | undefined;
  /** Copies without personal data took the place of files. Where it is left out, nothing is stored before the pipeline has accepted the upload. */
  onStripped?: ((files: JobFile[], record: PersonalRecord) => void) | undefined;
  /** Called once, before the first artifact is stored. Gives the kinds of a store that was not there before. */
  onAccepted?: (() => Promise<Kinds | void>) | undefined;
}

/**
 * Runs the pipeline, then stores every artifact under its checksum. Nothing is stored before the pipeline has accepted the
 * upload, and nothing stored is visible before the version is recorded.
 * @throws InputError where the upload is refused
 */
export async function runIngest({
  kinds,
  files: given,
  kind,
  country,
  slug,
  options,
  metadata = {},
  enclosed = {},
  today,
  catalog,
  objects,
  listExceptions,
  onProgress,
  onStored = () => {},
  onStripped,
  onAccepted,
}: IngestInput): Promise<IngestSummary> {
  const own = kinds[kind];
  if (!own) throw new InputError('upload.kind', `This version does not support uploads of the kind ${kind}.`);
  const dataset = toDatasetId(kind, country, slug);
  const previous = await findPrevious(catalog, objects, dataset);
  const { personal, ...answers } = options as IngestOptions & { personal?: PersonalOption };
  const parts = tellingParts(objects, onStored);
  const store = onStripped && ((bytes: Uint8Array) => objects.putStream('uploads', chunksOf({ ...bytesSource(bytes), close() {} }), bytes.length));
  const { files, record } = await settlePersonal(given, personal, {
    encoding: options.encoding,
    mailboxes: (await catalog.listMailboxes?.(country)) ?? [],
    store,
    onProgress,
    onStripped,
  });
  const sourceSha256 = hashOfFiles(files);
  const saidOfIt = Object.fromEntries(Object.entries(metadata).filter(([, value]) => value !== undefined)) as Partial<Metadata>;
  const { summary, artifacts, remember } = await own.pipeline({
    files,
    sha256: sourceSha256,
    dataset,
    country,
    options: answers,
    metadata: saidOfIt,
    today,
    previous,
    boundaries: dataset === toBoundariesId(country) ? previous : await findWithEarlier(catalog, objects, toBoundariesId(country)),
    exceptions: (await listExceptions?.(dataset)) ?? [],
    enclosed: await readEnclosed(objects, enclosed),
    onProgress,
  });
  const kept = (await onAccepted?.()) ?? kinds;
  if (remember !== undefined) await kept[kind].remember?.(dataset, remember);
  const stored: Artifact[] = [];
  const total = artifacts.length + files.length;
  for (const artifact of artifacts) {
    onProgress('store', stored.length, total);
    stored.push(await storeArtifact(parts, dataset, artifact));
  }
  const names = new Set(stored.map(({ file }) => file));
  for (const file of files) {
    onProgress('store', stored.length, total);
    stored.push(await storeSource(parts, file, names));
  }
  onProgress('store', total, total);
  // A country that ISO 3166 does not know is named by its boundaries, as they are published; drafts name nothing.
  const named = dataset === toBoundariesId(country) ? undefined : await catalog.findDataset(toBoundariesId(country));
  return {
    ...summary,
    ...(record ? { personal: record } : {}),
    ...(named && named.current !== null ? { countryNames: named.countryNames } : {}),
    kind,
    country,
    slug,
    sourceSha256,
    artifacts: stored,
  };
}

async function readEnclosed(objects: ObjectStore, enclosed: Record<string, EnclosedObject>): Promise<Record<string, Uint8Array>> {
  return Object.fromEntries(await Promise.all(Object.entries(enclosed).map(async ([what, { key }]) => [what, await readWhole(objects, key)] as const)));
}

/** A stored version with what a new upload is compared with. */
export async function findPrevious(
  catalog: Pick<Catalog, 'findVersion' | 'listGazetteer'>,
  objects: Pick<ObjectStore, 'read'>,
  dataset: DatasetId,
  ref: VersionTag | 'current' = 'current',
): Promise<Previous | null> {
  const version = await catalog.findVersion(dataset, ref);
  return version ? { version, gazetteer: await catalog.listGazetteer(dataset, version.version), readArtifact: ({ key }) => readWhole(objects, key) } : null;
}

/** More versions than any country has had. */
const MOST_VERSIONS = 60;

/** Data may be coded by any version of the boundaries. */
export async function findWithEarlier(
  catalog: Pick<Catalog, 'findVersion' | 'listGazetteer' | 'listCodes'>,
  objects: Pick<ObjectStore, 'read'>,
  dataset: DatasetId,
): Promise<Previous | null> {
  const previous = await findPrevious(catalog, objects, dataset);
  const earlier: DatasetVersion[] = [];
  for (let at = previous?.version; at?.diff && earlier.length < MOST_VERSIONS;) {
    const before = await catalog.findVersion(at.dataset, at.diff.against);
    if (!before) break;
    earlier.push(before);
    at = before;
  }
  const opening: Previous['opening'] = {
    listCodes: (version) => catalog.listCodes(dataset, version),
    open: async (version) => (await findPrevious(catalog, objects, dataset, version))!,
  };
  return previous && { ...previous, earlier, opening };
}

async function storeArtifact(objects: PartStore, dataset: DatasetId, { bytes, kind, level, file, mediaType }: NewArtifact): Promise<Artifact> {
  const stored = await putFile(objects, dataset, file.replace(/[^\w.-]/g, '_'), bytes);
  return { kind, ...(level === undefined ? {} : { level }), file, ...stored, mediaType };
}

/** The upload as it came, downloadable under its own name; a name that is taken gets a number. */
async function storeSource(objects: PartStore, { name, sha256, key, source }: IngestFile, names: Set<string>): Promise<Artifact> {
  const base = name.split(/[\\/]/).at(-1) || 'upload';
  const dot = base.lastIndexOf('.') > 0 ? base.indexOf('.', 1) : base.length;
  let file = base;
  for (let n = 2; names.has(file); n++) file = `${base.slice(0, dot)}-${n}${base.slice(dot)}`;
  names.add(file);
  const at = key ?? (await objects.putStream('uploads', chunksOf(source), source.size, sha256)).key;
  return { kind: 'source', file, key: at, sha256, bytes: source.size, mediaType: 'application/octet-stream' };
}

/** What a worker thread is started with. */
export interface WorkerData {
  place: StorePlace;
  files: { name: string; key: string; sha256: string }[];
  kind: DatasetKind;
  country: Iso3;
  slug?: string | undefined;
  options: IngestOptions;
  enclosed: Record<string, EnclosedObject>;
  /** Absent: the files are read into a version. */
  task?: JobTask | undefined;
}

export function toWorkerData(job: Job, store: StorePlace): WorkerData {
  return {
    place: placeOf(store),
    files: job.input.files.map(({ name, key, sha256 }) => ({ name, key, sha256 })),
    kind: toDatasetKind(job.dataset),
    country: toIso3(job.dataset),
    slug: toSlug(job.dataset),
    options: job.input.options,
    enclosed: job.input.enclosed ?? {},
    task: job.input.task,
  };
}
