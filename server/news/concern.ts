/** Which group an event concerns: the one that keeps what it is about, and those that answer for the data. Pure. */
import type { Group } from '../contract/groups/groups.ts';
import { toDatasetKind } from '../contract/ids.ts';
import { findManagers } from '../groups/structure.ts';
import type { StoredEvent } from './store.ts';

/** Groups that answer for a kind of data; what no group owns belongs to the working group for information management. */
export function ownersOf(groups: readonly Group[], kind: string): string[] {
  const owners = groups.filter(({ owns, status }) => status !== 'closed' && owns.some((owned) => owned.kind === kind && owned.sector === undefined));
  const keeper = findManagers(groups);
  return owners.length > 0 ? owners.map(({ id }) => id) : keeper ? [keeper.id] : [];
}

export function concerns({ group: of, dataset }: Pick<StoredEvent, 'group' | 'dataset'>, group: string, groups: readonly Group[]): boolean {
  return of === group || (dataset !== null && ownersOf(groups, toDatasetKind(dataset)).includes(group));
}
