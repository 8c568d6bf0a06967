/** Classes of a map whose source is told in part: made from what is told, whoever made the map. Pure. */
import { startsOf } from '../contract/maps/classes.ts';
import type { MapSpec } from '../contract/maps/map.ts';
import type { Emptiness, MapFacts } from './facts.ts';

/**
 * A member's page counts in everything, so its classes begin at numbers that strangers are not told: among a few areas a class that begins at 2 says
 * that one of them has 2 (decisions 0028 and 0032). The same number of classes is made anew from what is told; natural breaks become equal numbers
 * of areas, and say so. What no number decided stays: the fixed steps of old maps, and an author's own breaks but those below the threshold, where
 * no told number is.
 */
export function toldClasses({ spec: { classes }, presence, values, panels }: Pick<MapFacts, 'spec' | 'presence' | 'values' | 'panels'>): MapSpec['classes'] {
  if (!presence || presence.suppressBelow === null || classes.method === 'integer' || classes.breaks.length < 2) return classes;
  const { breaks } = classes;
  const [least, most] = [breaks[0]!, breaks.at(-1)!];
  if (classes.method === 'manual') {
    const below = presence.suppressBelow;
    return { ...classes, breaks: [least, ...breaks.slice(1, -1).filter((at) => at >= below), most] };
  }
  const told = (panels ?? [{ values: values! }]).flatMap((panel) => numbersOf(panel.values));
  return classesFrom(classes, told, least);
}

/** As many classes by the same rule, made from other numbers. Natural breaks become equal numbers of areas. */
export function classesFrom(classes: MapSpec['classes'], numbers: readonly number[], least: number): MapSpec['classes'] {
  const method = classes.method === 'equal' ? classes.method : 'quantile';
  const starts = startsOf(numbers, { method, classes: classes.breaks.length - 1, breaks: [] }, least, () => []);
  // The last class has no end of its own where the legend says `20+`; else it ends with the highest number that there is.
  const end = classes.open === 'none' ? Math.max(starts.at(-1)!, ...numbers) : starts.at(-1)!;
  return { ...classes, method, breaks: [...starts, end] };
}

export const numbersOf = (values: ReadonlyMap<string, number | Emptiness>): number[] =>
  [...values.values()].filter((value): value is number => typeof value === 'number' && value > 0);
