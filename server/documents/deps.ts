/** What the parts of the service stand on. */
import type { Classified, DocumentAnswer } from '../contract/documents/documents.ts';
import type { Scope } from '../contract/groups/groups.ts';
import type { OccurrenceRef } from '../contract/meetings/names.ts';
import type { ObjectStore } from '../store/objects/objects.ts';
import type { ReadFile } from './reading/apart.ts';
import type { DocumentStore } from './store.ts';

export interface DocumentsDeps {
  store: DocumentStore;
  objects: Pick<ObjectStore, 'put' | 'head'>;
  readFile: ReadFile;
  /** Addresses of the groups of a country and of those above all: nobody's. */
  listMailboxes: (scope: Scope) => Promise<string[]>;
  /** What the endorsed classification of a country says of minutes; null: nothing. */
  findMinutes: (scope: Scope) => Promise<Classified | null>;
  /** Classifications of a country that name this document as their protocol, latest first. */
  listClassifications: (scope: Scope, document: string) => Promise<DocumentAnswer['classifications']>;
  /** Whether the meeting is one of the group. @throws NotFoundError, InputError `meeting.…` */
  checkHeld: (scope: Scope, held: OccurrenceRef | null, group: string) => Promise<void>;
  now: () => Date;
  newId: () => string;
  /** The files know how far the database is (server/store/identity.ts). */
  remember: () => Promise<void>;
}
