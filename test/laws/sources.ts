/** What the laws read: files of the project and what they import. */
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

const IMPORT = /(?:\bfrom\s+|^\s*import\s+|\bimport\(|\bnew Worker\(new URL\()\s*['"]([^'"]+)['"]/gm;

export const read = (file: string): string => readFileSync(file, 'utf8');

/** Files below the folders whose names end as asked, from the root; nothing that was built. */
export function filesIn(folders: readonly string[], ending = /\.(ts|js)$/): string[] {
  return folders
    .flatMap((folder) => (readdirSync(folder, { recursive: true }) as string[]).map((name) => join(folder, name)))
    .filter((name) => ending.test(name) && !name.includes('/dist'));
}

/** What a file imports, its types and threads included: a path from the root, or the name of a package as it is written. */
export function importsOf(file: string): string[] {
  return [...read(file).matchAll(IMPORT)].map(([, spec]) => {
    const bare = spec!.replace(/\?.*$/, '');
    return bare.startsWith('.') ? normalize(join(dirname(file), bare)) : bare;
  });
}

/** Of these what is there when the program runs: types are not. */
export function valueImportsOf(file: string): string[] {
  const text = read(file).replace(/^import type [^;]*;|^export type [^;]*from[^;]*;/gm, '');
  return [...text.matchAll(IMPORT)].map(([, spec]) => (spec!.startsWith('.') ? normalize(join(dirname(file), spec!)) : spec!));
}

/** The package of an import: `@turf/bbox`, `csv-parse` of `csv-parse/sync`, `node:fs` of `node:fs/promises`. */
export const packageOf = (spec: string): string =>
  spec
    .split('/')
    .slice(0, spec.startsWith('@') ? 2 : 1)
    .join('/');
