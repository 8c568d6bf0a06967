/** What is said of sources. Pure. */
import type { Fetch, Source } from '../../../../server/contract/harvest/harvest.ts';
import type { Words } from '../words.ts';

export const KINDS = ['file', 'ckan', 'arcgis', 'sheet', 'kobo', 'activityinfo', 'ogc'] as const satisfies readonly Source['kind'][];
export const AUTHS = ['none', 'token', 'bearer', 'basic', 'key'] as const satisfies readonly Source['auth'][];
export const INTERVALS = [60, 360, 1440, 10_080, 43_200] as const satisfies readonly Source['every'][];

/** Between two fetches. */
export const everyText = (t: Words, every: Source['every']): string => t(`sources.every.${every ?? 'none'}`);

/** As the reader's language has it; else in English. */
export const problemText = ({ texts, detail }: NonNullable<Fetch['problem']>, language: string): string => {
  const { came, counted, names, status, host } = detail;
  const told = names ?? status ?? host;
  const more = came !== undefined && counted !== undefined ? ` (${came} / ${counted})` : told === undefined ? '' : ` (${told})`;
  return `${(texts[language] ?? texts['en'] ?? '').replaceAll('`', '')}${more}`;
};

const formats = new Map<string, Intl.DateTimeFormat>();

/** A moment on the clocks of the country, to the minute. */
export function momentText(moment: string, zone: string, locale: string): string {
  const key = `${locale} ${zone}`;
  let format = formats.get(key);
  if (!format) formats.set(key, (format = new Intl.DateTimeFormat(locale, { timeZone: zone, dateStyle: 'medium', timeStyle: 'short' })));
  return format.format(new Date(moment));
}
