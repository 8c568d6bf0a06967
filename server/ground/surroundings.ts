/** What is cut for one country, and what is said of its outline by it. */
import { gzipSync } from 'node:zlib';
import { arcsOf, GROUND_LINES, groundLinesOf, linesOf, type Ground, type GroundLine, type Position } from '../contract/maps/ground.ts';
import type { Box } from '../geometry/box.ts';
import type { Atlas } from './atlas.ts';
import { cutGround } from './cut.ts';
import { createEdgeAt, type EdgeAt } from './edges.ts';

export interface Surroundings {
  ground: Ground;
  edgeAt: EdgeAt;
}

/** Of a country (alpha-3), the region of CLDR (alpha-2). */
export type RegionOf = (iso3: string) => string | null;

export function cutFor(atlas: Atlas, source: Ground['source'], { country, box, regionOf }: { country: string; box: Box; regionOf: RegionOf }): Ground {
  const named = new Set(atlas.world.names.map(([region]) => region));
  return cutGround(atlas, source, {
    country,
    box,
    regionOf,
    isNamed: (iso3) => named.has(regionOf(iso3) ?? ''),
    weigh: (text) => gzipSync(text).length,
  });
}

/** The fine ground of a country that the atlas knows; null of an invented one, which has no neighbours. */
export function surroundingsOf(atlas: Atlas, about: { country: string; box: Box; regionOf: RegionOf }): Surroundings | null {
  if (!atlas.world.objects.land.geometries.some(({ id }) => id === about.country)) return null;
  const ground = cutFor(atlas, '10m', about);
  return { ground, edgeAt: createEdgeAt(groundLines(ground)) };
}

/** All lines of a ground as positions, those of the country among them. */
export function groundLines(ground: Ground): Record<GroundLine, Position[][]> {
  const arcs = arcsOf(ground);
  const of = (kind: GroundLine) => {
    const { arcs: lines, own = [] } = groundLinesOf(ground, kind);
    return linesOf([...lines, ...own], arcs, ground.box);
  };
  return Object.fromEntries(GROUND_LINES.map((kind) => [kind, of(kind)])) as Record<GroundLine, Position[][]>;
}
