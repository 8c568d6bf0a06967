/** A source is fetched: what came is compared with what came before, and a change is accepted, told or refused. Everything that is written is written once, by whoever holds the lease. */
import { setTimeout as pauseFor } from 'node:timers/promises';
import type { Looked } from './look.ts';
import { CodmapError, toStorageFull } from '../errors.ts';
import type { NewEvent } from '../store/events.ts';
import type { HarvestDeps } from './deps.ts';
import { fault } from './faults.ts';
import { createFetching, type Brought } from './fetching.ts';
import type { StoredFetch, StoredSource } from './rows.ts';
import { SourceLostError } from './store.ts';
import { isTold, nextAfterFault, nextRegular } from './when.ts';

const LEASE_MS = 60_000;
const BEAT_MS = 15_000;
/** Between two fetches of an address that may make its content anew each time. */
const PAUSE_MS = 4000;
/** So many changes in a row are looked at twice. */
const OFTEN = 2;

/** What a fetch found. */
type Found = Extract<Brought, { is: 'files' }> & { looked: Looked };

export function createRun(deps: HarvestDeps) {
  const { store, look, owner, now, newId, log, pause = pauseFor } = deps;
  const fetching = createFetching(deps);
  const leaseUntil = () => new Date(now().getTime() + LEASE_MS).toISOString();

  /** Renews the lease while `work` runs; whoever has lost it stops. */
  async function holding<T>(source: StoredSource, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const lost = new AbortController();
    const renew = async () => {
      if (!(await store.renew(source.id, owner, leaseUntil()))) lost.abort(new SourceLostError('Another server has taken over'));
    };
    const beat = setInterval(() => void renew().catch((error: unknown) => log.warn({ err: error, source: source.id }, 'Harvest:LeaseNotRenewed')), BEAT_MS);
    try {
      return await work(lost.signal);
    } finally {
      clearInterval(beat);
    }
  }

  /** null: nothing has changed. What was the same before it was looked into is not looked into. */
  async function find(
    source: StoredSource,
    last: StoredFetch | undefined,
    signal: AbortSignal,
  ): Promise<{ status: number; found: Found | null; bytes: number | null; sha256: string | null }> {
    const secrets = fetching.headersOf(source);
    const brought = await fetching.bring(source, secrets, signal);
    if (brought.is === 'unchanged') return { status: brought.status, found: null, bytes: null, sha256: null };
    const { status, bytes, sha256 } = brought;
    if (last?.sha256 === sha256 && last.fingerprint !== null && last.fingerprint === source.fingerprint) {
      await fetching.drop(brought.files);
      return { status, found: null, bytes, sha256 };
    }
    try {
      const looked = await look(brought.files);
      const found: Found = { ...brought, looked, came: { ...brought.came, parts: looked.parts } };
      if (looked.fingerprint === source.fingerprint) {
        await fetching.drop(brought.files);
        return { status, found: null, bytes, sha256 };
      }
      await requireSteady(source, last, found, secrets, signal);
      return { status, found, bytes, sha256 };
    } catch (error) {
      await fetching.drop(brought.files);
      throw error;
    }
  }

  /** An address that makes its content anew is known by two fetches. Whoever asks for it by hand gets it all the same. @throws InputError `harvest.varies` */
  async function requireSteady(
    source: StoredSource,
    last: StoredFetch | undefined,
    { files, looked }: Found,
    secrets: Record<string, string>,
    signal: AbortSignal,
  ): Promise<void> {
    const isFile = source.kind === 'file' || source.kind === 'ckan' || source.kind === 'sheet';
    const isWanted = source.askedBy !== null && (source.fingerprint !== null || last?.code === 'harvest.varies');
    if (!isFile || isWanted || (source.fingerprint !== null && source.changes < OFTEN)) return;
    await pause(PAUSE_MS);
    const second = await fetching.bring({ ...source, etag: null, modified: null }, secrets, signal);
    if (second.is === 'unchanged') return;
    const again = second.sha256 === files[0]!.sha256 ? looked : await look(second.files);
    await fetching.drop(second.files, files);
    if (again.fingerprint !== looked.fingerprint) throw fault('harvest.varies');
  }

  /** A version that was made of the same bytes by hand is no change. */
  async function findSame({ dataset, fingerprint }: StoredSource, { sha256 }: Found): Promise<StoredFetch['version']> {
    if (dataset === null || fingerprint !== null) return null;
    const version = await deps.findVersionBySource(dataset, sha256);
    if (version === undefined) return null;
    const { status } = await deps.datasets.getVersion(dataset, version);
    return status === 'current' || status === 'draft' ? version : null;
  }

  async function settleFound(source: StoredSource, fetch: StoredFetch, result: Awaited<ReturnType<typeof find>>): Promise<StoredFetch> {
    const { found, status, bytes, sha256 } = result;
    const at = now();
    const known = { ...fetch, doneAt: at.toISOString(), status, bytes, sha256 };
    const well = (of: StoredSource): StoredSource => ({
      ...of,
      lastAt: at.toISOString(),
      failures: 0,
      failingSince: null,
      askedBy: null,
      changes: 0,
      nextAt: nextRegular(of, at),
    });
    if (found === null) {
      const done: StoredFetch = { ...known, state: 'same', fingerprint: source.fingerprint };
      await store.finish(owner, source.id, done, well, null);
      return done;
    }
    const { looked, files, etag, modified, came } = found;
    const same = await findSame(source, found);
    const keeps = source.onChange !== 'tell' && same === null;
    const done: StoredFetch = {
      ...known,
      state: same !== null ? 'same' : keeps ? 'accepted' : 'told',
      fingerprint: looked.fingerprint,
      files: keeps ? files : null,
      version: same,
      detail: { came, url: source.secret === null ? source.url : null, host: new URL(source.url).hostname },
    };
    const changed = (of: StoredSource): StoredSource => ({
      ...well(of),
      etag,
      modified,
      fingerprint: looked.fingerprint,
      lastChange: at.toISOString(),
      changes: source.fingerprint === null ? 0 : of.changes + 1,
    });
    await store.finish(owner, source.id, done, changed, done.state === 'told' ? await changedEvent(source, done) : null);
    if (!keeps) await fetching.drop(files);
    return done;
  }

  async function settleFault(source: StoredSource, fetch: StoredFetch, error: unknown): Promise<StoredFetch> {
    const at = now();
    const known = error instanceof CodmapError ? error : toStorageFull(error);
    // Ours: the log has the cause; of the other side it has the code and the host.
    if (!known) log.error({ err: error, source: source.id }, 'Harvest:Broken');
    const failures = source.failures + 1;
    const failingSince = source.failingSince ?? at.toISOString();
    const code = known?.code ?? 'internal';
    const done: StoredFetch = {
      ...fetch,
      doneAt: at.toISOString(),
      state: 'failed',
      code,
      status: statusOf(known),
      detail: { problem: plain(known?.details) },
    };
    const failed = (of: StoredSource): StoredSource => ({
      ...of,
      lastAt: at.toISOString(),
      failures,
      failingSince,
      askedBy: null,
      nextAt: nextAfterFault(of, known, failures, at),
    });
    const event = isTold(known, failures) ? await failedEvent(source, failingSince, code) : null;
    await store.finish(owner, source.id, done, failed, event);
    log.warn({ source: source.id, code, host: new URL(source.url).hostname, failures }, 'Harvest:Failed');
    return done;
  }

  async function changedEvent(source: StoredSource, fetch: StoredFetch): Promise<NewEvent> {
    const { scope, dataset, id } = source;
    const rows = fetch.detail.came?.parts.reduce((sum, part) => sum + part.rows, 0) ?? null;
    return {
      id: `harvest.changed/${id}/${fetch.id}`,
      kind: 'harvest.changed',
      at: now().toISOString(),
      scope,
      dataset,
      version: fetch.version,
      subject: id,
      group: await deps.findKeeper(source),
      audience: 'members',
      detail: { state: fetch.state, rows },
    };
  }

  async function failedEvent(source: StoredSource, occasion: string, code: string): Promise<NewEvent> {
    const { scope, dataset, id } = source;
    const group = await deps.findKeeper(source);
    return {
      id: `harvest.failed/${id}/${occasion}`,
      kind: 'harvest.failed',
      at: now().toISOString(),
      scope,
      dataset,
      subject: id,
      group,
      audience: 'keepers',
      detail: { reason: code },
    };
  }

  return {
    fetching,
    holding,
    leaseUntil,
    changedEvent,
    failedEvent,

    /** @param source as it was claimed. @returns undefined where another server has taken it over meanwhile */
    async run(source: StoredSource): Promise<StoredFetch | undefined> {
      const at = now().toISOString();
      const fetch: StoredFetch = {
        id: newId(),
        source: source.id,
        at,
        doneAt: null,
        state: 'running',
        askedBy: source.askedBy,
        status: null,
        bytes: null,
        sha256: null,
        fingerprint: null,
        files: null,
        job: null,
        version: null,
        code: null,
        detail: {},
      };
      const [last] = await store.listFetches(source.id, 1);
      await store.begin(fetch);
      try {
        return await holding(source, async (signal) => {
          let result: Awaited<ReturnType<typeof find>>;
          try {
            result = await find(source, last, signal);
          } catch (error) {
            if (signal.aborted) throw signal.reason;
            return await settleFault(source, fetch, error);
          }
          const done = await settleFound(source, fetch, result);
          log.info({ source: source.id, state: done.state, status: done.status, bytes: done.bytes }, 'Harvest:Fetched');
          return done;
        });
      } catch (error) {
        if (!(error instanceof SourceLostError)) throw error;
        log.warn({ source: source.id }, 'Harvest:TakenOver');
        return undefined;
      }
    },
  };
}

const statusOf = (error: CodmapError | undefined): number | null => {
  const status = error?.details?.['status'];
  return typeof status === 'number' ? status : null;
};

/** Of the details of a fault its numbers and short texts. */
export function plain(details: Record<string, unknown> | undefined): Record<string, string | number> {
  const told: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(details ?? {}))
    if (typeof value === 'number' || typeof value === 'string') told[name] = typeof value === 'string' ? value.slice(0, 1000) : value;
  return told;
}
