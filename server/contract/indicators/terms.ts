/** Words of values of indicators: layouts, types, statuses, phases, flags, dimensions. */

/** How a file is laid out; `table`: by a profile of its own. */
export const LAYOUTS = ['jiaf', 'hpc', 'office', 'ipc-long', 'ipc-wide', 'ch', 'dtm', 'table'] as const;
export type Layout = (typeof LAYOUTS)[number];

export const OBSERVATION_TYPES = ['observed', 'projected1', 'projected2', 'target', 'baseline'] as const;
export type ObservationType = (typeof OBSERVATION_TYPES)[number];
/** Of whom: everybody, in need, targeted, affected, reached. HAPI v2. */
export const POPULATION_STATUSES = ['all', 'INN', 'TGT', 'AFF', 'REA'] as const;
export type PopulationStatus = (typeof POPULATION_STATUSES)[number];
/** `noData` has no value; `zero` was written as 0; `conflict`: rows of one key say different values, none is taken. */
export const FLAGS = ['given', 'noData', 'zero', 'rounded', 'estimated', 'suppressed', 'conflict'] as const;
export type Flag = (typeof FLAGS)[number];
export const PHASES = ['all', '1', '2', '3', '4', '5', '3+'] as const;
export type Phase = (typeof PHASES)[number];

/** Inclusive ISO dates. */
export interface ObservationPeriod {
  start: string;
  end: string;
}

/** What a value is divided by; absent: not divided by that. `category` keeps the words of the file where they say several things at once. */
export interface Dimensions {
  sex?: 'f' | 'm';
  age?: string;
  group?: string;
  disability?: true;
  category?: string;
}
