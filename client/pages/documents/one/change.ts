/** What may be done with a document, each said before it is done. Types only. */
import type { DocumentComment } from '../../../../server/contract/documents/documents.ts';

export type Change =
  | { kind: 'review' }
  | { kind: 'reopen' }
  | { kind: 'approve' }
  | { kind: 'endorse' }
  | { kind: 'unendorse'; endorsement: string }
  | { kind: 'withdraw' }
  | { kind: 'discard' }
  | { kind: 'settings' }
  | { kind: 'delete' }
  | { kind: 'delete-comment'; comment: DocumentComment };
