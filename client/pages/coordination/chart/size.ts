/** Lengths of the chart in pixels at full size. */
export const SIZE = {
  /** Of a box that hangs from none; each further down is narrower by `indent`, down to `least`. */
  width: 164,
  least: 110,
  height: 72,
  /** Between boxes side by side, and between those that hang. */
  gap: 14,
  indent: 16,
  /** Between the rows of a trunk: its lines run in the middle. */
  row: 36,
  /** Between the halves of a row, where the trunk goes on. */
  gutter: 28,
  /** From a line to a second one that runs beside it. */
  beside: 6,
  /** Before what stands aside. */
  aside: 40,
  /** Before what belongs to nothing. */
  foot: 40,
} as const;
