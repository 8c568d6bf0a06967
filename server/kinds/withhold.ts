/**
 * Primary and complementary suppression (decision 0028). Cells below the threshold are withheld, and with each so many others that there is
 * another table that fits everything told and differs in it: that table is found, not hoped for. Pure.
 */
import type { Cells, Tree } from './cells.ts';

/** Other units that a cell is exchanged with, and places in the data from which a withheld sum may be changed: the cheapest way of these is taken. */
const MAX_UNITS = 24;
const MAX_PLACES = 4;

/** One organisation more or fewer at these exact places. */
type Way = (readonly [cell: number, by: 1 | -1])[];

/**
 * @param below counts above zero and below this are withheld; at least 3, since of 1 alone everything is known
 * @returns 1 for each cell that is withheld. Gives way after each cell, so that whoever serves others meanwhile can.
 */
export function* withhold(table: Cells, below: number): Generator<void, Uint8Array, void> {
  const { units, sectors, values, exact, openUnit, openSector } = table;
  const wide = sectors.root + 1;
  const unitOf = (cell: number) => Math.floor(cell / wide);
  const withheld = new Uint8Array(values.length);
  /** Changed by a table found already. */
  const safe = new Uint8Array(values.length);
  const isSmall = (cell: number) => values[cell]! > 0 && values[cell]! < below;
  const weights = weigh(units, sectors);
  const rows: number[][] = units.chains.map(() => []);
  const columns: number[][] = sectors.chains.map(() => []);
  exact.forEach((is, cell) => {
    if (is === 0) return;
    rows[unitOf(cell)]!.push(cell % wide);
    columns[cell % wide]!.push(unitOf(cell));
  });

  // What a way changes: one array for all, emptied before each.
  const change = new Int8Array(values.length);
  const listed = new Uint8Array(values.length);
  const touched: number[] = [];
  function lay(way: Way): void {
    for (const cell of touched) change[cell] = listed[cell] = 0;
    touched.length = 0;
    for (const [cell, by] of way)
      for (const v of units.chains[unitOf(cell)]!)
        for (const t of sectors.chains[cell % wide]!) {
          const at = v * wide + t;
          change[at]! += by;
          if (listed[at] === 0) touched.push(at);
          listed[at] = 1;
        }
  }
  const after = (cell: number) => values[cell]! + change[cell]!;
  const costOf = () => touched.reduce((cost, cell) => (change[cell] === 0 || withheld[cell] === 1 ? cost : cost + weights[cell]!), 0);

  /**
   * Whether the table after the change is one that strangers cannot tell from the true one: every sum still holds as it did.
   * @param strict small cells stay small, so that not even knowing which are tells how many
   */
  function holds(strict: boolean): boolean {
    for (const cell of touched) {
      if (change[cell] === 0) continue;
      if (after(cell) < 1 || (strict && isSmall(cell) && after(cell) >= below)) return false;
      const [v, t] = [unitOf(cell), cell % wide];
      const [up, over] = [units.parent[v]!, sectors.parent[t]!];
      if (!addsUpUnits(v, t) || !addsUpSectors(v, t) || (up >= 0 && !addsUpUnits(up, t)) || (over >= 0 && !addsUpSectors(v, over))) return false;
    }
    return true;
  }
  const addsUpUnits = (v: number, t: number) => addsUp(v * wide + t, units.children[v]!, wide, t, openUnit);
  const addsUpSectors = (v: number, t: number) => addsUp(v * wide + t, sectors.children[t]!, 1, v * wide, openSector);
  /** No part is more than the whole. Where parts made the sum exactly they still do; where they overlapped the whole is no more than all of them. */
  function addsUp(whole: number, parts: readonly number[], step: number, from: number, open: Uint8Array): boolean {
    let [sum, sumAfter] = [0, 0];
    for (const part of parts) {
      const cell = part * step + from;
      sum += values[cell]!;
      sumAfter += after(cell);
      if (after(cell) > after(whole)) return false;
    }
    if (open[whole] === 1 || parts.length === 0) return true;
    return sum === values[whole] ? after(whole) === sumAfter : after(whole) <= sumAfter;
  }

  function* waysFrom(place: number, by: 1 | -1): Generator<Way> {
    const [u, s] = [unitOf(place), place % wide];
    const less = by === 1 ? -1 : 1;
    // Neighbours first: what lies under the same unit leaves its sum as it is.
    const others = near(units, columns[s]!, u).slice(0, MAX_UNITS);
    for (const unit of others)
      for (const sector of rows[u]!)
        if (sector !== s && exact[unit * wide + sector] === 1)
          yield [
            [place, by],
            [u * wide + sector, less],
            [unit * wide + s, less],
            [unit * wide + sector, by],
          ];
    for (const unit of others)
      yield [
        [place, by],
        [unit * wide + s, less],
      ];
    for (const sector of rows[u]!)
      if (sector !== s)
        yield [
          [place, by],
          [u * wide + sector, less],
        ];
    yield [[place, by]];
  }

  /** The cheapest way that changes the cell and holds, if there is one from these places. */
  function findWay(target: number, places: readonly number[], by: 1 | -1, strict: boolean): Way | null {
    let best: { way: Way; cost: number } | null = null;
    for (const place of places)
      for (const way of waysFrom(place, by)) {
        lay(way);
        if (change[target] === 0) continue;
        const cost = costOf();
        if ((best && cost >= best.cost) || !holds(strict)) continue;
        best = { way, cost };
        if (cost === 0) return way;
      }
    return best?.way ?? null;
  }

  function protect(target: number): void {
    const places = placesUnder(target);
    const first = values[target]! + 1 < below ? 1 : -1;
    // One more at a place and in all sums over it always holds, so that there always is a way.
    const way = findWay(target, places, first, true) ?? findWay(target, places, first === 1 ? -1 : 1, true) ?? findWay(target, places, 1, false)!;
    lay(way);
    for (const cell of touched) if (change[cell] !== 0) withheld[cell] = safe[cell] = 1;
  }

  function placesUnder(target: number): number[] {
    const [v, t] = [unitOf(target), target % wide];
    const places = exact[target] === 1 ? [target] : [];
    const below = (tree: Tree, node: number): number[] => [node, ...tree.children[node]!.flatMap((child) => below(tree, child))];
    const finer = below(sectors, t);
    for (const unit of below(units, v))
      for (const sector of finer) {
        if (places.length >= MAX_PLACES) return places;
        const cell = unit * wide + sector;
        if (exact[cell] === 1 && cell !== target) places.push(cell);
      }
    return places;
  }

  const small = [...values.keys()].filter(isSmall);
  for (const cell of small) withheld[cell] = 1;
  // Sums first: what they take with them protects what lies below.
  for (const cell of small.toSorted((a, b) => weights[b]! - weights[a]! || a - b)) {
    if (safe[cell] === 1) continue;
    protect(cell);
    yield;
  }
  return withheld;
}

/** How much is lost with each cell: sums more than parts, and what a map of all sectors shows more than that of one. */
function weigh(units: Tree, sectors: Tree): Float64Array {
  const deepest = Math.max(...units.chains.map((chain) => chain.length));
  const longest = Math.max(...sectors.chains.map((chain) => chain.length));
  return Float64Array.from(units.chains.flatMap((chain) => sectors.chains.map((above) => 6 ** (deepest - chain.length) * 12 ** (longest - above.length))));
}

/** Units by how few steps lie between them and the first that both are in. */
function near({ chains }: Tree, units: readonly number[], from: number): number[] {
  const own = new Map(chains[from]!.map((at, steps) => [at, steps]));
  const steps = (unit: number) => own.get(chains[unit]!.find((at) => own.has(at))!)!;
  return units
    .flatMap((unit) => (unit === from ? [] : [{ unit, steps: steps(unit) }]))
    .sort((a, b) => a.steps - b.steps || a.unit - b.unit)
    .map(({ unit }) => unit);
}
