/** Who may know of an event, asked at the moment it is told: what it says at most, and what the one who asks may receive now. */
import { GLOBAL, type Scope } from '../contract/groups/groups.ts';
import type { DatasetId } from '../contract/ids.ts';
import { findManagers } from '../groups/structure.ts';
import type { AccountRights, Outside } from './deps.ts';
import type { StoredEvent } from './store.ts';

export interface Knower {
  mayKnow(event: StoredEvent): Promise<boolean>;
  /** Belongs to the country. */
  belongs(scope: Scope): boolean;
  /** Records for this group, or for the one that keeps the data of the country. */
  keeps(scope: Scope, group: string | null): Promise<boolean>;
  /** May receive the dataset, and be told what happens to it. */
  follows(dataset: DatasetId): Promise<boolean>;
}

/** One for each request or message: what it has asked once it does not ask again. @param rights null: of strangers */
export function createKnower(rights: AccountRights | null, outside: Outside): Knower {
  const datasets = new Map<DatasetId, Promise<boolean>>();
  const keepers = new Map<string, Promise<string | null>>();

  const belongs = (scope: Scope): boolean => rights?.may('draft.read', { scope, group: null }) ?? false;

  /** Of what is high or severe strangers get no news, also where counts of it are public (docs/news.md). */
  async function findFollows(dataset: DatasetId): Promise<boolean> {
    const { class: is, audience, named } = await outside.holdsOf(dataset);
    const isOpen = audience === 'public';
    if (isOpen && is !== 'high' && is !== 'severe') return true;
    if (rights === null) return false;
    return isOpen ? rights.may('draft.read', dataset) : rights.receives(dataset, audience, named);
  }
  function follows(dataset: DatasetId): Promise<boolean> {
    let found = datasets.get(dataset);
    if (!found) datasets.set(dataset, (found = findFollows(dataset)));
    return found;
  }

  function keeperOf(scope: Scope): Promise<string | null> {
    let found = keepers.get(scope);
    if (!found) keepers.set(scope, (found = outside.readStructure(scope).then(({ groups }) => findManagers(groups)?.id ?? null)));
    return found;
  }
  async function keeps(scope: Scope, group: string | null): Promise<boolean> {
    if (rights === null) return false;
    if (rights.may('group.manage', { scope, group: null })) return true;
    if (group !== null && rights.may('group.record', { scope, group })) return true;
    const keeper = scope === GLOBAL ? null : await keeperOf(scope);
    return keeper !== null && rights.may('group.record', { scope, group: keeper });
  }

  async function mayKnow({ kind, scope, dataset, subject, group, audience }: StoredEvent): Promise<boolean> {
    if (dataset !== null && !(await follows(dataset))) return false;
    if (audience === 'keepers') return keeps(scope, group);
    if (audience === 'members' && !belongs(scope)) return false;
    if (kind === 'assessment.planned') return (await outside.findAssessment(scope, subject ?? '')) !== null;
    if (kind !== 'calendar.overdue') return true;
    // As the schedule shows it now: an entry that was taken off is told to nobody.
    const entry = await outside.findEntry(scope, subject ?? '');
    if (!entry || (entry.dataset !== null && !(await follows(entry.dataset)))) return false;
    return entry.isOpen || belongs(scope);
  }

  return { mayKnow, belongs, keeps, follows };
}
