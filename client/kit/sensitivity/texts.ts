/** How classes, audiences and kinds of data are called. Pure. */
import type commonMessages from '../../../server/words/en/interface/common.ts';
import type sharingMessages from '../../../server/words/en/interface/workgroup/sharing.ts';
import type { Audience, ClassificationRow, DataType, Sensitivity, SensitivityClass } from '../../../server/contract/sensitivity/sensitivity.ts';
import type { Translate } from '../../i18n/translate.ts';

export type SharingKey = keyof typeof sharingMessages | keyof typeof commonMessages;
export type SharingWords = Translate<SharingKey>;

export const CLASSES: readonly SensitivityClass[] = ['low', 'moderate', 'high', 'severe'];
export const AUDIENCES: readonly Audience[] = ['public', 'response', 'cluster', 'named'];
export const TYPES = [
  'boundaries',
  'population',
  'presence',
  'presence-points',
  'source-files',
  'figures',
  'minutes',
  'contacts',
  'facilities',
  'layers',
  'assessment-microdata',
] as const satisfies readonly DataType[];
/** Small counts of a 3W are hidden below this at least. */
export const LEAST_COUNT = 3;

/** `3W with coordinates`; what a country added has a name of its own. */
export function typeText(t: SharingWords, dataType: string, rows: readonly Pick<ClassificationRow, 'dataType' | 'title'>[] = []): string {
  const own = rows.find((row) => row.dataType === dataType)?.title;
  const known = TYPES.find((type) => type === dataType);
  return own || (known ? t(`sharing.type.${known}`) : dataType);
}

/** `High sensitivity · For everybody`. */
export const heldText = (t: SharingWords, { class: is, audience }: Pick<Sensitivity, 'class' | 'audience'>): string =>
  t('sharing.held', { class: t(`sharing.class.${is}`), audience: t(`sharing.audience.${audience}`) });

export const isCounts = ({ class: is, audience }: Pick<Sensitivity, 'class' | 'audience'>): boolean => is === 'high' && audience === 'public';

/** What everybody is given where it is counts; '' where it is not. */
export function countsText(t: SharingWords, limits: Sensitivity): string {
  if (!isCounts(limits)) return '';
  const count = limits.smallestCount ?? LEAST_COUNT;
  return limits.lowestLevel === null ? t('sharing.counts.all', { count }) : t('sharing.counts', { level: limits.lowestLevel, count });
}
