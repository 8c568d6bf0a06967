/** CSV, workbook and mail text read by programs that did not write them; and nothing in them runs as a formula. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import addressparser from 'nodemailer/lib/addressparser/index.js';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { LANGS } from '../../../server/contract/languages.ts';
import { noticeSentences } from '../../../server/contacts/files/file.ts';
import { writeContactsCsv, writeContactsJson, writeContactsText, writeContactsXlsx } from '../../../server/contacts/files/tables.ts';
import { aCard, aContact, aFile, hardCards, HARD_NAMES } from '../../helpers/contacts/cards.ts';

const cards = [...hardCards(), aCard('two', { name: 'Line one\nLine two', contacts: [aContact('phone', '0041 22')] })];
const names = cards.map(({ name }) => name);
/** What opens a formula gets an apostrophe, which spreadsheets take for "this is text". */
const guarded = (text: string) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

describe('CSV', () => {
  const bytes = writeContactsCsv(aFile(cards));
  const rows = parse(Buffer.from(bytes), { bom: true, columns: true, record_delimiter: '\r\n' }) as Record<string, string>[];

  test('every name comes back, formulas guarded', () => {
    expect(rows.map((row) => row['name'])).toEqual(names.map(guarded));
    expect(rows.map((row) => row['name'])).toContain(`'=HYPERLINK("http://x","y")`);
    expect(rows.map((row) => row['name'])).toContain(`"O''Neil, Jr"`);
    expect(rows.map((row) => row['phone'])).toEqual([...HARD_NAMES.map((_, i) => `'+41 22 917 ${1000 + i}`), '0041 22']);
  });
  test('no field opens a formula', () => {
    const fields = parse(Buffer.from(bytes), { bom: true, record_delimiter: '\r\n' }) as string[][];
    expect(fields.flat().filter((field) => /^[=+\-@\t\r]/.test(field))).toEqual([]);
  });
  test('as RFC 4180 has it: CR LF, quotes doubled, as many fields in each record, the notice in each', () => {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    expect(text.startsWith('\uFEFFname,given_name,')).toBe(true);
    expect(text).toContain(`"'=HYPERLINK(""http://x"",""y"")"`);
    for (const row of rows) expect(row['notice']).toContain('For Amina, 14 May 2026. Valid until 13 June 2026. Not to be forwarded publicly.');
  });
  test('without anybody it still says what is left out', () => {
    const empty = aFile([], { leftOut: { persons: 3, fields: 0, why: { hidden: 1, withheld: 2, consent: 0, classification: 0 } } });
    expect(new TextDecoder().decode(writeContactsCsv(empty))).toContain(
      '1 person is left out: not confirmed, or hidden at their own wish. 2 persons are left out: not shown to you.',
    );
  });

  const office = ['soffice', 'libreoffice'].find((name) => {
    try {
      execFileSync(name, ['--version'], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  });
  test.skipIf(office === undefined)('LibreOffice opens it and writes it back with the same names (needs soffice)', () => {
    const folder = mkdtempSync(join(tmpdir(), 'codmap-csv-'));
    try {
      writeFileSync(join(folder, 'in.csv'), bytes);
      execFileSync(office!, [
        '--headless',
        '--convert-to',
        'csv:Text - txt - csv (StarCalc):44,34,76',
        '--outdir',
        join(folder, 'out'),
        join(folder, 'in.csv'),
      ]);
      const back = parse(readFileSync(join(folder, 'out', 'in.csv')), { columns: true, bom: true }) as Record<string, string>[];
      expect(back.map((row) => row['name']?.replace(/^'/, ''))).toEqual(names.map((name) => guarded(name).replace(/^'/, '')));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
  test('Python reads it too: names, a line within one, as many fields everywhere', () => {
    const script = 'import csv,io,json,sys\nprint(json.dumps(list(csv.reader(io.TextIOWrapper(sys.stdin.buffer,encoding="utf-8-sig",newline="")))))';
    const read = JSON.parse(execFileSync('/usr/bin/env', ['python3', '-c', script], { input: Buffer.from(bytes), encoding: 'utf8' })) as string[][];
    expect(read.slice(1).map(([name]) => name)).toEqual(names.map(guarded));
    expect(new Set(read.map((row) => row.length)).size).toBe(1);
  });
});

describe('workbook', () => {
  test('names and phones are texts, as they are; a second sheet says what it is', async () => {
    const bytes = await writeContactsXlsx(aFile(cards));
    const [first, second] = (await readXlsxFile(Buffer.from(bytes))) as { sheet: string; data: unknown[][] }[];
    const heading = first!.data[0] as string[];
    const column = (name: string) => first!.data.slice(1).map((row) => row[heading.indexOf(name)]);
    expect(column('Name')).toEqual(names);
    expect(column('Phone')).toEqual([...HARD_NAMES.map((_, i) => `+41 22 917 ${1000 + i}`), '0041 22']);
    expect([first!.sheet, second!.sheet]).toEqual(['Contacts', 'About this file']);
    expect(second!.data.flat()).toEqual(['WASH Cluster', 'For Amina, 14 May 2026.', 'Valid until 13 June 2026.', 'Not to be forwarded publicly.', 'Nothing is left out.']); // prettier-ignore
  });
});

describe('text for a mail program', () => {
  const text = writeContactsText(aFile(cards));
  const list = text.split('\r\n').find((line) => line.startsWith('"'))!;
  test('one line of addresses that a mail program takes apart as they were', () => {
    const parsed = addressparser(list.replaceAll('>;', '>,'), { flatten: true }) as { name: string; address: string }[];
    expect(parsed.map(({ address }) => address)).toEqual(HARD_NAMES.map((_, i) => `person${i}@example.org`));
    const plain = HARD_NAMES.map((name, i) => [name, i] as const).filter(([name]) => !/["\\]/.test(name));
    for (const [name, i] of plain) expect(parsed[i]!.name).toBe(name);
    expect(list).toContain(String.raw`"The \"Quoted\" One" <person2@example.org>;`);
  });
  test('says above it what it is, and who has no address', () => {
    expect(text.split('\r\n\r\n')[0]).toContain('# 1 person is left out: no e-mail address that you may see.');
  });
  test('one address stands once', () => {
    const twice = [aCard('a', { contacts: [aContact('email', 'same@example.org')] }), aCard('b', { contacts: [aContact('email', 'Same@example.org')] })];
    expect(writeContactsText(aFile(twice)).match(/same@example\.org/gi)).toHaveLength(1);
  });
});

test('JSON has all of it, the notice too', () => {
  const read = JSON.parse(writeContactsJson(aFile(cards))) as { cards: unknown; notice: { who: string; until: string; text: string } };
  expect(read.cards).toEqual(JSON.parse(JSON.stringify(cards)));
  expect(read.notice).toMatchObject({ who: 'Amina', until: '2026-06-13' });
});

test.each(LANGS)('%s: what is left out is said by reason', (lang) => {
  const left = { persons: 10, fields: 11, why: { hidden: 1, withheld: 2, consent: 3, classification: 4 } };
  const said = noticeSentences(aFile([], { lang, leftOut: left }));
  expect(said).toHaveLength(8);
  for (const figure of ['3', '4', '11']) expect(said.join(' ')).toContain(figure);
  expect(said.join(' ')).not.toMatch(/[{}]|contactFile/);
});
