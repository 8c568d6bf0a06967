/** Queries about meetings, actions and decisions. What changes goes through `change`: read, decided and written in one transaction, with its lines of the history of the groups. */
import type { Endorsement } from '../contract/datasets/endorsement.ts';
import type { GroupAction, Scope } from '../contract/groups/groups.ts';
import type { OccurrenceRef } from '../contract/meetings/names.ts';
import { takeTurns } from '../store/dialect.ts';
import type { Database, Tx } from '../store/schema.ts';
import type { Acting } from '../groups/deps.ts';
import {
  fromAction,
  fromDecision,
  fromMeeting,
  toAction,
  toDecision,
  toException,
  toLink,
  toMeeting,
  toRecord,
  type StoredAction,
  type StoredDecision,
  type StoredLink,
} from './rows.ts';
import type { Exception, MeetingRecord, StoredMeeting } from './series.ts';

export type MeetingStore = ReturnType<typeof createMeetingStore>;
export type MeetingWriter = ReturnType<typeof createWriter>;

/** All of a scope, as a change finds it. */
export interface Agreed {
  meetings: StoredMeeting[];
  actions: StoredAction[];
  decisions: StoredDecision[];
  /** Meetings that endorsements of versions and documents name. */
  endorsed: OccurrenceRef[];
}

/** A line of the history of a group. */
export interface MeetingEvent {
  action: GroupAction;
  group: string;
  detail: Record<string, string | null>;
}

export function createMeetingStore(db: Database, newId: () => string) {
  return {
    listMeetings: (scope: Scope): Promise<StoredMeeting[]> => readMeetings(db, scope),
    listActions: (scope: Scope): Promise<StoredAction[]> => readActions(db, scope),
    listDecisions: (scope: Scope): Promise<StoredDecision[]> => readDecisions(db, scope),

    /** Open ones that have a day until which they are due. */
    async listOpenActions(scope: Scope): Promise<StoredAction[]> {
      const rows = await db
        .selectFrom('group_action')
        .selectAll()
        .where('scope', '=', scope)
        .where('state', '=', 'open')
        .where('due', 'is not', null)
        .orderBy('due')
        .orderBy('id')
        .execute();
      return rows.map(toAction);
    },

    /** All or nothing of what `work` writes; of two at once the second sees what the first wrote. */
    change<T>(acting: Acting, work: (found: Agreed, write: MeetingWriter) => Promise<T>): Promise<T> {
      const { scope } = acting;
      return db.transaction().execute(async (tx) => {
        await takeTurns(tx, `meetings ${scope}`);
        // One after another: within a transaction there is one connection.
        const meetings = await readMeetings(tx, scope);
        const actions = await readActions(tx, scope);
        const decisions = await readDecisions(tx, scope);
        return work({ meetings, actions, decisions, endorsed: await readEndorsed(tx, scope) }, createWriter(tx, acting, newId));
      });
    },
  };
}

/** Links to calendars of one’s own. */
export function createCalendarLinkStore(db: Database) {
  return {
    async list(account: string): Promise<StoredLink[]> {
      return (await db.selectFrom('calendar_link').selectAll().where('account', '=', account).orderBy('created_at').orderBy('id').execute()).map(toLink);
    },
    async insert({ id, account, scope, about, createdAt }: StoredLink, sha256: string): Promise<void> {
      await db
        .insertInto('calendar_link')
        .values({ id, account, scope, about: JSON.stringify(about), token_sha256: sha256, created_at: createdAt, last_read_on: null })
        .execute();
    },
    async find(sha256: string): Promise<StoredLink | undefined> {
      const row = await db.selectFrom('calendar_link').selectAll().where('token_sha256', '=', sha256).executeTakeFirst();
      return row && toLink(row);
    },
    async touch(id: string, day: string): Promise<void> {
      await db.updateTable('calendar_link').set({ last_read_on: day }).where('id', '=', id).execute();
    },
    /** @returns whether there was one */
    async delete(id: string, account: string): Promise<boolean> {
      const { numDeletedRows } = await db.deleteFrom('calendar_link').where('id', '=', id).where('account', '=', account).executeTakeFirst();
      return numDeletedRows > 0n;
    },
  };
}

async function readMeetings(db: Database | Tx, scope: Scope): Promise<StoredMeeting[]> {
  const rows = await db.selectFrom('meeting').selectAll().where('scope', '=', scope).orderBy('starts').orderBy('id').execute();
  const groups = Map.groupBy(await db.selectFrom('meeting_group').selectAll().where('scope', '=', scope).orderBy('turn').execute(), ({ meeting }) => meeting);
  const of = db.selectFrom('meeting').select('id').where('scope', '=', scope);
  const exceptions = Map.groupBy(
    await db.selectFrom('meeting_exception').selectAll().where('meeting', 'in', of).orderBy('day').execute(),
    ({ meeting }) => meeting,
  );
  const records = Map.groupBy(await db.selectFrom('meeting_record').selectAll().where('meeting', 'in', of).orderBy('day').execute(), ({ meeting }) => meeting);
  return rows.map((row) =>
    toMeeting(
      row,
      (groups.get(row.id) ?? []).map(({ workgroup }) => workgroup),
      (exceptions.get(row.id) ?? []).map(toException),
      (records.get(row.id) ?? []).map(toRecord),
    ),
  );
}

async function readEndorsed(tx: Tx, scope: Scope): Promise<OccurrenceRef[]> {
  const documents = await tx
    .selectFrom('document_endorsement')
    .select(['held_meeting', 'held_day'])
    .where('scope', '=', scope)
    .where('held_meeting', 'is not', null)
    .execute();
  const versions = await tx
    .selectFrom('version')
    .innerJoin('dataset', 'dataset.id', 'version.dataset')
    .select('endorsements')
    .where('dataset.country', '=', scope)
    .where('endorsements', 'is not', null)
    .execute();
  return [
    ...documents.map(({ held_meeting, held_day }) => ({ meeting: held_meeting!, day: held_day! })),
    ...versions.flatMap(({ endorsements }) => (JSON.parse(endorsements!) as Endorsement[]).flatMap(({ held }) => held ?? [])),
  ];
}

async function readActions(db: Database | Tx, scope: Scope): Promise<StoredAction[]> {
  return (await db.selectFrom('group_action').selectAll().where('scope', '=', scope).orderBy('created_at').orderBy('id').execute()).map(toAction);
}

async function readDecisions(db: Database | Tx, scope: Scope): Promise<StoredDecision[]> {
  const rows = await db
    .selectFrom('group_decision')
    .selectAll()
    .where('scope', '=', scope)
    .orderBy('decided_on', 'desc')
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(toDecision);
}

function createWriter(tx: Tx, { scope, actor, at }: Acting, newId: () => string) {
  let turn = 0;
  const putGroups = async (meeting: string, groups: readonly string[]) => {
    await tx.deleteFrom('meeting_group').where('meeting', '=', meeting).execute();
    await tx
      .insertInto('meeting_group')
      .values(groups.map((workgroup, index) => ({ meeting, scope, workgroup, turn: index })))
      .execute();
  };
  return {
    async insertMeeting(meeting: StoredMeeting): Promise<void> {
      await tx
        .insertInto('meeting')
        .values({ ...fromMeeting(meeting), created_at: at, updated_at: at })
        .execute();
      await putGroups(meeting.id, meeting.groups);
    },
    async updateMeeting(meeting: StoredMeeting): Promise<void> {
      const { id, ...fields } = fromMeeting(meeting);
      await tx
        .updateTable('meeting')
        .set({ ...fields, updated_at: at })
        .where('id', '=', id)
        .execute();
      await putGroups(id, meeting.groups);
    },
    async deleteMeeting(id: string): Promise<void> {
      await tx.deleteFrom('meeting').where('id', '=', id).execute();
    },
    async setException(meeting: string, { day, is, start, length, place, reason }: Exception): Promise<void> {
      await this.dropException(meeting, day);
      await tx.insertInto('meeting_exception').values({ meeting, day, kind: is, starts: start, length, place, reason }).execute();
    },
    async dropException(meeting: string, day: string): Promise<void> {
      await tx.deleteFrom('meeting_exception').where('meeting', '=', meeting).where('day', '=', day).execute();
    },
    async setRecord(meeting: string, { day, agenda, minutes, attendance }: MeetingRecord): Promise<void> {
      await tx.deleteFrom('meeting_record').where('meeting', '=', meeting).where('day', '=', day).execute();
      if (agenda === null && minutes === null && attendance.length === 0) return;
      await tx
        .insertInto('meeting_record')
        .values({ meeting, day, agenda, minutes, attendance: JSON.stringify(attendance) })
        .execute();
    },
    /** Gives what hangs on one meeting on one day to another: moved with it, or on in the series that follows. */
    async rename(from: { meeting: string; day: string }, to: { meeting: string; day: string }): Promise<void> {
      for (const table of ['meeting_exception', 'meeting_record', 'group_action', 'group_decision'] as const)
        await tx.updateTable(table).set(to).where('meeting', '=', from.meeting).where('day', '=', from.day).execute();
      // Endorsements stay with the version that they are about, and name the meeting.
      await tx
        .updateTable('document_endorsement')
        .set({ held_meeting: to.meeting, held_day: to.day })
        .where('held_meeting', '=', from.meeting)
        .where('held_day', '=', from.day)
        .execute();
      const [before, after] = [heldText(from), heldText(to)];
      await tx
        .updateTable('version')
        .set((build) => ({ endorsements: build.fn<string>('replace', [build.ref('endorsements'), build.val(before), build.val(after)]) }))
        .where('endorsements', 'like', `%${before}%`)
        .execute();
    },
    async insertAction(action: StoredAction): Promise<void> {
      await tx.insertInto('group_action').values(fromAction(action)).execute();
    },
    async updateAction(action: StoredAction): Promise<void> {
      const { id, ...fields } = fromAction(action);
      await tx.updateTable('group_action').set(fields).where('id', '=', id).execute();
    },
    async insertDecision(decision: StoredDecision): Promise<void> {
      await tx.insertInto('group_decision').values(fromDecision(decision)).execute();
    },
    async updateDecision(decision: StoredDecision): Promise<void> {
      const { id, ...fields } = fromDecision(decision);
      await tx.updateTable('group_decision').set(fields).where('id', '=', id).execute();
    },
    async deleteDecision(id: string): Promise<void> {
      await tx.deleteFrom('group_decision').where('id', '=', id).execute();
    },
    async record({ action, group, detail }: MeetingEvent): Promise<void> {
      await tx
        .insertInto('workgroup_event')
        .values({ id: newId(), at, turn: turn++, actor, action, scope, workgroup: group, organisation: null, person: null, detail: JSON.stringify(detail) })
        .execute();
    },
  };
}

/** As a meeting stands in the endorsements of a version (catalogue/review/store). */
const heldText = ({ meeting, day }: { meeting: string; day: string }): string => JSON.stringify({ meeting, day });
