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

export interface Sort {
  key: string;
  descending: boolean;
}

/** Before the reader says otherwise: by the column that says so, else by the one that names the row. */
export function firstSort(columns: readonly { key: string; header?: boolean; first?: 'ascending' | 'descending' }[]): Sort | null {
  const column = columns.find(({ first }) => first) ?? columns.find(({ header }) => header);
  return column ? { key: column.key, descending: column.first === 'descending' } : null;
}
