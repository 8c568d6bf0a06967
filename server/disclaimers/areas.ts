/** Which places of data/disclaimers/areas.json lie in an extent: by geometry, never by the name of a country. */
import { readFileSync } from 'node:fs';
import { DISCLAIMER_KEYS, type DisclaimerKey } from '../contract/maps/disclaimers.ts';
import type { Box } from '../geometry/box.ts';

type Position = readonly [lon: number, lat: number];
type Ring = readonly Position[];

/** Degrees around what is drawn: the polygons are coarse, and a line at the very edge of a map is on it. */
const MARGIN = 0.1;
/** A box may lie on another turn of the Earth. */
const TURNS = [-360, 0, 360];

let kept: ReadonlyMap<DisclaimerKey, readonly { ring: Ring; box: Box }[]> | undefined;

function areas() {
  if (!kept) {
    const read = JSON.parse(readFileSync(new URL('../../data/disclaimers/areas.json', import.meta.url), 'utf8')) as Record<DisclaimerKey, Ring[]>;
    kept = new Map(DISCLAIMER_KEYS.map((key) => [key, read[key].map((ring) => ({ ring, box: boxOf(ring) }))]));
  }
  return kept;
}

function boxOf(ring: Ring): Box {
  const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** Places whose polygon meets the box, in the order of their notes. @param box east above 180 over the antimeridian */
export function placesIn([west, south, east, north]: Box): DisclaimerKey[] {
  const wide: Box = [west - MARGIN, south - MARGIN, east + MARGIN, north + MARGIN];
  return [...areas()].flatMap(([key, rings]) => (TURNS.some((turn) => rings.some((area) => meets(area, turned(wide, turn)))) ? [key] : []));
}

const turned = ([west, south, east, north]: Box, by: number): Box => [west + by, south, east + by, north];

function meets({ ring, box }: { ring: Ring; box: Box }, [west, south, east, north]: Box): boolean {
  if (box[2] < west || box[0] > east || box[3] < south || box[1] > north) return false;
  const isIn = ([x, y]: Position) => x >= west && x <= east && y >= south && y <= north;
  if (ring.some(isIn)) return true;
  // Neither holds a corner of the other, or the box lies within.
  return ring.some((to, i) => i > 0 && crosses(ring[i - 1]!, to, [west, south, east, north])) || holds(ring, [west, south]);
}

/** Whether a step has a part in the box (Liang and Barsky). */
function crosses([ax, ay]: Position, [bx, by]: Position, [west, south, east, north]: Box): boolean {
  let [from, to] = [0, 1];
  for (const [delta, room] of [
    [ax - bx, ax - west],
    [bx - ax, east - ax],
    [ay - by, ay - south],
    [by - ay, north - ay],
  ] as const) {
    if (delta === 0) {
      if (room < 0) return false;
    } else if (delta < 0) from = Math.max(from, room / delta);
    else to = Math.min(to, room / delta);
  }
  return from <= to;
}

function holds(ring: Ring, [x, y]: Position): boolean {
  let inside = false;
  ring.forEach(([bx, by], i) => {
    const [ax, ay] = ring[i === 0 ? ring.length - 1 : i - 1]!;
    if (ay > y !== by > y && x < ax + ((bx - ax) * (y - ay)) / (by - ay)) inside = !inside;
  });
  return inside;
}
