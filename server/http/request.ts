/** Who asks, and by which address. */
import type { Request } from 'express';
import type { DatasetVersion } from '../contract/datasets/dataset.ts';
import type { Signoff } from '../contract/datasets/endorsement.ts';
import type { DatasetId } from '../contract/ids.ts';
import type { Permission } from '../contract/route.ts';
import { UnauthorizedError } from '../errors.ts';

export interface Actor {
  id: string;
  name: string;
}

/** What something is done to: a dataset, or a group of a country or of `global` (`group` null: the structure itself, above its groups). */
export type Target = DatasetId | { scope: string; group: string | null };

/**
 * Who asks, if that person or key may do it to the target at this moment; without a target: anywhere.
 * @throws UnauthorizedError where nobody is signed in, ForbiddenError where the one who is may not.
 */
export type Authorize = (request: Request, permission: Permission, target?: Target) => Promise<Actor>;

/** The same as an answer. */
export const isAllowed = (authorize: Authorize, ...asked: Parameters<Authorize>): Promise<boolean> =>
  authorize(...asked).then(
    () => true,
    () => false,
  );

/** @throws ForbiddenError, ConflictError where `actor` may not be the one who publishes this version. @returns the sign-offs that are there, for the version to keep */
export type CheckApproval = (actor: Actor, version: DatasetVersion, reason: string | undefined) => Promise<Signoff[]>;

/** Without accounts nothing can be changed over HTTP; the command line on this machine can. */
export const denyAll: Authorize = async (_request, permission) => {
  throw new UnauthorizedError('auth.required', `Sign in to do this (${permission}).`);
};

/** Address under which this server is reached, without trailing slash: as configured, else as asked. */
export function publicUrlOf(configured: string | null, request: Request): string {
  return configured ?? `${request.protocol}://${request.get('host') ?? 'localhost'}`;
}
