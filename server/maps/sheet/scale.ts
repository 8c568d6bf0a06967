/** The scale of a sheet: a bar that is true along the middle parallel, and how far from true it is elsewhere. */
import type { PrintLang } from '../../contract/languages.ts';
import type { Paper } from '../../contract/maps/paper.ts';
import { say, sayNumber } from '../../words/words.ts';
import { scaleAlong, type Projection } from './projection.ts';
import type { SheetView } from './shapes.ts';
import { ltr, partsOf, type Part } from './text.ts';

export interface SheetScale {
  /** Of the bar. */
  km: number;
  /** Points. */
  width: number;
  /** The scale as 1 : n, in two figures. */
  ratio: number;
  /** How much longer or shorter than the bar says a distance may be elsewhere: 0.05 is 5 %. */
  error: number;
}

/** Beyond this a scale in numbers would be false precision. */
const TRUE_ENOUGH = 0.05;
const POINTS_A_METRE = 72 / 0.0254;

/**
 * @param most points that the bar may take
 * @param share of the map's width that it may take at most
 */
export function scaleOf(view: SheetView, most: number, share = 1 / 3): SheetScale {
  const { projection, box } = view;
  const [west, south, east, north] = box;
  const middle = { lon: (west + east) / 2, lat: (south + north) / 2 };
  const own = scaleAlong(projection, middle.lon, middle.lat);
  const pointsPerKm = 1000 * view.scale * own;
  const room = Math.min(most, view.width * share) / pointsPerKm;
  const power = 10 ** Math.floor(Math.log10(room));
  const km = ([5, 2, 1].find((step) => step * power <= room) ?? 1) * power;
  const others = [south, middle.lat, north].flatMap((lat) => [west, middle.lon, east].map((lon) => scaleAlong(projection, lon, lat)));
  // Equal in area: what is longer from west to east is shorter from south to north.
  const error = Math.max(...others.flatMap((each) => [Math.abs(each / own - 1), Math.abs(1 / each / own - 1)]));
  return { km, width: km * pointsPerKm, ratio: Number((POINTS_A_METRE / (view.scale * own)).toPrecision(2)), error };
}

/** What the bar holds for, in words. */
export function scaleNote({ ratio, error }: SheetScale, paper: Paper, lang: PrintLang): Part[] {
  const percent = sayNumber(Math.max(1, Math.round(error * 100)), lang);
  if (error > TRUE_ENOUGH) return partsOf(say(lang, 'sheet.scale.error', { percent }));
  return partsOf(`${say(lang, 'sheet.scale', { ratio: ltr(`1 : ${sayNumber(ratio, lang)}`), paper: ltr(paper) })}. ${say(lang, 'sheet.scale.middle')}`);
}

/** Kind, centre and parallels. */
export function projectionText({ kind, lon0, lat0, parallels }: Projection, lang: PrintLang): string {
  const degrees = (value: number, letters: readonly [string, string]) => ltr(`${Math.abs(Math.round(value * 10) / 10)}°${value < 0 ? letters[1] : letters[0]}`);
  const lat = (value: number) => degrees(value, ['N', 'S']);
  const lon = degrees(((((lon0 + 180) % 360) + 360) % 360) - 180, ['E', 'W']);
  const [first = lat0, second = lat0] = parallels;
  return say(lang, `sheet.projection.${kind}`, { first: lat(first), second: lat(second), lat: lat(lat0), lon });
}
