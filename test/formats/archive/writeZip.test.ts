import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import readXlsx from 'read-excel-file/node';
import { writeZip } from '../../../server/formats/archive/writeZip.ts';
import { writeWorkbook } from '../../../server/formats/tables/workbook.ts';
import { xlsxBytes } from '../../../server/sample/xlsx.ts';

const folder = mkdtempSync(join(tmpdir(), 'codmap-zip-'));
afterAll(() => rmSync(folder, { recursive: true }));
const has = (command: string) => {
  try {
    execFileSync(command, ['--help'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

const long = Array.from({ length: 5000 }, (_, i) => `row ${i} of ${'words '.repeat(i % 97)}\n`);
const binary = Uint8Array.from({ length: 3 << 20 }, (_, i) => (i * 2_654_435_761) >>> 13);
/** Long texts, bytes, both in turn, nothing at all, and names in other scripts. */
const FILES = [
  { name: 'long.txt', pieces: long },
  { name: 'folder/bytes.bin', pieces: [binary] },
  { name: 'in turn.bin', pieces: ['before ', binary.subarray(0, 10), ' between ', binary.subarray(10, 20), ' after'] },
  { name: 'empty', pieces: [] },
  { name: 'محافظات.csv', pieces: ['حلب', '\n'] },
];
const bytesOf = (pieces: (string | Uint8Array)[]) => Buffer.concat(pieces.map((piece) => Buffer.from(piece)));

describe('a ZIP that is written', () => {
  const zip = writeZip(FILES);
  const path = join(folder, 'a.zip');
  writeFileSync(path, zip);

  test('gives its entries back', () => {
    const read = unzipSync(zip);
    expect(Object.keys(read)).toEqual(FILES.map(({ name }) => name));
    for (const { name, pieces } of FILES) expect(Buffer.from(read[name]!).equals(bytesOf(pieces))).toBe(true);
  });

  test.skipIf(!has('unzip'))('is whole to unzip', () => expect(execFileSync('unzip', ['-t', path], { encoding: 'utf8' })).toMatch(/No errors detected/));

  test.skipIf(!has('python3'))('is whole to Python, names and dates too', () => {
    const code = `import json, sys, zipfile
z = zipfile.ZipFile(sys.argv[1])
print(json.dumps([z.testzip(), [[i.filename, i.file_size, i.date_time] for i in z.infolist()]]))`;
    const [bad, entries] = JSON.parse(execFileSync('python3', ['-c', code, path], { encoding: 'utf8' })) as [null, unknown[]];
    expect(bad).toBeNull();
    expect(entries).toEqual(FILES.map(({ name, pieces }) => [name, bytesOf(pieces).length, [1980, 1, 1, 0, 0, 0]]));
  });

  test('is the same bytes in every time zone', () => {
    const code = `import { writeZip } from './server/formats/archive/writeZip.ts';
import { createHash } from 'node:crypto';
console.log(createHash('sha256').update(writeZip([{ name: 'a', pieces: ['text'] }])).digest('hex'));`;
    const run = (TZ: string) => execFileSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8', env: { ...process.env, TZ } });
    expect(new Set(['UTC', 'Asia/Kabul', 'America/Port-au-Prince', 'Pacific/Kiritimati'].map(run)).size).toBe(1);
  });
});

describe('a workbook that is written', () => {
  const [date, text] = ['2026-03-01', 'A & B < "C"'];
  const workbooks = {
    download: writeWorkbook([
      {
        name: 'levels',
        rows: 2,
        columns: [
          { name: 'name', type: 'text', values: [text, null] },
          { name: 'people', type: 'number', values: [0, 12.5] },
        ],
      },
    ]),
    sample: xlsxBytes([
      {
        name: 'levels',
        rows: [
          ['name', 'people'],
          [text, 0],
          [null, 12.5],
        ],
      },
    ]),
  };

  test.each(Object.entries(workbooks))('%s: opens in another reader', async (_, bytes) => {
    const sheets = await readXlsx(Buffer.from(bytes));
    expect(sheets[0]!.data).toEqual([
      ['name', 'people'],
      [text, 0],
      [null, 12.5],
    ]);
  });

  test('the sample keeps its dates', async () => {
    const [sheet] = await readXlsx(Buffer.from(xlsxBytes([{ name: 'a', rows: [[{ date }]] }])));
    expect(sheet!.data).toEqual([[new Date(date)]]);
  });
});
