/**
 * Edge match: what lies outside the given outline of the country is one more unit, which rules over all others and takes nothing. Then
 * ground outside that units cover is an overlap with it, and ground inside that none covers is a gap beside it.
 */
import type { FeatureTable, GeometryColumn } from '../../../contract/admin.ts';
import { GEOMETRY_KIND } from '../../../contract/admin.ts';
import { joinGeometries } from '../../normalize/geometry.ts';

/** The world ends so far beyond everything drawn, in degrees. */
const MARGIN = 1;

/** The table with the outside as its last row. Its unit has no code and no name. */
export function withOutside(table: FeatureTable, outline: GeometryColumn): FeatureTable {
  const outside = outsideOf(outline, table.geometry);
  return {
    ...table,
    geometry: joinGeometries([table.geometry, outside]),
    units: [...table.units, { ...table.units[0]!, pcode: '' as FeatureTable['units'][number]['pcode'], parentPcode: null, names: [] }],
  };
}

/** A box around everything less the polygons of the outline, and the lakes of these. */
export function outsideOf({ coords, rings, polygons, rows, kinds }: GeometryColumn, drawn: GeometryColumn): GeometryColumn {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const own of [coords, drawn.coords]) {
    for (let i = 0; i < own.length; i += 2) {
      box[0] = Math.min(box[0]!, own[i]! - MARGIN);
      box[1] = Math.min(box[1]!, own[i + 1]! - MARGIN);
      box[2] = Math.max(box[2]!, own[i]! + MARGIN);
      box[3] = Math.max(box[3]!, own[i + 1]! + MARGIN);
    }
  }
  const [west, south, east, north] = box as [number, number, number, number];
  const shells: number[][] = [];
  const lakes: number[][] = [];
  for (let row = 0; row < kinds.length; row++) {
    if (kinds[row] !== GEOMETRY_KIND.polygon) continue;
    for (let polygon = rows[row]!; polygon < rows[row + 1]!; polygon++)
      for (let ring = polygons[polygon]!; ring < polygons[polygon + 1]!; ring++)
        (ring === polygons[polygon] ? shells : lakes).push([...coords.subarray(2 * rings[ring]!, 2 * rings[ring + 1]!)]);
  }
  // An island in a lake is no part of the lake.
  const outer = shells.filter((shell) => !lakes.some((lake) => isInside(lake, shell)));
  const made = [
    [[west, south, east, south, east, north, west, north, west, south], ...outer],
    ...lakes.map((lake) => [lake, ...shells.filter((shell) => isInside(lake, shell))]),
  ];
  const out: GeometryColumn = {
    kinds: Uint8Array.of(GEOMETRY_KIND.polygon),
    coords: Float64Array.from(made.flat(2)),
    rings: new Uint32Array(1 + made.flat().length),
    polygons: new Uint32Array(1 + made.length),
    rows: Uint32Array.of(0, made.length),
  };
  made.flat().forEach((ring, i) => (out.rings[i + 1] = out.rings[i]! + ring.length / 2));
  made.forEach((polygon, i) => (out.polygons[i + 1] = out.polygons[i]! + polygon.length));
  return out;
}

/** Rings of an outline touch in vertices at most: any vertex off the lake's own tells. */
function isInside(lake: number[], shell: number[]): boolean {
  for (let i = 0; i < shell.length; i += 2) {
    const [x, y] = [shell[i]!, shell[i + 1]!];
    let [inside, onVertex] = [false, false];
    for (let k = 2; k < lake.length; k += 2) {
      const [ax, ay, bx, by] = [lake[k - 2]!, lake[k - 1]!, lake[k]!, lake[k + 1]!];
      if (ax === x && ay === y) onVertex = true;
      if (ay > y !== by > y && x < ax + ((bx - ax) * (y - ay)) / (by - ay)) inside = !inside;
    }
    if (!onVertex) return inside;
  }
  return false;
}
