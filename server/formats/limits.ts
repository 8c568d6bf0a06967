/** What one upload may cost. Every reader counts against these and refuses by name; a caller may lower or raise each. */
import { TooLargeError } from '../errors.ts';

export interface Limits {
  /** Files inside one archive. */
  entries: number;
  /** One file once it is unpacked, or one uploaded file that must be in memory. */
  fileBytes: number;
  /** All files of one upload once they are unpacked. */
  totalBytes: number;
  /** Unpacked to packed bytes. Applies from `ratioFloor` on: the blank cells of a small .dbf pack better than any bomb. */
  ratio: number;
  ratioFloor: number;
  /** JSON or XML that must be one text in memory (TopoJSON, KML). A V8 string ends at 512 MB. */
  textBytes: number;
  /** GeoJSON, which is read as a stream. */
  geoJsonBytes: number;
  rows: number;
  columns: number;
  /** Cells of one layer: rows × columns. */
  cells: number;
  vertices: number;
}

const MB = 1024 * 1024;

export const DEFAULT_LIMITS: Limits = {
  entries: 1000,
  fileBytes: 1024 * MB,
  totalBytes: 2048 * MB,
  ratio: 200,
  ratioFloor: 16 * MB,
  textBytes: 256 * MB,
  geoJsonBytes: 1024 * MB,
  rows: 2_000_000,
  columns: 1000,
  cells: 50_000_000,
  vertices: 60_000_000,
};

/** Bytes as people read them: `3.4 MB`, from 10 MB on whole ones. A megabyte is 2^20 bytes here. */
export function toMegabytes(bytes: number): string {
  return `${bytes < 10 * MB ? Math.round((bytes / MB) * 10) / 10 : Math.round(bytes / MB)} MB`;
}

/** Throws TooLargeError when `bytes` are more than `limit`; `what` names the file. */
export function assertBytes(what: string, bytes: number, limit: number): void {
  if (bytes > limit)
    throw new TooLargeError(
      'read.tooLarge',
      `${what} is ${toMegabytes(bytes)} large; the limit is ${toMegabytes(limit)}. Split it by admin level, or remove what is not needed, and upload again.`,
    );
}

/** Throws TooLargeError when a file holds more rows, columns, cells or vertices than allowed. */
export function assertCount<Kind extends 'rows' | 'columns' | 'cells' | 'vertices'>(what: string, kind: Kind, count: number, limits: Pick<Limits, Kind>): void {
  if (count > limits[kind])
    throw new TooLargeError(
      'read.tooMany',
      `${what} states ${count.toLocaleString('en')} ${kind}; the limit is ${limits[kind].toLocaleString('en')}. Split it by admin level and upload again.`,
    );
}
