/** Areas of cells in square metres on the ellipsoid; lines are straight in degrees, as they are drawn. */
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
  const level = new Float64Array(cells.rows.length).fill(NaN);
  const areas = new Float64Array(cells.rows.length);
  // The area between a line and the parallel of the cell's first vertex; Simpson's rule along the line.
  const add = (cell: number, from: number, to: number, middle: number) => {
    if (Number.isNaN(level[cell]!)) level[cell] = q[from]!;
    areas[cell]! -= ((x[to]! - x[from]!) * (q[from]! + 4 * middle + q[to]! - 6 * level[cell]!)) / 6;
  };
  eachCellBorder(arrangement, cells, (from, to, left, right) => {
    const middle = authalic((y[from]! + y[to]!) / 2 / GRID);
    add(left, from, to, middle);
    add(right, to, from, middle);
  });
  const scale = ((Math.PI / 180) * A * A) / 2 / GRID;
  for (let cell = 0; cell < areas.length; cell++) areas[cell]! *= scale;
  return areas;
}

/** Snyder, Map Projections, 3-12. */
function authalic(lat: number): number {
  const sin = Math.sin((lat * Math.PI) / 180);
  return (1 - E2) * (sin / (1 - E2 * sin * sin) - Math.log((1 - E * sin) / (1 + E * sin)) / (2 * E));
}
