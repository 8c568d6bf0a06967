/** What the 3W page shows → the data of a MapSpec. Pure. */
import type { DatasetId, VersionTag } from '../../../../server/contract/ids.ts';
import type { MapSpec, PresenceMapData } from '../../../../server/contract/maps/map.ts';
import type { CountDefinition } from '../../../../server/contract/presence/presence.ts';
import type { Tally } from '../tally.ts';
import { toClasses, type SharedData } from '../../../country/spec.ts';

export interface Sources {
  dataset: DatasetId;
  /** Of the 3W, where the reader chose one. */
  version: VersionTag | null;
  /** That people are taken from. */
  population: DatasetId;
}

/** What is painted: with the population, or the period and version, that it is set against. */
export function toPresence({ dataset, version, population }: Sources, definition: CountDefinition, { paint, before, painting, method }: Tally): SharedData {
  const measure: PresenceMapData['measure'] =
    paint === 'ratio'
      ? { is: 'ratio', population: { dataset: population, version: 'current' } }
      : paint === 'change' && before
        ? { is: 'change', version: before.version, from: before.from, to: before.to }
        : { is: 'count' };
  return {
    data: { kind: 'presence', dataset, version: version ?? 'current', definition, measure, split: 'none' },
    classes: toClasses(method, painting.breaks, true),
  };
}

/** The small maps of all clusters, or the table of them, in place of the map. */
export function toPanels({ dataset, version }: Sources, definition: CountDefinition, split: 'clusters' | 'matrix', tally: Tally): SharedData {
  // Small maps stand side by side, whatever clusters are asked for; a table crosses those that are.
  const own = split === 'clusters' ? { ...definition, sectors: [] } : definition;
  return {
    data: { kind: 'presence', dataset, version: version ?? 'current', definition: own, measure: { is: 'count' }, split },
    classes: toClasses(tally.method, tally.cellClasses().breaks, true),
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
