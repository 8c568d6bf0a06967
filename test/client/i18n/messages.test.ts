/** Which language a page speaks, and how it writes numbers and dates. The texts themselves: test/laws/words.test.ts. */
import { describe, expect, test } from 'vitest';
import { chooseLanguage, createFormat, toDirection } from '../../../client/i18n/language.ts';
import { createTranslate } from '../../../client/i18n/translate.ts';

describe('language', () => {
  test('the address wins over the stored choice, and that over the browser', () => {
    expect(chooseLanguage('ar', 'fr', 'es')).toBe('ar');
    expect(chooseLanguage('xx', null, 'es-MX')).toBe('es');
    expect(chooseLanguage(null, undefined, 'de')).toBe('en');
  });

  test('right-to-left scripts', () => {
    expect(['ar', 'prs', 'fa-AF', 'en', 'arn'].map(toDirection)).toEqual(['rtl', 'rtl', 'rtl', 'ltr', 'ltr']);
  });

  test('numbers in Arabic keep the digits of codes and tables', () => {
    const format = createFormat('ar');
    expect(format.number(12_345)).toMatch(/^12.345$/);
    expect(createFormat('en').date('2019-08-20')).toBe('20 August 2019');
    expect(createFormat('fr').date('soon')).toBe('soon');
    expect(createFormat('en').bytes(1_234_567)).toBe('1.23 MB');
    expect(createFormat('en').area(0.1234)).toBe('0.123');
    expect(createFormat('en').language('und')).toBe('');
  });

  test('a missing message shows its key', () => {
    const t = createTranslate<string>('ar', { 'a.b': '{count, plural, two {اثنان} other {#}}' });
    expect(t('a.b', { count: 2 })).toBe('اثنان');
    expect(t('a.c')).toBe('a.c');
  });
});
