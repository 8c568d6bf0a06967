/** The fixed table that a sensitive 3W is told by: distinct organisations by unit and sector, with all sums over both (decision 0028). Pure. */
import { DEFAULT_DEFINITION, type PresenceColumns } from '../../contract/presence/presence.ts';
import { selectPresence } from '../../contract/presence/count.ts';

/** A tree as parents by index; the last node is the root, which is everything. */
export interface Tree {
  parent: Int32Array;
  children: number[][];
  /** From a node up to the root, itself first. */
  chains: number[][];
  root: number;
}

export interface CellTable {
  /** Units down to the level that is told, in the order of the 3W; then the whole, with what could not be placed. */
  units: Tree;
  /** Sectors of the file in its order, then clusters that only areas of responsibility of theirs stand for, then all. */
  sectors: Tree;
  sectorCodes: string[];
  /** Distinct organisations of cell `unit × (number of sectors) + sector`. */
  values: Int32Array;
  /** 1 where records say exactly this unit, or one below what is told, and exactly this sector: a change of the data begins there. */
  exact: Uint8Array;
  /** 1 where some records say no deeper unit, or no finer sector: the cell may be more than all its parts, which is told. */
  openUnit: Uint8Array;
  openSector: Uint8Array;
}

export function createCellTable(data: PresenceColumns, deepest: number): CellTable {
  const told = data.units.map(({ level }) => level <= deepest);
  const units = createTree(
    data.units.map(({ parent }) => parent),
    told,
  );
  const codes = data.sectors.map(({ code }) => code);
  for (const { parent } of data.sectors) if (parent !== null && !codes.includes(parent)) codes.push(parent);
  const sectors = createTree(codes.map((_, i) => (data.sectors[i]?.parent ? codes.indexOf(data.sectors[i].parent) : -1)));
  const wide = codes.length + 1;
  const values = new Int32Array((data.units.length + 1) * wide);
  const exact = new Uint8Array(values.length);
  const openUnit = new Uint8Array(values.length);
  const openSector = new Uint8Array(values.length);
  const seen = new Set<number>();
  const nearest = data.units.map((_, i) => {
    let at = i;
    while (at >= 0 && !told[at]) at = data.units[at]!.parent;
    return at < 0 ? units.root : at;
  });
  for (const { entry, orgs, sectors: own } of selectPresence(data, DEFAULT_DEFINITION).selected) {
    const unit = data.columns.unit[entry]!;
    const place = unit < 0 ? units.root : nearest[unit]!;
    for (const sector of own.length > 0 ? own : [sectors.root]) {
      exact[place * wide + sector] = 1;
      for (const t of sectors.chains[sector]!) openUnit[place * wide + t] = 1;
      for (const v of units.chains[place]!) openSector[v * wide + sector] = 1;
      for (const v of units.chains[place]!)
        for (const t of sectors.chains[sector]!)
          for (const org of orgs) {
            const cell = v * wide + t;
            const key = cell * data.organisations.length + org;
            if (seen.has(key)) continue;
            seen.add(key);
            values[cell]!++;
          }
    }
  }
  return { units, sectors, sectorCodes: codes, values, exact, openUnit, openSector };
}

function createTree(parents: readonly number[], kept?: readonly boolean[]): Tree {
  const root = parents.length;
  const parent = Int32Array.from([...parents, -1], (up, i) => (i === root ? -1 : up < 0 ? root : up));
  const children: number[][] = Array.from({ length: root + 1 }, () => []);
  const chains: number[][] = [];
  for (let i = 0; i <= root; i++) {
    const chain: number[] = [];
    for (let at = i; at >= 0; at = parent[at]!) chain.push(at);
    chains.push(chain);
    if (i < root && (!kept || kept[i])) children[parent[i]!]!.push(i);
  }
  return { parent, children, chains, root };
}
