/**
 * What a person says of a layer beside its columns, and the words for it (decision 0070). It stands by itself, since questions about columns of any
 * kind may carry it.
 */
import { z } from 'zod';
import { LANGS } from '../languages.ts';

/** What layers are about; `areas`: of responsibility, health zones, livelihood zones. */
export const LAYER_THEMES = [
  'displacement',
  'health',
  'education',
  'water',
  'settlements',
  'transport',
  'access',
  'hazards',
  'operations',
  'areas',
  'relief',
  'other',
] as const;
export type LayerTheme = (typeof LAYER_THEMES)[number];

/** A layer has features of one of these; a file of several is split, and a person says which part is read. */
export const LAYER_SHAPES = ['points', 'lines', 'areas'] as const;
export type LayerShape = (typeof LAYER_SHAPES)[number];

/** What a value is drawn with beside its colour, so that colour alone tells nothing: of points, of lines, of areas. */
export const SYMBOLS = {
  points: ['circle', 'square', 'triangle', 'diamond', 'cross', 'star'],
  lines: ['solid', 'dashed', 'dotted', 'double'],
  areas: ['filled', 'hatched', 'dotted', 'outlined'],
} as const satisfies Record<LayerShape, readonly string[]>;
export const LAYER_SYMBOLS = [
  'circle',
  'square',
  'triangle',
  'diamond',
  'cross',
  'star',
  'solid',
  'dashed',
  'dotted',
  'double',
  'filled',
  'hatched',
  'outlined',
] as const;
export type LayerSymbol = (typeof LAYER_SYMBOLS)[number];
/** Names of colours; the palettes of light, dark and grey say what each is (contract/maps/palette.ts). */
export const LAYER_COLOURS = ['blue', 'orange', 'green', 'purple', 'red', 'brown', 'teal', 'grey'] as const;
export type LayerColour = (typeof LAYER_COLOURS)[number];

const plain = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\p{Cc}\u202a-\u202e\u2066-\u2069]*$/u, 'wrong.control');
const texts = (max: number) => z.partialRecord(z.enum(LANGS), plain(max));

export const legendEntry = z.object({
  /** As the cell has it; null: all values that no other entry has. */
  value: z.string().max(200).nullable(),
  /** By language; where one is missing the value itself is shown. */
  labels: texts(120),
  colour: z.enum(LAYER_COLOURS),
  symbol: z.enum(LAYER_SYMBOLS),
});
export type LegendEntry = z.infer<typeof legendEntry>;
/** Of a layer with a class column one entry for each value, most frequent first, at most twelve and one for the others; else one entry with `value` null. */
export const MAX_LEGEND = 13;

/** Mistakes of coordinates that are mended only after a yes. */
export const MENDS = ['swap', 'commas', 'degrees', 'zero'] as const;
/** `swap`: longitude and latitude are exchanged; `commas`: a comma is the decimal sign; `degrees`: degrees, minutes and seconds; `zero`: 0/0 is no place. */
export type Mend = (typeof MENDS)[number];

/** What a person says of a layer beside its columns; only what is given is said, and it holds for the next upload of the layer too. */
export const layerSaid = z
  .strictObject({
    /** Which table, or which layer of a file, is read, and which of its shapes; asked where there are several. */
    part: z.object({ file: z.string().max(1000), sheet: z.string().max(1000), shape: z.enum(LAYER_SHAPES) }),
    /** true: mend it; false: the coordinates are as they should be. */
    mends: z.partialRecord(z.enum(MENDS), z.boolean()),
    /** Of coordinates that are no degrees: `EPSG:32638`, `UTM 38N`. */
    crs: z.string().trim().min(3).max(200),
    titles: texts(200),
    theme: z.enum(LAYER_THEMES),
    /** Shown under the theme of the map, for orientation: roads, rivers. */
    base: z.boolean(),
    /** Last day on which it is to be trusted; shown as old afterwards. */
    validUntil: z.iso.date('wrong.day').nullable(),
    legend: z.array(legendEntry).min(1).max(MAX_LEGEND),
    minZoom: z.number().int().min(0).max(14),
  })
  .partial();
export type LayerSaid = z.infer<typeof layerSaid>;

/** What is said now over what was said before; of mistakes each by itself. */
export function mergeOverlay(before: LayerSaid | undefined, now: LayerSaid | undefined): LayerSaid {
  return { ...before, ...now, ...(before?.mends || now?.mends ? { mends: { ...before?.mends, ...now?.mends } } : {}) };
}
