/** Coverage of assessments for maps, and the units that it is told on. Apart from the registry, since threads that draw maps need nothing else of it. */
import { randomUUID } from 'node:crypto';
import { createAnswers } from '../../assessments/answers.ts';
import type { Outside } from '../../assessments/deps.ts';
import { createAssessmentStore } from '../../assessments/store.ts';
import { createFindStep, type FindStep } from '../../boundaries/changesStore.ts';
import { createFindPublic } from '../../catalogue/visible.ts';
import type { AdminUnit } from '../../contract/admin.ts';
import type { Scope } from '../../contract/groups/groups.ts';
import { toBoundariesId, type DatasetId, type Iso3, type VersionTag } from '../../contract/ids.ts';
import { orNull } from '../../errors.ts';
import { createGroupStore } from '../../groups/store.ts';
import { NO_RIGHTS } from '../../groups/who.ts';
import { createKept } from '../../kept.ts';
import type { TellCoverage } from '../../maps/assessments/facts.ts';
import { createCarrier } from '../../presence/carry/carrier.ts';
import type { Holdings } from '../../sensitivity/holdings.ts';
import { createResults } from '../../store/results.ts';
import type { Store } from '../store.ts';

export interface CoverageParts extends Pick<Store, 'db' | 'datasets'> {
  holdings: Pick<Holdings, 'read'>;
  now: () => Date;
  findStep?: FindStep | undefined;
}

/** More than any country has. */
const ALL_UNITS = 1_000_000;

/** Coverage as everybody may know it. */
export function openCoverage(parts: CoverageParts): TellCoverage {
  const groups = createGroupStore(parts.db, randomUUID, parts.now);
  // Nobody counts people on a map of coverage.
  const outside = { ...openUnits(parts), readPeople: () => Promise.resolve({ of: null, source: null }) };
  const answers = createAnswers({ store: createAssessmentStore(parts.db, randomUUID), outside, now: parts.now });
  return async (scope, query, on) => answers.coverage(scope, { structure: await groups.read(scope), rights: NO_RIGHTS }, query, on);
}

/** Whether everybody may receive a dataset. */
export const openFor =
  (holdings: Pick<Holdings, 'read'>) =>
  async (dataset: DatasetId): Promise<boolean> =>
    (await holdings.read()).of(dataset).holds.audience === 'public';

/** Units of boundaries, and what became of those of other versions. */
export function openUnits({
  datasets,
  holdings,
  findStep = createFindStep({ datasets, results: createResults() }),
}: CoverageParts): Pick<Outside, 'readUnits' | 'findFates'> {
  // prettier-ignore
  const units = createKept<AdminUnit[]>(4);
  const isOpen = openFor(holdings);
  const boundariesOf = (scope: Scope): DatasetId => toBoundariesId(scope as string as Iso3);
  const listUnits = async (dataset: DatasetId, version: VersionTag) => (await datasets.listUnits(dataset, version, { limit: ALL_UNITS, offset: 0 })).units;
  // Where outlines cannot be compared, versions are followed by the comparisons that they keep of themselves.
  const carrier = createCarrier({ getVersion: datasets.getVersion, findPublic: createFindPublic(datasets), listUnits, readShapes: async () => undefined, findChanges: (from, to) => findStep(from, to).catch(() => null) }); // prettier-ignore
  return {
    /** Coverage names units to everybody, so boundaries that are not for everybody are none. */
    async readUnits(scope, asked) {
      const dataset = boundariesOf(scope);
      const found = (await isOpen(dataset)) ? await orNull(datasets.getVersion(dataset, asked ?? 'current')) : null;
      return found && { version: found.version, units: await units.get(`${dataset} ${found.version}`, () => listUnits(dataset, found.version)) };
    },
    async findFates(scope, from, to) {
      const dataset = boundariesOf(scope);
      const target = await datasets.getVersion(dataset, to);
      return (await orNull(datasets.getVersion(dataset, from))) === null ? null : carrier.findFates(from, target);
    },
  };
}
