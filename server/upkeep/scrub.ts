/**
 * Reads every named object through, again and again, so slowly that nobody notices: bits that a disk lost are found before somebody asks for
 * them. Where it is stands in the table of checks, so a restart goes on from there, and several servers share the work.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { CheckedObjects } from '../store/objects/checked.ts';
import type { ObjectChecks } from '../store/objects/checks.ts';

const HOUR_MS = 3600_000;
/** Sound objects are read again after this, those with a fault sooner, since somebody may have mended them. */
const SOUND_MS = 7 * 24 * HOUR_MS;
const FAULTY_MS = HOUR_MS;
/** Objects asked for at once; the question looks at all of them. */
const BATCH = 100;
/** How long nothing is due before it is asked again. */
const IDLE_MS = 60_000;
/** Between two objects, however small. */
const BREATH_MS = 20;

export interface ScrubDeps {
  checks: Pick<ObjectChecks, 'listDue'>;
  checked: Pick<CheckedObjects, 'inspect'>;
  now: () => Date;
  /** Bytes a second. */
  rate: number;
  /** An object could not be read for a reason that says nothing about it. */
  onError: (error: unknown) => void;
  /** Before the first object, and between rounds in which nothing was due. */
  idleMs?: number;
}

export interface Scrub {
  /** Bytes read since the start. */
  bytes(): number;
  stop(): Promise<void>;
}

export function startScrub({ checks, checked, now, rate, onError, idleMs = IDLE_MS }: ScrubDeps): Scrub {
  const stopping = new AbortController();
  const { signal } = stopping;
  const wait = (ms: number) => sleep(ms, undefined, { signal, ref: false });
  let bytes = 0;

  async function round(): Promise<void> {
    const at = now().getTime();
    const due = await checks.listDue(new Date(at - SOUND_MS).toISOString(), new Date(at - FAULTY_MS).toISOString(), BATCH);
    if (due.length === 0) await wait(idleMs);
    for (const { key } of due) {
      await checked.inspect(key, (part) => {
        bytes += part;
        return wait((part / rate) * 1000);
      });
      await wait(BREATH_MS);
    }
  }

  async function run(): Promise<void> {
    while (!signal.aborted) {
      try {
        await round();
      } catch (error) {
        if (signal.aborted) return;
        onError(error);
        await wait(idleMs).catch(() => undefined);
      }
    }
  }
  const running = wait(idleMs).then(run, () => undefined);
  return {
    bytes: () => bytes,
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
