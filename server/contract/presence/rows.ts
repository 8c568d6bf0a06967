/** What an import of a 3W did with the sheets and rows of the file. */

/** A sheet that might be the one. */
export interface SheetOffer {
  file: string;
  sheet: string;
  hidden: boolean;
  rows: number;
  /** Has organisations and places. */
  usable: boolean;
}

/** What became of the rows. `read` = Σ `dropped` + Σ `placed` + `notPlaced`. */
export interface PresenceRows {
  /** Rows under the header that hold something. */
  read: number;
  /** Rows without any content, not part of `read`. */
  blank: number;
  /** By reason: totals, instructions, repeated headers, rows without an organisation. */
  dropped: Record<string, number>;
  /** By method, for rows placed at the level they state. */
  placed: Record<string, number>;
  /** Rows that stay above the level they state, or name no place at all. */
  notPlaced: number;
  /** Rows behind an open question. */
  needReview: number;
  /** Rows whose name beside a good code is no spelling of its unit. */
  nameDiffers: number;
  /** Distinct organisations by the default definition. */
  organisations: number;
}
