/** What the checks of a COD-AB are given. */
import type { FeatureTable } from '../../contract/admin.ts';
import type { Metadata } from '../../contract/datasets/dataset.ts';
import type { GazetteerLevel } from '../uploadTables.ts';
import type { NormalizedBoundaries } from '../normalize/model.ts';
import type { Coverage } from '../../geometry/coverage.ts';

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
