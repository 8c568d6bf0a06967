/** Ages in the cells of a long table that a spreadsheet took for dates: the other bands of the column say what they were. */
import type { Finding } from '../../contract/finding.ts';
import type { RawTable } from '../../formats/tables/rawTable.ts';
import { cellText } from '../../formats/tables/rawTable.ts';
import { clause } from '../../words/clauses.ts';
import { finding } from '../../words/findings.ts';
import type { Band } from './ageDates.ts';
import { bandsOfDate, chooseBand } from './ageDates.ts';
import type { PopulationRole } from './columns.ts';
import { toAges } from './columns.ts';

export function readLongBands(table: RawTable, roles: readonly PopulationRole[]): { bands: Map<string, Band>; findings: Finding[] } {
  const bands = new Map<string, Band>();
  const column = roles.findIndex((role) => role.is === 'ageRange');
  if (column < 0) return { bands, findings: [] };
  const texts = [...new Set(table.columns[column]!.cells.map(cellText))];
  const dated = texts.map((text) => ({ text, options: bandsOfDate(text) })).filter(({ options }) => options.length > 0);
  const known = texts.flatMap((text): Band[] => {
    const ages = bandsOfDate(text).length > 0 ? null : toAges(text);
    return ages?.from == null ? [] : [{ from: ages.from, to: ages.to ?? 999 }];
  });
  known.push(...dated.flatMap(({ options }) => (options.length === 1 ? options : [])));
  const open: typeof dated = [];
  for (const each of dated) {
    const band = chooseBand(each.options, known);
    if (band) bands.set(each.text, band);
    else open.push(each);
  }
  const { sheet, file } = table;
  const item = (code: string, text: string, options: Band[]) => ({
    id: `${code}/${file}/${sheet}/${text}`,
    pcodes: [],
    rows: [],
    clause:
      options.length === 1
        ? clause('population.band-of-date', { sheet, heading: text, band: `${options[0]!.from}–${options[0]!.to}` })
        : clause('population.bands-of-date', { sheet, heading: text, bands: options.map(({ from, to }) => `${from}–${to}`) }),
  });
  return {
    bands,
    findings: [
      ...finding(
        'population.ages-from-dates',
        'warning',
        null,
        [...bands].map(([text, band]) => item('population.ages-from-dates', text, [band])),
      ),
      ...finding(
        'population.ages-doubt',
        'error',
        null,
        open.map(({ text, options }) => item('population.ages-doubt', text, options)),
      ),
    ],
  };
}
