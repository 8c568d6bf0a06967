/** Names and numbers on a picture: the larger the room of a unit, the earlier it is placed; no two collide. What is too small for its name has it beside, at a line. */
import type { FeatureTable } from '../../contract/admin.ts';
import { isInRow } from '../../geometry/ring.ts';
import type { Measure } from './drawing.ts';
import { placeLeader, runsThrough, type Rect, type Segment } from '../../contract/maps/leaders.ts';
import type { View } from './shapes.ts';

export interface PlacedLabel {
  /** Row of its unit in the table. */
  row: number;
  x: number;
  /** Baseline. */
  y: number;
  text: string;
  size: number;
  weight: 400 | 600;
  /** It stands beside its unit. */
  led: boolean;
}

export interface PlacedLabels {
  labels: PlacedLabel[];
  /** From units to labels beside them. */
  leaders: Segment[];
  /** What labels cover. */
  taken: Rect[];
}

export interface LabelOptions {
  show: 'none' | 'names' | 'pcodes';
  /** BCP 47; a unit without a name in it shows its first name. */
  lang: string;
  frame: { x: number; y: number; width: number; height: number };
  size: number;
  /** More would be noise on a small picture. */
  most: number;
  /** The number of a unit as it is written below its name or alone; '' for none. */
  numberOf?: ((pcode: string) => string) | undefined;
}

/** Space kept free around a label, in pixels. */
const CLEAR = 3;
/** From line to line, by size. */
const LINE = 1.15;
/** A label may be so many times as wide as half its unit, and stand on it. */
const OVER = 4.5;
/** Square pixels of a picture for each label at a line. */
const LED = 45_000;
/** Kilometres of one radian. */
const RADIUS = 6371;

interface Wanted {
  row: number;
  x: number;
  y: number;
  lines: Pick<PlacedLabel, 'text' | 'weight'>[];
  width: number;
  height: number;
  /** About the radius of the unit, in pixels. */
  room: number;
}

export function placeLabels(table: FeatureTable, view: View, options: LabelOptions, measure: Measure): PlacedLabels {
  const { frame, size, most } = options;
  const wanted = wantedOf(table, view, options, measure);
  const placed: PlacedLabels = { labels: [], leaders: [], taken: [] };
  const isFree = ([left, top, right, bottom]: Rect) =>
    left >= frame.x && right <= frame.x + frame.width && top >= frame.y && bottom <= frame.y + frame.height &&
    !placed.taken.some((other) => other[0] < right && other[2] > left && other[1] < bottom && other[3] > top) &&
    !placed.leaders.some((line) => runsThrough(line, [left, top, right, bottom])); // prettier-ignore
  const put = ({ row, lines, height, width }: Wanted, x: number, y: number, led: boolean) => {
    const more = ((lines.length - 1) * LINE * size) / 2;
    placed.taken.push([x - width / 2, y - height / 2, x + width / 2, y + height / 2]);
    lines.forEach((line, i) => placed.labels.push({ row, x, y: y + size * 0.35 - more + i * LINE * size, size, led, ...line }));
  };
  const boxAt = ({ x, y, width, height }: Wanted): Rect => [x - width / 2, y - height / 2, x + width / 2, y + height / 2];
  const later: Wanted[] = [];
  let units = 0;
  for (const each of wanted) {
    if (units >= most) break;
    if (each.width > Math.max(each.room * OVER, size * 3) || !isFree(boxAt(each))) later.push(each);
    else {
      units++;
      put(each, each.x, each.y, false);
    }
  }
  // A label at a line is of the smallest: a large unit whose name met another is found in the table.
  const small = later.filter(({ width, room }) => width > room * 2);
  const unitAt = rowAt(table, view);
  const isLand = (x: number, y: number) => unitAt(x, y) >= 0;
  const mostLed = Math.round((frame.width * frame.height) / LED);
  let tries = 0;
  for (const each of small) {
    if (units >= most) break;
    const { x, y, width, height } = each;
    const own = [x - 1, y - 1, x + 1, y + 1] as const;
    const meets = (line: Segment) => placed.taken.some((box) => runsThrough(line, box));
    const isSeen = !placed.taken.some((box) => box[0] < own[2] && box[2] > own[0] && box[1] < own[3] && box[3] > own[1]);
    const leader =
      isSeen && placed.leaders.length < mostLed && tries++ < 4 * mostLed
        ? placeLeader({ x, y, width, height, size, isFree, lines: placed.leaders, meets, isLand })
        : null;
    if (!leader && !isFree(boxAt(each))) continue;
    units++;
    put(each, leader?.x ?? x, leader?.y ?? y, leader !== null);
    if (leader) placed.leaders.push(leader.line);
  }
  return placed;
}

/** Those in the frame that have something to say, the largest first. */
function wantedOf(table: FeatureTable, view: View, options: LabelOptions, measure: Measure): Wanted[] {
  const { frame, size } = options;
  return table.units
    .map((unit, row): Wanted => {
      const lines = linesOf(unit, options);
      const [west, , east] = unit.bbox;
      const perKm = view.scale / RADIUS / Math.max(0.1, Math.cos((unit.center[1] * Math.PI) / 180));
      const room = Math.min(Math.sqrt(unit.areaSqKm) * 0.56 * perKm, Math.abs(view.x(east) - view.x(west)) / 2);
      const width = Math.max(0, ...lines.map(({ text, weight }) => measure(text, size, weight))) + 2 * CLEAR;
      const height = size * (1.2 + (lines.length - 1) * LINE) + 2 * CLEAR;
      return { row, x: view.x(unit.center[0]), y: view.y(unit.center[1]), lines, width, height, room };
    })
    .filter(({ x, y, lines }) => lines.length > 0 && x > frame.x && x < frame.x + frame.width && y > frame.y && y < frame.y + frame.height)
    .sort((a, b) => {
      const [one, other] = [table.units[a.row]!, table.units[b.row]!];
      return other.areaSqKm - one.areaSqKm || (one.pcode < other.pcode ? -1 : 1);
    });
}

/** The row of the unit at a place of the picture; −1 beside the country. */
export function rowAt({ units, geometry }: FeatureTable, view: View): (x: number, y: number) => number {
  return (x, y) => {
    const [lon, lat] = [view.lon(x), view.lat(y)];
    return units.findIndex(({ bbox: [west, south, east, north] }, row) => lon >= west && lon <= east && lat >= south && lat <= north && isInRow(geometry, row, lon, lat)); // prettier-ignore
  };
}

function linesOf(unit: FeatureTable['units'][number], options: LabelOptions): Wanted['lines'] {
  const [name, number] = [labelText(unit, options), options.numberOf?.(unit.pcode) ?? ''];
  return [...(name ? [{ text: name, weight: 400 as const }] : []), ...(number ? [{ text: number, weight: 600 as const }] : [])];
}

export function labelText(unit: Pick<FeatureTable['units'][number], 'pcode' | 'names'>, { show, lang }: Pick<LabelOptions, 'show' | 'lang'>): string {
  if (show === 'none') return '';
  if (show === 'pcodes') return unit.pcode;
  return (unit.names.find((name) => name.lang === lang) ?? unit.names.find((name) => name.lang.split('-')[0] === lang) ?? unit.names[0])?.name ?? '';
}
