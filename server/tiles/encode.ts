/** Mapbox Vector Tile 2.1, written straight to bytes: no object for a feature, no pass to count sizes first. */
import { EXTENT } from './grid.ts';

export const GEOMETRY_TYPE = { point: 1, line: 2, polygon: 3 } as const;
export type TileGeometry = keyof typeof GEOMETRY_TYPE;

/** What a layer's features carry. Row r has tags `tagOffsets[r] … tagOffsets[r+1]`, each a key and a value index. */
export interface LayerTags {
  name: string;
  keys: string[];
  tags: Uint32Array;
  tagOffsets: Uint32Array;
}

/** Values of all layers, each already encoded as field 4 of a layer. */
export interface ValueTable {
  bytes: Uint8Array;
  offsets: Uint32Array;
}

const encoder = new TextEncoder();

/** Collects values; equal ones get one number. */
export class ValueBuilder {
  readonly #ids = new Map<string | number | boolean, number>();
  #bytes = new Uint8Array(1 << 12);
  #length = 0;
  readonly #offsets: number[] = [0];

  id(value: string | number | boolean): number {
    const known = this.#ids.get(value);
    if (known !== undefined) return known;
    const id = this.#ids.size;
    this.#ids.set(value, id);
    const body = encodeValue(value);
    this.#reserve(body.length + 6);
    this.#bytes[this.#length++] = 0x22;
    this.#length = writeVarint(this.#bytes, this.#length, body.length);
    this.#bytes.set(body, this.#length);
    this.#length += body.length;
    this.#offsets.push(this.#length);
    return id;
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + more));
    grown.set(this.#bytes);
    this.#bytes = grown;
  }

  finish(): ValueTable {
    return { bytes: this.#bytes.slice(0, this.#length), offsets: Uint32Array.from(this.#offsets) };
  }
}

function encodeValue(value: string | number | boolean): Uint8Array {
  if (typeof value === 'boolean') return Uint8Array.of(0x38, value ? 1 : 0);
  if (typeof value === 'string') {
    const text = encoder.encode(value);
    const out = new Uint8Array(6 + text.length);
    out[0] = 0x0a;
    const at = writeVarint(out, 1, text.length);
    out.set(text, at);
    return out.subarray(0, at + text.length);
  }
  const out = new Uint8Array(10);
  if (Number.isInteger(value) && Math.abs(value) < 2 ** 31) {
    out[0] = value < 0 ? 0x30 : 0x28;
    return out.subarray(0, writeVarint(out, 1, value < 0 ? -value * 2 - 1 : value));
  }
  out[0] = 0x19;
  new DataView(out.buffer).setFloat64(1, value, true);
  return out.subarray(0, 9);
}

/** Lengths up to 2^53. Answers the position behind. */
export function writeVarint(out: Uint8Array, at: number, value: number): number {
  while (value > 127) {
    out[at++] = (value % 128) | 128;
    value = Math.floor(value / 128);
  }
  out[at++] = value;
  return at;
}

/** The same for values that fit in 31 bits, which is all that tiles hold. */
function writeSmall(out: Uint8Array, at: number, value: number): number {
  while (value > 127) {
    out[at++] = (value & 127) | 128;
    value >>>= 7;
  }
  out[at++] = value;
  return at;
}

export function varintLength(value: number): number {
  return value < 128 ? 1 : value < 16_384 ? 2 : value < 2_097_152 ? 3 : value < 268_435_456 ? 4 : 5;
}

const zigzag = (value: number): number => (value << 1) ^ (value >> 31);

/**
 * Geometry of many features in many tiles, as it comes out of the cutting: one record for each ring, line or point. Steps between its
 * vertices are encoded at once; only the step to its first vertex has to wait until its place in the feature is known.
 */
export class Records {
  #bytes = new Uint8Array(1 << 20);
  #used = 0;
  count = 0;
  /** Tile within the block, layer and row, start and length of the steps, number of steps, first and last vertex in tile units. */
  tile = new Int32Array(1 << 12);
  layer = new Int32Array(1 << 12);
  row = new Int32Array(1 << 12);
  start = new Int32Array(1 << 12);
  steps = new Int32Array(1 << 12);
  size = new Int32Array(1 << 12);
  firstX = new Int32Array(1 << 12);
  firstY = new Int32Array(1 << 12);
  lastX = new Int32Array(1 << 12);
  lastY = new Int32Array(1 << 12);

  get bytes(): Uint8Array {
    return this.#bytes;
  }

  clear(): void {
    this.count = 0;
    this.#used = 0;
  }

  /** Vertices `from … to` with the tile's north-west corner at (originX, originY). */
  add(tile: number, layer: number, row: number, x: Int32Array, y: Int32Array, from: number, to: number, originX: number, originY: number): void {
    this.#reserve((to - from) * 10);
    const bytes = this.#bytes;
    let at = this.#used;
    let px = x[from]!;
    let py = y[from]!;
    for (let i = from + 1; i < to; i++) {
      const nx = x[i]!;
      const ny = y[i]!;
      let v = zigzag(nx - px);
      while (v > 127) {
        bytes[at++] = (v & 127) | 128;
        v >>>= 7;
      }
      bytes[at++] = v;
      v = zigzag(ny - py);
      while (v > 127) {
        bytes[at++] = (v & 127) | 128;
        v >>>= 7;
      }
      bytes[at++] = v;
      px = nx;
      py = ny;
    }
    const record = this.count++;
    this.tile[record] = tile;
    this.layer[record] = layer;
    this.row[record] = row;
    this.start[record] = this.#used;
    this.size[record] = at - this.#used;
    this.steps[record] = to - from - 1;
    this.firstX[record] = x[from]! - originX;
    this.firstY[record] = y[from]! - originY;
    this.lastX[record] = px - originX;
    this.lastY[record] = py - originY;
    this.#used = at;
  }

  #reserve(more: number): void {
    if (this.#used + more > this.#bytes.length) {
      const grown = new Uint8Array(Math.max(this.#bytes.length * 2, this.#used + more));
      grown.set(this.#bytes.subarray(0, this.#used));
      this.#bytes = grown;
    }
    if (this.count < this.tile.length) return;
    this.tile = grown(this.tile);
    this.layer = grown(this.layer);
    this.row = grown(this.row);
    this.start = grown(this.start);
    this.steps = grown(this.steps);
    this.size = grown(this.size);
    this.firstX = grown(this.firstX);
    this.firstY = grown(this.firstY);
    this.lastX = grown(this.lastX);
    this.lastY = grown(this.lastY);
  }
}

function grown(array: Int32Array): Int32Array<ArrayBuffer> {
  const more = new Int32Array(array.length * 2);
  more.set(array);
  return more;
}

/** Layers with their geometry type, as the encoder needs them. */
export type EncodedLayer = LayerTags & { geometry: TileGeometry };

/** Puts the records of one tile together. Used for many tiles, one after another. */
export class TileEncoder {
  readonly #layers: { layer: EncodedLayer; head: Uint8Array; keys: Uint8Array }[];
  readonly #values: ValueTable;
  /** For each value the tile layer in which it was last used, and its number there. */
  readonly #stamp: Int32Array;
  readonly #local: Int32Array;
  #stamps = 0;
  #used = new Int32Array(1 << 10);
  #features = new Uint8Array(1 << 16);
  #geometry = new Uint8Array(1 << 14);
  #tags = new Uint8Array(1 << 8);

  constructor(layers: EncodedLayer[], values: ValueTable) {
    this.#values = values;
    this.#stamp = new Int32Array(values.offsets.length);
    this.#local = new Int32Array(values.offsets.length);
    this.#layers = layers.map((layer) => ({ layer, head: layerHead(layer.name), keys: layerKeys(layer.keys) }));
  }

  /** `order[from … to]` are the tile's records, by layer, row and order of making. Answers the tile's bytes, not compressed. */
  encode(records: Records, order: Int32Array, from: number, to: number): Uint8Array {
    const parts: Uint8Array[] = [];
    for (let i = from; i < to;) {
      const layer = records.layer[order[i]!]!;
      let end = i + 1;
      while (end < to && records.layer[order[end]!] === layer) end++;
      parts.push(this.#layer(layer, records, order, i, end));
      i = end;
    }
    if (parts.length === 1) return parts[0]!;
    const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of parts) {
      out.set(part, at);
      at += part.length;
    }
    return out;
  }

  #layer(index: number, records: Records, order: Int32Array, from: number, to: number): Uint8Array {
    const { layer, head, keys } = this.#layers[index]!;
    const type = GEOMETRY_TYPE[layer.geometry];
    this.#stamps++;
    let used = 0;
    let length = 0;
    for (let i = from; i < to;) {
      const row = records.row[order[i]!]!;
      let end = i + 1;
      while (end < to && records.row[order[end]!] === row) end++;
      const geometrySize = this.#writeGeometry(type, records, order, i, end);
      const firstTag = layer.tagOffsets[row]!;
      const lastTag = layer.tagOffsets[row + 1]!;
      if (this.#tags.length < (lastTag - firstTag) * 5) this.#tags = new Uint8Array((lastTag - firstTag) * 10);
      let tagSize = 0;
      for (let k = firstTag; k < lastTag; k += 2) {
        const value = layer.tags[k + 1]!;
        if (this.#stamp[value] !== this.#stamps) {
          this.#stamp[value] = this.#stamps;
          this.#local[value] = used;
          if (used === this.#used.length) this.#used = grown(this.#used);
          this.#used[used++] = value;
        }
        tagSize = writeSmall(this.#tags, tagSize, layer.tags[k]!);
        tagSize = writeSmall(this.#tags, tagSize, this.#local[value]!);
      }
      length = this.#writeFeature(length, type, tagSize, geometrySize);
      i = end;
    }
    return this.#finishLayer(head, keys, length, used);
  }

  /** MoveTo, LineTo and ClosePath of one feature into the geometry buffer; answers its size. */
  #writeGeometry(type: number, records: Records, order: Int32Array, from: number, to: number): number {
    let need = 0;
    for (let i = from; i < to; i++) need += records.size[order[i]!]! + 24;
    if (this.#geometry.length < need) this.#geometry = new Uint8Array(need * 2);
    const out = this.#geometry;
    const { bytes } = records;
    let at = 0;
    let x = 0;
    let y = 0;
    for (let i = from; i < to; i++) {
      const record = order[i]!;
      out[at++] = (1 << 3) | 1;
      at = writeSmall(out, at, zigzag(records.firstX[record]! - x));
      at = writeSmall(out, at, zigzag(records.firstY[record]! - y));
      x = records.lastX[record]!;
      y = records.lastY[record]!;
      const steps = records.steps[record]!;
      if (steps === 0) continue;
      at = writeSmall(out, at, (steps << 3) | 2);
      const start = records.start[record]!;
      const size = records.size[record]!;
      if (size < 64) for (let k = 0; k < size; k++) out[at + k] = bytes[start + k]!;
      else out.set(bytes.subarray(start, start + size), at);
      at += size;
      if (type === GEOMETRY_TYPE.polygon) out[at++] = (1 << 3) | 7;
    }
    return at;
  }

  #writeFeature(at: number, type: number, tagSize: number, geometrySize: number): number {
    const body = 1 + varintLength(tagSize) + tagSize + 2 + 1 + varintLength(geometrySize) + geometrySize;
    if (at + body + 8 > this.#features.length) {
      const grown = new Uint8Array(Math.max(this.#features.length * 2, at + body + 8));
      grown.set(this.#features.subarray(0, at));
      this.#features = grown;
    }
    const out = this.#features;
    out[at++] = 0x12;
    at = writeSmall(out, at, body);
    out[at++] = 0x12;
    at = writeSmall(out, at, tagSize);
    for (let k = 0; k < tagSize; k++) out[at++] = this.#tags[k]!;
    out[at++] = 0x18;
    out[at++] = type;
    out[at++] = 0x22;
    at = writeSmall(out, at, geometrySize);
    const geometry = this.#geometry;
    if (geometrySize < 64) for (let k = 0; k < geometrySize; k++) out[at + k] = geometry[k]!;
    else out.set(geometry.subarray(0, geometrySize), at);
    return at + geometrySize;
  }

  #finishLayer(head: Uint8Array, keys: Uint8Array, length: number, used: number): Uint8Array {
    const { bytes, offsets } = this.#values;
    let valueSize = 0;
    for (let i = 0; i < used; i++) valueSize += offsets[this.#used[i]! + 1]! - offsets[this.#used[i]!]!;
    const body = head.length + length + keys.length + valueSize + 3;
    const out = new Uint8Array(1 + varintLength(body) + body);
    out[0] = 0x1a;
    let at = writeSmall(out, 1, body);
    out.set(head, at);
    at += head.length;
    out.set(this.#features.subarray(0, length), at);
    at += length;
    out.set(keys, at);
    at += keys.length;
    for (let i = 0; i < used; i++) {
      const value = this.#used[i]!;
      for (let k = offsets[value]!; k < offsets[value + 1]!; k++) out[at++] = bytes[k]!;
    }
    out[at++] = 0x28;
    writeSmall(out, at, EXTENT);
    return out;
  }
}

/** Version 2 and the name. */
function layerHead(name: string): Uint8Array {
  const text = encoder.encode(name);
  const out = new Uint8Array(8 + text.length);
  out.set([0x78, 2, 0x0a]);
  const at = writeSmall(out, 3, text.length);
  out.set(text, at);
  return out.slice(0, at + text.length);
}

function layerKeys(keys: string[]): Uint8Array {
  return Uint8Array.from(
    keys.flatMap((key) => {
      const text = encoder.encode(key);
      const length = new Uint8Array(5);
      return [0x1a, ...length.subarray(0, writeSmall(length, 0, text.length)), ...text];
    }),
  );
}
