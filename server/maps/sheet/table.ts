/** The pages behind the map: what it shows as numbers, who is where, and what their acronyms stand for. */
import type { PrintLang } from '../../contract/languages.ts';
import { populationOf } from '../../contract/maps/map.ts';
import { say } from '../../words/words.ts';
import type { MapFacts } from '../facts.ts';
import { isRightToLeft } from '../render/drawing.ts';
import { nameIn, valueText, valueWriter } from '../sentences.ts';
import { withPartial } from '../told/told.ts';

const MOST_NAMES = 400;

interface Organisation {
  id: string;
  name: string;
  acronym: string | null;
}

/** Who is in each area, by P-code. `closed`: the source is sensitive, and nobody is named. null: the map shows no organisations. */
export type OrganisationsByArea = { byArea: Map<string, Organisation[]> } | 'closed' | null;

interface Cell {
  text: string;
  rtl: boolean;
}
const cellOf = (text: string): Cell => ({ text: text.replace(/[\u2066-\u2069\u200e\u200f]/g, ''), rtl: isRightToLeft(text) });

export interface SheetTable {
  title: string;
  note: string;
  head: string[];
  /** Shares of the width. */
  widths: number[];
  align: ('start' | 'end')[];
  rows: Cell[][];
}

export function tableOf(
  facts: MapFacts,
  organisations: OrganisationsByArea,
  valueTitle: string,
  lang: PrintLang,
  most = MOST_NAMES,
): { table: SheetTable | null; acronyms: Cell[][] } {
  // A map of boundaries has no numbers to read: beyond some pages its list of names is a gazetteer, and no part of a map.
  if (!facts.values && facts.table.units.length > most) return { table: null, acronyms: [] };
  const { table, lineage, values, spec } = facts;
  const byArea = organisations !== null && organisations !== 'closed' ? organisations.byArea : null;
  const above = table.level > 1 ? lineage[table.level - 1] : undefined;
  const columns = [
    { head: say(lang, 'page.name'), width: 3, align: 'start' as const },
    ...(above ? [{ head: say(lang, 'sheet.table.within'), width: 2.4, align: 'start' as const }] : []),
    { head: say(lang, 'page.pcode'), width: 1.7, align: 'start' as const },
    ...(values ? [{ head: valueTitle, width: 2.2, align: 'end' as const }] : []),
    ...(byArea ? [{ head: say(lang, 'sheet.organisation'), width: 6, align: 'start' as const }] : []),
  ];
  const order = orderOf(facts);
  const write = valueOf(facts, lang);
  const short = shortNames(byArea ? [...byArea.values()].flat() : []);
  const rows = order.map((row) => {
    const { pcode, names } = table.units[row]!;
    const here = byArea?.get(pcode)?.map(short) ?? [];
    return [
      nameIn(names, spec.labels.lang),
      ...(above ? [nameIn(above[row]?.names ?? [], spec.labels.lang)] : []),
      pcode,
      ...(values ? [write(pcode)] : []),
      ...(byArea ? [here.length > 0 ? here.join(', ') : say(lang, 'sheet.table.nobody')] : []),
    ].map(cellOf);
  });
  const title = say(lang, byArea ? 'sheet.table.organisations' : values ? 'sheet.table.values' : 'sheet.table.areas');
  return {
    table: {
      title,
      note: organisations === 'closed' ? say(lang, 'sheet.table.closed') : '',
      head: columns.map(({ head }) => head),
      widths: columns.map(({ width }) => width),
      align: columns.map(({ align }) => align),
      rows,
    },
    acronyms: byArea ? acronymsOf([...byArea.values()].flat(), lang) : [],
  };
}

/** By the unit above, then by code. */
function orderOf({ table, lineage }: Pick<MapFacts, 'table' | 'lineage'>): number[] {
  const above = table.level > 1 ? lineage[table.level - 1] : undefined;
  const codeOf = (row: number) => `${above?.[row]?.pcode ?? ''} ${table.units[row]!.pcode}`;
  return table.units.map((_, row) => row).sort((a, b) => (codeOf(a) < codeOf(b) ? -1 : 1));
}

/** The values alone, in the order of the rows of the table. */
export function valueCells(facts: MapFacts, lang: PrintLang): Cell[] {
  const write = valueOf(facts, lang);
  return orderOf(facts).map((row) => cellOf(write(facts.table.units[row]!.pcode)));
}

/** The acronym, unless another organisation is called the same: two of one name in a cell would look like one that is there twice. */
function shortNames(all: readonly Organisation[]): (organisation: Organisation) => string {
  const called = new Map<string, Set<string>>();
  for (const { id, name, acronym } of all) {
    const own = called.get(acronym ?? name) ?? new Set();
    called.set(acronym ?? name, own.add(id));
  }
  return ({ name, acronym }) => (acronym === null ? name : called.get(acronym)!.size > 1 ? `${name} (${acronym})` : acronym);
}

/** As on the page of the map: a number, what is certain and possible, or why there is none. */
function valueOf({ spec, values, possible, ranges, told }: MapFacts, lang: PrintLang): (pcode: string) => string {
  const write = valueWriter({ spec, told }, lang);
  const isRatio = populationOf(spec.data) !== null;
  return (pcode) => {
    const value = values?.get(pcode) ?? 'noData';
    const most = isRatio ? undefined : possible.get(pcode);
    return withPartial(valueText(value, most ?? ranges?.get(pcode), write, lang, told), told?.partial.get(pcode), lang);
  };
}

function acronymsOf(organisations: readonly Organisation[], lang: PrintLang): Cell[][] {
  const known = new Map(organisations.flatMap(({ name, acronym }) => (acronym !== null && acronym !== name ? [[acronym, name] as const] : [])));
  const order = new Intl.Collator(lang).compare;
  return [...known].toSorted(([a], [b]) => order(a, b)).map((pair) => pair.map(cellOf));
}

/** One column of numbers. */
export interface PartColumn {
  name: string;
  /** Of the whole country; '' where it may not be said or is not known. null: nobody asks for it. */
  total: string | null;
  facts: MapFacts;
}

/** Points of a column of numbers below the name of a cluster, and of the columns before it. */
const [COLUMN, BEFORE] = [46, 260];

/** Numbers of several maps side by side, as many as the page is wide for; the others in another table with the same rows. */
export function tablesOfParts(whole: MapFacts, parts: readonly PartColumn[], valueTitle: string, lang: PrintLang, width: number): SheetTable[] {
  const { table } = tableOf({ ...whole, values: null, panels: null }, null, valueTitle, lang, Infinity);
  const most = Math.max(1, Math.floor((width - BEFORE) / COLUMN));
  const hasTotals = parts.some(({ total }) => total !== null);
  const first = hasTotals ? [[cellOf(say(lang, 'picture.allAreas')), ...table!.head.slice(1).map(() => cellOf(''))]] : [];
  const tables: SheetTable[] = [];
  for (let at = 0; at < parts.length; at += most) {
    const some = parts.slice(at, at + most);
    const columns = some.map(({ facts, total }) => [...(hasTotals ? [cellOf(total ?? '')] : []), ...valueCells(facts, lang)]);
    tables.push({
      ...table!,
      title: say(lang, 'sheet.table.values'),
      head: [...table!.head, ...some.map(({ name }) => cellOf(name).text)],
      widths: [...table!.widths, ...some.map(() => 1.4)],
      align: [...table!.align, ...some.map(() => 'end' as const)],
      rows: [...first, ...table!.rows].map((row, i) => [...row, ...columns.map((column) => column[i]!)]),
    });
  }
  return tables;
}
