/** What the parts of the service stand on. */
import type { ObjectStore } from '../store/objects/objects.ts';
import type { ReadFile } from './reading/apart.ts';
import type { DocumentStore } from './store.ts';

export interface DocumentsDeps {
  store: DocumentStore;
  objects: Pick<ObjectStore, 'put' | 'head'>;
  readFile: ReadFile;
  now: () => Date;
  newId: () => string;
  /** The files know how far the database is (server/store/identity.ts). */
  remember: () => Promise<void>;
}
