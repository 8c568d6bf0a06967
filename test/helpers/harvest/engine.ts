/** The clockwork of a test server, and the queue that reads what it accepts: each step is taken when a test says so. */
import { openHarvest, type HarvestParts } from '../../../server/app/workgroup/harvest.ts';
import { INGEST_PROCESS } from '../../../server/app/entries.ts';
import { loadSecret, type Config } from '../../../server/config.ts';
import type { StoredFetch } from '../../../server/harvest/rows.ts';
import type { Harvest } from '../../../server/harvest/service.ts';
import { toWorkerData } from '../../../server/jobs/ingest.ts';
import { createRunner, type IngestMessage } from '../../../server/jobs/runner.ts';
import { createLog } from '../../../server/log.ts';
import type { Store } from '../../../server/app/store.ts';
import { KEPT } from '../beside/beside.ts';
import type { World } from '../outside/world.ts';

export interface Engine {
  harvest: Harvest;
  /** Fetches one source, reads what it accepted, and says what became of it. */
  fetch(id: string, by?: string): Promise<StoredFetch>;
  close(): Promise<void>;
}

export function openEngine(store: Store, config: Config, world: World, more: Partial<HarvestParts> = {}): Engine {
  const log = createLog('silent');
  const now = more.now ?? (() => new Date());
  const harvest = openHarvest({
    ...store,
    config,
    version: 'test',
    secret: loadSecret(config),
    owner: 'engine of a test',
    uploads: { maxBytes: 3_000_000, store: (stream, limit) => store.objects.putStream('uploads', stream, limit) },
    beside: KEPT,
    publish: async () => {},
    internet: { resolve: world.resolve, dial: world.dial, sleep: async () => {} },
    pause: async () => {},
    log,
    now,
    ...more,
  })!;
  const runner = createRunner({
    ...store,
    log,
    owner: 'runner of a test',
    now: () => new Date(),
    startProcess: (job) => KEPT.startProcess<IngestMessage>(INGEST_PROCESS, toWorkerData(job, config), config.ingest.memoryMb),
    workers: 1,
    minutes: 2,
  });
  const settle = async (fetch: StoredFetch): Promise<StoredFetch> => {
    let found = (await harvest.store.findFetch(fetch.id))!;
    for (let turn = 0; found.state === 'accepted'; turn++) {
      if (turn > 2000) throw new Error(`The fetch stays accepted: ${JSON.stringify(found)}`);
      await runner.tick();
      await new Promise((resolve) => setTimeout(resolve, 20));
      await harvest.advanceAll();
      found = (await harvest.store.findFetch(fetch.id))!;
    }
    return found;
  };
  return {
    harvest,
    async fetch(id, by = 'Tester') {
      const done = await harvest.runNow(id, by);
      if (!done) throw new Error('Nobody fetched it');
      return settle(done);
    },
    async close() {
      await harvest.stop();
      await runner.stop();
    },
  };
}
