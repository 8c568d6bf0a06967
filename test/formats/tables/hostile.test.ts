/** Whatever the bytes are, the table reader gives tables or says in words why not; it never breaks off otherwise. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CodmapError } from '../../../server/errors.ts';
import { checkPopulation } from '../../../server/population/pipeline.ts';
import { readTables } from '../../../server/formats/tables/table.ts';
import { optionsOf, unitOf } from '../../helpers/population.ts';
import { rowsXml, uploadOf, workbookOf } from '../../helpers/tables/workbook.ts';

async function isOrderly(work: Promise<unknown>): Promise<boolean> {
  return work.then(
    () => true,
    (error: unknown) => {
      if (error instanceof CodmapError && error.message.length > 20) return true;
      throw error;
    },
  );
}

const rows = rowsXml([
  ['ADM1_EN', 'ADM1_PCODE', 'F_TL', 'M_TL', 'T_TL'],
  ['#adm1+name', '#adm1+code', null, null, '#population'],
  ['North', 'EX01', 1, 2, 3],
  ['Éa & <b>', 'EX02', 4.5, null, 9],
]);
const workbook = workbookOf([{ name: 'adm1', rows, after: '<mergeCells><mergeCell ref="A3:A4"/></mergeCells>' }], {
  strings: ['<t>x</t>'],
  styles: '<cellXfs><xf numFmtId="14"/></cellXfs>',
});

test('a workbook with any bytes changed, cut or doubled', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(workbook.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }),
      fc.nat(workbook.length),
      async (changes, cut) => {
        const bytes = Uint8Array.from(workbook);
        for (const [at, value] of changes) bytes[at] = value;
        return isOrderly(readTables(uploadOf('x.xlsx', cut % 3 === 0 ? bytes.subarray(0, cut) : bytes)));
      },
    ),
    { numRuns: 400, seed: 1 },
  );
});

test('sheets of any XML', async () => {
  const piece = fc.constantFrom(
    '<row>',
    '</row>',
    '<row r="9">',
    '<row r="-1">',
    '<c>',
    '<c r="ZZZZ1">',
    '<c r="B2" t="s">',
    '</c>',
    '<v>',
    '</v>',
    '7',
    '1e999',
    '<c/>',
    '<!-- -->',
    '<![CDATA[<]]>',
    '&#x41;',
    '&bogus;',
    '<mergeCell ref="A:B9"/>',
    '<f>',
    '</f>',
    '<',
    '"',
    ' t="e"',
    '<is><t>x</t></is>',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 30 }), (pieces) =>
      isOrderly(readTables(uploadOf('x.xlsx', workbookOf([{ name: 'a', rows: pieces.join('') }])))),
    ),
    { numRuns: 400, seed: 2 },
  );
});

test('any text as CSV, through the whole pipeline', async () => {
  const cell = fc.constantFrom(
    'ADM1_PCODE',
    'ADM1_EN',
    'T_TL',
    'F_00_04',
    'year',
    'Gender',
    'value',
    'ISO3',
    'EX01',
    'ex 02',
    '5',
    '1,000',
    'NA',
    '-1',
    '1E5',
    '',
    '"',
    "'",
    '\0',
    '#adm1+code',
    '2022',
    'Total',
    '٣',
    '\ufeff',
    '=1+1',
    '__proto__',
    'constructor',
  );
  const boundaries = [{ level: 1 as const, units: [unitOf(1, 'EX01', null), unitOf(1, 'EX02', null)] }];
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { maxLength: 12 }),
      fc.constantFrom(',', ';', '\t'),
      fc.constantFrom('\n', '\r\n', '\r'),
      (lines, separator, end) =>
        isOrderly(
          checkPopulation([uploadOf('adm1_2022.csv', lines.map((line) => line.join(separator)).join(end))], optionsOf('EXL', boundaries)).then(({ report }) => {
            expect(report.results.filter((result) => result.crashed).map(({ check, reason }) => `${check}: ${reason}`)).toEqual([]);
          }),
        ),
    ),
    { numRuns: 600, seed: 3 },
  );
});

test('any bytes as CSV', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), (bytes) => isOrderly(readTables(uploadOf('x.csv', bytes), { onUnknownEncoding: 'assume' }))),
    { numRuns: 600, seed: 4 },
  );
});
