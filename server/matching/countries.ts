/** ISO 3166-1: alpha-3 to alpha-2, and country names by language. */
import countries from '../../data/countries.json' with { type: 'json' };
import type { Iso3 } from '../contract/ids.ts';
import { LANGS, type Lang } from '../contract/languages.ts';
import { inEach, languageOf } from '../words/words.ts';
import { ISO2 } from '../contract/iso2.ts';

export { iso2Of } from '../contract/iso2.ts';

/** Region of Unicode CLDR: alpha-2, and that of Kosovo, which ISO 3166-1 does not hold. */
export const regionOf = (country: string): string | null => (country === 'XKX' ? 'XK' : (ISO2.get(country) ?? null));

const UN_NAMES = new Map(countries.map(({ iso3, names }) => [iso3, names as Record<string, string>]));

/**
 * The country's name in a language, as the UN writes it (M49); where M49 has none, as the Unicode CLDR does; the alpha-3 code where neither knows it.
 * CLDR names are made for menus of products: "Congo - Kinshasa", "Myanmar (Burma)", "Palestinian Territories".
 */
export function countryName(country: Iso3, lang: string): string {
  const name = UN_NAMES.get(country)?.[lang];
  if (name !== undefined) return name;
  const region = ISO2.get(country);
  if (region === undefined) return country;
  const locale = isLang(lang) ? languageOf(lang).locale : lang;
  return new Intl.DisplayNames([locale, 'en'], { type: 'region' }).of(region) ?? country;
}

const isLang = (lang: string): lang is Lang => (LANGS as readonly string[]).includes(lang);

/** Names as they are stored with a dataset, over them those of the UN: datasets of earlier versions of this program hold others. */
export function withUnNames(country: Iso3, stored: Record<string, string>): Record<string, string> {
  const names = UN_NAMES.get(country);
  return names ? { ...stored, ...inEach((lang) => countryName(country, lang)) } : stored;
}

const ISO3 = new Map<string, Iso3>([...ISO2].map(([alpha3, alpha2]) => [alpha2, alpha3 as Iso3]));

/** Alpha-3 of an alpha-2 or alpha-3 code in any case; null where ISO 3166-1 holds neither. */
export function iso3Of(code: string): Iso3 | null {
  const upper = code.trim().toUpperCase();
  return ISO2.has(upper) ? (upper as Iso3) : (ISO3.get(upper) ?? null);
}
