/** Which rows drew which vertices, and with what coordinates. */
import { GRID } from '../../../geometry/overlay/edges.ts';
import type { Ground } from '../ground/grid.ts';

export class Originals {
  readonly #ground: Ground;
  readonly #coords: Float64Array;
  readonly #starts: Int32Array;
  /** Row and vertex of the geometry column of each drawing of a vertex. */
  readonly #rows: Int32Array;
  readonly #sources: Int32Array;
  /** Vertices drawn by rows out of play. */
  readonly #others: Uint8Array;

  constructor(ground: Ground, coords: Float64Array) {
    this.#ground = ground;
    this.#coords = coords;
    const { rings, vertices, others } = ground;
    const starts = new Int32Array(vertices.count + 1);
    for (const id of rings.ids) starts[id + 1]! += 1;
    for (let v = 0; v < vertices.count; v++) starts[v + 1]! += starts[v]!;
    const fill = starts.slice();
    this.#rows = new Int32Array(rings.ids.length);
    this.#sources = new Int32Array(rings.ids.length);
    for (let k = 0; k < rings.count; k++) {
      for (let i = rings.starts[k]!; i < rings.starts[k + 1]!; i++) {
        const at = fill[rings.ids[i]!]!++;
        this.#rows[at] = rings.row[k]!;
        this.#sources[at] = rings.source[i]!;
      }
    }
    this.#starts = starts;
    this.#others = new Uint8Array(vertices.count);
    for (const id of others.ends) this.#others[id] = 1;
  }

  /** Did the row draw the vertex? −1 asks for rows out of play. */
  has(row: number, vertex: number): boolean {
    if (row < 0) return this.#others[vertex] === 1;
    for (let i = this.#starts[vertex]!; i < this.#starts[vertex + 1]!; i++) if (this.#rows[i] === row) return true;
    return false;
  }

  /** Rows that drew the vertex. */
  rowsAt(vertex: number): number[] {
    return [...new Set(this.#rows.subarray(this.#starts[vertex], this.#starts[vertex + 1]))];
  }

  /** Do all that drew the vertex have it in one cell of the grid? Where not, rounding has torn it apart. */
  isTorn(vertex: number): boolean {
    const end = this.#starts[vertex + 1]!;
    const first = this.#starts[vertex]!;
    if (end - first < 2) return false;
    const cell = (i: number, axis: number) => Math.round(this.#coords[2 * this.#sources[i]! + axis]! * GRID);
    const [x, y] = [cell(first, 0), cell(first, 1)];
    for (let i = first + 1; i < end; i++) if (cell(i, 0) !== x || cell(i, 1) !== y) return true;
    return false;
  }

  /** As the row drew it; else as whoever drew it has it (the least of them); else the place on the grid. Degrees. */
  place(row: number, vertex: number, together: boolean): [number, number] {
    const coords = this.#coords;
    let best = -1;
    for (let i = this.#starts[vertex]!; i < this.#starts[vertex + 1]!; i++) {
      const source = this.#sources[i]!;
      if (!together && this.#rows[i] === row) return [coords[2 * source]!, coords[2 * source + 1]!];
      if (best < 0 || coords[2 * source]! < coords[2 * best]! || (coords[2 * source] === coords[2 * best] && coords[2 * source + 1]! < coords[2 * best + 1]!))
        best = source;
    }
    if (best >= 0) return [coords[2 * best]!, coords[2 * best + 1]!];
    const { x, y } = this.#ground.vertices;
    return [x[vertex]! / GRID, y[vertex]! / GRID];
  }
}
