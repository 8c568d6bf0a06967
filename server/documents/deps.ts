/** What the parts of the service stand on. */
import type { Classified } from '../contract/documents/documents.ts';
import type { Scope } from '../contract/groups/groups.ts';
import type { ObjectStore } from '../store/objects/objects.ts';
import type { ReadFile } from './reading/apart.ts';
import type { DocumentStore } from './store.ts';

export interface DocumentsDeps {
  store: DocumentStore;
  objects: Pick<ObjectStore, 'put' | 'head'>;
  readFile: ReadFile;
  /** What the endorsed classification of a country says of minutes; null: nothing. */
  findMinutes: (scope: Scope) => Promise<Classified | null>;
  now: () => Date;
  newId: () => string;
  /** The files know how far the database is (server/store/identity.ts). */
  remember: () => Promise<void>;
}
