/** The log of events, written by whoever does what they tell, in the same transaction (decision 0079). */
import type { Scope } from '../contract/groups/groups.ts';
import type { DatasetId, Iso3, VersionTag } from '../contract/ids.ts';
import type { AnyKind, EventAudience } from '../contract/news/events.ts';
import type { Database, Tx } from './schema.ts';

export interface NewEvent {
  /** The same for the same occasion: of two with one id the first stays. */
  id: string;
  kind: AnyKind;
  /** ISO 8601, UTC: now. */
  at: string;
  scope: Scope | Iso3;
  dataset?: DatasetId | null;
  version?: VersionTag | null;
  /** Entry of the schedule, source, or webhook that it is about. */
  subject?: string | null;
  /** Group that keeps what it is about, where one does. */
  group?: string | null;
  audience: EventAudience;
  /** Codes, numbers and days that say what happened; nothing that names people, no text of others, no secret. */
  detail?: Record<string, string | number | null>;
}

/** @returns whether it is new */
export async function recordEvent(tx: Tx | Database, { id, kind, at, scope, dataset, version, subject, group, audience, detail }: NewEvent): Promise<boolean> {
  const { numInsertedOrUpdatedRows = 0n } = await tx
    .insertInto('news_event')
    .values({
      id,
      kind,
      at,
      scope,
      dataset: dataset ?? null,
      version: version ?? null,
      subject: subject ?? null,
      workgroup: group ?? null,
      audience,
      detail: JSON.stringify(detail ?? {}),
      passed_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows > 0n;
}
