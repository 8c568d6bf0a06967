/** `codmap ingest`: the pipeline on this machine's store, without a queue. A refused input leaves nothing behind. */
import type { Config } from '../config.ts';
import type { Artifact, DatasetVersion } from '../contract/datasets/dataset.ts';
import type { MetadataBody } from '../contract/datasets/drafts.ts';
import type { ValidationReport } from '../contract/finding.ts';
import { publishByCommand } from '../app/publishing.ts';
import { mergeOverlay, type LayerSaid } from '../contract/overlays/layer.ts';
import { InputError } from '../errors.ts';
import { problemText } from '../words/problems.ts';
import {
  LAYER,
  mayHaveSlug,
  toBoundariesId,
  toDatasetId,
  toDatasetKind,
  toIso3,
  type DatasetId,
  type DatasetKind,
  type Iso3,
  type VersionTag,
} from '../contract/ids.ts';
import { COMMAND_LINE } from '../contract/given.ts';
import { hashOfFiles } from '../catalogue/datasets.ts';
import { isReportFile } from '../catalogue/staff.ts';
import { runIngest } from '../jobs/ingest.ts';
import { dropParts, type Part } from '../jobs/parts.ts';
import type { IngestFile } from '../jobs/source.ts';
import type { IngestOptions } from '../kinds/kind.ts';
import { createKinds } from '../app/kinds.ts';
import { heldText } from './sensitivity/say.ts';
import { hasStore, openStore, requireDatabase, type Store } from '../app/store.ts';
import { readWhole } from '../store/objects/checked.ts';
import type { ObjectStore } from '../store/objects/objects.ts';
import { objectsAt } from '../store/place.ts';

export interface IngestRequest {
  files: IngestFile[];
  kind: DatasetKind;
  country: Iso3;
  /** Of a layer: which one. */
  layer?: string | undefined;
  version?: VersionTag | undefined;
  publish: boolean;
  accept?: string | undefined;
  /** What the person says of the dataset; wins over what the files say. */
  metadata?: MetadataBody | undefined;
  options: IngestOptions;
  onProgress: (stage: string, done: number, total: number) => void;
  onNotice: (text: string) => void;
}

export interface IngestOutcome {
  version: DatasetVersion;
  /** Errors stand that nobody accepted, so a wish to publish was refused. */
  refused: boolean;
  /** What must be answered about columns before it can be published. */
  questions: string[];
  /** Proposed answers that `--accept` took as they stood. */
  answers: string[];
  /** These very bytes had been ingested before; that version is given. */
  known: boolean;
}

/** Before the first ingest there is no database, and a refused one must not make it. */
const NOTHING = { findVersion: async () => undefined, findDataset: async () => undefined, listCodes: async () => new Map(), listGazetteer: async () => [] };

export async function ingestFiles(config: Config, request: IngestRequest): Promise<IngestOutcome> {
  const { files, kind, country, options, metadata, onProgress } = request;
  const by = COMMAND_LINE;
  const open = () => openStore(config, undefined, { onNotice: request.onNotice });
  // Beside files of another store the work would be for nothing.
  await requireDatabase(config);
  let store: Store | undefined = hasStore(config) ? await open() : undefined;
  const ensure = async () => (store ??= await open());
  const objects = objectsAt(config.objects);
  const parts: Part[] = [];
  try {
    if (kind === LAYER && request.layer === undefined) throw new InputError('upload.layer', `${problemText('upload.layer')} Say it with --layer.`);
    const slug = mayHaveSlug(kind) ? request.layer : undefined;
    const dataset = toDatasetId(kind, country, slug);
    const earlier =
      request.version === undefined && Object.keys(options).length === 0 ? await store?.catalog.findVersionBySource(dataset, hashOfFiles(files)) : undefined;
    let version: DatasetVersion;
    const same = store && earlier && (await isUnchanged(store, dataset, earlier, metadata, request.accept !== undefined));
    let answers: string[] = [];
    if (store && earlier && same) version = await store.datasets.getVersion(dataset, earlier);
    else {
      // Asked before the work, so that a taken tag costs no minutes.
      if (store && request.version) await store.datasets.requireFree(dataset, request.version);
      const read = (said: IngestOptions) =>
        runIngest({
          kinds: createKinds(store?.db),
          files,
          kind,
          country,
          slug,
          options: said,
          metadata,
          today: new Date().toISOString().slice(0, 10),
          catalog: store?.catalog ?? NOTHING,
          listExceptions: (id) => store?.drafts.listExceptions(id) ?? Promise.resolve([]),
          objects,
          onProgress,
          onStored: (part) => void parts.push(part),
          // The store comes into being before its first file, so that a file of a killed ingest has a database that it belongs to.
          onAccepted: async () => createKinds((await ensure()).db),
        });
      let summary = await read(options);
      if (request.accept !== undefined && summary.report.questions) {
        // Whoever accepts, accepts the answers that were proposed: read again with them, so that the version holds them as said.
        const proposed = (await readQuestions(objects, summary.artifacts)).flatMap(({ choices }) => choices[0] ?? []);
        answers = proposed.map(({ text }) => text);
        const said = Array.isArray(options['columns']) ? (options['columns'] as unknown[]) : [];
        const overlay = [options['overlay'] as LayerSaid | undefined, ...proposed.map((choice) => choice.overlay)].reduce(mergeOverlay);
        summary = await read({ ...options, columns: [...said, ...proposed.flatMap(({ columns }) => columns)], ...(kind === LAYER ? { overlay } : {}) });
      }
      version = await (await ensure()).datasets.recordVersion(summary, { version: request.version, by });
    }
    const accepted = request.accept !== undefined && !version.report.questions;
    const refused = !version.report.publishable && !accepted && version.status !== 'current';
    // What was accepted is told with the version for good.
    const reason = answers.length > 0 ? `${request.accept} (${answers.join('; ')})`.slice(0, 2000) : (request.accept ?? null);
    if (request.publish && !refused)
      version = await publishByCommand(await ensure(), dataset, version.version, { by, reason, onHeld: (held) => request.onNotice(heldText(held)) });
    const questions = version.report.questions ? await readQuestions(objects, version.artifacts) : [];
    return { version, refused, known: same === true, questions: questions.map(({ text }) => text), answers };
  } catch (error) {
    // What a recorded version names is not free, so a publish that was refused takes nothing away.
    if (store) await dropParts(parts, objects, (key) => store!.names.isFree(key));
    throw error;
  } finally {
    await store?.close();
  }
}

async function readQuestions(objects: ObjectStore, artifacts: readonly Artifact[]): Promise<NonNullable<ValidationReport['questions']>> {
  const report = artifacts.find(isReportFile);
  if (!report) return [];
  const bytes = await readWhole(objects, report.key);
  return (JSON.parse(Buffer.from(bytes).toString('utf8')) as ValidationReport).questions ?? [];
}

/** Other metadata make another version, answers accepted now do, and so may what its kind joins or remembers. */
async function isUnchanged(store: Store, dataset: DatasetId, tag: VersionTag, metadata: MetadataBody = {}, isAccepting = false): Promise<boolean> {
  const version = await store.catalog.findVersion(dataset, tag);
  if (isAccepting && version?.report.questions) return false;
  if (!version || Object.entries(metadata).some(([key, value]) => version.metadata[key as keyof MetadataBody] !== value)) return false;
  const boundaries = await store.catalog.findCurrent(toBoundariesId(toIso3(dataset)));
  return !(await createKinds(store.db)[toDatasetKind(dataset)].isStale?.(version, boundaries ?? null));
}

/** The document that `ingest --json` prints. */
export function toIngestJson({ version, questions, answers }: IngestOutcome, kind: DatasetKind): object {
  const { errors, warnings, infos, publishable } = version.report;
  return {
    dataset: version.dataset,
    version: version.version,
    status: version.status,
    kind,
    levels: version.levels.map(({ level, units, total }) => ({ level, units, ...(total === undefined ? {} : { total }) })),
    report: { errors, warnings, infos, publishable },
    ...(questions.length > 0 ? { questions } : {}),
    ...(answers.length > 0 ? { answers } : {}),
    ...(version.personal ? { personal: version.personal } : {}),
    ...createKinds(undefined)[kind].toJson?.(version),
    artifacts: version.artifacts.map(({ kind, level, bytes, sha256 }) => ({ kind, ...(level === undefined ? {} : { level }), bytes, sha256 })),
  };
}
