/** Documents: what is read of them and what is changed in them. What may be done by whom is asked by the routes. */
import { createHash } from 'node:crypto';
import type { DocumentChange, DocumentEvent, DocumentRecord, NewDocument } from '../contract/documents/documents.ts';
import type { Gap, Scope } from '../contract/groups/groups.ts';
import type { Lang } from '../contract/languages.ts';
import type { Structure } from '../groups/structure.ts';
import type { Rights } from '../groups/who.ts';
import { askerOf } from './asker.ts';
import { checkRevealing, checkTranslates, getDocument, refused } from './checks.ts';
import { createComments } from './comments.ts';
import type { DocumentsDeps } from './deps.ts';
import { createEditionChanges, newEdition } from './editions.ts';
import { currentOf, isPublished, mayRead, newDocumentId, type Asker, type StoredDocument, type StoredFile, type StoredObject } from './model.ts';
import { findNotices, groupsSeen, toGaps } from './notices.ts';
import type { Acting } from './store.ts';

export type Documents = ReturnType<typeof createDocuments>;

/** Fields of a new document; its text comes as a file. */
export type NewFields = Omit<NewDocument, 'text'>;

/** All that is read and changed of documents. Refusals say what is wrong and leave everything as it was: NotFoundError, ConflictError and InputError `document.…`. */
export function createDocuments(deps: DocumentsDeps) {
  const { store, now } = deps;
  return {
    read: (scope: Scope, id?: string): Promise<StoredDocument[]> => store.read(scope, id),
    listEvents: (scope: Scope, document: string, limit: number): Promise<DocumentEvent[]> => store.listEvents(scope, document, limit),
    /** Of other kinds than a protocol there are none. */
    listClassifications: async ({ scope, id, kind }: Pick<DocumentRecord, 'scope' | 'id' | 'kind'>) =>
      kind === 'isp' ? deps.listClassifications(scope, id) : [],
    readNames: (ids: readonly (string | null)[]) => store.readNames(ids),
    now,
    /** YYYY-MM-DD, of UTC. */
    today: (): string => now().toISOString().slice(0, 10),
    /** @param actor the account */
    acting: (scope: Scope, actor: string | null): Acting => ({ scope, actor, at: now().toISOString() }),

    /** Who asks, at this moment. */
    askerOf: async (scope: Scope, rights: Rights, structure: Structure): Promise<Asker> =>
      askerOf(rights, structure, now().toISOString().slice(0, 10), await deps.findMinutes(scope)),

    /** Due reviews of what the one who asks may read, as gaps of the structure. */
    async gapsOf(scope: Scope, { structure, asker, lang }: { structure: Structure; asker: Asker; lang: Lang }): Promise<Gap[]> {
      const open = new Set(structure.groups.filter(({ visibility }) => visibility === 'public').map(({ id }) => id));
      const readable = (await store.read(scope)).filter((document) => mayRead(document, open.has(document.group), asker));
      return toGaps(findNotices(readable, groupsSeen(structure, asker.member), { now: now(), lang, members: false }));
    },

    ...createRecords(deps),
    ...createEditionChanges(deps),
    ...createComments(deps),
    storeFile: (scope: Scope, name: string, bytes: Uint8Array) => storeFile(deps, scope, name, bytes),
    /** What a Markdown text would look like; nothing is stored. @throws as `storeFile` */
    preview: (text: string) => deps.readFile('preview.txt', Buffer.from(text)),
  };
}

function createRecords({ store, remember }: DocumentsDeps) {
  return {
    /** With its first draft, `v1`. @returns its id. @throws ConflictError `document.id-taken`, NotFoundError `document.translates` */
    async create(acting: Acting, { id: asked, kind, group, language, title, audience, translates, note }: NewFields, file: StoredFile): Promise<string> {
      const id = await store.change(acting, async (documents, write) => {
        const taken = new Set(documents.map((document) => document.id));
        const made = asked ?? newDocumentId({ group, kind, title }, taken);
        if (taken.has(made)) throw refused('document.id-taken', { id: made });
        checkTranslates(documents, made, translates);
        const record: DocumentRecord = {
          scope: acting.scope,
          id: made,
          kind,
          group,
          language,
          title,
          audience,
          translates,
          createdAt: acting.at,
          updatedAt: acting.at,
        };
        await write.insertDocument(record);
        await write.insertEdition(made, newEdition('v1', file, note, acting));
        await write.record({ document: made, action: 'document.created', detail: { kind, group, title } });
        await write.record({ document: made, action: 'edition.drafted', version: 'v1', detail: { file: file.name } });
        return made;
      });
      await remember();
      return id;
    },

    /** @throws ConflictError `document.reveals`, NotFoundError `document.translates` */
    change: (acting: Acting, id: string, { accept = false, ...change }: DocumentChange) =>
      store.change(acting, async (documents, write) => {
        const { editions, comments: _, ...before } = getDocument(documents, id);
        checkTranslates(documents, id, change.translates);
        const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<DocumentRecord>;
        // Superseded ones are read by the same people.
        if (given.audience !== undefined) for (const edition of editions.filter(isPublished)) checkRevealing(edition, given.audience, accept);
        await write.updateDocument({ ...before, ...given });
        await write.record({ document: id, action: 'document.changed', detail: Object.fromEntries(Object.entries(given).map(([field, value]) => [field, value === null ? null : String(value)])) }); // prettier-ignore
      }),

    /** @throws ConflictError `document.published` */
    remove: (acting: Acting, id: string) =>
      store.change(acting, async (documents, write) => {
        const document = getDocument(documents, id);
        if (document.editions.some(isPublished)) throw refused('document.published', { version: currentOf(document)?.version ?? null });
        await write.deleteDocument(document);
        await write.record({ document: id, action: 'document.deleted', detail: { title: document.title } });
      }),
  };
}

const FILE = { markdown: 'file.md', docx: 'file.docx', pdf: 'file.pdf' } as const;

/**
 * Reads a file and puts it and its view among the objects, by their checksums. Nothing names them yet: what is not named within a day is collected.
 * @param name as people called it; folders are taken off
 */
async function storeFile({ objects, readFile, listMailboxes }: DocumentsDeps, scope: Scope, name: string, bytes: Uint8Array): Promise<StoredFile> {
  const { format, media, html, headings, told } = await readFile(name, bytes, await listMailboxes(scope));
  const put = async (file: string, content: Uint8Array): Promise<StoredObject> => {
    const sha256 = createHash('sha256').update(content).digest('hex');
    const key = `documents/${scope.toLowerCase()}/${sha256}/${file}`;
    await objects.put(key, content);
    return { key, sha256, bytes: content.length };
  };
  const object = await put(FILE[format], bytes);
  return { format, name, media, object, view: html === null ? null : await put('view.html', Buffer.from(html)), headings, told };
}
