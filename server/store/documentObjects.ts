/** What is stored of versions of documents: their files and views. */
import type { EditionKey } from './documentRows.ts';
import type { Tx } from './schema.ts';

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
