/** Bytes → text without guessing: byte order marks, strict UTF-8, an encoding a person chose; else a question. */
import { InputError, QuestionError } from '../../errors.ts';
import jschardet from 'jschardet';

export interface EncodingCandidate {
  encoding: string;
  /** Up to ten of the texts in doubt, as this encoding would show them. */
  samples: string[];
}

/** Offered when nothing tells: the code pages of the countries that have CODs. WHATWG names, so TextDecoder has them all. */
const CANDIDATES = [
  'windows-1252',
  'windows-1256',
  'windows-1251',
  'windows-1250',
  'windows-1254',
  'windows-1258',
  'iso-8859-6',
  'ibm866',
  'windows-874',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-kr',
  'macintosh',
];
const MAX_SAMPLES = 10;

/** The WHATWG name of an encoding label as people and `.cpg` files write it (`65001`, `ANSI 1252`, `CP1256`), or undefined. */
export function findEncoding(label: string): string | undefined {
  const plain = label
    .replaceAll('\0', '')
    .trim()
    .toLowerCase()
    .replace(/^(ansi|oem|cp|ms|msdos|windows|win|code ?page)[\s_-]*/, '');
  const name =
    { '65001': 'utf-8', utf8: 'utf-8', '932': 'shift_jis', '936': 'gb18030', '949': 'euc-kr', '950': 'big5', '866': 'ibm866', '10000': 'macintosh' }[plain] ??
    (/^(125[0-8]|874)$/.test(plain) ? `windows-${plain}` : /^8859[-_]?\d+$/.test(plain) ? `iso-8859-${plain.replace(/^8859[-_]?/, '')}` : undefined) ??
    plain;
  try {
    return new TextDecoder(name).encoding;
  } catch {
    try {
      return new TextDecoder(label.trim()).encoding;
    } catch {
      return undefined;
    }
  }
}

/** Whether all bytes are below 128, so that every encoding that is asked about reads them alike. */
export function isAscii(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; i++) if (bytes[i]! > 127) return false;
  return true;
}

/** Text in a strict encoding, or undefined where the bytes are not valid in it. */
export function findText(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The encodings that could be meant, the likeliest first, each with what the texts in doubt would look like. */
export function toCandidates(texts: Uint8Array[]): EncodingCandidate[] {
  const samples = texts.slice(0, MAX_SAMPLES);
  const joined = Buffer.concat(texts.slice(0, 500).flatMap((text) => [text, Buffer.from(' ')]));
  // Only a suggestion of order: no detector is right often enough to decide.
  const guess = findEncoding(jschardet.detect(joined).encoding ?? '');
  return CANDIDATES.flatMap((encoding) => {
    const shown = samples.map((text) => findText(text, encoding));
    return shown.every((text) => text !== undefined) ? [{ encoding, samples: shown as string[] }] : [];
  }).sort((a, b) => Number(b.encoding === guess) - Number(a.encoding === guess));
}

/** The question of `read.encoding`. `texts` are the cells (or a piece of the text) that are no valid UTF-8. */
export function encodingQuestion(what: string, texts: Uint8Array[], stated: string | null): QuestionError {
  const candidates = toCandidates(texts);
  const said =
    stated === null
      ? 'The text is not in UTF-8, and nothing states its encoding.'
      : `The file states the text encoding "${stated}", which does not fit its bytes.`;
  return new QuestionError('read.encoding', `${what}: ${said} Choose the encoding in which the names look right, or export the file again as UTF-8.`, {
    details: { file: what, stated, candidates },
  });
}

/** Whole text of a JSON or XML file. `asked`: the person's answer, used only where the bytes are no valid UTF-8. */
export function toText(
  what: string,
  bytes: Uint8Array,
  asked: string | undefined,
): { text: string; encoding: { name: string; from: 'utf-8' | 'asked' | 'format' } } {
  const mark = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
  if (mark) {
    const text = findText(bytes, mark);
    if (text !== undefined) return { text, encoding: { name: mark, from: 'format' } };
  }
  const utf8 = findText(bytes, 'utf-8');
  if (utf8 !== undefined) return { text: utf8, encoding: { name: 'utf-8', from: 'utf-8' } };
  if (asked !== undefined) return { text: decodeAsked(what, bytes, asked), encoding: { name: findEncoding(asked)!, from: 'asked' } };
  throw encodingQuestion(what, pieces(bytes), null);
}

/** Text in the encoding a person chose; an InputError where that encoding is unknown or does not fit. */
export function decodeAsked(what: string, bytes: Uint8Array, asked: string): string {
  const name = findEncoding(asked);
  const text = name && findText(bytes, name);
  if (text === undefined || name === undefined)
    throw new InputError(
      'read.encodingUnknown',
      `${what} cannot be read as "${asked}": ${name ? 'its bytes do not fit that encoding' : 'no such encoding is known'}. Choose another, for example windows-1252 or windows-1256.`,
    );
  return text;
}

/** Short stretches around bytes above 127, as samples. */
function pieces(bytes: Uint8Array): Uint8Array[] {
  const found: Uint8Array[] = [];
  for (let i = 0; i < bytes.length && found.length < 200; i++) {
    if (bytes[i]! < 128) continue;
    let start = i;
    while (start > 0 && i - start < 20 && bytes[start - 1] !== 0x22 && bytes[start - 1] !== 0x3e) start--;
    let end = i;
    while (end < bytes.length && end - i < 20 && bytes[end] !== 0x22 && bytes[end] !== 0x3c) end++;
    found.push(bytes.slice(start, end));
    i = end;
  }
  return found;
}
