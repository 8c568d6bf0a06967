/** Features of layers in pixels of a picture, or in points of a sheet. Looks are those of the live map (client/map/layers/overlays.ts). */
import type { Geometry, Position as Degrees } from 'geojson';
import type { Position } from '../../contract/maps/ground.ts';
import { FILLED, hatchOf, LINE, lineLook, OLD_DASH, OUTLINE, radiusOf, symbolPath, toPoint } from '../../contract/maps/overlayLooks.ts';
import { layerToken, type Palette } from '../../contract/maps/palette.ts';
import { drawBack, simplify } from '../../ground/clip.ts';
import { offEdges } from '../../contract/maps/ground.ts';
import { NO_GROUND, type Drawing, type Mark } from '../render/drawing.ts';
import { pathOf } from '../render/ground.ts';
import type { MapOverlay, OverlayFeature } from './overlay.ts';

export interface OverlayPlace {
  place: (lon: number, lat: number) => readonly [x: number, y: number];
  frame: Drawing['frame'];
  palette: Palette;
  /** What may be left out of a line, in pixels. */
  tolerance: number;
  /** Points, lines or areas that are drawn at most; the largest are. */
  most: number;
  /** Radius of the largest symbol; by the frame where it is not said. */
  largest?: number;
}

/** What of a layer is in a frame: known without drawing it. */
export interface OverlaySight {
  /** Features in the frame by entry of the legend, drawn or not. */
  seen: ReadonlyMap<number, number>;
  /** In the frame, and not drawn: there is no room for so many. */
  left: number;
  /** Radius of the largest size; null where symbols are of one size. */
  largest: number | null;
}

export interface DrawnOverlay extends OverlaySight {
  marks: Mark[];
  /** Where names may stand: the largest first. */
  named: { x: number; y: number; radius: number; name: string }[];
  /** Where symbols of points stand: left, top, right, bottom. */
  symbols: (readonly [number, number, number, number])[];
}

/** Radius of the largest symbol by the side of the frame, and its limits in pixels. */
const LARGEST = { share: 0.028, least: 7, most: 22 } as const;
/** Radius where nothing is said of sizes: fewer are larger. */
const PLAIN = (count: number) => (count > 1000 ? 2 : count > 200 ? 2.8 : 4);
/** Beyond the frame: what is cut there is not seen. */
const BEYOND = 8;
const EDGE = 0.8;

export function largestRadius({ width, height }: Pick<Drawing['frame'], 'width' | 'height'>): number {
  return Math.max(LARGEST.least, Math.min(LARGEST.most, LARGEST.share * Math.min(width, height)));
}

export function drawOverlay({ summary, features }: MapOverlay, options: OverlayPlace): DrawnOverlay {
  return summary.shape === 'points' ? drawPoints(summary, features, options) : drawShapes(summary, features, options);
}

/** The same as drawing it says, without the work of it. */
export function seeOverlay({ summary, features }: MapOverlay, options: Omit<OverlayPlace, 'palette' | 'tolerance'>): OverlaySight {
  const { place, frame } = options;
  return sightOf(summary, summary.shape === 'points' ? pointsIn(features, place, frame) : features.filter(({ geometry }) => meets(geometry, place, frame)), options); // prettier-ignore
}

type Summary = MapOverlay['summary'];
const entryOf = ({ legend: { entries } }: Summary, at: number) => entries[at] ?? entries.at(-1)!;

function sightOf(
  summary: Summary,
  shown: readonly { entry: number }[],
  { frame, most, largest = largestRadius(frame) }: Pick<OverlayPlace, 'frame' | 'most' | 'largest'>,
): OverlaySight {
  // prettier-ignore
  const seen = new Map<number, number>();
  for (const { entry } of shown) seen.set(entry, (seen.get(entry) ?? 0) + 1);
  return { seen, left: Math.max(0, shown.length - most), largest: summary.shape === 'points' && summary.size ? largest : null };
}

const pointsIn = (features: readonly OverlayFeature[], place: OverlayPlace['place'], frame: Drawing['frame']) =>
  features.flatMap(({ geometry, entry, size, name }) =>
    positionsOf(geometry).flatMap(([lon, lat]) => {
      const [x, y] = place(lon!, lat!);
      return isWithin(x, y, frame) ? [{ x, y, entry, size, name }] : [];
    }),
  );

function drawPoints(summary: Summary, features: readonly OverlayFeature[], options: OverlayPlace): DrawnOverlay {
  const { place, frame, palette, most } = options;
  const points = pointsIn(features, place, frame);
  const sight = sightOf(summary, points, options);
  const { largest } = sight;
  const plain = PLAIN(points.length);
  const drawn = points.slice(0, most).map((point) => ({
    ...point,
    // Half pixels, so that circles of nearly the same size are one path.
    radius: largest === null ? plain : Math.round(2 * radiusOf(point.size ?? 0, summary.size!.max, largest)) / 2,
  }));
  // Smaller ones lie on larger ones.
  const groups = new Map<string, { radius: number; entry: number; d: string }>();
  for (const { x, y, entry, radius } of drawn.toSorted((a, b) => b.radius - a.radius || a.entry - b.entry)) {
    const key = `${radius} ${entry}`;
    const group = groups.get(key) ?? { radius, entry, d: '' };
    group.d += symbolPath(toPoint(entryOf(summary, entry).symbol), x, y, radius);
    groups.set(key, group);
  }
  const marks = [...groups.values()].map(({ entry, radius, d }): Mark => {
    const colour = palette[layerToken(entryOf(summary, entry).colour)];
    // What is past its last day is hollow.
    const paint = summary.isOld
      ? { fill: palette.mapLand, stroke: colour, width: 1.2 }
      : { fill: colour, stroke: palette.mapLand, width: Math.min(EDGE, radius * 0.2) };
    return { is: 'path', d, ...paint, clip: true, solid: true };
  });
  const symbols = drawn.map(({ x, y, radius }) => [x - radius, y - radius, x + radius, y + radius] as const);
  return { ...sight, marks, named: drawn.filter(({ name }) => name !== ''), symbols };
}

function drawShapes(summary: Summary, features: readonly OverlayFeature[], options: OverlayPlace): DrawnOverlay {
  const { place, frame, palette, tolerance, most } = options;
  const box = [frame.x - BEYOND, frame.y - BEYOND, frame.x + frame.width + BEYOND, frame.y + frame.height + BEYOND] as const;
  const pathsOf = (geometry: Geometry): string => {
    const toPixels = (line: readonly Degrees[]) => line.map(([lon, lat]): Position => [...place(lon!, lat!)]);
    if (summary.shape === 'lines')
      return linesOf(geometry)
        .flatMap((line) => offEdges(drawBack(toPixels(line), [...box]), [box[0], box[2]], [box[1], box[3]]))
        .map((line) => pathOf(simplify(line, tolerance)))
        .join('');
    return ringsOf(geometry)
      .map((ring) => simplify(drawBack(toPixels(ring), [...box]), tolerance))
      .map((ring) => (ring.length > 3 ? `${pathOf(ring)}Z` : ''))
      .join('');
  };
  const byEntry = new Map<number, string[]>();
  const shown = features.filter(({ geometry }) => meets(geometry, place, frame));
  for (const { geometry, entry } of shown.slice(0, most)) {
    const d = pathsOf(geometry);
    if (d) byEntry.set(entry, [...(byEntry.get(entry) ?? []), d]);
  }
  // In the order of the legend from below: its first entry is seen best.
  const marks = [...byEntry].sort(([a], [b]) => b - a).flatMap(([entry, paths]) => shapeMarks(summary, entry, paths, palette));
  return { ...sightOf(summary, shown, options), marks, named: [], symbols: [] };
}

function shapeMarks(summary: Summary, entry: number, paths: readonly string[], palette: Palette): Mark[] {
  const { symbol, colour: name } = entryOf(summary, entry);
  const colour = palette[layerToken(name)];
  const line = (d: string, stroke: string, width: number, dash: readonly number[] = []): Mark => ({
    is: 'path',
    d,
    stroke,
    width,
    clip: true,
    ...(dash.length > 0 ? { dash: dash.map((length) => length * width) } : {}),
  });
  if (summary.shape === 'lines') {
    const d = paths.join('');
    const { width, dash, isDouble } = lineLook(symbol, summary.isOld);
    return [line(d, palette.mapLand, LINE.edge), line(d, colour, width, dash), ...(isDouble ? [line(d, palette.mapLand, LINE.free)] : [])];
  }
  const pattern = hatchOf(symbol, summary.isOld);
  // Each area by itself: where two overlap neither is a hole.
  return paths.flatMap((d): Mark[] => {
    const edge = line(d, colour, OUTLINE, summary.isOld ? OLD_DASH : []);
    if (pattern) return [{ is: 'path', d, fill: { pattern, ink: colour, ground: NO_GROUND }, clip: true }, edge];
    return symbol === 'outlined' ? [edge] : [{ is: 'path', d, fill: colour, opacity: FILLED, clip: true }, edge];
  });
}

const isWithin = (x: number, y: number, { x: left, y: top, width, height }: Drawing['frame']) =>
  x >= left && x <= left + width && y >= top && y <= top + height;

/** By its box: what only its corner touches counts as seen. */
function meets(geometry: Geometry, place: OverlayPlace['place'], { x, y, width, height }: Drawing['frame']): boolean {
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon, lat] of positionsOf(geometry)) {
    const [px, py] = place(lon!, lat!);
    [west, east, north, south] = [Math.min(west, px), Math.max(east, px), Math.min(north, py), Math.max(south, py)];
  }
  return east >= x && west <= x + width && south >= y && north <= y + height;
}

function positionsOf(geometry: Geometry): Degrees[] {
  switch (geometry.type) {
    case 'Point':
      return [geometry.coordinates];
    case 'MultiPoint':
      return geometry.coordinates;
    case 'GeometryCollection':
      return geometry.geometries.flatMap(positionsOf);
    case 'LineString':
    case 'MultiLineString':
      return linesOf(geometry).flat();
    default:
      return ringsOf(geometry).flat();
  }
}
function linesOf(geometry: Geometry): Degrees[][] {
  if (geometry.type === 'LineString') return [geometry.coordinates];
  if (geometry.type === 'MultiLineString') return geometry.coordinates;
  return geometry.type === 'GeometryCollection' ? geometry.geometries.flatMap(linesOf) : [];
}
function ringsOf(geometry: Geometry): Degrees[][] {
  if (geometry.type === 'Polygon') return geometry.coordinates;
  if (geometry.type === 'MultiPolygon') return geometry.coordinates.flat();
  return geometry.type === 'GeometryCollection' ? geometry.geometries.flatMap(ringsOf) : [];
}
