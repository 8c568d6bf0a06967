/** What the room is given of others. */
import type { DatasetVersion } from '../contract/datasets/dataset.ts';
import type { Provenance } from '../contract/harvest/provenance.ts';
import type { DatasetId, VersionTag } from '../contract/ids.ts';
import type { Log } from '../log.ts';
import type { Job, JobFile } from '../jobs/queue.ts';
import type { Egress } from '../outside/egress/contract.ts';
import type { ObjectStore, StoredObject } from '../store/objects/objects.ts';
import type { Look } from './look.ts';
import type { StoredSource } from './rows.ts';
import type { HarvestStore } from './store.ts';

export interface HarvestDeps {
  store: HarvestStore;
  egress: Egress;
  look: Look;
  uploads: { maxBytes: number; store(stream: AsyncIterable<Uint8Array>, limit: number): Promise<StoredObject> };
  objects: Pick<ObjectStore, 'delete' | 'head'>;
  names: { isFree(key: string): Promise<boolean> };
  datasets: {
    registerUpload(dataset: DatasetId, files: JobFile[], options: Record<string, unknown>, by: string | null): Promise<Job>;
    getVersion(dataset: DatasetId, version: VersionTag): Promise<DatasetVersion>;
  };
  findVersionBySource(dataset: DatasetId, sha256: string): Promise<VersionTag | undefined>;
  jobs: { find(id: string): Promise<Job | undefined>; findByUpload(dataset: DatasetId, sha256: string): Promise<Job | undefined> };
  /** Publishes in the name of whoever said so, as that one could at this moment. @throws CodmapError where that one could not */
  publish(version: DatasetVersion, source: Pick<StoredSource, 'publishBy' | 'publishAccount' | 'scope'>): Promise<void>;
  /** The group that is told when a source fails; null where nobody keeps its data. */
  findKeeper(source: Pick<StoredSource, 'scope' | 'dataset' | 'entry'>): Promise<string | null>;
  /** Of the server, under which those of sources are sealed. */
  secret: string;
  /** Names this server among those that share the store. */
  owner: string;
  now: () => Date;
  newId: () => string;
  log: Log;
  /** Between two fetches that are compared. */
  pause?: (milliseconds: number) => Promise<void>;
}

/** In the options of an upload, which keep it from reading to reading. */
export const PROVENANCE = 'harvest';
export type WithProvenance = { [PROVENANCE]?: Provenance };
