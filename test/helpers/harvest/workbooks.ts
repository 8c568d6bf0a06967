/** A workbook as another program saves it: the same parts, packed otherwise, in another order, with another time. */
import { unzipSync, zipSync } from 'fflate';

export function repacked(workbook: Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(workbook)).toReversed();
  return zipSync(Object.fromEntries(parts), { level: 1, mtime: '2020-05-05T00:00:00Z' });
}
