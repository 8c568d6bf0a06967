/** Which zooms: the deepest from the data's own precision, the first of each level from what a screen and a tile can take. */
import type { GeometryColumn } from '../contract/admin.ts';
import type { AdminLevel } from '../contract/ids.ts';
import { EXTENT, EXTENT_BITS } from './grid.ts';
import type { Draft } from './layers.ts';

/** The screen that a country should fill with all its levels, in CSS pixels; MapLibre draws a tile 512 wide. */
const SCREEN = { width: 1280, height: 800, tile: 512 };
/** A level waits for a deeper zoom only where a tile would be larger than this, not compressed. */
export const MAX_TILE_BYTES = 500_000;
/** A level may begin before the country fills the screen while its tiles stay small. */
const EARLY_TILE_BYTES = 100_000;
/** All tiles of a country that fills the screen, not compressed: with gzip they take about half, and the first view is to stay below 100 kB. */
export const FIRST_VIEW_BYTES = 180_000;
/** Bytes of a vertex in a tile: two steps of a byte or two. */
const VERTEX_BYTES = 2.6;
/** A unit and its label: heads of two features, and its code and name in both layers. */
const UNIT_BYTES = 100;

/** Edges looked at to learn the spacing of vertices. */
const SAMPLE = 200_000;
/** Grid steps between neighbouring vertices at the deepest zoom: enough that rounding is not seen when the map is drawn larger. */
const STEPS_BETWEEN = 16;
/** Tiles of one level at the deepest zoom, in all and for one vertex. Russia has three million at zoom 13; the square of the world would have 67. */
const TILES_OF_ALL = 100_000;
const TILES = 100;
const SHALLOWEST_MAX = 8;
const DEEPEST_MAX = 13;

/** The zoom at which the tile grid is as fine as the data: sixteen steps between neighbouring vertices, by the median. */
export function chooseMaxZoom(columns: GeometryColumn[]): number {
  const lengths: number[] = [];
  const vertices = columns.reduce((sum, { coords }) => sum + coords.length / 2, 0);
  const stride = Math.max(1, Math.floor(vertices / SAMPLE));
  for (const { coords, rings } of columns) {
    for (let ring = 0; ring < rings.length - 1; ring++) {
      for (let v = rings[ring]! + 1; v < rings[ring + 1]!; v += stride) {
        const lat = coords[2 * v + 1]!;
        const dx = (coords[2 * v]! - coords[2 * v - 2]!) / 360;
        const dy = (lat - coords[2 * v - 1]!) / 360 / Math.cos((Math.min(85, Math.abs(lat)) * Math.PI) / 180);
        const length = Math.hypot(dx, dy);
        if (length > 0) lengths.push(length);
      }
    }
  }
  if (lengths.length === 0) return SHALLOWEST_MAX;
  const affordable = Math.floor(Math.log2((TILES_OF_ALL + TILES * vertices) / Math.max(...columns.map(shareOfWorld), 4 ** -DEEPEST_MAX)) / 2);
  const spacing = Float64Array.from(lengths).sort()[lengths.length >> 1]!;
  const zoom = Math.ceil(Math.log2(STEPS_BETWEEN / spacing / EXTENT));
  return Math.min(DEEPEST_MAX, affordable, Math.max(SHALLOWEST_MAX, zoom));
}

/** Area of all shells and holes, turned whichever way, of the square that Web Mercator lays the world out on. */
function shareOfWorld({ coords, rings }: GeometryColumn): number {
  const toY = (lat: number) => Math.asinh(Math.tan((Math.max(-85, Math.min(85, lat)) * Math.PI) / 180)) / (2 * Math.PI);
  let share = 0;
  for (let ring = 0; ring < rings.length - 1; ring++) {
    let area = 0;
    let [px, py] = [0, 0];
    for (let v = rings[ring]!; v < rings[ring + 1]!; v++) {
      const [x, y] = [coords[2 * v]! / 360, toY(coords[2 * v + 1]!)];
      if (v > rings[ring]!) area += px * y - x * py;
      [px, py] = [x, y];
    }
    share += Math.abs(area) / 2;
  }
  return Math.min(1, share);
}

/** The deepest whole zoom at which the box fits on the screen. */
export function fitZoom([west, north, east, south]: [number, number, number, number], worldSize: number): number {
  const width = Math.max(1, east - west) / worldSize;
  const height = Math.max(1, south - north) / worldSize;
  return Math.max(0, Math.floor(Math.log2(Math.min(SCREEN.width / (SCREEN.tile * width), SCREEN.height / (SCREEN.tile * height)))));
}

interface PlanContext {
  minZoom: number;
  maxZoom: number;
  /** Zoom at which the country fills the screen. */
  fit: number;
  /** Boxes of arcs in grid steps. */
  boxes: Int32Array;
  /** Vertices of each arc that a zoom keeps. */
  kept: (zoom: number) => Uint32Array;
}

export interface ZoomPlan {
  /** The first zoom of each layer. */
  minZooms: number[];
  /** Estimated bytes, not compressed, when the country fills the screen, with all levels down to the key. */
  firstView: Map<AdminLevel, number>;
}

/** `levels[i]` is the level of layer i, null where it goes with all zooms. */
export function planMinZooms(layers: Draft[], levels: (AdminLevel | null)[], context: PlanContext): ZoomPlan {
  const { minZoom, maxZoom, fit } = context;
  const loads = new Map<number, Map<number, number>>();
  const startOf = new Map<AdminLevel, number>();
  const order = [...new Set(levels.filter((level) => level !== null))].sort((a, b) => a - b);
  const lines = layers.filter(({ geometry }) => geometry === 'line');
  const sum = (load: Map<number, number>) => [...load.values()].reduce((all, bytes) => all + bytes, 0);
  const firstView = new Map<AdminLevel, number>();
  for (const level of order) {
    const own = layers.filter((_, i) => levels[i] === level);
    const loadAt = (zoom: number) => tileLoad(own, lines, level, zoom, context, loads.get(zoom));
    firstView.set(level, sum(loadAt(fit)));
    const isInFirstView = level <= 1 || firstView.get(level)! <= FIRST_VIEW_BYTES;
    let start = level <= 1 ? minZoom : -1;
    for (let zoom = isInFirstView ? minZoom : fit + 1; start < 0 && zoom <= maxZoom; zoom++) {
      const largest = Math.max(0, ...loadAt(zoom).values());
      if (largest <= (zoom < fit ? EARLY_TILE_BYTES : MAX_TILE_BYTES)) start = zoom;
    }
    if (start < 0) start = maxZoom;
    for (let zoom = start; zoom <= maxZoom && zoom <= fit + 2; zoom++) loads.set(zoom, loadAt(zoom));
    startOf.set(level, start);
  }
  return { minZooms: levels.map((level) => (level === null ? minZoom : startOf.get(level)!)), firstView };
}

/** Estimated bytes of each tile with a level's units and lines, on top of what is there already. */
function tileLoad(
  own: Draft[],
  lines: Draft[],
  level: AdminLevel,
  zoom: number,
  { maxZoom, boxes, kept }: PlanContext,
  before?: Map<number, number>,
): Map<number, number> {
  const load = new Map(before);
  const vertices = kept(zoom);
  const shift = maxZoom + EXTENT_BITS - zoom;
  const add = (x: number, y: number, bytes: number) => {
    const key = (y >> shift) * 2 ** 26 + (x >> shift);
    load.set(key, (load.get(key) ?? 0) + bytes);
  };
  const addArcs = (arcs: Uint32Array) => {
    for (const signed of arcs) {
      const arc = signed >>> 1;
      add((boxes[4 * arc]! + boxes[4 * arc + 2]!) / 2, (boxes[4 * arc + 1]! + boxes[4 * arc + 3]!) / 2, (vertices[arc]! - 1) * VERTEX_BYTES);
    }
  };
  for (const { arcs, rowBoxes, tagOffsets, keys } of own) {
    addArcs(arcs);
    for (let row = 0; row < tagOffsets.length - 1; row++) {
      const box = 4 * row;
      if (rowBoxes[box + 2]! < rowBoxes[box]!) continue;
      add((rowBoxes[box]! + rowBoxes[box + 2]!) / 2, (rowBoxes[box + 1]! + rowBoxes[box + 3]!) / 2, UNIT_BYTES + 4 * keys.length);
    }
  }
  for (const { arcs, rings, polygons, rows, rowLevels } of lines) {
    rowLevels.forEach((of, row) => {
      if (of === level) addArcs(arcs.subarray(rings[polygons[rows[row]!]!]!, rings[polygons[rows[row + 1]!]!]!));
    });
  }
  return load;
}
