/** Names of countries on maps, for server and client. */

/**
 * What CLDR names for menus of products ("Congo - Kinshasa", "Myanmar (Burma)") as maps of the UN do, short: of the two Congos the one whose capital is
 * Kinshasa says that it is the Democratic Republic. All others CLDR names as a map does.
 */
const ON_MAPS: Record<string, Record<string, string>> = {
  CD: { en: 'DR Congo', fr: 'RD Congo', es: 'RD Congo', ar: 'جمهورية الكونغو الديمقراطية', pt: 'RD Congo', ru: 'ДР Конго' },
  CG: { en: 'Congo', fr: 'Congo', es: 'Congo', ar: 'الكونغو', pt: 'Congo', ru: 'Конго' },
  MM: { en: 'Myanmar', fr: 'Myanmar', es: 'Myanmar', ar: 'ميانمار', pt: 'Mianmar', ru: 'Мьянма' },
  PS: { en: 'Palestine', fr: 'Palestine', es: 'Palestina', ar: 'فلسطين', pt: 'Palestina', ru: 'Палестина' },
};

/** What a country is called on a map; null where the region is not known in that language. */
export function regionName(region: string, locale: string): string | null {
  const own = ON_MAPS[region]?.[locale.split('-')[0]!];
  if (own !== undefined) return own;
  try {
    return new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' }).of(region) ?? null;
  } catch {
    return null;
  }
}
