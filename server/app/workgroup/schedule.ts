/** The data-sharing schedule, put together: what it takes from groups, datasets and what holds for them. */
import { randomUUID } from 'node:crypto';
import { createNameCountry } from '../../catalogue/countryName.ts';
import { isPublic } from '../../contract/datasets/dataset.ts';
import type { Scope } from '../../contract/groups/groups.ts';
import { toIso3, type DatasetId } from '../../contract/ids.ts';
import { orNull } from '../../errors.ts';
import { createHarvestStore } from '../../harvest/store.ts';
import { toEntrySource } from '../../harvest/told.ts';
import type { Admit } from '../../http/request.ts';
import type { Served } from '../../http/serve.ts';
import { NO_RIGHTS } from '../../groups/who.ts';
import type { KnownEntry } from '../../news/deps.ts';
import type { Standing } from '../../news/overdue.ts';
import { factsOf } from '../../schedule/answers.ts';
import type { Data, Outside } from '../../schedule/deps.ts';
import type { StoredEntry } from '../../schedule/rows.ts';
import { serveSchedule } from '../../schedule/routes.ts';
import { createSchedule } from '../../schedule/service.ts';
import { visibleEntries } from '../../schedule/seen.ts';
import { standingOf } from '../../schedule/state.ts';
import { createScheduleStore } from '../../schedule/store.ts';
import { zoneOf } from '../../schedule/zone.ts';
import { rowOf, type Holdings } from '../../sensitivity/holdings.ts';
import type { Store } from '../store.ts';
import type { Grouping } from './grouping.ts';

type OutsideParts = Pick<ScheduleParts, 'db' | 'datasets' | 'holdings'> & { groups: Pick<Grouping['groups'], 'read'> };

/** What news tell of the schedule: single entries, and how all of them stand at this moment. */
export function openStandings(parts: OutsideParts, now: () => Date) {
  const store = createScheduleStore(parts.db, randomUUID);
  const outside = outsideOf(parts);
  /** As the entry says it; whether its data may be received is another question. */
  const isOpen = async (entry: StoredEntry) => {
    const stranger = { structure: await outside.readStructure(entry.scope), rights: NO_RIGHTS, admits: async () => true };
    return (await visibleEntries(stranger, [entry], outside)).length > 0;
  };
  return {
    async findEntry(scope: Scope, id: string): Promise<KnownEntry | null> {
      const entry = await store.find(scope, id);
      return entry ? { ...entry, isOpen: await isOpen(entry) } : null;
    },
    async listStandings(): Promise<Standing[]> {
      const found: Standing[] = [];
      for (const scope of await store.listScopes()) {
        const zone = zoneOf(scope);
        for (const entry of await store.list(scope)) {
          const data = entry.dataset === null ? undefined : await outside.findData(entry.dataset);
          const { state, due } = standingOf(entry, factsOf(entry, data, zone), now(), zone);
          found.push({ id: entry.id, scope, dataset: entry.dataset, group: entry.group, isOpen: await isOpen(entry), state, due: due?.day ?? null });
        }
      }
      return found;
    },
  };
}

export interface ScheduleParts extends Pick<Store, 'db' | 'datasets'>, Pick<Grouping, 'groups' | 'whoMay'> {
  holdings: Pick<Holdings, 'read'>;
  admit: Admit;
  now: () => Date;
}

export function openSchedule(parts: ScheduleParts): Served[] {
  const { db, now } = parts;
  const schedule = createSchedule({ store: createScheduleStore(db, randomUUID), outside: outsideOf(parts), now, newId: randomUUID });
  return serveSchedule({ ...parts, schedule });
}

function outsideOf({ db, datasets, groups, holdings }: OutsideParts): Outside {
  const nameCountry = createNameCountry(db);
  const sources = createHarvestStore(db);
  return {
    readStructure: (scope) => groups.read(scope),
    listDatasets: async (scope) => (await datasets.listDatasets()).map(({ id }) => id).filter((id) => toIso3(id) === (scope as string)),
    findData: (dataset) => findData(datasets, dataset),
    async holdsOf(dataset) {
      const { holds } = (await holdings.read()).of(dataset);
      return { class: holds.class, audience: holds.audience };
    },
    classOf: async (scope, type) => rowOf((await holdings.read()).tableOf(scope), type)?.class ?? null,
    async listSources(scope) {
      const found = [];
      for (const source of await sources.list(scope)) {
        const [last] = await sources.listFetches(source.id, 1);
        found.push({ dataset: source.dataset, entry: source.entry, told: toEntrySource(source, last) });
      }
      return found;
    },
    nameCountry: (scope: Scope, lang) => nameCountry(scope, lang),
  };
}

async function findData(datasets: Store['datasets'], id: DatasetId): Promise<Data | undefined> {
  const dataset = await orNull(datasets.getDataset(id));
  if (!dataset) return undefined;
  const published = dataset.versions.filter(isPublic);
  const current = dataset.current === null ? null : await orNull(datasets.getVersion(id, dataset.current));
  return {
    publications: published.map(({ publishedAt }) => publishedAt!).toSorted(),
    turns: published.reduce((turns, { status }) => turns + (status === 'withdrawn' ? 2 : 1), 0),
    current:
      current === null || current.publishedAt === null
        ? null
        : {
            version: current.version,
            publishedAt: current.publishedAt,
            lastData: dayOf(current.metadata.dateValidOn ?? current.metadata.dateSource),
            reviewedOn: dayOf(current.metadata.dateReviewed),
          },
  };
}

/** Dates of files are days, or years and months: those say too little. */
const dayOf = (text: string | null): string | null => (text !== null && /^\d{4}-\d{2}-\d{2}/.test(text) ? text.slice(0, 10) : null);
