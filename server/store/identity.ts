/**
 * What ties a database to its objects. Both carry one identity: the database in a row, the objects in `store.json`. Where they differ,
 * nothing is opened, because a database that does not know the objects would take all of them for leftovers. Decision 0022.
 */
import { sql } from 'kysely';
import { ConflictError } from '../errors.ts';
import { takeTurns } from './dialect.ts';
import { createObjectNames, keysOfInput } from './objectNames.ts';
import type { ObjectStore } from './objects/objects.ts';
import { hasTables, type Database } from './schema.ts';

/** Key of the identity among the objects. */
export const MARK = 'store.json';
/** Everything that Codmap stores lies below these; what else is in the folder is not ours. */
export const ROOMS = ['datasets', 'documents', 'uploads'] as const;
/** Named objects that may be missing, and unnamed ones that may be there, for a database and objects that carry no identity to agree. */
const TOLERANCE = 0.05;
const ABOUT = 'Codmap: these files belong to the database with this identity. Keep them together; see Backup in the README.';

/** `entries`: how much the database had recorded when it last named objects here; one that has recorded less is an older copy. */
export interface Mark {
  store: string;
  entries: number;
}

/** For the sentences: where the two sides are. */
export interface StorePlaces {
  database: string;
  objects: string;
}

export interface Identity {
  readonly id: string;
  /** What a person should know about this opening, if anything. */
  readonly notice: string | null;
  /** Writes into the objects how much the database has recorded. Called after rows that name new objects. */
  remember: () => Promise<void>;
  /** @throws ConflictError `store.mismatch` where database and objects do not carry one identity any more. */
  confirm: () => Promise<void>;
}

export interface IdentityDeps {
  db: Database;
  objects: ObjectStore;
  places: StorePlaces;
  now: () => Date;
  newId: () => string;
}

/** What the database names beside what is there. */
export interface Assessment {
  /** Distinct objects that versions of datasets and documents name. */
  named: number;
  /** Of these, there with the size that is recorded. */
  found: number;
  /** Objects there. */
  held: number;
  /** Of these, named by no version and no upload. */
  unknown: string[];
  /** Of these, older than the last entry of the database, so that it should know them. */
  unknownOld: number;
}

async function readMark(objects: Pick<ObjectStore, 'head' | 'read'>, places: StorePlaces): Promise<Mark | undefined> {
  if (!(await objects.head(MARK))) return undefined;
  try {
    const { store, entries } = JSON.parse(Buffer.from(await objects.read(MARK)).toString('utf8')) as Partial<Mark>;
    if (typeof store === 'string' && store !== '' && typeof entries === 'number') return { store, entries };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new ConflictError(
    'store.mismatch',
    `${MARK} in ${places.objects} cannot be read, so it is not known which database its files belong to. Restore it from a backup, or tie the two together with codmap adopt.`,
  );
}

const encode = (mark: Mark) => new TextEncoder().encode(`${JSON.stringify({ ...mark, about: ABOUT }, null, 2)}\n`);

/** Undefined too in a database that no program of this version has opened. */
async function readOwn(db: Database): Promise<string | undefined> {
  if (!(await hasTables(db, ['store_identity']))) return undefined;
  return (await db.selectFrom('store_identity').select('id').executeTakeFirst())?.id;
}

/** Jobs, audit lines and the history of documents are never deleted, so this number only grows. */
async function countEntries(db: Database): Promise<number> {
  // PostgreSQL gives counts as text.
  const { rows } = await sql<{ n: number | string }>`
    select (select count(*) from job) + (select count(*) from audit) + (select count(*) from document_event) as n`.execute(db);
  return Number(rows[0]!.n);
}

/** Refuses before a database is made where there is none: an empty one does not know what the folder holds. @throws ConflictError */
export async function refuseWithoutDatabase(objects: ObjectStore, places: StorePlaces): Promise<void> {
  const mark = await readMark(objects, places);
  for (const room of ROOMS) for await (const _ of objects.list(room)) throw empty(places, mark, 'is not there');
}

/** Compares what the database names with what is there, one object after the other. */
export async function assess(db: Database, objects: Pick<ObjectStore, 'list' | 'head'>): Promise<Assessment> {
  const known = new Set<string>();
  const sizes = new Map<string, number>();
  let last = 0;
  if (await hasTables(db, ['artifact', 'job', 'audit'])) {
    for (const { object_key, bytes } of await db.selectFrom('artifact').select(['object_key', 'bytes']).execute()) sizes.set(object_key, bytes);
    if (await hasTables(db, ['document_object']))
      for (const { object_key, bytes } of await db.selectFrom('document_object').select(['object_key', 'bytes']).execute()) sizes.set(object_key, bytes);
    for (const { input } of await db.selectFrom('job').select('input').execute()) for (const key of keysOfInput(input)) known.add(key);
    if (await hasTables(db, ['repair_object']))
      for (const { object_key } of await db.selectFrom('repair_object').select('object_key').execute()) known.add(object_key);
    const { rows } = await sql<{
      at: string | null;
    }>`select max(at) as at from (select max(at) as at from audit union all select max(created_at) as at from job) as entries`.execute(db);
    last = Date.parse(rows[0]?.at ?? '') || 0;
  }
  let held = 0;
  let found = 0;
  let unknownOld = 0;
  const unknown: string[] = [];
  for (const room of ROOMS) {
    for await (const key of objects.list(room)) {
      const head = await objects.head(key);
      if (!head) continue;
      held++;
      const bytes = sizes.get(key);
      if (bytes !== undefined) {
        if (bytes === head.bytes) found++;
      } else if (!known.has(key)) {
        unknown.push(key);
        if (last === 0 || head.modifiedAt.getTime() < last) unknownOld++;
      }
    }
  }
  return { named: sizes.size, found, held, unknown, unknownOld };
}

/** Whether they are each other's, as far as their contents can say. @returns the refusal where they are not. */
export function judge(found: Assessment, places: StorePlaces, mark: Mark | undefined): ConflictError | undefined {
  const { named, held, unknown, unknownOld } = found;
  const missing = named - found.found;
  // Of a small store one file may be lost or left over.
  const few = (of: number) => Math.max(1, of * TOLERANCE);
  if (named > 0 && held === 0) return gone(places, named);
  if (named === 0 && held > 0 && unknown.length === held) return empty(places, mark, 'names none of them');
  if (found.found === 0 ? missing > 0 : missing > few(named)) return strangers(places, `of the ${named} files that the database names, ${missing} are missing`);
  if (unknownOld > few(held))
    return strangers(places, `the database does not know ${unknownOld} of the ${held} files, though they are older than its last entry`);
  return undefined;
}

/**
 * Finds the identity, or gives one where neither side has it and both agree. Runs before the migrations, so that a database at the wrong
 * place stays as it is, and `settle` after them.
 * @throws ConflictError `store.mismatch`, `store.database-empty`, `store.objects-missing`
 */
export async function identify(deps: IdentityDeps): Promise<{ settle: () => Promise<Identity> }> {
  const { db, objects, places, now, newId } = deps;
  const [own, mark] = [await readOwn(db), await readMark(objects, places)];
  if (own !== undefined && mark !== undefined && own !== mark.store) throw differ(places, own, mark.store);
  const assessed = own === undefined || mark === undefined ? await assess(db, objects) : undefined;
  const refusal = assessed && judge(assessed, places, mark);
  if (refusal) {
    // Another process that starts at the same time may have tied the two together, and stored the first files, while we compared.
    if ((await readOwn(db)) !== own || (await readMark(objects, places))?.store !== mark?.store) return identify(deps);
    throw refusal;
  }
  return {
    async settle() {
      if (assessed) {
        const id = await giveToDatabase(db, own ?? mark?.store ?? newId(), now());
        await objects.putNew(MARK, encode({ store: id, entries: await countEntries(db) }));
        // Of two processes that start together one has written it; both look at what stands there.
        const standing = await readMark(objects, places);
        if (standing?.store !== id) throw differ(places, id, standing?.store ?? 'none');
        await createObjectNames(db).keep(assessed.unknown, now().toISOString());
      }
      const id = (await readOwn(db))!;
      return toIdentity(id, await protectFromOlder(db, objects, places, now), { db, objects, places });
    },
  };
}

/** Says in a folder of objects whose they are and how far the database is, over whatever stood there. */
export async function mark(db: Database, objects: Pick<ObjectStore, 'put'>): Promise<Mark> {
  const mark = { store: (await readOwn(db))!, entries: await countEntries(db) };
  await objects.put(MARK, encode(mark));
  return mark;
}

/** Ties database and objects together under a new identity, whatever they carried; what the database does not name is kept for good. */
export async function adopt({ db, objects, now, newId }: IdentityDeps): Promise<Assessment & { id: string }> {
  const assessed = await assess(db, objects);
  const id = newId();
  await db.transaction().execute(async (tx) => {
    await tx.deleteFrom('store_identity').execute();
    await tx.insertInto('store_identity').values({ one: 1, id, created_at: now().toISOString(), restored_at: null }).execute();
  });
  await createObjectNames(db).keep(assessed.unknown, now().toISOString());
  await objects.put(MARK, encode({ store: id, entries: await countEntries(db) }));
  return { ...assessed, id };
}

/** After rows that name new objects: the files know how many entries the database has. */
export async function rememberEntries({ db, objects, places }: Pick<IdentityDeps, 'db' | 'objects' | 'places'>): Promise<void> {
  try {
    const mark = await readMark(objects, places);
    const entries = await countEntries(db);
    if (mark && mark.store === (await readOwn(db)) && mark.entries < entries) await objects.put(MARK, encode({ store: mark.store, entries }));
  } catch {
    // What was recorded is recorded. The count only makes an older copy of the database known as such, and is written with the next entry.
  }
}

function toIdentity(id: string, notice: string | null, { db, objects, places }: Pick<IdentityDeps, 'db' | 'objects' | 'places'>): Identity {
  return {
    id,
    notice,
    remember: () => rememberEntries({ db, objects, places }),
    async confirm() {
      // Not compared with the identity at the opening: a restore may have given both sides another since.
      const [own, mark] = [await readOwn(db), await readMark(objects, places)];
      if (own === undefined || own !== mark?.store) throw differ(places, own ?? 'none', mark?.store ?? 'none');
    },
  };
}

/** @returns the identity that stands: another process may have been first. */
async function giveToDatabase(db: Database, id: string, at: Date): Promise<string> {
  return await db.transaction().execute(async (tx) => {
    await takeTurns(tx, 'identity');
    const standing = await tx.selectFrom('store_identity').select('id').executeTakeFirst();
    if (standing) return standing.id;
    await tx.insertInto('store_identity').values({ one: 1, id, created_at: at.toISOString(), restored_at: null }).execute();
    return id;
  });
}

/** A database that has recorded less than the objects say is an older copy of itself: what it does not name may belong to what it lost. */
async function protectFromOlder(db: Database, objects: ObjectStore, places: StorePlaces, now: () => Date): Promise<string | null> {
  const mark = await readMark(objects, places);
  const entries = await countEntries(db);
  if (!mark || mark.entries <= entries) return null;
  const { unknown } = await assess(db, objects);
  await createObjectNames(db).keep(unknown, now().toISOString());
  await objects.put(MARK, encode({ store: mark.store, entries }));
  return (
    `The database ${places.database} is older than the files in ${places.objects}: it has ${entries} entries and had ${mark.entries} before. ` +
    `${unknown.length} file(s) that it does not name are kept for good; upload again whatever is missing from the list of datasets.`
  );
}

const AGREE = 'If you are sure that they belong together, run codmap adopt once.';

function differ({ database, objects }: StorePlaces, own: string, theirs: string): ConflictError {
  return new ConflictError(
    'store.mismatch',
    `The database ${database} belongs to the store ${own}, the files in ${objects} to the store ${theirs}. Nothing was opened or changed. ` +
      `Set CODMAP_DATA, or CODMAP_DATABASE_URL and CODMAP_OBJECTS_URL, to the two that belong together, or restore both from one backup. ${AGREE}`,
  );
}

function strangers({ database, objects }: StorePlaces, why: string): ConflictError {
  return new ConflictError(
    'store.mismatch',
    `The database ${database} and the files in ${objects} do not seem to belong together: ${why}. Nothing was opened or changed. ` +
      `Set CODMAP_DATA, or CODMAP_DATABASE_URL and CODMAP_OBJECTS_URL, to the two that do, or restore both from one backup. ${AGREE}`,
  );
}

function empty({ database, objects }: StorePlaces, mark: Mark | undefined, why: string): ConflictError {
  return new ConflictError(
    'store.database-empty',
    `${objects} holds files${mark ? ` of the store ${mark.store}` : ''}, but the database ${database} ${why}. Nothing was opened or changed. ` +
      `Set CODMAP_DATA or CODMAP_DATABASE_URL to the database of these files, or restore it from a backup. To start afresh, choose an empty folder.`,
  );
}

function gone({ database, objects }: StorePlaces, named: number): ConflictError {
  return new ConflictError(
    'store.objects-missing',
    `The database ${database} names ${named} files, but ${objects} is empty. Nothing was opened or changed. ` +
      `Check that the disk is mounted, set CODMAP_DATA or CODMAP_OBJECTS_URL to the folder of files, or restore it from a backup.`,
  );
}
