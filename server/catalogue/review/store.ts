/** Queries about reviews of drafts, and about what groups decided about versions. */
import type { Endorsement } from '../../contract/datasets/endorsement.ts';
import type { CommentAbout, Decision, PointAnswer } from '../../contract/datasets/review.ts';
import type { DatasetId, VersionTag } from '../../contract/ids.ts';
import { takeTurns } from '../../store/dialect.ts';
import type { Database, Tx } from '../../store/schema.ts';
import type { AuditEntry } from '../audit.ts';
import type { Approval } from './rules.ts';

export interface ReviewRequest {
  id: string;
  group: string;
  note: string | null;
  due: string | null;
  by: string;
  at: string;
  closedAt: string | null;
}

export interface ReviewComment {
  id: string;
  thread: string;
  about: CommentAbout;
  text: string;
  by: { account: string; name: string };
  at: string;
  mustResolve: boolean;
  assignedTo: { account: string; name: string } | null;
  resolved: { by: string; at: string } | null;
}

export interface ReviewPoint {
  point: string;
  answer: PointAnswer;
  note: string | null;
  by: string;
  at: string;
}

export interface StoredReview {
  requests: ReviewRequest[];
  comments: ReviewComment[];
  points: ReviewPoint[];
  approvals: Approval[];
}

/** Where a person is asked for something. */
export interface Assigned {
  dataset: DatasetId;
  version: VersionTag;
  comment: string;
  text: string;
}

export type ReviewStore = ReturnType<typeof createReviewStore>;

export function createReviewStore(db: Database) {
  const of = (dataset: DatasetId, version: VersionTag) => ({ dataset, version });
  const recorded = (audit: AuditEntry, change: (tx: Tx) => Promise<unknown>) =>
    db.transaction().execute(async (tx) => {
      await change(tx);
      await tx.insertInto('audit').values(audit).execute();
    });

  async function readReview(dataset: DatasetId, version: VersionTag): Promise<StoredReview> {
    const [requests, comments, points, approvals] = await Promise.all([
      db.selectFrom('review_request').selectAll().where('dataset', '=', dataset).where('version', '=', version).orderBy('asked_at').orderBy('id').execute(),
      db.selectFrom('review_comment').selectAll().where('dataset', '=', dataset).where('version', '=', version).orderBy('at').orderBy('id').execute(),
      db.selectFrom('review_point').selectAll().where('dataset', '=', dataset).where('version', '=', version).orderBy('point').execute(),
      db.selectFrom('review_approval').selectAll().where('dataset', '=', dataset).where('version', '=', version).orderBy('at').orderBy('account').execute(),
    ]);
    return {
      requests: requests.map(({ id, workgroup, note, due, asked_by, asked_at, closed_at }) => ({
        id,
        group: workgroup,
        note,
        due,
        by: asked_by,
        at: asked_at,
        closedAt: closed_at,
      })),
      comments: comments.map((row) => ({
        id: row.id,
        thread: row.thread,
        about: JSON.parse(row.about) as CommentAbout,
        text: row.text,
        by: { account: row.by_account, name: row.by_name },
        at: row.at,
        mustResolve: row.must_resolve === 1,
        assignedTo: row.assigned_account === null ? null : { account: row.assigned_account, name: row.assigned_name! },
        resolved: row.resolved_at === null ? null : { by: row.resolved_by!, at: row.resolved_at },
      })),
      points: points.map(({ point, answer, note, by_name, at }) => ({ point, answer: answer as PointAnswer, note, by: by_name, at })),
      approvals: approvals.map(({ account, name, decision, note, basis, at }) => ({ account, name, decision: decision as Decision, note, basis, at })),
    };
  }

  return {
    readReview,

    async insertRequest(dataset: DatasetId, version: VersionTag, request: Omit<ReviewRequest, 'closedAt'>, audit: AuditEntry): Promise<void> {
      const { id, group, note, due, by, at } = request;
      await recorded(audit, (tx) =>
        tx
          .insertInto('review_request')
          .values({ ...of(dataset, version), id, workgroup: group, note, due, asked_by: by, asked_at: at, closed_by: null, closed_at: null })
          .execute(),
      );
    },

    async closeRequest(dataset: DatasetId, version: VersionTag, id: string, audit: AuditEntry): Promise<void> {
      await recorded(audit, (tx) =>
        tx
          .updateTable('review_request')
          .set({ closed_by: audit.actor, closed_at: audit.at })
          .where('dataset', '=', dataset)
          .where('version', '=', version)
          .where('id', '=', id)
          .where('closed_at', 'is', null)
          .execute(),
      );
    },

    async insertComment(dataset: DatasetId, version: VersionTag, comment: Omit<ReviewComment, 'resolved'>, audit: AuditEntry): Promise<void> {
      const { id, thread, about, text, by, at, mustResolve, assignedTo } = comment;
      await recorded(audit, (tx) =>
        tx
          .insertInto('review_comment')
          .values({
            ...of(dataset, version),
            id,
            thread,
            about: JSON.stringify(about),
            text,
            by_account: by.account,
            by_name: by.name,
            at,
            must_resolve: mustResolve ? 1 : 0,
            assigned_account: assignedTo?.account ?? null,
            assigned_name: assignedTo?.name ?? null,
            resolved_by: null,
            resolved_at: null,
          })
          .execute(),
      );
    },

    async changeComment(
      dataset: DatasetId,
      version: VersionTag,
      id: string,
      change: Partial<Pick<ReviewComment, 'mustResolve' | 'assignedTo' | 'resolved'>>,
      audit: AuditEntry,
    ): Promise<void> {
      const { mustResolve, assignedTo, resolved } = change;
      await recorded(audit, (tx) =>
        tx
          .updateTable('review_comment')
          .set({
            ...(mustResolve === undefined ? {} : { must_resolve: mustResolve ? 1 : 0 }),
            ...(assignedTo === undefined ? {} : { assigned_account: assignedTo?.account ?? null, assigned_name: assignedTo?.name ?? null }),
            ...(resolved === undefined ? {} : { resolved_by: resolved?.by ?? null, resolved_at: resolved?.at ?? null }),
          })
          .where('dataset', '=', dataset)
          .where('version', '=', version)
          .where('id', '=', id)
          .execute(),
      );
    },

    /** @returns false where somebody has answered it in the meantime. */
    async deleteComment(dataset: DatasetId, version: VersionTag, id: string, audit: AuditEntry): Promise<boolean> {
      return db.transaction().execute(async (tx) => {
        await takeTurns(tx, dataset);
        const answered = await tx.selectFrom('review_comment').select('id').where('thread', '=', id).where('id', '!=', id).executeTakeFirst();
        if (answered) return false;
        await tx.deleteFrom('review_comment').where('dataset', '=', dataset).where('version', '=', version).where('id', '=', id).execute();
        await tx.insertInto('audit').values(audit).execute();
        return true;
      });
    },

    async setPoint(dataset: DatasetId, version: VersionTag, point: string, said: Omit<ReviewPoint, 'point'> | null, audit: AuditEntry): Promise<void> {
      await recorded(audit, async (tx) => {
        await tx.deleteFrom('review_point').where('dataset', '=', dataset).where('version', '=', version).where('point', '=', point).execute();
        if (said === null) return;
        const { answer, note, by, at } = said;
        await tx
          .insertInto('review_point')
          .values({ ...of(dataset, version), point, answer, note, by_name: by, at })
          .execute();
      });
    },

    /** @param approval null: what this account said is taken back. */
    async setApproval(dataset: DatasetId, version: VersionTag, account: string, approval: Approval | null, audit: AuditEntry): Promise<void> {
      await recorded(audit, async (tx) => {
        await tx.deleteFrom('review_approval').where('dataset', '=', dataset).where('version', '=', version).where('account', '=', account).execute();
        if (approval)
          await tx
            .insertInto('review_approval')
            .values({ ...of(dataset, version), ...approval })
            .execute();
      });
    },

    /** Changes the list of decisions about a version, as it is in this moment. */
    async changeEndorsements(dataset: DatasetId, version: VersionTag, change: (list: Endorsement[]) => Endorsement[], audit: AuditEntry): Promise<void> {
      await recorded(audit, async (tx) => {
        await takeTurns(tx, dataset);
        const row = await tx
          .selectFrom('version')
          .select('endorsements')
          .where('dataset', '=', dataset)
          .where('version', '=', version)
          .executeTakeFirstOrThrow();
        const list = change(row.endorsements === null ? [] : (JSON.parse(row.endorsements) as Endorsement[]));
        await tx
          .updateTable('version')
          .set({ endorsements: list.length === 0 ? null : JSON.stringify(list) })
          .where('dataset', '=', dataset)
          .where('version', '=', version)
          .execute();
      });
    },

    /** Open threads on drafts that are assigned to an account. */
    async listAssigned(account: string): Promise<Assigned[]> {
      const rows = await db
        .selectFrom('review_comment as comment')
        .innerJoin('version', (join) => join.onRef('version.dataset', '=', 'comment.dataset').onRef('version.version', '=', 'comment.version'))
        .select(['comment.dataset', 'comment.version', 'comment.id', 'comment.text'])
        .where('comment.assigned_account', '=', account)
        .where('comment.resolved_at', 'is', null)
        .where('version.status', '=', 'draft')
        .orderBy('comment.at')
        .execute();
      return rows.map(({ dataset, version, id, text }) => ({ dataset: dataset as DatasetId, version: version as VersionTag, comment: id, text }));
    },

    /** Open requests on drafts. */
    async listOpenRequests(): Promise<{ dataset: DatasetId; version: VersionTag; group: string; due: string | null; at: string }[]> {
      const rows = await db
        .selectFrom('review_request as request')
        .innerJoin('version', (join) => join.onRef('version.dataset', '=', 'request.dataset').onRef('version.version', '=', 'request.version'))
        .select(['request.dataset', 'request.version', 'request.workgroup', 'request.due', 'request.asked_at'])
        .where('request.closed_at', 'is', null)
        .where('version.status', '=', 'draft')
        .orderBy('request.asked_at')
        .execute();
      return rows.map(({ dataset, version, workgroup, due, asked_at }) => ({
        dataset: dataset as DatasetId,
        version: version as VersionTag,
        group: workgroup,
        due,
        at: asked_at,
      }));
    },
  };
}
