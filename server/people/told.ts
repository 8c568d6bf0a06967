/** What strangers are told in the place of a name: what the person held in a group when it was done, never who it was. */
import { COMMAND_LINE } from '../contract/given.ts';
import { GLOBAL } from '../contract/groups/groups.ts';
import { shortNameIn } from '../contract/groups/names.ts';
import { toDatasetKind, toIso3, type DatasetId } from '../contract/ids.ts';
import type { RoleOf } from '../catalogue/staff.ts';
import { holdsOn } from '../groups/structure.ts';
import { COLUMNS } from './rights.ts';
import type { Held, StandingStore } from './standings.ts';

/**
 * `imo, GIS`: the role with the group's short name, without it where strangers may not know of the group; `admin`; `member` of somebody who
 * held nothing there or is no member any more; what no person did stays.
 */
export function createRoleOf(standings: Pick<StandingStore, 'findHistory'>): RoleOf {
  return async (name, dataset, at) => {
    if (name === COMMAND_LINE) return name;
    const found = await standings.findHistory(name);
    if (!found) return 'member';
    const held = pickHeld(found.held, dataset, at.slice(0, 10));
    if (!held) return found.role;
    return held.isPublic ? `${held.role}, ${shortNameIn(held, 'en')}` : held.role;
  };
}

/** By which of several the person acted: the group that owns the data before others of the country, these before the one above all countries; then the role that is worth most. */
function pickHeld(held: readonly Held[], dataset: DatasetId, day: string): Held | undefined {
  const [kind, country] = [toDatasetKind(dataset), toIso3(dataset) as string];
  const near = ({ scope, owns }: Held): number => (scope === GLOBAL ? 0 : owns.some((owned) => owned.kind === kind) ? 2 : 1);
  const worth = ({ role }: Held): number => COLUMNS.findIndex((roles) => roles.includes(role));
  return held
    .filter(({ scope, start, end }) => (scope === country || scope === GLOBAL) && holdsOn({ start, end }, day))
    .toSorted((a, b) => near(b) - near(a) || worth(b) - worth(a))[0];
}
