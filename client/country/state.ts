/** URL ⇄ view state of the country map. Pure: the address bar is the only store, so that a link shows what its sender saw. */

import type { Place } from './search/coordinates.ts';

/** Centre and zoom as MapLibre takes them. */
export interface MapView {
  lon: number;
  lat: number;
  zoom: number;
}

export interface CountryState {
  /** Where the reader went; null: where `bounds` say. */
  view: MapView | null;
  /** What is fitted, as a saved map says; null: the whole country, or the unit that is chosen. */
  bounds: Bounds | 'all' | null;
  /** null: the level follows the zoom. */
  level: number | null;
  unit: UnitRef | null;
  /** A place that was searched for. */
  pin: Place | null;
  /** Language of the names on the map; null: the language of the page. */
  names: string | null;
  /** What is written on the map of a kind that has numbers. */
  print: Print;
  /** Counts as circles in place of colours. */
  circles: boolean;
  /** null: the current version. */
  version: string | null;
  /** The day of which the map is, as given; null: today, by what is current. Never beside a version. */
  date: string | null;
  /** By what was published by this day. */
  known: string | null;
  table: boolean;
  /** Layers over the boundaries; null: as the page begins, with those for orientation where there is room for them. */
  layers: LayerRef[] | null;
  /** Id of the saved map that the page was opened with. */
  map: string | null;
}

/** West, south, east, north; west > east over the antimeridian. */
export type Bounds = [west: number, south: number, east: number, north: number];

export const PRINTS = ['names', 'values', 'both', 'none'] as const;
export type Print = (typeof PRINTS)[number];

/** A P-code is unique only within its level. */
export interface UnitRef {
  level: number;
  pcode: string;
}

/** A layer by what it is called in its id; version null: the current one. */
export interface LayerRef {
  slug: string;
  version: string | null;
}

export const EMPTY_STATE: CountryState = {
  view: null,
  bounds: null,
  level: null,
  unit: null,
  pin: null,
  names: null,
  print: 'names',
  circles: false,
  version: null,
  date: null,
  known: null,
  table: false,
  layers: null,
  map: null,
};

const MAP_ID = /^[a-z2-9]{6,20}$/;
const VERSION = /^v\d{2,}(\.\d{2,})?$/;
/** `idp-sites`, `roads@v02`. */
const LAYER_REF = /^([a-z0-9]+(?:-[a-z0-9]+)*)(?:@(v\d{2,}(?:\.\d{2,})?))?$/;
const DATE = /^\d{4}(-\d{2}(-\d{2})?)?$/;
const LANGUAGE = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/;

/** Reads the query of an address. What does not parse is left out: an old or mangled link still opens the country. */
export function parseCountryState(query: URLSearchParams): CountryState {
  const view = parseView(query.get('view'));
  const version = match(query.get('version'), VERSION);
  const date = version ? null : match(query.get('date'), DATE);
  return {
    view,
    bounds: view ? null : parseBounds(query.get('bounds')),
    level: parseLevel(query.get('level')),
    unit: parseUnit(query.get('unit')),
    pin: parsePin(query.get('pin')),
    names: match(query.get('names'), LANGUAGE),
    print: PRINTS.find((print) => print === query.get('print')) ?? 'names',
    circles: query.get('circles') === '1',
    version,
    date,
    known: date ? match(query.get('known'), DATE) : null,
    table: query.get('table') === '1',
    layers: parseLayers(query.get('layers')),
    map: match(query.get('map'), MAP_ID),
  };
}

/** Writes the state over `query`, keeping the parameters it does not own (`lang`). Defaults are not written. */
export function formatCountryState(state: CountryState, query = new URLSearchParams()): URLSearchParams {
  const next = new URLSearchParams(query);
  const { view } = state;
  const set = (name: string, value: string | null) => (value === null ? next.delete(name) : next.set(name, value));
  set('view', view && [view.zoom.toFixed(2), view.lat.toFixed(4), view.lon.toFixed(4)].join('/'));
  set('bounds', state.bounds && String(state.bounds));
  set('level', state.level === null ? null : String(state.level));
  set('unit', state.unit && `${state.unit.level}:${state.unit.pcode}`);
  set('pin', state.pin && [state.pin.lat, state.pin.lon].map((degrees) => Number(degrees.toFixed(5))).join('/'));
  set('names', state.names);
  set('print', state.print === 'names' ? null : state.print);
  set('circles', state.circles ? '1' : null);
  set('version', state.version);
  set('date', state.date);
  set('known', state.known);
  set('table', state.table ? '1' : null);
  set('layers', state.layers && (state.layers.map(({ slug, version }) => (version ? `${slug}@${version}` : slug)).join(',') || 'none'));
  set('map', state.map);
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

/** `lat/lon`, in the order of `view`. */
function parsePin(text: string | null): Place | null {
  const [lat, lon] = /^-?\d{1,2}(?:\.\d+)?\/-?\d{1,3}(?:\.\d+)?$/.test(text ?? '') ? (text!.split('/').map(Number) as [number, number]) : [];
  return lat !== undefined && lon !== undefined && Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { lat, lon } : null;
}

function parseBounds(text: string | null): CountryState['bounds'] {
  if (text === 'all') return 'all';
  const parts = text?.split(',') ?? [];
  const bounds = parts.map(Number);
  return parts.length === 4 && parts.every((part) => part.trim() !== '') && bounds.every(Number.isFinite) ? (bounds as Bounds) : null;
}

function parseLayers(text: string | null): LayerRef[] | null {
  if (text === null) return null;
  // A layer may be called so too: it is then written with others, or not at all.
  if (text === 'none') return [];
  const refs = text.split(',').flatMap((part): LayerRef[] => {
    const [, slug, version = null] = LAYER_REF.exec(part) ?? [];
    return slug === undefined ? [] : [{ slug, version }];
  });
  return refs.length > 0 ? refs : null;
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
