/** Population values of a stored version: whole levels, or the units, sexes and ages that are asked for. */
import type { Artifact, DatasetVersion } from '../contract/datasets/dataset.ts';
import type { PopulationAnswer, PopulationGroup, PopulationLevelValues, PopulationQuery } from '../contract/population/population.ts';
import { NotFoundError } from '../errors.ts';
import { createKept } from '../kept.ts';

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

  return {
    /** @throws NotFoundError where the version is no population, or lacks the level, the unit or the group */
    async getPopulation(version: DatasetVersion, query: PopulationQuery): Promise<PopulationAnswer> {
      const artifacts = version.artifacts.filter(({ kind }) => kind === 'population');
      if (artifacts.length === 0) throw new NotFoundError('population.none', `${version.dataset} ${version.version} has no population.`);
      const wanted = artifacts.filter(({ level }) => query.level === undefined || level === query.level);
      const names = artifacts.map(({ level }) => `adm${level}`).join(', ');
      if (wanted.length === 0)
        throw new NotFoundError('population.level-unknown', `${version.dataset} ${version.version} has no adm${query.level}; it has ${names}.`);
      const levels = (await Promise.all(wanted.map(readLevel))).map((level) => select(level, query));
      if (query.pcode && levels.every(({ pcodes }) => pcodes.length === 0))
        throw new NotFoundError('unit.unknown', `${version.dataset} ${version.version} has none of the P-codes asked for.`);
      if (levels.every(({ groups }) => groups.length === 0))
        throw new NotFoundError(
          'population.group-unknown',
          `${version.dataset} ${version.version} has no such sex and age. Leave out sex and age to see its groups.`,
        );
      return { dataset: version.dataset, version: version.version, levels: query.pcode ? levels.filter(({ pcodes }) => pcodes.length > 0) : levels };
    },
  };
}

/** `total` stays that of the whole level: it says of how many the selection is a part. */
function select(level: PopulationLevelValues, { pcode, sex, age }: PopulationQuery): PopulationLevelValues {
  const groups = level.groups.flatMap((group, g) => ((sex === undefined || group.sex === sex) && (age === undefined || isAge(group, age)) ? [g] : []));
  const asked = pcode && new Set(pcode);
  const rows = asked ? level.pcodes.flatMap((code, i) => (asked.has(code) ? [i] : [])) : null;
  return {
    ...level,
    groups: groups.map((g) => level.groups[g]!),
    pcodes: rows ? rows.map((i) => level.pcodes[i]!) : level.pcodes,
    values: groups.map((g) => (rows ? rows.map((i) => level.values[g]![i]!) : level.values[g]!)),
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
