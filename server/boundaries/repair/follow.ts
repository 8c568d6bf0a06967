/** Upper levels, which follow the deepest: what they become, and the operation that redraws one where nothing else needs repair. */
import { createHash } from 'node:crypto';
import type { GeometryColumn } from '../../contract/admin.ts';
import type { RepairNote, RepairOperation, RepairOptions } from '../../contract/boundaries/repair.ts';
import { WIDE_M } from '../../contract/boundaries/repair.ts';
import { buildEdges } from '../../geometry/overlay/edges.ts';
import type { UploadedLevel } from '../normalize/model.ts';
import { findShifts } from '../published/shift.ts';
import { rowsApart } from './apart.ts';
import { findConflicts } from './ground/find.ts';
import { KnownMeasures } from './ground/shape.ts';
import { takeEach, upperRows } from './layers.ts';
import { dissolveRows } from './outlines/dissolve.ts';
import type { OutlineFault } from './outlineOperations.ts';
import { keysOf } from './owners/rulers.ts';

/** Levels above the deepest, the highest first. Where codes of one contradict the map, those above it are reached by the same codes. */
export function upperLevels(levels: UploadedLevel[], base: UploadedLevel): UpperLevel[] {
  const uppers = levels.filter(({ level }) => level < base.level).map((uploaded) => new UpperLevel(uploaded, base));
  const strange = uppers.findLast(({ notes }) => notes.some(({ code }) => code === 'parents-disagree'));
  for (const upper of uppers) if (strange && upper.uploaded.level < strange.uploaded.level) upper.distrust(strange.notes[0]!);
  return uppers;
}

export class UpperLevel {
  readonly uploaded: UploadedLevel;
  notes: RepairNote[];
  /** Row of this level for each row of the deepest; null where its codes cannot be trusted, so that it is left as uploaded. */
  #unitOf: Int32Array | null;

  constructor(uploaded: UploadedLevel, base: UploadedLevel) {
    this.uploaded = uploaded;
    ({ unitOf: this.#unitOf, notes: this.notes } = upperRows(uploaded, base));
  }

  /** `below` says of a level between what contradicts the map. */
  distrust(below: RepairNote): void {
    // The country as one unit is reached without codes.
    if (this.uploaded.level === 0 && this.uploaded.table.units.length === 1) return;
    this.#unitOf = null;
    if (this.notes.length === 0) this.notes = [{ ...below, level: this.uploaded.level }];
  }

  /** Its outlines from those of the deepest; null where nobody can say which row is which. Units without anything below them stay as uploaded. */
  follow(base: GeometryColumn): GeometryColumn | null {
    const { geometry, units } = this.uploaded.table;
    if (!this.#unitOf) return null;
    const after = dissolveRows(base, this.#unitOf, units.length);
    return after.kinds.every((kind, row) => kind === geometry.kinds[row]) ? after : takeEach(after, geometry, (row) => after.kinds[row] === 0);
  }

  /** Where the level has faults of its own and the deepest has none: drawn anew from the deepest as it is. */
  propose(base: GeometryColumn, faults: OutlineFault[], options: RepairOptions): RepairOperation | null {
    const { table } = this.uploaded;
    if (!this.#unitOf) return null;
    const invalid = faults.map(({ row }) => row);
    if (!findConflicts(table, buildEdges(table), invalid, options, new KnownMeasures()).any) return null;
    const after = this.follow(base)!;
    const shifts = findShifts(table.geometry, after, (row) => row);
    const [furthest] = shifts;
    const keys = keysOf(table);
    const { level } = table;
    const widthM = furthest?.metres ?? 0;
    const movesM = shifts.reduce((most, { row }) => Math.max(most, rowsApart(table.geometry, after, row)), 0);
    const at = furthest?.at ?? faults[0]?.at ?? [0, 0];
    const boxes = shifts.map((shift) => shift.at);
    return {
      id: createHash('sha256').update(`${level} follow`).digest('hex').slice(0, 12),
      level,
      kind: 'follow',
      units: shifts.map(({ row }) => keys[row]!).sort(),
      border: `level ${level}`,
      widthM,
      movesM,
      togetherM: movesM,
      // The ground is that of the units below: nothing changes hands among them.
      cutM2: 0,
      filledM2: 0,
      places: shifts.length,
      at,
      bbox: [
        Math.min(at[0], ...boxes.map(([lon]) => lon)),
        Math.min(at[1], ...boxes.map(([, lat]) => lat)),
        Math.max(at[0], ...boxes.map(([lon]) => lon)),
        Math.max(at[1], ...boxes.map(([, lat]) => lat)),
      ],
      moves: [],
      ruler: null,
      rule: 'deepest',
      turnable: false,
      single: movesM > WIDE_M ? ['moved'] : [],
    };
  }
}
