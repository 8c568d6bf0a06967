/** A country with more districts than a form holds as choices. */
import type { Feature } from 'geojson';
import { toTable } from '../boundaryTables.ts';

/** Provinces and 2,100 districts with codes that begin with a zero. */
export const manyDistricts = (): ReturnType<typeof toTable>[] => {
  const square = (pcode: string, parent: string | null, name: string, x: number, y: number): Feature => ({
    type: 'Feature',
    properties: { pcode, parent, name },
    geometry: { type: 'Polygon', coordinates: [[[x, y], [x + 0.01, y], [x + 0.01, y + 0.01], [x, y + 0.01], [x, y]]] }, // prettier-ignore
  });
  const provinces = ['01', '02', '03'];
  const districts = Array.from({ length: 2100 }, (_, i) => square(`${provinces[i % 3]!}${String(i).padStart(4, '0')}`, provinces[i % 3]!, `Place ${i >> 1}`, (i % 50) / 50, Math.floor(i / 50) / 50)); // prettier-ignore
  return [toTable(0, [square('XX', null, 'Land', 0, 0)]), toTable(1, provinces.map((code) => square(code, 'XX', `Province ${code}`, 0, 0))), toTable(2, districts)]; // prettier-ignore
};
