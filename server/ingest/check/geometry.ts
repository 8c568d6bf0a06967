import type { BoundaryContext, Check } from './check.ts';

export const geometryChecks: Check<BoundaryContext>[] = [];
