/**
 * Zip and gzip → the files inside, in memory. An archive is a stranger's claim: entries are counted, totals are added up from the
 * directory before anything is inflated, each entry may give exactly the bytes it states, and its names are labels and never paths.
 */
import { crc32, gunzipSync, inflateRawSync } from 'node:zlib';
import type { Entry } from 'yauzl';
import { fromRandomAccessReader, validateFileName } from 'yauzl';
import { InputError, TooLargeError } from '../../errors.ts';
import type { Limits } from '../limits.ts';
import { assertBytes, toMegabytes } from '../limits.ts';
import type { UploadFile } from '../raw.ts';
import { bytesSource } from '../raw.ts';
import { damaged, readRange } from '../reader.ts';
import { findText } from '../text/text.ts';
import { SourceReader } from './zipSource.ts';

/** Whether the first bytes are those of a ZIP archive (APPNOTE 4.3.6 to 4.3.16), an empty or a spanned one included. */
export function isZip(head: Uint8Array): boolean {
  // PK 3 4 entry, PK 5 6 empty archive, PK 7 8 spanned.
  return head[0] === 0x50 && head[1] === 0x4b && ((head[2] === 3 && head[3] === 4) || (head[2] === 5 && head[3] === 6) || (head[2] === 7 && head[3] === 8));
}

/** Whether the first bytes are those of gzip with deflate (RFC 1952 §2.3.1). */
export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b && head[2] === 8;
}

/** What an upload may still unpack to; shared by all archives of one upload. */
export interface Budget {
  bytes: number;
}

/** One gzipped file. The name loses `.gz`. */
export function gunzip(file: UploadFile, limits: Limits, budget: Budget): UploadFile {
  assertBytes(file.name, file.source.size, limits.fileBytes);
  const packed = readRange(file.source, 0, file.source.size);
  const most = Math.min(limits.fileBytes, budget.bytes, Math.max(limits.ratioFloor, limits.ratio * packed.length));
  let bytes: Uint8Array;
  try {
    bytes = gunzipSync(packed, { maxOutputLength: most });
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE') throw tooMuch(file.name, most);
    throw damaged(file.name, 'gzip', error instanceof Error ? error.message : 'cannot be unpacked', error);
  }
  budget.bytes -= bytes.length;
  return { name: file.name.replace(/\.gz$/i, ''), source: bytesSource(bytes) };
}

/** Names in a zip's directory, as they stand there. Nothing is unpacked. */
export async function listNames(file: UploadFile, limits: Limits): Promise<string[]> {
  return (await listEntries(file, limits)).entries.map(({ name }) => name);
}

/** The files of a zip. Names are `archive.zip/folder/file.shp`. Folders and empty names are left out. */
export async function unzip(file: UploadFile, limits: Limits, budget: Budget): Promise<UploadFile[]> {
  const { entries, open } = await listEntries(file, limits);
  let total = 0;
  let packed = 0;
  const seen = new Set<string>();
  for (const { name, entry } of entries) {
    assertEntry(file.name, name, entry, seen);
    assertBytes(`${name} in ${file.name}`, entry.uncompressedSize, limits.fileBytes);
    total += entry.uncompressedSize;
    packed += entry.compressedSize;
  }
  if (total > budget.bytes) throw tooMuch(file.name, budget.bytes);
  // Entries that share the same packed bytes are caught here: their sizes add up to more than the file.
  if (packed > file.source.size) throw damaged(file.name, 'zip', 'its entries overlap');
  if (total > limits.ratioFloor && total > limits.ratio * file.source.size)
    throw tooMuch(file.name, Math.max(limits.ratioFloor, limits.ratio * file.source.size));
  budget.bytes -= total;
  const files: UploadFile[] = [];
  for (const { name, entry } of entries) {
    if (name.endsWith('/')) continue;
    files.push({ name: `${file.name}/${name}`, source: bytesSource(inflate(file.name, name, entry, await open(entry))) });
  }
  return files;
}

/** @param advice what to do instead, a sentence */
export function nested(outer: string, inner: string, advice: string): InputError {
  return new InputError('read.archive.nested', `${outer} contains another archive (${inner}), and archives inside archives are not opened. ${advice}`);
}

interface NamedEntry {
  name: string;
  entry: Entry;
}

async function listEntries(file: UploadFile, limits: Limits): Promise<{ entries: NamedEntry[]; open: (entry: Entry) => Promise<Uint8Array> }> {
  const { source } = file;
  const reader = new SourceReader(source);
  try {
    const zip = await new Promise<import('yauzl').ZipFile>((resolve, reject) => {
      // Strings are decoded here: many zips hold UTF-8 names without saying so, which yauzl would show as code page 437.
      fromRandomAccessReader(reader, source.size, { lazyEntries: true, decodeStrings: false, autoClose: false }, (error, opened) =>
        error ? reject(error) : resolve(opened),
      );
    });
    if (zip.entryCount > limits.entries)
      throw new TooLargeError(
        'read.archive.entries',
        `${file.name} contains ${zip.entryCount.toLocaleString('en')} files; the limit is ${limits.entries.toLocaleString('en')}. Zip only the boundary layers and upload again.`,
      );
    const entries = await new Promise<NamedEntry[]>((resolve, reject) => {
      const list: NamedEntry[] = [];
      zip.on('entry', (entry: Entry) => {
        // The count in the directory's end may lie as well.
        if (list.length >= limits.entries)
          return reject(
            new TooLargeError(
              'read.archive.entries',
              `${file.name} contains more than ${limits.entries} files. Zip only the boundary layers and upload again.`,
            ),
          );
        list.push({ name: toName(entry), entry });
        // Not at once: of bytes in memory each entry would be told within the one before, and a thousand are more than the stack holds.
        queueMicrotask(() => zip.readEntry());
      });
      zip.on('end', () => resolve(list));
      zip.on('error', reject);
      zip.readEntry();
    });
    const open = async (entry: Entry) => {
      const start = await new Promise<number>((resolve, reject) => {
        zip.readLocalFileHeader(entry, { minimal: true }, (error, header) =>
          error ? reject(damaged(file.name, 'zip', error.message, error)) : resolve(header.fileDataStart),
        );
      });
      return readRange(source, start, entry.compressedSize);
    };
    return { entries, open };
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw damaged(file.name, 'zip', error instanceof Error ? error.message : String(error), error);
  }
}

function toName(entry: Entry): string {
  // With decodeStrings off the names are bytes. UTF-8 where they are, else each byte as Latin-1: only a label.
  const raw = entry.fileNameRaw;
  return (findText(raw, 'utf-8') ?? new TextDecoder('latin1').decode(raw)).replaceAll('\\', '/');
}

function assertEntry(archive: string, name: string, entry: Entry, seen: Set<string>): void {
  const refuse = (code: string, text: string) => {
    throw new InputError(code, `${archive} ${text}`);
  };
  const shown = JSON.stringify(name.slice(0, 100));
  if (validateFileName(name) !== null || name.includes('\0') || name.split('/').includes('..'))
    refuse('read.archive.path', `contains an entry named ${shown}, which points outside the archive. Nothing was read. Zip the layer files alone again.`);
  if (entry.generalPurposeBitFlag & 1) refuse('read.archive.encrypted', `is protected by a password (${shown}). Zip the files again without one.`);
  if (((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000)
    refuse('read.archive.link', `contains a symbolic link (${shown}). Zip the files themselves again.`);
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8)
    refuse(
      'read.archive.method',
      `compresses ${shown} by method ${entry.compressionMethod}, which is not supported. Zip the files again with the usual method (Deflate).`,
    );
  if (seen.has(name)) refuse('read.archive.duplicate', `contains ${shown} twice, and it is not clear which is meant. Zip the files again.`);
  seen.add(name);
}

function inflate(archive: string, name: string, entry: Entry, packed: Uint8Array): Uint8Array {
  let bytes = packed;
  if (packed.length !== entry.compressedSize) throw damaged(archive, 'zip', `${name} is cut off`);
  if (entry.compressionMethod === 8) {
    try {
      bytes = inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.uncompressedSize) });
    } catch (error) {
      throw damaged(
        archive,
        'zip',
        (error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE' ? `${name} unpacks to more than it states` : `${name} cannot be unpacked`,
        error,
      );
    }
  }
  if (bytes.length !== entry.uncompressedSize) throw damaged(archive, 'zip', `${name} unpacks to ${bytes.length} bytes and states ${entry.uncompressedSize}`);
  if (crc32(bytes) !== entry.crc32) throw damaged(archive, 'zip', `the checksum of ${name} is wrong`);
  return bytes;
}

function tooMuch(name: string, most: number): TooLargeError {
  return new TooLargeError(
    'read.archive.bomb',
    `${name} unpacks to more than ${toMegabytes(most)}, which is more than a boundary file of its size contains. Split it by admin level, or zip fewer layers.`,
  );
}
