/** What the room is given of others. */
import type { DatasetVersion } from '../contract/datasets/dataset.ts';
import type { Scope } from '../contract/groups/groups.ts';
import type { DatasetId, VersionTag } from '../contract/ids.ts';
import type { Lang } from '../contract/languages.ts';
import type { Permission } from '../contract/route.ts';
import type { Series } from '../contract/schedule/schedule.ts';
import type { Audience, Sensitivity } from '../contract/sensitivity/sensitivity.ts';
import type { Structure } from '../groups/structure.ts';

/** What appointments of an account, or of whoever sent a request, allow at this moment (server/people/rights.ts). */
export interface AccountRights {
  may(permission: Permission, target: DatasetId | { scope: string; group: string | null }): boolean;
  receives(dataset: DatasetId, audience: Audience, named: readonly string[]): boolean;
}

/** An entry of the schedule, as news tell it. */
export interface KnownEntry {
  id: string;
  series: Series;
  title: string;
  dataset: DatasetId | null;
  group: string | null;
  organisation: string | null;
  /** Strangers may know of it: public, of a public group, and of data that are not severe. */
  isOpen: boolean;
}

/** A source that is fetched by schedule. */
export interface KnownSource {
  name: string;
  path: string;
}

/** An assessment that is planned and told to everybody, as news tell it. */
export interface KnownAssessment {
  id: string;
  /** By language. */
  title: Readonly<Record<string, string>>;
  lead: string;
  /** YYYY-MM-DD; null: nobody said when. */
  start: string | null;
}

export interface Outside {
  readStructure(scope: Scope): Promise<Structure>;
  /** null where there is none. */
  findDataset(dataset: DatasetId): Promise<{ isPublished: boolean } | null>;
  /** null where it is not there any more. */
  findVersion(dataset: DatasetId, version: VersionTag): Promise<DatasetVersion | null>;
  holdsOf(dataset: DatasetId): Promise<Sensitivity>;
  nameCountry(scope: Scope, lang: Lang): Promise<string>;
  findEntry(scope: Scope, id: string): Promise<KnownEntry | null>;
  findSource(scope: Scope, id: string): Promise<KnownSource | null>;
  /** null where it is not planned any more, or not for everybody. */
  findAssessment(scope: Scope, id: string): Promise<KnownAssessment | null>;
}
