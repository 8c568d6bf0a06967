/** Indicators of a country on its map: one series in one view, and all that map, legend, table and words need of it. */
import type { IndicatorsAnswer, OfferedSeries, ShownAnswer } from '../../../server/contract/indicators/api.ts';
import type { DatasetId, VersionTag } from '../../../server/contract/ids.ts';
import type { MapSpec } from '../../../server/contract/maps/map.ts';
import type { VersionAnswer } from '../../../server/contract/datasets/api.ts';
import { lookOf, PATTERNS } from '../../../server/contract/maps/looks.ts';
import { diverging, ramp } from '../../../server/contract/maps/palette.ts';
import { BOUNDARIES, toClasses, type SharedData } from '../../country/spec.ts';
import { ValuesModel, type Painting } from '../../country/values.ts';
import { INDICATORS, countryOf, datasetOf, kindOf, slugOf } from '../../kit/kinds.ts';
import { isAbort } from '../../kit/view.ts';
import { classBreaks, heldAt, paintedBreaks } from '../../map/classing.ts';
import { toLegend, type Breaks } from '../../map/legend.ts';
import { PARTIAL } from '../../map/patterns.ts';
import type { IndicatorsKey, Painted } from './painted.ts';
import { chosenSeries, refOf } from './series.ts';
import { toIndicators } from './spec.ts';
import { formatIndicatorsState, INDICATORS_STATE, parseIndicatorsState, toPeriod, type IndicatorsState } from './state.ts';
import { titleParts, valueText } from './words.ts';

/** Why nothing is shown of a country that has no indicators: nobody is asked for any. */
export const UNPUBLISHED = Symbol('unpublished');

export class IndicatorsModel extends ValuesModel<IndicatorsKey> {
  chosen: IndicatorsState = INDICATORS_STATE;
  /** Sources of the country that are published. */
  sources: DatasetId[] = [];
  /** The version of the values. */
  source: VersionAnswer | null = null;
  /** What it has. */
  offered: IndicatorsAnswer | null = null;
  dataError: unknown = null;
  /** Why a view cannot be had at a level. */
  refused: ReadonlyMap<string, unknown> = new Map();
  private answers: ReadonlyMap<string, ShownAnswer> = new Map();
  private readonly asked = new Set<string>();
  private memo: { key: unknown[]; painted: Painted | null } = { key: [], painted: null };

  get title(): string {
    const { country, series } = this;
    if (!series) return this.say('indicators.title', { country: country.name });
    return country.t('country.titled', { country: country.name, topic: this.app.format.comma(titleParts(this, series)) });
  }

  get period(): string {
    const { period } = this.painted?.answer.series[0] ?? {};
    return period ? this.app.format.period(period.start, period.end) : '';
  }

  get isCount(): boolean {
    return this.painted?.answer.counts ?? false;
  }

  get datasetId(): DatasetId {
    return datasetOf(INDICATORS, this.country.id3, this.chosen.source || undefined);
  }

  /** The series that is shown: the reader's choice, made whole by what there is. */
  get series(): OfferedSeries | null {
    return this.offered && chosenSeries(this.offered, this.chosen.series);
  }

  protected override follow(): void {
    const before = this.chosen;
    this.chosen = parseIndicatorsState(this.host.query);
    if (!this.source || (this.chosen.data === before.data && this.chosen.source === before.source)) return;
    void this.loadSource();
  }

  protected override opened(): void {
    void this.loadSource();
  }

  override hostUpdate(): void {
    super.hostUpdate();
    if (this.offered) void this.loadValues(this.dataLevel);
  }

  private async loadSource(): Promise<void> {
    this.dataError = this.offered = null;
    this.asked.clear();
    this.answers = new Map();
    this.refused = new Map();
    this.changed();
    const { api } = this.app;
    const { signal } = this.aborts;
    try {
      const { datasets } = await api.getDatasets(signal);
      this.sources = datasets
        .filter(({ id, current }) => current && kindOf(id) === INDICATORS && countryOf(id) === this.country.id3.toLowerCase())
        .map(({ id }) => id);
      if (this.sources.length === 0 && this.chosen.data === null) {
        this.dataError = UNPUBLISHED;
        return this.changed();
      }
      // A country may have its only source under a name.
      const isThere = this.chosen.source !== '' || this.sources.length === 0 || this.sources.includes(this.datasetId);
      if (!isThere) this.chosen = { ...this.chosen, source: slugOf(this.sources[0]!) };
      this.source = await api.getVersion(this.datasetId, await this.versionOf(this.datasetId, this.chosen.data), signal);
      this.versions = (await api.getDataset(this.datasetId, signal)).versions;
      this.offered = await api.call('getIndicators', { params: { id: this.datasetId, version: this.source.version }, signal });
      // Nothing below the deepest values: the map goes no deeper.
      const deepest = Math.max(...this.offered.series.flatMap(({ levels }) => levels));
      if (Number.isFinite(deepest)) this.country.stayAbove(Math.max(1, deepest));
    } catch (error) {
      if (!isAbort(error)) this.dataError = error;
    }
    this.changed();
  }

  /** What is asked of the server for a level, by name; null while nothing can be. */
  private queryAt(level: number): Record<string, string | number> | null {
    const { series, chosen } = this;
    if (!series) return null;
    const { indicator, status, type, phase, dimensions } = series;
    const { sex, age, group, disability, category } = dimensions;
    const period = series.period;
    const before = toPeriod(chosen.beforePeriod);
    return {
      indicator,
      status,
      type,
      level,
      measure: this.isChange ? 'value' : chosen.measure,
      ...(phase ? { phase } : {}),
      ...(period ? { start: period.start, end: period.end } : {}),
      ...(series.analysis ? { analysis: series.analysis } : {}),
      ...(sex ? { sex } : {}),
      ...(age ? { age } : {}),
      ...(group ? { group } : {}),
      ...(disability ? { disability: '1' } : {}),
      ...(category ? { category } : {}),
      ...(chosen.people ? { population: chosen.people } : {}),
      ...(chosen.before ? { before: chosen.before } : {}),
      ...(before ? { beforeStart: before.start, beforeEnd: before.end } : {}),
      ...(chosen.beforeAnalysis ? { beforeAnalysis: chosen.beforeAnalysis } : {}),
    };
  }

  get isChange(): boolean {
    const { before, beforePeriod, beforeAnalysis } = this.chosen;
    return before !== null || beforePeriod !== '' || beforeAnalysis !== '';
  }

  private keyAt(level: number): string {
    return JSON.stringify(this.queryAt(level));
  }

  /** A view at a level, once; later levels wait until they are looked at. */
  private async loadValues(level: number): Promise<void> {
    const query = this.queryAt(level);
    const key = this.keyAt(level);
    if (!query || !this.source || this.asked.has(key)) return;
    this.asked.add(key);
    const { signal } = this.aborts;
    try {
      const params = { id: this.datasetId, version: this.source.version };
      const [answer] = await Promise.all([this.app.api.call('getIndicatorValues', { params, query: query as never, signal }), this.loadUnits(level)]);
      this.answers = new Map([...this.answers, [key, answer]]);
    } catch (error) {
      if (isAbort(error)) return void this.asked.delete(key);
      this.refused = new Map([...this.refused, [key, error]]);
    }
    this.changed();
  }

  /** Why the present view cannot be had at this level; null where it can, or is on its way. */
  get refusal(): unknown {
    return this.refused.get(this.keyAt(this.dataLevel)) ?? null;
  }

  protected override get isSettled(): boolean {
    return super.isSettled || this.refusal !== null || (this.offered !== null && !this.series);
  }

  /** Asks again after a failure. */
  reload(): void {
    if (!this.source || this.dataError) return void this.loadSource();
    const key = this.keyAt(this.dataLevel);
    this.asked.delete(key);
    this.refused = new Map([...this.refused].filter(([each]) => each !== key));
    this.changed();
  }

  get painting(): Painting | null {
    const { painted } = this;
    if (!painted) return null;
    const { shown, partial, answer, breaks, colors } = painted;
    const over = new Map([...partial.keys()].map((pcode) => [pcode, PARTIAL]));
    return { values: shown, at: answer.level, breaks, colors: [...colors], looks: PATTERNS, ...(over.size > 0 ? { possible: over } : {}) };
  }

  /** null while it is on its way, or cannot be had. */
  get painted(): Painted | null {
    const { method, classes, breaks, held } = this.chosen;
    const answer = this.answers.get(this.keyAt(this.dataLevel));
    const units = this.units.get(this.dataLevel);
    const key = [answer, units, method, classes, breaks.join(), held, this.isDark];
    if (key.every((part, i) => part === this.memo.key[i]) && this.memo.key.length) return this.memo.painted;
    this.memo = { key, painted: answer && units ? this.paint(answer, [...units.keys()]) : null };
    return this.memo.painted;
  }

  private paint(answer: ShownAnswer, codes: readonly string[]): Painted {
    const at = new Map(answer.pcodes.map((code, i) => [code, i]));
    const byPcode = new Map<string, number>();
    const shown = new Map<string, number | string>();
    const partial = new Map<string, readonly [number, number]>();
    for (const code of codes) {
      const i = at.get(code);
      const value = i === undefined ? null : answer.values[i]!;
      const part = i === undefined ? null : answer.partial[i]!;
      if (value !== null) byPcode.set(code, value);
      if (part) partial.set(code, part);
      shown.set(code, value ?? lookOf((i === undefined ? null : answer.empty[i]) ?? 'notReported', 'indicators'));
    }
    const { breaks, colors, isFixed } = this.classesOf(answer, byPcode);
    const legend = toLegend([...byPcode.values(), ...codes.filter((code) => !byPcode.has(code)).map(() => null)], breaks, colors);
    return { answer, byPcode, shown, partial, breaks, colors, isFixed, legend };
  }

  /** Of an index its own classes and colours; of others those that the reader chose. */
  private classesOf(answer: ShownAnswer, byPcode: ReadonlyMap<string, number>): Pick<Painted, 'breaks' | 'colors' | 'isFixed'> {
    const fixed = fixedClasses(answer);
    if (fixed) return { ...fixed, isFixed: true };
    const { method, classes, breaks: manual } = this.chosen;
    const held = heldAt(this.chosen, answer.level);
    const breaks = held ? paintedBreaks(held, byPcode) : classBreaks([...byPcode.values()], method, classes, manual);
    const colors = answer.before ? diverging(breaks, this.isDark) : ramp(Math.max(1, breaks.length - 1), this.isDark);
    return { breaks, colors, isFixed: false };
  }

  /** Classes of a saved map hold until anything else is to be painted. */
  set(patch: Partial<IndicatorsState>): void {
    this.chosen = { ...this.chosen, held: null, ...patch };
    this.app.setQuery(formatIndicatorsState(this.chosen, new URLSearchParams(location.search)));
    if (patch.source !== undefined || patch.data !== undefined) void this.loadSource();
    this.changed();
  }

  /** Another series: what is not said stays where it can. */
  choose(patch: Partial<IndicatorsState['series']>): void {
    this.set({ series: { ...this.chosen.series, ...patch }, before: null, beforePeriod: '', beforeAnalysis: '', breaks: [] });
  }

  linesOf(level: number, pcode: string): string[] {
    const { painted } = this;
    return !painted || painted.answer.level !== level ? [] : [valueText(this, painted, pcode)];
  }

  protected printOf(value: number | string | undefined, pcode: string): string {
    return typeof value === 'number' && this.painted ? valueText(this, this.painted, pcode, true) : '';
  }

  protected openShare(): Promise<void> {
    return this.country.share(
      (version) => this.country.toSpec(this.shared(), version, this.title),
      (spec) => this.pin(spec),
    );
  }

  toSpec(): MapSpec {
    const { country } = this;
    return this.pin(country.toSpec(this.shared(), country.version!.version, this.title));
  }

  /** The small maps of the sectors as one map, for its picture. */
  sectorsSpec(): MapSpec | null {
    const { painted, country } = this;
    return painted && !this.isChange ? this.pin(country.toSpec(this.shared('sectors'), country.version!.version, this.title)) : null;
  }

  private shared(split = this.country.state.table ? this.chosen.split : ('none' as const)): SharedData {
    const { painted, chosen, source, series } = this;
    if (!painted || !source || !series) return BOUNDARIES;
    const { answer, breaks, colors, isFixed } = painted;
    const { denominator } = answer;
    const data = chosen.data ?? (this.country.state.date === null ? null : source.version);
    const isOf = denominator?.dataset != null && denominator.version !== null;
    const population = isOf ? { dataset: denominator!.dataset!, version: denominator!.version! as VersionTag } : null;
    const classes = isFixed ? toClasses('manual', breaks) : (heldAt(chosen, this.country.level) ?? toClasses(chosen.method, breaks));
    return toIndicators(
      { ...chosen, data, split },
      { dataset: source.dataset, series: refOf(series, chosen.series), counts: answer.counts, colours: isFixed ? colors : null, population, classes },
    );
  }

  private pin(spec: MapSpec): MapSpec {
    return spec.data.kind === 'indicators' && this.source ? { ...spec, data: { ...spec.data, version: this.source.version } } : spec;
  }
}

/** Classes and colours that an index has of itself; null of what is no index, and of differences. */
function fixedClasses({ classes, measure, before }: ShownAnswer): { breaks: Breaks; colors: readonly string[] } | null {
  if (before || classes.length === 0 || (measure !== 'value' && measure !== 'phase')) return null;
  const breaks = [...classes.map(({ value }) => value), classes.at(-1)!.value];
  const colours = classes.flatMap(({ colour }) => colour ?? []);
  return { breaks, colors: colours.length === classes.length ? colours : ramp(classes.length) };
}
