/** At which zoom each admin level is shown when the reader has not chosen one. Pure. */

export interface LevelUnits {
  level: number;
  units: number;
}

export interface LevelRange {
  level: number;
  /** First zoom at which the tiles hold the level. */
  available: number;
  minzoom: number;
  /** Zoom at which the next level takes over; 24 for the deepest. */
  maxzoom: number;
}

type Bbox = readonly [number, number, number, number];

/** A typical unit must be about this wide on screen before its level is worth showing. */
const UNIT_PIXELS = 85;
/** Share of a bounding box that a country usually fills. */
const FILL = 0.55;
const MAX_ZOOM = 24;

/**
 * The level for each zoom, so that units are neither crowded nor empty.
 * @param available first zoom at which the tiles hold a level, by level
 */
export function toLevelRanges(levels: readonly LevelUnits[], bbox: Bbox, available: ReadonlyMap<number, number>): LevelRange[] {
  const shown = levels.filter(({ level, units }) => level > 0 && units > 0 && available.has(level)).sort((a, b) => a.level - b.level);
  const area = Math.max(1e-12, (mercatorX(bbox[2]) - mercatorX(bbox[0]) + (bbox[2] < bbox[0] ? 1 : 0)) * (mercatorY(bbox[1]) - mercatorY(bbox[3]))) * FILL;
  const starts = shown.map(({ level, units }, i) => {
    // World pixels at zoom z are 512 · 2^z, so a unit is sqrt(area / units) · 512 · 2^z wide.
    const comfortable = Math.log2(UNIT_PIXELS / (512 * Math.sqrt(area / units)));
    return i === 0 ? 0 : Math.max(available.get(level)!, Math.min(comfortable, MAX_ZOOM - 1));
  });
  for (let i = 1; i < starts.length; i++) starts[i] = Math.max(starts[i]!, starts[i - 1]! + 0.5);
  return shown.map(({ level }, i) => ({ level, available: available.get(level)!, minzoom: starts[i]!, maxzoom: starts[i + 1] ?? MAX_ZOOM }));
}

/**
 * The ranges where a reader has chosen one level. It is shown wherever the tiles hold it; farther out, where they do not,
 * the deepest level above it that they hold, because an empty map would say that there is nothing.
 */
export function chosenRanges(ranges: readonly LevelRange[], level: number): LevelRange[] {
  const upTo = ranges.filter((range) => range.level <= level);
  let end = MAX_ZOOM;
  const chosen: LevelRange[] = [];
  for (const range of upTo.toReversed()) {
    const minzoom = range === upTo[0] ? 0 : range.available;
    if (minzoom >= end) continue;
    chosen.unshift({ ...range, minzoom, maxzoom: end });
    end = minzoom;
  }
  return chosen;
}

/** The level that `ranges` show at `zoom`; 0 where a country has no lower level. */
export function levelAt(ranges: readonly LevelRange[], zoom: number): number {
  let level = ranges[0]?.level ?? 0;
  for (const range of ranges) if (zoom >= range.minzoom) level = range.level;
  return level;
}

/** Web Mercator, 0 … 1 from west to east and from north to south, as tiles count. */
export function mercatorX(lon: number): number {
  return (lon + 180) / 360;
}

export function mercatorY(lat: number): number {
  const clamped = Math.max(-85.0511, Math.min(85.0511, lat));
  return 0.5 - Math.log(Math.tan(Math.PI / 4 + (clamped * Math.PI) / 360)) / (2 * Math.PI);
}
