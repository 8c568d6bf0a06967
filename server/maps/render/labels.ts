/** Names on a picture: the larger the room of a unit, the earlier it is placed; no two collide. */
import type { FeatureTable } from '../../contract/admin.ts';
import type { Measure } from './drawing.ts';
import type { View } from './shapes.ts';

export interface PlacedLabel {
  x: number;
  y: number;
  text: string;
  size: number;
}

export interface LabelOptions {
  show: 'names' | 'pcodes';
  /** BCP 47; a unit without a name in it shows its first name. */
  lang: string;
  frame: { x: number; y: number; width: number; height: number };
  size: number;
  /** More would be noise on a small picture. */
  most: number;
}

/** Space kept free around a label, in pixels. */
const CLEAR = 3;

export function placeLabels(table: FeatureTable, view: View, options: LabelOptions, measure: Measure): PlacedLabel[] {
  const { frame, size, most } = options;
  const wanted = table.units
    .map((unit) => ({ unit, x: view.x(unit.center[0]), y: view.y(unit.center[1]), text: textOf(unit, options) }))
    .filter(({ x, y, text }) => text && x > frame.x && x < frame.x + frame.width && y > frame.y && y < frame.y + frame.height)
    .sort((a, b) => b.unit.areaSqKm - a.unit.areaSqKm || (a.unit.pcode < b.unit.pcode ? -1 : 1));
  const taken: [number, number, number, number][] = [];
  const placed: PlacedLabel[] = [];
  for (const { x, y, text } of wanted) {
    if (placed.length >= most) break;
    const width = measure(text, size, 400);
    const box: [number, number, number, number] = [x - width / 2 - CLEAR, y - size * 0.75 - CLEAR, x + width / 2 + CLEAR, y + size * 0.45 + CLEAR];
    const inside = box[0] >= frame.x && box[2] <= frame.x + frame.width && box[1] >= frame.y && box[3] <= frame.y + frame.height;
    if (!inside || taken.some((other) => other[0] < box[2] && other[2] > box[0] && other[1] < box[3] && other[3] > box[1])) continue;
    taken.push(box);
    placed.push({ x, y: y + size * 0.35, text, size });
  }
  return placed;
}

function textOf(unit: FeatureTable['units'][number], { show, lang }: LabelOptions): string {
  if (show === 'pcodes') return unit.pcode;
  return (unit.names.find((name) => name.lang === lang) ?? unit.names.find((name) => name.lang.split('-')[0] === lang) ?? unit.names[0])?.name ?? '';
}
