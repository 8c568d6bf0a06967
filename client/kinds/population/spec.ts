/** What the population page shows ⇄ the data of a MapSpec. Pure. */
import type { DatasetId } from '../../../server/contract/ids.ts';
import type { MapData, MapSpec } from '../../../server/contract/maps/map.ts';
import type { SharedData } from '../../country/spec.ts';
import { classingOf } from '../../map/classing.ts';
import { POPULATION_STATE, type PopulationState } from './state.ts';

/** @param chosen with sex and age that the file has */
export function toPopulation(dataset: DatasetId, { data, on, measure, sex, age }: PopulationState, classes: MapSpec['classes']): SharedData {
  return { data: { kind: 'population', dataset, version: data ?? 'current', measure, sex, age, ...(on === null ? {} : { carried: true }) }, classes };
}

/** The way back: the state of the page that shows a saved map. */
export function fromPopulation(
  { version, measure, sex, age, carried }: Extract<MapData, { kind: 'population' }>,
  { boundary, classes }: MapSpec,
): PopulationState {
  const on = carried ? boundary.version : null;
  return { ...POPULATION_STATE, ...classingOf(boundary.level, classes), data: version === 'current' ? null : version, on, measure, sex, age };
}
