/** How the columns of a population upload were read, as a file of the version: shown with its draft, and what the next upload of this layout is read by. */
import type { PopulationColumn, PopulationColumnAnswer, PopulationQuestion } from '../contract/population/columns.ts';
import { foldName } from '../matching/fold.ts';
import type { PopulationArtifact } from './files.ts';
import type { SaidColumns } from './normalize/roles.ts';

/** The artifact `columns`. */
export interface PopulationColumnsFile {
  spec: 1;
  columns: PopulationColumn[];
  /** What must be answered before publishing. Files written before there were any have none. */
  questions?: PopulationQuestion[];
  /** What people said, over what they had said of the version before. */
  said: PopulationColumnAnswer[];
  /** false: what was said holds for this version alone. */
  remember?: boolean;
}

export function columnsFile(
  columns: PopulationColumn[],
  questions: PopulationQuestion[],
  said: SaidColumns = { asked: [], remembered: [] },
): PopulationArtifact {
  const { remember = true } = said;
  const file: PopulationColumnsFile = { spec: 1, columns, questions, said: mergeSaid(said), ...(remember ? {} : { remember }) };
  return { kind: 'columns', file: 'columns.json', mediaType: 'application/json', bytes: new TextEncoder().encode(JSON.stringify(file)) };
}

/** An answer on one property of a column takes nothing back that was said of another. */
export function mergeSaid({ asked, remembered }: Pick<SaidColumns, 'asked' | 'remembered'>): PopulationColumnAnswer[] {
  const merged = new Map<string, PopulationColumnAnswer>();
  for (const answer of [...remembered, ...asked]) {
    const key = JSON.stringify([foldName(answer.heading), answer.column, answer.file, answer.sheet]);
    merged.set(key, { ...merged.get(key), ...answer });
  }
  return [...merged.values()];
}

export const parseColumnsFile = (bytes: Uint8Array): PopulationColumnsFile => JSON.parse(Buffer.from(bytes).toString('utf8')) as PopulationColumnsFile;
