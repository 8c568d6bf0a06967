/** Rows of documents as the rest of the room knows them, and back. */
import type { Audience, DocumentFormat, DocumentKind, DocumentRecord, EditionState } from '../contract/documents/documents.ts';
import type { Scope } from '../contract/groups/groups.ts';
import type { DocumentCommentRow, DocumentEditionRow, DocumentEndorsementRow, DocumentObjectRow, DocumentRow, EditionKey } from '../store/documentRows.ts';
import type { StoredComment, StoredDocument, StoredEdition, StoredEndorsement, StoredFile, StoredObject } from './model.ts';

type ByDocument<T> = ReadonlyMap<string, readonly T[]>;
export interface Parts {
  editions: ByDocument<DocumentEditionRow>;
  objects: ByDocument<DocumentObjectRow>;
  endorsements: ByDocument<DocumentEndorsementRow>;
  comments: ByDocument<DocumentCommentRow>;
}

export function toDocument(row: DocumentRow, parts: Parts): StoredDocument {
  const { id } = row;
  const endorsements = parts.endorsements.get(id) ?? [];
  const objects = parts.objects.get(id) ?? [];
  return {
    scope: row.scope as Scope,
    id,
    kind: row.kind as DocumentKind,
    group: row.workgroup,
    language: row.language,
    title: row.title,
    audience: row.audience as Audience,
    translates: row.translates,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    editions: (parts.editions.get(id) ?? []).map((edition) => {
      const own = ({ version }: { version: string }) => version === edition.version;
      return toEdition(edition, objects.filter(own), endorsements.filter(own).map(toEndorsement));
    }),
    comments: (parts.comments.get(id) ?? []).map(toComment),
  };
}

function toEdition(row: DocumentEditionRow, objects: readonly DocumentObjectRow[], endorsements: StoredEndorsement[]): StoredEdition {
  const object = (what: string): StoredObject | null => {
    const found = objects.find((each) => each.what === what);
    return found ? { key: found.object_key, sha256: found.sha256, bytes: found.bytes } : null;
  };
  return {
    version: row.version,
    state: row.state as EditionState,
    file: {
      format: row.format as DocumentFormat,
      name: row.file_name,
      media: row.media,
      object: object('file')!,
      view: object('view'),
      headings: JSON.parse(row.headings) as StoredFile['headings'],
      told: JSON.parse(row.told) as StoredFile['told'],
    },
    note: row.note,
    draftedBy: row.drafted_by,
    draftedAt: row.drafted_at,
    changedAt: row.changed_at,
    reviewedBy: row.reviewed_by,
    reviewedAt: row.reviewed_at,
    approvedBy: row.approved_by,
    approvedAt: row.approved_at,
    approvedOn: row.approved_on,
    validFrom: row.valid_from,
    reviewBy: row.review_by,
    supersedes: row.supersedes,
    supersededOn: row.superseded_on,
    withdrawn: row.withdrawn_on === null ? null : { on: row.withdrawn_on, reason: row.withdrawn_reason ?? '' },
    endorsements,
  };
}

const toEndorsement = (row: DocumentEndorsementRow): StoredEndorsement => ({
  id: row.id,
  group: { id: row.workgroup, names: JSON.parse(row.names) as Record<string, string>, acronym: row.acronym },
  date: row.decided_on,
  meeting: row.meeting,
  held: row.held_meeting !== null && row.held_day !== null ? { meeting: row.held_meeting, day: row.held_day } : null,
  text: row.text,
  by: row.by_account,
  at: row.at,
});

const toComment = (row: DocumentCommentRow): StoredComment => ({
  id: row.id,
  version: row.version,
  thread: row.thread,
  section: row.section,
  text: row.text,
  basis: row.basis,
  by: row.by_account,
  at: row.at,
  resolvedBy: row.resolved_by,
  resolvedAt: row.resolved_at,
});

export const fromDocument = (document: DocumentRecord): DocumentRow => ({
  scope: document.scope,
  id: document.id,
  kind: document.kind,
  workgroup: document.group,
  language: document.language,
  title: document.title,
  audience: document.audience,
  translates: document.translates,
  created_at: document.createdAt,
  updated_at: document.updatedAt,
});

export const fromEdition = (edition: StoredEdition): Omit<DocumentEditionRow, keyof EditionKey> => ({
  state: edition.state,
  format: edition.file.format,
  file_name: edition.file.name,
  media: edition.file.media,
  sha256: edition.file.object.sha256,
  bytes: edition.file.object.bytes,
  headings: JSON.stringify(edition.file.headings),
  told: JSON.stringify(edition.file.told),
  note: edition.note,
  drafted_by: edition.draftedBy,
  drafted_at: edition.draftedAt,
  changed_at: edition.changedAt,
  reviewed_by: edition.reviewedBy,
  reviewed_at: edition.reviewedAt,
  approved_by: edition.approvedBy,
  approved_at: edition.approvedAt,
  approved_on: edition.approvedOn,
  valid_from: edition.validFrom,
  review_by: edition.reviewBy,
  supersedes: edition.supersedes,
  superseded_on: edition.supersededOn,
  withdrawn_on: edition.withdrawn?.on ?? null,
  withdrawn_reason: edition.withdrawn?.reason ?? null,
});
