/** What an upload is, found out in a thread of its own: every byte is hostile, and a workbook can keep a thread busy for seconds. */
import { Worker } from 'node:worker_threads';
import type { DatasetKind, Iso3 } from '../contract/ids.ts';
import { InputError } from '../errors.ts';
import type { JobFile } from '../jobs/queue.ts';

export interface DetectData {
  objectsRoot: string;
  files: { name: string; key: string }[];
  kind: DatasetKind | undefined;
  country: Iso3 | undefined;
}

export type DetectMessage = { kind: DatasetKind; country: Iso3 | null } | { code: string; detail: string };

const SECONDS = 60;

/** @throws InputError where the files cannot be read at all. */
export async function detectUpload(
  /** `thread`: the file that it begins with, which takes DetectData and posts a DetectMessage. */
  place: { thread: URL; root: string; memoryMb: number },
  files: JobFile[],
  known: { kind: DatasetKind | undefined; country: Iso3 | undefined },
): Promise<{ kind: DatasetKind; country: Iso3 | null }> {
  const workerData: DetectData = {
    objectsRoot: place.root,
    files: files.map(({ name, key }) => ({ name, key })),
    ...known,
  };
  const worker = new Worker(place.thread, {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: place.memoryMb },
  });
  let clock: NodeJS.Timeout | undefined;
  try {
    const message = await new Promise<DetectMessage>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('The thread ended without a result')));
      clock = setTimeout(
        () => resolve({ code: 'upload.undetected', detail: 'It took too long to find out what these files are. Say which kind and country.' }),
        SECONDS * 1000,
      );
    });
    if ('code' in message) throw new InputError(message.code, message.detail);
    return message;
  } finally {
    clearTimeout(clock);
    await worker.terminate();
  }
}
