/** What the page of the data schedule says. Pure. */
import type calendarMessages from '../../../server/words/en/interface/workgroup/calendar.ts';
import type commonMessages from '../../../server/words/en/interface/common.ts';
import type meetingMessages from '../../../server/words/en/interface/workgroup/meetings.ts';
import type scheduleMessages from '../../../server/words/en/interface/workgroup/schedule.ts';
import type seriesMessages from '../../../server/words/en/interface/workgroup/series.ts';
import type sourceMessages from '../../../server/words/en/interface/workgroup/sources.ts';
import type sharingMessages from '../../../server/words/en/interface/workgroup/sharing.ts';
import type { Entry, ProposedEntry, Step } from '../../../server/contract/schedule/schedule.ts';
import type { Translate } from '../../i18n/translate.ts';
import { kindOf, LAYER, slugOf } from '../../kit/kinds.ts';
import { repeatText } from '../../kit/workgroup/when.ts';

export type ScheduleKey =
  | keyof typeof scheduleMessages
  | keyof typeof seriesMessages
  | keyof typeof calendarMessages
  | keyof typeof meetingMessages
  | keyof typeof sharingMessages
  | keyof typeof sourceMessages
  | keyof typeof commonMessages;
export type Words = Translate<ScheduleKey>;

/** The grid of core data, as the server has it (server/contract/schedule). */
export const GRID = {
  'affected-people': ['idps', 'refugees', 'returnees', 'humanitarian-needs'],
  coordination: ['operational-presence', 'funding', 'conflict-events', 'humanitarian-access'],
  'food-nutrition': ['food-security', 'acute-malnutrition', 'food-prices'],
  geography: ['administrative-divisions', 'baseline-population', 'populated-places', 'roads'],
  'health-education': ['health-facilities', 'education-facilities'],
  climate: ['hazards', 'impact'],
} as const satisfies typeof import('../../../server/contract/schedule/schedule.ts').GRID;
export type Category = keyof typeof GRID | 'own';
export const SERIES = Object.values(GRID).flat();
export const STATES = ['fresh', 'due-soon', 'due', 'overdue', 'delinquent', 'none', 'not-scheduled'] as const satisfies readonly Entry['state'][];
export const PARTIES = ['partners', 'field', 'government', 'agency', 'cluster', 'imwg', 'ocha', 'public'] as const satisfies readonly Step['from'][];

/** Of a series of the grid its name, with what tells several entries apart. */
export function seriesText(t: Words, { series, title }: Pick<Entry, 'series'> & { title?: string }): string {
  if (series === 'own') return title || t('schedule.field.own');
  const name = t(`series.${series}`);
  return title ? t('series.titled', { name, title }) : name;
}

/** A dataset of this server; of layers, of which a country has many, also which one. */
export function dataText(t: Words, dataset: string): string {
  const kind = kindOf(dataset);
  const name = t(`kind.${kind}`);
  return kind === LAYER ? t('series.titled', { name, title: slugOf(dataset) }) : name;
}

export const stateText = (t: Words, state: Entry['state'] | 'coming'): string => (state === 'coming' ? t('schedule.due.coming') : t(`schedule.state.${state}`));

export const frequencyText = (t: Words, frequency: ProposedEntry['frequency']): string => t(`schedule.frequency.${frequency}`);

/** How often, in words. */
export function rhythmText(t: Words, { frequency, rrule, from }: Pick<Entry, 'frequency' | 'rrule' | 'from'>, locale: string): string {
  if (rrule !== null) return repeatText(t, rrule, from!, null, locale);
  return frequency === null ? t('schedule.frequency.none') : frequencyText(t, frequency);
}

export const stepText = (t: Words, { from, to }: Pick<Step, 'from' | 'to'>): string =>
  t('schedule.due.step', { from: t(`schedule.party.${from}`), to: t(`schedule.party.${to}`) });

export const heldText = (t: Words, held: Entry['held']): string => {
  if (held === null) return t('schedule.held.unsaid');
  const name = t(`sharing.class.${held.class}`);
  return held.by === 'table' ? t('schedule.held.table', { class: name }) : name;
};
