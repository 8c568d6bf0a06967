/** Every code that a row of a 3W can have has a name in every language, and none has a name that is no code. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LANGS } from '../../../../server/contract/languages.ts';
import { createOrgTypeTable, createSectorTable } from '../../../../server/matching/sectors.ts';
import english from '../../../../server/words/en/interface/codes.ts';

const sectors = createSectorTable(readFileSync('data/sectors.csv', 'utf8'));
const types = createOrgTypeTable(readFileSync('data/org-types.csv', 'utf8'));
const ids = [...sectors.entries.map(({ code }) => `sector.${code}`), ...types.entries.map(({ code }) => `org-type.${code}`)];

test('the lists have the codes that have names', () => expect(ids).toEqual(Object.keys(english)));

test.each(LANGS)('%s: a name is read back as its code', (lang) => {
  for (const { code, names } of sectors.entries) expect(sectors.match(names[lang]), names[lang]).toEqual({ kind: 'certain', code });
  for (const { code, names } of types.entries) expect(types.match(names[lang]), names[lang]).toEqual({ kind: 'certain', code });
});
