import { describe, expect, test } from 'vitest';
import { findScheme } from '../../../server/boundaries/change/codes.ts';
import { seededRandom } from '../../helpers/random.ts';

const two = (value: number) => String(value).padStart(2, '0');
const many = (count: number, make: (i: number) => [string, string]) => Array.from({ length: count }, (_, i) => make(i));

describe('findScheme', () => {
  const random = seededRandom(4);
  const psgc = many(300, () => {
    const [region, province, place] = [1 + random(17), 1 + random(90), 1 + random(40)].map(two);
    return [`PH${region}${province}${place}000`, `PH${region}0${province}${place}`];
  });

  test('PH175304000 → PH1705304 is one rule', () => {
    const scheme = findScheme(psgc)!;
    expect(scheme).toMatchObject({ rules: [{ from: 'PHaabbbb000', to: 'PHaa0bbbb', units: 300 }], units: 300, exceptions: [] });
    expect(scheme.apply('PH175304000')).toBe('PH1705304');
    expect(scheme.apply('PH175304001'), 'another ending follows no rule').toBeNull();
    expect(scheme.apply('PH1753'), 'nor does another length').toBeNull();
  });

  test('units that follow no rule are named', () => {
    const scheme = findScheme([...psgc.slice(0, 95), ['PH010101000', 'PH9900001'], ['PH010102000', 'PH010102000']])!;
    expect(scheme).toMatchObject({
      units: 95,
      exceptions: [
        { before: 'PH010101000', after: 'PH9900001' },
        { before: 'PH010102000', after: 'PH010102000' },
      ],
    });
  });

  test('a rule for each length of code; delimiters and prefixes', () => {
    const rules = (pairs: [string, string][]) => findScheme(pairs)?.rules.map(({ from, to }) => `${from} → ${to}`);
    expect(rules([...many(9, (i): [string, string] => [`NP${i}`, `NP0${i}`]), ...many(40, (i): [string, string] => [`NP1${two(i)}`, `NP0${two(i)}`])])).toEqual(
      ['NPa → NP0a', 'NP1aa → NP0aa'],
    );
    expect(rules(many(30, (i) => [`HT${two(i)}-${two(30 - i)}`, `HT${two(i)}${two(30 - i)}`]))).toEqual(['HTaa-bb → HTaabb']);
  });

  test('codes without a rule, few codes, and codes that mostly stayed have none', () => {
    const seen = new Set<string>();
    const other = () => {
      let code: string;
      do code = `XX${1000 + random(9000)}`;
      while (seen.has(code));
      seen.add(code);
      return code;
    };
    expect(findScheme(many(60, (i) => [`XX${1000 + i}`, other()]))).toBeNull();
    expect(findScheme(psgc.slice(0, 4))).toBeNull();
    expect(findScheme([...psgc.slice(0, 20), ...many(60, (i): [string, string] => [`PH${i}`, `PH${i}`])])).toBeNull();
  });

  test('a rule that gives many units one code is none', () => {
    expect(findScheme(many(50, (i) => [`XX${two(i)}`, 'XX01']))).toBeNull();
  });
});
