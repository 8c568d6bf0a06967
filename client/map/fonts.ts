/** Font files for the labels of the map, served by us; MapLibre loads one only when a label needs a character of its range. */
import type { FontFacesSpecification } from 'maplibre-gl';
import arabic400 from '@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-400-normal.woff2?url';
import arabic600 from '@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-600-normal.woff2?url';
import cyrillic400 from '@fontsource/noto-sans/files/noto-sans-cyrillic-400-normal.woff2?url';
import cyrillic600 from '@fontsource/noto-sans/files/noto-sans-cyrillic-600-normal.woff2?url';
import ext400 from '@fontsource/noto-sans/files/noto-sans-latin-ext-400-normal.woff2?url';
import ext600 from '@fontsource/noto-sans/files/noto-sans-latin-ext-600-normal.woff2?url';
import latin400 from '@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2?url';
import latin600 from '@fontsource/noto-sans/files/noto-sans-latin-600-normal.woff2?url';

const LATIN = ['U+0000-00FF', 'U+0131', 'U+0152-0153', 'U+02BB-02BC', 'U+02C6', 'U+02DA', 'U+02DC', 'U+2000-206F', 'U+2122', 'U+2212'];
const LATIN_EXT = ['U+0100-0130', 'U+0132-0151', 'U+0154-02BA', 'U+0300-036F', 'U+1E00-1EFF', 'U+2C60-2C7F', 'U+A720-A7FF'];
const CYRILLIC = ['U+0400-045F', 'U+0490-0491', 'U+04B0-04B1', 'U+2116'];
const ARABIC = ['U+0600-06FF', 'U+0750-077F', 'U+0870-08FF', 'U+FB50-FDFF', 'U+FE70-FEFC'];

/** Relative addresses are not allowed in a style; `base` is the page's. */
export function mapFonts(base: string): FontFacesSpecification {
  const faces = (latin: string, ext: string, cyrillic: string, arabic: string) =>
    (
      [
        [latin, LATIN],
        [ext, LATIN_EXT],
        [cyrillic, CYRILLIC],
        [arabic, ARABIC],
      ] as const
    ).map(([url, range]) => ({ url: new URL(url, base).href, 'unicode-range': [...range] }));
  return {
    'Noto Sans Regular': faces(latin400, ext400, cyrillic400, arabic400),
    'Noto Sans SemiBold': faces(latin600, ext600, cyrillic600, arabic600),
  };
}
