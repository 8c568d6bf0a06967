/** Paths of the command line → named, opened files. */
import { readdirSync, statSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { InputError } from '../errors.ts';
import { hashSource, type IngestFile } from '../jobs/source.ts';
import { openFileSource } from '../store/objects/fileSource.ts';

/** Files of a folder are named with their path inside it, as an upload of the folder in a browser would name them. */
export function listPaths(paths: string[]): { name: string; path: string }[] {
  const files: { name: string; path: string }[] = [];
  for (const path of paths) {
    const entry = statSync(path, { throwIfNoEntry: false });
    if (!entry) throw new InputError('input.missing', `There is no file ${path}. Check the path.`);
    if (!entry.isDirectory()) {
      files.push({ name: basename(path), path });
      continue;
    }
    const inside = readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((child) => child.isFile() && !child.name.startsWith('.'))
      .map((child) => join(child.parentPath, child.name))
      .sort();
    if (inside.length === 0) throw new InputError('input.missing', `The folder ${path} contains no file.`);
    for (const child of inside) files.push({ name: join(basename(path), relative(path, child)).split(sep).join('/'), path: child });
  }
  return files;
}

/** Opens the files for `work` and closes them after it; their checksums are empty unless asked for. @throws InputError `input.missing`, `input.unreadable` */
export async function withFiles<T>(paths: string[], { hash }: { hash: boolean }, work: (files: IngestFile[]) => Promise<T>): Promise<T> {
  const files: IngestFile[] = [];
  try {
    for (const { name, path } of listPaths(paths)) {
      try {
        const source = openFileSource(path);
        files.push({ name, source, sha256: '' });
      } catch (error) {
        throw new InputError('input.unreadable', `${path} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown fault'}).`, { cause: error });
      }
    }
    if (hash) for (const file of files) file.sha256 = await hashSource(file.source);
    return await work(files);
  } finally {
    for (const { source } of files) source.close();
  }
}
