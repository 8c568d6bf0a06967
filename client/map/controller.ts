/** The only holder of a maplibregl.Map. Takes what is shown, answers what the reader does; knows nothing of pages, panels or the API. */
import { Map as MapLibre, ScaleControl, setWorkerUrl, type GeoJSONSource, type MapGeoJSONFeature } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import type { TileJson } from '../../server/contract/datasets/api.ts';
import type { Camera, Padding } from './camera.ts';
import { BEFORE_SOURCE, beforeId } from './layers/before.ts';
import { FINDING_LAYERS } from './layers/findings.ts';
import { createSwipe, sideAt, type Side, type Swipe } from './swipe.ts';
import { isOverlayLayer, KEYS, overlayOf } from './layers/overlays.ts';
import { aimWithKeys } from './names/aim.ts';
import { createLeads } from './names/leads.ts';
import { namedLevel } from './names/named.ts';
import { PARTIAL, PATTERN_RATIO, drawPattern, drawSymbol } from './patterns.ts';
import { buildStyle, fillId, layerOfLevel, nameColumn, pcodeColumn, shownLevel, SOURCE, type ShownMap } from './style.ts';

/** A unit under the pointer: what the tile itself knows. */
export interface PointedUnit {
  level: number;
  pcode: string;
  /** By name column, first to last; undefined where the file has no name there. */
  names: (string | undefined)[];
  /** Pixels from the start of the map's box (its left and top). */
  x: number;
  y: number;
  /** Of two drawings side by side, the one that it is of. */
  side: Side;
}

/** An occurrence under the pointer: its id, and the number of its finding in the report. */
export interface PointedPlace {
  id: string;
  finding: number;
}

/** What lies under a pointer of a layer over the boundaries: its dataset, and its row. */
export interface PointedFeature {
  layer: string;
  id: number;
  name: string;
}

export interface MapEvents {
  hover?: (unit: PointedUnit | null) => void;
  select?: (unit: PointedUnit | null) => void;
  /** A place of the report; nothing is selected below it then. */
  finding?: (place: PointedPlace) => void;
  /** Features of layers, what is above first; no unit is selected below them then. */
  features?: (features: PointedFeature[]) => void;
  /** After each movement, and once at the start. */
  move?: (camera: Camera, level: number, byReader: boolean) => void;
  /** First time that everything in view is drawn. */
  ready?: () => void;
  /** Tiles that could not be read, or the graphics context is gone. */
  error?: (error: Error) => void;
}

export interface MapText {
  /** Accessible name of the map. */
  label: string;
}

export interface MountOptions {
  tilejson: TileJson;
  shown: ShownMap;
  camera: Camera;
  text: MapText;
  events: MapEvents;
  /** Room that panels cover, where no name has a place beside its unit. */
  covered?: () => Padding;
  /** An embed in a page that scrolls asks for two fingers. */
  cooperative?: boolean;
  /** Another drawing may come beside this one: names of one side do not make room for those of the other. */
  sided?: boolean;
}

/** How many pixels around a tap count as hit; keys move the map by larger steps. */
const [TAP_REACH, AIM_REACH] = [4, 14];
const NO_PADDING: Padding = { top: 4, right: 4, bottom: 4, left: 4 };

export type MapController = ReturnType<typeof mountMap>;

/** MapLibre keeps states in plain objects by id: `__proto__` or `constructor` as a P-code would be written into every object of the page. */
const isKey = (id: string): boolean => !(id in {});

/** Whether this browser can draw the live map at all. */
export function hasWebGl(): boolean {
  try {
    return document.createElement('canvas').getContext('webgl2') !== null;
  } catch {
    return false;
  }
}

/** How every map of ours behaves: flat, north up, without the words of others. Nothing fades for who wants calm. */
export const flat = (calm: boolean) => ({
  attributionControl: false as const,
  maplibreLogo: false,
  dragRotate: false,
  pitchWithRotate: false,
  touchPitch: false,
  fadeDuration: calm ? 0 : 120,
});

/** What options cannot say of it. */
export function keepNorth(map: MapLibre): void {
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
}

/** What lies over the class of a unit, as its state says it. */
const overState = (over: ReadonlyMap<string, unknown>, id: string) => ({ more: over.has(id) && over.get(id) !== PARTIAL, part: over.get(id) === PARTIAL });
const isOver = (a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>, id: string) =>
  a.has(id) === b.has(id) && (a.get(id) === PARTIAL) === (b.get(id) === PARTIAL);

/** Puts a live map into `container`. Nothing is remembered outside the returned object; `destroy` frees all of it. */
export function mountMap(
  container: HTMLElement,
  { tilejson, shown: first, camera, text, events, cooperative = false, sided = false, covered = () => NO_PADDING }: MountOptions,
) {
  setWorkerUrl(workerUrl);
  let shown = first;
  let hovered: { source: string; sourceLayer: string; id: string } | null = null;
  /** States of units as they were set last, by level. */
  const painted = new Map<number, { values: ReadonlyMap<string, number | string>; over: ReadonlyMap<string, unknown> }>();
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const style = buildStyle(shown, tilejson);
  const map = new MapLibre({
    container,
    style,
    crossSourceCollisions: !sided,
    center: [camera.lon, camera.lat],
    zoom: camera.zoom,
    ...flat(calm),
    cooperativeGestures: cooperative,
    renderWorldCopies: true,
    // One archive holds one country: tiles of a neighbour zoom are few and already cached by the browser.
    maxZoom: Math.max(tilejson.maxzoom + 4, 14),
    locale: { 'Map.Title': text.label },
  });
  keepNorth(map);
  const swiping = createSwipe(map);
  swiping.arrange(style.layers);
  let swipe: Swipe | null = null;
  map.addControl(new ScaleControl({ maxWidth: 110 }), 'bottom-left');

  const level = () => shownLevel(shown, map.getZoom());
  const leads = createLeads(map, () => namedLevel(shown, level()), covered);
  const toCamera = (): Camera => ({ lon: map.getCenter().lng, lat: map.getCenter().lat, zoom: map.getZoom() });

  function unitAt(point: { x: number; y: number }): PointedUnit | null {
    const at = level();
    const side = shown.compared && swipe ? sideAt(point.x, map.getContainer().clientWidth, swipe) : 'after';
    const layer = side === 'before' ? beforeId(fillId(at)) : fillId(at);
    if (!map.getLayer(layer)) return null;
    const [feature] = map.queryRenderedFeatures([point.x, point.y], { layers: [layer] });
    return feature ? toPointed(feature, at, point, side) : null;
  }

  function setHover(target: { level: number; pcode: string; side?: Side } | null) {
    // What was hovered may have gone with its drawing.
    if (hovered && map.getSource(hovered.source)) map.setFeatureState(hovered, { hover: false });
    const source = target?.side === 'before' ? BEFORE_SOURCE : SOURCE;
    hovered = target?.pcode && isKey(target.pcode) ? { source, sourceLayer: layerOfLevel(target.level), id: target.pcode } : null;
    if (hovered) map.setFeatureState(hovered, { hover: true });
  }

  map.on('mousemove', ({ point }) => {
    const unit = unitAt(point);
    const isHovered = unit && hovered?.id === unit.pcode && (hovered.source === BEFORE_SOURCE) === (unit.side === 'before');
    if (!isHovered) setHover(unit);
    map.getCanvas().style.cursor = unit ? 'pointer' : '';
    events.hover?.(unit);
  });
  map.on('mouseout', () => {
    setHover(null);
    events.hover?.(null);
  });
  /** Fingers and thin slivers: a place counts as hit a few pixels around it. */
  function findingAt({ x, y }: { x: number; y: number }): PointedPlace | null {
    const layers = FINDING_LAYERS.filter((id) => map.getLayer(id));
    if (layers.length === 0) return null;
    const reach = 5;
    const box: [[number, number], [number, number]] = [
      [x - reach, y - reach],
      [x + reach, y + reach],
    ];
    const { id, finding } = (map.queryRenderedFeatures(box, { layers })[0]?.properties ?? {}) as Partial<PointedPlace>;
    return typeof id === 'string' && typeof finding === 'number' ? { id, finding } : null;
  }
  /** Each feature once: a tile has some in its neighbour too. */
  function featuresAt({ x, y }: { x: number; y: number }, reach: number): PointedFeature[] {
    const layers = (shown.overlays ?? []).length === 0 ? [] : map.getLayersOrder().filter(isOverlayLayer);
    if (layers.length === 0) return [];
    const box: [[number, number], [number, number]] = [
      [x - reach, y - reach],
      [x + reach, y + reach],
    ];
    const found = new Map<string, PointedFeature>();
    for (const { layer, properties } of map.queryRenderedFeatures(box, { layers })) {
      const { [KEYS.id]: id, [KEYS.name]: name } = properties;
      if (typeof id === 'number') found.set(`${overlayOf(layer.id)} ${id}`, { layer: overlayOf(layer.id), id, name: typeof name === 'string' ? name : '' });
    }
    return [...found.values()];
  }
  function tap(point: { x: number; y: number }, reach: number): void {
    const finding = findingAt(point);
    if (finding !== null) return events.finding?.(finding);
    const features = events.features ? featuresAt(point, reach) : [];
    if (features.length > 0) events.features?.(features);
    else events.select?.(unitAt(point));
  }
  map.on('click', ({ point }) => tap(point, TAP_REACH));
  // By keys what is in the middle, which a cross marks while the map has the focus.
  aimWithKeys(map, covered, (point) => tap(point, AIM_REACH));
  map.on('moveend', (event) => events.move?.(toCamera(), level(), Boolean(event.originalEvent) || Boolean((event as { byReader?: boolean }).byReader)));
  map.setMissingStyleImageResolver((id) => {
    const image = drawPattern(id) ?? drawSymbol(id);
    if (image && !map.hasImage(id)) map.addImage(id, image, { pixelRatio: PATTERN_RATIO });
    return Promise.resolve();
  });
  map.once('idle', () => events.ready?.());
  map.on('error', ({ error }) => events.error?.(new Error(error.message, { cause: error })));
  map.on('webglcontextlost', () => events.error?.(new Error('webgl context lost')));

  return {
    /** Shows another level, language, selection or theme; MapLibre changes only what differs. */
    update(next: ShownMap) {
      shown = next;
      const style = buildStyle(shown, tilejson);
      leads.clear();
      map.setStyle(style, { diff: true });
      swiping.arrange(style.layers);
      events.move?.(toCamera(), level(), false);
    },
    /** Values of a choropleth, by P-code, or the name of a look for a unit without a number; a unit that is absent is drawn as "no data". @param over units that have a pattern over the class: those of which more is possible than the number, and, where their entry is `PARTIAL`, those whose number is of a part of them */
    setValues(at: number, values: ReadonlyMap<string, number | string>, over: ReadonlyMap<string, unknown> = new Map()) {
      const sourceLayer = layerOfLevel(at);
      const set = (id: string, value: number | string | null) =>
        map.setFeatureState(
          { source: SOURCE, sourceLayer, id },
          { value: typeof value === 'number' ? value : null, look: typeof value === 'string' ? value : null, ...overState(over, id) },
        );
      // Only what differs: each state makes MapLibre paint its unit anew.
      const before = painted.get(at);
      for (const [id, value] of values) if (isKey(id) && (before?.values.get(id) !== value || !isOver(before.over, over, id))) set(id, value);
      for (const id of before?.values.keys() ?? []) if (isKey(id) && !values.has(id)) set(id, null);
      painted.set(at, { values, over });
    },
    /** Where before and after meet. */
    setSwipe(next: Swipe | null) {
      swipe = next;
      swiping.set(swipe);
    },
    /** Marks a unit as if pointed at: the table and the lists do this. */
    hover: setHover,
    fit(camera: Camera) {
      map.easeTo({ center: [camera.lon, camera.lat], zoom: camera.zoom, duration: calm ? 0 : 450 }, { byReader: true });
    },
    jump(camera: Camera) {
      map.jumpTo({ center: [camera.lon, camera.lat], zoom: camera.zoom });
    },
    zoomBy(steps: number) {
      map.easeTo({ zoom: map.getZoom() + steps, duration: calm ? 0 : 200 }, { byReader: true });
    },
    camera: toCamera,
    level,
    /** Where a place is, in pixels of the map's box; on the turn of the Earth that is in view. */
    project: (lon: number, lat: number) => map.project([lon + 360 * Math.round((map.getCenter().lng - lon) / 360), lat]),
    /** Accessible name, in another language. */
    setLabel: (label: string) => map.getCanvas().setAttribute('aria-label', label),
    resize: () => map.resize(),
    setPadding: (padding: Padding) => map.setPadding(padding),
    focus: () => map.getCanvas().focus(),
    /** Findings, drafts and other short-lived shapes above the boundaries, as GeoJSON. */
    setOverlay(id: string, data: Parameters<GeoJSONSource['setData']>[0]) {
      const source = map.getSource<GeoJSONSource>(id);
      if (source) void source.setData(data);
      else map.addSource(id, { type: 'geojson', data });
    },
    destroy() {
      map.remove();
    },
  };
}

function toPointed(feature: MapGeoJSONFeature, level: number, { x, y }: { x: number; y: number }, side: Side): PointedUnit {
  const text = (key: string) => (typeof feature.properties[key] === 'string' ? (feature.properties[key] as string) : undefined);
  return { level, pcode: text(pcodeColumn(level)) ?? '', names: [0, 1, 2, 3].map((column) => text(nameColumn(level, column))), x, y, side };
}
