/** Counts as circles on a picture, and their key: nested circles of round numbers at the very scale of the map. */
import type { FeatureTable } from '../../contract/admin.ts';
import { circleKey, hasCircles, inOrder, mostRadius, radiusOf, type CircleKey } from '../../contract/maps/circles.ts';
import type { MapSpec } from '../../contract/maps/map.ts';
import { symbolPath } from '../../contract/maps/overlayLooks.ts';
import type { Palette } from '../../contract/maps/palette.ts';
import type { MapFacts } from '../facts.ts';
import { tenth, type Drawing, type Mark, type Measure } from './drawing.ts';
import type { Rect } from '../../contract/maps/leaders.ts';
import type { View } from './shapes.ts';

/** The number of the largest circle, and its radius on a map of this size; null where the map has none. */
export function scaleOfCircles(
  { spec, values }: { spec: Pick<MapSpec, 'symbols' | 'data'>; values: MapFacts['values'] },
  width: number,
  height: number,
): { most: number; radius: number } | null {
  return values && hasCircles(spec) ? mostRadius(values.values(), width, height) : null;
}
export type CircleScale = NonNullable<ReturnType<typeof scaleOfCircles>>;

/** Circles of a level, the largest first; a unit whose number is not known or not told has none. */
export function circlesOf(
  { units }: Pick<FeatureTable, 'units'>,
  values: NonNullable<MapFacts['values']>,
  place: (lon: number, lat: number) => readonly [x: number, y: number],
  { most, radius }: CircleScale,
): { pcode: string; value: number; x: number; y: number; r: number }[] {
  return units
    .flatMap(({ pcode, center }) => {
      const value = values.get(pcode);
      if (typeof value !== 'number' || value <= 0) return [];
      const [x, y] = place(center[0], center[1]);
      return [{ pcode, value, x, y, r: radiusOf(value, most, radius) }];
    })
    .sort(inOrder);
}

/** Seen through a little, so that what lies below is not lost. */
export const CIRCLE_OPACITY = 0.82;

export function circleMarks(table: FeatureTable, values: NonNullable<MapFacts['values']>, view: View, scale: CircleScale, colours: Palette): Mark[] {
  return circlesOf(table, values, (lon, lat) => [view.x(lon), view.y(lat)], scale).map(({ x, y, r }) => ({
    is: 'path',
    d: symbolPath('circle', x, y, r),
    fill: colours.accent,
    stroke: colours.mapLand,
    width: 0.9,
    opacity: CIRCLE_OPACITY,
    clip: true,
  }));
}

export interface KeyStyle {
  /** Of the picture: texts begin where reading does. */
  rtl: boolean;
  /** From the side where reading starts to pixels from the left. */
  from: (x: number) => number;
  colours: Palette;
  write: (value: number) => string;
  size: number;
}

/** @param at its corner where reading starts, above */
export function keyMarks(key: CircleKey, at: { x: number; y: number }, { from, rtl, colours, write, size }: KeyStyle): Mark[] {
  const side = (x: number) => from(at.x + x);
  const toEnd = rtl ? -1 : 1;
  return [
    ...key.circles.map(({ cx, cy, r }): Mark => ({ is: 'path', d: symbolPath('circle', side(cx), at.y + cy, r), fill: colours.accent, stroke: colours.mapLand, width: 0.9, opacity: CIRCLE_OPACITY })), // prettier-ignore
    ...key.circles.flatMap(({ value, cx, top }): Mark[] => [
      { is: 'path', d: `M${tenth(side(cx))} ${tenth(at.y + top + 0.5)}H${tenth(side(key.reach))}`, stroke: colours.ink2, width: 0.8 },
      { is: 'text', x: side(key.reach) + 3 * toEnd, y: at.y + top + size * 0.4, text: write(value), size, weight: 400, fill: colours.ink, anchor: 'start' },
    ]),
  ];
}

/** Width of a key with its numbers. */
export const keyWidth = (key: CircleKey, write: (value: number) => string, size: number, measure: Measure): number =>
  key.reach + 6 + Math.max(...key.circles.map(({ value }) => measure(write(value), size, 400)));

/** Size of letters that a phone makes smaller by a third (server/maps/page.ts): the key has room for them. */
const SMALL_SCREEN = 18;

/** In the corner of the map with the least land: for a picture that has no legend of its own. */
export function cornerKey(
  { most, radius }: CircleScale,
  frame: Drawing['frame'],
  isLand: (x: number, y: number) => boolean,
  style: Omit<KeyStyle, 'from'> & { measure: Measure; taken: Rect[] },
): Mark[] {
  const key = circleKey(most, radius, SMALL_SCREEN);
  if (!key) return [];
  const { write, measure, colours, rtl } = style;
  const [width, height] = [keyWidth(key, write, SMALL_SCREEN, measure) + 12, key.height + 22];
  const corners = [frame.y + frame.height - height - 6, frame.y + 6].flatMap((y) => [frame.x + 6, frame.x + frame.width - width - 6].map((x) => ({ x, y })));
  const covered = ({ x, y }: { x: number; y: number }) => {
    let count = 0;
    for (let i = 0; i <= 4; i++) for (let j = 0; j <= 4; j++) if (isLand(x + (width * i) / 4, y + (height * j) / 4)) count++;
    return count;
  };
  const { x, y } = corners.reduce((best, corner) => (covered(corner) < covered(best) ? corner : best));
  style.taken.push([x, y, x + width, y + height]);
  const from = (inside: number) => (rtl ? x + width - inside : x + inside);
  return [
    { is: 'rect', x, y, width, height, fill: colours.surface, stroke: colours.rule, radius: 4 },
    ...keyMarks(key, { x: 6, y: y + 12 }, { from, rtl, colours, write, size: style.size }).map((mark): Mark =>
      mark.is === 'text' ? { ...mark, key: true } : mark,
    ),
  ];
}
