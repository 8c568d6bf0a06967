/** Copies of uploaded files without what a person chose to leave out, written by us, read back and compared (decision 0056). Pure. */
import { gzipSync } from 'node:zlib';
import type { PersonalFinding } from '../../../contract/uploads/personal.ts';
import { InputError, TooLargeError } from '../../../errors.ts';
import { isGzip, isZip, unzip } from '../../archive/unpack.ts';
import { writeZip } from '../../archive/writeZip.ts';
import { DEFAULT_LIMITS } from '../../limits.ts';
import type { UploadFile } from '../../raw.ts';
import { readAll, readRange } from '../../reader.ts';
import { unpackTables } from '../../tables/archive.ts';
import { separatorOf } from '../../tables/csv.ts';
import { readTables } from '../../tables/table.ts';
import { searchFiles, type SearchOptions } from '../find.ts';
import { NAMED_FIELDS } from '../fields.ts';
import type { Found } from '../package.ts';
import { compareCsv, compareWorkbooks, notClean, requireNoLeftover, sameText, toFile } from './compare.ts';
import { emptyCsvCells, readLetters, writeLetters } from './csv.ts';
import { cleanDocx, cleanOpenDocument } from './documents.ts';
import { Parts } from './parts.ts';
import { cleanWorkbook } from './workbook.ts';

const MAX_CSV = 256 << 20;

export interface Stripped {
  /** By the name of each file of which a copy was written; the others stay as they are. */
  copies: Map<string, Uint8Array>;
  removed: PersonalFinding[];
}

/**
 * Copies without the findings of these ids, or all that can be removed.
 * @param ids of `findPersonalData` on the same files
 * @throws InputError `upload.personal-unknown` for an id that is none, `upload.copy-differs` where the copy is not what was asked for, TooLargeError beyond what can be written again
 */
export async function writeWithout(files: readonly UploadFile[], ids: readonly string[] | 'all', options: SearchOptions = {}): Promise<Stripped> {
  const found = await searchFiles(files, options);
  const known = new Map(found.map((each) => [each.finding.id, each]));
  const chosen = ids === 'all' ? found.filter(({ finding }) => finding.removable && finding.isPerson) : ids.map((id) => known.get(id));
  if (chosen.some((each) => !each?.finding.removable))
    throw new InputError('upload.personal-unknown', 'What is to be left out is not in these files, or cannot be taken out of them. Upload them again.');
  const copies = new Map<string, Uint8Array>();
  for (const file of files) {
    const own = (chosen as Found[]).filter(
      ({ finding }) => finding.file === file.name || finding.file.startsWith(`${file.name}/`) || `${finding.file}.gz` === file.name,
    );
    if (own.length > 0) copies.set(file.name, await copyPacked(file, own));
  }
  return { copies, removed: (chosen as Found[]).map(({ finding }) => finding) };
}

/** A table packed by gzip, or several in a zip, is packed again. */
async function copyPacked(file: UploadFile, found: readonly Found[]): Promise<Uint8Array> {
  const head = readRange(file.source, 0, 4);
  if (isGzip(head)) {
    const [inner] = (await unpackTables(file)).files;
    return gzipSync(await copyOne(inner!, found));
  }
  if (!isZip(head) || found.every(({ finding }) => finding.file === file.name)) return copyOne(file, found);
  const members = await unzip(file, DEFAULT_LIMITS, { bytes: MAX_CSV * 2 });
  const out: { name: string; pieces: Uint8Array[] }[] = [];
  for (const member of members) {
    const own = found.filter(({ finding }) => finding.file === member.name);
    // Out of the archive as a whole: a PDF, or metadata that no reader takes.
    if (own.some(({ parts }) => parts.includes('file'))) continue;
    const bytes = own.length > 0 ? await copyOne(member, own) : readRange(member.source, 0, member.source.size);
    out.push({ name: member.name.slice(file.name.length + 1), pieces: [bytes] });
  }
  return writeZip(out);
}

async function copyOne(file: UploadFile, found: readonly Found[]): Promise<Uint8Array> {
  const targets = found.flatMap(({ parts }) => parts);
  const cells = found.flatMap(({ cells: own }) => own);
  if (!isZip(readRange(file.source, 0, 4))) return copyCsv(file, found);
  const parts = await Parts.open(file);
  if (parts.has('word/document.xml')) {
    const before = parts.bytes.get('word/document.xml')!;
    cleanDocx(parts, targets);
    const after = parts.bytes.get('word/document.xml');
    if (!after || !sameText(before, after, () => false)) throw notClean(file.name, 'word/document.xml');
    return parts.write();
  }
  if (parts.has('content.xml')) {
    const before = parts.bytes.get('content.xml')!;
    cleanOpenDocument(parts, targets);
    const isAside = (path: readonly string[]) => path.includes('annotation') || path.includes('tracked-changes') || NAMED_FIELDS.test(path.at(-1) ?? '');
    if (!sameText(before, parts.bytes.get('content.xml')!, isAside)) throw notClean(file.name, 'content.xml');
    return parts.write();
  }
  cleanWorkbook(parts, targets, cells);
  const bytes = parts.write();
  const hidden = new Set(targets.flatMap((target) => (typeof target === 'object' ? [target.hiddenSheet] : [])));
  const removed = await compareWorkbooks(file, toFile(file.name, bytes), cells, hidden);
  requireNoLeftover(file.name, parts, removed.texts);
  return bytes;
}

async function copyCsv(file: UploadFile, found: readonly Found[]): Promise<Uint8Array> {
  if (file.source.size > MAX_CSV)
    throw new TooLargeError(
      'read.tooLarge',
      `${file.name} is too large to be written again. Remove the columns in the program it is from, and upload it again.`,
    );
  const [table] = await readTables(file, { onUnknownEncoding: 'assume' });
  const encoding = table!.encoding.name;
  const separator = separatorOf(file, table!.encoding);
  const before = readLetters(readAll(file, MAX_CSV), encoding);
  const cells = found.flatMap(({ cells: own }) => own);
  const after = emptyCsvCells(before, separator, cells);
  compareCsv(file.name, before, after, separator, cells);
  return writeLetters(after, encoding);
}
