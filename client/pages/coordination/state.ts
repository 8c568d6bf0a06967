/** URL ⇄ what the reader looks for among the groups. Pure: a link shows what its sender saw. */

export interface CoordinationState {
  /** Id of a group of type hub. */
  hub: string | null;
  /** Id of an organisation: where it has a seat. */
  org: string | null;
  /** Part of a name, an acronym or an organisation. */
  q: string;
  /** On a wide screen; a narrow one shows the list. */
  view: 'chart' | 'list';
}

export const EMPTY: CoordinationState = { hub: null, org: null, q: '', view: 'chart' };

/** What does not parse is left out, so that a mangled link still opens the page. */
export function parseState(query: URLSearchParams): CoordinationState {
  const own = (name: string) => query.get(name)?.trim().slice(0, 200) || null;
  return { hub: own('hub'), org: own('org'), q: own('q') ?? '', view: query.get('view') === 'list' ? 'list' : 'chart' };
}

/** Writes the state over `query`, keeping what it does not own (`lang`). What is as at first is not written. */
export function formatState({ hub, org, q, view }: CoordinationState, query = new URLSearchParams()): URLSearchParams {
  const next = new URLSearchParams(query);
  const set = (name: string, value: string | null) => (value ? next.set(name, value) : next.delete(name));
  set('hub', hub);
  set('org', org);
  set('q', q);
  set('view', view === 'list' ? view : null);
  return next;
}

/** Whether anything is looked for. */
export const isFiltered = ({ hub, org, q }: CoordinationState): boolean => hub !== null || org !== null || q !== '';
