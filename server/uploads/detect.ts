/** What an upload is, found out in a process of its own: every byte is hostile, and a workbook can keep one busy for seconds. */
import type { DatasetKind, Iso3 } from '../contract/ids.ts';
import { InputError, UnavailableError } from '../errors.ts';
import { MemoryExceeded, type WorkProcess } from '../jobs/process.ts';
import type { StorePlace } from '../store/place.ts';
import type { Detect } from './service.ts';

export interface DetectData {
  objects: StorePlace['objects'];
  files: { name: string; key: string }[];
  kind: DatasetKind | undefined;
  country: Iso3 | undefined;
}

export type DetectMessage = { kind: DatasetKind; country: Iso3 | null } | { code: string; detail: string };

/** Starts the process that looks into the files; a fault of it is told by `onExit`. */
export type StartDetection = (data: DetectData) => Pick<WorkProcess<DetectMessage>, 'onMessage' | 'onExit' | 'terminate'>;

export interface DetectorDeps {
  objects: StorePlace['objects'];
  start: StartDetection;
  /** At the same time; others wait. */
  atOnce: number;
  /** That wait; beyond, nobody waits. */
  waiting: number;
  seconds?: number;
}

const SECONDS = 60;

/** @throws InputError where the files cannot be read at all, UnavailableError `busy.server` where too many uploads wait to be looked into. */
export function createDetector({ objects, start, atOnce, waiting, seconds = SECONDS }: DetectorDeps): Detect {
  let running = 0;
  const line: (() => void)[] = [];

  async function take(): Promise<void> {
    if (running < atOnce) running++;
    else if (line.length < waiting) await new Promise<void>((resolve) => line.push(resolve));
    else
      throw new UnavailableError('busy.server', 'Too many uploads are being examined. Try again in a minute, or state the kind and the country.', {
        details: { seconds },
      });
  }
  /** The place is handed on, not given back and taken. */
  function giveBack(): void {
    const next = line.shift();
    if (next) next();
    else running--;
  }

  return async (files, known) => {
    await take();
    const process = start({ objects, files: files.map(({ name, key }) => ({ name, key })), ...known });
    let clock: NodeJS.Timeout | undefined;
    try {
      const message = await new Promise<DetectMessage>((resolve, reject) => {
        process.onMessage(resolve);
        process.onExit((error) => {
          if (error instanceof MemoryExceeded) resolve(undetected('It took too much memory to find out what these files are.'));
          else reject(error ?? new Error('The process ended without a result'));
        });
        clock = setTimeout(() => resolve(undetected('It took too long to find out what these files are.')), seconds * 1000);
      });
      if ('code' in message) throw new InputError(message.code, message.detail);
      return message;
    } finally {
      clearTimeout(clock);
      await process.terminate();
      giveBack();
    }
  };
}

const undetected = (why: string) => ({ code: 'upload.undetected', detail: `${why} State the kind and the country.` });
