/** URL ⇄ what the page of indicators shows beside the map's own state. Pure. */
import type { ObservationPeriod } from '../../../server/contract/indicators/terms.ts';
import type { VersionTag } from '../../../server/contract/ids.ts';
import { CLASSING, formatHeld, parseClassing, type Classing } from '../../map/classing.ts';

export const MEASURES = ['value', 'own', 'inNeed', 'population', 'severe', 'phase'] as const;
export type Measure = (typeof MEASURES)[number];

/** All that tells a series from others, as the address has it; '' is none. */
export interface SeriesState {
  indicator: string;
  status: string;
  type: string;
  phase: string;
  /** `2025-01-01/2025-12-31`; '' the latest. */
  period: string;
  analysis: string;
  sex: string;
  age: string;
  group: string;
  disability: string;
  category: string;
}

export interface IndicatorsState extends Classing {
  /** Which of several sources of the country; '' the one without a name. */
  source: string;
  /** Version of the values; null: the current one. */
  data: VersionTag | null;
  series: SeriesState;
  measure: Measure;
  /** Of the population to divide by; null: that of the year of the values. */
  people: VersionTag | null;
  /** What the values are compared with: a version, a period of the same version, or neither. */
  before: VersionTag | null;
  beforePeriod: string;
  beforeAnalysis: string;
  /** Small maps of the sectors in the wide view. */
  split: 'none' | 'sectors';
}

const SERIES: SeriesState = {
  indicator: '',
  status: '',
  type: '',
  phase: '',
  period: '',
  analysis: '',
  sex: '',
  age: '',
  group: '',
  disability: '',
  category: '',
};
export const INDICATORS_STATE: IndicatorsState = {
  source: '',
  data: null,
  series: SERIES,
  measure: 'value',
  people: null,
  before: null,
  beforePeriod: '',
  beforeAnalysis: '',
  split: 'none',
  ...CLASSING,
};

const VERSION = /^v\d{2,}(\.\d{2,})?$/;
const PERIOD = /^\d{4}-\d{2}-\d{2}\/\d{4}-\d{2}-\d{2}$/;
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

const toVersion = (text: string | null): VersionTag | null => (VERSION.test(text ?? '') ? (text as VersionTag) : null);

export function parseIndicatorsState(query: URLSearchParams): IndicatorsState {
  const said = (name: string, most = 200) => query.get(name)?.slice(0, most) ?? '';
  const period = (name: string) => (PERIOD.test(said(name)) ? said(name) : '');
  const series = Object.fromEntries((Object.keys(SERIES) as (keyof SeriesState)[]).map((name) => [name, said(name)])) as unknown as SeriesState;
  return {
    source: SLUG.test(said('source', 40)) ? said('source', 40) : '',
    data: toVersion(query.get('data')),
    series: { ...series, period: period('period') },
    measure: MEASURES.find((measure) => measure === query.get('measure')) ?? 'value',
    people: toVersion(query.get('people')),
    before: toVersion(query.get('before')),
    beforePeriod: period('beforePeriod'),
    beforeAnalysis: said('beforeAnalysis'),
    split: query.get('split') === 'sectors' ? 'sectors' : 'none',
    ...parseClassing(query),
  };
}

/** Writes over `query`, keeping what it does not own. Defaults are not written. */
export function formatIndicatorsState({ series, ...state }: IndicatorsState, query: URLSearchParams): URLSearchParams {
  const next = new URLSearchParams(query);
  const set = (name: string, text: string, none: string) => (text === none ? next.delete(name) : next.set(name, text));
  for (const [name, value] of Object.entries(series)) set(name, value as string, '');
  for (const name of Object.keys(state) as (keyof typeof state)[]) set(name, toText(state[name]), toText(INDICATORS_STATE[name]));
  return next;
}

const toText = (value: Omit<IndicatorsState, 'series'>[keyof Omit<IndicatorsState, 'series'>]): string =>
  value === null ? '' : Array.isArray(value) ? value.join(',') : typeof value === 'object' ? formatHeld(value) : String(value);

/** `2025-01-01/2025-12-31` as two days; null of ''. */
export function toPeriod(text: string): ObservationPeriod | null {
  const [start, end] = text.split('/');
  return start && end ? { start, end } : null;
}

export const fromPeriod = (period: ObservationPeriod | null): string => (period ? `${period.start}/${period.end}` : '');
