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
  category: 'version' | 'document' | 'meeting' | 'decision' | 'schedule' | 'source' | 'webhook' | 'assessment';
  published: Date;
  updated: Date;
  /** What can be downloaded, with absolute addresses. */
  files?: { href: string; type: string; length: number; title: string }[];
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
  /** Only what is new since then: a moment or a day in UTC, ISO 8601. */
  since?: string | undefined;
}

/** More than a reader that looks once a week misses; who says since when is given all. */
const MOST = 60;
const DAY_MS = 86_400_000;

/** Newest first. Without any entry the feed is as old as what is asked for, or as this day, so that the same answer is the same text. */
export function writeFeed(entries: readonly FeedEntry[], { id, title, subtitle, lang, page, self, author, since }: FeedText, now: Date): string {
  const from = since === undefined ? null : new Date(since).getTime();
  const latest = entries
    .filter(({ updated }) => from === null || updated.getTime() >= from)
    .toSorted((a, b) => b.updated.getTime() - a.updated.getTime() || (a.id < b.id ? -1 : 1))
    .slice(0, from === null ? MOST : Infinity);
  const feed = new Feed({
    id,
    title,
    description: subtitle,
    link: page,
    language: lang,
    generator: 'Codmap',
    updated: latest[0]?.updated ?? new Date(from ?? Math.floor(now.getTime() / DAY_MS) * DAY_MS),
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
  return withFiles(feed.atom1(), latest).replace('<feed ', `<feed xml:lang="${lang}" `);
}

/** The package writes one link for each entry; those to files (RFC 4287 §4.2.7) follow its id. */
function withFiles(atom: string, entries: readonly FeedEntry[]): string {
  const links = new Map(
    entries.map(({ id, files = [] }) => [
      id,
      files.map(
        ({ href, type, length, title }) =>
          `<link rel="enclosure" href="${escapeXml(href)}" type="${escapeXml(type)}" length="${length}" title="${escapeXml(plain(title))}"/>`,
      ),
    ]),
  );
  return atom.replace(/<id>(.*?)<\/id>/g, (whole, id: string) => [whole, ...(links.get(id) ?? [])].join('\n        '));
}

/** XML 1.0 has no place for control characters, nor for halves of a pair. */
const plain = (text: string): string => text.toWellFormed().replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
