/** What a map is called: topic, place and period, each once. */
import { describe, expect, test } from 'vitest';
import { PRINT_LANGS, type PrintLang } from '../../server/contract/languages.ts';
import { periodOf, titleOf } from '../../server/maps/titles.ts';

const countryNames = { en: 'Central African Republic', fr: 'République centrafricaine', ar: 'جمهورية أفريقيا الوسطى' };
const named = (title: string, more: object = {}) =>
  ({
    spec: { title },
    countryNames,
    boundary: { dataset: 'cod-ab-caf', metadata: { dateValidOn: '2022-03-21' } },
    data: null,
    presence: null,
    population: null,
    people: null,
    ...more,
  }) as never;
const march = { from: '2022-01-01', to: '2022-03-31', before: null };
const title = (own: string, more: object = {}, lang: PrintLang = 'en', country: string = countryNames.en) =>
  titleOf(named(own, more), { country, topic: lang === 'fr' ? 'Organisations' : 'Organisations' }, lang);

describe('place', () => {
  test.each([
    ['Health partners', 'Central African Republic: Health partners, 21 March 2022'],
    ['Health partners in the Central African republic', 'Health partners in the Central African republic, 21 March 2022'],
    ['République Centrafricaine : santé', 'République Centrafricaine : santé, 21 March 2022'],
    ['CAF health', 'CAF health, 21 March 2022'],
    // No part of a word.
    ['Decaffeinated', 'Central African Republic: Decaffeinated, 21 March 2022'],
    // A place alone says nothing of what is shown.
    ['Central African Republic', 'Central African Republic: Organisations, 21 March 2022'],
    ['CAF', 'Central African Republic: Organisations, 21 March 2022'],
  ])('%s', (own, whole) => expect(title(own)).toBe(whole));
});

describe('period', () => {
  test.each([
    ['of a 3W', { presence: march }, 'Central African Republic: Health, 1 January – 31 March 2022'],
    [
      'of a 3W without days, which has that of its file',
      { presence: { ...march, from: null, to: null }, data: { metadata: { dateValidOn: '2022-05-02' } } },
      'Central African Republic: Health, 2 May 2022',
    ],
    ['of a population', { population: { year: 2015 } }, 'Central African Republic: Health, 2015'],
    ['of a population without a year', { population: { year: null } }, 'Central African Republic: Health'],
    ['of boundaries without a date', { boundary: { dataset: 'cod-ab-caf', metadata: {} } }, 'Central African Republic: Health'],
  ])('%s', (_, more, whole) => expect(title('Health', more).replace(/[\u2009\u202f]/g, ' ')).toBe(whole));

  test('a title that has the year has its period, in whatever digits', () => {
    expect(title('CAF health, first quarter of 2022', { presence: march })).toBe('CAF health, first quarter of 2022');
    expect(title('الصحة ٢٠٢٢', { presence: march }, 'ar', countryNames.ar)).toBe('جمهورية أفريقيا الوسطى: الصحة ٢٠٢٢');
    // Another year, or a number with its digits within, is none.
    expect(title('CAF plan 2021, 120223 people', { presence: march })).toMatch(/^CAF plan 2021, 120223 people, /);
  });

  test('both of a change, from before to now in the direction of reading', () => {
    const change = { presence: { ...march, before: { from: '2021-10-01', to: '2021-12-31' } } };
    expect(periodOf(named('', change), 'en')).toMatch(/2021 → .*2022$/);
    expect(periodOf(named('', change), 'ar')).toContain(' ← ');
  });

  test.each(PRINT_LANGS)('in words of %s', (lang) =>
    expect(title('X', { presence: march }, lang, 'Y').replace(/[\u2066-\u2069]/g, '')).toMatch(lang === 'fr' ? /^Y\u00a0: X, .*2022/ : /^Y: X[,،] .*2022/),
  );
});
