/** A series as data: a cover with the list of its sheets, the sheets, and the tables that hold the same numbers. One file, or one for each sheet. */
import { writeZip } from '../../formats/archive/writeZip.ts';
import { toIso3, type AdminLevel } from '../../contract/ids.ts';
import type { PrintLang } from '../../contract/languages.ts';
import { orientationOf } from '../../contract/maps/paper.ts';
import type { SeriesBy, SeriesForm } from '../../contract/maps/paper.ts';
import { say, sayNumber } from '../../words/words.ts';
import type { MapFacts } from '../facts.ts';
import { boundsOf } from '../render/picture.ts';
import { describeMap } from '../sentences.ts';
import { colonOf } from '../titles.ts';
import { frameOf } from '../sheet/layout.ts';
import { columnsOf, dateOf, numberOf, type PlaceInSeries, type SheetOptions } from '../sheet/model.ts';
import { tableOf, tablesOfParts, type OrganisationsByArea } from '../sheet/table.ts';
import { plain, runOf } from '../sheet/text.ts';
import type { SeriesPart } from './parts.ts';

type Data = Record<string, unknown>;

export interface BookDeps {
  /** Lays a sheet out as data. */
  build: (facts: MapFacts, whole: MapFacts | null, options: SheetOptions, organisations: OrganisationsByArea) => Promise<Data>;
  /** Data to PDF. */
  print: (data: Data) => Promise<{ bytes: Uint8Array; missing: string[]; pages: number }>;
  organisationsOf: (facts: MapFacts) => Promise<OrganisationsByArea>;
  /** Before each sheet, with what it is of; may throw where nobody waits any more. */
  onPart: (done: number, name: string | null) => void;
}

export interface BookAsked {
  by: SeriesBy;
  as: SeriesForm;
  options: Omit<SheetOptions, 'place'>;
}

export interface Book {
  bytes: Uint8Array;
  /** What a ZIP holds, by name. */
  files?: Record<string, Uint8Array>;
  missing: string[];
  pages: number;
}

export async function makeBook(deps: BookDeps, whole: MapFacts, parts: readonly SeriesPart[], asked: BookAsked): Promise<Book> {
  const { by, as, options } = asked;
  const { lang } = options;
  // Sheets of one file lie on one kind of paper.
  const form = { ...options, orientation: options.orientation ?? orientationOf(boundsOf({ ...whole.spec, view: null }, whole.table)) };
  const own = parts.map((part, at) => ({ ...part, file: fileNameOf(part.facts, at + 1, part.code, options.paper) }));
  const running = describeMap(whole, lang).title;
  const names: AdminLevel = by === 'adm1' ? 1 : whole.table.level;
  const rows = own.map(({ name, facts, file }, at) => ({
    name: runOf(plain(name)),
    value: totalOf(facts, lang),
    target: as === 'pdf' ? targetOf(at) : null,
    file: as === 'zip' ? file : null,
  }));
  const head: [string, string, string] = [say(lang, `series.of.${by}`), plain(headOf(whole, lang)), say(lang, as === 'pdf' ? 'series.page' : 'series.file')];
  const index = { rows, head, title: say(lang, 'series.index'), names };
  const inOne = as === 'pdf';
  const place = (change: Partial<PlaceInSeries>): PlaceInSeries => ({
    running: inOne ? plain(running) : null,
    target: null,
    level: 1,
    part: '',
    tables: !inOne,
    scale: whole,
    index: null,
    ...change,
  });
  deps.onPart(0, null);
  const cover = await deps.build({ ...whole, spec: { ...whole.spec, view: null } }, null, { ...form, place: place({ index, tables: false }) }, null);
  const sheets: Data[] = [{ ...cover, running: null }];
  const files: { name: string; data: Data }[] = [{ name: fileNameOf(whole, 0, 'index', options.paper), data: cover }];
  for (const [at, part] of own.entries()) {
    deps.onPart(at + 1, part.name);
    const facts = { ...part.facts, spec: { ...part.facts.spec, title: `${whole.spec.title}${colonOf(lang)}${part.name}` } };
    const organisations = inOne ? null : await deps.organisationsOf(facts);
    const change = inOne ? { target: targetOf(at), level: 2 as const, part: codeOf(part.code) } : { part: codeOf(part.code) };
    const data = await deps.build(facts, part.whole, { ...form, place: place(change) }, organisations);
    sheets.push(data);
    files.push({ name: part.file, data });
  }
  deps.onPart(own.length + 1, null);
  if (inOne) {
    const behind = await tablesOf(deps, whole, own, asked, frameOf(form.paper, form.orientation).page.width);
    return deps.print({ ...cover, sheets: [...sheets, { ...cover, ...behind, running: runOf(plain(running)), behind: true, list: [], level: 1 }] });
  }
  const packed: Record<string, Uint8Array> = {};
  const missing = new Set<string>();
  let pages = 0;
  for (const { name, data } of files) {
    const made = await deps.print(data);
    packed[name] = made.bytes;
    pages += made.pages;
    for (const letter of made.missing) missing.add(letter);
    deps.onPart(own.length + 1, null);
  }
  return {
    bytes: writeZip(Object.entries(packed).map(([name, bytes]) => ({ name, pieces: [bytes], stored: true }))),
    files: packed,
    missing: [...missing],
    pages,
  };
}

const targetOf = (at: number) => `part-${at + 1}`;

const codeOf = (code: string) => code.replace(/[^A-Za-z0-9]+/g, '-').slice(0, 40);

/** Four parts: country with running number, short name, paper, day; as field mappers of the UN name their files. */
export function fileNameOf(facts: MapFacts, at: number, code: string, paper: 'A4' | 'A3'): string {
  const number = `${toIso3(facts.boundary.dataset)}${String(at).padStart(3, '0')}`;
  const [, ...what] = numberOf(facts, paper, '').split(`_${paper}`)[0]!.split('_');
  const name = [...what, codeOf(code)].join('-').toLowerCase();
  return `${number}_${name}_${paper.toLowerCase()}_${dateOf(facts).replaceAll('-', '')}.pdf`;
}

const isTotalled = ({ spec: { data } }: MapFacts) =>
  (data.kind === 'presence' && data.measure.is === 'count') || (data.kind === 'population' && data.measure === 'people');

/** What the numbers beside the names of sheets are: of what is counted its totals, of other maps for how many areas there is something. */
function headOf(facts: MapFacts, lang: PrintLang): string {
  if (isTotalled(facts)) return describeMap(facts, lang).legendTitle;
  return facts.values ? say(lang, 'series.known') : say(lang, 'series.units', { n: String(facts.table.level) });
}

/** The number that the headline of its sheet has. */
function totalOf(facts: MapFacts, lang: PrintLang): string {
  const { presence, population, values, table } = facts;
  const units = sayNumber(table.units.length, lang);
  if (!isTotalled(facts))
    return values ? `${sayNumber([...values.values()].filter((value) => typeof value === 'number' || value === 'zero').length, lang)} / ${units}` : units;
  const total = presence ? presence.total : (population?.total ?? null);
  return total === null ? '–' : sayNumber(Math.round(total), lang);
}

/** Behind all sheets: of clusters their numbers side by side, else what a sheet of the whole has behind it. */
async function tablesOf(deps: BookDeps, whole: MapFacts, parts: readonly SeriesPart[], { by, options: { lang } }: BookAsked, width: number) {
  const what = plain(describeMap(whole, lang).legendTitle);
  const around = { acronymTitle: say(lang, 'sheet.acronyms'), acronymHead: [say(lang, 'sheet.acronym'), say(lang, 'sheet.organisation')] };
  if (by !== 'cluster') {
    const { table, acronyms } = tableOf(whole, await deps.organisationsOf(whole), what, lang);
    return { ...around, tables: table ? [{ ...table, columns: columnsOf(width, table.head.length) }] : [], acronyms };
  }
  const columns = parts.map(({ name, facts }) => ({ name, total: null, facts }));
  return { ...around, tables: tablesOfParts(whole, columns, what, lang, width).map((table) => ({ ...table, columns: 1 })), acronyms: [] };
}
