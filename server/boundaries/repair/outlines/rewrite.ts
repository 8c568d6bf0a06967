/** The geometry column after a repair. Rows, rings and coordinates that nothing was done to keep their bytes. */
import type { GeometryColumn } from '../../../contract/admin.ts';
import { GEOMETRY_KIND } from '../../../contract/admin.ts';
import { ringArea } from '../../../geometry/ring.ts';
import type { Ground } from '../ground/grid.ts';
import { fromLeast, ringArea2 } from './rings.ts';
import type { Places } from '../ground/side.ts';
import { isBefore } from '../ground/side.ts';
import { smallestAround } from './nest.ts';

/** A ring of a row as it will be: a ring of the source untouched, or vertices. */
interface OutRing {
  ids: number[];
  area2: number;
  /** Ring of the source that it is, unchanged; −1 where it is new. */
  ring: number;
  /** Polygon of the source that it comes from; the greatest number where it comes from none. */
  polygon: number;
}

/** Polygons of one row: rings of the source (by number) or new ones (vertices, not closed). */
export type OutRow = { rings: { ring: number; ids: number[] }[] }[];

/** Of a line that no polygon of the source drew. */
export const NEW_POLYGON = 0x7fff_ffff;

/** Knows the rings of the source by their least vertex. */
export class RowWriter {
  readonly #ground: Ground;
  readonly #geometry: GeometryColumn;
  readonly #ringsOf = new Map<number, number[]>();

  constructor(ground: Ground, geometry: GeometryColumn) {
    this.#ground = ground;
    this.#geometry = geometry;
    for (let k = 0; k < ground.rings.count; k++) {
      const known = this.#ringsOf.get(ground.rings.row[k]!);
      if (known) known.push(k);
      else this.#ringsOf.set(ground.rings.row[k]!, [k]);
    }
  }

  /** Polygons of a row from its rings; null where they are what the row has already. `polygonsAt` names the source polygons of a line. */
  write(row: number, rings: number[][], polygonAt: (a: number, b: number) => number): OutRow | null {
    const { vertices } = this.#ground;
    const sources = (this.#ringsOf.get(row) ?? []).map((k) => this.#source(k));
    const byStart = Map.groupBy(sources, ({ ids }) => ids[0] ?? -1);
    const used = new Set<number>();
    const out = rings.map((ids): OutRing => {
      const ring = fromLeast(vertices, ids);
      const same = byStart.get(ring[0]!)?.find((source) => !used.has(source.k) && isSame(source.ids, ring));
      if (same) {
        used.add(same.k);
        return { ids: ring, area2: ringArea2(vertices, ring), ring: this.#ground.rings.ring[same.k]!, polygon: this.#ground.rings.polygon[same.k]! };
      }
      let polygon = NEW_POLYGON;
      ring.forEach((id, i) => (polygon = Math.min(polygon, polygonAt(id, ring[(i + 1) % ring.length]!))));
      return { ids: ring, area2: ringArea2(vertices, ring), ring: -1, polygon };
    });
    // Rings too small for the grid have no place among faces, and are nobody's fault: they stay, unless they enclose nothing at all.
    const tiny = sources.filter(({ k, ids }) => !used.has(k) && isFolded(ids) && this.#hasArea(this.#ground.rings.ring[k]!));
    if (tiny.length + used.size === sources.length && out.every(({ ring }) => ring >= 0)) return null;
    return this.#nest(
      [...out, ...tiny.map(({ k, ids }) => ({ ids, area2: 0, ring: this.#ground.rings.ring[k]!, polygon: this.#ground.rings.polygon[k]! }))],
      vertices,
    );
  }

  #hasArea(ring: number): boolean {
    const { coords, rings } = this.#geometry;
    return rings[ring + 1]! - rings[ring]! >= 4 && ringArea(coords, rings[ring]!, rings[ring + 1]!) !== 0;
  }

  #source(k: number): { k: number; ids: number[] } {
    const { rings, vertices } = this.#ground;
    const ids = [...rings.ids.subarray(rings.starts[k], rings.starts[k + 1])];
    return { k, ids: ids.length > 0 ? fromLeast(vertices, ids) : ids };
  }

  #nest(rings: OutRing[], places: Places): OutRow {
    const { polygons } = this.#geometry;
    const isShell = ({ area2, ring, polygon }: OutRing) => area2 > 0 || (area2 === 0 && ring === polygons[polygon]);
    const shells = rings.filter(isShell);
    const holesOf = new Map(shells.map((shell): [OutRing, OutRing[]] => [shell, []]));
    for (const hole of rings) {
      if (isShell(hole)) continue;
      const own =
        hole.ring >= 0 ? shells.find((shell) => shell.ring >= 0 && shell.polygon === hole.polygon && shell.ring === polygons[shell.polygon]) : undefined;
      const around = own ?? smallestAround(places, shells, hole);
      if (around) holesOf.get(around)!.push(hole);
    }
    const before = (p: OutRing, q: OutRing) =>
      p.polygon - q.polygon || (isBefore(places, p.ids[0]!, q.ids[0]!) ? -1 : isBefore(places, q.ids[0]!, p.ids[0]!) ? 1 : q.area2 - p.area2);
    return shells.sort(before).map((shell) => ({
      rings: [shell, ...holesOf.get(shell)!.sort((p, q) => (p.ring >= 0 && q.ring >= 0 ? p.ring - q.ring : before(p, q)))].map(({ ring, ids }) => ({
        ring,
        ids,
      })),
    }));
  }
}

/** Does the ring run back on itself everywhere? */
function isFolded(ids: number[]): boolean {
  if (ids.length < 3) return true;
  const open = new Set<string>();
  ids.forEach((a, i) => {
    const b = ids[(i + 1) % ids.length]!;
    if (!open.delete(`${b} ${a}`)) open.add(`${a} ${b}`);
  });
  return open.size === 0;
}

function isSame(p: number[], q: number[]): boolean {
  return p.length === q.length && (p.every((id, i) => id === q[i]) || p.every((id, i) => id === q[i === 0 ? 0 : q.length - i]));
}

/** Leaves polygons of the source out. */
export function dropPolygons({ rows, polygons }: GeometryColumn, changed: Map<number, OutRow>, dropped: Set<number>): void {
  if (dropped.size === 0) return;
  for (let row = 0; row < rows.length - 1; row++) {
    const own = Array.from({ length: rows[row + 1]! - rows[row]! }, (_, i) => rows[row]! + i);
    if (!own.some((polygon) => dropped.has(polygon))) continue;
    const shells = new Set(own.filter((polygon) => dropped.has(polygon)).map((polygon) => polygons[polygon]!));
    const asDrawn = own.map((polygon) => ({
      rings: Array.from({ length: polygons[polygon + 1]! - polygons[polygon]! }, (_, i) => ({ ring: polygons[polygon]! + i, ids: [] as number[] })),
    }));
    changed.set(
      row,
      (changed.get(row) ?? asDrawn).filter(({ rings }) => !shells.has(rings[0]!.ring)),
    );
  }
}

/** Rows given in `changed` as they are there, all others as they were. `place` gives the coordinates of a row's vertex. */
export function writeGeometry(
  geometry: GeometryColumn,
  changed: Map<number, OutRow>,
  place: (row: number, vertex: number) => [number, number],
): GeometryColumn {
  if (changed.size === 0) return geometry;
  const { kinds, coords, rings, polygons, rows } = geometry;
  const out = { kinds: kinds.slice(), coords: new Growing(coords.length), rings: [0], polygons: [0], rows: [0] };
  const copy = (ring: number) => {
    out.coords.copy(coords, 2 * rings[ring]!, 2 * rings[ring + 1]!);
    out.rings.push(out.coords.length / 2);
  };
  for (let row = 0; row < kinds.length; row++) {
    const now = changed.get(row);
    if (now) {
      for (const polygon of now) {
        for (const { ring, ids } of polygon.rings) {
          if (ring >= 0) copy(ring);
          else {
            for (const id of ids) out.coords.push(...place(row, id));
            out.coords.push(...place(row, ids[0]!));
            out.rings.push(out.coords.length / 2);
          }
        }
        out.polygons.push(out.rings.length - 1);
      }
      if (now.length === 0) out.kinds[row] = GEOMETRY_KIND.none;
    } else {
      for (let polygon = rows[row]!; polygon < rows[row + 1]!; polygon++) {
        for (let ring = polygons[polygon]!; ring < polygons[polygon + 1]!; ring++) copy(ring);
        out.polygons.push(out.rings.length - 1);
      }
    }
    out.rows.push(out.polygons.length - 1);
  }
  return {
    kinds: out.kinds,
    coords: out.coords.finish(),
    rings: Uint32Array.from(out.rings),
    polygons: Uint32Array.from(out.polygons),
    rows: Uint32Array.from(out.rows),
  };
}

class Growing {
  #array: Float64Array;
  length = 0;

  constructor(expected: number) {
    this.#array = new Float64Array(Math.ceil(expected * 1.1) + 64);
  }

  #room(more: number): void {
    if (this.length + more <= this.#array.length) return;
    const grown = new Float64Array(Math.max(2 * this.#array.length, this.length + more));
    grown.set(this.#array);
    this.#array = grown;
  }

  push(x: number, y: number): void {
    this.#room(2);
    this.#array[this.length++] = x;
    this.#array[this.length++] = y;
  }

  copy(from: Float64Array, start: number, end: number): void {
    this.#room(end - start);
    this.#array.set(from.subarray(start, end), this.length);
    this.length += end - start;
  }

  finish(): Float64Array {
    return this.#array.slice(0, this.length);
  }
}
