/** How numbers stand in sentences. */
import { expect, test } from 'vitest';
import { formatMessage, type Text } from '../../../server/ingest/messages/message.ts';

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
