/** What a map says in words: definition, summary, sources. In the four languages, from facts only; nothing is counted here twice. */
import { toDatasetKind, toIso3 } from '../contract/ids.ts';
import type { DatasetVersion } from '../contract/datasets/dataset.ts';
import type { CarriedPeople, Emptiness, MapFacts, MapPanel, Range } from './facts.ts';
import { closedNotes } from './overlays/notes.ts';
import { overlayTitle } from './overlays/overlay.ts';
import { groundSources } from '../contract/maps/ground.ts';
import { populationOf, type MapSpec } from '../contract/maps/map.ts';
import { isLang, type PrintLang } from '../contract/languages.ts';
import { titleOf } from './titles.ts';
import { countryName as nameOfCountry } from '../matching/countries.ts';
import { emptyText, type ToldValues } from './told/told.ts';
import { carriedSentences } from '../words/carried.ts';
import { stateText } from '../words/states.ts';
import { languageOf, say, sayPeriod, type WordId } from '../words/words.ts';

export interface MapWords {
  /** With place and period, whatever its author left out. */
  title: string;
  legendTitle: string;
  /** What the numbers count, with the period. */
  definition: string;
  /** The map in one or two sentences, for those who do not see it. */
  summary: string;
  /** Of versions that are current no more: since when, why, and which is current. Empty where all are. */
  states: string[];
  /** One entry for each dataset: what, whose, which version, of which date, which licence. */
  sources: string[];
}

/** @param nameOf a unit's name in the language of the labels */
export function describeMap(facts: MapFacts, lang: PrintLang): MapWords {
  const { spec, table, values } = facts;
  const number = new Intl.NumberFormat(languageOf(lang).locale, { maximumFractionDigits: 1 });
  const level = say(lang, 'map.level', { n: String(table.level) });
  const common = { country: countryName(facts, lang), level, units: number.format(table.units.length) };
  const legendTitle = legendTitleOf(facts, lang);
  const title = titleOf(facts, { country: common.country, topic: legendTitle }, lang);
  if (!values) {
    const definition = say(lang, 'map.definition.boundaries', common);
    const summary = [say(lang, 'map.summary.boundaries', common), ...overlaySentences(facts, lang)].join(' ');
    return {
      title,
      legendTitle,
      definition,
      summary,
      states: statesOf(facts, lang),
      sources: sourcesOf(facts, lang),
    };
  }
  const numbers = [...values].flatMap(([code, value]) => (typeof value === 'number' ? [{ code, value }] : []));
  const { presence, told } = facts;
  const total = told ? told.total : presence ? presence.total : (facts.population?.total ?? 0);
  const isRate = (spec.data.kind === 'population' && spec.data.measure === 'density') || (spec.data.kind === 'presence' && spec.data.measure.is === 'ratio');
  const isChange = isChangeMap({ spec, told });
  const about = { ...common, what: legendTitle, with: number.format(numbers.length) };
  const sentences: string[] = [];
  if (isChange) {
    const count = (fits: (value: number) => boolean) => number.format(numbers.filter(({ value }) => fits(value)).length);
    const [now, before] = [presence?.total ?? null, presence?.totalBefore ?? null];
    const totals = now === null || before === null ? '' : say(lang, 'map.summary.totals', { before: number.format(before), now: number.format(now) });
    const parts = { totals, more: count((value) => value > 0), fewer: count((value) => value < 0), same: count((value) => value === 0) };
    sentences.push(say(lang, 'map.summary.change', { ...about, ...parts }));
  } else if (isRate || total === null) sentences.push(say(lang, 'map.summary.density', about));
  else sentences.push(say(lang, 'map.summary.values', { ...about, total: number.format(total) }));
  if (numbers.length > 1) {
    const write = valueWriter({ spec, told }, lang);
    const name = (id: WordId, { code, value }: { code: string; value: number }) => {
      const unit = table.units.find(({ pcode }) => pcode === code)!;
      sentences.push(say(lang, id, { name: nameIn(unit.names, lang) || unit.pcode, n: write(value) }));
    };
    const most = numbers.reduce((a, b) => (b.value > a.value ? b : a));
    const least = numbers.reduce((a, b) => (b.value < a.value ? b : a));
    if (!isChange || most.value > 0) name('map.summary.most', most);
    if (isChange && least.value < 0) name('map.summary.least', least);
  }
  const withheld = [...values.values()].filter((value) => value === 'withheld').length;
  if (withheld > 0) sentences.push(say(lang, 'map.summary.withheld', { ...common, n: number.format(withheld) }));
  const { notPlaced = null, inDoubt = null, possible = null, knownOnlyAbove = null, undated = null } = presence ?? {};
  const nowhere = (notPlaced ?? 0) - (inDoubt ?? 0);
  // Rows of split units are told with what became of all rows.
  const waiting = (inDoubt ?? 0) - (possible ?? 0);
  if (waiting > 0) sentences.push(say(lang, 'map.summary.inDoubt', { n: say(lang, 'picture.rows', { rows: waiting }) }));
  if (nowhere > 0) sentences.push(say(lang, 'map.summary.nowhere', { n: say(lang, 'picture.rows', { rows: nowhere }) }));
  if (knownOnlyAbove) sentences.push(say(lang, 'map.summary.above', { n: say(lang, 'picture.rows', { rows: knownOnlyAbove }) }));
  if (undated) sentences.push(say(lang, 'map.summary.undated', { n: number.format(undated) }));
  const people = facts.population?.carried;
  if (people) sentences.push(say(lang, 'map.summary.people', { ...isolated(people), ...written(people, (value) => number.format(Math.round(value))) }));
  sentences.push(...(told?.notes[lang] ?? []));
  for (const each of presence?.carried ?? []) sentences.push(...carriedSentences(each, (value) => number.format(value), lang));
  sentences.push(...overlaySentences(facts, lang));
  return {
    title,
    legendTitle,
    definition: definitionOf(facts, level, lang),
    summary: sentences.join(' '),
    states: statesOf(facts, lang),
    sources: sourcesOf(facts, lang),
  };
}

/** Which layers are on the map, and which are not though they belong there. */
function overlaySentences({ overlays, panels }: Pick<MapFacts, 'overlays' | 'panels'>, lang: PrintLang): string[] {
  // Small maps and tables have no layers, and say so below them.
  const shown = panels ? [] : overlays.shown;
  const told = shown.map(({ summary, features }) =>
    say(lang, 'picture.layer.summary', { title: `\u2068${overlayTitle(summary, lang)}\u2069`, n: features.length }),
  );
  return [...told, ...closedNotes(overlays.closed, lang)];
}

/** Versions keep their order in an Arabic sentence. */
const isolated = ({ from, to }: { from: string; to: string }) => ({ from: `\u2068${from}\u2069`, to: `\u2068${to}\u2069` });
const written = ({ before, whole, estimated, left }: CarriedPeople, write: (value: number) => string) => ({
  before: write(before),
  whole: write(whole),
  estimated: write(estimated),
  left: write(left),
});

function statesOf({ ended, asOf }: Pick<MapFacts, 'ended' | 'asOf'>, lang: PrintLang): string[] {
  const date = (iso: string) => sayPeriod(iso.slice(0, 10), iso.slice(0, 10), lang);
  const ofDay = asOf
    ? [say(lang, 'map.ofDay', { date: date(asOf.date), isKnown: asOf.known === null ? 'no' : 'yes', known: asOf.known === null ? '' : date(asOf.known) })]
    : [];
  const states = ended.flatMap(({ version, current }) => {
    const said = stateText(version, say(lang, `kind.${toDatasetKind(version.dataset)}`), date, (key, values) => say(lang, key, values));
    if (!said) return [];
    const now = current === null ? say(lang, 'version.none-current') : say(lang, 'map.current', { version: `\u2068${current}\u2069` });
    return [
      [said.state, said.reason, now]
        .filter((part) => part !== null)
        .map((part) => part.replace(/[.\s]*$/, ''))
        .join('. ') + '.',
    ];
  });
  return [...states, ...ofDay];
}

/** The two numbers of a unit of which more is possible than is certain. */
export const certainText = (certain: string, possible: string, lang: PrintLang) => say(lang, 'map.certain', { certain, possible });

/** A value as tables and answers write it, with what may be more where that is known. */
export function valueText(
  value: number | Emptiness,
  more: number | Range | undefined,
  write: (value: number) => string,
  lang: PrintLang,
  told: ToldValues | null = null,
): string {
  if (typeof more === 'number') return certainText(write(typeof value === 'number' ? value : 0), write(more), lang);
  if (more && typeof value === 'number') return say(lang, 'map.estimate', { value: write(value), low: write(more[0]), high: write(more[1]) });
  return typeof value === 'number' ? write(value) : emptyText(value, told, lang);
}

export function countryName({ countryNames, boundary }: Pick<MapFacts, 'countryNames' | 'boundary'>, lang: PrintLang): string {
  const own = countryNames[lang];
  if (own !== undefined) return own;
  const iso3 = toIso3(boundary.dataset);
  // Of languages of print nothing is kept with a dataset; a country that nobody else knows has its English name.
  const known = isLang(lang) ? iso3 : nameOfCountry(iso3, lang);
  return known === iso3 ? (countryNames['en'] ?? iso3) : known;
}

export function nameIn(names: readonly { lang: string; name: string }[], lang: string): string {
  return (names.find((name) => name.lang === lang) ?? names.find((name) => name.lang.split('-')[0] === lang) ?? names[0])?.name ?? '';
}

/** How many organisations in how many units a small map shows; in short, the first that is known. */
export function panelText({ organisations, units }: MapPanel, lang: PrintLang, short = false): string {
  const number = new Intl.NumberFormat(languageOf(lang).locale);
  const parts = [say(lang, 'map.units', { n: number.format(units) })];
  if (organisations !== null) parts.unshift(say(lang, 'map.organisations', { n: number.format(organisations) }));
  return short ? parts[0]! : parts.join(languageOf(lang).comma);
}

/** What is said of how a value is written. */
interface Written {
  spec: Pick<MapSpec, 'data'>;
  told?: ToldValues | null | undefined;
}

const isChangeMap = ({ spec: { data }, told }: Written) =>
  (data.kind === 'presence' && data.measure.is === 'change') || told?.style === 'change' || told?.style === 'changeOfPercent';

/** Whatever surrounds it, a number with its sign runs from left to right (UAX 9 §2.4); only Arabic text could turn it round. */
export const isolate = (text: string, lang: PrintLang) => (languageOf(lang).direction === 'rtl' ? `\u2066${text}\u2069` : text);

/** With a true minus, not the hyphen that some locales write. */
export const signed = (value: number, number: Intl.NumberFormat) => (value < 0 ? `−${number.format(-value)}` : number.format(value));

/** How a value of the map is written in its table and summary. */
export function valueWriter({ spec, told }: Written, lang: PrintLang): (value: number) => string {
  const { locale } = languageOf(lang);
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: populationOf(spec.data) ? 0 : 1 });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  if (told?.style === 'percent') return (value) => isolate(percent.format(value / 100), lang);
  if (!isChangeMap({ spec, told })) return (value) => number.format(value);
  return (value) => isolate(value > 0 ? `+${number.format(value)}` : signed(value, number), lang);
}

/** As a number stands on the map itself: nought is a number too, but not nought people for each organisation; '' for none. */
export function numberWriter({ spec, told, values }: Written & Pick<MapFacts, 'values'>, lang: PrintLang): (pcode: string) => string {
  const write = valueWriter({ spec, told }, lang);
  const isRatio = populationOf(spec.data) !== null;
  return (pcode) => {
    const value = values?.get(pcode);
    return typeof value === 'number' ? write(value) : value === 'zero' && !isRatio ? write(0) : '';
  };
}

function legendTitleOf({ spec: { data }, told }: MapFacts, lang: PrintLang): string {
  if (told) return told.what[lang];
  if (data.kind === 'population') return say(lang, `picture.${data.measure}`);
  if (data.kind !== 'presence') return say(lang, 'picture.boundaries');
  const { unit } = data.definition;
  if (data.measure.is === 'ratio') return say(lang, 'picture.ratio');
  if (data.measure.is === 'change' && data.measure.population) return say(lang, 'picture.changeOfRatio');
  if (data.measure.is === 'change')
    return say(lang, unit === 'people' ? 'picture.changeOfPeople' : unit === 'activities' ? 'picture.changeOfActivities' : 'picture.changeOfOrganisations');
  return say(lang, unit === 'people' ? 'picture.reached' : `picture.${unit}`);
}

function definitionOf(facts: MapFacts, level: string, lang: PrintLang): string {
  const { spec, population, presence } = facts;
  const { data } = spec;
  if (data.kind === 'population') {
    const parts = [say(lang, `map.definition.${data.measure}`, { level })];
    if (data.sex !== 't') parts.push(say(lang, `map.sex.${data.sex}`));
    if (data.age !== 'all') parts.push(say(lang, /^\d/.test(data.age) ? 'map.age' : 'map.group', { age: data.age }));
    if (population?.year) parts.push(String(population.year));
    if (population?.carried) parts.push(say(lang, population.carried.estimated > 0 ? 'map.estimatedOn' : 'map.countedOn', isolated(population.carried)));
    return `${parts.join(languageOf(lang).comma)}.`;
  }
  if (facts.told) return facts.told.definition[lang];
  if (data.kind !== 'presence') return '';
  const { measure } = data;
  const period = sayPeriod(presence!.from, presence!.to, lang);
  const parts = [`${presence!.definition[lang].replace(/\.$/, '')} (${level})`];
  if (populationOf(data)) parts.unshift(say(lang, 'map.ratio', { year: population?.year ? ` (${population.year})` : '' }));
  if (data.split === 'clusters') parts.unshift(say(lang, 'map.clusters'));
  if (presence!.organisations) parts.unshift(eachText(presence!.organisations, lang));
  if (data.split === 'matrix') parts.unshift(say(lang, 'map.matrix'));
  if (measure.is === 'change') parts.unshift(say(lang, 'map.change', sidesOf(facts, lang)));
  else if (period) parts.push(say(lang, 'map.asOf', { period }));
  for (const { from, to } of presence!.carried) parts.push(say(lang, 'map.placedOn', { from: `\u2068${from}\u2069`, to: `\u2068${to}\u2069` }));
  if (populationOf(data)) parts.push(say(lang, 'map.caveat'));
  if (presence!.suppressBelow !== null) parts.push(say(lang, 'map.redacted'));
  // A year in Russian ends with a full stop of its own.
  return parts.map((part) => part.replace(/\.?$/, '.')).join(' ');
}

/** That only the largest are shown is said. */
const eachText = ({ shown, all }: { shown: number; all: number }, lang: PrintLang) =>
  shown < all ? say(lang, 'map.eachOf', { shown, all }) : say(lang, 'map.each');

/** What a change lies between: two periods; with their versions, where these are two. */
function sidesOf({ presence, data }: MapFacts, lang: PrintLang): { before: string; now: string } {
  const { before, from, to } = presence!;
  const say = (version: DatasetVersion | null, period: string) => [version ? `\u2068${version.version}\u2069` : '', period].filter(Boolean).join(' · ');
  const other = before!.version;
  return { before: say(other, sayPeriod(before!.from, before!.to, lang)), now: say(other && data, sayPeriod(from, to, lang)) };
}

function sourcesOf({ spec, boundary, ground, data, people, population, presence, overlays, panels }: MapFacts, lang: PrintLang): string[] {
  const line = ({ dataset, version, metadata }: DatasetVersion, extra = '') => {
    const owner = [...new Set([metadata.source, metadata.contributor, extra].filter(Boolean))].join(languageOf(lang).comma);
    const about = [
      // Isolated, so that an Arabic sentence keeps its order around it (UAX 9 §2.4).
      `\u2068${dataset} ${version}\u2069`,
      metadata.dateValidOn ? sayPeriod(metadata.dateValidOn, metadata.dateValidOn, lang) : '',
      metadata.license ? say(lang, 'map.license', { name: metadata.license }) : '',
    ];
    const note = about.filter(Boolean).join(languageOf(lang).comma);
    return owner ? `${owner} (${note})` : note;
  };
  const of = (version: DatasetVersion | null, extra?: string) => (version ? [line(version, extra)] : []);
  // Of the ground each source once, however many parts come from it.
  const isDrawn = ground && !(spec.data.kind === 'presence' && spec.data.split === 'matrix');
  const around = isDrawn
    ? [
        say(lang, 'map.ground', {
          sources: groundSources(ground)
            .map((source) => `\u2068${source}\u2069`)
            .join(languageOf(lang).comma),
        }),
      ]
    : [];
  return [
    line(boundary),
    // Coverage is told on the boundaries of the map, which are named already.
    ...of(spec.data.kind === 'coverage' ? null : data, people ? '' : population?.source),
    ...of(presence?.before?.version ?? null),
    ...of(people, population?.source),
    ...(panels ? [] : overlays.shown.map(({ version }) => line(version))),
    ...around,
  ];
}
