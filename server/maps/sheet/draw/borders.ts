/** Borders on a page, each drawn once, by the highest level that it parts. */
import type { AdminLevel } from '../../../contract/ids.ts';
import { isUnsettled, type Unsettled } from '../../../contract/maps/ground.ts';
import type { Coverage } from '../../../geometry/coverage.ts';
import { NEVER } from '../../../tiles/slicing/simplify.ts';
import type { EdgeAt } from '../../../ground/edges.ts';
import { FINE, GRID, type DrawnArcs } from './arcs.ts';
import { Pen } from './pen.ts';
import { countryRings, isGap, sizeOf, SPECK } from './rings.ts';

export interface Border {
  level: AdminLevel;
  /** Of the country. */
  outer: boolean;
  /** Of an outer one that is not agreed on: what it is; only that is drawn apart. */
  edge: Unsettled | null;
  d: string;
}

type Parents = ReadonlyMap<AdminLevel, (string | null)[]>;

const DRAWN = 254;
const OUTER = 255;

/** @param drawnAlready arcs that are not to be drawn once more */
export function drawBorders(coverage: Coverage, level: AdminLevel, parents: Parents, drawn: DrawnArcs, drawnAlready: Uint8Array, edgeAt?: EdgeAt): Border[] {
  const { x, y, offsets, keep, beyond } = drawn;
  const looks = looksOf(coverage, level, parents, drawn, drawnAlready);
  /** What most of a border arc is, by its middle: arcs end where neighbours do. */
  const edgeOf = (arc: number): Unsettled | null => {
    const middle = (coverage.offsets[arc]! + coverage.offsets[arc + 1]!) >> 1;
    const edge = edgeAt?.(coverage.x[middle]! / GRID, coverage.y[middle]! / GRID) ?? null;
    return isUnsettled(edge) ? edge : null;
  };
  const borders = new Map<string, Omit<Border, 'd'> & { pen: Pen }>();
  for (let arc = 0; arc < looks.length; arc++) {
    const look = looks[arc]!;
    if (look === DRAWN || beyond[arc] !== 0) continue;
    const outer = look === OUTER;
    const edge = outer ? edgeOf(arc) : null;
    const key = `${look}${edge}`;
    let border = borders.get(key);
    if (!border) borders.set(key, (border = { level: outer ? 0 : (look as AdminLevel), outer, edge, pen: new Pen() }));
    const { pen } = border;
    let begun = false;
    for (let v = offsets[arc]!; v < offsets[arc + 1]!; v++) {
      if (keep[v] === NEVER) continue;
      if (begun) pen.line(x[v]! / FINE, y[v]! / FINE);
      else pen.move(x[v]! / FINE, y[v]! / FINE);
      begun = true;
    }
  }
  return [...borders.values()]
    .map(({ pen, ...border }): Border => ({ ...border, d: pen.d }))
    .sort((a, b) => b.level - a.level || Number(a.outer) - Number(b.outer));
}

/** Of each arc the level that it parts, OUTER or DRAWN. */
function looksOf(coverage: Coverage, level: AdminLevel, parents: Parents, drawn: DrawnArcs, drawnAlready: Uint8Array): Uint8Array {
  const { left, right } = coverage;
  const uppers = [...parents.keys()].filter((each) => each < level).sort((a, b) => a - b);
  const parted = (a: number, b: number): AdminLevel => uppers.find((each) => parents.get(each)![a] !== parents.get(each)![b]) ?? level;
  const looks = Uint8Array.from(left, (a, arc) => {
    const b = right[arc]!;
    return a === b || drawnAlready[arc] !== 0 ? DRAWN : a < 0 || b < 0 ? OUTER : parted(a, b);
  });
  for (const { arcs, isHole } of countryRings(coverage)) {
    const size = sizeOf(arcs, drawn);
    if (!isGap(size)) continue;
    const units = new Set(arcs.map((signed) => Math.max(left[signed >>> 1]!, right[signed >>> 1]!)));
    if (units.size > 1) closeGap(arcs, [...units], coverage, looks, parted);
    // A crack within one unit, whose parts were joined, is no lake; a narrow island is land.
    else if (isHole || Math.abs(size.area) < SPECK) for (const signed of arcs) looks[signed >>> 1] = DRAWN;
  }
  return looks;
}

/** Where units lie over each other or leave a gap there is one border, and no coast: that of one of them. */
function closeGap(
  ring: readonly number[],
  units: readonly number[],
  { left, right }: Coverage,
  looks: Uint8Array,
  parted: (a: number, b: number) => AdminLevel,
) {
  const [first, ...others] = units as [number, ...number[]];
  const level = Math.min(...others.map((unit) => parted(first, unit)));
  for (const signed of ring) {
    const arc = signed >>> 1;
    // Between three and more each has a part of its own.
    if (looks[arc] === OUTER) looks[arc] = units.length > 2 || left[arc] === first || right[arc] === first ? level : DRAWN;
  }
}
