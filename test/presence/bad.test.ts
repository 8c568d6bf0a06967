/** What nobody should upload, and what people upload all the same: a clear refusal, or an import that says what it left alone. */
import { describe, expect, test } from 'vitest';
import { deflateRawSync } from 'node:zlib';
import { InputError } from '../../server/errors.ts';
import { runPresenceIngest } from '../../server/presence/pipeline.ts';
import type { PresenceIngest } from '../../server/presence/pipeline.ts';
import { ingestText, presenceOptions, SMALL } from '../helpers/presence.ts';
import { rowsXml, uploadOf, workbookOf, zipOf } from '../helpers/tables/workbook.ts';

const refusal = (promise: Promise<unknown>): Promise<{ code: string; message: string }> =>
  promise.then(
    () => {
      throw new Error('was not refused');
    },
    (error: unknown) => {
      expect(error).toBeInstanceOf(InputError);
      return error as InputError;
    },
  );
const codes = ({ report }: PresenceIngest) =>
  report.results.flatMap(({ findings }) => findings.map(({ code, severity, count }) => `${code} ${severity} ${count}`));
const upload = (bytes: Uint8Array) => runPresenceIngest([uploadOf('exl_3w.xlsx', bytes)], presenceOptions('EXL', SMALL));

describe('refused', () => {
  test('no column of places', async () => {
    const { code, message } = await refusal(ingestText('Organisation,Cluster,Activity\nA,Health,x\nB,WASH,y\n', SMALL));
    expect(code).toBe('presence.no-place');
    expect(message).toContain('Organisation, Cluster, Activity');
  });
  test('no column of organisations', async () => {
    const { code } = await refusal(ingestText('Region,District,Cluster\nNorth,Bo,Health\nSouth,Moyamba,WASH\n', SMALL));
    expect(code).toBe('presence.no-organisation');
  });
  test('two tables, one under the other', async () => {
    const wide = 'Donor,District,Sector,Status\nC,Bo,Health,Ongoing\n';
    const narrow = 'Organisation,Region,Cluster\nA,North,Health\nB,South,WASH\n';
    for (const [text, row] of [
      [`${narrow}\n\n${wide}`, 'row 6'],
      [`${wide}\n\n${narrow}`, 'row 5'],
    ] as const) {
      const { code, message } = await refusal(ingestText(text, SMALL));
      expect(code).toBe('presence.two-tables');
      expect(message).toContain(row);
    }
  });
  test('two tables, side by side', async () => {
    const text = 'Organisation,Region,,Partner,District\nA,North,,C,Bo\nB,South,,D,Moyamba\n';
    const { code, message } = await refusal(ingestText(text, SMALL));
    expect(code).toBe('presence.two-tables');
    expect(message).toContain('"Partner"');
  });
  test('a workbook with a password', async () => {
    const ole = Buffer.alloc(2048);
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(ole);
    Buffer.from('EncryptedPackage', 'utf16le').copy(ole, 1024);
    const { code, message } = await refusal(upload(ole));
    expect(code).toBe('table.password');
    expect(message).toContain('Remove the password');
  });
  test.each([
    ['8 million cells in 250 kB', 2000, 'table.unfolds-too-large'],
    ['16 million cells in 500 kB', 4000, 'table.unfolds-too-large'],
  ])('%s, in bounded memory', { timeout: 60_000 }, async (_, columns, expected) => {
    const sheet = `<worksheet><sheetData>${`<row>${'<c><v>1</v></c>'.repeat(columns)}</row>`.repeat(4000)}</sheetData></worksheet>`;
    expect(deflateRawSync(sheet).length).toBeLessThan(columns * 125);
    const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const bytes = zipOf([
      { name: '_rels/.rels', data: `<Relationships><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>` },
      { name: 'xl/workbook.xml', data: '<workbook><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>' },
      {
        name: 'xl/_rels/workbook.xml.rels',
        data: `<Relationships><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      },
      { name: 'xl/worksheets/sheet1.xml', data: sheet },
    ]);
    const before = process.memoryUsage.rss();
    const { code } = await refusal(upload(bytes));
    expect(code).toBe(expected);
    expect(process.memoryUsage.rss() - before).toBeLessThan(600 * 1024 * 1024);
  });
  test('a sheet or a column that is not there', async () => {
    const text = 'Organisation,Region\nA,North\n';
    expect((await refusal(ingestText(text, SMALL, { sheet: 'Data' }))).code).toBe('presence.sheet-unknown');
    expect((await refusal(ingestText(text, SMALL, { roles: { Cluster: { is: 'sector' } } }))).code).toBe('presence.column-unknown');
  });
});

test('a column of a hundred thousand different texts taken for organisations is done in seconds', { timeout: 30_000 }, async () => {
  const lines = Array.from({ length: 100_000 }, (_, i) => `Activity number ${i * 7919} of many,North`);
  const { data } = await ingestText(`Organisation,Region\n${lines.join('\n')}\n`, SMALL);
  expect([data.rows.read, data.organisations.length, data.merges]).toEqual([100_000, 100_000, []]);
});

describe('imported, and said', () => {
  test('a formula and a script in names of organisations stay text', async () => {
    const text = 'Organisation,Region\n"=HYPERLINK(""http://x"",""y"")",North\n<img src=x onerror=alert(1)>,South\n';
    const result = await ingestText(text, SMALL);
    expect(result.data.organisations.map(({ name }) => name)).toEqual(['=HYPERLINK("http://x","y")', '<img src=x onerror=alert(1)>']);
    expect(codes(result)).toEqual(expect.arrayContaining(['presence.formula warning 1', 'presence.markup warning 1']));
  });
  test('rows without organisation, blank rows and totals are counted', async () => {
    const result = await ingestText('Organisation,Region,People reached\nA,North,3\n,,\n,South,4\nTotal,,7\n', SMALL);
    expect(result.data.rows).toMatchObject({ read: 3, blank: 1, dropped: { noOrganisation: 1, total: 1 }, placed: { name: 1 }, notPlaced: 0 });
  });
  test('no boundaries: every row is kept, none is placed, and it cannot be published', async () => {
    const result = await runPresenceIngest([uploadOf('exl_3w.csv', 'Organisation,Admin1,Admin1 Pcode\nA,North,EX01\n')], presenceOptions('EXL', null));
    expect(result.data.rows).toMatchObject({ read: 1, notPlaced: 1, organisations: 1 });
    expect(result.report.publishable).toBe(false);
    expect(codes(result)).toContain('presence.no-boundaries error 1');
  });
  test('nothing is split that nobody declared; what seems to hold several values is offered', async () => {
    const text = 'Organisation,Region,Cluster\nA + B,North,Health / Nutrition\n';
    const whole = await ingestText(text, SMALL);
    expect(whole.data.organisations.map(({ name }) => name)).toEqual(['A + B']);
    expect(whole.data.openSectors).toEqual([{ text: 'Health / Nutrition', rows: 1, candidates: [], parts: ['HEA', 'NUT'] }]);
    const split = await ingestText(text, SMALL, { separators: { Organisation: [' + '], Cluster: [' / '] } });
    expect(split.normalized.records[0]).toMatchObject({ orgs: { implementing: ['a', 'b'] }, sectors: ['HEA', 'NUT'] });
  });
  test('a period is proposed from the file name and used only once said', async () => {
    const text = 'Organisation,Region,Month\nA,North,April\n';
    const file = 'exl_3w_apr2025.csv';
    const proposed = await ingestText(text, SMALL, {}, file);
    expect([proposed.data.proposedPeriod, proposed.normalized.records[0]!.start]).toEqual([{ start: '2025-04-01', end: '2025-04-30' }, null]);
    const said = await ingestText(text, SMALL, { period: { start: '2025-04-01', end: '2025-04-30' } }, file);
    expect(said.normalized.records[0]).toMatchObject({ start: '2025-04-01', end: '2025-04-30' });
  });
  test('days before months are read only where the column shows which is which', async () => {
    const of = async (...dates: string[]) => {
      const rows = dates.map((date) => `A,North,${date}`).join('\n');
      return (await ingestText(`Organisation,Region,Start date\n${rows}\n`, SMALL)).normalized;
    };
    expect((await of('03/06/2025', '13/06/2025')).records.map(({ start }) => start)).toEqual(['2025-06-03', '2025-06-13']);
    expect((await of('03/06/2025', '06/13/2025')).records.map(({ start }) => start)).toEqual(['2025-03-06', '2025-06-13']);
    const neither = await of('03/06/2025');
    expect([neither.records[0]!.start, neither.unreadableDates]).toEqual([null, [{ row: 2, text: '03/06/2025' }]]);
  });
  test('the sheet with organisations and places is chosen, hidden lists are offered', async () => {
    const bytes = workbookOf([
      { name: 'Instructions', rows: rowsXml([['How to fill in'], ['1. One row each']]) },
      { name: 'Lists', state: 'hidden', rows: rowsXml([['Organisation', 'Region'], ...Array.from({ length: 50 }, (_, i) => [`Org ${i}`, 'North'])]) },
      { name: '3W', rows: rowsXml([['Who does what where'], [], ['Organisation', 'Region', 'Cluster'], ['A', 'North', 'Health'], ['B', 'South', 'WASH']]) },
    ]);
    const { data } = await upload(bytes);
    expect([data.source.sheet, data.source.headerRows, data.rows.read]).toEqual(['3W', [3], 2]);
    expect(data.sheets.map(({ sheet, usable, hidden }) => [sheet, usable, hidden])).toEqual([
      ['Instructions', false, false],
      ['Lists', true, true],
      ['3W', true, false],
    ]);
  });
});

test('a formula that nobody calculated is told with its cell, not read as blank in silence', async () => {
  const text = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
  const rows = [
    ['Organisation', 'Cluster', 'Region', 'District'].map(text),
    ['<c><f>1+1</f></c>', text('Health'), text('North'), text('Bo')],
    [text('Relief One'), '<c t="str"><f>B2</f></c>', text('North'), text('Bo')],
    // Calculated, and empty: nothing to tell.
    [text('Help Two'), '<c t="str"><f>IF(A4="","x","")</f><v></v></c>', text('South'), text('Moyamba')],
  ];
  const { report } = await upload(workbookOf([{ name: 'Data', rows: rows.map((row) => `<row>${row.join('')}</row>`).join('') }]));
  const found = report.results.flatMap(({ findings }) => findings).find(({ code }) => code === 'table.formula-uncalculated')!;
  expect([found.severity, found.count, found.items.map(({ detail, rows: at }) => [detail, at])]).toEqual([
    'warning',
    2,
    [
      ['A2', [2]],
      ['B3', [3]],
    ],
  ]);
});

test('what changed since the file before is said, however much it was', async () => {
  const before = await ingestText('Organisation,Cluster,Region,District\nA,Health,North,Bo\n', SMALL);
  const { report } = await ingestText('Partner,Sector,Region,Place,District\nA,Health,North,x,Bo\n', SMALL, { previous: before.data });
  const changed = report.results.flatMap(({ findings }) => findings).find(({ code }) => code === 'presence.profile-changed');
  expect(changed?.items.map(({ detail }) => detail)).toEqual(['new: partner', 'new: sector', 'new: place', 'gone: organisation', 'gone: cluster']);
});

test('who is not known is nobody; several in one cell and spellings taken as one are said', async () => {
  const names = ['TBD', 'to be determined', 'N/A', '-', 'WFP', 'World Food Programme', 'World Food Programme (WFP)', 'WFP; UNICEF'];
  const result = await ingestText(`Organisation,Cluster,Region,District\n${names.map((name) => `${name},Health,North,Bo\n`).join('')}`, SMALL);
  expect(result.data.rows.dropped).toEqual({ noOrganisation: 4 });
  expect(result.data.organisations.map(({ id }) => id)).toHaveLength(2);
  const said = Object.fromEntries(
    result.report.results.flatMap(({ findings }) => findings.map(({ code, items }) => [code, items.map(({ detail }) => detail)])),
  );
  expect(said['presence.organisations-joined']).toEqual(['WFP = World Food Programme']);
  expect(said['presence.organisations-several']).toEqual(['WFP; UNICEF']);
});
