/** The country divided, level by level: each unit is a connected set of cells (islands apart) inside its parent's set. */
import { edgeBetween, Heap, neighbours, type Mesh } from './mesh.ts';
import { createRandom, fractalNoise, unitHash, type Random } from './random.ts';
import { components, LAND, stepsFrom, type Terrain } from './terrain.ts';

/** Unit of each cell, -1 where no land is; parent of each unit. Level 0 has the one unit 0. */
export interface RegionLevel {
  of: Int32Array;
  parents: Int32Array;
  /** Numbers of units carved out of the middle of another unit. */
  enclaves: number[];
}

/** Units of each level, 1 to `levels`, with `units` on the deepest: grows by a constant factor, as in life 4 to 40 provinces. */
export function levelSizes(units: number, levels: number): number[] {
  const first = levels === 1 ? units : Math.max(2, Math.min(units, Math.round(1.9 * units ** 0.27)));
  return Array.from({ length: levels }, (_, i) => (levels === 1 ? units : Math.round(first * (units / first) ** (i / (levels - 1)))));
}

/** Divides the land; `sizes[k]` units on level k + 1. */
export function divide(mesh: Mesh, terrain: Terrain, sizes: number[], seed: number): RegionLevel[] {
  const of = new Int32Array(mesh.cells).fill(-1);
  for (let cell = 0; cell < mesh.cells; cell++) if (terrain.kind[cell] === LAND) of[cell] = 0;
  const levels: RegionLevel[] = [{ of, parents: Int32Array.of(-1), enclaves: [] }];
  sizes.forEach((size, index) => {
    const above = levels[index]!;
    const parents = above.parents.length;
    // A capital district on level 1, a few towns on the deepest level.
    const wanted = index === 0 ? Number(size >= 4) : index === sizes.length - 1 && size >= 2 * parents ? 1 + Math.min(24, Math.floor(size / 400)) : 0;
    const random = createRandom(seed, 100 + index);
    let carved = carve(mesh, terrain, above, wanted, index === 0 ? 0.0035 : 0, random);
    if (size - carved.length < parents) carved = [];
    levels.push(split(mesh, terrain, above, size, carved, seed + 1000 * (index + 1), random));
  });
  return levels;
}

interface Carved {
  parent: number;
  cells: number[];
}

/**
 * Chooses `count` sets of cells deep inside different units of the level above (so inside one new unit, see `split`).
 * `share` of the country each, or a town's size where 0.
 */
function carve(mesh: Mesh, terrain: Terrain, above: RegionLevel, count: number, share: number, random: Random): Carved[] {
  if (count === 0) return [];
  const steps = depthInside(mesh, terrain, above.of);
  const best = deepestCells(above, steps);
  const order = [...best.keys()].filter((unit) => best[unit]! !== -1 && steps[best[unit]!]! >= 6).sort((a, b) => steps[best[b]!]! - steps[best[a]!]! || a - b);
  const around = new Int32Array(6);
  return order.slice(0, count).map((parent) => {
    let center = best[parent]!;
    // The dead centre looks planned: any place that is deep enough will do.
    const candidates: number[] = [];
    for (let cell = 0; cell < mesh.cells; cell++) if (above.of[cell] === parent && steps[cell]! > 0.55 * steps[center]!) candidates.push(cell);
    center = candidates[random.below(candidates.length)]!;
    const room = Math.max(1, Math.min(steps[center]! - 4, 14));
    const size = Math.max(1, Math.min(share > 0 ? Math.round(share * terrain.landCells) : 4, Math.round(1.5 * room * room)));
    const cells: number[] = [];
    const heap = new Heap();
    const seen = new Set([center]);
    heap.push(0, center);
    while (cells.length < size && heap.size > 0) {
      const key = heap.topKey;
      const cell = heap.pop();
      cells.push(cell);
      neighbours(mesh, cell, around);
      for (const next of around) {
        if (seen.has(next) || steps[next]! < 4) continue;
        seen.add(next);
        heap.push(key + 0.2 + random.next() ** 2 * 2, next);
      }
    }
    return { parent, cells: fillHoles(mesh, cells) };
  });
}

/** Adds the cells that a set surrounds. */
function fillHoles(mesh: Mesh, cells: number[]): number[] {
  const set = new Set(cells);
  const around = new Int32Array(6);
  for (let changed = true; changed;) {
    changed = false;
    for (const cell of set) {
      neighbours(mesh, cell, around);
      for (const next of around) {
        if (set.has(next)) continue;
        const ring = new Int32Array(6);
        neighbours(mesh, next, ring);
        if (ring.filter((other) => set.has(other)).length < 5) continue;
        set.add(next);
        changed = true;
      }
    }
  }
  return [...set];
}

/** Steps from each cell to the nearest cell of another unit or of water; 1 at the border. */
export function depthInside(mesh: Mesh, terrain: Terrain, of: Int32Array): Int32Array {
  const around = new Int32Array(6);
  const steps = stepsFrom(mesh, terrain.kind, (cell) => {
    if (of[cell] === -1) return false;
    neighbours(mesh, cell, around);
    return around.some((next) => of[next] !== of[cell]);
  });
  for (let cell = 0; cell < mesh.cells; cell++) if (of[cell] !== -1) steps[cell]!++;
  return steps;
}

/** The innermost cell of each unit. */
export function deepestCells(level: Pick<RegionLevel, 'of' | 'parents'>, steps: Int32Array): Int32Array {
  const best = new Int32Array(level.parents.length).fill(-1);
  for (let cell = 0; cell < level.of.length; cell++) {
    const unit = level.of[cell]!;
    if (unit !== -1 && (best[unit] === -1 || steps[cell]! > steps[best[unit]!]!)) best[unit] = cell;
  }
  return best;
}

/** Shares `total` among weights, at least `least` and at most `most[i]` each: largest remainder. */
export function apportion(total: number, weights: ArrayLike<number>, least: number, most: ArrayLike<number>): Int32Array {
  const n = weights.length;
  const shares = Int32Array.from({ length: n }, (_, i) => Math.min(least, most[i]!));
  let left = total - shares.reduce((a, b) => a + b, 0);
  const heap = new Heap(n + 1);
  // Highest averages (Sainte-Laguë) on top of the floor: monotone, no parent loses a unit when the total grows.
  for (let i = 0; i < n; i++) if (shares[i]! < most[i]!) heap.push(-weights[i]! / (2 * shares[i]! + 1), i);
  while (left > 0 && heap.size > 0) {
    const i = heap.pop();
    shares[i]!++;
    left--;
    if (shares[i]! < most[i]!) heap.push(-weights[i]! / (2 * shares[i]! + 1), i);
  }
  return shares;
}

/**
 * Divides every unit of the level above: seeds spread in a metric that stretches where people live (so units there are small),
 * then a race from all seeds at once in which crossing a river costs extra. Carved sets become units of their own.
 */
function split(mesh: Mesh, terrain: Terrain, above: RegionLevel, size: number, carved: Carved[], seed: number, random: Random): RegionLevel {
  const parentCount = above.parents.length;
  const free = above.of.slice();
  for (const { cells } of carved) for (const cell of cells) free[cell] = -1;
  const cellsOf: number[][] = Array.from({ length: parentCount }, () => []);
  for (let cell = 0; cell < mesh.cells; cell++) if (free[cell] !== -1) cellsOf[free[cell]!]!.push(cell);
  const weights = cellsOf.map((cells) => cells.reduce((sum, cell) => sum + terrain.density[cell]! ** 0.8, 0));
  const total = size - carved.length;
  const counts = apportion(
    total,
    weights,
    total >= 2.5 * parentCount ? 2 : 1,
    cellsOf.map((cells) => cells.length),
  );
  const seeds: number[] = [];
  const parents: number[] = [];
  // A unit that is to surround a carved set starts right beside it.
  const hosts = new Map(carved.map(({ parent, cells }) => [parent, besideSet(mesh, free, cells)]));
  counts.forEach((count, parent) => {
    for (const cell of placeSeeds(mesh, terrain, cellsOf[parent]!, count, random, hosts.get(parent) ?? -1)) {
      seeds.push(cell);
      parents.push(parent);
    }
  });
  // Ridges and thickets on several scales make the race uneven, so that borders wander.
  const ground = new Float32Array(mesh.cells);
  const wave = 14 * mesh.spacing;
  for (let cell = 0; cell < mesh.cells; cell++) {
    if (free[cell] !== -1) ground[cell] = Math.exp(2.4 * fractalNoise(seed, mesh.x[cell]! / wave, mesh.y[cell]! / wave, 3, 0.7));
  }
  let of = race(mesh, terrain, ground, free, seeds, seed, random);
  // One step of Lloyd's relaxation: evens out the worst slivers, leaves the irregularity.
  of = race(mesh, terrain, ground, free, recentre(mesh, of, seeds), seed, random);
  const first = parents.length;
  carved.forEach(({ parent, cells }, i) => {
    parents.push(parent);
    for (const cell of cells) of[cell] = first + i;
  });
  const left = new Int32Array(parents.length);
  for (const unit of of) if (unit !== -1) left[unit]!++;
  const enclaves = carved.map((_, i) => first + i).filter((unit) => surround(mesh, of, carved[unit - first]!.cells, unit, left));
  return { of, parents: Int32Array.from(parents), enclaves };
}

/** A cell next to a set, outside it; -1 where there is none. */
function besideSet(mesh: Mesh, free: Int32Array, cells: number[]): number {
  const around = new Int32Array(6);
  for (const cell of cells) {
    neighbours(mesh, cell, around);
    const next = around.find((other) => free[other] !== -1);
    if (next !== undefined) return next;
  }
  return -1;
}

/** Weighted sampling, each new seed the best of a few candidates: far from the others in the metric of the race. `first` is one of them, if given. */
function placeSeeds(mesh: Mesh, terrain: Terrain, cells: number[], count: number, random: Random, first: number): number[] {
  const sums = new Float64Array(cells.length);
  let sum = 0;
  cells.forEach((cell, i) => (sums[i] = sum += terrain.density[cell]! ** 0.8));
  const draw = () => {
    const at = random.next() * sum;
    let low = 0;
    let high = cells.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle]! > at) high = middle;
      else low = middle + 1;
    }
    return cells[low]!;
  };
  if (count >= cells.length) return cells.slice();
  const seeds = first === -1 ? [] : [first];
  const taken = new Set(seeds);
  while (seeds.length < count) {
    let best = -1;
    let bestGap = -1;
    for (let i = 0; i < 7; i++) {
      const cell = draw();
      if (taken.has(cell)) continue;
      let gap = Infinity;
      for (const other of seeds) gap = Math.min(gap, (mesh.x[cell]! - mesh.x[other]!) ** 2 + (mesh.y[cell]! - mesh.y[other]!) ** 2);
      gap *= terrain.density[cell]! ** 0.8;
      if (gap > bestGap) {
        best = cell;
        bestGap = gap;
      }
    }
    if (best === -1) best = cells.find((cell) => !taken.has(cell))!;
    taken.add(best);
    seeds.push(best);
  }
  return seeds;
}

function race(mesh: Mesh, terrain: Terrain, ground: Float32Array, within: Int32Array, seeds: number[], seed: number, random: Random): Int32Array {
  const of = new Int32Array(mesh.cells).fill(-1);
  const reached = new Float64Array(mesh.cells).fill(Infinity);
  const heap = new Heap(seeds.length * 4 + 16);
  seeds.forEach((cell, unit) => {
    of[cell] = unit;
    reached[cell] = 0;
    heap.push(0, cell);
  });
  const around = new Int32Array(6);
  const closed = new Uint8Array(mesh.cells);
  while (heap.size > 0) {
    const key = heap.topKey;
    const cell = heap.pop();
    if (closed[cell]) continue;
    closed[cell] = 1;
    neighbours(mesh, cell, around);
    for (const next of around) {
      if (closed[next] || within[next] !== within[cell]) continue;
      const edge = edgeBetween(mesh, cell, next);
      const river = terrain.river[edge]!;
      const rough = (0.4 + 1.2 * unitHash(seed, edge)) * ground[cell]!;
      const cost = key + rough * ((terrain.density[cell]! + terrain.density[next]!) / 2) ** 0.4 * (1 + (river > 0 ? 6 + 8 * river : 0));
      if (cost >= reached[next]!) continue;
      reached[next] = cost;
      of[next] = of[cell]!;
      heap.push(cost, next);
    }
  }
  adoptIslands(mesh, within, of, seeds, random);
  return of;
}

/** Islands without a seed go, whole, to the unit of the nearest reached cell of the same parent (a sample of its cells is asked). */
function adoptIslands(mesh: Mesh, within: Int32Array, of: Int32Array, seeds: number[], random: Random): void {
  const parts = components(
    mesh,
    (cell) => within[cell] !== -1 && of[cell] === -1,
    (a, b) => within[a] === within[b],
  );
  if (parts.sizes.length === 0) return;
  const first = new Int32Array(parts.sizes.length).fill(-1);
  for (let cell = 0; cell < mesh.cells; cell++) if (parts.of[cell] !== -1 && first[parts.of[cell]!] === -1) first[parts.of[cell]!] = cell;
  const isSeed = new Set(seeds);
  const samples = new Map<number, number[]>();
  for (let cell = 0; cell < mesh.cells; cell++) {
    if (of[cell] === -1 || (random.next() > 0.25 && !isSeed.has(cell))) continue;
    const list = samples.get(within[cell]!);
    if (list) list.push(cell);
    else samples.set(within[cell]!, [cell]);
  }
  const unitOf = Int32Array.from(first, (cell) => {
    let best = -1;
    let gap = Infinity;
    for (const other of samples.get(within[cell]!) ?? []) {
      const square = (mesh.x[cell]! - mesh.x[other]!) ** 2 + (mesh.y[cell]! - mesh.y[other]!) ** 2;
      if (square < gap) {
        gap = square;
        best = of[other]!;
      }
    }
    return best;
  });
  for (let cell = 0; cell < mesh.cells; cell++) if (parts.of[cell] !== -1) of[cell] = unitOf[parts.of[cell]!]!;
}

/** The cell of each unit nearest to the middle of its cells. */
function recentre(mesh: Mesh, of: Int32Array, seeds: number[]): number[] {
  const n = seeds.length;
  const x = new Float64Array(n);
  const y = new Float64Array(n);
  const count = new Float64Array(n);
  for (let cell = 0; cell < mesh.cells; cell++) {
    const unit = of[cell]!;
    if (unit === -1) continue;
    x[unit]! += mesh.x[cell]!;
    y[unit]! += mesh.y[cell]!;
    count[unit]!++;
  }
  const best = seeds.slice();
  const gap = new Float64Array(n).fill(Infinity);
  for (let cell = 0; cell < mesh.cells; cell++) {
    const unit = of[cell]!;
    if (unit === -1) continue;
    const square = (mesh.x[cell]! - x[unit]! / count[unit]!) ** 2 + (mesh.y[cell]! - y[unit]! / count[unit]!) ** 2;
    if (square < gap[unit]!) {
      gap[unit] = square;
      best[unit] = cell;
    }
  }
  return best;
}

/**
 * Makes the cells around a carved set, and those around these, belong to the one unit that has most of them; only the nearest ring,
 * or none (answer false), where that would swallow a unit.
 */
function surround(mesh: Mesh, of: Int32Array, cells: number[], unit: number, left: Int32Array): boolean {
  const around = new Int32Array(6);
  const rings: number[][] = [];
  const seen = new Set(cells);
  for (let front = cells; rings.length < 2; front = rings.at(-1)!) {
    const next: number[] = [];
    for (const cell of front) {
      neighbours(mesh, cell, around);
      for (const other of around) {
        if (of[other] === unit || of[other] === -1 || seen.has(other)) continue;
        seen.add(other);
        next.push(other);
      }
    }
    rings.push(next);
  }
  for (const steps of [2, 1]) {
    const taken = rings.slice(0, steps).flat();
    const votes = new Map<number, number>();
    for (const cell of taken) votes.set(of[cell]!, (votes.get(of[cell]!) ?? 0) + 1);
    const [host] = [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]!;
    if ([...votes].some(([other, count]) => other !== host && count === left[other])) continue;
    for (const cell of taken) {
      left[of[cell]!]!--;
      left[host]!++;
      of[cell] = host;
    }
    return true;
  }
  return false;
}
