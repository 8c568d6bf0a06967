/** How the layers and columns of a boundary upload were read, as a file of the version: shown with its draft, and what its files are read by once more. */
import type { BoundaryColumn, BoundaryColumnAnswer, BoundaryLayer, BoundaryLayerAnswer } from '../../contract/boundaries/columns.ts';
import type { AdminLevel } from '../../contract/ids.ts';
import type { NewArtifact } from '../../kinds/summary.ts';
import type { BoundarySaid } from './said.ts';

/** The artifact `columns`. */
export interface BoundaryColumnsFile {
  spec: 1;
  columns: BoundaryColumn[];
  layers: BoundaryLayer[];
  /** What people said, over what they had said of the draft before. */
  said: BoundarySaid;
  /** What was said of the upload as a whole. */
  options: { encoding?: string; crs?: string; minZoom?: number; maxZoom?: number; keepDrawing?: AdminLevel[] };
  /** The uploaded files under the names that they came with: stored ones have lost their folders. */
  files: { name: string; sha256: string }[];
}

export function columnsFile(file: Omit<BoundaryColumnsFile, 'spec'>): NewArtifact {
  const bytes = new TextEncoder().encode(JSON.stringify({ spec: 1, ...file } satisfies BoundaryColumnsFile));
  return { kind: 'columns', file: 'columns.json', mediaType: 'application/json', bytes };
}

export const parseColumnsFile = (bytes: Uint8Array): BoundaryColumnsFile => JSON.parse(Buffer.from(bytes).toString('utf8')) as BoundaryColumnsFile;

/** What is said now over what was said: an answer on one property takes nothing back that was said of another. */
export function mergeSaid(before: BoundarySaid, now: BoundarySaid): BoundarySaid {
  return {
    columns: merge<BoundaryColumnAnswer>([...before.columns, ...now.columns], ({ heading, column, file, sheet }) => [heading, column, file, sheet]),
    layers: merge<BoundaryLayerAnswer>([...before.layers, ...now.layers], ({ file, layer }) => [file, layer]),
  };
}

function merge<T extends object>(answers: readonly T[], keyOf: (answer: T) => unknown[]): T[] {
  const merged = new Map<string, T>();
  for (const answer of answers) merged.set(JSON.stringify(keyOf(answer)), { ...merged.get(JSON.stringify(keyOf(answer))), ...answer });
  return [...merged.values()];
}
