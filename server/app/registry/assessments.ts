/** The registry of assessments, put together: what it takes from groups, boundaries, population and what holds for them. */
import { createFindPublic } from '../../catalogue/visible.ts';
import { randomUUID } from 'node:crypto';
import { createFindStep, type FindStep } from '../../boundaries/changesStore.ts';
import { createAssessments, type Assessments } from '../../assessments/service.ts';
import { serveAssessments } from '../../assessments/routes.ts';
import { createAssessmentStore } from '../../assessments/store.ts';
import type { People } from '../../assessments/coverage/gaps.ts';
import type { Outside } from '../../assessments/deps.ts';
import { createNameCountry } from '../../catalogue/countryName.ts';
import type { AdminUnit } from '../../contract/admin.ts';
import type { Scope } from '../../contract/groups/groups.ts';
import { POPULATION, toBoundariesId, toDatasetId, type AdminLevel, type DatasetId, type Iso3, type VersionTag } from '../../contract/ids.ts';
import { orNull } from '../../errors.ts';
import { createGroupStore } from '../../groups/store.ts';
import type { Served } from '../../http/serve.ts';
import { createKept } from '../../kept.ts';
import { createCarrier } from '../../presence/carry/carrier.ts';
import { createPopulation, type WeighLevels } from '../../population/service.ts';
import type { Presence } from '../../presence/service.ts';
import type { Holdings } from '../../sensitivity/holdings.ts';
import { createResults } from '../../store/results.ts';
import type { Store } from '../store.ts';
import { readReportsOf, type Grouping } from '../workgroup/grouping.ts';

export interface AssessmentParts extends Pick<Store, 'db' | 'datasets' | 'objects'> {
  presence: Pick<Presence, 'open' | 'sectorTable'>;
  holdings: Pick<Holdings, 'read'>;
  now: () => Date;
  findStep?: FindStep | undefined;
  /** Absent: people are not carried to newer boundaries. */
  weighLevels?: WeighLevels | undefined;
}

/** More than any country has. */
const ALL_UNITS = 1_000_000;
const countryOf = (scope: Scope): Iso3 => scope as string as Iso3;

export function openAssessments(parts: AssessmentParts): Assessments {
  const { db, presence, now } = parts;
  const store = createAssessmentStore(db, randomUUID);
  return createAssessments({ store, outside: outsideOf(parts), sectors: presence.sectorTable, objects: parts.objects, now, newId: randomUUID });
}

export function openAssessmentRoutes(parts: AssessmentParts & Pick<Grouping, 'groups' | 'whoMay' | 'requireOwnPage'> & Pick<Store, 'checked'>): Served[] {
  return serveAssessments({ ...parts, objects: parts.checked, assessments: openAssessments(parts) });
}

function outsideOf({
  db,
  datasets,
  presence,
  holdings,
  now,
  weighLevels,
  findStep = createFindStep({ datasets, results: createResults() }),
}: AssessmentParts): Outside {
  const groups = createGroupStore(db, randomUUID, now);
  const nameCountry = createNameCountry(db);
  const units = createKept<AdminUnit[]>(4);
  const listUnits = async (dataset: DatasetId, version: VersionTag) => (await datasets.listUnits(dataset, version, { limit: ALL_UNITS, offset: 0 })).units;
  // Where outlines cannot be compared, versions are followed by the comparisons that they keep of themselves.
  const carrier = createCarrier({ getVersion: datasets.getVersion, findPublic: createFindPublic(datasets), listUnits, readShapes: async () => undefined, findChanges: (from, to) => findStep(from, to).catch(() => null) }); // prettier-ignore
  const isOpen = async (dataset: DatasetId) => (await holdings.read()).of(dataset).holds.audience === 'public';

  return {
    readStructure: (scope) => groups.read(scope),
    readReports: readReportsOf({ db, datasets, presence, holdings }),
    /** Coverage names units to everybody, so boundaries that are not for everybody are none. */
    async readUnits(scope) {
      const dataset = toBoundariesId(countryOf(scope));
      const current = (await isOpen(dataset)) ? await orNull(datasets.getVersion(dataset, 'current')) : null;
      return current && { version: current.version, units: await units.get(`${dataset} ${current.version}`, () => listUnits(dataset, current.version)) };
    },
    async findFates(scope, from, to) {
      const dataset = toBoundariesId(countryOf(scope));
      const target = await datasets.getVersion(dataset, to);
      return (await orNull(datasets.getVersion(dataset, from))) === null ? null : carrier.findFates(from, target);
    },
    readPeople: createReadPeople(datasets, isOpen, weighLevels),
    nameCountry: (scope, lang) => nameCountry(scope, lang),
  };
}

/**
 * All people of the units of a level, of the current population. Where it was counted on other boundaries, they go where the ground of their units went
 * (decision 0064); where nothing leads there, nobody knows how many they are: codes are never taken as they are.
 */
function createReadPeople(datasets: Store['datasets'], isOpen: (dataset: DatasetId) => Promise<boolean>, weigh: WeighLevels | undefined) {
  const population = createPopulation(datasets);
  const query = (level: AdminLevel) => ({ level, sex: 't', age: 'all' }) as const;
  return async (scope: Scope, level: AdminLevel, boundaries: VersionTag): Promise<People> => {
    const dataset = toDatasetId(POPULATION, countryOf(scope));
    const version = (await isOpen(dataset)) ? await orNull(datasets.getVersion(dataset, 'current')) : null;
    const found = version && (await orNull(population.getPopulation(version, query(level))));
    if (!version || !found?.levels[0]) return { of: null, source: null };
    const [own] = found.levels;
    const isOlder = own.boundaries !== null && own.boundaries.version !== boundaries;
    const to = isOlder ? await datasets.getVersion(toBoundariesId(countryOf(scope)), boundaries) : null;
    const options = weigh && { findFrom: datasets.getVersion, weigh, goOn: () => {} };
    const shown = !to ? found : options ? await orNull(population.getPopulationOn(version, to, query(level), options)) : null;
    const values = shown?.levels[0];
    if (!values?.values[0]) return { of: null, source: null };
    const people = new Map(values.pcodes.flatMap((pcode, i) => (values.values[0]![i] == null ? [] : [[pcode, values.values[0]![i]] as const])));
    const { year } = values;
    return { of: people, source: { dataset, version: version.version, year: year === null ? null : String(year), carriedFrom: isOlder ? own.boundaries!.version : null } }; // prettier-ignore
  };
}
