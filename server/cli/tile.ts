/** `codmap tile`: boundaries in any format in, one PMTiles archive out; nothing is stored. */
import { readUpload } from '../formats/upload.ts';
import type { TileSummary } from '../tiles/write.ts';
import { findGdal } from '../outside/gdal.ts';
import type { IngestFile } from '../jobs/source.ts';
import { tileFiles } from './tileFiles.ts';

export interface TileRequest {
  out: string;
  minZoom?: number;
  maxZoom?: number;
  layer?: string;
  encoding?: string;
  crs?: string;
  onProgress: (stage: string, done: number, total: number) => void;
}

/** All files are one upload: parts of a shapefile may come apart, and levels in files of their own. */
export async function tileUpload(files: IngestFile[], { encoding, crs, onProgress, ...options }: TileRequest): Promise<TileSummary> {
  onProgress('read', 0, 1);
  const outside = await findGdal();
  const { layers } = await readUpload(files, {
    ...(encoding === undefined ? {} : { encoding }),
    ...(crs === undefined ? {} : { crs }),
    ...(outside ? { outside } : {}),
  });
  return tileFiles(['upload'], { ...options, onProgress, read: async () => layers });
}
