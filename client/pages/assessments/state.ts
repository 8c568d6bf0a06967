/** URL ⇄ what of the assessments the reader looks at. Pure: a link shows what its sender saw. */
import type { Population, RecordState, Status } from '../../../server/contract/assessments/assessments.ts';
import { MEASURES, type Measure } from '../../../server/contract/assessments/measures.ts';
import { POPULATIONS, STATUSES } from './words.ts';

export const TABS = ['list', 'map', 'matrix', 'gaps'] as const;
export type Tab = (typeof TABS)[number];
/** Of records beside those that are told, for those who may see them. */
export const RECORD_STATES = ['confirmed', 'submitted', 'draft'] as const satisfies readonly RecordState[];

export interface AssessmentsState {
  tab: Tab;
  sector: string | null;
  /** Id of a group. */
  group: string | null;
  status: Status | null;
  population: Population | null;
  from: string | null;
  to: string | null;
  /** Results hold at this admin level or below it. */
  representative: string | null;
  /** Admin level of the units; null: the deepest but one that there is, until the reader chooses. */
  level: number | null;
  /** After so many months what is known is stale. */
  months: number;
  measure: Measure;
  /** Of gaps: data of this day or later fill one. */
  since: string | null;
  /** The record that is looked at. */
  entry: string | null;
  /** Code of the unit that is looked at. */
  unit: string | null;
  /** `new`: a record is entered; the id of one: it is changed; `import`: a file is read; `links`. */
  doing: string | null;
  /** Id of the saved map that the page was opened with. */
  map: string | null;
}

export const STALE_MONTHS = 6;
export const UNFILTERED = { sector: null, group: null, status: null, population: null, from: null, to: null, representative: null } as const;
export const EMPTY: AssessmentsState = {
  ...UNFILTERED,
  tab: 'list',
  level: null,
  months: STALE_MONTHS,
  measure: 'assessments',
  since: null,
  entry: null,
  unit: null,
  doing: null,
  map: null,
};

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What does not parse is left out, so that a mangled link still opens the page. */
export function parseState(query: URLSearchParams): AssessmentsState {
  const own = (name: string) => query.get(name)?.trim().slice(0, 64) || null;
  const of = <T extends string>(list: readonly T[], name: string): T | null => list.find((each) => each === own(name)) ?? null;
  const day = (name: string) => (DAY.test(own(name) ?? '') ? own(name) : null);
  const number = (name: string, least: number, most: number) => {
    const value = Number(own(name) ?? Number.NaN);
    return Number.isInteger(value) && value >= least && value <= most ? value : null;
  };
  return {
    tab: of(TABS, 'tab') ?? EMPTY.tab,
    sector: /^[A-Z]{2,4}(-[A-Z]{2,4})?$/.test(own('sector') ?? '') ? own('sector') : null,
    group: own('group'),
    status: of(STATUSES, 'status'),
    population: of(POPULATIONS, 'population'),
    from: day('from'),
    to: day('to'),
    representative: /^[0-5]$/.test(own('representative') ?? '') ? own('representative') : null,
    level: number('level', 0, 5),
    months: number('months', 1, 60) ?? STALE_MONTHS,
    measure: of(MEASURES, 'measure') ?? EMPTY.measure,
    since: day('since'),
    entry: own('entry'),
    unit: own('unit'),
    doing: own('do'),
    map: own('map'),
  };
}

/** Writes the state over `query`, keeping what it does not own (`lang`). What is as at first is left out. */
export function formatState(state: AssessmentsState, query = new URLSearchParams()): URLSearchParams {
  const next = new URLSearchParams(query);
  for (const [name, value] of Object.entries(state) as [keyof AssessmentsState, string | number | null][]) {
    const key = name === 'doing' ? 'do' : name;
    if (value === null || value === EMPTY[name]) next.delete(key);
    else next.set(key, String(value));
  }
  return next;
}

export const isFiltered = (state: AssessmentsState): boolean => Object.keys(UNFILTERED).some((name) => state[name as keyof typeof UNFILTERED] !== null);

/** As the routes take it. */
export function toQuery({ sector, group, status, population, from, to, representative }: AssessmentsState): Record<string, string> {
  const asked = { sector, group, status, population, from, to, representative };
  return Object.fromEntries(Object.entries(asked).flatMap(([name, value]) => (value === null ? [] : [[name, value]])));
}
