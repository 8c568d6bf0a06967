/** URL ⇄ what of the calendar the reader looks at. Pure: a link shows what its sender saw. */
import { addDays, addMonths } from '../../../kit/workgroup/when.ts';

export const VIEWS = ['list', 'month', 'schedule', 'actions'] as const;
type CalendarShown = (typeof VIEWS)[number];
export const SHOWN_ACTIONS = ['open', 'done', 'all'] as const;
type ShownActions = (typeof SHOWN_ACTIONS)[number];

export interface CalendarState {
  view: CalendarShown;
  /** Id of a group. */
  group: string | null;
  /** First day of the list, or a day of the month; null: today. */
  from: string | null;
  actions: ShownActions;
}

/** Days that a list shows. */
export const LIST_DAYS = 30;

/** What does not parse is left out, so that a mangled link still opens the page. */
export function parseState(query: URLSearchParams): CalendarState {
  const from = query.get('from');
  return {
    view: VIEWS.find((view) => view === query.get('view')) ?? 'list',
    group: query.get('group')?.trim().slice(0, 60) || null,
    from: from !== null && /^\d{4}-\d{2}-\d{2}$/.test(from) && !Number.isNaN(Date.parse(from)) ? from : null,
    actions: SHOWN_ACTIONS.find((shown) => shown === query.get('actions')) ?? 'open',
  };
}

/** Writes the state over `query`, keeping what it does not own (`lang`). */
export function formatState({ view, group, from, actions }: CalendarState, query = new URLSearchParams()): URLSearchParams {
  const next = new URLSearchParams(query);
  const said: Record<string, string | null> = { view: view === 'list' ? null : view, group, from, actions: actions === 'open' ? null : actions };
  for (const [name, value] of Object.entries(said))
    if (value) next.set(name, value);
    else next.delete(name);
  return next;
}

/** First and last day that the page asks for. */
export function spanOf({ view, from }: CalendarState, today: string): { from: string; to: string } {
  const day = from ?? today;
  if (view !== 'month') return { from: day, to: addDays(day, LIST_DAYS) };
  // Weeks that the month shares with those around it are shown whole.
  const month = day.slice(0, 7);
  return { from: addDays(`${month}-01`, -6), to: addDays(`${addMonths(month, 1)}-01`, 6) };
}
