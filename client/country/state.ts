/** URL ⇄ view state of the country map. Pure: the address bar is the only store, so that a link shows what its sender saw. */

/** Centre and zoom as MapLibre takes them. */
export interface MapView {
  lon: number;
  lat: number;
  zoom: number;
}

export interface CountryState {
  /** null: the whole country is fitted. */
  view: MapView | null;
  /** null: the level follows the zoom. */
  level: number | null;
  unit: UnitRef | null;
  /** Language of the names on the map; null: the language of the page. */
  names: string | null;
  /** What is written on the map of a kind that has numbers. */
  print: Print;
  /** null: the current version. */
  version: string | null;
  table: boolean;
}

export const PRINTS = ['names', 'values', 'both', 'none'] as const;
export type Print = (typeof PRINTS)[number];

/** A P-code is unique only within its level. */
export interface UnitRef {
  level: number;
  pcode: string;
}

export const EMPTY_STATE: CountryState = { view: null, level: null, unit: null, names: null, print: 'names', version: null, table: false };

const VERSION = /^v\d{2,}(\.\d{2,})?$/;
const LANGUAGE = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/;

/** Reads the query of an address. What does not parse is left out: an old or mangled link still opens the country. */
export function parseCountryState(query: URLSearchParams): CountryState {
  return {
    view: parseView(query.get('view')),
    level: parseLevel(query.get('level')),
    unit: parseUnit(query.get('unit')),
    names: match(query.get('names'), LANGUAGE),
    print: PRINTS.find((print) => print === query.get('print')) ?? 'names',
    version: match(query.get('version'), VERSION),
    table: query.get('table') === '1',
  };
}

/** Writes the state over `query`, keeping the parameters it does not own (`lang`). Defaults are not written. */
export function formatCountryState(state: CountryState, query = new URLSearchParams()): URLSearchParams {
  const next = new URLSearchParams(query);
  const { view } = state;
  const set = (name: string, value: string | null) => (value === null ? next.delete(name) : next.set(name, value));
  set('view', view && [view.zoom.toFixed(2), view.lat.toFixed(4), view.lon.toFixed(4)].join('/'));
  set('level', state.level === null ? null : String(state.level));
  set('unit', state.unit && `${state.unit.level}:${state.unit.pcode}`);
  set('names', state.names);
  set('print', state.print === 'names' ? null : state.print);
  set('version', state.version);
  set('table', state.table ? '1' : null);
  return next;
}

/** `zoom/lat/lon`, the order OpenStreetMap made familiar. */
function parseView(text: string | null): MapView | null {
  const parts = text?.split('/') ?? [];
  if (parts.length !== 3 || parts.some((part) => part.trim() === '')) return null;
  const [zoom, lat, lon] = parts.map(Number) as [number, number, number];
  const fits = zoom >= 0 && zoom <= 24 && Math.abs(lat) <= 90 && Math.abs(lon) <= 360;
  return fits ? { lon, lat, zoom } : null;
}

function parseLevel(text: string | null): number | null {
  return text && /^[0-5]$/.test(text) ? Number(text) : null;
}

function parseUnit(text: string | null): UnitRef | null {
  const [, level, pcode] = /^([0-5]):(.{1,64})$/.exec(text ?? '') ?? [];
  return pcode === undefined ? null : { level: Number(level), pcode };
}

function match(text: string | null, pattern: RegExp): string | null {
  return text && pattern.test(text) ? text : null;
}
