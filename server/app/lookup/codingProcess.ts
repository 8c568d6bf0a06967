/** The process in which a table gets P-codes. */
import { CodmapError, TooLargeError } from '../../errors.ts';
import { bytesSource } from '../../formats/raw.ts';
import { readGeometryFile } from '../../formats/geometryFile.ts';
import { readRange } from '../../formats/reader.ts';
import type { Work } from '../../jobs/processEntry.ts';
import type { CodingData, CodingMessage } from '../../lookup/apart.ts';
import { createGround, createOutlines, formerOf } from '../../lookup/ground.ts';
import { codeFile } from '../../lookup/table/file.ts';
import { objectsAt } from '../../store/place.ts';

export const work: Work<CodingData, CodingMessage> = async ({ objects, key, country, steps, name, bytes, ...asked }, post) => {
  const source = await objectsAt(objects).openSource(key);
  try {
    const tables = readGeometryFile(readRange(source, 0, source.size));
    const levels = tables.map(({ level, units }) => ({ level, units })).toSorted((a, b) => a.level - b.level);
    const ground = createGround(country, levels, formerOf(steps, levels));
    post(await codeFile({ name, source: bytesSource(bytes) }, ground, createOutlines(tables), asked));
  } catch (error) {
    // A fault of the file is an answer; any other is ours and ends the process.
    if (!(error instanceof CodmapError)) throw error;
    post({ code: error.code, detail: error.message, tooLarge: error instanceof TooLargeError });
  } finally {
    source.close();
  }
};
