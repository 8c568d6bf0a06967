/** What the server does by itself to keep its store whole, and what it says of it. */
import type { Metrics } from '../http/metrics.ts';
import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import { createReadiness, type Check } from '../upkeep/readiness.ts';
import { startScrub } from '../upkeep/scrub.ts';
import type { ServedUploads } from '../uploads/routes.ts';
import { databaseAt } from '../store/place.ts';
import type { Store } from './store.ts';

/** How often what nobody finished or named is looked for; it must be a day old to go. */
const SWEEP_MS = 3600_000;
/** Half-written files of a killed process are certainly dead after this. */
const TEMPORARY_MS = 3600_000;
/** How soon this server knows what another process of the store, such as `codmap verify`, found. */
const FAULTS_MS = 60_000;

export interface Upkeep {
  stop(): Promise<void>;
}

/** Nothing is collected at the start: a server that was pointed at the wrong folder is mostly noticed and stopped within the hour. */
export function startUpkeep(store: Store, uploads: Pick<ServedUploads, 'sweep'>, config: Config, metrics: Metrics, log: Log, now: () => Date): Upkeep {
  const { collector, objects, checks, checked } = store;
  const sweep = async () => {
    try {
      const { refusal, leftovers, expired, returned } = await collector.collect({ dryRun: false });
      const unfinished = await uploads.sweep();
      await objects.sweepTemporary(Date.now(), TEMPORARY_MS);
      if (refusal !== null) log.warn({ leftovers: leftovers.length, refusal }, 'Objects:NotCollected');
      else if (leftovers.length + expired.length + returned.length + unfinished > 0)
        log.info({ toTrash: leftovers.length, deleted: expired.length, returned: returned.length, unfinished }, 'Objects:Collected');
    } catch (error) {
      log.warn({ err: error }, 'Objects:NotCollected');
    }
  };
  const learn = () =>
    void checks.listFaults().then(
      (faults) => checked.forget(faults.map(({ key }) => key)),
      (error: unknown) => log.warn({ err: error }, 'Objects:FaultsUnknown'),
    );
  const timers = [setInterval(() => void sweep(), SWEEP_MS), setInterval(learn, FAULTS_MS)];
  const onError = (error: unknown) => log.warn({ err: error }, 'Scrub:Failed');
  const scrub = config.scrubRate > 0 ? startScrub({ checks, checked, now, rate: config.scrubRate, onError }) : undefined;

  metrics.gauge('codmap_objects', 'Files that versions name, by what was found when they were last read.', () => checks.countByState());
  metrics.gauge('codmap_scrub_bytes', 'Bytes of stored files read in the background since the start.', () => scrub?.bytes() ?? 0);
  metrics.gauge('codmap_scrub_oldest_seconds', 'Seconds since the file read longest ago was read; -1 if one was never read.', async () => {
    const oldest = await checks.findOldest();
    return oldest === null ? -1 : Math.max(0, Math.round((now().getTime() - Date.parse(oldest)) / 1000));
  });
  return {
    async stop() {
      for (const timer of timers) clearInterval(timer);
      await scrub?.stop();
    },
  };
}

export function toReadiness({ catalog, identity, objects, checks, checked }: Store, config: Config): Record<string, Check> {
  const database = databaseAt(config.database);
  const freeBytes = async () => Math.min((await objects.freeBytes()) ?? Infinity, (await database.freeBytes()) ?? Infinity);
  return createReadiness({ ping: () => catalog.ping(), identity, objects, checks, checked, freeBytes });
}
