/** Queries about sheets that are read into what is kept. */
import type { Scope } from '../contract/groups/groups.ts';
import type { SheetAnswer, SheetSaid } from '../contract/sheets.ts';
import type { Database, Tables } from '../store/schema.ts';
import type { KeptSheet } from './sheet.ts';

/** What a sheet is read into; sheets of the one are not there for the other. */
export type SheetSubject = 'structure' | 'contacts';

/** What was said of a sheet so far. */
export interface Said<Role> {
  sheet: string;
  columns: NonNullable<SheetSaid<Role>['columns']>;
  doubts: Record<string, string>;
  leave: string[];
}

export interface KeptImport<Role, Answer = SheetAnswer<Role, string, string>> {
  id: string;
  /** Account whose sheet it is, where nobody else opens it. */
  owner: string | null;
  scope: Scope;
  file: string;
  /** Empty once it was applied: cells hold names and addresses. */
  sheets: KeptSheet[];
  said: Said<Role>;
  createdAt: string;
  createdBy: string;
  appliedAt: string | null;
  /** As it was applied, without names of persons. */
  applied: Answer | null;
}

export type ImportStore<Role, Answer extends { sheet: string }> = ReturnType<typeof createImportStore<Role, Answer>>;

export function createImportStore<Role, Answer extends { sheet: string }>(db: Database, about: SheetSubject) {
  type Kept = KeptImport<Role, Answer>;
  return {
    async insert({ id, owner, scope, file, sheets, said, createdAt, createdBy }: Omit<Kept, 'appliedAt' | 'applied'>): Promise<void> {
      await db
        .insertInto('workgroup_import')
        .values({
          id,
          about,
          owner,
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

    async find(scope: Scope, id: string, owner: string | null): Promise<Kept | undefined> {
      const row = await db
        .selectFrom('workgroup_import')
        .selectAll()
        .where('about', '=', about)
        .where('owner', 'is', owner)
        .where('scope', '=', scope)
        .where('id', '=', id)
        .executeTakeFirst();
      return row && toImport<Role, Answer>(row);
    },

    /** Newest first. */
    async list(scope: Scope, owner: string | null): Promise<Pick<Kept, 'id' | 'file' | 'createdAt' | 'createdBy' | 'appliedAt'>[]> {
      const rows = await db
        .selectFrom('workgroup_import')
        .select(['id', 'file', 'created_at', 'created_by', 'applied_at'])
        .where('about', '=', about)
        .where('owner', 'is', owner)
        .where('scope', '=', scope)
        .orderBy('created_at', 'desc')
        .orderBy('id')
        .limit(200)
        .execute();
      return rows.map((row) => ({ id: row.id, file: row.file, createdAt: row.created_at, createdBy: row.created_by, appliedAt: row.applied_at }));
    },

    async say(id: string, said: Said<Role>): Promise<void> {
      await db
        .updateTable('workgroup_import')
        .set({ answers: JSON.stringify(said) })
        .where('id', '=', id)
        .execute();
    },

    /** The cells go, with the answers to them. */
    async close(id: string, at: string, applied: Answer): Promise<void> {
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
      const { numDeletedRows } = await db
        .deleteFrom('workgroup_import')
        .where('about', '=', about)
        .where('scope', '=', scope)
        .where('id', '=', id)
        .executeTakeFirst();
      return Number(numDeletedRows) > 0;
    },

    /** Of every scope and subject: what was read before and never applied. */
    async dropOlder(than: string): Promise<void> {
      await db.deleteFrom('workgroup_import').where('applied_at', 'is', null).where('created_at', '<', than).execute();
    },
  };
}

function toImport<Role, Answer>(row: Tables['workgroup_import']): KeptImport<Role, Answer> {
  return {
    id: row.id,
    owner: row.owner,
    scope: row.scope as Scope,
    file: row.file,
    sheets: JSON.parse(row.sheets) as KeptSheet[],
    said: JSON.parse(row.answers) as Said<Role>,
    createdAt: row.created_at,
    createdBy: row.created_by,
    appliedAt: row.applied_at,
    applied: row.ledger === null ? null : (JSON.parse(row.ledger) as Answer),
  };
}
