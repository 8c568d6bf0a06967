/** Slits closed: chords across them from side to side, so that they become faces like any gap. */
import Flatbush from 'flatbush';
import { GRID } from '../../../geometry/overlay/edges.ts';
import { frameAt } from '../../../geometry/overlay/frame.ts';
import type { Slit } from '../../../geometry/overlay/slits.ts';
import type { Arrangement } from './arrange.ts';
import { headOf, tailOf } from './faces.ts';
import { sideOf } from './side.ts';

/** How closely the ends of a slit are looked for. */
const STEP_M = 5;
/** A long run of facing sides needs no more. */
const SPARSE_M = 500;
/** As far around a slit the sides are looked at. */
const REACH_M = 100;
/** Two sides face each other when they run in opposite directions to within 45 degrees. */
const OPPOSITE = -0.7;

interface Nearest {
  half: number;
  x: number;
  y: number;
}

/** Adds chords to the noder. `isOpen` are the faces that a slit opens to. @returns whether any was added. */
export function bridgeSlits(arrangement: Arrangement, slits: Slit[], isOpen: Uint8Array, widthM: number): boolean {
  const { faces, lines, vertices, covers, noder } = arrangement;
  const halves: number[] = [];
  for (let half = 0; half < 2 * lines.count; half++) if (isOpen[faces.of[half ^ 1]!] && covers[faces.of[half]!]!.rows.length > 0) halves.push(half);
  if (halves.length === 0) return false;
  const index = new Flatbush(halves.length);
  for (const half of halves) {
    const [a, b] = [tailOf(lines, half), headOf(lines, half)];
    const { x, y } = vertices;
    index.add(Math.min(x[a]!, x[b]!), Math.min(y[a]!, y[b]!), Math.max(x[a]!, x[b]!), Math.max(y[a]!, y[b]!));
  }
  index.finish();
  const marks = new Map<number, Set<number>>();
  const chords: [number, number][] = [];
  for (const { bbox } of slits) {
    const frame = frameAt((bbox[0] + bbox[2]) / 2, (bbox[1] + bbox[3]) / 2);
    const perX = frame.kx / GRID;
    const perY = frame.kx / Math.cos((frame.lat * Math.PI) / 180) / GRID;
    const near = index.search(
      bbox[0] * GRID - REACH_M / perX,
      bbox[1] * GRID - REACH_M / perY,
      bbox[2] * GRID + REACH_M / perX,
      bbox[3] * GRID + REACH_M / perY,
    );
    const own = near.map((i) => halves[i]!).sort((p, q) => p - q);
    // Whoever faces whom there: closing one slit may leave a third unit facing one of the two.
    for (const half of own) {
      const { rows } = covers[faces.of[half]!]!;
      const others = own.filter((other) => !covers[faces.of[other]!]!.rows.some((row) => rows.includes(row)));
      cross(half, others, perX, perY);
    }
  }
  if (chords.length === 0) return false;
  for (const [line, points] of marks) noder.cut(lines.lo[line]!, lines.hi[line]!, [...points]);
  for (const [p, q] of chords) noder.add(p, q);
  return true;

  /** Chords from places along a half to the nearest place of the other side. */
  function cross(half: number, others: number[], perX: number, perY: number): void {
    const { x, y } = vertices;
    const [tail, head] = [tailOf(lines, half), headOf(lines, half)];
    const [tx, ty] = [x[tail]!, y[tail]!];
    const [dx, dy] = [(x[head]! - tx) * perX, (y[head]! - ty) * perY];
    const length = Math.hypot(dx, dy);
    const steps = Math.max(1, Math.ceil(length / STEP_M));
    const facing = others.filter((other) => {
      const ex = (x[headOf(lines, other)]! - x[tailOf(lines, other)]!) * perX;
      const ey = (y[headOf(lines, other)]! - y[tailOf(lines, other)]!) * perY;
      return dx * ex + dy * ey < OPPOSITE * length * Math.hypot(ex, ey);
    });
    let open: { p: [number, number]; q: Nearest } | null = null;
    let since = 0;
    const [near, far] = stretchOf(facing, tail, head, perX, perY);
    const last = Math.min(steps, Math.ceil(far * steps));
    for (let k = Math.max(0, Math.floor(near * steps)); k <= last; k++) {
      const p: [number, number] = [Math.round(tx + ((x[head]! - tx) * k) / steps), Math.round(ty + ((y[head]! - ty) * k) / steps)];
      const q = nearest(p, facing, perX, perY);
      // The first and the last place of a run that faces the other side, and some between them.
      if (q && (!open || since >= SPARSE_M)) {
        chord(half, p, q);
        since = 0;
      }
      if (!q && open) chord(half, open.p, open.q);
      open = q ? { p, q } : null;
      since += length / steps;
    }
    if (open) chord(half, open.p, open.q);
  }

  /** Between which shares of the way from tail to head a place may be as near as that to any of the lines: nothing when the first is greater. */
  function stretchOf(facing: number[], tail: number, head: number, perX: number, perY: number): [number, number] {
    const { x, y } = vertices;
    let [near, far] = [Infinity, -Infinity];
    // A centimetre for places that are led to the grid.
    const [padX, padY] = [(widthM + 0.02) / perX, (widthM + 0.02) / perY];
    for (const other of facing) {
      const [c, d] = [tailOf(lines, other), headOf(lines, other)];
      let [from, to] = [0, 1];
      const clip = (start: number, run: number, low: number, high: number) => {
        if (run === 0) {
          if (start < low || start > high) to = -1;
          return;
        }
        const [p, q] = [(low - start) / run, (high - start) / run];
        from = Math.max(from, Math.min(p, q));
        to = Math.min(to, Math.max(p, q));
      };
      clip(x[tail]!, x[head]! - x[tail]!, Math.min(x[c]!, x[d]!) - padX, Math.max(x[c]!, x[d]!) + padX);
      clip(y[tail]!, y[head]! - y[tail]!, Math.min(y[c]!, y[d]!) - padY, Math.max(y[c]!, y[d]!) + padY);
      if (from > to) continue;
      near = Math.min(near, from);
      far = Math.max(far, to);
    }
    return [near, far];
  }

  function nearest(p: [number, number], facing: number[], perX: number, perY: number): Nearest | null {
    const { x, y } = vertices;
    let best: Nearest | null = null;
    let least = widthM;
    const px = p[0];
    const py = p[1];
    for (const other of facing) {
      const c = tailOf(lines, other);
      const d = headOf(lines, other);
      // Nothing within a box further off can be nearer; a centimetre for places that are led to the grid.
      const cx = x[c]!;
      const cy = y[c]!;
      const hx = x[d]!;
      const hy = y[d]!;
      if (Math.max(Math.min(cx, hx) - px, px - Math.max(cx, hx)) * perX > least + 0.01) continue;
      if (Math.max(Math.min(cy, hy) - py, py - Math.max(cy, hy)) * perY > least + 0.01) continue;
      const ex = (hx - cx) * perX;
      const ey = (hy - cy) * perY;
      const t = Math.max(0, Math.min(1, ((px - cx) * perX * ex + (py - cy) * perY * ey) / (ex * ex + ey * ey)));
      const qx = Math.round(cx + (hx - cx) * t);
      const qy = Math.round(cy + (hy - cy) * t);
      const distance = Math.hypot((qx - px) * perX, (qy - py) * perY);
      if (distance < least) {
        least = distance;
        best = { half: other, x: qx, y: qy };
      }
    }
    return best;
  }

  function chord(half: number, [px, py]: [number, number], to: Nearest): void {
    const p = vertices.add(px, py);
    const q = vertices.add(to.x, to.y);
    // The open ground is right of both sides.
    if (p === q || sideOf(vertices, tailOf(lines, half), headOf(lines, half), q) > 0) return;
    if (sideOf(vertices, tailOf(lines, to.half), headOf(lines, to.half), p) > 0) return;
    mark(half >> 1, p);
    mark(to.half >> 1, q);
    chords.push([p, q]);
  }

  function mark(line: number, point: number): void {
    const known = marks.get(line);
    if (known) known.add(point);
    else marks.set(line, new Set([point]));
  }
}
