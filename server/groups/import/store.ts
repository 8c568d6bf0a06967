/** Queries about sheets that are read into the structure. */
import type { ImportAnswer, ImportSaid } from '../../contract/groups/imports.ts';
import type { Scope } from '../../contract/groups/groups.ts';
import type { Database, Tables } from '../../store/schema.ts';
import type { KeptSheet } from './sheet.ts';

export interface KeptImport {
  id: string;
  scope: Scope;
  file: string;
  /** Empty once it was applied: cells hold names and addresses. */
  sheets: KeptSheet[];
  said: { sheet: string; columns: NonNullable<ImportSaid['columns']>; doubts: Record<string, string>; leave: string[] };
  createdAt: string;
  createdBy: string;
  appliedAt: string | null;
  /** As it was applied, without names of persons. */
  applied: ImportAnswer | null;
}

export type ImportStore = ReturnType<typeof createImportStore>;

export function createImportStore(db: Database) {
  return {
    async insert({ id, scope, file, sheets, said, createdAt, createdBy }: Omit<KeptImport, 'appliedAt' | 'applied'>): Promise<void> {
      await db
        .insertInto('workgroup_import')
        .values({
          id,
          scope,
          file,
          sheets: JSON.stringify(sheets),
          answers: JSON.stringify(said),
          created_at: createdAt,
          created_by: createdBy,
          applied_at: null,
          ledger: null,
        })
        .execute();
    },

    async find(scope: Scope, id: string): Promise<KeptImport | undefined> {
      const row = await db.selectFrom('workgroup_import').selectAll().where('scope', '=', scope).where('id', '=', id).executeTakeFirst();
      return row && toImport(row);
    },

    /** Newest first. */
    async list(scope: Scope): Promise<Pick<KeptImport, 'id' | 'file' | 'createdAt' | 'createdBy' | 'appliedAt'>[]> {
      const rows = await db
        .selectFrom('workgroup_import')
        .select(['id', 'file', 'created_at', 'created_by', 'applied_at'])
        .where('scope', '=', scope)
        .orderBy('created_at', 'desc')
        .orderBy('id')
        .limit(200)
        .execute();
      return rows.map((row) => ({ id: row.id, file: row.file, createdAt: row.created_at, createdBy: row.created_by, appliedAt: row.applied_at }));
    },

    async say(id: string, said: KeptImport['said']): Promise<void> {
      await db
        .updateTable('workgroup_import')
        .set({ answers: JSON.stringify(said) })
        .where('id', '=', id)
        .execute();
    },

    /** The cells go, with the answers to them. */
    async close(id: string, at: string, applied: ImportAnswer): Promise<void> {
      await db
        .updateTable('workgroup_import')
        .set({
          sheets: '[]',
          answers: JSON.stringify({ sheet: applied.sheet, columns: [], doubts: {}, leave: [] }),
          applied_at: at,
          ledger: JSON.stringify(applied),
        })
        .where('id', '=', id)
        .execute();
    },

    async drop(scope: Scope, id: string): Promise<boolean> {
      const { numDeletedRows } = await db.deleteFrom('workgroup_import').where('scope', '=', scope).where('id', '=', id).executeTakeFirst();
      return Number(numDeletedRows) > 0;
    },

    /** Of every scope: what was read before and never applied. */
    async dropOlder(than: string): Promise<void> {
      await db.deleteFrom('workgroup_import').where('applied_at', 'is', null).where('created_at', '<', than).execute();
    },
  };
}

function toImport(row: Tables['workgroup_import']): KeptImport {
  return {
    id: row.id,
    scope: row.scope as Scope,
    file: row.file,
    sheets: JSON.parse(row.sheets) as KeptSheet[],
    said: JSON.parse(row.answers) as KeptImport['said'],
    createdAt: row.created_at,
    createdBy: row.created_by,
    appliedAt: row.applied_at,
    applied: row.ledger === null ? null : (JSON.parse(row.ledger) as ImportAnswer),
  };
}
