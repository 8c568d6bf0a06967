/** What 3W checks are given, and the occurrences of findings as they draft them. */
import type { Iso3 } from '../contract/ids.ts';
import type { PresenceData } from '../contract/presence/presence.ts';
import type { RawTable } from '../formats/tables/rawTable.ts';
import type { Explained } from './columns/explain.ts';
import type { Recognised } from './normalize/context.ts';
import type { NormalizedPresence } from './normalize/presence.ts';

/** A 3W as it was read, and what it was read from. */
export interface PresenceContext {
  country: Iso3;
  data: PresenceData;
  table: RawTable;
  normalized: NormalizedPresence;
  recognised: Recognised | undefined;
  /** Headings that are new or gone since the file before. */
  since: Pick<Recognised, 'added' | 'removed'> | undefined;
  /** Columns whose cells look wrong for their role. */
  wrong: Explained['wrong'];
}
