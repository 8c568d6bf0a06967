/** Letters that an encoding spoiled: read wrongly, so that they can be read again; or lost, so that only a second source has them. */
import { scriptsOf } from '../../checks/letters.ts';

/** Upper half of code page 850, which DOS wrote in western Europe and Africa; decoders of the web do not know it. */
const UPPER_850 = 'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0';
/** Encodings that UTF-8 is often read in. */
const ENCODINGS = ['windows-1252', 'windows-1256', 'windows-1251', 'IBM850'] as const;
const BYTES = new Map(ENCODINGS.map((name) => [name, bytesOfLetters(name)]));

export interface Reread {
  text: string;
  encoding: (typeof ENCODINGS)[number];
}

/** What a text was before its UTF-8 bytes were read in another encoding; null where it was not: all of it must turn into valid UTF-8 with fewer letters of one script. */
export function reread(text: string): Reread | null {
  if (!/[^\u0000-\u007f]/.test(text)) return null;
  for (const encoding of ENCODINGS) {
    const bytes = toBytes(text, encoding);
    if (!bytes) continue;
    try {
      const again = new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
      if (again !== text && /\p{L}/u.test(again) && !/[\p{Cc}\ufffd]/u.test(again) && scriptsOf(again).length === 1) return { text: again, encoding };
    } catch {
      // Not UTF-8 read in this encoding.
    }
  }
  return null;
}

/**
 * What a text was before its bytes of code page 850 were read as windows-1252 (`Pr‚fecture` was `Préfecture`). Single bytes say nothing of
 * themselves, so only a text that is `known` elsewhere counts.
 */
export function fromDos(text: string, isKnown: (text: string) => boolean): Reread | null {
  if (!/[^\u0000-\u007f]/.test(text)) return null;
  const bytes = toBytes(text, 'windows-1252');
  const again = bytes?.map((byte) => (byte < 0x80 ? String.fromCodePoint(byte) : UPPER_850[byte - 0x80]!)).join('');
  return again !== undefined && again !== text && scriptsOf(again).length === 1 && isKnown(again) ? { text: again, encoding: 'IBM850' } : null;
}

function toBytes(text: string, encoding: Reread['encoding']): number[] | null {
  const bytes = Array.from(text, (letter) => BYTES.get(encoding)!.get(letter) ?? -1);
  return bytes.includes(-1) ? null : bytes;
}

function bytesOfLetters(encoding: Reread['encoding']): Map<string, number> {
  if (encoding === 'IBM850')
    return new Map(Array.from({ length: 256 }, (_, byte) => [byte < 0x80 ? String.fromCodePoint(byte) : UPPER_850[byte - 0x80]!, byte]));
  const decoder = new TextDecoder(encoding);
  return new Map(Array.from({ length: 256 }, (_, byte): [string, number] => [decoder.decode(Uint8Array.of(byte)), byte]));
}

/** A replacement character, or a question mark between letters: it ends no question there. */
const LOST = /\ufffd+|(?<=[\p{L}\p{M}])\?+(?=\p{L})/gu;

export function hasLost(text: string): boolean {
  return text.search(LOST) >= 0;
}

/** The one of the candidates that has letters where the text lost some, and is the same elsewhere; null where none or several fit. */
export function restore(text: string, candidates: Iterable<string>): string | null {
  const parts = text
    .normalize('NFC')
    .split(LOST)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  // A letter of several bytes may have left as many marks.
  const pattern = new RegExp(`^${parts.join('[\\p{L}\\p{M}]{1,3}')}$`, 'u');
  const fitting = new Set([...candidates].map((one) => one.normalize('NFC')).filter((one) => pattern.test(one) && !hasLost(one)));
  return fitting.size === 1 ? [...fitting][0]! : null;
}
