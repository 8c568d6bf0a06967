/** What members say about a draft. */
import type { DocumentCommentBody } from '../contract/documents/documents.ts';
import { NotFoundError } from '../errors.ts';
import { problemText } from '../words/problems.ts';
import { checkState, getDocument, getEdition, refused } from './checks.ts';
import type { DocumentsDeps } from './deps.ts';
import type { StoredComment, StoredDocument } from './model.ts';
import type { Acting } from './store.ts';

/** @throws NotFoundError `document.unknown` */
export function getComment({ id: document, comments }: StoredDocument, version: string, id: string): StoredComment {
  const found = comments.find((comment) => comment.id === id && comment.version === version);
  if (!found) throw new NotFoundError('document.unknown', problemText('document.unknown'), { details: { document, comment: id } });
  return found;
}

export function createComments({ store, newId }: DocumentsDeps) {
  return {
    /** An answer opens its thread again, since it is not read otherwise. @throws ConflictError `document.state` */
    addComment: (acting: Acting, id: string, version: string, { text, section, thread }: DocumentCommentBody) =>
      store.change(acting, async (documents, write) => {
        const document = getDocument(documents, id);
        const edition = getEdition(document, version);
        checkState(edition, ['draft', 'reviewed']);
        const first = thread === null ? null : getComment(document, version, thread);
        const comment = newId();
        const about = { section: first === null ? section : first.section, thread: first?.thread ?? comment, basis: edition.file.object.sha256 };
        await write.insertComment(id, { id: comment, version, ...about, text, by: acting.actor, at: acting.at, resolvedBy: null, resolvedAt: null });
        if (first) await write.resolveComment(first.thread, false);
        await write.record({ document: id, action: 'comment.added', version });
      }),

    /** The whole thread. */
    resolveComment: (acting: Acting, id: string, version: string, comment: string, resolved: boolean) =>
      store.change(acting, async (documents, write) => {
        const document = getDocument(documents, id);
        checkState(getEdition(document, version), ['draft', 'reviewed']);
        await write.resolveComment(getComment(document, version, comment).thread, resolved);
        await write.record({ document: id, action: resolved ? 'comment.resolved' : 'comment.reopened', version });
      }),

    /** @throws ConflictError `document.comment-answered` where it is another’s, or was answered */
    deleteComment: (acting: Acting, id: string, version: string, comment: string) =>
      store.change(acting, async (documents, write) => {
        const document = getDocument(documents, id);
        checkState(getEdition(document, version), ['draft', 'reviewed']);
        const found = getComment(document, version, comment);
        const answered = found.id === found.thread && document.comments.some(({ thread, id: other }) => thread === found.id && other !== found.id);
        if (found.by === null || found.by !== acting.actor || answered) throw refused('document.comment-answered');
        await write.deleteComment(comment);
        await write.record({ document: id, action: 'comment.deleted', version });
      }),
  };
}
