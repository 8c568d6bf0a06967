/** What readers give: the source as it came, in columns, with nothing interpreted. */
import type { ExtraColumn, GeometryColumn } from '../contract/admin.ts';
import type { Finding } from '../contract/finding.ts';

/** Bytes by position, so that a large file need not be in memory. `read` fills `into` and says how many bytes it got. */
export interface ByteSource {
  size: number;
  read(into: Uint8Array, position: number): number;
}

export interface UploadFile {
  /** As the person named it, with folders; only ever a hint and a label, never a path that is opened. */
  name: string;
  source: ByteSource;
}

export interface RawLayer {
  file: string;
  /** Name inside the file: table, object or shapefile stem; the file's stem where the format has one layer. */
  layer: string;
  format: 'geojson' | 'topojson' | 'shapefile' | 'geopackage' | 'flatgeobuf' | 'geoparquet' | 'kml' | 'gdb';
  rows: number;
  columns: ExtraColumn[];
  /** WGS 84 degrees, reprojected by the reader where the source says otherwise; polygon rings closed. */
  geometry: GeometryColumn;
  /** As the source declares it: `EPSG:4326`, `EPSG:32637`, or null where it says nothing. */
  crs: string | null;
  /** Where a person said the system, now or of the file before, and what the source itself states. */
  crsSaid?: { how: 'asked' | 'profile'; stated: string | null };
  /** A third coordinate was there and has been left out. */
  hasZ: boolean;
  /** Text encoding used, and how it was known. */
  encoding: { name: string; from: 'cpg' | 'utf-8' | 'asked' | 'profile' | 'format' };
  /** What the reader changed or assumed. */
  findings: Finding[];
}

/** Bytes in memory as a source; a read past the end gives what is left. */
export function bytesSource(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    read(into, position) {
      const part = bytes.subarray(position, position + into.length);
      into.set(part);
      return part.length;
    },
  };
}
