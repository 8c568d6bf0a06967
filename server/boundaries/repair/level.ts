/** One level made ready for repair, and what it becomes for any choice of operations. */
import type { FeatureTable, GeometryColumn } from '../../contract/admin.ts';
import type { RepairOptions } from '../../contract/boundaries/repair.ts';
import type { Slit } from '../../geometry/overlay/slits.ts';
import type { EdgeSet } from '../../geometry/overlay/edges.ts';
import { findConflicts } from './ground/find.ts';
import type { Groups } from './owners/groups.ts';
import { addTorn, groupFaces } from './owners/groups.ts';
import { Originals } from './outlines/originals.ts';
import { RingLinker, linesByRow } from './outlines/rings.ts';
import type { Prepared } from './ground/prepare.ts';
import { prepare } from './ground/prepare.ts';
import type { Cells } from './owners/cells.ts';
import { eachCellBorder } from './owners/cells.ts';
import { rowsApart } from './apart.ts';
import type { Choice } from './owners/resolve.ts';
import { Resolver } from './owners/resolve.ts';
import type { OutRow } from './outlines/rewrite.ts';
import { NEW_POLYGON, RowWriter, dropPolygons, writeGeometry } from './outlines/rewrite.ts';
import type { Rulers } from './owners/rulers.ts';
import { KnownMeasures } from './ground/shape.ts';
import { Straightener } from './outlines/straighten.ts';
import { findTorn } from './owners/torn.ts';

/** What is carried out. */
export interface Choices {
  /** Of each group. */
  groups: Choice[];
  /** Rows whose invalid outline is drawn anew. */
  outlines: Set<number>;
  /** Polygons of the geometry column that are left out. */
  dropped: Set<number>;
}

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
  readonly options: RepairOptions;
  readonly resolver: Resolver;
  readonly #originals: Originals;
  readonly #writer: RowWriter;
  readonly #invalid: number[];
  #redrawn: Map<number, number> | null = null;

  private constructor(table: FeatureTable, keys: string[], prepared: Prepared, rulers: Rulers, invalid: number[], options: RepairOptions) {
    this.table = table;
    this.#invalid = invalid;
    this.options = options;
    this.prepared = prepared;
    this.rulers = rulers;
    this.#originals = new Originals(prepared.arrangement.ground, table.geometry.coords);
    this.#writer = new RowWriter(prepared.arrangement.ground, table.geometry);
    this.groups = groupFaces(prepared, keys, table.level);
    addTorn(this.groups, findTorn(prepared.arrangement, this.#originals), keys, table.level);
    this.resolver = new Resolver(prepared, this.groups, rulers);
  }

  /** `repair` is null where the level has no fault; `wedges` are slits that are left as drawn. @throws InputError `repair.tangle` */
  static create(
    table: FeatureTable,
    edges: EdgeSet,
    keys: string[],
    rulers: Rulers,
    invalid: number[],
    options: RepairOptions,
  ): { repair: LevelRepair | null; wedges: Slit[] } {
    const { outside } = rulers;
    const known = new KnownMeasures();
    const conflicts = findConflicts(table, edges, invalid, options, known, outside);
    // Islands of the outline without any unit are seen where it is in play.
    if (outside >= 0) conflicts.inPlay[outside] = 1;
    else if (!conflicts.any) return { repair: null, wedges: conflicts.wedges };
    const repair = new LevelRepair(table, keys, prepare(table, edges, conflicts, options, known, outside), rulers, invalid, options);
    return { repair, wedges: conflicts.wedges };
  }

  /** How far the outline of any of the rows moves by being drawn anew alone, in metres: a row with an invalid outline is, whatever else is done to it. */
  redrawnM(rows: readonly number[]): number {
    this.#redrawn ??= this.#measureRedrawn();
    return rows.reduce((most, row) => Math.max(most, this.#redrawn!.get(row) ?? 0), 0);
  }

  #measureRedrawn(): Map<number, number> {
    if (this.#invalid.length === 0) return new Map();
    const groups = this.groups.list.map(() => ({ accepted: false, turned: false }));
    const { geometry } = this.rewrite(this.resolver.resolve(groups), { groups, outlines: new Set(this.#invalid), dropped: new Set() });
    return new Map(this.#invalid.map((row) => [row, rowsApart(this.table.geometry, geometry, row)]));
  }

  rewrite(cells: Cells, choices: Choices): Rewritten {
    const { arrangement } = this.prepared;
    const { vertices } = arrangement;
    const each = (visit: (from: number, to: number, left: readonly number[], right: readonly number[]) => void) =>
      eachCellBorder(arrangement, cells, (from, to, left, right) => visit(from, to, cells.rows[left]!, cells.rows[right]!));
    const linker = new RingLinker(vertices, vertices.count, linesByRow(this.table.units.length, each));
    const takes = this.#takes(choices.groups);
    const straightener = new Straightener(arrangement, this.#originals, degreesOf(vertices.count, each), cells, takes);
    const changed = new Map<number, OutRow>();
    for (const row of this.#touched(cells, choices)) {
      const rings = linker.rings(row).map((ring) => straightener.straighten(row, ring));
      const out = this.#writer.write(
        row,
        rings.filter((ring) => ring.length >= 3),
        this.#polygonAt(row),
      );
      if (out) changed.set(row, out);
    }
    dropPolygons(this.table.geometry, changed, choices.dropped);
    const place = (row: number, vertex: number) => this.#originals.place(row, vertex, this.#isJoined(row, vertex, takes));
    return { geometry: writeGeometry(this.table.geometry, changed, place), rows: [...changed.keys()].sort((p, q) => p - q) };
  }

  /** Does a torn vertex become one for the row? */
  #isJoined(row: number, vertex: number, takes: (row: number, from: number) => boolean): boolean {
    return this.#originals.isTorn(vertex) && this.#originals.rowsAt(vertex).some((other) => other !== row && takes(row, other));
  }

  /** Whether a row takes over vertices of another; not where a person refused it. */
  #takes(choices: Choice[]): (row: number, from: number) => boolean {
    const refused = new Set<string>();
    this.groups.list.forEach(({ kind, rows }, index) => {
      if (kind === 'snap' && !choices[index]!.accepted) refused.add(rows.join()).add(rows.toReversed().join());
    });
    return (row, from) => !refused.has(`${row},${from}`);
  }

  /** Rows of operations that are carried out, and rows whose ground changed by them. Nobody else's outline is touched. */
  #touched(cells: Cells, { groups, outlines }: Choices): number[] {
    const { faces, covers } = this.prepared.arrangement;
    const rows = new Set<number>(outlines);
    this.groups.list.forEach((group, index) => {
      if (groups[index]!.accepted) for (const row of group.rows) rows.add(row);
    });
    for (let cell = 1; cell < cells.rows.length; cell++) {
      const now = cells.rows[cell]!;
      const drawn = cell < faces.count ? covers[cell]!.rows : [];
      for (const row of now) if (row >= 0 && !drawn.includes(row)) rows.add(row);
      for (const row of drawn) if (!now.includes(row)) rows.add(row);
    }
    rows.delete(this.rulers.outside);
    return [...rows].sort((p, q) => p - q);
  }

  /** The polygon of the source that a line of the row was drawn for. */
  #polygonAt(row: number): (a: number, b: number) => number {
    const { finder, uses, ground } = this.prepared.arrangement;
    return (a, b) => {
      const line = finder.half(a, b) >> 1;
      if (line < 0) return NEW_POLYGON;
      for (let i = uses.starts[line]!; i < uses.starts[line + 1]!; i++) {
        const ring = uses.list[i]! >> 1;
        if (ring >= 0 && ground.rings.row[ring] === row) return ground.rings.polygon[ring]!;
      }
      return NEW_POLYGON;
    };
  }
}

/** Lines between different owners at each vertex. */
function degreesOf(count: number, each: (visit: (from: number, to: number, left: readonly number[], right: readonly number[]) => void) => void): Uint8Array {
  const degrees = new Uint8Array(count);
  each((from, to, left, right) => {
    if (left === right || (left.length === right.length && left.every((row, i) => row === right[i]))) return;
    for (const vertex of [from, to]) degrees[vertex] = Math.min(255, degrees[vertex]! + 1);
  });
  return degrees;
}
