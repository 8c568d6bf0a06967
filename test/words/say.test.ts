/** How texts are filled in: numbers, lists, dates, plurals, and names in a sentence that runs from the right. */
import { describe, expect, test } from 'vitest';
import { LANGS } from '../../server/contract/languages.ts';
import { fill } from '../../server/words/say.ts';
import { inEach, languageOf, say } from '../../server/words/words.ts';

const english = languageOf('en');

test.each([
  [26, 'level 2: 26 m² in all'],
  [99_999, 'level 2: 99,999 m² in all'],
  [100_000, 'level 2: 0.1 km² in all'],
  [321_456, 'level 2: 0.321 km² in all'],
  [62_544_000, 'level 2: 62.5 km² in all'],
  [1_085_469_567, 'level 2: 1,085 km² in all'],
])('an area of %d m²', (area, expected) => expect(fill('level {level}: {area, m2} in all', english, { level: 2, area })).toBe(expected));

test.each([
  [0, '0 cm apart', 'up to 0 cm'],
  [0.00002, 'less than 1 mm apart', 'up to 1 mm'],
  [0.00099, 'less than 1 mm apart', 'up to 1 mm'],
  [0.001, '1 mm apart', 'up to 1 mm'],
  [0.0042, '4.2 mm apart', 'up to 4.2 mm'],
  [0.05, '5 cm apart', 'up to 5 cm'],
  [0.4, '0.4 m apart', 'up to 0.4 m'],
  [1234, '1.23 km apart', 'up to 1.23 km'],
])('a width of %d m', (width, apart, most) => {
  expect(fill('{width, m} apart', english, { width })).toBe(apart);
  expect(fill('up to {width, most}', english, { width })).toBe(most);
});

test('what no map shows is told as such in every language', () => {
  expect(inEach((lang) => fill('{width, m}; {area, m2}; {small, m2}', languageOf(lang), { width: 2e-5, area: 2e-5, small: 0.0002 }))).toMatchObject({
    en: 'less than 1 mm; less than 1 cm²; 2 cm²',
    fr: 'moins de 1 mm; moins de 1 cm²; 2 cm²',
    es: 'menos de 1 mm; menos de 1 cm²; 2 cm²',
    ar: 'أقل من 1 مم; أقل من 1 سم²; 2 سم²',
    pt: 'menos de 1 mm; menos de 1 cm²; 2 cm²',
  });
});

test('numbers as each language writes them; what is a label stays bare', () => {
  const pattern = '{row}, {count, number}, {share, decimal}, {length, m}';
  expect(inEach((lang) => fill(pattern, languageOf(lang), { row: 12345, count: 12345.5, share: 0.123, length: 0.05 }))).toMatchObject({
    en: '12345, 12,345.5, 0.12, 5 cm',
    fr: '12345, 12\u202f345,5, 0,12, 5 cm',
    es: '12345, 12.345,5, 0,12, 5 cm',
    ar: '12345, 12,345.5, 0.12, 5 سم',
  });
});

test('lists and days', () => {
  expect(
    inEach((lang) =>
      fill('{units, and} ({units, list}; {day, day})', languageOf(lang), { units: ['A', 'B'], day: '2019-08-20' }).replace(/[\u200f\u2068\u2069]/g, ''),
    ),
  ).toMatchObject({
    en: 'A and B (A, B; 20 August 2019)',
    fr: 'A et B (A, B; 20 août 2019)',
    es: 'A y B (A, B; 20 de agosto de 2019)',
    ar: 'A وB (A، B; 20 أغسطس 2019)',
  });
});

describe('in Arabic', () => {
  const arabic = languageOf('ar');
  test('a name stands apart, once, and a number does not', () => {
    expect(fill('من {a} إلى {n}', arabic, { a: 'SL01', n: 5 })).toBe('من \u2068SL01\u2069 إلى 5');
    expect(fill('من {a}', arabic, { a: '\u2068SL01\u2069' })).toBe('من \u2068SL01\u2069');
  });
  test('a sentence that begins with a name is still read from the right', () => {
    expect(fill('{a} مفقود', arabic, { a: 'SL01' })).toBe('\u200f\u2068SL01\u2069 مفقود');
    expect(fill('{a}', arabic, { a: 'SL01' })).toBe('\u2068SL01\u2069');
  });
  test('what chooses a branch is not changed', () => expect(fill('{is, select, yes {نعم} other {لا}}', arabic, { is: 'yes' })).toBe('نعم'));
});

test('a value of its own is data: nothing in it is read as a pattern or as HTML', () => {
  expect(fill('“{name}”', english, { name: '{x} <b>' })).toBe('“{x} <b>”');
  expect(fill('<b>{name}</b>', english, { name: 'A' })).toBe('<b>A</b>');
});

test('a text without its value is an error of the programmer', () => expect(() => fill('{name}', english)).toThrow());

test('every language says a sentence of its own', () => {
  const said = LANGS.map((lang) => say(lang, 'finding.pcode.missing', { count: 1234, level: 2 }));
  expect(said[0]).toContain('1,234 units of adm2');
  expect(new Set(said).size).toBe(LANGS.length);
});
