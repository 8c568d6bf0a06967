/** What the page of indicators paints, and the words that it has. */
import type { ShownAnswer } from '../../../server/contract/indicators/api.ts';
import type { Breaks, Legend } from '../../map/legend.ts';
import type indicatorMessages from '../../../server/words/en/interface/indicators/page.ts';
import type termMessages from '../../../server/words/en/interface/indicators/terms.ts';
import type codeMessages from '../../../server/words/en/interface/codes.ts';

export type IndicatorsKey = keyof typeof indicatorMessages | keyof typeof termMessages | keyof typeof codeMessages;

/** What is painted now: made once for each answer and choice, used by map, legend, table and words alike. */
export interface Painted {
  answer: ShownAnswer;
  byPcode: Map<string, number>;
  /** Numbers, or the look of a unit without one. */
  shown: ReadonlyMap<string, number | string>;
  partial: ReadonlyMap<string, readonly [number, number]>;
  breaks: Breaks;
  colors: readonly string[];
  /** Classes are those of the index, with words. */
  isFixed: boolean;
  legend: Legend;
}
