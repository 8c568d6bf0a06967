/** How numbers are put into classes: the reader's choice of method, number and breaks, and what it makes of whole numbers. Pure. */
import { coverValues, startsOf } from '../../server/contract/maps/classes.ts';
import type { MapSpec } from '../../server/contract/maps/map.ts';
import { classify, naturalStarts, type Breaks, type ClassMethod } from './legend.ts';

/** What a reader chooses. */
export interface ClassChoice {
  method: Exclude<ClassMethod, 'integer'>;
  /** As many classes as can be had; fewer where there are fewer distinct numbers. */
  classes: number;
  /** Inner breaks of `manual`. */
  breaks: number[];
}

export interface Classing extends ClassChoice {
  /** Of a saved map: they hold until others are chosen, so that a colour means what it meant. */
  held: HeldClasses | null;
}

/** Classes as they are saved, and the level that they are for. */
export interface HeldClasses {
  level: number;
  classes: MapSpec['classes'];
}

export const METHODS = ['quantile', 'jenks', 'equal', 'manual'] as const;
export const MIN_CLASSES = 2;
export const MAX_CLASSES = 7;
export const CLASSING: Classing = { method: 'quantile', classes: 5, breaks: [], held: null };

export function parseClassing(query: URLSearchParams): Classing {
  const classes = Number(query.get('classes'));
  return {
    method: METHODS.find((method) => method === query.get('method')) ?? CLASSING.method,
    classes: Number.isInteger(classes) && classes >= MIN_CLASSES && classes <= MAX_CLASSES ? classes : CLASSING.classes,
    breaks: parseBreaks(query.get('breaks') ?? ''),
    held: parseHeld(query.get('held') ?? ''),
  };
}

const HELD = /^([0-5])\/(equal|quantile|jenks|manual|integer)\/(none|above|both)\/([01])\/([-\d.e+,]*)$/;

/** `2/quantile/above/1/1,5,20,20`: level, method, open ends, whole numbers or not, breaks. What does not parse is left out. */
function parseHeld(text: string): HeldClasses | null {
  const [, level, method, open, whole, list] = HELD.exec(text) ?? [];
  if (list === undefined) return null;
  const breaks = list === '' ? [] : list.split(',').map(Number);
  const isSound = breaks.length <= 10 && breaks.every((value, i) => Number.isFinite(value) && value >= (breaks[i - 1] ?? -Infinity));
  return isSound ? { level: Number(level), classes: { method: method as ClassMethod, open: open as 'none', whole: whole === '1', breaks } } : null;
}

export function formatHeld({ level, classes: { method, open, whole, breaks } }: HeldClasses): string {
  return [level, method, open, whole ? 1 : 0, breaks.join(',')].join('/');
}

/** What a reader would have to choose to come near these classes. */
export function classingOf(level: number, classes: MapSpec['classes']): Classing {
  const { method, breaks } = classes;
  const count = Math.max(MIN_CLASSES, Math.min(MAX_CLASSES, breaks.length - 1));
  const own = method === 'manual' || method === 'integer';
  return {
    method: own ? 'manual' : method,
    classes: count,
    breaks: own ? [...new Set(breaks.slice(1, -1))].slice(0, MAX_CLASSES - 1) : [],
    held: { level, classes },
  };
}

/** The classes that hold at a level; undefined where they are to be worked out. */
export const heldAt = ({ held }: Pick<Classing, 'held'>, level: number): MapSpec['classes'] | undefined => (held?.level === level ? held.classes : undefined);

/** As they are painted: an open class has no end, others are widened to hold all values. */
export function paintedBreaks({ breaks, open }: MapSpec['classes'], values: ReadonlyMap<string, number | string>): Breaks {
  const wide = coverValues(breaks, values);
  return wide.map((value, i) => (i === 0 && open === 'both' ? -Infinity : i === wide.length - 1 && open !== 'none' ? Infinity : value));
}

/** Numbers separated by blanks, commas or semicolons, without separators of thousands; increasing, without repeats. */
export function parseBreaks(text: string): number[] {
  const numbers = text.split(/[;,\s]+/).flatMap((part) => (part !== '' && Number.isFinite(Number(part)) ? [Number(part)] : []));
  return [...new Set(numbers)].sort((a, b) => a - b).slice(0, MAX_CLASSES - 1);
}

/** Where classes of whole numbers begin, from `least` on; the last class has no end. */
export const wholeStarts = (numbers: Iterable<number>, choice: ClassChoice, least: number): number[] => startsOf(numbers, choice, least, naturalStarts);

/** Around nought, fewer on one side as many as more on the other: `[-∞, -4, 0, 1, 5, ∞]`. */
export function mirroredBreaks(starts: readonly number[]): Breaks {
  return [
    -Infinity,
    ...starts
      .slice(1)
      .map((start) => 1 - start)
      .reverse(),
    0,
    ...starts,
    Infinity,
  ];
}

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
