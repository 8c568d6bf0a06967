/** News of the data: what happened, to whom it is told, and how. Each function says what it throws. */
import type { Digest, NewsAnswer } from '../contract/news/news.ts';
import type { Lang } from '../contract/languages.ts';
import { InputError } from '../errors.ts';
import { problemText } from '../words/problems.ts';
import type { Outside } from './deps.ts';
import { isKnownZone } from './digest/due.ts';
import { openUnsubscribe } from './digest/service.ts';
import { createFeeds } from './feeds.ts';
import { createNotices, type Reader } from './notices.ts';
import type { EventStore } from './store.ts';

export interface NewsDeps {
  events: EventStore;
  outside: Outside;
  /** Whether this server sends mail. */
  sends: boolean;
  secret: string;
  now: () => Date;
}

export type News = ReturnType<typeof createNewsService>;

/** Before anybody says another. */
const DEFAULT_ZONE = 'UTC';

/** Feeds, the list of a person, and whether digests are sent. Refusals leave everything as it was: InputError `digest.…`, NotFoundError `dataset.unknown`. */
export function createNewsService({ events, outside, sends, secret, now }: NewsDeps) {
  const notices = createNotices({ events, outside, now });
  return {
    feeds: createFeeds({ events, outside, now }),
    count: notices.count,

    async list(reader: Reader, lang: Lang): Promise<NewsAnswer> {
      const items = await notices.list(reader, lang);
      const { every = 'off', language = lang, zone = DEFAULT_ZONE } = (await events.findChoice(reader.account)) ?? {};
      return { unread: items.filter(({ read }) => !read).length, items, digest: { every, language, zone, sends } };
    },

    read: (reader: Reader, ids: readonly string[] | undefined): Promise<number> => notices.read(reader, ids, { language: 'en', zone: DEFAULT_ZONE }),

    /** From now on: what was new before stands in the list. @throws InputError `digest.zone`, `digest.mail` */
    async setDigest({ account, createdAt }: Pick<Reader, 'account' | 'createdAt'>, { every, language, zone }: Digest): Promise<Digest> {
      if (!isKnownZone(zone)) throw new InputError('digest.zone', problemText('digest.zone'));
      if (every !== 'off' && !sends) throw new InputError('digest.mail', problemText('digest.mail'));
      const at = now().toISOString();
      const before = await events.findChoice(account);
      const digestUntil = before && before.every !== 'off' ? before.digestUntil : at;
      await events.saveChoice({ account, every, language, zone, digestUntil, readUntil: before?.readUntil ?? createdAt });
      return { every, language, zone };
    },

    /** Says nothing of whether there was one to end. */
    async unsubscribe(token: string): Promise<void> {
      const account = openUnsubscribe(token, secret);
      if (account !== null) await events.endDigest(account);
    },
  };
}
