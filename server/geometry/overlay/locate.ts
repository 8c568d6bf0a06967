/** Which units of a level cover a point. */
import Flatbush from 'flatbush';
import type { FeatureTable } from '../../contract/admin.ts';
import { Work } from '../work.ts';
import { RingLocator } from './faces.ts';

/** Steps for asking one part whether it holds a point: a strip of its edges. */
const PART = 16;

export class UnitLocator {
  #table: FeatureTable;
  #parts: Flatbush | null = null;
  /** Polygon and row of each box. */
  #polygonOf: number[] = [];
  #rowOf: number[] = [];
  #locators = new Map<number, RingLocator>();
  /** west, south, east, north of each row; empty rows have west > east. */
  readonly boxes: Float64Array;
  readonly #work: Work;

  constructor(table: FeatureTable) {
    this.#table = table;
    this.#work = new Work('Finding which units contain a place', table.geometry.coords.length / 2, 200);
    const { kinds, rows, polygons, rings, coords } = table.geometry;
    this.boxes = new Float64Array(4 * kinds.length);
    const boxes: number[] = [];
    for (let row = 0; row < kinds.length; row++) {
      const own = [Infinity, Infinity, -Infinity, -Infinity];
      for (let polygon = rows[row]!; kinds[row] === 3 && polygon < rows[row + 1]!; polygon++) {
        const box = [Infinity, Infinity, -Infinity, -Infinity];
        const shell = polygons[polygon]!;
        if (shell === polygons[polygon + 1]) continue;
        for (let v = rings[shell]!; v < rings[shell + 1]!; v++) {
          box[0] = Math.min(box[0]!, coords[2 * v]!);
          box[1] = Math.min(box[1]!, coords[2 * v + 1]!);
          box[2] = Math.max(box[2]!, coords[2 * v]!);
          box[3] = Math.max(box[3]!, coords[2 * v + 1]!);
        }
        if (!box.every(Number.isFinite)) continue;
        boxes.push(...box);
        this.#polygonOf.push(polygon);
        this.#rowOf.push(row);
        for (const i of [0, 1]) own[i] = Math.min(own[i]!, box[i]!);
        for (const i of [2, 3]) own[i] = Math.max(own[i]!, box[i]!);
      }
      this.boxes.set(own, 4 * row);
    }
    if (boxes.length === 0) return;
    this.#parts = new Flatbush(boxes.length / 4);
    for (let i = 0; i < boxes.length; i += 4) this.#parts.add(boxes[i]!, boxes[i + 1]!, boxes[i + 2]!, boxes[i + 3]!);
    this.#parts.finish();
  }

  /** Rows whose interior holds the point, ascending. */
  at(lon: number, lat: number): number[] {
    const found = new Set<number>();
    for (const part of this.#parts?.search(lon, lat, lon, lat) ?? []) {
      this.#work.spend(PART);
      const polygon = this.#polygonOf[part]!;
      let locator = this.#locators.get(polygon);
      if (!locator) this.#locators.set(polygon, (locator = new RingLocator(this.#ringsOf(polygon))));
      if (locator.contains(lon, lat)) found.add(this.#rowOf[part]!);
    }
    return [...found].sort((a, b) => a - b);
  }

  /** Rows with a part whose box meets the box, ascending. */
  near(west: number, south: number, east: number, north: number): number[] {
    const found = new Set<number>();
    const parts = this.#parts?.search(west, south, east, north) ?? [];
    this.#work.spend(parts.length);
    for (const part of parts) found.add(this.#rowOf[part]!);
    return [...found].sort((a, b) => a - b);
  }

  #ringsOf(polygon: number): Float64Array[] {
    const { polygons, rings, coords } = this.#table.geometry;
    const result: Float64Array[] = [];
    for (let ring = polygons[polygon]!; ring < polygons[polygon + 1]!; ring++) result.push(coords.subarray(2 * rings[ring]!, 2 * rings[ring + 1]!));
    return result;
  }
}
