/**
 * Who may do what in a structure: one function, which every route of groups asks. Today the roles of accounts decide; nothing else in this
 * room knows how.
 */
import type { Request } from 'express';
import type { AppointmentRole, May, Scope } from '../contract/groups/groups.ts';
import type { Member } from '../contract/people/people.ts';
import type { Permission } from '../contract/route.ts';
import { ForbiddenError, UnauthorizedError } from '../errors.ts';
import type { Authorize } from '../http/request.ts';
import { problemText } from '../words/problems.ts';
import type { Structure } from './structure.ts';

/** What is done to a group; `create`: a group below it. */
export type Doing = 'edit' | 'create' | 'close' | 'approve';

export interface Rights {
  /** Signed in by a session; null for strangers and for keys. */
  member: Pick<Member, 'id' | 'name' | 'email'> | null;
  /** Names of persons, groups for members only, history. */
  seePeople: boolean;
  /** Groups without a parent, organisations, persons, imports. */
  manage: boolean;
  may(doing: Doing, group: string): boolean;
  /** Whether one may give somebody this role in a group: nobody gives a right that is not theirs to give. */
  mayGive(role: AppointmentRole, group: string): boolean;
}

export interface WhoDeps {
  authorize: Authorize;
  findSignedIn: (request: Request) => Promise<Member | null>;
}

export type WhoMay = (request: Request, scope: Scope, structure: Structure) => Promise<Rights>;

export function createWhoMay({ authorize, findSignedIn }: WhoDeps): WhoMay {
  const has = (request: Request, permission: Permission) =>
    authorize(request, permission).then(
      () => true,
      () => false,
    );
  return async (request) => {
    const manage = await has(request, 'group.manage');
    return { member: await findSignedIn(request), seePeople: await has(request, 'draft.read'), manage, may: () => manage, mayGive: () => manage };
  };
}

/** Nothing at all, as strangers have it. */
export const NO_RIGHTS: Rights = { member: null, seePeople: false, manage: false, may: () => false, mayGive: () => false };

/** @throws UnauthorizedError, ForbiddenError `group.forbidden` */
export function requireRight(rights: Rights, allowed: boolean): void {
  if (allowed) return;
  if (!rights.member && !rights.seePeople) throw new UnauthorizedError('auth.required', 'Sign in to do this.');
  throw new ForbiddenError('group.forbidden', problemText('group.forbidden'));
}

/** @throws UnauthorizedError where nobody is signed in */
export function requireMember({ member }: Rights): NonNullable<Rights['member']> {
  if (!member) throw new UnauthorizedError('auth.required', 'Sign in to do this.');
  return member;
}

export function toMay(rights: Rights, { groups }: Structure): May {
  const where = (doing: Doing) => groups.filter(({ id }) => rights.may(doing, id)).map(({ id }) => id);
  return {
    seePeople: rights.seePeople,
    manage: rights.manage,
    edit: where('edit'),
    create: where('create'),
    close: where('close'),
    approve: where('approve'),
    join: rights.member !== null,
  };
}
