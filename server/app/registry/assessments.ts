/** The registry of assessments, put together: what it takes from groups, boundaries, population and what holds for them. */
import { randomUUID } from 'node:crypto';
import { createAssessments, type Assessments } from '../../assessments/service.ts';
import { serveAssessments } from '../../assessments/routes.ts';
import { createAssessmentStore } from '../../assessments/store.ts';
import type { People } from '../../assessments/coverage/gaps.ts';
import type { Outside } from '../../assessments/deps.ts';
import { createNameCountry } from '../../catalogue/countryName.ts';
import type { Scope } from '../../contract/groups/groups.ts';
import { POPULATION, toBoundariesId, toDatasetId, type AdminLevel, type DatasetId, type Iso3, type VersionTag } from '../../contract/ids.ts';
import { orNull } from '../../errors.ts';
import { createGroupStore } from '../../groups/store.ts';
import type { Served } from '../../http/serve.ts';
import { createPopulation, type WeighLevels } from '../../population/service.ts';
import type { Presence } from '../../presence/service.ts';
import type { Store } from '../store.ts';
import { readReportsOf, type Grouping } from '../workgroup/grouping.ts';
import { openFor, openUnits, type CoverageParts } from './coverage.ts';

export interface AssessmentParts extends CoverageParts, Pick<Store, 'objects'> {
  presence: Pick<Presence, 'open' | 'sectorTable'>;
  /** Absent: people are not carried to newer boundaries. */
  weighLevels?: WeighLevels | undefined;
}

const countryOf = (scope: Scope): Iso3 => scope as string as Iso3;

export function openAssessments(parts: AssessmentParts): Assessments {
  const { db, presence, now } = parts;
  const store = createAssessmentStore(db, randomUUID);
  return createAssessments({ store, outside: outsideOf(parts), sectors: presence.sectorTable, objects: parts.objects, now, newId: randomUUID });
}

export function openAssessmentRoutes(parts: AssessmentParts & Pick<Grouping, 'groups' | 'whoMay' | 'requireOwnPage'> & Pick<Store, 'checked'>): Served[] {
  return serveAssessments({ ...parts, objects: parts.checked, assessments: openAssessments(parts) });
}

function outsideOf(parts: Omit<AssessmentParts, 'objects'>): Outside {
  const { db, datasets, presence, holdings, now, weighLevels } = parts;
  const groups = createGroupStore(db, randomUUID, now);
  const nameCountry = createNameCountry(db);
  const isOpen = openFor(holdings);
  return {
    readStructure: (scope) => groups.read(scope),
    readReports: readReportsOf({ db, datasets, presence, holdings }),
    ...openUnits(parts),
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
