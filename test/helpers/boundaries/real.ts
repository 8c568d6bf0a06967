/** Levels of real countries from the shared data, which has no part in the repository: tests skip where it is absent. */
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { toNested, toColumn, type Nested, type Position } from '../../geometry/shapes.ts';
import { rewind } from '../../../server/geometry/ring.ts';
import type { PlantedUnit } from './planted.ts';

const FOLDER = '../shared/data';
export const hasReal = (name: string): boolean => existsSync(`${FOLDER}/${name}`);

/** Units of a GeoJSON, zipped or not, with columns adm{level}_name, adm{level}_pcode and those of the parent. */
export function readReal(name: string, level: number): { rows: Nested; units: Omit<PlantedUnit, 'polygons'>[] } {
  const bytes = readFileSync(`${FOLDER}/${name}`);
  const { features } = JSON.parse((name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')) as FeatureCollection<Polygon | MultiPolygon>;
  const nested = features.map(
    ({ geometry }: Feature<Polygon | MultiPolygon>): Nested[number] =>
      (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates) as Position[][][],
  );
  return {
    rows: toNested(rewind(toColumn(nested)).geometry),
    units: features.map(({ properties }) => ({
      code: String(properties![`adm${level}_pcode`]),
      names: [{ lang: 'en', name: String(properties![`adm${level}_name`]) }],
      parent: String(properties![`adm${level - 1}_pcode`]),
    })),
  };
}
