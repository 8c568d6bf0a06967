/** Makes data/disclaimers/areas.json: where notes of a publisher are asked for (data/disclaimers/README.md). Run by hand when its sources change: `node scripts/disclaimers.ts`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { arcsOf, join, type Ground, type Position } from '../server/contract/maps/ground.ts';
import type { DisclaimerKey } from '../server/contract/maps/disclaimers.ts';
import { simplify } from '../server/ground/clip.ts';
import { CLAIMS } from './basemap/claims.ts';

const FILE = fileURLToPath(new URL('../data/disclaimers/areas.json', import.meta.url));
const ground = JSON.parse(readFileSync(new URL('../data/basemap/near.topojson', import.meta.url), 'utf8')) as Ground;
const arcs = arcsOf(ground);

type Ring = Position[];
type Areas = Partial<Record<DisclaimerKey, Ring[]>>;

/** Degrees; extents are looked at with a margin that is wider. */
const COARSE = 0.04;
const KM = 1 / 111.2;
const BESIDE = 20 * KM;

const round = (ring: readonly Position[]): Ring => ring.map(([x, y]): Position => [Math.round(x * 100) / 100, Math.round(y * 100) / 100]);
const shapes = (iso3: string): Ring[] =>
  ground.objects.land.geometries.filter(({ id }) => id === iso3).flatMap((part) => part.arcs.map(([shell]) => join(arcs, shell!)));

/** Outlines of a country or of what of it lies in a box; islands too small to have one, as boxes. */
function outlines(iso3: string, [west, south, east, north]: Ground['box'] = [-180, -90, 180, 90]): Ring[] {
  const within = shapes(iso3).filter((ring) => ring.every(([x, y]) => x >= west && x <= east && y >= south && y <= north));
  if (within.length === 0) throw new Error(`Natural Earth has no ${iso3} there`);
  return within.map((ring) => {
    const drawn = round(simplify(ring, COARSE));
    return drawn.length > 4 ? drawn : boxOf(ring);
  });
}

/** All islands of a territory as one box each: an extent that is between them is one of theirs. */
const boxed = (...iso3s: string[]): Ring[] => iso3s.map((iso3) => boxOf(shapes(iso3).flat()));

function boxOf(ring: readonly Position[]): Ring {
  const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)];
  return box(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys));
}
const box = (west: number, south: number, east: number, north: number): Ring => round([[west, south], [east, south], [east, north], [west, north], [west, south]]); // prettier-ignore

/** The line between two countries, as the fine atlas has it. */
function between(a: string, b: string): Position[][] {
  const of = (iso3: string) =>
    new Set(ground.objects.land.geometries.filter(({ id }) => id === iso3).flatMap((part) => part.arcs.flat(2).map((arc) => (arc < 0 ? ~arc : arc))));
  const [first, second] = [of(a), of(b)];
  return [...first].filter((arc) => second.has(arc)).map((arc) => arcs[arc]!);
}

/** What lies within a distance of a line: a box along each of its steps, longer by the distance at both ends. */
const beside = (line: readonly Position[], reach: number): Ring[] =>
  simplify(line, 0.08).slice(1).map(([bx, by], i) => {
    const [ax, ay] = simplify(line, 0.08)[i]!;
    const narrow = Math.cos((ay * Math.PI) / 180);
    const length = Math.hypot((bx - ax) * narrow, by - ay);
    const [ux, uy] = [((bx - ax) * narrow) / length, (by - ay) / length];
    const corner = (x: number, y: number, along: number, across: number): Position => [
      x + (along * ux - across * uy) / narrow,
      y + along * uy + across * ux,
    ];
    return closed([corner(ax, ay, -reach, reach), corner(ax, ay, -reach, -reach), corner(bx, by, reach, -reach), corner(bx, by, reach, reach)]);
  }); // prettier-ignore

const closed = (ring: readonly Position[]): Ring => round([...ring, ring[0]!]);
const part = (line: readonly Position[], [west, south, east, north]: Ground['box']) =>
  line.filter(([x, y]) => x >= west && x <= east && y >= south && y <= north);
const [sudan] = between('SDN', 'SSD');
const [tibet] = between('CHN', 'IND').filter((line) => line.some(([x]) => x > 96));

export const areas: Required<Areas> = {
  'sudan-south-sudan': beside(sudan!, BESIDE),
  // North of the border as Natural Earth has it, up to 10°10'N.
  abyei: [closed([...part(sudan!, [27.87, 9, 28.98, 10]).toSorted(([a], [b]) => a - b), [28.98, 10.16], [27.82, 10.16]])],
  'jammu-kashmir': [
    closed(
      simplify(
        [
          ...CLAIMS.kashmirWest.toReversed(),
          [74.5, 37.1],
          [75.4, 36.95],
          [75.95, 36.46],
          ...CLAIMS.shaksgam,
          [77.8, 35.5],
          ...CLAIMS.aksaiChin.toReversed(),
          [79.2, 32.75],
          [78.39, 32.52],
          ...CLAIMS.kashmirSouth,
          [74.6, 32.75],
        ],
        COARSE,
      ),
    ),
  ],
  'falkland-malvinas': [...outlines('FLK').map(boxOf), ...boxed('SGS')],
  'non-self-governing': [
    ...outlines('ESH'),
    ...boxed('AIA', 'BMU', 'VGB', 'CYM', 'FLK', 'MSR', 'TCA', 'VIR', 'GIB', 'ASM', 'GUM', 'NCL', 'PCN', 'PYF'),
    // Saint Helena, Ascension and Tristan da Cunha lie 3,800 km apart.
    ...outlines('SHN').map(boxOf),
    // Tokelau is not in the atlas.
    box(-172.6, -9.5, -171.1, -8.5),
  ],
  kosovo: outlines('XKX'),
  'western-sahara': outlines('ESH'),
  'aksai-chin': [closed(simplify([...CLAIMS.aksaiChin, [78.9, 34.4], [78.75, 33.6]], COARSE))],
  arunachal: [closed(simplify([...CLAIMS.arunachal.toReversed(), ...part(tibet!, [91.6, 27.7, 97.4, 29.5]).toSorted(([a], [b]) => b - a)], COARSE))],
  // Between 22°N and the line of administration, and Bir Tawil south of it; drawn by hand, since no source has them.
  'hala-ib': [
    closed([
      [33.17, 22],
      [33.55, 21.72],
      [34.08, 22],
      [34.15, 22.25],
      [34.7, 22.3],
      [35.55, 23.15],
      [36.9, 22],
    ]),
  ],
  ilemi: [closed([...CLAIMS.ilemi, [34.0, 4.25], [34.4, 4.85], [35.3, 5.5], [35.85, 5.35], [35.95, 4.75]])],
  golan: [closed([...CLAIMS.golan, ...part(between('ISR', 'SYR')[0]!, [35, 32, 36, 34])])],
  palestine: outlines('PSE'),
  crimea: outlines('UKR', [32, 44, 36.8, 46.4]),
};

/** What the file holds; it is compared with it by a test. */
export const text = (): string =>
  `{\n${Object.entries(areas).map(([key, rings]) => `${JSON.stringify(key)}: ${JSON.stringify(rings)}`).join(',\n')}\n}\n`; // prettier-ignore

if (import.meta.main) writeFileSync(FILE, text());
