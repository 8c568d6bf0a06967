/** Documents as they are stored, and what follows from them: which version holds, which one is next, who may read what. Pure. */
import type { BodyAnswer, Classified, DocumentFormat, DocumentKind, DocumentRecord, EditionState, ToldCode } from '../contract/documents/documents.ts';
import type { GroupName } from '../contract/datasets/endorsement.ts';
import type { OccurrenceRef } from '../contract/meetings/names.ts';
import { PUBLISHED } from '../contract/documents/documents.ts';

/** Accounts by id: names are looked up when they are told. */
export interface StoredEndorsement {
  id: string;
  group: GroupName;
  date: string;
  meeting: string | null;
  held: OccurrenceRef | null;
  text: string | null;
  by: string | null;
  at: string;
}

export interface StoredComment {
  id: string;
  version: string;
  thread: string;
  section: string | null;
  text: string;
  /** SHA-256 of the file that it was said of. */
  basis: string;
  by: string | null;
  at: string;
  resolvedBy: string | null;
  resolvedAt: string | null;
}

export interface StoredObject {
  key: string;
  sha256: string;
  bytes: number;
}

/** A file as it was read, and where it lies. */
export interface StoredFile {
  format: DocumentFormat;
  name: string;
  media: string;
  object: StoredObject;
  /** Safe HTML; null where there is none. */
  view: StoredObject | null;
  headings: BodyAnswer['headings'];
  told: { code: ToldCode; count: number }[];
}

export interface StoredEdition {
  version: string;
  state: EditionState;
  file: StoredFile;
  note: string | null;
  draftedBy: string | null;
  draftedAt: string;
  changedAt: string;
  reviewedBy: string | null;
  reviewedAt: string | null;
  approvedBy: string | null;
  approvedAt: string | null;
  approvedOn: string | null;
  validFrom: string | null;
  reviewBy: string | null;
  supersedes: string | null;
  supersededOn: string | null;
  withdrawn: { on: string; reason: string } | null;
  endorsements: StoredEndorsement[];
}

export interface StoredDocument extends DocumentRecord {
  /** In the order in which they were begun. */
  editions: StoredEdition[];
  comments: StoredComment[];
}

/** Of the one who asks, what decides what they see. Asked anew at each request. */
export interface Asker {
  /** Holds something in the country: sees drafts and documents for members. */
  member: boolean;
  /** Groups in which the one who asks stands today. */
  stands: ReadonlySet<string>;
  /** Keeps the records of a group. */
  records: (group: string) => boolean;
  /** What the classification of the country says of documents of this kind; null: nothing. */
  classifiedAs: (document: { kind: DocumentKind }) => Classified | null;
  /** Whether that lets the one who asks have it. The narrower of it and of the document's own audience holds. */
  receives: (document: { kind: DocumentKind; group: string }) => boolean;
}

export const isPublished = ({ state }: Pick<StoredEdition, 'state'>): boolean => PUBLISHED.includes(state);
export const currentOf = ({ editions }: Pick<StoredDocument, 'editions'>): StoredEdition | undefined => editions.find(({ state }) => state === 'current');
/** The draft or reviewed version; there is never more than one. */
export const openOf = ({ editions }: Pick<StoredDocument, 'editions'>): StoredEdition | undefined => editions.find((edition) => !isPublished(edition));

/** Of a document, what decides who reads it. */
type Reading = Pick<DocumentRecord, 'audience' | 'group' | 'kind'>;

/** Whether published versions of a document may be read. @param groupIsPublic of a group for members nothing is public */
export function mayRead(document: Reading, groupIsPublic: boolean, asker: Asker): boolean {
  const { audience, group } = document;
  if (!asker.receives(document)) return false;
  if (audience === 'group') return asker.stands.has(group) || asker.records(group);
  return asker.member || (audience === 'public' && groupIsPublic);
}

/** Drafts are for members, of a document for its group for its members. */
export const mayReadDrafts = (document: Reading, asker: Asker): boolean =>
  mayRead({ ...document, audience: document.audience === 'public' ? 'members' : document.audience }, false, asker);

const partsOf = (tag: string): [major: number, minor: number] => {
  const [major, minor = 0] = tag.slice(1).split('.').map(Number);
  return [major!, minor];
};

/** `v2` after `v1.3`; or `v1.4`. */
export function nextTag(tags: readonly string[], bump: 'major' | 'minor'): string {
  const [major, minor] = tags.map(partsOf).toSorted((a, b) => b[0] - a[0] || b[1] - a[1])[0] ?? [0, 0];
  return bump === 'major' || major === 0 ? `v${major + 1}` : `v${major}.${minor + 1}`;
}

/** Letters and digits without marks, for ids and for looking for words. */
export const fold = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Kinds of which a group has one at a time, so that group and kind say which. */
const SINGLE = new Set(['tor', 'isp', 'work-plan', 'strategy']);

/** A readable id that nobody has: `imwg-tor`, `imwg-minutes-12-november`. */
export function newDocumentId({ group, kind, title }: Pick<DocumentRecord, 'group' | 'kind' | 'title'>, taken: ReadonlySet<string>): string {
  const words = SINGLE.has(kind) ? '' : fold(title).replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, ''); // prettier-ignore
  const stem = `${group}-${kind}${words === '' ? '' : `-${words}`}`.slice(0, 70).replace(/-+$/, '');
  for (let turn = 1; ; turn++) {
    const id = turn === 1 ? stem : `${stem}-${turn}`;
    if (!taken.has(id)) return id;
  }
}
