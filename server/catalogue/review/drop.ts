/** The end of a review. */
import type { DatasetId, VersionTag } from '../../contract/ids.ts';
import type { Tx } from '../../store/schema.ts';

/** Nothing is left of the review of a draft that is discarded: its tag may become another's. */
export async function dropReview(tx: Tx, dataset: DatasetId, version: VersionTag): Promise<void> {
  for (const table of ['review_request', 'review_comment', 'review_point', 'review_approval'] as const)
    await tx
      .deleteFrom(table as 'review_request')
      .where('dataset', '=', dataset)
      .where('version', '=', version)
      .execute();
}
