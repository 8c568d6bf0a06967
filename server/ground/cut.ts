/** The surroundings of a country, cut out of the ground of the Earth: fine near it, coarse farther out, light enough for a phone. Pure. */
import { GEOMETRY_KIND } from '../contract/admin.ts';
import {
  arcsOf,
  GROUND_LINES,
  groundLinesOf,
  join,
  type Ground,
  type GroundLine,
  type GroundName,
  type GroundPlace,
  type Position,
} from '../contract/maps/ground.ts';
import type { Box } from '../geometry/box.ts';
import { inscribedCenter } from '../geometry/inscribed.ts';
import type { Atlas } from './atlas.ts';
import { area2, drawBack, simplify } from './clip.ts';

export interface CutRequest {
  /** ISO 3166-1 alpha-3 of the country, which is not named: its own map does that. */
  country: string;
  /** Of its units, as west, south, east, north; east below west, or above 180, over the antimeridian. */
  box: Box;
  /** Of a country (alpha-3), the region of CLDR (alpha-2); null of what has no name there. */
  regionOf: (iso3: string) => string | null;
  /** Of countries that are not named. */
  isNamed: (iso3: string) => boolean;
  /** What it weighs once it is sent. */
  weigh: (text: string) => number;
}

/** Compressed: with the values of a map, 40 kB in a live embed. */
const MOST_BYTES = 34_000;
/** Share of the country's size that is kept around it, on each side. */
const AROUND = 0.3;
/** Half the sides of what is cut, by the country's height and width: for windows from 1:2 to 2.4:1, of which panels cover a part. */
const [WIDE, HIGH] = [1.9, 1.7];
/** Web Mercator ends there. */
const POLE = 85.06;
/** Steps of which the country's size is made: finer ones nobody sees before the country's own lines are far out of view. */
const FINENESS = 4000;
const COARSER = 1.5;
/** How much coarser the ground is farther out. */
const OUTSIDE = 4;
const TRIES = 12;
const MOST_PLACES = 70;
/** Whole turns of the Earth on which a country may lie that reaches over the antimeridian. */
const TURNS = [-360, 0, 360];

export interface Windows {
  /** The country and what is right around it. */
  inner: Box;
  outer: Box;
}

export function windowsOf([west, south, east, north]: Box): Windows {
  const end = east < west ? east + 360 : east;
  const [width, height] = [Math.max(end - west, 0.05), Math.max(north - south, 0.05)];
  const [x, y] = [(west + end) / 2, (south + north) / 2];
  const box = (halfWidth: number, halfHeight: number): Box => {
    const half = Math.min(halfWidth, 180);
    return [x - half, Math.max(-POLE, y - halfHeight), x + half, Math.min(POLE, y + halfHeight)];
  };
  // A degree of latitude is longer on the map than one of longitude.
  const tall = height / Math.cos((Math.min(80, Math.max(Math.abs(south), Math.abs(north))) * Math.PI) / 180);
  return {
    inner: box(width * (0.5 + AROUND), height * (0.5 + AROUND)),
    outer: box(Math.max(width, tall * WIDE), Math.max(height, width * HIGH)),
  };
}

/** @param source which of the two; lakes always come from the coarse one, which alone has them */
export function cutGround(atlas: Atlas, source: Ground['source'], request: CutRequest): Ground {
  const windows = windowsOf(request.box);
  const from = source === '10m' ? atlas.near : atlas.world;
  const layers = [prepare(from), ...(source === '10m' ? [prepare(atlas.world)] : [])];
  const size = Math.max(windows.inner[2] - windows.inner[0], windows.inner[3] - windows.inner[1]);
  let tolerance = size / FINENESS;
  for (let attempt = 0; ; attempt++) {
    const ground = cutOnce(layers, windows, tolerance, { atlas, request, source });
    if (attempt === TRIES || request.weigh(JSON.stringify(ground)) <= MOST_BYTES) return ground;
    tolerance *= COARSER;
  }
}

interface Layer {
  ground: Ground;
  /** Of each arc its box and both ends; of nearly all of the Earth no more is looked at. */
  outlines: { box: Box; ends: [Position, Position] }[];
}
function prepare(ground: Ground): Layer {
  const { scale, translate } = ground.transform;
  const outlines = ground.arcs.map((arc) => {
    let [x, y] = [0, 0];
    const box: Box = [Infinity, Infinity, -Infinity, -Infinity];
    for (const step of arc) {
      x += step[0]!;
      y += step[1]!;
      if (x < box[0]) box[0] = x;
      if (y < box[1]) box[1] = y;
      if (x > box[2]) box[2] = x;
      if (y > box[3]) box[3] = y;
    }
    const at = (px: number, py: number): Position => [px * scale[0] + translate[0], py * scale[1] + translate[1]];
    return { box: [...at(box[0], box[1]), ...at(box[2], box[3])] as Box, ends: [at(arc[0]![0]!, arc[0]![1]!), at(x, y)] as [Position, Position] };
  });
  return { ground, outlines };
}

function cutOnce(
  layers: Layer[],
  windows: Windows,
  tolerance: number,
  { atlas, request, source }: { atlas: Atlas; request: CutRequest; source: Ground['source'] },
): Ground {
  const { outer } = windows;
  const grid = Math.max(1e-4, 10 ** Math.floor(Math.log10(tolerance)) / 2);
  const writer = new ArcWriter(outer, grid);
  const land: Ground['objects']['land']['geometries'] = [];
  const lakes: number[][][] = [];
  const none = () => Object.fromEntries(GROUND_LINES.map((kind) => [kind, []])) as unknown as Record<GroundLine, number[][]>;
  const [lines, own] = [none(), none()];
  const ownArcs = arcsOfCountry(layers[0]!, request.country);
  const named = new Map<string, Position[][][]>();
  for (const turn of TURNS) {
    const main = new TurnedLayer(layers[0]!, turn, windows, tolerance, writer);
    for (const { id, arcs } of layers[0]!.ground.objects.land.geometries) {
      const kept = main.polygons(arcs);
      if (kept.length === 0) continue;
      land.push({ type: 'MultiPolygon', ...(id === undefined ? {} : { id }), arcs: kept });
      if (id !== undefined && id !== request.country && request.isNamed(id)) named.set(id, [...(named.get(id) ?? []), ...main.shapes(arcs)]);
    }
    for (const kind of Object.keys(lines) as GroundLine[]) {
      const all = groundLinesOf(layers[0]!.ground, kind).arcs;
      lines[kind].push(...main.lines(all, (arc) => !ownArcs.has(arc)));
      own[kind].push(...main.lines(all, (arc) => ownArcs.has(arc)));
    }
    const wet = layers.at(-1)!;
    lakes.push(...(wet === layers[0] ? main : new TurnedLayer(wet, turn, windows, tolerance, writer)).polygons(wet.ground.objects.lakes.arcs));
  }
  const multiLine = (kind: GroundLine) => ({ type: 'MultiLineString' as const, arcs: lines[kind], ...(own[kind].length > 0 ? { own: own[kind] } : {}) });
  return {
    type: 'Topology',
    box: writer.box,
    source,
    transform: { scale: [grid, grid], translate: [writer.box[0], writer.box[1]] },
    objects: {
      land: { type: 'GeometryCollection', geometries: land },
      lakes: { type: 'MultiPolygon', arcs: lakes },
      ...(Object.fromEntries(GROUND_LINES.map((kind) => [kind, multiLine(kind)])) as Record<GroundLine, ReturnType<typeof multiLine>>),
    },
    names: namesOf(named, windows, request),
    places: placesIn(atlas.places, outer, request),
    arcs: writer.arcs,
  };
}

function arcsOfCountry({ ground }: Layer, country: string): Set<number> {
  const own = ground.objects.land.geometries.filter(({ id }) => id === country);
  return new Set(own.flatMap(({ arcs }) => arcs.flat(2)).map((signed) => (signed < 0 ? ~signed : signed)));
}

/** Arcs as they are written: steps on a grid that begins at the corner of the box. */
class ArcWriter {
  readonly arcs: number[][][] = [];
  readonly box: Box;
  readonly #grid: number;
  constructor([west, south, east, north]: Box, grid: number) {
    this.#grid = grid;
    const [x, y] = [round(west, 4), round(south, 4)];
    const up = (from: number, to: number) => round(from + Math.round((to - from) / grid) * grid, 5);
    this.box = [x, y, up(x, east), up(y, north)];
  }
  /** null where all of it falls together. */
  write(line: readonly Position[]): number | null {
    const [west, south] = this.box;
    const points = line.map(([x, y]) => [Math.round((x - west) / this.#grid), Math.round((y - south) / this.#grid)] as const);
    const kept = points.filter(([x, y], i) => i === 0 || x !== points[i - 1]![0] || y !== points[i - 1]![1]);
    if (kept.length < 2) return null;
    return this.arcs.push(kept.map(([x, y], i) => (i === 0 ? [x, y] : [x - kept[i - 1]![0], y - kept[i - 1]![1]]))) - 1;
  }
}

/** A layer on one turn of the Earth, of which arcs are written when they are first used. */
class TurnedLayer {
  readonly #layer: Layer;
  readonly #turn: number;
  readonly #windows: Windows;
  readonly #tolerance: number;
  readonly #writer: ArcWriter;
  /** Index in what is written; null where nothing is left. */
  readonly #written = new Map<number, number | null>();
  readonly #drawn = new Map<number, Position[]>();
  constructor(layer: Layer, turn: number, windows: Windows, tolerance: number, writer: ArcWriter) {
    this.#layer = layer;
    this.#turn = turn;
    this.#windows = windows;
    this.#tolerance = tolerance;
    this.#writer = writer;
  }

  #draw(arc: number): Position[] {
    let drawn = this.#drawn.get(arc);
    if (!drawn) {
      const { inner, outer } = this.#windows;
      const turn = ([x, y]: Position): Position => [x + this.#turn, y];
      const {
        box: [west, south, east, north],
        ends,
      } = this.#layer.outlines[arc]!;
      const box: Box = [west + this.#turn, south, east + this.#turn, north];
      // Beyond one side of the window a line is drawn back onto that side, whatever its course: both ends say it all.
      if (!touch(box, outer)) drawn = drawBack(ends.map(turn), outer);
      else {
        const { arcs, transform } = this.#layer.ground;
        const turned = arcsOf({ arcs: [arcs[arc]!], transform })[0]!.map(turn);
        drawn = simplify(holds(outer, box) ? turned : drawBack(turned, outer), this.#tolerance * (touch(box, inner) ? 1 : OUTSIDE));
      }
      this.#drawn.set(arc, drawn);
    }
    return drawn;
  }

  #write(signed: number): number | null {
    const arc = signed < 0 ? ~signed : signed;
    let number = this.#written.get(arc);
    if (number === undefined) {
      number = this.#writer.write(this.#draw(arc));
      this.#written.set(arc, number);
    }
    return number === null ? null : signed < 0 ? ~number : number;
  }

  #ring(ring: readonly number[]): Position[] {
    return join(new Proxy([] as Position[][], { get: (_, key) => this.#draw(Number(key)) }), ring);
  }

  /** Rings that have an area in the box, and are not specks. */
  #isSeen(ring: readonly number[]): boolean {
    const line = this.#ring(ring);
    const near = touch(boxOf(line), this.#windows.inner);
    const least = this.#tolerance * (near ? 1 : OUTSIDE);
    return area2(line) > 2 * least * least;
  }

  polygons(polygons: readonly number[][][]): number[][][] {
    return polygons.flatMap((rings) => {
      if (!this.#isSeen(rings[0]!)) return [];
      const kept = rings.flatMap((ring) => {
        const arcs = this.#isSeen(ring) ? ring.flatMap((signed) => this.#write(signed) ?? []) : [];
        return arcs.length > 0 ? [arcs] : [];
      });
      return kept.length > 0 ? [kept] : [];
    });
  }

  /** The same as positions. */
  shapes(polygons: readonly number[][][]): Position[][][] {
    return polygons.flatMap((rings) => (this.#isSeen(rings[0]!) ? [rings.map((ring) => this.#ring(ring))] : []));
  }

  /** Only of arcs that polygons have used: the shore of a speck is no coast. */
  lines(lines: readonly number[][], isMeant: (arc: number) => boolean): number[][] {
    const [west, south, east, north] = this.#windows.outer;
    const isOnEdge = (line: Position[]) => line.every(([x]) => x === west) || line.every(([x]) => x === east) || line.every(([, y]) => y === south) || line.every(([, y]) => y === north); // prettier-ignore
    return lines.flatMap((line) => {
      const parts: number[][] = [];
      let part: number[] = [];
      for (const signed of line) {
        const arc = signed < 0 ? ~signed : signed;
        const number = isMeant(arc) ? (this.#written.get(arc) ?? null) : null;
        if (number === null || isOnEdge(this.#draw(arc))) {
          if (part.length > 0) parts.push(part);
          part = [];
        } else part.push(signed < 0 ? ~number : number);
      }
      return part.length > 0 ? [...parts, part] : parts;
    });
  }
}

function boxOf(line: readonly Position[]): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of line) {
    if (x < west) west = x;
    if (x > east) east = x;
    if (y < south) south = y;
    if (y > north) north = y;
  }
  return [west, south, east, north];
}
const touch = (a: Box, b: Box): boolean => a[0] <= b[2] && a[2] >= b[0] && a[1] <= b[3] && a[3] >= b[1];
const holds = (a: Box, b: Box): boolean => a[0] <= b[0] && a[1] <= b[1] && a[2] >= b[2] && a[3] >= b[3];

/** Least circle, by the width of the country, in which a name stands beside the country and not farther out. */
const ROOM = 0.06;

/** In the largest circle of what is in view: beside the country where there is room. */
function namesOf(named: ReadonlyMap<string, Position[][][]>, { inner, outer }: Windows, { regionOf }: CutRequest): GroundName[] {
  const width = inner[2] - inner[0];
  return [...named]
    .flatMap(([iso3, polygons]): GroundName[] => {
      const region = regionOf(iso3);
      const close = circleOf(polygons, inner);
      const circle = close && close.size >= ROOM * width ? close : circleOf(polygons, outer);
      return region && circle ? [[region, round(circle.lon, 2), round(circle.lat, 2), round(circle.size, 2)]] : [];
    })
    .toSorted((a, b) => b[3] - a[3] || (a[0] < b[0] ? -1 : 1));
}

function circleOf(polygons: readonly Position[][][], box: Box): { lon: number; lat: number; size: number } | null {
  const parts = polygons.map((rings) => rings.map((ring) => drawBack(ring, box)).filter((ring) => area2(ring) > 0)).filter((rings) => rings.length > 0);
  if (parts.length === 0) return null;
  const coords: number[] = [];
  const [rings, ends] = [[0], [0]];
  for (const part of parts) {
    for (const ring of part) {
      for (const [x, y] of ring) coords.push(x, y);
      rings.push(coords.length / 2);
    }
    ends.push(rings.length - 1);
  }
  const center = inscribedCenter(
    {
      kinds: Uint8Array.of(GEOMETRY_KIND.polygon),
      coords: Float64Array.from(coords),
      rings: Uint32Array.from(rings),
      polygons: Uint32Array.from(ends),
      rows: Uint32Array.of(0, ends.length - 1),
    },
    0,
  );
  if (!center) return null;
  const [lon, lat] = center;
  let radius = Infinity;
  for (let i = 2; i < coords.length; i += 2) radius = Math.min(radius, Math.hypot(coords[i]! - lon, coords[i + 1]! - lat));
  return { lon, lat, size: 2 * radius };
}

function placesIn(places: Atlas['places'], [west, south, east, north]: Box, { country, regionOf }: CutRequest): GroundPlace[] {
  const own = regionOf(country);
  return Object.entries(places)
    .flatMap(([region, list]) =>
      list.flatMap(([name, lon, lat, thousands, capital]): { region: string; place: GroundPlace }[] => {
        const at = TURNS.map((turn) => lon + turn).find((x) => x >= west && x <= east);
        return at === undefined || lat < south || lat > north ? [] : [{ region, place: [name, round(at, 3), lat, thousands, capital] }];
      }),
    )
    .toSorted((a, b) => b.place[4] - a.place[4] || Number(b.region === own) - Number(a.region === own) || b.place[3] - a.place[3])
    .slice(0, MOST_PLACES)
    .map(({ place }) => place);
}

const round = (value: number, digits: number) => Math.round(value * 10 ** digits) / 10 ** digits;
