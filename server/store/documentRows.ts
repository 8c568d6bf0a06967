/** Rows of documents (migrations/0051_documents.sql). */
import type { Tx } from './schema.ts';

export interface DocumentRow {
  scope: string;
  id: string;
  kind: string;
  workgroup: string;
  language: string;
  title: string;
  audience: string;
  translates: string | null;
  created_at: string;
  updated_at: string;
}

export interface DocumentEditionRow {
  scope: string;
  document: string;
  version: string;
  state: string;
  format: string;
  file_name: string;
  media: string;
  sha256: string;
  bytes: number;
  headings: string;
  told: string;
  note: string | null;
  drafted_by: string | null;
  drafted_at: string;
  changed_at: string;
  reviewed_by: string | null;
  reviewed_at: string | null;
  approved_by: string | null;
  approved_at: string | null;
  approved_on: string | null;
  valid_from: string | null;
  review_by: string | null;
  supersedes: string | null;
  superseded_on: string | null;
  withdrawn_on: string | null;
  withdrawn_reason: string | null;
}

export interface DocumentObjectRow {
  scope: string;
  document: string;
  version: string;
  what: string;
  object_key: string;
  sha256: string;
  bytes: number;
}

export interface DocumentEndorsementRow {
  id: string;
  scope: string;
  document: string;
  version: string;
  workgroup: string;
  names: string;
  acronym: string | null;
  decided_on: string;
  meeting: string | null;
  text: string | null;
  by_account: string | null;
  at: string;
}

export interface DocumentCommentRow {
  id: string;
  scope: string;
  document: string;
  version: string;
  thread: string;
  section: string | null;
  text: string;
  basis: string;
  by_account: string | null;
  at: string;
  resolved_by: string | null;
  resolved_at: string | null;
}

export interface DocumentEventRow {
  id: string;
  scope: string;
  document: string;
  version: string | null;
  at: string;
  turn: number;
  actor: string | null;
  action: string;
  detail: string;
}

export interface EditionKey {
  scope: string;
  document: string;
  version: string;
}

/** Gives a version of a document these objects and lets go of those that it had. Part of the transaction that says why. @param objects none: all go */
export async function replaceDocumentObjects(
  tx: Tx,
  edition: EditionKey,
  objects: Partial<Record<'file' | 'view', { key: string; sha256: string; bytes: number }>>,
  at: string,
): Promise<void> {
  const of = <Q extends { where(column: 'scope' | 'document' | 'version', is: '=', value: string): Q }>(query: Q): Q =>
    query.where('scope', '=', edition.scope).where('document', '=', edition.document).where('version', '=', edition.version);
  const before = await of(tx.selectFrom('document_object').select('object_key')).execute();
  await of(tx.deleteFrom('document_object')).execute();
  const now = Object.entries(objects);
  for (const { object_key } of before.filter((row) => now.every(([, { key }]) => key !== row.object_key)))
    await tx
      .insertInto('released_object')
      .values({ object_key, since: at })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  for (const [what, { key, sha256, bytes }] of now)
    await tx
      .insertInto('document_object')
      .values({ ...edition, what, object_key: key, sha256, bytes })
      .execute();
}
