/**
 * Where the rows of a table are, as its columns say: read plainly, with what looks like a mistake as a doubt, each with its evidence. Nothing is
 * mended here that a person has not said yes to.
 */
import { GEOMETRY_KIND, type GeometryColumn } from '../../contract/admin.ts';
import type { LayerColumn, Mend } from '../../contract/overlays/layer.ts';
import { planCrs, toCode, utmCode, type CrsPlan } from '../../formats/crs/crs.ts';
import { cellText, type Cell } from '../../formats/tables/rawTable.ts';
import { rowVertices } from '../../geometry/ring.ts';
import { columnOf, PLACES } from './columns.ts';
import { readPairs, readPoint, type CoordinateCells } from './coordinates.ts';
import type { Part } from './parts.ts';
import { readWktColumn } from './wkt.ts';

/** The country, as far as reading needs it: null where it has no boundaries here. */
export interface Country {
  /** Whether a place is in the country, or within five kilometres of it. */
  holds: (lon: number, lat: number) => boolean;
  box: readonly [number, number, number, number];
}

export interface SaidOfPlaces {
  mends: Partial<Record<Mend, boolean>>;
  crs: string | undefined;
}

export interface Doubt {
  is: Mend | 'crs';
  /** Rows that it is about. */
  rows: number[];
  /** How many of all rows lie in the country as they are read, and with it. */
  before: number;
  after: number;
  /** Cells as they are written, and as they would be read. */
  samples: [written: string, read: string][];
  /** Places of the first rows, were it mended. */
  points: [number, number][];
  /** Of coordinate systems: those that were tried, best first. */
  systems?: { crs: string; swap: boolean; inside: number; points: [number, number][] }[];
}

export interface Places {
  geometry: GeometryColumn;
  /** Rows with nothing, or nothing that could be read, as coordinates. */
  without: number[];
  /** Rows at 0/0 that a person said are no places. */
  zero: number[];
  doubts: Doubt[];
  mended: (Mend | 'crs')[];
}

const SAMPLE_POINTS = 200;
const SAMPLES = 3;
/** Coordinates are lengths, not degrees, where this share of them lies beyond the poles or the antimeridian. */
const PROJECTED = 0.5;

/** null where no columns say where things are. */
export function readPlaces(part: Part, columns: readonly LayerColumn[], said: SaidOfPlaces, country: Country | null): Places | null {
  const [lon, lat, point, wkt] = PLACES.map((is) => columnOf(columns, is)) as [number, number, number, number];
  const cellsOf = (column: number): readonly Cell[] => part.columns[column]!.cells;
  if (lon >= 0 && lat >= 0) return fromPairs(cellsOf(lon), cellsOf(lat), said, country);
  if (wkt >= 0) return fromWkt(cellsOf(wkt));
  if (point >= 0) {
    const pairs = cellsOf(point).map((cell): Cell[] => readPoint(cell) ?? (cellText(cell) === '' ? [null, null] : [cellText(cell), cellText(cell)]));
    return fromPairs(pairs.map((pair) => pair[1]!), pairs.map((pair) => pair[0]!), said, country); // prettier-ignore
  }
  return null;
}

/** The same of features of a file: their axes, and points at 0/0. */
export function readShapes(geometry: GeometryColumn, { mends }: SaidOfPlaces, country: Country | null): Places {
  const { coords } = geometry;
  const firsts = [...geometry.kinds.keys()].filter((row) => rowVertices(geometry, row)[0] < rowVertices(geometry, row)[1]);
  const x = new Float64Array(geometry.kinds.length);
  const y = new Float64Array(geometry.kinds.length);
  for (const row of firsts) [x[row], y[row]] = [coords[2 * rowVertices(geometry, row)[0]]!, coords[2 * rowVertices(geometry, row)[0] + 1]!];
  const doubts: Doubt[] = [];
  const mended: Places['mended'] = [];
  const written = (row: number) => shown(x[row]!, y[row]!);
  const isZero = (row: number) => geometry.kinds[row] === GEOMETRY_KIND.point && x[row] === 0 && y[row] === 0;
  const zeros = firsts.filter(isZero);
  const cells: CoordinateCells = { x, y, state: [], commas: [], degrees: [] };
  swapAxes(cells, firsts.filter((row) => !isZero(row)), { mends, country, written, doubts, mended, wholeOnly: true }); // prettier-ignore
  if (zeros.length > 0 && mends.zero === undefined) doubts.push(doubtOfZero(zeros, written));
  if (zeros.length > 0 && mends.zero === true) mended.push('zero');
  return {
    geometry: mended.includes('swap') ? { ...geometry, coords: coords.map((_, i) => coords[i ^ 1]!) } : geometry,
    without: [],
    zero: mends.zero === true ? zeros : [],
    doubts,
    mended,
  };
}

const doubtOfZero = (rows: number[], written: (row: number) => string): Doubt => ({
  is: 'zero',
  rows,
  before: 0,
  after: 0,
  samples: rows.slice(0, SAMPLES).map((row) => [written(row), '']),
  points: [],
});

function fromWkt(cells: readonly Cell[]): Places {
  const { geometry } = readWktColumn(cells);
  const without = [...geometry.kinds.keys()].filter((row) => geometry.kinds[row] === GEOMETRY_KIND.none);
  return { geometry, without, zero: [], doubts: [], mended: [] };
}

function fromPairs(lon: readonly Cell[], lat: readonly Cell[], { mends, crs }: SaidOfPlaces, country: Country | null): Places {
  const cells = readPairs(lon, lat, { commas: mends.commas === true, degrees: mends.degrees === true });
  const doubts: Doubt[] = [];
  const mended: Places['mended'] = [];
  const written = (row: number) => [lat[row], lon[row]].map((cell) => cellText(cell ?? null)).join(', ');
  for (const is of ['commas', 'degrees'] as const) {
    if (cells[is].length === 0) continue;
    if (mends[is] === true) mended.push(is);
    else if (mends[is] === undefined) doubts.push(doubtOfWriting(is, cells, written, country));
  }
  const rows = [...cells.state.keys()].filter((row) => cells.state[row] === 'read');
  const isZero = (row: number) => cells.x[row] === 0 && cells.y[row] === 0;
  const zeros = rows.filter(isZero);
  const placed = rows.filter((row) => !isZero(row));
  const system = projectedBy(cells, placed, crs);
  if (system === 'projected') doubts.push(doubtOfSystem(cells, placed, country, written));
  else if (system) {
    mended.push('crs');
    if (mends.swap === true) mended.push('swap');
    toDegrees(cells, placed, system, mends.swap === true);
  } else swapAxes(cells, placed, { mends, country, written, doubts, mended });
  if (zeros.length > 0 && mends.zero === undefined) doubts.push(doubtOfZero(zeros, written));
  const zero = mends.zero === true ? zeros : [];
  if (zero.length > 0) mended.push('zero');
  const isPlaced = new Uint8Array(cells.state.length);
  for (const row of rows) isPlaced[row] = 1;
  for (const row of zero) isPlaced[row] = 0;
  const without = [...cells.state.keys()].filter((row) => cells.state[row] !== 'read');
  return { geometry: toPoints(cells, isPlaced), without, zero, doubts, mended };
}

const countInside = (points: Iterable<readonly [number, number]>, country: Country | null): number => {
  let count = 0;
  if (country) for (const [x, y] of points) count += Number(isDegrees(x, y) && country.holds(x, y));
  return count;
};
const isDegrees = (x: number, y: number) => Math.abs(x) <= 180 && Math.abs(y) <= 90;
const five = (value: number) => String(Number(value.toFixed(5)));
const shown = (x: number, y: number) => `${five(y)}, ${five(x)}`;

function doubtOfWriting(is: 'commas' | 'degrees', cells: CoordinateCells, written: (row: number) => string, country: Country | null): Doubt {
  const own = cells[is];
  const points = own.map((row) => [cells.x[row]!, cells.y[row]!] as [number, number]);
  return {
    is,
    rows: own,
    before: 0,
    after: countInside(points, country),
    samples: own.slice(0, SAMPLES).map((row) => [written(row), shown(cells.x[row]!, cells.y[row]!)]),
    points: points.slice(0, SAMPLE_POINTS),
  };
}

/** The plan of what a person said; `projected` where the numbers are no degrees and nobody said what they are; null where they are degrees. */
function projectedBy({ x, y }: CoordinateCells, rows: readonly number[], crs: string | undefined): Extract<CrsPlan, { kind: 'formula' }> | 'projected' | null {
  if (rows.length === 0) return null;
  const beyond = rows.filter((row) => !isDegrees(x[row]!, y[row]!) && !isDegrees(y[row]!, x[row]!)).length;
  if (beyond <= PROJECTED * rows.length) return null;
  const plan = crs === undefined ? null : planOf(crs);
  return plan && plan.kind === 'formula' ? plan : 'projected';
}

export const planOf = (crs: string): CrsPlan => planCrs({ code: toCode(crs) ?? utmCode(crs), text: toCode(crs) || utmCode(crs) ? null : crs });

function toDegrees(cells: CoordinateCells, rows: readonly number[], plan: Extract<CrsPlan, { kind: 'formula' }>, swap: boolean): void {
  for (const row of rows) {
    const pair = project(plan, cells.x[row]!, cells.y[row]!, swap);
    if (pair) [cells.x[row], cells.y[row]] = pair;
    else cells.state[row] = 'unread';
  }
}

function project(plan: Extract<CrsPlan, { kind: 'formula' }>, x: number, y: number, swap: boolean): [number, number] | null {
  const pair = Float64Array.of(swap ? y : x, swap ? x : y);
  plan.toDegrees(pair);
  return Number.isFinite(pair[0]) && Number.isFinite(pair[1]) ? [pair[0]!, pair[1]!] : null;
}

/** Zones of UTM that the country lies in and one to each side, and the projection of web maps. */
export function systemsOf(country: Country): string[] {
  const [west, south, east, north] = country.box;
  const zone = (lon: number) => Math.floor((lon + 180) / 6) + 1;
  const zones = Array.from({ length: zone(east) - zone(west) + 3 }, (_, i) => zone(west) - 1 + i).filter((each) => each >= 1 && each <= 60);
  const halves = [...(north > 0 ? [32600] : []), ...(south < 0 ? [32700] : [])];
  return [...halves.flatMap((half) => zones.map((each) => `EPSG:${half + each}`)), 'EPSG:3857'];
}

/** Enough rows to tell systems apart. */
const TRIED = 2000;

function doubtOfSystem({ x, y }: CoordinateCells, rows: readonly number[], country: Country | null, written: (row: number) => string): Doubt {
  const step = Math.max(1, Math.floor(rows.length / TRIED));
  const tried = rows.filter((_, i) => i % step === 0);
  const systems = (country ? systemsOf(country) : []).flatMap((crs) =>
    [false, true].flatMap((swap) => {
      const plan = planOf(crs);
      if (plan.kind !== 'formula') return [];
      const points = tried.map((row) => project(plan, x[row]!, y[row]!, swap)).filter((point) => point !== null);
      const inside = countInside(points, country);
      return inside === 0 ? [] : [{ crs, swap, inside: Math.round((inside / tried.length) * rows.length), points: points.slice(0, SAMPLE_POINTS) }];
    }),
  );
  systems.sort((a, b) => b.inside - a.inside);
  return {
    is: 'crs',
    rows: [...rows],
    before: 0,
    after: systems[0]?.inside ?? 0,
    samples: rows.slice(0, SAMPLES).map((row) => [written(row), '']),
    points: [],
    systems: systems.slice(0, 4),
  };
}

interface Swapping {
  mends: Partial<Record<Mend, boolean>>;
  country: Country | null;
  written: (row: number) => string;
  doubts: Doubt[];
  mended: Places['mended'];
  /** Features of a file are exchanged together or not at all. */
  wholeOnly?: boolean;
}

/** All rows where more of them lie in the country with their axes exchanged; else those that lie outside and would lie in it. */
function swapAxes({ x, y }: CoordinateCells, rows: readonly number[], { mends, country, written, doubts, mended, wholeOnly }: Swapping): void {
  if (!country || mends.swap === false) return;
  const inside = (lon: number, lat: number) => isDegrees(lon, lat) && country.holds(lon, lat);
  const isIn = rows.map((row) => inside(x[row]!, y[row]!));
  const isInSwapped = rows.map((row, i) => !isIn[i] && inside(y[row]!, x[row]!));
  const before = isIn.filter(Boolean).length;
  const gained = isInSwapped.filter(Boolean).length;
  if (gained === 0) return;
  const bothWays = rows.filter((row, i) => isIn[i] && inside(y[row]!, x[row]!)).length;
  const isAll = gained + bothWays > before;
  if (!isAll && wholeOnly) return;
  const swapped = isAll ? [...rows] : rows.filter((_, i) => isInSwapped[i]);
  if (mends.swap === true) {
    for (const row of swapped) [x[row], y[row]] = [y[row]!, x[row]!];
    mended.push('swap');
    return;
  }
  doubts.push({
    is: 'swap',
    rows: swapped,
    before,
    after: isAll ? gained + bothWays : before + gained,
    samples: swapped.slice(0, SAMPLES).map((row) => [written(row), shown(y[row]!, x[row]!)]),
    points: swapped.slice(0, SAMPLE_POINTS).map((row) => [y[row]!, x[row]!]),
  });
}

function toPoints({ x, y }: CoordinateCells, isPlaced: Uint8Array): GeometryColumn {
  const rows = new Uint32Array(isPlaced.length + 1);
  for (let row = 0; row < isPlaced.length; row++) rows[row + 1] = rows[row]! + isPlaced[row]!;
  const count = rows.at(-1)!;
  const coords = new Float64Array(2 * count);
  for (let row = 0; row < isPlaced.length; row++) if (isPlaced[row]) coords.set([x[row]!, y[row]!], 2 * rows[row]!);
  const each = Uint32Array.from({ length: count + 1 }, (_, i) => i);
  return { kinds: isPlaced.map((is) => (is ? GEOMETRY_KIND.point : GEOMETRY_KIND.none)), coords, rings: each, polygons: each, rows };
}
