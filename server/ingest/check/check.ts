/** What a check is: one exported function, registered in registry.ts, citing its rule. */
import type { FeatureTable } from '../../contract/admin.ts';
import type { Finding } from '../../contract/finding.ts';
import type { Metadata } from '../../contract/dataset.ts';
import type { NormalizedBoundaries } from '../normalize/model.ts';
import type { Coverage } from '../topology/coverage.ts';

export interface BoundaryContext {
  boundaries: NormalizedBoundaries;
  /** Arcs of the deepest complete level, where they could be built. */
  coverage: Coverage | null;
  /** Levels as they will be published: dissolved, one row for each unit. */
  published: FeatureTable[];
  /** The current published version of the same dataset, for continuity checks (P10, R2). */
  previous: FeatureTable[] | null;
  metadata: Partial<Metadata> | null;
  /** ISO date of the run, passed in so that results are reproducible. */
  today: string;
}

/** A check returns its findings; null with a reason where it cannot be made ("no lines in the upload"). */
export type CheckOutcome = Finding[] | { skipped: string };

export interface Check<Context> {
  /** Catalogue id: `T1`. */
  id: string;
  label: string;
  /** The rule: section of the COD-AB specification or other source. */
  spec: string;
  run: (context: Context) => CheckOutcome | Promise<CheckOutcome>;
}
