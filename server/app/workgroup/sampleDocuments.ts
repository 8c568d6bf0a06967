/** Documents of the invented country, stored: each step on its own day. */
import { COMMAND_LINE } from '../../contract/given.ts';
import type { Group, Scope } from '../../contract/groups/groups.ts';
import { toFile } from '../../documents/form.ts';
import { createDocuments } from '../../documents/service.ts';
import { createDocumentStore } from '../../documents/store.ts';
import { readDocument } from '../../documents/reading/read.ts';
import { addDays } from '../../groups/structure.ts';
import { SAMPLE_DOCUMENTS, type SampleDocument } from '../../sample/workgroup/documents.ts';
import type { Store } from '../store.ts';

/** Where the country has no document yet. @param today YYYY-MM-DD, from which the days in them are counted */
export async function loadSampleDocuments(
  { db, objects, identity }: Pick<Store, 'db' | 'objects' | 'identity'>,
  scope: Scope,
  groups: readonly Group[],
  today: string,
): Promise<void> {
  let count = 0;
  const newId = () => `sample-document-${++count}`;
  let at = '';
  const store = createDocumentStore(db, newId);
  const documents = createDocuments({
    store,
    objects,
    readFile: readDocument,
    listMailboxes: async () => [],
    findMinutes: async () => null,
    listClassifications: async () => [],
    checkHeld: async () => {},
    now: () => new Date(at),
    newId,
    remember: identity.remember,
  });
  if ((await documents.read(scope)).length > 0) return;
  const dayOf = (days: number) => addDays(today, days);
  /** Steps of one day one after another. */
  const on = (days: number, hour: number) => {
    at = `${dayOf(days)}T${String(hour).padStart(2, '0')}:00:00.000Z`;
    return documents.acting(scope, COMMAND_LINE);
  };

  async function load({ versions, ...fields }: SampleDocument): Promise<void> {
    for (const [i, { text, note, drafted, approved, review, endorsed, comments }] of versions.entries()) {
      const { name, bytes } = toFile(text, fields.title);
      const file = await documents.storeFile(scope, name, bytes);
      let tag = 'v1';
      if (i === 0) await documents.create(on(drafted, 8), { ...fields, translates: null, note }, file);
      else tag = await documents.draft(on(drafted, 8), fields.id, file, { bump: 'major', note });
      for (const comment of comments) await documents.addComment(on(drafted + 1, 9), fields.id, tag, { ...comment, thread: null });
      if (approved === null) continue;
      await documents.review(on(approved, 9), fields.id, tag, undefined);
      await documents.approve(on(approved, 10), fields.id, tag, { reviewBy: review === null ? null : dayOf(review), accept: false });
      for (const { group: id, day, meeting } of endorsed) {
        const group = groups.find((each) => each.id === id)!;
        const name = { id, names: group.names, acronym: group.acronym };
        await documents.endorse(on(day, 11), fields.id, tag, name, { group: id, date: dayOf(day), meeting, held: null, text: null });
      }
    }
  }
  for (const document of SAMPLE_DOCUMENTS) await load(document);
}
