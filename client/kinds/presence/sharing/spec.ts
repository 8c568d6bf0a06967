/** What the 3W page shows ⇄ the data of a MapSpec. Pure. */
import type { DatasetId, VersionTag } from '../../../../server/contract/ids.ts';
import type { MapSpec, PresenceMapData } from '../../../../server/contract/maps/map.ts';
import type { CountDefinition } from '../../../../server/contract/presence/presence.ts';
import { PANE_OF, PRESENCE_STATE, type PresenceState, type Split } from '../state.ts';
import type { Tally } from '../tally.ts';
import { classingOf } from '../../../map/classing.ts';
import { toClasses, type SharedData } from '../../../country/spec.ts';

export interface Sources {
  dataset: DatasetId;
  /** Of the 3W, where the reader chose one. */
  version: VersionTag | null;
  /** That people are taken from, and their version where the reader chose one. */
  population: DatasetId;
  people: VersionTag | null;
  /** Those of a saved map, where they hold. */
  classes: MapSpec['classes'] | undefined;
}

/** Of what is counted the part that is saved. */
type Painted = Pick<Tally, 'paint' | 'changed' | 'before' | 'method'> & { painting: Pick<Tally['painting'], 'breaks'> };

/** What is painted: with the population, or the period and version, that it is set against. */
export function toPresence(
  { dataset, version, population, people, classes }: Sources,
  definition: CountDefinition,
  { paint, changed, before, painting, method }: Painted,
): SharedData {
  const each = { dataset: population, version: people ?? ('current' as const) };
  const measure: PresenceMapData['measure'] =
    paint === 'ratio'
      ? { is: 'ratio', population: each }
      : paint === 'change' && before
        ? { is: 'change', version: before.version, from: before.from, to: before.to, population: changed === 'ratio' ? each : null }
        : { is: 'count' };
  return {
    data: { kind: 'presence', dataset, version: version ?? 'current', definition, measure, split: 'none' },
    classes: classes ?? toClasses(method, painting.breaks, true),
  };
}

/** The small maps of the clusters or organisations that the definition names (of all where it names none), or the table, in place of the map. */
export function toPanels(
  { dataset, version, classes }: Sources,
  definition: CountDefinition,
  split: Split,
  tally: Pick<Tally, 'method' | 'cellClasses'>,
): SharedData {
  return {
    data: { kind: 'presence', dataset, version: version ?? 'current', definition, measure: { is: 'count' }, split },
    classes: classes ?? toClasses(tally.method, tally.cellClasses(split).breaks, true),
    whole: true,
  };
}

/** The way back: the state of the page that shows a saved map. */
export function fromPresence({ version, definition, measure, split }: PresenceMapData, { boundary, classes }: MapSpec): PresenceState {
  const people = measure.is === 'count' ? null : measure.population;
  return {
    ...PRESENCE_STATE,
    ...classingOf(boundary.level, classes),
    data: version === 'current' ? null : version,
    definition,
    paint: measure.is,
    changed: measure.is === 'change' && people ? 'ratio' : 'count',
    against: measure.is === 'change' ? { version: measure.version, from: measure.from, to: measure.to } : null,
    pane: split === 'none' ? PRESENCE_STATE.pane : PANE_OF[split],
    split,
    people: people && people.version !== 'current' ? people.version : null,
  };
}

/** The same map on these versions of the 3W and of the population. */
export function pinPresence(spec: MapSpec, version: VersionTag, population: VersionTag | null): MapSpec {
  if (spec.data.kind !== 'presence') return spec;
  const { measure } = spec.data;
  const pinned = measure.is !== 'count' && measure.population ? { ...measure, population: { ...measure.population, version: population! } } : measure;
  return { ...spec, data: { ...spec.data, version, measure: pinned } };
}
