/** What the API says of documents, to the one who asks. Pure. */
import type { GroupName } from '../contract/datasets/endorsement.ts';
import type {
  BodyAnswer,
  DocumentAnswer,
  DocumentComment,
  DocumentEntry,
  DocumentEvent,
  DocumentRecord,
  DocumentsAnswer,
  Edition,
  EditionAnswer,
  ToldCode,
  ToldPoint,
} from '../contract/documents/documents.ts';
import type { Group, Scope } from '../contract/groups/groups.ts';
import { nameIn } from '../contract/groups/names.ts';
import type { Lang } from '../contract/languages.ts';
import type { Structure } from '../groups/structure.ts';
import { clause, type ClauseCode } from '../words/clauses.ts';
import { sayClause } from '../words/words.ts';
import {
  currentOf,
  fold,
  isPublished,
  mayRead,
  mayReadDrafts,
  openOf,
  type Asker,
  type StoredComment,
  type StoredDocument,
  type StoredEdition,
} from './model.ts';
import { findNotices, groupsSeen } from './notices.ts';
import { reviewStateOf } from './reviews.ts';

/** Who asks, when, and in which language. */
export interface Telling {
  scope: Scope;
  structure: Structure;
  asker: Asker;
  /** The account of a session; null of a key and of strangers. */
  account: string | null;
  /** By account; empty for strangers, who are told no name. */
  names: ReadonlyMap<string, string>;
  now: Date;
  lang: Lang;
}

const todayOf = ({ now }: Telling) => now.toISOString().slice(0, 10);
const nameOf = ({ names }: Telling, account: string | null): string | null => (account === null ? null : (names.get(account) ?? null));
const groupOf = ({ structure }: Telling, id: string): Group | undefined => structure.groups.find((group) => group.id === id);
export const toGroupName = (group: Pick<Group, 'id' | 'names' | 'acronym'>): GroupName => ({ id: group.id, names: group.names, acronym: group.acronym });
/** A group that was deleted has its id. */
const groupNameOf = (telling: Telling, id: string): GroupName => toGroupName(groupOf(telling, id) ?? { id, names: {}, acronym: null });

const isPublic = (telling: Telling, { group }: Pick<DocumentRecord, 'group'>) => groupOf(telling, group)?.visibility === 'public';
export const reads = (telling: Telling, document: StoredDocument): boolean => mayRead(document, isPublic(telling, document), telling.asker);
const readsDrafts = ({ asker }: Telling, document: StoredDocument): boolean => mayReadDrafts(document, asker);
/** Versions that the one who asks may see. Of a document without any nobody is told that it is there. */
export const editionsSeen = (telling: Telling, document: StoredDocument): StoredEdition[] => {
  const drafts = readsDrafts(telling, document);
  return reads(telling, document) ? document.editions.filter((edition) => drafts || isPublished(edition)) : [];
};
export const isSeen = (telling: Telling, document: StoredDocument): boolean =>
  editionsSeen(telling, document).length > 0 || (document.editions.length === 0 && readsDrafts(telling, document));

/** What each is called as a clause, with how many there are. */
const TOLD: Record<ToldCode, ClauseCode> = {
  author: 'document.told.author',
  comments: 'document.told.comments',
  'tracked-changes': 'document.told.tracked-changes',
  'hidden-text': 'document.told.hidden-text',
  emails: 'document.told.emails',
  images: 'document.told.images',
  'remote-images': 'document.told.remote-images',
  'links-left-out': 'document.told.links-left-out',
  'html-left-out': 'document.told.html-left-out',
  'embedded-files': 'document.told.embedded-files',
  long: 'document.told.long',
};
export const toldOf = ({ file }: { file: Pick<StoredEdition['file'], 'told'> }, lang: Lang): ToldPoint[] =>
  file.told.map(({ code, count }) => ({ code, count, text: sayClause(clause(TOLD[code], { n: count }), lang) ?? code }));

const recordOf = ({ editions: _editions, comments: _comments, ...record }: StoredDocument): DocumentRecord => record;
const firsts = (comments: readonly StoredComment[], version: string) =>
  comments.filter((comment) => comment.version === version && comment.id === comment.thread);

function toEdition(telling: Telling, document: StoredDocument, edition: StoredEdition): Edition {
  const { file, endorsements, reviewedAt, approvedOn, validFrom, reviewBy, supersedes, supersededOn, withdrawn } = edition;
  const threads = readsDrafts(telling, document) ? firsts(document.comments, edition.version) : [];
  return {
    version: edition.version,
    state: edition.state,
    format: file.format,
    file: { name: file.name, media: file.media, bytes: file.object.bytes, sha256: file.object.sha256 },
    readable: file.view !== null,
    note: edition.note,
    told: toldOf(edition, telling.lang),
    draftedBy: nameOf(telling, edition.draftedBy),
    draftedAt: edition.draftedAt,
    changedAt: edition.changedAt,
    reviewedBy: nameOf(telling, edition.reviewedBy),
    reviewedAt,
    approvedBy: nameOf(telling, edition.approvedBy),
    approvedOn,
    validFrom,
    reviewBy,
    supersedes,
    supersededOn,
    withdrawn,
    // A group for members only is not named to others.
    endorsements: endorsements
      .filter(({ group }) => telling.asker.member || groupOf(telling, group.id)?.visibility === 'public')
      .map(({ by, held, ...said }) => ({ ...said, held: telling.asker.member ? held : null, by: nameOf(telling, by) })),
    comments: { open: threads.filter(({ resolvedAt }) => resolvedAt === null).length, all: threads.length },
  };
}

function toEntry(telling: Telling, document: StoredDocument): DocumentEntry {
  const current = currentOf(document);
  const open = readsDrafts(telling, document) ? openOf(document) : undefined;
  return {
    ...recordOf(document),
    groupName: groupNameOf(telling, document.group),
    current: current ? toEdition(telling, document, current) : null,
    open: open ? toEdition(telling, document, open) : null,
    review: current?.reviewBy ? reviewStateOf(current.reviewBy, todayOf(telling), telling.lang) : null,
  };
}

export interface Sought {
  kind?: string | undefined;
  group?: string | undefined;
  language?: string | undefined;
  q?: string | undefined;
}

/** Every word of `q` stands in title, id, or a name of the group. */
function isSought({ kind, group, language, q }: Sought, { groupName, ...document }: DocumentEntry): boolean {
  if ((kind && document.kind !== kind) || (group && document.group !== group)) return false;
  if (language && document.language !== language && !document.language.startsWith(`${language}-`)) return false;
  const text = fold([document.title, document.id, groupName.acronym ?? '', ...Object.values(groupName.names)].join(' '));
  return fold(q ?? '')
    .split(' ')
    .every((word) => text.includes(word));
}

export function toDocumentsAnswer(telling: Telling, documents: readonly StoredDocument[], sought: Sought): DocumentsAnswer {
  const { scope, structure, asker, now, lang } = telling;
  const seen = documents.filter((document) => isSeen(telling, document));
  const groups = groupsSeen(structure, asker.member).filter(({ id }) => !sought.group || id === sought.group);
  return {
    scope,
    today: todayOf(telling),
    documents: seen
      .map((document) => toEntry(telling, document))
      .filter((entry) => isSought(sought, entry))
      .toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt) || a.id.localeCompare(b.id)),
    notices: findNotices(seen, groups, { now, lang, members: asker.member }),
    may: { record: structure.groups.filter(({ id, status }) => status !== 'closed' && asker.records(id)).map(({ id }) => id), seeDrafts: asker.member },
  };
}

/** Open groups for which the one who asks may say what they decided. */
const endorsing = ({ structure, asker }: Telling): GroupName[] =>
  structure.groups.filter(({ id, status }) => status !== 'closed' && asker.records(id)).map(toGroupName);

export function toDocumentAnswer(
  telling: Telling,
  document: StoredDocument,
  all: readonly StoredDocument[],
  { history, classifications }: { history: readonly DocumentEvent[]; classifications: DocumentAnswer['classifications'] },
): DocumentAnswer {
  const { asker, account, now, lang } = telling;
  const seen = editionsSeen(telling, document);
  const current = currentOf(document);
  const root = document.translates ?? document.id;
  const drafts = readsDrafts(telling, document);
  const group = groupOf(telling, document.group);
  const records = asker.records(document.group);
  return {
    today: todayOf(telling),
    document: { ...recordOf(document), groupName: groupNameOf(telling, document.group) },
    classified: asker.classifiedAs(document),
    classifications: classifications.filter(({ state }) => state !== 'draft' || asker.member),
    versions: seen.map((edition) => toEdition(telling, document, edition)).toReversed(),
    review: current?.reviewBy ? reviewStateOf(current.reviewBy, todayOf(telling), lang) : null,
    translations: all
      .filter((each) => each.id !== document.id && (each.translates === root || each.id === root) && isSeen(telling, each))
      .map(({ id, language, title }) => ({ id, language, title })),
    notices: findNotices([document], group ? [group] : [], { now, lang, members: asker.member }).filter((notice) => notice.document === document.id),
    history: drafts ? history.map((event) => ({ ...event, by: nameOf(telling, event.by) })) : [],
    may: {
      record: records,
      comment: account !== null && drafts,
      endorse: endorsing(telling),
      delete: records && !document.editions.some(isPublished),
    },
  };
}

export function toEditionAnswer(telling: Telling, document: StoredDocument, edition: StoredEdition): EditionAnswer {
  const { asker, account } = telling;
  const { state } = edition;
  const records = asker.records(document.group);
  const drafts = readsDrafts(telling, document);
  const open = state === 'draft' || state === 'reviewed';
  return {
    today: todayOf(telling),
    document: { ...recordOf(document), groupName: groupNameOf(telling, document.group) },
    edition: toEdition(telling, document, edition),
    comments: drafts ? toComments(telling, document, edition) : [],
    may: {
      edit: records && state === 'draft',
      comment: account !== null && drafts && open,
      review: records && state === 'draft',
      reopen: records && state === 'reviewed' && edition.endorsements.length === 0,
      approve: records && state === 'reviewed',
      endorse:
        state === 'draft' || state === 'withdrawn' ? [] : endorsing(telling).filter(({ id }) => !edition.endorsements.some(({ group }) => group.id === id)),
      withdraw: records && (state === 'current' || state === 'superseded'),
      discard: records && open,
    },
  };
}

/** By thread, in the order in which they were begun; answers after the first. */
function toComments(telling: Telling, { comments }: StoredDocument, { version, file }: StoredEdition): DocumentComment[] {
  return firsts(comments, version)
    .flatMap(({ id }) => comments.filter(({ thread }) => thread === id))
    .map(({ id, thread, section, text, basis, by, at, resolvedBy, resolvedAt }) => ({
      id,
      thread,
      section,
      text,
      by: nameOf(telling, by),
      own: by !== null && by === telling.account,
      at,
      ofThisFile: basis === file.object.sha256,
      resolved: resolvedAt === null ? null : { by: nameOf(telling, resolvedBy), at: resolvedAt },
    }));
}

export const toBodyAnswer = (document: StoredDocument, edition: StoredEdition, html: string | null, text: string | null, lang: Lang): BodyAnswer => ({
  format: edition.file.format,
  language: document.language,
  html,
  text,
  headings: edition.file.headings,
  told: toldOf(edition, lang),
});

/** “IMWG: Terms of reference”, for the name of a page. */
export const titleOf = (telling: Telling, { group, title, language }: StoredDocument): string => {
  const named = groupOf(telling, group);
  return named ? `${named.acronym ?? nameIn(named.names, language)}: ${title}` : title;
};
