/**
 * What appointments allow, as one table and one function: pure, so that every cell is tested. Nothing else in the program knows what a
 * role in a group is worth (decision 0041).
 */
import { GLOBAL, type AppointmentRole, type OwnedData, type Scope } from '../contract/groups/groups.ts';
import type { AppointmentState } from '../contract/groups/people.ts';
import { DATASET_KINDS, LAYER, NO_COUNTRY, toDatasetId, toDatasetKind, toIso3, type DatasetId, type DatasetKind, type Iso3 } from '../contract/ids.ts';
import type { Permission } from '../contract/route.ts';
import type { Audience } from '../contract/sensitivity/sensitivity.ts';
import { stands } from '../groups/structure.ts';
import type { Target } from '../http/request.ts';

/**
 * How far a permission reaches from the group of the appointment. Of data: `own` is what the group owns, `below` also what groups under
 * it own, `scope` all of the country. Of groups: the group itself; with all under it; all of the country; `beneath` is what is under it,
 * without itself.
 */
export type Reach = 'own' | 'below' | 'beneath' | 'scope' | 'no';

/** Roles that are worth the same, in the order of the columns of the table. */
export const COLUMNS: readonly (readonly AppointmentRole[])[] = [
  ['observer'],
  ['member', 'alternate'],
  ['imo'],
  ['coordinator', 'co-coordinator', 'secretariat'],
  ['chair', 'co-chair'],
];

/** Permission → its reach for observers, members, IM officers, coordinators and chairs. */
export const TABLE: Readonly<Record<Permission, readonly [Reach, Reach, Reach, Reach, Reach]>> = {
  'draft.read': ['scope', 'scope', 'scope', 'scope', 'scope'],
  'upload.create': ['no', 'own', 'own', 'own', 'own'],
  'job.cancel': ['no', 'own', 'own', 'own', 'own'],
  'metadata.write': ['no', 'own', 'own', 'own', 'own'],
  'map.write': ['no', 'scope', 'scope', 'scope', 'scope'],
  'key.manage': ['no', 'scope', 'scope', 'scope', 'scope'],
  'finding.accept': ['no', 'no', 'below', 'below', 'below'],
  'presence.decide': ['no', 'no', 'below', 'below', 'below'],
  'version.publish': ['no', 'no', 'no', 'no', 'below'],
  'version.withdraw': ['no', 'no', 'no', 'no', 'below'],
  'group.approve': ['no', 'no', 'own', 'own', 'below'],
  'group.record': ['no', 'no', 'own', 'own', 'below'],
  'group.edit': ['no', 'no', 'no', 'own', 'below'],
  'group.create': ['no', 'no', 'no', 'no', 'below'],
  'group.close': ['no', 'no', 'no', 'no', 'beneath'],
  // The door to the routes of groups; each of them asks one of the five above of its own group.
  'group.manage': ['no', 'no', 'own', 'own', 'below'],
  'member.manage': ['no', 'no', 'no', 'no', 'no'],
};

/** About groups and not about data. */
const OF_GROUPS: ReadonlySet<Permission> = new Set<Permission>(['group.approve', 'group.record', 'group.edit', 'group.create', 'group.close', 'group.manage']);
/** Of data of which a group owns one sector: what concerns its own rows, and never the whole. */
const OF_PART: ReadonlySet<Permission> = new Set<Permission>(['draft.read', 'presence.decide', 'upload.create']);
/** The group above all countries, whose appointments hold in each of them. */
export const ROOT = 'imwg';

/** Days are YYYY-MM-DD, the last one counts; null is open. */
export interface Standing {
  scope: string;
  group: string;
  role: AppointmentRole;
  state: AppointmentState;
  start: string | null;
  end: string | null;
}

/** Of a group only what decides who may do what. */
export interface GroupPlace {
  scope: string;
  id: string;
  type: string;
  parent: string | null;
  owns: readonly OwnedData[];
  status: string;
}

/** `scope`: a country, or `global` for all of them. */
export interface Right {
  scope: Scope;
  kinds: DatasetKind[];
  permissions: Permission[];
}

export interface Rights {
  /** Without a target: anywhere at all. */
  may(permission: Permission, target?: Target): boolean;
  /** Whether a dataset that not everybody may receive is meant for this account too. `named`: groups beside those that answer for it. */
  receives(dataset: DatasetId, audience: Audience, named: readonly string[]): boolean;
  /** The same of what a group keeps: its minutes, its list of contacts. */
  receivesOf(target: { scope: string; group: string }, audience: Audience, named: readonly string[]): boolean;
  /** Whether one who may appoint in this group may give this role there: none that is worth more than the own. */
  mayAppoint(role: AppointmentRole, target: { scope: string; group: string }): boolean;
  /** Whether there would be new rights on data that one may not publish as it is, were the groups of a scope these: nobody changes a structure so. */
  wouldGain(scope: string, groups: readonly GroupPlace[]): boolean;
  /** All that is allowed anywhere, in the order of the table. */
  permissions(): Permission[];
  /** What is allowed on data, by country. */
  list(): Right[];
}

const PERMISSIONS = Object.keys(TABLE) as Permission[];
const columnOf = (role: AppointmentRole): number => COLUMNS.findIndex((roles) => roles.includes(role));
export const reachOf = (role: AppointmentRole, permission: Permission): Reach => TABLE[permission][columnOf(role)]!;

const isOpen = ({ status }: Pick<GroupPlace, 'status'>): boolean => status !== 'closed';

/** Of those who administer the server. */
const ALL: Rights = {
  may: () => true,
  receives: () => true,
  receivesOf: () => true,
  mayAppoint: () => true,
  wouldGain: () => false,
  permissions: () => [...PERMISSIONS],
  list: () => [{ scope: GLOBAL as Scope, kinds: [...DATASET_KINDS], permissions: PERMISSIONS.filter((permission) => !OF_GROUPS.has(permission)) }],
};

/**
 * @param groups all groups of the scopes in which there are appointments.
 * @param today YYYY-MM-DD; what begins later or ended before gives nothing, and neither does a group that was closed.
 */
export function rightsOf(member: { role: string }, appointments: readonly Standing[], groups: readonly GroupPlace[], today: string): Rights {
  if (member.role === 'admin') return ALL;
  const map = mapOf(groups);
  const standing = appointments.filter((each) => stands(each, today) && map.isOpen(each.scope, each.group));

  const reaches = (each: Standing, permission: Permission, target: Target): boolean => {
    const reach = reachOf(each.role, permission);
    if (reach === 'no') return false;
    if (typeof target !== 'string') return reachesGroup(each, permission, reach, target);
    return !OF_GROUPS.has(permission) && reachesData(each, permission, reach, target);
  };

  function reachesGroup(each: Standing, permission: Permission, reach: Reach, target: { scope: string; group: string | null }): boolean {
    const { group } = target;
    // It stands above the groups of every country, those without a parent included.
    if (isRoot(each) && target.scope !== GLOBAL) return reach !== 'own';
    if (each.scope !== target.scope) return false;
    if (reach === 'scope') return true;
    // What is appointed there holds everywhere, so nobody but administrators does it.
    if (group === null || (permission === 'group.approve' && isRoot(target))) return false;
    if (reach !== 'beneath' && group === each.group) return true;
    return reach !== 'own' && group !== each.group && map.isUnder(each.scope, group, each.group);
  }

  function reachesData(each: Standing, permission: Permission, reach: Reach, dataset: DatasetId): boolean {
    if (isRoot(each)) return true;
    const country = toIso3(dataset);
    if (each.scope !== country) return false;
    if (reach === 'scope') return true;
    const kind = toDatasetKind(dataset);
    const owners = [...map.ownersOf(country, kind), ...(OF_PART.has(permission) ? map.partOwnersOf(country, kind) : [])];
    return owners.some((owner) => owner === each.group || (reach === 'below' && map.isUnder(country, owner, each.group)));
  }

  /** Datasets that could be reached, one of each kind. */
  const datasetsOf = (scope: string): DatasetId[] =>
    DATASET_KINDS.map((kind) => toDatasetId(kind, scope === GLOBAL ? NO_COUNTRY : (scope as Iso3), kind === LAYER ? 'any' : undefined));

  function mayAnywhere(permission: Permission): boolean {
    return standing.some((each) => {
      const reach = reachOf(each.role, permission);
      if (reach === 'no') return false;
      if (isRoot(each) && reach !== 'own') return true;
      if (OF_GROUPS.has(permission)) return map.idsOf(each.scope).some((group) => reaches(each, permission, { scope: each.scope, group }));
      return datasetsOf(each.scope).some((dataset) => reaches(each, permission, dataset));
    });
  }

  const may = (permission: Permission, target?: Target): boolean =>
    target === undefined ? mayAnywhere(permission) : standing.some((each) => reaches(each, permission, target));

  /**
   * Whoever answers for data that others uploaded must see them; observers follow the work of a group and not its data. A cluster that
   * owns a part of them belongs to those that answer for them, and so do groups below; by name only who is named.
   */
  function receives(dataset: DatasetId, audience: Audience, named: readonly string[]): boolean {
    if (audience === 'public' || may('version.publish', dataset) || may('finding.accept', dataset)) return true;
    if (audience === 'response') return may('draft.read', dataset);
    const country = toIso3(dataset);
    const kind = toDatasetKind(dataset);
    const owners = map.ownersOf(country, kind);
    return isNear(country, audience === 'cluster' ? [...owners, ...map.partOwnersOf(country, kind)] : [...owners, ...named], audience);
  }

  function receivesOf({ scope, group }: { scope: string; group: string }, audience: Audience, named: readonly string[]): boolean {
    if (audience === 'public' || may('group.record', { scope, group })) return true;
    if (audience === 'response') return may('draft.read', { scope, group: null });
    return isNear(scope, audience === 'cluster' ? [group] : [group, ...named], audience);
  }

  /** Whether one works in one of these groups; of audience `cluster` in a group below one too. */
  const isNear = (scope: string, groups: readonly string[], audience: Audience): boolean =>
    standing.some((each) => {
      if (each.role === 'observer') return false;
      if (isRoot(each)) return true;
      if (each.scope !== scope) return false;
      return groups.some((group) => group === each.group || (audience === 'cluster' && map.isUnder(scope, each.group, group)));
    });

  return {
    may,
    receives,
    receivesOf,
    mayAppoint: (role, target) => standing.some((each) => reaches(each, 'group.approve', target) && columnOf(each.role) >= columnOf(role)),
    wouldGain(scope, changed) {
      const after = rightsOf(member, appointments, [...groups.filter((group) => group.scope !== scope), ...changed], today);
      const gains = (dataset: DatasetId) => PERMISSIONS.some((permission) => !may(permission, dataset) && after.may(permission, dataset));
      return datasetsOf(scope).some((dataset) => !may('version.publish', dataset) && gains(dataset));
    },
    permissions: () => PERMISSIONS.filter((permission) => may(permission)),
    list: () => listRights(standing, datasetsOf, may),
  };
}

const isRoot = ({ scope, group }: { scope: string; group: string | null }): boolean => scope === GLOBAL && group === ROOT;

/** By country, kinds with the same permissions together; what holds in all countries is not said of each again. */
function listRights(standing: readonly Standing[], datasetsOf: (scope: string) => DatasetId[], may: Rights['may']): Right[] {
  const scopes = [...new Set(standing.flatMap((each) => (each.scope === GLOBAL && !isRoot(each) ? [] : [each.scope])))].sort();
  return scopes.flatMap((scope) => {
    const rights: Right[] = [];
    for (const dataset of datasetsOf(scope)) {
      const permissions = PERMISSIONS.filter((permission) => !OF_GROUPS.has(permission) && may(permission, dataset));
      const same = rights.find((right) => right.permissions.join() === permissions.join());
      if (same) same.kinds.push(toDatasetKind(dataset));
      else if (permissions.length > 0) rights.push({ scope: scope as Scope, kinds: [toDatasetKind(dataset)], permissions });
    }
    return rights;
  });
}

/** The groups as a tree, and who owns what. */
function mapOf(groups: readonly GroupPlace[]) {
  const key = (scope: string, id: string) => `${scope}/${id}`;
  const byKey = new Map(groups.map((group) => [key(group.scope, group.id), group]));
  const openOf = (scope: string) => groups.filter((group) => group.scope === scope && isOpen(group));

  /** A country's data that no group owns belong to its working group: the one called so, or the only one that is not within another. */
  function keeperOf(scope: string): string[] {
    const working = openOf(scope).filter(({ type }) => type === 'working-group');
    const roots = working.filter(({ parent }) => byKey.get(key(scope, parent ?? ''))?.type !== 'working-group');
    const named = working.find(({ id }) => id === ROOT) ?? (roots.length === 1 ? roots[0] : undefined);
    return named ? [named.id] : [];
  }

  return {
    idsOf: (scope: string): string[] => groups.filter((group) => group.scope === scope).map(({ id }) => id),

    isOpen: (scope: string, id: string): boolean => {
      const group = byKey.get(key(scope, id));
      return group !== undefined && isOpen(group);
    },

    ownersOf(scope: string, kind: DatasetKind): string[] {
      const owners = openOf(scope).filter(({ owns }) => owns.some((owned) => owned.kind === kind && owned.sector === undefined));
      return owners.length > 0 ? owners.map(({ id }) => id) : keeperOf(scope);
    },

    partOwnersOf: (scope: string, kind: DatasetKind): string[] =>
      openOf(scope).flatMap(({ id, owns }) => (owns.some((owned) => owned.kind === kind && owned.sector !== undefined) ? [id] : [])),

    /** By the parent edge alone; a store that was changed by hand may have a circle, which ends the walk. */
    isUnder(scope: string, id: string, above: string): boolean {
      const seen = new Set<string>();
      for (let at = byKey.get(key(scope, id))?.parent; at; at = byKey.get(key(scope, at))?.parent) {
        if (at === above) return true;
        if (seen.has(at)) return false;
        seen.add(at);
      }
      return false;
    },
  };
}
