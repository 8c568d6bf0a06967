/** Which population values are divided by: that of their own year, else the nearest before, else the nearest. Pure. */

/** The year in which a period begins; null without one. */
export const yearOf = (period: { start: string } | null): number | null => (period ? Number(period.start.slice(0, 4)) : null);

/** Of equal distance the earlier: what is known of later years is a projection. The current one where no year is known. */
export function nearestYear<P extends { year: number | null; isCurrent: boolean }>(populations: readonly P[], year: number | null): P | null {
  const current = populations.find(({ isCurrent }) => isCurrent) ?? null;
  if (year === null) return current;
  const dated = populations.filter((each): each is P & { year: number } => each.year !== null);
  const far = (each: { year: number }) => Math.abs(each.year - year);
  // The current one goes before older versions of the same year.
  return dated.toSorted((a, b) => far(a) - far(b) || a.year - b.year || Number(b.isCurrent) - Number(a.isCurrent))[0] ?? current;
}
