/** What the parts of the service stand on. */
import type { Scope } from '../contract/groups/groups.ts';
import type { DatasetId, VersionTag } from '../contract/ids.ts';
import type { OccurrenceRef } from '../contract/meetings/names.ts';
import type { Rights } from '../groups/who.ts';
import type { Structure } from '../groups/structure.ts';
import type { MeetingStore } from './store.ts';

/** What other rooms tell of what meetings refer to. */
export interface Outside {
  readStructure(scope: Scope): Promise<Structure>;
  /** Titles of documents by id, as far as the one who asks may read them. */
  findDocuments(scope: Scope, ids: readonly string[], asker: { structure: Structure; rights: Rights }): Promise<ReadonlyMap<string, string>>;
  hasDocument(scope: Scope, id: string): Promise<boolean>;
  /** Of a version: whether everybody may know of it; null where there is none. */
  findVersion(dataset: DatasetId, version: VersionTag): Promise<{ isPublic: boolean } | null>;
  /** What groups decided about a version and recorded with it, where a meeting is named. */
  listEndorsements(dataset: DatasetId, version: VersionTag): Promise<{ id: string; held: OccurrenceRef }[]>;
  /** Of a saved map; null where there is none. */
  findMap(id: string): Promise<{ title: string } | null>;
}

export interface MeetingsDeps {
  store: MeetingStore;
  outside: Outside;
  now: () => Date;
  newId: () => string;
}
