/**
 * Metres on the WGS 84 ellipsoid near one place: cylindrical equal-area with its standard parallel through that place.
 * Areas are exact everywhere (the same as in EPSG:6933); lengths are right at the place's latitude, which is where findings are.
 */
const A = 6_378_137;
const E2 = 0.006_694_379_990_141_316;
const E = Math.sqrt(E2);
const RAD = Math.PI / 180;

export interface Frame {
  lon: number;
  lat: number;
  /** Metres for one degree of longitude, anywhere in the frame. */
  kx: number;
  /** a² / 2 / radius of the parallel: metres northwards for one unit of the authalic function. */
  ky: number;
  q0: number;
}

export function frameAt(lon: number, lat: number): Frame {
  const bounded = Math.max(-89.9, Math.min(89.9, lat));
  const sin = Math.sin(bounded * RAD);
  const parallel = (A * Math.cos(bounded * RAD)) / Math.sqrt(1 - E2 * sin * sin);
  return { lon, lat: bounded, kx: parallel * RAD, ky: (A * A) / 2 / parallel, q0: authalic(bounded) };
}

export const toX = (frame: Frame, lon: number) => (lon - frame.lon) * frame.kx;
export const toY = (frame: Frame, lat: number) => (authalic(lat) - frame.q0) * frame.ky;

/** Snyder, Map Projections, 3-12. */
function authalic(lat: number): number {
  const sin = Math.sin(lat * RAD);
  return (1 - E2) * (sin / (1 - E2 * sin * sin) - Math.log((1 - E * sin) / (1 + E * sin)) / (2 * E));
}
