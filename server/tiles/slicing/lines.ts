/** Cuts lines into tiles. A line that leaves a tile and comes back is two lines there. */
import { EXTENT } from '../grid.ts';
import { Shape } from './shape.ts';
import type { ZoomArcs } from './snap.ts';

export class LineCutter {
  readonly #buffer: number;
  readonly #emit: (shape: Shape, line: number, tx: number, ty: number) => void;
  readonly #line = new Shape(1 << 10);
  readonly #halves: Shape[] = [];
  readonly #out = new Shape();

  constructor(buffer: number, emit: (shape: Shape, line: number, tx: number, ty: number) => void) {
    this.#buffer = buffer;
    this.#emit = emit;
  }

  start(): void {
    this.#line.clear();
  }

  /** Appends an arc, which begins where the one before it ended. */
  addArc({ x, y, offsets }: ZoomArcs, signed: number): void {
    const arc = signed >>> 1;
    const first = offsets[arc]!;
    const last = offsets[arc + 1]! - 1;
    const line = this.#line;
    line.reserve(last - first + 1);
    const put = (v: number) => {
      const end = line.length - 1;
      if (end < 0 || line.x[end] !== x[v] || line.y[end] !== y[v]) line.add(x[v]!, y[v]!);
    };
    if (signed & 1) for (let v = last; v >= first; v--) put(v);
    else for (let v = first; v <= last; v++) put(v);
  }

  cut(tx0: number, ty0: number, tx1: number, ty1: number): void {
    if (this.#line.length < 2) return;
    this.#line.endRing();
    this.#recurse(this.#line, tx0, ty0, tx1, ty1, 0);
  }

  #recurse(lines: Shape, tx0: number, ty0: number, tx1: number, ty1: number, depth: number): void {
    let minX = Infinity;
    let minY = Infinity;
    let maxX = -Infinity;
    let maxY = -Infinity;
    for (let i = 0; i < lines.length; i++) {
      minX = Math.min(minX, lines.x[i]!);
      maxX = Math.max(maxX, lines.x[i]!);
      minY = Math.min(minY, lines.y[i]!);
      maxY = Math.max(maxY, lines.y[i]!);
    }
    const buffer = this.#buffer;
    tx0 = Math.max(tx0, Math.ceil((minX - buffer) / EXTENT) - 1);
    ty0 = Math.max(ty0, Math.ceil((minY - buffer) / EXTENT) - 1);
    tx1 = Math.min(tx1, Math.floor((maxX + buffer) / EXTENT));
    ty1 = Math.min(ty1, Math.floor((maxY + buffer) / EXTENT));
    if (tx0 > tx1 || ty0 > ty1) return;
    if (tx0 === tx1 && ty0 === ty1) {
      this.#clip(lines, tx0, ty0);
      return;
    }
    const half = (this.#halves[depth] ??= new Shape());
    const horizontal = tx1 - tx0 >= ty1 - ty0;
    const middle = horizontal ? (tx0 + tx1) >> 1 : (ty0 + ty1) >> 1;
    runs(lines, horizontal, 1, (middle + 1) * EXTENT + buffer, half);
    if (half.ends.length > 0) this.#recurse(half, tx0, ty0, horizontal ? middle : tx1, horizontal ? ty1 : middle, depth + 1);
    runs(lines, horizontal, -1, (middle + 1) * EXTENT - buffer, half);
    if (half.ends.length > 0) this.#recurse(half, horizontal ? middle + 1 : tx0, horizontal ? ty0 : middle + 1, tx1, ty1, depth + 1);
  }

  /** Liang and Barsky, edge by edge, always from the original edge. */
  #clip(lines: Shape, tx: number, ty: number): void {
    const buffer = this.#buffer;
    const [minX, minY, maxX, maxY] = [tx * EXTENT - buffer, ty * EXTENT - buffer, (tx + 1) * EXTENT + buffer, (ty + 1) * EXTENT + buffer];
    const out = this.#out;
    out.clear();
    const finish = () => {
      if (out.length - out.openStart >= 2) out.endRing();
      else out.dropOpen();
    };
    for (let line = 0; line < lines.ends.length; line++) {
      for (let i = lines.ringStart(line) + 1; i < lines.ends[line]!; i++) {
        const [ax, ay, bx, by] = [lines.x[i - 1]!, lines.y[i - 1]!, lines.x[i]!, lines.y[i]!];
        const dx = bx - ax;
        const dy = by - ay;
        let from = 0;
        let to = 1;
        for (const [p, q] of [
          [-dx, ax - minX],
          [dx, maxX - ax],
          [-dy, ay - minY],
          [dy, maxY - ay],
        ] as const) {
          if (p === 0) {
            if (q < 0) from = 2;
          } else if (p < 0) from = Math.max(from, q / p);
          else to = Math.min(to, q / p);
        }
        if (from > to) {
          finish();
          continue;
        }
        if (from > 0) finish();
        if (out.length === out.openStart) put(out, ax + from * dx, ay + from * dy);
        put(out, ax + to * dx, ay + to * dy);
        if (to < 1) finish();
      }
      finish();
    }
    for (let line = 0; line < out.ends.length; line++) this.#emit(out, line, tx, ty);
  }
}

function put(out: Shape, x: number, y: number): void {
  const gx = Math.round(x);
  const gy = Math.round(y);
  const last = out.length - 1;
  if (last >= out.openStart && out.x[last] === gx && out.y[last] === gy) return;
  out.add(gx, gy);
}

/** The stretches of lines on one side of a limit, each with the vertex before and behind it. */
function runs(lines: Shape, horizontal: boolean, sign: number, limit: number, out: Shape): void {
  const across = horizontal ? lines.x : lines.y;
  const bound = sign * limit;
  out.clear();
  for (let line = 0; line < lines.ends.length; line++) {
    const start = lines.ringStart(line);
    const end = lines.ends[line]!;
    for (let i = start; i < end; i++) {
      const here = sign * across[i]! <= bound;
      const before = i > start && sign * across[i - 1]! <= bound;
      const after = i + 1 < end && sign * across[i + 1]! <= bound;
      if (here || before || after) out.add(lines.x[i]!, lines.y[i]!);
      // Behind the last vertex of a stretch; one vertex may end one and begin the next.
      if (!here && before) {
        out.endRing();
        if (after) out.add(lines.x[i]!, lines.y[i]!);
      }
    }
    if (out.length - out.openStart >= 2) out.endRing();
    else out.dropOpen();
  }
}
