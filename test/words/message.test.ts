/** How numbers stand in sentences. */
import { IntlMessageFormat } from 'intl-messageformat';
import { expect, test } from 'vitest';
import { ALL_MESSAGES } from '../../server/words/all.ts';
import { formatMessage } from '../../server/words/message.ts';
import type { Text } from '../../server/words/text.ts';

const TEXT: Text = {
  en: 'level {level}: {area} m² in all',
  fr: 'niveau {level} : {area} m²',
  es: 'nivel {level}: {area} m²',
  ar: 'المستوى {level}: {area} م²',
};

test.each([
  [26, 'level 2: 26 m² in all'],
  [99_999, 'level 2: 99,999 m² in all'],
  [100_000, 'level 2: 0.1 km² in all'],
  [321_456, 'level 2: 0.321 km² in all'],
  [62_544_000, 'level 2: 62.5 km² in all'],
  [1_085_469_567, 'level 2: 1,085 km² in all'],
])('an area of %d m²', (area, expected) => expect(formatMessage(TEXT, 'en', { level: 2, area })).toBe(expected));

test('in every language', () => {
  expect(formatMessage(TEXT, 'fr', { level: 2, area: 2_500_000 })).toBe('niveau 2 : 2,5 km²');
  expect(formatMessage(TEXT, 'es', { level: 2, area: 2_500_000 })).toBe('nivel 2: 2,5 km²');
  expect(formatMessage(TEXT, 'ar', { level: 2, area: 2_500_000 })).toMatch(/ كم²$/);
});

interface Part {
  type: number;
  value?: string;
  options?: Record<string, { value: Part[] }>;
}

/** Names of parameters as ICU reads them: what stands in a branch is none. */
function paramsOf(pattern: string, lang: string): string[] {
  const walk = (parts: Part[]): string[] =>
    parts.flatMap((part) => [
      // Type 0 is text; # within a plural has no name.
      ...(part.type > 0 && part.value !== undefined ? [part.value] : []),
      ...Object.values(part.options ?? {}).flatMap(({ value }) => walk(value)),
    ]);
  return walk(new IntlMessageFormat(pattern.replaceAll(', m}', '}'), lang, undefined, { ignoreTag: true }).getAst() as Part[]);
}

// A branch of one bare word such as `other {count}` is written like a parameter, and was taken for one.
test.each(Object.entries(ALL_MESSAGES))('%s: no braces and no format of a number are left in the sentence', (_, { text }) => {
  for (const lang of ['en', 'fr', 'es', 'ar'] as const)
    for (const count of [1, 2, 3, 11, 35, 100]) {
      const params = Object.fromEntries(paramsOf(text[lang], lang).map((name) => [name, count]));
      expect(formatMessage(text, lang, params), lang).not.toMatch(/[{}]|, ?(number|plural|select)\b|undefined/);
    }
});
