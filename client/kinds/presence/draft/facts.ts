/** What the page of a draft of a 3W is drawn from. Types only. */
import type { OverviewAnswer } from '../../../../server/contract/presence/api.ts';
import type { PresenceColumns, PresenceReviewList, RoleGuess } from '../../../../server/contract/presence/presence.ts';
import type { Translate } from '../../../i18n/translate.ts';
import type { DraftPage } from '../../../kit/draft.ts';
import type draftMessages from '../../../../server/words/en/interface/draft.ts';
import type reviewMessages from '../../../../server/words/en/interface/review.ts';
import type { Tally } from '../tally.ts';
import type { PresenceKey } from '../words.ts';

export type DraftWord = keyof typeof draftMessages | keyof typeof reviewMessages | PresenceKey;

/** A version with what it counts. */
export interface Counted {
  version: string;
  overview: OverviewAnswer;
  columns: PresenceColumns;
}

export interface DraftFacts {
  readonly page: DraftPage;
  readonly say: Translate<DraftWord>;
  /** null while it is on its way. */
  readonly now: Counted | null;
  /** null where nothing was published before. */
  readonly before: Counted | null;
  /** null for those who may not decide. */
  readonly list: PresenceReviewList | null;
  readonly columnsRead: readonly RoleGuess[];
  /** All organisations are listed. */
  readonly listing: boolean;
  readonly tally: Tally | null;
  listAll(): void;
}
