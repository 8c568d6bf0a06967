/**
 * Looks at every page of a Parquet file before the decoder does. hyparquet believes what it reads: a negative page size or run sends
 * it round for ever, a stated count makes it allocate. Headers are Thrift compact structs (parquet.thrift, PageHeader); levels and
 * dictionary indexes are runs (its document on encodings, RLE/bit-packing hybrid). Costs one more unpacking, a few percent of the whole reading.
 */
import type { FileMetaData, parquetRead, SchemaElement } from 'hyparquet';
import type { Limits } from '../limits.ts';
import type { ByteSource } from '../raw.ts';
import { damaged, readRange } from '../reader.ts';

/** A struct's numbers and structs by field id; texts and lists are only stepped over. */
type Struct = Map<number, number | Struct>;

const MAX_DEPTH = 8;
const STOP = 0;
const [TRUE, FALSE, BYTE, I16, I32, I64, DOUBLE, BINARY, LIST, STRUCT] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 12] as const;

class CompactReader {
  at = 0;
  readonly #bytes: Uint8Array;
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  struct(depth = 0): Struct {
    if (depth > MAX_DEPTH) throw new RangeError('a page header is nested too deeply');
    const fields: Struct = new Map();
    let id = 0;
    for (;;) {
      const head = this.#byte();
      const type = head & 15;
      if (type === STOP) return fields;
      id = head >> 4 ? id + (head >> 4) : this.#zigzag();
      const value = this.#value(type, depth);
      if (value !== undefined) fields.set(id, value);
    }
  }

  #value(type: number, depth: number): number | Struct | undefined {
    switch (type) {
      case TRUE:
        return 1;
      case FALSE:
        return 0;
      case BYTE:
        return this.#byte();
      case I16:
      case I32:
      case I64:
        return this.#zigzag();
      case DOUBLE:
        this.#skip(8);
        return undefined;
      case BINARY:
        this.#skip(this.#varint());
        return undefined;
      case LIST: {
        const head = this.#byte();
        const count = head >> 4 === 15 ? this.#varint() : head >> 4;
        // Each element takes a byte at least, so the end of the bytes ends a lie.
        for (let i = 0; i < count; i++) this.#value((head & 15) <= FALSE ? BYTE : head & 15, depth + 1);
        return undefined;
      }
      case STRUCT:
        return this.struct(depth + 1);
      default:
        throw new RangeError(`a page header holds type ${type}`);
    }
  }

  #byte(): number {
    const byte = this.#bytes[this.at++];
    if (byte === undefined) throw new RangeError('a page header is cut off');
    return byte;
  }

  #skip(length: number): void {
    if (this.at + length > this.#bytes.length) throw new RangeError('a page header is cut off');
    this.at += length;
  }

  #varint(): number {
    let value = 0;
    for (let power = 1; ; power *= 128) {
      const byte = this.#byte();
      value += (byte & 127) * power;
      if (byte < 128) return value;
      if (power > 2 ** 49) throw new RangeError('a number in a page header is too long');
    }
  }

  #zigzag(): number {
    const value = this.#varint();
    return value % 2 ? -(value + 1) / 2 : value / 2;
  }
}

type Compressors = NonNullable<Parameters<typeof parquetRead>[0]['compressors']>;

/** One column chunk, and what its pages are held against. */
interface Chunk {
  name: string;
  bytes: Uint8Array;
  /** Values that the footer states. */
  values: number;
  codec: keyof Compressors;
  maxRepetition: number;
  maxDefinition: number;
}

/** Throws `read.damaged` where a page claims more than its column chunk holds. Reads each chunk once. */
export function assertPages(what: string, source: ByteSource, metadata: FileMetaData, limits: Limits, compressors: Compressors): void {
  const levels = toLevels(metadata.schema);
  for (const group of metadata.row_groups)
    for (const { meta_data: column } of group.columns) {
      if (!column) throw damaged(what, 'GeoParquet', 'a column has no metadata');
      const name = column.path_in_schema.join('.');
      const level = levels.get(name);
      const start = Math.min(Number(column.data_page_offset), Number(column.dictionary_page_offset || column.data_page_offset));
      const length = Number(column.total_compressed_size);
      if (!level || !(start >= 4) || !(length >= 0) || start + length > source.size)
        throw damaged(what, 'GeoParquet', `column ${name} lies outside the file or the schema`);
      assertChunk(
        what,
        { name, bytes: readRange(source, start, length), values: Number(column.num_values), codec: column.codec, ...level },
        limits,
        compressors,
      );
    }
}

/** Highest repetition and definition level of each leaf, by its path. The schema is a tree written depth first. */
function toLevels(schema: SchemaElement[]): Map<string, { maxRepetition: number; maxDefinition: number }> {
  const leaves = new Map<string, { maxRepetition: number; maxDefinition: number }>();
  let next = 1;
  const walk = (path: string[], maxRepetition: number, maxDefinition: number, children: number): void => {
    for (let child = 0; child < children && next < schema.length; child++) {
      const element = schema[next++]!;
      const inner = [...path, element.name];
      const repetition = maxRepetition + (element.repetition_type === 'REPEATED' ? 1 : 0);
      const definition = maxDefinition + (element.repetition_type === 'REQUIRED' ? 0 : 1);
      if (inner.length > 32) throw new RangeError('the schema is nested too deeply');
      if (element.num_children) walk(inner, repetition, definition, element.num_children);
      else leaves.set(inner.join('.'), { maxRepetition: repetition, maxDefinition: definition });
    }
  };
  walk([], 0, 0, schema[0]?.num_children ?? 0);
  return leaves;
}

/** NaN where it is missing, which no comparison passes. */
function toNumber(fields: Struct, id: number): number {
  const value = fields.get(id);
  return typeof value === 'number' ? value : NaN;
}

/** Fields of PageHeader that hold a page of each kind. */
const PAGE = { v1: 5, dictionary: 7, v2: 8 } as const;
/** By PageType. */
const PAGE_OF_TYPE: Record<number, number | undefined> = { 0: PAGE.v1, 2: PAGE.dictionary, 3: PAGE.v2 };

function assertChunk(what: string, chunk: Chunk, limits: Limits, compressors: Compressors): void {
  const wrong = (detail: string) => damaged(what, 'GeoParquet', `column ${chunk.name}: ${detail}`);
  const { bytes } = chunk;
  const reader = new CompactReader(bytes);
  let seen = 0;
  // The decoder stops one byte before the end as well.
  while (reader.at < bytes.length - 1) {
    const header = reader.struct();
    const unpacked = toNumber(header, 2);
    const packed = toNumber(header, 3);
    if (!(packed >= 0) || reader.at + packed > bytes.length) throw wrong(`a page states ${packed} bytes, more than are there`);
    if (!(unpacked >= 0) || unpacked > limits.fileBytes) throw wrong(`a page states ${unpacked} bytes unpacked`);
    const page = bytes.subarray(reader.at, reader.at + packed);
    reader.at += packed;
    const kind = PAGE_OF_TYPE[toNumber(header, 1)];
    const inner = kind === undefined ? undefined : header.get(kind);
    if (!(inner instanceof Map)) throw wrong('a page is of no known kind');
    const count = toNumber(inner, 1);
    // Dictionary values are stored in full, one byte at least.
    if (!(count >= 0) || (kind === PAGE.dictionary ? count > unpacked : (seen += count) > chunk.values)) throw wrong(`a page states ${count} values`);
    if (kind === PAGE.v1) assertRuns(chunk, unpack(page, unpacked, chunk.codec, compressors), count, toNumber(inner, 2), null);
    if (kind === PAGE.v2) assertV2(chunk, page, unpacked, inner, compressors);
  }
}

function assertV2(chunk: Chunk, page: Uint8Array, unpacked: number, header: Struct, compressors: Compressors): void {
  const definition = toNumber(header, 5);
  const repetition = toNumber(header, 6);
  if (!(definition >= 0 && repetition >= 0 && definition + repetition <= page.length)) throw new RangeError('a page states longer levels than it has bytes');
  const at = definition + repetition;
  // Levels are never compressed, the values are unless the header says otherwise.
  const values = header.get(7) === 0 ? page.subarray(at) : unpack(page.subarray(at), unpacked - at, chunk.codec, compressors);
  const whole = new Uint8Array(at + values.length);
  whole.set(page.subarray(0, at));
  whole.set(values, at);
  assertRuns(chunk, whole, toNumber(header, 1), toNumber(header, 4), { repetition, definition });
}

function unpack(page: Uint8Array, length: number, codec: Chunk['codec'], compressors: Compressors): Uint8Array {
  return codec === 'UNCOMPRESSED' || !length ? page : (compressors[codec]?.(page, length) ?? page);
}

/** Encoding ids of parquet.thrift whose values are runs of dictionary indexes, and the one of runs of booleans. */
const DICTIONARY = new Set([2, 8]);
const RUNS = 3;

/** `lengths`: bytes of the levels where the header has them (version 2); else each is preceded by its length. */
function assertRuns(chunk: Chunk, page: Uint8Array, count: number, encoding: number, lengths: { repetition: number; definition: number } | null): void {
  const view = new DataView(page.buffer, page.byteOffset, page.byteLength);
  let at = 0;
  let nonNull = count;
  const levels = (max: number, stated: number | undefined): number => {
    if (!max) return count;
    const length = stated ?? view.getUint32(at, true);
    if (stated === undefined) at += 4;
    if (at + length > page.length) throw new RangeError('levels reach past their page');
    const full = countRuns(page.subarray(at, at + length), 32 - Math.clz32(max), count, max);
    at += length;
    return full;
  };
  levels(chunk.maxRepetition, lengths?.repetition);
  nonNull = levels(chunk.maxDefinition, lengths?.definition);
  if (!nonNull) return;
  if (DICTIONARY.has(encoding)) {
    const width = view.getUint8(at);
    if (width > 32) throw new RangeError(`dictionary indexes of ${width} bits`);
    if (width) countRuns(page.subarray(at + 1), width, nonNull, -1);
  } else if (encoding === RUNS) countRuns(page.subarray(at + 4), 1, nonNull, -1);
}

/** Walks runs until `total` values are there; answers how many equal `wanted`. */
function countRuns(bytes: Uint8Array, width: number, total: number, wanted: number): number {
  let at = 0;
  let seen = 0;
  let equal = 0;
  while (seen < total) {
    let head = 0;
    for (let power = 1; ; power *= 128) {
      const byte = bytes[at++];
      if (byte === undefined || power > 2 ** 35) throw new RangeError('runs end too early');
      head += (byte & 127) * power;
      if (byte < 128) break;
    }
    const packed = head % 2 === 1;
    const count = Math.floor(head / 2) * (packed ? 8 : 1);
    // A bit-packed run is filled up to eight values.
    if (count - (packed ? 7 : 0) > total - seen) throw new RangeError(`a run states ${count} values, ${total - seen} are missing`);
    const length = packed ? (count / 8) * width : Math.ceil(width / 8);
    if (at + length > bytes.length) throw new RangeError('a run is cut off');
    if (wanted >= 0) {
      if (!packed) equal += bytes[at] === wanted ? count : 0;
      else for (let i = 0; i < Math.min(count, total - seen); i++) if (bitsAt(bytes, 8 * at + i * width, width) === wanted) equal++;
    }
    at += length;
    seen += count;
  }
  return equal;
}

/** Up to eight bits, the lowest first. */
function bitsAt(bytes: Uint8Array, bit: number, width: number): number {
  const at = bit >> 3;
  return (((bytes[at]! | ((bytes[at + 1] ?? 0) << 8)) >> (bit & 7)) & ((1 << width) - 1)) >>> 0;
}
