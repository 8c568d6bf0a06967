/** What groups, and what stands in them, are called. Pure. */
import type { GroupType, HeldRole, Seat } from '../../../server/contract/groups/groups.ts';
import type commonMessages from '../../../server/words/en/interface/common.ts';
import type coordinationMessages from '../../../server/words/en/interface/coordination.ts';
import type seriesMessages from '../../../server/words/en/interface/workgroup/series.ts';
import type { Translate } from '../../i18n/translate.ts';
import { isLead, organisationShort, type Named } from './structure.ts';

export type CoordinationKey = keyof typeof coordinationMessages | keyof typeof commonMessages | keyof typeof seriesMessages;
export type Words = Translate<CoordinationKey>;

/** What a type of group is called. */
export const typeText = (t: Words, type: GroupType): string => t(`group.type.${type}`);
/** What an organisation is in a group. */
export const capacityText = (t: Words, capacity: Seat['capacity']): string => t(`capacity.${capacity}`);
/** What a person holds in a group. */
export const roleText = (t: Words, role: HeldRole['role']): string => t(`held.${role}`);

interface NamesOf {
  t: Words;
  language: string;
  organisations: ReadonlyMap<string, Named>;
}

/** `Lead: UNICEF`, `Co-lead: Save the Children`: one text for each capacity, by acronym. */
export function leadTexts({ t, language, organisations }: NamesOf, seats: readonly Seat[]): string[] {
  const by = Map.groupBy(seats.filter(isLead), ({ capacity }) => capacity);
  return [...by].map(([capacity, own]) =>
    t('coordination.capacity', {
      capacity: capacityText(t, capacity),
      list: own.map(({ organisation }) => organisationShort(organisations, organisation, language)),
    }),
  );
}
