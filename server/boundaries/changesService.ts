/** The changes between stored versions, over one step or several, weighed with the population that is published now. */
import { isPublic, type DatasetVersion } from '../contract/datasets/dataset.ts';
import type { ChangedUnit, MovedPiece, VersionChanges } from '../contract/boundaries/changes.ts';
import type { ChangesAnswer, CrosswalkLevel, CrosswalkVersion, HistoryAnswer } from '../contract/boundaries/crosswalk.ts';
import { POPULATION, toDatasetId, toIso3, type AdminLevel, type DatasetId, type VersionTag } from '../contract/ids.ts';
import type { PopulationAnswer, PopulationQuery } from '../contract/population/population.ts';
import { NotFoundError, orNull } from '../errors.ts';
import type { Datasets } from '../catalogue/datasets.ts';
import { findGeometry, readGeometry } from '../catalogue/geometry.ts';
import type { FindStep } from './changesStore.ts';
import type { Results } from '../store/results.ts';
import { readCensus, sidesOf, type Census, type CensusLevel } from './crosswalk/census.ts';
import { chainChanges, followUnits, unitKey } from './crosswalk/chain.ts';
import { assertChanges, findAsserted } from './crosswalk/asserted.ts';
import { traceLineage } from './crosswalk/history.ts';
import { firstVersions } from './crosswalk/linkage.ts';
import { weighPeople } from './crosswalk/people.ts';
import { writePiecesGeojson } from './crosswalk/pieces.ts';
import { datedVersions, inOrder, type DatedVersion } from './crosswalk/times.ts';

export interface ChangesDeps {
  datasets: Pick<Datasets, 'getVersion' | 'getDataset' | 'getUnit' | 'listUnits' | 'readArtifact'>;
  /** Published values. @throws NotFoundError where the version has none */
  population: { getPopulation: (version: DatasetVersion, query: PopulationQuery) => Promise<PopulationAnswer> };
  findStep: FindStep;
  results: Results;
}

/** For the steps of long work. @throws where nobody waits any more */
type GoOn = () => void;

/** Published populations that are looked through for one whose codes are those of either version, newest first. */
const CENSUSES = 4;
/** More than any country has. */
const ALL_UNITS = 1_000_000;
/** Versions between two over which units are followed; each step is computed once. */
const FOLLOWED = 12;

export type Changes = ReturnType<typeof createChanges>;

/**
 * Changes and histories of boundaries as the API gives them. Shares are of ground or of people, areas in km²; where a version has no drawing, and no table
 * leads there, codes and names speak.
 */
export function createChanges({ datasets, population, findStep, results }: ChangesDeps) {
  const tablesOf = async (version: DatasetVersion) => (await readGeometry(version, datasets.readArtifact))!;
  const lasting = (...versions: DatasetVersion[]) => versions.every(isPublic);

  /** Versions that were published, and those asked for, in the order of their validity. */
  async function listVersions(id: DatasetId, ...asked: DatasetVersion[]): Promise<{ versions: DatasetVersion[]; dated: Map<VersionTag, CrosswalkVersion> }> {
    const tags = (await datasets.getDataset(id)).versions.filter(isPublic).map(({ version }) => version);
    const found = await Promise.all(tags.filter((tag) => asked.every(({ version }) => version !== tag)).map((tag) => datasets.getVersion(id, tag)));
    const all = new Map([...found, ...asked].map((version) => [version.version, version]));
    const given = [...all.values()].map(toDated);
    const versions = inOrder(given).map(({ version }) => all.get(version)!);
    return { versions, dated: new Map(datedVersions(given).map((one) => [one.version, one])) };
  }

  /** Those from one to the other, in either direction. */
  function between(versions: readonly DatasetVersion[], from: DatasetVersion, to: DatasetVersion): DatasetVersion[] {
    const [start, end] = [from, to].map((end) => versions.findIndex(({ version }) => version === end.version)) as [number, number];
    return start < end ? versions.slice(start, end + 1) : versions.slice(end, start + 1).toReversed();
  }

  /** The fewest steps over which there is a way. */
  async function findChain(versions: readonly DatasetVersion[], goOn: GoOn): Promise<VersionChanges[] | null> {
    const [from, to] = [versions[0]!, versions.at(-1)!];
    const ways = new Map<DatasetVersion, VersionChanges[]>([[from, []]]);
    for (const here of ways.keys()) {
      for (const there of versions) {
        if (ways.has(there)) continue;
        goOn();
        const step = await findStep(here, there);
        if (step) ways.set(there, [...ways.get(here)!, step]);
        if (step && there === to) return ways.get(there)!;
      }
    }
    return null;
  }

  /** Steps of versions that follow each other; those without a drawing are passed over. */
  async function listSteps(versions: readonly DatasetVersion[], goOn: GoOn): Promise<VersionChanges[]> {
    const steps: VersionChanges[] = [];
    let before: DatasetVersion | null = null;
    for (const version of versions) {
      goOn();
      const step = before && (await findStep(before, version));
      if (step) steps.push(step);
      if (step || findGeometry(version)) before = version;
    }
    return steps;
  }

  /** The newest published population that has a level of either version. */
  async function findCensus(changes: VersionChanges, id: DatasetId): Promise<Census | null> {
    const dataset = toDatasetId(POPULATION, toIso3(id));
    const stored = (await orNull(datasets.getDataset(dataset)))?.versions.filter(({ status }) => status === 'current' || status === 'superseded') ?? [];
    const { before, after } = sidesOf(changes);
    let found: Census | null = null;
    for (const { version: tag } of stored.toSorted((a, b) => (b.publishedAt ?? '').localeCompare(a.publishedAt ?? '')).slice(0, CENSUSES)) {
      const values = await orNull(population.getPopulation(await datasets.getVersion(dataset, tag), { sex: 't', age: 'all' }));
      const census = values && readCensus(dataset, tag, values.levels, before, after);
      if (census?.levels.some(({ side }) => side === 'before')) return census;
      if (census && census.levels.length > 0) found ??= census;
    }
    return found;
  }

  /** Only codes and names of them: units never change, so it is found in no time. */
  async function assertStep(from: DatasetVersion, to: DatasetVersion): Promise<VersionChanges> {
    const unitsOf = async ({ dataset, version }: DatasetVersion) => (await datasets.listUnits(dataset, version, { limit: ALL_UNITS, offset: 0 })).units;
    return assertChanges(await unitsOf(from), await unitsOf(to), { from: from.version, to: to.version });
  }

  /** By both drawings, else over the fewest steps there are (`chain`); where a drawing is missing and no way leads around it, by codes and names alone (`asserted`). */
  async function findChanges(from: DatasetVersion, to: DatasetVersion, goOn: GoOn) {
    const { versions, dated } = await listVersions(from.dataset, from, to);
    const way = between(versions, from, to);
    const direct = await findStep(from, to);
    const drawn = direct ? null : await findChain(way, goOn);
    const asserted = direct || drawn ? null : await findAsserted(way, { findStep, assertStep, hasDrawing });
    const chain = drawn ?? asserted;
    const method = direct ? ('overlay' as const) : asserted?.length === 1 ? ('asserted' as const) : ('chain' as const);
    return { changes: direct ?? chainChanges(chain!), chain, way, dated, method, isDrawn: asserted === null };
  }

  return {
    /** All levels with their people; `via`: versions between, over which units were followed or shares multiplied. */
    async getChanges(from: DatasetVersion, to: DatasetVersion, goOn: GoOn): Promise<ChangesAnswer> {
      const { changes, chain, way, dated, method } = await findChanges(from, to, goOn);
      const steps = !chain && way.length > 2 && way.length <= FOLLOWED + 2 ? await listSteps(way, goOn) : [];
      const isFollowed = steps.length > 1 && steps[0]!.from === from.version && steps.at(-1)!.to === to.version;
      const levels = weighPeople(changes, await findCensus(changes, from.dataset));
      return {
        dataset: from.dataset,
        from: dated.get(from.version)!,
        to: dated.get(to.version)!,
        method,
        via: (chain ?? (isFollowed ? steps : [])).slice(1).map((step) => step.from),
        bump: changes.bump,
        levels: isFollowed ? levels.map((own) => markFollowed(own, followUnits(steps, own.level))) : levels,
      };
    },

    /** All levels with the shares of their people by these figures, and by the published ones where these have none. @throws NotFoundError `changes.no-geometry` */
    weighLevels: async (
      from: DatasetVersion,
      to: DatasetVersion,
      { dataset, version, levels }: Pick<PopulationAnswer, 'dataset' | 'version' | 'levels'>,
      goOn: GoOn,
    ): Promise<Pick<ChangesAnswer, 'method' | 'via'> & { levels: CrosswalkLevel[] }> => {
      const { changes, chain, method, isDrawn } = await findChanges(from, to, goOn);
      // Codes and names say nothing of how many people went where.
      if (!isDrawn) throw noGeometry(from, to);
      const { before, after } = sidesOf(changes);
      const own = readCensus(dataset, version, levels, before, after);
      const others = (await findCensus(changes, from.dataset))?.levels ?? [];
      const isNew = (one: CensusLevel) => !own.levels.some(({ level, side }) => level === one.level && side === one.side);
      return {
        method,
        via: (chain ?? []).slice(1).map((step) => step.from),
        levels: weighPeople(changes, { ...own, levels: [...own.levels, ...others.filter(isNew)] }),
      };
    },

    /** The version in which each unit came under its identifier, by level and unit key: of the units of the version itself. */
    async getFirstVersions(version: DatasetVersion, goOn: GoOn): Promise<(level: AdminLevel, unit: ChangedUnit) => VersionTag> {
      const { versions } = await listVersions(version.dataset, version);
      const steps = await listSteps(versions.slice(0, versions.findIndex((one) => one.version === version.version) + 1), goOn);
      const known = new Map<AdminLevel, Map<string, VersionTag>>();
      return (level, unit) => {
        const first = known.get(level) ?? firstVersions(steps, level);
        known.set(level, first);
        return first.get(unitKey(unit)) ?? steps[0]?.from ?? version.version;
      };
    },

    /** Ground that moved, as GeoJSON text. @throws NotFoundError `changes.no-geometry` */
    async getPieces(from: DatasetVersion, to: DatasetVersion, level: AdminLevel | undefined): Promise<string> {
      const [old, now] = [findGeometry(from), findGeometry(to)];
      if (!old || !now) throw noGeometry(from, to);
      return results.get(['pieces', old.sha256, now.sha256, from.version, to.version, level ?? null], lasting(from, to), async () => {
        const { movedPieces } = await import('./change/compare.ts');
        const pieces: MovedPiece[] = movedPieces(await tablesOf(from), await tablesOf(to), level);
        return writePiecesGeojson(pieces, { from: from.version, to: to.version });
      });
    },

    /** Lineage of one unit, as it is in `version`, over all versions. */
    async getHistory(version: DatasetVersion, level: AdminLevel, unit: ChangedUnit, goOn: GoOn): Promise<HistoryAnswer> {
      const { versions, dated } = await listVersions(version.dataset, version);
      const { units, edges } = traceLineage(await listSteps(versions, goOn), level, { version: version.version, unit });
      return {
        dataset: version.dataset,
        level,
        pcode: unit.pcode,
        version: version.version,
        steps: versions.map((one) => ({ ...dated.get(one.version)!, units: units.get(one.version) ?? null })),
        edges,
      };
    },

    /** Published versions, newest first. */
    listNewest: async (id: DatasetId): Promise<DatasetVersion[]> => (await listVersions(id)).versions.toReversed(),
  };
}

const hasDrawing = (version: DatasetVersion) => findGeometry(version) !== undefined;

const toDated = ({ version, status, publishedAt, metadata }: DatasetVersion): DatedVersion => ({ version, status, publishedAt, validOn: metadata.dateValidOn });

const noGeometry = (from: DatasetVersion, to: DatasetVersion) =>
  new NotFoundError(
    'changes.no-geometry',
    `What changed from ${from.version} to ${to.version} of ${from.dataset} cannot be told: the geometry of one of them is not stored, and no table leads there over other versions.`,
  );

function markFollowed<Level extends ChangesAnswer['levels'][number]>(own: Level, followed: ReadonlyMap<string, string>): Level {
  const isFollowed = ({ source, target }: Level['relations'][number]) =>
    source !== null && target !== null && followed.get(unitKey(source)) === unitKey(target);
  return { ...own, relations: own.relations.map((one) => (isFollowed(one) ? { ...one, followed: true } : one)) };
}
