/** Who owns what after the repair, for any set of accepted and turned operations. Nothing here changes the ground, so it can be asked again and again. */
import { areasOf } from './areas.ts';
import type { Cells } from './cells.ts';
import { ELSE } from './cells.ts';
import type { Groups } from './groups.ts';
import type { Cover } from '../ground/labels.ts';
import type { DrawnParts } from './parts.ts';
import { drawnParts, keepParts } from './parts.ts';
import type { Prepared } from '../ground/prepare.ts';
import { neighboursOf } from '../ground/prepare.ts';
import type { Rulers } from './rulers.ts';
import { GapFace } from './share.ts';
import { Triangulator } from './triangles.ts';

/** Of each group: carried out or not, and whether the other unit's line rules. */
export interface Choice {
  accepted: boolean;
  turned: boolean;
}

/** A piece of a gap is joined to the one beside it where no place is further from its unit than the gap is wide; between two units, whose border is one line, twice that. */
const REACH = 1;
const PAIR_REACH = 2;
const METRES_PER_STEP = 111_000 / 1e8;

export class Resolver {
  readonly #prepared: Prepared;
  readonly #groups: Groups;
  readonly #rulers: Rulers;
  readonly #gaps = new Map<number, GapFace>();
  readonly #triangulator: Triangulator;
  readonly drawn: DrawnParts;

  constructor(prepared: Prepared, groups: Groups, rulers: Rulers) {
    this.#prepared = prepared;
    this.#groups = groups;
    this.#rulers = rulers;
    const { vertices } = prepared.arrangement;
    this.#triangulator = new Triangulator(vertices, vertices.count);
    this.drawn = drawnParts(prepared.arrangement);
  }

  resolve(choices: Choice[]): Cells {
    const { faces, covers } = this.#prepared.arrangement;
    const winners = this.#winners(choices);
    const rows: (readonly number[])[] = Array.from({ length: faces.count }, (_, face) => (winners[face]! >= 0 ? [winners[face]!] : drawn(covers[face]!)));
    const cells: Cells = { rows, at: faces.of.slice(), chords: [], ofGroup: this.#groups.list.map(() => []), shares: new Map(), areas: new Float64Array(0) };
    const enclosed: [face: number, group: number][] = [];
    this.#groups.list.forEach((group, index) => {
      for (const face of group.faces) {
        if (covers[face]!.rows.length > 0) cells.ofGroup[index]!.push({ cell: face, face, piece: -1 });
        else if (choices[index]!.accepted && !this.#fill(cells, face, index, choices[index]!.turned, winners)) enclosed.push([face, index]);
      }
    });
    // Between chords alone there is nobody until the pieces beside have owners.
    for (const [face, index] of enclosed) this.#fill(cells, face, index, choices[index]!.turned, winners);
    cells.areas = areasOf(this.#prepared.arrangement, cells);
    keepParts(this.#prepared.arrangement, this.drawn, cells, this.#rulers);
    this.#attachCrumbs(cells);
    return cells;
  }

  /** Ground of a single unit that a cut left to its neighbour belongs to the operation that cut it. */
  #attachCrumbs(cells: Cells): void {
    const { faces, covers } = this.#prepared.arrangement;
    const { list, of } = this.#groups;
    for (let face = 1; face < faces.count; face++) {
      const drawn = covers[face]!.rows;
      if (drawn.length !== 1 || of[face]! >= 0 || cells.rows[face]!.includes(drawn[0]!) || covers[face]!.others > 0) continue;
      let best = -1;
      for (let i = faces.starts[face]!; i < faces.starts[face + 1]!; i++) {
        const group = of[faces.of[faces.halves[i]! ^ 1]!]!;
        if (group >= 0 && (best < 0 || list[group]!.id < list[best]!.id)) best = group;
      }
      if (best >= 0) cells.ofGroup[best]!.push({ cell: face, face, piece: -1 });
    }
  }

  /** Row that gets each overlap; −1 where the face stays as drawn. */
  #winners(choices: Choice[]): Int32Array {
    const { covers } = this.#prepared.arrangement;
    const winners = new Int32Array(covers.length).fill(-1);
    this.#groups.list.forEach(({ faces }, index) => {
      const { accepted, turned } = choices[index]!;
      if (!accepted) return;
      for (const face of faces) {
        const { rows } = covers[face]!;
        if (rows.length < 2) continue;
        const ordered = [...rows].sort((p, q) => this.#rulers.order[p]! - this.#rulers.order[q]!);
        winners[face] = turned && ordered.length === 2 ? ordered[1]! : ordered[0]!;
      }
    });
    return winners;
  }

  /** @returns whether anybody is around who could take it. */
  #fill(cells: Cells, face: number, group: number, turned: boolean, winners: Int32Array): boolean {
    const { faces, covers } = this.#prepared.arrangement;
    const { order, disputed } = this.#rulers;
    const first = (rows: readonly number[]) => rows.reduce((best, row) => (order[row]! < order[best]! ? row : best));
    const around = neighboursOf(this.#prepared.arrangement, face);
    const enclosed = around.length === 0;
    // Whoever takes nothing is not seen, unless there is nobody else.
    const takes = around.some((row) => !disputed[row]);
    const ownerAt = (half: number) => {
      const owner = beside(half);
      return owner >= 0 && takes && disputed[owner] ? -1 : owner;
    };
    const beside = (half: number) => {
      const over = faces.of[half ^ 1]!;
      if (winners[over]! >= 0) return winners[over]!;
      if (enclosed && cells.at[half ^ 1]! >= faces.count) return cells.rows[cells.at[half ^ 1]!]![0]!;
      return covers[over]!.rows.length > 0 ? first(covers[over]!.rows) : -1;
    };
    // The ruler's line stays: the ground beside it goes to the others, and never to disputed strips.
    const receive = (rows: number[]) => {
      const among = rows.some((row) => !disputed[row]) ? 0 : 1;
      let [count, least, last] = [0, -1, -1];
      for (const row of rows) {
        if (disputed[row] !== among) continue;
        count += 1;
        if (least < 0 || order[row]! < order[least]!) least = row;
        if (last < 0 || order[row]! > order[last]!) last = row;
      }
      return turned && count === 2 ? least : last;
    };
    const reach = (this.#groups.list[group]!.rows.length === 2 ? PAIR_REACH : REACH) * this.#prepared.shapes.measure(face).widthM;
    const share = this.#gap(face).share(ownerAt, turned, receive, order, reach / METRES_PER_STEP);
    if (!share) return false;
    cells.shares.set(face, share);
    const base = cells.rows.length;
    share.rows.forEach((row, piece) => {
      cells.rows.push([row]);
      cells.ofGroup[group]!.push({ cell: base + piece, face, piece });
    });
    for (let i = 0; i < share.halves.length; i++) cells.at[share.halves[i]!] = base + share.pieceAt[i]!;
    const { chords } = share;
    for (let i = 0; i < chords.length; i += 4) cells.chords.push(chords[i]!, chords[i + 1]!, base + chords[i + 2]!, base + chords[i + 3]!);
    return true;
  }

  #gap(face: number): GapFace {
    let gap = this.#gaps.get(face);
    if (!gap) this.#gaps.set(face, (gap = new GapFace(this.#prepared.arrangement, face, this.#prepared.shapes.walks(face), this.#triangulator)));
    return gap;
  }
}

const drawn = ({ rows, others }: Cover) => (others > 0 ? [ELSE, ...rows] : rows);
