/** Files that no reader of data takes: metadata, notes, pictures and whatever else lies in an archive or beside layers. Pure; bytes are hostile. */
import type { UploadFile } from '../raw.ts';
import { readRange } from '../reader.ts';
import type { FindEmails } from './emails.ts';
import { partFinding, Tally, type Found } from './package.ts';
import { isSomebody, personInPath } from './values.ts';

/** Of one file; what is beyond is told as not searched. */
const MAX_BYTES = 32 << 20;

/** Geometry, indexes, styles and what the readers of layers take themselves. */
export const IS_LAYER =
  /\.(shp|shx|dbf|prj|cpg|qpj|sbn|sbx|qix|idm|ind|ain|aih|fbn|fbx|ixs|mxs|geojson|topojson|gpkg|fgb|parquet|kml|gdbtablx?|gdbindexes|atx|spx|freelist|horizon|gdb)$|(^|\/)(timestamps|gdb)$/i;
/** The catalogue of a geodatabase: what its layers say of themselves. Its other tables are layers. */
export const IS_CATALOGUE = /(^|\/)a0000000[1-8]\.gdbtable$/i;
/** What hides its contents from whoever does not have its program: archives, documents of old and closed formats, databases, mail. */
const CLOSED = /\.(7z|rar|tar|gz|bz2|xz|zip|docx?|xlsx?|xlsb|pptx?|mdb|accdb|mxd|mapx|aprx|lpkx?|mpkx?|qgz|msg|pst|eml|pages|numbers|key)$/i;

/** Tags in which metadata of layers name somebody: ISO 19115, FGDC, ArcGIS, Dublin Core, Atom. */
const NAMED = /<(?:\w+:)?(?:individualName|rpIndName|cntper|creator|author|lastModifiedBy)\b[^>]{0,400}>(?:\s*<[^>]{1,200}>){0,3}\s*([^<]{2,300})</g;
const NUMBERS = /<(?:\w+:)?(?:voice|voiceNum|cntvoice|phoneNumber)\b[^>]{0,400}>(?:\s*<[^>]{1,200}>){0,3}\s*([^<]{5,60})</g;
const PATH = /[A-Za-z]:[\\/](?:Users|Documents and Settings)[\\/][^\\/<>"'|]{2,60}[\\/]|\/(?:home|Users)\/[^/<>"'|\s]{2,60}\//g;

/** As text; null where it is none. UTF-16 by its mark. */
function toText(bytes: Uint8Array): string | null {
  const mark = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  if (mark !== null) return new TextDecoder(mark).decode(bytes);
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  return /[\u0000-\u0008\u000e-\u001f]/.test(text.slice(0, 10_000)) ? null : text;
}

/** Runs of letters in bytes that are no text, in one byte each or two. */
function runsIn(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const runs: string[] = [];
  for (const [run] of text.matchAll(/[\x20-\x7e]{10,}/g)) if (run.includes('@')) runs.push(run);
  for (const [run] of text.matchAll(/(?:[\x20-\x7e]\0){10,}/g)) if (run.includes('@')) runs.push(run.replaceAll('\0', ''));
  return runs.join('\n');
}

/** Addresses, and where it is text whom its metadata name. `canDrop`: a copy of the archive can be written without the file. */
export function searchBeside({ name, source }: UploadFile, find: FindEmails, canDrop: boolean): Found[] {
  const bytes = readRange(source, 0, Math.min(source.size, MAX_BYTES));
  const text = toText(bytes);
  const parts = canDrop ? (['file'] as const) : [];
  const addresses = new Tally();
  find(text ?? runsIn(bytes), MAX_BYTES).forEach((email) => addresses.add(email));
  const isClosed = source.size > MAX_BYTES || (text === null && CLOSED.test(name));
  return [
    ...(text === null ? [] : searchMetadata(name, text, find, parts)),
    ...partFinding(name, 'email', { count: addresses.different.size, example: addresses.example }, [...parts], { place: { is: 'text' } }),
    ...(isClosed ? partFinding(name, 'unsearched', { count: 1, example: null }, [...parts], { isPerson: false }) : []),
  ];
}

/** Whom a text of metadata names: by its tags, and by the folders in which it was made. */
export function searchMetadata(name: string, text: string, find: FindEmails, parts: readonly 'file'[]): Found[] {
  const authors = new Tally();
  const phones = new Tally();
  for (const [, said] of text.matchAll(NAMED)) if (isSomebody(said!, find)) authors.add(said!);
  for (const [, said] of text.matchAll(NUMBERS)) if (/\d.*\d.*\d.*\d.*\d/.test(said!)) phones.add(said!);
  for (const [path] of text.matchAll(PATH)) {
    const user = personInPath(path);
    if (user !== null) authors.add(user);
  }
  const different = (tally: Tally) => ({ count: tally.different.size, example: tally.example });
  return [
    ...partFinding(name, 'author', different(authors), [...parts], { key: 'metadata' }),
    ...partFinding(name, 'phone', different(phones), [...parts], { place: { is: 'text' } }),
  ];
}
