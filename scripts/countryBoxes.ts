/** Where countries lie: a box of degrees for each, for check G7, from the shapes of Natural Earth at 1:10 million. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

/** PACKAGES/world-atlas → `{"SLE":[west,south,east,north]}`. West is above east where a country lies on both sides of longitude 180. */
export function countryBoxes(packages: string, iso3Of: (m49: string) => string | undefined): string {
  const atlas = JSON.parse(readFileSync(join(packages, 'world-atlas/countries-10m.json'), 'utf8')) as Topology<{ countries: GeometryCollection }>;
  const shapes = new Map<string, [number, number, number, number][]>();
  for (const { id, geometry } of feature(atlas, atlas.objects.countries).features) {
    const iso3 = iso3Of(String(id).padStart(3, '0'));
    if (!iso3 || (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon')) continue;
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    for (const [ring] of polygons) {
      const lons = unwrap(ring!.map(([lon]) => lon!));
      const lats = ring!.map(([, lat]) => lat!);
      const box = [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)] as [number, number, number, number];
      shapes.set(iso3, [...(shapes.get(iso3) ?? []), box]);
    }
  }
  const lines = [...shapes].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([iso3, boxes]) => `${JSON.stringify(iso3)}:${JSON.stringify(around(boxes))}`);
  return `{\n${lines.join(',\n')}\n}\n`;
}

/** A ring that jumps from 180 to -180 goes on to 181. */
function unwrap(lons: number[]): number[] {
  let turn = 0;
  return lons.map((lon, i) => {
    const step = i === 0 ? 0 : lon - lons[i - 1]!;
    if (Math.abs(step) > 180) turn -= Math.sign(step) * 360;
    return lon + turn;
  });
}

/** The smallest box around all: it begins behind the widest gap of longitudes, which for Fiji is not the one at 180. */
function around(boxes: [number, number, number, number][]): number[] {
  const spans = boxes.map(([west, , east]) => (west < -180 ? [west + 360, east + 360] : [west, east]) as [number, number]).toSorted((a, b) => a[0] - b[0]);
  const last = Math.max(...spans.map(([, east]) => east));
  let [reach, gap] = [spans[0]![1], spans[0]![0] + 360 - last];
  let [west, east] = [spans[0]![0], last];
  for (const [from, to] of spans) {
    if (from - reach > gap) [gap, west, east] = [from - reach, from, Math.max(reach, last - 360)];
    reach = Math.max(reach, to);
  }
  if (gap <= 0) [west, east] = [-180, 180];
  else if (east > 180) east -= 360;
  const [south, north] = [Math.min(...boxes.map((box) => box[1])), Math.max(...boxes.map((box) => box[3]))];
  return [west, south, east, north].map((degrees) => Math.round(degrees * 100) / 100);
}
