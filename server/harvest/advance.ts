/** From an accepted fetch to a version: registered as an upload, followed while the queue reads it, published where that was said. Each step may be taken again after a crash and has its effect once. */
import { hashOfFiles } from '../catalogue/datasets.ts';
import type { Provenance } from '../contract/harvest/provenance.ts';
import type { VersionTag } from '../contract/ids.ts';
import { CodmapError, NotFoundError, orNull } from '../errors.ts';
import type { Job } from '../jobs/queue.ts';
import type { HarvestDeps } from './deps.ts';
import { PROVENANCE } from './deps.ts';
import type { StoredFetch, StoredSource } from './rows.ts';
import { plain, type createRun } from './run.ts';

export function createAdvance(deps: HarvestDeps, run: ReturnType<typeof createRun>) {
  const { store, datasets, jobs, objects, owner, now, log } = deps;

  /** The same files with the same provenance are the same job, so that a server that died in between makes no second one. */
  async function register(fetch: StoredFetch, source: StoredSource): Promise<void> {
    const claimed = await store.claim(owner, now().toISOString(), run.leaseUntil(), source.id);
    // Another server is at it, or its host is being asked: later.
    if (!claimed) return;
    try {
      const files = fetch.files!;
      const from: Provenance = {
        source: source.id,
        fetch: fetch.id,
        host: fetch.detail.host!,
        url: fetch.detail.url ?? null,
        at: fetch.at,
        sha256: fetch.sha256!,
      };
      const options = { [PROVENANCE]: from, ...(source.personal === null ? {} : { personal: source.personal }) };
      const job = await datasets.registerUpload(source.dataset!, files, options, source.addressBy);
      await store.settle({ ...fetch, job: job.id }, 'accepted', null);
    } finally {
      await store.release(source.id, owner);
    }
  }

  async function publish(fetch: StoredFetch, source: StoredSource, tag: VersionTag): Promise<Pick<StoredFetch, 'state' | 'code'>> {
    const version = await datasets.getVersion(source.dataset!, tag);
    if (version.status === 'current') return { state: 'published', code: null };
    if (version.status !== 'draft') return { state: 'drafted', code: null };
    if (!version.report.publishable || version.report.errors > 0 || version.report.questions) return { state: 'drafted', code: 'harvest.errors' };
    if (!version.diff || version.diff.bump === 'major') return { state: 'drafted', code: 'harvest.not-minor' };
    try {
      await deps.publish(version, source);
      return { state: 'published', code: null };
    } catch (error) {
      if (!(error instanceof CodmapError)) throw error;
      log.info({ source: source.id, code: error.code }, 'Harvest:NotPublished');
      return { state: 'drafted', code: error.code === 'harvest.four-eyes' ? 'harvest.publisher' : 'harvest.held' };
    }
  }

  async function toVersion(fetch: StoredFetch, source: StoredSource, tag: VersionTag): Promise<void> {
    const became =
      source.onChange === 'publish' && source.publishAccount !== null ? await publish(fetch, source, tag) : { state: 'drafted' as const, code: null };
    const done: StoredFetch = { ...fetch, ...became, version: tag, files: null };
    await store.settle(done, fetch.state, await run.changedEvent(source, done));
  }

  /** A question keeps its files; without them it was a refusal. */
  async function endWithFault(fetch: StoredFetch, source: StoredSource, job: Job): Promise<void> {
    const code = job.error?.code ?? 'job.crashed';
    const isKept = (await Promise.all(job.input.files.map(({ key }) => objects.head(key)))).every((head) => head !== undefined);
    const asks = job.state === 'failed' && isKept && !code.startsWith('job.');
    const done: StoredFetch = { ...fetch, state: asks ? 'asks' : 'failed', code, detail: { ...fetch.detail, problem: plain(job.error?.details) } };
    await store.settle(done, fetch.state, await run.failedEvent(source, fetch.id, code));
  }

  /** Somebody answered on the page of uploads, which made another job of the same files. */
  async function findAnswered(fetch: StoredFetch, source: StoredSource): Promise<VersionTag | null> {
    const again = await jobs.findByUpload(source.dataset!, hashOfFiles(fetch.files ?? []));
    return again?.state === 'succeeded' ? again.version : null;
  }

  /** One step of it, where one can be taken. */
  return async (fetch: StoredFetch): Promise<void> => {
    const source = await store.find(fetch.source);
    if (!source || source.dataset === null || fetch.files === null) return;
    if (fetch.state === 'asks') {
      const tag = await findAnswered(fetch, source);
      if (tag !== null) await toVersion(fetch, source, tag);
      return;
    }
    if (fetch.job === null) return register(fetch, source);
    const job = await jobs.find(fetch.job);
    if (job?.state === 'queued' || job?.state === 'running') return;
    if (!job) throw new NotFoundError('job.unknown', `The job of fetch ${fetch.id} is gone`);
    if (job.state === 'succeeded' && job.version !== null) {
      // Discarded meanwhile: there is nothing to publish.
      const found = await orNull(datasets.getVersion(source.dataset, job.version));
      if (found) return toVersion(fetch, source, job.version);
      await store.settle({ ...fetch, state: 'drafted', version: job.version, files: null }, fetch.state, null);
      return;
    }
    await endWithFault(fetch, source, job);
  };
}
