/** What the country page shows and what a reader can do with it, whatever lies over the boundaries. The address holds the whole state. */
import { createRef, type Ref } from 'lit/directives/ref.js';
import type { DatasetAnswer, TileJson, UnitAnswer, UnitDetail, VersionAnswer } from '../../server/contract/datasets/api.ts';
import type { AsOfAnswer } from '../../server/contract/datasets/asOf.ts';
import { leadingVersion } from '../kit/versions/states.ts';
import type { MapAnswer, MapSpec } from '../../server/contract/maps/map.ts';
import { Model, type Host } from '../kit/model.ts';
import { rangesOfTiles, type Bbox, type Camera } from '../map/camera.ts';
import type { PointedFeature } from '../map/controller.ts';
import type { LevelRange } from '../map/levels.ts';
import type { MapStage, StageMap, StageMove, StageStatus } from '../map/stage.ts';
import type commonMessages from '../../server/words/en/interface/common.ts';
import type countryMessages from '../../server/words/en/interface/country.ts';
import { EMPTY_STATE, formatCountryState, parseCountryState, type CountryState, type UnitRef } from './state.ts';
import type { Place } from './search/coordinates.ts';
import type { Snap } from '../ui/panel.ts';
import { isAbort } from '../kit/view.ts';
import { fetchCountry, type CountryData } from './data.ts';
import { columnOfLanguage, countryName, languagesOnMap } from '../i18n/names.ts';
import { OverlaysModel } from './overlays/model.ts';
import { toSpec, type SharedData } from './spec.ts';

export type CountryKey = keyof typeof countryMessages | keyof typeof commonMessages;

/** What only the page can do. */
export interface CountryHost extends Host<CountryKey> {
  /** Says where the reader is now, to those who cannot see it. */
  focusPanel(): Promise<void>;
  /** The same where something of a layer was pointed at. */
  focusTapped(): Promise<void>;
  /** Fetches the code of the wide view. */
  loadTable(): Promise<unknown>;
}

const QUIET_MS = 10_000;
/** Degrees around a place in no unit that are shown. */
const NEAR = 0.1;

export class CountryModel extends Model<CountryKey, CountryHost> {
  state: CountryState = EMPTY_STATE;
  catalogue: DatasetAnswer | null = null;
  version: VersionAnswer | null = null;
  tilejson: TileJson | null = null;
  /** Why there is no version. */
  error: unknown = null;
  /** The latest version that was public, where none is current any more. */
  ended: VersionAnswer | null = null;
  /** Which version holds on the day of the address; null where it has none. */
  asOf: AsOfAnswer | null = null;
  unit: UnitDetail | null = null;
  unitError: unknown = null;
  /** Whether the panel tells where its unit came from: it stays so from unit to unit. */
  historyOpen = false;
  /** Units of the first level: the index that is there before, and without, the map. */
  regions: UnitAnswer[] | null = null;
  /** Levels of the version, each with the zooms at which it is drawn. */
  ranges: LevelRange[] = [];
  mapLevel = 1;
  mapStatus: StageStatus = 'still';
  saved: MapAnswer | null = null;
  snap: Snap = 'peek';
  readonly overlays = new OverlaysModel(this);
  readonly stage: Ref<MapStage> = createRef();
  private unitAbort = new AbortController();
  private quietUntil = 0;

  override hostConnected(): void {
    super.hostConnected();
    const { app, params, query, data } = this.host;
    this.state = parseCountryState(query);
    if (this.state.unit) this.snap = 'half';
    void this.loadSaved();
    void this.load((data as CountryData | undefined) ?? fetchCountry(app.api, params, query));
  }

  override hostDisconnected(): void {
    super.hostDisconnected();
    this.unitAbort.abort();
    this.overlays.leave();
  }

  get id3(): string {
    return (this.host.params['iso3'] ?? '').toUpperCase();
  }

  get name(): string {
    return countryName(this.catalogue ? [this.catalogue] : [], this.app.language, this.id3);
  }

  /** Language of the names: the reader's wish for the map, else the page's. */
  get language(): string {
    const { names } = this.state;
    return names && names !== 'pcode' ? names : this.app.language;
  }

  /** Languages by name column of the tiles. */
  get tileLanguages(): string[] {
    return this.tilejson ? languagesOnMap(this.tilejson) : (this.version?.languages ?? []);
  }

  /** The level that was chosen, or that the map is at. */
  get level(): number {
    return this.state.level ?? this.mapLevel;
  }

  /** Where the map begins; null: the whole country. */
  get camera(): Camera | Bbox | null {
    const { view, bounds } = this.state;
    return view ?? (bounds === 'all' ? null : bounds);
  }

  /** What the map shows of the boundaries. */
  get shown(): StageMap {
    const { state, ranges, tileLanguages, language } = this;
    return {
      levels: ranges,
      level: state.level,
      nameColumn: state.names === 'pcode' ? -1 : columnOfLanguage(tileLanguages, language),
      selected: state.unit,
      pin: state.pin && [state.pin.lon, state.pin.lat],
      overlays: this.overlays.shown,
    };
  }

  private async load(data: CountryData): Promise<void> {
    this.error = this.ended = null;
    this.changed();
    data.dataset
      .then((answer) => {
        this.catalogue = answer;
        this.changed();
      })
      .catch(() => undefined);
    try {
      const [version, tilejson, asOf] = await Promise.all([data.version, data.tilejson, data.asOf]);
      this.asOf = asOf;
      this.ranges = rangesOfTiles(version.levels, tilejson, (version.bbox as Bbox | null) ?? undefined);
      this.mapLevel = this.ranges[0]?.level ?? 0;
      this.version = version;
      this.tilejson = tilejson;
    } catch (error) {
      if (isAbort(error)) return;
      this.ended = await this.findEnded(data);
      this.error = error;
      return this.changed();
    }
    this.changed();
    void this.loadRegions();
    void this.overlays.load();
    if (this.state.unit) void this.loadUnit(this.state.unit, !this.state.view && !this.state.bounds);
  }

  /** Where nothing is current, what was: a withdrawal is not as if nothing had been published. */
  private async findEnded(data: CountryData): Promise<VersionAnswer | null> {
    if (this.state.version || this.state.date) return null;
    const catalogue = await data.dataset.catch(() => null);
    const lead = catalogue && leadingVersion(catalogue);
    if (!lead?.publishedAt || lead.status === 'current') return null;
    return this.app.api.getVersion(catalogue!.id, lead.version, this.aborts.signal).catch(() => null);
  }

  /** The saved map that the page was opened with. Without it the page stands as its address says. */
  private async loadSaved(): Promise<void> {
    const id = this.state.map;
    this.saved = null;
    if (id) {
      const map = await this.app.api.call('getMap', { params: { id }, signal: this.aborts.signal }).catch(() => null);
      if (id === this.state.map) this.saved = map;
    }
    this.changed();
  }

  reload(): void {
    void this.load(fetchCountry(this.app.api, this.host.params, new URLSearchParams(location.search)));
  }

  private async loadRegions(): Promise<void> {
    const level = this.ranges[0]?.level;
    if (level === undefined) return;
    const answer = await this.app.api.getUnits(this.version!.dataset, this.version!.version, { level, limit: 500 }).catch(() => null);
    this.regions = answer?.units ?? [];
    this.changed();
  }

  protected override follow(): void {
    const before = this.state;
    const next = parseCountryState(this.host.query);
    if (formatCountryState(next).toString() === formatCountryState(before).toString()) return;
    this.state = next;
    if (next.version !== before.version || next.date !== before.date || next.known !== before.known) return this.reload();
    if (JSON.stringify([next.view, next.bounds]) !== JSON.stringify([before.view, before.bounds])) this.stage.value?.jump(this.camera);
    if (next.map !== before.map) void this.loadSaved();
    if (JSON.stringify(next.unit) !== JSON.stringify(before.unit)) {
      if (next.unit) void this.loadUnit(next.unit, false);
      else this.unit = null;
    }
  }

  /** Changes the state and writes it into the address. */
  change(patch: Partial<CountryState>, push = false): void {
    this.state = { ...this.state, ...patch };
    this.app.setQuery(formatCountryState(this.state, new URLSearchParams(location.search)), push);
    this.changed();
  }

  /** An address of this page with another unit: what a link in a list points to. */
  unitHref(unit: UnitRef): string {
    const query = formatCountryState({ ...this.state, unit, view: null, bounds: null }, new URLSearchParams(location.search));
    return `?${query.toString().replaceAll('%3A', ':')}`;
  }

  /** A part of the page has changed what it shows. */
  redraw(): void {
    this.changed();
  }

  /** Features of layers that the reader pointed at: the panel says what they are. */
  async tapFeatures(features: readonly PointedFeature[]): Promise<void> {
    this.overlays.tap(features);
    if (this.snap === 'peek') this.setSnap('half');
    await this.host.focusTapped();
  }

  openHistory(open: boolean): void {
    this.historyOpen = open;
    this.changed();
  }

  /** @param fit whether the map goes there */
  selectUnit(unit: UnitRef | null, fit: boolean, event?: Event): void {
    event?.preventDefault();
    if (unit?.pcode === this.state.unit?.pcode && unit?.level === this.state.unit?.level) {
      if (fit && this.unit) this.stage.value?.fit(this.unit.bbox);
      return;
    }
    this.change({ unit }, true);
    if (!unit) {
      this.unit = null;
      void this.host.focusPanel();
      return;
    }
    if (this.snap === 'peek') this.snap = 'half';
    void this.loadUnit(unit, fit);
  }

  /** What a search found: the unit, with a pin where a place was searched for; a place in no unit is gone to by itself. */
  goTo(unit: UnitRef | null, pin: Place | null): void {
    this.change({ pin });
    if (unit) return this.selectUnit(unit, true);
    this.selectUnit(null, false);
    if (pin) this.stage.value?.fit([pin.lon - NEAR, pin.lat - NEAR, pin.lon + NEAR, pin.lat + NEAR]);
  }

  async loadUnit({ pcode, level }: UnitRef, fit: boolean): Promise<void> {
    this.unitAbort.abort();
    this.unitAbort = new AbortController();
    this.unitError = null;
    this.changed();
    const { dataset, version } = this.version!;
    try {
      this.unit = await this.app.api.getUnit(dataset, version, pcode, level, this.unitAbort.signal);
    } catch (error) {
      if (isAbort(error)) return;
      this.unit = null;
      this.unitError = error;
      return this.changed();
    }
    this.changed();
    void this.host.focusPanel();
    const isHidden = this.mapStatus === 'live' && !this.state.bounds && !this.stage.value?.isVisible(this.unit.center);
    if (fit || isHidden) this.stage.value?.fit(this.unit.bbox);
  }

  setSnap(snap: Snap): void {
    this.snap = snap;
    this.changed();
  }

  /** Choosing a level by hand: auto again with null. */
  setLevel(level: number | null): void {
    // The map answers with the level that it shows now.
    this.change({ level });
  }

  setVersion(version: string): void {
    this.unit = null;
    this.change({ version: version === this.catalogue?.current ? null : version, date: null, known: null, unit: null }, true);
    this.reload();
  }

  /** The map as of a day; null: as it is today. */
  setDate(date: string | null): void {
    this.unit = null;
    this.change({ version: null, date, known: null, unit: null }, true);
    this.reload();
  }

  async toggleTable(): Promise<void> {
    if (!this.state.table) await this.host.loadTable();
    this.change({ table: !this.state.table }, true);
  }

  /** A kind may have data for fewer levels than there are boundaries: the map goes no deeper. */
  stayAbove(deepest: number): void {
    if (this.ranges.every((range) => range.level <= deepest)) return;
    const permitted = this.ranges.filter((range) => range.level <= deepest);
    this.ranges = permitted.length > 0 ? permitted : [{ ...this.ranges[0]!, level: deepest }];
    this.mapLevel = Math.min(this.mapLevel, deepest);
    this.changed();
  }

  mapMoved({ camera, level, byReader }: StageMove): void {
    this.mapLevel = level;
    if (byReader) this.change({ view: camera, bounds: null });
    else this.changed();
  }

  /** Many tiles fail together; one message for all of them. */
  mapFailed(): void {
    const now = performance.now();
    if (now < this.quietUntil) return;
    this.quietUntil = now + QUIET_MS;
    this.app.toast(this.t('map.tiles-failed'));
  }

  mapChanged(status: StageStatus): void {
    this.mapStatus = status;
    this.changed();
    // A link to a unit without a view leads to the unit.
    if (status === 'live' && this.unit && !this.state.view && !this.state.bounds) this.stage.value?.fit(this.unit.bbox);
  }

  /** What is shown as a map of its own, on this version of the boundaries where the reader chose none. @param title of where, and of what */
  toSpec(shared: SharedData, version: string, title: string): MapSpec {
    const { state, app, stage, language: names, level } = this;
    const layers = this.overlays.toSpec(version !== 'current');
    const about = { title, lang: app.language, names, state, level, layers, dataset: this.version!.dataset };
    return toSpec({ ...about, size: stage.value ?? document.body, version: state.version ?? this.asOf?.version ?? version }, shared);
  }

  /** @param specOf what is shown, as a map on a version of the boundaries; @param pin the same with the version of its values too */
  async share(specOf: (version: string) => MapSpec, pin = (spec: MapSpec): MapSpec => spec): Promise<void> {
    const { openShare } = await import('../pages/share/panel.ts');
    const { map } = this.state;
    const kept = (id: string): void => {
      this.change({ map: id });
      void this.loadSaved();
    };
    await openShare(this.app, { spec: specOf('current'), pinned: pin(specOf(this.version!.version)), map, kept });
  }
}
