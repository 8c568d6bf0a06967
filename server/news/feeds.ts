/** Events as entries of Atom feeds (RFC 4287): of a version one entry, whatever happens to it, so that whoever has it sees that it changed. */
import type { Scope } from '../contract/groups/groups.ts';
import { toIso3, type DatasetId } from '../contract/ids.ts';
import type { Lang } from '../contract/languages.ts';
import { toAddress } from '../contract/paths.ts';
import { NotFoundError } from '../errors.ts';
import { writeFeed, type FeedEntry } from '../meetings/files/feed.ts';
import { say } from '../words/words.ts';
import { concerns } from './concern.ts';
import type { Outside } from './deps.ts';
import type { Knower } from './knower.ts';
import { datasetPage } from './pages.ts';
import { dataName, tellEvent } from './say.ts';
import type { EventStore, StoredEvent } from './store.ts';

export interface FeedAsked {
  lang: Lang;
  base: string;
  /** ISO 8601 moment or day. */
  since?: string | undefined;
}

/** Looked at for one feed: what is not for the one who asks is left out of these. */
const LOOKED_AT = 400;
/** With `since` whoever asks wants all of it. */
const MOST_SINCE = 2000;

const CATEGORY = {
  'version.published': 'version',
  'version.withdrawn': 'version',
  'calendar.overdue': 'schedule',
  'assessment.planned': 'assessment',
  'harvest.changed': 'source',
  'harvest.failed': 'source',
  'webhook.disabled': 'webhook',
} as const satisfies Record<StoredEvent['kind'], FeedEntry['category']>;

export function createFeeds({ events, outside, now }: { events: Pick<EventStore, 'list'>; outside: Outside; now: () => Date }) {
  /** Newest first; of each version what happened last. */
  async function entriesOf(found: readonly StoredEvent[], knower: Knower, { lang, base }: FeedAsked): Promise<FeedEntry[]> {
    const entries = new Map<string, FeedEntry>();
    for (const event of found) {
      if (event.kind === 'webhook.disabled' || !(await knower.mayKnow(event))) continue;
      const id = idOf(event);
      const at = new Date(event.at);
      const known = entries.get(id);
      // It was there from the first time on.
      if (known) {
        known.published = at;
        continue;
      }
      const told = await tellEvent(event, lang, outside);
      if (!told) continue;
      entries.set(id, {
        id,
        title: told.title,
        link: base + told.path,
        text: told.text,
        category: CATEGORY[event.kind],
        published: at,
        updated: at,
        files: told.files.map(({ path, media, bytes, name }) => ({ href: base + path, type: media, length: bytes, title: name })),
      });
    }
    return [...entries.values()];
  }

  const find = ({ since }: FeedAsked, of: { scopes?: readonly string[]; dataset?: DatasetId }) =>
    events.list({ ...of, from: before(since), limit: since === undefined ? LOOKED_AT : MOST_SINCE });

  return {
    /** Of a country, or of what concerns one of its groups, to stand among its meetings and documents. */
    async listEntries(knower: Knower, { scope, group, ...asked }: FeedAsked & { scope: Scope; group?: string | undefined }): Promise<FeedEntry[]> {
      const found = await find(asked, { scopes: [scope] });
      if (group === undefined) return entriesOf(found, knower, asked);
      const { groups } = await outside.readStructure(scope);
      return entriesOf(
        found.filter((event) => concerns(event, group, groups)),
        knower,
        asked,
      );
    },

    async writeAll(knower: Knower, asked: FeedAsked): Promise<string> {
      const { lang, base } = asked;
      const address = base + toAddress('getNewsFeed');
      const title = say(lang, 'news.title');
      const text = { id: address, self: base + toAddress('getNewsFeed', {}, { lang }), page: `${base}/`, title, lang, author: 'Codmap' };
      return writeFeed(await entriesOf(await find(asked, {}), knower, asked), { ...text, subtitle: say(lang, 'news.subtitle'), since: asked.since }, now());
    },

    /** @throws NotFoundError `dataset.unknown` where the one who asks may not know that there is one */
    async writeOfDataset(knower: Knower, dataset: DatasetId, asked: FeedAsked): Promise<string> {
      const scope = toIso3(dataset) as string as Scope;
      const known = await outside.findDataset(dataset);
      if (!known || !(known.isPublished || knower.belongs(scope))) throw new NotFoundError('dataset.unknown', `There is no dataset ${dataset} here.`);
      const { lang, base } = asked;
      const address = (query?: { lang: Lang }) => base + toAddress('getDatasetFeed', { id: dataset }, query);
      const country = await outside.nameCountry(scope, lang);
      const entries = await entriesOf(await find(asked, { dataset }), knower, asked);
      const page = base + datasetPage(scope, dataset);
      const title = say(lang, 'news.dataset', { data: dataName(dataset, lang), country });
      const text = { id: address(), self: address({ lang }), page, title, subtitle: say(lang, 'news.subtitle'), lang, author: country };
      return writeFeed(entries, { ...text, since: asked.since }, now());
    },
  };
}

/** The same for ever, whatever the words are; of versions the same as before there was a log. */
const idOf = ({ id, kind, dataset, version, subject, detail }: StoredEvent): string => {
  if (kind === 'version.published' || kind === 'version.withdrawn') return `urn:codmap:${dataset}:${version}`;
  if (kind === 'calendar.overdue') return `urn:codmap:overdue:${subject}:${detail['due']}`;
  return `urn:codmap:event:${encodeURIComponent(id)}`;
};

/** What was new at that very moment is new since then. */
function before(since: string | undefined): string | undefined {
  return since === undefined ? undefined : new Date(new Date(since).getTime() - 1).toISOString();
}
