/** The country as a GIS officer would know it: units with codes, names and areas on every level, and their shared borders. */
import { createBorderNet, traceArcs, traceRings, type Arc, type Micro, type Rings } from './borders.ts';
import { createMesh } from './mesh.ts';
import { COUNTRY, fold, nameSiblings, type PlaceName } from './names.ts';
import { createRandom } from './random.ts';
import { deepestCells, depthInside, divide, levelSizes } from './regions.ts';
import { createTerrain } from './terrain.ts';

export interface CountryOptions {
  /** Units on the deepest level: 20 to 100,000. */
  units: number;
  seed: number;
  /** Deepest admin level, 1 to 4. */
  levels: number;
  /** Cells that the least country is made of: the fewer, the plainer its borders and the less there is to read. */
  cells?: number;
}

export interface SampleUnit {
  level: number;
  /** Row in its level, in the order of P-codes. */
  row: number;
  /** Row of the parent in the level above; -1 for the country. */
  parent: number;
  pcode: string;
  name: PlaceName;
  /** EPSG:6933. */
  areaSqKm: number;
  /** Well inside the unit: the innermost cell. */
  center: [lon: number, lat: number];
  /** The town its capital is. */
  capital: [lon: number, lat: number];
  /** Lies inside one other unit. */
  enclave: boolean;
}

export interface SampleLevel {
  level: number;
  units: SampleUnit[];
  /** Rings of row i, grouped into polygons (shell first), as numbers of `rings`. */
  polygons: number[][][];
  rings: Rings;
}

export interface Country {
  iso2: string;
  iso3: string;
  name: PlaceName;
  levels: SampleLevel[];
  /** Borders of the deepest level; left and right are rows of it, -1 the sea or a lake. */
  arcs: Arc[];
  /** Holes of the country. */
  lakes: { at: [lon: number, lat: number]; areaSqKm: number }[];
  /** People of each deepest unit, relative. */
  weight: Float64Array;
  /** Share of the weight that lives in towns, 0 to 1. */
  urban: Float64Array;
}

/** Borders as detailed as those of a small country's files. */
const LEAST_CELLS = 40_000;
const AREA_KM2 = 300_000;
const RADIUS_KM = 520;
/** Open Atlantic south of the Gulf of Guinea: no land lies under the invented one. */
const MIDDLE = { lon: -7.5, lat: -3.4 };
const MICRO = 1e6;

/** Builds the country. The same options give the same country on every machine. */
export function createCountry({ units, seed, levels, cells = LEAST_CELLS }: CountryOptions, onProgress: (stage: string) => void = () => {}): Country {
  const wanted = Math.min(900_000, Math.max(cells, 30 * units));
  const spacing = Math.sqrt(AREA_KM2 / wanted / 0.866);
  const mesh = createMesh(2.1 * RADIUS_KM, 2.1 * RADIUS_KM, spacing, seed);
  onProgress('land');
  const terrain = createTerrain(mesh, seed, AREA_KM2, RADIUS_KM);
  onProgress('units');
  const regions = divide(mesh, terrain, levelSizes(units, levels), seed);
  onProgress('borders');
  const depth = units > 20_000 ? { coast: 2, inland: 1 } : units > 4000 ? { coast: 3, inland: 2 } : { coast: 4, inland: 3 };
  const kmPerLon = 111.32 * Math.cos((MIDDLE.lat * Math.PI) / 180);
  const projection = {
    lon: (x: number): Micro => Math.round((MIDDLE.lon + x / kmPerLon) * MICRO),
    lat: (y: number): Micro => Math.round((MIDDLE.lat + y / 110.574) * MICRO),
  };
  const deepest = regions.at(-1)!.of;
  const net = createBorderNet(mesh, deepest, terrain.river, projection, depth, seed);
  const built = regions.map((region) => ({ ...region, rings: traceRings(mesh, region.of, net) }));
  onProgress('names');
  const tree = nameAndCode(built, seed);
  const place = (cell: number): [number, number] => [projection.lon(mesh.x[cell]!) / MICRO, projection.lat(mesh.y[cell]!) / MICRO];
  const sampleLevels = built.map((region, level): SampleLevel => {
    const { order, pcodes, names } = tree[level]!;
    const rowOf = invert(order);
    const parentRow = level > 0 ? invert(tree[level - 1]!.order) : undefined;
    const inside = depthInside(mesh, terrain, region.of);
    const center = deepestCells(region, inside);
    const capital = center.slice();
    for (let cell = 0; cell < mesh.cells; cell++) {
      const unit = region.of[cell]!;
      // The densest place that is not on the border.
      const worth = (at: number) => terrain.density[at]! * (inside[at]! > 2 ? 1 : 0.2);
      if (unit !== -1 && worth(cell) > worth(capital[unit]!)) capital[unit] = cell;
    }
    const polygons = groupRings(region.rings, order.length, rowOf);
    const enclaves = new Set(region.enclaves);
    const rows = [...order].map((unit, row): SampleUnit => ({
      level,
      row,
      parent: parentRow ? parentRow[region.parents[unit]!]! : -1,
      pcode: pcodes[unit]!,
      name: names[unit]!,
      areaSqKm: polygons[row]!.flat().reduce((sum, ring) => sum + ringArea(region.rings, ring), 0),
      center: place(center[unit]!),
      capital: place(capital[unit]!),
      enclave: enclaves.has(unit),
    }));
    return { level, units: rows, polygons, rings: region.rings };
  });
  const rowOf = invert(tree.at(-1)!.order);
  const weight = new Float64Array(rowOf.length);
  const town = new Float64Array(rowOf.length);
  for (let cell = 0; cell < mesh.cells; cell++) {
    if (deepest[cell] === -1) continue;
    const people = terrain.density[cell]! ** 1.5;
    weight[rowOf[deepest[cell]!]!]! += people;
    if (terrain.density[cell]! > 3) town[rowOf[deepest[cell]!]!]! += people;
  }
  const arcs = traceArcs(mesh, deepest, net).map((arc) => ({
    ...arc,
    left: arc.left === -1 ? -1 : rowOf[arc.left]!,
    right: arc.right === -1 ? -1 : rowOf[arc.right]!,
  }));
  const { polygons, rings } = sampleLevels[0]!;
  const lakes = polygons[0]!
    .flatMap(([, ...holes]) => holes)
    .map((ring) => {
      const at = 2 * rings.offsets[ring]!;
      return { at: [rings.coords[at]! / MICRO, rings.coords[at + 1]! / MICRO] as [number, number], areaSqKm: -ringArea(rings, ring) };
    });
  return { ...COUNTRY, levels: sampleLevels, arcs, lakes, weight, urban: town.map((value, row) => value / weight[row]!) };
}

function invert(order: Int32Array): Int32Array {
  const at = new Int32Array(order.length);
  order.forEach((unit, row) => (at[unit] = row));
  return at;
}

interface Named {
  /** Unit of each row. */
  order: Int32Array;
  /** By unit. */
  pcodes: string[];
  names: PlaceName[];
}

/** Names by parent, then codes: siblings numbered by name, as wide as the largest group of siblings needs (specification, P-codes). */
function nameAndCode(regions: { parents: Int32Array; of: Int32Array }[], seed: number): Named[] {
  const tree: Named[] = [{ order: Int32Array.of(0), pcodes: [COUNTRY.iso2], names: [COUNTRY.name] }];
  for (let level = 1; level < regions.length; level++) {
    const { parents } = regions[level]!;
    const above = tree[level - 1]!;
    const random = createRandom(seed, 200 + level);
    const children: number[][] = above.pcodes.map(() => []);
    parents.forEach((parent, unit) => children[parent]!.push(unit));
    const width = String(Math.max(level === 1 ? 10 : 1, ...children.map((list) => list.length))).length;
    const pcodes: string[] = [];
    const names: PlaceName[] = [];
    const order: number[] = [];
    const elsewhere: PlaceName[] = [];
    for (const parent of above.order) {
      const list = children[parent]!;
      const given = nameSiblings(random, list.length, level > 1 ? above.names[parent]! : null, elsewhere);
      list.forEach((unit, i) => (names[unit] = given[i]!));
      list.sort((a, b) => (fold(names[a]![0]) < fold(names[b]![0]) ? -1 : 1));
      list.forEach((unit, i) => {
        pcodes[unit] = above.pcodes[parent]! + String(i + 1).padStart(width, '0');
        order.push(unit);
      });
    }
    tree.push({ order: Int32Array.from(order), pcodes, names });
  }
  return tree;
}

/** Shells and holes of each row; a hole goes to the shell around it. */
function groupRings(rings: Rings, count: number, rowOf: Int32Array): number[][][] {
  const shells: number[][][] = Array.from({ length: count }, () => []);
  const holes: number[] = [];
  rings.unit.forEach((unit, ring) => {
    if (signedArea(rings, ring) > 0) shells[rowOf[unit]!]!.push([ring]);
    else holes.push(ring);
  });
  for (const hole of holes) {
    const own = shells[rowOf[rings.unit[hole]!]!]!;
    const [x, y] = [rings.coords[2 * rings.offsets[hole]!]!, rings.coords[2 * rings.offsets[hole]! + 1]!];
    const shell = own.length === 1 ? own[0]! : own.find(([outer]) => contains(rings, outer!, x, y))!;
    shell.push(hole);
  }
  // The largest part first: what a reader of the file sees as the unit.
  for (const list of shells) list.sort((a, b) => signedArea(rings, b[0]!) - signedArea(rings, a[0]!));
  return shells;
}

function signedArea({ coords, offsets }: Rings, ring: number): number {
  let sum = 0;
  const [x0, y0] = [coords[2 * offsets[ring]!]!, coords[2 * offsets[ring]! + 1]!];
  for (let v = offsets[ring]!; v < offsets[ring + 1]! - 1; v++) {
    sum += (coords[2 * v]! - x0) * (coords[2 * v + 3]! - y0) - (coords[2 * v + 2]! - x0) * (coords[2 * v + 1]! - y0);
  }
  return sum / 2;
}

function contains({ coords, offsets }: Rings, ring: number, x: number, y: number): boolean {
  let inside = false;
  for (let v = offsets[ring]!; v < offsets[ring + 1]! - 1; v++) {
    const [ax, ay, bx, by] = [coords[2 * v]!, coords[2 * v + 1]!, coords[2 * v + 2]!, coords[2 * v + 3]!];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}

const A = 6378137;
const F = 1 / 298.257223563;
const E2 = F * (2 - F);
const E = Math.sqrt(E2);

/** Millionths of a degree → metres north in EPSG:6933 (Snyder 10-15, standard parallel 30°). */
function northing(lat: number): number {
  const s = Math.sin((lat * Math.PI) / 180 / MICRO);
  return ((1 - E2) * (s / (1 - E2 * s * s) - Math.log((1 - E * s) / (1 + E * s)) / (2 * E)) * A) / (2 * K0);
}
const K0 = Math.cos(Math.PI / 6) / Math.sqrt(1 - E2 / 4);

/** km² in EPSG:6933, positive for a shell, negative for a hole. */
function ringArea({ coords, offsets }: Rings, ring: number): number {
  const first = offsets[ring]!;
  const x0 = coords[2 * first]!;
  const y0 = northing(coords[2 * first + 1]!);
  let sum = 0;
  let [px, py] = [0, 0];
  for (let v = first + 1; v < offsets[ring + 1]!; v++) {
    const x = coords[2 * v]! - x0;
    const y = northing(coords[2 * v + 1]!) - y0;
    sum += px * y - x * py;
    [px, py] = [x, y];
  }
  return (sum / 2) * ((A * K0 * Math.PI) / 180 / MICRO) * 1e-6;
}
