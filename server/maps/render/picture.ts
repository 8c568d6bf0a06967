/** A MapSpec with its data laid out as a drawing: title, map, labels, legend from the same breaks, sources, disclaimer. */
import type { FeatureTable } from '../../contract/admin.ts';
import type { AdminLevel } from '../../contract/ids.ts';
import type { MapSpec } from '../../contract/maps/map.ts';
import {
  borderDash,
  borderWidth,
  CHOSEN_LINE,
  DISPUTED_DASH,
  EDGE_WIDTHS,
  edgeOf,
  groundOf,
  inkOf,
  isPattern,
  lookOf,
  OUTLINE_WIDTH,
  type PatternLook,
} from '../../contract/maps/looks.ts';
import { classColours, paletteOf, type Palette } from '../../contract/maps/palette.ts';
import { EMPTINESSES } from '../../contract/presence/measure.ts';
import type { Emptiness } from '../facts.ts';
import { unroll } from '../../geometry/box.ts';
import type { Drawing, Fill, Mark, Measure } from './drawing.ts';
import { wrap } from './drawing.ts';
import type { Ground } from '../../contract/maps/ground.ts';
import type { EdgeAt } from '../../ground/edges.ts';
import { drawGround, nameGround } from './ground.ts';
import { rowAt } from './labels.ts';
import { nameUnits } from './names.ts';
import { drawOutline, drawShapes, fitView, type BorderLine, type Coverage } from './shapes.ts';
import { isolate, signed } from '../sentences.ts';
import type { Lang, PrintLang } from '../../contract/languages.ts';
import { disclaimers } from '../../words/disclaimers.ts';
import { languageOf, say } from '../../words/words.ts';

export type { Emptiness };

export interface PictureData {
  spec: MapSpec;
  table: FeatureTable;
  /** What lies around the country. */
  ground?: Ground | null;
  /** Codes of the ancestors of each unit, by level. */
  parents: Map<AdminLevel, (string | null)[]>;
  /** The unit brought forward, of whatever level. */
  selected: { table: FeatureTable; row: number } | null;
  /** By P-code; null for a map of boundaries alone. */
  values: Map<string, number | Emptiness> | null;
  /** What is possible in units where that is more than what is certain. */
  possible?: ReadonlyMap<string, number>;
  /** How many rows wait for a decision on their place; of these, those that lie in one of the heirs of a split unit. */
  presence?: { inDoubt: number | null; possible: number | null } | null;
  title: string;
  legendTitle: string;
  /** What the numbers count, as one sentence; as-of period included. */
  definition: string;
  sources: string[];
  summary: string;
  /** What is not current of it, in words: above the map, so that nobody takes it for today's. */
  states?: readonly string[];
}

export interface PictureOptions {
  width: number;
  height: number;
  lang: Lang;
  dark: boolean;
  measure: Measure;
  /** Compact: no margins of text, for thumbnails and first paint. */
  bare?: boolean;
  /** Names and the draft mark even where it is bare: the page around it has the rest. */
  annotate?: boolean;
  /** For a light picture: what may be left out of a line, in pixels; half a pixel otherwise. */
  tolerance?: number;
  coverage?: Coverage;
  /** What the outline of the country is at a place. */
  edgeAt?: EdgeAt | undefined;
}

/** From this width on the legend stands beside the map. */
const WIDE = 560;
const SIDE = 210;
/** Of the unit brought forward. */
const TINT = 0.2;
/** With so many units the coast of each island is small, and a strong line would be all that is seen of it. */
const MANY = 800;
/** A map narrower than this has a ground that is only hinted at. */
const SMALL = 400;
/** What may be left out of lines of the ground, in pixels. */
const [FINE, COARSE] = [0.6, 1.5];

/** Title and definition above, sources and disclaimer below; nothing where it is bare. What is left between them is for the map. */
export function drawMargins(data: PictureData, { width, height, lang, dark, measure, bare }: PictureOptions) {
  const { spec, table } = data;
  const colours = paletteOf(dark);
  const rtl = languageOf(lang).direction === 'rtl';
  const pad = bare ? 0 : Math.round(Math.min(24, width * 0.035));
  const marks: Mark[] = [{ is: 'rect', x: 0, y: 0, width, height, fill: colours.surface }];
  /** Texts run from the side where reading starts. */
  const from = (x: number) => (rtl ? width - x : x);
  const write = (text: string, x: number, y: number, size: number, fill: string, weight: 400 | 600 = 400) =>
    marks.push({ is: 'text', x: from(x), y, text, size, weight, fill, anchor: 'start' });
  let top = pad;
  let bottom = height - pad;
  if (!bare) {
    const size = width >= WIDE ? 22 : 17;
    for (const line of wrap(data.title, width - 2 * pad, size, 600, measure, 3)) write(line, pad, (top += size * 1.2), size, colours.ink, 600);
    for (const line of wrap(data.definition, width - 2 * pad, 13, 400, measure, width >= WIDE ? 3 : 6)) write(line, pad, (top += 18), 13, colours.ink2);
    for (const state of data.states ?? [])
      for (const line of wrap(state, width - 2 * pad, 13, 600, measure, 3)) write(line, pad, (top += 18), 13, colours.error, 600);
    top += 12;
    const small = [`${say(lang, 'picture.sources')}: ${data.sources.join(languageOf(lang).semicolon)}`, ...disclaimers(boundsOf(spec, table), lang)].flatMap(
      (text) => wrap(text, width - 2 * pad, 10.5, 400, measure, 3),
    );
    bottom -= small.length * 14 + 4;
    small.forEach((line, index) => write(line, pad, bottom + 14 * (index + 1), 10.5, colours.ink2));
  }
  return { marks, colours, rtl, pad, from, write, top, bottom };
}

export function drawPicture(data: PictureData, options: PictureOptions): Drawing {
  const { width, height, lang, dark, measure, bare } = options;
  const { spec } = data;
  const margins = drawMargins(data, options);
  const { colours, rtl, pad, from, top } = margins;
  // Where the map is all there is, nothing lies below it: at the edge of a picture that is fitted into a frame it would be seen as a line.
  const marks = bare ? [] : margins.marks;
  let { bottom } = margins;
  const wide = width >= WIDE && !bare;
  const legend = legendRows(data, { lang, dark });
  if (!bare && !wide && legend.length > 0) bottom -= legendHeight(legend.length, width - 2 * pad) + 36;
  const side = wide && legend.length > 0 ? SIDE : 0;
  const frame = { x: rtl ? pad + side : pad, y: top, width: width - 2 * pad - side, height: Math.max(40, bottom - top - (bare ? 0 : 8)) };
  marks.push({ is: 'rect', ...frame, fill: colours.mapGround, radius: bare ? 0 : 4 });
  marks.push(...mapMarks(data, options, frame));
  if (legend.length > 0 && !bare) {
    const start = wide ? { x: width - pad - side + 16, y: top + 6 } : { x: pad, y: bottom + 8 };
    drawLegend(marks, legend, data.legendTitle, start, wide ? 1 : columnsOf(width - 2 * pad), {
      from,
      rtl,
      ink: colours.ink,
      edge: colours.mapLine,
      measure,
      room: wide ? side - 16 : width - 2 * pad,
    });
  }
  return { width, height, lang, title: data.title, summary: data.summary, frame, marks };
}

/** What is shown: the view of the spec, or all of the country. */
export function boundsOf(spec: MapSpec, table: FeatureTable): [number, number, number, number] {
  const whole = table.units.reduce<[number, number, number, number]>(
    (box, { bbox, areaSqKm }) =>
      areaSqKm > 0 ? [Math.min(box[0], bbox[0]), Math.min(box[1], bbox[1]), Math.max(box[2], bbox[2]), Math.max(box[3], bbox[3])] : box,
    [Infinity, 90, -Infinity, -90],
  );
  if (!spec.view) return whole[0] < whole[2] ? whole : [-180, -90, 180, 90];
  // On the turn of the Earth on which the country is laid out.
  const [west, south, east, north] = unroll(spec.view);
  const by = Number.isFinite(whole[0]) ? 360 * Math.round(((whole[0] + whole[2]) / 2 - (west + east) / 2) / 360) : 0;
  return [west + by, south, east + by, north];
}

export function mapMarks(
  { spec, table, ground = null, parents, values, possible, selected }: PictureData,
  { width, measure, bare, annotate = !bare, lang, dark, tolerance, coverage, edgeAt }: PictureOptions,
  frame: Drawing['frame'],
): Mark[] {
  const colours = paletteOf(dark);
  const view = fitView(boundsOf(spec, table), frame, bare ? 4 : 10);
  const { units, lines } = drawShapes(table, parents, view, { tolerance, ownLines: tolerance === undefined, coverage, edgeAt });
  const around = drawGround(ground, view, frame, colours, Math.max(tolerance ?? 0, frame.width < SMALL ? COARSE : FINE));
  // What is counted of a unit covers its water; where nothing is, water lies on it.
  const marks: Mark[] = [...around.land, ...(values ? around.lakes : [])];
  // One path for each colour: a country of 5,000 units is a handful of elements.
  const byFill = new Map<string, { fill: Fill; d: string }>();
  const fills = table.units.map(({ pcode }): Fill => {
    const plain = values ? fillOf(values.get(pcode) ?? 'noData', spec, dark) : colours.mapLand;
    return typeof plain === 'string' && possible?.has(pcode) ? patternOn(plain, 'possible', dark) : plain;
  });
  units.forEach((d, row) => {
    const fill = fills[row]!;
    const key = JSON.stringify(fill);
    const entry = byFill.get(key);
    if (entry) entry.d += d;
    else byFill.set(key, { fill, d });
  });
  const land = [...byFill.values()];
  // Every fill has a hairline of its own colour, so that no ground shines through between neighbours.
  for (const { fill, d } of land) {
    // A light picture has each border once, as the edge of the units; otherwise lines follow, by level.
    const edge = tolerance === undefined ? { stroke: typeof fill === 'string' ? fill : fill.ground, width: 0.6 } : { stroke: colours.mapLine, width: 0.5 };
    marks.push({ is: 'path', d, fill, ...edge, clip: true });
  }
  if (!values) marks.push(...around.lakes);
  marks.push(...around.lines);
  for (const line of lines) marks.push(borderMark(line, table, width < WIDE ? 0.8 : 1, colours));
  if (selected) {
    // A unit of the map's level has the very edge that its fill has; another is a line of its own.
    const d = selected.table === table ? units[selected.row]! : drawOutline(selected.table, selected.row, view);
    // Of boundaries alone it is tinted; a class keeps its colour. Its line has an edge of its own, to be seen on any class.
    if (!values) marks.push({ is: 'path', d, fill: colours.accent, opacity: TINT, clip: true });
    marks.push(
      { is: 'path', d, stroke: colours.mapLand, width: CHOSEN_LINE.edge, clip: true },
      { is: 'path', d, stroke: values ? colours.ink : colours.accentStrong, width: CHOSEN_LINE.line, clip: true },
    );
  }
  const size = width < WIDE ? 10 : 11.5;
  const hasNames = (spec.labels.show !== 'none' || spec.labels.values) && annotate;
  const painted = values ? (row: number) => fills[row]! : undefined;
  const named = hasNames ? nameUnits(table, { spec, values, view, frame, colours, size, lang, measure, fillOf: painted }) : { marks: [], taken: [] };
  marks.push(...named.marks);
  const unitAt = rowAt(table, view);
  const paintedAt = values ? (x: number, y: number) => fills[unitAt(x, y)] ?? null : undefined;
  if (annotate) marks.push(...nameGround(ground, view, { frame, lang, colours, size: width < WIDE ? 9.5 : 11, measure, paintedAt }, named.taken));
  if (spec.status === 'draft' && annotate) marks.push(draftMark(frame, lang, measure, colours));
  return marks;
}

/** A border by what it parts: the coast thin, the land border strong, disputed parts of it dashed; inside, the deeper the lighter. */
function borderMark({ level, outer, edge, d }: BorderLine, table: FeatureTable, scale: number, colours: Palette): Mark {
  if (!outer) {
    const dash = borderDash(level);
    return { is: 'path', d, stroke: colours.mapLine, width: borderWidth(level) * scale, ...(dash ? { dash: [...dash] } : {}), opacity: 0.85, clip: true };
  }
  // With so many units the coast of each island is small.
  const width = edge === null || edge === 'coast' ? (table.units.length > MANY ? 0.6 : edge === null ? OUTLINE_WIDTH : EDGE_WIDTHS.coast) : EDGE_WIDTHS[edge];
  const stroke = edge === null || edge === 'coast' ? colours.mapOutline : colours.mapBorder;
  return { is: 'path', d, stroke, width: width * scale, ...(edge === 'disputed' ? { dash: [...DISPUTED_DASH] } : {}), clip: true };
}

/** Across what is drawn: nobody takes it for a cleared map. */
export function draftMark(frame: Drawing['frame'], lang: Lang, measure: Measure, colours: Palette): Mark {
  const text = say(lang, 'picture.draft');
  return {
    is: 'text',
    x: frame.x + frame.width / 2,
    y: frame.y + frame.height / 2,
    text,
    size: Math.min(40, (frame.width * 0.7) / Math.max(1, measure(text, 1, 600))),
    weight: 600,
    fill: colours.ink,
    anchor: 'middle',
    opacity: 0.16,
    turn: -18,
  };
}

function patternOn(ground: string, pattern: PatternLook, dark: boolean): Fill {
  const colours = paletteOf(dark);
  const edge = edgeOf(pattern);
  return { pattern, ink: colours[inkOf(pattern)], ground, ...(edge ? { edge: colours[edge] } : {}) };
}

/** What the live map paints too (client/map/style.ts): both take classes, looks and colours from the contract. */
export function fillOf(value: number | Emptiness, spec: Pick<MapSpec, 'data' | 'classes'>, dark: boolean): Fill {
  const colours = paletteOf(dark);
  if (typeof value !== 'number') {
    const look = lookOf(value, spec.data.kind);
    const ground = colours[groundOf(look)];
    return isPattern(look) ? patternOn(ground, look, dark) : ground;
  }
  const { breaks } = spec.classes;
  const shades = classColours(spec, dark);
  for (let index = breaks.length - 2; index >= 0; index--)
    if (value >= breaks[index]! && value <= breaks[breaks.length - 1]!) return shades[index] ?? shades.at(-1)!;
  return value === 0 ? colours.mapLand : colours.mapEmpty;
}

export interface LegendRow {
  fill: Fill;
  text: string;
  /** Units; null where there are several maps. */
  count: number | null;
}

/** Classes from the break table, then those kinds of emptiness that occur. None for boundaries alone. */
export function legendRows(
  { spec, table, values, possible, presence }: Pick<PictureData, 'spec' | 'table' | 'values' | 'possible' | 'presence'>,
  { lang, dark }: { lang: PrintLang; dark: boolean },
): LegendRow[] {
  if (!values) return [];
  const shades = classColours(spec, dark);
  const { breaks, method, open, whole: ofWhole } = spec.classes;
  const number = new Intl.NumberFormat(languageOf(lang).locale, {
    maximumFractionDigits: breaks.some((value) => !Number.isInteger(value) && Math.abs(value) < 100) ? 1 : 0,
  });
  const write = (value: number) => signed(value, number);
  const whole = ofWhole || method === 'integer';
  const counted = new Map<string, number>();
  const keyOf = (value: number | Emptiness) => {
    if (typeof value !== 'number') return value;
    if (breaks.length < 2 || value < breaks[0]! || value > breaks.at(-1)!) return value === 0 ? 'zero' : 'noData';
    return String(breaks.findLastIndex((from, index) => index < breaks.length - 1 && value >= from));
  };
  for (const { pcode } of table.units) {
    const key = keyOf(values?.get(pcode) ?? 'noData');
    counted.set(key, (counted.get(key) ?? 0) + 1);
  }
  const rows: LegendRow[] = [];
  for (let index = 0; index < breaks.length - 1; index++) {
    const [from, to] = [breaks[index]!, breaks[index + 1]!];
    const last = index === breaks.length - 2;
    const upper = whole && !last ? to - 1 : to;
    const range = from === upper ? write(from) : `${write(from)} – ${write(upper)}`;
    const text = last && open !== 'none' ? `${write(from)}+` : index === 0 && open === 'both' ? `≤ ${write(upper)}` : range;
    rows.push({ fill: shades[index] ?? shades.at(-1)!, text: isolate(text, lang), count: counted.get(String(index)) ?? 0 });
  }
  for (const kind of EMPTINESSES) {
    // Units with a number of which more is possible are counted in their class too.
    const count = kind === 'possible' ? (possible?.size ?? 0) : (counted.get(kind) ?? 0);
    const doubtful = kind === 'notPlaced' ? (presence?.inDoubt ?? 0) - (presence?.possible ?? 0) : 0;
    // Rows in doubt are told wherever the areas they may lie in have numbers of their own.
    if (count === 0 && doubtful === 0) continue;
    const text =
      doubtful > 0
        ? `${say(lang, `picture.${kind}`)}${lang === 'fr' ? ' ' : ''}: ${say(lang, 'picture.rows', { rows: doubtful })}`
        : say(lang, `picture.${kind}`);
    rows.push({ fill: fillOf(kind, spec, dark), text, count });
  }
  return rows;
}

const ROW = 20;
export const columnsOf = (room: number) => Math.max(1, Math.min(3, Math.floor(room / 150)));
export const legendHeight = (rows: number, room: number) => Math.ceil(rows / columnsOf(room)) * ROW;

interface LegendStyle {
  from: (x: number) => number;
  rtl: boolean;
  ink: string;
  /** Of the swatches. */
  edge: string;
  measure: Measure;
  room: number;
}

export function drawLegend(
  marks: Mark[],
  rows: LegendRow[],
  title: string,
  start: { x: number; y: number },
  columns: number,
  { from, rtl, ink, edge, measure, room }: LegendStyle,
): void {
  let y = start.y + 12;
  for (const line of wrap(title, room, 12, 600, measure, 3)) {
    marks.push({ is: 'text', x: from(start.x), y, text: line, size: 12, weight: 600, fill: ink, anchor: 'start' });
    y += 16;
  }
  rows.forEach(({ fill, text, count }, index) => {
    const x = start.x + (index % columns) * (room / columns);
    const line = y + Math.floor(index / columns) * ROW;
    marks.push({ is: 'rect', x: from(x) - (rtl ? 22 : 0), y: line - 4, width: 22, height: 14, fill, stroke: edge, radius: 2 });
    marks.push({
      is: 'text',
      x: from(x + 30),
      y: line + 7,
      text: count === null ? text : `${text} (${count})`,
      size: 12,
      weight: 400,
      fill: ink,
      anchor: 'start',
    });
  });
}
