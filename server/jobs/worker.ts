/** What a thread does with one ingest: runs it and says how far it is. The thread itself is opened where the house is put together. */
import { CodmapError, QuestionError, toStorageFull } from '../errors.ts';
import { runIngest, type IngestInput, type WorkerData } from './ingest.ts';
import type { IngestMessage } from './runner.ts';

/** Posting each step of a tight loop would cost more than the step. */
const POST_MS = 200;

type Post = (message: IngestMessage) => void;

/** How far it is, told at each new stage and a few times a second. */
export function postProgress(post: Post): (stage: string, done: number, total: number) => void {
  let last = 0;
  let lastStage = '';
  return (stage, done, total) => {
    const now = performance.now();
    if (stage === lastStage && now - last < POST_MS) return;
    last = now;
    lastStage = stage;
    post({ kind: 'progress', stage, done, total });
  };
}

/** A fault of the upload is posted as an answer; any other is thrown. */
export async function answerFaults(post: Post, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const full = toStorageFull(error);
    if (full) return post({ kind: 'failed', refused: false, question: false, code: full.code, detail: full.message });
    if (!(error instanceof CodmapError)) throw error;
    post({ kind: 'failed', refused: true, question: error instanceof QuestionError, code: error.code, detail: error.message, details: error.details });
  }
}

export async function workOnIngest(data: WorkerData, store: Pick<IngestInput, 'kinds' | 'catalog' | 'listExceptions' | 'objects'>, post: Post): Promise<void> {
  const files = await Promise.all(data.files.map(async ({ name, key, sha256 }) => ({ name, sha256, key, source: await store.objects.openSource(key) })));
  try {
    await answerFaults(post, async () => {
      const summary = await runIngest({
        ...data,
        ...store,
        files,
        today: new Date().toISOString().slice(0, 10),
        onProgress: postProgress(post),
        onStored: (part) => post({ kind: 'stored', part }),
        onStripped: (copies, record) => post({ kind: 'stripped', files: copies, record }),
      });
      post({ kind: 'done', summary });
    });
  } finally {
    for (const { source } of files) source.close();
  }
}
