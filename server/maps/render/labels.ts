/** Names and numbers on a picture: the larger the room of a unit, the earlier it is placed; no two collide. */
import type { FeatureTable } from '../../contract/admin.ts';
import type { Measure } from './drawing.ts';
import type { View } from './shapes.ts';

export interface PlacedLabel {
  x: number;
  /** Baseline. */
  y: number;
  text: string;
  size: number;
  weight: 400 | 600;
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

export function placeLabels(table: FeatureTable, view: View, options: LabelOptions, measure: Measure): PlacedLabel[] {
  const { frame, size, most } = options;
  const wanted = table.units
    .map((unit) => ({ unit, x: view.x(unit.center[0]), y: view.y(unit.center[1]), lines: linesOf(unit, options) }))
    .filter(({ x, y, lines }) => lines.length > 0 && x > frame.x && x < frame.x + frame.width && y > frame.y && y < frame.y + frame.height)
    .sort((a, b) => b.unit.areaSqKm - a.unit.areaSqKm || (a.unit.pcode < b.unit.pcode ? -1 : 1));
  const taken: [number, number, number, number][] = [];
  const placed: PlacedLabel[] = [];
  let units = 0;
  for (const { x, y, lines } of wanted) {
    if (units >= most) break;
    const width = Math.max(...lines.map(({ text, weight }) => measure(text, size, weight)));
    const more = ((lines.length - 1) * LINE * size) / 2;
    const box: [number, number, number, number] = [
      x - width / 2 - CLEAR,
      y - size * 0.75 - more - CLEAR,
      x + width / 2 + CLEAR,
      y + size * 0.45 + more + CLEAR,
    ];
    const inside = box[0] >= frame.x && box[2] <= frame.x + frame.width && box[1] >= frame.y && box[3] <= frame.y + frame.height;
    if (!inside || taken.some((other) => other[0] < box[2] && other[2] > box[0] && other[1] < box[3] && other[3] > box[1])) continue;
    taken.push(box);
    units++;
    lines.forEach((line, i) => placed.push({ x, y: y + size * 0.35 - more + i * LINE * size, size, ...line }));
  }
  return placed;
}

function linesOf(unit: FeatureTable['units'][number], options: LabelOptions): Pick<PlacedLabel, 'text' | 'weight'>[] {
  const [name, number] = [labelText(unit, options), options.numberOf?.(unit.pcode) ?? ''];
  return [...(name ? [{ text: name, weight: 400 as const }] : []), ...(number ? [{ text: number, weight: 600 as const }] : [])];
}

export function labelText(unit: Pick<FeatureTable['units'][number], 'pcode' | 'names'>, { show, lang }: Pick<LabelOptions, 'show' | 'lang'>): string {
  if (show === 'none') return '';
  if (show === 'pcodes') return unit.pcode;
  return (unit.names.find((name) => name.lang === lang) ?? unit.names.find((name) => name.lang.split('-')[0] === lang) ?? unit.names[0])?.name ?? '';
}
