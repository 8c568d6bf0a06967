/** The process in which a file of a document is read. */
import type { ReadingData, ReadingMessage } from '../../documents/reading/apart.ts';
import { readDocument } from '../../documents/reading/read.ts';
import { CodmapError } from '../../errors.ts';
import type { Work } from '../../jobs/processEntry.ts';

export const work: Work<ReadingData, ReadingMessage> = async ({ name, bytes, mailboxes }, post) => {
  try {
    post(await readDocument(name, bytes, mailboxes));
  } catch (error) {
    // A fault of the file is an answer; any other is ours and ends the process.
    if (!(error instanceof CodmapError)) throw error;
    post({ code: error.code, detail: error.message });
  }
};
