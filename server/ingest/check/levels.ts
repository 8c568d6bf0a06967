import type { BoundaryContext, Check } from './check.ts';

export const levelChecks: Check<BoundaryContext>[] = [];
