/** OpenDocument spreadsheets, and what is no spreadsheet that is read: every refusal says in every language what to do. */
import { LANGS } from '../../../server/contract/languages.ts';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { CodmapError, InputError } from '../../../server/errors.ts';
import type { Cell, RawTable } from '../../../server/formats/tables/rawTable.ts';
import { readTables } from '../../../server/formats/tables/table.ts';
import { isTables } from '../../../server/formats/tables/archive.ts';
import { detectKind } from '../../../server/app/kinds.ts';
import { odsCell, odsOf, odsRows, odsXml } from '../../helpers/tables/ods.ts';
import { rowsXml, uploadOf, workbookOf, zipOf } from '../../helpers/tables/workbook.ts';

const one = async (name: string, data: string | Uint8Array) => (await readTables(uploadOf(name, data)))[0]!;
const cellsOf = (table: RawTable): Cell[][] => Array.from({ length: table.rows }, (_, i) => table.columns.map((column) => column.cells[i]!));
const day = new Date('2025-01-10T00:00:00Z');

describe('ODS', () => {
  test('typed cells, texts of several paragraphs, blanks, links, comments and drawings', async () => {
    const texts = `<table:table-cell office:value-type="string"><office:annotation><text:p>by a colleague</text:p></office:annotation><text:p>Bo<text:s text:c="2"/>&amp;
        <text:span>Moyamba</text:span> <text:a>more</text:a></text:p><text:p>second<text:line-break/>line</text:p><draw:frame><draw:text-box><text:p>no</text:p></draw:text-box></draw:frame></table:table-cell>`;
    const rows = `${odsRows([['name', 'people', 'day', 'ok', 'share']])}<table:table-row>${texts}${odsCell(41500)}${odsCell(day)}${odsCell(true)}<table:table-cell office:value-type="percentage" office:value="0.25"><text:p>25 %</text:p></table:table-cell></table:table-row>
      <table:table-row>${odsCell('x')}<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell><table:table-cell office:value-type="date" office:date-value="2025-01-10T13:30:00"/><table:table-cell table:formula="of:=NA()" office:value-type="string"><text:p>#N/A</text:p></table:table-cell><table:table-cell office:value-type="time" office:time-value="PT01H00M00S"><text:p>01:00</text:p></table:table-cell></table:table-row>`;
    const table = await one('x.ods', odsOf([{ name: 'A &amp; B', rows }]));
    expect([table.sheet, table.format, table.header.names]).toEqual(['A & B', 'ods', ['name', 'people', 'day', 'ok', 'share']]);
    expect(cellsOf(table)).toEqual([
      ['Bo  & Moyamba more\nsecond\nline', 41500, day, true, 0.25],
      ['x', { error: '#DIV/0!' }, new Date('2025-01-10T13:30:00Z'), { error: '#N/A' }, '01:00'],
    ]);
  });

  test('repeated and covered cells, repeated rows, a million blank rows behind', async () => {
    const rows = `<table:table-column table:number-columns-repeated="16384"/><table:table-header-rows>${odsRows([['region', 'code', 'a', 'b', 'c']])}</table:table-header-rows>
      <table:table-row><table:table-cell table:number-rows-spanned="2" table:number-columns-spanned="1" office:value-type="string"><text:p>North</text:p></table:table-cell>${odsCell('EX01')}<table:table-cell table:number-columns-repeated="3" office:value-type="float" office:value="7"/><table:table-cell table:number-columns-repeated="16379"/></table:table-row>
      <table:table-row><table:covered-table-cell/>${odsCell('EX02')}<table:table-cell table:number-columns-repeated="2"/>${odsCell(9)}</table:table-row>
      <table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="5"/></table:table-row>
      <table:table-row table:number-rows-repeated="2">${odsCell('South')}${odsCell('EX03')}</table:table-row>
      <table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>`;
    const table = await one('x.ods', odsOf([{ name: 'a', rows }]));
    expect(cellsOf(table)).toEqual([
      ['North', 'EX01', 7, 7, 7],
      ['North', 'EX02', null, null, 9],
      ['South', 'EX03', null, null, null],
      ['South', 'EX03', null, null, null],
    ]);
    expect([...table.rowNumbers]).toEqual([2, 3, 6, 7]);
    expect(table.dropped.blank).toBe(2);
    expect(table.findings.map(({ code, count }) => [code, count])).toEqual([['table.merged-filled', 1]]);
  });

  test('other prefixes, deleted cells of tracked changes, a table inside a cell', async () => {
    const before = `<table:tracked-changes><table:cell-content-change><table:change-track-table-cell office:value-type="string"><text:p>old</text:p></table:change-track-table-cell></table:cell-content-change></table:tracked-changes>`;
    const inner = `<table:table-cell office:value-type="string"><text:p>outer</text:p><table:table table:name="inner">${odsRows([['no', 'no']])}</table:table></table:table-cell>`;
    const xml = odsXml([{ name: 'a', rows: `${odsRows([['x', 'y']])}<table:table-row>${inner}${odsCell(1)}</table:table-row>` }], { before });
    const other = xml.replaceAll('table:', 'tbl:').replaceAll(':xmlns:tbl:', ':xmlns:table:').replaceAll('xmlns:table=', 'xmlns:tbl=');
    for (const content of [xml, other]) {
      const tables = await readTables(uploadOf('x.ods', zipOf([{ name: 'Content.XML', data: content }])));
      expect(tables.map(({ sheet }) => sheet)).toEqual(['a']);
      expect(cellsOf(tables[0]!)).toEqual([['outer', 1]]);
    }
  });

  test('one XML file (.fods) is read alike', async () => {
    const sheets = [{ name: 'a', rows: odsRows([['name', 'day'], ['Kenema', day]]) }]; // prettier-ignore
    const [zipped, flat] = [await one('x.ods', odsOf(sheets)), await one('x.fods', odsXml(sheets, { flat: true }))];
    expect(cellsOf(flat)).toEqual(cellsOf(zipped));
    expect(cellsOf(flat)).toEqual([['Kenema', day]]);
  });

  test('formulas without a result are told', async () => {
    const rows = `${odsRows([['a', 'b']])}<table:table-row>${odsCell(1)}<table:table-cell table:formula="of:=[.A2]*2"/></table:table-row>`;
    const table = await one('x.ods', odsOf([{ name: 'a', rows }]));
    expect(table.findings.map(({ code, items }) => [code, items.map(({ detail }) => detail)])).toEqual([['table.formula-uncalculated', ['B2']]]);
  });

  test('a formula whose result is no text is no formula without result, and the cache of another file is no sheet', async () => {
    const rows = `${odsRows([['a', 'b']])}<table:table-row><table:table-cell table:formula="of:=1+1" office:value-type="float" office:value="2"/><table:table-cell table:formula="of:=&quot;&quot;"/></table:table-row>`;
    const cache = {
      name: '&apos;file:///other.xlsm&apos;#list',
      hidden: true,
      rows: `<table:table-source xlink:href="other.xlsm"/>${odsRows([['x'], ['y']])}`,
    };
    const tables = await readTables(uploadOf('x.ods', odsOf([{ name: 'a', rows }, cache])));
    expect(tables.map(({ sheet, findings }) => [sheet, findings])).toEqual([['a', []]]);
  });

  test('a file that LibreOffice wrote', async () => {
    const table = await one('tgo_3w.ods', readFileSync('test/fixtures/tables/tgo_3w_libreoffice.ods'));
    expect(table.header.names.slice(0, 3)).toEqual(['Organisation', 'Cluster', 'Code province']);
    expect([table.rows, table.columns[5]!.cells[0]]).toEqual([12, new Date('2025-01-03T00:00:00Z')]);
  });

  test('packed: gzipped, in a zip of tables, and told from boundaries', async () => {
    const bytes = odsOf([{ name: 'a', rows: odsRows([['Organisation', 'Sector', 'adm1_pcode'], ['A', 'WASH', 'TG01'], ['B', 'Health', 'TG02']]) }]); // prettier-ignore
    expect(cellsOf(await one('x.ods.gz', gzipSync(bytes)))).toHaveLength(2);
    expect(cellsOf(await one('x.zip', zipOf([{ name: 'in/a.ods', data: bytes }])))).toHaveLength(2);
    expect(await isTables(uploadOf('x.ods', bytes))).toBe(true);
    const { source } = uploadOf('x.ods', bytes);
    expect(await detectKind([{ name: 'x.ods', source }])).toBe('3w');
  });
});

describe('hidden rows and sheets', () => {
  const data = [['name', 'code'], ['Aba', 'EX01'], ['Obo', 'EX02'], ['Iro', 'EX03'], ['Udu', 'EX04']]; // prettier-ignore
  const xlsx = rowsXml(data).replace(/<row r="(3|4)"/g, '<row r="$1" hidden="1"');
  const ods = odsRows(data).replaceAll('<table:table-row>', '<table:table-row x="">');
  const rowOf = (n: number, attributes: string) => {
    let seen = 0;
    return ods.replace(/<table:table-row x="">/g, () => (++seen === n || seen === n + 1 ? `<table:table-row ${attributes}>` : '<table:table-row>'));
  };
  const lists = { name: 'lists', state: 'hidden' as const, rows: rowsXml([['x'], ['y'], ['z']]) };
  const odsLists = { name: 'lists', hidden: true, rows: odsRows([['x'], ['y'], ['z']]) };
  test.each([
    ['XLSX', 'x.xlsx', workbookOf([{ name: 'data', rows: xlsx, after: '<autoFilter ref="A1:B5"/>' }, lists])],
    ['ODS, filtered', 'x.ods', odsOf([{ name: 'data', rows: rowOf(3, 'table:visibility="filter"') }, odsLists])],
    ['ODS, hidden by hand', 'x.ods', odsOf([{ name: 'data', rows: rowOf(3, 'table:visibility="collapse"') }, odsLists])],
    [
      'ODS, in a closed group',
      'x.ods',
      odsOf([{ name: 'data', rows: `${odsRows(data.slice(0, 2))}<table:table-row-group table:display="false">${odsRows(data.slice(2, 4))}</table:table-row-group>${odsRows(data.slice(4))}` }, odsLists]), // prettier-ignore
    ],
  ])('%s: read, and told with their numbers', async (_, name, bytes) => {
    const [table, hidden] = await readTables(uploadOf(name, bytes));
    expect(table!.columns[1]!.cells).toEqual(['EX01', 'EX02', 'EX03', 'EX04']);
    expect([table!.hidden, hidden!.hidden]).toEqual([false, true]);
    expect(table!.findings.map(({ code, severity, count, items }) => [code, severity, count, items.map(({ detail }) => detail)])).toEqual([
      ['table.hidden-rows', 'warning', 2, ['rows 3–4']],
      ['table.hidden-sheets', 'info', 1, [`lists: ${name.endsWith('xlsx') ? 2 : 2} rows`]],
    ]);
  });
});

describe('what is no table that is read', () => {
  const ole = (stream: string) =>
    Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(2000), Buffer.from(stream, 'utf16le')]);
  const html = '<html><table><tr><td>Organisation</td></tr></table></html>';
  test.each([
    ['an old .xls', 'x.xls', ole('Workbook'), 'table.format-unsupported', '.xls'],
    ['a binary workbook', 'x.xlsb', zipOf([{ name: 'xl/workbook.bin', data: 'x' }]), 'table.format-unsupported', '.xlsb'],
    ['a page called .xls', 'x.xls', html, 'table.format-unsupported', 'web page'],
    ['a page in UTF-16', 'x.xls', Buffer.from(`\ufeff${html}`, 'utf16le'), 'table.format-unsupported', 'web page'],
    ['a page with a declaration', 'x.xls', `\ufeff<!DOCTYPE html>${html}`, 'table.format-unsupported', 'web page'],
    ['XML of Excel 2003', 'x.xls', '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>', 'table.format-unsupported', '2003'], // prettier-ignore
    ['Apple Numbers', 'x.numbers', zipOf([{ name: 'Index/Document.iwa', data: 'x' }]), 'table.format-unsupported', 'Numbers'],
    ['a letter', 'x.ods', zipOf([{ name: 'content.xml', data: '<a><text/></a>' }]), 'table.format-unsupported', 'office document'],
    ['an XLSX with a password', 'x.xlsx', ole('EncryptedPackage'), 'table.password', 'password'],
    ['an ODS with a password', 'x.ods', odsOf([], { more: [{ name: 'META-INF/manifest.xml', data: '<m:manifest><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>' }] }), 'table.password', 'password'], // prettier-ignore
    ['a wholly encrypted ODS', 'x.ods', zipOf([{ name: 'encrypted-package', data: 'x' }]), 'table.password', 'password'],
  ])('%s is refused in every language, with what to do', async (_, name, data, code, word) => {
    const error = (await readTables(uploadOf(name, data)).catch((caught: unknown) => caught)) as InputError;
    expect(error).toBeInstanceOf(InputError);
    expect([error.code, error.message]).toEqual([code, expect.stringContaining(word)]);
    const { texts } = error.details as { texts: Record<string, string> };
    expect(Object.keys(texts).sort()).toEqual([...LANGS].sort());
    for (const text of Object.values(texts)) expect(text).toContain(name);
    expect(new Set(Object.values(texts)).size).toBe(LANGS.length);
    expect(texts['en']).toBe(error.message);
  });

  test.each([
    ['broken XML', zipOf([{ name: 'content.xml', data: 'x' }]), 'table.broken-workbook'],
    ['an entity bomb', zipOf([{ name: 'content.xml', data: '<!DOCTYPE x [<!ENTITY a "b">]><a/>' }]), 'table.broken-workbook'],
    ['no sheet with content', odsOf([{ name: 'a', rows: '' }]), 'table.empty'],
    ['two million columns', odsOf([{ name: 'a', rows: `<table:table-row><table:table-cell table:number-columns-repeated="2000000" office:value-type="float" office:value="1"/></table:table-row>` }]), 'table.too-many-cells'], // prettier-ignore
    ['two million rows', odsOf([{ name: 'a', rows: `<table:table-row table:number-rows-repeated="2000000">${odsCell(1)}</table:table-row>` }]), 'table.too-many-cells'], // prettier-ignore
    ['a million rows of many cells', odsOf([{ name: 'a', rows: `<table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="16000" office:value-type="float" office:value="1"/></table:table-row>` }]), 'table.too-many-cells'], // prettier-ignore
    ['a cell of 50 MB', odsOf([{ name: 'a', rows: `<table:table-row>${odsCell('xy'.repeat(25_000_000))}</table:table-row>` }]), 'table.'],
    ['4 million tiny rows', odsOf([{ name: 'a', rows: '<table:table-row></table:table-row>'.repeat(4_000_000) }]), 'table.unfolds-too-large'],
    ['a paragraph that grows', odsOf([{ name: 'a', rows: `<table:table-row><table:table-cell office:value-type="string"><text:p>${'<text:s text:c="99999999"/>'.repeat(100_000)}</text:p></table:table-cell></table:table-row>` }]), 'table.cell-too-long'], // prettier-ignore
    ['300 sheets', odsOf(Array.from({ length: 300 }, (_, i) => ({ name: `${i}`, rows: odsRows([['x'], [1]]) }))), 'table.too-many-sheets'], // prettier-ignore
  ])('%s is refused with a reason', async (_, data, code) => {
    const error = await one('x.ods', data).catch((reason: unknown) => reason as InputError);
    expect(error).toBeInstanceOf(InputError);
    expect([(error as InputError).code, (error as InputError).message]).toEqual([expect.stringContaining(code), expect.stringContaining('x.ods')]);
  });

  test('an ODS with any bytes changed, cut or doubled, and sheets of any XML', async () => {
    const isOrderly = (work: Promise<unknown>) =>
      work.then(
        () => true,
        (error: unknown) => {
          if (error instanceof CodmapError && error.message.length > 20) return true;
          throw error;
        },
      );
    const bytes = odsOf([{ name: 'a', rows: odsRows([['name', 'people'], ['Bo', 5], ['Kenema', 7]]) }]); // prettier-ignore
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }), fc.nat(bytes.length), (changes, cut) => {
        const copy = Uint8Array.from(bytes);
        for (const [at, value] of changes) copy[at] = value;
        return isOrderly(readTables(uploadOf('x.ods', cut % 3 === 0 ? copy.subarray(0, cut) : copy)));
      }),
      { numRuns: 400, seed: 5 },
    );
    const piece = fc.constantFrom(
      '<table:table-row>',
      '</table:table-row>',
      '<table:table-cell office:value-type="float" office:value="1e999">',
      '</table:table-cell>',
      '<table:covered-table-cell/>',
      '<text:p>',
      '</text:p>',
      '7',
      '<table:table>',
      '</table:table>',
      '<office:annotation>',
      '</office:annotation>',
      '<text:s/>',
      '<table:table-row table:number-rows-repeated="-5">',
      '<table:table-cell office:value-type="date" office:date-value="2025-13-45"/>',
      '<!-- -->',
      '<![CDATA[<]]>',
      '&#x41;',
      '<',
      '"', // prettier-ignore
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 30 }), (pieces) => isOrderly(readTables(uploadOf('x.ods', odsOf([{ name: 'a', rows: pieces.join('') }]))))),
      { numRuns: 400, seed: 6 },
    );
  });
});
