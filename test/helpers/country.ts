/** Levels of a small country, ready for tiling. */
import type { AdminUnit, FeatureTable } from '../../server/contract/admin.ts';
import type { AdminLevel, Pcode } from '../../server/contract/ids.ts';
import type { TileLevel } from '../../server/tiles/write.ts';
import { buildCoverage, dissolveLevel } from '../../server/geometry/coverage.ts';
import { equalAreaKm2, labelPoint, rowBbox } from '../../server/geometry/ring.ts';
import { toColumn, type Nested } from '../geometry/shapes.ts';

export function table(level: AdminLevel, geometry: FeatureTable['geometry'], parentOf: (row: number) => string | null): FeatureTable {
  const units = Array.from(geometry.kinds, (_, row): AdminUnit => ({
    level,
    pcode: `XX${level}${String(row).padStart(3, '0')}` as Pcode,
    parentPcode: parentOf(row) as Pcode | null,
    names: [
      { lang: 'en', name: `Unit ${row}` },
      { lang: 'ar', name: `وحدة ${row}` },
    ],
    validOn: null,
    validTo: null,
    areaSqKm: equalAreaKm2(geometry, row),
    center: labelPoint(geometry, row) ?? [NaN, NaN],
    bbox: rowBbox(geometry, row) ?? [0, 0, 0, 0],
  }));
  return { level, units, geometry, extra: [], source: { file: 'f', layer: 'l', rowNumber: Uint32Array.from(units, (_, i) => i + 1) } };
}

/** adm0 … adm2 of a grid of cells; each adm1 is a block of three by three cells. */
export function country(cells: Nested, columns: number): TileLevel[] {
  const geometry = toColumn(cells);
  const across = Math.ceil(columns / 3);
  const unitOfBase = Int32Array.from(cells, (_, i) => Math.floor(Math.floor(i / columns) / 3) * across + Math.floor((i % columns) / 3));
  const units = Math.max(...unitOfBase) + 1;
  const coverage = buildCoverage({ level: 2, geometry }, [
    { level: 1, unitOfBase, units },
    { level: 0, unitOfBase: new Int32Array(cells.length), units: 1 },
  ]);
  const code = (level: number, row: number) => `XX${level}${String(row).padStart(3, '0')}`;
  return [
    { table: table(0, dissolveLevel(coverage, 0), () => null) },
    { table: table(1, dissolveLevel(coverage, 1), () => code(0, 0)) },
    { table: table(2, geometry, (row) => code(1, unitOfBase[row]!)) },
  ];
}
