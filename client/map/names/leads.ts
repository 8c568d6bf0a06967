/**
 * Names beside small units on the live map. MapLibre says which names it drew and what they cover; the others are placed when nothing moves any
 * more, a few milliseconds at a time, and are gone as soon as something moves. They are SVG above the canvas: letters of every script as the browser sets them.
 */
import type { Map as MapLibre, MapGeoJSONFeature } from 'maplibre-gl';
import type { Rect } from '../../../server/contract/maps/leaders.ts';
import type { Padding } from '../camera.ts';
import { isOverlayLayer } from '../layers/overlays.ts';
import type { NamedLevel } from './named.ts';
import { breakName, CLEAR, leadNames, type LedName, type UnnamedUnit } from './leading.ts';
import { HIDDEN, hideNames } from './hidden.ts';
import { roomOf, sizeAt } from './room.ts';

/** Milliseconds at a time. */
const SLICE = 6;
/** From line to line, and in which width a name is broken, by the size of letters. */
const [LINE, WIDEST] = [1.2, 7];
const FONTS = { false: 400, true: 600 } as const;
const SVG = 'http://www.w3.org/2000/svg';

/** @param named what is named at this moment; null for nothing @param covered room that panels take */
export function createLeads(map: MapLibre, named: () => NamedLevel | null, covered: () => Padding) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', 'map-leads');
  svg.setAttribute('aria-hidden', 'true');
  map.getContainer().append(svg);
  const pen = document.createElement('canvas').getContext('2d');
  let stale = true;
  let run = 0;
  let hidden: ReturnType<typeof hideNames> | null = null;

  const clear = () => {
    stale = true;
    run++;
    svg.replaceChildren();
    hidden?.undo();
    hidden = null;
  };
  const begin = () => {
    if (!stale) return;
    stale = false;
    const own = ++run;
    const steps = placing();
    if (!steps) return;
    const go = () => {
      if (own !== run) return;
      const until = performance.now() + SLICE;
      for (let step = steps.next(); ; step = steps.next()) {
        if (step.done) return draw(svg, step.value);
        if (performance.now() > until) break;
      }
      later(go);
    };
    later(go);
  };
  function placing(): Generator<void, LedName[]> | null {
    const at = named();
    hidden = hideNames(map, at);
    if (!at || !pen || !map.getLayer(at.layer)) return null;
    const { pcodes } = hidden;
    const { clientWidth, clientHeight } = map.getContainer();
    const { top, right, bottom, left } = covered();
    const zoom = map.getZoom();
    const size = sizeAt(at.level, zoom);
    const read = map.getLayersOrder().filter((id) => (map.getLayer(id)!.type === 'symbol' && !isOverlayLayer(id)) || id === 'circles' || id === 'pin-edge');
    const isLand = remember((x, y) => map.queryRenderedFeatures([x, y], { layers: [at.fill] }).length > 0);
    return leadNames(unnamedOf(map, at, zoom, { size, pen, hidden: pcodes }), {
      frame: [left, top, clientWidth - right, clientHeight - bottom],
      size,
      // What is hidden leaves its room.
      isTaken: ([x1, y1, x2, y2]: Rect) => map.queryRenderedFeatures([[x1, y1], [x2, y2]], { layers: read }).some(({ state }) => !state[HIDDEN]), // prettier-ignore
      isLand,
    });
  }
  for (const event of ['movestart', 'resize'] as const) map.on(event, clear);
  map.on('idle', begin);
  return { clear };
}

const later = (go: () => void): void => {
  if ('requestIdleCallback' in window) requestIdleCallback(go, { timeout: 500 });
  else setTimeout(go, 20);
};

/** Land is asked for in squares: its edge need not be met to the pixel. */
function remember(ask: (x: number, y: number) => boolean): (x: number, y: number) => boolean {
  const known = new Map<string, boolean>();
  return (x, y) => {
    const [column, row] = [Math.floor(x / 16), Math.floor(y / 16)];
    const key = `${column} ${row}`;
    const answer = known.get(key) ?? ask(column * 16 + 8, row * 16 + 8);
    known.set(key, answer);
    return answer;
  };
}

/** Those in view without a name, the largest first. */
function unnamedOf(
  map: MapLibre,
  at: NamedLevel,
  zoom: number,
  { size, pen, hidden }: { size: number; pen: CanvasRenderingContext2D; hidden: ReadonlySet<string> },
): UnnamedUnit[] {
  // prettier-ignore
  const drawn = new Set(map.queryRenderedFeatures({ layers: [at.layer] }).map(({ properties }) => properties['pcode'] as string));
  const family = getComputedStyle(map.getContainer()).fontFamily;
  const measure = (text: string, strong: boolean) => {
    pen.font = `${FONTS[`${strong}`]} ${size}px ${family}`;
    return pen.measureText(text).width;
  };
  const units = new Map<string, UnnamedUnit & { rank: number }>();
  for (const feature of map.querySourceFeatures(at.source, { sourceLayer: 'labels', filter: ['==', ['get', 'level'], at.level] })) {
    const { properties } = feature;
    const pcode = String(properties['pcode'] ?? '');
    const place = placeOf(feature);
    if (!place || units.has(pcode) || (drawn.has(pcode) && !hidden.has(pcode)) || at.without.has(pcode)) continue;
    const { lng } = map.getCenter();
    const { x, y } = map.project([place[0] + 360 * Math.round((lng - place[0]) / 360), place[1]]);
    const strong = at.level <= 1;
    const lines = (at.printed ? (at.printed.get(pcode) ?? []) : [{ text: at.nameOf(properties), strong }]).flatMap((line) =>
      breakName(line.text, WIDEST * size, (text) => measure(text, line.strong)).map((text) => ({ text, strong: line.strong })),
    );
    if (lines.length === 0) continue;
    const rank = typeof properties['rank'] === 'number' ? properties['rank'] : 0;
    const width = Math.max(...lines.map((line) => measure(line.text, line.strong))) + 2 * CLEAR;
    units.set(pcode, { pcode, rank, lines, x, y, width, height: size * LINE * lines.length + 2 * CLEAR, room: roomOf(rank, zoom, place[1]) });
  }
  return [...units.values()].sort((a, b) => a.rank - b.rank || (a.pcode < b.pcode ? -1 : 1));
}

function placeOf({ geometry }: Pick<MapGeoJSONFeature, 'geometry'>): [number, number] | null {
  return geometry.type === 'Point' ? (geometry.coordinates as [number, number]) : null;
}

function draw(svg: SVGElement, names: readonly LedName[]): void {
  const make = (tag: string, attributes: Record<string, string | number>, ...children: (Node | string)[]) => {
    const element = document.createElementNS(SVG, tag);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
    element.append(...children);
    return element;
  };
  const d = names.flatMap(({ line }) => (line ? [`M${line[0]} ${line[1]}L${line[2]} ${line[3]}`] : [])).join('');
  svg.replaceChildren(
    ...(d ? [make('path', { class: 'lead-edge', d }), make('path', { class: 'lead-line', d })] : []),
    ...names.flatMap(({ line }) => (line ? [make('circle', { cx: line[0], cy: line[1], r: 2 })] : [])),
    ...names.map(({ pcode, lines, x, y, height, line }) => {
      const step = (height - 2 * CLEAR) / lines.length;
      const rows = lines.map(({ text, strong }, i) =>
        make('tspan', { x, y: y + (i + 0.5 - lines.length / 2) * step, 'font-weight': FONTS[`${strong}`] }, text),
      );
      return make('text', { 'data-pcode': pcode, 'data-led': String(line !== null), 'font-size': step / LINE }, ...rows);
    }),
  );
}
