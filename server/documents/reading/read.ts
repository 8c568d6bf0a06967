/** A file of a document read: what it is, its view as safe HTML, and what it tells beside its text. Pure; bytes are hostile. */
import { TOLD, type DocumentFormat, type ToldCode } from '../../contract/documents/documents.ts';
import { TooLargeError } from '../../errors.ts';
import { emailsBut, type FindEmails } from '../../formats/personal/emails.ts';
import { bytesSource } from '../../formats/raw.ts';
import { MAX_BYTES, recognise, toText } from './formats.ts';
import { renderMarkdown } from './markdown.ts';
import { makeSafe, type Counts, type Headings } from './safe.ts';

export interface ReadDocument {
  format: DocumentFormat;
  media: string;
  /** null of a PDF, and of what is too long to be shown at once. */
  html: string | null;
  headings: Headings;
  /** In the order of the contract. */
  told: { code: ToldCode; count: number }[];
}

/** A page that a phone still shows. */
const MAX_HTML = 3_000_000;
const MAX_CELLS = 20_000;

/**
 * @param mailboxes of groups: addresses that are nobody's
 * @throws InputError, TooLargeError `document.…` with what is wrong and what to do.
 */
export async function readDocument(name: string, bytes: Uint8Array, mailboxes: readonly string[] = []): Promise<ReadDocument> {
  if (bytes.length > MAX_BYTES) throw tooLarge(name);
  const { format, media } = recognise(name, bytes);
  const find = emailsBut(new Set(mailboxes.map((box) => box.toLowerCase())));
  if (format === 'pdf') return { format, media, html: null, headings: [], told: toTold(await tellPdf(name, bytes, find)) };
  // Most of what is read is Markdown, and the package for Word documents is large.
  const { html, counts } = format === 'docx' ? await (await import('./docx.ts')).readDocx(name, bytes, find) : renderMarkdown(toText(bytes)!, find);
  if (html.length > 2 * MAX_HTML || (html.match(/<t[dh]\b/g)?.length ?? 0) > MAX_CELLS)
    return { format, media, html: null, headings: [], told: toTold({ ...counts, long: 1 }) };
  const safe = makeSafe(html);
  const all = add(counts, safe.counts);
  if (safe.html.length > MAX_HTML) return { format, media, html: null, headings: [], told: toTold({ ...all, long: 1 }) };
  return { format, media, html: safe.html, headings: safe.headings, told: toTold(all) };
}

/** Authors, notes and addresses as the search of uploads finds them; whoever reads a PDF sees its text. */
async function tellPdf(name: string, bytes: Uint8Array, find: FindEmails): Promise<Counts> {
  const { searchPdf } = await import('../../formats/personal/pdf.ts');
  const found = searchPdf({ name, source: bytesSource(bytes) }, find).map(({ finding }) => finding);
  const sum = (kind: string) => found.filter((finding) => finding.kind === kind && finding.isPerson).reduce((all, { count }) => all + count, 0);
  return { author: sum('author'), comments: sum('comment'), emails: sum('email') };
}

export const tooLarge = (name: string) =>
  new TooLargeError('document.too-large', `${name} is larger than ${MAX_BYTES / 1e6} MB. Make its pictures smaller, or split it.`);

const add = (a: Counts, b: Counts): Counts => Object.fromEntries(TOLD.flatMap((code) => (a[code] || b[code] ? [[code, (a[code] ?? 0) + (b[code] ?? 0)]] : [])));
const toTold = (counts: Counts): ReadDocument['told'] => TOLD.flatMap((code) => (counts[code] ? [{ code, count: counts[code] }] : []));
