/**
 * .shp geometry (ESRI Shapefile Technical Description, July 1998) straight into flat arrays.
 * Own code, for the reasons in server/decisions/0002-dependencies.md; test/formats/peers.test.ts compares it with the `shapefile` package.
 */
import { GEOMETRY_KIND } from '../../contract/admin.ts';
import type { GeometryWriter } from '../builder.ts';

export interface ShpResult {
  hasZ: boolean;
  /** Records whose rings could not be grouped as written: a hole outside every shell became a shell of its own. 0-based rows. */
  orphanHoles: number[];
}

const SHAPE = { null: 0, point: 1, line: 3, polygon: 5, multipoint: 8 } as const;

/** Reads records in file order. Throws RangeError where a record states more than the file holds. */
export function readShp(bytes: Uint8Array, builder: GeometryWriter): ShpResult {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 100 || view.getInt32(0) !== 9994) throw new RangeError('no .shp header');
  // The file length in the header (16-bit words) is wrong in many real files, too small as well as too large: the bytes decide.
  const type = view.getInt32(32, true);
  const result: ShpResult = { hasZ: type > 10 && type < 20, orphanHoles: [] };
  // A vertex takes 16 bytes, so this is room enough, and no more than the file itself.
  builder.reserveUpTo(bytes.length / 16);
  let at = 100;
  while (at + 12 <= bytes.length) {
    const length = view.getInt32(at + 4) * 2;
    const start = at + 8;
    if (length < 4 || start + length > bytes.length)
      throw new RangeError(`record ${builder.rowCount + 1} states ${length} bytes, ${bytes.length - start} are left`);
    readRecord(view, start, start + length, builder, result);
    at = start + length;
  }
  if (at < bytes.length && bytes.subarray(at).some((byte) => byte !== 0)) throw new RangeError(`the last record is cut off at byte ${at}`);
  return result;
}

function readRecord(view: DataView, start: number, end: number, builder: GeometryWriter, result: ShpResult): void {
  const type = view.getInt32(start, true) % 10;
  switch (type) {
    case SHAPE.null:
      builder.endRow(GEOMETRY_KIND.none);
      return;
    case SHAPE.point:
      if (start + 20 > end) throw new RangeError(`record ${builder.rowCount + 1} is too short for a point`);
      builder.vertex(view.getFloat64(start + 4, true), view.getFloat64(start + 12, true));
      builder.endRing(false);
      builder.endPolygon();
      builder.endRow(GEOMETRY_KIND.point);
      return;
    case SHAPE.multipoint: {
      const points = view.getInt32(start + 36, true);
      assertFits(points, 16, start + 40, end, builder);
      for (let p = 0; p < points; p++) {
        builder.vertex(view.getFloat64(start + 40 + 16 * p, true), view.getFloat64(start + 48 + 16 * p, true));
        builder.endRing(false);
        builder.endPolygon();
      }
      builder.endRow(GEOMETRY_KIND.point);
      return;
    }
    case SHAPE.line:
    case SHAPE.polygon:
      readParts(view, start, end, type === SHAPE.polygon, builder, result);
      return;
    default:
      // MultiPatch and unknown types: no boundary, and the column says so.
      builder.endRow(GEOMETRY_KIND.other);
  }
}

function assertFits(count: number, size: number, from: number, end: number, builder: GeometryWriter): void {
  if (count < 0 || from + count * size > end) throw new RangeError(`record ${builder.rowCount + 1} states ${count} points or parts, more than it holds`);
}

function readParts(view: DataView, start: number, end: number, isPolygon: boolean, builder: GeometryWriter, result: ShpResult): void {
  if (start + 44 > end) throw new RangeError(`record ${builder.rowCount + 1} is too short`);
  const parts = view.getInt32(start + 36, true);
  const points = view.getInt32(start + 40, true);
  assertFits(parts, 4, start + 44, end, builder);
  const from = start + 44 + 4 * parts;
  assertFits(points, 16, from, end, builder);
  const starts = new Uint32Array(parts + 1);
  for (let p = 0; p < parts; p++) {
    const first = view.getInt32(start + 44 + 4 * p, true);
    if (first < 0 || first > points || (p && first < starts[p - 1]!)) throw new RangeError(`record ${builder.rowCount + 1} has parts out of order`);
    starts[p] = first;
  }
  starts[parts] = points;
  // Nearly every unit is one ring: its bytes go where they belong at once.
  if (parts === 1 && starts[0] === 0) {
    builder.copyBytes(new Uint8Array(view.buffer, view.byteOffset + from, 16 * points));
    builder.endRing(isPolygon);
    builder.endPolygon();
    builder.endRow(isPolygon ? GEOMETRY_KIND.polygon : GEOMETRY_KIND.line);
    return;
  }
  const pairs = new Float64Array(view.buffer.slice(view.byteOffset + from, view.byteOffset + from + 16 * points));
  if (!isPolygon) {
    for (let p = 0; p < parts; p++) {
      builder.copy(pairs, starts[p]!, starts[p + 1]!);
      builder.endRing(false);
      builder.endPolygon();
    }
    builder.endRow(GEOMETRY_KIND.line);
    return;
  }
  const { shells, orphans } = groupRings(pairs, starts);
  if (orphans) result.orphanHoles.push(builder.rowCount);
  for (const rings of shells) {
    for (const ring of rings) {
      builder.copy(pairs, starts[ring]!, starts[ring + 1]!);
      builder.endRing(true);
    }
    builder.endPolygon();
  }
  builder.endRow(GEOMETRY_KIND.polygon);
}

/**
 * Which rings are shells and which shell owns each hole. The format says shells run clockwise, and some writers ignore it, so
 * winding alone is not believed: a counter-clockwise ring inside no other ring is a shell (an orphan), and a hole goes to the
 * smallest shell that holds it, so an island in a lake's island keeps its own.
 */
export function groupRings(pairs: Float64Array, starts: Uint32Array): { shells: number[][]; orphans: number } {
  const count = starts.length - 1;
  if (count === 1) return { shells: [[0]], orphans: 0 };
  const boxes = new Float64Array(4 * count);
  const areas = new Float64Array(count);
  for (let r = 0; r < count; r++) measure(pairs, starts[r]!, starts[r + 1]!, r, boxes, areas);
  // Twice the signed area, positive when counter-clockwise; a ring without area is kept where it was, as a shell.
  const shellRings: number[] = [];
  const holes: number[] = [];
  for (let r = 0; r < count; r++) (areas[r]! > 0 ? holes : shellRings).push(r);
  if (!holes.length) return { shells: shellRings.map((ring) => [ring]), orphans: 0 };
  const rings = new Map(shellRings.map((ring) => [ring, [ring]]));
  const bySize = [...shellRings].sort((a, b) => Math.abs(areas[a]!) - Math.abs(areas[b]!));
  let orphans = 0;
  for (const hole of holes) {
    const owner = bySize.find((shell) => Math.abs(areas[shell]!) >= areas[hole]! && boxHolds(boxes, shell, hole) && ringHolds(pairs, starts, shell, hole));
    if (owner !== undefined) rings.get(owner)!.push(hole);
    else {
      orphans++;
      rings.set(hole, [hole]);
    }
  }
  return { shells: [...rings.keys()].sort((a, b) => a - b).map((ring) => rings.get(ring)!), orphans };
}

function measure(pairs: Float64Array, from: number, to: number, ring: number, boxes: Float64Array, areas: Float64Array): void {
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  let area = 0;
  // Relative to the first vertex: a small ring far from the origin would lose its area to rounding.
  const x0 = pairs[2 * from] ?? 0;
  const y0 = pairs[2 * from + 1] ?? 0;
  for (let v = from, previous = to - 1; v < to; previous = v++) {
    const x = pairs[2 * v]!;
    const y = pairs[2 * v + 1]!;
    if (x < west) west = x;
    if (x > east) east = x;
    if (y < south) south = y;
    if (y > north) north = y;
    area += (pairs[2 * previous]! - x0) * (y - y0) - (x - x0) * (pairs[2 * previous + 1]! - y0);
  }
  boxes.set([west, south, east, north], 4 * ring);
  areas[ring] = area;
}

function boxHolds(boxes: Float64Array, outer: number, inner: number): boolean {
  const o = 4 * outer;
  const i = 4 * inner;
  return boxes[o]! <= boxes[i]! && boxes[o + 1]! <= boxes[i + 1]! && boxes[o + 2]! >= boxes[i + 2]! && boxes[o + 3]! >= boxes[i + 3]!;
}

/** Decided by the first vertex of the inner ring that is not on the outer one; rings that coincide hold each other. */
function ringHolds(pairs: Float64Array, starts: Uint32Array, outer: number, inner: number): boolean {
  for (let v = starts[inner]!; v < starts[inner + 1]!; v++) {
    const side = sideOf(pairs, starts[outer]!, starts[outer + 1]!, pairs[2 * v]!, pairs[2 * v + 1]!);
    if (side !== 0) return side > 0;
  }
  return true;
}

/** 1 inside, -1 outside, 0 on the ring. */
function sideOf(pairs: Float64Array, from: number, to: number, x: number, y: number): number {
  let inside = false;
  for (let v = from, u = to - 1; v < to; u = v++) {
    const vx = pairs[2 * v]!;
    const vy = pairs[2 * v + 1]!;
    const ux = pairs[2 * u]!;
    const uy = pairs[2 * u + 1]!;
    const cross = (vx - ux) * (y - uy) - (vy - uy) * (x - ux);
    if (cross === 0 && Math.min(ux, vx) <= x && x <= Math.max(ux, vx) && Math.min(uy, vy) <= y && y <= Math.max(uy, vy)) return 0;
    if (vy > y !== uy > y && x < ((ux - vx) * (y - vy)) / (uy - vy) + vx) inside = !inside;
  }
  return inside ? 1 : -1;
}
