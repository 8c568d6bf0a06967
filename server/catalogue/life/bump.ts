/** As what a version is published: the comparison proposes major or minor, and a person decides (cod.md §1.5, decision 0065). Pure. */
import type { ChosenBump, DatasetVersion } from '../../contract/datasets/dataset.ts';
import { InputError } from '../../errors.ts';
import { problemText } from '../../words/problems.ts';

/** What whoever publishes says. */
export interface Said {
  bump?: ChosenBump['chosen'] | undefined;
  bumpReason?: string | undefined;
}

/**
 * `reason` is kept where it is another than the proposal, and only there.
 * @throws InputError `version.no-bump` where there is nothing that it was compared with, or it was published already; `version.bump-reason`
 */
export function toBump({ diff, publishedAt }: Pick<DatasetVersion, 'diff' | 'publishedAt'>, { bump, bumpReason = '' }: Said): ChosenBump {
  if (!diff || publishedAt !== null) throw new InputError('version.no-bump', problemText('version.no-bump'));
  const proposal = diff.bump;
  const isOther = proposal !== 'none' && bump !== proposal;
  if (isOther && bumpReason === '') throw new InputError('version.bump-reason', problemText('version.bump-reason'));
  return { chosen: bump!, proposal, reason: isOther ? bumpReason : null };
}
