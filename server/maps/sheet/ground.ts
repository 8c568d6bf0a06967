/** What lies around the country on a sheet: land, water, borders and names of neighbours, as rings and lines of degrees. */
import { arcsOf, groundLinesOf, linesOf, polygonsOf, UNSETTLED, type Ground, type Unsettled, type Position } from '../../contract/maps/ground.ts';
import { createEdgeAt, type EdgeAt } from '../../ground/edges.ts';
import { groundLines } from '../../ground/surroundings.ts';
import type { Rect } from '../../contract/maps/leaders.ts';
import type { Box } from './projection.ts';
import { placeOfNeighbour } from '../render/neighbours.ts';
import type { SheetView } from './shapes.ts';
import { regionName } from '../../words/regions.ts';

type Line = readonly Position[];

export interface SheetGround {
  /** Rings of land, of lakes. */
  land: readonly Line[];
  lakes: readonly Line[];
  coast: readonly Line[];
  borders: readonly Line[];
  /** Borders that are not agreed on: dashed or dotted. */
  unsettled: Record<Unsettled, readonly Line[]>;
  /** What the outline of the country is at a place. */
  edgeAt: EdgeAt;
  /** The same with those of the country itself, which its own map draws: what a legend has to say. */
  told: Record<Unsettled, readonly Line[]>;
}

const made = new WeakMap<Ground, SheetGround>();

/** Once for all sheets of a series. */
export function sheetGround(ground: Ground | null): SheetGround | null {
  if (!ground) return null;
  const known = made.get(ground) ?? readGround(ground);
  made.set(ground, known);
  return known;
}

function readGround(ground: Ground): SheetGround {
  const { land, lakes, coast, border } = ground.objects;
  const arcs = arcsOf(ground);
  const lines = (of: number[][]) => linesOf(of, arcs, ground.box);
  return {
    land: polygonsOf(land.geometries, arcs).flat(),
    lakes: polygonsOf([lakes], arcs).flat(),
    coast: lines(coast.arcs),
    borders: lines(border.arcs),
    unsettled: Object.fromEntries(UNSETTLED.map((kind) => [kind, lines(groundLinesOf(ground, kind).arcs)])) as unknown as SheetGround['unsettled'],
    edgeAt: createEdgeAt(groundLines(ground)),
    told: Object.fromEntries(
      UNSETTLED.map((kind) => {
        const { arcs: others, own = [] } = groundLinesOf(ground, kind);
        return [kind, lines([...others, ...own])];
      }),
    ) as unknown as SheetGround['told'],
  };
}

const lands = new WeakMap<Ground, { ring: Line; box: Box }[]>();

/** Land of the Earth that meets a box of degrees, on whichever turn of it. */
export function landWithin(world: Ground, [west, south, east, north]: Box): Line[] {
  let rings = lands.get(world);
  if (!rings) {
    const all = polygonsOf(world.objects.land.geometries, arcsOf(world)).flat();
    lands.set(world, (rings = all.map((ring) => ({ ring, box: boxOf(ring) }))));
  }
  return rings.flatMap(({ ring, box }) =>
    [-360, 0, 360].flatMap((turn): Line[] => {
      const meets = box[0] + turn < east && box[2] + turn > west && box[1] < north && box[3] > south;
      return meets ? [turn === 0 ? ring : ring.map(([lon, lat]): Position => [lon + turn, lat])] : [];
    }),
  );
}

function boxOf(ring: Line): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon, lat] of ring) [west, south, east, north] = [Math.min(west, lon), Math.min(south, lat), Math.max(east, lon), Math.max(north, lat)];
  return [west, south, east, north];
}

export interface GroundLabel {
  text: string;
  x: number;
  y: number;
  width: number;
  height: number;
  size: number;
  weight: 400 | 600;
  /** Of a capital: the middle of its dot. */
  dot: readonly [x: number, y: number] | null;
}

export interface GroundNamesOptions {
  locale: string;
  size: number;
  measure: (text: string, size: number, weight: 400 | 600) => number;
  /** Boxes of the labels that stand already. */
  taken: readonly Rect[];
}

/** Names of neighbours and capitals where nothing else stands: the ground is background, and may lack a name. */
export function groundLabels(ground: Ground | null, view: SheetView, { locale, size, measure, taken }: GroundNamesOptions): GroundLabel[] {
  if (!ground) return [];
  const boxes = [...taken];
  const isFree = ([x1, y1, x2, y2]: Rect) =>
    x1 >= 3 &&
    y1 >= 3 &&
    x2 <= view.width - 3 &&
    y2 <= view.height - 3 &&
    !boxes.some((other) => other[0] < x2 && other[2] > x1 && other[1] < y2 && other[3] > y1);
  const labels: GroundLabel[] = [];
  const add = (label: GroundLabel): boolean => {
    const { x, y, width, height } = label;
    const box: Rect = [x - width / 2 - 2, y - height / 2 - 1, x + width / 2 + 2, y + height / 2 + 1];
    if (!isFree(box)) return false;
    boxes.push(box);
    labels.push(label);
    return true;
  };
  for (const [region, lon, lat] of ground.names) {
    const text = regionName(region, locale);
    if (text === null) continue;
    const [width, height] = [measure(text, size, 600), size * 1.15];
    const place = (east: number, north: number): Position => [...view.place(east, north)];
    const frame: Rect = [3, 3, view.width - 3, view.height - 3];
    const found = placeOfNeighbour(ground, [lon, lat], { place, frame, size: { width: width + 4, height: height + 2 }, isFree });
    if (found) add({ text, x: found[0], y: found[1], width, height, size, weight: 600, dot: null });
  }
  const small = size - 1;
  for (const [text, lon, lat, , capital] of ground.places) {
    if (!capital) continue;
    const [x, y] = view.place(lon, lat);
    const width = measure(text, small, 400);
    for (const side of [1, -1]) if (add({ text, x: x + side * (width / 2 + 4), y, width, height: small * 1.15, size: small, weight: 400, dot: [x, y] })) break;
  }
  return labels;
}
