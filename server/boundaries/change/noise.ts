/** How far two drawings of the same borders lie apart, and which ground moved more than that (decision 0060). */
import type { FeatureTable } from '../../contract/admin.ts';
import type { ChangeNoise } from '../../contract/boundaries/changes.ts';
import { frameAt } from '../../geometry/overlay/frame.ts';
import { measure } from '../../geometry/overlay/measure.ts';
import type { Ground, Piece } from './ground.ts';
import { overlapOf, type Matched } from './match.ts';

/** A unit with less of its old outline than this was drawn again. */
const DRAWN_AGAIN = 0.5;
/** Fewer units that were drawn again tell nothing of a layer, unless they are all there are. */
const LEAST_UNITS = 3;
/** Units and strips of each that are measured: quantiles need no more. */
const SAMPLE = 600;
const STRIPS = 2;
const CELLS = 64;
/** A piece that is on average this many times narrower is not measured. */
const NARROWER = 4;
/** A layer drawn again: most units, and by more than this. */
const REGENERATED_M = 5;

/** Ground that moved is wider than this and than three times the noise; or it is this share of a unit and wider than the noise. */
const LEAST_WIDTH_M = 50;
const NOISE_TIMES = 3;
const MOVED_SHARE = 0.02;
const SHARE_TIMES = 1.5;
const SHARE_WIDTH_M = 5;
/** A coast is drawn finer or coarser without anything having changed; land is won or lost where it is this wide and this share of a unit. */
const COAST_WIDTH_M = 1000;
const COAST_SHARE = 0.05;

export interface Noise extends ChangeNoise {
  isMoved(piece: Piece): boolean;
  widthOf(piece: Piece): number;
}

/** `pieces`: all that lie between units that go on as others. `from`: noise of a deeper level, where the ground was summed from it. */
export function measureNoise(before: FeatureTable, after: FeatureTable, ground: Ground, matched: Matched, pieces: Piece[], from?: ChangeNoise): Noise {
  const widths = new Map<Piece, number>();
  const widthOf = (piece: Piece): number => {
    let width = widths.get(piece);
    if (width === undefined) widths.set(piece, (width = measure([piece.rings()], true, CELLS).widthM));
    return width;
  };
  const again = from ? [] : drawnAgain(ground, matched);
  const sample = greatestWidths(pieces, matched, again, widthOf);
  const w50M = from?.w50M ?? quantile(sample, 0.5);
  const w95M = from?.w95M ?? quantile(sample, 0.95);
  const goOn = matched.goesOn.reduce((sum, now, old) => sum + (now >= 0 && ground.oldM2[old]! > 0 ? 1 : 0), 0);
  // Few units that really changed must not hide in a noise that they make themselves.
  const usual = Math.min(w95M, 3 * w50M);
  const floorM = Math.max(LEAST_WIDTH_M, NOISE_TIMES * usual);
  const isWider = (piece: Piece, width: number) =>
    2 * Math.sqrt(piece.areaM2 / Math.PI) > width && (piece.lengthM === 0 || (2 * NARROWER * piece.areaM2) / piece.lengthM > width) && widthOf(piece) > width;
  const isMoved = (piece: Piece): boolean => {
    const olds = piece.old < 0 ? Infinity : ground.oldM2[piece.old]!;
    const news = piece.now < 0 ? Infinity : ground.newM2[piece.now]!;
    const share = piece.areaM2 / Math.min(olds, news);
    if (piece.old < 0 || piece.now < 0) return share > COAST_SHARE && isWider(piece, Math.max(COAST_WIDTH_M, NOISE_TIMES * usual));
    return share > MOVED_SHARE ? isWider(piece, Math.max(SHARE_WIDTH_M, SHARE_TIMES * usual)) : isWider(piece, floorM);
  };
  const shift = from ? undefined : commonShift(before, after, matched, again);
  const units = from?.units ?? again.length;
  return {
    w50M: round(w50M, 2),
    w95M: round(w95M, 2),
    units,
    pieces: 0,
    areaSqKm: 0,
    floorM: round(floorM, 2),
    regenerated: from?.regenerated ?? (w50M > REGENERATED_M && units > goOn / 2),
    ...(shift ? { shift } : {}),
    isMoved,
    widthOf,
  };
}

/** Old rows that go on where they were and whose outline is mostly another. */
function drawnAgain(ground: Ground, { goesOn }: Matched): number[] {
  const rows: number[] = [];
  let all = 0;
  goesOn.forEach((now, old) => {
    if (now < 0 || ground.oldM2[old] === 0 || overlapOf(ground, old, now) < 0.5) return;
    all++;
    if (ground.keptOutline[old]! < DRAWN_AGAIN) rows.push(old);
  });
  return rows.length >= LEAST_UNITS || rows.length === all ? rows : [];
}

/** Of each unit the greatest width of the strips between it and others that go on, or along the coast where there are none; ascending. */
function greatestWidths(pieces: Piece[], { goesOn, cameFrom }: Matched, rows: number[], widthOf: (piece: Piece) => number): number[] {
  if (rows.length === 0) return [];
  const step = Math.max(1, Math.ceil(rows.length / SAMPLE));
  const inland = new Map<number, Piece[]>();
  const coast = new Map<number, Piece[]>();
  rows.forEach((row, i) => i % step === 0 && [inland, coast].forEach((of) => of.set(row, [])));
  const offer = (to: Map<number, Piece[]>, row: number, piece: Piece) => {
    const list = to.get(row);
    if (!list) return;
    list.push(piece);
    list.sort((a, b) => b.areaM2 - a.areaM2);
    if (list.length > STRIPS) list.length = STRIPS;
  };
  for (const piece of pieces) {
    const { old, now } = piece;
    const origin = now < 0 ? -1 : cameFrom[now]!;
    if (old >= 0 && now >= 0) {
      if (goesOn[old]! < 0 || origin < 0) continue;
      offer(inland, old, piece);
      offer(inland, origin, piece);
    } else offer(coast, old >= 0 ? old : origin, piece);
  }
  return [...inland]
    .map(([row, strips]) => Math.max(0, ...(strips.length > 0 ? strips : coast.get(row)!).map(widthOf)))
    .filter((width) => width > 0)
    .sort((a, b) => a - b);
}

const quantile = (sorted: number[], share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;

/** Did all boxes move the same way? A datum or a slip of a GIS, not a border. */
function commonShift(before: FeatureTable, after: FeatureTable, { goesOn }: Matched, rows: number[]): ChangeNoise['shift'] {
  if (rows.length < LEAST_UNITS) return undefined;
  const moves: number[][] = [[], [], [], []];
  for (const row of rows) {
    const [was, is] = [before.units[row]!.bbox, after.units[goesOn[row]!]!.bbox];
    const frame = frameAt((was[0] + was[2]) / 2, (was[1] + was[3]) / 2);
    was.forEach((degrees, side) => moves[side]!.push((is[side]! - degrees) * (side % 2 === 0 ? frame.kx : 110_800)));
  }
  for (const list of moves) list.sort((a, b) => a - b);
  const eastM = (quantile(moves[0]!, 0.5) + quantile(moves[2]!, 0.5)) / 2;
  const northM = (quantile(moves[1]!, 0.5) + quantile(moves[3]!, 0.5)) / 2;
  const size = Math.hypot(eastM, northM);
  const spread = Math.max(
    ...moves.map((list, side) => Math.max(...[0.1, 0.9].map((share) => Math.abs(quantile(list, share) - (side % 2 === 0 ? eastM : northM))))),
  );
  return size > 1 && spread < 0.1 * size ? { eastM: round(eastM, 1), northM: round(northM, 1) } : undefined;
}

export const round = (value: number, digits: number) => Number(value.toFixed(digits));
