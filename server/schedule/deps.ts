/** What the room is given of others. */
import type { Scope } from '../contract/groups/groups.ts';
import type { DatasetId, VersionTag } from '../contract/ids.ts';
import type { EntrySource } from '../contract/harvest/harvest.ts';
import type { Lang } from '../contract/languages.ts';
import type { Audience, DataType, SensitivityClass } from '../contract/sensitivity/sensitivity.ts';
import type { Structure } from '../groups/structure.ts';
import type { Rights } from '../groups/who.ts';
import type { ScheduleStore } from './store.ts';

/** What is known of a dataset of this server. */
export interface Data {
  /** The version that everybody who may receive the dataset is given; null: none was published. */
  current: { version: VersionTag; publishedAt: string; lastData: string | null; reviewedOn: string | null } | null;
  /** Moments of all publications, oldest first. */
  publications: readonly string[];
  /** Raised by each version that was published or withdrawn. */
  turns: number;
}

export interface Outside {
  readStructure(scope: Scope): Promise<Structure>;
  listDatasets(scope: Scope): Promise<DatasetId[]>;
  /** undefined where there is no such dataset. */
  findData(dataset: DatasetId): Promise<Data | undefined>;
  holdsOf(dataset: DatasetId): Promise<{ class: SensitivityClass; audience: Audience }>;
  /** What the classification of the country says of a kind of information; null where it has none, or no such row. */
  classOf(scope: Scope, type: DataType): Promise<SensitivityClass | null>;
  /** What fetches data of the country from elsewhere, by the dataset or the entry that it fills. */
  listSources(scope: Scope): Promise<{ dataset: DatasetId | null; entry: string | null; told: EntrySource }[]>;
  nameCountry(scope: Scope, lang: Lang): Promise<string>;
}

/** Who asks: what may be known and done, and which datasets may be received. */
export interface Asker {
  structure: Structure;
  rights: Rights;
  admits(dataset: DatasetId): Promise<boolean>;
}

export interface ScheduleDeps {
  store: ScheduleStore;
  outside: Outside;
  now: () => Date;
  newId: () => string;
}
