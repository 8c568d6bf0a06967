/** Who asks, and by which address. */
import type { IncomingMessage } from 'node:http';
import type { Request } from 'express';
import type { DatasetVersion } from '../contract/datasets/dataset.ts';
import type { Signoff } from '../contract/datasets/endorsement.ts';
import type { DatasetId } from '../contract/ids.ts';
import type { Permission } from '../contract/route.ts';
import { ForbiddenError, NotFoundError, UnauthorizedError } from '../errors.ts';

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

/** Whether the one who asks may receive a dataset at all, drafts and old versions included (docs/sharing.md). */
export type Admission =
  /** Everybody may. `kept`: not everybody, so no cache may hold the answer. */
  | { isAdmitted: true; kept: boolean }
  /** `hidden`: not even that it is there is told. */
  | { isAdmitted: false; hidden: boolean; audience: string };
export type Admit = (request: IncomingMessage, dataset: DatasetId) => Promise<Admission>;

export const ADMITTED: Admission = { isAdmitted: true, kept: false };

/** The same sentence wherever it is said: nothing tells what is hidden from what there never was. */
export const unknownVersion = (dataset: string, version: string): NotFoundError =>
  new NotFoundError('version.unknown', `There is no version ${version} of ${dataset} here.`);

/** What is not even told to be there; `answer` in serve.ts says of it what it would say of a dataset that there never was. */
export class HiddenError extends NotFoundError {
  readonly dataset: DatasetId;
  constructor(dataset: DatasetId) {
    super('dataset.unknown', `There is no dataset ${dataset} here.`);
    this.dataset = dataset;
  }
}

/** @throws HiddenError, ForbiddenError `data.restricted` */
export function requireAdmission(dataset: DatasetId, admission: Admission): asserts admission is Extract<Admission, { isAdmitted: true }> {
  if (admission.isAdmitted) return;
  if (admission.hidden) throw new HiddenError(dataset);
  const { audience } = admission;
  throw new ForbiddenError('data.restricted', `${dataset} is not shared with everybody. Sign in as somebody who may receive it.`, { details: { audience } });
}

/** Who asks, where the answer is about a dataset that this person or key may receive. */
export const authorizeAdmitted =
  (authorize: Authorize, admit: Admit): Authorize =>
  async (request, permission, target) => {
    const actor = await authorize(request, permission, target);
    if (typeof target === 'string') requireAdmission(target, await admit(request, target));
    return actor;
  };

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
