/** A map as of a day: whatever it follows is what held then; versions that it names stay. */
import type { AsOfAnswer, AsOfQuery } from '../contract/datasets/asOf.ts';
import type { DatasetId, VersionTag } from '../contract/ids.ts';
import type { Cleared } from '../contract/maps/clearance.ts';
import { peopleOf, type MapAsOf, type MapSpec } from '../contract/maps/map.ts';
import type { MapFacts } from './facts.ts';
import type { MapFactsOf } from './findFacts.ts';

/** The facts of a map on a day; without one, those of today. */
export type FactsAsOf = (spec: MapSpec, day: AsOfQuery, cleared?: Cleared | null) => Promise<MapFacts>;

export interface AsOfDeps {
  factsOf: MapFactsOf;
  findAsOf: (id: DatasetId, query: AsOfQuery) => Promise<AsOfAnswer>;
}

/** No dataset has this version. */
const NEVER = 'v00' as VersionTag;

/** @throws NotFoundError `as-of.none` where a dataset of the map had no version that held then */
export function createFactsAsOf({ factsOf, findAsOf }: AsOfDeps): FactsAsOf {
  return async (spec, { date, known }, cleared = null) => {
    if (date === undefined && known === undefined) return factsOf(spec, cleared);
    const versions: MapAsOf['versions'] = {};
    let day: Pick<MapAsOf, 'date' | 'known'> | null = null;
    async function held<Ref extends { dataset: DatasetId; version: VersionTag | 'current' }>(ref: Ref): Promise<Ref> {
      if (ref.version !== 'current') return ref;
      const found = await findAsOf(ref.dataset, { date, known });
      versions[ref.dataset] = found.version;
      day = { date: found.date, known: found.known };
      return { ...ref, version: found.version };
    }
    const boundary = await held(spec.boundary);
    const data = spec.data.kind === 'boundaries' ? spec.data : await held(spec.data);
    const people = peopleOf(data);
    const population = people && (await held(people));
    // A layer of which none held on the day is told as one that is not there.
    const layers = await Promise.all(spec.layers.map((layer) => held(layer).catch(() => ({ ...layer, version: NEVER }))));
    const asked = {
      ...spec,
      boundary,
      layers,
      data: population ? { ...data, measure: { ...(data as { measure: object }).measure, population } } : data,
    } as MapSpec;
    const facts = await factsOf(asked, cleared);
    if (day === null) return facts;
    // That another version followed is no fault of a map of before; that one was withdrawn is.
    return {
      ...facts,
      ended: facts.ended.filter(({ version }) => version.status === 'withdrawn'),
      asOf: { ...(day as Pick<MapAsOf, 'date' | 'known'>), versions },
    };
  };
}
