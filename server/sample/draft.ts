/** Files that can be spoiled row by row, and what the manifest says of each spoiling. */
import type { Feature, Geometry, Polygon, MultiPolygon, Position } from 'geojson';
import type { Country } from './country.ts';
import type { Properties, SampleLayer } from './geojson.ts';
import type { CellValue, SampleTable } from './population.ts';
import type { Random } from './random.ts';

/** One planted defect. `check` is its id in the check catalogue. */
export interface Planted {
  check: string;
  /** What exactly, within the check: `overlap-10-m`. */
  kind: string;
  severity: 'error' | 'warning' | 'info';
  level: number | null;
  /** File name, with extension. */
  file: string;
  /** Codes of the units touched, as they would be without the defect. */
  pcodes: string[];
  /** 1-based records of the file. */
  rows: number[];
  where?: [lon: number, lat: number];
  size?: { areaM2?: number; widthM?: number; lengthM?: number };
  /** The same is there in all units above, on every level. */
  upward?: true;
  /** Other checks that rightly notice the same thing. */
  also: string[];
}

export type SampleFeature = Feature<Geometry | null, Record<string, unknown>>;

export class LayerDraft {
  readonly base: SampleLayer;
  readonly #edited = new Map<number, SampleFeature>();
  readonly #appended: SampleFeature[] = [];
  /** Applied to every record as it is written: a column that is missing or added. */
  everyRow: ((properties: Record<string, unknown>) => void) | null = null;
  constructor(base: SampleLayer) {
    this.base = base;
  }
  get file(): string {
    return `${this.base.name}.geojson`;
  }
  /** The record itself, to be changed in place. */
  edit(row: number): SampleFeature {
    let feature = this.#edited.get(row);
    if (!feature) this.#edited.set(row, (feature = this.base.feature(row)));
    return feature;
  }
  /** Adds a record and gives its 1-based number. */
  append(feature: SampleFeature): number {
    this.#appended.push(feature);
    return this.base.count + this.#appended.length;
  }
  toLayer(): SampleLayer {
    return {
      ...this.base,
      count: this.base.count + this.#appended.length,
      feature: (row) => {
        const feature = this.#edited.get(row) ?? (row < this.base.count ? this.base.feature(row) : this.#appended[row - this.base.count]!);
        if (!this.everyRow) return feature as Feature<Geometry | null, Properties>;
        const properties = { ...feature.properties };
        this.everyRow(properties);
        return { ...feature, properties } as Feature<Geometry | null, Properties>;
      },
    };
  }
}

export class TableDraft {
  readonly base: SampleTable;
  readonly #edited = new Map<number, CellValue[]>();
  readonly #dropped = new Set<number>();
  readonly #appended: CellValue[][] = [];
  readonly #columns = new Set<string>();
  constructor(base: SampleTable) {
    this.base = base;
  }
  get file(): string {
    return `${this.base.name}.csv`;
  }
  column(name: string): number {
    return this.base.columns.indexOf(name);
  }
  edit(row: number): CellValue[] {
    let values = this.#edited.get(row);
    if (!values) this.#edited.set(row, (values = this.base.row(row)));
    return values;
  }
  drop(row: number): void {
    this.#dropped.add(row);
  }
  append(values: CellValue[]): void {
    this.#appended.push(values);
  }
  dropColumns(names: string[]): void {
    for (const name of names) this.#columns.add(name);
  }
  /** 1-based data row in the finished file of a row of the clean one. */
  finalRow(row: number): number {
    let dropped = 0;
    for (const other of this.#dropped) if (other < row) dropped++;
    return row + 1 - dropped;
  }
  toTable(): SampleTable {
    const rows = Array.from({ length: this.base.count }, (_, row) => row).filter((row) => !this.#dropped.has(row));
    const kept = this.base.columns.map((_, i) => i).filter((i) => !this.#columns.has(this.base.columns[i]!));
    return {
      ...this.base,
      columns: kept.map((i) => this.base.columns[i]!),
      count: rows.length + this.#appended.length,
      row: (index) => {
        const values = index < rows.length ? (this.#edited.get(rows[index]!) ?? this.base.row(rows[index]!)) : this.#appended[index - rows.length]!;
        return kept.map((i) => values[i]!);
      },
    };
  }
}

/** A border of the deepest level as seen by one of its units. */
export interface Border {
  arc: number;
  other: number;
}

/** Gives out units of the deepest level so that no two defects share one, and that spoiled shapes do not even touch. */
export class Picker {
  readonly borders: Border[][];
  readonly #country: Country;
  readonly #order: number[];
  readonly #used = new Set<number>();
  constructor(country: Country, random: Random) {
    this.#country = country;
    const { units } = country.levels.at(-1)!;
    this.borders = units.map(() => []);
    country.arcs.forEach(({ left, right }, arc) => {
      if (left !== -1) this.borders[left]!.push({ arc, other: right });
      if (right !== -1) this.borders[right]!.push({ arc, other: left });
    });
    this.#order = units.map((_, row) => row);
    for (let i = this.#order.length - 1; i > 0; i--) {
      const j = random.below(i + 1);
      [this.#order[i], this.#order[j]] = [this.#order[j]!, this.#order[i]!];
    }
  }
  isFree(row: number): boolean {
    return !this.#used.has(row);
  }
  /** A unit whose attributes may be spoiled; -1 where none is left. */
  takeRow(fits: (row: number) => boolean = () => true): number {
    const row = this.#order.find((candidate) => !this.#used.has(candidate) && fits(candidate));
    if (row === undefined) return -1;
    this.#used.add(row);
    return row;
  }
  /** Two free siblings, or null. */
  takeSiblings(fits: (first: number) => boolean = () => true): [number, number] | null {
    const { units } = this.#country.levels.at(-1)!;
    for (const first of this.#order) {
      if (this.#used.has(first) || !fits(first)) continue;
      const second = this.#order.find((other) => other !== first && !this.#used.has(other) && units[other]!.parent === units[first]!.parent);
      if (second === undefined) continue;
      this.#used.add(first).add(second);
      return [first, second];
    }
    return null;
  }
  /** Units whose shapes may be spoiled, with the neighbours they have; `find` names them or says null. */
  takeShape<T>(find: (row: number) => { units: number[]; found: T } | null): T | null {
    for (const row of this.#order) {
      if (!this.#isClear(row)) continue;
      const hit = find(row);
      if (!hit || !hit.units.every((unit) => this.#isClear(unit))) continue;
      for (const unit of hit.units) {
        this.#used.add(unit);
        for (const { other } of this.borders[unit]!) if (other !== -1) this.#used.add(other);
      }
      return hit.found;
    }
    return null;
  }
  #isClear(row: number): boolean {
    return !this.#used.has(row) && this.borders[row]!.every(({ other }) => other === -1 || !this.#used.has(other));
  }
}

/** All rings of a polygonal feature, the arrays themselves. */
export function ringsOf(feature: SampleFeature): Position[][] {
  const geometry = feature.geometry as Polygon | MultiPolygon;
  return geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
}

/** Adds a polygon to a feature. */
export function addPart(feature: SampleFeature, polygon: Position[][]): void {
  const geometry = feature.geometry as Polygon | MultiPolygon;
  const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  feature.geometry = { type: 'MultiPolygon', coordinates: [...parts, polygon] };
}

/** What defects are planted with. */
export interface ShapeTools {
  country: Country;
  /** By level. */
  levels: LayerDraft[];
  picker: Picker;
  random: Random;
  planted: Planted[];
}

/** Notes a defect of the deepest level by the rows of its units there. */
export type Note = (entry: Omit<Planted, 'level' | 'file' | 'pcodes' | 'rows' | 'also'> & { units: number[]; also?: string[]; rows?: number[] }) => void;
