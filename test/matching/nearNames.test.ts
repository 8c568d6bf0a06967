/** A slip in a name that is searched for: near names are offered, others are not. */
import { expect, test } from 'vitest';
import { nearest } from '../../server/matching/similarity.ts';
import { foldName } from '../../server/matching/fold.ts';

const NAMES = ['Kampala', 'Kampala Central Division', 'Kamuli', 'Kamwenge', 'Wakiso', 'Nakapiripirit', 'Bo', 'Bonthe', 'N’Djaména', 'كمبالا'];
const units = NAMES.map((name, ord) => ({ level: 1, ord, search: `|ug${ord}|${foldName(name)}|` }));
const found = (q: string) => nearest(foldName(q), units).map(({ ord }) => NAMES[ord]);

test.each([
  ['kamplaa', ['Kampala', 'Kampala Central Division']],
  ['Kampalla', ['Kampala', 'Kampala Central Division']],
  ['Wakisso', ['Wakiso']],
  ['nakapiriprit', ['Nakapiripirit']],
  ['kampala centrl', ['Kampala Central Division']],
  ['Bonte', ['Bonthe']],
  ['ndjamna', ['N’Djaména']],
  ['كمبلا', ['كمبالا']],
  ['xyzzy', []],
  ['Bq', []],
  ['Kamuwenge', ['Kamwenge']],
  ['a'.repeat(100), []],
])('%s', (q, expected) => expect(found(q)).toEqual(expected));
