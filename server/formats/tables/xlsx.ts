/**
 * XLSX workbooks, streamed: all sheets with their hidden state, formula results, errors, booleans and dates.
 * Own code over yauzl because read-excel-file 9.3 does not tell hidden sheets and needs 500 MB for the 276,000-row 3W of Venezuela.
 */
import { refuse } from '../../words/refusals.ts';
import type { WorkbookParts } from './parts.ts';
import type { RawTable } from './rawTable.ts';
import { CellBudget, TableBuilder } from './rows.ts';
import { uncalculated } from './told.ts';
import { openWorkbook } from './worksheets.ts';

/**
 * All worksheets in workbook order; chart sheets are left out.
 * @throws InputError `table.no-workbook`, `table.broken-workbook`, `table.format-unsupported` (.xlsb); TooLargeError beyond the limits
 */
export async function readXlsx(parts: WorkbookParts, file: string): Promise<RawTable[]> {
  const { sheets, readRows } = await openWorkbook(parts, file, () => refuse('table.format-unsupported', 'xlsb', { file }));
  const budget = new CellBudget(file);
  const tables: RawTable[] = [];
  for (const sheet of sheets) {
    const builder = new TableBuilder(budget);
    const { merges, uncalculated: lacking } = await readRows(sheet, builder.add.bind(builder));
    tables.push(
      builder.finish(
        { file, sheet: sheet.name, hidden: sheet.hidden, format: 'xlsx', encoding: { name: 'utf-8', from: 'format' } },
        merges,
        uncalculated(lacking, sheet.name),
      ),
    );
  }
  return tables;
}
