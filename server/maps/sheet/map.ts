/** The map of a sheet as SVG: vector, without a single letter, since all words are placed as text. Points; y runs down. */
import { UNSETTLED, isUnsettled, type Unsettled } from '../../contract/maps/ground.ts';
import { CELL, CHOSEN_LINE, unsettledDash } from '../../contract/maps/looks.ts';
import type { Palette } from '../../contract/maps/palette.ts';
import type { Coverage } from '../../geometry/coverage.ts';
import type { MapFacts } from '../facts.ts';
import { NO_GROUND, tenth, type Fill } from '../render/drawing.ts';
import { fillOf } from '../render/picture.ts';
import { overOf } from '../told/told.ts';
import { patternOn } from '../render/legend.ts';
import { circleKey } from '../../contract/maps/circles.ts';
import { CIRCLE_OPACITY, circlesOf, type CircleScale } from '../render/circles.ts';
import type { Segment } from '../../contract/maps/leaders.ts';
import { strokesOf } from '../render/svg.ts';
import type { SheetColours } from './colours.ts';
import type { SheetGround } from './ground.ts';
import { drawSheetShapes, pathOf, type SheetView } from './shapes.ts';

/** Points: borders by level, the country's own first; nothing below a quarter, which printers lose. */
export const lineWidth = (level: number): number => [1.1, 0.9, 0.45, 0.3][level] ?? 0.25;
/** Told apart by darkness too: of four greys two look the same on paper. */
export const lineColour = (level: number, { ink2, mapOutline, mapLine }: Palette): string => (level === 0 ? ink2 : level === 1 ? mapOutline : mapLine);
/** Points: of borders that are not agreed on, and how much shorter their dashes are than on a screen. */
export const SHEET_UNSETTLED = 0.9;
const SHEET_DASH = 0.6;
export const sheetDash = (kind: Unsettled, width: number): string =>
  unsettledDash(kind, width / SHEET_DASH)
    .map((length) => tenth(length * SHEET_DASH))
    .join(' ');

export interface SheetMapOptions {
  view: SheetView;
  coverage: Coverage;
  colours: SheetColours;
  ground: SheetGround | null;
  /** Paths below labels, by the colour that their letters are read on. */
  halos: ReadonlyMap<string, string>;
  /** From small units to names beside them. */
  leaders: readonly Segment[];
  /** Of layers, as SVG: for orientation, and to be read. */
  overlays: { base: string; over: string; defs: string };
  /** Of counts that are circles. */
  circles: CircleScale | null;
  /** Middles of the dots of capitals. */
  dots: readonly (readonly [x: number, y: number])[];
  /** The units that the sheet is of; null: all. Others are drawn as land around them. */
  focus: ReadonlySet<string> | null;
  /** Of one small map of several: the finest border that is drawn. */
  small?: { finest: number };
}

/** What each unit is painted in. */
export function paintOf({ spec, values, possible, told }: Pick<MapFacts, 'spec' | 'values' | 'possible' | 'told'>, { palette, fill: tint }: SheetColours) {
  return (pcode: string): Fill => {
    const plain = values ? fillOf(values.get(pcode) ?? 'noData', spec, false) : palette.mapLand;
    const over = overOf({ possible, told }, pcode);
    return tint(typeof plain === 'string' && over ? patternOn(plain, over, false) : plain);
  };
}

export function drawSheetMap(
  facts: Pick<MapFacts, 'spec' | 'table' | 'parents' | 'values' | 'possible' | 'told' | 'selected'>,
  options: SheetMapOptions,
): string {
  const { table, parents, values, selected } = facts;
  const { view, coverage, colours, ground, overlays, halos, leaders, circles, dots, focus, small } = options;
  const { palette } = colours;
  const painted = paintOf(facts, colours);
  const patterns = createPatterns();
  const parts: string[] = [`<rect width="${view.width}" height="${view.height}" fill="${ground ? palette.mapGround : palette.mapBeyond}"/>`];
  const around = ground && groundPaths(ground, view, colours);
  // Numbers stand on the whole of a unit; where there are none, water is water inside the country too.
  if (around) parts.push(around.land, ...(values ? [around.lakes] : []));
  const fills = fillsOf(table.units, (pcode) => (focus !== null && !focus.has(pcode) ? palette.mapBeyond : painted(pcode)));
  const shapes = drawSheetShapes(table, parents, coverage, view, { fillOf: fills.of, fills: fills.all.length }, ground?.edgeAt);
  const thin = shapes.isFine ? 0.45 : small ? OF_SMALL : 1;
  const widthOf = (level: number) => Math.max(0.25, lineWidth(level) * thin);
  const finest = small?.finest ?? table.level;
  const strokeOf = (level: number) => `stroke="${lineColour(level, palette)}" stroke-width="${hundredth(widthOf(level))}" stroke-linejoin="round"`;
  shapes.areas.forEach(({ inner, islands, dots }, at) => {
    const own = fills.all[at]!;
    const fill = `fill="${patterns.urlOf(own)}"`;
    // Where the borders of units have no room, their own colour closes what would be slits.
    const seam = finest >= table.level || typeof own !== 'string' ? '' : ` stroke="${own}" stroke-width=".2"`;
    if (inner) parts.push(`<path d="${inner}" ${fill}${seam}/>`);
    if (islands) parts.push(`<path d="${islands}" ${fill} ${strokeOf(0)}/>`);
    if (dots) parts.push(`<path d="${dots}" ${fill}${finest >= table.level ? ` ${strokeOf(table.level)}` : seam}/>`);
  });
  for (const { level, outer, d } of shapes.lines) {
    if (!outer && level === table.level && level <= finest) parts.push(line(d, lineColour(level, palette), widthOf(level)));
  }
  if (around && !values) parts.push(around.lakes);
  parts.push(overlays.base);
  if (around) parts.push(...around.lines);
  for (const { level, outer, edge, d } of shapes.lines) {
    const width = widthOf(outer ? 0 : level);
    const dashes = isUnsettled(edge) ? ([sheetDash(edge, width), 'butt'] as const) : [];
    if (outer || (level < table.level && level <= finest)) parts.push(line(d, lineColour(outer ? 0 : level, palette), width, ...dashes));
  }
  if (selected && selected.table === table) {
    const d = shapes.outlineOf(selected.row);
    parts.push(line(d, palette.mapLand, CHOSEN_LINE.edge * 0.8), line(d, values ? palette.ink : palette.accentStrong, CHOSEN_LINE.line * 0.8));
  }
  parts.push(overlays.over);
  const sized = values && focus ? new Map([...values].filter(([pcode]) => focus.has(pcode))) : values;
  if (sized && circles) for (const { x, y, r } of circlesOf(table, sized, view.place, circles)) parts.push(circleSvg(x, y, r, colours));
  for (const [x, y] of dots)
    parts.push(`<circle cx="${tenth(x)}" cy="${tenth(y)}" r="1.6" fill="${palette.ink}" stroke="${palette.mapLand}" stroke-width=".5"/>`);
  for (const [x1, y1, x2, y2] of leaders) {
    const d = `M${tenth(x1)} ${tenth(y1)}L${tenth(x2)} ${tenth(y2)}`;
    parts.push(line(d, palette.mapLand, 2), line(d, palette.ink, 0.6), `<circle cx="${tenth(x1)}" cy="${tenth(y1)}" r="1.2" fill="${palette.ink}" stroke="${palette.mapLand}" stroke-width=".5"/>`); // prettier-ignore
  }
  for (const [colour, d] of halos)
    parts.push(`<path d="${d}" fill="${colour}" stroke="${colour}" stroke-width="2.2" stroke-linejoin="round" fill-opacity=".85" stroke-opacity=".85"/>`);
  return wrapSvg(view.width, view.height, patterns.defs() + overlays.defs, parts.join(''));
}

/** Units by what they are painted in. */
function fillsOf(units: readonly { pcode: string }[], painted: (pcode: string) => Fill): { of: Int32Array; all: Fill[] } {
  const known = new Map<string, number>();
  const all: Fill[] = [];
  const of = Int32Array.from(units, ({ pcode }) => {
    const fill = painted(pcode);
    const key = typeof fill === 'string' ? fill : JSON.stringify(fill);
    const at = known.get(key) ?? all.push(fill) - 1;
    known.set(key, at);
    return at;
  });
  return { of, all };
}

/** Borders of a small map, by those of a large one. */
const OF_SMALL = 0.6;
const line = (d: string, colour: string, width: number, dash = '', cap = 'round') =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${hundredth(width)}" stroke-linejoin="round" stroke-linecap="${cap}"${dash && ` stroke-dasharray="${dash}"`}/>`;

function groundPaths({ land, lakes, coast, borders, unsettled }: SheetGround, view: SheetView, { palette }: SheetColours) {
  const area = (rings: SheetGround['land'], colour: string, edge: string) => {
    const d = pathOf(rings, view, true);
    return `<path d="${d}" fill="${colour}" fill-rule="evenodd" stroke="${edge}" stroke-width=".35"/>`;
  };
  return {
    land: area(land, palette.mapBeyond, palette.mapBeyond),
    lakes: area(lakes, palette.mapGround, palette.mapCoast),
    lines: [
      line(pathOf(coast, view, false), palette.mapCoast, 0.4),
      line(pathOf(borders, view, false), palette.mapAbroad, 0.6),
      ...UNSETTLED.map((kind) => line(pathOf(unsettled[kind], view, false), palette.mapAbroad, SHEET_UNSETTLED, sheetDash(kind, SHEET_UNSETTLED), 'butt')),
    ],
  };
}

function createPatterns() {
  const known = new Map<string, string>();
  return {
    urlOf(fill: Fill): string {
      if (typeof fill === 'string') return fill;
      const below = fill.ground === NO_GROUND ? '' : `<rect width="${CELL}" height="${CELL}" fill="${fill.ground}"/>`;
      const drawn = `${below}${strokesOf(fill)}`;
      const id = known.get(drawn) ?? `h${known.size}`;
      known.set(drawn, id);
      return `url(#${id})`;
    },
    defs: () =>
      [...known]
        .map(
          ([drawn, id]) => `<pattern id="${id}" width="${CELL}" height="${CELL}" patternUnits="userSpaceOnUse" patternTransform="scale(.7)">${drawn}</pattern>`,
        )
        .join(''),
  };
}

const wrapSvg = (width: number, height: number, defs: string, body: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${tenth(width)} ${tenth(height)}" width="${tenth(width)}" height="${tenth(height)}"><defs>${defs}</defs>${body}</svg>`;

const circleSvg = (x: number, y: number, r: number, { palette }: SheetColours) =>
  `<circle cx="${tenth(x)}" cy="${tenth(y)}" r="${hundredth(r)}" fill="${palette.accent}" fill-opacity="${CIRCLE_OPACITY}" stroke="${palette.mapLand}" stroke-width=".6"/>`;
const hundredth = (value: number) => String(Math.round(value * 100) / 100);

/** The key of circles, and its numbers with their heights, which are placed as text. */
export function keyOf({ most, radius }: CircleScale, colours: SheetColours, write: (value: number) => string) {
  const key = circleKey(most, radius);
  if (!key) return null;
  const { circles, width, height, reach } = key;
  const lines = circles.map(({ cx, top }) => line(`M${tenth(cx)} ${tenth(top + 0.5)}H${tenth(reach)}`, colours.palette.ink2, 0.5));
  const svg = wrapSvg(Math.max(width, reach), height, '', [...circles.map(({ cx, cy, r }) => circleSvg(cx, cy, r, colours)), ...lines].join(''));
  return { svg, width: Math.max(width, reach), height, numbers: circles.map(({ value, top }) => ({ text: write(value), y: top })) };
}

/** A box of the legend with a pattern in it. */
export function swatchSvg(fill: Exclude<Fill, string>): string {
  const patterns = createPatterns();
  const url = patterns.urlOf(fill);
  return wrapSvg(18, 10, patterns.defs(), `<rect width="18" height="10" fill="${url}"/>`);
}
