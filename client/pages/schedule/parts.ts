/** What several parts of the page show the same way. */
import { html, type TemplateResult } from 'lit';
import type { Entry } from '../../../server/contract/schedule/schedule.ts';
import { stateText, type Words } from './words.ts';

const LOOKS: Partial<Record<Entry['state'] | 'coming', string>> = {
  fresh: 'badge-good',
  'due-soon': 'badge-warning',
  due: 'badge-warning',
  overdue: 'badge-error',
  delinquent: 'badge-error',
};

export const renderState = (t: Words, state: Entry['state'] | 'coming'): TemplateResult =>
  html`<span class="badge ${LOOKS[state] ?? ''}" data-state=${state}>${stateText(t, state)}</span>`;

const formats = new Map<string, Intl.DateTimeFormat>();

/** The day of a moment on the clocks of the country, YYYY-MM-DD. */
export function dayInZone(moment: string, zone: string): string {
  let format = formats.get(zone);
  if (!format) formats.set(zone, (format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' })));
  return format.format(new Date(moment));
}
