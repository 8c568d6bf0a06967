/** What kinds that lay values over the boundaries have in common: what they paint goes to the map by P-code, apart from the tiles. */
import type { MapSpec } from '../../server/contract/maps/map.ts';
import type { DatasetAnswer, UnitAnswer, VersionAnswer } from '../../server/contract/datasets/api.ts';
import type { VersionTag } from '../../server/contract/ids.ts';
import type { Translate } from '../i18n/translate.ts';
import { Model } from '../kit/model.ts';
import type { ToCurrent } from '../kit/versions/states.ts';
import { toClasses, type Breaks } from '../map/legend.ts';
import type { PatternLook } from '../../server/contract/maps/looks.ts';
import type { StageMap } from '../map/stage.ts';
import { PALETTE } from '../../server/contract/maps/palette.ts';
import { toCircles, type CircleMap } from '../map/layers/circles.ts';
import { toPrinted, type PrintedMap } from '../map/layers/printed.ts';
import { shownName } from '../i18n/names.ts';
import { fetchLevelUnits } from './levelUnits.ts';
import type { Layer } from './layer.ts';
import type { CountryHost, CountryKey, CountryModel } from './model.ts';

export interface Painting {
  /** A number, or the name of a look for a unit without one. */
  values: ReadonlyMap<string, number | string>;
  /** Of units of which more is possible than is certain, how much; `PARTIAL` (map/patterns.ts) of those whose number is of a part of them. */
  possible?: ReadonlyMap<string, number | string>;
  at: number;
  breaks: Breaks;
  colors: string[];
  /** Units without a number differ in look. */
  looks?: boolean | readonly PatternLook[];
}

export type UnitsByCode = ReadonlyMap<string, UnitAnswer>;

export abstract class ValuesModel<K extends string> extends Model<CountryKey, CountryHost> implements Layer {
  /** The page that the values lie on. */
  readonly country: CountryModel;
  /** Names and areas by level and P-code. */
  units: ReadonlyMap<number, UnitsByCode> = new Map();
  private readonly dark = matchMedia('(prefers-color-scheme: dark)');
  private readonly retheme = () => this.changed();
  private readonly unitsAsked = new Map<number, Promise<void>>();
  private openedFor: VersionAnswer | null = null;
  private pushed: Pick<Painting, 'values' | 'breaks'> | null = null;
  /** Whoever waits until there is something to share. */
  private waiting: (() => void)[] = [];
  private printedMemo: { key: unknown[]; printed: PrintedMap | null } = { key: [], printed: null };

  private circlesMemo: { key: unknown[]; circles: CircleMap | null } = { key: [], circles: null };

  constructor(country: CountryModel) {
    super(country.host);
    this.country = country;
  }

  abstract readonly title: string;
  abstract readonly period: string;
  /** Published versions of the values, latest first; of what is current they are not needed. */
  versions: DatasetAnswer['versions'] = [];
  /** What is painted now; the same object while nothing changes. null while it is on its way. */
  abstract readonly painting: Painting | null;
  /** Why nothing is painted; null while it is on its way or there. */
  abstract readonly dataError: unknown;
  /** What is painted is a count, which circles can show. */
  abstract readonly isCount: boolean;
  abstract linesOf(level: number, pcode: string): string[];
  /** Opens the panel that shares what is painted. */
  protected abstract openShare(): Promise<void>;
  abstract toSpec(): MapSpec;
  /** A painted value as it stands on the map; '' for none. */
  protected abstract printOf(value: number | string | undefined, pcode: string): string;
  /** Version and tiles are known: the values are fetched now. */
  protected abstract opened(): void;

  get currentSource(): ToCurrent {
    const current = this.versions.find(({ status }) => status === 'current')?.version ?? null;
    return { version: current, href: this.app.href(location.pathname) };
  }

  /** The kind's own words; those of the country page come from `t`. */
  get say(): Translate<K> {
    return this.t as unknown as Translate<K>;
  }

  override hostConnected(): void {
    super.hostConnected();
    this.dark.addEventListener('change', this.retheme);
    this.follow();
  }

  override hostDisconnected(): void {
    super.hostDisconnected();
    this.dark.removeEventListener('change', this.retheme);
    this.waiting = [];
  }

  override hostUpdate(): void {
    super.hostUpdate();
    const { version } = this.country;
    if (!version || version === this.openedFor) return;
    if (this.openedFor) this.forgetUnits();
    this.openedFor = version;
    this.opened();
  }

  /** Those of another version are others, under the same codes. */
  private forgetUnits(): void {
    this.units = new Map();
    this.unitsAsked.clear();
  }

  hostUpdated(): void {
    this.push();
    if (this.waiting.length === 0 || !this.isSettled) return;
    for (const go of this.waiting.splice(0)) go();
  }

  /** Nothing more comes by itself for what is chosen now. */
  protected get isSettled(): boolean {
    return this.painting !== null || this.dataError !== null;
  }

  /** Who shares a page that is still loading shares what it will show, not bare boundaries. */
  async share(): Promise<void> {
    if (!this.isSettled) await new Promise<void>((resolve) => this.waiting.push(resolve));
    return this.openShare();
  }

  get isDark(): boolean {
    return this.dark.matches;
  }

  /** The level that the map shows now; without a live map, the one that was chosen. */
  get dataLevel(): number {
    const { mapStatus, stage, mapLevel, level } = this.country;
    return mapStatus === 'live' ? (stage.value?.levelNow ?? mapLevel) : level;
  }

  /** The version that was chosen, else the one that held on the day that the page shows, else the current one. @throws ApiProblem where none held */
  protected async versionOf(id: string, chosen: VersionTag | null): Promise<VersionTag | 'current'> {
    const { date, known } = this.country.state;
    if (chosen !== null || date === null) return chosen ?? 'current';
    const query = { date, ...(known === null ? {} : { known }) };
    return (await this.app.api.call('getAsOf', { params: { id }, query, signal: this.aborts.signal })).version;
  }

  /** Fetches the units of a level, once. @throws what the API throws; it may then be asked again */
  protected loadUnits(level: number): Promise<void> {
    const known = this.unitsAsked.get(level);
    if (known) return known;
    const { dataset, version } = this.country.version!;
    const loading = fetchLevelUnits(this.app.api, dataset, version, level, this.aborts.signal).then((units) => {
      this.units = new Map([...this.units, [level, new Map(units.map((unit) => [unit.pcode, unit]))]]);
      this.changed();
    });
    this.unitsAsked.set(level, loading);
    loading.catch(() => this.unitsAsked.delete(level));
    return loading;
  }

  /** Only when other values are to be seen: two thousand states take a millisecond or two, but not at every movement. */
  private push(): void {
    const { painting } = this;
    const { mapStatus, stage } = this.country;
    if (!painting || mapStatus !== 'live') return;
    const { at, values, breaks, possible } = painting;
    if (values === this.pushed?.values && breaks.join() === this.pushed.breaks.join()) return;
    stage.value?.setValues(at, toClasses(values, breaks), possible);
    this.pushed = { values, breaks };
  }

  mapChanged(): void {
    this.pushed = null;
    this.push();
  }

  lay(shown: StageMap): StageMap {
    const { painting } = this;
    if (!painting) return shown;
    const { at, breaks, colors, looks = false } = painting;
    const { circles } = this;
    const land = PALETTE[this.isDark ? 'dark' : 'light'].mapLand;
    const choropleth = { level: at, breaks: breaks.map((_, i) => i), colors: circles ? colors.map(() => land) : colors, looks };
    const { print } = this.country.state;
    return { ...shown, choropleth, circles, printed: this.printed(painting), ...(print === 'none' || print === 'values' ? { labels: false } : {}) };
  }

  /** The painted numbers as circles, where the reader wants that and they are counts; made once for the same values. */
  get circles(): CircleMap | null {
    const { painting, isCount, country } = this;
    const units = painting && this.units.get(painting.at);
    if (!painting || !units || !isCount || !country.state.circles) return null;
    const size = { width: innerWidth, height: innerHeight };
    const key = [painting.values, painting.at, units, size.width, size.height];
    if (this.circlesMemo.key.length === 0 || key.some((part, i) => part !== this.circlesMemo.key[i]))
      this.circlesMemo = { key, circles: toCircles(painting.at, painting.values, (pcode) => units.get(pcode)?.center, size) };
    return this.circlesMemo.circles;
  }

  /** Numbers on the map, as the reader wants them; the largest units first. Made once for the same values. */
  private printed({ values, at }: Painting): PrintedMap | null {
    const { state, language } = this.country;
    const units = this.units.get(at);
    if ((state.print !== 'values' && state.print !== 'both') || !units) return null;
    const key = [values, at, units, state.print, language, state.names, this.app.language];
    if (this.printedMemo.key.length > 0 && key.every((part, i) => part === this.printedMemo.key[i])) return this.printedMemo.printed;
    const named = (unit: UnitAnswer) => (state.print === 'values' ? '' : state.names === 'pcode' ? unit.pcode : shownName(unit, language).text);
    const places = [...units.values()]
      .sort((a, b) => b.areaSqKm - a.areaSqKm)
      .map((unit) => ({
        pcode: unit.pcode,
        lon: unit.center[0],
        lat: unit.center[1],
        name: named(unit),
        value: this.printOf(values.get(unit.pcode), unit.pcode),
      }));
    this.printedMemo = { key, printed: toPrinted(at, places) };
    return this.printedMemo.printed;
  }
}
