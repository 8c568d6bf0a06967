/** Entries added, changed, confirmed and taken off. Every refusal leaves everything as it was. */
import type { EntryChange, EntryFields, NewEntry } from '../contract/schedule/schedule.ts';
import { OWN } from '../contract/schedule/schedule.ts';
import { toIso3 } from '../contract/ids.ts';
import { ConflictError, InputError } from '../errors.ts';
import { getOpenGroup } from '../groups/checks.ts';
import type { Acting } from '../groups/deps.ts';
import { problemText } from '../words/problems.ts';
import { factsOf, unknownEntry } from './answers.ts';
import { readDeadlines } from './deadlines.ts';
import type { Asker, ScheduleDeps } from './deps.ts';
import type { StoredEntry } from './rows.ts';
import { classOf, visibleEntries } from './seen.ts';
import type { ScheduleEvent } from './store.ts';
import { dayIn, zoneOf } from './zone.ts';

/** Asked with the custodian that an entry has and the one it is to have, before anything is written. */
export type Allowed = (before: string | null, after: string | null) => void;

/** What moves the deadlines, or what a calendar says of them. */
const TOLD = [
  'series',
  'title',
  'group',
  'organisation',
  'frequency',
  'rrule',
  'from',
  'covers',
  'steps',
  'changed',
  'visibility',
  'dataset',
  'sensitivity',
] as const;

type Refusal = 'schedule.title' | 'schedule.here' | 'schedule.cadence' | 'schedule.day' | 'schedule.severe' | 'schedule.organisation' | 'schedule.dataset';

export function createChanges({ store, outside, now, newId }: ScheduleDeps) {
  const refused = (code: Refusal, details: Record<string, unknown> = {}) => new InputError(code, problemText(code), { details });

  /** The entry with its rule as it is kept. @throws InputError `schedule.…`, NotFoundError `group.unknown`, ConflictError `group.closed` */
  async function check(asker: Asker, entry: StoredEntry, before: StoredEntry | null): Promise<StoredEntry> {
    const today = dayIn(now(), zoneOf(entry.scope));
    if (entry.series === OWN && entry.title === '') throw refused('schedule.title');
    if (entry.group !== null && entry.group !== before?.group) getOpenGroup(asker.structure, entry.group);
    if (entry.organisation !== null && !asker.structure.organisations.some(({ id }) => id === entry.organisation))
      throw refused('schedule.organisation', { organisation: entry.organisation });
    if (entry.frequency !== null && entry.rrule !== null) throw refused('schedule.cadence');
    if (entry.dataset !== null) {
      // The same of one that there is not and of one that the one who asks may not receive.
      const isThere = toIso3(entry.dataset) === (entry.scope as string) && (await asker.admits(entry.dataset)) && (await outside.findData(entry.dataset));
      if (!isThere) throw refused('schedule.dataset', { dataset: entry.dataset });
      if (entry.changed !== null || entry.dataUntil !== null || entry.sensitivity !== null) throw refused('schedule.here');
    }
    for (const day of [entry.changed, entry.dataUntil])
      if (day !== null && (day.length === 10 ? day > today : new Date(day) > now())) throw refused('schedule.day', { day });
    if (entry.dataset === null && entry.visibility === 'public' && (await classOf(outside, entry))?.class === 'severe') throw refused('schedule.severe');
    if (entry.rrule === null) return entry;
    const isSame = before !== null && before.rrule === entry.rrule && before.from === entry.from;
    return isSame ? entry : { ...entry, ...readDeadlines(entry.rrule, entry.from ?? today) };
  }

  /** Of severe data the history of the country does not tell what they are. */
  async function detailOf(entry: StoredEntry): Promise<ScheduleEvent['detail']> {
    const held = entry.dataset === null ? await classOf(outside, entry) : await outside.holdsOf(entry.dataset);
    const isTold = held?.class !== 'severe';
    return { entry: entry.id, series: isTold ? entry.series : null, title: isTold ? entry.title : null };
  }

  /** As the one who asks sees it. @throws NotFoundError `schedule.unknown` */
  async function find(asker: Asker, entries: readonly StoredEntry[], id: string): Promise<StoredEntry> {
    const [found] = await visibleEntries(
      asker,
      entries.filter((entry) => entry.id === id),
      outside,
    );
    if (!found) throw unknownEntry();
    return found;
  }

  return {
    async createEntries(acting: Acting, asker: Asker, given: readonly NewEntry[], allowed: Allowed): Promise<void> {
      const made: StoredEntry[] = [];
      for (const fields of given) {
        allowed(fields.group, fields.group);
        const { scope, at } = acting;
        made.push(await check(asker, { ...fields, id: newId(), scope, reviewedAt: null, reviewedBy: null, sequence: 0, createdAt: at, updatedAt: at }, null));
      }
      const details = new Map<string, ScheduleEvent['detail']>();
      for (const entry of made) details.set(entry.id, await detailOf(entry));
      await store.change(acting, async (_, write) => {
        for (const entry of made) {
          await write.insert(entry);
          await write.record({ action: 'schedule.created', group: entry.group, detail: details.get(entry.id)! });
        }
      });
    },

    async changeEntry(acting: Acting, asker: Asker, id: string, change: EntryChange, allowed: Allowed): Promise<void> {
      const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<EntryFields>;
      const before = await find(asker, await store.list(acting.scope), id);
      allowed(before.group, given.group === undefined ? before.group : given.group);
      const after = await check(asker, { ...before, ...given, updatedAt: acting.at }, before);
      const fields = (Object.keys(given) as (keyof EntryFields)[]).filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
      if (fields.length === 0) return;
      const isTold = TOLD.some((name) => fields.includes(name));
      const detail = { ...(await detailOf(after)), fields: fields.join(', ') };
      await store.change(acting, async (found, write) => {
        const now = found.find((entry) => entry.id === id);
        if (!now) throw unknownEntry();
        // Two at once: nobody writes over what was not seen.
        if (now.updatedAt !== before.updatedAt) throw new ConflictError('schedule.changed', problemText('schedule.changed'));
        await write.update({ ...after, sequence: before.sequence + (isTold ? 1 : 0) });
        await write.record({ action: 'schedule.changed', group: after.group, detail });
      });
    },

    /** What is there still holds, says somebody who looked. @throws ConflictError `schedule.nothing` where there are no data */
    async reviewEntry(acting: Acting, asker: Asker, id: string, comment: string | null, allowed: Allowed): Promise<void> {
      const before = await find(asker, await store.list(acting.scope), id);
      allowed(before.group, before.group);
      const data = before.dataset === null ? undefined : await outside.findData(before.dataset);
      if (!factsOf(before, data, zoneOf(acting.scope)).isThere && before.link === null)
        throw new ConflictError('schedule.nothing', problemText('schedule.nothing'));
      const detail = { ...(await detailOf(before)), reason: comment };
      await store.change(acting, async (found, write) => {
        const now = found.find((entry) => entry.id === id);
        if (!now) throw unknownEntry();
        await write.update({ ...now, reviewedAt: acting.at, reviewedBy: acting.actor, sequence: now.sequence + 1, updatedAt: acting.at });
        await write.record({ action: 'schedule.reviewed', group: now.group, detail });
      });
    },

    async deleteEntry(acting: Acting, asker: Asker, id: string, allowed: Allowed): Promise<void> {
      const before = await find(asker, await store.list(acting.scope), id);
      allowed(before.group, before.group);
      const detail = await detailOf(before);
      await store.change(acting, async (_, write) => {
        await write.delete(id);
        await write.record({ action: 'schedule.deleted', group: before.group, detail });
      });
    },
  };
}
