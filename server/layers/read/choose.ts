/** Which table, or which layer and shape of the files, is the layer: the one with most that can be drawn; where others could be it too, that is asked. Pure. */
import type { LayerColumn, LayerSaid, LayerShape } from '../../contract/overlays/layer.ts';
import { InputError } from '../../errors.ts';
import { problemText } from '../../words/problems.ts';
import { askPart, type LayerQuestion, type PartChoice } from '../questions.ts';
import { shapesOf, type Part } from './parts.ts';
import type { Places } from './places.ts';

export interface Chosen {
  part: Part;
  /** null where nothing says where its rows are. */
  shape: LayerShape | null;
  columns: LayerColumn[];
  places: Places | null;
  questions: LayerQuestion[];
}

interface Candidate extends Omit<Chosen, 'questions'> {
  count: number;
}

/** Tables of fewer than this share of the rows of the largest are summaries beside it. */
const LEAST_SHARE = 0.05;

/** @throws InputError `layer.part` where a person names one that is not there */
export function choosePart(parts: readonly Part[], said: LayerSaid['part'], read: (part: Part) => Pick<Chosen, 'columns' | 'places'>): Chosen {
  const all = parts.filter(({ rows }) => rows > 0).map((part) => ({ part, ...read(part) }));
  const candidates = all
    .flatMap(({ part, columns, places }): Candidate[] =>
      (places ? shapesOf(places.geometry) : []).map(({ shape, count }) => ({ part, shape, columns, places, count })),
    )
    .toSorted((a, b) => b.count - a.count);
  const asked = said && candidates.find(({ part, shape }) => part.file === said.file && part.sheet === said.sheet && shape === said.shape);
  // A file of the next round may be called otherwise: what is said of the only one of its kind still holds.
  const alike = said && !asked ? candidates.filter(({ part, shape }) => part.sheet === said.sheet && shape === said.shape) : [];
  const named = asked ?? (alike.length === 1 ? alike[0] : undefined);
  if (named) return { ...named, questions: [] };
  const [best] = candidates;
  if (!best) {
    const most = all.toSorted((a, b) => b.part.rows - a.part.rows)[0]!;
    // Cells that wait for a yes are places too.
    const waiting = all.find(({ places }) => (places?.doubts.length ?? 0) > 0);
    const { part, columns, places } = waiting ?? most;
    return { part, columns, places, shape: places ? 'points' : null, questions: [] };
  }
  if (said && parts.length > 1 && !candidates.some(({ part }) => part.sheet === said.sheet)) throw new InputError('layer.part', problemText('layer.part'));
  const others = candidates.filter(({ count }) => count >= LEAST_SHARE * best.count);
  const choices = others.map(({ part, shape, count }): PartChoice => ({ file: part.file, sheet: part.sheet, shape: shape!, count }));
  return { ...best, questions: choices.length > 1 ? [askPart(choices)] : [] };
}
