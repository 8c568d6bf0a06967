/** Names and numbers of units on a picture, each in an ink that is read on what lies below it. */
import type { FeatureTable } from '../../contract/admin.ts';
import type { MapSpec } from '../../contract/maps/map.ts';
import { inkOn, type Palette } from '../../contract/maps/palette.ts';
import type { PrintLang } from '../../contract/languages.ts';
import type { MapFacts } from '../facts.ts';
import { numberWriter } from '../sentences.ts';
import type { ToldValues } from '../told/told.ts';
import { symbolPath } from '../../contract/maps/overlayLooks.ts';
import { tenth, type Drawing, type Fill, type Mark, type Measure } from './drawing.ts';
import { placeLabels } from './labels.ts';
import type { Rect } from '../../contract/maps/leaders.ts';
import type { View } from './shapes.ts';

export interface NameOptions {
  spec: MapSpec;
  values: MapFacts['values'];
  told?: ToldValues | null | undefined;
  view: View;
  frame: Drawing['frame'];
  colours: Palette;
  size: number;
  lang: PrintLang;
  measure: Measure;
  /** What a unit is painted in, by row; absent where nothing is painted. */
  fillOf?: ((row: number) => Fill) | undefined;
}

/** On a class the ink is light or dark as that asks for, and its halo has the colour of the class; elsewhere ink on land. */
export function inkFor(fill: Fill | undefined, { ink, mapLand }: Palette): { fill: string; halo: string } {
  return typeof fill === 'string' ? { fill: inkOn(fill), halo: fill } : { fill: ink, halo: mapLand };
}

/** @returns marks from below, and the boxes that they take */
export function nameUnits(table: FeatureTable, options: NameOptions): { marks: Mark[]; taken: Rect[] } {
  const { spec, values, view, frame, colours, size, lang, measure, fillOf } = options;
  const { labels, leaders, taken } = placeLabels(
    table,
    view,
    {
      show: spec.labels.show,
      lang: spec.labels.lang,
      frame,
      size,
      // A number takes a quarter of the room of a name.
      most: Math.round((frame.width * frame.height) / (spec.labels.show === 'none' ? 2200 : 9000)),
      numberOf: spec.labels.values ? numberWriter({ spec, values, told: options.told }, lang) : undefined,
    },
    measure,
  );
  const lines = leaders.map(([x1, y1, x2, y2]) => `M${tenth(x1)} ${tenth(y1)}L${tenth(x2)} ${tenth(y2)}`).join('');
  const ends = leaders.map(([x, y]) => symbolPath('circle', x, y, END)).join('');
  const marks: Mark[] = lines
    ? [
        { is: 'path', d: lines, stroke: colours.mapLand, width: 2.6, clip: true, lead: true },
        { is: 'path', d: lines, stroke: colours.ink, width: 0.9, clip: true, lead: true },
        { is: 'path', d: ends, fill: colours.ink, stroke: colours.mapLand, width: 0.8, clip: true, lead: true },
      ]
    : [];
  for (const { row, x, y, text, size: own, weight, led } of labels)
    marks.push({ is: 'text', x, y, text, size: own, weight, anchor: 'middle', ...inkFor(led ? undefined : fillOf?.(row), colours) });
  return { marks, taken };
}

/** Radius of the dot that a line begins with. */
const END = 1.6;
