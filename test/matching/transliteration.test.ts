/** Names written by ear: accepted by their consonants where the country writes another script, and nothing invented by it. */
import { describe, expect, test } from 'vitest';
import type { Iso3, Pcode } from '../../server/contract/ids.ts';
import { createNameIndex } from '../../server/matching/names.ts';
import { createPlaceMatcher } from '../../server/matching/places.ts';
import { isTransliterated } from '../../server/matching/transliteration.ts';
import { hasData, named, realLevels } from '../helpers/presence.ts';
import { REAL_3W } from '../helpers/realTables.ts';

if (!hasData) console.warn('transliteration.test.ts: the part on real boundaries is skipped, the folder of real data is not beside this checkout');

describe('which countries', () => {
  test.each(['YEM', 'ETH', 'LBN', 'IRQ', 'AFG', 'UKR', 'MMR', 'SDN', 'BGD', 'SYR'])('%s writes another script', (country) =>
    expect(isTransliterated(country as Iso3)).toBe(true),
  );
  test.each(['MLI', 'BFA', 'PHL', 'SOM', 'COL', 'HTI', 'XXA'])('%s does not', (country) => expect(isTransliterated(country as Iso3)).toBe(false));
});

const levels = [
  { level: 0 as const, units: [named(0, 'EX', null, 'Exland')] },
  { level: 1 as const, units: [named(1, 'EX01', 'EX', 'Dhamar'), named(1, 'EX02', 'EX', "Ad Dali'", 'الضالع'), named(1, 'EX03', 'EX', 'Bangui')] },
  {
    level: 2 as const,
    units: [
      named(2, 'EX0101', 'EX01', 'Otmah'),
      named(2, 'EX0102', 'EX01', 'Al Jarrahi'),
      named(2, 'EX0103', 'EX01', 'Al Mahwit'),
      named(2, 'EX0104', 'EX01', 'Al Mahwit City'),
      named(2, 'EX0105', 'EX01', 'Hamid'),
      named(2, 'EX0106', 'EX01', 'Humaid'),
      named(2, 'EX0201', 'EX02', "Ad Dali'"),
      named(2, 'EX0202', 'EX02', 'Dhibain'),
      named(2, 'EX0301', 'EX03', 'Bangui'),
    ],
  },
  { level: 3 as const, units: [named(3, 'EX030101', 'EX0301', 'Arrondissement 2'), named(3, 'EX030102', 'EX0301', 'Arrondissement 3')] },
];

describe('one name in its parent', () => {
  const by = (transliterated: boolean) => {
    const names = createNameIndex({ levels }, [], transliterated);
    return (name: string, parent = 'EX01') => names.accept(2, name, parent as Pcode)?.unit.pcode ?? null;
  };
  const [ear, letters] = [by(true), by(false)];
  test.each([
    ['Utmah', 'EX0101'],
    ['Al Garrahi', 'EX0102'],
    ['Al Mahwait', 'EX0103'],
    ['Al Mahwait City', 'EX0104'],
    // Two have these consonants.
    ['Hameid', null],
    // Two consonants and few letters in common.
    ['Tumiah', null],
    ['Ataq', null],
  ])('%s: %s', (name, pcode) => expect(ear(name)).toBe(pcode));
  // ʿayn, long vowels and the article are heard or left out; two consonants need the Latin name to agree.
  test.each([
    [['عتمة / Tumiah', 'عتمة'], 'EX01', null],
    [['الجراحي'], 'EX01', 'EX0102'],
    [['المحويت', 'Al Mahweet'], 'EX01', 'EX0103'],
    [['حميد', 'Hamid'], 'EX01', null],
    [['ذي بين'], 'EX02', 'EX0202'],
    [['ذي بين', 'Dhi Been'], 'EX02', 'EX0202'],
    [['ذبيان', 'Dhibain'], 'EX02', 'EX0202'],
    [['بانغي'], 'EX01', null],
  ])('%s in %s: %s', (list, parent, pcode) => expect(createNameIndex({ levels }, [], true).heard(2, list, parent as Pcode)?.unit.pcode ?? null).toBe(pcode));
  test('Arabic says nothing where names are at home in Latin letters', () =>
    expect(createNameIndex({ levels }, [], false).heard(2, ['الجراحي'], 'EX01' as Pcode)).toBeUndefined());
  test('one word or two', () => expect(ear('Dhi Bin', 'EX02')).toBe('EX0202'));
  test('not where names are at home in Latin letters', () => expect(letters('Utmah')).toBeNull());
});

describe('rows', () => {
  const matcher = createPlaceMatcher({ levels }, { repair: () => undefined, transliterated: true });
  const match = (...cells: [string | null, string | null][]) => matcher.match(cells.map(([code, name], i) => ({ level: (i + 1) as 1 | 2 | 3, code, name })));
  test('a district that bears its governorate\u2019s name is known by its Arabic name too', () =>
    expect(match(['EX02', null], [null, 'الضالع / Ad Dhale\u2019e'])).toMatchObject({ unit: { pcode: 'EX0201' }, question: null }));
  test('the code of the level above says nothing new beside an exact name, and is told as repaired', () => {
    const found = match(['EX03', 'Bangui'], ['EX03', 'Bangui']);
    expect(found).toMatchObject({ unit: { pcode: 'EX0301' }, method: 'name', question: null });
    expect(found.repairs).toEqual([{ level: 2, before: 'EX03', after: 'EX0301', how: 'level' }]);
  });
  test('the code of a unit inside the one that is named', () => expect(match(['EX0301', 'Bangui'])).toMatchObject({ unit: { pcode: 'EX03' }, question: null }));
  test('the code of another part of the country is a question as before', () =>
    expect(match(['EX03', 'Bangui'], ['EX01', 'Bangui']).question).toMatchObject({ cause: 'code-other-level' }));
  test('the code above beside a name that is no unit of it is a question', () =>
    expect(match(['EX03', 'Bangui'], ['EX03', 'Bimbo']).question).toMatchObject({ cause: 'code-other-level' }));
  test.each(['Cobertura Nacional', 'NATIONWIDE', 'Ensemble du pays', 'على المستوى الوطني'])('%s is the country', (name) =>
    expect(match(['EX00', name])).toMatchObject({ unit: { pcode: 'EX' }, stated: 0, method: 'name', question: null }),
  );
  test('a good code beside such words is followed', () => expect(match(['EX01', 'National']).unit?.pcode).toBe('EX01'));
  test('a unit of the next level is offered, not taken', () => {
    const found = match(['EX99', 'Otmah']);
    expect(found.unit?.pcode).toBe('EX');
    expect(found.question).toMatchObject({ cause: 'code-unknown', candidates: [{ pcode: 'EX0101', level: 2, score: 1 }] });
  });
});

describe('a level that has one unit only is passed over', () => {
  const matcher = createPlaceMatcher({ levels }, { repair: () => undefined });
  const match = (...cells: [string | null, string | null][]) => matcher.match(cells.map(([code, name], i) => ({ level: (i + 1) as 1 | 2 | 3, code, name })));
  test.each([['EX9901'], [null]])('code %s', (code) => {
    const found = match([null, 'Bangui'], [code, '2e Arrondissement']);
    expect(found).toMatchObject({ unit: { pcode: 'EX030101' }, method: 'name', question: null });
    expect(found.repairs).toEqual([{ level: 2, before: code ?? '2e Arrondissement', after: 'EX030101', how: 'deeper' }]);
  });
  test('not one of another number', () => expect(match([null, 'Bangui'], ['EX9904', '4e Arrondissement']).question).toMatchObject({ cause: 'code-unknown' }));
  test('not where the row says what is below', () =>
    expect(match([null, 'Bangui'], ['EX9901', '2e Arrondissement'], [null, 'Centre']).unit?.pcode).toBe('EX03'));
  test('not below an area with several units', () => expect(match([null, 'Dhamar'], ['EX9901', '2e Arrondissement']).unit?.pcode).toBe('EX01'));
});

describe.skipIf(!hasData)('real boundaries (skipped where ../shared/data is absent)', () => {
  const countries = new Map(REAL_3W.filter(({ country }) => isTransliterated(country as Iso3)).map(({ country, boundaries }) => [country, boundaries]));
  test.each([...countries])(
    '%s: a name taken out of the list is answered by nobody, whatever its vowels',
    { timeout: 120_000 },
    async (country, boundaries) => {
      const levels = await realLevels(country, boundaries);
      const names = createNameIndex({ levels }, [], true);
      const invented: string[] = [];
      let asked = 0;
      for (const { level, units } of levels) {
        for (const unit of units) {
          for (const { name } of level > 0 && unit.parentPcode ? unit.names : []) {
            if (names.exact(level, name, unit.parentPcode).length > 1) continue;
            for (const vowel of ['', 'a', 'e', 'i', 'o', 'u']) {
              asked++;
              const written = vowel === '' ? name : name.replace(/(?<=.)[aeiou]/, vowel);
              const found = names.accept(level, written, unit.parentPcode!, unit);
              if (found) invented.push(`${written} → ${found.name}`);
            }
          }
        }
      }
      expect(asked).toBeGreaterThan(100);
      expect(invented).toEqual([]);
    },
  );
  test.each([...countries])('%s: an Arabic name is its own unit by the Latin names alone, or nobody', { timeout: 120_000 }, async (country, boundaries) => {
    const all = await realLevels(country, boundaries);
    const isLatin = ({ name }: { name: string }) => /\p{Script=Latin}/u.test(name);
    const names = createNameIndex(
      { levels: all.map((level) => ({ ...level, units: level.units.map((unit) => ({ ...unit, names: unit.names.filter(isLatin) })) })) },
      [],
      true,
    );
    const wrong: string[] = [];
    let right = 0;
    for (const { level, units } of all)
      for (const unit of units.filter(({ parentPcode }) => parentPcode !== null))
        for (const { name } of unit.names.filter((each) => !isLatin(each))) {
          const found = names.heard(level, [name], unit.parentPcode!);
          if (found?.unit.pcode === unit.pcode) right++;
          else if (found) wrong.push(`${name} → ${found.name}`);
          const own = found && names.heard(level, [name, unit.names.find(isLatin)?.name ?? ''], unit.parentPcode!, found.unit);
          if (own) wrong.push(`${name} → ${own.name}, which is another`);
        }
    expect(wrong).toEqual([]);
    expect(right).toBeGreaterThanOrEqual(HEARD[country] ?? 0);
  });
});

/** Arabic names of the real boundaries that are heard today, of 413, 34 and 22. */
const HEARD: Record<string, number> = { IRQ: 288, LBN: 20, YEM: 9 };
