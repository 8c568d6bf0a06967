/** Who may do what, as one table. Nothing else in the program knows what a role is worth. */
import type { DatasetVersion } from '../contract/datasets/dataset.ts';
import type { Permission } from '../contract/route.ts';
import { ROLES, type Role } from '../contract/people/people.ts';
import { ConflictError, ForbiddenError } from '../errors.ts';

/** Permission → the least role that has it; every higher role has it too. Reading what is published needs no account at all. */
export const ACCESS: Record<Permission, Role> = {
  'draft.read': 'viewer',
  'upload.create': 'contributor',
  'job.cancel': 'contributor',
  'metadata.write': 'contributor',
  'map.write': 'contributor',
  'key.manage': 'contributor',
  'finding.accept': 'reviewer',
  'presence.decide': 'reviewer',
  'version.publish': 'publisher',
  'version.withdraw': 'publisher',
  'group.manage': 'publisher',
  'member.manage': 'admin',
};

/** What no key may do, whatever its maker may: a stolen key must not make more keys or members. */
const PERSONS_ONLY: ReadonlySet<Permission> = new Set<Permission>(['key.manage', 'member.manage']);

export function isAllowed(role: Role, permission: Permission): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(ACCESS[permission]);
}

/** A key acts as its maker, and only within its scopes; a maker who lost a role takes it from the key too. */
export function isAllowedByKey(role: Role, scopes: readonly string[], permission: Permission): boolean {
  return !PERSONS_ONLY.has(permission) && scopes.includes(permission) && isAllowed(role, permission);
}

export function permissionsOf(role: Role): Permission[] {
  return (Object.keys(ACCESS) as Permission[]).filter((permission) => isAllowed(role, permission));
}

/**
 * Four eyes, where the kind of data asks for them: who uploaded a version does not publish it, unless nobody else could; then a reason
 * is recorded. Names of members are unique, so they tell people apart.
 */
export async function checkApproval(
  actor: { id: string; name: string },
  version: Pick<DatasetVersion, 'dataset' | 'version' | 'createdBy'>,
  reason: string | undefined,
  { fourEyes, hasOtherPublisher }: { fourEyes: boolean; hasOtherPublisher: (id: string) => Promise<boolean> },
): Promise<void> {
  if (!fourEyes || version.createdBy !== actor.name) return;
  if (await hasOtherPublisher(actor.id))
    throw new ForbiddenError(
      'version.own-upload',
      `You uploaded ${version.dataset} ${version.version} yourself. Ask another publisher to look at it and publish it.`,
    );
  if (!reason?.trim())
    throw new ConflictError(
      'version.own-reason',
      `You uploaded ${version.dataset} ${version.version} yourself and no one else here can publish. Say why it can be published; the reason is stored with the version.`,
    );
}
