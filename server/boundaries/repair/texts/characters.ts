/** Characters that nobody meant to write: blanks at the ends, invisible marks, letters in pieces. */
import type { TextOperation } from '../../../contract/boundaries/repair.ts';

/** Marks without width, without a place in a name: byte order mark, zero-width space, word joiner, soft hyphen, directions, controls. */
const INVISIBLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]/gu;
/** Joiners shape letters of these scripts, and belong to the spelling between two of them. */
const JOINED =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Nko}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\p{Script=Balinese}\p{Script=Javanese}\p{Script=Lepcha}\p{Script=Meetei_Mayek}]/u;
const JOINER = /[\u200c\u200d]/u;
const BLANKS = /[\s\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/gu;

export interface Tidied {
  text: string;
  /** What was wrong, the least visible of it; null where nothing was. */
  rule: Extract<TextOperation['rule'], 'blanks' | 'invisible' | 'nfc'> | null;
  /** Marks that are gone, as `U+00A0 U+200B`. */
  marks: string;
}

export function tidy(text: string): Tidied {
  const visible = withoutInvisible(text);
  const spaced = visible.replace(BLANKS, ' ').trim();
  const composed = spaced.normalize('NFC');
  const rule = visible !== text ? 'invisible' : spaced !== visible ? 'blanks' : composed !== spaced ? 'nfc' : null;
  return { text: composed, rule, marks: rule === null ? '' : marksOf(text) };
}

function withoutInvisible(text: string): string {
  const points = Array.from(text.replace(INVISIBLE, ''));
  // A joiner after a joiner shapes nothing either.
  return points.filter((point, i) => !JOINER.test(point) || (JOINED.test(baseBefore(points, i)) && JOINED.test(points[i + 1] ?? ''))).join('');
}

function baseBefore(points: string[], at: number): string {
  return points[at - 1] ?? '';
}

function marksOf(text: string): string {
  const found = new Set<string>();
  for (const point of text)
    if (point !== ' ' && /[\s\p{Cf}\p{Cc}\p{Zs}\p{M}]/u.test(point)) found.add(`U+${point.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`);
  return [...found].slice(0, 12).join(' ');
}

/** Signs that stand for the same thing, by what a keyboard gives. */
const APOSTROPHES = "'’‘`´′ʼʻ";
const HYPHENS = '-‐‑–−';
/** Letters in some languages (Ukrainian, Hawaiian, Uzbek), or typography: whether they are meant, only a reader of the language knows. */
const LOOK_ALIKES = 'ʼʻ’';
/** So many of the column's signs are of one kind. */
const MAJORITY = 0.9;
const LEAST_SIGNS = 10;

export interface Majority {
  sign: string;
  count: number;
  of: number;
}

export interface Signs {
  apostrophe: Majority | null;
  hyphen: Majority | null;
}

/** The sign that a column's names use between letters, where nearly all use one. */
export function signsOf(texts: Iterable<[text: string, rows: number]>): Signs {
  const counts = { apostrophe: new Map<string, number>(), hyphen: new Map<string, number>() };
  for (const [text, rows] of texts) {
    for (const [, sign] of text.matchAll(betweenLetters(APOSTROPHES))) counts.apostrophe.set(sign!, (counts.apostrophe.get(sign!) ?? 0) + rows);
    for (const [, sign] of text.matchAll(betweenLetters(HYPHENS))) counts.hyphen.set(sign!, (counts.hyphen.get(sign!) ?? 0) + rows);
  }
  return { apostrophe: majorityOf(counts.apostrophe), hyphen: majorityOf(counts.hyphen) };
}

const betweenLetters = (signs: string) => new RegExp(`(?<=\\p{L}\\p{M}*)([${signs.replace('-', '\\-')}])(?=\\p{L})`, 'gu');

function majorityOf(counts: Map<string, number>): Majority | null {
  const of = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const [most] = [...counts].sort((p, q) => q[1] - p[1]);
  return most && of >= LEAST_SIGNS && most[1] >= MAJORITY * of ? { sign: most[0], count: most[1], of } : null;
}

export interface Unified {
  text: string;
  rule: Extract<TextOperation['rule'], 'apostrophe' | 'hyphen' | 'look-alike'>;
  majority: Majority;
}

/** The text with the column's own signs; null where it has no other. */
export function unify(text: string, { apostrophe, hyphen }: Signs): Unified | null {
  let found: Unified | null = null;
  for (const [signs, majority, rule] of [
    [APOSTROPHES, apostrophe, 'apostrophe'],
    [HYPHENS, hyphen, 'hyphen'],
  ] as const) {
    if (majority) found = unifyOne(found, text, signs, majority, rule);
  }
  return found;
}

function unifyOne(before: Unified | null, text: string, signs: string, majority: Majority, rule: 'apostrophe' | 'hyphen'): Unified | null {
  const from = before?.text ?? text;
  let isAlike = before?.rule === 'look-alike';
  const next = from.replace(betweenLetters(signs), (sign) => {
    if (sign !== majority.sign && (LOOK_ALIKES.includes(sign) || LOOK_ALIKES.includes(majority.sign))) isAlike = true;
    return majority.sign;
  });
  return next === from ? before : { text: next, rule: isAlike ? 'look-alike' : rule, majority };
}
