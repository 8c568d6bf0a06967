/** The memory of a command that reads one upload and ends. */
import { setFlagsFromString } from 'node:v8';

/**
 * V8 lets the space of its youngest objects grow to 3 × 16 MB and copies it at each collection. What a table leaves behind while it is read
 * is either dead at once or stays to the end, so the space is kept as small as it is: a 3W of 275,845 rows takes 110 MB and 0.4 s less.
 */
export function keepYoungSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}
