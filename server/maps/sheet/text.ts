/** Words as the template takes them: each run with the direction that it is read in. */
import { isRightToLeft } from '../render/drawing.ts';

export interface Run {
  text: string;
  rtl: boolean;
}
export const runOf = (text: string): Run => ({ text, rtl: isRightToLeft(text) });
/** Typst knows the direction of each run; marks for plain text would be letters without a font. */
export const plain = (text: string) => text.replace(/[\u2066-\u2069\u200e\u200f]/g, '');

export interface Part {
  text: string;
  dir: 'ltr' | 'rtl' | null;
}
/** A text by its isolates (UAX 9): what stands in one has a direction of its own. */
export function partsOf(text: string): Part[] {
  return text.split(/([\u2066-\u2068][^\u2066-\u2069]*\u2069)/u).flatMap((piece): Part[] => {
    const own = plain(piece);
    if (own === '') return [];
    const mark = /^[\u2066-\u2068]/u.exec(piece)?.[0];
    const dir = mark === undefined ? null : mark === '\u2066' ? 'ltr' : mark === '\u2067' || isRightToLeft(own) ? 'rtl' : 'ltr';
    return [{ text: own, dir }];
  });
}

/** Codes and numbers keep their order inside a sentence of another direction. */
export const ltr = (text: string) => `\u2066${text}\u2069`;
