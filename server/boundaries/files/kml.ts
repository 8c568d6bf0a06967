/** Levels as KML for phones and globes: borders simplified together, so that neighbours stay neighbours, until the file is small enough. */
import type { FeatureTable, GeometryColumn } from '../../contract/admin.ts';
import type { ExportColumn } from '../../formats/columns.ts';
import { writeKml } from '../../formats/kml/write.ts';
import { buildCoverage, dissolveLevel, type Coverage } from '../../geometry/coverage.ts';
import { simplify } from '../../ground/clip.ts';

export interface KmlLayer {
  name: string;
  table: FeatureTable;
  columns: ExportColumn[];
}

/** What phones and globes open without complaint. */
export const MOST_KML = 5_000_000;
/** Of what a vertex takes in the file, in bytes. */
const VERTEX_BYTES = 21;
/** First tolerance in degrees, some ten metres; doubled until it fits. */
const FIRST = 1e-4;
const LAST = 0.2;
/** Positions with five decimals: a metre. */
const GRID = 1e5;

/** `most`: bytes of the file. */
export function levelsToKml(title: string, layers: readonly KmlLayer[], most = MOST_KML): Uint8Array<ArrayBuffer> {
  const coverages = layers.map(({ table }) => buildCoverage(table, []));
  for (let tolerance = 0; ; tolerance = tolerance === 0 ? FIRST : 2 * tolerance) {
    const shapes = layers.map(({ table }, i) => (tolerance === 0 ? table.geometry : simplified(coverages[i]!, table, tolerance)));
    const vertices = shapes.reduce((sum, { coords }) => sum + coords.length / 2, 0);
    if (vertices * VERTEX_BYTES > most && tolerance < LAST) continue;
    const bytes = write(title, layers, shapes.map(rounded));
    if (bytes.length <= most || tolerance >= LAST) return bytes;
  }
}

function write(title: string, layers: readonly KmlLayer[], shapes: readonly GeometryColumn[]): Uint8Array<ArrayBuffer> {
  return writeKml(
    title,
    layers.map(({ name, table: { units }, columns }, i) => {
      // What is empty in every row says nothing.
      const told = columns.filter(({ values }) => values.some((value) => value !== null && value !== ''));
      return {
        name: layers.length > 1 ? name : null,
        placemarks: units.map((unit, row) => ({
          name: unit.names[0]?.name ?? unit.pcode,
          data: told.flatMap(({ name: key, values }) => (values[row] === null || values[row] === '' ? [] : [[key, String(values[row])] as const])),
          geometry: shapes[i]!,
          row,
        })),
      };
    }),
  );
}

/** The level on arcs of fewer vertices; a ring that would be no area any more stays as it was. */
function simplified(coverage: Coverage, table: FeatureTable, tolerance: number): GeometryColumn {
  const { offsets, x, y } = coverage;
  const [xs, ys, ends]: [number[], number[], number[]] = [[], [], [0]];
  for (let arc = 0; arc + 1 < offsets.length; arc++) {
    const line: [number, number][] = [];
    for (let v = offsets[arc]!; v < offsets[arc + 1]!; v++) line.push([x[v]! / 1e7, y[v]! / 1e7]);
    for (const [lon, lat] of simplify(line, tolerance)) {
      xs.push(Math.round(lon! * 1e7));
      ys.push(Math.round(lat! * 1e7));
    }
    ends.push(xs.length);
  }
  const shape = dissolveLevel({ ...coverage, x: Int32Array.from(xs), y: Int32Array.from(ys), offsets: Uint32Array.from(ends) }, table.level);
  return withWholeRings(shape, table.geometry);
}

/** Rings of fewer than four vertices are taken from the stored drawing. */
function withWholeRings(shape: GeometryColumn, stored: GeometryColumn): GeometryColumn {
  const isSame = shape.rings.length === stored.rings.length;
  const lengths = Array.from({ length: shape.rings.length - 1 }, (_, ring) => shape.rings[ring + 1]! - shape.rings[ring]!);
  if (!isSame || lengths.every((length) => length >= 4)) return shape;
  const coords: number[] = [];
  const rings = [0];
  for (const [ring, length] of lengths.entries()) {
    const from = length >= 4 ? shape : stored;
    for (let v = from.rings[ring]!; v < from.rings[ring + 1]!; v++) coords.push(from.coords[2 * v]!, from.coords[2 * v + 1]!);
    rings.push(coords.length / 2);
  }
  return { ...shape, coords: Float64Array.from(coords), rings: Uint32Array.from(rings) };
}

const rounded = (shape: GeometryColumn): GeometryColumn => ({ ...shape, coords: shape.coords.map((value) => Math.round(value * GRID) / GRID) });
