/** Faces as outlines in degrees, their size, and what kind of fault they are. */
import { GRID } from '../../../geometry/overlay/edges.ts';
import type { Measured } from '../../../geometry/overlay/measure.ts';
import { measure } from '../../../geometry/overlay/measure.ts';
import type { Arrangement } from './arrange.ts';
import { tailOf } from './faces.ts';

/** What is smaller than a square centimetre, or narrower than a centimetre, is rounding. */
const NOISE_M2 = 1e-4;
const NOISE_M = 0.01;
/** A strip sixty times as long as wide has 0.05 (cod.md T2). */
const THIN = 0.05;
/** However thin: a gap this wide is a river mouth or a lake. */
const THIN_WIDTH_M = 1000;
/** Widths to a few per cent: they decide between classes a factor of ten apart. */
const WIDTH_CELLS = 400;
/** A gap inside one unit is a lake, unless it is a sliver. */
const INNER_WIDTH_M = 10;

/** Outlines and holes of each face, made on demand. */
export class FaceShapes {
  readonly #arrangement: Arrangement;
  /** First half of each walk, by face. */
  readonly #walks = new Map<number, number[]>();
  readonly #measured = new Map<number, Measured>();
  readonly #known: KnownMeasures;

  constructor(arrangement: Arrangement, known: KnownMeasures) {
    this.#arrangement = arrangement;
    this.#known = known;
    for (const { face, half, isHole } of arrangement.faces.walks) {
      const known = this.#walks.get(face);
      if (!known) this.#walks.set(face, [half]);
      else if (isHole) known.push(half);
      else known.unshift(half);
    }
  }

  /** Vertices of the outline, then of each hole; not closed. Each begins with its least vertex, holes in the order of these. */
  walks(face: number): number[][] {
    const { lines, faces, vertices } = this.#arrangement;
    const walks = (this.#walks.get(face) ?? []).map((first) => {
      const ids: number[] = [];
      let half = first;
      do {
        ids.push(tailOf(lines, half));
        half = faces.next[half]!;
      } while (half !== first);
      return ids;
    });
    const [outline, ...holes] = walks;
    const { x, y } = vertices;
    return outline ? [outline, ...holes.sort((p, q) => x[p[0]!]! - x[q[0]!]! || y[p[0]!]! - y[q[0]!]!)] : [];
  }

  /** Closed rings x, y, x, y, … in degrees. */
  rings(face: number): Float64Array[] {
    return this.walks(face).map((ids) => toRing(this.#arrangement.vertices, ids));
  }

  measure(face: number): Measured {
    let found = this.#measured.get(face);
    if (!found) this.#measured.set(face, (found = this.#known.measure(this.rings(face))));
    return found;
  }

  /** Takes a measure over from the same face before vertices were put on its lines. */
  carry(face: number, measured: Measured): void {
    this.#measured.set(face, measured);
  }
}

/** Faces are the same from one arrangement to the next but for what happens in between; their widths are dear. */
export class KnownMeasures {
  readonly #byShape = new Map<string, Measured>();

  measure(rings: Float64Array[]): Measured {
    const { areaM2, bbox } = measure([rings], false);
    const key = `${rings[0]![0]} ${rings[0]![1]} ${bbox.join(' ')} ${areaM2.toPrecision(9)}`;
    let found = this.#byShape.get(key);
    if (!found) this.#byShape.set(key, (found = measure([rings], true, WIDTH_CELLS)));
    return found;
  }
}

export function toRing({ x, y }: { x: Float64Array; y: Float64Array }, ids: number[]): Float64Array {
  const ring = new Float64Array(2 * ids.length + 2);
  ids.forEach((id, i) => {
    ring[2 * i] = x[id]! / GRID;
    ring[2 * i + 1] = y[id]! / GRID;
  });
  ring[2 * ids.length] = ring[0]!;
  ring[2 * ids.length + 1] = ring[1]!;
  return ring;
}

export function isNoise({ areaM2, widthM }: Measured): boolean {
  return areaM2 < NOISE_M2 || widthM < NOISE_M;
}

/** What decides which gaps are filled. */
export interface Filling {
  widthM: number;
  /** The row that is outside of the country (edge match); −1 where there is none. Gaps beside it are filled however wide. */
  outside: number;
}

/** Is a gap of this size, between the rows `around`, one that is filled? */
export function isFilled({ areaM2, widthM, perimeterM }: Measured, around: ReadonlySet<number>, { widthM: chosenM, outside }: Filling): boolean {
  const neighbours = around.size;
  // An island of the outline without any unit is nobody's to take.
  if (around.has(outside)) return neighbours > 1;
  if (neighbours === 1) return widthM <= Math.min(chosenM, INNER_WIDTH_M);
  if (widthM <= chosenM) return true;
  return (4 * Math.PI * areaM2) / perimeterM ** 2 <= THIN && widthM <= THIN_WIDTH_M && chosenM >= INNER_WIDTH_M;
}
