/** Class breaks and the legend. The same table feeds the style, so picture and legend cannot disagree (3w.md §4.2). Pure. */
import { ckmeans } from 'simple-statistics';

/** `jenks`: natural breaks. `integer`: fixed steps of whole numbers, in maps saved before classes came from the data. */
export type ClassMethod = 'equal' | 'quantile' | 'jenks' | 'manual' | 'integer';

/**
 * Class i holds values `breaks[i] <= v < breaks[i + 1]`, the last class also its upper end. So k classes have k + 1 breaks,
 * increasing; only the last class may be a single value, `[v, v]`. No values give no breaks.
 */
export type Breaks = number[];

/**
 * Breaks of `values` in at most `count` classes; fewer where there are fewer distinct values. NaN and infinities are ignored.
 * @param manual the inner and outer breaks for `manual`
 */
export function classify(values: Iterable<number>, method: Exclude<ClassMethod, 'integer'>, count: number, manual: readonly number[] = []): Breaks {
  const sorted = Float64Array.from([...values].filter(Number.isFinite)).sort();
  if (method === 'manual') return increasing(manual);
  if (sorted.length === 0) return [];
  const low = sorted[0]!;
  const high = sorted.at(-1)!;
  if (low === high) return [low, low];
  const classes = Math.max(1, Math.floor(count));
  switch (method) {
    case 'equal':
      return withEnd(
        Array.from({ length: classes }, (_, i) => low + ((high - low) * i) / classes),
        high,
      );
    case 'quantile':
      return withEnd(
        Array.from({ length: classes }, (_, i) => quantile(sorted, i / classes)),
        high,
      );
    default:
      return withEnd(naturalStarts(sorted, classes), high);
  }
}

/** Index of the class of `value`, or -1 where it is below the first or above the last break. */
export function classOf(value: number, breaks: Breaks): number {
  const last = breaks.length - 1;
  if (last < 1 || !(value >= breaks[0]!) || value > breaks[last]!) return -1;
  for (let i = last - 1; i > 0; i--) if (value >= breaks[i]!) return i;
  return 0;
}

/**
 * The class of each unit in place of its number. The style then says only which class has which colour and stays the same when breaks change:
 * another expression in it makes MapLibre load and upload every tile anew. Below the first break is the first class, beyond the last the last.
 */
export function toClasses(values: ReadonlyMap<string, number | string>, breaks: Breaks): Map<string, number | string> {
  const inner = breaks.slice(1, -1);
  const classes = new Map<string, number | string>();
  for (const [pcode, value] of values) {
    let at = 0;
    if (typeof value === 'number') while (at < inner.length && value >= inner[at]!) at++;
    classes.set(pcode, typeof value === 'number' ? at : value);
  }
  return classes;
}

export interface LegendRow {
  from: number;
  to: number;
  /** The upper end belongs to the class only in the last one. */
  last: boolean;
  color: string;
  /** Units in this class. */
  count: number;
}

export interface Legend {
  rows: LegendRow[];
  /** Units whose value is zero while the classes begin above it: reported, and none. Never mixed with `noData`. */
  zero: number;
  noData: number;
  total: number;
}

/** @param values one entry for each unit on the map; null where nothing is known */
export function toLegend(values: Iterable<number | null>, breaks: Breaks, colors: readonly string[]): Legend {
  const classes = Math.max(0, breaks.length - 1);
  const rows = Array.from({ length: classes }, (_, i) => ({
    from: breaks[i]!,
    to: breaks[i + 1]!,
    last: i === classes - 1,
    color: colors[i] ?? colors.at(-1) ?? '',
    count: 0,
  }));
  const legend: Legend = { rows, zero: 0, noData: 0, total: 0 };
  for (const value of values) {
    legend.total++;
    if (value === null || Number.isNaN(value)) legend.noData++;
    else {
      const row = rows[classOf(value, breaks)];
      if (row) row.count++;
      else if (value === 0) legend.zero++;
      else legend.noData++;
    }
  }
  return legend;
}

/** Starts of classes and the end of the last: a class of the highest value alone stays a class. */
function withEnd(starts: readonly number[], high: number): Breaks {
  return [...increasing(starts), high];
}

function increasing(breaks: readonly number[]): Breaks {
  return [...new Set(breaks.filter(Number.isFinite))].sort((a, b) => a - b);
}

/** Linear interpolation between closest ranks (type 7, as in R and d3). */
function quantile(sorted: Float64Array, p: number): number {
  const at = (sorted.length - 1) * p;
  const below = Math.floor(at);
  const a = sorted[below]!;
  const b = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return a + (b - a) * (at - below);
}

/** Where natural breaks begin their classes: the least sum of squared deviations within them. @param sorted increasing, at least one */
export function naturalStarts(sorted: ArrayLike<number>, classes: number): number[] {
  const values = Array.from(sorted);
  return ckmeans(values, Math.min(classes, new Set(values).size)).map((group) => group[0]!);
}
