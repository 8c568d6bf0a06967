/** The thread in which an upload is looked into: its stored files and the list of subjects, put together for uploads/detectFiles. */
import { parentPort, workerData } from 'node:worker_threads';
import { CodmapError } from '../errors.ts';
import type { DetectData, DetectMessage } from '../uploads/detect.ts';
import { createKinds, detectKind } from './kinds.ts';
import { FileObjects } from '../store/objects/files.ts';
import { detectFiles } from '../uploads/detectFiles.ts';

const data = workerData as DetectData;
const objects = new FileObjects(data.objectsRoot);
const files = await Promise.all(data.files.map(async ({ name, key }) => ({ name, source: await objects.openSource(key) })));
const post = (message: DetectMessage) => parentPort!.postMessage(message);
try {
  post(await detectFiles(files, data, { detectKind, kinds: createKinds(undefined) }));
} catch (error) {
  // A fault of the upload is an answer; any other is ours and ends the thread.
  if (!(error instanceof CodmapError)) throw error;
  post({ code: error.code, detail: error.message });
} finally {
  for (const { source } of files) source.close();
}
