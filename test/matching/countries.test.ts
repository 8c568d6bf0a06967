import { describe, expect, test } from 'vitest';
import type { Iso3 } from '../../server/contract/ids.ts';
import { countryName, iso2Of, iso3Of } from '../../server/matching/countries.ts';
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
