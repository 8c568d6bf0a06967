/** Documents of running text: DOCX (ECMA-376 part 1, 17), ODT, PDF (ISO 32000-1), metadata and notes beside layers. Pure. */
import { constants, inflateSync } from 'node:zlib';
import type { UploadFile } from '../raw.ts';
import { readRange } from '../reader.ts';
import type { WorkbookParts } from '../tables/parts.ts';
import { attribute } from '../tables/xml.ts';
import { eachElement, partFinding, searchProperties, Tally, type Found } from './package.ts';
import { findEmails, isSomebody } from './values.ts';

/** A text document of Word. */
export async function searchDocx(parts: WorkbookParts, file: string): Promise<Found[]> {
  const addresses = new Tally();
  const changes = new Tally();
  const comments = new Tally();
  const people = new Tally();
  for (const part of parts.names.filter((name) => /^word\/(document|header\d*|footer\d*|footnotes|endnotes)\.xml$/.test(name)))
    await eachElement(parts, part, {
      open(name, attributes) {
        if (/^(ins|del|moveFrom|moveTo|rPrChange|pPrChange|sectPrChange|tblPrChange|cellIns|cellDel)$/.test(name))
          changes.add(attribute(attributes, 'w:author') ?? '?');
      },
      text: (_name, value) => findEmails(value).forEach((email) => addresses.add(email)),
    });
  await eachElement(parts, 'word/comments.xml', {
    open: (name, attributes) => void (name === 'comment' && comments.add(attribute(attributes, 'w:author') ?? '?')),
  });
  await eachElement(parts, 'word/people.xml', {
    open: (name, attributes) => void (name === 'person' && people.add(attribute(attributes, 'w15:author') ?? '?')),
  });
  return [
    ...(await searchProperties(parts, file)),
    ...partFinding(file, 'comment', comments, ['comments']),
    ...partFinding(file, 'threaded-person', people, ['persons', 'comments']),
    ...partFinding(file, 'tracked-change', changes, ['changes']),
    ...partFinding(file, 'email', addresses, [], { place: { is: 'text' } }),
  ];
}

/** Documents of LibreOffice: comments and tracked changes are in the text itself. */
export async function searchOpenDocument(parts: WorkbookParts, file: string): Promise<Found[]> {
  const comments = new Tally();
  const changes = new Tally();
  const hidden: string[] = [];
  const addresses = new Tally();
  let isSheet = false;
  let last = '';
  await eachElement(parts, 'content.xml', {
    open(name, attributes) {
      if (name === 'annotation') comments.count++;
      else if (name === 'change-info') changes.count++;
      else if (name === 'spreadsheet') isSheet = true;
      if (name === 'annotation' || name === 'change-info') last = name;
      if (name === 'table' && attribute(attributes, 'table:display') === 'false') hidden.push(attribute(attributes, 'table:name') ?? '');
    },
    text(name, value) {
      if (name === 'creator' && isSomebody(value)) (last === 'change-info' ? changes : comments).different.add(value);
      // Cells of a sheet are searched as a table.
      else if (!isSheet) findEmails(value).forEach((email) => addresses.add(email));
    },
  });
  return [
    ...(await searchProperties(parts, file)),
    ...partFinding(file, 'comment', comments, ['comments'], { isPerson: comments.different.size > 0 }),
    ...partFinding(file, 'tracked-change', changes, ['changes']),
    ...partFinding(file, 'email', addresses, [], { place: { is: 'text' } }),
    ...hidden.flatMap((sheet) => partFinding(file, 'hidden-sheet', { count: 1, example: null }, [], { place: { is: 'sheet', sheet }, isPerson: false })),
  ];
}

/** Text of a PDF that is looked through at most, packed streams unpacked. */
const MAX_PDF = 64 << 20;
const MAX_STREAM = 4 << 20;
const MAX_STREAMS = 2000;

/** The information dictionary (14.3.3), XMP (14.3.2) and notes (12.5.6) of a PDF, also where they are in packed streams. */
export function searchPdf({ name, source }: UploadFile): Found[] {
  const bytes = Buffer.from(readRange(source, 0, Math.min(source.size, MAX_PDF)));
  const texts = [bytes.toString('latin1'), ...unpackStreams(bytes)];
  const authors = new Tally();
  const comments = new Tally();
  const addresses = new Tally();
  for (const text of texts) {
    for (const [, , literal, hex] of text.matchAll(/\/Author\s*(\(((?:\\.|[^\\)]){0,400})\)|<([0-9A-Fa-f\s]{0,1600})>)/g)) {
      const author = pdfText(literal, hex);
      if (isSomebody(author)) authors.add(author);
    }
    for (const [, creator] of text.matchAll(/<dc:creator>\s*<rdf:Seq>\s*<rdf:li[^>]*>([^<]{1,400})<\/rdf:li>/g))
      if (isSomebody(Buffer.from(creator!, 'latin1').toString('utf8'))) authors.add(Buffer.from(creator!, 'latin1').toString('utf8'));
    for (const [annotation] of text.matchAll(/\/Subtype\s*\/(?:Text|FreeText|Highlight|Popup|StrikeOut)\b[^]{0,1200}/g)) {
      const title = /\/T\s*(?:\(((?:\\.|[^\\)]){0,400})\)|<([0-9A-Fa-f\s]{0,1600})>)/.exec(annotation);
      const who = title ? pdfText(title[1], title[2]) : '';
      if (isSomebody(who)) comments.add(who);
    }
    findEmails(text, MAX_PDF).forEach((email) => addresses.add(email));
  }
  // The same name stands in the dictionary and in XMP.
  const author = { count: authors.different.size, example: authors.example };
  return [
    ...partFinding(name, 'author', author, []),
    ...partFinding(name, 'comment', comments, []),
    ...partFinding(name, 'email', { count: addresses.different.size, example: addresses.example }, [], { place: { is: 'text' } }),
  ];
}

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

/** Streams that unpack to texts; pictures and fonts do not, and are left. */
function unpackStreams(bytes: Buffer): string[] {
  const texts: string[] = [];
  let at = 0;
  for (let n = 0; n < MAX_STREAMS; n++) {
    const start = bytes.indexOf('stream', at);
    if (start < 0) break;
    const end = bytes.indexOf('endstream', start + 6);
    if (end < 0) break;
    at = end + 9;
    const head = bytes.subarray(Math.max(0, start - 400), start).toString('latin1');
    const own = head.slice(head.lastIndexOf('obj'));
    if (!own.includes('/FlateDecode') || /\/Subtype\s*\/Image|\/FontFile/.test(own)) continue;
    const from = bytes[start + 6] === 13 ? start + 8 : start + 7;
    try {
      texts.push(inflateSync(bytes.subarray(from, end), { maxOutputLength: MAX_STREAM, finishFlush: constants.Z_SYNC_FLUSH }).toString('latin1'));
    } catch {
      // What is damaged or too large says nothing here; a viewer shows what there is.
    }
  }
  return texts;
}

const MAX_TEXT = 8 << 20;

/** Addresses in metadata and notes beside layers: XML, text, web pages. */
export function searchText({ name, source }: UploadFile): Found[] {
  const found = new Tally();
  findEmails(Buffer.from(readRange(source, 0, Math.min(source.size, MAX_TEXT))).toString('utf8'), MAX_TEXT).forEach((email) => found.add(email));
  return partFinding(name, 'email', found, [], { place: { is: 'text' } });
}
