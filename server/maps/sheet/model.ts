/** A sheet as data: every word and number that stands on it, its map, and where each label stands. The template lays it out and adds nothing. */
import { toIso3, type AdminLevel } from '../../contract/ids.ts';
import type { PrintLang } from '../../contract/languages.ts';
import { orientationOf, type Orientation, type Paper } from '../../contract/maps/paper.ts';
import type { Coverage } from '../../geometry/coverage.ts';
import { UNSETTLED, type Unsettled } from '../../contract/maps/ground.ts';
import { languageOf, say, sayNumber, sayPeriod } from '../../words/words.ts';
import { disclaimerLines } from '../../disclaimers/notes.ts';
import type { MapFacts } from '../facts.ts';
import { isRightToLeft } from '../render/drawing.ts';
import { scaleOfCircles } from '../render/circles.ts';
import type { LegendRow } from '../render/legend.ts';
import { boundsOf, legendRows } from '../render/picture.ts';
import { countryName, describeMap, valueWriter } from '../sentences.ts';
import { colonOf, periodOf } from '../titles.ts';
import { coloursOf, type SheetColours } from './colours.ts';
import type { SheetFonts } from './fonts.ts';
import { sheetGround, type GroundLabel, type SheetGround } from './ground.ts';
import { lettersOf, type PlacedLabels, type SheetLabel } from './labels.ts';
import { frameOf, indexColumns, layoutOf, listColumns, QR_WIDTH, withIndex, withList, type Heights, type ListAt, type SheetSizes } from './layout.ts';
import { drawLocator } from './draw/locator.ts';
import { drawSheetMap, keyOf, lineColour, lineWidth, paintOf, swatchSvg, sheetDash, SHEET_UNSETTLED } from './map.ts';
import { overlayLegends, overlaySvg, sheetOverlays } from './overlays.ts';
import { nameAll } from './naming.ts';
import { chooseProjection, type Box, type Projection } from './projection.ts';
import { qrSvg } from './qr.ts';
import { projectionText, scaleNote, scaleOf } from './scale.ts';
import { fitSheet, seenOn, turnOf } from './shapes.ts';
import { tableOf, type OrganisationsByArea } from './table.ts';
import { ltr, partsOf, plain, runOf, type Run } from './text.ts';

export interface SheetOptions {
  paper: Paper;
  orientation: Orientation | undefined;
  lang: PrintLang;
  grey: boolean;
  /** Address of the map; null for one that is not stored: no code is printed. */
  link: string | null;
  fontNames: readonly string[];
  /** Absent: a sheet by itself. */
  place?: PlaceInSeries;
}

/** What differs on a sheet of a series (decision 0073). */
export interface PlaceInSeries {
  /** Above each page that is no file of its own: what the series is called. */
  running: string | null;
  /** Of its title, for bookmarks and the pages of the index. */
  target: string | null;
  level: 1 | 2;
  /** Stands in the number of the document; '' of the cover. */
  part: string;
  /** The pages behind a sheet of a file of its own; where all are in one file they stand once, at its end. */
  tables: boolean;
  /** By whose numbers circles are sized, on all sheets alike. */
  scale: MapFacts;
  /** Of the cover. */
  index: { rows: IndexRow[]; head: [string, string, string]; title: string; names: AdminLevel } | null;
}

/** One of `target` and `file` says where the sheet is found. */
export interface IndexRow {
  name: Run;
  value: string;
  target: string | null;
  file: string | null;
}

export interface SheetParts {
  facts: MapFacts;
  /** What is drawn, where it is more than what is spoken of: a region within its country. */
  whole?: MapFacts | null;
  coverage: Coverage;
  organisations: OrganisationsByArea;
  /** Land of the Earth within a box of degrees, for the locator. */
  landOf: (box: Box) => SheetGround['land'];
  fonts: SheetFonts;
}

export interface Sheet {
  /** What the template reads as data.json. */
  data: Record<string, unknown>;
  labels: SheetLabel[];
}

/** Degrees that north may turn over a sheet that says where it is. */
export const UPRIGHT = 5;
export const MARGIN = 8;

/** About the room that words leave for the map: what is said hangs on what is in view. */
const aboutMap = ({ landscape, inner, sideWidth }: ReturnType<typeof frameOf>) => ({
  width: landscape ? inner.width - sideWidth : inner.width,
  height: inner.height * 0.75,
});

/** How high the parts around the map are, once they are laid out. */
export type Measured = (data: Record<string, unknown>) => Promise<Heights>;

/** Makes all of it; the same facts give the same sheet. Words first, since what they take is not the map's. */
export async function buildSheet(parts: SheetParts, options: SheetOptions, measured: Measured): Promise<Sheet> {
  const { facts, coverage, fonts, organisations, landOf } = parts;
  const { paper, lang, grey, place } = options;
  const [whole, { spec, table }] = [parts.whole ?? facts, facts];
  const box = boundsOf(spec, table);
  const [projection, frame] = [chooseProjection(box), frameOf(paper, options.orientation ?? orientationOf(box))];
  const [colours, ground] = [coloursOf(grey, spec), sheetGround(facts.ground)];
  const locator = locatorOf({ facts, whole, landOf, coverage }, box, colours, Math.min(90, frame.sideWidth), lang);
  const words = wordsOf(facts, options, projection, seenOn(fitSheet(projection, box, aboutMap(frame), MARGIN)));
  const { circles, key } = circlesOf(place?.scale ?? facts, frame, colours, lang);
  const legend = legendOf(facts, colours, seenUnsettled(ground, box), words.what, lang);
  // Room for what is known only when labels are placed.
  const hasLabels = spec.labels.show !== 'none' || spec.labels.values;
  const note = roomNote(table.units.length, lang);
  // Legend and notes hang on what is in view: the same in a frame of another size.
  const about = sheetOverlays(facts, fitSheet(projection, box, frame.inner, MARGIN), colours, lang);
  const base = baseOf({
    words,
    legend: { ...legend, key, layers: overlayLegends(about, lang) },
    frame,
    palette: colours.palette,
    lang,
    fontNames: options.fontNames,
    locator,
  });
  const index = place?.index ? { ...place.index, ...indexColumns(frame) } : null;
  const heights = await measured({
    ...base,
    index: index && unpaged(index),
    notes: [...words.data.notes, ...about.notes.map(noteOf), ...(hasLabels ? [note] : [])],
  });
  const { isBeside: hasIndex, ...whenNamed } = withIndex(layoutOf(frame, heights), heights.index, index?.width ?? null);
  const drawnIn = (sizes: SheetSizes) => {
    const view = fitSheet(projection, box, sizes.map, MARGIN);
    const laid = sheetOverlays(facts, view, colours, lang);
    return { sizes, view, laid, ...nameAll(facts, { view, sizes, lang, fonts, laid, size: frame.labels[1]!, top: place?.index?.names }) };
  };
  const { sizes, view, laid, placed, named, around, listAt } = withList(drawnIn(whenNamed), drawnIn);
  const painted = facts.values && named === table.level ? paintOf(facts, colours) : () => undefined;
  const letters = lettersOf(placed, around, painted, colours.palette, fonts);
  const dots = around.flatMap(({ dot }) => (dot ? [dot] : []));
  const list = placed.list.map(({ n, text, value }) => ({ n: n === null ? '–' : String(n), name: runOf(text), value: plain(value) }));
  const said = namesSaid(placed, { named, level: table.level, listAt }, lang);
  const scale = scaleOf(view, Math.min(150, sizes.side.width - 40));
  const tables = place?.tables === false ? { table: null, acronyms: [] } : tableOf(facts, organisations, words.what, lang);
  const focus = whole === facts ? null : new Set<string>(table.units.map(({ pcode }) => pcode));
  return {
    labels: placed.labels,
    data: {
      ...base,
      index: index && { ...index, place: hasIndex ? 'beside' : 'after' },
      running: place?.running ? runOf(plain(place.running)) : null,
      target: place?.target ?? null,
      level: place?.level ?? 1,
      // The summary says of boundaries what there is; numbers stand in the table.
      map: {
        ...sizes.map,
        svg: drawSheetMap(whole, { view, coverage, colours, ground, ...letters, overlays: overlaySvg(laid), circles, dots, focus }),
        alt: place?.running ? words.altOfSeries : tables.table ? words.alt : words.summary,
      },
      labels: [...letters.labels, ...around.map((label) => aroundData(label, colours.palette.ink2))],
      notes: [...words.data.notes, ...laid.notes.map(noteOf), ...(said.length > 0 ? [{ ...note, text: partsOf(said.join(' ')) }] : [])],
      scale: {
        width: scale.width,
        marks: ['0', sayNumber(scale.km / 2, lang), `${sayNumber(scale.km, lang)} ${languageOf(lang).units.km}`],
        note: scaleNote(scale, paper, lang),
      },
      north: turnOf(view) <= UPRIGHT ? say(lang, 'sheet.north') : null,
      beside: listAt === 'beside' ? list : [],
      below: listAt === 'below' ? list : [],
      belowColumns: listColumns(sizes.map.width),
      list: listAt === 'behind' ? list : [],
      listColumns: listColumns(sizes.page.width),
      tables: tables.table ? [{ ...tables.table, columns: columnsOf(sizes.page.width, tables.table.head.length) }] : [],
      acronyms: tables.acronyms,
      acronymTitle: say(lang, 'sheet.acronyms'),
      acronymHead: [say(lang, 'sheet.acronym'), say(lang, 'sheet.organisation')],
    },
  };
}

/** While it is measured no page has a number yet. */
const unpaged = <I extends { rows: IndexRow[] }>(index: I) => ({
  ...index,
  place: 'after',
  rows: index.rows.map((row) => ({ ...row, target: null, file: row.file ?? '88' })),
});

export function locatorOf(
  { facts, whole, landOf, coverage }: Pick<SheetParts, 'facts' | 'landOf' | 'coverage'> & { whole: MapFacts },
  shown: Box,
  colours: SheetColours,
  side: number,
  lang: PrintLang,
) {
  const country = boundsOf({ ...facts.spec, view: null }, whole.table);
  const svg = drawLocator({ country, shown, coverage, landOf: facts.ground && landOf }, colours, side);
  return svg === null ? null : { svg, side, country: countryName(facts, lang) };
}

interface Base {
  words: ReturnType<typeof wordsOf>;
  legend: object;
  frame: ReturnType<typeof frameOf>;
  palette: SheetColours['palette'];
  lang: PrintLang;
  fontNames: readonly string[];
  locator: { svg: string; side: number; country: string } | null;
}

/** By the page, not by what its words leave for the map: a key must not hang on its own size. */
export function circlesOf(facts: MapFacts, { inner }: Base['frame'], colours: SheetColours, lang: PrintLang) {
  const circles = scaleOfCircles(facts, 0.75 * inner.width, 0.75 * inner.height);
  return { circles, key: circles && keyOf(circles, colours, (value) => plain(valueWriter(facts, lang)(value))) };
}

/** Which names the map has, where the others are, and how many are nowhere. */
const namesSaid = ({ list, without }: PlacedLabels, { named, level, listAt }: { named: number; level: number; listAt: ListAt }, lang: PrintLang): string[] =>
  [
    named < level ? say(lang, named > 0 ? 'sheet.named' : 'sheet.unnamed', { n: String(named) }) : '',
    list.length > 0 ? say(lang, ({ beside: 'sheet.list.beside', below: 'sheet.list.under', behind: 'sheet.list.below' } as const)[listAt]) : '',
    list.some(({ n }) => n === null) ? say(lang, 'sheet.list.loose') : '',
    without.length > 0 ? say(lang, 'sheet.without', { n: without.length }) : '',
  ].filter(Boolean);

/** The longest that is said of names. */
const roomNote = (units: number, lang: PrintLang) => ({
  head: say(lang, 'sheet.note'),
  text: partsOf(`${say(lang, 'sheet.list.below')} ${say(lang, 'sheet.named', { n: '1' })} ${say(lang, 'sheet.without', { n: units })}`),
});

export const noteOf = (text: string) => ({ head: '', text: partsOf(text) });

/** All that does not hang on how large the map is. */
export function baseOf({ words, legend, frame, palette, lang, fontNames, locator }: Base) {
  return {
    ...words.data,
    direction: languageOf(lang).direction,
    fonts: fontNames,
    page: frame.page,
    landscape: frame.landscape,
    inner: frame.inner.width,
    sideWidth: frame.sideWidth,
    sizes: { title: frame.title, note: frame.note, stamp: frame.stamp, margin: frame.marginalia },
    colours: { ink: palette.ink, soft: palette.ink2, rule: palette.rule, line: palette.mapLine, error: palette.error, accent: palette.accentStrong },
    legend,
    locator: locator && {
      svg: locator.svg,
      width: locator.side,
      height: locator.side,
      title: say(lang, 'sheet.locator'),
      alt: say(lang, 'sheet.locator.alt', { country: locator.country }),
    },
    north: say(lang, 'sheet.north'),
    scale: { width: 100, marks: ['0', '50', '100'], note: partsOf(say(lang, 'sheet.scale.error', { percent: '10' })) },
    listTitle: say(lang, 'sheet.list'),
    beside: [],
    below: [],
    belowColumns: 1,
    list: [],
    tables: [],
    acronyms: [],
    // Of a series; a sheet by itself has neither.
    index: null,
    running: null,
    target: null,
    level: 1,
  };
}

/** Tables of few columns stand side by side. */
export const columnsOf = (width: number, head: number) => Math.max(1, Math.floor(width / (head > 4 ? 500 : 60 * head + 30)));

/** Borders not agreed on that come near what is shown: a legend says what can be found on the map. */
export const seenUnsettled = (ground: SheetGround | null, [west, south, east, north]: Box): Unsettled[] =>
  UNSETTLED.filter((kind) => ground?.told[kind].some((each) => each.some(([lon, lat]) => lon > west && lon < east && lat > south && lat < north)));

/** Title, notes, marginalia: all that is said whatever the map looks like. */
export function wordsOf(
  facts: MapFacts,
  { paper, lang, link, place }: SheetOptions,
  projection: Projection,
  drawn: [number, number, number, number],
  { inPanels = false } = {},
) {
  const { spec, boundary } = facts;
  const { title, legendTitle, definition, summary, states, sources } = describeMap(facts, lang);
  const date = dateOf(facts);
  const number = [numberOf(facts, paper, date, inPanels), place?.part].filter(Boolean).join('_');
  const { subtitle, headline } = headOf(facts, legendTitle, lang);
  const draft = spec.status === 'draft' ? say(lang, 'picture.draft') : null;
  const whole = facts.panels && !inPanels ? say(lang, 'sheet.table.whole') : '';
  return {
    what: plain(legendTitle),
    summary: plain(summary),
    alt: plain(say(lang, 'sheet.alt', { summary })),
    altOfSeries: plain(say(lang, 'series.alt', { summary })),
    data: {
      lang,
      documentTitle: plain(draft === null ? title : `${draft}: ${title}`),
      author: 'Codmap',
      keywords: [toIso3(boundary.dataset), number],
      date: date.split('-').map(Number),
      colon: colonOf(lang),
      title: partsOf(title),
      subtitle: partsOf(subtitle),
      states: states.map(partsOf),
      headline: headline && { number: plain(headline.number), text: partsOf(headline.text) },
      draft,
      notes: [
        { head: say(lang, 'sheet.definition'), text: partsOf([definition, whole].filter(Boolean).join(' ')) },
        { head: say(lang, 'picture.sources'), text: partsOf(sources.join(languageOf(lang).semicolon)) },
        ...disclaimerLines(facts.publisher, drawn, lang, 'long').map((text) => ({ head: '', text: partsOf(text) })),
      ],
      marginalia: [
        { head: say(lang, 'sheet.number'), text: partsOf(ltr(number)) },
        { head: say(lang, 'sheet.date'), text: partsOf(sayPeriod(date, date, lang)) },
        ...(facts.cleared ? [{ head: say(lang, 'sheet.cleared'), text: partsOf(sayPeriod(dayOf(facts.cleared), dayOf(facts.cleared), lang)) }] : []),
        { head: say(lang, 'sheet.projection'), text: partsOf(projectionText(projection, lang)) },
        ...(link === null ? [] : [{ head: say(lang, 'sheet.link'), text: partsOf(ltr(link)) }]),
      ],
      qr: link === null ? null : { svg: qrSvg(link), width: QR_WIDTH, alt: say(lang, 'sheet.link.alt', { link }) },
      footer: runOf(plain(`${title} · ${number}`)),
    },
  };
}

const dayOf = ({ at }: { at: string }) => at.slice(0, 10);

/** @param own of small maps: the rows of all of them, and the finest border that they have */
export function legendOf(
  facts: MapFacts,
  { palette, fill: tint }: SheetColours,
  unsettled: readonly Unsettled[],
  title: string,
  lang: PrintLang,
  own?: { rows: LegendRow[]; finest: number },
) {
  const rows = (own?.rows ?? legendRows(facts, { lang, dark: false })).map(({ fill, text, count }) => {
    const own = tint(fill);
    const shown = { text: plain(text), rtl: isRightToLeft(text), count: count === null ? null : sayNumber(count, lang) };
    return typeof own === 'string' ? { ...shown, colour: own, svg: null } : { ...shown, colour: null, svg: swatchSvg(own) };
  });
  const levels = [0, ...facts.parents.keys(), facts.table.level].filter(
    (level, at, all) => all.indexOf(level) === at && level <= (own?.finest ?? facts.table.level),
  );
  const lines = levels.map((level) => ({
    text: plain(level === 0 ? say(lang, 'sheet.border.outer') : say(lang, 'sheet.border.level', { n: String(level) })),
    width: lineWidth(level),
    colour: lineColour(level, palette),
    dash: null as number[] | null,
  }));
  for (const kind of unsettled) {
    const dash = sheetDash(kind, SHEET_UNSETTLED).split(' ').map(Number);
    lines.push({ text: say(lang, `sheet.border.${kind}`), width: SHEET_UNSETTLED, colour: palette.mapLine, dash });
  }
  const isCounted = rows.some(({ count }) => count !== null);
  return { title, heads: [say(lang, 'sheet.class'), isCounted ? say(lang, 'sheet.areas') : ''], rows, lines };
}

/** The day on which the newest of what is shown was published: the same versions make the same sheet whenever it is asked for. */
export function dateOf({ boundary, data, people, overlays }: MapFacts): string {
  const days = [boundary, data, people, ...overlays.shown.map(({ version }) => version)].flatMap((version) =>
    version ? [(version.publishedAt ?? version.createdAt).slice(0, 10)] : [],
  );
  return days.toSorted().at(-1)!;
}

/** `XNV_3W_organisations_adm2_A4_20250531`. */
export function numberOf({ spec: { data }, told, boundary, table }: MapFacts, paper: Paper, date: string, inPanels = false): string {
  const own = data.kind === 'presence' ? `3W_${inPanels ? panelsOf(data) : themeOf(data)}` : data.kind === 'population' ? `PS_${data.measure}` : 'AB';
  return `${toIso3(boundary.dataset)}_${told?.topic ?? own}_adm${table.level}_${paper}_${date.replaceAll('-', '')}`;
}
const themeOf = ({ measure, definition }: { measure: { is: string }; definition: { unit: string } }) =>
  measure.is === 'count' ? definition.unit : `${definition.unit}-${measure.is}`;
/** Short, since it stands in a narrow column. */
const panelsOf = ({ split, definition: { unit } }: { split: string; definition: { unit: string } }) =>
  unit === 'organisations' ? split : `${unit}-${split === 'organisations' ? 'orgs' : split}`;

function headOf(facts: MapFacts, what: string, lang: PrintLang): { subtitle: string; headline: { number: string; text: string } | null } {
  const { spec, table, values, presence, population, told } = facts;
  const subtitle = [countryName(facts, lang), what, say(lang, 'map.level', { n: String(table.level) }), periodOf(facts, lang)].filter(Boolean).join(' · ');
  const units = sayNumber(table.units.length, lang);
  if (!values) return { subtitle, headline: { number: units, text: say(lang, 'map.level', { n: String(table.level) }) } };
  const known = sayNumber([...values.values()].filter((value) => typeof value === 'number' || value === 'zero').length, lang);
  const isCount = (spec.data.kind === 'population' && spec.data.measure === 'people') || (spec.data.kind === 'presence' && spec.data.measure.is === 'count');
  const total = told ? told.total : isCount ? (presence ? presence.total : (population?.total ?? null)) : null;
  const text = say(lang, total === null ? 'sheet.headline.rate' : 'sheet.headline.total', { what, with: known, units });
  return { subtitle, headline: { number: total === null ? '' : sayNumber(Math.round(total), lang), text } };
}

const aroundData = ({ text, x, y, width, height, size, weight }: GroundLabel, colour: string) => ({
  x,
  y,
  width,
  height,
  size,
  colour,
  lines: [{ ...runOf(plain(text)), weight }],
});
