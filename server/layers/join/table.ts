/** The table of a layer by unit: distinct features, sums, lengths, areas and shares, rolled up from the deepest level to the country. Pure. */
import type { AdminUnit, Gazetteer } from '../../contract/admin.ts';
import type { AdminLevel } from '../../contract/ids.ts';
import type { LayerShape, LayerUnit } from '../../contract/overlays/layer.ts';
import type { Shares } from './shares.ts';

export interface TableInput {
  shape: LayerShape;
  /** Units of the deepest level, by row of the shares. */
  units: readonly AdminUnit[];
  levels: Gazetteer['levels'];
  shares: readonly Shares[];
  /** Number by row; null where the layer has no sizes. */
  sizes: readonly (number | null)[] | null;
  /** Entry of the legend by row, and how many there are; null without classes. */
  classes: { of: readonly number[]; count: number } | null;
  /** Square metres of each unit that are covered; of areas. */
  covered: ReadonlyMap<number, number> | null;
}

interface Cell {
  features: Set<number>;
  near: Set<number>;
  metres: number;
  squareM: number;
  covered: number;
  sum: number;
  classes: number[] | null;
}

/** Rows of every level, each unit of the boundaries once, zeros included; the country first. */
export function tableOf(input: TableInput): { level: AdminLevel; rows: LayerUnit[] }[] {
  const { levels, units, shares, sizes, classes, covered, shape } = input;
  const deepest = units[0]?.level ?? 0;
  const byCode = new Map(levels.map(({ level, units: all }) => [level, new Map(all.map((unit) => [unit.pcode as string, unit]))]));
  const cells = new Map<string, Cell>();
  const cellOf = (unit: AdminUnit): Cell => {
    const key = `${unit.level} ${unit.pcode}`;
    let cell = cells.get(key);
    if (!cell) cells.set(key, (cell = emptyCell(classes?.count ?? null)));
    return cell;
  };
  const chains = units.map((unit) => chainOf(unit, byCode));
  shares.forEach(({ units: own, near }, feature) => {
    for (const [row, amount] of own)
      for (const unit of chains[row]!) {
        const cell = cellOf(unit);
        if (shape === 'lines') cell.metres += amount;
        if (shape === 'areas') cell.squareM += amount;
        if ((near.get(row) ?? 0) > 0) cell.near.add(feature);
        if (cell.features.has(feature)) continue;
        // A feature counts once in each unit above, and so does its number.
        cell.features.add(feature);
        cell.sum += sizes?.[feature] ?? 0;
        if (cell.classes) cell.classes[classes!.of[feature]!]!++;
      }
  });
  for (const [row, squareM] of covered ?? []) for (const unit of chains[row]!) cellOf(unit).covered += squareM;
  return levels
    .filter(({ level }) => level <= deepest)
    .toSorted((a, b) => a.level - b.level)
    .map(({ level, units: all }) => ({ level, rows: all.map((unit) => toRow(unit, cellOf(unit), input)) }));
}

const emptyCell = (classes: number | null): Cell => ({
  features: new Set(),
  near: new Set(),
  metres: 0,
  squareM: 0,
  covered: 0,
  sum: 0,
  classes: classes === null ? null : Array.from({ length: classes }, () => 0),
});

/** The unit and those above it, as parents say. */
export function chainOf(unit: AdminUnit, byCode: ReadonlyMap<AdminLevel, ReadonlyMap<string, AdminUnit>>): AdminUnit[] {
  const chain = [unit];
  for (let at: AdminUnit | undefined = unit; at && at.level > 0;) {
    const level = (at.level - 1) as AdminLevel;
    // A country is one whether its units name it or not.
    at = at.parentPcode === null ? (level === 0 ? [...(byCode.get(0)?.values() ?? [])][0] : undefined) : byCode.get(level)?.get(at.parentPcode);
    if (at) chain.push(at);
  }
  return chain;
}

const round = (value: number, digits: number) => Number(value.toFixed(digits));

function toRow(unit: AdminUnit, cell: Cell, { shape, sizes, covered }: TableInput): LayerUnit {
  return {
    pcode: unit.pcode,
    name: unit.names[0]?.name ?? unit.pcode,
    level: unit.level,
    parent: unit.level === 0 ? null : unit.parentPcode,
    features: cell.features.size,
    near: cell.near.size,
    sum: sizes === null ? null : round(cell.sum, 3),
    lengthKm: shape === 'lines' ? round(cell.metres / 1000, 3) : null,
    areaKm2: shape === 'areas' ? round(cell.squareM / 1e6, 4) : null,
    share: covered === null || !(unit.areaSqKm > 0) ? null : round(Math.min(1, cell.covered / 1e6 / unit.areaSqKm), 6),
    classes: cell.classes,
  };
}
