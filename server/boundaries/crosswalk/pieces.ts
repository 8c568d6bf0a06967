/** Ground that moved, for a GIS. */
import type { MovedPiece } from '../../contract/boundaries/changes.ts';

/** RFC 7946: one polygon for each piece, with the units it went from and to; `null`: from or to no unit. Areas in km², widths in metres. */
export function writePiecesGeojson(pieces: Iterable<MovedPiece>, versions: { from: string; to: string }): string {
  const features = [...pieces].map(({ level, source, target, areaSqKm, widthM, rings }) =>
    JSON.stringify({
      type: 'Feature',
      properties: {
        level,
        source_pcode: source,
        target_pcode: target,
        area_sqkm: Number(areaSqKm.toPrecision(6)),
        width_m: Math.round(widthM),
        from_version: versions.from,
        to_version: versions.to,
      },
      geometry: { type: 'Polygon', coordinates: rings.map(toRing) },
    }),
  );
  return `{"type":"FeatureCollection","features":[\n${features.join(',\n')}\n]}\n`;
}

/** Coordinates with seven digits, as the geometry is stored. */
const toRing = (flat: Float64Array): [number, number][] =>
  Array.from({ length: flat.length / 2 }, (_, v) => [Number(flat[2 * v]!.toFixed(7)), Number(flat[2 * v + 1]!.toFixed(7))]);
