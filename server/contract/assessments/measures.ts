/** What a map of coverage shows of a unit, the same on the page, in pictures and in sheets. Imports types only: the client bundles it. */
import type { UnitCoverage } from './coverage.ts';

/** `age`: months since the last data were collected; `missing`: sectors without any assessment in so many months. */
export const MEASURES = ['assessments', 'age', 'missing', 'planned'] as const;
export type Measure = (typeof MEASURES)[number];

/** Why there is no number: an assessment of the unit above only; nothing at all; of ages, nobody has collected data yet. */
export type NoNumber = 'above' | 'none' | 'never';
type Told = Pick<UnitCoverage, 'assessments' | 'above' | 'planned' | 'months' | 'missing'>;

/** The number that is shown, or why there is none. */
export function shownOf(unit: Told, measure: Measure): number | NoNumber {
  switch (measure) {
    case 'assessments':
      return unit.assessments > 0 ? unit.assessments : unit.above > 0 ? 'above' : 'none';
    case 'age':
      return unit.months ?? (unit.above > 0 ? 'above' : 'never');
    case 'missing':
      return unit.missing.length;
    default:
      return unit.planned > 0 ? unit.planned : 'none';
  }
}

/** Classes of ages, in months: what is stale is never in a class with what is not. */
export function ageBreaks(months: number, oldest: number): number[] {
  const half = Math.max(1, Math.floor(months / 2));
  const inner = [...new Set([0, half, months, months * 2])];
  const top = Math.max(oldest + 1, months + 1);
  return [...inner.filter((edge) => edge < top), top];
}
