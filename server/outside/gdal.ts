/**
 * GDAL's ogr2ogr as a process of its own, for what JavaScript cannot do right: File Geodatabases and datum shifts.
 * Arguments are fixed; nothing that a stranger wrote is an argument or a path. Files live in a fresh folder that is removed.
 */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InputError } from '../errors.ts';
import type { CrsStatement, OutsideTools } from '../formats/reader.ts';

export interface GdalOptions {
  /** Name or path of the program. */
  program?: string;
  /** Folder for temporary files. */
  folder?: string;
  /** Milliseconds after which the process is killed. A geodatabase of 40,000 units takes about 10 s. */
  timeout?: number;
}

/** Programs that have answered: to start one takes a tenth of a second of a processor, which every upload would pay again. One that is missing may come. */
const answering = new Set<string>();

/** The tools when ogr2ogr answers, else undefined. */
export async function findGdal(options: GdalOptions = {}): Promise<OutsideTools | undefined> {
  const { program = 'ogr2ogr' } = options;
  if (!answering.has(program)) {
    const answers = await new Promise<boolean>((resolve) => {
      execFile(program, ['--version'], { timeout: 10_000 }, (error, stdout) => resolve(!error && stdout.startsWith('GDAL')));
    });
    if (!answers) return undefined;
    answering.add(program);
  }
  return createGdal(options);
}

export function createGdal({ program = 'ogr2ogr', folder = tmpdir(), timeout = 300_000 }: GdalOptions = {}): OutsideTools {
  const inFolder = async <T>(work: (path: string) => Promise<T>): Promise<T> => {
    const path = await mkdtemp(join(folder, 'codmap-gdal-'));
    try {
      return await work(path);
    } finally {
      await rm(path, { recursive: true, force: true });
    }
  };
  const run = (cwd: string, args: string[], what: string) =>
    new Promise<void>((resolve, reject) => {
      execFile(program, args, { cwd, timeout, killSignal: 'SIGKILL', maxBuffer: 1 << 20 }, (error) => {
        if (!error) return resolve();
        const why = error.killed ? `took longer than ${Math.round(timeout / 1000)} s` : 'failed';
        // What GDAL printed goes to the log by `cause`; it may name files of this server.
        reject(
          new InputError('read.gdalFailed', `${what} ${why} in GDAL. Export the layers as GeoPackage in WGS 84 (EPSG:4326) and upload that.`, { cause: error }),
        );
      });
    });

  return {
    geodatabaseToGeoPackage: (files) =>
      inFolder(async (path) => {
        await mkdir(join(path, 'in.gdb'));
        for (const { name, bytes } of files) if (GDB_FILE.test(name)) await writeFile(join(path, 'in.gdb', name), bytes);
        // Only files with a geodatabase's own names are there, so no other driver finds work. Curves become lines, as every other format has them.
        await run(path, ['-f', 'GPKG', '-nlt', 'CONVERT_TO_LINEAR', 'out.gpkg', 'in.gdb'], 'Reading the File Geodatabase');
        return new Uint8Array(await readFile(join(path, 'out.gpkg')));
      }),
    toWgs84: (pairs, crs) =>
      inFolder(async (path) => {
        const { shp, shx } = toMultipoints(pairs);
        await writeFile(join(path, 'in.shp'), shp);
        await writeFile(join(path, 'in.shx'), shx);
        const source = await sourceArguments(path, crs);
        await run(path, ['-f', 'ESRI Shapefile', ...source, '-t_srs', 'EPSG:4326', 'out.shp', 'in.shp'], 'Converting the coordinates to WGS 84');
        const moved = fromMultipoints(new Uint8Array(await readFile(join(path, 'out.shp'))));
        if (moved.length !== pairs.length)
          throw new InputError(
            'read.gdalFailed',
            'GDAL lost some coordinates when converting them to WGS 84. Reproject the layer to WGS 84 (EPSG:4326) in a GIS and upload it again.',
          );
        return moved;
      }),
  };
}

/** The names that a File Geodatabase consists of. */
const GDB_FILE = /^(a[0-9a-f]{8}\.(\w{1,64}\.)?(gdbtable|gdbtablx|gdbindexes|atx|spx|freelist|horizon)|gdb|timestamps)$/i;

/** A code is an argument because it is digits; a definition is a file, because GDAL takes an argument for a path or an address too. */
async function sourceArguments(path: string, crs: CrsStatement): Promise<string[]> {
  if (crs.code && /^(EPSG|ESRI):\d{1,6}$/.test(crs.code)) return ['-s_srs', crs.code];
  const text = crs.text?.trim() ?? '';
  if (!/^[A-Z_]+\s*\[/i.test(text))
    throw new InputError(
      'read.crsUnknown',
      'The coordinate system has neither an EPSG code nor a WKT text. Reproject the layer to WGS 84 (EPSG:4326) in a GIS and upload it again.',
    );
  await writeFile(join(path, 'in.prj'), text);
  return [];
}

/** Points in one record; a record's length is a 31-bit count of 16-bit words. */
const CHUNK = 1 << 20;

/** Coordinates as a shapefile of multi-points: the one binary form that every GDAL reads without loss. */
function toMultipoints(pairs: Float64Array): { shp: Uint8Array; shx: Uint8Array } {
  const points = pairs.length / 2;
  const chunks = Math.ceil(points / CHUNK);
  const shp = new DataView(new ArrayBuffer(100 + chunks * 48 + points * 16));
  const shx = new DataView(new ArrayBuffer(100 + chunks * 8));
  const box = toBox(pairs);
  for (const view of [shp, shx]) {
    view.setInt32(0, 9994);
    view.setInt32(24, view.byteLength / 2);
    view.setInt32(28, 1000, true);
    view.setInt32(32, 8, true);
    box.forEach((value, i) => view.setFloat64(36 + 8 * i, value, true));
  }
  let at = 100;
  for (let chunk = 0; chunk < chunks; chunk++) {
    const from = chunk * CHUNK;
    const count = Math.min(CHUNK, points - from);
    const words = (40 + 16 * count) / 2;
    shx.setInt32(100 + 8 * chunk, at / 2);
    shx.setInt32(104 + 8 * chunk, words);
    shp.setInt32(at, chunk + 1);
    shp.setInt32(at + 4, words);
    shp.setInt32(at + 8, 8, true);
    box.forEach((value, i) => shp.setFloat64(at + 12 + 8 * i, value, true));
    shp.setInt32(at + 44, count, true);
    at += 48;
    for (let i = 2 * from; i < 2 * (from + count); i++, at += 8) shp.setFloat64(at, pairs[i]!, true);
  }
  return { shp: new Uint8Array(shp.buffer), shx: new Uint8Array(shx.buffer) };
}

function fromMultipoints(bytes: Uint8Array): Float64Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const values: Float64Array[] = [];
  for (let at = 100; at + 48 <= bytes.length;) {
    const count = view.getInt32(at + 44, true);
    const part = new Float64Array(2 * count);
    for (let i = 0; i < part.length; i++) part[i] = view.getFloat64(at + 48 + 8 * i, true);
    values.push(part);
    at += 48 + 16 * count;
  }
  const all = new Float64Array(values.reduce((sum, part) => sum + part.length, 0));
  let used = 0;
  for (const part of values) {
    all.set(part, used);
    used += part.length;
  }
  return all;
}

function toBox(pairs: Float64Array): [number, number, number, number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < pairs.length; i += 2) {
    box[0] = Math.min(box[0], pairs[i]!);
    box[1] = Math.min(box[1], pairs[i + 1]!);
    box[2] = Math.max(box[2], pairs[i]!);
    box[3] = Math.max(box[3], pairs[i + 1]!);
  }
  return box;
}
