/** The ground of the whole Earth as it comes with the program (data/basemap/README.md). Read when it is needed first. */
import { readFileSync } from 'node:fs';
import type { Ground, GroundPlace } from '../contract/maps/ground.ts';

export interface Atlas {
  /** At 1:50 million, with lakes. */
  world: Ground;
  /** At 1:10 million, without. */
  near: Ground;
  /** By region (alpha-2): capital and largest towns. */
  places: Record<string, GroundPlace[]>;
}

const textOf = (name: string) => readFileSync(new URL(`../../data/basemap/${name}`, import.meta.url), 'utf8');
const read = (name: string): unknown => JSON.parse(textOf(name));

/** The file of the world as it is served. */
export const worldText = (): string => textOf('world.topojson');

/** Of the process, whoever opens it: pictures, sheets and ingest draw from the same files. */
const kept: Partial<Pick<Atlas, 'world' | 'places'>> = {};

/** Nothing is kept of what was not asked for: the near one alone takes 60 MB once it is read. */
export function openAtlas(): Atlas {
  return {
    get world() {
      return (kept.world ??= read('world.topojson') as Ground);
    },
    get near() {
      return read('near.topojson') as Ground;
    },
    get places() {
      return (kept.places ??= read('places.json') as Atlas['places']);
    },
  };
}
