/** Areas of cells in square metres: under EPSG:6933, in which a sum over lines is exact whatever the place. */
import { GRID } from '../../../geometry/overlay/edges.ts';
import type { Arrangement } from '../ground/arrange.ts';
import type { Cells } from './cells.ts';
import { eachCellBorder } from './cells.ts';

const A = 6_378_137;
const E2 = 0.006_694_379_990_141_316;
const E = Math.sqrt(E2);

/** Of each cell; that of the endless one (0) means nothing. */
export function areasOf(arrangement: Arrangement, cells: Pick<Cells, 'rows' | 'at' | 'chords'>): Float64Array {
  const { x, y, count } = arrangement.vertices;
  const q = new Float64Array(count);
  for (let v = 0; v < count; v++) q[v] = authalic(y[v]! / GRID);
  const origin = new Int32Array(cells.rows.length).fill(-1);
  const areas = new Float64Array(cells.rows.length);
  const add = (cell: number, from: number, to: number) => {
    // From a vertex of the cell, so that small cells far from zero keep their digits.
    if (origin[cell] === -1) origin[cell] = from;
    const [ox, oq] = [x[origin[cell]!]!, q[origin[cell]!]!];
    areas[cell]! += (x[from]! - ox) * (q[to]! - oq) - (x[to]! - ox) * (q[from]! - oq);
  };
  eachCellBorder(arrangement, cells, (from, to, left, right) => {
    add(left, from, to);
    add(right, to, from);
  });
  const scale = (((Math.PI / 180) * A * A) / 2 / GRID) * 0.5;
  for (let cell = 0; cell < areas.length; cell++) areas[cell]! *= scale;
  return areas;
}

/** Snyder, Map Projections, 3-12. */
function authalic(lat: number): number {
  const sin = Math.sin((lat * Math.PI) / 180);
  return (1 - E2) * (sin / (1 - E2 * sin * sin) - Math.log((1 - E * sin) / (1 + E * sin)) / (2 * E));
}
