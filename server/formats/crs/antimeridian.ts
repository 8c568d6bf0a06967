/**
 * Longitudes that go on beyond ±180 (0 to 360, or Fiji from 177 to 182) → within ±180, as RFC 7946 §3.1.9 wants them: what crosses the
 * antimeridian is parted there.
 */
import { GEOMETRY_KIND, type GeometryColumn } from '../../contract/admin.ts';
import { isInRing, ringArea } from '../../geometry/ring.ts';

/** More than this between two vertices of a ring, or between what is within ±180 and what is beyond, is a leap: a typing fault, or a ring that jumps from 180 to −180 already. */
const LEAP = 90;

/** Do the numbers go on around the Earth? Some lie beyond ±180, all within one turn, and layer and rings get there without a leap. */
export function goesAround({ coords, rings }: GeometryColumn): boolean {
  let [west, east] = [Infinity, -Infinity];
  /** What lies nearest to ±180 within, and beyond. */
  let [inner, outer] = [-1, Infinity];
  for (let i = 0; i < coords.length; i += 2) {
    const reach = Math.abs(coords[i]!);
    if (reach <= 180 && reach > inner) inner = reach;
    if (reach > 180 && reach < outer) outer = reach;
    if (!(Math.abs(coords[i + 1]!) <= 90)) return false;
    if (coords[i]! < west) west = coords[i]!;
    if (coords[i]! > east) east = coords[i]!;
  }
  if (!(east > 180 || west < -180) || east > 360 || west < -360 || east - west > 360 || (inner >= 0 && outer - inner > LEAP)) return false;
  for (let ring = 0; ring < rings.length - 1; ring++) {
    let [beyond, leaps] = [false, false];
    for (let v = rings[ring]!; v < rings[ring + 1]!; v++) {
      beyond ||= Math.abs(coords[2 * v]!) > 180;
      leaps ||= v > rings[ring]! && Math.abs(coords[2 * v]! - coords[2 * v - 2]!) > LEAP;
    }
    if (beyond && leaps) return false;
  }
  return true;
}

type Ring = number[];

/** The same geometry within ±180. `parted` is how many rows were parted. */
export function bringWithin({ kinds, coords, rings, polygons, rows }: GeometryColumn): { geometry: GeometryColumn; parted: number } {
  const out = { coords: [] as number[], rings: [0], polygons: [0], rows: new Uint32Array(rows.length) };
  let parted = 0;
  for (let row = 0; row < kinds.length; row++) {
    let isParted = false;
    for (let polygon = rows[row]!; polygon < rows[row + 1]!; polygon++) {
      const list = Array.from({ length: polygons[polygon + 1]! - polygons[polygon]! }, (_, i): Ring => {
        const ring = polygons[polygon]! + i;
        return [...coords.subarray(2 * rings[ring]!, 2 * rings[ring + 1]!)];
      });
      const pieces = kinds[row] === GEOMETRY_KIND.polygon ? partAt(list) : [list.map((ring) => ring.map((value, i) => (i % 2 ? value : within(value))))];
      isParted ||= pieces.length > 1;
      for (const piece of pieces) {
        for (const ring of piece) {
          for (const value of ring) out.coords.push(value);
          out.rings.push(out.coords.length / 2);
        }
        out.polygons.push(out.rings.length - 1);
      }
    }
    if (isParted) parted++;
    out.rows[row + 1] = out.polygons.length - 1;
  }
  const geometry = {
    kinds,
    coords: Float64Array.from(out.coords),
    rings: Uint32Array.from(out.rings),
    polygons: Uint32Array.from(out.polygons),
    rows: out.rows,
  };
  return { geometry, parted };
}

const within = (lon: number) => (lon > 180 ? shift(lon, -360) : lon < -180 ? shift(lon, 360) : lon);

/** Without the digits that the sum of two floating numbers adds at its end. */
const shift = (lon: number, by: number) => Math.round((lon + by) * 1e12) / 1e12;

/** One polygon, shell first → polygons that lie within ±180 each. */
function partAt(rings: Ring[]): Ring[][] {
  let [west, east] = [Infinity, -Infinity];
  for (let i = 0; i < rings[0]!.length; i += 2) {
    west = Math.min(west, rings[0]![i]!);
    east = Math.max(east, rings[0]![i]!);
  }
  const turned = (list: Ring[], by: number) => list.map((ring) => ring.map((value, i) => (i % 2 ? value : shift(value, by))));
  if (west >= -180 && east <= 180) return [rings];
  if (west >= 180) return [turned(rings, -360)];
  if (east <= -180) return [turned(rings, 360)];
  const at = east > 180 ? 180 : -180;
  const [below, above] = [half(rings, at, 1), half(rings, at, -1)];
  return at === 180 ? [...below, ...above.map((list) => turned(list, -360))] : [...below.map((list) => turned(list, 360)), ...above];
}

interface Run {
  points: number[];
  /** Latitudes at which it comes in and goes out. */
  from: number;
  to: number;
  done: boolean;
}

/**
 * The part of a polygon west (`sign` 1) or east (−1) of a meridian. The boundary falls into runs from where it comes in to where it goes
 * out; ends are paired along the meridian, so that each pair spans what is inside. Both sides and all neighbours cross at the same place.
 */
function half(rings: Ring[], at: number, sign: 1 | -1): Ring[][] {
  const whole: { ring: Ring; isShell: boolean }[] = [];
  const runs: Run[] = [];
  rings.forEach((ring, index) => {
    const count = ring.length / 2 - 1;
    const isIn = (i: number) => sign * ring[2 * (i % count)]! < sign * at;
    let first = 0;
    while (first < count && !(isIn(first) && !isIn(first + count - 1))) first++;
    if (first === count) {
      if (isIn(0)) whole.push({ ring, isShell: index === 0 });
      return;
    }
    for (let step = 0; step < count; step++) {
      const i = first + step;
      if (!isIn(i)) continue;
      if (!isIn(i + count - 1)) {
        const from = crossing(ring, (i + count - 1) % count, i % count, at);
        runs.push({ points: [at, from], from, to: NaN, done: false });
      }
      const run = runs.at(-1)!;
      run.points.push(ring[2 * (i % count)]!, ring[2 * (i % count) + 1]!);
      if (isIn(i + 1)) continue;
      run.to = crossing(ring, i % count, (i + 1) % count, at);
      run.points.push(at, run.to);
    }
  });
  const ends = runs
    .flatMap((run) => [
      { run, lat: run.from, isEntry: true },
      { run, lat: run.to, isEntry: false },
    ])
    .sort((a, b) => a.lat - b.lat);
  const next = new Map<Run, Run>();
  for (let i = 0; i + 1 < ends.length; i += 2) {
    const [a, b] = [ends[i]!, ends[i + 1]!];
    // Where a file is folded ends may not alternate; such a run closes upon itself.
    if (a.isEntry !== b.isEntry) next.set((a.isEntry ? b : a).run, (a.isEntry ? a : b).run);
  }
  const shells: Ring[][] = [];
  for (const start of runs) {
    if (start.done) continue;
    const ring: Ring = [];
    for (let run: Run | undefined = start; run && !run.done; run = next.get(run)) {
      run.done = true;
      for (let i = 0; i < run.points.length; i += 2) {
        if (ring.length === 0 || ring.at(-2) !== run.points[i] || ring.at(-1) !== run.points[i + 1]) ring.push(run.points[i]!, run.points[i + 1]!);
      }
    }
    if (ring[0] !== ring.at(-2) || ring[1] !== ring.at(-1)) ring.push(ring[0]!, ring[1]!);
    if (ring.length >= 8 && ringArea(ring, 0, ring.length / 2) !== 0) shells.push([ring]);
  }
  for (const { ring, isShell } of whole) {
    if (isShell) shells.push([ring]);
    else (shells.find(([shell]) => isInRing(shell!, 0, shell!.length / 2, ring[0]!, ring[1]!)) ?? shells[0])?.push(ring);
  }
  return shells;
}

/** Latitude at which the edge between two vertices meets the meridian; the same whichever way it is walked. */
function crossing(ring: Ring, from: number, to: number, at: number): number {
  const [a, b] = ring[2 * from]! < ring[2 * to]! ? [from, to] : [to, from];
  const [ax, ay, bx, by] = [ring[2 * a]!, ring[2 * a + 1]!, ring[2 * b]!, ring[2 * b + 1]!];
  return ax === at ? ay : bx === at ? by : ay + ((by - ay) * (at - ax)) / (bx - ax);
}
