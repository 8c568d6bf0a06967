import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AdminUnit, Gazetteer } from '../../server/contract/admin.ts';
import type { AdminLevel, Pcode } from '../../server/contract/ids.ts';
import { createNameIndex } from '../../server/matching/names.ts';
import { foldName, toNameKey } from '../../server/matching/fold.ts';
import { editDistance, likeness } from '../../server/matching/similarity.ts';

function unit(level: AdminLevel, pcode: string, parent: string | null, ...names: string[]): AdminUnit {
  return {
    level,
    pcode: pcode as Pcode,
    parentPcode: parent as Pcode | null,
    names: names.map((name) => ({ lang: 'und', name })),
    validOn: null,
    validTo: null,
    areaSqKm: 1,
    center: [0, 0],
    bbox: [0, 0, 1, 1],
  };
}

const gazetteer: Gazetteer = {
  levels: [
    { level: 0, units: [unit(0, 'XA', null, 'Xa')] },
    { level: 1, units: [unit(1, 'XA01', 'XA', 'Kivu'), unit(1, 'XA02', 'XA', 'Guéra')] },
    {
      level: 2,
      units: [
        unit(2, 'XA0101', 'XA01', 'Oïcha', 'أويشا'),
        unit(2, 'XA0102', 'XA01', 'Adola'),
        unit(2, 'XA0103', 'XA01', 'Adola town'),
        unit(2, 'XA0104', 'XA01', 'Zone 2'),
        unit(2, 'XA0105', 'XA01', 'Zone 3'),
        unit(2, 'XA0106', 'XA01', 'Northern Bahrelgazal'),
        unit(2, 'XA0107', 'XA01', 'Southern Bahrelgazal'),
        unit(2, 'XA0108', 'XA01', 'Malinabougou'),
        unit(2, 'XA0201', 'XA02', 'Mongo'),
        unit(2, 'XA0202', 'XA02', 'Adola'),
        unit(2, 'XA0203', 'XA02', 'محافظة صنعاء'),
        unit(2, 'XA0204', 'XA02', 'Київський район'),
      ],
    },
  ],
};
const index = createNameIndex(gazetteer);
const codes = (units: AdminUnit[]) => units.map((each) => each.pcode);

describe('folding', () => {
  test.each([
    ['Oïcha', 'oicha'],
    ['Kasaï-Central', 'kasai central'],
    ["Ma'rib", 'marib'],
    ['N’Djaména', 'ndjamena'],
    ['\u00a0Foo  Bar\u200f', 'foo bar'],
    ['Łódź', 'lodz'],
    ['ＡＢＣ', 'abc'],
    ['إدلب', 'ادلب'],
    ['مُحَافَظَة', 'محافظه'],
    ['منطقة ٣', 'منطقه 3'],
    ['ကချင်', 'ကချင်'],
  ])('%s → %s', (name, folded) => expect(foldName(name)).toBe(folded));

  test('folding twice changes nothing', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => foldName(foldName(text)) === foldName(text)));
  });
});

test('edit distance agrees with the recursive definition', () => {
  const slow = (a: string, b: string): number => {
    if (!a || !b) return a.length + b.length;
    const cost = a.at(-1) === b.at(-1) ? 0 : 1;
    let best = Math.min(slow(a.slice(0, -1), b) + 1, slow(a, b.slice(0, -1)) + 1, slow(a.slice(0, -1), b.slice(0, -1)) + cost);
    if (a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1)) best = Math.min(best, slow(a.slice(0, -2), b.slice(0, -2)) + 1);
    return best;
  };
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
  fc.assert(fc.property(word, word, (a, b) => editDistance(a, b) === slow(a, b)));
});

describe('exact names', () => {
  test('accents, case and script variants are the same spelling', () => {
    expect(codes(index.exact(2, 'oicha'))).toEqual(['XA0101']);
    expect(codes(index.exact(2, 'اويشا'))).toEqual(['XA0101']);
  });
  test('a name that two units bear is both of them, one inside a parent', () => {
    expect(codes(index.exact(2, 'ADOLA'))).toEqual(['XA0102', 'XA0202']);
    expect(codes(index.exact(2, 'ADOLA', 'XA02' as Pcode))).toEqual(['XA0202']);
    expect(codes(index.exact(2, 'ADOLA', 'XA' as Pcode))).toEqual(['XA0102', 'XA0202']);
  });
});

describe('accepting without a person', () => {
  const accepted = (name: string, parent: string) => index.accept(2, name, parent as Pcode)?.unit.pcode;
  test('one typo in a long name inside its parent', () => expect(accepted('Malinabogou', 'XA01')).toBe('XA0108'));
  test('not outside its parent', () => expect(accepted('Malinabogou', 'XA02')).toBeUndefined());
  test('a town beside the district of the same name is a doubt', () => expect(accepted('Adola twn', 'XA01')).toBeUndefined());
  test('another number is another place', () => {
    expect(accepted('Zone 4', 'XA01')).toBeUndefined();
    expect(accepted('Zone2', 'XA01')).toBe('XA0104');
    expect(accepted('Zone II', 'XA01')).toBe('XA0104');
  });
  test('another direction is another place', () => {
    expect(accepted('Northern Bahrelgazel', 'XA01')).toBe('XA0106');
    expect(accepted('Eastern Bahrelgazal', 'XA01')).toBeUndefined();
  });
  test('a locality of another name is not invented: Garada is not Guéra', () => {
    expect(index.accept(1, 'Garada', 'XA' as Pcode)).toBeUndefined();
    expect(accepted('Chari-Baguirmi', 'XA01')).toBeUndefined();
  });
  test('generic words in any script are not the name', () => {
    expect(accepted('صنعاء', 'XA02')).toBe('XA0203');
    expect(accepted('Київський', 'XA02')).toBe('XA0204');
  });
});

test('suggestions are ordered, each unit once, and stable', () => {
  const list = index.suggest(2, 'Adolla');
  expect(list.map((each) => each.unit.pcode)).toEqual(['XA0102', 'XA0202', 'XA0103']);
  expect(list.every((each, i) => i === 0 || each.rank <= list[i - 1]!.rank)).toBe(true);
});

test('likeness is symmetric', () => {
  fc.assert(fc.property(fc.string(), fc.string(), (a, b) => likeness(toNameKey(a), toNameKey(b)).score === likeness(toNameKey(b), toNameKey(a)).score));
});
