/** A MapSpec with its data laid out as a drawing: title, map, labels, legend from the same breaks, sources, disclaimer. */
import type { FeatureTable } from '../../contract/admin.ts';
import type { AdminLevel } from '../../contract/ids.ts';
import type { MapSpec } from '../../contract/maps/map.ts';
import { borderDash, borderWidth, CHOSEN_LINE, EDGE_WIDTHS, OUTLINE_WIDTH, unsettledDash } from '../../contract/maps/looks.ts';
import { paletteOf, type Palette } from '../../contract/maps/palette.ts';
import type { Emptiness } from '../facts.ts';
import { overOf } from '../told/told.ts';
import { unroll } from '../../geometry/box.ts';
import type { Drawing, Fill, Mark, Measure } from './drawing.ts';
import { wrap } from './drawing.ts';
import { isUnsettled, townKey, type Ground } from '../../contract/maps/ground.ts';
import type { EdgeAt } from '../../ground/edges.ts';
import { drawGround, nameGround, type Taken } from './ground.ts';
import { circleKey } from '../../contract/maps/circles.ts';
import { valueWriter } from '../sentences.ts';
import { circleMarks, cornerKey, scaleOfCircles, type CircleScale } from './circles.ts';
import { rowAt } from './labels.ts';
import { layOverlays, nameOverlays, tellOverlays, type LaidOverlays } from '../overlays/lay.ts';
import { drawOverlayLegends, overlayLegendHeight } from '../overlays/legendMarks.ts';
import type { MapOverlays } from '../overlays/overlay.ts';
import { nameUnits } from './names.ts';
import { drawOutline, drawShapes, fitView, type BorderLine, type Coverage } from './shapes.ts';
import { columnsOf, drawLegend, fillOf, legendHeight, legendRows, patternOn, type LegendData, type LegendRow } from './legend.ts';
import type { PrintLang } from '../../contract/languages.ts';
import { disclaimerLines } from '../../disclaimers/notes.ts';
import type { Publisher } from '../../disclaimers/publishers.ts';
import { languageOf, say } from '../../words/words.ts';

export type { Emptiness, LegendRow };
export { columnsOf, drawLegend, fillOf, legendHeight, legendRows };

export interface PictureData extends LegendData {
  table: FeatureTable;
  /** What lies around the country. */
  ground?: Ground | null;
  /** Codes of the ancestors of each unit, by level. */
  parents: Map<AdminLevel, (string | null)[]>;
  /** The unit brought forward, of whatever level. */
  selected: { table: FeatureTable; row: number } | null;
  /** Layers over the boundaries. */
  overlays?: MapOverlays;
  /** Whose words on boundaries and names are printed. */
  publisher: Publisher;
  /** Said below the map, before the disclaimer. */
  notes?: readonly string[];
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
  lang: PrintLang;
  dark: boolean;
  measure: Measure;
  /** Compact: no margins of text, for thumbnails and first paint. */
  bare?: boolean;
  /** Names and the draft mark even where it is bare: the page around it has the rest. */
  annotate?: boolean;
  /** For a light picture: what may be left out of a line, in pixels; half a pixel otherwise. */
  tolerance?: number;
  coverage?: Coverage;
  /** Of each layer at most so many features are drawn. */
  features?: number;
  /** What the outline of the country is at a place. */
  edgeAt?: EdgeAt | undefined;
  /** Of counts that are circles. */
  circles?: CircleScale | null;
}

type Bounds = [west: number, south: number, east: number, north: number];
type Margins = ReturnType<typeof drawMargins>;

/** Pixels between the country and the frame. */
const [MARGIN, BARE_MARGIN] = [10, 4];
/** From this width on the legend stands beside the map. */
const WIDE = 560;
const SIDE = 210;
/** A picture lower than this is a thumbnail. */
const LOW = 300;
/** Below the key of circles. */
const KEY_GAP = 10;
/** Of the unit brought forward. */
const TINT = 0.2;
/** With so many units the coast of each island is small, and a strong line would be all that is seen of it. */
const MANY = 800;
/** A map narrower than this has a ground that is only hinted at. */
const SMALL = 400;
const NONE: ReadonlyMap<string, number> = new Map();
/** Of each layer; more would be a blot, and a picture of megabytes. */
const MOST_FEATURES = 6000;
/** Square pixels for one name of a feature. */
const ROOM_OF_NAME = 30_000;
/** What may be left out of lines of the ground, in pixels. */
const [FINE, COARSE] = [0.6, 1.5];

/**
 * Title and definition above, sources and disclaimer below; nothing where it is bare. What is left between them is for the map.
 * @param drawn the box of degrees that is seen
 */
export function drawMargins(data: PictureData, { width, height, lang, dark, measure, bare }: PictureOptions, drawn = boundsOf(data.spec, data.table)) {
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
    const sources = `${say(lang, 'picture.sources')}: ${data.sources.join(languageOf(lang).semicolon)}`;
    const small = (text: string, most: number) => wrap(text, width - 2 * pad, 10.5, 400, measure, most);
    const lines = [
      ...[sources, ...(data.notes ?? [])].flatMap((text) => small(text, 3)),
      // Cut short it would be no disclaimer.
      ...disclaimerLines(data.publisher, drawn, lang).flatMap((text) => small(text, height < LOW ? 3 : 10)),
    ];
    bottom -= lines.length * 14 + 4;
    lines.forEach((line, index) => write(line, pad, bottom + 14 * (index + 1), 10.5, colours.ink2));
  }
  return { marks, colours, rtl, pad, from, write, top, bottom };
}

export function drawPicture(data: PictureData, options: PictureOptions): Drawing {
  const { width, height, lang, dark, measure, bare } = options;
  // What is said of layers takes room from the map, and hangs on what is in view: that is the same in a frame of about the size.
  const all = { x: 0, y: 0, width, height };
  const said = bare || !hasLayers(data) ? null : tellOverlays(data.overlays, lang, placeOf(data, options, all));
  const noted = { ...data, notes: [...(data.notes ?? []), ...(said?.notes ?? [])] };
  const first = drawMargins(noted, options);
  const { rtl, pad } = first;
  const wide = width >= WIDE && !bare;
  const legend = legendRows(data, { lang, dark });
  // Of the picture, not of what is left for the map: a key must not hang on its own size.
  const circles = scaleOfCircles(data, width, height * 0.8);
  const key = circles && !bare ? circleKey(circles.most, circles.radius) : null;
  const hasOwn = legend.length > 0 || key !== null;
  const hasLegend = hasOwn || (said?.legends.length ?? 0) > 0;
  const room = wide ? SIDE - 16 : width - 2 * pad;
  const columns = wide ? 1 : columnsOf(room);
  const keyRoom = key ? key.height + KEY_GAP : 0;
  const below = (!bare && !wide && hasOwn ? legendHeight(legend.length, room) + keyRoom + 36 : 0) + (!wide && said ? overlayLegendHeight(said.legends, { columns, room, measure }) : 0); // prettier-ignore
  const side = wide && hasLegend ? SIDE : 0;
  const frameIn = ({ top, bottom }: Margins) => ({
    x: rtl ? pad + side : pad,
    y: top,
    width: width - 2 * pad - side,
    height: Math.max(40, bottom - below - top - (bare ? 0 : 8)),
  });
  // A wide picture of a tall country shows more than the country, and what is said of that takes room in its turn.
  const margins = bare ? first : drawMargins(noted, options, drawnBox(boundsOf(data.spec, data.table), frameIn(first), MARGIN));
  const { colours, from, top } = margins;
  const bottom = margins.bottom - below;
  // Where the map is all there is, nothing lies below it: at the edge of a picture that is fitted into a frame it would be seen as a line.
  const marks = bare ? [] : margins.marks;
  const frame = frameIn(margins);
  marks.push({ is: 'rect', ...frame, fill: colours.mapGround, radius: bare ? 0 : 4 });
  const laid = hasLayers(data) ? layOverlays(data.overlays, lang, placeOf(data, options, frame)) : null;
  marks.push(...mapMarks(data, { ...options, circles }, frame, laid));
  if (hasLegend && !bare) {
    const start = wide ? { x: width - pad - side + 16, y: top + 6 } : { x: pad, y: bottom + 8 };
    const style = { from, rtl, ink: colours.ink, measure, room };
    const own = { ...style, key: key && { key, write: valueWriter(data, lang), gap: KEY_GAP }, colours, edge: colours.mapLine };
    const end = hasOwn ? drawLegend(marks, legend, data.legendTitle, start, columns, own) : start.y - 10;
    const below = { ...style, x: start.x, y: end, bottom: wide ? frame.y + frame.height : height, columns, soft: colours.ink2 };
    if (laid) marks.push(...drawOverlayLegends(laid.legends, below));
  }
  const layers = laid ? { layers: { legends: laid.legends, notes: laid.notes } } : {};
  return { width, height, lang, title: data.title, summary: data.summary, frame, marks, ...layers };
}

const hasLayers = (data: PictureData): data is PictureData & { overlays: MapOverlays } =>
  data.overlays !== undefined && data.overlays.shown.length + data.overlays.closed.length > 0;

/** Where and how layers are drawn in a frame. */
function placeOf({ spec, table }: PictureData, { dark, bare, tolerance = FINE, features = MOST_FEATURES }: PictureOptions, frame: Drawing['frame']) {
  const { x, y } = fitView(boundsOf(spec, table), frame, bare ? BARE_MARGIN : MARGIN);
  return { place: (lon: number, lat: number) => [x(lon), y(lat)] as const, frame, palette: paletteOf(dark), tolerance, most: features };
}

/** What a frame shows in which a box of degrees is fitted: more than the box, to the sides or above and below. */
export function drawnBox(box: Bounds, frame: Drawing['frame'], margin = BARE_MARGIN): Bounds {
  const view = fitView(box, frame, margin);
  return [view.lon(frame.x), view.lat(frame.y + frame.height), view.lon(frame.x + frame.width), view.lat(frame.y)];
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
  { spec, table, ground = null, parents, values, possible = NONE, selected, told }: PictureData,
  { width, measure, bare, annotate = !bare, lang, dark, tolerance, coverage, edgeAt, circles }: PictureOptions,
  frame: Drawing['frame'],
  laid: LaidOverlays | null = null,
): Mark[] {
  const colours = paletteOf(dark);
  const view = fitView(boundsOf(spec, table), frame, bare ? BARE_MARGIN : MARGIN);
  const { units, lines } = drawShapes(table, parents, view, { tolerance, ownLines: tolerance === undefined, coverage, edgeAt });
  const around = drawGround(ground, view, frame, colours, Math.max(tolerance ?? 0, frame.width < SMALL ? COARSE : FINE));
  // What is counted of a unit covers its water; where nothing is, water lies on it.
  const marks: Mark[] = [...around.land, ...(values ? around.lakes : [])];
  // One path for each colour: a country of 5,000 units is a handful of elements.
  const byFill = new Map<string, { fill: Fill; d: string }>();
  const fills = table.units.map(({ pcode }): Fill => {
    const plain = values ? fillOf(values.get(pcode) ?? 'noData', spec, dark) : colours.mapLand;
    const over = overOf({ possible, told }, pcode);
    return typeof plain === 'string' && over ? patternOn(plain, over, dark) : plain;
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
  marks.push(...(laid?.base ?? []), ...around.lines);
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
  marks.push(...(laid?.over ?? []));
  if (values && circles) marks.push(...circleMarks(table, values, view, circles, colours));
  const size = width < WIDE ? 10 : 11.5;
  const hasNames = (spec.labels.show !== 'none' || spec.labels.values) && annotate;
  const painted = values ? (row: number) => fills[row]! : undefined;
  const named = hasNames ? nameUnits(table, { spec, values, told, view, frame, colours, size, lang, measure, fillOf: painted }) : { marks: [], taken: [] };
  marks.push(...named.marks);
  // A town that is called as a unit is not named once more.
  const towns = new Set(hasNames ? table.units.flatMap(({ names }) => names.map(({ name }) => townKey(name))) : []);
  const taken: Taken[] = [...named.taken];
  if (annotate && laid && spec.labels.show === 'names') {
    const most = Math.round((frame.width * frame.height) / ROOM_OF_NAME);
    marks.push(...nameOverlays(laid.named, { frame, size: size - 1, most, measure, ink: colours.ink, halo: colours.mapLand }, taken));
  }
  const unitAt = rowAt(table, view);
  if (circles && bare && annotate) {
    const rtl = languageOf(lang).direction === 'rtl';
    const style = { rtl, colours, write: valueWriter({ spec, told }, lang), size: 11, measure, taken };
    marks.push(...cornerKey(circles, frame, (x, y) => unitAt(x, y) >= 0, style));
  }
  const paintedAt = values ? (x: number, y: number) => fills[unitAt(x, y)] ?? null : undefined;
  if (annotate) marks.push(...nameGround(ground, view, { frame, lang, colours, size: width < WIDE ? 9.5 : 11, measure, paintedAt, named: towns }, taken));
  if (spec.status === 'draft' && annotate) marks.push(draftMark(frame, lang, measure, colours));
  return marks;
}

/** A border by what it parts: the coast thin, the land border strong, those not agreed on dashed or dotted; inside, the deeper the lighter. */
function borderMark({ level, outer, edge, d }: BorderLine, table: FeatureTable, scale: number, colours: Palette): Mark {
  if (!outer) {
    const dash = borderDash(level);
    return { is: 'path', d, stroke: colours.mapLine, width: borderWidth(level) * scale, ...(dash ? { dash: [...dash] } : {}), opacity: 0.85, clip: true };
  }
  // With so many units the coast of each island is small.
  const width = edge === null || edge === 'coast' ? (table.units.length > MANY ? 0.6 : edge === null ? OUTLINE_WIDTH : EDGE_WIDTHS.coast) : EDGE_WIDTHS[edge];
  const stroke = edge === null || edge === 'coast' ? colours.mapOutline : colours.mapBorder;
  return { is: 'path', d, stroke, width: width * scale, ...(isUnsettled(edge) ? { dash: unsettledDash(edge, width * scale) } : {}), clip: true };
}

/** Across what is drawn: nobody takes it for a cleared map. */
export function draftMark(frame: Drawing['frame'], lang: PrintLang, measure: Measure, colours: Palette): Mark {
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
    opacity: 0.12,
    turn: -18,
  };
}
