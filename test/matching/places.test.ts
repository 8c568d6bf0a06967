import { describe, expect, test } from 'vitest';
import type { AdminUnit, Gazetteer } from '../../server/contract/admin.ts';
import type { AdminLevel, Pcode } from '../../server/contract/ids.ts';
import { createPlaceMatcher } from '../../server/matching/places.ts';
import type { PlaceMatcherOptions, StatedPlace } from '../../server/matching/places.ts';

function unit(level: AdminLevel, pcode: string, parent: string | null, ...names: string[]): AdminUnit {
  const coded = names.map((name) => ({ lang: 'und', name }));
  return {
    level,
    pcode: pcode as Pcode,
    parentPcode: parent as Pcode | null,
    names: coded,
    validOn: null,
    validTo: null,
    areaSqKm: 1,
    center: [0, 0],
    bbox: [0, 0, 1, 1],
  };
}

const gazetteer: Gazetteer = {
  levels: [
    { level: 0, units: [unit(0, 'ET', null, 'Ethiopia')] },
    { level: 1, units: [unit(1, 'ET01', 'ET', 'Tigray', 'ትግራይ'), unit(1, 'ET02', 'ET', 'Afar'), unit(1, 'ET03', 'ET', 'Banadir')] },
    {
      level: 2,
      units: [
        unit(2, 'ET0101', 'ET01', 'North Western'),
        unit(2, 'ET0102', 'ET01', 'Western'),
        unit(2, 'ET0201', 'ET02', 'Awsi', 'أوسي'),
        unit(2, 'ET0202', 'ET02', 'Kilbati Rasu'),
        unit(2, 'ET0301', 'ET03', 'Hodan'),
        unit(2, 'ET0302', 'ET03', 'Heliwa'),
        unit(2, 'ET0303', 'ET03', 'Western'),
      ],
    },
  ],
};
/** A stand-in for matching/pcodes.ts with one rule: ISO3 → ISO2. */
const repair: PlaceMatcherOptions['repair'] = (code) => (code.startsWith('ETH') ? { pcode: code.replace('ETH', 'ET') as Pcode, how: 'iso3' } : undefined);
const matcher = createPlaceMatcher(gazetteer, { repair });
/** [code, name] of adm1, then of adm2. */
const row = (...cells: [string | null, string | null][]): StatedPlace[] =>
  cells.map(([code, name], index) => ({ level: (index + 1) as AdminLevel, code, name }));
const match = (...cells: [string | null, string | null][]) => matcher.match(row(...cells));

describe('certain', () => {
  test('code and name agree', () =>
    expect(match(['ET01', 'Tigray'], ['ET0101', 'North Western'])).toMatchObject({ unit: { pcode: 'ET0101' }, method: 'code', question: null }));
  test('a wrong-format code is repaired, and the repair is listed', () => {
    expect(match(['ETH02', 'Afar'])).toMatchObject({
      unit: { pcode: 'ET02' },
      method: 'code-repaired',
      repairs: [{ before: 'ETH02', after: 'ET02', how: 'iso3' }],
    });
  });
  test('name inside its parent', () => expect(match([null, 'Tigray'], [null, 'Western'])).toMatchObject({ unit: { pcode: 'ET0102' }, method: 'name' }));
  test('name unique in the country, no parent given', () =>
    expect(match([null, null], [null, 'hodan'])).toMatchObject({ unit: { pcode: 'ET0301' }, method: 'name-unique' }));
  test('two scripts in one cell', () => expect(match([null, 'Afar'], [null, 'Awsi / أوسي'])).toMatchObject({ unit: { pcode: 'ET0201' }, method: 'name' }));
  test('a misspelt region above a good code is settled by the code', () => {
    expect(match([null, 'Tigrai'], ['ET0102', 'Western'])).toMatchObject({ unit: { pcode: 'ET0102' }, method: 'code', question: null });
  });
  test('a local spelling beside a good code is counted, not asked', () => {
    expect(match(['ET02', 'Afar'], ['ET0202', 'Zoba 4'])).toMatchObject({ unit: { pcode: 'ET0202' }, method: 'code', nameDiffers: true, question: null });
  });
  test('a spreadsheet error is an empty cell', () =>
    expect(match(['#N/A', 'Afar'], ['ET0201', 'Awsi'])).toMatchObject({ unit: { pcode: 'ET0201' }, question: null }));
});

describe('asked', () => {
  test('swapped codes: both candidates, the row stays at the region', () => {
    expect(match(['ET03', 'Banadir'], ['ET0301', 'Heliwa'])).toMatchObject({
      unit: { pcode: 'ET03' },
      stated: 2,
      question: {
        cause: 'code-name-conflict',
        candidates: [
          { pcode: 'ET0301', by: 'code' },
          { pcode: 'ET0302', by: 'name' },
        ],
      },
    });
  });
  test('contested: an unknown code is never moved by the name of its woreda', () => {
    const found = match([null, 'Contested'], ['ET9902', 'North Western']);
    expect(found).toMatchObject({ unit: { pcode: 'ET' }, method: 'none', question: { level: 1, cause: 'name-unknown', name: 'Contested' } });
  });
  test('contested region with a code of another region', () => {
    const found = match([null, 'Contested'], ['ET0101', 'North Western']);
    expect(found).toMatchObject({ unit: { pcode: 'ET' }, question: { name: 'Contested', candidates: [{ pcode: 'ET0101' }] } });
  });
  test('parent and child disagree: neither is certain, the unit that holds both is', () => {
    expect(match(['ET03', null], ['ET0101', null])).toMatchObject({
      unit: { pcode: 'ET' },
      method: 'none',
      question: { cause: 'parent-conflict', candidates: [{ pcode: 'ET0101', by: 'code' }] },
    });
  });
  test('two units of one name', () => {
    expect(match([null, null], [null, 'Western'])).toMatchObject({
      unit: { pcode: 'ET' },
      question: { cause: 'name-ambiguous', candidates: [{ pcode: 'ET0102' }, { pcode: 'ET0303' }] },
    });
  });
  test('a province in the district column', () =>
    expect(match([null, 'Afar'], ['ET02', null])).toMatchObject({ unit: { pcode: 'ET02' }, question: { cause: 'code-other-level' } }));
  test('no such place', () =>
    expect(match([null, 'Afar'], [null, 'Garada'])).toMatchObject({ unit: { pcode: 'ET02' }, stated: 2, question: { cause: 'name-unknown', parent: 'ET02' } }));
  test('nothing stated', () =>
    expect(match([null, ' - '], [null, '\u00a0'])).toMatchObject({ unit: { pcode: 'ET' }, stated: null, method: 'none', question: null }));
});

describe('remembered decisions', () => {
  const decide = (pcode: string | null) =>
    createPlaceMatcher(gazetteer, {
      repair,
      decisions: [{ level: 2, code: null, name: 'Garada', parent: 'ET02' as Pcode, pcode: pcode as Pcode | null }],
    }).match(row([null, 'Afar'], [null, 'GARADA']));
  test('a chosen unit', () => expect(decide('ET0202')).toMatchObject({ unit: { pcode: 'ET0202' }, method: 'human', question: null }));
  test('not placeable stays at the certain level and is not asked again', () =>
    expect(decide(null)).toMatchObject({ unit: { pcode: 'ET02' }, stated: 2, question: null }));
});
