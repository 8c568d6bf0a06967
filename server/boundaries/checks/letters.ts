/** Letters: which a language uses (CLDR exemplars), which script a word is in, and bytes read in the wrong encoding. */
import exemplars from '../../../data/exemplars.json' with { type: 'json' };

const SETS = exemplars.sets as unknown as Record<string, [main: string, auxiliary: string]>;
/** Always allowed in a name, whatever the language (cod.md §2.6, N12). */
const PUNCTUATION = new Set([
  ' ',
  '"',
  '#',
  '&',
  "'",
  '(',
  ')',
  ',',
  '-',
  '.',
  '/',
  ':',
  '’',
  '‘',
  'ʼ',
  '–',
  '،',
  ...'0123456789',
  ...'٠١٢٣٤٥٦٧٨٩',
  ...'۰۱۲۳۴۵۶۷۸۹',
]);

/**
 * The letters of a Unicode set in CLDR's notation: `[a-z {ch} \\- \\u200C]`. Sequences in braces give their letters.
 * CLDR uses no operators or nested sets in exemplars.
 */
export function parseLetters(notation: string): Set<string> {
  const letters = new Set<string>();
  const points = Array.from(notation).slice(1, -1);
  let before: number | null = null;
  let range = false;
  for (let index = 0; index < points.length; index++) {
    let point = points[index]!;
    if (point === ' ' || point === '{' || point === '}') {
      before = null;
      continue;
    }
    if (point === '-' && before !== null) {
      range = true;
      continue;
    }
    if (point === '\\') {
      const hex = /^u([0-9A-Fa-f]{4})/.exec(points.slice(index + 1, index + 6).join(''));
      point = hex ? String.fromCharCode(Number.parseInt(hex[1]!, 16)) : points[index + 1]!;
      index += hex ? 5 : 1;
    }
    const code = point.codePointAt(0)!;
    for (let each = range && before !== null ? before : code; each <= code; each++) letters.add(String.fromCodePoint(each));
    before = code;
    range = false;
  }
  return letters;
}

/** Letters allowed in names of a language, both cases; undefined where CLDR has none (or the language has too many to list). */
export function lettersOf(lang: string): Set<string> | undefined {
  const sets = SETS[lang] ?? SETS[lang.split('-')[0]!];
  if (!sets) return undefined;
  const allowed = new Set(PUNCTUATION);
  for (const letter of [...parseLetters(sets[0]), ...parseLetters(sets[1])]) {
    for (const form of [letter, letter.toUpperCase(), letter.toLowerCase()])
      for (const part of [...form.normalize('NFC'), ...form.normalize('NFD')]) allowed.add(part);
  }
  return allowed;
}

const SCRIPTS = {
  Latin: /\p{Script=Latin}/u,
  Cyrillic: /\p{Script=Cyrillic}/u,
  Greek: /\p{Script=Greek}/u,
  Arabic: /\p{Script=Arabic}/u,
  other: /\p{L}/u,
} as const;
export type Script = keyof typeof SCRIPTS;

/** Scripts of the letters of a text, in the order above. */
export function scriptsOf(text: string): Script[] {
  const found = new Set<Script>();
  for (const letter of text) if (/\p{L}/u.test(letter)) found.add((Object.keys(SCRIPTS) as Script[]).find((script) => SCRIPTS[script].test(letter))!);
  return [...found];
}

/** Latin, Greek and Cyrillic share letter shapes; one word of two of them is nearly always a typing slip. */
export function isMixedWord(word: string): boolean {
  return scriptsOf(word).filter((script) => script === 'Latin' || script === 'Cyrillic' || script === 'Greek').length > 1;
}

/** windows-1252 has letters of its own between 0x80 and 0x9F: letter → byte. */
const CP1252 = new Map(Array.from({ length: 32 }, (_, index) => [new TextDecoder('windows-1252').decode(Uint8Array.of(0x80 + index)), 0x80 + index]));

/**
 * What a text was before its UTF-8 bytes were read as windows-1252 ("Ã‰vora" → "Évora"); undefined where it was not.
 * The whole text must turn into valid UTF-8 with at least one letter of several bytes, so a good name is practically never hit.
 */
export function repairMojibake(text: string): string | undefined {
  if (!/[\u0080-\u00ff\u0152-\u0192\u02c6-\u02dc\u2013-\u2122]/.test(text)) return undefined;
  const bytes: number[] = [];
  for (const letter of text) {
    const code = letter.codePointAt(0)!;
    const byte = code < 0x100 ? code : CP1252.get(letter);
    if (byte === undefined) return undefined;
    bytes.push(byte);
  }
  try {
    const repaired = new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
    return repaired !== text && /\p{L}/u.test(repaired) ? repaired : undefined;
  } catch {
    return undefined;
  }
}

/** What programs write for a letter that an encoding does not have: `?`, `¿` (Oracle), U+001A; and U+FFFD where bytes are read in the wrong one. */
export const LOST_MARKS = '?¿\u001a\ufffd';
const MARK = `[${LOST_MARKS}]`;
/** Before a letter, or several, or one that nobody types. */
const INSIDE = new RegExp(`${MARK}\\p{L}|\\p{L}\\p{M}*${MARK}{2}|[\u001a\ufffd]`, 'u');
const WHOLE = new RegExp(`^(?=.*${MARK}{2})(?:${MARK}|[\\s\\p{P}\\p{N}])+$`, 'u');
const AT_END = new RegExp(`\\p{L}\\p{M}*${MARK}`, 'u');

/**
 * Whether letters of a name are lost, whatever its language: `Gu?ra`, `?ankırı`, `????? ???`. `maybe`: a single mark after a word may be a doubt of
 * whoever wrote it. One that stands apart (`Kono ?`) is a doubt, and up to three alone say that the name is unknown.
 */
export function lostLetters(text: string): 'surely' | 'maybe' | null {
  const trimmed = text.trim();
  if (/^\?{1,3}$/.test(trimmed)) return null;
  if (WHOLE.test(trimmed) || INSIDE.test(trimmed)) return 'surely';
  return AT_END.test(trimmed) ? 'maybe' : null;
}
