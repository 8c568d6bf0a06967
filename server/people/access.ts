/** What a key may do of what its maker may, and who publishes what. What a person may do: rights.ts. */
import type { DatasetVersion } from '../contract/datasets/dataset.ts';
import type { DatasetId } from '../contract/ids.ts';
import type { Permission } from '../contract/route.ts';
import { ConflictError, ForbiddenError } from '../errors.ts';
import type { Target } from '../http/request.ts';
import type { Rights } from './rights.ts';

/** What no key may do, whatever its maker may: a stolen key must not make more keys or members. */
export const PERSONS_ONLY: ReadonlySet<Permission> = new Set<Permission>([
  'key.manage',
  'member.manage',
  'group.approve',
  'group.record',
  'group.edit',
  'group.create',
  'group.close',
  'group.manage',
]);

/** A key acts as its maker, and only within its scopes; what the maker may do no more is taken from the key at the same moment. */
export function isAllowedByKey(rights: Rights, scopes: readonly string[], permission: Permission, target?: Target): boolean {
  return !PERSONS_ONLY.has(permission) && scopes.includes(permission) && rights.may(permission, target);
}

/**
 * Four eyes, where the kind of data asks for them: who uploaded a version does not publish it, unless nobody else could; then a reason
 * is recorded. Names of members are unique, so they tell people apart.
 */
export async function checkApproval(
  actor: { id: string; name: string },
  version: Pick<DatasetVersion, 'dataset' | 'version' | 'createdBy'>,
  reason: string | undefined,
  { fourEyes, hasOtherPublisher }: { fourEyes: boolean; hasOtherPublisher: (id: string, dataset: DatasetId) => Promise<boolean> },
): Promise<void> {
  if (!fourEyes || version.createdBy !== actor.name) return;
  if (await hasOtherPublisher(actor.id, version.dataset))
    throw new ForbiddenError(
      'version.own-upload',
      `You uploaded ${version.dataset} ${version.version} yourself. Ask somebody else who may publish it to look at it and publish it.`,
    );
  if (!reason?.trim())
    throw new ConflictError(
      'version.own-reason',
      `You uploaded ${version.dataset} ${version.version} yourself and no one else here can publish. Say why it can be published; the reason is stored with the version.`,
    );
}
