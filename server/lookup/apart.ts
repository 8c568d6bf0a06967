/** Tables that get P-codes are read in a process of its own, with a bound on memory and time: every byte is hostile, and nothing of it is kept. */
import type { DatasetVersion } from '../contract/datasets/dataset.ts';
import { toIso3, type Iso3 } from '../contract/ids.ts';
import { InputError, TooLargeError, UnavailableError } from '../errors.ts';
import { findGeometry } from '../catalogue/geometry.ts';
import { MemoryExceeded, type WorkProcess } from '../jobs/process.ts';
import type { FormerStep } from '../presence/carry/former.ts';
import type { StorePlace } from '../store/place.ts';
import { problemText } from '../words/problems.ts';
import type { TableAsked, TableMade } from './table/file.ts';

export interface CodingData extends TableAsked {
  objects: StorePlace['objects'];
  /** Of the stored geometry of the version. */
  key: string;
  country: Iso3;
  steps: FormerStep[];
  name: string;
  bytes: Uint8Array;
}
export type CodingMessage = TableMade | { code: string; detail: string; tooLarge: boolean };

export type CodeApart = (version: DatasetVersion, asked: TableAsked & { name: string; bytes: Uint8Array }) => Promise<TableMade>;

export interface CodingDeps {
  objects: StorePlace['objects'];
  steps: (version: DatasetVersion) => Promise<FormerStep[]>;
  start: (data: CodingData) => Pick<WorkProcess<CodingMessage>, 'onMessage' | 'onExit' | 'terminate'>;
  seconds?: number;
}

const SECONDS = 60;
/** Tables that wait for the one that is coded; beyond, nobody waits. */
const WAITING = 4;

/** One at a time. @throws InputError, TooLargeError as `codeFile`, UnavailableError `busy.server` */
export function createCodeApart({ objects, steps, start, seconds = SECONDS }: CodingDeps): CodeApart {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;

  async function run(data: CodingData): Promise<TableMade> {
    const process = start(data);
    let clock: NodeJS.Timeout | undefined;
    try {
      const message = await new Promise<CodingMessage>((resolve, reject) => {
        process.onMessage(resolve);
        process.onExit((error) => (error instanceof MemoryExceeded ? resolve(heavy()) : reject(error ?? new Error('The process ended without a result'))));
        clock = setTimeout(() => resolve(heavy()), seconds * 1000);
      });
      if (!('code' in message)) return message;
      throw message.tooLarge ? new TooLargeError(message.code, message.detail) : new InputError(message.code, message.detail);
    } finally {
      clearTimeout(clock);
      await process.terminate();
    }
  }

  return async (version, asked) => {
    const artifact = findGeometry(version);
    if (!artifact) throw new InputError('lookup.no-outlines', problemText('lookup.no-outlines'));
    if (waiting >= WAITING) throw new UnavailableError('busy.server', problemText('busy.server'), { details: { seconds } });
    waiting++;
    const data = { objects, key: artifact.key, country: toIso3(version.dataset), steps: await steps(version), ...asked };
    const turn = last.then(() => run(data));
    last = turn.catch(() => undefined);
    return turn.finally(() => waiting--);
  };
}

const heavy = () => ({ code: 'lookup.too-heavy', detail: problemText('lookup.too-heavy'), tooLarge: true });
