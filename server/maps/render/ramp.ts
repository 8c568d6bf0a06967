/** Colours of classes on pictures: the twins of client/map/legend.ts and client/kinds/presence/measure/classes.ts, which tests hold equal (the client bundles nothing of the server). */
import type { MapSpec } from '../../contract/maps/map.ts';

const LIGHT = ['#deecf8', '#b9d6ee', '#8dbce2', '#5d9dd3', '#3580bf', '#0f62a3', '#02457a'];
const DARK = ['#17344c', '#1d4a70', '#246296', '#3a7ebb', '#5b9cd9', '#86baee', '#b9d8f7'];

/** @returns `count` steps, light to dark; on dark ground dark to light */
export function ramp(count: number, dark: boolean): string[] {
  const steps = dark ? DARK : LIGHT;
  if (count <= 1) return [steps[4]!];
  return Array.from({ length: count }, (_, i) => steps[Math.round((i * (steps.length - 1)) / (count - 1))]!);
}

/** Fewer, from strong to weak; the same; more, from weak to strong. */
const DIVERGING = {
  light: { fewer: ['#a65d0f', '#e3b477'], same: '#f7efc1', more: ['#8dbce2', '#0f62a3'] },
  dark: { fewer: ['#d08a3c', '#8a6235'], same: '#57553f', more: ['#2f6da3', '#6bb6ee'] },
} as const;

/** Brown for classes below zero, blue for those above, neither for the one that holds it; the outermost are the strongest. */
export function diverging(breaks: readonly number[], dark: boolean): string[] {
  const { fewer, same, more } = DIVERGING[dark ? 'dark' : 'light'];
  const classes = breaks.slice(0, -1);
  const below = classes.filter((_, i) => breaks[i + 1]! <= 0).length;
  const above = classes.filter((from) => from > 0).length;
  return classes.map((from, i) => {
    if (i < below) return mix(fewer[0], fewer[1], below > 1 ? i / (below - 1) : 0);
    return from > 0 ? mix(more[0], more[1], above > 1 ? (i - classes.length + above) / (above - 1) : 1) : same;
  });
}

function mix(a: string, b: string, share: number): string {
  const part = (at: number) => {
    const [from, to] = [a, b].map((colour) => Number.parseInt(colour.slice(at, at + 2), 16));
    return Math.round(from! + (to! - from!) * share)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${part(1)}${part(3)}${part(5)}`;
}

/** The colours of a map's classes, by their number: the break table is that of the map. */
export function coloursOf({ data, classes }: Pick<MapSpec, 'data' | 'classes'>): (classes: number, dark: boolean) => string[] {
  return data.kind === 'presence' && data.measure.is === 'change' ? (_, dark) => diverging(classes.breaks, dark) : ramp;
}
