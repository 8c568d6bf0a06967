/** What a row says of the units above it, against those units themselves. */
import type { AdminLevel } from '../../../contract/ids.ts';
import type { Iso3 } from '../../../contract/ids.ts';
import { countryName } from '../../../matching/countries.ts';
import { majorityParents } from '../../normalize/majority.ts';
import type { UploadedLevel } from '../../normalize/model.ts';
import type { TextColumn, TextDraft, TextLayer } from './columns.ts';
import { textOf } from './columns.ts';

/** A row that lies in another unit than it says with at least this share of its area is a question (decision 0012). */
const ELSEWHERE = 0.5;

/** Empty names of units above, from the layer of that level; of the country, as the UN writes it. */
export function missingNames(layer: TextLayer, levels: UploadedLevel[], country: Iso3): TextDraft[] {
  return layer.columns.flatMap((column): TextDraft[] => {
    if (column.is !== 'name' || column.of >= layer.level || column.empty.length === 0) return [];
    // Further names are there for further languages, and mostly empty: nobody misses them where no row has one.
    if (column.slot > 0 && (column.rowsOf.size === 0 || column.lang === 'und')) return [];
    const upper = levels.find(({ level, raw }) => level === column.of && raw !== layer.raw);
    const rowsOf = new Map<string, { rows: number[]; from: string }>();
    for (const row of column.empty) {
      const own = upper ? nameAbove(layer, upper, row, column) : null;
      const found = own ?? (column.of === 0 ? { name: nameOfCountry(country, column.lang), from: '' } : null);
      if (!found?.name) continue;
      const known = rowsOf.get(found.name);
      if (known) known.rows.push(row);
      else rowsOf.set(found.name, { rows: [row], from: found.from });
    }
    return [...rowsOf].map(([name, { rows, from }]): TextDraft => {
      const isCountry = from === '';
      return {
        column,
        rows,
        before: null,
        after: name,
        rule: isCountry ? 'country-name' : 'parent-name',
        evidence: isCountry ? { code: 'm49', params: { country } } : { code: 'layer-above', params: { pcode: from, level: column.of } },
        bulk: true,
        offered: false,
      };
    });
  });
}

function nameOfCountry(country: Iso3, lang: string): string | null {
  const name = countryName(country, lang === 'und' ? 'en' : lang);
  return name === country ? null : name;
}

/** In the column's language; where nothing says which, the first name. */
function nameAbove({ uploaded, keyOf }: TextLayer, upper: UploadedLevel, rawRow: number, { of, lang }: TextColumn): { name: string; from: string } | null {
  if (!keyOf.has(rawRow)) return null;
  const row = uploaded.table.source.rowNumber.indexOf(rawRow + 1);
  const code = uploaded.lineage[of]?.[row];
  const unit = code ? upper.table.units.filter(({ pcode }) => pcode === code) : [];
  if (unit.length !== 1) return null;
  const { names } = unit[0]!;
  const name = lang === 'und' ? names[0]?.name : names.find((one) => one.lang === lang)?.name;
  return name ? { name, from: code! } : null;
}

/** Rows whose stated unit above is there, and that lie mostly in another. */
export function misplaced(layer: TextLayer, levels: UploadedLevel[]): TextDraft[] {
  const of = (layer.level - 1) as AdminLevel;
  const column = layer.columns.find((one) => one.is === 'pcode' && one.of === of);
  const upper = levels.find(({ level, raw }) => level === of && raw !== layer.raw);
  if (!column || !upper || of < 1) return [];
  const { table } = layer.uploaded;
  const codes = upper.table.units.map(({ pcode }) => pcode as string);
  const numberOf = new Map(codes.map((code, row) => [code, row]));
  const values = layer.raw.columns.find(({ name }) => name === column.heading)!.values;
  const stated = Array.from(table.source.rowNumber, (number) => textOf(values[number - 1]));
  const known = [...stated.keys()].filter((row) => stated[row] !== null && numberOf.has(stated[row]!));
  const { group, share } = majorityParents(
    table.geometry,
    known,
    upper.table.geometry,
    Int32Array.from(codes, (code) => numberOf.get(code)!),
  );
  return known.flatMap((row): TextDraft[] => {
    const inside = group[row]! < 0 ? null : codes[group[row]!]!;
    if (inside === null || inside === stated[row] || share[row]! < ELSEWHERE) return [];
    return [
      {
        column,
        rows: [table.source.rowNumber[row]! - 1],
        before: stated[row]!,
        after: inside,
        rule: 'parent-place',
        evidence: { code: 'lies-in', params: { pcode: inside, percent: Math.round(100 * share[row]!) } },
        bulk: false,
        // Which of the two is wrong, code or drawing, nobody but the group knows.
        offered: true,
      },
    ];
  });
}
