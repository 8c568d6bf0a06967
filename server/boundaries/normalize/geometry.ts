/** Rows of a geometry column as a geometry column of their own. */
import type { GeometryColumn } from '../../contract/admin.ts';

/** Copies the rows in the order given; the same object where all rows are asked for in their order. */
export function takeRows(from: GeometryColumn, rows: Uint32Array): GeometryColumn {
  if (rows.length === from.kinds.length && rows.every((row, position) => row === position)) return from;
  let [polygonCount, ringCount, vertexCount] = [0, 0, 0];
  for (const row of rows) {
    const [first, last] = [from.rows[row]!, from.rows[row + 1]!];
    polygonCount += last - first;
    ringCount += from.polygons[last]! - from.polygons[first]!;
    vertexCount += from.rings[from.polygons[last]!]! - from.rings[from.polygons[first]!]!;
  }
  const taken: GeometryColumn = {
    kinds: Uint8Array.from(rows, (row) => from.kinds[row]!),
    coords: new Float64Array(2 * vertexCount),
    rings: new Uint32Array(ringCount + 1),
    polygons: new Uint32Array(polygonCount + 1),
    rows: new Uint32Array(rows.length + 1),
  };
  let [polygon, ring, vertex] = [0, 0, 0];
  rows.forEach((row, position) => {
    for (let p = from.rows[row]!; p < from.rows[row + 1]!; p++) {
      for (let r = from.polygons[p]!; r < from.polygons[p + 1]!; r++) {
        taken.coords.set(from.coords.subarray(2 * from.rings[r]!, 2 * from.rings[r + 1]!), 2 * vertex);
        vertex += from.rings[r + 1]! - from.rings[r]!;
        taken.rings[++ring] = vertex;
      }
      taken.polygons[++polygon] = ring;
    }
    taken.rows[position + 1] = polygon;
  });
  return taken;
}

/**
 * One row for each group of rows, groups numbered from 0 in `groupOf`; the polygons of a group follow each other in the order of their rows.
 * A group's kind is that of its first row.
 */
export function mergeRows(from: GeometryColumn, groupOf: Int32Array, groups: number): GeometryColumn {
  const counts = new Uint32Array(groups + 1);
  for (const group of groupOf) counts[group + 1]!++;
  for (let group = 0; group < groups; group++) counts[group + 1]! += counts[group]!;
  const next = counts.slice();
  const order = new Uint32Array(groupOf.length);
  groupOf.forEach((group, row) => {
    order[next[group]!++] = row;
  });
  const sorted = takeRows(from, order);
  const rows = new Uint32Array(groups + 1);
  for (let group = 0; group <= groups; group++) rows[group] = sorted.rows[counts[group]!]!;
  const kinds = Uint8Array.from({ length: groups }, (_, group) => sorted.kinds[counts[group]!]!);
  return { ...sorted, kinds, rows };
}

/** Rows of several columns after each other. */
export function joinGeometries(parts: GeometryColumn[]): GeometryColumn {
  const joined: GeometryColumn = {
    kinds: new Uint8Array(parts.reduce((sum, { kinds }) => sum + kinds.length, 0)),
    coords: new Float64Array(parts.reduce((sum, { coords }) => sum + coords.length, 0)),
    rings: new Uint32Array(1 + parts.reduce((sum, { rings }) => sum + rings.length - 1, 0)),
    polygons: new Uint32Array(1 + parts.reduce((sum, { polygons }) => sum + polygons.length - 1, 0)),
    rows: new Uint32Array(1 + parts.reduce((sum, { rows }) => sum + rows.length - 1, 0)),
  };
  let [row, polygon, ring, vertex] = [0, 0, 0, 0];
  for (const { kinds, coords, rings, polygons, rows } of parts) {
    joined.kinds.set(kinds, row);
    joined.coords.set(coords, 2 * vertex);
    for (let i = 1; i < rows.length; i++) joined.rows[row + i] = polygon + rows[i]!;
    for (let i = 1; i < polygons.length; i++) joined.polygons[polygon + i] = ring + polygons[i]!;
    for (let i = 1; i < rings.length; i++) joined.rings[ring + i] = vertex + rings[i]!;
    row += kinds.length;
    polygon += polygons.length - 1;
    ring += rings.length - 1;
    vertex += coords.length / 2;
  }
  return joined;
}
