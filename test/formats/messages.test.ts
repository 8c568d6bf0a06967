import { expect, test } from 'vitest';
import { formatMessage } from '../../server/words/message.ts';
import type { Lang } from '../../server/contract/languages.ts';
import { READ_MESSAGES } from '../../server/words/findings/read.ts';

const LANGUAGES: Lang[] = ['en', 'fr', 'es', 'ar'];
const PARAMS = {
  layer: 'L',
  file: 'F',
  crs: 'EPSG:32637',
  datum: 'WGS 84',
  stated: '1252',
  column: 'C',
  before: 'a',
  after: 'a_2',
  files: 'f',
  parted: 3,
  degrees: 4,
  encoding: 'windows-1252',
};

test.each(Object.keys(READ_MESSAGES))('%s is said in four languages, for any number', (code) => {
  const { title, text } = READ_MESSAGES[code]!;
  for (const lang of LANGUAGES) {
    expect(title[lang].length).toBeGreaterThan(2);
    for (const count of [1, 2, 5, 11, 100]) {
      const said = formatMessage(text, lang, { ...PARAMS, count });
      expect(said).not.toMatch(/[{}#]/);
      if (lang !== 'en') expect(said).not.toBe(formatMessage(text, 'en', { ...PARAMS, count }));
    }
  }
});
