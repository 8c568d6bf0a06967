/** Datasets and their immutable versions: reading, recording a draft, publishing, withdrawing. */
import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { AdminUnit } from '../contract/admin.ts';
import { isPublic, type Artifact, type Dataset, type DatasetVersion, type Metadata } from '../contract/datasets/dataset.ts';
import type { Signoff } from '../contract/datasets/endorsement.ts';
import type { ValidationReport } from '../contract/finding.ts';
import type { AdminLevel, DatasetId, Pcode, VersionTag } from '../contract/ids.ts';
import { toDatasetId } from '../contract/ids.ts';
import { withUnNames } from '../matching/countries.ts';
import { ConflictError, InputError, NotFoundError, UnavailableError } from '../errors.ts';
import { unknownVersion } from '../http/request.ts';
import { problemText } from '../words/problems.ts';
import { createKept } from '../kept.ts';
import { nearest } from '../matching/similarity.ts';
import { foldName } from '../matching/fold.ts';
import type { Catalog } from './store.ts';
import type { Job, JobFile, JobQueue } from '../jobs/queue.ts';
import type { CheckedObjects } from '../store/objects/checked.ts';
import type { Tx } from '../store/schema.ts';
import { createAudit } from './audit.ts';
import type { IngestSummary } from '../kinds/summary.ts';
import { toBump, type Said } from './life/bump.ts';
import { createLife } from './life/service.ts';
import { isReportFile } from './staff.ts';

export interface DatasetsDeps {
  catalog: Catalog;
  jobs: JobQueue;
  /** Reads only what is as it was stored. */
  checked: Pick<CheckedObjects, 'ensure' | 'read'>;
  /** After rows that name new objects: lets the objects know how far the database is. */
  remember: () => Promise<void>;
  now: () => Date;
  newId: () => string;
}

export type Datasets = ReturnType<typeof createDatasets>;

export interface UnitQuery {
  level?: AdminLevel | undefined;
  parent?: Pcode | undefined;
  /** With commas between them. */
  pcodes?: string | undefined;
  q?: string | undefined;
  limit: number;
  offset: number;
}

/** Of reports in memory, in bytes of their files: a page of findings asks for one again and again. */
const REPORTS_KEPT = 8_000_000;

const named = (dataset: Dataset): Dataset => ({ ...dataset, countryNames: withUnNames(dataset.country, dataset.countryNames) });

/** Similar names that are offered. */
const SIMILAR = 8;

/** Also of a file of which not even the name is told. */
export const unknownFile = ({ dataset, version }: Pick<DatasetVersion, 'dataset' | 'version'>): NotFoundError =>
  new NotFoundError('file.unknown', `${dataset} ${version} has no file of that name; its version page lists the files it has.`);

export function createDatasets({ catalog, jobs, checked, remember, now, newId }: DatasetsDeps) {
  const audit = createAudit({ now, newId });
  const reports = createKept<{ bytes: number; report: ValidationReport }>(REPORTS_KEPT, ({ bytes }) => bytes);

  async function getVersion(id: DatasetId, version: VersionTag | 'current'): Promise<DatasetVersion> {
    const found = await catalog.findVersion(id, version);
    if (found) return found;
    if (version === 'current' && (await catalog.findDataset(id)))
      throw new NotFoundError('version.none-current', `No version of ${id} has been published yet. Publish a draft, or name a version.`);
    throw unknownVersion(id, version);
  }

  /** The report as stored: bytes of a ValidationReport in JSON, with their checksum. */
  function getReportArtifact(version: DatasetVersion): Artifact {
    const found = version.artifacts.find(isReportFile);
    if (!found) throw new NotFoundError('report.none', `${version.dataset} ${version.version} has no report.`);
    return found;
  }

  /**
   * As stored; many ask for the same one, so nobody may change it. The file is read and judged each time, so that damage is told; it is parsed once.
   */
  async function readReport(version: DatasetVersion): Promise<ValidationReport> {
    const { key, sha256, bytes } = getReportArtifact(version);
    const file = await checked.read(key);
    const parse = async () => ({ bytes, report: JSON.parse(Buffer.from(file).toString('utf8')) as ValidationReport });
    return (await reports.get(sha256, parse)).report;
  }

  /** @throws ConflictError `version.questions-open`: a reason is no answer to them */
  async function refuseOpenQuestions(version: DatasetVersion): Promise<void> {
    if (!version.report.questions || version.status !== 'draft') return;
    const { questions = [] } = await readReport(version);
    throw new ConflictError(
      'version.questions-open',
      `${version.dataset} ${version.version} waits for ${version.report.questions} answer(s): ${questions.map(({ text }) => text).join(' ')} Answer them on the page of the draft, or with --columns.`,
      { details: { questions } },
    );
  }

  /** @throws ConflictError `version.incomplete` */
  async function ensureFiles({ dataset, version, artifacts }: DatasetVersion): Promise<void> {
    for (const { file, key, bytes } of artifacts) await checked.ensure(key, bytes).catch(toIncomplete(`${file} of ${dataset} ${version}`));
  }

  return {
    ...createLife({ catalog, getVersion, ensureFiles, readArtifact: ({ key }) => checked.read(key), audit, now }),

    listDrafts: () => catalog.listDrafts(),

    listDatasets: async (): Promise<Dataset[]> => (await catalog.listDatasets()).map(named),

    async getDataset(id: DatasetId): Promise<Dataset> {
      const found = await catalog.findDataset(id);
      if (!found) throw new NotFoundError('dataset.unknown', `There is no dataset ${id} here.`);
      return named(found);
    },

    getVersion,

    /** @throws ConflictError `version.exists` where the tag is taken, so that work for nothing is not begun. */
    async requireFree(dataset: DatasetId, tag: VersionTag): Promise<void> {
      requireFreeTag(dataset, tag, await catalog.listVersionTags(dataset));
    },

    /** `similar`: nothing is called so; these are spelt nearly so, the nearest first. */
    async listUnits(id: DatasetId, version: VersionTag, query: UnitQuery): Promise<{ total: number; units: AdminUnit[]; similar?: true }> {
      const q = query.q === undefined ? undefined : foldName(query.q);
      // A search text of signs only folds to nothing; it must find nothing, not everything.
      if (query.q?.trim() && q === '') return { total: 0, units: [] };
      const pcodes = query.pcodes?.split(',').filter(Boolean);
      if (pcodes?.length === 0) return { total: 0, units: [] };
      const found = await catalog.listUnits(id, version, { ...query, q, pcodes });
      if (found.total > 0 || !q || pcodes || query.offset > 0) return found;
      const near = nearest(q, await catalog.listSearchTexts(id, version, query)).slice(0, Math.min(query.limit, SIMILAR));
      return near.length === 0 ? found : { total: near.length, units: await catalog.listUnitsAt(id, version, near), similar: true };
    },

    async getUnit(id: DatasetId, version: VersionTag, pcode: Pcode, level?: AdminLevel): Promise<AdminUnit & { parents: AdminUnit[]; children: AdminUnit[] }> {
      const unit = await catalog.findUnit(id, version, pcode, level);
      if (!unit) throw new NotFoundError('unit.unknown', `No unit of ${id} ${version} has the P-code ${pcode}.`);
      return { ...unit, parents: await catalog.listParents(id, version, unit), children: await catalog.listChildren(id, version, unit) };
    },

    findArtifact(version: DatasetVersion, file: string): Artifact {
      const found = version.artifacts.find((artifact) => artifact.file === file);
      if (!found) throw unknownFile(version);
      return found;
    },

    getReportArtifact,
    readReport,
    readArtifact: (artifact: Artifact): Promise<Uint8Array> => checked.read(artifact.key),
    findTiles: (id: DatasetId, version: VersionTag) => catalog.findTiles(id, version),
    findCurrent: (id: DatasetId) => catalog.findCurrent(id),

    /**
     * Queues stored files for ingest. The same bytes for the same dataset give the job that is there already, unless that one failed, or was read with
     * other answers than those that are given now: a wrong answer is not for ever.
     * @param files in any order; the upload's identity is the hash of their hashes in the order of names.
     */
    async registerUpload(dataset: DatasetId, files: JobFile[], options: Record<string, unknown>, by: string | null): Promise<Job> {
      if (files.length === 0) throw new InputError('upload.empty', problemText('upload.empty'));
      const sha256 = hashOfFiles(files);
      const known = await jobs.findByUpload(dataset, sha256);
      // A draft that was discarded since is made anew; its tag may be another's by now.
      const isSame = known && Object.entries(options).every(([key, value]) => isDeepStrictEqual(known.input.options[key], value));
      if (isSame && (known.state !== 'succeeded' || (await catalog.isMadeFrom(dataset, known.version!, sha256)))) return known;
      const id = newId();
      await jobs.insert({ id, dataset, input: { files, options }, sha256, createdAt: now().toISOString(), createdBy: by });
      await remember();
      return (await jobs.find(id))!;
    },

    /**
     * Makes an ingested upload visible as a draft. Its objects are stored already. `replaces`: the draft whose files were read again; where it
     * was never public, the new reading takes its place under its tag, with what people said of the dataset meanwhile.
     * @param also runs in the same transaction, for example to finish the job.
     */
    async recordVersion(
      summary: IngestSummary,
      options: { version?: VersionTag | undefined; replaces?: VersionTag | undefined; by: string | null; harvest?: DatasetVersion['harvest'] },
      also?: (tx: Tx, version: VersionTag) => Promise<void>,
    ): Promise<DatasetVersion> {
      const dataset = toDatasetId(summary.kind, summary.country, summary.slug);
      const before = options.replaces && (await catalog.findVersion(dataset, options.replaces));
      const replaced = before && before.status === 'draft' && !isPublic(before) ? before : null;
      const bump = summary.diff && summary.diff.bump !== 'major' ? 'minor' : 'major';
      const tag = await catalog.insertVersion(
        {
          chooseTag: (taken) => replaced?.version ?? chooseTag(dataset, options.version, summary.statedVersion, bump, taken),
          version: {
            dataset,
            createdAt: now().toISOString(),
            createdBy: options.by,
            levels: summary.levels,
            bbox: summary.bbox,
            languages: summary.languages,
            metadata: replaced ? keepSaid(summary.metadata, replaced.metadata) : summary.metadata,
            report: summary.report,
            artifacts: summary.artifacts,
            diff: summary.diff,
            ...(summary.join === undefined ? {} : { join: summary.join }),
            ...(summary.rows === undefined ? {} : { rows: summary.rows }),
            ...(summary.repair === undefined ? {} : { repair: summary.repair }),
            ...(summary.personal === undefined ? {} : { personal: summary.personal }),
            ...(options.harvest === undefined ? {} : { harvest: options.harvest }),
          },
          kind: summary.kind,
          country: summary.country,
          countryNames: summary.countryNames,
          sourceSha256: summary.sourceSha256,
          levels: summary.units.map(({ level, units }) => ({ level, units: units.map((unit) => ({ unit, search: toSearchText(unit) })) })),
        },
        (tag) =>
          audit(summary.repair ? 'version.repaired' : replaced ? 'version.reread' : 'version.drafted', dataset, tag, options.by, null, summary.sourceSha256),
        also,
      );
      await remember();
      return getVersion(dataset, tag);
    },

    /**
     * Makes a draft (or an older version again) the current one.
     * @throws InputError `version.no-bump`, `version.bump-reason`, ConflictError `version.not-publishable` where errors stand and no reason accepts them, `version.questions-open` where questions wait for an answer.
     */
    async publishVersion(
      id: DatasetId,
      tag: VersionTag,
      options: { by: string | null; reason: string | null; signoff?: readonly Signoff[]; called?: Said },
    ): Promise<DatasetVersion> {
      const version = await getVersion(id, tag);
      const bump = options.called?.bump ? toBump(version, options.called) : null;
      if (version.status === 'current') return version;
      if (version.status === 'withdrawn')
        throw new ConflictError('version.withdrawn', `${id} ${tag} was withdrawn; upload the corrected files as a new version.`);
      await refuseOpenQuestions(version);
      if (!version.report.publishable && !options.reason)
        throw new ConflictError(
          'version.not-publishable',
          `${id} ${tag} has ${version.report.errors} error(s) that no one has accepted. Correct the files, accept the findings, or publish with a reason.`,
          { details: { ...version.report } },
        );
      await ensureFiles(version);
      const sha256 = version.artifacts.find((artifact) => artifact.kind === 'pmtiles')?.sha256 ?? null;
      const done = await catalog.publish(
        id,
        tag,
        ['draft', 'superseded'],
        options.signoff ?? [],
        audit('version.published', id, tag, options.by, options.reason, sha256),
        bump && { bump, audit: bump.reason === null ? null : audit(`version.called-${bump.chosen}`, id, tag, options.by, bump.reason) },
      );
      if (!done) throw new ConflictError('version.changed', `${id} ${tag} was changed by someone else in the meantime. Look at it again.`);
      return getVersion(id, tag);
    },

    /** A draft too, which then stays for those who read drafts, with the reason. */
    async withdrawVersion(id: DatasetId, tag: VersionTag, options: { by: string | null; reason: string }): Promise<DatasetVersion> {
      await getVersion(id, tag);
      await catalog.withdraw(id, tag, audit('version.withdrawn', id, tag, options.by, options.reason, null));
      return getVersion(id, tag);
    },

    /**
     * Takes a draft away that was never public; its tag is free again.
     * @throws ConflictError `version.was-public`
     */
    async discardVersion(id: DatasetId, tag: VersionTag, by: string): Promise<void> {
      const version = await getVersion(id, tag);
      const done = !isPublic(version) && (await catalog.discard(id, tag, audit('version.discarded', id, tag, by, null, null)));
      if (!done)
        throw new ConflictError(
          'version.was-public',
          `${id} ${tag} has been published, and a version that has been public stays readable. Withdraw it instead, with a reason.`,
        );
    },

    /** What the next upload of a dataset is compared with. */
    async findPrevious(id: DatasetId): Promise<{ version: DatasetVersion; gazetteer: { level: AdminLevel; units: AdminUnit[] }[] } | undefined> {
      const version = await catalog.findVersion(id, 'current');
      return version && { version, gazetteer: await catalog.listGazetteer(id, version.version) };
    },
  };
}

/** What people filled in of a draft holds for its next reading too. */
function keepSaid(read: Metadata, said: Metadata): Metadata {
  return { ...read, ...Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null && value !== '')) };
}

/** A version with a file that is not as it was stored is not published. */
const toIncomplete = (file: string) => (error: unknown) => {
  if (!(error instanceof UnavailableError)) throw error;
  throw new ConflictError('version.incomplete', `${file} is missing from the store or damaged. Upload the files again.`);
};

function requireFreeTag(dataset: DatasetId, tag: VersionTag, taken: readonly VersionTag[]): void {
  if (taken.includes(tag))
    throw new ConflictError('version.exists', `${dataset} ${tag} already exists, and versions never change. Leave out --version to use the next one.`);
}

/** First free tag: the one asked for or stated in the file, else one above the highest; minor where the diff says that no code changed. */
function chooseTag(
  dataset: DatasetId,
  asked: VersionTag | undefined,
  stated: string | null,
  bump: 'major' | 'minor',
  taken: readonly VersionTag[],
): VersionTag {
  if (asked) {
    requireFreeTag(dataset, asked, taken);
    return asked;
  }
  const isFree = stated !== null && !taken.includes(stated as VersionTag) && /^v\d{2,}(\.\d{2,})?$/.test(stated);
  return isFree ? (stated as VersionTag) : nextTag([...taken], bump);
}

/** `v03` → `v04`, or `v03.01` where only names or lines changed. */
export function nextTag(taken: string[], bump: 'major' | 'minor'): VersionTag {
  const numbers = taken.map((tag) => tag.slice(1).split('.').map(Number) as [number, number?]);
  const major = Math.max(0, ...numbers.map(([n]) => n));
  const pad = (n: number) => String(n).padStart(2, '0');
  if (bump === 'major' || major === 0) return `v${pad(major + 1)}` as VersionTag;
  const minor = Math.max(0, ...numbers.filter(([n]) => n === major).map(([, m]) => m ?? 0));
  return `v${pad(major)}.${pad(minor + 1)}` as VersionTag;
}

/** Identity of an upload: the hash of its files' hashes in the order of their names. */
export function hashOfFiles(files: { name: string; sha256: string }[]): string {
  const first = files[0];
  if (files.length === 1 && first) return first.sha256;
  const hash = createHash('sha256');
  for (const file of [...files].sort((a, b) => (a.name < b.name ? -1 : 1))) hash.update(`${file.name}\0${file.sha256}\n`);
  return hash.digest('hex');
}

/** What a unit is found by: its P-code and every name, folded, each between bars. */
export function toSearchText(unit: AdminUnit): string {
  const parts = [unit.pcode, ...unit.names.map(({ name }) => name)].map(foldName).filter((part) => part !== '');
  return `|${[...new Set(parts)].join('|')}|`;
}
