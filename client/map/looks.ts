/** Looks of units without a number that are drawn as a pattern. `zero` is plain land, `not-reported` plain grey. `withheld`: of a sensitive 3W, too small to be given. */
export const PATTERNS = ['above', 'not-placed', 'no-data', 'withheld'] as const;
export type PatternLook = (typeof PATTERNS)[number];
