/** Lengths on the WGS 84 ellipsoid, near a place: metres for each degree there. */

const SEMI_MAJOR_M = 6_378_137;
const E2 = 0.00669437999014;
const RADIANS = Math.PI / 180;

/** Metres in a degree of longitude (`kx`) and of latitude (`ky`) at a latitude: radii of curvature of the prime vertical and of the meridian. */
export function scaleAt(lat: number): { kx: number; ky: number } {
  const s = Math.sin(lat * RADIANS);
  const w = 1 - E2 * s * s;
  const normal = SEMI_MAJOR_M / Math.sqrt(w);
  return { kx: Math.max(1e-6, normal * Math.cos(lat * RADIANS)) * RADIANS, ky: ((normal * (1 - E2)) / w) * RADIANS };
}

/** Longer ways are measured in parts: at the latitude of the middle a way of 25 km is right to a millionth. */
const PART_DEGREES = 0.25;

/** Metres of the way that is straight in degrees. */
export function metresOf(ax: number, ay: number, bx: number, by: number): number {
  const parts = Math.max(1, Math.ceil(Math.max(Math.abs(bx - ax), Math.abs(by - ay)) / PART_DEGREES));
  let sum = 0;
  for (let i = 0; i < parts; i++) {
    const { kx, ky } = scaleAt(ay + ((by - ay) * (i + 0.5)) / parts);
    sum += Math.hypot(((bx - ax) / parts) * kx, ((by - ay) / parts) * ky);
  }
  return sum;
}
