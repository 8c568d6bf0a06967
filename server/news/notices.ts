/** What is new for one account: versions of the data of its countries, what it must look after, what is overdue at its groups. */
import { GLOBAL, type Scope } from '../contract/groups/groups.ts';
import type { Lang } from '../contract/languages.ts';
import type { NewsItem } from '../contract/news/news.ts';
import type { Outside } from './deps.ts';
import type { Knower } from './knower.ts';
import { tellEvent } from './say.ts';
import type { EventStore, StoredEvent } from './store.ts';

/** Whose news: the countries of its appointments; an administrator without any looks after all of them. */
export interface Reader {
  account: string;
  createdAt: string;
  /** null: all. */
  scopes: readonly string[] | null;
  knower: Knower;
}

const DAY_MS = 86_400_000;
/** So far back the list goes. */
const KEPT_DAYS = 90;
/** Unread of an account that has never looked: what it missed before that is no news. */
const FRESH_DAYS = 30;
const LOOKED_AT = 400;
export const MOST = 100;

/** Others do not need to be told: overdue is told to those who keep the entry. */
export async function isFor(reader: Pick<Reader, 'scopes' | 'knower'>, event: StoredEvent): Promise<boolean> {
  const { kind, scope, group } = event;
  if (reader.scopes !== null && !reader.scopes.includes(scope)) return false;
  if (kind === 'calendar.overdue' && !(await reader.knower.keeps(scope, group))) return false;
  return reader.knower.mayKnow(event);
}

export function createNotices({ events, outside, now }: { events: EventStore; outside: Outside; now: () => Date }) {
  const daysAgo = (days: number) => new Date(now().getTime() - days * DAY_MS).toISOString();

  async function listFor(reader: Reader, from: string): Promise<{ event: StoredEvent; read: boolean }[]> {
    const scopes = reader.scopes === null ? undefined : [...reader.scopes];
    const found: StoredEvent[] = [];
    for (const event of await events.list({ scopes, from, limit: LOOKED_AT })) if (await isFor(reader, event)) found.push(event);
    const latest = found.slice(0, MOST);
    const choice = await events.findChoice(reader.account);
    const until = choice?.readUntil ?? [daysAgo(FRESH_DAYS), reader.createdAt].toSorted().at(-1)!;
    const read = await events.listRead(
      reader.account,
      latest.map(({ id }) => id),
    );
    return latest.map((event) => ({ event, read: event.at <= until || read.has(event.id) }));
  }

  const count = async (reader: Reader): Promise<number> => (await listFor(reader, daysAgo(KEPT_DAYS))).filter(({ read }) => !read).length;

  return {
    count,

    async list(reader: Reader, lang: Lang): Promise<NewsItem[]> {
      const items: NewsItem[] = [];
      for (const { event, read } of await listFor(reader, daysAgo(KEPT_DAYS))) {
        const told = await tellEvent(event, lang, outside);
        const { id, kind, at, scope, group } = event;
        if (told) items.push({ id, kind, at, scope, group, title: told.title, text: told.text, path: told.path, read });
      }
      return items;
    },

    /** Only what is for the reader can be marked. */
    async read(reader: Reader, ids: readonly string[] | undefined, choice: { language: Lang; zone: string }): Promise<number> {
      if (ids === undefined) {
        const at = now().toISOString();
        const before = await events.findChoice(reader.account);
        await events.saveChoice({ account: reader.account, every: 'off', ...choice, digestUntil: at, ...before, readUntil: at });
      } else {
        const known = new Set((await listFor(reader, daysAgo(KEPT_DAYS))).map(({ event }) => event.id));
        await events.read(
          reader.account,
          ids.filter((id) => known.has(id)),
        );
      }
      return count(reader);
    },
  };
}

/** Countries of appointments; what is held at the global level reaches all. */
export const scopesOf = (isAdmin: boolean, appointments: readonly { scope: Scope }[]): readonly string[] | null => {
  const held = [...new Set(appointments.map(({ scope }) => scope as string))];
  if (held.includes(GLOBAL)) return null;
  return isAdmin && held.length === 0 ? null : held;
};
