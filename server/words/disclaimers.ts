/** The notes that the United Nations ask for on maps. */
import type { PrintLang } from '../contract/languages.ts';
import { say, type WordId } from './words.ts';

/** Notes that are asked for when these places are in view. West, south, east, north. */
const NOTES: { box: [number, number, number, number]; note: WordId }[] = [
  { box: [27.9, 8.4, 29.6, 10.7], note: 'picture.note.abyei' },
  { box: [23.9, 8.6, 36.0, 12.3], note: 'picture.note.sudan' },
  { box: [72.5, 32.2, 80.4, 37.1], note: 'picture.note.kashmir' },
  { box: [-61.5, -53.0, -57.5, -50.9], note: 'picture.note.falkland' },
];

/** The short disclaimer, and the notes for what is in view. */
export function disclaimers([west, south, east, north]: readonly [number, number, number, number], lang: PrintLang): string[] {
  const notes = NOTES.filter(({ box }) => box[0] < east && box[2] > west && box[1] < north && box[3] > south);
  return [say(lang, 'disclaimer'), ...notes.map(({ note }) => say(lang, note))];
}
