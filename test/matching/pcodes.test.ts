import { describe, expect, test } from 'vitest';
import type { AdminLevel, Iso3 } from '../../server/contract/ids.ts';
import { findPcode, indexPcodes, nearPcodes } from '../../server/matching/pcodes.ts';
import type { CodedUnit } from '../../server/matching/pcodes.ts';

const levelsOf = (...codes: CodedUnit[][]) => codes.map((units, level) => ({ level: level as AdminLevel, units }));
const under = (parentPcode: string | null, ...pcodes: string[]) => pcodes.map((pcode) => ({ pcode, parentPcode }));

const tcd = indexPcodes(
  levelsOf(under(null, 'TCD'), under('TCD', 'TCD01', 'TCD14'), [...under('TCD01', 'TCD0101', 'TCD0110'), ...under('TCD14', 'TCD1401')]),
  'TCD' as Iso3,
);
const bgd = indexPcodes(levelsOf(under(null, '50'), under('50', '10', '20'), under('10', '1004', '1006')), 'BGD' as Iso3);
const odd = indexPcodes(levelsOf(under(null, 'MMR'), under('MMR', 'MMR001', 'MMR011'), under('MMR001', 'MMR001D001', 'MMR001D011')), 'MMR' as Iso3);
const sle = indexPcodes(levelsOf(under(null, 'SL'), under('SL', 'SL01', 'SL02'), under('SL01', 'SL0101', 'SL0102', 'SL0110')), 'SLE' as Iso3);
const tjk = indexPcodes([{ level: 2, units: under('TJ35', '3501263', '3501264') }], 'TJK' as Iso3);
const haiti = indexPcodes([{ level: 2, units: under('HT08', 'HT0811-07', 'HT0811-08') }], 'HTI' as Iso3);

describe('findPcode', () => {
  test.each([
    ['exact', tcd, 'TCD14', 1, 'TCD14', []],
    ['Chad: ISO2 for ISO3', tcd, 'TD14', 1, 'TCD14', ['prefix']],
    ['ISO2 for ISO3, second level', tcd, 'TD1401', 2, 'TCD1401', ['prefix']],
    ['Bangladesh: prefix missing in the boundaries', bgd, 'BD1004', 2, '1004', ['prefix']],
    ['ISO3 where there is none', bgd, 'BGD10', 1, '10', ['prefix']],
    ['lower case', sle, 'sl0101', 2, 'SL0101', ['spelling']],
    ['blanks and dashes', sle, ' SL 01-02 ', 2, 'SL0102', ['spelling']],
    ['a number with decimals', bgd, '1004.0', 2, '1004', ['decimal']],
    ['a lost zero', sle, 'SL101', 2, 'SL0101', ['zeros']],
    ['a lost zero in the last segment', sle, 'SL011', 2, 'SL0101', ['zeros']],
    ['prefix and zero lost', sle, '101', 2, 'SL0101', ['prefix', 'zeros']],
    ['a zero too many', sle, 'SL0010', 1, null, []],
    ['a zero too many in front', sle, 'SL001', 1, 'SL01', ['zeros']],
    ['letters inside', odd, 'MMR001D001', 2, 'MMR001D001', []],
    ['letters inside, ISO2', odd, 'MM001D001', 2, 'MMR001D001', ['prefix']],
    ['numbers only', tjk, '3501263', 2, '3501263', []],
    ['a dash that belongs', haiti, 'HT0811-07', 2, 'HT0811-07', []],
    ['a dash that got lost', haiti, 'HT081107', 2, 'HT0811-07', ['spelling']],
    ['another unit, though it looks alike', sle, 'SL0103', 2, null, []],
    ['a code of another level', sle, 'SL0101', 1, null, []],
    ['a contested area stays what it is', sle, 'SL9902', 2, null, []],
    ['another country', sle, 'LR0101', 2, null, []],
    ['scientific notation has lost its digits', bgd, '1.00E+03', 2, null, []],
    ['nothing', sle, '', 2, null, []],
  ] as const)('%s', (_, index, written, level, pcode, repairs) => {
    expect(findPcode(index, written, level)).toEqual(pcode === null ? undefined : { pcode, level, repairs });
  });

  test('two codes that differ only by what a repair ignores are never repaired to either', () => {
    const twins = indexPcodes([{ level: 1, units: under(null, 'SL01', 'sl-01', 'SLE02', 'SL02') }], 'SLE' as Iso3);
    expect(findPcode(twins, 'Sl 01', 1)?.pcode).toBe('SL01');
    expect(findPcode(twins, '02', 1)).toBeUndefined();
  });

  test('every repair of every damaged code leads back to it or nowhere', () => {
    const units = Array.from({ length: 40 }, (_, i) =>
      under(`SL${String((i % 4) + 1).padStart(2, '0')}`, `SL${String((i % 4) + 1).padStart(2, '0')}${String(i + 1).padStart(2, '0')}`),
    ).flat();
    const index = indexPcodes(
      [
        { level: 1, units: under(null, 'SL01', 'SL02', 'SL03', 'SL04') },
        { level: 2, units },
      ],
      'SLE' as Iso3,
    );
    let repaired = 0;
    for (const { pcode } of units) {
      for (const damaged of [
        pcode.toLowerCase(),
        pcode.slice(2),
        `SLE${pcode.slice(2)}`,
        pcode.slice(2).replace(/^0/, ''),
        `SL${pcode.slice(3)}`,
        ` ${pcode} `,
      ]) {
        const match = findPcode(index, damaged, 2);
        if (match) expect([damaged, match.pcode]).toEqual([damaged, pcode]);
        if (match) repaired++;
      }
    }
    expect(repaired).toBe(units.length * 6);
  });
});

describe('nearPcodes', () => {
  test('the nearest first, nothing far', () => {
    expect(nearPcodes(sle, 'SL0103', 2, 2)).toEqual(['SL0101', 'SL0102']);
    expect(nearPcodes(tcd, 'TD0111', 2)).toEqual(['TCD0101', 'TCD0110']);
    expect(nearPcodes(sle, 'XX999999', 2)).toEqual([]);
  });
});
