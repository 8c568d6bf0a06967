/**
 * `codmap ingest` of a workbook that names people: told and refused, kept, or stored as a copy without; nothing of it before that. Without boundaries a 3W
 * has an error, so that exit code 1 is that of a draft that was stored.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MARKERS, personalWorkbook } from '../helpers/uploads/personalWorkbook.ts';
import { codmap as runHere, type Run } from '../helpers/stores.ts';
import { zipOf } from '../helpers/tables/workbook.ts';

let folder: string;
let file: string;

/** In this process: of the two seconds that each took in one of its own, nearly all was its start. What a shell gets is tested in cli.test.ts. */
const codmap = (path: string, ...args: string[]): Promise<Run> =>
  runHere(['ingest', path, '--kind', '3w', '--country', 'XNV', ...args], join(folder, 'var'), {});
const namedIn = (text: string) => MARKERS.filter((marker) => text.includes(marker));
/** Every byte that the store holds, as text; workbooks are packed, so files are counted as well. */
function stored(): { files: number; text: string } {
  const root = join(folder, 'var');
  const files = existsSync(root) ? (readdirSync(root, { recursive: true }) as string[]).map((name) => join(root, name)).filter((path) => statSync(path).isFile()) : []; // prettier-ignore
  return { files: files.length, text: files.map((path) => `${path}\n${readFileSync(path).toString('latin1')}`).join('\n') };
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'codmap-personal-'));
  file = join(folder, 'xnv_3w.xlsx');
  writeFileSync(file, personalWorkbook());
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('said with place, number and id, masked; exit code 3, and nothing is stored', async () => {
  const { code, out, err } = await codmap(file);
  expect([code, out, namedIn(err), stored().files]).toEqual([3, '', [], 0]);
  expect(err).toContain('--keep-personal');
  expect(err).toContain('  xnv_3w.xlsx: phone 3 in Data, column G (Telephone), such as +25*** [xnv_3w.xlsx#Data#phone#G]');
  expect(err).toMatch(/Not of a person, but easily overlooked:\n {2}xnv_3w\.xlsx: hidden-sheet 1 Lists/);
});

test('--strip-personal stores a copy, says so, and no byte of what was removed is in the store', async () => {
  const { code, out, err } = await codmap(file, '--strip-personal', '--json');
  expect([code, (JSON.parse(out) as { personal: { is: string } }).personal.is]).toEqual([1, 'removed']);
  expect(err).toMatch(/Personal data removed from the stored files \(email 6, phone 3, name 3, .*\); the files as they came are not kept\./);
  expect(namedIn(stored().text)).toEqual([]);
});

test('--strip-personal with ids takes these out and no others', async () => {
  const one = await codmap(file, '--strip-personal', 'xnv_3w.xlsx#Data#phone#G');
  expect([one.code, one.err]).toEqual([1, expect.stringContaining('removed from the stored files (phone 3)')]);
});

test('--keep-personal keeps the file and says who can open it; both at once are refused', async () => {
  const kept = await codmap(file, '--keep-personal');
  expect([kept.code, kept.err]).toEqual([1, expect.stringMatching(/The stored files hold personal data \(.*author 4.*\); only members can open them\./)]);
  expect((await codmap(file, '--keep-personal', '--strip-personal')).code).toBe(2);
});

test('what cannot be looked into asks nothing, and is said', async () => {
  const zip = join(folder, 'xnv.zip');
  writeFileSync(zip, zipOf([{ name: 'xnv.csv', data: 'Organisation,Cluster,Admin1 name,Admin1 pcode\nRivers,WASH,North,XN01\nWells,WASH,South,XN02\n' }, { name: 'x.7z', data: Buffer.from([0x37, 0x7a, 0, 1]) }])); // prettier-ignore
  const { code, err } = await codmap(zip);
  expect([code, err]).toEqual([
    1,
    expect.stringContaining('Part of the files could not be searched for personal data (unsearched 1); only members can open them.'),
  ]);
});
