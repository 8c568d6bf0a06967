/** What is new in a country or a group as an Atom feed (RFC 4287). Public things only, and no person. */
import { Feed } from 'feed';
import { escapeXml } from '../../formats/text/escape.ts';

export interface FeedEntry {
  /** The same for ever. */
  id: string;
  title: string;
  /** Absolute address of its page. */
  link: string;
  /** One or more sentences, plain text. */
  text: string;
  category: 'version' | 'document' | 'meeting' | 'decision' | 'assessment';
  published: Date;
  updated: Date;
}

export interface FeedText {
  id: string;
  title: string;
  subtitle: string;
  /** BCP 47. */
  lang: string;
  /** Addresses of the page that it is about, and of the feed. */
  page: string;
  self: string;
  author: string;
}

/** More than a reader that looks once a week misses. */
const MOST = 60;

/** Newest first, at most sixty. Without any entry the feed is as old as `since`. */
export function writeFeed(entries: readonly FeedEntry[], { id, title, subtitle, lang, page, self, author }: FeedText, since: Date): string {
  const latest = entries.toSorted((a, b) => b.updated.getTime() - a.updated.getTime() || (a.id < b.id ? -1 : 1)).slice(0, MOST);
  const feed = new Feed({
    id,
    title,
    description: subtitle,
    link: page,
    language: lang,
    generator: 'Codmap',
    updated: latest[0]?.updated ?? since,
    author: { name: author },
    feedLinks: { atom: self },
  });
  for (const entry of latest)
    feed.addItem({
      id: entry.id,
      // The package says of both that they are HTML.
      title: escapeXml(plain(entry.title)),
      link: entry.link,
      date: entry.updated,
      published: entry.published,
      description: escapeXml(plain(entry.text)),
      category: [{ name: entry.category, term: entry.category }],
    });
  return feed.atom1().replace('<feed ', `<feed xml:lang="${lang}" `);
}

/** XML 1.0 has no place for control characters, nor for halves of a pair. */
const plain = (text: string): string => text.toWellFormed().replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
