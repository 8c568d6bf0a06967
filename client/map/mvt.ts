/**
 * Reads the few things the still picture needs from a Mapbox Vector Tile (specification 2.1): layers, attributes, geometry.
 * Own code, because the first paint must not wait for a library; bytes are not trusted, a broken tile throws RangeError.
 */

export interface TileFeature {
  /** 1 point, 2 line, 3 polygon. */
  type: number;
  properties: Record<string, string | number | boolean>;
  /** Parts in tile units: x0, y0, x1, y1, … */
  parts: Int32Array[];
}

export interface TileLayer {
  extent: number;
  features: TileFeature[];
}

/** @param wanted names of the layers to read; others are skipped unread */
export function readTile(bytes: Uint8Array, wanted: (layer: string) => boolean): Map<string, TileLayer> {
  const layers = new Map<string, TileLayer>();
  for (const { field, start, end } of fields(bytes, 0, bytes.length)) {
    if (field !== 3) continue;
    const layer = readLayer(bytes, start, end, wanted);
    if (layer) layers.set(layer.name, layer);
  }
  return layers;
}

interface Field {
  field: number;
  /** Of a varint field: its value. */
  value: number;
  /** Of a length-delimited or fixed field: where its bytes are. */
  start: number;
  end: number;
}

interface Cursor {
  at: number;
}

function varint(bytes: Uint8Array, cursor: Cursor): number {
  let value = 0;
  for (let factor = 1, i = 0; i < 10; i++, factor *= 128) {
    const byte = bytes[cursor.at++];
    if (byte === undefined) break;
    value += (byte & 127) * factor;
    if (byte < 128) return value;
  }
  throw new RangeError('A vector tile ends inside a number.');
}

function* fields(bytes: Uint8Array, from: number, to: number): Generator<Field> {
  const cursor = { at: from };
  while (cursor.at < to) {
    const tag = varint(bytes, cursor);
    const wire = tag & 7;
    const value = wire === 0 || wire === 2 ? varint(bytes, cursor) : 0;
    const start = cursor.at;
    const length = wire === 2 ? value : wire === 1 ? 8 : wire === 5 ? 4 : 0;
    if (start + length > to || wire === 3 || wire === 4 || wire > 5) throw new RangeError('A vector tile is cut short.');
    cursor.at = start + length;
    yield { field: tag >>> 3, value, start, end: cursor.at };
  }
}

function readLayer(bytes: Uint8Array, from: number, to: number, wanted: (layer: string) => boolean): (TileLayer & { name: string }) | null {
  const text = new TextDecoder();
  const keys: string[] = [];
  const values: (string | number | boolean)[] = [];
  const ranges: Field[] = [];
  let name = '';
  let extent = 4096;
  for (const item of fields(bytes, from, to)) {
    if (item.field === 1) name = text.decode(bytes.subarray(item.start, item.end));
    else if (item.field === 2) ranges.push(item);
    else if (item.field === 3) keys.push(text.decode(bytes.subarray(item.start, item.end)));
    else if (item.field === 4) values.push(readValue(bytes, item, text));
    else if (item.field === 5) extent = item.value;
  }
  if (!wanted(name)) return null;
  return { name, extent, features: ranges.map((range) => readFeature(bytes, range, keys, values)) };
}

function readValue(bytes: Uint8Array, range: Field, text: TextDecoder): string | number | boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const { field, value, start, end } of fields(bytes, range.start, range.end)) {
    if (field === 1) return text.decode(bytes.subarray(start, end));
    if (field === 2) return view.getFloat32(start, true);
    if (field === 3) return view.getFloat64(start, true);
    if (field === 6) return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
    if (field === 7) return value === 1;
    return value;
  }
  return '';
}

function readFeature(bytes: Uint8Array, range: Field, keys: string[], values: (string | number | boolean)[]): TileFeature {
  const feature: TileFeature = { type: 0, properties: {}, parts: [] };
  for (const { field, value, start, end } of fields(bytes, range.start, range.end)) {
    if (field === 2) {
      for (const cursor = { at: start }; cursor.at < end;) {
        const key = keys[varint(bytes, cursor)];
        const item = values[varint(bytes, cursor)];
        if (key !== undefined && item !== undefined) feature.properties[key] = item;
      }
    } else if (field === 3) feature.type = value;
    else if (field === 4) feature.parts = readGeometry(bytes, start, end);
  }
  return feature;
}

function readGeometry(bytes: Uint8Array, from: number, to: number): Int32Array[] {
  const parts: Int32Array[] = [];
  let part: number[] = [];
  let [x, y] = [0, 0];
  const close = () => {
    if (part.length) parts.push(Int32Array.from(part));
    part = [];
  };
  for (const cursor = { at: from }; cursor.at < to;) {
    const command = varint(bytes, cursor);
    if ((command & 7) === 7) continue;
    for (let i = command >>> 3; i > 0; i--) {
      if ((command & 7) === 1) close();
      const [dx, dy] = [varint(bytes, cursor), varint(bytes, cursor)];
      x += (dx >>> 1) ^ -(dx & 1);
      y += (dy >>> 1) ^ -(dy & 1);
      part.push(x, y);
    }
  }
  close();
  return parts;
}
