/** What a test says of a dataset. */

/** Of class high and for everybody: counts only, down to a level, small ones hidden. */
export const countsOnly = (lowestLevel: number, reason = 'protection', smallestCount = 3) => ({
  class: 'high' as const,
  audience: 'public' as const,
  lowestLevel,
  smallestCount,
  reason,
  confirmed: true,
});
export const sensitivityOf = (dataset: string) => `/api/v1/datasets/${dataset}/sensitivity`;
