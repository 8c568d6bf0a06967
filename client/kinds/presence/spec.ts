/** What the 3W page shows → the data of a MapSpec. Pure. */
import type { DatasetId, VersionTag } from '../../../server/contract/ids.ts';
import type { MapSpec, PresenceMapData } from '../../../server/contract/maps/map.ts';
import type { CountDefinition } from '../../../server/contract/presence/presence.ts';
import { classesOf } from './classes.ts';
import type { Tally } from './tally.ts';
import { toClasses, type SharedData } from '../../country/spec.ts';

export interface Sources {
  dataset: DatasetId;
  /** That people are taken from. */
  population: DatasetId;
}

/** What is painted: with the population or the period that it is set against. */
export function toPresence({ dataset, population }: Sources, definition: CountDefinition, { paint, before, painting }: Tally): SharedData {
  const measure: PresenceMapData['measure'] =
    paint === 'ratio'
      ? { is: 'ratio', population: { dataset: population, version: 'current' } }
      : paint === 'change' && before
        ? { is: 'change', ...before }
        : { is: 'count' };
  return {
    data: { kind: 'presence', dataset, version: 'current', definition, measure, split: 'none' },
    classes: toClasses('integer', painting.breaks),
  };
}

/** The small maps of all clusters in place of the map. */
export function toClusters({ dataset }: Sources, definition: CountDefinition): SharedData {
  const { breaks } = classesOf('count', definition.unit, false);
  return {
    data: { kind: 'presence', dataset, version: 'current', definition: { ...definition, sectors: [] }, measure: { is: 'count' }, split: 'clusters' },
    classes: toClasses('integer', breaks),
    whole: true,
  };
}

/** The same map on these versions of the 3W and of the population. */
export function pinPresence(spec: MapSpec, version: VersionTag, population: VersionTag | null): MapSpec {
  if (spec.data.kind !== 'presence') return spec;
  const { measure } = spec.data;
  const pinned = measure.is === 'ratio' ? { ...measure, population: { ...measure.population, version: population! } } : measure;
  return { ...spec, data: { ...spec.data, version, measure: pinned } };
}
