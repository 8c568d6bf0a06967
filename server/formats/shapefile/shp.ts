/**
 * .shp geometry (ESRI Shapefile Technical Description, July 1998) into flat arrays: the `shapefile` package reads each record, once its lengths,
 * counts and parts are known to lie within the bytes, because the package makes room for what a record states before it looks. What belongs
 * together among the rings is judged after it (rings.ts), so polygons are handed to it as the lines that they are laid out as.
 */
import type { Position } from 'geojson';
import { openShp } from 'shapefile';
import { GEOMETRY_KIND } from '../../contract/admin.ts';
import { concat } from '../archive/bytes.ts';
import type { GeometryWriter } from '../builder.ts';
import { groupRings } from './rings.ts';

export interface ShpResult {
  hasZ: boolean;
  /** Records whose rings could not be grouped as written: a hole outside every shell became a shell of its own. 0-based rows. */
  orphanHoles: number[];
}

type Shape = 'null' | 'point' | 'line' | 'polygon' | 'multipoint' | 'other';
/** The plane coordinates of shapes with Z (1x) and with M (2x) lie where those of plain shapes do. */
const SHAPES: Record<number, Shape> = { 0: 'null', 1: 'point', 3: 'line', 5: 'polygon', 8: 'multipoint' };
/** MultiPatch (31) and whatever else there may be is no boundary. */
const shapeOf = (type: number): Shape => (type < 0 || type === 10 || type === 20 || type >= 30 ? 'other' : (SHAPES[type % 10] ?? 'other'));
/** The type under which the package is given a shape. */
const GIVEN: Record<Shape, number> = { null: 0, other: 0, point: 1, line: 3, polygon: 3, multipoint: 8 };

/** Vertices of one record that the package is given at once: it makes a list for each, and one record may hold as many as the file. */
const RUN = 1 << 20;
/** Bytes of records that it is given at once: opening a file costs as much as reading a few. */
const BATCH = 1 << 20;
const HEADER = 100;

/** One record whose statements about itself have been found true. */
interface Checked {
  shape: Shape;
  /** Where each part starts and the last one ends, in vertices; the points of a multipoint are one part. */
  starts: Uint32Array;
  /** From the shape type to the last plane coordinate. */
  bytes: Uint8Array;
  /** Where in `bytes` the coordinates begin. */
  head: number;
}

/** What the package is given as one record: a record, or some vertices of a long one. */
interface Piece {
  bytes: Uint8Array;
  given: number;
  /** The record that ends with this piece. */
  ends: Checked | null;
}

/**
 * Reads records in file order.
 * @throws RangeError where a record states more than the file holds.
 */
export async function readShp(bytes: Uint8Array, builder: GeometryWriter): Promise<ShpResult> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEADER || view.getInt32(0) !== 9994) throw new RangeError('no .shp header');
  const type = view.getInt32(32, true);
  const result: ShpResult = { hasZ: type > 10 && type < 20, orphanHoles: [] };
  // A vertex takes 16 bytes, so this is room enough, and no more than the file itself.
  builder.reserveUpTo(bytes.length / 16);
  for (const batch of batchesOf(bytes)) {
    const source = await openShp(toFile(batch));
    for (const { ends } of batch) {
      for (const run of runsOf((await source.read()).value)) for (const [x, y] of run) builder.vertex(x!, y!);
      if (ends && endRecord(ends, builder)) result.orphanHoles.push(builder.rowCount - 1);
    }
  }
  return result;
}

/** @throws RangeError */
function* recordsOf(bytes: Uint8Array): Generator<Checked> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // The file length in the header (16-bit words) is wrong in many real files, too small as well as too large: the bytes decide.
  let at = HEADER;
  for (let number = 1; at + 12 <= bytes.length; number++) {
    const length = view.getInt32(at + 4) * 2;
    const start = at + 8;
    if (length < 4 || start + length > bytes.length) throw new RangeError(`record ${number} states ${length} bytes, ${bytes.length - start} are left`);
    yield check(`record ${number}`, bytes.subarray(start, start + length));
    at = start + length;
  }
  if (at < bytes.length && bytes.subarray(at).some((byte) => byte !== 0)) throw new RangeError(`the last record is cut off at byte ${at}`);
}

/** @throws RangeError */
function check(name: string, bytes: Uint8Array): Checked {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shape = shapeOf(view.getInt32(0, true));
  const after = (count: number, size: number, from: number): number => {
    if (count < 0 || from + count * size > bytes.length) throw new RangeError(`${name} states ${count} points or parts, more than it holds`);
    return from + count * size;
  };
  if (GIVEN[shape] === 0) return { shape, starts: Uint32Array.of(0), bytes: bytes.subarray(0, 4), head: 4 };
  if (shape === 'point') return { shape, starts: Uint32Array.of(0, 1), bytes: bytes.subarray(0, after(1, 16, 4)), head: 4 };
  const isMultipoint = shape === 'multipoint';
  if (bytes.length < (isMultipoint ? 40 : 44)) throw new RangeError(`${name} is too short`);
  const parts = isMultipoint ? 1 : view.getInt32(36, true);
  const points = view.getInt32(isMultipoint ? 36 : 40, true);
  const head = isMultipoint ? 40 : after(parts, 4, 44);
  const end = after(points, 16, head);
  const starts = new Uint32Array(parts + 1);
  const stated = isMultipoint ? 0 : parts;
  for (let p = 0; p < stated; p++) {
    const first = view.getInt32(44 + 4 * p, true);
    // Points before the first part would be lost without a word.
    const least = p === 0 ? 0 : starts[p - 1]!;
    if (first < least || first > (p === 0 ? 0 : points)) throw new RangeError(`${name} has parts out of order`);
    starts[p] = first;
  }
  if (parts === 0 && points > 0) throw new RangeError(`${name} states points and no part`);
  starts[parts] = points;
  return { shape, starts, bytes: bytes.subarray(0, end), head };
}

/** Pieces in file order, some of one type at a time: the package skips a record of another type than its file's. */
function* batchesOf(bytes: Uint8Array): Generator<Piece[]> {
  let batch: Piece[] = [];
  let [size, given] = [0, 0];
  for (const record of recordsOf(bytes))
    for (const piece of piecesOf(record)) {
      if (size > BATCH || (given && piece.given && given !== piece.given)) {
        yield batch;
        [batch, size, given] = [[], 0, 0];
      }
      batch.push(piece);
      size += piece.bytes.length;
      given ||= piece.given;
    }
  yield batch;
}

/** A record as it stands, or, where it is very long, records of one part that hold its vertices one after another. */
function* piecesOf(record: Checked): Generator<Piece> {
  const { shape, starts, bytes, head } = record;
  const given = GIVEN[shape];
  const points = starts.at(-1)!;
  if (points <= RUN) {
    yield { bytes, given, ends: record };
    return;
  }
  for (let from = 0; from < points; from += RUN) {
    const to = Math.min(from + RUN, points);
    const counts = shape === 'multipoint' ? withNumbers(40, [[36, to - from]]) : withNumbers(48, [[36, 1], [40, to - from]]); // prettier-ignore
    yield { bytes: concat([counts, bytes.subarray(head + 16 * from, head + 16 * to)]), given, ends: to === points ? record : null };
  }
}

function toFile(pieces: Piece[]): Uint8Array {
  const given = Math.max(...pieces.map((piece) => piece.given));
  const records = pieces.flatMap((piece) => {
    // The length in 16-bit words is the one number here that is big-endian; the shape type stands after it.
    const header = withNumbers(12, [[8, piece.given]]);
    new DataView(header.buffer).setInt32(4, piece.bytes.length / 2);
    return [header, piece.bytes.subarray(4)];
  });
  return concat([withNumbers(HEADER, [[32, given]]), ...records]);
}

/** `length` bytes with little-endian numbers at their places. */
function withNumbers(length: number, numbers: [place: number, value: number][]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  for (const [place, value] of numbers) view.setInt32(place, value, true);
  return bytes;
}

/** The vertices of what the package gives for a piece. */
function runsOf(shape: Awaited<ReturnType<Awaited<ReturnType<typeof openShp>>['read']>>['value'] | null): Position[][] {
  switch (shape?.type) {
    case 'Point':
      return [[shape.coordinates]];
    case 'MultiPoint':
    case 'LineString':
      return [shape.coordinates];
    case 'MultiLineString':
      return shape.coordinates;
    default:
      return [];
  }
}

/** Ends the row whose vertices were written last. @returns whether a hole of it lies in no shell. */
function endRecord({ shape, starts }: Checked, builder: GeometryWriter): boolean {
  const parts = starts.length - 1;
  const points = starts[parts]!;
  const first = builder.vertices - points;
  const pairs = builder.coords.slice(2 * first, 2 * builder.vertices);
  builder.vertices = first;
  const part = (from: number, to: number) => {
    builder.copy(pairs, from, to);
    builder.endRing(shape === 'polygon');
  };
  switch (shape) {
    case 'polygon': {
      const { shells, orphans } = groupRings(pairs, starts);
      for (const rings of shells) {
        for (const ring of rings) part(starts[ring]!, starts[ring + 1]!);
        builder.endPolygon();
      }
      builder.endRow(GEOMETRY_KIND.polygon);
      return orphans > 0;
    }
    case 'line':
      for (let line = 0; line < parts; line++) {
        part(starts[line]!, starts[line + 1]!);
        builder.endPolygon();
      }
      builder.endRow(GEOMETRY_KIND.line);
      return false;
    case 'point':
    case 'multipoint':
      for (let point = 0; point < points; point++) {
        part(point, point + 1);
        builder.endPolygon();
      }
      builder.endRow(GEOMETRY_KIND.point);
      return false;
    default:
      builder.endRow(shape === 'null' ? GEOMETRY_KIND.none : GEOMETRY_KIND.other);
      return false;
  }
}
