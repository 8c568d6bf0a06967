import { describe, expect, test } from 'vitest';
import { isMixedWord, lettersOf, parseLetters, repairMojibake, scriptsOf } from '../../../server/boundaries/checks/letters.ts';
import { show } from '../../../server/boundaries/checks/names.ts';

describe('exemplar letters', () => {
  test('notation: ranges, sequences, escapes', () =>
    expect([...parseLetters('[a-c {ch} \\- \\u200C é]')]).toEqual(['a', 'b', 'c', 'c', 'h', '-', '\u200c', 'é'].filter((x, i, all) => all.indexOf(x) === i)));
  test.each([
    ['fr', 'Ouham-Pendé', true],
    ['fr', 'Łódź', false],
    ['en', "Cox's Bazar", true],
    ['ar', 'محافظة صنعاء', true],
    ['ar', 'Sanaa', false],
    ['uk', 'Київ', true],
    ['es', 'Peñón', true],
  ])('%s: %s', (lang, name, fine) => expect([...name].every((letter) => lettersOf(lang)!.has(letter))).toBe(fine));
  test('a language that CLDR does not list is not judged', () => expect(lettersOf('xx')).toBeUndefined());
});

test('scripts', () => {
  expect(scriptsOf('Kyiv Київ كييف')).toEqual(['Latin', 'Cyrillic', 'Arabic']);
  expect(isMixedWord('Тoshkent')).toBe(true);
  expect(isMixedWord('Тошкент')).toBe(false);
  expect(isMixedWord('الغربية2')).toBe(false);
});

test.each([
  ['PrÃ©fecture', 'Préfecture'],
  ['Ã‰vora', 'Évora'],
  ['Ø¨ØºØ¯Ø§Ø¯', 'بغداد'],
  ['Préfecture', undefined],
  ['São Tomé', undefined],
  ['Baghdad', undefined],
])('mojibake %s → %s', (text, repaired) => expect(repairMojibake(text)).toBe(repaired));

test('invisible characters are drawn', () => expect(show('A\u00a0B\u200f')).toBe('“A⟨U+00A0⟩B⟨U+200F⟩”'));
