/**
 * The files of a version imported once more, with what people have said since. What was published never changes, so the result is a new draft; a draft
 * is read in its place and keeps its tag (decision 0031).
 */
import { createHash } from 'node:crypto';
import type { DatasetVersion } from '../contract/datasets/dataset.ts';
import { ConflictError } from '../errors.ts';
import type { IngestOptions } from '../kinds/kind.ts';
import type { EnclosedObject, JobFile, JobInput, JobQueue } from './queue.ts';

export interface AgainDeps {
  jobs: Pick<JobQueue, 'insert'>;
  now: () => Date;
  newId: () => string;
}

export interface AgainOptions {
  /** The files under the names that they were uploaded with, where these matter: stored ones have lost their folders. */
  names?: readonly Pick<JobFile, 'name' | 'sha256'>[] | undefined;
  /** What goes with them. Left out: the repair that the version was made by, so that reading it otherwise does not undo it without a word. */
  enclosed?: Record<string, EnclosedObject>;
}

/**
 * The id of the job.
 * @throws ConflictError `version.no-source`
 */
export async function importAgain(
  { jobs, now, newId }: AgainDeps,
  version: DatasetVersion,
  said: IngestOptions,
  by: string,
  { names, enclosed = repairOf(version) }: AgainOptions = {},
): Promise<string> {
  const files = sourcesOf(version, names);
  // What became of personal data was decided when the files came.
  const settled = { personal: version.personal ?? 'keep', ...(version.harvest ? { harvest: version.harvest } : {}), ...said };
  const options = version.status === 'draft' ? { ...settled, replaces: version.version } : settled;
  return insertJob({ jobs, now, newId }, version, { files, options, ...(Object.keys(enclosed).length > 0 ? { enclosed } : {}) }, by);
}

/** The queue knows uploads by their bytes; these have been imported before, so the job goes by its own name. */
export async function insertJob({ jobs, now, newId }: AgainDeps, { dataset }: Pick<DatasetVersion, 'dataset'>, input: JobInput, by: string): Promise<string> {
  const id = newId();
  const sha256 = createHash('sha256')
    .update(JSON.stringify([input.files.map((file) => file.sha256), input.options, id]))
    .digest('hex');
  await jobs.insert({ id, dataset, input, sha256, createdAt: now().toISOString(), createdBy: by });
  return id;
}

function repairOf({ artifacts }: DatasetVersion): Record<string, EnclosedObject> {
  // The outline that it leads units to goes with it.
  const own = artifacts.filter(({ kind }) => kind === 'repair' || kind === 'outline');
  return Object.fromEntries(own.map(({ kind, key, sha256, bytes }) => [kind, { key, sha256, bytes }]));
}

/** The uploaded files of a version as they are stored. @throws ConflictError `version.no-source` */
export function sourcesOf(version: DatasetVersion, names?: AgainOptions['names']): JobFile[] {
  const stored = version.artifacts.filter(({ kind }) => kind === 'source').map(({ file, key, sha256, bytes }) => ({ name: file, key, sha256, bytes }));
  const named = names?.flatMap(({ name, sha256 }) =>
    stored
      .filter((file) => file.sha256 === sha256)
      .slice(0, 1)
      .map((file) => ({ ...file, name })),
  );
  const files = named?.length === stored.length ? named : stored;
  if (files.length === 0)
    throw new ConflictError('version.no-source', `The files that ${version.dataset} ${version.version} was made from are no longer here. Upload them again.`);
  return files;
}
