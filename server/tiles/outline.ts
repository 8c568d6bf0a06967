/** The outline of a country in pieces of one kind: coast, land border, disputed. Arcs are cut where the kind changes; rings name the pieces. */
import type { ArcTable, RingArcs } from '../geometry/arcs.ts';
import type { GroundLine } from '../contract/maps/ground.ts';
import { runsOf, type EdgeAt } from '../ground/edges.ts';
import type { TileGrid } from './grid.ts';

export interface SortedArcs {
  table: ArcTable;
  rings: RingArcs;
  /** Of arcs that have units on one side only; nothing is known of others. */
  edges: Map<number, GroundLine>;
}

/** @param edgeAt of a place on the outline; without it nothing is cut */
export function sortOutline(table: ArcTable, rings: RingArcs, grid: TileGrid, edgeAt: EdgeAt | undefined): SortedArcs {
  const edges = new Map<number, GroundLine>();
  if (!edgeAt) return { table, rings, edges };
  const cuts = new Map<number, { end: number; kind: GroundLine | null }[]>();
  // Beyond 180 where the country is laid out so, as its surroundings are.
  const toLon = (x: number) => (x / grid.size) * 360 - 180;
  for (const arc of outerArcs(table, rings)) {
    const first = table.offsets[arc]!;
    const count = table.offsets[arc + 1]! - first;
    cuts.set(
      arc,
      runsOf(count, (i) => [toLon(table.x[first + i]!), grid.toLat(table.y[first + i]!)], edgeAt),
    );
  }
  return cutArcs(table, rings, cuts, edges);
}

/** Arcs that have units on one of their sides only. */
function outerArcs({ count }: ArcTable, { arcs }: RingArcs): number[] {
  const sides = new Uint8Array(count);
  for (const signed of arcs) sides[signed >>> 1]! |= signed & 1 ? 2 : 1;
  return Array.from({ length: count }, (_, arc) => arc).filter((arc) => sides[arc] === 1 || sides[arc] === 2);
}

function cutArcs(
  table: ArcTable,
  rings: RingArcs,
  cuts: ReadonlyMap<number, { end: number; kind: GroundLine | null }[]>,
  edges: SortedArcs['edges'],
): SortedArcs {
  const more = [...cuts.values()].reduce((sum, runs) => sum + Math.max(0, runs.length - 1), 0);
  const say = (arc: number, kind: GroundLine | null) => kind !== null && edges.set(arc, kind);
  if (more === 0) {
    for (const [arc, [run]] of cuts) say(arc, run?.kind ?? null);
    return { table, rings, edges };
  }
  const count = table.count + more;
  const [x, y] = [new Int32Array(table.x.length + more), new Int32Array(table.y.length + more)];
  const [offsets, from, to] = [new Uint32Array(count + 1), new Int32Array(count), new Int32Array(count)];
  /** First piece of each arc; the others follow it. */
  const pieces = new Uint32Array(table.count + 1);
  let [piece, vertices, length] = [0, table.vertices, 0];
  for (let arc = 0; arc < table.count; arc++) {
    pieces[arc] = piece;
    const first = table.offsets[arc]!;
    const runs = cuts.get(arc) ?? [{ end: table.offsets[arc + 1]! - first - 1, kind: null }];
    let start = 0;
    runs.forEach(({ end, kind }, i) => {
      x.set(table.x.subarray(first + start, first + end + 1), length);
      y.set(table.y.subarray(first + start, first + end + 1), length);
      length += end - start + 1;
      from[piece] = i === 0 ? table.from[arc]! : vertices - 1;
      to[piece] = i === runs.length - 1 ? table.to[arc]! : vertices++;
      say(piece, kind);
      offsets[++piece] = length;
      start = end;
    });
  }
  pieces[table.count] = piece;
  return { table: { count, offsets, x, y, from, to, vertices }, rings: renamed(rings, pieces), edges };
}

/** Rings by pieces, in the order in which they are walked. */
function renamed({ arcs, offsets }: RingArcs, pieces: Uint32Array): RingArcs {
  const named: number[] = [];
  const ends = new Uint32Array(offsets.length);
  for (let ring = 0; ring < offsets.length - 1; ring++) {
    for (let i = offsets[ring]!; i < offsets[ring + 1]!; i++) {
      const [arc, back] = [arcs[i]! >>> 1, arcs[i]! & 1];
      const [first, end] = [pieces[arc]!, pieces[arc + 1]!];
      if (back) for (let piece = end - 1; piece >= first; piece--) named.push((piece << 1) | 1);
      else for (let piece = first; piece < end; piece++) named.push(piece << 1);
    }
    ends[ring + 1] = named.length;
  }
  return { arcs: Uint32Array.from(named), offsets: ends };
}
