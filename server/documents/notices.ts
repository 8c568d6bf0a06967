/** What groups should do about their documents, in words. Pure. */
import type { DocumentNotice } from '../contract/documents/documents.ts';
import type { Gap, Group } from '../contract/groups/groups.ts';
import { nameIn } from '../contract/groups/names.ts';
import type { Lang } from '../contract/languages.ts';
import type { Structure } from '../groups/structure.ts';
import { clause, type ClauseCode } from '../words/clauses.ts';
import { sayClause } from '../words/words.ts';
import { currentOf, type StoredDocument } from './model.ts';
import { dueReviews, type Reviewable } from './reviews.ts';

/** Groups that work by terms of reference of their own (cluster manuals: the first thing a cluster must have). */
const WITH_TOR: readonly Group['type'][] = ['cluster', 'sector', 'aor', 'working-group'];

const CLAUSES: Record<DocumentNotice['code'], ClauseCode> = {
  'review-due': 'document.review-due',
  'review-overdue': 'document.review-overdue',
  'no-tor': 'document.no-tor',
  'tor-without-review': 'document.tor-without-review',
};

export const toReviewable = (document: StoredDocument): Reviewable[] => {
  const current = currentOf(document);
  const { scope, id, group, title, language } = document;
  return current?.reviewBy ? [{ scope, document: id, version: current.version, group, title, language, reviewBy: current.reviewBy }] : [];
};

/**
 * Reviews that are due or overdue, then, for members, what is missing.
 * @param documents all that the one who asks may read
 * @param groups those of which it is said: of the whole country, or one
 */
export function findNotices(
  documents: readonly StoredDocument[],
  groups: readonly Group[],
  { now, lang, members }: { now: Date; lang: Lang; members: boolean },
): DocumentNotice[] {
  const within = new Map(groups.map((group) => [group.id, group]));
  const of = documents.filter(({ group }) => within.has(group));
  const say = (code: DocumentNotice['code'], group: string, document: StoredDocument | null, day: string | null): DocumentNotice => {
    const params = { group: nameIn(within.get(group)!.names, lang) || group, title: document?.title ?? '', day: day ?? '' };
    return { code, group, document: document?.id ?? null, day, text: sayClause(clause(CLAUSES[code], params), lang) ?? code };
  };
  const byId = new Map(of.map((document) => [document.id, document]));
  const reviews = dueReviews(of.flatMap(toReviewable), now).map(({ document, group, state, reviewBy }) =>
    say(state === 'due' ? 'review-due' : 'review-overdue', group, byId.get(document)!, reviewBy),
  );
  if (!members) return reviews;
  const active = groups.filter(({ status }) => status === 'active');
  const current = of.flatMap((document) => (document.kind === 'tor' && currentOf(document) ? [document] : []));
  const undated = current
    .filter((document) => currentOf(document)!.reviewBy === null)
    .map((document) => say('tor-without-review', document.group, document, null));
  const has = new Set(current.map(({ group }) => group));
  const without = active.filter(({ id, type }) => WITH_TOR.includes(type) && !has.has(id)).map(({ id }) => say('no-tor', id, null, null));
  return [...reviews, ...undated, ...without];
}

/** Due reviews as the structure tells them beside its own gaps. */
export const toGaps = (notices: readonly DocumentNotice[]): Gap[] =>
  notices.flatMap(({ code, group, document, day, text }) =>
    code === 'review-due' || code === 'review-overdue' ? [{ group, code, text, ...(day ? { since: day } : {}), ...(document ? { document } : {}) }] : [],
  );

/** The groups that the one who asks may know of. */
export const groupsSeen = ({ groups }: Structure, member: boolean): Group[] => groups.filter(({ visibility }) => member || visibility === 'public');
