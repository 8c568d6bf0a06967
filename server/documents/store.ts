/** Queries about documents. What changes goes through `change`: read, decided and written in one transaction, with its lines of history. */
import { COMMAND_LINE } from '../contract/given.ts';
import type { DocumentAction, DocumentEvent, DocumentRecord } from '../contract/documents/documents.ts';
import type { Scope } from '../contract/groups/groups.ts';
import { replaceDocumentObjects } from '../store/documentObjects.ts';
import { takeTurns } from '../store/dialect.ts';
import type { Database, Tx } from '../store/schema.ts';
import { fromDocument, fromEdition, toDocument } from './rows.ts';
import type { StoredComment, StoredDocument, StoredEdition, StoredEndorsement } from './model.ts';

/** Rows that go with a version. */
const OF_EDITIONS = ['document_edition', 'document_comment', 'document_endorsement'] as const;

export type DocumentStore = ReturnType<typeof createDocumentStore>;
export type Writer = ReturnType<typeof createWriter>;

/** Who changes something, by account; and when. */
export interface Acting {
  scope: Scope;
  actor: string | null;
  at: string;
}

export interface EventEntry {
  document: string;
  action: DocumentAction;
  version?: string;
  detail?: Record<string, string | null>;
}

export function createDocumentStore(db: Database, newId: () => string) {
  return {
    /** @param id of one document only */
    read: (scope: Scope, id?: string): Promise<StoredDocument[]> => readDocuments(db, scope, id),

    /** All or nothing of what `work` writes; of two at once the second sees what the first wrote. */
    change<T>(acting: Acting, work: (documents: StoredDocument[], write: Writer) => Promise<T>): Promise<T> {
      return db.transaction().execute(async (tx) => {
        await takeTurns(tx, `documents ${acting.scope}`);
        return work(await readDocuments(tx, acting.scope), createWriter(tx, acting, newId));
      });
    },

    /** Newest first; accounts by id. */
    async listEvents(scope: Scope, document: string, limit: number): Promise<DocumentEvent[]> {
      const rows = await db
        .selectFrom('document_event')
        .selectAll()
        .where('scope', '=', scope)
        .where('document', '=', document)
        .orderBy('at', 'desc')
        .orderBy('turn', 'desc')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(({ id, at, actor, action, version, detail }) => ({
        id,
        at,
        by: actor,
        action: action as DocumentAction,
        version,
        detail: JSON.parse(detail) as DocumentEvent['detail'],
      }));
    },

    /** Names of accounts that are still there. */
    async readNames(ids: readonly (string | null)[]): Promise<Map<string, string>> {
      const asked = [...new Set(ids)].filter((id) => id !== null);
      const rows = asked.length === 0 ? [] : await db.selectFrom('auth_user').select(['id', 'name']).where('id', 'in', asked).execute();
      return new Map([[COMMAND_LINE, COMMAND_LINE], ...rows.map(({ id, name }): [string, string] => [id, name])]);
    },
  };
}

async function readDocuments(db: Database | Tx, scope: Scope, id?: string): Promise<StoredDocument[]> {
  // One after another: within a transaction there is one connection.
  const own = { scope: scope as string, ...(id === undefined ? {} : { document: id }) };
  const documents = await db
    .selectFrom('document')
    .selectAll()
    .where('scope', '=', scope)
    .$if(id !== undefined, (query) => query.where('id', '=', id!))
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  if (documents.length === 0) return [];
  const editions = await db
    .selectFrom('document_edition')
    .selectAll()
    .where((is) => is.and(own))
    .orderBy('drafted_at')
    .orderBy('version')
    .execute();
  const objects = await db
    .selectFrom('document_object')
    .selectAll()
    .where((is) => is.and(own))
    .execute();
  const endorsements = await db
    .selectFrom('document_endorsement')
    .selectAll()
    .where((is) => is.and(own))
    .orderBy('at')
    .orderBy('id')
    .execute();
  const comments = await db
    .selectFrom('document_comment')
    .selectAll()
    .where((is) => is.and(own))
    .orderBy('at')
    .orderBy('id')
    .execute();
  const of = <T extends { document: string }>(rows: readonly T[]) => Map.groupBy(rows, ({ document }) => document);
  const parts = { editions: of(editions), objects: of(objects), endorsements: of(endorsements), comments: of(comments) };
  return documents.map((row) => toDocument(row, parts));
}

function createWriter(tx: Tx, { scope, actor, at }: Acting, newId: () => string) {
  let turn = 0;
  const key = (document: string, version: string) => ({ scope: scope as string, document, version });
  const touch = (id: string) => tx.updateTable('document').set({ updated_at: at }).where('scope', '=', scope).where('id', '=', id).execute();
  const objectsOf = ({ file }: StoredEdition) => ({ file: file.object, ...(file.view ? { view: file.view } : {}) });
  return {
    async insertDocument(document: DocumentRecord): Promise<void> {
      await tx.insertInto('document').values(fromDocument(document)).execute();
    },
    async updateDocument(document: DocumentRecord): Promise<void> {
      const { scope: _scope, id, created_at: _, ...fields } = fromDocument(document);
      await tx.updateTable('document').set({ ...fields, updated_at: at }).where('scope', '=', scope).where('id', '=', id).execute(); // prettier-ignore
    },
    /** With its drafts, comments and endorsements; what happened to it stays told. */
    async deleteDocument(document: StoredDocument): Promise<void> {
      for (const { version } of document.editions) await replaceDocumentObjects(tx, key(document.id, version), {}, at);
      for (const table of OF_EDITIONS) await tx.deleteFrom(table).where('scope', '=', scope).where('document', '=', document.id).execute();
      await tx.deleteFrom('document').where('scope', '=', scope).where('id', '=', document.id).execute();
    },
    async insertEdition(document: string, edition: StoredEdition): Promise<void> {
      await tx.insertInto('document_edition').values({ ...key(document, edition.version), ...fromEdition(edition) }).execute(); // prettier-ignore
      await replaceDocumentObjects(tx, key(document, edition.version), objectsOf(edition), at);
      await touch(document);
    },
    /** Everything but its file. */
    async updateEdition(document: string, edition: StoredEdition): Promise<void> {
      const {
        file_name: _name,
        format: _format,
        media: _media,
        sha256: _sha256,
        bytes: _bytes,
        headings: _headings,
        told: _told,
        ...fields
      } = fromEdition(edition);
      await tx.updateTable('document_edition').set(fields).where((is) => is.and(key(document, edition.version))).execute(); // prettier-ignore
      await touch(document);
    },
    /** Of a draft only: the row of any other stays as it is. */
    async replaceFile(document: string, edition: StoredEdition): Promise<void> {
      const { numUpdatedRows } = await tx
        .updateTable('document_edition')
        .set(fromEdition(edition))
        .where((is) => is.and(key(document, edition.version)))
        .where('state', '=', 'draft')
        .executeTakeFirst();
      if (numUpdatedRows !== 1n) throw new Error(`${document} ${edition.version} is no draft`);
      await replaceDocumentObjects(tx, key(document, edition.version), objectsOf(edition), at);
      await touch(document);
    },
    async deleteEdition(document: string, version: string): Promise<void> {
      await replaceDocumentObjects(tx, key(document, version), {}, at);
      for (const table of OF_EDITIONS) await tx.deleteFrom(table).where((is) => is.and(key(document, version))).execute(); // prettier-ignore
      await touch(document);
    },
    async insertEndorsement(document: string, version: string, { id, group, date, meeting, held, text, by }: StoredEndorsement): Promise<void> {
      await tx
        .insertInto('document_endorsement')
        .values({ id, ...key(document, version), workgroup: group.id, names: JSON.stringify(group.names), acronym: group.acronym, decided_on: date, meeting, text, by_account: by, at, held_meeting: held?.meeting ?? null, held_day: held?.day ?? null })
        .execute(); // prettier-ignore
      await touch(document);
    },
    async deleteEndorsement(id: string): Promise<void> {
      await tx.deleteFrom('document_endorsement').where('id', '=', id).execute();
    },
    async insertComment(document: string, { id, version, thread, section, text, basis, by }: StoredComment): Promise<void> {
      await tx
        .insertInto('document_comment')
        .values({ id, ...key(document, version), thread, section, text, basis, by_account: by, at, resolved_by: null, resolved_at: null })
        .execute();
    },
    async resolveComment(id: string, resolved: boolean): Promise<void> {
      await tx.updateTable('document_comment').set({ resolved_by: resolved ? actor : null, resolved_at: resolved ? at : null }).where('id', '=', id).execute(); // prettier-ignore
    },
    async deleteComment(id: string): Promise<void> {
      await tx.deleteFrom('document_comment').where('id', '=', id).execute();
    },
    async record({ document, action, version, detail = {} }: EventEntry): Promise<void> {
      await tx
        .insertInto('document_event')
        .values({ id: newId(), scope, document, version: version ?? null, at, turn: turn++, actor, action, detail: JSON.stringify(detail) })
        .execute();
    },
  };
}
