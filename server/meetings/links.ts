/** Calendars of one’s own: links with a secret, of which only the hash is kept. What a link gives is asked at each reading, of what its maker may at that moment. */
import { createHash, randomBytes } from 'node:crypto';
import type { CalendarLink, CalendarLinkBody } from '../contract/meetings/calendars.ts';
import { ConflictError, NotFoundError } from '../errors.ts';
import type { Scope } from '../contract/groups/groups.ts';
import type { Rights } from '../groups/who.ts';
import type { StoredLink } from './rows.ts';
import type { createCalendarLinkStore } from './store.ts';

/** What an account may and where it stands, at the moment it is asked; null where there is no such account. */
export interface Accounts {
  rightsOf(account: string, scope: Scope): Promise<Rights | null>;
  groupsOf(account: string, scope: Scope): Promise<ReadonlySet<string>>;
}

export interface LinksDeps {
  links: ReturnType<typeof createCalendarLinkStore>;
  accounts: Accounts;
  now: () => Date;
  newId: () => string;
}

/** More than anybody has devices. */
const MOST_LINKS = 20;
const SECRET_BYTES = 32;
const toHash = (token: string): string => createHash('sha256').update(token).digest('hex');

/** What a link gives now. `groups` null: all of the country. */
export interface OpenedLink {
  link: StoredLink;
  rights: Rights;
  groups: ReadonlySet<string> | null;
}

export function createLinks({ links, accounts, now, newId }: LinksDeps) {
  return {
    async listLinks(account: string): Promise<CalendarLink[]> {
      return (await links.list(account)).map(tellLink);
    },

    /** @returns with the secret, which is told here and nowhere else. @throws ConflictError `calendar.many`, NotFoundError where the scope is none of one’s own */
    async createLink(account: string, { scope, about }: CalendarLinkBody): Promise<CalendarLink & { token: string }> {
      const rights = await accounts.rightsOf(account, scope as Scope);
      if (!rights?.seePeople) throw new NotFoundError('calendar.none', 'You are in no group of this country, so there is no calendar of your own.');
      if ((await links.list(account)).length >= MOST_LINKS)
        throw new ConflictError('calendar.many', `You have ${MOST_LINKS} calendar links. Revoke one that you do not use any more.`);
      const token = randomBytes(SECRET_BYTES).toString('base64url');
      const made: StoredLink = { id: newId(), account, scope: scope as Scope, about, createdAt: now().toISOString(), lastReadOn: null };
      await links.insert(made, toHash(token));
      return { ...tellLink(made), token };
    },

    /** @throws NotFoundError `calendar.unknown` */
    async deleteLink(account: string, id: string): Promise<void> {
      if (!(await links.delete(id, account))) throw unknownLink();
    },

    /** @throws NotFoundError `calendar.unknown` where it was revoked, or its maker is no member any more; the two are not told apart */
    async openLink(token: string): Promise<OpenedLink> {
      const link = await links.find(toHash(token));
      const rights = link && (await accounts.rightsOf(link.account, link.scope));
      if (!link || !rights?.seePeople) throw unknownLink();
      const today = now().toISOString().slice(0, 10);
      if (link.lastReadOn !== today) await links.touch(link.id, today);
      const { about } = link;
      if (about.is === 'all') return { link, rights, groups: null };
      if (about.is === 'group') return { link, rights, groups: new Set([about.group]) };
      const own = await accounts.groupsOf(link.account, link.scope);
      // Who administers the server may be in no group.
      return { link, rights, groups: own.size === 0 ? null : own };
    },
  };
}

const tellLink = ({ id, scope, about, createdAt, lastReadOn }: StoredLink): CalendarLink => ({ id, scope, about, createdAt, lastReadOn });
const unknownLink = () => new NotFoundError('calendar.unknown', 'This calendar link is not valid, or not any more. Make a new one on the calendar page.');
