import type { BoundaryContext, Check } from './check.ts';

export const topologyChecks: Check<BoundaryContext>[] = [];
