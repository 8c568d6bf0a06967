/** The process in which an upload is looked into: its stored files and the list of subjects, put together for uploads/detectFiles. */
import { CodmapError } from '../errors.ts';
import type { Work } from '../jobs/processEntry.ts';
import type { DetectData, DetectMessage } from '../uploads/detect.ts';
import { createKinds, detectKind } from './kinds.ts';
import { objectsAt } from '../store/place.ts';
import { detectFiles } from '../uploads/detectFiles.ts';

export const work: Work<DetectData, DetectMessage> = async (data, post) => {
  const objects = objectsAt(data.objects);
  const files = await Promise.all(data.files.map(async ({ name, key }) => ({ name, source: await objects.openSource(key) })));
  try {
    post(await detectFiles(files, data, { detectKind, kinds: createKinds(undefined) }));
  } catch (error) {
    // A fault of the upload is an answer; any other is ours and ends the process.
    if (!(error instanceof CodmapError)) throw error;
    post({ code: error.code, detail: error.message });
  } finally {
    for (const { source } of files) source.close();
  }
};
