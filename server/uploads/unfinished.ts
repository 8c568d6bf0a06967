/** Files that were begun over tus and belong to no upload yet: whose they are, how many, how large. Nobody fills the disk with what is never finished. */
import { createHash, randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { NotFoundError, TooManyError } from '../errors.ts';
import type { Actor } from '../http/request.ts';

/** Of one person, and of all. */
const MAX_FILES_EACH = 250;
const MAX_FILES = 2000;
/** An upload may be begun anew before the first is given up. */
const UPLOADS_EACH = 2;

/** The first digits of an id say whose it is, so that nobody goes on with another's. */
const OWNER_DIGITS = 12;
const DIGITS = 32;

export interface Unfinished {
  /**
   * The id of a new file, which counts from now on.
   * @param bytes as the person says; never more is taken.
   * @throws TooManyError `upload.too-many`
   */
  begin(actor: Actor, bytes: number): Promise<string>;
  /** It has become part of an upload, was taken back, or did not come to be. */
  end(id: string): void;
  /** @throws NotFoundError `upload.unfinished` where it is another's */
  requireOwn(actor: Actor, id: string): void;
  /** Looks at the folder again. */
  refresh(): void;
}

export function createUnfinished(folder: string, maxUploadBytes: number): Unfinished {
  /** Bytes by id, once the folder was read. */
  let known: Promise<Map<string, number>> | undefined;

  async function read(): Promise<Map<string, number>> {
    const found = new Map<string, number>();
    for (const name of await readdir(folder).catch(() => [])) {
      if (!name.endsWith('.json')) continue;
      const size = await readFile(join(folder, name), 'utf8').then(
        (text) => (JSON.parse(text) as { size?: number }).size,
        () => undefined,
      );
      found.set(name.slice(0, -'.json'.length), size ?? maxUploadBytes);
    }
    return found;
  }

  return {
    async begin(actor, bytes) {
      known ??= read();
      const all = await known;
      const owner = ownerOf(actor);
      const own = [...all].filter(([id]) => id.startsWith(owner));
      const sum = own.reduce((total, [, size]) => total + size, bytes);
      if (all.size >= MAX_FILES) throw new TooManyError('upload.too-many', 'Too many uploads have been started and not finished here. Try again later.');
      if (own.length >= MAX_FILES_EACH || sum > UPLOADS_EACH * maxUploadBytes)
        throw new TooManyError(
          'upload.too-many',
          `You have started ${own.length} file(s) of ${Math.round((sum - bytes) / 1e6)} MB and not finished them. Finish or cancel them, or wait a day.`,
        );
      const id = owner + randomBytes((DIGITS - OWNER_DIGITS) / 2).toString('hex');
      all.set(id, bytes);
      return id;
    },
    end: (id) => void known?.then((all) => all.delete(id)),
    requireOwn(actor, id) {
      if (!id.startsWith(ownerOf(actor)))
        throw new NotFoundError('upload.unfinished', 'You have not started this file, or it was sent more than a day ago. Send it again.');
    },
    refresh() {
      known = undefined;
    },
  };
}

const ownerOf = ({ id }: Actor) => createHash('sha256').update(`unfinished ${id}`).digest('hex').slice(0, OWNER_DIGITS);
