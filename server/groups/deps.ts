/** What the parts of the service stand on. */
import type { Scope } from '../contract/groups/groups.ts';
import type { Known } from './checks.ts';
import type { Reports } from './registry.ts';
import type { SightOf } from './sight.ts';
import type { Change, GroupStore } from './store.ts';

/** Who does something in a scope, and when. */
export type Acting = Change;

export interface GroupsDeps {
  store: GroupStore;
  known: Known;
  /** Of the current 3W of a country; nothing for the global scope, or where none is published. */
  readReports: (scope: Scope) => Promise<Reports>;
  /** The same where an organisation is not in the registry yet, which costs reading the 3W. */
  reportsFor: (scope: Scope, organisation: string | null) => Promise<Reports>;
  /** P-codes of the current boundaries; null where none are published. */
  placesOf: (scope: Scope) => Promise<ReadonlySet<string> | null>;
  sightOf: SightOf;
  now: () => Date;
  newId: () => string;
}
