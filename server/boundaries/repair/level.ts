/** One level made ready for repair, and what it becomes for any choice of operations. */
import type { FeatureTable, GeometryColumn } from '../../contract/admin.ts';
import type { RepairOptions } from '../../contract/boundaries/repair.ts';
import { buildEdges } from '../../geometry/overlay/edges.ts';
import { findConflicts } from './find.ts';
import type { Groups } from './groups.ts';
import { groupFaces } from './groups.ts';
import { Originals } from './originals.ts';
import { RingLinker, linesByRow } from './outline.ts';
import type { Prepared } from './prepare.ts';
import { prepare } from './prepare.ts';
import type { Cells } from './cells.ts';
import { eachCellBorder } from './cells.ts';
import type { Choice } from './resolve.ts';
import { Resolver } from './resolve.ts';
import type { OutRow } from './rewrite.ts';
import { RowWriter, writeGeometry } from './rewrite.ts';
import type { Rulers } from './rulers.ts';
import { KnownMeasures } from './shape.ts';
import { Straightener } from './straighten.ts';

export interface Rewritten {
  geometry: GeometryColumn;
  /** Rows whose outline is not what it was. */
  rows: number[];
}

export class LevelRepair {
  readonly table: FeatureTable;
  readonly prepared: Prepared;
  readonly groups: Groups;
  readonly rulers: Rulers;
  readonly #resolver: Resolver;
  readonly #originals: Originals;
  readonly #writer: RowWriter;

  private constructor(table: FeatureTable, prepared: Prepared, groups: Groups, rulers: Rulers) {
    this.table = table;
    this.prepared = prepared;
    this.groups = groups;
    this.rulers = rulers;
    this.#resolver = new Resolver(prepared, groups, rulers);
    this.#originals = new Originals(prepared.arrangement.ground, table.geometry.coords);
    this.#writer = new RowWriter(prepared.arrangement.ground, table.geometry);
  }

  /** null where the level has no fault. @throws InputError `repair.tangle` */
  static create(table: FeatureTable, keys: string[], rulers: Rulers, invalid: number[], options: RepairOptions): LevelRepair | null {
    const edges = buildEdges(table);
    const known = new KnownMeasures();
    const conflicts = findConflicts(table, edges, invalid, options, known);
    if (!conflicts.any) return null;
    const prepared = prepare(table, edges, conflicts, options, known);
    return new LevelRepair(table, prepared, groupFaces(prepared, keys), rulers);
  }

  resolve(choices: Choice[]): Cells {
    return this.#resolver.resolve(choices);
  }

  rewrite(cells: Cells): Rewritten {
    const { arrangement } = this.prepared;
    const { vertices, ground, finder, uses } = arrangement;
    const degree = new Uint8Array(vertices.count);
    const count = (v: number) => (degree[v] = Math.min(255, degree[v]! + 1));
    const each = (visit: (from: number, to: number, left: readonly number[], right: readonly number[]) => void) =>
      eachCellBorder(arrangement, cells, (from, to, left, right) => visit(from, to, cells.rows[left]!, cells.rows[right]!));
    each((from, to, left, right) => {
      if (left === right || (left.length === right.length && left.every((row, i) => row === right[i]))) return;
      count(from);
      count(to);
    });
    const lines = linesByRow(this.table.units.length, each);
    const linker = new RingLinker(vertices, vertices.count, lines);
    const straightener = new Straightener(arrangement, this.#originals, degree, () => true);
    const changed = new Map<number, OutRow>();
    const polygonAt = (row: number) => (a: number, b: number) => {
      const line = finder.half(a, b) >> 1;
      if (line < 0) return 0x7fff_ffff;
      for (let i = uses.starts[line]!; i < uses.starts[line + 1]!; i++) {
        const ring = uses.list[i]! >> 1;
        if (ring >= 0 && ground.rings.row[ring] === row) return ground.rings.polygon[ring]!;
      }
      return 0x7fff_ffff;
    };
    const inPlay = new Set(ground.rings.row);
    for (const row of inPlay) {
      const rings = linker.rings(row).map((ring) => straightener.straighten(row, ring)).filter((ring) => ring.length >= 3);
      const out = this.#writer.write(row, rings, polygonAt(row));
      if (out) changed.set(row, out);
    }
    return {
      geometry: writeGeometry(this.table.geometry, changed, (row, vertex) => this.#originals.place(row, vertex, this.#originals.isTorn(vertex))),
      rows: [...changed.keys()].sort((p, q) => p - q),
    };
  }
}
