/** What is told of the schedule, to the one who asks. */
import type { EntrySource } from '../contract/harvest/harvest.ts';
import type { Scope } from '../contract/groups/groups.ts';
import { SERIES, type DueItem, type Entry, type EntryAnswer, type ScheduleAnswer } from '../contract/schedule/schedule.ts';
import { NotFoundError } from '../errors.ts';
import { addDays } from '../groups/structure.ts';
import { toMoment } from '../meetings/clock.ts';
import { latest } from './freshness.ts';
import type { Asker, Data, ScheduleDeps } from './deps.ts';
import { periodBefore } from './periods.ts';
import { propose } from './proposal.ts';
import type { StoredEntry } from './rows.ts';
import { classOf, inOrder, isMember, keeps, keepsAll, visibleEntries, visibleGroups } from './seen.ts';
import { comingDays, standingOf, type Facts } from './state.ts';
import { dayIn, zoneOf } from './zone.ts';

/** So far ahead the page says what is due. */
const AHEAD = 30;

/** An entry with what is computed of it, and what a calendar needs beside. */
export interface Told {
  entry: Entry;
  /** Raised by whatever a calendar must learn. */
  sequence: number;
  stored: StoredEntry;
}

export const unknownEntry = () =>
  new NotFoundError('schedule.unknown', 'There is no such entry in the schedule. The page of the schedule shows those there are.');

export function createAnswers({ store, outside, now }: Pick<ScheduleDeps, 'store' | 'outside' | 'now'>) {
  /** Of the entries that the one who asks may know, in the order of the grid. */
  async function tellAll(scope: Scope, asker: Asker, entries: readonly StoredEntry[]): Promise<Told[]> {
    const known = new Map<string, Data | undefined>();
    const told: Told[] = [];
    // How a source does is the business of those who belong to the country.
    const sources = isMember(asker) ? await outside.listSources(scope) : [];
    for (const stored of (await visibleEntries(asker, entries, outside)).toSorted(inOrder)) {
      const { dataset } = stored;
      if (dataset !== null && !known.has(dataset)) known.set(dataset, await outside.findData(dataset));
      const source = sources.find((each) => (dataset === null ? each.entry === stored.id : each.dataset === dataset));
      told.push(await tell(scope, asker, stored, dataset === null ? undefined : known.get(dataset), source?.told ?? null));
    }
    return told;
  }

  async function tell(scope: Scope, asker: Asker, stored: StoredEntry, data: Data | undefined, source: EntrySource | null): Promise<Told> {
    const { reviewedAt, reviewedBy, sequence, createdAt: _, ...fields } = stored;
    const zone = zoneOf(scope);
    const facts = factsOf(stored, data, zone);
    const member = isMember(asker);
    // Of a dataset of which nothing is published strangers are not told that it is there.
    const dataset = member || data?.current ? stored.dataset : null;
    const said = stored.dataset === null ? await classOf(outside, stored) : null;
    const held = dataset === null ? said && { ...said, audience: null } : { ...(await outside.holdsOf(dataset)), by: 'dataset' as const };
    return {
      stored,
      sequence: sequence + (data?.turns ?? 0),
      entry: {
        ...fields,
        dataset,
        ...standingOf(stored, facts, now(), zone),
        version: data?.current?.version ?? null,
        published: facts.published?.toISOString() ?? null,
        lastData: facts.lastData,
        reviewed: facts.reviewed?.toISOString() ?? null,
        reviewedBy: member && reviewedAt !== null && facts.reviewed?.toISOString() === reviewedAt ? reviewedBy : null,
        held: held && { class: held.class, audience: held.audience, by: held.by },
        source,
        may: keeps(asker, stored.group),
      },
    };
  }

  function around(scope: Scope, asker: Asker) {
    const groups = visibleGroups(asker);
    const open = groups.filter(({ id, status }) => status !== 'closed' && keeps(asker, id));
    return {
      today: dayIn(now(), zoneOf(scope)),
      zone: zoneOf(scope),
      groups: groups.map(({ id, names, acronym, mailbox }) => ({ id, names, acronym, mailbox })),
      may: { see: isMember(asker), record: open.map(({ id }) => id), all: keepsAll(asker) },
    };
  }

  return {
    tellAll,

    async getSchedule(scope: Scope, asker: Asker): Promise<ScheduleAnswer> {
      const all = await store.list(scope);
      const told = (await tellAll(scope, asker, all)).map(({ entry }) => entry);
      const { may, ...rest } = around(scope, asker);
      // Who keeps nothing is offered no names to choose from, only those that entries show.
      const shown = new Set(told.map(({ organisation }) => organisation));
      const { organisations } = asker.structure;
      return {
        scope,
        ...rest,
        may,
        entries: told,
        due: toDue(told, rest.today),
        grid: SERIES.map((series) => ({ series, state: gridState(told.filter((entry) => entry.series === series)) })),
        proposal: all.length === 0 && may.all ? await propose(scope, asker, outside) : null,
        organisations: organisations.filter(({ id }) => may.record.length > 0 || may.all || shown.has(id)).map(({ id, name }) => ({ id, name })),
      };
    },

    /** @throws NotFoundError `schedule.unknown` also where the one who asks may not know of it */
    async getEntry(scope: Scope, asker: Asker, id: string): Promise<EntryAnswer> {
      const [told] = await tellAll(
        scope,
        asker,
        (await store.list(scope)).filter((entry) => entry.id === id),
      );
      if (!told) throw unknownEntry();
      return { entry: told.entry, history: isMember(asker) ? await store.listEvents(scope, id) : [] };
    },
  };
}

/** Data of this server fill their own dates; of others somebody says them. Days begin in the zone of the country. */
export function factsOf(entry: StoredEntry, data: Data | undefined, zone: string): Facts {
  const { dataset, link, changed, dataUntil, reviewedAt, frequency } = entry;
  const begin = (day: string) => toMoment(`${day}T00:00`, zone);
  const momentOf = (text: string | null | undefined) => (text ? (text.length === 10 ? begin(text) : new Date(text)) : null);
  const current = data?.current ?? null;
  const published = dataset === null ? momentOf(changed) : momentOf(current?.publishedAt);
  const reviewed = latest(momentOf(reviewedAt), momentOf(current?.reviewedOn));
  const lastData = dataset === null ? dataUntil : (current?.lastData ?? null);
  // Where nothing is ever due, an address says enough.
  const isThere = published !== null || lastData !== null || (dataset === null && link !== null && frequency !== null && frequency <= 0);
  return { published, reviewed, lastData, isThere };
}

/** Whether there is anything to be had, in time or not. */
const isFilled = ({ dataset, version, link, published }: Entry): boolean => (dataset === null ? link !== null || published !== null : version !== null);

function gridState(entries: readonly Entry[]): 'complete' | 'incomplete' | 'none' {
  const filled = entries.filter(isFilled);
  if (filled.length === 0) return 'none';
  return filled.some(({ completeness }) => completeness === 'complete') ? 'complete' : 'incomplete';
}

/** Deadlines that were missed, and what comes until the last day that is looked at; of steps those that are still to be taken. */
export function toDue(entries: readonly Entry[], today: string): DueItem[] {
  const until = addDays(today, AHEAD);
  const items = entries.flatMap((entry) => {
    const ahead = Math.max(0, ...entry.steps.map(({ before }) => before));
    return comingDays(entry, entry.due, addDays(until, ahead)).flatMap((day): DueItem[] => {
      const covered = entry.covers && periodBefore(day, entry.covers);
      const state = day === entry.due!.day ? entry.state : ('coming' as const);
      const steps = entry.steps
        .map((step): DueItem => ({ entry: entry.id, day: addDays(day, -step.before), step, state, covered }))
        .filter((step) => step.day >= today && step.day <= until);
      return day <= until ? [...steps, { entry: entry.id, day, step: null, state, covered }] : steps;
    });
  });
  return items.toSorted((a, b) => a.day.localeCompare(b.day) || Number(a.step === null) - Number(b.step === null));
}
