/** What the room is given of others. */
import type { AdminUnit } from '../contract/admin.ts';
import type { Fates } from '../contract/boundaries/heirs.ts';
import type { Scope } from '../contract/groups/groups.ts';
import type { AdminLevel, VersionTag } from '../contract/ids.ts';
import type { Lang } from '../contract/languages.ts';
import type { Reports } from '../groups/registry.ts';
import type { Structure } from '../groups/structure.ts';
import type { ObjectStore } from '../store/objects/objects.ts';
import type { CodeTable } from '../matching/sectors.ts';
import type { People } from './coverage/gaps.ts';
import type { AssessmentStore } from './store.ts';

export interface Outside {
  readStructure(scope: Scope): Promise<Structure>;
  /** Of the current 3W of a country. */
  readReports(scope: Scope): Promise<Reports>;
  /** The current boundaries, or those of a version; null: none are published, or they are not for everybody. */
  readUnits(scope: Scope, version?: VersionTag): Promise<{ version: VersionTag; units: readonly AdminUnit[] } | null>;
  /** What became of the units of a version on the way to another; null: nothing tells. */
  findFates(scope: Scope, from: VersionTag, to: VersionTag): Promise<Fates | null>;
  /** People in the units of a level of these boundaries. */
  readPeople(scope: Scope, level: AdminLevel, version: VersionTag): Promise<People>;
  nameCountry(scope: Scope, lang: Lang): Promise<string>;
}

export interface AssessmentDeps {
  store: AssessmentStore;
  outside: Outside;
  sectors: CodeTable;
  /** Where files of artifacts are put. */
  objects: Pick<ObjectStore, 'put'>;
  now: () => Date;
  newId: () => string;
}
