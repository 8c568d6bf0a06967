/** Rows as well-known binary (OGC 06-103r4), little endian. */
import type { GeometryColumn } from '../../contract/admin.ts';

/** MULTIPOLYGON of a row; an empty one where it has no polygon. `lead` bytes are left free in front, for a header. */
export function multiPolygonWkb({ rows, polygons, rings, coords }: GeometryColumn, row: number, lead = 0): Uint8Array<ArrayBuffer> {
  const [first, last] = [rows[row]!, rows[row + 1]!];
  const ringCount = polygons[last]! - polygons[first]!;
  const vertices = rings[polygons[last]!]! - rings[polygons[first]!]!;
  const bytes = new Uint8Array(lead + 9 + 9 * (last - first) + 4 * ringCount + 16 * vertices);
  const view = new DataView(bytes.buffer);
  let at = lead;
  const header = (type: number, count: number) => {
    view.setUint8(at, 1);
    view.setUint32(at + 1, type, true);
    view.setUint32(at + 5, count, true);
    at += 9;
  };
  header(6, last - first);
  for (let p = first; p < last; p++) {
    header(3, polygons[p + 1]! - polygons[p]!);
    for (let r = polygons[p]!; r < polygons[p + 1]!; r++) {
      view.setUint32(at, rings[r + 1]! - rings[r]!, true);
      at += 4;
      for (let i = 2 * rings[r]!; i < 2 * rings[r + 1]!; i++, at += 8) view.setFloat64(at, coords[i]!, true);
    }
  }
  return bytes;
}
