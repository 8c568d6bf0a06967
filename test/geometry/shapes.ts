/** Shapes for topology and tile tests, all from a seed. */
import { GEOMETRY_KIND, type GeometryColumn } from '../../server/contract/admin.ts';

export type Position = [number, number];
/** rows → polygons → rings → positions */
export type Nested = Position[][][][];

/** Deterministic numbers in [0, 1): mulberry32. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export function toColumn(rows: Nested): GeometryColumn {
  const coords: number[] = [];
  const rings = [0];
  const polygons = [0];
  const offsets = [0];
  for (const row of rows) {
    for (const polygon of row) {
      for (const ring of polygon) {
        for (const [x, y] of ring) coords.push(x, y);
        rings.push(coords.length / 2);
      }
      polygons.push(rings.length - 1);
    }
    offsets.push(polygons.length - 1);
  }
  return {
    kinds: Uint8Array.from(rows, (row) => (row.length > 0 ? GEOMETRY_KIND.polygon : GEOMETRY_KIND.none)),
    coords: Float64Array.from(coords),
    rings: Uint32Array.from(rings),
    polygons: Uint32Array.from(polygons),
    rows: Uint32Array.from(offsets),
  };
}

export function toNested({ kinds, coords, rings, polygons, rows }: GeometryColumn): Nested {
  const part = (offsets: Uint32Array, i: number) => Array.from({ length: offsets[i + 1]! - offsets[i]! }, (_, k) => offsets[i]! + k);
  return Array.from(kinds, (_, row) =>
    part(rows, row).map((polygon) => part(polygons, polygon).map((ring) => part(rings, ring).map((v): Position => [coords[2 * v]!, coords[2 * v + 1]!]))),
  );
}

/** A star-shaped ring around a point: simple by construction. Counter-clockwise, closed. */
export function star(random: () => number, x: number, y: number, radius: number, vertices: number): Position[] {
  const ring = Array.from({ length: vertices }, (_, i): Position => {
    const angle = ((i + random() * 0.8) / vertices) * 2 * Math.PI;
    const r = radius * (0.25 + 0.75 * random());
    return [x + r * Math.cos(angle), y + r * Math.sin(angle)];
  });
  return [...ring, ring[0]!];
}

/**
 * A clean coverage of `columns × rows` quadrilateral cells whose corners are jittered and whose sides are rough lines shared exactly by both
 * neighbours. Cells are counter-clockwise. Row-major.
 */
export function roughGrid(random: () => number, columns: number, rows: number, { x = 0, y = 0, size = 1, detail = 8, rough = 0.12 } = {}): Nested {
  const jitter = () => (random() - 0.5) * 0.4;
  const corners = Array.from({ length: rows + 1 }, (_, r) => Array.from({ length: columns + 1 }, (_, c): Position => [c + jitter(), r + jitter()]));
  const place = ([u, v]: Position): Position => [round(x + u * size), round(y + v * size)];
  const side = (a: Position, b: Position): Position[] => {
    const line: Position[] = [];
    for (let i = 1; i < detail; i++) {
      const t = i / detail;
      // Smooth towards the corners, or two sides might cross there.
      const off = (random() - 0.5) * rough * 2 * Math.min(t, 1 - t);
      line.push(place([a[0] + (b[0] - a[0]) * t - (b[1] - a[1]) * off, a[1] + (b[1] - a[1]) * t + (b[0] - a[0]) * off]));
    }
    return [place(a), ...line, place(b)];
  };
  const along = corners.map((line) => line.slice(1).map((corner, c) => side(line[c]!, corner)));
  const up = corners.slice(1).map((line, r) => line.map((corner, c) => side(corners[r]![c]!, corner)));
  const cells: Nested = [];
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      const south = along[r]![c]!;
      const east = up[r]![c + 1]!;
      const north = along[r + 1]![c]!.toReversed();
      const west = up[r]![c]!.toReversed();
      cells.push([[[...south, ...east.slice(1), ...north.slice(1), ...west.slice(1)]]]);
    }
  }
  return cells;
}

const round = (value: number) => Math.round(value * 1e7) / 1e7;
