/**
 * Slits open to the sea or to a lake, and notches: free edges that run back along other free edges at a few metres.
 * They enclose nothing, so they are no gap of the union; nobody else finds them.
 */
import Flatbush from 'flatbush';
import { Work } from '../work.ts';
import { frameAt, toX, toY } from './frame.ts';
import { GRID } from './edges.ts';
import type { Arrangement } from './node.ts';

export interface Slit {
  /** The two units; the same twice for a notch or spike of one unit. */
  a: number;
  b: number;
  widthM: number;
  lengthM: number;
  at: [lon: number, lat: number];
  bbox: [west: number, south: number, east: number, north: number];
  /** Samples along it, in degrees. */
  line: [lon: number, lat: number][];
}

/** Widest slit between two units, and widest notch of one (cod.md T3, G13), in metres. */
export const SLIT_WIDTH_M = 10;
export const NOTCH_WIDTH_M = 2.8;
/** Shorter ones are how coasts meet borders. */
export const SLIT_LENGTH_M = 44;
/** Two edges face each other when they run in opposite directions to within 30 degrees. */
const OPPOSITE = -0.866;
const SAMPLE_M = 20;
/** About 200 m: further apart, two places of the same pair are two slits. */
const JOIN_DEGREES = 0.002;
const MAX_SAMPLES = 100;

export function findSlits(arrangement: Arrangement, outside: Uint8Array): Slit[] {
  const { x, y, tail, head, owner, count } = arrangement;
  const edges: number[] = [];
  for (let e = 0; e < count; e++) if (outside[e]) edges.push(e);
  if (edges.length === 0) return [];
  const index = new Flatbush(edges.length);
  for (const e of edges) {
    const a = tail[e]!;
    const b = head[e]!;
    index.add(Math.min(x[a]!, x[b]!), Math.min(y[a]!, y[b]!), Math.max(x[a]!, x[b]!), Math.max(y[a]!, y[b]!));
  }
  index.finish();
  const found = new Map<string, Slit[]>();
  const work = new Work('Looking for slits', edges.length, 400);
  for (const e of edges) {
    const a = tail[e]!;
    const b = head[e]!;
    const frame = frameAt(x[a]! / GRID, y[a]! / GRID);
    const reachX = ((SLIT_WIDTH_M / frame.kx) * GRID) | 0;
    const reachY = ((SLIT_WIDTH_M / 110_000) * GRID) | 0;
    const ax = toX(frame, x[a]! / GRID);
    const ay = toY(frame, y[a]! / GRID);
    const bx = toX(frame, x[b]! / GRID);
    const by = toY(frame, y[b]! / GRID);
    const length = Math.hypot(bx - ax, by - ay);
    if (length === 0) continue;
    const facing: { owner: number; px: number; py: number; qx: number; qy: number }[] = [];
    index.search(Math.min(x[a]!, x[b]!) - reachX, Math.min(y[a]!, y[b]!) - reachY, Math.max(x[a]!, x[b]!) + reachX, Math.max(y[a]!, y[b]!) + reachY, (i) => {
      const f = edges[i]!;
      work.spend(1);
      if (f === e) return false;
      // Directions in degrees, scaled: good enough to tell who cannot face e.
      const dx = (x[head[f]!]! - x[tail[f]!]!) * frame.kx;
      const dy = (y[head[f]!]! - y[tail[f]!]!) * 110_574;
      const cosine = (dx * (bx - ax) + dy * (by - ay)) / (Math.hypot(dx, dy) * length);
      if (cosine > OPPOSITE) return false;
      const p = tail[f]!;
      const q = head[f]!;
      facing.push({
        owner: owner[f]!,
        px: toX(frame, x[p]! / GRID),
        py: toY(frame, y[p]! / GRID),
        qx: toX(frame, x[q]! / GRID),
        qy: toY(frame, y[q]! / GRID),
      });
      return false;
    });
    if (facing.length === 0) continue;
    const samples = Math.min(MAX_SAMPLES, Math.max(1, Math.ceil(length / SAMPLE_M)));
    work.spend(samples * facing.length);
    for (let k = 0; k < samples; k++) {
      const t = (k + 0.5) / samples;
      const sx = ax + (bx - ax) * t;
      const sy = ay + (by - ay) * t;
      let near = SLIT_WIDTH_M;
      let other = -1;
      for (const edge of facing) {
        const distance = distanceTo(sx, sy, edge.px, edge.py, edge.qx, edge.qy);
        // The outside is right of e: what faces e across the slit lies there.
        const side = (bx - ax) * ((edge.py + edge.qy) / 2 - sy) - (by - ay) * ((edge.px + edge.qx) / 2 - sx);
        if (side > 0 && edge.owner !== owner[e]) continue;
        if (distance < near) {
          near = distance;
          other = edge.owner;
        }
      }
      if (other < 0 || (other === owner[e] && near > NOTCH_WIDTH_M)) continue;
      note(found, owner[e]!, other, near, length / samples, [(x[a]! + (x[b]! - x[a]!) * t) / GRID, (y[a]! + (y[b]! - y[a]!) * t) / GRID]);
    }
  }
  return [...found.values()]
    .flat()
    .filter((slit) => slit.lengthM >= SLIT_LENGTH_M)
    .sort((p, q) => q.lengthM - p.lengthM || p.a - q.a || p.b - q.b);
}

/** Samples of one pair of units within JOIN_DEGREES of each other are one slit; each side is sampled, so each counts half. */
function note(found: Map<string, Slit[]>, p: number, q: number, width: number, length: number, at: [number, number]): void {
  const a = Math.min(p, q);
  const b = Math.max(p, q);
  const key = `${a}/${b}`;
  let slits = found.get(key);
  if (!slits) found.set(key, (slits = []));
  const slit = slits.findLast(
    ({ bbox }) => at[0] > bbox[0] - JOIN_DEGREES && at[0] < bbox[2] + JOIN_DEGREES && at[1] > bbox[1] - JOIN_DEGREES && at[1] < bbox[3] + JOIN_DEGREES,
  );
  if (!slit) {
    slits.push({ a, b, widthM: width, lengthM: length / 2, at, bbox: [at[0], at[1], at[0], at[1]], line: [at] });
    return;
  }
  slit.widthM = Math.max(slit.widthM, width);
  slit.lengthM += length / 2;
  slit.bbox = [Math.min(slit.bbox[0], at[0]), Math.min(slit.bbox[1], at[1]), Math.max(slit.bbox[2], at[0]), Math.max(slit.bbox[3], at[1])];
  if (slit.line.length < 300) slit.line.push(at);
}

function distanceTo(x: number, y: number, px: number, py: number, qx: number, qy: number): number {
  const dx = qx - px;
  const dy = qy - py;
  const square = dx * dx + dy * dy;
  const t = square > 0 ? Math.max(0, Math.min(1, ((x - px) * dx + (y - py) * dy) / square)) : 0;
  return Math.hypot(px + t * dx - x, py + t * dy - y);
}
