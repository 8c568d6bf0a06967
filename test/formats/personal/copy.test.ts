import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import type { PersonalFinding } from '../../../server/contract/uploads/personal.ts';
import { writeWithout } from '../../../server/formats/personal/clean/copy.ts';
import { findPersonalData } from '../../../server/formats/personal/find.ts';
import { bytesSource } from '../../../server/formats/raw.ts';
import { cellText } from '../../../server/formats/tables/rawTable.ts';
import { readTables } from '../../../server/formats/tables/table.ts';
import { MARKERS, PEOPLE, personalWorkbook } from '../../helpers/uploads/personalWorkbook.ts';
import { zipOf } from '../../helpers/tables/workbook.ts';

const NAME = 'xnv_3w.xlsx';
const fileOf = (bytes: Uint8Array, name = NAME) => ({ name, source: bytesSource(bytes) });
const text = (content: string, name: string) => fileOf(Buffer.from(content), name);
/** Everything that a copy holds, unpacked, as one text. */
const insides = (zip: Uint8Array) =>
  Object.entries(unzipSync(zip))
    .map(([name, bytes]) => `${name}\n${Buffer.from(bytes).toString('utf8')}`)
    .join('\n');
const leftIn = (bytes: Uint8Array) => MARKERS.filter((marker) => insides(bytes).includes(marker));

describe('a workbook with people in every corner', () => {
  let findings: PersonalFinding[];
  beforeAll(async () => (findings = await findPersonalData([fileOf(personalWorkbook())])));

  test('each is found, with its place, its number and nothing that gives it away', () => {
    expect(
      findings.map(({ kind, place, count, isPerson, removable }) => [kind, place.is === 'column' ? place.column : place.is === 'outside' || place.is === 'sheet' ? place.sheet : place.is, count, isPerson, removable]), // prettier-ignore
    ).toEqual([
      ['name', 'E', 3, true, true],
      ['email', 'F', 3, true, true],
      ['phone', 'G', 3, true, true],
      ['email', 'A', 1, true, true],
      ['author', 'document', 2, true, true],
      ['property', 'document', 2, true, true],
      ['author', 'document', 2, true, true],
      ['comment', 'document', 2, true, true],
      ['threaded-person', 'document', 1, true, true],
      ['email', 'document', 1, true, true],
      ['link', 'document', 1, true, true],
      ['email', 'text', 1, true, true],
      ['hidden-sheet', 'Lists', 1, false, true],
      ['macro', 'document', 1, false, true],
    ]);
    expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length);
    const told = JSON.stringify(findings);
    for (const marker of MARKERS) expect(told).not.toContain(marker);
    expect(findings[0]).toMatchObject({ example: 'T*** M***', evidence: { heading: true, share: 1 }, place: { sheet: 'Data', heading: 'Focal point' } });
  });

  test('a copy without all of it holds none of it anywhere, and every other cell as it was', async () => {
    const { copies, removed } = await writeWithout(
      [fileOf(personalWorkbook())],
      findings.map(({ id }) => id),
    );
    const copy = copies.get(NAME)!;
    expect(leftIn(copy)).toEqual([]);
    expect(removed.length).toBe(findings.length);
    const [table] = await readTables(fileOf(copy));
    expect(table!.columns.map(({ name, cells }) => [name, cells.map((cell) => cellText(cell))])).toEqual([
      ['Organisation', ['Save the Rivers', 'Relief North', 'Water for All']],
      ['Cluster', ['WASH', 'WASH', 'WASH']],
      ['Admin1 name', ['Novara North', 'Novara South', 'Novara East']],
      ['Admin1 pcode', ['XN01', 'XN02', 'XN03']],
      ['Focal point', ['', '', '']],
      ['E-mail', ['', '', '']],
      ['Telephone', ['', '', '']],
      ['Beneficiaries', ['100', '200', '300']],
    ]);
    // Other links stay; parts that held copies or comments are gone with all that led to them.
    expect(insides(copy)).toContain('https://example.org/');
    expect(Object.keys(unzipSync(copy)).filter((name) => /comment|person|pivot|vba|custom|vml/i.test(name))).toEqual([]);
    expect((await findPersonalData([fileOf(copy)])).filter(({ isPerson }) => isPerson)).toEqual([]);
  });

  test.each([
    ['authors only', (finding: PersonalFinding) => finding.kind === 'author', [PEOPLE.author, PEOPLE.saver, PEOPLE.refresher, PEOPLE.folder]],
    ['comments only', (finding: PersonalFinding) => finding.kind === 'comment', [PEOPLE.commenter, PEOPLE.thread]],
    ['one column only', (finding: PersonalFinding) => finding.kind === 'phone', [...PEOPLE.phone, PEOPLE.refresher]],
  ])('what is not ticked stays: %s', async (_, isChosen, gone) => {
    const ids = findings.filter(isChosen).map(({ id }) => id);
    const { copies } = await writeWithout([fileOf(personalWorkbook())], ids);
    const left = leftIn(copies.get(NAME)!);
    for (const marker of gone) expect(left).not.toContain(marker);
    expect(left).toEqual(MARKERS.filter((marker) => !(gone as readonly string[]).includes(marker)));
  });

  test('inside a zip of tables the copy is written in its place', async () => {
    const zip = zipOf([
      { name: 'a/xnv.xlsx', data: personalWorkbook() },
      { name: 'readme.txt', data: 'as it came' },
    ]);
    const file = fileOf(zip, 'all.zip');
    const ids = (await findPersonalData([file])).filter(({ removable }) => removable).map(({ id }) => id);
    const copy = (await writeWithout([file], ids)).copies.get('all.zip')!;
    const members = unzipSync(copy);
    expect(Object.keys(members)).toEqual(['a/xnv.xlsx', 'readme.txt']);
    expect(leftIn(members['a/xnv.xlsx']!)).toEqual([]);
    expect(Buffer.from(members['readme.txt']!).toString()).toBe('as it came');
  });

  test('an id of nothing is refused', async () => {
    await expect(writeWithout([fileOf(personalWorkbook())], ['nothing'])).rejects.toMatchObject({ code: 'upload.personal-unknown' });
  });
});

describe('CSV', () => {
  const CSV = (end: string) =>
    ['Organisation;Contact person;Courriel;"Notes;more"', 'Rivers;Ada Marker;ada@example.org;"call ""Bo""', 'now"', 'Wells;"Bo ""B"" Marker";;', 'Seeds;Cy Marker;cy@example.org;write to me: dee@example.org', ''].join(end); // prettier-ignore
  test.each([
    ['line feeds', '\n', 'utf8'],
    ['carriage returns and line feeds', '\r\n', 'utf8'],
    ['UTF-16 with a mark', '\n', 'utf16le'],
  ] as const)('cells go, every other byte stays: %s', async (_, end, encoding) => {
    const mark = encoding === 'utf16le' ? '\ufeff' : '';
    const file = fileOf(Buffer.from(mark + CSV(end), encoding), 'xnv.csv');
    const findings = await findPersonalData([file]);
    expect(findings.map(({ kind, place, count }) => [kind, (place as { column: string }).column, count])).toEqual([
      ['name', 'B', 3],
      ['email', 'C', 2],
      ['email', 'D', 1],
    ]);
    const copy = (await writeWithout([file], findings.map(({ id }) => id))).copies.get('xnv.csv')!; // prettier-ignore
    expect(Buffer.from(copy).toString(encoding)).toBe(
      mark + ['Organisation;Contact person;Courriel;"Notes;more"', 'Rivers;;;"call ""Bo""', 'now"', 'Wells;;;', 'Seeds;;;', ''].join(end),
    );
  });

  test.each([
    ['organisations', 'Implementing partner,Contact organisation\nSave the Rivers,Relief North\nWater for All,Seeds Company'],
    ['places', 'Site name,Village\nSanta Maria,Abu Hassan\nSan José,Kafr Ahmed'],
    ['codes of enumerators', 'Enumerator,Team\nENU_01,A\nENU_02,B'],
    ['clusters that are responsible', 'Responsable,Valeur\nCluster WASH,1\nMinistère de la Santé,2'],
    ['boxes of offices', 'Organisation,Email\nRivers,info@example.org\nSeeds,imwg@example.org'],
    ['numbers of people', 'Admin1,Population\nNorth,1234567\nSouth,98765432'],
    ['counts of focal points', 'Admin1,Number of focal points\nNorth,3\nSouth,4'],
  ])('no person is seen in %s', async (_, csv) => expect(await findPersonalData([text(csv, 'xnv.csv')])).toEqual([]));

  test.each([
    ['Arabic', 'المنظمة,اسم المسؤول,رقم الهاتف\nأنهار,أحمد علي حسن,0911555001\nبذور,سارة محمد عمر,0911555002', ['name', 'phone']],
    ['Portuguese', 'Organização;Ponto focal;Telemóvel\nRios;Ana de Souza;911 555 001\nSementes;João da Cruz Lima;911 555 002', ['name', 'phone']],
    ['a list of names beside their addresses', 'Name,Email,Site\nAda Marker,ada@example.org,North\nBo Marker,bo@example.org,South', ['name', 'email']],
    ['an address above the table', 'Questions: ada@example.org\n\nadmin1,value\nNorth,1\nSouth,2\n', ['email']],
  ])('%s', async (_, csv, kinds) => expect((await findPersonalData([text(csv, 'xnv.csv')])).map(({ kind }) => kind)).toEqual(kinds));
});
