/** GEOS as the judge of validity. */
import initGeosJs from 'geos-wasm';
import { geojsonToGeosGeom } from 'geos-wasm/helpers';
import type { GeometryColumn } from '../../server/contract/admin.ts';
import { toNested } from './shapes.ts';

const geos = initGeosJs();

/** Rows that GEOS calls invalid, with its reason. */
export async function invalidRows(column: GeometryColumn): Promise<string[]> {
  return invalidPolygons(toNested(column));
}

/** The same for MultiPolygon coordinates. */
export async function invalidPolygons(rows: number[][][][][]): Promise<string[]> {
  const judge = await geos;
  return rows.flatMap((coordinates, row) => {
    if (coordinates.length === 0) return [];
    const geometry = geojsonToGeosGeom({ type: 'MultiPolygon', coordinates } as never, judge);
    const reason = judge.GEOSisValid(geometry) === 1 ? [] : [`${row}: ${judge.GEOSisValidReason(geometry)}`];
    judge.GEOSGeom_destroy(geometry);
    return reason;
  });
}
