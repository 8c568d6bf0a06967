/** The layers of a map, laid on it: what lies below borders and names, what above, what legend and notes say of them. */
import type { PrintLang } from '../../contract/languages.ts';
import { BASE_OPACITY } from '../../contract/maps/overlayLooks.ts';
import type { Mark, Measure, OverlayLegend } from '../render/drawing.ts';
import type { Taken } from '../render/ground.ts';
import { drawOverlay, seeOverlay, type DrawnOverlay, type OverlayPlace, type OverlaySight } from './draw.ts';
import { overlayLegend } from './legend.ts';
import { overlayNotes } from './notes.ts';
import type { MapOverlays } from './overlay.ts';

/** What is said of the layers of a map, beside it and below it. */
export interface ToldOverlays {
  legends: OverlayLegend[];
  /** How much is not shown, and what is not drawn at all. */
  notes: string[];
}

export interface LaidOverlays extends ToldOverlays {
  /** For orientation, over the classes of the map, which would hide it. */
  base: Mark[];
  over: Mark[];
  named: DrawnOverlay['named'];
  symbols: DrawnOverlay['symbols'];
}

/** Known before there is a map: what is said takes room from it. */
export function tellOverlays(overlays: MapOverlays, lang: PrintLang, options: Omit<OverlayPlace, 'tolerance'>): ToldOverlays {
  const seen = overlays.shown.map((overlay) => ({ overlay, own: seeOverlay(overlay, options) }));
  return toldOf(overlays, seen, lang, options.palette);
}

function toldOf(
  overlays: MapOverlays,
  seen: readonly { overlay: MapOverlays['shown'][number]; own: OverlaySight }[],
  lang: PrintLang,
  palette: OverlayPlace['palette'],
): ToldOverlays {
  // prettier-ignore
  return {
    legends: seen.map(({ overlay, own }) => overlayLegend(overlay, own, lang, palette)).filter(({ rows }) => rows.length > 0),
    notes: overlayNotes(overlays, seen.map(({ own }) => own.left), lang), // prettier-ignore
  };
}

export function layOverlays(overlays: MapOverlays, lang: PrintLang, options: OverlayPlace): LaidOverlays {
  const drawn = overlays.shown.map((overlay) => ({ overlay, own: drawOverlay(overlay, options) }));
  const of = (isBase: boolean) => drawn.filter(({ overlay }) => overlay.summary.base === isBase);
  return {
    base: of(true).flatMap(({ own }) => own.marks.map((mark): Mark => (mark.is === 'path' ? { ...mark, opacity: (mark.opacity ?? 1) * BASE_OPACITY } : mark))),
    over: of(false).flatMap(({ own }) => own.marks),
    ...toldOf(overlays, drawn, lang, options.palette),
    named: of(false).flatMap(({ own }) => own.named),
    symbols: of(false).flatMap(({ own }) => own.symbols),
  };
}

export interface NameOptions {
  frame: OverlayPlace['frame'];
  size: number;
  most: number;
  measure: Measure;
  ink: string;
  halo: string;
}

/** Names of the largest points beside them, where there is room. @param taken room of other names; grows */
export function nameOverlays(named: DrawnOverlay['named'], { frame, size, most, measure, ink, halo }: NameOptions, taken: Taken[]): Mark[] {
  const marks: Mark[] = [];
  const isFree = ([left, top, right, bottom]: Taken) =>
    left >= frame.x + 2 && right <= frame.x + frame.width - 2 && top >= frame.y + 2 && bottom <= frame.y + frame.height - 2 &&
    !taken.some((other) => other[0] < right && other[2] > left && other[1] < bottom && other[3] > top); // prettier-ignore
  for (const { x, y, radius, name } of named.slice(0, most * 4)) {
    if (marks.length >= most) break;
    const wide = measure(name, size, 400);
    const boxOf = (to: number): Taken =>
      to > 0 ? [x + radius, y - size * 0.7, x + radius + 5 + wide, y + size * 0.6] : [x - radius - 5 - wide, y - size * 0.7, x - radius, y + size * 0.6];
    const side = [1, -1].find((to) => isFree(boxOf(to)));
    if (side === undefined) continue;
    taken.push(boxOf(side));
    marks.push({ is: 'text', x: x + side * (radius + 3 + wide / 2), y: y + size * 0.35, text: name, size, weight: 400, fill: ink, anchor: 'middle', halo });
  }
  return marks;
}
