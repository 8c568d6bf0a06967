/** What a column holds, as texts to judge it by. Pure; runs in browsers too. */
import { cellText } from '../../formats/tables/rawTable.ts';
import type { PartColumn } from './parts.ts';

/** Of a column about as many cells are read. */
const SAMPLE = 400;

/** An even sample of what a column holds. */
export function textsOf({ cells }: Pick<PartColumn, 'cells'>): string[] {
  const step = Math.max(1, Math.floor(cells.length / SAMPLE));
  const texts: string[] = [];
  for (let i = 0; i < cells.length; i += step) {
    const text = cellText(cells[i]!);
    if (text !== '') texts.push(text);
  }
  return texts;
}
