/** What a check is: one exported function, registered in registry.ts, citing its rule. */
import type { FeatureTable } from '../../contract/admin.ts';
import type { Clause, Finding } from '../../contract/finding.ts';
import type { Metadata } from '../../contract/dataset.ts';
import type { NormalizedBoundaries } from '../normalize/model.ts';
import type { Coverage } from '../topology/coverage.ts';
import type { GazetteerLevel } from './uploadTables.ts';

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
  /** The country as a reference draws it (adm0), where one is given: checks G7 and B9. */
  reference?: FeatureTable | null;
  /** Gazetteer tables of the upload: check S4. */
  gazetteers?: GazetteerLevel[];
}

/** What several checks need and only one should compute; it lives as long as one run of the checks. */
export type Shared = <T>(key: string, make: () => T) => T;

/** A check returns its findings, or the reason why it cannot be made ("no lines in the upload"). */
export type CheckOutcome = Finding[] | { skipped: Clause };

export interface Check<Context> {
  /** Catalogue id: `T1`. */
  id: string;
  label: string;
  /** The rule: section of the COD-AB specification or other source. */
  spec: string;
  run: (context: Context, shared: Shared) => CheckOutcome | Promise<CheckOutcome>;
}

/** Id of an item: the same for the same fault in the same data. `at` is cut to 1e-5 degrees, about a metre. */
export function itemId(code: string, level: number | null, pcodes: string[], at?: [number, number], rows: number[] = []): string {
  const who = pcodes.length > 0 ? [...pcodes].sort().join('+') : rows.map((row) => `#${row}`).join('+');
  const place = at ? `@${at[0].toFixed(5)},${at[1].toFixed(5)}` : '';
  return `${code}/${level ?? '-'}/${who}${place}`;
}
