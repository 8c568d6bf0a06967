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
import type { Data, Outside } from '../../schedule/deps.ts';
import { serveSchedule } from '../../schedule/routes.ts';
import { createSchedule } from '../../schedule/service.ts';
import { createScheduleStore } from '../../schedule/store.ts';
import { rowOf, type Holdings } from '../../sensitivity/holdings.ts';
import type { Store } from '../store.ts';
import type { Grouping } from './grouping.ts';

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

function outsideOf({ db, datasets, groups, holdings }: ScheduleParts): Outside {
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
