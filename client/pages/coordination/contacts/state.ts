/** URL ⇄ whom the reader looks for among the contacts. Pure: a link shows what its sender saw, as far as its reader may. */

export interface ContactState {
  /** Ids. */
  group: string | null;
  org: string | null;
  hub: string | null;
  /** One of APPOINTMENT_ROLES. */
  role: string | null;
  /** Part of a name, an organisation or a job title. */
  q: string;
}

export const EVERYBODY: ContactState = { group: null, org: null, hub: null, role: null, q: '' };

const FIELDS = ['group', 'org', 'hub', 'role', 'q'] as const;

/** What is too long to be an id is left out, so that a mangled link still opens the page. */
export function parseState(query: URLSearchParams): ContactState {
  const own = (name: string) => query.get(name)?.trim().slice(0, 300) || null;
  return { group: own('group'), org: own('org'), hub: own('hub'), role: own('role'), q: own('q') ?? '' };
}

/** Writes the state over `query`, keeping what it does not own (`lang`). */
export function formatState(state: ContactState, query = new URLSearchParams()): URLSearchParams {
  const next = new URLSearchParams(query);
  for (const name of FIELDS) {
    const value = state[name];
    if (value) next.set(name, value);
    else next.delete(name);
  }
  return next;
}

/** Whether anybody is looked for. */
export const isFiltered = (state: ContactState): boolean => FIELDS.some((name) => Boolean(state[name]));
