/** A file of this machine, of the store or of whoever called the command line, as a source of bytes. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { ObjectSource } from './objects.ts';

/** A file on disk as bytes by position. @throws the file system's own error. */
export function openFileSource(path: string): ObjectSource {
  const descriptor = openSync(path, 'r');
  return {
    size: fstatSync(descriptor).size,
    read: (into, position) => (into.length === 0 ? 0 : readSync(descriptor, into, 0, into.length, position)),
    close: () => closeSync(descriptor),
  };
}
