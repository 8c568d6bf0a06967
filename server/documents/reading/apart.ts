/** Files of documents are read in a process of its own, with a bound on memory and time: every byte is hostile, and the server goes on answering. */
import { InputError, TooLargeError, UnavailableError } from '../../errors.ts';
import { MemoryExceeded, type WorkProcess } from '../../jobs/process.ts';
import { MAX_BYTES } from './formats.ts';
import { readDocument, tooLarge, type ReadDocument } from './read.ts';

export interface ReadingData {
  name: string;
  bytes: Uint8Array;
  /** Of groups: nobody's addresses. */
  mailboxes: readonly string[];
}
export type ReadingMessage = ReadDocument | { code: string; detail: string };
export type ReadFile = (name: string, bytes: Uint8Array, mailboxes?: readonly string[]) => Promise<ReadDocument>;

export interface ReaderDeps {
  start: (data: ReadingData) => Pick<WorkProcess<ReadingMessage>, 'onMessage' | 'onExit' | 'terminate'>;
  seconds?: number;
}

const SECONDS = 30;
/** Text of this size is read here: the worst that was tried, of the most that its size allows, takes as long as a process takes to begin. */
const SMALL_TEXT = 32_000;
/** That wait for the one that is read; beyond, nobody waits. */
const WAITING = 8;

/** One at a time. @throws InputError, TooLargeError `document.…`, UnavailableError `busy.server` */
export function createReader({ start, seconds = SECONDS }: ReaderDeps): ReadFile {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;

  async function read({ name, bytes, mailboxes }: ReadingData): Promise<ReadDocument> {
    const process = start({ name, bytes, mailboxes });
    let clock: NodeJS.Timeout | undefined;
    try {
      const message = await new Promise<ReadingMessage>((resolve, reject) => {
        process.onMessage(resolve);
        process.onExit((error) => (error instanceof MemoryExceeded ? resolve(heavy(name)) : reject(error ?? new Error('The process ended without a result'))));
        clock = setTimeout(() => resolve(heavy(name)), seconds * 1000);
      });
      if (!('code' in message)) return message;
      throw message.code.startsWith('document.too') ? new TooLargeError(message.code, message.detail) : new InputError(message.code, message.detail);
    } finally {
      clearTimeout(clock);
      await process.terminate();
    }
  }

  return async (name, bytes, mailboxes = []) => {
    if (bytes.length > MAX_BYTES) throw tooLarge(name);
    if (bytes.length <= SMALL_TEXT && /\.(md|markdown|txt)$/i.test(name)) return readDocument(name, bytes, mailboxes);
    if (waiting >= WAITING) throw new UnavailableError('busy.server', 'Too many documents are being read. Try again in a minute.', { details: { seconds } });
    waiting++;
    const turn = last.then(() => read({ name, bytes, mailboxes }));
    last = turn.catch(() => undefined);
    return turn.finally(() => waiting--);
  };
}

const heavy = (name: string) => ({
  code: 'document.too-heavy',
  detail: `${name} took too much time or memory to open, so it was not stored. Take large tables and pictures out, or save it as a PDF.`,
});
