/** Figures of a version beside those of the version before, and which of them changed so much that a person should look. Pure. */

export interface Figure {
  label: string;
  /** null: not known. */
  now: number | null;
  /** null: there is no version before, or it does not say. */
  before: number | null;
  /** The label is a word of the source, or a name. */
  own?: boolean;
}

/** What counts as a large change; it is said on the page. */
export interface Threshold {
  /** Share of the number before. */
  share: number;
  /** Differences up to this are never marked: of two organisations one more is half as many again. */
  least: number;
}

/** New, gone, or further away than the threshold. */
export function isMarked({ now, before }: Pick<Figure, 'now' | 'before'>, { share, least }: Threshold): boolean {
  if (now === null || before === null || now === before) return false;
  if (now === 0 || before === 0) return true;
  const difference = Math.abs(now - before);
  return difference > least && difference > share * before;
}
