/** What units look like on a picture, and the legend that says so: both from the one break table. */
import type { FeatureTable } from '../../contract/admin.ts';
import { hasCircles, type CircleKey } from '../../contract/maps/circles.ts';
import type { MapSpec } from '../../contract/maps/map.ts';
import { edgeOf, groundOf, inkOf, isPattern, lookOf, type PatternLook } from '../../contract/maps/looks.ts';
import { classColours, paletteOf, type Palette } from '../../contract/maps/palette.ts';
import { EMPTINESSES } from '../../contract/presence/measure.ts';
import type { PrintLang } from '../../contract/languages.ts';
import { languageOf, say } from '../../words/words.ts';
import type { Emptiness, MapFacts } from '../facts.ts';
import { emptyText, type ToldValues } from '../told/told.ts';
import { isolate, signed } from '../sentences.ts';
import { keyMarks } from './circles.ts';
import type { Fill, Mark, Measure } from './drawing.ts';
import { wrap } from './drawing.ts';

export function patternOn(ground: string, pattern: PatternLook, dark: boolean): Fill {
  const colours = paletteOf(dark);
  const edge = edgeOf(pattern);
  return { pattern, ink: colours[inkOf(pattern)], ground, ...(edge ? { edge: colours[edge] } : {}) };
}

/** What the live map paints too (client/map/style.ts): both take classes, looks and colours from the contract. */
export function fillOf(value: number | Emptiness, spec: Pick<MapSpec, 'data' | 'classes' | 'symbols'>, dark: boolean): Fill {
  const colours = paletteOf(dark);
  if (typeof value !== 'number') {
    const look = lookOf(value, spec.data.kind);
    const ground = colours[groundOf(look)];
    return isPattern(look) ? patternOn(ground, look, dark) : ground;
  }
  // The number is the circle's; below it is land.
  if (hasCircles(spec)) return colours.mapLand;
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

export interface LegendData {
  spec: MapSpec;
  table: Pick<FeatureTable, 'units'>;
  values: MapFacts['values'];
  /** What is possible in units where that is more than what is certain. */
  possible?: ReadonlyMap<string, number>;
  /** How many rows wait for a decision on their place; of these, those that lie in one of the heirs of a split unit. */
  presence?: { inDoubt: number | null; possible: number | null } | null;
  /** Of values that are neither a population nor a 3W. */
  told?: ToldValues | null;
}

/** Classes from the break table (of circles none: they have a key of their own), then those kinds of emptiness that occur. None for boundaries alone. */
export function legendRows(
  { spec, table, values, possible, presence, told = null }: LegendData,
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
    if (hasCircles(spec)) return value === 0 ? 'zero' : 'circle';
    if (breaks.length < 2 || value < breaks[0]! || value > breaks.at(-1)!) return value === 0 ? 'zero' : 'noData';
    return String(breaks.findLastIndex((from, index) => index < breaks.length - 1 && value >= from));
  };
  for (const { pcode } of table.units) {
    const key = keyOf(values?.get(pcode) ?? 'noData');
    counted.set(key, (counted.get(key) ?? 0) + 1);
  }
  const rows: LegendRow[] = [];
  for (let index = 0; index < (hasCircles(spec) ? 0 : breaks.length - 1); index++) {
    const [from, to] = [breaks[index]!, breaks[index + 1]!];
    const last = index === breaks.length - 2;
    const upper = whole && !last ? to - 1 : to;
    const range = from === upper ? write(from) : `${write(from)} – ${write(upper)}`;
    const text = last && open !== 'none' ? `${write(from)}+` : index === 0 && open === 'both' ? `≤ ${write(upper)}` : range;
    const named = told?.classes?.[index]?.[lang];
    rows.push({ fill: shades[index] ?? shades.at(-1)!, text: named ?? isolate(text, lang), count: counted.get(String(index)) ?? 0 });
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
        : emptyText(kind, told, lang);
    rows.push({ fill: fillOf(kind, spec, dark), text, count });
  }
  const partial = table.units.filter(({ pcode }) => told?.partial.has(pcode)).length;
  if (partial > 0) rows.push({ fill: patternOn(paletteOf(dark).mapLand, 'partial', dark), text: say(lang, 'picture.partial'), count: partial });
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
  /** Of circles, between title and rows. */
  key?: { key: CircleKey; write: (value: number) => string; gap: number } | null;
  colours?: Palette;
}

/** @returns where it ends */
export function drawLegend(
  marks: Mark[],
  rows: LegendRow[],
  title: string,
  start: { x: number; y: number },
  columns: number,
  { from, rtl, ink, edge, measure, room, key, colours }: LegendStyle,
): number {
  let y = start.y + 12;
  for (const line of wrap(title, room, 12, 600, measure, 3)) {
    marks.push({ is: 'text', x: from(start.x), y, text: line, size: 12, weight: 600, fill: ink, anchor: 'start' });
    y += 16;
  }
  if (key && colours) {
    marks.push(...keyMarks(key.key, { x: start.x, y }, { from, rtl, colours, write: key.write, size: 12 }));
    y += key.key.height + key.gap;
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
  return y + Math.ceil(rows.length / columns) * ROW - 12;
}
