/** Upper levels from the lines of the deepest one: a line bounds a unit where the unit lies on one side of it only. */
import type { GeometryColumn } from '../../../contract/admin.ts';
import { GEOMETRY_KIND } from '../../../contract/admin.ts';
import { GRID, VertexTable } from '../../../geometry/overlay/edges.ts';
import { nestRings } from './nest.ts';
import { RingLinker } from './rings.ts';

/**
 * One row for each of `units`, from the rows with `unitOf[row]` that unit (−1: none). Vertices are those of the rows, byte for byte.
 * Units without rows come out empty.
 */
export function dissolveRows(geometry: GeometryColumn, unitOf: Int32Array, units: number): GeometryColumn {
  const vertices = new VertexTable(1 << 12);
  const { lines, source } = outlinesOf(geometry, unitOf, units, vertices);
  const linker = new RingLinker(vertices, vertices.count, lines);
  const coords: number[] = [];
  const rings = [0];
  const polygons = [0];
  const rows = [0];
  for (let unit = 0; unit < units; unit++) {
    for (const polygon of nestRings(
      vertices,
      linker.rings(unit).filter((ring) => ring.length > 2),
    )) {
      for (const ring of polygon) {
        for (const id of [...ring, ring[0]!]) coords.push(geometry.coords[2 * source[id]!]!, geometry.coords[2 * source[id]! + 1]!);
        rings.push(coords.length / 2);
      }
      polygons.push(rings.length - 1);
    }
    rows.push(polygons.length - 1);
  }
  return {
    kinds: Uint8Array.from({ length: units }, (_, unit) => (rows[unit]! < rows[unit + 1]! ? GEOMETRY_KIND.polygon : GEOMETRY_KIND.none)),
    coords: Float64Array.from(coords),
    rings: Uint32Array.from(rings),
    polygons: Uint32Array.from(polygons),
    rows: Uint32Array.from(rows),
  };
}

interface Outlines {
  lines: { starts: Int32Array; from: Int32Array; to: Int32Array };
  /** Vertex of the geometry column that stands for each vertex. */
  source: Int32Array;
}

/** What is left of the lines of each unit's rows after those used in both directions cancel. */
function outlinesOf({ kinds, coords, rings, polygons, rows }: GeometryColumn, unitOf: Int32Array, units: number, vertices: VertexTable): Outlines {
  const source: number[] = [];
  const ends: { from: number[]; to: number[] }[] = Array.from({ length: units }, () => ({ from: [], to: [] }));
  for (let row = 0; row < kinds.length; row++) {
    const unit = unitOf[row]!;
    if (unit < 0 || kinds[row] !== GEOMETRY_KIND.polygon) continue;
    const own = ends[unit]!;
    for (let ring = polygons[rows[row]!]!; ring < polygons[rows[row + 1]!]!; ring++) {
      let before = -1;
      for (let v = rings[ring]!; v < rings[ring + 1]!; v++) {
        const id = vertices.add(Math.round(coords[2 * v]! * GRID), Math.round(coords[2 * v + 1]! * GRID));
        if (id === source.length) source.push(v);
        if (before >= 0 && id !== before) {
          own.from.push(before);
          own.to.push(id);
        }
        before = id;
      }
    }
  }
  const starts = new Int32Array(units + 1);
  const from: number[] = [];
  const to: number[] = [];
  ends.forEach((own, unit) => {
    cancel(own.from, own.to, (a, b) => {
      from.push(a);
      to.push(b);
    });
    starts[unit + 1] = from.length;
  });
  return { lines: { starts, from: Int32Array.from(from), to: Int32Array.from(to) }, source: Int32Array.from(source) };
}

/** Lines used more often in one direction than in the other, as often as that. */
function cancel(from: number[], to: number[], keep: (a: number, b: number) => void): void {
  const keys = Float64Array.from(from, (a, i) => {
    const b = to[i]!;
    return a < b ? a * 0x8000000 * 2 + 2 * b : b * 0x8000000 * 2 + 2 * a + 1;
  }).sort();
  for (let i = 0; i < keys.length;) {
    const line = Math.floor(keys[i]! / 2);
    let net = 0;
    for (; i < keys.length && Math.floor(keys[i]! / 2) === line; i++) net += keys[i]! % 2 === 0 ? 1 : -1;
    const [a, b] = [Math.floor(line / 0x8000000), line % 0x8000000];
    for (; net > 0; net--) keep(a, b);
    for (; net < 0; net++) keep(b, a);
  }
}
