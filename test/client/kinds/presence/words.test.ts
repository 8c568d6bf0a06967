/** Sentences of the 3W page: of when the data is, and what waits for whom. */
import { describe, expect, test } from 'vitest';
import { createFormat, type Language } from '../../../../client/i18n/language.ts';
import { factsOfColumns } from '../../../../client/kinds/presence/facts.ts';
import { DEFINITION } from '../../../../client/kinds/presence/state.ts';
import type { Tally } from '../../../../client/kinds/presence/tally.ts';
import { definitionText, distinctNames, presenceSource, summaryText, type Spoken } from '../../../../client/kinds/presence/words.ts';
import { createTranslate, type Translate } from '../../../../client/i18n/translate.ts';

const LANGUAGES: readonly Language[] = ['en', 'fr', 'es', 'ar'];
const says = new Map<Language, Translate>();
for (const language of LANGUAGES) {
  const files = await Promise.all(
    ['country', 'codes', 'presence'].map(
      (page) => import(`../../../../server/words/${language}/interface/${page}.ts`) as Promise<{ default: Record<string, string> }>,
    ),
  );
  says.set(language, createTranslate(language, Object.assign({}, ...files.map((file) => file.default)) as Record<string, string>));
}

const PERIODS: [string | null, string | null][] = [
  ['2022-02-01', '2022-02-28'],
  ['2022-01-01', null],
  [null, '2022-04-30'],
];
const source = { dataset: '3w-exl', version: 'v01', metadata: { source: 'OCHA', license: 'CC BY', dateValidOn: null }, publishedAt: '2025-11-22' };
const viewOf = (language: Language, periods = PERIODS) => {
  const say = says.get(language)!;
  const columns = {
    periods,
    statuses: [],
    sectors: [],
    organisations: [],
    columns: { status: [], people: [], implementing: [], programming: [], funding: [] },
  };
  const facts = factsOfColumns(columns as never);
  return {
    say,
    t: say,
    app: { format: createFormat(language) },
    facts,
    definition: DEFINITION,
    source,
    columns: { boundaries: null },
  } as unknown as Spoken;
};

describe('of when the data is', () => {
  test.each([
    ['en', /all periods of the source: 1.January.–.30.April.2022$/, /Period of the data: 1.January.–.30.April.2022 · 3w-exl v01$/],
    ['fr', /1.{0,3}janvier.–.30.avril.2022$/, /Période des données/],
    ['es', /1.*enero.*30.*abril.*2022$/, /Período de los datos/],
    ['ar', /كل فترات المصدر: .*2022/, /فترة البيانات/],
  ] as const)('%s: what the records say, not when it was published', (language, definition, line) => {
    expect(definitionText(viewOf(language))).toMatch(definition);
    expect(presenceSource(viewOf(language))).toMatch(line);
    expect(presenceSource(viewOf(language))).not.toContain('2025');
  });
  test('a source without dates says so', () => {
    const view = viewOf('en', [[null, null]]);
    expect(definitionText(view)).toMatch(/all periods; the source does not state any$/);
    expect(presenceSource(view)).toBe('Source: OCHA · CC BY · 3w-exl v01');
  });
});

describe('the summary', () => {
  const totals = {
    count: 9,
    organisations: 9,
    sectors: 1,
    records: 1000,
    people: null,
    units: 0,
    knownOnlyAbove: 2,
    notPlaced: 584,
    inDoubt: 549,
    withoutPlace: 35,
    undated: 0,
  };
  const tallyOf = (change: object = {}, definition = DEFINITION) =>
    ({
      count: { level: 2, byPcode: {}, totals: { ...totals, ...change } },
      looks: new Map(),
      empty: { withheld: 0, zero: 0 },
      definition,
    }) as unknown as Tally;
  test('rows that wait for a decision and rows that name no place are two numbers', () => {
    const text = summaryText(viewOf('en'), tallyOf());
    expect(text).toContain('In doubt: 549 of 1,000 rows wait for a decision on their place. Of 1,000 rows, 2 name no area of level 2.');
    expect(text).toContain('35 rows name no place and count for the country only.');
  });
  test.each(LANGUAGES)('%s: people of whom the file says nothing are not zero people', (language) => {
    const text = summaryText(viewOf(language), tallyOf({ count: null }, { ...DEFINITION, unit: 'people' }));
    expect(text).toContain(says.get(language)!('presence.summary.people.none'));
    expect(text).not.toMatch(/\b0\b/);
  });
});

test('organisations that share an acronym are told apart', () => {
  const org = (id: string, acronym: string | null, name: string) => ({ id, acronym, name }) as never;
  const names = distinctNames([
    org('1', 'CARE', 'CARE International'),
    org('2', 'CARE', 'CARE'),
    org('3', 'IRC', 'International Rescue Committee'),
    org('4', null, 'Edukans'),
  ]);
  expect([...names.values()]).toEqual(['CARE – CARE International', 'CARE', 'IRC', 'Edukans']);
});
