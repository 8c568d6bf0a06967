/** Invitations: a link that makes a member once. */
import type { Role } from '../contract/people/people.ts';
import { NotFoundError } from '../errors.ts';
import { problemText } from '../words/problems.ts';
import { hashOf, secretText } from './secrets.ts';
import type { AccountStore, Invite } from './store.ts';

export interface InvitesDeps {
  store: Pick<AccountStore, 'insertInvite' | 'findInvite' | 'takeInvite' | 'listInvites' | 'deleteInvite' | 'countRoles'>;
  now: () => Date;
  newId: () => string;
}

const INVITE_DAYS = 7;
const DAY_MS = 24 * 3600_000;

export function createInvites({ store, now, newId }: InvitesDeps) {
  const unknown = () => new NotFoundError('invite.unknown', problemText('invite.unknown'));

  async function invite(role: Role, email: string | null, by: string | null): Promise<{ token: string; invite: Invite }> {
    const token = secretText();
    const entry = {
      id: newId(),
      token_sha256: hashOf(token),
      role,
      email,
      first: by === null ? 1 : 0,
      created_at: now().toISOString(),
      created_by: by,
      expires_at: new Date(now().getTime() + INVITE_DAYS * DAY_MS).toISOString(),
    };
    await store.insertInvite(entry);
    return { token, invite: { id: entry.id, role, email, createdBy: by, expiresAt: entry.expires_at } };
  }

  return {
    invite,

    /** A link for the first administrator, while there is none; an earlier one stops working. null once there is one. */
    async firstInvite(): Promise<string | null> {
      return (await store.countRoles()).admin ? null : (await invite('admin', null, null)).token;
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
