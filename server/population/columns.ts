/** How the columns of a population upload were read, as a file of the version: shown with its draft, and what the next upload of this layout is read by. */
import type { PopulationColumn, PopulationColumnAnswer } from '../contract/population/columns.ts';
import { foldName } from '../matching/fold.ts';
import type { PopulationArtifact } from './files.ts';
import type { SaidColumns } from './normalize/roles.ts';

/** The artifact `columns`. */
export interface PopulationColumnsFile {
  spec: 1;
  columns: PopulationColumn[];
  /** What people said, over what they had said of the version before. */
  said: PopulationColumnAnswer[];
}

export function columnsFile(columns: PopulationColumn[], said: SaidColumns = { asked: [], remembered: [] }): PopulationArtifact {
  const file: PopulationColumnsFile = { spec: 1, columns, said: mergeSaid(said) };
  return { kind: 'columns', file: 'columns.json', mediaType: 'application/json', bytes: new TextEncoder().encode(JSON.stringify(file)) };
}

/** An answer on one property of a column takes nothing back that was said of another. */
export function mergeSaid({ asked, remembered }: SaidColumns): PopulationColumnAnswer[] {
  const merged = new Map<string, PopulationColumnAnswer>();
  for (const answer of [...remembered, ...asked]) {
    const key = `${foldName(answer.heading)} ${answer.column ?? ''}`;
    merged.set(key, { ...merged.get(key), ...answer });
  }
  return [...merged.values()];
}
