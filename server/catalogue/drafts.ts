/** What people do with a draft: accept findings into the dataset's register, take that back, complete the metadata. */
import { isPublic, type Correction, type DatasetVersion, type Metadata } from '../contract/datasets/dataset.ts';
import type { ExceptionBody, MetadataBody } from '../contract/datasets/drafts.ts';
import type { CheckResult, FindingItem } from '../contract/finding.ts';
import type { DatasetId, VersionTag } from '../contract/ids.ts';
import { ConflictError, NotFoundError } from '../errors.ts';
import { applyExceptions, fingerprint } from '../checks/exceptions.ts';
import { statusOf, toPublished, toReport, toSummary } from '../checks/run.ts';
import type { DraftStore, RegisteredException } from './draftStore.ts';
import { putFile, type ObjectStore } from '../store/objects/objects.ts';
import { createAudit } from './audit.ts';
import type { Datasets } from './datasets.ts';

export type { RegisteredException };

export interface DraftsDeps {
  store: DraftStore;
  datasets: Datasets;
  objects: Pick<ObjectStore, 'put'>;
  /** After rows that name new objects. */
  remember: () => Promise<void>;
  now: () => Date;
  newId: () => string;
}

export type Drafts = ReturnType<typeof createDrafts>;

export function createDrafts({ store, datasets, objects, remember, now, newId }: DraftsDeps) {
  const audit = createAudit({ now, newId });

  async function getDraft(id: DatasetId, tag: VersionTag | 'current'): Promise<DatasetVersion> {
    const version = await datasets.getVersion(id, tag);
    if (version.status !== 'draft')
      throw new ConflictError(
        'version.not-draft',
        `${id} ${version.version} is ${version.status}, and a published version never changes. Upload a new version.`,
      );
    return version;
  }

  /** Judges the stored findings of every draft of the dataset anew against the register. Published versions keep the report they had. */
  async function rejudge(id: DatasetId): Promise<void> {
    const exceptions = await store.listExceptions(id);
    const known = idsOf(exceptions);
    for (const tag of await store.listDrafts(id)) {
      const version = await datasets.getVersion(id, tag);
      const before = await datasets.readReport(version);
      const { dataset, sha256, levels, questions = [], published } = before;
      const judge = (results: CheckResult[]) => applyExceptions(results.map(withoutAcceptance), exceptions);
      const report = {
        ...toReport(judge(before.results), { dataset, sha256, levels, questions }),
        ...(published ? { published: toPublished(judge(published.results)) } : {}),
      };
      const bytes = new TextEncoder().encode(JSON.stringify(report));
      const artifact = datasets.getReportArtifact(version);
      const stored = await putFile(objects, id, 'report.json', bytes);
      await store.replaceReport(id, tag, { ...artifact, ...stored }, toSummary(report), now().toISOString());
    }
    // Somebody else, in another thread, changed the register meanwhile, and may have written before us.
    if (idsOf(await store.listExceptions(id)) !== known) return rejudge(id);
    await remember();
  }

  async function replaceMetadata(version: DatasetVersion, fields: Correction['fields'], corrections: Correction[], action: string, by: string) {
    if (fields.length === 0) return version;
    const { dataset, version: tag, metadata } = version;
    const entry = audit(action, dataset, tag, by, fields.map(({ field }) => field).join(', '));
    const changed = Object.fromEntries(fields.map(({ field, after }) => [field, after]));
    const done = await store.replaceMetadata(version, { ...metadata, ...changed }, corrections, entry);
    if (!done) throw new ConflictError('version.changed', `${dataset} ${tag} was changed by someone else in the meantime. Look at it again.`);
    return datasets.getVersion(dataset, tag);
  }

  return {
    listExceptions: (id: DatasetId): Promise<RegisteredException[]> => store.listExceptions(id),

    /** @throws NotFoundError where the report has no such finding, ConflictError where the version is no draft. */
    async acceptFindings(
      id: DatasetId,
      tag: VersionTag | 'current',
      { check, code, level, severity, items, reason }: ExceptionBody,
      by: string,
    ): Promise<DatasetVersion> {
      const version = await getDraft(id, tag);
      const report = await datasets.readReport(version);
      const found = report.results
        .filter((result) => result.check === check)
        .flatMap(({ findings }) =>
          findings.filter((finding) => finding.code === code && finding.level === level && (severity ?? finding.severity) === finding.severity),
        )
        .flatMap((finding) => finding.items);
      const wanted = items && new Set(items);
      const chosen = found.filter((item) => !item.accepted && (!wanted || wanted.has(item.id)));
      const there = new Set(found.map((item) => item.id));
      if (found.length === 0 || (items && !items.every((item) => there.has(item))))
        throw new NotFoundError('finding.unknown', `The report of ${id} ${version.version} has no such finding. Reload the page.`);
      if (chosen.length > 0) {
        const at = now().toISOString();
        const entries = chosen.map((item) => toException(item, { code, level, reason, by, at, version: version.version, id: newId() }));
        await store.insertExceptions(id, entries, audit('finding.accepted', id, version.version, by, `${check} ${code} (${chosen.length}): ${reason}`));
        await rejudge(id);
      }
      return datasets.getVersion(id, version.version);
    },

    /** Takes an exception out of the register; drafts are judged anew. */
    async undoException(id: DatasetId, exception: string, by: string): Promise<RegisteredException[]> {
      if (!(await store.deleteException(id, exception, audit('finding.unaccepted', id, null, by, exception))))
        throw new NotFoundError('exception.unknown', `The register of ${id} has no such entry; someone may already have removed it.`);
      await rejudge(id);
      return store.listExceptions(id);
    },

    async changeMetadata(id: DatasetId, tag: VersionTag | 'current', change: MetadataBody, by: string): Promise<DatasetVersion> {
      const version = await getDraft(id, tag);
      return replaceMetadata(version, fieldsOf(version, change), [], 'version.metadata', by);
    },

    /**
     * Puts right what is said of a version that was published; its files are not touched.
     * @throws ConflictError `version.not-public` where it never was
     */
    async correctMetadata(id: DatasetId, tag: VersionTag | 'current', change: MetadataBody, by: string): Promise<DatasetVersion> {
      const version = await datasets.getVersion(id, tag);
      if (!isPublic(version)) throw new ConflictError('version.not-public', `${id} ${version.version} is not published yet. Change its metadata as a draft.`);
      const fields = fieldsOf(version, change);
      return replaceMetadata(version, fields, [...(version.corrections ?? []), { at: now().toISOString(), by, fields }], 'version.corrected', by);
    },
  };
}

/** What of it differs from what is said now. */
const fieldsOf = ({ metadata }: DatasetVersion, change: MetadataBody): Correction['fields'] =>
  Object.entries(change).flatMap(([name, after]) => {
    const field = name as keyof Metadata;
    return after === undefined || after === metadata[field] ? [] : [{ field, before: metadata[field], after }];
  });

const idsOf = (exceptions: readonly RegisteredException[]): string =>
  exceptions
    .map(({ id }) => id)
    .toSorted()
    .join();

function toException(item: FindingItem, about: Omit<RegisteredException, 'pcodes' | 'fingerprint' | 'detail'>): RegisteredException {
  return { ...about, pcodes: item.pcodes, fingerprint: fingerprint(item), detail: item.detail };
}

function withoutAccepted(item: FindingItem): FindingItem {
  const copy = { ...item };
  delete copy.accepted;
  return copy;
}

function withoutAcceptance(result: CheckResult): CheckResult {
  const findings = result.findings.map((finding) => ({ ...finding, accepted: 0, items: finding.items.map(withoutAccepted) }));
  return { ...result, findings, status: result.status === 'skipped' ? 'skipped' : statusOf(findings) };
}
