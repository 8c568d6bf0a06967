import { describe, expect, test } from 'vitest';
import { InputError, QuestionError, TooLargeError } from '../../../server/errors.ts';
import { cellText } from '../../../server/formats/tables/rawTable.ts';
import type { Cell, RawTable } from '../../../server/formats/tables/rawTable.ts';
import { readTables } from '../../../server/formats/tables/table.ts';
import { sniffSeparator } from '../../../server/formats/tables/separator.ts';
import { CellBudget, TableBuilder } from '../../../server/formats/tables/rows.ts';
import { isDateFormat } from '../../../server/formats/tables/worksheets.ts';
import { gzipSync } from 'node:zlib';
import { isTables } from '../../../server/formats/tables/archive.ts';
import { HAS_REAL_DATA, entriesOf, realUpload, rowsXml, uploadOf, workbookOf, zipOf } from '../../helpers/tables/workbook.ts';

const one = async (name: string, data: string | Uint8Array, options = {}) => (await readTables(uploadOf(name, data), options))[0]!;
const cellsOf = (table: RawTable): Cell[][] => Array.from({ length: table.rows }, (_, i) => table.columns.map((column) => column.cells[i]!));

describe('CSV', () => {
  test.each([
    ['a,b\n1,"2,3"\n', ','],
    ['a;b;c\n1,5;2,5;3\n', ';'],
    ['a\tb\n"x;y;z"\t2\n', '\t'],
    ['a|b|c\n1|2|3\n', '|'],
    ['"sep=;"\na;b\n', ';'],
    ['just one column\nvalue\n', ','],
  ])('separator of %j', (text, separator) => expect(sniffSeparator(text)).toBe(separator));

  test('quotes, line breaks inside them, blank rows and row numbers as a spreadsheet shows them', async () => {
    const table = await one('x.csv', '\ufeffname,code,people\r\n"Bo ""city""\nnorth", SL01 ,"1,200"\r\n\r\n,,\r\nKenema,SL02,900\r\n');
    expect(table.header).toEqual({ rows: [1], names: ['name', 'code', 'people'] });
    expect(cellsOf(table)).toEqual([
      ['Bo "city"\nnorth', ' SL01 ', '1,200'],
      ['Kenema', 'SL02', '900'],
    ]);
    expect([...table.rowNumbers]).toEqual([2, 5]);
    expect(table.dropped.blank).toBe(2);
    expect(table.encoding).toEqual({ name: 'utf-8', from: 'bom' });
    expect(cellText(table.columns[0]!.cells[0]!)).toBe('Bo "city" north');
  });

  test('UTF-16 with and without mark', async () => {
    const text = 'name,code\nمأرب,YE26\n';
    for (const bytes of [Buffer.from(`\ufeff${text}`, 'utf16le'), Buffer.from(`\ufeff${text}`, 'utf16le').swap16()])
      expect(cellsOf(await one('x.csv', bytes))).toEqual([['مأرب', 'YE26']]);
    expect((await one('x.csv', Buffer.from(`\ufeff${text}`, 'utf16le'))).encoding).toEqual({ name: 'utf-16le', from: 'bom' });
    expect(cellsOf(await one('x.csv', Buffer.from('name,code\nBo,SL01\n', 'utf16le')))).toEqual([['Bo', 'SL01']]);
  });

  test('an encoding that nothing tells is asked for, with candidates that show the names', async () => {
    const bytes = Buffer.from('nom,code\nNana Mambéré,CF22\n', 'latin1');
    const question = await one('x.csv', bytes).catch((error: unknown) => error as QuestionError);
    expect(question).toBeInstanceOf(QuestionError);
    expect((question as QuestionError).code).toBe('read.encoding');
    expect((question as QuestionError).details!.candidates).toContainEqual({ encoding: 'windows-1252', samples: ['Nana Mambéré'] });
    expect(cellsOf(await one('x.csv', bytes, { encoding: 'cp1252' }))).toEqual([['Nana Mambéré', 'CF22']]);
    const assumed = await one('x.csv', bytes, { onUnknownEncoding: 'assume' });
    expect(cellsOf(assumed)).toEqual([['Nana Mambéré', 'CF22']]);
    expect(assumed.findings.map((finding) => finding.code)).toEqual(['table.encoding-assumed']);
  });

  test.each([
    ['0 bytes', '', 'table.empty', InputError],
    ['blanks only', ' \n\n,,\n', 'table.empty', InputError],
    ['a binary file', '\0\x01\x02\0\x05', 'table.not-a-table', InputError],
    ['a quote that is never closed', 'a,b\n1,"2\n3,4\n', 'table.broken-csv', InputError],
    ['a cell of 5 MB', `a,b\n1,${'x'.repeat(5_000_000)}\n`, 'table.cell-too-long', TooLargeError],
    ['20,000 columns', `${'a,'.repeat(20_000)}\n`, 'table.too-many-cells', TooLargeError],
    ['an encoding that does not exist', Buffer.from('é', 'latin1'), 'table.encoding-unknown', InputError],
  ])('%s is refused with a reason', async (_, data, code, kind) => {
    const error = await one('x.csv', data, { encoding: code === 'table.encoding-unknown' ? 'klingon' : undefined }).catch(
      (reason: unknown) => reason as InputError,
    );
    expect(error).toBeInstanceOf(kind);
    expect((error as InputError).code).toBe(code);
    expect((error as InputError).message).toContain('x.csv');
    if (code === 'table.cell-too-long') expect((error as InputError).message).toContain('Row 2 of x.csv');
  });
});

describe('header', () => {
  test('titles above, notes, totals and repeated headers below', async () => {
    const table = await one(
      'x.csv',
      [
        'Population of Exland 2022,,,',
        'Source: census office,,,',
        '',
        'Region,Code,Female,Male',
        'North,EX01,10,20',
        'Region,Code,Female,Male',
        'South,EX02,30,40',
        'Total,,40,60',
        '"Note: figures are projections made by the census office in 2021",,,',
      ].join('\n'),
    );
    expect(table.header).toEqual({ rows: [4], names: ['Region', 'Code', 'Female', 'Male'] });
    expect(table.preamble).toEqual(['Population of Exland 2022', 'Source: census office']);
    expect(cellsOf(table).map((row) => row[1])).toEqual(['EX01', 'EX02']);
    expect(table.dropped).toEqual({ blank: 0, total: 1, instruction: 1, repeatedHeader: 1 });
    expect(table.droppedRows.map(({ reason, rowNumber }) => [reason, rowNumber])).toEqual([
      ['repeatedHeader', 6],
      ['total', 8],
      ['instruction', 9],
    ]);
  });

  test('"Total" as a value of a long table is data', async () => {
    const table = await one('x.csv', 'Gender,Pcode,Age,Population\nTotal,EX01,all ages,5\nFemale,EX01,all ages,3\n');
    expect(table.rows).toBe(2);
  });

  test('partially tagged HXL row, and "#N/A" that is no tag', async () => {
    const table = await one('x.csv', 'Org,District,Code,Remark\n#org+Name,,#adm2 +code,\nA,Hodan,SO2208,#N/A\nB,,#N/A,x\n');
    expect(table.hxl).toEqual(['#org+name', null, '#adm2+code', null]);
    expect(table.hxlRows).toEqual([2]);
    expect(table.rows).toBe(2);
  });

  test.each([
    ['Organisation,Organisation,Cluster,Admin1,Pcode', 'WFP,World Food Programme,Food Security,North,EX01', 'UNICEF,Children,WASH,South,EX02'],
    ['Admin1,Admin1,Admin2,Admin2', 'North,EX01,Bo,EX0101', 'South,EX02,Moyamba,EX0202'],
  ])('a heading that is there twice is one: %s', async (header, ...rows) => {
    const table = await one('x.csv', [header, ...rows].join('\n'));
    expect([table.header.rows, table.header.names, table.rows]).toEqual([[1], header.split(','), 2]);
  });
  test('two header rows are fused and said so', async () => {
    const table = await one('x.csv', 'Region,Code,Female,,Male,\n,,0-4,5+,0-4,5+\nNorth,EX01,1,2,3,4\nSouth,EX02,5,6,7,8\n');
    expect(table.header).toEqual({ rows: [1, 2], names: ['Region', 'Code', 'Female 0-4', 'Female 5+', 'Male 0-4', 'Male 5+'] });
    expect(table.findings.map((finding) => finding.code)).toEqual(['table.header-fused']);
    expect(table.rows).toBe(2);
  });

  test('years as headings', async () => {
    const table = await one('x.csv', 'code,2020,2021,2022\nEX01,1,2,3\nEX02,4,5,6\n');
    expect(table.header.names).toEqual(['code', '2020', '2021', '2022']);
  });

  test('a table without header keeps all its rows', async () => {
    const table = await one('x.csv', 'EX01,5,6,7\nEX02,8,9,10\n');
    expect(table.header.rows).toEqual([]);
    expect(table.rows).toBe(2);
  });
});

describe('XLSX', () => {
  const styles =
    '<numFmts><numFmt numFmtId="170" formatCode="dd/mm/yyyy"/><numFmt numFmtId="171" formatCode="#,##0 &quot;days&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs>';

  test('typed cells: formula results of 0, errors, booleans, dates, rich text, inline text, hidden sheets', async () => {
    const rows = `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>day</t></is></c><c r="D1" t="str"><v>ok</v></c></row>
      <row r="3"><c r="A3" t="s"><v>2</v></c><c r="B3"><f>SUM(B9:B10)</f><v>0</v></c><c r="C3" s="1"><v>44562</v></c><c r="D3" t="b"><v>1</v></c></row>
      <row r="4"><c r="A4" t="e"><v>#N/A</v></c><c r="B4" s="3"><v>12.5</v></c><c r="C4" s="2"><v>1</v></c><c r="AMG4" s="0"/></row>`;
    const strings = [
      '<t>name</t>',
      '<t xml:space="preserve"> people </t>',
      '<r><t>Bo </t></r><r><rPr/><t>&amp; Moyamba</t></r><rPh sb="0" eb="1"><t>no</t></rPh>',
    ];
    const [visible, hidden] = await readTables(
      uploadOf(
        'x.xlsx',
        workbookOf(
          [
            { name: 'A &amp; B', rows },
            { name: 'lists', rows: rowsXml([['x'], ['y']]), state: 'veryHidden' },
          ],
          { strings, styles },
        ),
      ),
    );
    expect(visible!.sheet).toBe('A & B');
    expect([visible!.hidden, hidden!.hidden]).toEqual([false, true]);
    expect(visible!.header.names).toEqual(['name', 'people', 'day', 'ok']);
    expect(cellsOf(visible!)).toEqual([
      ['Bo & Moyamba', 0, new Date('2022-01-01T00:00:00Z'), true],
      [{ error: '#N/A' }, 12.5, new Date('1900-01-01T00:00:00Z'), null],
    ]);
    expect([...visible!.rowNumbers]).toEqual([3, 4]);
    expect(visible!.dropped.blank).toBe(1);
  });

  test('dates of 1904', async () => {
    const data = workbookOf([{ name: 'a', rows: '<row><c t="str"><v>day</v></c></row><row><c s="1"><v>0</v></c></row>' }], { styles, date1904: true });
    expect(cellsOf(await one('x.xlsx', data))).toEqual([[new Date('1904-01-01T00:00:00Z')]]);
  });

  test('date system and sheets stand in the workbook, not in an extension of it', async () => {
    const rows = '<row><c t="str"><v>day</v></c></row><row><c s="1"><v>0</v></c></row>';
    const changed = (from: string | RegExp, to: string) => zipOf(entriesOf(workbookOf([{ name: 'a', rows }], { styles, date1904: true })).map(({ name, data }) => ({ name, data: name === 'xl/workbook.xml' ? data.replace(from, to) : data }))); // prettier-ignore
    for (const data of [
      changed('</sheets>', '</sheets><extLst><ext><x15:workbookPr chartTrackingRefBase="1"/><x15:sheet name="no" r:id="rId1"/></ext></extLst>'),
      changed('<sheets>', '<mc:AlternateContent><mc:Choice><x15:workbookPr date1904="0"/></mc:Choice></mc:AlternateContent><sheets>'),
      changed(/<(\/?)(workbook|workbookPr|sheets|sheet)\b/g, '<$1x:$2'),
    ]) {
      const tables = await readTables(uploadOf('x.xlsx', data));
      expect(tables.map(cellsOf)).toEqual([[[new Date('1904-01-01T00:00:00Z')]]]);
    }
  });

  test.each([
    ['capitals', (name: string) => name.toUpperCase()],
    ['other capitals', (name: string) => name.replace('sharedStrings', 'SharedStrings').replace('workbook.xml', 'Workbook.xml').replace('xl/', 'XL/')],
    ['backslashes', (name: string) => name.replaceAll('/', '\\')],
    ['a slash in front', (name: string) => `./${name}`],
  ])('names of parts in any spelling: %s', async (_, spell) => {
    const rows =
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row><row r="2"><c r="A2"><v>1</v></c><c r="B2" s="1"><v>44562</v></c></row>';
    const book = workbookOf([{ name: 'a', rows }], { strings: ['<t>people</t>', '<t>day</t>'], styles });
    const renamed = entriesOf(book).map(({ name, data }) => ({ name: spell(name), data }));
    for (const relation of ['worksheets/', '/xl/worksheets/', './worksheets/', '../xl/worksheets/', 'Worksheets\\']) {
      const entries = renamed.map(({ name, data }) => ({ name, data: data.replace('Target="worksheets/', `Target="${relation}`) }));
      const table = await one('x.xlsx', zipOf(entries));
      expect([table.header.names, cellsOf(table)]).toEqual([['people', 'day'], [[1, new Date('2022-01-01T00:00:00Z')]]]); // prettier-ignore
    }
    expect(await isTables(uploadOf('x.zip', zipOf(renamed)))).toBe(false);
  });

  test('merged cells: two header rows by their merges, blocks filled downwards and said so', async () => {
    const rows = rowsXml([
      ['Region', 'Place', 'Sector', null],
      [null, null, 'Main', 'Other'],
      ['North', 'Aba', 'WASH', 'Health'],
      [null, 'Obo', 'WASH', 'Food'],
      ['South', 'Iro', 'Food', 'Health'],
    ]);
    const after = '<mergeCells count="2"><mergeCell ref="C1:D1"/><mergeCell ref="A3:A4"/></mergeCells>';
    const table = await one('x.xlsx', workbookOf([{ name: 'a', rows, after }]));
    expect(table.header.names).toEqual(['Region', 'Place', 'Sector Main', 'Sector Other']);
    expect(cellsOf(table).map((row) => row[0])).toEqual(['North', 'North', 'South']);
    expect(table.findings.map(({ code, count }) => [code, count])).toEqual([
      ['table.header-fused', 1],
      ['table.merged-filled', 1],
    ]);
  });

  test.each([
    ['dd/mm/yyyy', true],
    ['[h]:mm', true],
    ['mmm-yy', true],
    ['General', false],
    ['0.00E+00', false],
    ['#,##0 "days"', false],
    ['[Red]0', false],
    ['_-* #,##0.00\\ _d_m', false],
  ])('number format %s', (code, date) => expect(isDateFormat(code)).toBe(date));

  const ole = (stream: string) =>
    Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(2000), Buffer.from(stream, 'utf16le')]);
  test.each([
    ['a password', ole('EncryptedPackage'), 'table.password'],
    ['an old .xls', ole('Workbook'), 'table.format-unsupported'],
    ['a zip without workbook', zipOf([{ name: 'a.txt', data: 'x' }]), 'table.no-workbook'],
    ['a binary workbook', zipOf([{ name: 'xl/workbook.bin', data: 'x' }]), 'table.format-unsupported'],
    ['a truncated file', workbookOf([{ name: 'a', rows: rowsXml([['x'], ['y']]) }]).subarray(0, 300), 'table.broken-workbook'],
    ['an entity bomb', workbookOf([{ name: 'a', rows: '<!DOCTYPE x [<!ENTITY a "b">]>' }]), 'table.broken-workbook'],
    ['broken XML', workbookOf([{ name: 'a', rows: '<row><c' }]), 'table.broken-workbook'],
    ['a cell of 50 MB', workbookOf([{ name: 'a', rows: `<row><c t="str"><v>${'xy'.repeat(25_000_000)}</v></c></row>` }]), 'table.'],
    ['4 million tiny rows', workbookOf([{ name: 'a', rows: '<row><c><v>1</v></c></row>'.repeat(4_000_000) }]), 'table.unfolds-too-large'],
    ['an entry that lies about its size', zipOf([{ name: '_rels/.rels', data: ' '.repeat(100_000), size: 10 }]), 'table.broken-workbook'],
  ])('%s is refused with a reason', async (_, data, code) => {
    const error = await one('x.xlsx', data).catch((reason: unknown) => reason as InputError);
    expect(error).toBeInstanceOf(InputError);
    expect((error as InputError).code).toContain(code);
    expect((error as InputError).message).toContain('x.xlsx');
  });

  test('a bomb that packs less well is stopped by the count of its cells', () => {
    // Row n fills column n: a few values, but columns that must be padded to their row.
    const builder = new TableBuilder(new CellBudget('x.xlsx', 10_000));
    const fill = () => {
      for (let row = 1; row < 16_000; row++) builder.add(row, [row], [1]);
    };
    expect(fill).toThrow(/x\.xlsx unpacks to more than 10,000 cells/);
  });

  test('columns that hold nothing cost nothing', () => {
    const budget = new CellBudget('x.xlsx');
    const builder = new TableBuilder(budget);
    for (let row = 1; row <= 1000; row++) builder.add(row, [0, 5, 900], [row === 1 ? 'name' : 'x', null, '\u00a0 ']);
    expect(budget.used).toBe(1000);
  });
});

describe.skipIf(!HAS_REAL_DATA)('real files (../shared/data, skipped where absent)', () => {
  // Counts of data rows from the data README: non-blank rows less header and HXL rows.
  test.each([
    ['bfa/3w/bfa_5w_fev2022.xlsx', 'Jan - Fev Public', 420, [2, 3]],
    ['caf/3w/caf_3w_mar2022.xlsx', 'RCA 3W Qui fait Quoi Où T1 2022', 1809, [2]],
    ['ven/3w/ven_3w.xlsx', '3W - Venezuela', 275_845, [2]],
    ['yem/3w/yem_education_cluster_activities_2019.xlsx', 'YHRP Dataset ( Jan-June )', 4728, [2]],
    ['sle/ps/sle_population_statistics_sierraleone_2020.xlsx', 'sle_admpop_adm3_2020', 167, [2]],
    ['sle/ps/sle_admpop_adm3_2020.csv', 'sle_admpop_adm3_2020', 167, []],
    ['caf/ps/caf_admpop_adm3_2015_v2.csv', 'caf_admpop_adm3_2015_v2', 177, []],
    ['eth/ps/eth_admpop_adm3_2022_v2.csv', 'eth_admpop_adm3_2022_v2', 1084, []],
    ['mli/ps/mli_population_ibf.csv', 'mli_population_ibf', 764, []],
  ])('%s', async (path, sheet, rows, hxlRows) => {
    const table = (await readTables(realUpload(path), { onUnknownEncoding: 'assume' })).find((candidate) => candidate.sheet === sheet)!;
    expect(table.rows).toBe(rows);
    expect(table.header.rows).toEqual([1]);
    expect(table.hxlRows).toEqual(hxlRows);
  });

  test('the hidden sheets of the Burkina Faso workbook are marked', async () => {
    const tables = await readTables(realUpload('bfa/3w/bfa_5w_fev2022.xlsx'));
    expect(tables.filter((table) => table.hidden).map((table) => table.sheet)).toEqual(['Lisez-moi', 'OU', 'QUOI', 'QUAND']);
  });
});

describe('packed tables', () => {
  const csv = 'code,people\nSL01,900\n';
  const workbook = workbookOf([{ name: 'adm1', rows: rowsXml([['code', 'people'], ['SL01', '900']]) }]); // prettier-ignore

  test('gzipped: CSV and workbook', async () => {
    for (const [name, data] of [
      ['x.csv.gz', csv],
      ['x.xlsx.gz', workbook],
    ] as const) {
      // prettier-ignore
      const table = await one(name, gzipSync(data));
      expect([table.file, cellsOf(table)]).toEqual([name.replace('.gz', ''), [['SL01', '900']]]);
      expect(await isTables(uploadOf(name, gzipSync(data)))).toBe(true);
    }
  });

  test('a zip of tables: each is read, what is no table is named once', async () => {
    const upload = uploadOf('ps.zip', zipOf([{ name: 'adm1.csv', data: csv }, { name: 'in/adm2.xlsx', data: workbook }, { name: 'read me.pdf', data: '%PDF' }, { name: '__MACOSX/._adm1.csv', data: 'x' }])); // prettier-ignore
    expect(await isTables(upload)).toBe(true);
    const tables = await readTables(upload);
    expect(tables.map((table) => [table.file, table.sheet, cellsOf(table)])).toEqual([
      ['ps.zip/adm1.csv', 'adm1', [['SL01', '900']]],
      ['ps.zip/in/adm2.xlsx', 'adm1', [['SL01', '900']]],
    ]);
    const [finding, ...others] = new Set(tables.flatMap((table) => table.findings));
    expect([finding!.code, finding!.count, finding!.items[0]!.detail, others]).toEqual(['table.files-ignored', 1, 'ps.zip/read me.pdf: not a table', []]);
  });

  test.each([
    [
      'boundaries with their gazetteer',
      [
        { name: 'adm1.csv', data: csv },
        { name: 'adm1.geojson', data: '{}' },
      ],
    ],
    ['documents only', [{ name: 'a.pdf', data: '%PDF' }]],
  ])('a zip of %s is no upload of tables', async (_, entries) => expect(await isTables(uploadOf('x.zip', zipOf(entries)))).toBe(false));

  test.each([
    ['gzip in gzip', 'x.csv.gz', gzipSync(gzipSync(csv)), 'read.archive.nested'],
    ['gzip in a zip', 'x.zip', zipOf([{ name: 'a.csv', data: gzipSync(csv) }]), 'read.archive.nested'],
    ['a gzip bomb', 'x.csv.gz', gzipSync(Buffer.alloc(300 << 20)), 'read.archive.'],
    ['a zip bomb', 'x.zip', zipOf([{ name: 'a.csv', data: Buffer.alloc(64 << 20) }]), 'read.archive.'],
    ['a size that lies', 'x.zip', zipOf([{ name: 'a.csv', data: csv.repeat(1000), size: 10 }]), 'read.'],
    ['a name that climbs', 'x.zip', zipOf([{ name: '../a.csv', data: csv }]), 'read.'],
    ['an empty table', 'x.zip', zipOf([{ name: 'a.csv', data: '' }]), 'table.empty'],
  ])('%s is refused', async (_, name, data, code) => {
    const error = await readTables(uploadOf(name, data)).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(InputError);
    expect((error as InputError).code).toContain(code);
  });
});
