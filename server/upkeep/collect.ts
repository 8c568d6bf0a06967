/**
 * Collecting what nobody names any more, such as the files of an ingest that was killed: first into a trash folder, for good after 30 days.
 * Whatever could mean that the database is not the one of these objects stops it. Decision 0022.
 */
import { CodmapError } from '../errors.ts';
import { ROOMS, type Identity } from '../store/identity.ts';
import type { ObjectNames } from '../store/objectNames.ts';
import type { ObjectStore } from '../store/objects/objects.ts';

const DAY_MS = 24 * 3600_000;
/** A running ingest stores its objects before it names them. */
const YOUNG_MS = DAY_MS;
const TRASH_DAYS = 30;
const TRASH = 'trash';
/** Share of the objects beyond which unnamed ones are rather a sign of the wrong database than leftovers. */
const MAX_SHARE = 0.05;

export interface Leftover {
  key: string;
  bytes: number;
  modifiedAt: string;
  /** `unnamed`: nothing names it; `released`: this database named it once and let go of it. */
  why: 'unnamed' | 'released';
}

export interface Trashed {
  key: string;
  bytes: number;
  /** Day on which it was put there, UTC; 30 whole days follow. */
  since: string;
}

export interface Collection {
  store: string;
  dryRun: boolean;
  /** Objects there, without the trash. */
  objects: number;
  /** Of these, named by a version or a waiting upload. */
  named: number;
  /** To the trash: all that would go, or, unless it was a dry run or refused, all that went. */
  leftovers: Leftover[];
  /** Unnamed, yet staying: younger than a day; or there before this database knew of them, or taken back from the trash. */
  staying: { young: number; kept: number };
  /** In the trash, without what is put there now. */
  trash: { objects: number; bytes: number };
  /** Deleted for good, by the same rule: 30 days in the trash. */
  expired: Trashed[];
  /** Named again, and therefore back from the trash. */
  returned: string[];
  /** Why nothing at all was collected, in a sentence. */
  refusal: string | null;
}

export interface CollectorDeps {
  objects: ObjectStore;
  names: ObjectNames;
  identity: Identity;
  now: () => Date;
}

export interface Collector {
  collect(options: { dryRun: boolean }): Promise<Collection>;
  /** Takes objects back from the trash; they then stay. @param keys all where there are none. @returns what came back. */
  restore(keys: string[]): Promise<string[]>;
}

interface InTrash extends Trashed {
  /** Where it lies now. */
  at: string;
}

type Found = Pick<Collection, 'objects' | 'named' | 'leftovers' | 'staying'> & { names: number; oldest: number };

export function createCollector(deps: CollectorDeps): Collector {
  const { objects, names, now } = deps;

  /** Only where its place is empty; the bytes are the same, since a key holds their checksum. */
  async function putBack(at: string, key: string): Promise<boolean> {
    return !(await objects.head(key)) && (await objects.move(at, key));
  }

  /** What was written anew since it was looked at belongs to an ingest that is at work. */
  async function toTrash({ key, modifiedAt }: Leftover): Promise<boolean> {
    const at = trashKey(now(), key);
    if (!(await objects.move(key, at))) return false;
    const moved = await objects.head(at);
    if (moved && moved.modifiedAt.toISOString() !== modifiedAt) return !(await putBack(at, key));
    return true;
  }

  return {
    async collect({ dryRun }) {
      const found = await look(deps);
      const trashed = await listTrash(objects);
      const refusal = await refuse(deps, found);
      const old = trashed.filter(({ since }) => now().getTime() - Date.parse(since) > (TRASH_DAYS + 1) * DAY_MS);
      const result: Collection = {
        store: deps.identity.id,
        dryRun,
        objects: found.objects,
        named: found.named,
        leftovers: found.leftovers,
        staying: found.staying,
        trash: { objects: trashed.length, bytes: trashed.reduce((sum, { bytes }) => sum + bytes, 0) },
        expired: refusal === null ? old.map(toTrashed) : [],
        returned: [],
        refusal,
      };
      if (dryRun || refusal !== null) return result;
      const gone: Leftover[] = [];
      for (const leftover of found.leftovers) if (await toTrash(leftover)) gone.push(leftover);
      // Whoever named one of them while it was on its way has it back. So has a database whose entry came late.
      const named = await names.listNamed();
      const returned: string[] = [];
      for (const { at, key } of [...trashed, ...gone.map(({ key }) => ({ at: trashKey(now(), key), key }))])
        if (named.has(key) && (await putBack(at, key))) returned.push(key);
      const expired: Trashed[] = [];
      for (const each of old) {
        if (returned.includes(each.key) || (named.has(each.key) && !(await objects.head(each.key)))) continue;
        await objects.delete(each.at);
        await names.forgetReleased(each.key);
        expired.push(toTrashed(each));
      }
      return { ...result, leftovers: gone.filter(({ key }) => !returned.includes(key)), expired, returned };
    },

    async restore(keys) {
      const wanted = new Set(keys);
      const back: string[] = [];
      for (const { at, key } of await listTrash(objects)) {
        if (wanted.size > 0 && !wanted.has(key)) continue;
        // Kept before it is back, so that no collection takes it between the two.
        await names.keep([key], now().toISOString());
        if (await putBack(at, key)) back.push(key);
      }
      return back;
    },
  };
}

/** Goes through all objects once. */
async function look({ objects, names, now }: CollectorDeps): Promise<Found> {
  const at = now().getTime();
  const [named, kept, released] = [await names.listNamed(), await names.listKept(), await names.listReleased()];
  const found: Found = { objects: 0, named: 0, leftovers: [], staying: { young: 0, kept: 0 }, names: named.size, oldest: Infinity };
  for (const room of ROOMS) {
    for await (const key of objects.list(room)) {
      const head = await objects.head(key);
      if (!head) continue;
      const modifiedAt = head.modifiedAt.getTime();
      found.objects++;
      found.oldest = Math.min(found.oldest, modifiedAt);
      if (named.has(key)) found.named++;
      else if (kept.has(key)) found.staying.kept++;
      else if (at - modifiedAt < YOUNG_MS) found.staying.young++;
      else found.leftovers.push({ key, bytes: head.bytes, modifiedAt: head.modifiedAt.toISOString(), why: released.has(key) ? 'released' : 'unnamed' });
    }
  }
  found.leftovers.sort((a, b) => (a.key < b.key ? -1 : 1));
  return found;
}

/** Why nothing at all may be collected; null where it may. */
async function refuse({ names, identity }: CollectorDeps, { objects, names: named, leftovers, oldest }: Found): Promise<string | null> {
  try {
    await identity.confirm();
  } catch (error) {
    if (error instanceof CodmapError) return error.message;
    throw error;
  }
  if (named === 0) return 'The database names no files at all, so it may be the wrong one.';
  const born = await names.bornAt();
  if (objects > 0 && born.getTime() - oldest > YOUNG_MS)
    return `The database was created on ${day(born)}, after the oldest file (${day(new Date(oldest))}), so it may be the wrong one.`;
  const unnamed = leftovers.filter(({ why }) => why === 'unnamed').length;
  if (unnamed > objects * MAX_SHARE)
    return `${unnamed} of ${objects} files are not named by anything. That is more than ${MAX_SHARE * 100}%, so the database may be the wrong one or lack entries.`;
  return null;
}

async function listTrash(objects: ObjectStore): Promise<InTrash[]> {
  const found: InTrash[] = [];
  for await (const at of objects.list(TRASH)) {
    const head = await objects.head(at);
    const [, since, ...rest] = at.split('/');
    if (head && since) found.push({ at, since, key: rest.join('/'), bytes: head.bytes });
  }
  return found;
}

const toTrashed = ({ key, bytes, since }: InTrash): Trashed => ({ key, bytes, since });
const day = (date: Date) => date.toISOString().slice(0, 10);
const trashKey = (date: Date, key: string) => `${TRASH}/${day(date)}/${key}`;
