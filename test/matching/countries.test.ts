import { describe, expect, test } from 'vitest';
import type { Iso3 } from '../../server/contract/ids.ts';
import countries from '../../data/countries.json' with { type: 'json' };
import { countryName, iso2Of, iso3Of, withUnNames } from '../../server/matching/countries.ts';
import { detectCountry } from '../../server/boundaries/normalize/detectCountry.ts';
import { rawLayer, square } from '../helpers/rawLayers.ts';

test.each([
  ['AFG', 'AF'],
  ['SLE', 'SL'],
  ['COD', 'CD'],
  ['SSD', 'SS'],
  ['ZWE', 'ZW'],
  ['XXX', null],
])('%s is %s', (alpha3, alpha2) => {
  expect(iso2Of(alpha3 as Iso3)).toBe(alpha2);
  if (alpha2) expect(iso3Of(alpha2.toLowerCase())).toBe(alpha3);
});

test('names in the languages of the interface', () => {
  expect(['en', 'fr', 'es', 'ar'].map((lang) => countryName('EGY' as Iso3, lang))).toEqual(['Egypt', 'Égypte', 'Egipto', 'مصر']);
  expect(countryName('XNV' as Iso3, 'en')).toBe('XNV');
});

describe('names as the UN writes them', () => {
  // Where CLDR says "Congo - Kinshasa", "Kongo-Kinshasa", "Myanmar (Burma)", "Palestinian Territories", "North Korea" …
  test.each([
    ['COD', 'Democratic Republic of the Congo', 'République démocratique du Congo', 'República Democrática del Congo', 'جمهورية الكونغو الديمقراطية'],
    ['COG', 'Congo', 'Congo', 'Congo', 'الكونغو'],
    ['MMR', 'Myanmar', 'Myanmar', 'Myanmar', 'ميانمار'],
    ['PSE', 'State of Palestine', 'État de Palestine', 'Estado de Palestina', 'دولة فلسطين'],
    ['SYR', 'Syrian Arab Republic', 'République arabe syrienne', 'República Árabe Siria', 'الجمهورية العربية السورية'],
    ['TUR', 'Türkiye', 'Türkiye', 'Türkiye', 'تركيا'],
    ['CIV', 'Côte d’Ivoire', 'Côte d’Ivoire', 'Côte d’Ivoire', 'كوت ديفوار'],
    ['VEN', 'Venezuela (Bolivarian Republic of)', 'Venezuela (République bolivarienne du)', 'Venezuela (República Bolivariana de)', 'فنزويلا (جمهورية - البوليفارية)'], // prettier-ignore
    ['SLE', 'Sierra Leone', 'Sierra Leone', 'Sierra Leona', 'سيراليون'],
  ])('%s', (iso3, ...names) => expect(['en', 'fr', 'es', 'ar'].map((lang) => countryName(iso3 as Iso3, lang))).toEqual(names));

  test('every country of M49 has a name in the four languages, none of them a remnant of the list', () => {
    for (const { iso3, names } of countries)
      for (const lang of ['en', 'fr', 'es', 'ar'] as const) expect(names[lang], `${iso3} ${lang}`).toMatch(/^\p{L}[^_*[\]]+$/u);
  });

  test('names that were stored before are replaced, those of an invented country stay', () => {
    expect(withUnNames('COD' as Iso3, { en: 'Congo - Kinshasa', ln: 'Kongó' })).toMatchObject({ en: 'Democratic Republic of the Congo', ln: 'Kongó' });
    expect(withUnNames('XNV' as Iso3, { en: 'Narivela' })).toEqual({ en: 'Narivela' });
  });
});

describe('detectCountry', () => {
  const layer = (name: string, columns: Record<string, (string | number | null)[]>) => rawLayer(name, columns, [[square(0, 0)], [square(1, 0)]]);
  test.each([
    ['iso3', layer('x', { iso3: ['CAF', 'CAF'], adm1_pcode: ['ZZ1', 'ZZ2'] }), 'CAF'],
    ['the P-code of adm0', layer('x', { ADM0_PCODE: ['IQ', 'IQ'], ADM1_PCODE: ['IQG01', 'IQG02'] }), 'IRQ'],
    ['the prefix of P-codes', layer('x', { admin1Pcode: ['BF46', 'BF57'] }), 'BFA'],
    ['the file name', layer('bgd_itos_adm1', { admin1Pcode: ['10', '60'] }), 'BGD'],
    ['nothing', layer('regions', { admin1Pcode: ['10', '60'] }), null],
    ['two countries alike', layer('x', { admin1Pcode: ['BF46', 'ML01'] }), null],
  ])('by %s', (_, raw, country) => expect(detectCountry([raw])).toBe(country));
});
