/** Slits closed: chords across them from side to side, so that they become faces like any gap. */
import Flatbush from 'flatbush';
import { GRID } from '../../ingest/topology/overlay-edges.ts';
import { frameAt } from '../../ingest/topology/overlay-frame.ts';
import type { Slit } from '../../ingest/topology/overlay-slits.ts';
import type { Arrangement } from './arrange.ts';
import { headOf, tailOf } from './faces.ts';
import { sideOf } from './side.ts';

/** Chords this close to each other follow a slit whatever its bends. */
const STEP_M = 5;
/** A slit's samples lie within this of its ends. */
const REACH_M = 30;
/** Two sides face each other when they run in opposite directions to within 45 degrees. */
const OPPOSITE = -0.7;

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
  for (const { a, b, bbox } of slits) {
    const frame = frameAt((bbox[0] + bbox[2]) / 2, (bbox[1] + bbox[3]) / 2);
    const perX = frame.kx / GRID;
    const perY = frame.kx / Math.cos((frame.lat * Math.PI) / 180) / GRID;
    const near = index.search(bbox[0] * GRID - REACH_M / perX, bbox[1] * GRID - REACH_M / perY, bbox[2] * GRID + REACH_M / perX, bbox[3] * GRID + REACH_M / perY);
    const own = near.map((i) => halves[i]!).sort((p, q) => p - q);
    const of = (row: number) => own.filter((half) => covers[faces.of[half]!]!.rows.includes(row));
    const [sideA, sideB] = [of(a), of(b)];
    for (const [from, to] of [
      [sideA, sideB],
      [sideB, sideA],
    ] as const) {
      for (const half of from) cross(half, to, perX, perY);
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
    for (let k = 0; facing.length > 0 && k <= steps; k++) {
      const px = Math.round(tx + ((x[head]! - tx) * k) / steps);
      const py = Math.round(ty + ((y[head]! - ty) * k) / steps);
      let best = { distance: widthM, half: -1, x: 0, y: 0 };
      for (const other of facing) {
        const [c, d] = [tailOf(lines, other), headOf(lines, other)];
        const [ex, ey] = [(x[d]! - x[c]!) * perX, (y[d]! - y[c]!) * perY];
        const t = Math.max(0, Math.min(1, ((px - x[c]!) * perX * ex + (py - y[c]!) * perY * ey) / (ex * ex + ey * ey)));
        const qx = Math.round(x[c]! + (x[d]! - x[c]!) * t);
        const qy = Math.round(y[c]! + (y[d]! - y[c]!) * t);
        const distance = Math.hypot((qx - px) * perX, (qy - py) * perY);
        if (distance < best.distance) best = { distance, half: other, x: qx, y: qy };
      }
      if (best.half < 0 || best.distance === 0) continue;
      const p = vertices.add(px, py);
      const q = vertices.add(best.x, best.y);
      // The open ground is right of both sides.
      if (sideOf(vertices, tail, head, q) > 0 || sideOf(vertices, tailOf(lines, best.half), headOf(lines, best.half), p) > 0) continue;
      mark(half >> 1, p);
      mark(best.half >> 1, q);
      chords.push([p, q]);
    }
  }

  function mark(line: number, point: number): void {
    const known = marks.get(line);
    if (known) known.add(point);
    else marks.set(line, new Set([point]));
  }
}
