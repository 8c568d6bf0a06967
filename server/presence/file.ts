/** 3W artifacts of stored versions, parsed and made ready for counting, a few kept in memory: they never change. */
import type { Artifact, DatasetVersion } from '../contract/datasets/dataset.ts';
import type { PresenceColumns, PresenceData } from '../contract/presence/presence.ts';
import { NotFoundError } from '../errors.ts';
import { createKept } from '../kept.ts';
import { foldName } from '../matching/fold.ts';
import { upgradeProfile } from './columns/said.ts';
import { compactPresence } from './normalize/data.ts';

export interface LoadedPresence {
  version: DatasetVersion;
  data: PresenceData;
  columns: PresenceColumns;
}

export function createPresenceFiles(readArtifact: (artifact: Artifact) => Promise<Uint8Array>, keep = 4) {
  const files = createKept<Omit<LoadedPresence, 'version'>>(keep);

  async function load(version: DatasetVersion, artifact: Artifact): Promise<Omit<LoadedPresence, 'version'>> {
    const data = upgradeData(JSON.parse(Buffer.from(await readArtifact(artifact)).toString('utf8')) as PresenceData);
    return { data, columns: compactPresence(data, version.dataset, version.version) };
  }

  /** @throws NotFoundError `presence.none` where the version holds no 3W */
  return async function open(version: DatasetVersion): Promise<LoadedPresence> {
    const artifact = version.artifacts.find(({ kind }) => kind === 'presence');
    if (!artifact) throw new NotFoundError('presence.none', `${version.dataset} ${version.version} has no 3W.`);
    // By its bytes: a draft that is read again keeps its tag.
    const key = `${version.dataset} ${version.version} ${artifact.sha256}`;
    return { version, ...(await files.get(key, () => load(version, artifact))) };
  };
}

/** What versions stored before columns had evidence say of them: nothing more than they knew. */
function upgradeData(stored: PresenceData): PresenceData {
  const unknown = { confidence: 1, reasons: [], filled: 0, distinct: 0, language: null, numbers: null, alternatives: [] };
  const profile = upgradeProfile(stored.profile);
  const separatorsOf = (heading: string) => profile.columns.find((column) => column.heading === foldName(heading))?.separators ?? [];
  return {
    ...stored,
    profile,
    columnsRead: stored.columnsRead.map((column) => {
      const { separators = separatorsOf(column.heading) } = column as Partial<typeof column>;
      return { ...unknown, ...column, separators };
    }),
    columnQuestions: stored.columnQuestions ?? [],
    codeSchemes: stored.codeSchemes ?? [],
  };
}
