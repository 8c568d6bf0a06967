/** Defects of the population tables: one unit each; wrong sums (Q11) also name the parent whose sum is wrong. */
import type { Country } from './country.ts';
import type { Planted, TableDraft } from './draft.ts';
import { BANDS, type CellValue } from './population.ts';
import { createRandom } from './random.ts';

export function spoilPopulation(country: Country, tables: TableDraft[], seed: number): Planted[] {
  const random = createRandom(seed, 600);
  const planted: Planted[] = [];
  const deep = tables.length - 1;
  const table = tables[deep]!;
  const { units } = country.levels[deep]!;
  const rows = units.map((_, row) => row);
  for (let i = rows.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    [rows[i], rows[j]] = [rows[j]!, rows[i]!];
  }
  const parents = new Set<number>();
  const noted: { entry: Planted; row: number }[] = [];
  // Rows are numbered at the end, because dropping a unit moves those after it.
  const spoil = (check: string, kind: string, severity: Planted['severity'], also: string[], change: (values: CellValue[], row: number) => void) => {
    // Each under another parent, as long as there are parents, so that wrong sums do not hide each other.
    const at = rows.findLastIndex((candidate) => !parents.has(units[candidate]!.parent));
    const [row] = at === -1 ? [rows.pop()] : rows.splice(at, 1);
    if (row === undefined) return;
    parents.add(units[row]!.parent);
    change(table.edit(row), row);
    const entry = {
      check,
      kind,
      severity,
      level: deep,
      file: table.file,
      pcodes: [units[row]!.pcode, ...(check === 'Q11' ? [country.levels[deep - 1]!.units[units[row]!.parent]!.pcode] : [])],
      rows: [] as number[],
      also,
    };
    noted.push({ entry, row });
    planted.push(entry);
  };
  const at = (name: string) => table.column(name);
  const add = (values: CellValue[], name: string, amount: number) => (values[at(name)] = (values[at(name)] as number) + amount);
  const share = (values: CellValue[], part: number) => Math.max(20, Math.round((values[at('T_TL')] as number) * part));

  spoil('Q9', 'women-and-men-not-total', 'error', ['Q11', 'Q10'], (values) => add(values, 'F_TL', share(values, 0.05)));
  spoil('Q10', 'bands-not-total', 'error', ['Q9', 'Q11'], (values) => add(values, 'T_15_19', share(values, 0.05)));
  spoil('Q11', 'children-not-parent', 'error', [], (values) => {
    // Consistent in itself: women, men and both grow in one band and in the totals.
    const more = share(values, 0.5);
    for (const name of ['F_TL', 'M_TL', 'F_20_24', 'M_20_24']) add(values, name, more);
    for (const name of ['T_TL', 'T_20_24']) add(values, name, 2 * more);
  });
  spoil('Q4', 'negative', 'error', ['Q9', 'Q10', 'Q11'], (values) => (values[at('M_80Plus')] = -12));
  spoil('Q4', 'na-text', 'warning', ['Q9', 'Q10', 'Q11'], (values) => (values[at('F_75_79')] = 'NA'));
  spoil('Q4', 'thousand-separators', 'info', ['Q9', 'Q10', 'Q11'], (values) => {
    for (const name of ['F_TL', 'M_TL', 'T_TL']) values[at(name)] = String(values[at(name)]).replace(/\B(?=(\d{3})+$)/g, ',');
  });
  spoil('Q4', 'fraction', 'warning', ['Q9', 'Q10', 'Q11'], (values) => add(values, 'F_00_04', 0.5));
  spoil('Q7', 'unit-twice', 'error', ['Q8', 'Q11'], (values) => table.append([...values]));
  spoil('Q8', 'code-unknown', 'error', ['Q11'], (values, row) => (values[at(`ADM${deep}_PCODE`)] = `${units[row]!.pcode.slice(0, -1)}X`));
  spoil('Q8', 'unit-missing', 'error', ['Q11', 'Q13'], (_values, row) => table.drop(row));
  spoil('Q13', 'nobody-lives-here', 'warning', ['Q11', 'Q14'], (values) => {
    for (const [i, column] of table.base.columns.entries()) if (/^[FMT]_/.test(column)) values[i] = 0;
  });
  spoil('Q15', 'another-year', 'warning', [], (values) => (values[at('year')] = 2011));
  for (const { entry, row } of noted) if (entry.kind !== 'unit-missing') entry.rows = [table.finalRow(row)];

  // Level 1 without one band: neither its bands nor its sums say so by themselves.
  const upper = tables[1]!;
  const band = BANDS[9]!;
  upper.dropColumns(['F', 'M', 'T'].map((sex) => `${sex}_${band}`));
  planted.push({ check: 'Q6', kind: 'band-missing', severity: 'warning', level: 1, file: upper.file, pcodes: [], rows: [], also: ['Q10', 'Q11'] });
  return planted;
}
