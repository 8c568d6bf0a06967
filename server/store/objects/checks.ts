/** What full readings of objects found, so that any process of the store knows it and a restart need not read everything anew. */
import { sql } from 'kysely';
import type { Database } from '../schema.ts';

export type Fault = 'missing' | 'damaged';

export interface ObjectCheck {
  /** Of the file that was read; empty where there was none. */
  stamp: string;
  bytes: number;
  /** CRC-32 of each block, in order (checked.ts). */
  blocks: Uint32Array;
  fault: Fault | null;
}

/** An object that a version names, with what the version says of it. */
export interface NamedObject {
  key: string;
  sha256: string;
  bytes: number;
}

/** A file of a version as the database has it. */
export interface RecordedArtifact extends NamedObject {
  /** Of a document its country and id: `SLE/imwg-tor`. */
  dataset: string;
  version: string;
  file: string;
  kind: string;
}

export type ObjectChecks = ReturnType<typeof createObjectChecks>;

/** All that versions name, of datasets and of documents. */
const NAMED = sql`(select object_key, sha256, bytes from artifact union all select object_key, sha256, bytes from document_object)`;

/** What is known of each object, by key: bytes, stamp of its file, CRC-32 of its blocks, and the fault that was found. */
export function createObjectChecks(db: Database) {
  return {
    async find(key: string): Promise<ObjectCheck | undefined> {
      const row = await db.selectFrom('object_check').selectAll().where('object_key', '=', key).executeTakeFirst();
      return row && { stamp: row.stamp, bytes: row.bytes, blocks: decode(row.blocks), fault: row.fault as Fault | null };
    },

    async record(key: string, { stamp, bytes, blocks, fault }: ObjectCheck, at: string): Promise<void> {
      const found = { stamp, bytes, blocks: encode(blocks), fault, checked_at: at };
      await db
        .insertInto('object_check')
        .values({ object_key: key, ...found })
        .onConflict((conflict) => conflict.column('object_key').doUpdateSet(found))
        .execute();
    },

    /** Of datasets, then of documents, which are called `SCOPE/id`. */
    async listArtifacts(): Promise<RecordedArtifact[]> {
      const artifacts = await db
        .selectFrom('artifact')
        .select(['dataset', 'version', 'file', 'kind', 'object_key as key', 'sha256', 'bytes'])
        .orderBy('dataset')
        .orderBy('version')
        .orderBy('file')
        .execute();
      const documents = await db.selectFrom('document_object').selectAll().orderBy('scope').orderBy('document').orderBy('version').orderBy('what').execute();
      return artifacts.concat(
        documents.map(({ scope, document, version, what, object_key, sha256, bytes }) => ({
          dataset: `${scope}/${document}`,
          version,
          file: what,
          kind: 'document',
          key: object_key,
          sha256,
          bytes,
        })),
      );
    },

    /** Objects with a fault that something still names. */
    async listFaults(): Promise<{ key: string; fault: Fault }[]> {
      const { rows } = await sql<{ key: string; fault: Fault }>`
        select object_key as key, fault from object_check
        where fault is not null and object_key in (select object_key from ${NAMED} as n) order by object_key`.execute(db);
      return rows;
    },

    /** Objects that versions name, by what is known of them. */
    async countByState(): Promise<Record<'sound' | 'missing' | 'damaged' | 'unchecked', number>> {
      const { rows } = await sql<{ state: 'sound' | Fault | 'unchecked'; n: number | string }>`
        select case when c.object_key is null then 'unchecked' else coalesce(c.fault, 'sound') end as state, count(*) as n
        from (select distinct object_key from ${NAMED} as n) as a left join object_check as c on c.object_key = a.object_key group by 1`.execute(db);
      return { sound: 0, missing: 0, damaged: 0, unchecked: 0, ...Object.fromEntries(rows.map(({ state, n }) => [state, Number(n)])) };
    },

    /** Objects to be read next: those never read, then those read longest ago, but before `soundBefore`, or `faultyBefore` where they had a fault. */
    async listDue(soundBefore: string, faultyBefore: string, limit: number): Promise<NamedObject[]> {
      const { rows } = await sql<Omit<NamedObject, 'bytes'> & { bytes: number | string }>`
        select a.object_key as key, min(a.sha256) as sha256, min(a.bytes) as bytes
        from ${NAMED} as a left join object_check as c on c.object_key = a.object_key
        where c.object_key is null or c.checked_at < ${soundBefore} or (c.fault is not null and c.checked_at < ${faultyBefore})
        group by a.object_key, c.checked_at order by coalesce(c.checked_at, ''), a.object_key limit ${limit}`.execute(db);
      return rows.map(({ key, sha256, bytes }) => ({ key, sha256, bytes: Number(bytes) }));
    },

    /** When the reading longest ago was; null where an object was never read, or there is none. */
    async findOldest(): Promise<string | null> {
      const { rows } = await sql<{ at: string | null; unread: number | string }>`
        select min(c.checked_at) as at, count(*) - count(c.object_key) as unread
        from (select distinct object_key from ${NAMED} as n) as a left join object_check as c on c.object_key = a.object_key`.execute(db);
      const { at, unread } = rows[0]!;
      return Number(unread) > 0 ? null : at;
    },

    /** Some objects of current versions, by chance. */
    async sample(limit: number): Promise<NamedObject[]> {
      const { rows } = await sql<NamedObject>`
        select a.object_key as key, a.sha256 as sha256, a.bytes as bytes from artifact as a
        join version as v on v.dataset = a.dataset and v.version = a.version
        where v.status = 'current' order by random() limit ${limit}`.execute(db);
      return rows;
    },
  };
}

const encode = (blocks: Uint32Array) => Buffer.from(blocks.buffer, blocks.byteOffset, blocks.byteLength).toString('base64');

function decode(text: string): Uint32Array {
  const bytes = Uint8Array.from(Buffer.from(text, 'base64'));
  return new Uint32Array(bytes.buffer, 0, bytes.length >> 2);
}
