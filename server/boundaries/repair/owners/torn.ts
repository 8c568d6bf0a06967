/** Vertices of a common border that rounding tore apart, or that one of two neighbours lacks. */
import { GRID } from '../../../geometry/overlay/edges.ts';
import type { Arrangement } from '../ground/arrange.ts';
import type { Originals } from '../outlines/originals.ts';
import { metresOf } from '../../../geometry/ellipsoid.ts';

export interface Torn {
  /** Rows, the lesser first. */
  a: number;
  b: number;
  vertices: number;
  /** Greatest distance between two that should be one, in metres; 0 where one only lacks what the other has. */
  shiftM: number;
  at: [number, number];
  bbox: [number, number, number, number];
}

export function findTorn(arrangement: Arrangement, originals: Originals): Torn[] {
  const { ground, noder, uses, vertices } = arrangement;
  const { rings } = ground;
  const found = new Map<string, Torn>();
  const seen = new Set<string>();
  const note = (p: number, q: number, vertex: number, shiftM: number) => {
    const [a, b] = p < q ? [p, q] : [q, p];
    const name = `${a} ${b}`;
    if (seen.has(`${name} ${vertex}`)) return;
    seen.add(`${name} ${vertex}`);
    const at: [number, number] = [vertices.x[vertex]! / GRID, vertices.y[vertex]! / GRID];
    const known = found.get(name);
    if (!known) {
      found.set(name, { a, b, vertices: 1, shiftM, at, bbox: [at[0], at[1], at[0], at[1]] });
      return;
    }
    known.vertices += 1;
    known.shiftM = Math.max(known.shiftM, shiftM);
    if (at[0] < known.at[0] || (at[0] === known.at[0] && at[1] < known.at[1])) known.at = at;
    known.bbox = [Math.min(known.bbox[0], at[0]), Math.min(known.bbox[1], at[1]), Math.max(known.bbox[2], at[0]), Math.max(known.bbox[3], at[1])];
  };
  for (let vertex = 0; vertex < vertices.count; vertex++) {
    if (!originals.isTorn(vertex)) continue;
    const rows = originals.rowsAt(vertex);
    for (const p of rows) {
      for (const q of rows) {
        if (p >= q) continue;
        const [[ax, ay], [bx, by]] = [originals.place(p, vertex, false), originals.place(q, vertex, false)];
        if (Math.round(ax * GRID) !== Math.round(bx * GRID) || Math.round(ay * GRID) !== Math.round(by * GRID)) note(p, q, vertex, metresOf(ax, ay, bx, by));
      }
    }
  }
  for (let k = 0; k < rings.count; k++) {
    const row = rings.row[k]!;
    for (let i = rings.starts[k]!; i < rings.starts[k + 1]!; i++) {
      const a = rings.ids[i]!;
      const b = rings.ids[i + 1 === rings.starts[k + 1] ? rings.starts[k]! : i + 1]!;
      noder.follow(a, b, (from, to, half) => {
        const line = half >> 1;
        for (let u = uses.starts[line]!; u < uses.starts[line + 1]!; u++) {
          const other = uses.list[u]! >> 1;
          if (other < 0 || rings.row[other] === row) continue;
          for (const vertex of [from, to])
            if (vertex !== a && vertex !== b && originals.has(rings.row[other]!, vertex) && !originals.has(row, vertex))
              note(row, rings.row[other]!, vertex, 0);
        }
      });
    }
  }
  return [...found.values()];
}
