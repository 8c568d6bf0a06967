/** The days that data are of, where nobody said: the year of a population; the period of a 3W as it was said, or as its file or sheet is named. */
import type { Artifact } from '../../contract/datasets/dataset.ts';
import type { PopulationLevelValues } from '../../contract/population/population.ts';
import type { PresenceData } from '../../contract/presence/presence.ts';

export interface Span {
  /** First day, or the year alone. */
  from: string;
  /** The day after the last one; null: open. */
  to: string | null;
}

const DAY_MS = 86_400_000;

/** null where they do not tell. Days of single activities tell nothing: they begin years before, and end where they are planned to. */
export async function readSpan(artifacts: readonly Artifact[], readArtifact: (artifact: Artifact) => Promise<Uint8Array>): Promise<Span | null> {
  const read = async <T>(artifact: Artifact) => JSON.parse(Buffer.from(await readArtifact(artifact)).toString('utf8')) as T;
  const [smallest] = artifacts.filter(({ kind }) => kind === 'population').toSorted((a, b) => a.bytes - b.bytes);
  if (smallest) {
    const { year } = await read<PopulationLevelValues>(smallest);
    return year === null ? null : { from: String(year), to: null };
  }
  const presence = artifacts.find(({ kind }) => kind === 'presence');
  const { period, proposedPeriod } = presence ? await read<PresenceData>(presence) : { period: null, proposedPeriod: null };
  const said = period ?? proposedPeriod;
  return said && { from: said.start, to: new Date(Date.parse(said.end) + DAY_MS).toISOString().slice(0, 10) };
}
