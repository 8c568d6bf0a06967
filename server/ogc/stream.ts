/** Features as GeoJSON, piece by piece: geometry goes from where it is stored to who asked, and is never in memory whole. */
import type { ObjectReader } from '../store/objects/reader.ts';
import { Rounder } from './rounding.ts';
import type { Rows, Value } from './rows.ts';
import type { StoredRows } from './scan.ts';

/** Where the geometry of features comes from. */
export type Geometry =
  | { of: 'file'; key: string; spans: Pick<StoredRows, 'from' | 'to'> }
  /** JSON of one feature's geometry. */
  | { of: 'memory'; textOf: (row: number) => string };

export interface Source {
  rows: Rows;
  geometry: Geometry;
}

export interface Wanted {
  /** Names of properties; null: all. */
  properties: string[] | null;
  geometry: boolean;
}

/** Features that lie less than this apart in the file are read in one go. */
const GAP = 256 << 10;
/** Bytes that are given out at a time. */
const PIECE = 192 << 10;

/** Rows in the order of the file, in groups that are read in one go. */
export function runsOf(rows: readonly number[], { from, to }: Pick<StoredRows, 'from' | 'to'>): number[][] {
  const runs: number[][] = [];
  for (const row of rows) {
    const last = runs.at(-1)?.at(-1);
    if (last !== undefined && from[row]! - to[last]! < GAP) runs.at(-1)!.push(row);
    else runs.push([row]);
  }
  return runs;
}

/** JSON of one feature up to its geometry. @param links of a feature that is asked for by itself */
function headOf({ ids, properties, starts }: Rows, row: number, names: string[] | null): Uint8Array {
  const own = Buffer.from(properties.buffer, properties.byteOffset + starts[row]!, starts[row + 1]! - starts[row]!);
  const start = Buffer.from(`{"type":"Feature","id":${JSON.stringify(ids[row])},"properties":`);
  if (names === null) return Buffer.concat([start, own, GEOMETRY]);
  const all = JSON.parse(own.toString('utf8')) as Record<string, Value>;
  return Buffer.concat([start, Buffer.from(JSON.stringify(Object.fromEntries(names.map((name) => [name, all[name] ?? null])))), GEOMETRY]);
}

const GEOMETRY = Buffer.from(',"geometry":');
const [NULL, END, BETWEEN] = [Buffer.from('null'), Buffer.from('}'), Buffer.from(',\n')];

/**
 * The features of `rows`, with commas between.
 * A piece is overwritten once the next but one is made.
 * @param end what closes each: `}`, or further members
 */
export async function* writeFeatures(
  objects: ObjectReader,
  { rows: all, geometry }: Source,
  rows: readonly number[],
  wanted: Wanted,
  end: Uint8Array = END,
): AsyncGenerator<Uint8Array> {
  const out = new Rounder();
  let isFirst = true;
  const begin = (row: number) => {
    if (!isFirst) out.write(BETWEEN);
    isFirst = false;
    out.write(headOf(all, row, wanted.properties));
  };
  if (!wanted.geometry || geometry.of === 'memory') {
    for (const row of rows) {
      begin(row);
      const text = wanted.geometry && geometry.of === 'memory' ? Buffer.from(geometry.textOf(row)) : NULL;
      out.push(text, 0, text.length);
      out.write(end);
      if (out.size > PIECE) yield out.take(true);
    }
  } else {
    const { key, spans } = geometry;
    for (const run of runsOf(rows, spans)) {
      const start = spans.from[run[0]!]!;
      let [at, next] = [start, 0];
      let isBegun = false;
      for await (const chunk of objects.stream(key, start, spans.to[run.at(-1)!]! - start) as AsyncIterable<Uint8Array>) {
        let i = 0;
        while (i < chunk.length && next < run.length) {
          const row = run[next]!;
          if (!isBegun) {
            i = Math.max(i, spans.from[row]! - at);
            if (i >= chunk.length) break;
            begin(row);
            isBegun = true;
          }
          const until = Math.min(chunk.length, spans.to[row]! - at);
          out.push(chunk, i, until);
          i = until;
          if (at + until < spans.to[row]!) continue;
          out.write(end);
          [isBegun, next] = [false, next + 1];
          if (out.size > PIECE) yield out.take(true);
        }
        at += chunk.length;
        if (out.size > PIECE) yield out.take(false);
      }
      if (next < run.length) throw new Error(`${key} is shorter than it was when it was read`);
    }
  }
  yield out.take(true);
}
