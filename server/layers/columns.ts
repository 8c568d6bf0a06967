/** How the columns of a layer were read and what people said of it, as a file of the version: shown with its draft, and what the next upload is read by. */
import type { LayerColumn, LayerColumnAnswer, LayerSaid } from '../contract/overlays/layer.ts';
import type { NewArtifact } from '../kinds/summary.ts';
import { foldName } from '../matching/fold.ts';
import type { LayerQuestion } from './questions.ts';

/** The artifact `columns`. */
export interface LayerColumnsFile {
  spec: 1;
  columns: LayerColumn[];
  questions: LayerQuestion[];
  said: { columns: LayerColumnAnswer[]; overlay: LayerSaid };
}

export function columnsFile(columns: LayerColumn[], questions: LayerQuestion[], said: LayerColumnsFile['said']): NewArtifact {
  const file: LayerColumnsFile = { spec: 1, columns, questions, said };
  return { kind: 'columns', file: 'columns.json', mediaType: 'application/json', bytes: new TextEncoder().encode(JSON.stringify(file)) };
}

/** The later word on a column takes the place of the earlier one. */
export function mergeSaid({ asked, remembered }: { asked: readonly LayerColumnAnswer[]; remembered: readonly LayerColumnAnswer[] }): LayerColumnAnswer[] {
  const merged = new Map<string, LayerColumnAnswer>();
  for (const answer of [...remembered, ...asked]) {
    const key = JSON.stringify([foldName(answer.heading), answer.column]);
    merged.set(key, { ...merged.get(key), ...answer });
  }
  return [...merged.values()];
}

/** What holds for the next upload too: not the mistakes of one file, nor until when its data are to be trusted. */
export function toRemember(said: LayerSaid): LayerSaid {
  const { mends: _, crs: __, validUntil: ___, ...lasting } = said;
  return lasting;
}

export const parseColumnsFile = (bytes: Uint8Array): LayerColumnsFile => JSON.parse(Buffer.from(bytes).toString('utf8')) as LayerColumnsFile;
