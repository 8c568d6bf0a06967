/** Whose line rules where units disagree. */
import type { FeatureTable } from '../../../contract/admin.ts';
import type { RepairOperation } from '../../../contract/boundaries/repair.ts';
import { equalAreaKm2 } from '../../../geometry/ring.ts';

/** Strips that stay as they are drawn: they rule over everybody, and nothing is added to them. */
const DISPUTED = /disput|conflict|contest|litig|abyei|no man'?s|متنازع/i;

export interface Rulers {
  /** Place of each row in the order of rule; the first rules over all others. */
  order: Int32Array;
  /** Rows that are disputed ground. */
  disputed: Uint8Array;
  areaM2: Float64Array;
  /** The row that is outside of the country; −1 where no outline is given. */
  outside: number;
  /** What puts a row before another. */
  ruleOf(a: number, b: number): RepairOperation['rule'];
}

/**
 * Authority first (the first entry that is the unit's code or that of a unit above it), then the smaller area, then the key, so that the
 * order of rows never matters. `ancestors` gives the codes of the units above each row.
 */
export function rankRows(table: FeatureTable, keys: string[], authority: string[], ancestors: (row: number) => string[], outside = -1): Rulers {
  const rankOf = new Map(authority.map((code, rank) => [code, rank]));
  const rows = keys.map((_, row) => row);
  const areaM2 = Float64Array.from(rows, (row) => equalAreaKm2(table.geometry, row) * 1e6);
  const rank = rows.map((row) =>
    Math.min(authority.length, ...[table.units[row]!.pcode as string, ...ancestors(row)].map((code) => rankOf.get(code) ?? Infinity)),
  );
  const disputed = Uint8Array.from(rows, (row) =>
    table.units[row]!.names.some(({ name }) => DISPUTED.test(name)) || DISPUTED.test(table.units[row]!.pcode) ? 1 : 0,
  );
  // The given outline rules over everybody, and nothing is added beyond it.
  if (outside >= 0) disputed[outside] = 1;
  rows.sort(
    (a, b) =>
      Number(b === outside) - Number(a === outside) ||
      disputed[b]! - disputed[a]! ||
      rank[a]! - rank[b]! ||
      areaM2[a]! - areaM2[b]! ||
      (keys[a]! < keys[b]! ? -1 : 1),
  );
  const order = new Int32Array(rows.length);
  rows.forEach((row, place) => (order[row] = place));
  return {
    order,
    disputed,
    areaM2,
    outside,
    ruleOf: (a, b) =>
      a === outside || b === outside ? 'country-outline' : disputed[a] !== disputed[b] ? 'disputed' : rank[a] === rank[b] ? 'smaller' : 'authority',
  };
}

/**
 * Keys of rows: the P-code where it occurs once, else with `~2`, `~3` … in the order of the outlines' places, so that the same unit has
 * the same key whatever the order of rows.
 */
export function keysOf({ units, geometry }: FeatureTable): string[] {
  const byCode = Map.groupBy(units.keys(), (row) => units[row]!.pcode as string);
  const keys: string[] = Array.from({ length: units.length }, () => '');
  for (const [code, rows] of byCode) {
    if (rows.length === 1 && code !== '') {
      keys[rows[0]!] = code;
      continue;
    }
    const places = new Map(rows.map((row) => [row, placeOf(geometry, row)]));
    const name = (row: number) => units[row]!.names[0]?.name ?? '';
    rows.sort((p, q) => {
      const [a, b] = [places.get(p)!, places.get(q)!];
      return (name(p) < name(q) ? -1 : name(p) > name(q) ? 1 : 0) || a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || p - q;
    });
    rows.forEach((row, i) => (keys[row] = code !== '' && i === 0 ? code : `${code}~${i + 1}`));
  }
  return keys;
}

/** Least longitude and latitude, and the number of vertices: enough to tell outlines apart. */
function placeOf({ coords, rings, polygons, rows }: FeatureTable['geometry'], row: number): [number, number, number] {
  let [west, south] = [Infinity, Infinity];
  const first = rings[polygons[rows[row]!]!]!;
  const last = rings[polygons[rows[row + 1]!]!]!;
  for (let v = first; v < last; v++) {
    west = Math.min(west, coords[2 * v]!);
    south = Math.min(south, coords[2 * v + 1]!);
  }
  return [west, south, last - first];
}
