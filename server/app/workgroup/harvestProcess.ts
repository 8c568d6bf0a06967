/** The process in which fetched files are looked into, put together for harvest/lookFiles. */
import { CodmapError } from '../../errors.ts';
import type { Work } from '../../jobs/processEntry.ts';
import type { LookData, LookMessage } from '../../harvest/look.ts';
import { lookInto } from '../../harvest/lookFiles.ts';
import { objectsAt } from '../../store/place.ts';

export const work: Work<LookData, LookMessage> = async (data, post) => {
  const objects = objectsAt(data.objects);
  const files = await Promise.all(data.files.map(async ({ name, key }) => ({ name, source: await objects.openSource(key) })));
  try {
    post(await lookInto(files));
  } catch (error) {
    // A fault of the files is an answer; any other is ours and ends the process.
    if (!(error instanceof CodmapError)) throw error;
    post({ code: error.code, detail: error.message });
  } finally {
    for (const { source } of files) source.close();
  }
};
