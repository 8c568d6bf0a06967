/** What lies around the country, on a picture: the same parts in the same order as on the live map (client/map/layers/ground.ts). */
import { UNSETTLED, groundLinesOf, arcsOf, linesOf, offEdges, polygonsOf, townKey, type Ground, type Position } from '../../contract/maps/ground.ts';
import { GROUND_WIDTHS, unsettledDash, UNSETTLED_WIDTH } from '../../contract/maps/looks.ts';
import type { Palette } from '../../contract/maps/palette.ts';
import type { PrintLang } from '../../contract/languages.ts';
import { area2, drawBack, simplify } from '../../ground/clip.ts';
import { languageOf } from '../../words/words.ts';
import type { Drawing, Fill, Mark, Measure } from './drawing.ts';
import { inkFor } from './names.ts';
import { placeOfNeighbour } from './neighbours.ts';
import type { View } from './shapes.ts';
import { regionName } from '../../words/regions.ts';

export interface GroundMarks {
  land: Mark[];
  lakes: Mark[];
  /** Coast and borders of others. */
  lines: Mark[];
}

/** Pixels beyond the frame, so that no edge of what was cut is seen. */
const BEYOND = 6;
/** Rings smaller than so many square pixels are specks. */
const SPECK = 3;

/** @param tolerance in pixels; the ground is background, and no finer than the units */
export function drawGround(ground: Ground | null, view: View, frame: Drawing['frame'], colours: Palette, tolerance: number): GroundMarks {
  if (!ground) return { land: [], lakes: [], lines: [] };
  const box: Ground['box'] = [frame.x - BEYOND, frame.y - BEYOND, frame.x + frame.width + BEYOND, frame.y + frame.height + BEYOND];
  const arcs = arcsOf(ground);
  const toPixels = (line: readonly Position[]) => line.map(([lon, lat]): Position => [view.x(lon), view.y(lat)]);
  const ring = (positions: readonly Position[]): string => {
    const drawn = simplify(drawBack(toPixels(positions), box), tolerance);
    return drawn.length > 3 && area2(drawn) > 2 * SPECK * tolerance ? `${pathOf(drawn)}Z` : '';
  };
  const area = (parts: readonly { arcs: number[][][] }[]) => polygonsOf(parts, arcs).map((rings) => rings.map(ring).join('')).join(''); // prettier-ignore
  const line = (lines: number[][]) =>
    linesOf(lines, arcs, ground.box)
      .flatMap((positions) => offEdges(drawBack(toPixels(positions), box), [box[0], box[2]], [box[1], box[3]]))
      .map((part) => pathOf(simplify(part, tolerance)))
      .join('');
  const fill = (d: string, colour: string): Mark[] => (d ? [{ is: 'path', d, fill: colour, stroke: colour, width: 0.6, clip: true }] : []);
  const stroke = (d: string, colour: string, width: number, dash?: number[]): Mark[] =>
    d ? [{ is: 'path', d, stroke: colour, width, ...(dash ? { dash } : {}), clip: true }] : [];
  const { land, lakes, coast, border } = ground.objects;
  const water = area([lakes]);
  return {
    land: fill(area(land.geometries), colours.mapBeyond),
    lakes: [...fill(water, colours.mapGround), ...stroke(water, colours.mapCoast, GROUND_WIDTHS.coast)],
    lines: [
      ...stroke(line(coast.arcs), colours.mapCoast, GROUND_WIDTHS.coast),
      ...stroke(line(border.arcs), colours.mapAbroad, GROUND_WIDTHS.border),
      ...UNSETTLED.flatMap((kind) => stroke(line(groundLinesOf(ground, kind).arcs), colours.mapAbroad, UNSETTLED_WIDTH, unsettledDash(kind, UNSETTLED_WIDTH))),
    ],
  };
}

/** In tenths of a pixel. */
export function pathOf(line: readonly Position[]): string {
  let [x, y] = [Math.round(line[0]![0] * 10), Math.round(line[0]![1] * 10)];
  let d = `M${x / 10} ${y / 10}`;
  for (const [px, py] of line.slice(1)) {
    const [nextX, nextY] = [Math.round(px * 10), Math.round(py * 10)];
    const [dx, dy] = [nextX - x, nextY - y];
    if (dx === 0 && dy === 0) continue;
    d += `l${dx / 10}${dy < 0 ? '' : ' '}${dy / 10}`;
    [x, y] = [nextX, nextY];
  }
  return d;
}

interface NameOptions {
  frame: Drawing['frame'];
  lang: PrintLang;
  colours: Palette;
  size: number;
  measure: Measure;
  /** What a place of the country is painted in; null beside it, and where nothing is painted. */
  paintedAt?: ((x: number, y: number) => Fill | null) | undefined;
  /** Towns that a unit is called as (`townKey`). */
  named?: ReadonlySet<string> | undefined;
}
export type Taken = readonly [left: number, top: number, right: number, bottom: number];

/** Towns on a picture: more would be a gazetteer. */
const MOST_TOWNS = 12;
const DOT = 1.8;

/** Names of neighbours, capitals and the largest towns, where nothing else stands. @param taken boxes of what does */
export function nameGround(
  ground: Ground | null,
  view: View,
  { frame, lang, colours, size, measure, paintedAt = () => null, named = new Set() }: NameOptions,
  taken: readonly Taken[],
): Mark[] {
  if (!ground) return [];
  const { locale } = languageOf(lang);
  const boxes = [...taken];
  const isFree = ([left, top, right, bottom]: Taken) =>
    left >= frame.x + 2 && right <= frame.x + frame.width - 2 && top >= frame.y + 2 && bottom <= frame.y + frame.height - 2 &&
    !boxes.some((other) => other[0] < right && other[2] > left && other[1] < bottom && other[3] > top); // prettier-ignore
  const marks: Mark[] = [];
  for (const [region, lon, lat] of ground.names) {
    const text = regionName(region, locale);
    if (text === null) continue;
    const room = { width: measure(text, size, 600) + 6, height: size * 1.6 };
    const edge: Taken = [frame.x + 2, frame.y + 2, frame.x + frame.width - 2, frame.y + frame.height - 2];
    // Where what is counted is painted, a name of another country would be of the unit below it.
    const isBeside = ([left, top, right, bottom]: Taken) =>
      [left, (left + right) / 2, right].every((at) => paintedAt(at, top) === null && paintedAt(at, bottom) === null);
    const isOpen = (box: Taken) => isFree(box) && isBeside(box);
    const found = placeOfNeighbour(ground, [lon, lat], { place: (a, b) => [view.x(a), view.y(b)], frame: edge, size: room, isFree: isOpen });
    if (!found) continue;
    const [x, y] = found;
    boxes.push([x - room.width / 2, y - room.height / 2, x + room.width / 2, y + room.height / 2]);
    marks.push({ is: 'text', x, y: y + size * 0.35, text, size, weight: 600, fill: colours.ink2, anchor: 'middle', halo: colours.mapBeyond });
  }
  let towns = 0;
  const small = size - 1.5;
  for (const [name, lon, lat, , capital] of ground.places) {
    if (towns === MOST_TOWNS) break;
    if (named.has(townKey(name))) continue;
    const [x, y, wide] = [view.x(lon), view.y(lat), measure(name, small, 400)];
    // What is counted stands there, and the names of its units: only the capital stays.
    const painted = paintedAt(x, y);
    if (painted !== null && !capital) continue;
    // Beside its dot, on the side where there is room.
    const side = [1, -1].find((to) =>
      isFree(to > 0 ? [x - 3, y - small * 0.7, x + 7 + wide, y + small * 0.6] : [x - 7 - wide, y - small * 0.7, x + 3, y + small * 0.6]),
    );
    if (side === undefined) continue;
    boxes.push(side > 0 ? [x - 3, y - small * 0.7, x + 7 + wide, y + small * 0.6] : [x - 7 - wide, y - small * 0.7, x + 3, y + small * 0.6]);
    towns++;
    const radius = capital ? DOT + 0.7 : DOT;
    const under = paintedAt(x + side * (5 + wide / 2), y);
    marks.push(
      { is: 'path', d: `M${(x - radius).toFixed(1)} ${y.toFixed(1)}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0Z`, fill: capital ? colours.ink2 : colours.mapLand, stroke: colours.ink2, width: 1 }, // prettier-ignore
      { is: 'text', x: x + side * (5 + wide / 2), y: y + small * 0.35, text: name, size: small, weight: 400, anchor: 'middle', ...(under === null ? { fill: colours.ink2, halo: colours.mapLand } : inkFor(under, colours)) }, // prettier-ignore
    );
  }
  return marks;
}
