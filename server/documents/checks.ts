/** What is asked of a change before it is made: each refusal leaves everything as it was. Pure. */
import { REVEALING, type Audience } from '../contract/documents/documents.ts';
import type { Group } from '../contract/groups/groups.ts';
import { ConflictError, InputError, NotFoundError } from '../errors.ts';
import { problemText } from '../words/problems.ts';
import type { Under } from '../words/words.ts';
import { currentOf, type StoredDocument, type StoredEdition } from './model.ts';

type Code = Under<'problem'>;
const conflict = (code: Code, details?: Record<string, unknown>) => new ConflictError(code, problemText(code), details ? { details } : {});

/** Also for whoever may not read it: that it is there is not told. */
export const unknownDocument = (id: string) => new NotFoundError('document.unknown', problemText('document.unknown'), { details: { document: id } });

/** @throws NotFoundError `document.unknown` */
export function getDocument(documents: readonly StoredDocument[], id: string): StoredDocument {
  const found = documents.find((document) => document.id === id);
  if (!found) throw unknownDocument(id);
  return found;
}

/** @param version a tag, or `current`. @throws NotFoundError `document.no-current`, `document.unknown` */
export function getEdition(document: StoredDocument, version: string): StoredEdition {
  if (version === 'current') {
    const current = currentOf(document);
    if (!current) throw new NotFoundError('document.no-current', problemText('document.no-current'), { details: { document: document.id } });
    return current;
  }
  const found = document.editions.find((edition) => edition.version === version);
  if (!found) throw unknownDocument(document.id);
  return found;
}

/** @throws ConflictError `document.changed` where the file is another than the one that was read */
export function checkBasis({ file }: StoredEdition, basis: string | undefined): void {
  if (basis !== undefined && basis !== file.object.sha256) throw conflict('document.changed', { sha256: file.object.sha256 });
}

/** @throws ConflictError `document.fixed` */
export function checkDraft({ state }: StoredEdition): void {
  if (state !== 'draft') throw conflict('document.fixed', { state });
}

/** @throws ConflictError `document.comments-open` */
export function checkResolved({ comments }: StoredDocument, version: string): void {
  const open = comments.filter((comment) => comment.version === version && comment.id === comment.thread && comment.resolvedAt === null).length;
  if (open > 0) throw conflict('document.comments-open', { open });
}

/** @throws ConflictError with this code unless the version is in one of these states */
export function checkState(
  { state }: StoredEdition,
  states: readonly StoredEdition['state'][],
  code: 'document.state' | 'document.not-reviewed' = 'document.state',
): void {
  if (!states.includes(state)) throw conflict(code, { state });
}

/** What everybody could read in the file beside its text is said before it is published. @throws ConflictError `document.reveals` */
export function checkRevealing(edition: StoredEdition | undefined, audience: Audience, accept: boolean): void {
  const reveals = edition?.file.told.filter(({ code }) => REVEALING.includes(code)) ?? [];
  if (audience === 'public' && reveals.length > 0 && !accept) throw conflict('document.reveals', { reveals });
}

/** @throws ConflictError `document.group-private` */
export function checkAudience(group: Pick<Group, 'visibility'>, audience: Audience): void {
  if (audience === 'public' && group.visibility !== 'public') throw conflict('document.group-private');
}

/** @throws InputError `document.future` */
export function checkPast(day: string, today: string): void {
  if (day > today) throw new InputError('document.future', problemText('document.future'), { details: { day } });
}

/** @throws ConflictError `document.draft-open` */
export function checkNoOpen(open: StoredEdition | undefined): void {
  if (open) throw conflict('document.draft-open', { version: open.version });
}

/** @throws NotFoundError `document.translates` */
export function checkTranslates(documents: readonly StoredDocument[], id: string, translates: string | null | undefined): void {
  if (translates && (translates === id || !documents.some((document) => document.id === translates)))
    throw new NotFoundError('document.translates', problemText('document.translates'), { details: { translates } });
}

export const refused = conflict;
