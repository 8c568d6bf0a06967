/** By which version of the boundaries a file is coded: the one whose codes explain most rows; a doubt only where a row hangs on it. */
import { describe, expect, test } from 'vitest';
import { chainFates, fatesOfChanges } from '../../server/contract/boundaries/heirs.ts';
import type { VersionTag } from '../../server/contract/ids.ts';
import type { PresenceRole } from '../../server/contract/presence/columns.ts';
import { estimateCoded, type Edition } from '../../server/presence/coded/estimate.ts';
import { changesOf } from '../helpers/carry.ts';
import { ingestText, SMALL, named } from '../helpers/presence.ts';

const edition = (version: string, ...codes: string[]): Edition => ({
  version: version as VersionTag,
  validOn: null,
  codes: new Map([
    [1, new Set(codes.map((code) => code.slice(0, 3)))],
    [2, new Set(codes)],
  ]),
});
/** v01 → v02: A1 gives ground to A9; v02 → v03: B1 is recoded to B7. */
const V01 = edition('v01', 'AX1', 'AX2', 'BX1');
const V02 = edition('v02', 'AX1', 'AX2', 'AX9', 'BX1');
const V03 = edition('v03', 'AX1', 'AX2', 'AX9', 'BX7');
const FIRST = fatesOfChanges({ levels: [changesOf(2, [['AX1', 'AX1', 'split-off', 0.6], ['AX1', 'AX9', 'split-off', 0.4], ['AX2', 'AX2', 'unchanged'], ['BX1', 'BX1', 'unchanged']])] }); // prettier-ignore
const SECOND = fatesOfChanges({ levels: [changesOf(2, [['AX1', 'AX1', 'unchanged'], ['AX2', 'AX2', 'adjusted', 0.99], ['AX9', 'AX9', 'unchanged'], ['BX1', 'BX7', 'recoded']])] }); // prettier-ignore
const fatesBetween = (older: string, newer: string) => chainFates([...(older === 'v01' ? [FIRST] : []), ...(newer === 'v03' ? [SECOND] : [])]);
const asked = { editions: [V03, V02, V01], fatesBetween };
const ROLES: PresenceRole[] = [{ is: 'place', level: 2, part: 'code' }, { is: 'activity' }];
const tableOf = (...codes: (string | null)[]) => ({
  rows: codes.length,
  columns: [{ name: 'code', hxl: null, cells: codes }, { name: 'what', hxl: null, cells: codes.map(() => 'AX1') }] as never, // prettier-ignore
});
const repeat = (code: string, times: number) => Array.from({ length: times }, () => code);

describe('the version', () => {
  test.each([
    ['has the code that the others have not', ['AX1', 'BX7'], 'v03', 'codes', 0],
    ['is older where its codes are gone since', ['AX9', 'BX1', ' bx1 '], 'v02', 'codes', 0],
    ['is the newest where nothing hangs on it, nor is a border drawn anew anything', ['AX2', null, 'AX2'], 'v03', 'same', 0],
    ['is asked where a unit of the same code is other ground', ['AX1', 'AX2'], 'v03', 'asked', 1],
    ['is asked over versions between', ['AX1', 'BX1', 'BX1'], 'v02', 'asked', 1],
    ['is the newest of a file without any of its codes', ['QQ1', 'QQ2', null], 'v03', 'same', 0],
  ])('%s', (_name, codes, version, how, differing) => {
    expect(estimateCoded(tableOf(...codes), ROLES, asked)).toMatchObject({
      version,
      how,
      differing,
      editions: [{ version: 'v03' }, { version: 'v02' }, { version: 'v01' }],
    });
  });

  test('is in doubt up to a hundredth of the rows, and not beyond', () => {
    const rows = (strange: number) => tableOf(...repeat('AX1', 200 - strange), ...repeat('AX9', strange));
    expect(estimateCoded(rows(2), ROLES, asked)).toMatchObject({
      how: 'asked',
      differing: 198,
      editions: [{ explained: 200 }, { explained: 200 }, { explained: 198 }],
    });
    expect(estimateCoded(rows(3), ROLES, asked)).toMatchObject({ version: 'v03', how: 'same' });
  });

  test('is what a person says, now or of the file before', () => {
    expect(estimateCoded(tableOf('AX1', 'BX7'), ROLES, { ...asked, said: 'v01' as VersionTag })).toMatchObject({ version: 'v01', how: 'said', rows: 2 });
    expect(estimateCoded(tableOf('AX1'), ROLES, { ...asked, before: 'v01' as VersionTag })).toMatchObject({ version: 'v01', how: 'before' });
    expect(estimateCoded(tableOf('AX1', 'BX7'), ROLES, { ...asked, before: 'v01' as VersionTag })).toMatchObject({ version: 'v03', how: 'codes' });
  });

  test('is found by a column of codes that nobody knows as one, in a scheme of before', () => {
    const old = edition('v01', 'EX175304000', 'EX175305000');
    const now = edition('v02', 'EX1705304', 'EX1705305');
    const table = tableOf('EX175304000', 'EX175305000');
    expect(estimateCoded(table, [{ is: 'ignore' }, { is: 'activity' }], { editions: [now, old], fatesBetween })).toMatchObject({
      version: 'v01',
      how: 'codes',
      rows: 2,
    });
  });

  test('is not asked where there is one', () => {
    expect(estimateCoded(tableOf('AX1'), ROLES, { editions: [V03], fatesBetween })).toBeNull();
  });
});

test('a decision for a unit that these boundaries do not have closes no row: it stays where its code says', async () => {
  const text = 'Organisation,District,District Pcode\nRelief One,Bo,EX0101\nHelp Two,Kailahun,EX0102\n';
  const decision = { level: 2 as const, code: 'EX0102', name: 'Kailahun', parent: 'EX' as never, pcode: 'EX0109' as never, by: 'ann', at: '' };
  const memory = { places: [decision], sectors: [], orgTypes: [], organisations: [], distinct: [], profiles: [] };
  const { data } = await ingestText(text, SMALL, { memory });
  expect(data.units.map(({ pcode }) => pcode)).toContain('EX0102');
  const there = await ingestText(text, [...SMALL.slice(0, 2), { level: 2, units: [...SMALL[2]!.units, named(2, 'EX0109', 'EX01', 'Luawa')] }], { memory });
  expect(there.data.units.map(({ pcode }) => pcode)).toContain('EX0109');
});
