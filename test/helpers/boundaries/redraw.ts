/** The same borders drawn again: with noise, shifted, or with fewer vertices. Neighbours go on sharing theirs. */
import type { Position } from '../../geometry/shapes.ts';
import type { PlantedUnit, Planting } from './planted.ts';

const DEGREE_M = 111_195;

/**
 * Moves every vertex by up to `metres`: a smooth field, as of another digitising, and a tremble of single vertices that is too small for borders to cross.
 */
export function trembling({ x, y }: Planting, units: PlantedUnit[], metres: number, random: () => number): (vertex: number) => Position {
  const spacing = new Float64Array(x.length).fill(Infinity);
  for (const ring of units.flatMap(({ polygons }) => polygons.flat())) {
    ring.forEach((a, i) => {
      const b = ring[(i + 1) % ring.length]!;
      const length = Math.hypot((x[a]! - x[b]!) * Math.cos((y[a]! * Math.PI) / 180), y[a]! - y[b]!) * DEGREE_M;
      spacing[a] = Math.min(spacing[a]!, length);
      spacing[b] = Math.min(spacing[b]!, length);
    });
  }
  const waves = Array.from({ length: 4 }, () => ({
    kx: ((random() - 0.5) * 2 * Math.PI * DEGREE_M) / 1500,
    ky: ((random() - 0.5) * 2 * Math.PI * DEGREE_M) / 1500,
    phase: random() * 7,
  }));
  const jitter = Array.from(x, () => [random() - 0.5, random() - 0.5]);
  return (vertex) => {
    const [lon, lat] = [x[vertex]!, y[vertex]!];
    const field = (from: number) => waves.slice(from, from + 2).reduce((sum, { kx, ky, phase }) => sum + Math.sin(kx * lon + ky * lat + phase), 0) / 2;
    const tremble = Math.min(metres, 0.3 * (Number.isFinite(spacing[vertex]!) ? spacing[vertex]! : 0));
    const [east, north] = [0, 1].map((i) => 0.5 * metres * field(2 * i) + tremble * jitter[vertex]![i]!) as [number, number];
    return round([lon + east / DEGREE_M / Math.cos((lat * Math.PI) / 180), lat + north / DEGREE_M]);
  };
}

export function shifted({ x, y }: Planting, eastM: number, northM: number): (vertex: number) => Position {
  return (vertex) => round([x[vertex]! + eastM / DEGREE_M / Math.cos((y[vertex]! * Math.PI) / 180), y[vertex]! + northM / DEGREE_M]);
}

/** Borders without the vertices that are nearer than this to the straight line between what stays (Douglas–Peucker); places where three meet stay. */
export function simplified({ x, y }: Planting, units: PlantedUnit[], metres: number): PlantedUnit[] {
  const links = new Map<number, Set<number>>();
  const link = (a: number, b: number) => (links.get(a) ?? links.set(a, new Set()).get(a)!).add(b);
  for (const ring of units.flatMap(({ polygons }) => polygons.flat())) {
    ring.forEach((a, i) => {
      const b = ring[(i + 1) % ring.length]!;
      link(a, b);
      link(b, a);
    });
  }
  const isNode = (vertex: number) => links.get(vertex)!.size !== 2;
  const off = (p: number, a: number, b: number) => {
    const shrink = Math.cos((y[p]! * Math.PI) / 180);
    const [dx, dy] = [(x[b]! - x[a]!) * shrink, y[b]! - y[a]!];
    const [px, py] = [(x[p]! - x[a]!) * shrink, y[p]! - y[a]!];
    const square = dx * dx + dy * dy;
    const t = square > 0 ? Math.max(0, Math.min(1, (px * dx + py * dy) / square)) : 0;
    return Math.hypot(px - t * dx, py - t * dy) * DEGREE_M;
  };
  const keep = new Set<number>();
  const thin = (line: number[], from: number, to: number): void => {
    let [far, at] = [-1, -1];
    for (let i = from + 1; i < to; i++) {
      const distance = off(line[i]!, line[from]!, line[to]!);
      if (distance > far) [far, at] = [distance, i];
    }
    if (at < 0 || far <= metres) return;
    keep.add(line[at]!);
    thin(line, from, at);
    thin(line, at, to);
  };
  for (const ring of units.flatMap(({ polygons }) => polygons.flat())) {
    // The same lines whichever of two neighbours draws them: rings are cut at nodes; those without begin at their first vertex in the order of numbers.
    const first = ring.findIndex(isNode);
    const begin = first >= 0 ? first : ring.indexOf(Math.min(...ring));
    const turned = [...ring.slice(begin), ...ring.slice(0, begin), ring[begin]!];
    let from = 0;
    for (let i = 1; i < turned.length; i++) {
      if (i < turned.length - 1 && !isNode(turned[i]!)) continue;
      const line = turned.slice(from, i + 1);
      const [start, end] = [line[0]!, line.at(-1)!];
      keep.add(start).add(end);
      if (start === end || line.length > 2) thinEitherWay(line, thin, keep, off);
      from = i;
    }
  }
  return units.map((unit) => ({
    ...unit,
    polygons: unit.polygons
      .map((rings) => rings.map((ring) => ring.filter((vertex) => keep.has(vertex))).filter((ring) => ring.length >= 3))
      .filter((rings) => rings.length > 0),
  }));
}

/** From the end with the lower number, so that both neighbours keep the same; a loop is halved where it is farthest from its start. */
function thinEitherWay(
  given: number[],
  thin: (line: number[], from: number, to: number) => void,
  keep: Set<number>,
  off: (p: number, a: number, b: number) => number,
): void {
  const isLoop = given[0] === given.at(-1);
  const line = (isLoop ? given[1]! > given.at(-2)! : given[0]! > given.at(-1)!) ? given.toReversed() : given;
  const last = line.length - 1;
  if (!isLoop) {
    thin(line, 0, last);
    return;
  }
  const distances = line.map((vertex) => off(vertex, line[0]!, line[0]!));
  const at = distances.indexOf(Math.max(...distances));
  keep.add(line[at]!);
  // Three places at least, or the ring would be a line.
  if (last > 3) keep.add(line[at > last / 2 ? Math.floor(at / 2) : Math.floor((at + last) / 2)]!);
  thin(line, 0, at);
  thin(line, at, last);
}

const round = ([lon, lat]: Position): Position => [Math.round(lon * 1e7) / 1e7, Math.round(lat * 1e7) / 1e7];
