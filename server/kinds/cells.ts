/** A table of counts by unit and by what else it is divided, with all sums over both: what numbers are withheld from. Pure. */

/** A tree as parents by index; the last node is the root, which is everything. */
export interface Tree {
  parent: Int32Array;
  children: number[][];
  /** From a node up to the root, itself first. */
  chains: number[][];
  root: number;
}

export interface Cells {
  /** Units down to the level that is told; then the whole, with what could not be placed. */
  units: Tree;
  /** What else the counts are divided by; then all of it. Of what is not divided a tree of its root alone. */
  sectors: Tree;
  /** Distinct things of cell `unit × (number of sectors) + sector`. */
  values: Int32Array;
  /** 1 where records say exactly this unit, or one below what is told, and exactly this sector: a change of the data begins there. */
  exact: Uint8Array;
  /** 1 where some records say no deeper unit, or no finer sector: the cell may be more than all its parts, which is told. */
  openUnit: Uint8Array;
  openSector: Uint8Array;
}

/** @param parents by index; below 0 for what lies under the root alone @param kept nodes that are told; others stay in chains and are nobody's children */
export function createTree(parents: readonly number[], kept?: readonly boolean[]): Tree {
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
