/** One fetch for each host at a time, and none before the moment that a host has asked for. */
import { UnavailableError } from '../../errors.ts';
import { problemText } from '../../words/problems.ts';

/** A host is not believed beyond this. */
const LONGEST_MS = 24 * 3600_000;

/** `Retry-After` in milliseconds from now, as seconds or as a date (RFC 9110 10.2.3); null where it says nothing usable. */
export function retryAfter(value: string | undefined, now: Date): number | null {
  if (value === undefined) return null;
  const at = /^\s*\d{1,9}\s*$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now.getTime();
  return Number.isNaN(at) ? null : Math.min(Math.max(0, at), LONGEST_MS);
}

export type Turns = ReturnType<typeof createTurns>;

/** In memory: of one server. */
export function createTurns(now: () => Date) {
  const last = new Map<string, Promise<void>>();
  const quiet = new Map<string, number>();

  return {
    /** Waits for those before. @returns what gives the turn on; calling it again does nothing */
    async take(host: string, signal: AbortSignal): Promise<() => void> {
      const before = last.get(host) ?? Promise.resolve();
      let end!: () => void;
      const own = new Promise<void>((resolve) => (end = resolve));
      const tail = before.then(() => own);
      last.set(host, tail);
      void tail.then(() => last.get(host) === tail && last.delete(host));
      try {
        await Promise.race([before, aborted(signal)]);
      } catch (error) {
        end();
        throw error;
      }
      return end;
    },
    /** The host wants to be left alone for so long. */
    hush: (host: string, milliseconds: number) => void quiet.set(host, now().getTime() + milliseconds),
    /** @throws UnavailableError `outside.wait` */
    requireTurn(host: string): void {
      const until = quiet.get(host);
      if (until === undefined) return;
      if (until <= now().getTime()) quiet.delete(host);
      else throw waiting(host, until, now());
    },
  };
}

/** Until when, in `details`. */
export const waiting = (host: string, until: number, now: Date): UnavailableError =>
  new UnavailableError('outside.wait', problemText('outside.wait'), {
    details: { host, until: new Date(until).toISOString(), seconds: Math.ceil((until - now.getTime()) / 1000) },
  });

/** Rejects when the signal does. */
export const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    if (signal.aborted) return reject(signal.reason as Error);
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
