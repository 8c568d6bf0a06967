/** Documents of groups, put together: the process that reads their files, the gaps that the structure tells of them. */
import { randomUUID } from 'node:crypto';
import type { ReadingMessage } from '../../documents/reading/apart.ts';
import { createReader } from '../../documents/reading/apart.ts';
import { askerOf } from '../../documents/open.ts';
import { createDocuments, type Documents } from '../../documents/service.ts';
import { createDocumentStore } from '../../documents/store.ts';
import type { ServeGroupsDeps } from '../../groups/routes.ts';
import type { Beside } from '../beside.ts';
import type { Store } from '../store.ts';

/** Where a file of a document is read. */
const DOCUMENT_PROCESS = new URL('./documentProcess.ts', import.meta.url);
/** A hundred pages with pictures take a tenth. */
const MEMORY_MB = 768;

export interface DocumentsParts extends Pick<Store, 'db' | 'objects' | 'identity'> {
  now: () => Date;
  beside: Pick<Beside, 'startProcess'>;
}

export function openDocuments({ db, objects, identity, now, beside }: DocumentsParts): Documents {
  const readFile = createReader({ start: (data) => beside.startProcess<ReadingMessage>(DOCUMENT_PROCESS, data, MEMORY_MB) });
  return createDocuments({ store: createDocumentStore(db, randomUUID), objects, readFile, now, newId: randomUUID, remember: identity.remember });
}

/** Reviews that are due, beside what the structure misses. */
export const gapsOfDocuments =
  (documents: Pick<Documents, 'gapsOf' | 'today'>): ServeGroupsDeps['moreGaps'] =>
  (scope, { structure, rights, lang }) =>
    documents.gapsOf(scope, { structure, asker: askerOf(rights, structure, documents.today()), lang });
