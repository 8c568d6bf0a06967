/**
 * Classes of the 3W map. Fixed, never taken from the values: a filter, a period or a small multiple must not change what a colour means
 * (3w.md §4.2). The one break table of style, legend, matrix and small multiples.
 */
import type { CountDefinition } from '../../../server/contract/presence/presence.ts';
import { INTEGER_STEPS, ramp, type Breaks } from '../../map/legend.ts';
import type { Paint } from './state.ts';

export interface Classes {
  breaks: Breaks;
  colors: string[];
}

const STEPS: Record<CountDefinition['unit'], readonly number[]> = {
  organisations: INTEGER_STEPS,
  activities: [1, 5, 20, 50, 200],
  people: [1, 100, 1000, 10_000, 100_000],
};
/** People for each organisation. */
const RATIO_STEPS = [0, 5000, 10_000, 25_000, 50_000, 100_000];
/** Difference to the period before: five and more fewer, up to four fewer, the same, up to four more, five and more. */
const CHANGE_BREAKS = [-Infinity, -4, 0, 1, 5, Infinity];

export function classesOf(paint: Paint, unit: CountDefinition['unit'], dark: boolean): Classes {
  if (paint === 'change') return { breaks: CHANGE_BREAKS, colors: diverging(dark) };
  const steps = paint === 'ratio' ? RATIO_STEPS : STEPS[unit];
  return { breaks: [...steps, Infinity], colors: ramp(steps.length, dark) };
}

/** Brown for fewer, blue for more: told apart by the colour-blind too. Straw between: grey is the land of which nobody reports. */
function diverging(dark: boolean): string[] {
  return dark ? ['#d08a3c', '#8a6235', '#57553f', '#2f6da3', '#6bb6ee'] : ['#a65d0f', '#e3b477', '#f7efc1', '#8dbce2', '#0f62a3'];
}

/** `2–4`, `20+`, `1`; of changes `−4…−1`. Numbers are whole. */
export function classLabel(from: number, to: number, format: (value: number) => string): string {
  const signed = (value: number) => (value < 0 ? `−${format(-value)}` : format(value));
  if (to === Infinity) return `${signed(from)}+`;
  if (from === -Infinity) return `≤ ${signed(to - 1)}`;
  return to - from <= 1 ? signed(from) : `${signed(from)} – ${signed(to - 1)}`;
}
