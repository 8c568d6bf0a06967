/** URL ⇄ what of the schedule the reader looks at. Pure: a link shows what its sender saw. */
import type { Entry } from '../../../server/contract/schedule/schedule.ts';
import { STATES } from './words.ts';

export interface ScheduleState {
  /** Id of a group, or `nobody`. */
  custodian: string | null;
  state: Entry['state'] | null;
  /** The entry that is looked at. */
  entry: string | null;
}

export const NOBODY = 'nobody';

/** What does not parse is left out, so that a mangled link still opens the page. */
export function parseState(query: URLSearchParams): ScheduleState {
  const asked = (name: string) => query.get(name)?.trim().slice(0, 64) || null;
  return { custodian: asked('custodian'), state: STATES.find((state) => state === query.get('state')) ?? null, entry: asked('entry') };
}

/** Writes the state over `query`, keeping what it does not own (`lang`). */
export function formatState(state: ScheduleState, query = new URLSearchParams()): URLSearchParams {
  const next = new URLSearchParams(query);
  for (const [name, value] of Object.entries(state) as [string, string | null][])
    if (value) next.set(name, value);
    else next.delete(name);
  return next;
}

export const isShown = ({ custodian, state }: ScheduleState, entry: Pick<Entry, 'group' | 'organisation' | 'state'>): boolean =>
  (custodian === null || (custodian === NOBODY ? entry.group === null && entry.organisation === null : entry.group === custodian)) &&
  (state === null || entry.state === state);
