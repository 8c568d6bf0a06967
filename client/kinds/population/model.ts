/** Population of a country on its map: people or density by sex and age, and all that map, legend, table and words need of it. */
import type { UnitAnswer, VersionAnswer } from '../../../server/contract/datasets/api.ts';
import type { MapSpec } from '../../../server/contract/maps/map.ts';
import type { VersionTag } from '../../../server/contract/ids.ts';
import type { ShownLevel } from '../../../server/contract/population/carried.ts';
import { ValuesModel, type Painting } from '../../country/values.ts';
import { lookOf } from '../../../server/contract/maps/looks.ts';
import { ramp } from '../../../server/contract/maps/palette.ts';
import { toLegend, type Breaks, type Legend } from '../../map/legend.ts';
import type populationMessages from '../../../server/words/en/interface/population.ts';
import { heldAt, paintedBreaks } from '../../map/classing.ts';
import { toPopulation } from './spec.ts';
import { formatPopulationState, parsePopulationState, POPULATION_STATE, type PopulationState } from './state.ts';
import { agesOf, classBreaks, findGroup, sexesOf, valuesOf } from './values.ts';
import { ApiProblem } from '../../kit/api.ts';
import { isAbort } from '../../kit/view.ts';
import { aboutText, estimatedOf, rangeOf } from './estimates.ts';
import { topicParts } from './labels.ts';
import { BOUNDARIES, toClasses, type SharedData } from '../../country/spec.ts';
import { POPULATION, datasetOf } from '../../kit/kinds.ts';

const LOOKS = ['possible', 'not-reported'] as const;

export type PopulationKey = keyof typeof populationMessages;

/** What is painted now: made once for each choice, used by map, legend, table and words alike. */
export interface Painted {
  level: ShownLevel;
  group: number;
  values: (number | null)[];
  byPcode: Map<string, number>;
  /** The same with the look of units that the population does not know. */
  shown: ReadonlyMap<string, number | string>;
  /** Units whose number is an estimate. */
  estimated: ReadonlyMap<string, number>;
  breaks: Breaks;
  colors: string[];
  legend: Legend;
}

export class PopulationModel extends ValuesModel<PopulationKey> {
  chosen: PopulationState = POPULATION_STATE;
  levels: ReadonlyMap<number, ShownLevel> = new Map();
  /** Levels that the population does not have on these boundaries. */
  lacking: ReadonlySet<number> = new Set();
  /** The version of the population. */
  source: VersionAnswer | null = null;
  dataError: unknown = null;
  private readonly asked = new Set<number>();
  private memo: { key: unknown[]; painted: Painted | null } = { key: [], painted: null };

  get title(): string {
    const { country, painted } = this;
    if (!painted) return this.say('population.title', { country: country.name });
    const { level } = painted;
    const topic = topicParts(this, { measure: this.chosen.measure, sex: this.sex(level), age: this.age(level) });
    return country.t('country.titled', { country: country.name, topic: this.app.format.comma(topic) });
  }

  get isCount(): boolean {
    return this.chosen.measure === 'people';
  }

  get period(): string {
    return String(this.painted?.level.year ?? '');
  }

  get datasetId(): string {
    return datasetOf(POPULATION, this.country.id3);
  }

  protected override follow(): void {
    const before = this.chosen;
    this.chosen = parsePopulationState(this.host.query);
    if (!this.source || (this.chosen.data === before.data && this.chosen.on === before.on)) return;
    this.forget();
    if (this.chosen.data !== before.data) void this.loadSource();
  }

  protected override opened(): void {
    this.forget();
    void this.loadSource();
  }

  override hostUpdate(): void {
    super.hostUpdate();
    if (this.source) void this.loadValues(this.dataLevel);
  }

  private forget(): void {
    this.asked.clear();
    this.levels = new Map();
    this.lacking = new Set();
    this.dataError = null;
  }

  /** The boundaries that it is carried over to now. */
  get on(): VersionTag | null {
    const { version } = this.country;
    const { on } = this.chosen;
    return version && (on === version.version || (on === 'current' && version.status === 'current')) ? version.version : null;
  }

  /** Map and figures on these boundaries. @param counted those that it was counted on: there it is as it was published */
  showOn(version: VersionTag, counted: VersionTag): void {
    const on = version === counted ? null : version;
    if (version === this.country.version?.version) {
      this.forget();
      return this.set({ on, chosen: [] });
    }
    this.set({ on, chosen: [] });
    this.country.setVersion(version);
  }

  private async loadSource(): Promise<void> {
    this.dataError = null;
    this.changed();
    try {
      const { api } = this.app;
      this.source = await api.getVersion(this.datasetId, await this.versionOf(this.datasetId, this.chosen.data), this.aborts.signal);
      if (this.source.status !== 'current') this.versions = (await api.getDataset(this.datasetId, this.aborts.signal)).versions;
    } catch (error) {
      if (!isAbort(error)) this.dataError = error;
    }
    this.changed();
  }

  /** Values and areas of a level, once; later levels wait until they are looked at. */
  private async loadValues(level: number): Promise<void> {
    const { on, source } = this;
    // Levels may have other numbers there.
    if (this.asked.has(level) || !source || (on === null && !source.levels.some((entry) => entry.level === level))) return;
    this.asked.add(level);
    const { signal } = this.aborts;
    try {
      const params = { id: this.datasetId, version: source.version };
      const query = { level, ...(on === null ? {} : { on }) };
      const [answer] = await Promise.all([this.app.api.call('getPopulation', { params, query, signal }), this.loadUnits(level)]);
      // Other boundaries were chosen meanwhile.
      if (on !== this.on) return;
      this.levels = new Map([...this.levels, ...answer.levels.map((entry) => [entry.level, entry] as const)]);
      this.changed();
    } catch (error) {
      if (on !== this.on) return;
      if (on !== null && error instanceof ApiProblem && error.code === 'population.level-unknown') {
        this.lacking = new Set([...this.lacking, level]);
        return this.changed();
      }
      if (isAbort(error)) return void this.asked.delete(level);
      // Asked again where somebody wants it, not each time the page is drawn: a server that is busy would be asked by each page all the time.
      this.dataError = error;
      this.changed();
    }
  }

  /** Asks again after a failure. */
  reload(): void {
    this.dataError = null;
    for (const level of this.asked) if (!this.levels.has(level)) this.asked.delete(level);
    void (this.source ? this.loadValues(this.dataLevel) : this.loadSource());
  }

  get painting(): Painting | null {
    const { painted } = this;
    if (!painted) return null;
    const { shown, estimated, level, breaks, colors } = painted;
    return { values: shown, at: level.level, breaks, colors, looks: LOOKS, ...(estimated.size > 0 ? { possible: estimated } : {}) };
  }

  /** The dataset says nothing of the level that the map shows. */
  get isLevelWithout(): boolean {
    const { source, on, dataLevel } = this;
    return source !== null && (on === null ? !source.levels.some(({ level }) => level === dataLevel) : this.lacking.has(dataLevel));
  }

  protected override get isSettled(): boolean {
    return super.isSettled || this.isLevelWithout;
  }

  /** Values, classes and legend for the present choice; null while they are on their way or where the level has none. */
  get painted(): Painted | null {
    const { measure, sex, age, method, classes, breaks, held } = this.chosen;
    const level = this.levels.get(this.dataLevel);
    const units = this.units.get(this.dataLevel);
    const key = [level, units, measure, sex, age, method, classes, breaks.join(), held, this.isDark];
    if (key.every((part, i) => part === this.memo.key[i]) && this.memo.key.length) return this.memo.painted;
    this.memo = { key, painted: level && units ? this.paint(level, units) : null };
    return this.memo.painted;
  }

  private paint(level: ShownLevel, units: ReadonlyMap<string, UnitAnswer>): Painted | null {
    const { measure, method, classes, breaks: manual } = this.chosen;
    const group = findGroup(level, this.sex(level), this.age(level));
    const values = valuesOf(level, group, measure, new Map([...units].map(([code, { areaSqKm }]) => [code, areaSqKm])));
    const byPcode = new Map<string, number>();
    values.forEach((value, i) => value !== null && byPcode.set(level.pcodes[i]!, value));
    const held = heldAt(this.chosen, level.level);
    const breaks = held ? paintedBreaks(held, byPcode) : classBreaks(values, method, classes, manual);
    const colors = ramp(Math.max(1, breaks.length - 1), this.isDark);
    // Units of the boundaries that the population does not know are on the map too, and counted as such.
    const missing = [...units.keys()].filter((code) => !byPcode.has(code));
    return {
      level,
      group,
      values,
      byPcode,
      shown: new Map<string, number | string>([...byPcode, ...missing.map((code) => [code, lookOf('noData', 'population')] as const)]),
      estimated: estimatedOf(level),
      breaks,
      colors,
      legend: toLegend([...byPcode.values(), ...missing.map(() => null)], breaks, colors),
    };
  }

  /** An address may ask for what this file does not have. */
  sex(level: ShownLevel): PopulationState['sex'] {
    const sexes = sexesOf(level);
    return sexes.includes(this.chosen.sex) ? this.chosen.sex : (sexes[0] ?? 't');
  }

  age(level: ShownLevel): string {
    const ages = agesOf(level, this.sex(level));
    return ages.includes(this.chosen.age) ? this.chosen.age : (ages[0] ?? 'all');
  }

  /** Classes of a saved map hold until anything else is to be painted. */
  set(patch: Partial<PopulationState>): void {
    const held = Object.keys(patch).every((name) => name === 'chosen') ? this.chosen.held : null;
    this.chosen = { ...this.chosen, held, ...patch };
    this.app.setQuery(formatPopulationState(this.chosen, new URLSearchParams(location.search)));
    this.changed();
  }

  /** Adds a unit to the pyramid's selection, or takes it out. */
  toggleChosen(pcode: string): void {
    const { chosen } = this.chosen;
    this.set({ chosen: chosen.includes(pcode) ? chosen.filter((code) => code !== pcode) : [...chosen, pcode] });
  }

  linesOf(level: number, pcode: string): string[] {
    const { painted } = this;
    if (!painted || painted.level.level !== level) return [];
    const range = rangeOf(painted, pcode);
    const area = this.units.get(level)?.get(pcode)?.areaSqKm;
    if (!range || (this.chosen.measure === 'density' && !area)) return [this.valueText(painted.byPcode.get(pcode) ?? null)];
    if (this.chosen.measure === 'people') return [aboutText(this, range, (value) => this.app.format.number(Math.round(value)))];
    return [this.say('population.density.n', { density: aboutText(this, range, (value) => this.app.format.area(value / area!)) })];
  }

  /** A value with its unit of counting, in words. */
  private valueText(value: number | null): string {
    const { say, app } = this;
    if (value === null) return say('population.no-data');
    return this.chosen.measure === 'people' ? say('population.people.n', { people: value }) : say('population.density.n', { density: app.format.area(value) });
  }

  protected printOf(value: number | string | undefined, pcode: string): string {
    if (typeof value !== 'number') return '';
    const text = this.chosen.measure === 'people' ? this.app.format.number(Math.round(value)) : this.app.format.area(value);
    return this.painted?.estimated.has(pcode) ? `≈ ${text}` : text;
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

  private shared(): SharedData {
    const { painted, chosen, source } = this;
    if (!painted || !source) return BOUNDARIES;
    const level = painted.level;
    // What is shown of a day stays what it was that day.
    const data = chosen.data ?? (this.country.state.date === null ? null : source.version);
    const shown = { ...chosen, data, on: this.on, sex: this.sex(level), age: this.age(level) };
    return toPopulation(source.dataset, shown, heldAt(chosen, this.country.level) ?? toClasses(chosen.method, painted.breaks));
  }

  private pin(spec: MapSpec): MapSpec {
    return spec.data.kind === 'population' && this.source ? { ...spec, data: { ...spec.data, version: this.source.version } } : spec;
  }
}
