/** Land and sea, lakes, rivers and where people live: what borders and numbers follow. */
import { cornerCells, cornerEdges, edgeEnds, Heap, neighbours, type Mesh } from './mesh.ts';
import { createRandom, fractalNoise, unitHash } from './random.ts';

export const LAND = 1;
export const LAKE = 2;

export interface Terrain {
  /** 0 sea, LAND, LAKE. */
  kind: Uint8Array;
  /** People's preference for a cell: about 0.1 in the desert, 1 on average, 15 in a large city. 0 off land. */
  density: Float32Array;
  /** Share of the largest river's water on each edge of the mesh; 0 where no river runs. */
  river: Float32Array;
  landCells: number;
}

/** `areaKm2` of land within `radius` kilometres of the middle of the mesh, more or less. */
export function createTerrain(mesh: Mesh, seed: number, areaKm2: number, radius: number): Terrain {
  const kind = raiseLand(mesh, seed, areaKm2, radius);
  const steps = stepsFrom(mesh, kind, (cell) => kind[cell] !== LAND);
  const height = new Float32Array(mesh.cells);
  for (let cell = 0; cell < mesh.cells; cell++) {
    if (kind[cell] !== LAND) continue;
    const u = mesh.x[cell]! / radius;
    const v = mesh.y[cell]! / radius;
    height[cell] = ((steps[cell]! * mesh.spacing) / (0.35 * radius)) ** 0.6 + 0.55 * fractalNoise(seed + 31, 3 * u, 3 * v, 5);
  }
  digLakes(mesh, kind, steps, height);
  const river = runRivers(mesh, kind, height, seed);
  let landCells = 0;
  for (const value of kind) if (value === LAND) landCells++;
  return { kind, river, landCells, density: settle(mesh, kind, river, steps, seed, radius) };
}

/** A spine of hills and a few outliers, bent by noise; the sea level is set so that the wanted area stays dry. */
function raiseLand(mesh: Mesh, seed: number, areaKm2: number, radius: number): Uint8Array {
  const random = createRandom(seed, 1);
  const turn = random.next() * 2 * Math.PI;
  const hills: { u: number; v: number; r: number; h: number }[] = [];
  let heading = turn;
  let u = -0.5 * Math.cos(turn);
  let v = -0.5 * Math.sin(turn);
  for (let i = 0; i < 5; i++) {
    hills.push({ u, v, r: 0.27 + 0.14 * random.next(), h: 1 });
    heading += (random.next() - 0.5) * 1.5;
    u += 0.27 * Math.cos(heading);
    v += 0.27 * Math.sin(heading);
  }
  for (let i = 0; i < 6; i++) {
    const angle = turn + Math.PI / 2 + (random.next() - 0.5) * 2.4;
    const far = 0.5 + 0.42 * random.next();
    hills.push({ u: far * Math.cos(angle), v: far * Math.sin(angle), r: 0.06 + 0.1 * random.next(), h: 0.55 });
  }
  const field = new Float64Array(mesh.cells).fill(-9);
  for (let cell = 0; cell < mesh.cells; cell++) {
    const column = cell % mesh.columns;
    const row = Math.floor(cell / mesh.columns);
    if (column < 2 || row < 2 || column >= mesh.columns - 2 || row >= mesh.rows - 2) continue;
    const px = mesh.x[cell]! / radius;
    const py = mesh.y[cell]! / radius;
    const wu = px + 0.28 * fractalNoise(seed + 11, 1.7 * px, 1.7 * py, 4);
    const wv = py + 0.28 * fractalNoise(seed + 12, 1.7 * px, 1.7 * py, 4);
    let lift = 0;
    for (const hill of hills) lift += hill.h * Math.exp(-((wu - hill.u) ** 2 + (wv - hill.v) ** 2) / hill.r ** 2);
    const rim = Math.max(0, Math.hypot(px, py) - 0.8);
    field[cell] = 0.8 * Math.min(lift, 1.15) + 1.15 * fractalNoise(seed + 13, 2.3 * px, 2.3 * py, 9, 0.6) - 14 * rim * rim;
  }
  const wanted = Math.round(areaKm2 / (mesh.spacing * mesh.spacing * 0.866));
  const level = field.slice().sort()[mesh.cells - wanted]!;
  const kind = new Uint8Array(mesh.cells);
  for (let cell = 0; cell < mesh.cells; cell++) if (field[cell]! > level) kind[cell] = LAND;
  tidyCoast(mesh, kind);
  return kind;
}

/** Water that the sea does not reach becomes land (lakes are dug on purpose), and of the islands the largest forty stay. */
function tidyCoast(mesh: Mesh, kind: Uint8Array): void {
  const sea = components(mesh, (cell) => kind[cell] === 0);
  for (let cell = 0; cell < mesh.cells; cell++) if (kind[cell] === 0 && sea.of[cell] !== sea.of[0]) kind[cell] = LAND;
  const land = components(mesh, (cell) => kind[cell] === LAND);
  const keep = new Set(
    [...land.sizes.keys()]
      .sort((a, b) => land.sizes[b]! - land.sizes[a]! || a - b)
      .slice(0, 40)
      .filter((part) => land.sizes[part]! * mesh.spacing * mesh.spacing > 8),
  );
  for (let cell = 0; cell < mesh.cells; cell++) if (kind[cell] === LAND && !keep.has(land.of[cell]!)) kind[cell] = 0;
}

/** Connected parts of the cells that `inside` accepts: part of each cell (-1 outside) and cells of each part. */
export function components(
  mesh: Mesh,
  inside: (cell: number) => boolean,
  same: (a: number, b: number) => boolean = () => true,
): { of: Int32Array; sizes: number[] } {
  const of = new Int32Array(mesh.cells).fill(-1);
  const sizes: number[] = [];
  const stack = new Int32Array(mesh.cells);
  const around = new Int32Array(6);
  for (let start = 0; start < mesh.cells; start++) {
    if (of[start] !== -1 || !inside(start)) continue;
    const part = sizes.length;
    let top = 0;
    let size = 0;
    stack[top++] = start;
    of[start] = part;
    while (top > 0) {
      const cell = stack[--top]!;
      size++;
      neighbours(mesh, cell, around);
      for (const next of around) {
        if (next < 0 || next >= mesh.cells || of[next] !== -1 || !inside(next) || !same(cell, next)) continue;
        of[next] = part;
        stack[top++] = next;
      }
    }
    sizes.push(size);
  }
  return { of, sizes };
}

/** Steps of each land cell to the nearest cell that `isSource` accepts; 0 for sources, and where no land is. */
export function stepsFrom(mesh: Mesh, kind: Uint8Array, isSource: (cell: number) => boolean): Int32Array {
  const steps = new Int32Array(mesh.cells).fill(-1);
  const queue = new Int32Array(mesh.cells);
  let tail = 0;
  for (let cell = 0; cell < mesh.cells; cell++) {
    if (isSource(cell)) {
      steps[cell] = 0;
      queue[tail++] = cell;
    }
  }
  const around = new Int32Array(6);
  for (let head = 0; head < tail; head++) {
    const cell = queue[head]!;
    neighbours(mesh, cell, around);
    for (const next of around) {
      if (next < 0 || next >= mesh.cells || steps[next] !== -1 || kind[next] !== LAND) continue;
      steps[next] = steps[cell]! + 1;
      queue[tail++] = next;
    }
  }
  for (let cell = 0; cell < mesh.cells; cell++) if (steps[cell] === -1) steps[cell] = 0;
  return steps;
}

/** A large lake and a small one, in hollows well inside the country. */
function digLakes(mesh: Mesh, kind: Uint8Array, steps: Int32Array, height: Float32Array): void {
  let land = 0;
  let deepest = 0;
  for (let cell = 0; cell < mesh.cells; cell++) {
    if (kind[cell] === LAND) land++;
    deepest = Math.max(deepest, steps[cell]!);
  }
  const around = new Int32Array(6);
  for (const [share, from, to] of [
    [0.0052, 0.5, 0.85],
    [0.0009, 0.28, 0.5],
  ] as const) {
    let start = -1;
    for (let cell = 0; cell < mesh.cells; cell++) {
      if (kind[cell] !== LAND || steps[cell]! < from * deepest || steps[cell]! > to * deepest) continue;
      if (start === -1 || height[cell]! < height[start]!) start = cell;
    }
    if (start === -1) continue;
    const heap = new Heap();
    heap.push(0, start);
    const seen = new Set([start]);
    for (let left = Math.max(3, Math.round(share * land)); left > 0 && heap.size > 0; left--) {
      const cell = heap.pop();
      kind[cell] = LAKE;
      neighbours(mesh, cell, around);
      for (const next of around) {
        if (seen.has(next) || kind[next] !== LAND || steps[next]! < 0.2 * deepest || steps[next]! < 4) continue;
        seen.add(next);
        // A rift: longer than wide, leaning, with arms where the ground is low.
        const along = 0.45 * (mesh.x[next]! - mesh.x[start]!) + 0.9 * (mesh.y[next]! - mesh.y[start]!);
        const across = 0.9 * (mesh.x[next]! - mesh.x[start]!) - 0.45 * (mesh.y[next]! - mesh.y[start]!);
        heap.push(1.6 * height[next]! + (0.3 * Math.hypot(0.55 * along, 1.5 * across)) / (mesh.spacing * Math.sqrt(share * land)), next);
      }
    }
  }
  // Islets inside a lake would be units of their own; drown them.
  const parts = components(mesh, (cell) => kind[cell] === LAND);
  const lakeOnly = new Set(parts.sizes.keys());
  const row = new Int32Array(6);
  for (let cell = 0; cell < mesh.cells; cell++) {
    if (kind[cell] !== 0) continue;
    neighbours(mesh, cell, row);
    for (const next of row) if (next >= 0 && next < mesh.cells && parts.of[next] !== -1) lakeOnly.delete(parts.of[next]!);
  }
  for (let cell = 0; cell < mesh.cells; cell++) if (kind[cell] === LAND && lakeOnly.has(parts.of[cell]!)) kind[cell] = LAKE;
}

/** Water runs along the edges of cells from corner to corner (priority flood from the shores), because borders follow edges too. */
function runRivers(mesh: Mesh, kind: Uint8Array, height: Float32Array, seed: number): Float32Array {
  const cells = new Int32Array(3);
  const edges = new Int32Array(3);
  const ends = new Int32Array(4);
  const corners = 2 * mesh.cells;
  const level = new Float32Array(corners).fill(Number.NaN);
  const out = new Int32Array(corners).fill(-1);
  const order = new Int32Array(corners);
  const heap = new Heap();
  const margin = mesh.columns + 2;
  for (let corner = 2 * margin; corner < corners - 2 * margin; corner++) {
    cornerCells(mesh, corner, cells);
    const dry = cells.filter((cell) => kind[cell] === LAND).length;
    if (dry === 0) continue;
    level[corner] = cells.reduce((sum, cell) => sum + height[cell]!, 0) / 3 + 0.02 * unitHash(seed, corner, 3);
    if (dry < 3) heap.push((level[corner] = 0), corner);
  }
  const done = new Uint8Array(corners);
  let count = 0;
  while (heap.size > 0) {
    const key = heap.topKey;
    const corner = heap.pop();
    if (done[corner]) continue;
    done[corner] = 1;
    order[count++] = corner;
    cornerEdges(mesh, corner, edges);
    for (const edge of edges) {
      edgeEnds(mesh, edge, ends);
      const next = ends[2] === corner ? ends[3]! : ends[2]!;
      if (done[next] || Number.isNaN(level[next]!) || out[next] !== -1 || level[next] === 0) continue;
      out[next] = edge;
      heap.push(Math.max(key + 1e-6, level[next]!), next);
    }
  }
  const water = new Float32Array(corners).fill(1);
  const river = new Float32Array(3 * mesh.cells);
  let most = 0;
  for (let i = count - 1; i >= 0; i--) {
    const corner = order[i]!;
    const edge = out[corner]!;
    if (edge === -1) continue;
    edgeEnds(mesh, edge, ends);
    const next = ends[2] === corner ? ends[3]! : ends[2]!;
    water[next]! += water[corner]!;
    river[edge] = water[corner]!;
    most = Math.max(most, river[edge]!);
  }
  for (let edge = 0; edge < river.length; edge++) river[edge] = river[edge]! < 0.02 * most ? 0 : river[edge]! / most;
  return river;
}

/** Density: dry and green parts, shores and rivers, and cities whose sizes follow Zipf's law. */
function settle(mesh: Mesh, kind: Uint8Array, river: Float32Array, steps: Int32Array, seed: number, radius: number): Float32Array {
  const random = createRandom(seed, 2);
  const density = new Float32Array(mesh.cells);
  const land: number[] = [];
  for (let cell = 0; cell < mesh.cells; cell++) {
    if (kind[cell] !== LAND) continue;
    land.push(cell);
    const u = mesh.x[cell]! / radius;
    const v = mesh.y[cell]! / radius;
    const shore = Math.exp(-(steps[cell]! * mesh.spacing) / 30);
    const wet = Math.max(river[3 * cell]!, river[3 * cell + 1]!, river[3 * cell + 2]!) > 0 ? 0.5 : 0;
    density[cell] = Math.exp(2.6 * fractalNoise(seed + 41, 1.3 * u + 5, 1.3 * v, 3)) * (1 + 0.8 * shore + wet) * 0.7;
  }
  const tries = (n: number) => {
    let best = land[random.below(land.length)]!;
    for (let i = 1; i < n; i++) {
      const other = land[random.below(land.length)]!;
      if (density[other]! > density[best]!) best = other;
    }
    return best;
  };
  const towns: { cell: number; reach: number; height: number }[] = [];
  for (let rank = 1; rank <= 28; rank++) towns.push({ cell: tries(4), reach: 9 + 26 / rank ** 0.5, height: 3 + 10 / rank ** 0.6 });
  for (const { cell, reach, height } of towns) {
    for (const other of land) {
      const dx = mesh.x[other]! - mesh.x[cell]!;
      const dy = mesh.y[other]! - mesh.y[cell]!;
      const square = (dx * dx + dy * dy) / (reach * reach);
      if (square < 12) density[other]! += height * Math.exp(-square);
    }
  }
  for (const cell of land) density[cell] = Math.min(16, Math.max(0.12, density[cell]!));
  return density;
}
