/** Queries about assessments. What changes goes through `change`: read, decided and written in one transaction, with its lines of history. */
import type { ACTIONS, Pair } from '../contract/assessments/assessments.ts';
import type { ImportLedger } from '../contract/assessments/imports.ts';
import type { Scope } from '../contract/groups/groups.ts';
import type { Acting } from '../groups/deps.ts';
import { takeTurns } from '../store/dialect.ts';
import { replaceDocumentObjects } from '../store/documentObjects.ts';
import { recordEvent } from '../store/events.ts';
import type { AssessmentLinkRow } from '../store/assessmentRows.ts';
import type { Database, Tx } from '../store/schema.ts';
import type { StoredAssessment } from './model.ts';
import { fromAssessment, toAssessment } from './rows.ts';

export type AssessmentStore = ReturnType<typeof createAssessmentStore>;
export type AssessmentWriter = ReturnType<typeof createWriter>;
export type Action = (typeof ACTIONS)[number];

/** Which unit a spelling means: learned once, used in every file after. `pcode` null: it is no unit. */
export interface KnownPlace {
  level: number;
  /** Folded. */
  name: string;
  pcode: string | null;
  by: 'codes' | 'person';
}
export type Decision = Pick<Pair, 'a' | 'b'> & { decision: NonNullable<Pair['decision']> };

export interface HistoryLine {
  at: string;
  by: string | null;
  action: Action;
  detail: Record<string, string | number | null>;
}

export interface Known {
  records: StoredAssessment[];
  places: KnownPlace[];
  decisions: Decision[];
}

/** The tables of the registry (migration 0074). */
export function createAssessmentStore(db: Database, newId: () => string) {
  return {
    list: (scope: Scope): Promise<StoredAssessment[]> => readRecords(db, scope),
    read: (scope: Scope): Promise<Known> => readAll(db, scope),

    async find(scope: Scope, id: string): Promise<StoredAssessment | null> {
      const row = await db.selectFrom('assessment').selectAll().where('scope', '=', scope).where('id', '=', id).executeTakeFirst();
      return row ? toAssessment(row) : null;
    },

    /** Where the bytes of a file of a record are. */
    async findFile(scope: Scope, assessment: string, file: string): Promise<{ key: string; sha256: string; bytes: number } | null> {
      const row = await db
        .selectFrom('document_object')
        .select(['object_key as key', 'sha256', 'bytes'])
        .where('scope', '=', scope)
        .where('document', '=', ofAssessment(assessment))
        .where('version', '=', file)
        .executeTakeFirst();
      return row ?? null;
    },

    /** Of one record, newest first. */
    async listEvents(scope: Scope, assessment: string): Promise<HistoryLine[]> {
      const rows = await db
        .selectFrom('assessment_event')
        .select(['at', 'actor', 'action', 'detail'])
        .where('scope', '=', scope)
        .where('assessment', '=', assessment)
        .orderBy('at', 'desc')
        .orderBy('turn', 'desc')
        .limit(100)
        .execute();
      return rows.map(({ at, actor, action, detail }) => ({ at, by: actor, action: action as Action, detail: JSON.parse(detail) as HistoryLine['detail'] }));
    },

    listLinks: (scope: Scope): Promise<AssessmentLinkRow[]> =>
      db.selectFrom('assessment_link').selectAll().where('scope', '=', scope).orderBy('created_at', 'desc').orderBy('id').execute(),

    findLink: (hash: string): Promise<AssessmentLinkRow | undefined> =>
      db.selectFrom('assessment_link').selectAll().where('hash', '=', hash).executeTakeFirst(),

    /** Newest first. */
    async listImports(scope: Scope): Promise<ImportLedger[]> {
      const rows = await db.selectFrom('assessment_import').selectAll().where('scope', '=', scope).orderBy('created_at', 'desc').orderBy('id').limit(100).execute(); // prettier-ignore
      return rows.map((row) => ({ ...(JSON.parse(row.ledger) as ImportLedger), id: row.id, file: row.file, at: row.created_at, by: row.created_by }));
    },

    /** All or nothing of what `work` writes; of two at once the second sees what the first wrote. */
    change<T>(acting: Acting, work: (known: Known, write: AssessmentWriter) => Promise<T>): Promise<T> {
      return db.transaction().execute(async (tx) => {
        await takeTurns(tx, `assessments ${acting.scope}`);
        return work(await readAll(tx, acting.scope), createWriter(tx, acting, newId));
      });
    },
  };
}

/** Files of assessments are objects beside those of documents: what keeps, copies and collects these does the same for them. */
const ofAssessment = (id: string): string => `assessment/${id}`;

const readRecords = async (db: Database | Tx, scope: Scope): Promise<StoredAssessment[]> =>
  (await db.selectFrom('assessment').selectAll().where('scope', '=', scope).orderBy('created_at').orderBy('id').execute()).map(toAssessment);

async function readAll(db: Database | Tx, scope: Scope): Promise<Known> {
  const places = await db.selectFrom('assessment_place').selectAll().where('scope', '=', scope).execute();
  const pairs = await db.selectFrom('assessment_pair').selectAll().where('scope', '=', scope).execute();
  return {
    records: await readRecords(db, scope),
    places: places.map(({ level, name, pcode, known_by }) => ({ level, name, pcode, by: known_by as KnownPlace['by'] })),
    decisions: pairs.map(({ first, second, decision }) => ({ a: first, b: second, decision: decision as Decision['decision'] })),
  };
}

function createWriter(tx: Tx, { scope, actor, at }: Acting, newId: () => string) {
  let turn = 0;
  /** Lets go of files of a record that none of these are. */
  async function release(id: string, kept: ReadonlySet<string>): Promise<void> {
    const rows = await tx.selectFrom('document_object').select('version').distinct().where('scope', '=', scope).where('document', '=', ofAssessment(id)).execute(); // prettier-ignore
    for (const { version } of rows) if (!kept.has(version)) await replaceDocumentObjects(tx, { scope, document: ofAssessment(id), version }, {}, at);
  }
  return {
    async insert(record: StoredAssessment): Promise<void> {
      await tx.insertInto('assessment').values(fromAssessment(record)).execute();
    },
    async update(record: StoredAssessment): Promise<void> {
      const { id, ...fields } = fromAssessment(record);
      await tx.updateTable('assessment').set(fields).where('id', '=', id).execute();
      await release(id, new Set(record.artifacts.flatMap(({ file }) => file?.id ?? [])));
    },
    async keepFile(id: string, file: string, object: { key: string; sha256: string; bytes: number }): Promise<void> {
      await replaceDocumentObjects(tx, { scope, document: ofAssessment(id), version: file }, { file: object }, at);
    },
    async delete(id: string): Promise<void> {
      await release(id, new Set());
      await tx.deleteFrom('assessment').where('id', '=', id).execute();
      await tx
        .deleteFrom('assessment_pair')
        .where((either) => either.or([either('first', '=', id), either('second', '=', id)]))
        .execute();
    },
    /** What was known of a spelling by codes gives way to a person, never the other way round. */
    async learnPlace({ level, name, pcode, by }: KnownPlace): Promise<void> {
      const values = { scope, level, name, pcode, known_by: by, known_at: at };
      const { known_by, known_at } = values;
      await tx
        .insertInto('assessment_place')
        .values(values)
        .onConflict((conflict) => {
          const columns = conflict.columns(['scope', 'level', 'name']);
          return by === 'person' ? columns.doUpdateSet({ pcode, known_by, known_at }) : columns.doNothing();
        })
        .execute();
    },
    async decidePair({ a, b, decision }: Decision): Promise<void> {
      await tx
        .insertInto('assessment_pair')
        .values({ scope, first: a, second: b, decision, decided_by: actor, decided_at: at })
        .onConflict((conflict) => conflict.columns(['first', 'second']).doUpdateSet({ decision, decided_by: actor, decided_at: at }))
        .execute();
    },
    async insertLink(link: Pick<AssessmentLinkRow, 'id' | 'hash' | 'label' | 'expires_at'>): Promise<void> {
      await tx.insertInto('assessment_link').values({ ...link, scope, created_by: actor, created_at: at, revoked_at: null, used: 0 }).execute(); // prettier-ignore
    },
    async revokeLink(id: string): Promise<boolean> {
      const { numUpdatedRows } = await tx
        .updateTable('assessment_link')
        .set({ revoked_at: at })
        .where('id', '=', id)
        .where('scope', '=', scope)
        .where('revoked_at', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    async useLink(id: string): Promise<void> {
      await tx
        .updateTable('assessment_link')
        .set((each) => ({ used: each('used', '+', 1) }))
        .where('id', '=', id)
        .execute();
    },
    async insertImport({ id, file, ...ledger }: ImportLedger, sha256: string): Promise<void> {
      await tx.insertInto('assessment_import').values({ id, scope, file, sha256, ledger: JSON.stringify(ledger), created_by: actor, created_at: at }).execute(); // prettier-ignore
    },
    /** News of one that is planned, once it is told to everybody: of each the first time only. */
    async tell({ id, state, status, groups }: StoredAssessment): Promise<void> {
      if (state !== 'confirmed' || status !== 'planned') return;
      await recordEvent(tx, { id: `assessment/${id}/planned`, kind: 'assessment.planned', at, scope, subject: id, group: groups[0] ?? null, audience: 'public' }); // prettier-ignore
    },
    async record(action: Action, assessment: string, detail: HistoryLine['detail'] = {}): Promise<void> {
      await tx.insertInto('assessment_event').values({ id: newId(), scope, assessment, at, turn: turn++, actor, action, detail: JSON.stringify(detail) }).execute(); // prettier-ignore
    },
  };
}
