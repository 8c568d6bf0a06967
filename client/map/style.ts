/** buildStyle: what is shown → a MapLibre style. Pure; a test validates every variant against the style specification. */
import type {
  ExpressionSpecification,
  FilterSpecification,
  FontFacesSpecification,
  LayerSpecification,
  SourceSpecification,
  StyleSpecification,
} from 'maplibre-gl';
import type { TileJson } from '../../server/contract/datasets/api.ts';
import { circleLayers, circleSources, type CircleMap } from './layers/circles.ts';
import { choroplethLayers, type ShownChoropleth } from './layers/choropleth.ts';
import { coarseLayers, coarseSources, type CoarseMap } from './layers/coarse.ts';
import { UNSETTLED } from '../../server/contract/maps/ground.ts';
import { borderDash, borderWidth, CHOSEN_LINE, EDGE_WIDTHS, OUTLINE_WIDTH, unsettledDash } from '../../server/contract/maps/looks.ts';
import { findingLayers, findingSources, type ShownFindings } from './layers/findings.ts';
import { highlightLabels, highlightLayers, withoutHighlighted, type HighlightStyle, type HighlightedUnits } from './layers/highlight.ts';
import { chosenRanges, levelAt, type LevelRange } from './levels.ts';
import type { Palette } from './palette.ts';
import { repairLayers, repairSources, type ShownRepair } from './layers/repair.ts';
import { asBefore, BEFORE_SOURCE, toBefore, type ComparedMap } from './layers/before.ts';
import { hasRoom, nameOpacity, nameSizes } from './names/room.ts';
import { pinLayers, pinSources } from './layers/pin.ts';
import { printedLayer, printedSources, type PrintedMap } from './layers/printed.ts';
import { onSide } from './swipe.ts';
import { overlayLayers, overlaySources, type ShownOverlay } from './layers/overlays.ts';
import type { BaseMap } from '../../server/contract/maps/ground.ts';
import { baseLand, baseLines, basePlaces, baseSources, hasPlaces } from './layers/base.ts';
import { groundLand, groundLines, groundNames, groundSources, groundWater, type ShownGround } from './layers/ground.ts';

export const SOURCE = 'cod';
/** Languages a COD file can hold: `lang`, `lang1`, `lang2`, `lang3`. */
const NAME_COLUMNS = 4;
const FONT = ['Noto Sans Regular'];
const FONT_STRONG = ['Noto Sans SemiBold'];

export interface ShownMap {
  /** The level for each zoom, from `toLevelRanges`. */
  levels: LevelRange[];
  /** One level at every zoom, or null to follow the zoom. */
  level: number | null;
  /** Which name column labels are taken from: 0 is `name`, 1 `name1`, …; -1 P-codes. */
  nameColumn: number;
  selected: { level: number; pcode: string } | null;
  /** A place that was searched for, as longitude and latitude. */
  pin?: readonly [lon: number, lat: number] | null;
  /** Units that are spoken of, level by level. */
  highlighted?: readonly HighlightedUnits[];
  palette: Palette;
  fonts: FontFacesSpecification;
  choropleth?: ShownChoropleth | null;
  /** The painted level where the tiles do not hold it yet. */
  coarse?: CoarseMap | null;
  /** Names or codes on the map; true where nothing is said. */
  labels?: boolean;
  /** Counts as circles; what lies below them is land, or says why there is no number. */
  circles?: CircleMap | null;
  /** Numbers on the map, with the names of their units or without; the names of that level in the tiles then stay away. */
  printed?: PrintedMap | null;
  /** Places of a report, drawn above the boundaries. */
  findings?: ShownFindings | null;
  /** What lies around the country, once it is there. */
  ground?: ShownGround | null;
  /** What whoever runs the server has put below. */
  base?: BaseMap | null;
  /** Layers over the boundaries, those first in the list below the others. */
  overlays?: readonly ShownOverlay[];
  /** A repair in progress. */
  repair?: ShownRepair | null;
  /** An earlier drawing of the same country, side by side with this one. */
  compared?: ComparedMap | null;
}

export const layerOfLevel = (level: number) => `adm${level}`;
export const fillId = (level: number) => `fill-adm${level}`;
export const lineId = (level: number) => `line-adm${level}`;
export const labelId = (level: number) => `label-adm${level}`;
export const pcodeColumn = (level: number) => `adm${level}_pcode`;
export const nameColumn = (level: number, column: number) => `adm${level}_name${column > 0 ? column : ''}`;

/**
 * The style with the tile source inlined: reading a TileJSON or a PMTiles directory first would cost a round trip
 * before the first tile: 0.65 s at 1.6 Mbit/s.
 */
export function buildStyle(shown: ShownMap, tilejson: TileJson): StyleSpecification {
  const { compared } = shown;
  const before = compared ? toBefore(shown, compared) : null;
  /** What is drawn of units, of the earlier drawing too where there is one, each on its side. */
  const bothSides = (draw: (of: ShownMap, from: TileJson) => LayerSpecification[]): LayerSpecification[] =>
    before && compared
      ? [...onSide('before', draw(before, compared.tilejson).map(asBefore)), ...onSide('after', draw(shown, tilejson))]
      : draw(shown, tilejson);
  return {
    version: 8,
    'font-faces': shown.fonts,
    sources: {
      [SOURCE]: boundarySource(shown, tilejson),
      ...(compared ? { [BEFORE_SOURCE]: boundarySource(shown, compared.tilejson) } : {}),
      ...groundSources(shown.ground),
      ...baseSources(shown.base),
      ...findingSources(shown.findings),
      ...overlaySources(shown.overlays),
      ...repairSources(shown.repair),
      ...coarseSources(shown.coarse),
      ...circleSources(shown.circles),
      ...printedSources(shown.printed),
      ...pinSources(shown.pin),
    },
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': shown.palette.mapGround } },
      ...groundLand(shown.ground, shown.palette),
      ...baseLand(shown.base, shown.palette),
      ...bothSides(drawnLand),
      ...groundWater(shown.ground, shown.palette),
      ...baseLines(shown.base, shown.palette),
      ...groundLines(shown.ground, shown.palette),
      ...bothSides(drawnUnits),
      ...overlayLayers(shown.overlays, true, shown.palette, FONT),
      ...circleLayers(shown.circles, shown.circles ? zoomsOf(shown.circles.level, shown) : null, shown.palette),
      ...overlayLayers(shown.overlays, false, shown.palette, FONT),
      ...basePlaces(shown.base, shown.ground?.locale ?? 'en', shown.palette, FONT),
      ...groundNames(shown.ground, shown.palette, { font: FONT, strong: FONT_STRONG, towns: !hasPlaces(shown.base) }),
      ...bothSides(drawnNames),
      ...findingLayers(shown.findings, shown.palette),
      ...repairLayers(shown.repair, shown.palette),
      ...bothSides((of, from) => highlightLabels(highlightedOf(of, from), highlightStyle(of))),
      ...pinLayers(shown.pin, shown.palette, FONT),
    ],
  };
}

const presentIn = ({ levels }: ShownMap, { vector_layers: layers }: TileJson): number[] =>
  levels.map(({ level }) => level).filter((level) => layers.some(({ id }) => id === layerOfLevel(level)));

function boundarySource(shown: ShownMap, tilejson: TileJson): SourceSpecification {
  const { tiles, minzoom, maxzoom, bounds } = tilejson;
  const ids = [0, ...presentIn(shown, tilejson)].map((level) => [layerOfLevel(level), pcodeColumn(level)] as const);
  const promoteId = Object.fromEntries([...ids, ['labels', 'pcode']]);
  return { type: 'vector', tiles, minzoom, maxzoom, bounds, promoteId };
}

const drawnLand = (shown: ShownMap): LayerSpecification[] => [landLayer(shown)];

/** Boundaries with what is painted and pointed at on them, from below. */
function drawnUnits(shown: ShownMap, tilejson: TileJson): LayerSpecification[] {
  const present = presentIn(shown, tilejson);
  return [
    ...coarseLayers(shown.coarse, shown.choropleth, shown.palette),
    ...choroplethLayers(shown.choropleth, shown.palette, { source: SOURCE, layerOf: layerOfLevel }),
    ...present.map((level) => fillLayer(level, shown)),
    ...[...present].reverse().map((level) => lineLayer(level, shown)),
    ...countryLines(shown),
    ...selectedLayers(shown),
    ...highlightLayers(highlightedOf(shown, tilejson), highlightStyle(shown)),
  ];
}

function drawnNames(shown: ShownMap, tilejson: TileJson): LayerSpecification[] {
  const named = shown.labels === false ? [] : [...presentIn(shown, tilejson)].reverse().filter((level) => level !== shown.printed?.level);
  return [...named.map((level) => labelLayer(level, shown, tilejson)), ...printedLayers(shown)];
}

/** What is opaque is drawn before all else, on both sides of a swipe: beside another drawing it is nearly so. */
const landLayer = ({ palette, compared }: ShownMap): LayerSpecification => ({
  id: 'land',
  type: 'fill',
  source: SOURCE,
  'source-layer': 'adm0',
  paint: { 'fill-color': palette.mapLand, 'fill-antialias': false, ...(compared ? { 'fill-opacity': 0.995 } : {}) },
});

const highlightedOf = (shown: ShownMap, tilejson: TileJson) => {
  const present = presentIn(shown, tilejson);
  return shown.highlighted?.filter(({ level }) => level === 0 || present.includes(level));
};

/** How units that are spoken of are found in the tiles, and called. */
function highlightStyle({ nameColumn: column, palette }: ShownMap): HighlightStyle {
  const nameOfLevel = (level: number): ExpressionSpecification =>
    column < 0
      ? ['get', pcodeColumn(level)]
      : ['coalesce', ...inOrder(column).map((i) => ['get', nameColumn(level, i)] as ExpressionSpecification), ['get', pcodeColumn(level)]];
  return { source: SOURCE, layerOf: layerOfLevel, pcodeOf: pcodeColumn, nameOf: nameOfLevel, font: FONT_STRONG, palette };
}

/** Numbers beside their names: what a pattern or a colour cannot say exactly. */
function printedLayers(shown: ShownMap): LayerSpecification[] {
  const { printed, palette } = shown;
  if (!printed) return [];
  return [printedLayer({ ...zoomsOf(printed.level, shown) }, FONT, FONT_STRONG, palette)];
}

/** Which level is shown at which zoom: as the reader chose, or by the zoom alone. */
function rangesOf({ level, levels }: Pick<ShownMap, 'level' | 'levels'>): LevelRange[] {
  return level === null ? levels : chosenRanges(levels, level);
}

/** The zooms at which a level can be pointed at. */
function zoomsOf(level: number, shown: ShownMap): { minzoom: number; maxzoom: number } | null {
  const range = rangesOf(shown).find((range) => range.level === level);
  return range ? { minzoom: range.minzoom, maxzoom: range.maxzoom } : null;
}

/** Levels that a chosen or automatic view does not show stay in the style, hidden, so that changing level is a cheap diff. */
function visibility(zooms: object | null): { visibility: 'visible' | 'none' } {
  return { visibility: zooms ? 'visible' : 'none' };
}

function fillLayer(level: number, shown: ShownMap): LayerSpecification {
  const zooms = zoomsOf(level, shown);
  return {
    id: fillId(level),
    type: 'fill',
    source: SOURCE,
    'source-layer': layerOfLevel(level),
    ...zooms,
    layout: visibility(zooms),
    paint: {
      'fill-color': shown.palette.accent,
      'fill-opacity': ['case', ['boolean', ['feature-state', 'hover'], false], 0.16, 0],
      'fill-antialias': false,
    },
  };
}

const atLevel = (level: number): FilterSpecification => ['==', ['get', 'level'], level];

function lineLayer(level: number, shown: ShownMap): LayerSpecification {
  const deepest = shown.level ?? Infinity;
  const range = shown.levels.find((range) => range.level === level)!;
  // A line of an upper level is also one of every lower level, so it stays on when the reader goes deeper.
  const zooms = level > deepest ? null : { minzoom: shown.level === null ? range.minzoom : 0 };
  const strength = borderWidth(level);
  return {
    id: lineId(level),
    type: 'line',
    source: SOURCE,
    'source-layer': 'lines',
    ...zooms,
    filter: atLevel(level),
    layout: { ...visibility(zooms), 'line-join': 'round' },
    paint: {
      'line-color': shown.palette.mapLine,
      'line-width': ['interpolate', ['linear'], ['zoom'], 3, strength * 0.7, 8, strength * 1.6, 13, strength * 2.6],
      'line-opacity': level === 1 ? 1 : 0.85,
      ...(borderDash(level) ? { 'line-dasharray': borderDash(level)!.map((length) => length / strength) } : {}),
    },
  };
}

/** The outline of the country: its coast thin, its land border strong, those not agreed on dashed or dotted; one line where the tiles do not know (`edge`). */
function countryLines({ palette }: ShownMap): LayerSpecification[] {
  const line = (id: string, edge: FilterSpecification, color: string, width: number, dash?: readonly number[]): LayerSpecification => ({
    id,
    type: 'line',
    source: SOURCE,
    'source-layer': 'lines',
    filter: ['all', atLevel(0), edge] as FilterSpecification,
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': color,
      'line-width': ['interpolate', ['linear'], ['zoom'], 3, width * 0.55, 6, width, 8, width * 1.35, 13, width * 2],
      ...(dash ? { 'line-dasharray': dash.map((length) => length / width) } : {}),
    },
  });
  const is = (edge: string): FilterSpecification => ['==', ['get', 'edge'], edge];
  return [
    line(lineId(0), ['!', ['has', 'edge']], palette.mapOutline, OUTLINE_WIDTH),
    line('edge-coast', is('coast'), palette.mapOutline, EDGE_WIDTHS.coast),
    line('edge-border', is('border'), palette.mapBorder, EDGE_WIDTHS.border),
    ...UNSETTLED.map((kind) => line(`edge-${kind}`, is(kind), palette.mapBorder, EDGE_WIDTHS[kind], unsettledDash(kind, EDGE_WIDTHS[kind]))),
  ];
}

/** Of boundaries alone the unit is tinted; a class keeps its colour. Its line has an edge of its own, to be seen on any class. */
function selectedLayers({ selected, palette, choropleth }: ShownMap): LayerSpecification[] {
  if (!selected) return [];
  const common = {
    source: SOURCE,
    'source-layer': layerOfLevel(selected.level),
    filter: ['==', ['get', pcodeColumn(selected.level)], selected.pcode] satisfies FilterSpecification,
  };
  const layout = { 'line-join': 'round' } as const;
  return [
    {
      id: 'selected-fill',
      type: 'fill',
      ...common,
      paint: { 'fill-color': palette.accent, 'fill-opacity': choropleth ? 0 : 0.2, 'fill-antialias': false },
    },
    { id: 'selected-edge', type: 'line', ...common, layout, paint: { 'line-color': palette.mapLand, 'line-width': CHOSEN_LINE.edge } },
    {
      id: 'selected-line',
      type: 'line',
      ...common,
      layout,
      paint: { 'line-color': choropleth ? palette.ink : palette.accentStrong, 'line-width': CHOSEN_LINE.line },
    },
  ];
}

/** The chosen name column, then the others. */
const inOrder = (column: number): number[] => [column, ...Array.from({ length: NAME_COLUMNS }, (_, i) => i).filter((i) => i !== column)];

/** The name in the chosen column, else the first name there is, else the P-code. */
function nameOf(column: number): ExpressionSpecification {
  if (column < 0) return ['get', 'pcode'];
  return ['coalesce', ...inOrder(column).map((i) => ['get', i ? `name${i}` : 'name'] as ExpressionSpecification), ['get', 'pcode']];
}

/** The same of the properties of one label. */
export function nameIn(properties: Record<string, unknown>, column: number): string {
  const names = column < 0 ? [] : inOrder(column).map((i) => properties[i ? `name${i}` : 'name']);
  const name = [...names, properties['pcode']].find((each) => each !== undefined);
  return typeof name === 'string' ? name : '';
}

/** One level is named at each zoom: beside the name of a unit that of its parent reads as one more unit, or as the same name twice. */
function labelLayer(level: number, shown: ShownMap, { vector_layers: layers, bounds }: TileJson): LayerSpecification {
  const { palette } = shown;
  const zooms = zoomsOf(level, shown);
  const strong = level <= 1;
  const column = shown.nameColumn;
  const has: ExpressionSpecification = column < 0 ? ['has', 'pcode'] : ['has', column > 0 ? `name${column}` : 'name'];
  // Of a level that has no name at all in the chosen language grey would tell nothing apart.
  const isNamed = column <= 0 || layers.some(({ id, fields }) => id === layerOfLevel(level) && nameColumn(level, column) in fields);
  return {
    id: labelId(level),
    type: 'symbol',
    source: SOURCE,
    'source-layer': 'labels',
    ...zooms,
    // What is too small for its name has it beside (`names/leads.ts`), but not of two drawings, whose names would be those of either.
    filter: [
      'all',
      atLevel(level) as ExpressionSpecification,
      ...withoutHighlighted(level, shown.highlighted),
      ...(shown.compared ? [] : [hasRoom(nameOf(column), level, (bounds[1] + bounds[3]) / 2)]),
    ],
    layout: {
      ...visibility(zooms),
      'text-field': nameOf(column),
      'text-font': strong ? FONT_STRONG : FONT,
      'text-size': ['interpolate', ['linear'], ['zoom'], ...nameSizes(level).flat()],
      'text-max-width': 7,
      'text-padding': 2,
      // A name that meets another one moves aside before it is left out.
      'text-variable-anchor': ['center', 'top', 'bottom', 'left', 'right'],
      'text-radial-offset': 0.3,
      'text-justify': 'auto',
      'symbol-sort-key': ['coalesce', ['get', 'rank'], 0],
      'text-letter-spacing': 0,
    },
    paint: {
      // A name in another language than the one asked for is there, but can be told apart.
      'text-color': isNamed ? ['case', has, palette.ink, palette.ink2] : palette.ink,
      'text-halo-color': palette.mapLand,
      'text-halo-width': 1.4,
      'text-opacity': nameOpacity,
    },
  };
}

/** The level that a pointer meets at this zoom. */
export function shownLevel(shown: Pick<ShownMap, 'level' | 'levels'>, zoom: number): number {
  return levelAt(rangesOf(shown), zoom);
}
