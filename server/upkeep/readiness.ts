/** What `/readyz` asks of the store: does the database answer, can files be written, is there room, are the files there. */
import { StorageFullError, toStorageFull } from '../errors.ts';
import type { Identity } from '../store/identity.ts';
import type { CheckedObjects } from '../store/objects/checked.ts';
import type { ObjectChecks } from '../store/objects/checks.ts';
import type { ObjectStore } from '../store/objects/objects.ts';

/** Below this nothing is taken on any more. */
const FULL_BYTES = 64e6;
/** Below this somebody should look. */
const LOW_BYTES = 1e9;
/** Objects looked at each time, by chance. */
const SAMPLE = 20;
/** An answer holds as long as this: whoever asks often costs no more. */
const MEMORY_MS = 1000;

export interface ReadinessDeps {
  ping: () => Promise<void>;
  identity: Pick<Identity, 'confirm'>;
  objects: Pick<ObjectStore, 'probe' | 'head'>;
  checks: Pick<ObjectChecks, 'sample' | 'listFaults'>;
  checked: Pick<CheckedObjects, 'ensure'>;
  /** Bytes free where database and objects are, whichever has less. */
  freeBytes: () => Promise<number>;
}

/** Resolves with nothing where all is well, with a word where somebody should look; rejects where it cannot go on. */
export type Check = () => Promise<string | void>;

export function createReadiness({ ping, identity, objects, checks, checked, freeBytes }: ReadinessDeps): Record<string, Check> {
  async function files(): Promise<string | void> {
    const sample = await checks.sample(SAMPLE);
    let faulty = 0;
    for (const { key, bytes } of sample) {
      const head = await objects.head(key);
      if (head?.bytes === bytes) continue;
      faulty++;
      // Recorded and told, so that the log says which.
      await checked.ensure(key, bytes).catch(() => undefined);
    }
    if (sample.length > 0 && faulty === sample.length) throw new Error(`None of the ${faulty} files checked is there`);
    if (faulty > 0 || (await checks.listFaults()).length > 0) return 'some missing or damaged';
  }

  async function disk(): Promise<string | void> {
    const free = await freeBytes();
    if (free < FULL_BYTES) throw new StorageFullError('store.full', `Only ${free} bytes are free.`);
    if (free < LOW_BYTES) return 'low';
  }

  const probe = (): Promise<void> =>
    objects.probe().catch((error: unknown) => {
      throw toStorageFull(error) ?? error;
    });

  return Object.fromEntries(
    Object.entries({ database: ping, identity: () => identity.confirm(), objects: probe, disk, files }).map(([name, check]) => [name, remembered(check)]),
  );
}

/** However many ask at the same time, one looks. */
function remembered(check: Check): Check {
  let last: { until: number; answer: Promise<string | void> } | undefined;
  return () => {
    if (!last || last.until < performance.now()) last = { until: performance.now() + MEMORY_MS, answer: check() };
    return last.answer;
  };
}
