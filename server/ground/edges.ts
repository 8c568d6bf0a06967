/** Which parts of a country's outline are coast, which are a land border, and which of those are disputed: by the nearest line of the ground. */
import Flatbush from 'flatbush';
import type { GroundLine, Position } from '../contract/maps/ground.ts';
import { toSegment } from './clip.ts';

/** null: no line of the ground is anywhere near, as around an invented country. */
export type EdgeAt = (lon: number, lat: number) => GroundLine | null;

/** How far the drawing of a country may lie from that of the ground, in degrees: 55 km. */
const FAR = 0.5;
/** Segments looked at, of those whose boxes are nearest. */
const CANDIDATES = 12;
/** A run of points shorter than this between two of another kind is noise of two drawings, in degrees. */
const NOISE = 0.04;
/** The ground is asked once for so much of a line, in degrees: a coast of half a million points would take minutes. */
const STEP = 0.01;

/** @param lines of the ground around the country, as positions */
export function createEdgeAt(lines: Readonly<Record<GroundLine, readonly Position[][]>>): EdgeAt {
  const segments: { kind: GroundLine; from: Position; to: Position }[] = [];
  for (const kind of Object.keys(lines) as GroundLine[])
    for (const line of lines[kind]) for (let i = 1; i < line.length; i++) segments.push({ kind, from: line[i - 1]!, to: line[i]! });
  if (segments.length === 0) return () => null;
  const index = new Flatbush(segments.length);
  for (const { from, to } of segments) index.add(Math.min(from[0], to[0]), Math.min(from[1], to[1]), Math.max(from[0], to[0]), Math.max(from[1], to[1]));
  index.finish();
  return (lon, lat) => {
    // A degree of longitude is shorter, the farther from the equator.
    const narrow = Math.cos((lat * Math.PI) / 180);
    let best: { kind: GroundLine; distance: number } | null = null;
    for (const i of index.neighbors(lon, lat, CANDIDATES, FAR)) {
      const { kind, from, to } = segments[i]!;
      const distance = toSegment([lon * narrow, lat], [from[0] * narrow, from[1]], [to[0] * narrow, to[1]]);
      if (!best || distance < best.distance) best = { kind, distance };
    }
    return best && best.distance <= FAR ? best.kind : null;
  };
}

export interface Run {
  kind: GroundLine | null;
  /** Index of its last point, which is also the first of the next run. */
  end: number;
}

/** A line in runs of one kind, as the ground says of it about every kilometre. */
export function runsOf(count: number, at: (index: number) => Position, edgeAt: EdgeAt): Run[] {
  const runs: (Run & { length: number })[] = [];
  let kind: Run['kind'] = null;
  let since = Infinity;
  for (let i = 1; i < count; i++) {
    const [[ax, ay], [bx, by]] = [at(i - 1), at(i)];
    const length = Math.hypot(bx - ax, by - ay);
    if (since >= STEP) [kind, since] = [edgeAt((ax + bx) / 2, (ay + by) / 2), 0];
    since += length;
    const last = runs.at(-1);
    if (last?.kind === kind) {
      last.end = i;
      last.length += length;
    } else runs.push({ kind, end: i, length });
  }
  // What is too short joins the one before it, the first the one after.
  const long: typeof runs = [];
  for (const run of runs) {
    const last = long.at(-1);
    if (last && (run.length < NOISE || last.kind === run.kind)) {
      last.end = run.end;
      last.length += run.length;
    } else if (last && long.length === 1 && last.length < NOISE) long[0] = run;
    else long.push(run);
  }
  return long.map(({ kind, end }) => ({ kind, end }));
}
