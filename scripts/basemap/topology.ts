/** A topology that is taken apart: arcs as points of a grid, shapes as rings of arcs. */
import type { Topology, GeometryCollection, Polygon, MultiPolygon } from 'topojson-specification';
import type { GroundLine } from '../../server/contract/maps/ground.ts';
import { DASHED, DRAWN_AS, KEPT_LINES, NO_LINES, type Dashed } from './choices.ts';

export type Point = [x: number, y: number];

export interface Shape {
  /** As the source has it. */
  key: string;
  polygons: number[][][];
}

export interface Atlas {
  arcs: Point[][];
  shapes: Shape[];
  scale: Point;
  translate: Point;
}

export function takeApart(topology: Topology, object: string, keyOf: (id: string, name: string, a3: string) => string): Atlas {
  const { scale, translate } = topology.transform!;
  const arcs = topology.arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([dx, dy]): Point => [(x += dx!), (y += dy!)]);
  });
  const { geometries } = topology.objects[object] as GeometryCollection<{ name?: string; a3?: string }>;
  const shapes = geometries.map((geometry) => {
    const { name = '', a3 = '' } = geometry.properties ?? {};
    const polygons = geometry.type === 'Polygon' ? [(geometry as Polygon).arcs] : geometry.type === 'MultiPolygon' ? (geometry as MultiPolygon).arcs : [];
    return { key: keyOf(String(geometry.id ?? ''), name, a3), polygons: polygons.map((rings) => rings.map((ring) => [...ring])) };
  });
  return { arcs, shapes, scale: scale as Point, translate: translate as Point };
}

export const toDegrees = ({ scale, translate }: Atlas, [x, y]: Point): Point => [x * scale[0] + translate[0], y * scale[1] + translate[1]];

/** Cuts arcs at points of theirs, everywhere they are used. @param at indices of points, neither the first nor the last */
export function splitArc(atlas: Atlas, index: number, at: readonly number[]): number[] {
  const arc = atlas.arcs[index]!;
  const ends = [...at, arc.length - 1];
  const parts = ends.map((end, i) => arc.slice(i === 0 ? 0 : ends[i - 1]!, end + 1));
  atlas.arcs[index] = parts[0]!;
  const numbers = [index, ...parts.slice(1).map((part) => atlas.arcs.push(part) - 1)];
  if (numbers.length === 1) return numbers;
  const back = numbers.toReversed().map((number) => ~number);
  const replace = (ring: number[]) => ring.flatMap((signed) => (signed === index ? numbers : signed === ~index ? back : [signed]));
  for (const shape of atlas.shapes) shape.polygons = shape.polygons.map((rings) => rings.map(replace));
  return numbers;
}

/** Which shapes use each arc, by key. */
export function usersOf({ arcs, shapes }: Atlas): string[][] {
  const users: string[][] = arcs.map(() => []);
  for (const { key, polygons } of shapes)
    for (const rings of polygons) for (const ring of rings) for (const signed of ring) users[signed < 0 ? ~signed : signed]!.push(key);
  return users;
}

const isPair = ([a, b]: readonly [string, string], [c, d]: readonly string[]) => (a === c && b === d) || (a === d && b === c);
const ownerOf = (key: string) => (key in DRAWN_AS ? DRAWN_AS[key]! : key);
/** What a shape is called in the lists: by its own name or by whose it is drawn as. */
const isBetween = (pair: readonly [string, string], [a, b]: readonly string[]) =>
  [[a!, b!], [ownerOf(a!), b!], [a!, ownerOf(b!)], [ownerOf(a!), ownerOf(b!)]].some((each) => isPair(pair, each)); // prettier-ignore

export type Kind = GroundLine | null;

/** What each arc is; arcs of which only a part is disputed are cut there first. */
export function sortArcs(atlas: Atlas): Kind[] {
  const before = usersOf(atlas);
  before.forEach((keys, index) => {
    if (keys.length !== 2 || keys[0] === keys[1]) return;
    const rules = DASHED.filter((rule) => rule.within && isBetween(rule.between, keys));
    if (rules.length === 0) return;
    const arc = atlas.arcs[index]!;
    const inside = arc.map((point) => rules.some((rule) => isWithin(rule, toDegrees(atlas, point))));
    // A step from inside to outside is cut at its inner end.
    const cuts = inside.flatMap((is, i) => (i > 0 && is !== inside[i - 1] ? [is ? i : i - 1] : [])).filter((i) => i > 0 && i < arc.length - 1);
    splitArc(atlas, index, [...new Set(cuts)]);
  });
  return usersOf(atlas).map((keys, index) => kindOf(atlas, keys, index));
}

const isWithin = ({ within }: Dashed, [x, y]: Point) => !within || (x >= within[0] && x <= within[2] && y >= within[1] && y <= within[3]);

function kindOf(atlas: Atlas, keys: readonly string[], index: number): Kind {
  if (keys.length === 0) return null;
  if (keys.length === 1) return 'coast';
  if (keys[0] === keys[1] || NO_LINES.some((pair) => isBetween(pair, keys))) return null;
  const arc = atlas.arcs[index]!;
  const middle = toDegrees(atlas, arc[arc.length >> 1]!);
  const isKept = KEPT_LINES.some((pair) => isPair(pair, keys));
  if (ownerOf(keys[0]!) === ownerOf(keys[1]!) && !isKept) return null;
  const rule = DASHED.find((each) => isBetween(each.between, keys) && isWithin(each, middle));
  return rule ? (rule.as ?? 'disputed') : 'border';
}

/** Shapes by whom they are drawn as. */
export function byOwner({ shapes }: Atlas): Map<string | null, number[][][]> {
  const owners = new Map<string | null, number[][][]>();
  for (const { key, polygons } of shapes) owners.set(ownerOf(key), [...(owners.get(ownerOf(key)) ?? []), ...polygons]);
  return owners;
}

/** Gives the polygons of one that lie in a box to another. */
export function movePolygons(atlas: Atlas, { from, to, box }: { from: string; to: string; box: readonly [number, number, number, number] }): void {
  const [giver, taker] = [from, to].map((key) => atlas.shapes.find((shape) => shape.key === key)!);
  const isInside = (rings: number[][]) =>
    rings[0]!.every((signed) => atlas.arcs[signed < 0 ? ~signed : signed]!.every((point) => {
      const [x, y] = toDegrees(atlas, point);
      return x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3];
    })); // prettier-ignore
  const moved = giver!.polygons.filter(isInside);
  if (moved.length === 0) throw new Error(`No polygon of ${from} lies in ${box.join(' ')}`);
  giver!.polygons = giver!.polygons.filter((rings) => !moved.includes(rings));
  taker!.polygons.push(...moved);
}

/** Cuts a polygon along the straight line between the points of its outline that are nearest to two places; the southern part goes to another. */
export function cutOff(atlas: Atlas, { from, to, line }: { from: string; to: string; line: readonly (readonly [number, number])[] }): void {
  const giver = atlas.shapes.find((shape) => shape.key === from)!;
  const taker = atlas.shapes.find((shape) => shape.key === to)!;
  for (const place of line) splitNear(atlas, giver, place);
  const [start, end] = line.map((place) => nearest(atlas, giver.polygons[0]![0]!, place).point) as [Point, Point];
  const ring = giver.polygons[0]![0]!;
  const isAt = (point: Point, [x, y]: Point) => point[0] === x && point[1] === y;
  const first = (signed: number) => (signed < 0 ? atlas.arcs[~signed]!.at(-1)! : atlas.arcs[signed]![0]!);
  const [i, j] = [start, end].map((point) => ring.findIndex((signed) => isAt(first(signed), point))) as [number, number];
  if (i < 0 || j < 0) throw new Error(`${from} has no arcs that begin at both ends of the cut`);
  const [low, high] = [Math.min(i, j), Math.max(i, j)];
  const inner = ring.slice(low, high);
  const outer = [...ring.slice(high), ...ring.slice(0, low)];
  // From where the inner chain ends back to where it begins.
  const closing = atlas.arcs.push([first(ring[high]!), first(ring[low]!)]) - 1;
  const chains = [[...inner, closing], [...outer, ~closing]]; // prettier-ignore
  const middle = (chain: number[]) => {
    const ys = chain.flatMap((signed) => atlas.arcs[signed < 0 ? ~signed : signed]!.map(([, y]) => y));
    return ys.reduce((sum, y) => sum + y, 0) / ys.length;
  };
  const [south, north] = chains.toSorted((a, b) => middle(a) - middle(b));
  giver.polygons[0]![0] = north!;
  taker.polygons.push([south!]);
}

function nearest(atlas: Atlas, ring: readonly number[], [lon, lat]: readonly [number, number]) {
  let best = { arc: -1, at: -1, point: [0, 0] as Point, distance: Infinity };
  for (const signed of ring) {
    const arc = signed < 0 ? ~signed : signed;
    atlas.arcs[arc]!.forEach((point, at) => {
      const [x, y] = toDegrees(atlas, point);
      const distance = Math.hypot(x - lon, y - lat);
      if (distance < best.distance) best = { arc, at, point, distance };
    });
  }
  return best;
}

function splitNear(atlas: Atlas, shape: Shape, place: readonly [number, number]): void {
  const { arc, at } = nearest(atlas, shape.polygons[0]![0]!, place);
  if (at > 0 && at < atlas.arcs[arc]!.length - 1) splitArc(atlas, arc, [at]);
}
