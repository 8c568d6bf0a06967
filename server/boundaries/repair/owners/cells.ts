/** The smallest pieces of ground that change hands as a whole: faces, and the pieces of gaps. */
import type { Arrangement } from '../ground/arrange.ts';
import type { Share } from './share.ts';

export interface Cells {
  /** Rows that own each cell: one, several where an overlap is left, none outside; ELSE for a row out of play. Cells below the number of faces are these faces. */
  rows: (readonly number[])[];
  /** Cell left of each half. */
  at: Int32Array;
  /** Lines between pieces of one gap: from, to, cell on the left, cell on the right, …. */
  chords: number[];
  /** Cells of each group. */
  ofGroup: { cell: number; face: number; piece: number }[][];
  /** How each shared gap was cut, by face. */
  shares: Map<number, Share>;
  /** In square metres. */
  areas: Float64Array;
}

/** Stands for whatever row out of play. */
export const ELSE = -1;

/** Lines between cells, chords included: from, to, cell on the left, cell on the right. */
export function eachCellBorder(
  { lines }: Arrangement,
  { at, chords }: Pick<Cells, 'at' | 'chords'>,
  visit: (from: number, to: number, left: number, right: number) => void,
): void {
  for (let e = 0; e < lines.count; e++) visit(lines.lo[e]!, lines.hi[e]!, at[2 * e]!, at[2 * e + 1]!);
  for (let i = 0; i < chords.length; i += 4) visit(chords[i]!, chords[i + 1]!, chords[i + 2]!, chords[i + 3]!);
}
