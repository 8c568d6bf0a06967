/** `codmap tile`: boundaries in, one PMTiles archive out. */
import type { Iso3 } from '../contract/ids.ts';
import { InputError } from '../errors.ts';
import type { IngestFile, IngestOptions } from '../jobs/ingest.ts';

export interface TileRequest {
  country?: Iso3;
  minZoom?: number;
  maxZoom?: number;
  answers: IngestOptions;
  onProgress: (stage: string, done: number, total: number) => void;
}

export async function tilePaths(_files: IngestFile[], _request: TileRequest): Promise<{ bytes: Uint8Array; summary: object }> {
  throw new InputError('upload.kind', 'not yet');
}
