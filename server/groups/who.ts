/** Who may do what in a structure: one function, which every route of groups asks. Appointments decide, by the table of server/people/rights.ts (decision 0041); nothing in this room knows how. */
import type { Request } from 'express';
import type { AppointmentRole, Group, May, Scope } from '../contract/groups/groups.ts';
import type { Member } from '../contract/people/people.ts';
import type { Permission } from '../contract/route.ts';
import type { Audience } from '../contract/sensitivity/sensitivity.ts';
import { ForbiddenError, UnauthorizedError } from '../errors.ts';
import type { Target } from '../http/request.ts';
import { problemText } from '../words/problems.ts';
import type { Structure } from './structure.ts';

/** What is done to a group; `create`: a group below it; `record`: its documents, meetings, minutes, actions and decisions. */
export type Doing = 'edit' | 'create' | 'close' | 'approve' | 'record';

export interface Rights {
  /** Signed in by a session; null for strangers and for keys. */
  member: Pick<Member, 'id' | 'name' | 'email'> | null;
  /** Administers the server, signed in by a session. */
  admin: boolean;
  /** Belongs to the country: groups for members only, history, roles. Who is named is asked of `Sight`. */
  seePeople: boolean;
  /** Groups without a parent, organisations, persons, imports. */
  manage: boolean;
  may(doing: Doing, group: string): boolean;
  /** Whether what this group keeps is meant for the one who asks, where not everybody may receive it (docs/sharing.md). */
  receives(group: string, audience: Audience, named: readonly string[]): boolean;
  /** Whether one may give somebody this role in a group: nobody gives a right that is not theirs to give. */
  mayGive(role: AppointmentRole, group: string): boolean;
  /** Whether the one who asks would have new rights on data, were these the groups. */
  gains(groups: readonly Pick<Group, 'id' | 'type' | 'parent' | 'owns' | 'status'>[]): boolean;
}

/** What appointments of the one who asks allow at this moment (server/people/rights.ts); null of strangers. */
type FindRights = (request: Request) => Promise<{
  may(permission: Permission, target: Target): boolean;
  receivesOf(target: { scope: string; group: string }, audience: Audience, named: readonly string[]): boolean;
  mayAppoint(role: AppointmentRole, target: { scope: string; group: string }): boolean;
  wouldGain(scope: string, groups: readonly (Pick<Group, 'id' | 'type' | 'parent' | 'owns' | 'status'> & { scope: string })[]): boolean;
} | null>;

export interface WhoDeps {
  findRights: FindRights;
  findSignedIn: (request: Request) => Promise<Member | null>;
}

export type WhoMay = (request: Request, scope: Scope) => Promise<Rights>;

export function createWhoMay({ findRights, findSignedIn }: WhoDeps): WhoMay {
  return async (request, scope) => {
    const rights = await findRights(request);
    if (!rights) return NO_RIGHTS;
    const member = await findSignedIn(request);
    return {
      member,
      admin: member?.role === 'admin',
      seePeople: rights.may('draft.read', { scope, group: null }),
      manage: rights.may('group.manage', { scope, group: null }),
      may: (doing, group) => rights.may(`group.${doing}`, { scope, group }),
      receives: (group, audience, named) => rights.receivesOf({ scope, group }, audience, named),
      mayGive: (role, group) => rights.mayAppoint(role, { scope, group }),
      gains: (groups) =>
        rights.wouldGain(
          scope,
          groups.map((group) => ({ scope, ...group })),
        ),
    };
  };
}

/** Nothing at all, as strangers have it. */
export const NO_RIGHTS: Rights = {
  member: null,
  admin: false,
  seePeople: false,
  manage: false,
  may: () => false,
  receives: (_group, audience) => audience === 'public',
  mayGive: () => false,
  gains: () => false,
};

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
