/** What the country map shows ⇄ a MapSpec. Pure but for the size of the window, which a camera needs to become a box. */
import type { AdminLevel, DatasetId, VersionTag } from '../../server/contract/ids.ts';
import type { MapSpec } from '../../server/contract/maps/map.ts';
import { canBeCircles } from '../../server/contract/maps/circles.ts';
import type { Language } from '../i18n/language.ts';
import { TILE, type Camera, type Padding } from '../map/camera.ts';
import { slugOf } from '../kit/kinds.ts';
import { mercatorX, mercatorY } from '../map/levels.ts';
import type { CountryState } from './state.ts';

/** The data of a map and how it is classed; other pages than that of the boundaries have their own. */
export type SharedData = Pick<MapSpec, 'data' | 'classes'> & {
  /** All of the country, whatever is in view. */
  whole?: boolean;
};

export const BOUNDARIES: SharedData = { data: { kind: 'boundaries' }, classes: { method: 'manual', breaks: [], open: 'none', whole: false } };

const NOTHING: Padding = { top: 0, right: 0, bottom: 0, left: 0 };

/** West, south, east, north of what a window of this size shows. @param padding what panels cover of it: nobody saw what lies there */
export function toView({ lon, lat, zoom }: Camera, { width, height }: { width: number; height: number }, padding = NOTHING): NonNullable<MapSpec['view']> {
  const world = TILE * 2 ** zoom;
  const [x, y] = [mercatorX(lon), mercatorY(lat)];
  const { top, right, bottom, left } = padding;
  const [toWest, toEast, toNorth, toSouth] = [width / 2 - left, width / 2 - right, height / 2 - top, height / 2 - bottom].map((pixels) => pixels / world) as [number, number, number, number]; // prettier-ignore
  const latOf = (at: number) => (Math.atan(Math.sinh(Math.PI * (1 - 2 * at))) * 180) / Math.PI;
  const round = (value: number) => Math.round(value * 1e5) / 1e5;
  return [round((x - toWest) * 360 - 180), round(latOf(y + toSouth)), round((x + toEast) * 360 - 180), round(latOf(y - toNorth))];
}

export interface Shown {
  title: string;
  lang: Language;
  /** Language of the names on the map. */
  names: string;
  state: CountryState;
  level: number;
  dataset: string;
  version: string;
  size: { clientWidth: number; clientHeight: number; padding?: Padding };
  /** Those that are on the map. */
  layers: MapSpec['layers'];
}

/**
 * Breaks that can be written as JSON: an open class ends where its values do, for the server widens it, and its label stays open.
 * @param whole of whole numbers, so that classes are called `2–4` and `5–9`
 */
export function toClasses(method: MapSpec['classes']['method'], breaks: readonly number[], whole = false): MapSpec['classes'] {
  const open = breaks[0] === -Infinity ? 'both' : breaks.at(-1) === Infinity ? 'above' : 'none';
  return { method, breaks: breaks.map((value, i) => (value === -Infinity ? breaks[i + 1]! : value === Infinity ? breaks[i - 1]! : value)), open, whole };
}

/** Marks of direction, which sentences of a page hold around their parts: a title is edited and handed on as a text of its own. */
const MARKS = /[\u200e\u200f\u2066-\u2069]/g;

/** Neither a draft nor cleared: both are for its author to say. */
export function toSpec({ title, lang, names: language, state, level, dataset, version, size, layers }: Shown, shared: SharedData): MapSpec {
  const { view, bounds, unit, print } = state;
  const isPlain = shared.data.kind === 'boundaries';
  const names = isPlain ? print !== 'none' : print === 'names' || print === 'both';
  return {
    spec: 1,
    title: title.replace(MARKS, ''),
    lang,
    status: 'unmarked',
    boundary: { dataset: dataset as DatasetId, version: version as VersionTag, level: level as AdminLevel },
    data: shared.data,
    classes: shared.classes,
    layers,
    labels: {
      show: !names ? 'none' : state.names === 'pcode' ? 'pcodes' : 'names',
      lang: language,
      values: !isPlain && (print === 'values' || print === 'both'),
    },
    ...(state.circles && canBeCircles(shared.data) ? { symbols: 'circles' as const } : {}),
    view: shared.whole || bounds === 'all' ? null : view ? toView(view, { width: size.clientWidth, height: size.clientHeight }, size.padding) : bounds,
    selected: unit?.pcode ?? null,
    selectedLevel: unit && unit.level !== level ? (unit.level as AdminLevel) : null,
  };
}

/** The state of the page that shows a saved map; its data are for the kind of its page (`toSpec` is the way back). */
export function stateOf({ lang, boundary, data, layers, labels, view, selected, selectedLevel, symbols }: MapSpec, map: string): CountryState {
  const { show, values } = labels;
  return {
    view: null,
    bounds: view ?? 'all',
    level: boundary.level,
    unit: selected === null ? null : { level: selectedLevel ?? boundary.level, pcode: selected },
    pin: null,
    // Codes speak no language; names that speak that of the page follow it.
    names: show === 'pcodes' ? 'pcode' : labels.lang === lang ? null : labels.lang,
    print: show === 'none' ? (values ? 'values' : 'none') : values ? 'both' : 'names',
    circles: symbols === 'circles',
    version: boundary.version === 'current' ? null : boundary.version,
    date: null,
    known: null,
    table: 'split' in data && data.split !== 'none',
    layers: layers.map(({ dataset, version }) => ({ slug: slugOf(dataset), version: version === 'current' ? null : version })),
    map,
  };
}

/** `current` for every version, or those of today. */
export function withVersions(spec: MapSpec, pinned: MapSpec | null): MapSpec {
  return pinned ? { ...spec, boundary: pinned.boundary, data: pinned.data, layers: pinned.layers } : spec;
}
