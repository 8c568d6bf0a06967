/** Entries of the schedule that are overdue, told once for each entry and deadline: the clock is passed in, and nothing has to have run before. */
import type { Scope } from '../contract/groups/groups.ts';
import type { DatasetId } from '../contract/ids.ts';
import type { State } from '../contract/schedule/schedule.ts';
import { recordEvent } from '../store/events.ts';
import type { Database } from '../store/schema.ts';

/** An entry as it stands at this moment. */
export interface Standing {
  id: string;
  scope: Scope;
  dataset: DatasetId | null;
  group: string | null;
  isOpen: boolean;
  state: State;
  /** YYYY-MM-DD. */
  due: string | null;
}

/** @returns how many are new */
export async function tellOverdue(db: Database, standings: readonly Standing[], now: Date): Promise<number> {
  let told = 0;
  for (const { id, scope, dataset, group, isOpen, state, due } of standings) {
    if (due === null || (state !== 'overdue' && state !== 'delinquent')) continue;
    const isNew = await recordEvent(db, {
      id: `overdue/${id}/${due}`,
      kind: 'calendar.overdue',
      at: now.toISOString(),
      scope,
      dataset,
      subject: id,
      group,
      audience: isOpen ? 'public' : 'members',
      detail: { due },
    });
    if (isNew) told += 1;
  }
  return told;
}
