/** A feed as another parser reads it, held against the rules of RFC 4287. */
import { DOMParser, type Element } from '@xmldom/xmldom';
import { expect } from 'vitest';

const NS = 'http://www.w3.org/2005/Atom';
/** RFC 3339, as §3.3 asks for. */
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

export interface AtomEntry {
  id: string;
  title: string;
  summary: string;
  updated: string;
  link: string;
  category: string;
  files: { href: string; type: string; length: number }[];
}

const own = (parent: Element, name: string): Element[] =>
  Array.from(parent.childNodes).filter((node): node is Element => (node as Element).localName === name && (node as Element).namespaceURI === NS);
const textOf = (parent: Element, name: string): string => {
  const found = own(parent, name);
  expect(found, `${parent.localName} has one ${name}`).toHaveLength(1);
  return found[0]!.textContent!.trim();
};
/** Titles and summaries say that they are HTML. */
const plain = (html: string): string => html.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));

export function readAtom(text: string): { id: string; updated: string; entries: AtomEntry[] } {
  const faults: string[] = [];
  const parser = new DOMParser({ onError: (level, message) => void faults.push(`${level}: ${message}`) });
  const feed = parser.parseFromString(text, 'application/xml').documentElement as unknown as Element;
  expect(faults).toEqual([]);
  expect([feed.localName, feed.namespaceURI]).toEqual(['feed', NS]);
  const [id, updated] = [textOf(feed, 'id'), textOf(feed, 'updated')];
  expect(textOf(feed, 'title')).not.toBe('');
  expect(updated).toMatch(MOMENT);
  expect(own(feed, 'author').map((author) => textOf(author, 'name'))).toHaveLength(1);
  expect(own(feed, 'link').filter((link) => link.getAttribute('rel') === 'self')).toHaveLength(1);
  const entries = own(feed, 'entry').map((entry): AtomEntry => {
    const links = own(entry, 'link').map((link) => ({ rel: link.getAttribute('rel') ?? 'alternate', href: link.getAttribute('href')!, link }));
    for (const { href } of links) expect(URL.canParse(href), href).toBe(true);
    const alternates = links.filter(({ rel }) => rel === 'alternate');
    expect(alternates).toHaveLength(1);
    expect(textOf(entry, 'updated')).toMatch(MOMENT);
    const files = links
      .filter(({ rel }) => rel === 'enclosure')
      .map(({ href, link }) => ({ href, type: link.getAttribute('type')!, length: Number(link.getAttribute('length')) }));
    for (const { type, length } of files) expect([/^[\w.+-]+\/[\w.+-]+/.test(type), Number.isInteger(length)], type).toEqual([true, true]);
    return {
      id: textOf(entry, 'id'),
      title: plain(textOf(entry, 'title')),
      summary: plain(textOf(entry, 'summary')),
      updated: textOf(entry, 'updated'),
      link: alternates[0]!.href,
      category: own(entry, 'category')[0]!.getAttribute('term')!,
      files,
    };
  });
  expect(new Set(entries.map((each) => each.id)).size).toBe(entries.length);
  expect(entries.map((each) => each.updated)).toEqual(
    entries
      .map((each) => each.updated)
      .toSorted()
      .toReversed(),
  );
  return { id, updated, entries };
}
