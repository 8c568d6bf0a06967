/**
 * How far an operation moves the outline of any unit: the distance between the lines that it takes from the outline and those that it puts
 * in their place, both ways. A place may be narrow and the line move far: of a spike ten metres wide and a kilometre long the tip moves by
 * a kilometre.
 */
import { GRID } from '../../geometry/overlay/edges.ts';
import type { Lines } from './apart.ts';
import { furthest } from './apart.ts';
import { isBefore } from './ground/side.ts';
import type { LevelRepair } from './level.ts';
import type { Cells } from './owners/cells.ts';
import { ELSE, eachCellBorder } from './owners/cells.ts';

/** A cell that a row gains or loses. */
interface Change {
  group: number;
  face: number;
  row: number;
  /** Lines of the row's outline that go, and that come, where nothing but this operation is carried out. */
  old: Lines;
  now: Lines;
}

/** In metres, for each group. */
export interface Displacements {
  /** By the operation itself. */
  alone: Float64Array;
  /** With all that meet it on the outline of one unit: no more than the sum. */
  together: Float64Array;
}

/** As `cells` have it; 0 for what changes nothing. */
export function displacements({ prepared, rulers }: LevelRepair, cells: Cells): Displacements {
  const { arrangement, shapes } = prepared;
  const { covers, faces, vertices } = arrangement;
  const changes: Change[] = [];
  /** Of each cell, changes by row; and the face of each. */
  const ofCell = new Map<number, Map<number, number>>();
  const faceOf = Int32Array.from({ length: cells.rows.length }, (_, cell) => (cell < faces.count ? cell : 0));
  cells.ofGroup.forEach((own, group) => {
    for (const { cell, face } of own) {
      faceOf[cell] = face;
      const [before, after] = [covers[face]!.rows, cells.rows[cell]!];
      if (before.length === after.length && before.every((row) => after.includes(row))) continue;
      const byRow = new Map<number, number>();
      for (const row of new Set([...before, ...after])) {
        if (row === ELSE || row === rulers.outside || before.includes(row) === after.includes(row)) continue;
        byRow.set(row, changes.length);
        changes.push({ group, face, row, old: [], now: [] });
      }
      ofCell.set(cell, byRow);
    }
  });
  const parts = new Union(changes.length);
  const meeting = new Map<string, [number, number]>();
  const look = (line: readonly [number, number], cell: number, other: number, own: Map<number, number>, others: Map<number, number> | undefined) => {
    for (const [row, index] of own) {
      const change = changes[index]!;
      const [is, was] = [cells.rows[cell]!.includes(row), covers[faceOf[cell]!]!.rows.includes(row)];
      const beside = covers[faceOf[other]!]!.rows.includes(row);
      const besideIndex = others?.get(row);
      let besideNow = beside;
      if (besideIndex !== undefined) {
        const { group } = changes[besideIndex]!;
        if (group === change.group) {
          parts.join(index, besideIndex);
          besideNow = !beside;
        } else meeting.set(`${Math.min(index, besideIndex)} ${Math.max(index, besideIndex)}`, [index, besideIndex]);
      }
      const lines = was !== beside && is === besideNow ? change.old : was === beside && is !== besideNow ? change.now : null;
      if (!lines) continue;
      // From west to east, so that the order of rows has no part in the last digit.
      for (const vertex of isBefore(vertices, line[0], line[1]) ? line : [line[1], line[0]]) lines.push(vertices.x[vertex]! / GRID, vertices.y[vertex]! / GRID);
    }
  };
  eachCellBorder(arrangement, cells, (from, to, left, right) => {
    const [onLeft, onRight] = [ofCell.get(left), ofCell.get(right)];
    if (onLeft) look([from, to], left, right, onLeft, onRight);
    if (onRight) look([from, to], right, left, onRight, onLeft);
  });
  const metres = new Float64Array(changes.length);
  for (const own of parts.sets()) {
    const [old, now] = [own.flatMap((index) => changes[index]!.old), own.flatMap((index) => changes[index]!.now)];
    // A ring that goes or comes whole has moved nowhere: it is told by its width.
    const moved =
      old.length > 0 && now.length > 0
        ? Math.max(furthest(now, old), furthest(old, now))
        : own.reduce((most, index) => Math.max(most, shapes.measure(changes[index]!.face).widthM), 0);
    for (const index of own) metres[index] = moved;
  }
  return byGroup(changes, metres, [...meeting.values()], cells.ofGroup.length);
}

/** Where operations meet on the outline of one unit, its line may move by as much as all of them together. */
function byGroup(changes: Change[], metres: Float64Array, meeting: [number, number][], count: number): Displacements {
  const key = ({ group, row }: Change) => `${group} ${row}`;
  const ids = new Map<string, number>();
  for (const change of changes) if (!ids.has(key(change))) ids.set(key(change), ids.size);
  const most = new Float64Array(ids.size);
  const groupOf = new Int32Array(ids.size);
  changes.forEach((change, index) => {
    const id = ids.get(key(change))!;
    groupOf[id] = change.group;
    most[id] = Math.max(most[id]!, metres[index]!);
  });
  const clusters = new Union(ids.size);
  for (const [p, q] of meeting) clusters.join(ids.get(key(changes[p]!))!, ids.get(key(changes[q]!))!);
  const [alone, together] = [new Float64Array(count), new Float64Array(count)];
  for (const own of clusters.sets()) {
    const sum = own
      .map((id) => most[id]!)
      .sort((p, q) => p - q)
      .reduce((total, metres) => total + metres, 0);
    for (const id of own) {
      const group = groupOf[id]!;
      alone[group] = Math.max(alone[group]!, most[id]!);
      together[group] = Math.max(together[group]!, sum);
    }
  }
  return { alone, together };
}

class Union {
  readonly #up: Int32Array;

  constructor(count: number) {
    this.#up = Int32Array.from({ length: count }, (_, i) => i);
  }

  #root(one: number): number {
    let at = one;
    while (this.#up[at] !== at) at = this.#up[at] = this.#up[this.#up[at]!]!;
    return at;
  }

  join(p: number, q: number): void {
    this.#up[this.#root(p)] = this.#root(q);
  }

  sets(): Iterable<number[]> {
    return Map.groupBy(this.#up.keys(), (one) => this.#root(one)).values();
  }
}
