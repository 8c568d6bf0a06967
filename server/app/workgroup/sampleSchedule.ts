/** The data schedule of the invented country, stored: as it would be there if people had entered it. */
import { COMMAND_LINE } from '../../contract/given.ts';
import type { Scope } from '../../contract/groups/groups.ts';
import { toDatasetId, type Iso3 } from '../../contract/ids.ts';
import { newEntry, type NewEntry } from '../../contract/schedule/schedule.ts';
import type { Structure } from '../../groups/structure.ts';
import { createSchedule } from '../../sample/workgroup/schedule.ts';
import { readDeadlines } from '../../schedule/deadlines.ts';
import { createScheduleStore } from '../../schedule/store.ts';
import type { Store } from '../store.ts';

/** Where the country has no entry yet; of groups that it does not have, nobody is the custodian. */
export async function loadSampleSchedule({ db, catalog }: Pick<Store, 'db' | 'catalog'>, structure: Structure, scope: Scope, today: string): Promise<void> {
  let count = 0;
  const store = createScheduleStore(db, () => `sample-schedule-event-${++count}`);
  if ((await store.list(scope)).length > 0) return;
  const at = `${today}T08:00:00.000Z`;
  const known = new Set(structure.groups.map(({ id }) => id));
  const given: (Partial<NewEntry> & Pick<NewEntry, 'series'> & { id: string })[] = [];
  for (const { id, kind, ...fields } of createSchedule(today)) {
    const dataset = kind === undefined ? null : toDatasetId(kind, scope as string as Iso3);
    const isHere = dataset === null || (await catalog.findVersion(dataset, 'current')) !== undefined;
    if (isHere) given.push({ id, ...fields, dataset, group: fields.group && known.has(fields.group) ? fields.group : null });
  }
  await store.change({ scope, actor: COMMAND_LINE, at }, async (_, write) => {
    for (const { id, ...fields } of given) {
      const entry = { ...newEntry.parse(fields), ...(fields.rrule ? readDeadlines(fields.rrule, fields.from ?? today) : {}) };
      await write.insert({ ...entry, id, scope, reviewedAt: null, reviewedBy: null, sequence: 0, createdAt: at, updatedAt: at });
      await write.record({ action: 'schedule.created', group: entry.group, detail: { entry: id, series: entry.series, title: entry.title } });
    }
  });
}
