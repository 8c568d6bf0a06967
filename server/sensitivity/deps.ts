/** What the room is given of others. */
import type { DatasetVersion } from '../contract/datasets/dataset.ts';
import type { DatasetId } from '../contract/ids.ts';
import type { SavedEmbed, SavedMap } from '../contract/maps/map.ts';
import type { Sensitivity } from '../contract/sensitivity/sensitivity.ts';
import type { GroupPlace } from '../people/rights.ts';
import type { Holdings } from './holdings.ts';
import type { SensitivityStore } from './store.ts';

export interface SensitivityDeps {
  store: SensitivityStore;
  holdings: Holdings & { forget(): void };
  /** Versions of every status; undefined where there is no such dataset. */
  listVersions: (dataset: DatasetId) => Promise<DatasetVersion[] | undefined>;
  listDatasets: (country: string) => Promise<DatasetId[]>;
  /** Whether a 3W says where exactly somebody works. */
  hasCoordinates: (version: DatasetVersion) => Promise<boolean>;
  /** Whether a layer is of places where people are treated, taught or sheltered. */
  isOfFacilities: (version: DatasetVersion) => Promise<boolean>;
  listMaps: () => Promise<SavedMap[]>;
  listEmbeds: (map: string) => Promise<SavedEmbed[]>;
  /** Whether a map that everybody sees would not be answered any more, were its 3W given in counts only. */
  wouldClose: (map: SavedMap, limits: Sensitivity) => Promise<boolean>;
  /** Minutes of a country that everybody may read, if its table does not forbid it. */
  listOpenMinutes: (scope: string) => Promise<{ id: string; title: string }[]>;
  /** A document of a country, with its versions. */
  findDocument: (scope: string, id: string) => Promise<{ kind: string; versions: string[] } | null>;
  listGroups: (scope: string) => Promise<GroupPlace[]>;
  now: () => Date;
  newId: () => string;
}
