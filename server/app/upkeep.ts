/** What the server does by the hour to keep its store tidy. */
import type { ServedUploads } from '../uploads/routes.ts';
import type { Log } from '../log.ts';
import type { Store } from './store.ts';

/** How often what nobody finished or named is looked for; it must be a day old to go. */
const SWEEP_MS = 3600_000;
/** Half-written files of a killed process are certainly dead after this. */
const TEMPORARY_MS = 3600_000;

export interface Upkeep {
  stop(): void;
}

/** Never at the start: a server that was pointed at the wrong folder is mostly noticed and stopped within the hour. */
export function startUpkeep({ collector, objects }: Pick<Store, 'collector' | 'objects'>, uploads: Pick<ServedUploads, 'sweep'>, log: Log): Upkeep {
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
  const timer = setInterval(() => void sweep(), SWEEP_MS);
  return { stop: () => clearInterval(timer) };
}
