/** Which hole lies in which shell. */
import { ringArea2 } from './rings.ts';
import type { Places } from '../ground/side.ts';

/** Vertices, not closed; `area2` is twice the area, positive where it goes round counter-clockwise. */
export interface NestRing {
  ids: number[];
  area2: number;
}

/** Polygons of shell and holes, the first part first in the order of the rings. */
export function nestRings(places: Places, rings: number[][]): number[][][] {
  const measured = rings.map((ids): NestRing => ({ ids, area2: ringArea2(places, ids) }));
  const shells = measured.filter(({ area2 }) => area2 > 0);
  const holesOf = new Map(shells.map((shell): [NestRing, number[][]] => [shell, []]));
  for (const hole of measured) {
    if (hole.area2 >= 0) continue;
    const around = smallestAround(places, shells, hole);
    if (around) holesOf.get(around)!.push(hole.ids);
  }
  return shells.map((shell) => [shell.ids, ...holesOf.get(shell)!]);
}

/** The smallest shell around a hole; undefined where there is none. */
export function smallestAround<T extends NestRing>(places: Places, shells: T[], hole: NestRing): T | undefined {
  const { x, y } = places;
  const [a, b] = [hole.ids[0]!, hole.ids[1] ?? hole.ids[0]!];
  // They share vertices at most, so the middle of a side of the hole decides.
  const px = (x[a]! + x[b]!) / 2;
  const py = (y[a]! + y[b]!) / 2;
  let best: T | undefined;
  for (const shell of shells) {
    if (shell.area2 < -hole.area2 || (best && best.area2 <= shell.area2)) continue;
    let inside = false;
    for (let i = 0, j = shell.ids.length - 1; i < shell.ids.length; j = i++) {
      const [ay, by] = [y[shell.ids[j]!]!, y[shell.ids[i]!]!];
      if (ay > py !== by > py && px < ((x[shell.ids[i]!]! - x[shell.ids[j]!]!) * (py - ay)) / (by - ay) + x[shell.ids[j]!]!) inside = !inside;
    }
    if (inside) best = shell;
  }
  return best;
}
