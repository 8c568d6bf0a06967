/** Publishing from the command line: rules of groups bind accounts, so it publishes all the same, and the version keeps what was there of them. Sensitivity binds the data, so it holds here too. */
import { openReviews } from './drafting.ts';
import type { Held } from '../sensitivity/holdings.ts';
import type { Said } from '../catalogue/life/bump.ts';
import type { Store } from './store.ts';
import { shortNameIn } from '../contract/groups/names.ts';
import type { Signoff } from '../contract/datasets/endorsement.ts';
import type { DatasetVersion } from '../contract/datasets/dataset.ts';
import type { DatasetId, VersionTag } from '../contract/ids.ts';

export async function publishByCommand(
  store: Pick<Store, 'db' | 'datasets' | 'catalog' | 'jobs'>,
  dataset: DatasetId,
  tag: VersionTag,
  { onHeld, ...options }: { by: string | null; reason: string | null; called?: Said; onHeld?: (held: Held) => void },
): Promise<DatasetVersion> {
  const now = () => new Date();
  const version = await store.datasets.getVersion(dataset, tag);
  if (version.status !== 'current') {
    const held = await (await openSensitivityOf(store)).beforePublish(version);
    // What nobody said anything of is shared as it always was.
    if (held.proposed !== null || held.set !== null) onHeld?.(held);
  }
  const signoff = await openReviews({ ...store, now }).listSignoffs(version);
  return store.datasets.publishVersion(dataset, tag, { ...options, signoff });
}

/** Rolling back from the command line, to what is current at this moment; sensitivity holds as when publishing. */
export async function rollBackByCommand(
  store: Pick<Store, 'db' | 'datasets' | 'catalog' | 'jobs'>,
  dataset: DatasetId,
  tag: VersionTag,
  options: { by: string | null; reason: string; withdraw: boolean; evenWithdrawn: boolean },
): Promise<{ done: DatasetVersion; replaced: DatasetVersion | null }> {
  const { datasets } = store;
  const version = await datasets.getVersion(dataset, tag);
  await (await openSensitivityOf(store)).beforePublish(version);
  const replaces = (await datasets.findCurrent(dataset)) ?? null;
  const done = await datasets.rollBackVersion(dataset, tag, { ...options, replaces }, { signedOff: false });
  return { done, replaced: replaces === null ? null : await datasets.getVersion(dataset, replaces) };
}

async function openSensitivityOf(store: Pick<Store, 'db' | 'datasets' | 'catalog' | 'jobs'>) {
  const { openHoldings, openSensitivity } = await import('./workgroup/sensitivity.ts');
  return openSensitivity({ ...store, holdings: openHoldings(store.db, 0), now: () => new Date() });
}

/** What a group asks for and was not there; null where nothing lacks. */
export function sayMissingSignoff({ signoff = [] }: Pick<DatasetVersion, 'signoff'>): string | null {
  const missing = (signoff satisfies Signoff[]).filter(({ has, needs }) => has < needs);
  if (missing.length === 0) return null;
  const counts = missing.map(({ group, has, needs }) => `${has} of ${needs} approvals of ${shortNameIn(group, 'en')}`);
  return `Published without the sign-off that is asked for: ${counts.join(', ')}. The page of the version says so.`;
}
