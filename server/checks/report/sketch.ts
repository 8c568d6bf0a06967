/** A small SVG map of one occurrence: the outlines around it, and the fault itself on top. Plain SVG, no script, no outside font. */
import { bbox } from '@turf/bbox';
import { coordAll } from '@turf/meta';
import type { Geometry, Position } from 'geojson';
import type { FeatureTable } from '../../contract/admin.ts';
import type { FindingItem } from '../../contract/finding.ts';
import { escapeXml } from '../../formats/text/escape.ts';
import { touch } from '../../geometry/box.ts';

const WIDTH = 320;
const HEIGHT = 200;
/** At least this much ground is shown around a fault, in degrees: a slit of 2 m alone says nothing. */
const MARGIN = 0.002;
/** Vertices nearer than this many pixels are left out. */
const DETAIL = 0.7;

type View = { box: [number, number, number, number]; toX: (lon: number) => number; toY: (lat: number) => number };

/** null where the item has no place. `table` is the level the finding speaks of; its units near the place are drawn. */
export function sketch(item: FindingItem, table: FeatureTable | undefined): string | null {
  const view = viewOf(item);
  if (!view) return null;
  const named = new Set(item.pcodes);
  const around = table
    ? table.units.flatMap((unit, row) => (touch(unit.bbox, view.box) ? [{ path: outline(table, row, view), named: named.has(unit.pcode) }] : []))
    : [];
  const paths = around.filter(({ path }) => path).map(({ path, named: isNamed }) => `<path d="${path}" class="${isNamed ? 'unit named' : 'unit'}"/>`);
  const fault = item.overlay ? drawGeometry(item.overlay, view) : '';
  const mark = item.at ? `<circle cx="${view.toX(item.at[0]).toFixed(1)}" cy="${view.toY(item.at[1]).toFixed(1)}" r="5" class="mark"/>` : '';
  return `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-label="${escapeXml(item.detail)}"><rect width="${WIDTH}" height="${HEIGHT}" class="ground"/>${paths.join('')}${fault}${mark}</svg>`;
}

function viewOf(item: FindingItem): View | null {
  const shown: Geometry | null = item.overlay ?? (item.at ? { type: 'Point', coordinates: item.at } : null);
  const [west, south, east, north] = shown ? bbox(shown) : [Number.NaN, 0, 0, 0];
  if (![west, south, east, north].every(Number.isFinite)) return null;
  const lat = (south + north) / 2;
  const stretch = Math.max(0.05, Math.cos((lat * Math.PI) / 180));
  const height = Math.max(north - south, ((east - west) * stretch * HEIGHT) / WIDTH) * 1.6 + MARGIN;
  const width = (height * WIDTH) / HEIGHT / stretch;
  const lon = (west + east) / 2;
  const box: View['box'] = [lon - width / 2, lat - height / 2, lon + width / 2, lat + height / 2];
  return { box, toX: (x) => ((x - box[0]) / width) * WIDTH, toY: (y) => ((box[3] - y) / height) * HEIGHT };
}

/** Far vertices are pulled to the frame's surroundings, so that a country's outline stays a short path in a view of 200 m. */
const clamp = (value: number, size: number) => Math.min(size * 3, Math.max(-size * 2, value));

function outline({ geometry }: FeatureTable, row: number, view: View): string {
  const { coords, rings, polygons, rows } = geometry;
  let path = '';
  for (let ring = polygons[rows[row]!]!; ring < polygons[rows[row + 1]!]!; ring++) {
    let last: [number, number] | null = null;
    let drawn = '';
    for (let vertex = rings[ring]!; vertex < rings[ring + 1]!; vertex++) {
      const x = clamp(view.toX(coords[2 * vertex]!), WIDTH);
      const y = clamp(view.toY(coords[2 * vertex + 1]!), HEIGHT);
      if (last && Math.abs(x - last[0]) + Math.abs(y - last[1]) < DETAIL) continue;
      drawn += `${last ? 'L' : 'M'}${x.toFixed(1)} ${y.toFixed(1)}`;
      last = [x, y];
    }
    if (drawn) path += `${drawn}Z`;
  }
  return path;
}

function drawGeometry(geometry: Geometry, view: View): string {
  const line = (positions: Position[], close: boolean) =>
    positions.map(([lon, lat], index) => `${index ? 'L' : 'M'}${view.toX(lon!).toFixed(1)} ${view.toY(lat!).toFixed(1)}`).join('') + (close ? 'Z' : '');
  switch (geometry.type) {
    case 'Polygon':
      return `<path d="${geometry.coordinates.map((ring) => line(ring, true)).join('')}" class="fault"/>`;
    case 'MultiPolygon':
      return `<path d="${geometry.coordinates
        .flat()
        .map((ring) => line(ring, true))
        .join('')}" class="fault"/>`;
    case 'LineString':
      return `<path d="${line(geometry.coordinates, false)}" class="fault line"/>`;
    case 'MultiLineString':
      return `<path d="${geometry.coordinates.map((part) => line(part, false)).join('')}" class="fault line"/>`;
    case 'GeometryCollection':
      return geometry.geometries.map((part) => drawGeometry(part, view)).join('');
    default:
      return coordAll(geometry)
        .map(([lon, lat]) => `<circle cx="${view.toX(lon!).toFixed(1)}" cy="${view.toY(lat!).toFixed(1)}" r="4" class="mark"/>`)
        .join('');
  }
}
