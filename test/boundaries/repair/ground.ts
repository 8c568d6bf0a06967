/** Small coverages with faults, repaired; and who covers a place, asked of the outlines themselves. */
import type { GeometryColumn } from '../../../server/contract/admin.ts';
import type { RepairDecisions, RepairOperation, RepairOptionsAsked } from '../../../server/contract/boundaries/repair.ts';
import type { Iso3 } from '../../../server/contract/ids.ts';
import { proveRepair } from '../../../server/boundaries/proof/prove.ts';
import { NO_DECISIONS, accept, acceptUnits } from '../../../server/boundaries/repair/decide.ts';
import type { Applied, OpenRepair } from '../../../server/boundaries/repair/repair.ts';
import { openRepair } from '../../../server/boundaries/repair/repair.ts';
import type { RawLayer } from '../../../server/formats/raw.ts';
import type { Nested, Position } from '../../geometry/shapes.ts';
import { toNested } from '../../geometry/shapes.ts';
import { rawLayer } from '../../helpers/rawLayers.ts';

/** Degrees of one metre near the equator. */
export const M = 1 / 111_195;
export const SLE = 'SLE' as Iso3;
export const WHO = { by: 'tester', at: '2026-01-01T00:00:00Z' };

export type Polygons = Nested[number];
/** Code → polygons. */
export type Units = Record<string, Polygons>;

export function layerOf(units: Units, names: Record<string, string> = {}): RawLayer {
  const codes = Object.keys(units);
  return rawLayer('sle_adm1', { ADM1_EN: codes.map((code) => names[code] ?? `Unit ${code}`), ADM1_PCODE: codes }, Object.values(units));
}

/** A rectangle in metres from the place 1° north, 1° east; counter-clockwise, closed. */
export function box(west: number, south: number, east: number, north: number): Position[] {
  return ring([west, south], [east, south], [east, north], [west, north]);
}

/** Corners in metres, closed and turned counter-clockwise. */
export function ring(...corners: Position[]): Position[] {
  const area = corners.reduce((sum, [x, y], i) => sum + x * corners[(i + 1) % corners.length]![1] - corners[(i + 1) % corners.length]![0] * y, 0);
  const turned = area < 0 ? corners.toReversed() : corners;
  return [...turned, turned[0]!].map(([x, y]) => place(x, y));
}

export const place = (x: number, y: number): Position => [round(1 + x * M), round(1 + y * M)];
const round = (value: number) => Math.round(value * 1e8) / 1e8;

export const open = (layers: RawLayer[], options: RepairOptionsAsked = {}): Promise<OpenRepair> => openRepair(layers, { country: SLE, options });

export interface Repaired {
  open: OpenRepair;
  decisions: RepairDecisions;
  applied: Applied;
  /** Code → polygons of the deepest layer. */
  units: Units;
}

/** Everything proposed is accepted, or what `choose` picks (offers too); then every unit that asks. */
export async function repairAll(
  layers: RawLayer[],
  options: RepairOptionsAsked = {},
  { choose, turned = () => false }: { choose?: (operation: RepairOperation) => boolean; turned?: (operation: RepairOperation) => boolean } = {},
): Promise<Repaired> {
  const opened = await open(layers, options);
  const chosen = choose ? [...opened.plan.operations, ...opened.plan.offers].filter(choose) : opened.plan.operations;
  let decisions = accept(chosen, NO_DECISIONS, WHO);
  for (const operation of chosen) if (turned(operation)) decisions.operations[operation.id]!.turned = true;
  decisions = acceptUnits(
    opened.apply(decisions).outcome.units.filter(({ asks }) => asks),
    decisions,
    WHO,
  );
  const applied = opened.apply(decisions);
  return { open: opened, decisions, applied, units: unitsOf(applied.layers.at(-1)!) };
}

export async function proofOf({ applied, decisions, open: { plan } }: Repaired) {
  return (await proveRepair({ levels: applied.levels, decisions, complete: applied.outcome.complete, widthM: plan.options.widthM })).proof;
}

export function unitsOf({ columns, geometry }: RawLayer): Units {
  const codes = columns.find(({ name }) => name.endsWith('_PCODE'))!.values as string[];
  const nested = toNested(geometry);
  return Object.fromEntries(codes.map((code, row) => [code, nested[row]!]));
}

/** Codes that cover a place, by even and odd crossings of all rings of a unit: no code of the repair has a part in it. */
export function coveredBy(units: Units, [x, y]: Position): string[] {
  return Object.entries(units).flatMap(([code, polygons]) => (polygons.some((polygon) => isInside(polygon, x, y)) ? [code] : []));
}

export function isInside(polygon: Position[][], x: number, y: number): boolean {
  let inside = false;
  for (const one of polygon) {
    for (let i = 1; i < one.length; i++) {
      const [[ax, ay], [bx, by]] = [one[i - 1]!, one[i]!];
      if (ay > y !== by > y && x < ax + ((bx - ax) * (y - ay)) / (by - ay)) inside = !inside;
    }
  }
  return inside;
}

/** Square metres of polygons so small that a plane will do. */
export function areaOf(polygons: Polygons): number {
  let total = 0;
  for (const polygon of polygons) for (const [i, one] of polygon.entries()) total += (i === 0 ? 1 : -1) * Math.abs(planeArea(one));
  return total / M ** 2;
}

const planeArea = (one: Position[]) => one.slice(1).reduce((sum, [x, y], i) => sum + ((one[i]![0] - x) * (one[i]![1] + y)) / 2, 0);

/** The same bytes? */
export function sameBytes(p: GeometryColumn, q: GeometryColumn): boolean {
  return (['kinds', 'coords', 'rings', 'polygons', 'rows'] as const).every((key) => Buffer.compare(bytesOf(p[key]), bytesOf(q[key])) === 0);
}

const bytesOf = (array: ArrayBufferView) => Buffer.from(array.buffer, array.byteOffset, array.byteLength);
