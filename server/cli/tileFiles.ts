/** `codmap tile`: boundary files in, one PMTiles archive out. IO is here, the rest in boundaries/ and tiles/. */
import { closeSync, fstatSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename } from 'node:path';
import { NO_COUNTRY, type Iso3 } from '../contract/ids.ts';
import type { ByteSource, RawLayer } from '../formats/raw.ts';
import { writeLayer, writeTiles, type TileLevel, type TileOptions, type TileSummary } from '../tiles/write.ts';
import { tileThreads } from '../jobs/tileThreads.ts';

export interface TileFilesOptions {
  /** Path of the archive; written beside it first, so that a half-written archive is never there. */
  out: string;
  minZoom?: number;
  maxZoom?: number;
  /** Whose boundaries they are; learnt from the files where it is left out. */
  country?: Iso3;
  /** One layer of this name with every attribute, instead of levels, lines and labels. */
  layer?: string;
  /** Threads to use; by default two where there are two cores and the country is large enough to gain by it. */
  threads?: number;
  name?: string;
  attribution?: string;
  version?: string;
  onProgress?: TileOptions['onProgress'];
  /** Reads one file; the caller's readers where other formats than GeoJSON are to be read. */
  read?: (path: string) => Promise<RawLayer[]>;
}

/** Below this many vertices a thread costs more to start than it gives. */
const VERTICES_FOR_THREADS = 300_000;

/** Throws InputError where a file is unreadable or holds no units. */
export async function tileFiles(paths: string[], options: TileFilesOptions): Promise<TileSummary> {
  const read = options.read ?? readGeoJsonFile;
  const layers: RawLayer[] = [];
  for (const path of paths) layers.push(...(await read(path)));
  const vertices = layers.reduce((sum, { geometry }) => sum + geometry.coords.length / 2, 0);
  const threads = options.threads ?? (vertices < VERTICES_FOR_THREADS ? 1 : Math.min(2, availableParallelism()));
  const runner = threads > 1 ? tileThreads(threads - 1) : undefined;
  const partial = `${options.out}.part`;
  const file = openSync(partial, 'w');
  try {
    const tileOptions: TileOptions = { name: basename(options.out).replace(/\.pmtiles$/i, ''), ...options, consume: true, ...(runner ? { runner } : {}) };
    const sink = bufferedWriter((bytes) => writeSync(file, bytes));
    const summary =
      options.layer === undefined
        ? await writeTiles(await toLevels(layers.splice(0), options.country), tileOptions, sink.write)
        : await writeLayer(oneLayer(options.layer, layers.splice(0)), tileOptions, sink.write);
    sink.flush();
    renameSync(partial, options.out);
    return summary;
  } finally {
    closeSync(file);
    rmSync(partial, { force: true });
    await runner?.close();
  }
}

/** One line for a person. */
export function describeTiles(out: string, { minZoom, maxZoom, layers }: TileSummary): string {
  return `${out}: zooms ${minZoom} to ${maxZoom}, ${layers.map(({ name, features }) => `${name} ${features.toLocaleString('en')}`).join(', ')}`;
}

/** The levels as they would be published. Imported when needed: a single layer needs none of it. */
async function toLevels(layers: RawLayer[], country: Iso3 | undefined): Promise<TileLevel[]> {
  const [{ normalizeBoundaries }, { planLevels }, { publishLevels, upperLevels }, { buildCoverage }, { iso3Of }] = await Promise.all([
    import('../boundaries/normalize/boundaries.ts'),
    import('../boundaries/normalize/plan.ts'),
    import('../boundaries/normalize/publish.ts'),
    import('../geometry/coverage.ts'),
    import('../matching/countries.ts'),
  ]);
  const plan = planLevels(normalizeBoundaries(layers, { country: country ?? guessCountry(layers, iso3Of) }));
  const published = publishLevels(plan, buildCoverage(plan.base, upperLevels(plan)));
  const partial = new Set(plan.partial.map(({ level }) => level));
  return published.map((table) => ({ table, partial: partial.has(table.level) }));
}

/** A country code in the attributes, or else in the name of a file; without one, codes are told by their nesting alone. */
function guessCountry(layers: RawLayer[], iso3Of: (code: string) => Iso3 | null): Iso3 {
  for (const { columns } of layers) {
    for (const { name, values } of columns) {
      const value = /^adm(in)?_?0.*code?$|^iso_?[23]?$/i.test(name) ? values.find((one) => typeof one === 'string') : undefined;
      const found = typeof value === 'string' ? iso3Of(value) : null;
      if (found) return found;
    }
  }
  for (const { file } of layers) {
    const found = iso3Of(/^[a-z]{3}(?=[_-])/i.exec(basename(file))?.[0].toUpperCase() ?? '');
    if (found) return found;
  }
  return NO_COUNTRY;
}

function oneLayer(name: string, [first, ...others]: RawLayer[]) {
  if (!first || others.length > 0) throw new RangeError('A single layer is made from a single file with one layer');
  return { name, geometry: first.geometry, columns: first.columns.map(({ name: key, values }) => ({ key, values })) };
}

async function readGeoJsonFile(path: string): Promise<RawLayer[]> {
  const { readGeoJson } = await import('../formats/geojson/read.ts');
  const file = openSync(path, 'r');
  try {
    return [readGeoJson({ name: path, source: fileSource(file) })];
  } finally {
    closeSync(file);
  }
}

/** An open file as bytes by position. */
function fileSource(file: number): ByteSource {
  return { size: fstatSync(file).size, read: (into, position) => readSync(file, into, 0, into.length, position) };
}

/** Thousands of small writes as a few large ones. */
function bufferedWriter(write: (bytes: Uint8Array) => void): { write: (bytes: Uint8Array) => void; flush: () => void } {
  const buffer = new Uint8Array(1 << 20);
  let used = 0;
  const flush = () => {
    if (used > 0) write(buffer.subarray(0, used));
    used = 0;
  };
  return {
    write(bytes) {
      if (used + bytes.length > buffer.length) flush();
      if (bytes.length > buffer.length) return write(bytes);
      buffer.set(bytes, used);
      used += bytes.length;
    },
    flush,
  };
}
