/**
 * What lies around a country: land, water, borders, names and towns (decision 0067). A TopoJSON topology with a few members more, so that borders
 * are held once and other programs read it too. Imports types only: the client bundles it.
 */

export type Position = [lon: number, lat: number];
/** Each ring as arcs; `~arc` is an arc backwards. */
type Rings = number[][];

export interface GroundPart {
  type: 'MultiPolygon';
  /** ISO 3166-1 alpha-3, XKX; absent where no state is said to have it. */
  id?: string;
  arcs: Rings[];
}
export interface GroundLines {
  type: 'MultiLineString';
  arcs: Rings;
  /** Those of the country itself, which its own map draws more exactly: they only tell what its outline is. */
  own?: Rings;
}
/** Borders that states do not agree on: not determined, a line of control, a ceasefire or armistice line (decision 0074). */
export const UNSETTLED = ['disputed', 'control', 'ceasefire'] as const;
export type Unsettled = (typeof UNSETTLED)[number];
export type GroundLine = 'coast' | 'border' | Unsettled;
export const GROUND_LINES: readonly GroundLine[] = ['coast', 'border', ...UNSETTLED];

/** Region of Unicode CLDR (alpha-2), place of its name, and how large it is in view: the square root of its area, in degrees. */
export type GroundName = [region: string, lon: number, lat: number, size: number];
/** Name, place, people in thousands, and whether it is a capital. */
export type GroundPlace = [name: string, lon: number, lat: number, thousands: number, capital: 0 | 1];

export interface Ground {
  type: 'Topology';
  transform: { scale: [number, number]; translate: Position };
  /** Each begins with a position and goes on in steps, in units of the transform. */
  arcs: number[][][];
  objects: {
    land: { type: 'GeometryCollection'; geometries: GroundPart[] };
    lakes: { type: 'MultiPolygon'; arcs: Rings[] };
  } & Record<'coast' | 'border' | 'disputed', GroundLines> &
    // What was cut before has all of them as `disputed`.
    Partial<Record<GroundLine, GroundLines>>;
  /** What it covers, as west, south, east, north; east above 180 where it reaches over the antimeridian. */
  box: [number, number, number, number];
  /** How fine its source was: one to ten or to fifty million. */
  source: '10m' | '50m';
  names: GroundName[];
  places: GroundPlace[];
}

/** Whom the ground is to be credited to, each once; names of sources are not translated. */
export const GROUND_SOURCES = { land: 'Natural Earth', places: 'GeoNames (CC BY 4.0)' } as const;
export const groundSources = ({ places }: Pick<Ground, 'places'>): string[] => [GROUND_SOURCES.land, ...(places.length > 0 ? [GROUND_SOURCES.places] : [])];

/** Lines of a kind; none where the ground is from before it. */
export const groundLinesOf = ({ objects }: Pick<Ground, 'objects'>, kind: GroundLine): GroundLines => objects[kind] ?? { type: 'MultiLineString', arcs: [] };
export const isUnsettled = (kind: GroundLine | null): kind is Unsettled => (UNSETTLED as readonly (string | null)[]).includes(kind);

/** Arcs in degrees. */
export function arcsOf({ arcs, transform: { scale, translate } }: Pick<Ground, 'arcs' | 'transform'>): Position[][] {
  return arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([dx, dy]): Position => [(x += dx!) * scale[0] + translate[0], (y += dy!) * scale[1] + translate[1]]);
  });
}

/** Positions along arcs that follow each other; the point where two meet is there once. */
export function join(arcs: readonly Position[][], ring: readonly number[]): Position[] {
  const out: Position[] = [];
  for (const index of ring) {
    const arc = index < 0 ? arcs[~index]!.toReversed() : arcs[index]!;
    out.push(...(out.length > 0 ? arc.slice(1) : arc));
  }
  return out;
}

/** @returns polygons of rings of positions */
export function polygonsOf(parts: readonly { arcs: readonly Rings[] }[], arcs: readonly Position[][]): Position[][][] {
  return parts.flatMap((part) => part.arcs.map((rings) => rings.map((ring) => join(arcs, ring))));
}

/** Lines as positions, broken where they run along the edge of what was cut out, or along the antimeridian: that is no coast and no border. */
export function linesOf(lines: Rings, arcs: readonly Position[][], [west, south, east, north]: Ground['box']): Position[][] {
  return lines.flatMap((line) => offEdges(join(arcs, line), [west, east, -180, 180], [south, north]));
}

/** The parts of a line that do not run along one of these meridians or parallels. */
export function offEdges(line: readonly Position[], xs: readonly number[], ys: readonly number[]): Position[][] {
  const near = (a: number, b: number) => Math.abs(a - b) < 1e-6;
  const isOnEdge = ([ax, ay]: Position, [bx, by]: Position) => (near(ax, bx) && xs.some((x) => near(ax, x))) || (near(ay, by) && ys.some((y) => near(ay, y)));
  const parts: Position[][] = [];
  let part: Position[] = [];
  for (const position of line) {
    if (part.length > 0 && isOnEdge(part.at(-1)!, position)) {
      if (part.length > 1) parts.push(part);
      part = [];
    }
    part.push(position);
  }
  if (part.length > 1) parts.push(part);
  return parts;
}

/** An archive of tiles that whoever runs the server has put below the maps. */
export interface BaseMap {
  /** Address of the archive, read by ranges. */
  href: string;
  bounds: [number, number, number, number];
  minzoom: number;
  maxzoom: number;
  /** Ids of its layers. */
  layers: string[];
  attribution: string;
}

/** The surroundings of a version, and where more is. */
export interface GroundAnswer {
  ground: Ground;
  /** Address of the ground of the whole Earth. */
  world: string;
  base: BaseMap | null;
}

/** By which a town and a unit of the same name are known as such: the name of the unit stands for both. */
export const townKey = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
