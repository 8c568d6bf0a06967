/** What waits for a person: their uploads that have not become a version, and the drafts that nobody has published. */
import type { DatasetVersion, JobStatus } from '../contract/datasets/dataset.ts';
import type { Asks, WorkAnswer } from '../contract/uploads/work.ts';
import type { DatasetId, VersionTag } from '../contract/ids.ts';
import type { Job, JobQueue } from '../jobs/queue.ts';

const DAYS = 30;

/** Questions that the page of uploads puts, by the code with which the job stopped. */
const ASKS: Record<string, Asks> = {
  'read.encoding': 'encoding',
  'read.crs': 'crs',
  'presence.no-organisation': 'organisations',
  'presence.no-place': 'places',
  'input.not-boundaries': 'levels',
  'upload.personal': 'personal',
  'layer.no-coordinates': 'coordinates',
};

export type DraftSummary = Pick<DatasetVersion, 'dataset' | 'version' | 'createdAt' | 'createdBy' | 'report'>;

export interface WorkDeps {
  jobs: Pick<JobQueue, 'listOwn'>;
  datasets: { listDrafts: () => Promise<DraftSummary[]> };
  /** What is asked of a person in reviews of drafts. */
  reviews: {
    findWaiting: (person: { id: string; name: string }) => Promise<{
      assigned: { dataset: DatasetId; version: VersionTag; comment: string; text: string }[];
      reviews: { dataset: DatasetId; version: VersionTag; group: string; due: string | null; at: string }[];
    }>;
  };
  now: () => Date;
}

export type FindWork = ReturnType<typeof createFindWork>;

/** Names of members are unique: uploads and drafts are known by them. What is about a dataset is told where `mayRead` lets it through. */
export function createFindWork({ jobs, datasets, reviews, now }: WorkDeps) {
  return async (person: { id: string; name: string }, mayRead: (dataset: DatasetId) => Promise<boolean>): Promise<WorkAnswer> => {
    const by = person.name;
    const since = new Date(now().getTime() - DAYS * 86_400_000).toISOString();
    const [own, all, waiting] = await Promise.all([jobs.listOwn(by, since), datasets.listDrafts(), reviews.findWaiting(person)]);
    const named = new Set([...all, ...waiting.reviews, ...waiting.assigned].map(({ dataset }) => dataset));
    const readable = new Map(await Promise.all([...named].map(async (id) => [id, await mayRead(id)] as const)));
    const isReadable = ({ dataset }: { dataset: DatasetId }) => readable.get(dataset) === true;
    const drafts = all.filter(isReadable);
    return {
      reviews: waiting.reviews.filter(isReadable),
      assigned: waiting.assigned.filter(isReadable),
      uploads: newest(own.filter(isUpload)).flatMap(({ id: job, dataset, input, state, error, createdAt }) =>
        state === 'succeeded' || state === 'cancelled'
          ? []
          : [{ job, dataset, files: input.files.map(({ name }) => name), state, asks: state === 'failed' ? asksOf(error) : null, createdAt }],
      ),
      drafts: drafts.map(({ dataset, version, createdAt, createdBy, report }) => ({
        dataset,
        version,
        createdAt,
        createdBy,
        own: createdBy === by,
        errors: report.errors,
        warnings: report.warnings,
        questions: report.questions ?? 0,
      })),
    };
  };
}

/** A draft that could not be read once more stays as it was: nothing waits. */
const isUpload = ({ input, state }: Job): boolean =>
  input.task === undefined && input.files.length > 0 && (input.options['replaces'] === undefined || state !== 'failed');

/** An answer makes a new job of the same files, so the last one says what became of them. `jobs` newest first. */
function newest(jobs: readonly Job[]): Job[] {
  const seen = new Set<string>();
  return jobs.filter(({ input }) => {
    const key = input.files.map(({ sha256 }) => sha256).toSorted().join(' '); // prettier-ignore
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

function asksOf(error: JobStatus['error']): Asks | null {
  const asks = ASKS[error?.code ?? ''] ?? null;
  return asks === 'levels' && error?.details?.['layers'] === undefined ? null : asks;
}
