/** URL ⇄ what the population page shows beside the map's own state. Pure. */
import type { VersionTag } from '../../../server/contract/ids.ts';
import { CLASSING, formatHeld, parseClassing, type Classing } from '../../map/classing.ts';
import { SEXES } from '../../kit/kinds.ts';
import type { Measure, Sex } from './values.ts';

export interface PopulationState extends Classing {
  /** Version of the population; null: the current one. */
  data: VersionTag | null;
  /** The version of the boundaries that it is carried over to, while the map shows that one; null: by code, as it was published. */
  on: VersionTag | 'current' | null;
  measure: Measure;
  sex: Sex;
  /** As `ageKey` spells it. */
  age: string;
  /** P-codes chosen for one pyramid, all of one level; empty: the whole country. */
  chosen: string[];
}

export const POPULATION_STATE: PopulationState = { data: null, on: null, measure: 'density', sex: 't', age: 'all', ...CLASSING, chosen: [] };

const MAX_CHOSEN = 500;
const VERSION = /^v\d{2,}(\.\d{2,})?$/;

export function parsePopulationState(query: URLSearchParams): PopulationState {
  return {
    data: toVersion(query.get('data')),
    on: query.get('on') === 'current' ? 'current' : toVersion(query.get('on')),
    measure: query.get('measure') === 'people' ? 'people' : 'density',
    sex: SEXES.find((sex) => sex === query.get('sex')) ?? 't',
    age: query.get('age')?.slice(0, 100) || 'all',
    ...parseClassing(query),
    chosen: (query.get('chosen') ?? '')
      .split(',')
      .filter((code) => code !== '' && code.length <= 64)
      .slice(0, MAX_CHOSEN),
  };
}

const toVersion = (text: string | null): VersionTag | null => (VERSION.test(text ?? '') ? (text as VersionTag) : null);

/** Writes over `query`, keeping what it does not own. Defaults are not written. */
export function formatPopulationState(state: PopulationState, query: URLSearchParams): URLSearchParams {
  const next = new URLSearchParams(query);
  const set = (name: keyof PopulationState, text: string) => (text === toText(POPULATION_STATE[name]) ? next.delete(name) : next.set(name, text));
  for (const name of Object.keys(POPULATION_STATE) as (keyof PopulationState)[]) set(name, toText(state[name]));
  return next;
}

const toText = (value: PopulationState[keyof PopulationState]): string =>
  value === null ? '' : Array.isArray(value) ? value.join(',') : typeof value === 'object' ? formatHeld(value) : String(value);
