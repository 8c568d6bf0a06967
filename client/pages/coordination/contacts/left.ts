/** What a list leaves out, in words and numbers: nothing is left out silently. Pure. */
import type { LeftOut } from '../../../../server/contract/contacts/contacts.ts';
import type { Translate } from '../../../i18n/translate.ts';
import type { ContactKey } from './words.ts';

const WHY = ['hidden', 'withheld', 'consent', 'classification'] as const;

/** Why people are left out, how many for each reason: `1 hidden …`, `123 not shown to you`. */
export const reasonsOf = ({ why }: LeftOut, t: Translate<ContactKey>): string[] =>
  WHY.filter((each) => why[each] > 0).map((each) => t(`contacts.left.${each}`, { count: why[each] }));
