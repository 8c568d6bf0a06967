/** What a map is called wherever it is shown: its author's words, with the place and the period where these leave them out. Pure. */
import { toIso3 } from '../contract/ids.ts';
import type { PrintLang } from '../contract/languages.ts';
import { foldName } from '../matching/fold.ts';
import { languageOf, sayPeriod } from '../words/words.ts';
import type { MapFacts } from './facts.ts';
import { isRightToLeft } from './render/drawing.ts';

/** Between a head and what it says. */
export const colonOf = (lang: PrintLang) => (lang === 'fr' ? '\u00a0: ' : ': ');

/** Of what the map shows, in words: the period of a 3W, both of a change, the year of a population, the day on which boundaries held; '' where none is known. */
export function periodOf(
  { presence, told, population, boundary, data, people }: Pick<MapFacts, 'presence' | 'told' | 'population' | 'boundary' | 'data' | 'people'>,
  lang: PrintLang,
): string {
  if (told) return told.period[lang];
  if (presence) {
    const known = data?.metadata.dateValidOn ?? null;
    const now = presence.from || presence.to ? sayPeriod(presence.from, presence.to, lang) : known ? sayPeriod(known, known, lang) : '';
    const before = presence.before && sayPeriod(presence.before.from, presence.before.to, lang);
    return [before, now].filter(Boolean).join(languageOf(lang).direction === 'rtl' ? ' ← ' : ' → ');
  }
  if (population && !people) return population.year === null ? '' : String(population.year);
  const { dateValidOn } = boundary.metadata;
  return dateValidOn ? sayPeriod(dateValidOn, dateValidOn, lang) : '';
}

type Titled = Pick<MapFacts, 'spec' | 'presence' | 'told' | 'population' | 'boundary' | 'data' | 'people' | 'countryNames'>;

/**
 * A map that follows what is current is of another period each month, and an author's title is of the day it was written: so the period is said
 * from what is shown, unless the title has its year. A place is looked for in every language that the country has a name in.
 * @param about the country and what is counted, in the language of the title
 */
export function titleOf(facts: Titled, { country, topic }: { country: string; topic: string }, lang: PrintLang): string {
  const { spec, boundary, countryNames } = facts;
  const own = spec.title.trim();
  // In its own direction, whatever stands around it (UAX 9 §2.4).
  const said = isRightToLeft(own) === (languageOf(lang).direction === 'rtl') ? own : `\u2068${own}\u2069`;
  const folded = ` ${foldName(own)} `;
  const names = [...Object.values(countryNames), country, toIso3(boundary.dataset)].map((name) => foldName(name)).filter(Boolean);
  const named = names.filter((name) => folded.includes(` ${name} `) || (name.length > 4 && folded.includes(name)));
  const alone = named.some((name) => folded.trim() === name);
  const placed = named.length > 0 ? said : `${country}${colonOf(lang)}${said}`;
  const whole = alone ? `${own === toIso3(boundary.dataset) ? country : said}${colonOf(lang)}${topic}` : placed;
  const period = periodOf(facts, lang);
  return period === '' || yearsIn(period).some((year) => yearsIn(whole).includes(year)) ? whole : `${whole}${languageOf(lang).comma}${period}`;
}

/** In whatever digits they are written. */
const yearsIn = (text: string): string[] => foldName(text).match(/(?<!\d)(?:19|20)\d\d(?!\d)/g) ?? [];
