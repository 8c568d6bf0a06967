/** The thread that cuts tiles of layers: it holds those that were asked for last, within a budget. */
import { parentPort } from 'node:worker_threads';
import { createKept } from '../kept.ts';
import { readFeatures } from '../layers/features.ts';
import type { TileAnswer, TileAsk } from '../layers/tileService.ts';
import { openLayerTiles, type LayerTiles } from '../overlays/layerTiles.ts';

/** Of layers in memory, in bytes as they count themselves. */
const BUDGET = 220 << 20;

const layers = createKept<LayerTiles>(BUDGET, ({ bytes }) => bytes);
const none = () => Promise.reject(new Error('missing'));

parentPort!.on('message', async (told: TileAsk) => {
  if ('load' in told) {
    // What cannot be opened is told as missing, again and again, to whoever asks for it.
    await layers.get(told.load, async () => openLayerTiles(readFeatures(told.features))).catch(() => undefined);
    return;
  }
  const { ask, layer, z, x, y } = told;
  const post = (answer: Omit<TileAnswer, 'ask'>) => parentPort!.postMessage({ ask, ...answer });
  const opened = await layers.get(layer, none).catch(() => undefined);
  if (!opened) return post({ missing: true });
  try {
    post({ tile: opened.tile(z, x, y) });
  } catch (error) {
    post({ fault: (error as Error).message });
  }
});
