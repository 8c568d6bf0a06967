/** Repaired levels back in the layers they came from. */
import type { GeometryColumn } from '../../contract/admin.ts';
import type { RepairNote } from '../../contract/boundaries/repair.ts';
import type { RawLayer } from '../../formats/raw.ts';
import { equalAreaKm2 } from '../../geometry/ring.ts';
import { joinGeometries, takeRows } from '../normalize/geometry.ts';
import type { UploadedLevel } from '../normalize/model.ts';

/** The same ground drawn twice differs by less: small islands left out, coasts simplified, lakes cut out. */
const AREA_DIFFERENCE = 0.25;

/**
 * Row of an upper level that each row of the deepest belongs to (−1 where it says none). A code used twice is told apart by the unit above;
 * null where that is the same too, and where areas
 * say that codes lead astray: nobody can say then which row is meant.
 */
export function upperRows(upper: UploadedLevel, base: UploadedLevel): { unitOf: Int32Array | null; notes: RepairNote[] } {
  const { level, units } = upper.table;
  const only = level === 0 && units.length === 1;
  const codes = units.map(({ pcode }) => pcode);
  const repeated = repeatedOf(codes);
  const nameOf = (code: string, above: string) => (repeated.has(code) ? `${code} ${above}` : code);
  const names = units.map(({ pcode, parentPcode }) => nameOf(pcode, parentPcode ?? ''));
  const unclear = repeatedOf(names);
  if (unclear.size > 0) return { unitOf: null, notes: [{ code: 'codes-repeat', level, units: [...repeated].slice(0, 20), params: { count: repeated.size } }] };
  const rowOf = new Map(names.map((name, row) => [name, row]));
  const own = base.lineage[level] ?? [];
  const above = base.lineage[level - 1] ?? [];
  const unitOf = Int32Array.from(base.table.units, (_, row) => (only ? 0 : own[row] ? (rowOf.get(nameOf(own[row], above[row] ?? '')) ?? -1) : -1));
  const strange = disagreeing(upper, base, unitOf);
  if (strange.length > 0)
    return {
      unitOf: null,
      notes: [{ code: 'parents-disagree', level, units: strange.map((row) => units[row]!.pcode).slice(0, 20), params: { count: strange.length } }],
    };
  return { unitOf, notes: [] };
}

/** Rows whose area is not that of the rows below them: their codes say otherwise than the map, and following them would move a unit elsewhere. */
function disagreeing({ table }: UploadedLevel, base: UploadedLevel, unitOf: Int32Array): number[] {
  const below = new Float64Array(table.units.length);
  unitOf.forEach((unit, row) => {
    if (unit >= 0) below[unit]! += equalAreaKm2(base.table.geometry, row);
  });
  return [...below.keys()].filter((row) => {
    const drawn = equalAreaKm2(table.geometry, row);
    return drawn > 0 && Math.abs(below[row]! - drawn) > AREA_DIFFERENCE * drawn;
  });
}

function repeatedOf(codes: string[]): Set<string> {
  const seen = new Set<string>();
  return new Set(codes.filter((code) => seen.size === seen.add(code).size));
}

/** The layers with the outlines of the levels given; a layer in which nothing changed is the same object. */
export function replaceGeometry(layers: RawLayer[], levels: { uploaded: UploadedLevel; after: GeometryColumn }[]): RawLayer[] {
  return layers.map((layer) => {
    const own = levels.filter(({ uploaded, after }) => uploaded.raw === layer && after !== uploaded.table.geometry);
    return own.reduce((now, { uploaded, after }) => {
      const rowOf = new Map([...uploaded.table.source.rowNumber].map((number, row) => [number - 1, row]));
      const changed = (rawRow: number) => {
        const row = rowOf.get(rawRow);
        return row !== undefined && !isSameRow(uploaded.table.geometry, row, after, row) ? row : -1;
      };
      const geometry = joinGeometries([now.geometry, after]);
      const order = Uint32Array.from({ length: now.rows }, (_, rawRow) => (changed(rawRow) < 0 ? rawRow : now.rows + changed(rawRow)));
      return order.every((row, position) => row === position) ? now : { ...now, geometry: takeRows(geometry, order) };
    }, layer);
  });
}

/** Rows of `after`, but those of `before` where `fromBefore` says so. */
export function takeEach(after: GeometryColumn, before: GeometryColumn, fromBefore: (row: number) => boolean): GeometryColumn {
  const count = after.kinds.length;
  return takeRows(
    joinGeometries([after, before]),
    Uint32Array.from({ length: count }, (_, row) => (fromBefore(row) ? count + row : row)),
  );
}

/** The same parts, rings and coordinates? */
export function isSameRow(p: GeometryColumn, row: number, q: GeometryColumn, other: number): boolean {
  const range = ({ rows, polygons, rings }: GeometryColumn, at: number) => [rings[polygons[rows[at]!]!]!, rings[polygons[rows[at + 1]!]!]!] as const;
  const [[a, b], [c, d]] = [range(p, row), range(q, other)];
  if (p.polygons[p.rows[row + 1]!]! - p.polygons[p.rows[row]!]! !== q.polygons[q.rows[other + 1]!]! - q.polygons[q.rows[other]!]!) return false;
  if (b - a !== d - c || p.rows[row + 1]! - p.rows[row]! !== q.rows[other + 1]! - q.rows[other]!) return false;
  for (let i = 2 * a, j = 2 * c; i < 2 * b; i++, j++) if (p.coords[i] !== q.coords[j]) return false;
  return true;
}
