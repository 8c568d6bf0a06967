/** Layers on a sheet: their features as vectors, their legend, and what is not shown of them. */
import type { PrintLang } from '../../contract/languages.ts';
import { sayNumber } from '../../words/words.ts';
import type { MapFacts } from '../facts.ts';
import { layOverlays, nameOverlays, type LaidOverlays } from '../overlays/lay.ts';
import { isRightToLeft } from '../render/drawing.ts';
import type { Taken } from '../render/ground.ts';
import { marksSvg, swatchSvg } from '../render/svg.ts';
import type { SheetColours } from './colours.ts';
import type { SheetFonts } from './fonts.ts';
import type { GroundLabel } from './ground.ts';
import type { SheetView } from './shapes.ts';
import { plain } from './text.ts';

/** Of each layer: what a printer tells apart, and a page holds in a few megabytes. */
const MOST = 20_000;
/** Points: radius of the largest symbol, whatever the map takes of the sheet, since the legend is laid out before. */
const LARGEST = 13;
/** Points: what may be left out of a line. */
const TOLERANCE = 0.25;
/** Square points of the map for one name. */
const ROOM_OF_NAME = 24_000;

export function sheetOverlays({ overlays }: Pick<MapFacts, 'overlays'>, view: SheetView, { palette }: SheetColours, lang: PrintLang): LaidOverlays {
  const frame = { x: 0, y: 0, width: view.width, height: view.height };
  return layOverlays(overlays, lang, { place: view.place, frame, palette, tolerance: TOLERANCE, most: MOST, largest: LARGEST });
}

/** Above the areas, and above all lines: SVG without words. */
export function overlaySvg({ base, over }: LaidOverlays): { base: string; over: string; defs: string } {
  const [below, above] = [marksSvg(base, 'b', false), marksSvg(over, 'o', false)];
  return { base: below.body, over: above.body, defs: below.patterns + above.patterns };
}

export const overlayLegends = ({ legends }: LaidOverlays, lang: PrintLang) =>
  legends.map(({ title, about, rows }, at) => ({
    title: textOf(title),
    about: textOf(about),
    rows: rows.map(({ swatch, text, count, width, height }, row) => ({
      ...textOf(text),
      svg: swatchSvg(swatch(0, 0), { width, height }, `l${at}${row}`),
      width,
      height,
      count: count === null ? null : sayNumber(count, lang),
    })),
  }));

const textOf = (text: string) => ({ text: plain(text), rtl: isRightToLeft(text) });

/** Names of the largest points where there is room. */
export function overlayLabels({ named }: LaidOverlays, view: SheetView, { measure }: SheetFonts, size: number, taken: readonly Taken[]): GroundLabel[] {
  const frame = { x: 0, y: 0, width: view.width, height: view.height };
  const most = Math.round((view.width * view.height) / ROOM_OF_NAME);
  const options = { frame, size, most, measure, ink: '', halo: '' };
  return nameOverlays(named, options, [...taken]).flatMap((mark): GroundLabel[] => {
    if (mark.is !== 'text') return [];
    const width = measure(mark.text, size, 400);
    return [{ text: mark.text, x: mark.x, y: mark.y - size * 0.35, width, height: size * 1.2, size, weight: 400, dot: null }];
  });
}
