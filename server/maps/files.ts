/** What a map shows, as files for a spreadsheet and a GIS. What it counts, of which period, versions, sources and licence is in them or beside them. */
import { toIso3 } from '../contract/ids.ts';
import { populationOf } from '../contract/maps/map.ts';
import type { Emptiness, MapFacts } from './facts.ts';
import { exportColumns } from '../boundaries/files/columns.ts';
import { dayColumns, type ExportColumn } from '../formats/columns.ts';
import { writeGeoJson } from '../formats/geojson/write.ts';
import { writeCsv } from '../formats/tables/write.ts';

/** Facts about the file, as name and text: `definition`, `sources`, … */
export type FileNotes = [name: string, text: string][];

/** `value` is empty where there is none, and `why_empty` says why: zero and not reported are different things. */
function columnsOf(facts: MapFacts): ExportColumn[] {
  const { table, lineage, values, boundary, parts, spec, panels } = facts;
  const plain = { ...table, extra: [] };
  const tables = lineage
    .slice(0, table.level)
    .map((units, level) => ({ ...plain, level: level as typeof table.level, units: units.filter((unit) => unit !== null) }));
  const columns = exportColumns(plain, [...tables, plain], { country: toIso3(boundary.dataset), version: boundary.version });
  const named = columns.filter(({ name }) => /^adm\d_(name\d?|pcode)$/.test(name) && columns.length > 0);
  const kept = named.filter(({ values: list }) => list.some((value) => value !== null));
  if (!values) return kept;
  const of = (pcode: string) => values.get(pcode) ?? 'noData';
  // Nobody there is nought organisations and no change of them, but not nought people for each.
  const isNone = (value: Emptiness) => value === 'zero' && !populationOf(spec.data);
  const numbers = table.units.map(({ pcode }) => of(pcode));
  // The map of all clusters has a number here; that of one may not.
  const whyInPanels = (pcode: string): string | null => {
    const withheld = (panels ?? []).flatMap((panel) => (panel.values.get(pcode) === 'withheld' ? [panel.code] : []));
    return withheld.length > 0 ? `${EMPTY.withheld}: ${withheld.join(', ')}` : null;
  };
  return [
    ...kept,
    { name: 'value', type: 'number', values: numbers.map((value) => (typeof value === 'number' ? value : isNone(value) ? 0 : null)) },
    ...parts.map(([name, of]): ExportColumn => ({ name, type: 'number', values: table.units.map(({ pcode }) => of.get(pcode) ?? null) })),
    {
      name: 'why_empty',
      type: 'text',
      values: numbers.map((value, row) => (typeof value === 'number' || isNone(value) ? whyInPanels(table.units[row]!.pcode) : EMPTY[value])),
    },
  ];
}

const EMPTY: Record<Emptiness, string> = {
  zero: 'no organisation',
  notReported: 'not reported',
  aboveOnly: 'known only above',
  possible: 'possible only: the area was split',
  notPlaced: 'in doubt',
  noData: 'no data',
  withheld: 'withheld',
};

/** A table and nothing else: what it says of itself is in the notes beside it. */
export const exportMapCsv = (facts: MapFacts): Uint8Array => writeCsv([...columnsOf(facts), ...dayColumns(facts.asOf, facts.table.units.length)]);

/** The companion of the table, to be read by people: a name and a text on each line. UTF-8 with its mark, for old editors. */
export const exportNotes = (notes: FileNotes): Uint8Array =>
  Buffer.from(`\ufeff${notes.map(([name, text]) => `${name}: ${text.replaceAll(/\s+/g, ' ')}\r\n`).join('')}`);

/** Notes are a member of the collection; RFC 7946 §6.1 allows foreign members. */
export function exportMapGeoJson(facts: MapFacts, name: string, notes: FileNotes): Uint8Array {
  const bytes = Buffer.from(writeGeoJson(name, facts.table, columnsOf(facts)));
  const member = `"metadata":${JSON.stringify(Object.fromEntries(notes))},`;
  const head = '{"type":"FeatureCollection",';
  return Buffer.concat([Buffer.from(head + member), bytes.subarray(head.length)]);
}
