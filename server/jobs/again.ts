/**
 * The files of a version imported once more, with what people have said since. What was published never changes, so the result is a new draft; a draft
 * is read in its place and keeps its tag (decision 0031).
 */
import { createHash } from 'node:crypto';
import type { DatasetVersion } from '../contract/datasets/dataset.ts';
import { ConflictError } from '../errors.ts';
import type { IngestOptions } from '../kinds/kind.ts';
import type { JobFile, JobQueue } from './queue.ts';

export interface AgainDeps {
  jobs: Pick<JobQueue, 'insert'>;
  now: () => Date;
  newId: () => string;
}

/**
 * The id of the job. `names`: the files under the names that they were uploaded with, where these matter: stored ones have lost their folders.
 * @throws ConflictError `version.no-source`
 */
export async function importAgain(
  { jobs, now, newId }: AgainDeps,
  version: DatasetVersion,
  said: IngestOptions,
  by: string,
  names?: readonly Pick<JobFile, 'name' | 'sha256'>[],
): Promise<string> {
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
  const options = version.status === 'draft' ? { ...said, replaces: version.version } : said;
  const id = newId();
  // The queue knows uploads by their bytes; these have been imported before, so the job goes by its own name.
  const sha256 = createHash('sha256')
    .update(JSON.stringify([files.map((file) => file.sha256), options, id]))
    .digest('hex');
  await jobs.insert({ id, dataset: version.dataset, input: { files, options }, sha256, createdAt: now().toISOString(), createdBy: by });
  return id;
}
