/** Which group somebody new belongs with, and who may be asked there. Pure. */
import type { Group, HeldRole } from '../../../../server/contract/groups/groups.ts';
import { holds, type Structure } from '../structure.ts';

/** The group for information management: `imwg`, else the only open working group without a working group above it (docs/groups.md, What is missing). */
export function findWorkingGroup({ byId }: Pick<Structure, 'byId'>): Group | undefined {
  const open = [...byId.values()].filter(({ type, status }) => type === 'working-group' && status !== 'closed');
  const roots = open.filter(({ parent }) => parent === null || byId.get(parent)?.type !== 'working-group');
  return open.find(({ id }) => id === 'imwg') ?? (roots.length === 1 ? roots[0] : undefined);
}

/** Who speaks for a group, first those who lead it. */
const ASKED: readonly HeldRole['role'][] = ['chair', 'co-chair', 'coordinator', 'co-coordinator', 'secretariat', 'imo', 'alternate'];

/** Roles that hold today, in the order in which one asks. */
export function askedOf({ roles, answer }: Pick<Structure, 'roles' | 'answer'>, group: string): HeldRole[] {
  return (roles.get(group) ?? [])
    .filter((role) => ASKED.includes(role.role) && holds(role, answer.today))
    .toSorted((a, b) => ASKED.indexOf(a.role) - ASKED.indexOf(b.role));
}

/** Groups that coordinate a sector, which have a focal point for information management or miss one. */
const COORDINATING: readonly Group['type'][] = ['cluster', 'sector', 'aor'];

export interface FocalPoint {
  group: Group;
  /** Empty: nobody holds the role today. */
  held: HeldRole[];
}

/** Of each cluster, sector and area of responsibility that works, in the order of the tree. */
export function focalPointsOf(structure: Pick<Structure, 'roles' | 'answer'>, groups: readonly Group[]): FocalPoint[] {
  return groups
    .filter(({ type, status, hub }) => COORDINATING.includes(type) && status === 'active' && hub === null)
    .map((group) => ({ group, held: askedOf(structure, group.id).filter(({ role }) => role === 'imo') }));
}
