/** The country's files: features with the specification's columns in its order (COD-AB specification, Layers). */
import type { Feature, Geometry, MultiPolygon, Polygon, Position } from 'geojson';
import type { Country, SampleLevel } from './country.ts';
import { LANGUAGES } from './names.ts';

export const VALID_ON = '2025-03-14';
export const VERSION = 'v01';

export type Properties = Record<string, string | number | null>;

/** One file. `feature(i)` is made when it is asked for, so that a large layer need not be held as objects. */
export interface SampleLayer {
  /** `xnv_admin2`, without extension. */
  name: string;
  level: number | null;
  count: number;
  feature(row: number): Feature<Geometry | null, Properties>;
}

const round = (value: number, digits: number) => Math.round(value * 10 ** digits) / 10 ** digits;

export function levelLayer(country: Country, level: number): SampleLayer {
  const own = country.levels[level]!;
  return {
    name: `${country.iso3.toLowerCase()}_admin${level}`,
    level,
    count: own.units.length,
    feature: (row) => ({ type: 'Feature', properties: unitProperties(country, level, row), geometry: unitGeometry(own, row) }),
  };
}

function unitProperties(country: Country, level: number, row: number): Properties {
  const out: Properties = {};
  let at = row;
  for (let upper = level; upper >= 0; upper--) {
    const unit = country.levels[upper]!.units[at]!;
    out[`adm${upper}_name`] = unit.name[0];
    out[`adm${upper}_name1`] = unit.name[1];
    out[`adm${upper}_name2`] = unit.name[2];
    out[`adm${upper}_name3`] = null;
    out[`adm${upper}_pcode`] = unit.pcode;
    at = unit.parent;
  }
  const unit = country.levels[level]!.units[row]!;
  return {
    ...out,
    valid_on: VALID_ON,
    valid_to: null,
    area_sqkm: round(unit.areaSqKm, 6),
    version: VERSION,
    lang: LANGUAGES[0],
    lang1: LANGUAGES[1],
    lang2: LANGUAGES[2],
    lang3: null,
    iso2: country.iso2,
    iso3: country.iso3,
    center_lat: unit.center[1],
    center_lon: unit.center[0],
  };
}

export function unitGeometry({ polygons, rings }: SampleLevel, row: number): Polygon | MultiPolygon {
  const ring = (at: number): Position[] => {
    const out: Position[] = [];
    for (let v = rings.offsets[at]!; v < rings.offsets[at + 1]!; v++) out.push([rings.coords[2 * v]! / 1e6, rings.coords[2 * v + 1]! / 1e6]);
    return out;
  };
  const parts = polygons[row]!.map((polygon) => polygon.map(ring));
  return parts.length === 1 ? { type: 'Polygon', coordinates: parts[0]! } : { type: 'MultiPolygon', coordinates: parts };
}

/** Each border once, with the level it belongs to: 0 coast and lake shore, else the highest level whose units differ. */
export function linesLayer(country: Country): SampleLayer {
  const deepest = country.levels.length - 1;
  const { units } = country.levels[deepest]!;
  return {
    name: `${country.iso3.toLowerCase()}_adminlines`,
    level: null,
    count: country.arcs.length,
    feature(row) {
      const { left, right, coords } = country.arcs[row]!;
      let level = 0;
      if (left !== -1 && right !== -1) {
        let [a, b] = [left, right];
        level = deepest;
        for (let upper = deepest - 1; upper > 0; upper--) {
          [a, b] = [country.levels[upper + 1]!.units[a]!.parent, country.levels[upper + 1]!.units[b]!.parent];
          if (a !== b) level = upper;
        }
      }
      const line: Position[] = [];
      for (let v = 0; v < coords.length; v += 2) line.push([coords[v]! / 1e6, coords[v + 1]! / 1e6]);
      const properties = {
        adm_level: level,
        name: null,
        valid_on: VALID_ON,
        valid_to: null,
        version: VERSION,
        right_pcod: right === -1 ? null : units[right]!.pcode,
        left_pcod: left === -1 ? null : units[left]!.pcode,
      };
      return { type: 'Feature', properties, geometry: { type: 'LineString', coordinates: line } };
    },
  };
}

/** A label point of every unit of every level (`points`), or the chief town of every unit of levels 1 and 2 (`capitals`). */
export function pointsLayer(country: Country, role: 'points' | 'capitals'): SampleLayer {
  const levels = country.levels.filter(({ level }) => role === 'points' || level === 1 || level === 2);
  const rows = levels.flatMap(({ units }) => units);
  return {
    name: `${country.iso3.toLowerCase()}_admin${role}`,
    level: null,
    count: rows.length,
    feature(row) {
      const unit = rows[row]!;
      const properties: Properties = { adm_level: unit.level, name: unit.name[0], name1: unit.name[1], name2: unit.name[2] };
      let at = unit.row;
      for (let upper = unit.level; upper >= 0; upper--) {
        const above = country.levels[upper]!.units[at]!;
        properties[`adm${upper}_name`] = above.name[0];
        properties[`adm${upper}_pcode`] = above.pcode;
        at = above.parent;
      }
      Object.assign(properties, { valid_on: VALID_ON, valid_to: null, version: VERSION });
      return { type: 'Feature', properties, geometry: { type: 'Point', coordinates: role === 'points' ? unit.center : unit.capital } };
    },
  };
}

/** The text of a layer's file, piece by piece. */
export function* geojsonText(layer: SampleLayer): Generator<string> {
  yield `{"type":"FeatureCollection","name":${JSON.stringify(layer.name)},"features":[\n`;
  let text = '';
  for (let row = 0; row < layer.count; row++) {
    text += JSON.stringify(layer.feature(row)) + (row < layer.count - 1 ? ',\n' : '\n');
    if (text.length > 1 << 20) {
      yield text;
      text = '';
    }
  }
  yield `${text}]}\n`;
}
