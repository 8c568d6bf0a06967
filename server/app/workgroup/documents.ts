/** Documents of groups, put together: the process that reads their files, the gaps that the structure tells of them. */
import { randomUUID } from 'node:crypto';
import type { Classified } from '../../contract/documents/documents.ts';
import type { Scope } from '../../contract/groups/groups.ts';
import type { DataType } from '../../contract/sensitivity/sensitivity.ts';
import type { ReadingMessage } from '../../documents/reading/apart.ts';
import { createReader } from '../../documents/reading/apart.ts';
import type { DocumentsDeps } from '../../documents/deps.ts';
import { createDocuments, type Documents } from '../../documents/service.ts';
import { createDocumentStore } from '../../documents/store.ts';
import type { ServeGroupsDeps } from '../../groups/routes.ts';
import { rowOf, type Holdings } from '../../sensitivity/holdings.ts';
import { createSensitivityStore } from '../../sensitivity/store.ts';
import type { Database } from '../../store/schema.ts';
import type { Beside } from '../beside.ts';
import type { Store } from '../store.ts';
import { checkHeldIn } from './held.ts';

/** Where a file of a document is read. */
const DOCUMENT_PROCESS = new URL('./documentProcess.ts', import.meta.url);
/** A hundred pages with pictures take a tenth. */
const MEMORY_MB = 768;

export interface DocumentsParts extends Pick<Store, 'db' | 'catalog' | 'objects' | 'identity'> {
  holdings: Pick<Holdings, 'read'>;
  now: () => Date;
  beside: Pick<Beside, 'startProcess'>;
}

export function openDocuments({ db, catalog, objects, identity, holdings, now, beside }: DocumentsParts): Documents {
  const readFile = createReader({ start: (data) => beside.startProcess<ReadingMessage>(DOCUMENT_PROCESS, data, MEMORY_MB) });
  return createDocuments({
    store: createDocumentStore(db, randomUUID),
    objects,
    readFile,
    listMailboxes: (scope) => catalog.listMailboxes(scope),
    findMinutes: classifiedBy(holdings, 'minutes'),
    listClassifications: listClassificationsIn(db),
    checkHeld: checkHeldIn(db),
    now,
    newId: randomUUID,
    remember: identity.remember,
  });
}

/** What the classification of a country says of a kind of information that is no dataset. */
export const classifiedBy =
  (holdings: Pick<Holdings, 'read'>, dataType: DataType) =>
  async (scope: Scope): Promise<Classified | null> => {
    const table = (await holdings.read()).tableOf(scope);
    const row = rowOf(table, dataType);
    return row && table ? { audience: row.audience, named: row.named, version: table.version } : null;
  };

const listClassificationsIn =
  (db: Database): DocumentsDeps['listClassifications'] =>
  async (scope, id) =>
    (await createSensitivityStore(db).listTables(scope))
      .flatMap(({ version, state, document }) => (document?.id === id ? [{ version, state, document: document.version }] : []))
      .toReversed();

/** Reviews that are due, beside what the structure misses. */
export const gapsOfDocuments =
  (documents: Pick<Documents, 'gapsOf' | 'askerOf'>): ServeGroupsDeps['moreGaps'] =>
  async (scope, { structure, rights, lang }) =>
    documents.gapsOf(scope, { structure, asker: await documents.askerOf(scope, rights, structure), lang });
