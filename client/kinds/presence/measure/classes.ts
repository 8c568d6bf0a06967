/**
 * Classes of the 3W map. They come from the numbers of the whole definition, before anything is filtered out of it: a filter, a period or a small
 * multiple must not change what a colour means (3w.md §4.2). The one break table of style, legend, matrix and small multiples.
 */
import type { AdminLevel } from '../../../../server/contract/ids.ts';
import type { CountDefinition, PresenceColumns } from '../../../../server/contract/presence/presence.ts';
import type { MapSpec } from '../../../../server/contract/maps/map.ts';
import { mirroredBreaks, paintedBreaks, wholeStarts, type ClassChoice } from '../../../map/classing.ts';
import { diverging, ramp } from '../../../../server/contract/maps/palette.ts';
import type { Breaks } from '../../../map/legend.ts';
import { changeOf, countPresence, matrixOf, ratioOf, type Matrix } from '../count.ts';
import type { Counts } from '../../../../server/contract/presence/measure.ts';
import { DEFINITION, type Paint } from '../state.ts';

export interface Classes {
  breaks: Breaks;
  colors: string[];
}

/** Of changes a class holds the same, and as many lie on either side of it. */
export const CHANGE_COUNTS = [3, 5, 7] as const;
/** Own breaks of either side: a map has ten at most in all. */
const MOST_ASIDE = 3;

/** What is counted before anything is filtered out: how it is counted stays. */
export const unfiltered = ({ unit, role }: CountDefinition): CountDefinition => ({ ...DEFINITION, unit, role });

/** Of every area and cluster, for small maps and tables: a cluster has fewer than the whole, and would be one colour in its classes. */
export function cellNumbers(columns: PresenceColumns, definition: CountDefinition, level: AdminLevel): number[] {
  const own = unfiltered(definition);
  return remember(columns, `cells ${level} ${JSON.stringify(own)}`, () => numbersIn(matrixOf(columns, own, level)));
}

/** Those above nought. */
export function numbersIn({ cells }: Pick<Matrix, 'cells'>): number[] {
  const numbers: number[] = [];
  for (const row of cells.values()) for (const value of row) if (value > 0) numbers.push(value);
  return numbers;
}

/** The count of the whole definition; of a change the two periods stay. */
export function wholeCount(
  columns: PresenceColumns,
  definition: CountDefinition,
  level: AdminLevel,
  period: Pick<CountDefinition, 'from' | 'to'> | null,
): Counts {
  const own = { ...unfiltered(definition), ...(period && { from: period.from, to: period.to }) };
  return remember(columns, `count ${level} ${JSON.stringify(own)}`, () => countPresence(columns, own, level));
}

/** What was made of columns, which never change: the last few, so that a filter counts nothing twice. */
const remembered = new WeakMap<PresenceColumns, Map<string, unknown>>();
const KEPT = 8;

function remember<T>(columns: PresenceColumns, key: string, make: () => T): T {
  const own = remembered.get(columns) ?? new Map<string, unknown>();
  remembered.set(columns, own);
  if (!own.has(key)) own.set(key, make());
  for (const old of own.keys()) if (own.size > KEPT) own.delete(old);
  return own.get(key) as T;
}

/**
 * The numbers that classes are made from, where they are known and may be told. `before`: the other side of a change, and `people` where it is of
 * these for each organisation.
 */
export function numbersOf(
  paint: Paint,
  count: Counts,
  people: ReadonlyMap<string, number>,
  before: { count: Counts; people: ReadonlyMap<string, number> | null } | null,
): number[] {
  if (paint === 'change')
    return before
      ? [...changeOf(count, before.count, before.people).values()].flatMap((change) => (change ? Math.abs(change.now - change.before) : [])).filter(Boolean)
      : [];
  return Object.entries(count.byPcode).flatMap(([pcode, { count, organisations }]) =>
    paint === 'ratio' ? (ratioOf(organisations, people.get(pcode)) ?? []) : count ? [count] : [],
  );
}

/** Those of a saved map, in its colours. */
export function heldClasses(paint: Paint, held: MapSpec['classes'], values: ReadonlyMap<string, number | string>, dark: boolean): Classes {
  const breaks = paintedBreaks(held, values);
  return { breaks, colors: paint === 'change' ? diverging(breaks, dark) : ramp(Math.max(1, breaks.length - 1), dark) };
}

export function classesOf(paint: Paint, numbers: Iterable<number>, classing: ClassChoice, dark: boolean): Classes {
  if (paint === 'change') {
    const side = { ...classing, classes: Math.max(1, Math.floor((classing.classes - 1) / 2)), breaks: classing.breaks.slice(0, MOST_ASIDE) };
    const breaks = mirroredBreaks(wholeStarts(numbers, side, 1));
    return { breaks, colors: diverging(breaks, dark) };
  }
  const starts = wholeStarts(numbers, classing, paint === 'ratio' ? 0 : 1);
  return { breaks: [...starts, Infinity], colors: ramp(starts.length, dark) };
}

/** `2–4`, `20+`, `1`; of changes `−4…−1`. Numbers are whole. */
export function classLabel(from: number, to: number, format: (value: number) => string): string {
  const signed = (value: number) => (value < 0 ? `−${format(-value)}` : format(value));
  if (to === Infinity) return `${signed(from)}+`;
  if (from === -Infinity) return `≤ ${signed(to - 1)}`;
  return to - from <= 1 ? signed(from) : `${signed(from)} – ${signed(to - 1)}`;
}
