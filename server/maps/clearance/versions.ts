/** Which versions a map shows, by dataset: what is cleared is these, and nothing that follows them. */
import type { Cleared } from '../../contract/maps/clearance.ts';
import type { DatasetId, VersionTag } from '../../contract/ids.ts';
import { peopleOf, type MapSpec } from '../../contract/maps/map.ts';
import type { MapFacts } from '../facts.ts';
import type { MapFactsOf } from '../findFacts.ts';

/** null where there is none. */
export type FindTag = (id: DatasetId, ref: VersionTag | 'current') => Promise<VersionTag | null>;

export async function versionsShown({ boundary, data, layers }: Pick<MapSpec, 'boundary' | 'data' | 'layers'>, find: FindTag): Promise<Cleared['versions']> {
  const refs = [boundary, ...(data.kind === 'boundaries' ? [] : [data, ...[peopleOf(data) ?? []].flat()]), ...layers];
  const found = await Promise.all(refs.map(async ({ dataset, version }) => [dataset, await find(dataset, version)] as const));
  return Object.fromEntries(found.flatMap(([dataset, tag]) => (tag === null ? [] : [[dataset, tag]])));
}

const isSame = (one: Cleared['versions'], other: Cleared['versions']) => {
  const [ours, theirs] = [Object.entries(one), Object.keys(other)];
  return ours.length === theirs.length && ours.every(([dataset, tag]) => other[dataset as DatasetId] === tag);
};

/** Whether a clearance is of what the map shows now. */
export const holds = async ({ versions }: Pick<Cleared, 'versions'>, spec: MapSpec, find: FindTag): Promise<boolean> =>
  isSame(versions, await versionsShown(spec, find));

/**
 * What a map is called by: cleared where somebody cleared what it shows; else a draft where its author says so, or where clearance is asked for.
 * `cleared` of an author is no clearance: it has neither name nor day.
 */
export const withClearance =
  (factsOf: MapFactsOf, { clearance, findTag }: { clearance: boolean; findTag: FindTag }): MapFactsOf =>
  async (spec, cleared = null) => {
    const facts = await factsOf(spec);
    const inForce = cleared !== null && (await holds(cleared, spec, findTag)) ? cleared : null;
    const status: MapFacts['spec']['status'] = inForce ? 'cleared' : clearance || spec.status === 'draft' ? 'draft' : 'unmarked';
    return { ...facts, cleared: inForce, spec: { ...facts.spec, status } };
  };
