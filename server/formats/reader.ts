/** What a format reader gives and is given. Coordinates are still those of the source; upload.ts brings them to WGS 84. */
import { InputError } from '../errors.ts';
import type { Limits } from './limits.ts';
import { assertBytes } from './limits.ts';
import type { ByteSource, RawLayer, UploadFile } from './raw.ts';

/** How a source states its coordinate system: any of WKT, PROJJSON, or an authority code such as `EPSG:32637`. */
export interface CrsStatement {
  code: string | null;
  /** WKT 1, WKT 2 or Esri WKT, or PROJJSON as text. */
  text: string | null;
}

export interface SourceLayer extends Omit<RawLayer, 'crs'> {
  /** null: the source says nothing and its format prescribes nothing. `implied`: the format prescribes WGS 84. */
  crs: CrsStatement | 'implied' | null;
}

/** Work that no JavaScript library does right and that the rim may hand in: GDAL in a process of its own (server/outside/gdal.ts). */
export interface OutsideTools {
  /** The files of one .gdb folder by their plain names → one GeoPackage that holds its feature layers. */
  geodatabaseToGeoPackage(files: { name: string; bytes: Uint8Array }[]): Promise<Uint8Array>;
  /** x, y pairs in the stated system → lon, lat pairs in WGS 84, datum shift included. */
  toWgs84(pairs: Float64Array, crs: CrsStatement): Promise<Float64Array>;
}

export interface ReadContext {
  limits: Limits;
  /** What the person answered to `read.encoding`. */
  encoding: string | undefined;
  /** What was said of the file before with these headings, as they are in ASCII; used where it fits. */
  encodingBefore?: ((headings: readonly string[]) => string | undefined) | undefined;
  outside: OutsideTools | undefined;
}

/** Files that belong together: one file, the parts of one shapefile, or one geodatabase folder. */
export interface Bundle {
  /** As shown to the person: the uploaded name, and the path inside the archive. */
  name: string;
  /** Name without folders and extensions. */
  stem: string;
  files: UploadFile[];
}

export interface Reader {
  format: RawLayer['format'];
  /** By the first bytes of the bundle's (main) file, never by its name alone. */
  accepts(bundle: Bundle, head: Uint8Array): boolean;
  read(bundle: Bundle, context: ReadContext): Promise<SourceLayer[]> | SourceLayer[];
}

/** All bytes of a file that must be in memory. */
export function readAll(file: UploadFile, limit: number): Uint8Array {
  assertBytes(file.name, file.source.size, limit);
  return readRange(file.source, 0, file.source.size);
}

/** At most `length` bytes from `start` of a source; fewer where it ends before, never more than it has. */
export function readRange(source: ByteSource, start: number, length: number): Uint8Array {
  const bytes = new Uint8Array(Math.max(0, Math.min(length, source.size - start)));
  let at = 0;
  while (at < bytes.length) {
    const got = source.read(bytes.subarray(at), start + at);
    if (got <= 0) break;
    at += got;
  }
  return at === bytes.length ? bytes : bytes.subarray(0, at);
}

/** Text of a member that a stranger's JSON may hold in any type. */
export function asText(value: unknown, otherwise: string): string {
  return typeof value === 'string' ? value : otherwise;
}

/** A file's name without folders, `.gz` and the ending of its format: what its layer is called where the file gives no name. */
export function toStem(name: string): string {
  const base = name.slice(name.lastIndexOf('/') + 1);
  return base.replace(/\.gz$/i, '').replace(/\.(shp|dbf|geojson|geojsonl|ndjson|topojson|json|gpkg|fgb|kml|kmz|gdb|(geo)?parquet|zip)$/i, '') || base;
}

/**
 * Runs a decoder over hostile bytes. Whatever a decoder throws that is not an answer of ours
 * (a read past the end, a bad compressed block) means one thing to a person: the file is damaged.
 */
export async function decoding<T>(what: string, format: string, decode: () => Promise<T> | T): Promise<T> {
  try {
    return await decode();
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw damaged(what, format, error instanceof Error ? error.message : String(error), error);
  }
}

/** The error of bytes that contradict their format: `read.damaged`, with what is wrong in `detail`. */
export function damaged(what: string, format: string, detail: string, cause?: unknown): InputError {
  return new InputError(
    'read.damaged',
    `${what} is not a readable ${format} file (${detail}). It may have been cut off in transfer: open it in a GIS to check it, export it again and upload the new file.`,
    { cause },
  );
}
