/** Population values of a stored version: whole levels, or the units, sexes and ages that are asked for. */
import type { Artifact, DatasetVersion } from '../contract/datasets/dataset.ts';
import type { ShownLevel, ShownPopulation } from '../contract/population/carried.ts';
import type { PopulationAnswer, PopulationGroup, PopulationLevelValues, PopulationQuery } from '../contract/population/population.ts';
import { NotFoundError } from '../errors.ts';
import { createKept } from '../kept.ts';
import { carryTo, type CarryOptions } from './carry/carrier.ts';

export type { WeighLevels } from './carry/carrier.ts';

export interface PopulationDeps {
  readArtifact: (artifact: Artifact) => Promise<Uint8Array>;
  /** Parsed levels kept in memory; they never change. */
  keep?: number;
}

export type Population = ReturnType<typeof createPopulation>;

/**
 * Values of a population by level, sex and age group, in people. Parsed levels are kept, `keep` of them, by the checksum of their file.
 * @throws NotFoundError `population.none`, `population.level-unknown`, `unit.unknown`, `population.group-unknown`: zeros would look like an answer
 */
export function createPopulation({ readArtifact, keep = 8 }: PopulationDeps) {
  const kept = createKept<PopulationLevelValues>(keep);
  const readLevel = (artifact: Artifact): Promise<PopulationLevelValues> =>
    kept.get(artifact.sha256, async () => JSON.parse(Buffer.from(await readArtifact(artifact)).toString('utf8')) as PopulationLevelValues);

  async function readLevels(version: DatasetVersion, level?: number): Promise<PopulationLevelValues[]> {
    const artifacts = version.artifacts.filter(({ kind }) => kind === 'population');
    if (artifacts.length === 0) throw new NotFoundError('population.none', `${version.dataset} ${version.version} has no population.`);
    const wanted = artifacts.filter((artifact) => level === undefined || artifact.level === level);
    if (wanted.length === 0) throw noLevel(version, artifacts, level);
    return Promise.all(wanted.map(readLevel));
  }

  return {
    /** @throws NotFoundError where the version is no population, or lacks the level, the unit or the group */
    async getPopulation(version: DatasetVersion, query: PopulationQuery): Promise<PopulationAnswer> {
      const levels = selectFrom(version, await readLevels(version, query.level), query);
      return { dataset: version.dataset, version: version.version, levels };
    },

    /**
     * On another version of the boundaries: levels and codes asked for are those of that version.
     * @throws NotFoundError also where nothing leads there, as `carryTo`
     */
    async getPopulationOn(version: DatasetVersion, to: DatasetVersion, query: PopulationQuery, options: CarryOptions): Promise<ShownPopulation> {
      const own = { dataset: version.dataset, version: version.version, levels: await readLevels(version) };
      const shown = await carryTo(own, to, options);
      const levels = shown.levels.filter(({ level }) => query.level === undefined || level === query.level);
      if (levels.length === 0) throw noLevel(version, shown.levels, query.level);
      return { ...shown, levels: selectFrom(version, levels, query) };
    },
  };
}

const noLevel = ({ dataset, version }: DatasetVersion, has: readonly { level?: number | undefined }[], level: number | undefined) =>
  new NotFoundError('population.level-unknown', `${dataset} ${version} has no adm${level}; it has ${has.map((each) => `adm${each.level}`).join(', ')}.`);

function selectFrom<Level extends ShownLevel>({ dataset, version }: DatasetVersion, all: readonly Level[], query: PopulationQuery): Level[] {
  const levels = all.map((level) => select(level, query));
  if (query.pcode && levels.every(({ pcodes }) => pcodes.length === 0))
    throw new NotFoundError('unit.unknown', `${dataset} ${version} has none of the P-codes asked for.`);
  if (levels.every(({ groups }) => groups.length === 0))
    throw new NotFoundError('population.group-unknown', `${dataset} ${version} has no such sex and age. Leave out sex and age to see its groups.`);
  return query.pcode ? levels.filter(({ pcodes }) => pcodes.length > 0) : levels;
}

/** `total` stays that of the whole level: it says of how many the selection is a part. So do the people of what was carried over, and what is left over of them. */
function select<Level extends ShownLevel>(level: Level, { pcode, sex, age }: PopulationQuery): Level {
  const groups = level.groups.flatMap((group, g) => ((sex === undefined || group.sex === sex) && (age === undefined || isAge(group, age)) ? [g] : []));
  const asked = pcode && new Set(pcode);
  const rows = asked ? level.pcodes.flatMap((code, i) => (asked.has(code) ? [i] : [])) : null;
  const ofRows = <T>(list: T[]): T[] => (rows ? rows.map((i) => list[i]!) : list);
  const ofGroups = (values: (number | null)[][]) => groups.map((g) => ofRows(values[g]!));
  const selected = { ...level, groups: groups.map((g) => level.groups[g]!), pcodes: ofRows(level.pcodes), values: ofGroups(level.values) };
  const { carried } = level;
  if (!carried) return selected;
  return {
    ...selected,
    carried: {
      ...carried,
      names: ofRows(carried.names),
      parents: ofRows(carried.parents),
      methods: ofRows(carried.methods),
      basis: ofRows(carried.basis),
      original: ofRows(carried.original),
      low: ofGroups(carried.low),
      high: ofGroups(carried.high),
      remainders: carried.remainders.map((left) => ({ ...left, values: groups.map((g) => left.values[g]!) })),
    },
  };
}

/** `all`, `80+`, `0-4`, one year of age, or the name of a group that is no age band. */
function isAge({ ageFrom, ageTo, other }: PopulationGroup, age: string): boolean {
  if (other !== null) return other === age;
  if (age === 'all') return ageFrom === null;
  if (!/^\d{1,3}(-\d{1,3}|\+)?$/.test(age)) return false;
  const [from, to = age.endsWith('+') ? null : from] = age.replace('+', '').split('-').map(Number);
  return ageFrom === from && ageTo === (to ?? null);
}
