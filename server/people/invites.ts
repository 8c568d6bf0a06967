/** Invitations: a link that makes an account once, as administrator or with an appointment in a group. */
import type { InvitedTo, Role } from '../contract/people/people.ts';
import { NotFoundError } from '../errors.ts';
import { problemText } from '../words/problems.ts';
import { requireGroup } from './appointments.ts';
import { hashOf, secretText } from './secrets.ts';
import type { StandingStore } from './standings.ts';
import type { AccountStore, Invite } from './store.ts';

export interface InvitesDeps {
  store: Pick<AccountStore, 'insertInvite' | 'findInvite' | 'takeInvite' | 'listInvites' | 'deleteInvite' | 'countRoles'>;
  standings: Pick<StandingStore, 'findGroup'>;
  now: () => Date;
  newId: () => string;
}

/** What the new member becomes. */
export interface Invited {
  role: Role;
  appointment?: InvitedTo | undefined;
  /** Only who has this address may use it. */
  email?: string | null | undefined;
}

const INVITE_DAYS = 7;
const DAY_MS = 24 * 3600_000;

export function createInvites({ store, standings, now, newId }: InvitesDeps) {
  const unknown = () => new NotFoundError('invite.unknown', problemText('invite.unknown'));

  /** @param by null: the server itself, or its command line. @throws NotFoundError `member.group` */
  async function invite({ role, appointment, email = null }: Invited, by: string | null, first = false): Promise<{ token: string; invite: Invite }> {
    const group = appointment && (await requireGroup(standings, appointment));
    const token = secretText();
    const entry = {
      id: newId(),
      token_sha256: hashOf(token),
      role,
      email,
      first: first ? 1 : 0,
      created_at: now().toISOString(),
      created_by: by,
      expires_at: new Date(now().getTime() + INVITE_DAYS * DAY_MS).toISOString(),
      scope: appointment?.scope ?? null,
      workgroup: appointment?.group ?? null,
      appointment: appointment?.role ?? null,
    };
    await store.insertInvite(entry);
    const told = group && appointment ? { ...appointment, names: group.names, acronym: group.acronym } : null;
    return { token, invite: { id: entry.id, role, appointment: told, email, createdBy: by, expiresAt: entry.expires_at } };
  }

  return {
    invite,

    /** A link for the first administrator, while there is none; an earlier one stops working. null once there is one. */
    async firstInvite(): Promise<string | null> {
      return (await store.countRoles()).admin ? null : (await invite({ role: 'admin' }, null, true)).token;
    },

    /** @throws NotFoundError `invite.unknown` */
    async getInvite(token: string): Promise<Invite> {
      const found = await store.findInvite(hashOf(token), now().toISOString());
      if (!found) throw unknown();
      return found;
    },

    /** Takes it away, so that of two who use it at once only one gets it. @returns what puts it back. @throws NotFoundError `invite.unknown` */
    async takeInvite(token: string): Promise<{ role: string; createdBy: string | null; putBack: () => Promise<void> }> {
      const taken = await store.takeInvite(hashOf(token), now().toISOString());
      if (!taken) throw unknown();
      return { role: taken.role, createdBy: taken.created_by, putBack: () => store.insertInvite(taken) };
    },

    listInvites: () => store.listInvites(now().toISOString()),
    deleteInvite: (id: string) => store.deleteInvite(id),
  };
}
