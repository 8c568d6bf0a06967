/** Boxes of arcs, rings and rows in steps of the tile grid, y to the south, in memory that threads share. */
import { arcRingArea, type ArcTable } from '../../geometry/arcs.ts';
import type { ArcPolygons } from '../../geometry/levels.ts';

/** west, north, east, south of each arc. */
export function arcBoxes({ count, offsets, x, y }: ArcTable, size: number): Int32Array {
  const boxes = new Int32Array(4 * count);
  for (let arc = 0; arc < count; arc++) {
    let west = x[offsets[arc]!]!;
    let east = west;
    let south = y[offsets[arc]!]!;
    let north = south;
    for (let v = offsets[arc]! + 1; v < offsets[arc + 1]!; v++) {
      const px = x[v]!;
      const py = y[v]!;
      if (px < west) west = px;
      else if (px > east) east = px;
      if (py < south) south = py;
      else if (py > north) north = py;
    }
    boxes[4 * arc] = west;
    boxes[4 * arc + 1] = size - north;
    boxes[4 * arc + 2] = east;
    boxes[4 * arc + 3] = size - south;
  }
  return boxes;
}

export interface PolygonFacts {
  ringBoxes: Int32Array;
  rowBoxes: Int32Array;
  /** 1 where no arc of the ring is used by another ring of the level: an island, which may be left out when it is too small to see. */
  lonely: Uint8Array;
  /** Largest shell of each row. */
  mainRings: Uint32Array;
}

export function polygonFacts(table: ArcTable, boxes: Int32Array, { arcs, rings, polygons, rows }: ArcPolygons): PolygonFacts {
  const uses = new Uint8Array(table.count);
  for (const signed of arcs) if (uses[signed >>> 1]! < 2) uses[signed >>> 1]!++;
  const ringCount = rings.length - 1;
  const ringBoxes = sharedInt32(4 * ringCount);
  const lonely = new Uint8Array(new SharedArrayBuffer(ringCount));
  for (let ring = 0; ring < ringCount; ring++) {
    emptyBox(ringBoxes, ring);
    lonely[ring] = 1;
    for (let i = rings[ring]!; i < rings[ring + 1]!; i++) {
      widen(ringBoxes, ring, boxes, arcs[i]! >>> 1);
      if (uses[arcs[i]! >>> 1]! > 1) lonely[ring] = 0;
    }
  }
  const rowCount = rows.length - 1;
  const rowBoxes = sharedInt32(4 * rowCount);
  const mainRings = new Uint32Array(new SharedArrayBuffer(4 * rowCount));
  for (let row = 0; row < rowCount; row++) {
    emptyBox(rowBoxes, row);
    const first = rows[row]!;
    const last = rows[row + 1]!;
    let largest = -1;
    for (let polygon = first; polygon < last; polygon++) {
      const shell = polygons[polygon]!;
      widen(rowBoxes, row, ringBoxes, shell);
      const area = last - first === 1 ? 0 : arcRingArea(table, arcs, rings[shell]!, rings[shell + 1]!);
      if (area > largest) {
        largest = area;
        mainRings[row] = shell;
      }
    }
  }
  return { ringBoxes, rowBoxes, lonely, mainRings };
}

export function sharedInt32(length: number): Int32Array {
  return new Int32Array(new SharedArrayBuffer(4 * length));
}

/** A box that meets nothing. */
export function emptyBox(boxes: Int32Array, index: number): void {
  boxes[4 * index] = boxes[4 * index + 1] = 2 ** 31 - 1;
  boxes[4 * index + 2] = boxes[4 * index + 3] = -(2 ** 31);
}

/** Makes box `index` of `boxes` hold box `other` of `others`. */
export function widen(boxes: Int32Array, index: number, others: Int32Array, other: number): void {
  const a = 4 * index;
  const b = 4 * other;
  if (others[b]! < boxes[a]!) boxes[a] = others[b]!;
  if (others[b + 1]! < boxes[a + 1]!) boxes[a + 1] = others[b + 1]!;
  if (others[b + 2]! > boxes[a + 2]!) boxes[a + 2] = others[b + 2]!;
  if (others[b + 3]! > boxes[a + 3]!) boxes[a + 3] = others[b + 3]!;
}
