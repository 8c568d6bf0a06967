/** The tables of the cases as workbooks: whatever a CSV says, the same cells in .xlsx and .ods say too, as texts and as typed numbers. */
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, test } from 'vitest';
import { odsOf, odsRows } from '../../helpers/tables/ods.ts';
import { bodiesOf, caseFile, ingestTogo, readTogo, sectorsOf, unitsOf } from '../../helpers/togo.ts';
import { rowsXml, workbookOf } from '../../helpers/tables/workbook.ts';

let togo: Awaited<ReturnType<typeof readTogo>>;
beforeAll(async () => {
  togo = await readTogo();
});

type Cells = (string | number | null)[][];
const WRITERS: [name: string, write: (rows: Cells) => Uint8Array][] = [
  ['xlsx', (rows) => workbookOf([{ name: '3W', rows: rowsXml(rows) }])],
  ['ods', (rows) => odsOf([{ name: '3W', rows: odsRows(rows) }])],
];
const CASES: [folder: string, file: string][] = [
  ['29-role-word-inside-instructions', 'tgo_3w_instructions.csv'],
  ['29-role-word-inside-instructions', 'tgo_3w_question.csv'],
  ['31-codes-with-many-strangers', 'tgo_3w_zones.csv'],
  ['36-codes-of-no-known-scheme', 'tgo_3w_other_scheme.csv'],
  ['37-sector-spellings', 'tgo_3w_sectors.csv'],
  ['38-the-lead-is-no-acronym', 'tgo_3w_lead.csv'],
];
const cellsOf = (folder: string, file: string, isTyped: boolean): Cells =>
  (parse(Buffer.from(caseFile(folder, file)), { bom: true, relax_column_count: true }) as string[][]).map((row) =>
    row.map((text) => (text === '' ? null : isTyped && /^(0|[1-9]\d{0,8})$/.test(text) ? Number(text) : text)),
  );
const ingest = (name: string, data: Uint8Array) => ingestTogo(togo, name, data);

describe.each(WRITERS)('%s', (ending, write) => {
  describe.each([
    ['texts', false],
    ['typed', true],
  ] as const)('%s', (_, isTyped) => {
    test.each(CASES)('case %s: %s', async (folder, file) => {
      const said = async (name: string, data: Uint8Array) => {
        const result = await ingest(name, data);
        const { rows } = result.data;
        return {
          bodies: (['implementing', 'programming', 'funding'] as const).map((role) => bodiesOf(result, role)),
          sectors: sectorsOf(result),
          units: [...unitsOf(result)],
          rows: [rows.read, rows.placed, rows.notPlaced, rows.needReview],
          roles: result.guesses.map(({ heading, role }) => [heading, role]),
          questions: (result.report.questions ?? []).map(({ id, rows: count }) => [id, count]),
        };
      };
      const expected = await said(file, caseFile(folder, file));
      expect(expected.rows[0]).toBeGreaterThan(0);
      expect(await said(file.replace(/csv$/, ending), write(cellsOf(folder, file, isTyped)))).toEqual(expected);
    });
    test('case 30: refused as the CSV is', async () => {
      const [folder, file] = ['30-numbers-are-no-organisations', 'tgo_5w_summary.csv'];
      await expect(ingest(file.replace(/csv$/, ending), write(cellsOf(folder, file, isTyped)))).rejects.toMatchObject({ code: 'presence.no-organisation' });
    });
  });
});
