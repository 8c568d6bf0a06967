/** What a PDF says of people (ISO 32000-1): as far as it can be read without being drawn. No copy of one is written: what stands in it stands in its pages too. Pure. */
import { constants, inflateSync } from 'node:zlib';
import type { UploadFile } from '../raw.ts';
import { readRange } from '../reader.ts';
import { findEmails, type FindEmails } from './emails.ts';
import { partFinding, Tally, type Found } from './package.ts';
import { isSomebody } from './values.ts';

/** Bytes of a file, of one packed stream and of all, and streams, that are looked through at most. */
const MAX_PDF = 64 << 20;
const MAX_STREAM = 8 << 20;
const MAX_UNPACKED = 96 << 20;
const MAX_STREAMS = 20_000;
/** Of the dictionary before a stream. */
const DICTIONARY = 600;
/** Around the word that begins a note: its other entries. */
const NOTE = 800;
/** Notes whose authors are looked for: those of a large document under discussion. */
const MAX_NOTES = 5000;

/** The information dictionary (14.3.3), XMP (14.3.2) and notes (12.5.6), also where they are in packed streams. */
export function searchPdf({ name, source }: UploadFile, find: FindEmails = findEmails): Found[] {
  const bytes = Buffer.from(readRange(source, 0, Math.min(source.size, MAX_PDF)));
  const authors = new Tally();
  const comments = new Tally();
  const addresses = new Tally();
  let notes = 0;
  const look = (text: string) => {
    for (const [, literal, hex] of text.matchAll(/\/Author\s*(?:\(((?:\\.|[^\\)]){0,400})\)|<([0-9A-Fa-f\s]{0,1600})>)/g)) {
      const author = pdfText(literal, hex);
      if (isSomebody(author, find)) authors.add(author);
    }
    for (const [, list] of text.matchAll(/<dc:creator>([^]{0,2000}?)<\/dc:creator>/g))
      for (const [, creator] of list!.matchAll(/<rdf:li[^>]{0,200}>([^<]{1,400})<\/rdf:li>/g)) {
        const author = utf8(creator!);
        if (isSomebody(author, find)) authors.add(author);
      }
    for (const { index } of text.matchAll(/\/Subtype\s{0,8}\/(?:Text|FreeText|Highlight|Underline|Squiggly|StrikeOut|Stamp|Caret|Ink|Popup)\b/g)) {
      if (++notes > MAX_NOTES) break;
      const who = titleOf(text, index);
      if (who !== null && isSomebody(who, find)) comments.add(who);
    }
    find(text, MAX_PDF).forEach((email) => addresses.add(email));
  };
  let { isWhole } = eachText(bytes, look);
  if (notes > MAX_NOTES) isWhole = false;
  // Its strings and streams say nothing without the key (7.6).
  if (source.size > MAX_PDF || /\/Encrypt\s*(?:\d+\s+\d+\s+R|<<)/.test(bytes.subarray(-65_536).toString('latin1'))) isWhole = false;
  // The same name stands in the dictionary and in XMP.
  const author = { count: authors.different.size, example: authors.example };
  return [
    ...partFinding(name, 'author', author, []),
    ...partFinding(name, 'comment', comments, []),
    ...partFinding(name, 'email', { count: addresses.different.size, example: addresses.example }, [], { place: { is: 'text' } }),
    ...(isWhole ? [] : partFinding(name, 'unsearched', { count: 1, example: null }, [], { isPerson: false })),
  ];
}

/** The author of a note (its `T`), before or after its kind, within its dictionary. */
function titleOf(text: string, at: number): string | null {
  const before = text.slice(Math.max(0, at - NOTE), at);
  const after = text.slice(at, at + NOTE);
  const own =
    before.slice(Math.max(before.lastIndexOf(' obj'), before.lastIndexOf('endobj'), 0)) + after.slice(0, Math.max(after.indexOf('endobj'), 0) || NOTE);
  const title = /\/T\s{0,8}(?:\(((?:\\.|[^\\)]){0,400})\)|<([0-9A-Fa-f\s]{0,1600})>)/.exec(own);
  return title ? pdfText(title[1], title[2]) : null;
}

const utf8 = (latin: string): string => Buffer.from(latin, 'latin1').toString('utf8');

function pdfText(literal: string | undefined, hex: string | undefined): string {
  const bytes =
    hex !== undefined
      ? Buffer.from(hex.replace(/\s/g, ''), 'hex')
      : Buffer.from(
          (literal ?? '').replace(/\\([0-7]{1,3})/g, (_, octal: string) => String.fromCharCode(parseInt(octal, 8) & 255)).replace(/\\(.)/g, '$1'),
          'latin1',
        );
  return bytes[0] === 0xfe && bytes[1] === 0xff
    ? Buffer.from(bytes.subarray(2, 2 + ((bytes.length - 2) & ~1)))
        .swap16()
        .toString('utf16le')
    : bytes.toString('utf8');
}

/** What stands between streams, and streams that are texts, unpacked one after the other; pictures and fonts are left. @returns whether all of it was looked at */
function eachText(bytes: Buffer, look: (text: string) => void): { isWhole: boolean } {
  let at = 0;
  let left = MAX_UNPACKED;
  let isWhole = true;
  for (let n = 0; ; n++) {
    const start = bytes.indexOf('stream', at);
    const end = start < 0 ? -1 : bytes.indexOf('endstream', start + 6);
    look(bytes.subarray(at, end < 0 ? undefined : start).toString('latin1'));
    if (end < 0) return { isWhole };
    at = end + 9;
    if (n >= MAX_STREAMS || left <= 0) {
      look(bytes.subarray(at).toString('latin1'));
      return { isWhole: false };
    }
    const head = bytes.subarray(Math.max(0, start - DICTIONARY), start).toString('latin1');
    const own = head.slice(head.lastIndexOf('obj'));
    if (/\/Subtype\s*\/Image|\/FontFile|\/Length1\b/.test(own)) continue;
    const from = bytes[start + 6] === 13 ? start + 8 : start + 7;
    const packed = bytes.subarray(from, end);
    if (!own.includes('/Filter')) look(packed.toString('latin1'));
    else if (own.includes('/FlateDecode'))
      try {
        const text = inflateSync(packed, { maxOutputLength: Math.min(MAX_STREAM, left), finishFlush: constants.Z_SYNC_FLUSH });
        left -= text.length;
        look(text.toString('latin1'));
      } catch (error) {
        // What is damaged says nothing here; what is too large was not looked at.
        if ((error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE') {
          isWhole = false;
          left -= MAX_STREAM;
        }
      }
  }
}
