/** A stored population on another version of the boundaries: which version it was counted on is read, and what became of the units is found. */
import type { ChangesAnswer, CrosswalkLevel } from '../../contract/boundaries/crosswalk.ts';
import type { DatasetVersion } from '../../contract/datasets/dataset.ts';
import type { DatasetId, VersionTag } from '../../contract/ids.ts';
import type { ShownPopulation } from '../../contract/population/carried.ts';
import type { PopulationAnswer } from '../../contract/population/population.ts';
import { NotFoundError } from '../../errors.ts';
import { carryPopulation } from './carry.ts';

/** What became of the units between two versions, with the people of these levels first among those that shares are found by. */
export type WeighLevels = (
  from: DatasetVersion,
  to: DatasetVersion,
  own: Pick<PopulationAnswer, 'dataset' | 'version' | 'levels'>,
  goOn: () => void,
) => Promise<Pick<ChangesAnswer, 'method' | 'via'> & { levels: CrosswalkLevel[] }>;

export interface CarryOptions {
  /** The version of the boundaries that the file was joined to, as the one who asks may see it. @throws NotFoundError */
  findFrom: (dataset: DatasetId, version: VersionTag) => Promise<DatasetVersion>;
  weigh: WeighLevels;
  goOn: () => void;
}

/**
 * All levels of a population on `to`; as it is where it was counted on that.
 * @throws NotFoundError `population.no-boundaries` where the file was joined to none, `population.no-way` where nothing leads to the other version
 */
export async function carryTo(own: PopulationAnswer, to: DatasetVersion, { findFrom, weigh, goOn }: CarryOptions): Promise<ShownPopulation> {
  const boundaries = own.levels.find((level) => level.boundaries !== null)?.boundaries;
  const name = `${own.dataset} ${own.version}`;
  if (!boundaries) throw new NotFoundError('population.no-boundaries', `${name} was not joined to any boundaries, so it cannot be shown on others.`);
  if (boundaries.dataset === to.dataset && boundaries.version === to.version) return own;
  const noWay = () =>
    new NotFoundError(
      'population.no-way',
      `${name} was counted on ${boundaries.dataset} ${boundaries.version}. Nothing tells what became of its units in ${to.dataset} ${to.version}.`,
    );
  if (boundaries.dataset !== to.dataset) throw noWay();
  const from = await findFrom(boundaries.dataset, boundaries.version);
  const {
    method,
    via,
    levels: changes,
  } = await weigh(from, to, own, goOn).catch((error: unknown) => {
    throw error instanceof NotFoundError && error.code === 'changes.no-geometry' ? noWay() : error;
  });
  const { levels, missing } = carryPopulation(own.levels, changes);
  if (levels.length === 0) throw noWay();
  return {
    ...own,
    levels,
    carried: {
      dataset: to.dataset,
      from: from.version,
      to: to.version,
      method,
      via,
      estimate: levels.some(({ carried }) => carried!.methods.includes('estimated')),
      levelsMissing: missing,
    },
  };
}
