/** A map in greys, for printers and readers without colour: half of all field products are read so. */
import { classColours, greys, inkOn } from '../../contract/maps/palette.ts';
import type { MapSpec } from '../../contract/maps/map.ts';
import { PAINTED, type Drawing, type Fill, type Mark } from './drawing.ts';

/** The grey that looks as light as the colour (sRGB luma). */
export function greyOf(hex: string): string {
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  const level = Math.round(0.299 * r! + 0.587 * g! + 0.114 * b!)
    .toString(16)
    .padStart(2, '0');
  return `#${level.repeat(3)}`;
}

/**
 * Classes have greys of their own, in even steps from light to dark: of a difference fewer and more are equally dark colours, which no grey tells
 * apart, so there the lightest are the fewest. All else is as light as it was.
 */
export function tintOf(spec: Pick<MapSpec, 'data' | 'classes'>): (fill: Fill) => Fill {
  const classes = classColours(spec, false);
  const own = new Map(classes.map((colour, i) => [colour, greys(classes.length)[i]!]));
  const grey = (colour: string) => own.get(colour) ?? (/^#[0-9a-f]{6}$/i.test(colour) ? greyOf(colour) : colour);
  return (fill) => (typeof fill === 'string' ? grey(fill) : { ...fill, ink: grey(fill.ink), ground: grey(fill.ground), edge: fill.edge && grey(fill.edge) });
}

/** @param drawing on light ground */
export function toGrey(drawing: Drawing, spec: Pick<MapSpec, 'data' | 'classes'>): Drawing {
  const tint = tintOf(spec);
  const classes = new Set(classColours(spec, false));
  const marks = drawing.marks.map((mark): Mark => {
    const grey = { ...mark } as Record<string, unknown>;
    for (const key of PAINTED) if (grey[key] !== undefined) grey[key] = tint(grey[key] as Fill);
    // A name that stands on its class: the ink for the grey, which is another one than that for the colour.
    if (mark.is === 'text' && mark.halo !== undefined && classes.has(mark.halo)) grey['fill'] = inkOn(grey['halo'] as string);
    return grey as unknown as Mark;
  });
  return { ...drawing, marks };
}
