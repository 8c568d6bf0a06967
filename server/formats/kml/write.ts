/** KML 2.2 (OGC 07-147r2): placemarks with their columns as data, in folders where there are several lists of them. */
import { GEOMETRY_KIND, type GeometryColumn } from '../../contract/admin.ts';
import { ByteWriter } from '../archive/bytes.ts';
import { escapeXml } from '../text/escape.ts';

export interface Placemark {
  name: string | undefined;
  data: readonly (readonly [key: string, value: string])[];
  geometry: GeometryColumn;
  row: number;
}

/** Control characters that no XML may hold. */
// oxlint-disable-next-line no-control-regex -- these are what must not be in XML
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const xml = (text: string) => escapeXml(text.replace(FORBIDDEN, ''));

/** @param folders one without a name is no folder */
export function writeKml(title: string, folders: Iterable<{ name: string | null; placemarks: Iterable<Placemark> }>): Uint8Array<ArrayBuffer> {
  const out = new ByteWriter();
  out.write(`<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>${xml(title)}</name>\n`);
  for (const { name: folder, placemarks } of folders) {
    if (folder !== null) out.write(`<Folder><name>${xml(folder)}</name>\n`);
    for (const { name, data, geometry, row } of placemarks) {
      out.write(`<Placemark>${name === undefined ? '' : `<name>${xml(name)}</name>`}<ExtendedData>`);
      for (const [key, value] of data) out.write(`<Data name="${xml(key)}"><value>${xml(value)}</value></Data>`);
      out.write(`</ExtendedData>${shapeOf(geometry, row)}</Placemark>\n`);
    }
    if (folder !== null) out.write('</Folder>\n');
  }
  out.write('</Document></kml>\n');
  return out.finish();
}

/** Rings of each part of a row, as texts of positions with `between` in a position and `apart` between positions. */
export function positionsOf({ coords, rings, polygons, rows }: GeometryColumn, row: number, between: string, apart: string): string[][] {
  const parts: string[][] = [];
  for (let p = rows[row]!; p < rows[row + 1]!; p++) {
    const part: string[] = [];
    for (let r = polygons[p]!; r < polygons[p + 1]!; r++) {
      const positions: string[] = [];
      for (let v = rings[r]!; v < rings[r + 1]!; v++) positions.push(`${coords[2 * v]}${between}${coords[2 * v + 1]}`);
      part.push(positions.join(apart));
    }
    parts.push(part);
  }
  return parts;
}

function shapeOf(geometry: GeometryColumn, row: number): string {
  const parts = positionsOf(geometry, row, ',', ' ');
  const kind = geometry.kinds[row];
  const coordinates = (text: string) => `<coordinates>${text}</coordinates>`;
  const ring = (text: string) => `<LinearRing>${coordinates(text)}</LinearRing>`;
  const shapes =
    kind === GEOMETRY_KIND.point
      ? parts.flat().map((each) => `<Point>${coordinates(each)}</Point>`)
      : kind === GEOMETRY_KIND.line
        ? parts.flat().map((each) => `<LineString>${coordinates(each)}</LineString>`)
        : parts.map(
            ([shell = '', ...holes]) =>
              `<Polygon><outerBoundaryIs>${ring(shell)}</outerBoundaryIs>${holes.map((hole) => `<innerBoundaryIs>${ring(hole)}</innerBoundaryIs>`).join('')}</Polygon>`,
          );
  return shapes.length === 1 ? shapes[0]! : `<MultiGeometry>${shapes.join('')}</MultiGeometry>`;
}
