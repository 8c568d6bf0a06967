/** Whole numbers from shares: what is divided stays whole, to the person. */

/**
 * Divides a whole number by weights that need not add to 1; the largest remainders are rounded up, the first of equal ones first, so that the parts add to it.
 * @param weights none is negative; where all are 0 nothing can be divided, and the answer is null
 */
export function apportion(total: number, weights: readonly number[]): number[] | null {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (!(sum > 0)) return null;
  const exact = weights.map((weight) => (total * weight) / sum);
  const parts = exact.map(Math.floor);
  const rest = total - parts.reduce((all, part) => all + part, 0);
  const order = exact.map((value, at) => ({ at, fraction: value - parts[at]! })).toSorted((a, b) => b.fraction - a.fraction || a.at - b.at);
  for (const { at } of order.slice(0, rest)) parts[at]!++;
  return parts;
}

/** Shares with four decimals that add to what they add to before they are rounded: to 1.0000, where they are all of it. */
export function roundShares(shares: readonly number[]): number[] {
  const sum = shares.reduce((all, share) => all + share, 0);
  return apportion(Math.round(1e4 * sum), shares)?.map((part) => part / 1e4) ?? shares.map(() => 0);
}
