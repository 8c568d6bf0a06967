/** Where classes of measured numbers begin, rounded as a legend says them. Pure. */
import type { Classing } from './classing.ts';
import { classify, type Breaks } from './legend.ts';

/** Two or three significant digits for the inner breaks: nobody reads 31,847.25 in a legend. The outer ones still hold every value. */
export function classBreaks(values: readonly (number | null)[], method: Classing['method'], count: number, manual: readonly number[] = []): Breaks {
  const known = values.filter((value) => value !== null);
  const [low, high] = extent(known);
  if (known.length === 0) return [];
  if (method === 'manual') return [low, ...[...new Set(manual)].sort((a, b) => a - b).filter((at) => at > low && at <= high), high];
  const breaks = classify(known, method, count);
  const inner = breaks.slice(1, -1).map(roundBreak);
  // Rounding is given up where it would merge classes or push one out of the values.
  const good = inner.every((at, i) => at > (inner[i - 1] ?? low) && at < high);
  return good ? [low, ...inner, high] : breaks;
}

/** Three significant digits. */
export function roundBreak(value: number): number {
  return Number(value.toPrecision(3));
}

export function extent(values: Iterable<number>): [low: number, high: number] {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}
