/** Looks of units without a number that are drawn as a pattern. `zero` is plain land, `not-reported` plain grey. */

/** Of every 3W. */
export const PATTERNS: readonly PatternLook[] = ['above', 'not-placed', 'no-data'];
/** `suppressed`: of a sensitive 3W, a number too small to be given. */
export type PatternLook = 'above' | 'not-placed' | 'no-data' | 'suppressed';
