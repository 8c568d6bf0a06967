/** Texts that the page of a version says. */
import type accountMessages from '../../../server/words/en/interface/account.ts';
import type changeMessages from '../../../server/words/en/interface/changes.ts';
import type commonMessages from '../../../server/words/en/interface/common.ts';
import type countryMessages from '../../../server/words/en/interface/country.ts';
import type draftMessages from '../../../server/words/en/interface/draft.ts';
import type historyMessages from '../../../server/words/en/interface/history.ts';
import type signoffMessages from '../../../server/words/en/interface/workgroup/signoff.ts';
import type repairMessages from '../../../server/words/en/interface/repairs.ts';
import type { SharingKey } from '../../kit/sensitivity/texts.ts';

export type DraftKey =
  | keyof typeof draftMessages
  | keyof typeof accountMessages
  | keyof typeof commonMessages
  | keyof typeof countryMessages
  | keyof typeof changeMessages
  | keyof typeof repairMessages
  | keyof typeof signoffMessages
  | keyof typeof historyMessages
  | SharingKey;
