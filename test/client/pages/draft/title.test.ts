/** A title that the server made is said in the reader's language; one that a person gave stays. */
import { expect, test } from 'vitest';
import { createTranslate } from '../../../../client/i18n/translate.ts';
import { currentBeside, titleOf } from '../../../../client/pages/draft/title.ts';
import { defaultTitle } from '../../../../server/contract/given.ts';
import arabic from '../../../../server/words/ar/interface/common.ts';
import french from '../../../../server/words/fr/interface/common.ts';

const MALI = [{ id: 'cod-ab-mli', current: 'v02', country: 'MLI', countryNames: { en: 'Mali', fr: 'Mali', ar: 'مالي' } }];
const said = (dataset: string, title: string, lang: 'fr' | 'ar', named = MALI) =>
  titleOf({ dataset, metadata: { title } } as never, named, lang, createTranslate(lang, (lang === 'fr' ? french : arabic) as Record<string, string>));

test.each([
  ['3w-mli', defaultTitle('presence', 'Mali'), 'Mali: Qui fait quoi où'],
  ['3w-mli', defaultTitle('presence', 'MLI'), 'Mali: Qui fait quoi où'],
  ['cod-ps-mli', defaultTitle('population', 'Mali'), 'Mali: Population'],
  ['cod-ab-mli', defaultTitle('boundaries', 'Mali'), 'Mali: Limites administratives'],
  ['3w-mli', '', 'Mali: Qui fait quoi où'],
  ['3w-mli', 'Northern Mali: operational presence (3W)', 'Northern Mali: operational presence (3W)'],
  ['3w-mli', 'Qui est à Gao', 'Qui est à Gao'],
])('%s, “%s”', (dataset, title, text) => expect(said(dataset, title, 'fr')).toBe(text));

test('in Arabic; and where the country is not known, as it is', () => {
  expect(said('3w-mli', defaultTitle('presence', 'Mali'), 'ar')).toBe('مالي: من يفعل ماذا وأين');
  expect(said('3w-mli', defaultTitle('presence', 'Mali'), 'fr', [])).toBe('Mali: operational presence (3W)');
});

test('the current version beside another one; none beside itself, nor where nothing is known', () => {
  const beside = (dataset: string, version: string) => currentBeside({ dataset, version } as never, MALI);
  expect([beside('cod-ab-mli', 'v01'), beside('cod-ab-mli', 'v02'), beside('3w-mli', 'v01')]).toEqual(['v02', null, null]);
});
