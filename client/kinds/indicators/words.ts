/** What the page of indicators says of series, values and classes. */
import type { OfferedSeries, ShownAnswer, ShownIndicator } from '../../../server/contract/indicators/api.ts';
import type { IndicatorClass } from '../../../server/contract/indicators/indicators.ts';
import type { SeriesRef } from '../../../server/contract/indicators/series.ts';
import type { App } from '../../kit/view.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { IndicatorsKey, Painted } from './painted.ts';
import type { Measure } from './state.ts';

export interface Speaker {
  readonly say: Translate<IndicatorsKey>;
  readonly app: App;
}

const SECTORS = ['CCM', 'CSS', 'EDU', 'ERY', 'FSC', 'AGR', 'HEA', 'LOG', 'NUT', 'PRO', 'PRO-CPN', 'PRO-GBV', 'PRO-HLP', 'PRO-HTS', 'PRO-MIN', 'SHL', 'TEL', 'WSH', 'MPC', 'MS', 'REF', 'RRM', 'OTH'] as const; // prettier-ignore
const CONCEPTS = [
  'PEOPLE',
  'POPULATION',
  'SEVERITY',
  'IPC',
  'IPC-SHARE',
  'IPC-PHASE',
  'IDP',
  'IDP-HH',
  'RETURNEES',
  'RETURNEES-HH',
  'RETURNEES-ABROAD',
  'RETURNEES-ABROAD-HH',
  'REFUGEES',
  'REFUGEES-HH',
  'PRIORITY',
] as const;

export function sectorText({ say }: Speaker, sector: string): string {
  if (sector === 'ALL') return say('indicator.sector.ALL');
  const known = SECTORS.find((each) => each === sector);
  return known ? say(`sector.${known}`) : sector;
}

/** As the agreed list says it; of what was read only, in the words that every file of its kind has. */
export function indicatorText(speaker: Speaker, { code, sector, title }: Pick<ShownIndicator, 'code' | 'sector' | 'title'>): string {
  const own = title[speaker.app.language];
  if (own) return own;
  const stem = sector !== null && code.endsWith(`-${sector}`) ? code.slice(0, -sector.length - 1) : code;
  const concept = CONCEPTS.find((each) => each === stem);
  if (!concept) return title['en'] ?? Object.values(title)[0] ?? code;
  const text = speaker.say(`indicator.concept.${concept}`);
  return sector === null ? text : `${text} · ${sectorText(speaker, sector)}`;
}

export const statusText = ({ say }: Speaker, status: SeriesRef['status']): string => say(`indicator.status.${status}`);
export const phaseText = ({ say }: Speaker, phase: NonNullable<SeriesRef['phase']>): string => say(`indicator.phase.${phase}`);

export function groupText({ say, app }: Speaker, { dimensions: { sex, age, group, disability, category } }: Pick<SeriesRef, 'dimensions'>): string {
  const parts = [sex ? say(`indicator.sex.${sex}`) : '', age ?? '', group ?? '', disability ? say('indicator.disability') : '', category ?? ''];
  return app.format.comma(parts.filter(Boolean)) || say('indicators.everybody');
}

/** Type, period and analysis. */
export function timeText({ say, app }: Speaker, { type, period, analysis }: Pick<SeriesRef, 'type' | 'period' | 'analysis'>): string {
  return [say(`indicator.type.${type}`), period ? app.format.period(period.start, period.end) : '', analysis ?? ''].filter(Boolean).join(' · ');
}

export const measureText = ({ say }: Speaker, measure: Measure): string => say(`indicators.measure.${measure}`);

/** What is shown, as a title names it. */
export function titleParts(speaker: Speaker & { offered: { indicators: ShownIndicator[] } | null }, series: OfferedSeries): string[] {
  const own = speaker.offered?.indicators.find(({ code }) => code === series.indicator);
  return [
    own ? indicatorText(speaker, own) : series.indicator,
    ...(series.status === 'all' ? [] : [statusText(speaker, series.status)]),
    ...(series.phase === null ? [] : [phaseText(speaker, series.phase)]),
  ];
}

/** The name of the class that a value is in; '' of what has none. */
export function classText({ say, app }: Speaker, { indicator, measure }: Pick<ShownAnswer, 'indicator' | 'measure'>, { value, label }: IndicatorClass): string {
  const own = label[app.language];
  if (own) return own;
  const at = ([1, 2, 3, 4, 5] as const).find((each) => each === value);
  if (at === undefined) return label['en'] ?? app.format.number(value);
  return indicator.code.startsWith('SEVERITY') && measure === 'value' ? say(`indicator.severity.${at}`) : say(`indicator.phase.${at}`);
}

const EMPTY: Record<string, IndicatorsKey> = {
  zero: 'indicator.empty.zero',
  'no-data': 'indicator.empty.noData',
  'not-reported': 'indicator.empty.notReported',
  above: 'indicator.empty.aboveOnly',
  'not-placed': 'indicator.empty.notPlaced',
  withheld: 'indicator.empty.withheld',
};
export const EMPTY_LOOKS = ['no-data', 'not-reported', 'above', 'not-placed', 'withheld'] as const;
export const emptyText = ({ say }: Speaker, look: string): string => say(EMPTY[look] ?? 'indicator.empty.noData');

/** A number as it is written: people whole, shares in percent, differences with their sign. */
export function numberText({ app }: Speaker, { style }: Pick<ShownAnswer, 'style'>, value: number): string {
  const { format } = app;
  if (style === 'percent') return format.percent(value / 100);
  const text =
    Math.abs(value) >= 100 || Number.isInteger(value) ? format.number(Math.round(Math.abs(value))) : format.number(Math.round(Math.abs(value) * 100) / 100);
  if (style === 'number') return value < 0 ? `−${text}` : text;
  return `\u2066${value > 0 ? '+' : value < 0 ? '−' : ''}${text}\u2069`;
}

/** What a unit shows: its number, and of how much of it that is; its class; or why there is none. @param short as it stands on the map */
export function valueText(speaker: Speaker, { answer, byPcode, shown, partial }: Painted, pcode: string, short = false): string {
  const value = byPcode.get(pcode);
  if (value === undefined) return emptyText(speaker, String(shown.get(pcode) ?? 'not-reported'));
  const text = numberText(speaker, answer, value);
  if (short) return text;
  const part = partial.get(pcode);
  const own = answer.classes.findLast((each) => each.value <= value);
  const named = own && !answer.before ? (Number.isInteger(value) ? classText(speaker, answer, own) : `${text} · ${classText(speaker, answer, own)}`) : text;
  return part ? `${named} · ${speaker.say('indicators.partial', { known: part[0], of: part[1] })}` : named;
}
