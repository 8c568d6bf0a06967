/** Tiles as tasks that any thread can do: nothing here knows of threads. */
import { gzipSync } from 'node:zlib';
import { zxyToTileId } from 'pmtiles';
import type { ArcTable } from '../geometry/arcs.ts';
import { Work } from '../geometry/work.ts';
import type { ValueTable } from './encode.ts';
import { EXTENT_BITS } from './grid.ts';
import { BLOCK_BITS, Slicer, type Block, type RawTile, type SliceOptions, type TileLayer } from './slicing/slice.ts';
import { snapArcs, type ZoomArcs } from './slicing/snap.ts';

/** All that cutting needs, in shared memory. */
export interface SliceJob {
  layers: TileLayer[];
  values: ValueTable;
  options: SliceOptions;
}

/** All that snapping needs, in shared memory. */
export interface SnapJob {
  table: ArcTable;
  zooms: Uint8Array;
  /** First zoom at which each arc is drawn. */
  arcZooms: Uint8Array;
  maxZoom: number;
}

/** Compressed tiles of one block: `ids[i]` has `lengths[i]` bytes of `bytes`. */
export interface TilePack {
  zoom: number;
  ids: Float64Array;
  lengths: Uint32Array;
  bytes: Uint8Array<ArrayBuffer>;
  /** Largest tile before compression. */
  largest: number;
}

/** Runs tasks 0 … count−1. `take` gives the next number, so that several threads can share one list. */
export type TakeTask = () => number;

/** `zooms[i]` is the zoom of task i. */
export function runSnapTasks({ table, zooms, arcZooms, maxZoom }: SnapJob, tasks: ArrayLike<number>, take: TakeTask, done: (arcs: ZoomArcs) => void): void {
  for (let task = take(); task < tasks.length; task = take()) done(snapArcs(table, zooms, arcZooms, tasks[task]!, maxZoom));
}

/** Tasks are given as zoom, blockZoom, x, y one after another. */
export class BlockCutter {
  readonly #slicer: Slicer;
  readonly #arcs: Map<number, ZoomArcs>;
  /** Small tiles repeat (the inside of a unit), so their compressed form is kept. */
  readonly #small = new Map<string, Uint8Array>();

  constructor({ layers, values, options }: SliceJob, arcs: ZoomArcs[]) {
    this.#slicer = new Slicer(layers, values, options);
    this.#arcs = new Map(arcs.map((one) => [one.zoom, one]));
  }

  cut(tasks: Int32Array, task: number): TilePack {
    const [zoom, blockZoom, x, y] = tasks.subarray(4 * task, 4 * task + 4) as unknown as [number, number, number, number];
    return this.#pack(zoom, this.#slicer.cut({ zoom, blockZoom, x, y }, this.#arcs.get(zoom)!));
  }

  #pack(zoom: number, tiles: RawTile[]): TilePack {
    const ids = new Float64Array(tiles.length);
    const lengths = new Uint32Array(tiles.length);
    let largest = 0;
    const compressed = tiles.map(({ x, y, bytes }, i) => {
      largest = Math.max(largest, bytes.length);
      const out = this.#compress(bytes);
      ids[i] = zxyToTileId(zoom, x, y);
      lengths[i] = out.length;
      return out;
    });
    const bytes = new Uint8Array(lengths.reduce((sum, length) => sum + length, 0));
    let at = 0;
    for (const one of compressed) {
      bytes.set(one, at);
      at += one.length;
    }
    return { zoom, ids, lengths, bytes, largest };
  }

  #compress(bytes: Uint8Array): Uint8Array {
    if (bytes.length >= 1024) return gzip(bytes);
    const key = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
    let known = this.#small.get(key);
    // A copy, because the result of gzipSync pins a chunk of 16 kB.
    if (!known) this.#small.set(key, (known = Uint8Array.from(gzip(bytes))));
    return known;
  }
}

/** Level 6: level 9 makes tiles 0.1 % smaller in twice the time. */
const gzip = (bytes: Uint8Array): Uint8Array => gzipSync(bytes, { level: 6, memLevel: 9 });

/** The blocks in which any layer has anything, deepest zoom first, so that the largest tasks are begun early. */
export function listBlocks(layers: TileLayer[], minZoom: number, { maxZoom, buffer, worlds }: SliceOptions): Int32Array {
  const tasks: Block[] = [];
  const rowCount = layers.reduce((sum, { rowBoxes }) => sum + rowBoxes.length / 4, 0);
  const work = new Work('Making tiles', rowCount, 1000);
  for (let zoom = maxZoom; zoom >= minZoom; zoom--) {
    const blockZoom = Math.max(0, zoom - BLOCK_BITS);
    const shift = maxZoom + EXTENT_BITS - blockZoom;
    const side = 2 ** blockZoom;
    const margin = buffer * 2 ** (maxZoom - zoom);
    const taken = new Set<number>();
    for (const layer of layers) {
      if (zoom < layer.minZoom || zoom > layer.maxZoom) continue;
      const { rowBoxes } = layer;
      for (let i = 0; i < rowBoxes.length; i += 4) {
        if (rowBoxes[i + 2]! < rowBoxes[i]!) continue;
        const east = Math.min(side * worlds - 1, (rowBoxes[i + 2]! + margin) >> shift);
        const south = Math.min(side - 1, (rowBoxes[i + 3]! + margin) >> shift);
        const west = Math.max(0, (rowBoxes[i]! - margin) >> shift);
        for (let y = Math.max(0, (rowBoxes[i + 1]! - margin) >> shift); y <= south; y++) {
          work.spend(Math.max(0, east - west + 1));
          for (let x = west; x <= east; x++) taken.add(y * side * worlds + (blockZoom === 0 ? 0 : x));
        }
      }
    }
    for (const key of [...taken].sort((a, b) => a - b)) tasks.push({ zoom, blockZoom, x: key % (side * worlds), y: Math.floor(key / (side * worlds)) });
  }
  return Int32Array.from(tasks.flatMap(({ zoom, blockZoom, x, y }) => [zoom, blockZoom, x, y]));
}
