/** What of a layer must be answered before it is published: each doubt with its evidence, and what the answers say. Pure. */
import type { Clause } from '../contract/clause.ts';
import type { ColumnQuestion, QuestionChoice } from '../contract/columns.ts';
import type { LayerColumnRole, LayerSaid, LayerShape } from '../contract/overlays/layer.ts';
import { clause, type ClauseCode } from '../words/clauses.ts';
import { sayClause } from '../words/words.ts';
import type { Doubt } from './read/places.ts';

export type LayerQuestion = ColumnQuestion<LayerColumnRole>;
type Choice = QuestionChoice<LayerColumnRole>;

const toChoice = (said: Clause, confidence: number, overlay: LayerSaid, points: [number, number][] = []): Choice => ({
  text: sayClause(said, 'en') ?? '',
  clause: said,
  confidence,
  columns: [],
  overlay,
  ...(points.length > 0 ? { points } : {}),
});

function toQuestion(id: string, about: LayerQuestion['about'], asks: Clause, rows: number, choices: Choice[]): LayerQuestion {
  return { id, about, text: sayClause(asks, 'en') ?? '', clause: asks, rows, choices };
}

const ASKS = {
  swap: 'question.swap',
  commas: 'question.commas',
  degrees: 'question.degrees',
  zero: 'question.zero',
  crs: 'question.crs',
} as const satisfies Record<Doubt['is'], ClauseCode>;

/** @param total rows with coordinates */
export function askDoubt(doubt: Doubt, total: number): LayerQuestion {
  const { is, rows, before, after, points } = doubt;
  const samples = doubt.samples.map(([written, read]) => (read === '' ? written : clause('layer.pair', { written, read })));
  const asks = clause(ASKS[is], { samples, before, after, rows: rows.length, total });
  if (is === 'crs') {
    const systems = (doubt.systems ?? []).map(({ crs, swap, inside, points: places }) =>
      toChoice(
        clause('layer.system', { crs, swap: swap ? 'yes' : 'no', after: inside, rows: rows.length }),
        inside / rows.length,
        { crs, ...(swap ? { mends: { swap } } : {}) },
        places,
      ),
    );
    return toQuestion('layer:crs', 'coordinates', asks, rows.length, systems);
  }
  const likely = is === 'zero' ? 0.9 : rows.length === 0 ? 0 : Math.min(0.95, after / Math.max(1, is === 'swap' ? total : rows.length));
  return toQuestion(`layer:${is}`, 'coordinates', asks, rows.length, [
    toChoice(clause('layer.yes', { is }), likely, { mends: { [is]: true } }, points),
    toChoice(clause('layer.no'), 1 - likely, { mends: { [is]: false } }),
  ]);
}

export interface PartChoice {
  file: string;
  sheet: string;
  shape: LayerShape;
  count: number;
}

/** The first is the one that was read. */
export function askPart(choices: readonly PartChoice[]): LayerQuestion {
  return toQuestion(
    'layer:part',
    'layer',
    clause('question.part'),
    choices.reduce((sum, { count }) => sum + count, 0),
    choices.map(({ count, ...part }, i) => toChoice(clause('layer.part', { ...part, count }), i === 0 ? 0.6 : 0.2, { part })),
  );
}
