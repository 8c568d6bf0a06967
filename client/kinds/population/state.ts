/** URL ⇄ what the population page shows beside the map's own state. Pure. */
import type { ClassMethod } from '../../map/legend.ts';
import type { Measure, Sex } from './values.ts';

export interface PopulationState {
  measure: Measure;
  sex: Sex;
  /** As `ageKey` spells it. */
  age: string;
  method: Exclude<ClassMethod, 'integer'>;
  classes: number;
  /** Inner breaks of `manual`. */
  breaks: number[];
  /** P-codes chosen for one pyramid, all of one level; empty: the whole country. */
  chosen: string[];
}

export const POPULATION_STATE: PopulationState = { measure: 'density', sex: 't', age: 'all', method: 'quantile', classes: 5, breaks: [], chosen: [] };

const METHODS = ['equal', 'quantile', 'jenks', 'manual'] as const;
export const MIN_CLASSES = 2;
export const MAX_CLASSES = 7;
const MAX_CHOSEN = 500;

export function parsePopulationState(query: URLSearchParams): PopulationState {
  const classes = Number(query.get('classes'));
  return {
    measure: query.get('measure') === 'people' ? 'people' : 'density',
    sex: (['f', 'm', 't'] as const).find((sex) => sex === query.get('sex')) ?? 't',
    age: query.get('age')?.slice(0, 100) || 'all',
    method: METHODS.find((method) => method === query.get('method')) ?? 'quantile',
    classes: Number.isInteger(classes) && classes >= MIN_CLASSES && classes <= MAX_CLASSES ? classes : POPULATION_STATE.classes,
    breaks: parseBreaks(query.get('breaks') ?? ''),
    chosen: (query.get('chosen') ?? '')
      .split(',')
      .filter((code) => code !== '' && code.length <= 64)
      .slice(0, MAX_CHOSEN),
  };
}

/** Writes over `query`, keeping what it does not own. Defaults are not written. */
export function formatPopulationState(state: PopulationState, query: URLSearchParams): URLSearchParams {
  const next = new URLSearchParams(query);
  const set = (name: keyof PopulationState, text: string) => (text === toText(POPULATION_STATE[name]) ? next.delete(name) : next.set(name, text));
  for (const name of Object.keys(POPULATION_STATE) as (keyof PopulationState)[]) set(name, toText(state[name]));
  return next;
}

const toText = (value: PopulationState[keyof PopulationState]): string => (Array.isArray(value) ? value.join(',') : String(value));

/** Numbers separated by blanks, commas or semicolons, without separators of thousands; increasing, without repeats. */
export function parseBreaks(text: string): number[] {
  const numbers = text.split(/[;,\s]+/).flatMap((part) => (part !== '' && Number.isFinite(Number(part)) ? [Number(part)] : []));
  return [...new Set(numbers)].sort((a, b) => a - b).slice(0, MAX_CLASSES - 1);
}
