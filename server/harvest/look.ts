/** What came, looked into in a process of its own: every byte is hostile. What it is by its content, and what there is in it, as evidence. */
import type { Came } from '../contract/harvest/harvest.ts';
import { InputError } from '../errors.ts';
import { MemoryExceeded, type WorkProcess } from '../jobs/process.ts';
import type { JobFile } from '../jobs/queue.ts';
import type { StorePlace } from '../store/place.ts';
import { problemText } from '../words/problems.ts';

export interface LookData {
  objects: StorePlace['objects'];
  files: { name: string; key: string }[];
}

export interface Looked {
  /** The same for the same content: of workbooks by sheet, of archives by file, else of the bytes. */
  fingerprint: string;
  parts: Came['parts'];
}

export type LookMessage = Looked | { code: string; detail: string };
export type Look = (files: readonly JobFile[]) => Promise<Looked>;

const SECONDS = 120;

export interface LookDeps {
  objects: StorePlace['objects'];
  start: (data: LookData) => Pick<WorkProcess<LookMessage>, 'onMessage' | 'onExit' | 'terminate'>;
}

/** @throws InputError where the files take more time or memory than they may; what cannot be read is told by the ingest, as of uploads */
export const createLook =
  ({ objects, start }: LookDeps): Look =>
  async (files) => {
    const process = start({ objects, files: files.map(({ name, key }) => ({ name, key })) });
    let clock: NodeJS.Timeout | undefined;
    try {
      const message = await new Promise<LookMessage>((resolve, reject) => {
        process.onMessage(resolve);
        const undetected = () => resolve({ code: 'harvest.look', detail: problemText('harvest.look') });
        process.onExit((error) => (error instanceof MemoryExceeded ? undetected() : reject(error ?? new Error('The process ended without a result'))));
        clock = setTimeout(undetected, SECONDS * 1000);
      });
      if ('code' in message) throw new InputError(message.code, message.detail);
      return message;
    } finally {
      clearTimeout(clock);
      await process.terminate();
    }
  };
