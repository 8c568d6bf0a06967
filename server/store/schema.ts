/** The tables as kysely types, and the migrations that make them. */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { sql, type Kysely, type Transaction } from 'kysely';
import { UnavailableError } from '../errors.ts';
import { takeTurns, toDialect } from './dialect.ts';
import type { IndicatorAreaRow, IndicatorListRow } from './indicatorRows.ts';
import type {
  AppointmentRow,
  ContactEventRow,
  EntryLinkRow,
  OrganisationRow,
  PersonRow,
  SeatRow,
  WorkgroupEventRow,
  WorkgroupImportRow,
  WorkgroupRow,
} from './groupRows.ts';
import type { HarvestFetchRow, HarvestSourceRow } from './harvestRows.ts';
import type { MailRow } from './mailRows.ts';
import type { DocumentCommentRow, DocumentEditionRow, DocumentEndorsementRow, DocumentEventRow, DocumentObjectRow, DocumentRow } from './documentRows.ts';
import type { CalendarLinkRow, GroupActionRow, GroupDecisionRow, MeetingExceptionRow, MeetingGroupRow, MeetingRecordRow, MeetingRow } from './meetingRows.ts';
import type { AssessmentEventRow, AssessmentImportRow, AssessmentLinkRow, AssessmentPairRow, AssessmentPlaceRow, AssessmentRow } from './assessmentRows.ts';
import type { DeliveryRow, NewsChoiceRow, NewsEventRow, NewsReadRow, WebhookRow } from './newsRows.ts';
import type { ReviewApprovalRow, ReviewCommentRow, ReviewPointRow, ReviewRequestRow } from './reviewRows.ts';
import type { ScheduleEntryRow } from './scheduleRows.ts';
import type { ClassificationTableRow, DatasetSensitivityRow, SensitivityEventRow } from './sensitivityRows.ts';

export interface Tables {
  dataset: { id: string; kind: string; country: string; country_names: string; created_at: string };
  version: {
    dataset: string;
    version: string;
    status: string;
    created_at: string;
    created_by: string | null;
    published_at: string | null;
    published_by: string | null;
    reason: string | null;
    source_sha256: string;
    /** JSON by language; null in versions of before they were kept. */
    country_names: string | null;
    levels: string;
    bbox: string | null;
    languages: string;
    metadata: string;
    report: string;
    diff: string | null;
    outcome: string | null;
    corrections: string | null;
    signoff: string | null;
    bump: string | null;
    endorsements: string | null;
    withdrawn_at: string | null;
    withdrawn_by: string | null;
    withdrawal_reason: string | null;
    superseded_at: string | null;
    superseded_by: string | null;
    superseded_reason: string | null;
    valid_to: string | null;
  };
  artifact: {
    dataset: string;
    version: string;
    file: string;
    kind: string;
    level: number | null;
    object_key: string;
    sha256: string;
    bytes: number;
    media_type: string;
  };
  unit: UnitRow;
  job: JobRow;
  boundary_layout: { dataset: string; layout: string; layer: string; answer: string; said_at: string };
  repair: RepairRow;
  repair_object: { dataset: string; version: string; what: string; object_key: string; sha256: string; bytes: number };
  presence_decision: PresenceDecisionRow;
  indicator_list: IndicatorListRow;
  indicator_area: IndicatorAreaRow;
  change_act: {
    id: string;
    dataset: string;
    from_version: string;
    to_version: string;
    level: number;
    pairs: string;
    legal_act: string;
    effective_date: string | null;
    decided_by: string;
    decided_at: string;
    undone_by: string | null;
    undone_at: string | null;
  };
  saved_map: { id: string; spec: string; created_at: string; created_by: string | null; updated_at: string; deleted_at: string | null };
  map_clearance: {
    id: string;
    map: string;
    cleared_at: string;
    cleared_by: string | null;
    versions: string;
    ended_at: string | null;
    ended_by: string | null;
  };
  embed: { id: string; map: string; spec: string; created_at: string; created_by: string | null; deleted_at: string | null };
  audit: {
    id: string;
    at: string;
    actor: string | null;
    action: string;
    dataset: string;
    version: string | null;
    reason: string | null;
    sha256: string | null;
  };
  organisation: OrganisationRow;
  workgroup: WorkgroupRow;
  seat: SeatRow;
  person: PersonRow;
  appointment: AppointmentRow;
  workgroup_event: WorkgroupEventRow;
  entry_link: EntryLinkRow;
  contact_event: ContactEventRow;
  workgroup_import: WorkgroupImportRow;
  mail: MailRow;
  harvest_source: HarvestSourceRow;
  harvest_fetch: HarvestFetchRow;
  meeting: MeetingRow;
  meeting_group: MeetingGroupRow;
  meeting_exception: MeetingExceptionRow;
  meeting_record: MeetingRecordRow;
  group_action: GroupActionRow;
  group_decision: GroupDecisionRow;
  calendar_link: CalendarLinkRow;
  review_request: ReviewRequestRow;
  review_comment: ReviewCommentRow;
  review_point: ReviewPointRow;
  review_approval: ReviewApprovalRow;
  document: DocumentRow;
  document_edition: DocumentEditionRow;
  document_object: DocumentObjectRow;
  document_endorsement: DocumentEndorsementRow;
  document_comment: DocumentCommentRow;
  document_event: DocumentEventRow;
  classification: ClassificationTableRow;
  dataset_sensitivity: DatasetSensitivityRow;
  sensitivity_event: SensitivityEventRow;
  sensitivity_revision: { one: number; revision: number };
  schedule_entry: ScheduleEntryRow;
  news_event: NewsEventRow;
  assessment: AssessmentRow;
  assessment_pair: AssessmentPairRow;
  assessment_place: AssessmentPlaceRow;
  assessment_link: AssessmentLinkRow;
  assessment_import: AssessmentImportRow;
  assessment_event: AssessmentEventRow;
  news_read: NewsReadRow;
  news_choice: NewsChoiceRow;
  webhook: WebhookRow;
  webhook_delivery: DeliveryRow;
  store_identity: { one: number; id: string; created_at: string; restored_at: string | null };
  kept_object: { object_key: string; since: string };
  object_check: { object_key: string; stamp: string; bytes: number; blocks: string; fault: string | null; checked_at: string };
  released_object: { object_key: string; since: string };
  auth_user: {
    id: string;
    name: string;
    nameKey: string | null;
    nameShape: string | null;
    email: string;
    emailVerified: number;
    image: string | null;
    role: string;
    twoFactorEnabled: number;
    createdAt: string;
    updatedAt: string;
  };
  auth_session: { id: string; userId: string; token: string; expiresAt: string };
  auth_two_factor: { id: string; userId: string };
  account_event: { id: string; at: string; actor: string | null; action: string; subject: string; detail: string | null };
  invite: {
    id: string;
    token_sha256: string;
    role: string;
    email: string | null;
    first: number;
    created_at: string;
    created_by: string | null;
    expires_at: string;
    scope: string | null;
    workgroup: string | null;
    /** A role in that group. */
    appointment: string | null;
  };
  api_key: {
    id: string;
    key_sha256: string;
    user_id: string;
    name: string;
    scopes: string;
    created_at: string;
    expires_at: string;
    last_used_at: string | null;
  };
  finding_exception: {
    id: string;
    dataset: string;
    code: string;
    level: number | null;
    pcodes: string;
    fingerprint: string;
    detail: string;
    reason: string;
    accepted_by: string;
    accepted_at: string;
    version: string;
  };
}

export interface RepairRow {
  dataset: string;
  version: string;
  revision: number;
  ground_revision: number;
  basis: string;
  options: string;
  decisions: string;
  carried: string | null;
  proved_revision: number | null;
  job: string | null;
  job_for: string | null;
  updated_at: string;
  updated_by: string | null;
}

export interface PresenceDecisionRow {
  id: string;
  country: string;
  kind: string;
  subject: string;
  answer: string;
  decided_by: string;
  decided_at: string;
  undone_by: string | null;
  undone_at: string | null;
}

export interface UnitRow {
  dataset: string;
  version: string;
  level: number;
  ord: number;
  pcode: string;
  parent_pcode: string | null;
  names: string;
  valid_on: string | null;
  valid_to: string | null;
  area_sqkm: number;
  center_lon: number;
  center_lat: number;
  west: number;
  south: number;
  east: number;
  north: number;
  search: string;
}

export interface JobRow {
  id: string;
  dataset: string;
  state: string;
  stage: string | null;
  done: number;
  total: number;
  input: string;
  sha256: string;
  attempts: number;
  cancel_requested: number;
  lease_owner: string | null;
  lease_until: string | null;
  version: string | null;
  error: string | null;
  created_at: string;
  created_by: string | null;
  finished_at: string | null;
}

export type Database = Kysely<Tables>;
export type Tx = Transaction<Tables>;

const FOLDER = new URL('./migrations/', import.meta.url);

/**
 * Applies the migrations that this database has not seen, each in its own transaction, in the order of their numbers.
 * @throws UnavailableError where an applied migration has been edited or the database is newer than this program.
 */
export async function migrate(db: Database, folder: URL = FOLDER): Promise<string[]> {
  const known = readdirSync(folder)
    .filter((name) => /^\d{4}_.+\.sql$/.test(name))
    .sort()
    .map((name) => {
      const text = readFileSync(new URL(name, folder), 'utf8');
      return { name, text, sha256: createHash('sha256').update(text).digest('hex') };
    });
  // Looking first: a database that has seen them all is only read, so that its opening waits for no writer.
  if ((await hasTables(db, ['migration'])) && (await listUnseen(db, known)).length === 0) return [];
  const applied: string[] = [];
  // One transaction around reading and applying: of two processes that start together, the second waits and finds nothing to do.
  await db.transaction().execute(async (tx) => {
    await takeTurns(tx, 'migration');
    await sql`create table if not exists migration (name text primary key, sha256 text not null, applied_at text not null)`.execute(tx);
    for (const { name, text, sha256 } of await listUnseen(tx, known)) {
      for (const statement of splitStatements(text)) await sql.raw(toDialect(tx, statement)).execute(tx);
      await sql`insert into migration (name, sha256, applied_at) values (${name}, ${sha256}, ${new Date().toISOString()})`.execute(tx);
      applied.push(name);
    }
  });
  return applied;
}

/** Whether a database that may be empty, or another program's, has these tables. */
export async function hasTables(db: Database, names: readonly string[]): Promise<boolean> {
  const tables = new Set((await db.introspection.getTables()).map(({ name }) => name));
  return names.every((name) => tables.has(name));
}

async function listUnseen<M extends { name: string; sha256: string }>(db: Database, known: readonly M[]): Promise<M[]> {
  const { rows } = await sql<{ name: string; sha256: string }>`select name, sha256 from migration order by name`.execute(db);
  const unknown = rows.find((row) => !known.some(({ name }) => name === row.name));
  if (unknown) throw new UnavailableError('store.newer', `The database was created by a newer version (migration ${unknown.name}). Update this program.`);
  return known.filter(({ name, sha256 }) => {
    const before = rows.find((row) => row.name === name);
    if (before && before.sha256 !== sha256) throw new UnavailableError('store.migration-edited', `Migration ${name} was edited after it had been applied.`);
    return !before;
  });
}

/** Statements end with a semicolon at the end of a line; migrations hold no triggers or procedures, so that is enough. */
export function splitStatements(text: string): string[] {
  return text
    .replace(/--.*$/gm, '')
    .split(/;\s*$/m)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
}
