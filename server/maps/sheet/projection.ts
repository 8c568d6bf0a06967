/**
 * The projection of a printed map: equal-area always, chosen by shape and latitude of what is shown. Web Mercator, right for tiles, draws
 * Ukraine's north 1.37 times too large against its south. Formulas: Snyder, Map Projections (USGS PP 1395, 1987), chapters 10, 14 and 24, on
 * the authalic sphere of WGS 84, so that areas are those of the ellipsoid.
 */
export type ProjectionKind = 'cylindrical' | 'albers' | 'azimuthal';

export interface Projection {
  kind: ProjectionKind;
  /** Degrees: of the middle meridian; of the centre; standard parallels (none, one or two). */
  lon0: number;
  lat0: number;
  parallels: number[];
  /** Longitude and latitude in degrees → metres east and north of the centre. */
  project: (lon: number, lat: number) => readonly [x: number, y: number];
}

export type Box = readonly [west: number, south: number, east: number, north: number];

const E2 = 0.0066943799901413165;
const E = Math.sqrt(E2);
const A = 6_378_137;
const RAD = Math.PI / 180;

/** Snyder 3-12. */
const q = (sin: number) => (1 - E2) * (sin / (1 - E2 * sin * sin) - (1 / (2 * E)) * Math.log((1 - E * sin) / (1 + E * sin)));
const Q_POLE = q(1);
/** Metres: radius of the sphere that has the surface of the ellipsoid (3-13). */
export const RADIUS = A * Math.sqrt(Q_POLE / 2);
/** Sine of the authalic latitude (3-11). */
const sinAuthalic = (lat: number) => Math.max(-1, Math.min(1, q(Math.sin(lat * RAD)) / Q_POLE));

/** Where a map is at most so far from the equator, and wider than tall, a cylinder does: meridians stay upright. */
const TROPICS = 15;
/** Wider than tall by this, a cone along its parallels distorts less than a plane at its centre. */
const WIDE = 1.3;

/** @param box in degrees, east beyond 180 where it crosses the antimeridian */
export function chooseProjection(box: Box): Projection {
  const [west, south, east, north] = box;
  const [lon0, lat0] = [(west + east) / 2, (south + north) / 2];
  const ratio = ((east - west) * Math.cos(lat0 * RAD)) / Math.max(1e-9, north - south);
  const crosses = south < 0 && north > 0;
  if (Math.abs(lat0) <= TROPICS && ratio >= 1) return cylindrical(lon0, lat0);
  if (ratio >= WIDE && !crosses && Math.max(Math.abs(south), Math.abs(north)) < 80) {
    const reach = north - south;
    return albers(lon0, lat0, south + reach / 6, north - reach / 6);
  }
  return azimuthal(lon0, lat0);
}

/** Chapter 10, equal-area, true along the parallel of the middle. */
export function cylindrical(lon0: number, lat0: number): Projection {
  const sin = Math.sin(lat0 * RAD);
  // 10-13: the scale along the parallel that is true.
  const k0 = Math.cos(lat0 * RAD) / Math.sqrt(1 - E2 * sin * sin);
  const y0 = (A * q(sin)) / (2 * k0);
  return {
    kind: 'cylindrical',
    lon0,
    lat0,
    parallels: [lat0],
    project: (lon, lat) => [A * k0 * (lon - lon0) * RAD, (A * q(Math.sin(lat * RAD))) / (2 * k0) - y0],
  };
}

/** Chapter 14, on the ellipsoid. */
export function albers(lon0: number, lat0: number, first: number, second: number): Projection {
  const m = (lat: number) => Math.cos(lat * RAD) / Math.sqrt(1 - E2 * Math.sin(lat * RAD) ** 2);
  const [m1, m2, q0, q1, q2] = [m(first), m(second), q(Math.sin(lat0 * RAD)), q(Math.sin(first * RAD)), q(Math.sin(second * RAD))];
  const n = Math.abs(first - second) < 1e-9 ? Math.sin(first * RAD) : (m1 * m1 - m2 * m2) / (q2 - q1);
  const c = m1 * m1 + n * q1;
  const rho = (of: number) => (A * Math.sqrt(Math.max(0, c - n * of))) / n;
  const rho0 = rho(q0);
  return {
    kind: 'albers',
    lon0,
    lat0,
    parallels: [first, second],
    project: (lon, lat) => {
      const [r, theta] = [rho(q(Math.sin(lat * RAD))), n * (lon - lon0) * RAD];
      return [r * Math.sin(theta), rho0 - r * Math.cos(theta)];
    },
  };
}

/** Chapter 24, oblique, on the ellipsoid; the centre is true. */
export function azimuthal(lon0: number, lat0: number): Projection {
  const sin0 = sinAuthalic(lat0);
  const cos0 = Math.sqrt(1 - sin0 * sin0);
  const m0 = Math.cos(lat0 * RAD) / Math.sqrt(1 - E2 * Math.sin(lat0 * RAD) ** 2);
  // 24-20; at a pole both are nought.
  const d = cos0 < 1e-12 ? 1 : (A * m0) / (RADIUS * cos0);
  return {
    kind: 'azimuthal',
    lon0,
    lat0,
    parallels: [],
    project: (lon, lat) => {
      const sin = sinAuthalic(lat);
      const [cos, turn] = [Math.sqrt(1 - sin * sin), (lon - lon0) * RAD];
      const b = RADIUS * Math.sqrt(2 / Math.max(1e-12, 1 + sin0 * sin + cos0 * cos * Math.cos(turn)));
      return [b * d * cos * Math.sin(turn), (b / d) * (cos0 * sin - sin0 * cos * Math.cos(turn))];
    },
  };
}

/** Where the box lies when it is projected, in metres: its edges are lines of many points. */
export function extentOf({ project }: Projection, [west, south, east, north]: Box): { minX: number; minY: number; maxX: number; maxY: number } {
  const extent = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity };
  const STEPS = 24;
  for (let i = 0; i <= STEPS; i++) {
    const [lon, lat] = [west + ((east - west) * i) / STEPS, south + ((north - south) * i) / STEPS];
    for (const [x, y] of [project(lon, south), project(lon, north), project(west, lat), project(east, lat)]) {
      extent.minX = Math.min(extent.minX, x);
      extent.maxX = Math.max(extent.maxX, x);
      extent.minY = Math.min(extent.minY, y);
      extent.maxY = Math.max(extent.maxY, y);
    }
  }
  return extent;
}

/** Degrees between north and the upper edge at a place. */
export function convergence({ project }: Projection, lon: number, lat: number): number {
  const step = lat > 89 ? -0.01 : 0.01;
  const [[x0, y0], [x1, y1]] = [project(lon, lat), project(lon, lat + step)];
  return (Math.atan2((x1 - x0) * Math.sign(step), (y1 - y0) * Math.sign(step)) * 180) / Math.PI;
}

/** How much longer than true a short line from west to east is drawn there. */
export function scaleAlong({ project }: Projection, lon: number, lat: number): number {
  const step = 0.01;
  const [[x0, y0], [x1, y1]] = [project(lon - step, lat), project(lon + step, lat)];
  const sin = Math.sin(lat * RAD);
  const truth = ((A * Math.cos(lat * RAD)) / Math.sqrt(1 - E2 * sin * sin)) * 2 * step * RAD;
  return Math.hypot(x1 - x0, y1 - y0) / truth;
}
