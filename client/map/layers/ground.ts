/** What lies around the country: land, water, borders, names and towns, below everything else; the same parts as on pictures (server/maps/render/ground.ts). Pure. */
import type { Feature, FeatureCollection } from 'geojson';
import type { ExpressionSpecification, LayerSpecification, SourceSpecification } from 'maplibre-gl';
import { arcsOf, linesOf, polygonsOf, type Ground, GROUND_LINES, groundLinesOf, isUnsettled } from '../../../server/contract/maps/ground.ts';
import { GROUND_WIDTHS, unsettledDash, UNSETTLED_WIDTH } from '../../../server/contract/maps/looks.ts';
import { nameOpacity } from '../names/room.ts';
import type { Palette } from '../palette.ts';
import { regionName } from '../../../server/words/regions.ts';

export interface ShownGround {
  /** Cut for the country. */
  near: Ground;
  /** Of the whole Earth, once it is needed. */
  world: Ground | null;
  /** Of the page: names of countries are said in it. */
  locale: string;
}

const sourceOf = (part: 'near' | 'world') => `ground-${part}`;
const POINTS = 'ground-points';

/** Made once of each ground: a style is written anew with every change of the map. */
const shapes = new WeakMap<Ground, FeatureCollection>();
const points = new WeakMap<Ground, Map<string, FeatureCollection>>();

/** Where a finer ground is, the coarser one is water: their coasts differ. */
function shapesOf(ground: Ground): FeatureCollection {
  let made = shapes.get(ground);
  if (!made) {
    const arcs = arcsOf(ground);
    const { land, lakes } = ground.objects;
    const area = (part: string, coordinates: Feature['geometry']): Feature => ({ type: 'Feature', properties: { part }, geometry: coordinates });
    made = {
      type: 'FeatureCollection',
      features: [
        area('window', windowOf(ground)),
        area('land', { type: 'MultiPolygon', coordinates: polygonsOf(land.geometries, arcs) }),
        area('lakes', { type: 'MultiPolygon', coordinates: polygonsOf([lakes], arcs) }),
        ...GROUND_LINES.map((part) => area(part, { type: 'MultiLineString', coordinates: linesOf(groundLinesOf(ground, part).arcs, arcs, ground.box) })),
      ],
    };
    shapes.set(ground, made);
  }
  return made;
}

function windowOf({ box: [west, south, east, north] }: Ground): Feature['geometry'] {
  return { type: 'Polygon', coordinates: [[[west, south], [east, south], [east, north], [west, north], [west, south]]] }; // prettier-ignore
}

/** Names of countries and towns, those of more room and more people first. */
function pointsOf(ground: Ground, locale: string): FeatureCollection {
  const ofGround = points.get(ground) ?? new Map<string, FeatureCollection>();
  points.set(ground, ofGround);
  let made = ofGround.get(locale);
  if (!made) {
    const point = (lon: number, lat: number, properties: Record<string, unknown>): Feature => ({
      type: 'Feature',
      properties,
      geometry: { type: 'Point', coordinates: [lon, lat] },
    });
    const names = ground.names.flatMap(([region, lon, lat, size]) => {
      const name = regionName(region, locale);
      return name === null ? [] : [point(lon, lat, { part: 'country', name, rank: -size })];
    });
    const towns = ground.places.map(([name, lon, lat, thousands, capital]) => point(lon, lat, { part: capital ? 'capital' : 'town', name, rank: -thousands - capital * 1e6, zoom: zoomOf(thousands, capital) })); // prettier-ignore
    made = { type: 'FeatureCollection', features: [...names, ...towns] };
    ofGround.set(locale, made);
  }
  return made;
}

/** From which zoom on a town is shown: the larger, the earlier. */
const zoomOf = (thousands: number, capital: 0 | 1): number => (capital ? 3 : thousands > 2000 ? 4 : thousands > 500 ? 5 : thousands > 100 ? 6.5 : 8);

export function groundSources(ground: ShownGround | null | undefined): Record<string, SourceSpecification> {
  if (!ground) return {};
  const { near, world, locale } = ground;
  const shape = (data: Ground): SourceSpecification => ({ type: 'geojson', data: shapesOf(data), tolerance: 0.25, maxzoom: 12 });
  return {
    ...(world ? { [sourceOf('world')]: shape(world) } : {}),
    [sourceOf('near')]: shape(near),
    // Those of the Earth stay out of the window, where the country's own are.
    [POINTS]: { type: 'geojson', data: pointsOf(near, locale), promoteId: 'name' },
  };
}

const isPart = (part: string): ExpressionSpecification => ['==', ['get', 'part'], part];

/** Sea, land and, of the finer ground, what it covers of the coarser one. */
export function groundLand(ground: ShownGround | null | undefined, palette: Palette): LayerSpecification[] {
  if (!ground) return [];
  const fill = (part: 'near' | 'world', of: string, color: string): LayerSpecification => ({
    id: `${sourceOf(part)}-${of}`,
    type: 'fill',
    source: sourceOf(part),
    filter: isPart(of),
    paint: { 'fill-color': color, 'fill-antialias': false },
  });
  return [
    ...(ground.world
      ? [
          fill('world', 'land', palette.mapBeyond),
          ...waterOf('world', palette),
          ...linesLayers('world', palette),
          // Seen through the window is the near ground only.
          fill('near', 'window', palette.mapGround),
        ]
      : []),
    fill('near', 'land', palette.mapBeyond),
  ];
}

function waterOf(part: 'near' | 'world', palette: Palette): LayerSpecification[] {
  const common = { source: sourceOf(part), filter: isPart('lakes') };
  return [
    { id: `${sourceOf(part)}-lakes`, type: 'fill', ...common, paint: { 'fill-color': palette.mapGround, 'fill-antialias': false } },
    { id: `${sourceOf(part)}-shore`, type: 'line', ...common, paint: { 'line-color': palette.mapCoast, 'line-width': GROUND_WIDTHS.coast } },
  ];
}

/** Lakes: on the country too, below what is counted of it. */
export const groundWater = (ground: ShownGround | null | undefined, palette: Palette): LayerSpecification[] => (ground ? waterOf('near', palette) : []);

/** Coast and borders of others. */
export const groundLines = (ground: ShownGround | null | undefined, palette: Palette): LayerSpecification[] => (ground ? linesLayers('near', palette) : []);

function linesLayers(part: 'near' | 'world', palette: Palette): LayerSpecification[] {
  return GROUND_LINES.map((of): LayerSpecification => ({
    id: `${sourceOf(part)}-${of}`,
    type: 'line',
    source: sourceOf(part),
    filter: isPart(of),
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': of === 'coast' ? palette.mapCoast : palette.mapAbroad,
      'line-width': of === 'coast' ? GROUND_WIDTHS.coast : ['interpolate', ['linear'], ['zoom'], 3, GROUND_WIDTHS.border * 0.8, 8, GROUND_WIDTHS.border * 1.4],
      ...(isUnsettled(of) ? { 'line-dasharray': unsettledDash(of, UNSETTLED_WIDTH).map((length) => length / UNSETTLED_WIDTH) } : {}),
    },
  }));
}

/** Names of neighbours and towns: first in the style, so that the country's own names take the room before them. */
/** @param towns false where another part of the map has them */
export function groundNames(
  ground: ShownGround | null | undefined,
  palette: Palette,
  { font, strong, towns: hasTowns }: { font: string[]; strong: string[]; towns: boolean },
): LayerSpecification[] {
  if (!ground) return [];
  const paint = { 'text-color': palette.ink2, 'text-halo-color': palette.mapLand, 'text-halo-width': 1.4, 'text-opacity': nameOpacity };
  const towns: ExpressionSpecification = ['all', ['in', ['get', 'part'], ['literal', ['town', 'capital']]], ['<=', ['get', 'zoom'], ['zoom']]];
  const towned: LayerSpecification[] = [
    {
      id: 'ground-town-dots',
      type: 'circle',
      source: POINTS,
      filter: towns,
      paint: {
        'circle-radius': ['case', isPart('capital'), 3, 2.2],
        'circle-color': ['case', isPart('capital'), palette.ink2, palette.mapLand],
        'circle-stroke-color': palette.ink2,
        'circle-stroke-width': 1,
      },
    },
    {
      id: 'ground-towns',
      type: 'symbol',
      source: POINTS,
      filter: towns,
      layout: {
        'text-field': ['get', 'name'],
        'text-font': font,
        'text-size': ['interpolate', ['linear'], ['zoom'], 4, 10, 10, 12.5],
        'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
        'text-radial-offset': 0.5,
        'text-justify': 'auto',
        'symbol-sort-key': ['get', 'rank'],
      },
      paint,
    },
  ];
  return [
    ...(hasTowns ? towned : []),
    {
      id: 'ground-countries',
      type: 'symbol',
      source: POINTS,
      filter: isPart('country'),
      layout: {
        'text-field': ['get', 'name'],
        'text-font': strong,
        'text-size': ['interpolate', ['linear'], ['zoom'], 3, 10.5, 8, 15],
        'text-max-width': 8,
        'text-variable-anchor': ['center', 'top', 'bottom', 'left', 'right'],
        'text-radial-offset': 0.6,
        'symbol-sort-key': ['get', 'rank'],
      },
      paint,
    },
  ];
}
