/** What each kind of data adds to the page of its drafts; its code comes when such a draft is opened. Boundaries are told by their findings. */
import type { DatasetKind } from '../../../server/contract/ids.ts';
import type { DraftPage, DraftPart } from '../../kit/draft.ts';
import { POPULATION, PRESENCE } from '../../kit/kinds.ts';

const PARTS: Partial<Record<DatasetKind, (page: DraftPage) => Promise<DraftPart>>> = {
  [PRESENCE]: async (page) => new (await import('../../kinds/presence/draft/part.ts')).PresenceDraft(page),
  [POPULATION]: async (page) => new (await import('../../kinds/population/draft/part.ts')).PopulationDraft(page),
};

export async function openPart(kind: DatasetKind, page: DraftPage): Promise<DraftPart | null> {
  return (await PARTS[kind]?.(page)) ?? null;
}
