/** What a map of indicators says: of what, of whom, of when, and what is not on it. In every language of print, from facts only. */
import type { ShownIndicator } from '../../contract/indicators/api.ts';
import { ALL_SECTORS, type IndicatorClass } from '../../contract/indicators/indicators.ts';
import type { SeriesRef } from '../../contract/indicators/series.ts';
import type { IndicatorMapData } from '../../contract/maps/indicatorData.ts';
import type { PrintLang } from '../../contract/languages.ts';
import type { ShownIndicators } from '../../indicators/service.ts';
import { codeName, type CodeTable } from '../../matching/sectors.ts';
import { isWord, languageOf, say, sayPeriod, type WordId } from '../../words/words.ts';
import { colonOf } from '../titles.ts';

export interface IndicatorWords {
  sectors: CodeTable;
}

/** A text that exists for some words only; null for others. */
const known = (lang: PrintLang, id: string): string | null => (isWord(id) ? say(lang, id as WordId) : null);

export const sectorName = ({ sectors }: IndicatorWords, sector: string, lang: PrintLang): string =>
  sector === ALL_SECTORS ? say(lang, 'indicator.sector.ALL') : codeName(sectors, sector, 'sector', lang);

/** Of the agreed list as it says it; of what was read only, in the words that every file of its kind has. */
export function titleOfIndicator(words: IndicatorWords, { code, sector, title }: Pick<ShownIndicator, 'code' | 'sector' | 'title'>, lang: PrintLang): string {
  const stem = sector !== null && code.endsWith(`-${sector}`) ? code.slice(0, -sector.length - 1) : code;
  const own = title[lang];
  if (own) return own;
  const concept = known(lang, `indicator.concept.${stem}`);
  if (concept === null) return title['en'] ?? Object.values(title)[0] ?? code;
  return sector === null ? concept : `${concept}${colonOf(lang)}${sectorName(words, sector, lang)}`;
}

/** Status, phase, groups and type, but for what is the rule. */
function partsOf({ status, phase, type, dimensions }: SeriesRef, lang: PrintLang, all = false): string[] {
  const { sex, age, group, disability, category } = dimensions;
  return [
    all || status !== 'all' ? say(lang, `indicator.status.${status}`) : null,
    phase === null ? null : say(lang, `indicator.phase.${phase}` as WordId),
    sex ? say(lang, `indicator.sex.${sex}`) : null,
    age ?? null,
    group ?? null,
    disability ? say(lang, 'indicator.disability') : null,
    category ?? null,
    all || type !== 'observed' ? say(lang, `indicator.type.${type}`) : null,
  ].filter((part) => part !== null);
}

/** Of when the values are; '' where the file does not say it. */
export const periodText = ({ period }: SeriesRef, lang: PrintLang): string => (period ? sayPeriod(period.start, period.end, lang) : '');

/** Title of the legend: what is counted, of whom, of which type, of when. */
export function whatText(words: IndicatorWords, { measure }: IndicatorMapData, { view, series }: ShownIndicators, lang: PrintLang): string {
  const { comma } = languageOf(lang);
  const own = [titleOfIndicator(words, view.indicator, lang), ...partsOf(series[0]!, lang)].join(comma);
  if (measure.is === 'phase') return say(lang, 'indicator.phaseOfArea');
  if (measure.is === 'share') return say(lang, `indicator.share.${measure.of}`, { what: own });
  return measure.is === 'change' ? say(lang, 'indicator.changeOf', { what: own }) : own;
}

/** Sentences under the title: all that tells these numbers from others. @param shown the versions of the boundaries that they were placed on, and are shown on */
export function definitionText(
  words: IndicatorWords,
  data: IndicatorMapData,
  { view, series, before, people, without }: ShownIndicators,
  { level, isChoropleth, placedOn, shownOn }: { level: string; isChoropleth: boolean; placedOn: string; shownOn: string },
  lang: PrintLang,
): string {
  const { comma } = languageOf(lang);
  // Of a phase that was worked out the one that was asked by says nothing.
  const own = data.measure.is === 'phase' ? { ...series[0]!, phase: null } : series[0]!;
  const isolated = (text: string) => `\u2068${text}\u2069`;
  const about = [...partsOf(own, lang, true), periodText(own, lang), own.analysis ? isolated(own.analysis) : ''].filter(Boolean).join(comma);
  const sentences = [`${titleOfIndicator(words, view.indicator, lang)}${comma}${about} (${level})`];
  if (before) {
    const then = before.series[0]!;
    const side = (version: string, ref: SeriesRef) => [isolated(version), periodText(ref, lang)].filter(Boolean).join(' · ');
    sentences.push(say(lang, 'indicator.note.between', { before: side(before.version.version, then), now: side(data.version, own) }));
  }
  if (data.measure.is === 'phase') sentences.push(say(lang, 'indicator.note.phaseRule'));
  if (people?.year) {
    const year = String(people.year);
    sentences.push(people.gap ? say(lang, 'indicator.note.gap', { year, gap: people.gap }) : say(lang, 'indicator.note.population', { year }));
  }
  if (data.split === 'sectors') sentences.push(say(lang, 'indicator.note.sectors'));
  if (without.length > 0)
    sentences.push(say(lang, 'indicator.note.without', { sectors: without.map((sector) => sectorName(words, sector, lang)).join(comma) }));
  if (view.counts && isChoropleth) sentences.push(say(lang, 'indicator.note.counts'));
  if (placedOn !== shownOn) sentences.push(say(lang, 'map.placedOn', { from: isolated(placedOn), to: isolated(shownOn) }));
  sentences.push(...apartTexts(view, lang));
  if (view.indicator.state !== 'agreed') sentences.push(say(lang, `indicator.note.${view.indicator.state}`));
  return sentences.map((sentence) => sentence.replace(/\.?$/, '.')).join(' ');
}

/** What is not on the map, what is partial, what lies between classes. */
function apartTexts(view: ShownIndicators['view'], lang: PrintLang): string[] {
  const number = new Intl.NumberFormat(languageOf(lang).locale, { maximumFractionDigits: 0 });
  const areas = view.apart;
  const texts: string[] = [];
  if (areas > 0)
    texts.push(
      view.notPlacedTotal === null
        ? say(lang, 'indicator.note.notPlacedOnly', { areas })
        : say(lang, 'indicator.note.notPlaced', { areas, sum: number.format(view.notPlacedTotal) }),
    );
  if (view.partial.size > 0) texts.push(say(lang, 'indicator.note.partial', { units: view.partial.size }));
  if (view.fractional > 0) texts.push(say(lang, 'indicator.note.fractional', { n: number.format(view.fractional) }));
  return texts;
}

/** For the summary: the figure that the source states for the whole country, where it is another than the sum of units. */
export function nationalTexts({ view }: ShownIndicators, lang: PrintLang): string[] {
  if (view.national === null || view.national === view.total) return [];
  const number = new Intl.NumberFormat(languageOf(lang).locale, { maximumFractionDigits: 0 });
  return [`${say(lang, 'indicator.note.national', { n: number.format(view.national) })}.`];
}

/** Words of the classes of an index: the list's own, else those of phases and of severity; null of what is no index. */
export function classTexts({ classes, code }: { classes: readonly IndicatorClass[]; code: string }, lang: PrintLang): string[] {
  const scale = code.startsWith('SEVERITY') ? 'severity' : 'phase';
  return classes.map(({ value, label }) => label[lang] ?? known(lang, `indicator.${scale}.${value}`) ?? label['en'] ?? String(value));
}
