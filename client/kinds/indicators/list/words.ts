/** Words of the page of the agreed list. */
import type indicatorMessages from '../../../../server/words/en/interface/indicators/page.ts';
import type listMessages from '../../../../server/words/en/interface/indicators/list.ts';
import type commonMessages from '../../../../server/words/en/interface/common.ts';
import type codeMessages from '../../../../server/words/en/interface/codes.ts';
import type termMessages from '../../../../server/words/en/interface/indicators/terms.ts';
import type { Translate } from '../../../i18n/translate.ts';

export type ListKey =
  | keyof typeof listMessages
  | keyof typeof indicatorMessages
  | keyof typeof commonMessages
  | keyof typeof codeMessages
  | keyof typeof termMessages;

export interface ListSpeaker {
  readonly t: Translate<ListKey>;
  readonly sector: (code: string) => string;
}
