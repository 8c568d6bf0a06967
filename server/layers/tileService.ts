/** Tiles of layers as bytes: kept in memory, and made by a thread that holds the layers which are looked at, so that nobody else waits for it. */
import { Worker } from 'node:worker_threads';
import type { Artifact } from '../contract/datasets/dataset.ts';
import { UnavailableError } from '../errors.ts';
import { createKept } from '../kept.ts';
import { problemText } from '../words/problems.ts';

/** What the thread is told: a layer to hold, or a tile to cut. */
export type TileAsk = { load: string; features: Uint8Array } | { ask: number; layer: string; z: number; x: number; y: number };
/** `missing`: it does not hold the layer (any more). */
export interface TileAnswer {
  ask: number;
  tile?: Uint8Array | null;
  missing?: true;
  fault?: string;
}

export interface LayerTileService {
  /** null where nothing lies. @param features artifact with the features @throws UnavailableError `busy.server` */
  tile(features: Artifact, z: number, x: number, y: number): Promise<Uint8Array | null>;
  close(): Promise<void>;
}

export interface LayerTileDeps {
  entry: URL;
  readArtifact: (artifact: Artifact) => Promise<Uint8Array>;
}

/** Of tiles in memory, in bytes. */
const TILES_KEPT = 32 << 20;
/** Of the thread's own objects; layers and tiles are numbers beside them. What is read of a layer of 200,000 rows takes 150 at most, for a moment. */
const MEMORY_MB = 256;
/** A layer may be put out by others between being loaded and being asked. */
const TRIES = 3;

/** The thread begins when the first tile is asked for. Tiles throw UnavailableError `busy.server` where it ended while they were cut. */
export function createLayerTiles({ entry, readArtifact }: LayerTileDeps): LayerTileService {
  const tiles = createKept<{ bytes: Uint8Array | null }>(TILES_KEPT, ({ bytes }) => 200 + (bytes?.length ?? 0));
  let thread:
    | { worker: Worker; waiting: Map<number, { resolve: (answer: TileAnswer) => void; reject: (error: Error) => void }>; loads: Map<string, Promise<void>> }
    | undefined;
  let asks = 0;

  function open() {
    if (thread) return thread;
    const worker = new Worker(entry, { resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB, maxYoungGenerationSizeMb: 16 } });
    const own = (thread = { worker, waiting: new Map(), loads: new Map() });
    // A server that stops does not wait for it.
    worker.unref();
    worker.on('message', (answer: TileAnswer) => {
      own.waiting.get(answer.ask)?.resolve(answer);
      own.waiting.delete(answer.ask);
    });
    worker.on('error', () => undefined);
    worker.on('exit', () => {
      if (thread === own) thread = undefined;
      for (const { reject } of own.waiting.values()) reject(new UnavailableError('busy.server', problemText('busy.server')));
    });
    return own;
  }

  async function cut(features: Artifact, z: number, x: number, y: number): Promise<Uint8Array | null> {
    const layer = features.sha256;
    for (let tries = 0; tries < TRIES; tries++) {
      const { worker, waiting, loads } = open();
      const ask = ++asks;
      const answer = await new Promise<TileAnswer>((resolve, reject) => {
        waiting.set(ask, { resolve, reject });
        worker.postMessage({ ask, layer, z, x, y } satisfies TileAsk);
      });
      if (answer.fault !== undefined) throw new Error(answer.fault);
      if (!answer.missing) return answer.tile ?? null;
      // One loads it for all who wait for it.
      let load = loads.get(layer);
      if (!load) {
        load = readArtifact(features).then((bytes) => worker.postMessage({ load: layer, features: bytes } satisfies TileAsk));
        loads.set(layer, load);
        void load.finally(() => loads.delete(layer)).catch(() => undefined);
      }
      await load;
    }
    throw new UnavailableError('busy.server', problemText('busy.server'));
  }

  return {
    tile: async (features, z, x, y) => (await tiles.get(`${features.sha256}/${z}/${x}/${y}`, async () => ({ bytes: await cut(features, z, x, y) }))).bytes,
    async close() {
      await thread?.worker.terminate();
    },
  };
}
