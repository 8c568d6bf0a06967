/** A sorted copy; equal rows keep their order, rows without a value come last either way. */
export function sortRows<R>(
  rows: readonly R[],
  valueOf: (row: R) => string | number | null,
  descending: boolean,
  compare: (a: string, b: string) => number,
): R[] {
  const sign = descending ? -1 : 1;
  return rows
    .map((row) => ({ row, value: valueOf(row) }))
    .sort(({ value: a }, { value: b }) => {
      if (a === null || b === null) return Number(a === null) - Number(b === null);
      return sign * (typeof a === 'number' && typeof b === 'number' ? a - b : compare(String(a), String(b)));
    })
    .map(({ row }) => row);
}
