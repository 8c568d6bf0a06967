/** What the 3W page shows as a map of its own: shared, saved, and as files. */
import type { MapSpec } from '../../../../server/contract/maps/map.ts';
import { BOUNDARIES, type SharedData } from '../../../country/spec.ts';
import type { CountryModel } from '../../../country/model.ts';
import type { App } from '../../../kit/view.ts';
import type { CountDefinition } from '../../../../server/contract/presence/presence.ts';
import type { AdminLevel, DatasetId, VersionTag } from '../../../../server/contract/ids.ts';
import type { VersionAnswer } from '../../../../server/contract/datasets/api.ts';
import { heldAt } from '../../../map/classing.ts';
import type { PresenceState, Split } from '../state.ts';
import type { Tally } from '../tally.ts';
import type { Speaker } from '../words.ts';
import { pinPresence, toPanels, toPresence, type Sources } from './spec.ts';

/** Of the page's model the part that becomes a map. */
interface Shown extends Speaker {
  readonly title: string;
  readonly app: App;
  readonly country: CountryModel;
  readonly source: VersionAnswer | null;
  readonly chosen: PresenceState;
  readonly definition: CountDefinition;
  /** The wide view that a saved map is of, while it is open. */
  readonly split: PresenceState['split'];
  readonly tally: Tally | null;
  readonly people: ReadonlyMap<number, ReadonlyMap<string, number>>;
  readonly populationId: DatasetId;
  readonly peopleVersion: VersionTag | null;
  loadPeople(level: number): Promise<void>;
  /** A sensitive dataset is counted down to this level. */
  readonly deepest: number;
}

export function createSharing(model: Shown) {
  /** What is shown of a day stays what it was that day. */
  const ofDay = (version: VersionTag | null) => (model.country.state.date === null ? null : version);
  const sources = (split: PresenceState['split']): Sources => ({
    dataset: model.source!.dataset,
    version: model.chosen.data ?? ofDay(model.source!.version),
    population: model.populationId,
    people: model.chosen.people ?? ofDay(model.peopleVersion),
    classes: model.split === split ? heldAt(model.chosen, Math.min(model.country.level, model.deepest)) : undefined,
  });
  const painted = (): SharedData => (model.tally && model.source ? toPresence(sources('none'), model.definition, model.tally) : BOUNDARIES);
  // Small maps stand side by side, whatever clusters are asked for, unless a saved map names some; a table crosses those that are.
  const panels = (split: Split) => (): SharedData => {
    const all = split === 'clusters' && model.split !== split;
    return model.tally && model.source
      ? toPanels(sources(split), all ? { ...model.definition, sectors: [] } : model.definition, split, model.tally)
      : BOUNDARIES;
  };

  /** A map of a sensitive dataset goes no deeper than its counts. */
  function toSpec(shared: SharedData, version: string): MapSpec {
    const spec = model.country.toSpec(shared, version, model.title);
    const level = Math.min(spec.boundary.level, model.deepest) as AdminLevel;
    return level === spec.boundary.level ? spec : { ...spec, boundary: { ...spec.boundary, level } };
  }

  const pin = (spec: MapSpec): MapSpec => (model.source ? pinPresence(spec, model.source.version, model.peopleVersion) : spec);
  const pinned = (shared: SharedData) => pin(toSpec(shared, model.country.version!.version));
  const open = (shared: () => SharedData): Promise<void> => model.country.share((version) => toSpec(shared(), version), pin);

  return {
    /** Without a population there is nothing painted to share; the panel says what is missing, and so does this. */
    async share(): Promise<void> {
      const { tally, app, say } = model;
      if (tally?.needsPeople) await model.loadPeople(tally.level);
      if (tally?.needsPeople && !model.people.get(tally.level)?.size) return app.toast(say('presence.ratio.needs-population'));
      return open(model.split === 'none' ? painted : panels(model.split));
    },
    /** The small maps, or the table, in place of the map. */
    sharePanels: (split: Split): Promise<void> => open(panels(split)),
    /** Today's map of today's counts, for its files. */
    pinnedSpec: (): MapSpec => pinned(painted()),
    /** The table as it is now, for its files. */
    matrixSpec: (): MapSpec => pinned(panels('matrix')()),
  };
}
