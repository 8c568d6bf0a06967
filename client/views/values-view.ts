/** A country page that lays values over the map: what it paints goes to the map by P-code, apart from the tiles. */
import type { PropertyDeclarations } from 'lit';
import type { UnitAnswer } from '../../server/contract/api.ts';
import { toClasses, type Breaks } from '../map/legend.ts';
import type { PatternLook } from '../map/looks.ts';
import type { StageMap, StageStatus } from '../map/stage.ts';
import { CountryView } from './country.ts';
import { fetchLevelUnits } from './level-units.ts';
import './values.css';

export interface Painting {
  /** A number, or the name of a look for a unit without one. */
  values: ReadonlyMap<string, number | string>;
  at: number;
  breaks: Breaks;
  colors: string[];
  /** Units without a number differ in look. */
  looks?: boolean | readonly PatternLook[];
}

export type UnitsByCode = ReadonlyMap<string, UnitAnswer>;

export abstract class ValuesView extends CountryView {
  static override properties: PropertyDeclarations = { units: { state: true } };
  /** Names and areas by level and P-code. */
  declare units: ReadonlyMap<number, UnitsByCode>;
  protected readonly aborts = new AbortController();
  private readonly dark = matchMedia('(prefers-color-scheme: dark)');
  private readonly retheme = () => this.requestUpdate();
  private readonly unitsAsked = new Map<number, Promise<void>>();
  private pushed: Pick<Painting, 'values' | 'breaks'> | null = null;

  constructor() {
    super();
    this.units = new Map();
  }

  /** What is painted now; the same object while nothing changes. null while it is on its way. */
  protected abstract get painting(): Painting | null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.dark.addEventListener('change', this.retheme);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.dark.removeEventListener('change', this.retheme);
    this.aborts.abort();
  }

  get isDark(): boolean {
    return this.dark.matches;
  }

  /** The level that the map shows now; without a live map, the one that was chosen. */
  get dataLevel(): number {
    return this.mapStatus === 'live' ? (this.stage.value?.levelNow ?? this.mapLevel) : (this.state.level ?? this.mapLevel);
  }

  /** Fetches the units of a level, once. @throws what the API throws; it may then be asked again */
  protected loadUnits(level: number): Promise<void> {
    const known = this.unitsAsked.get(level);
    if (known) return known;
    const { dataset, version } = this.version!;
    const loading = fetchLevelUnits(this.app.api, dataset, version, level, this.aborts.signal).then((units) => {
      this.units = new Map([...this.units, [level, new Map(units.map((unit) => [unit.pcode, unit]))]]);
    });
    this.unitsAsked.set(level, loading);
    loading.catch(() => this.unitsAsked.delete(level));
    return loading;
  }

  protected override updated(changed: Map<string, unknown>): void {
    super.updated(changed);
    this.push();
  }

  /** Only when other values are to be seen: two thousand states take a millisecond or two, but not at every movement. */
  private push(): void {
    const { painting } = this;
    if (!painting || this.mapStatus !== 'live') return;
    const { at, values, breaks } = painting;
    if (values === this.pushed?.values && breaks.join() === this.pushed.breaks.join()) return;
    this.stage.value?.setValues(at, toClasses(values, breaks));
    this.pushed = { values, breaks };
  }

  protected override mapChanged(status: StageStatus): void {
    super.mapChanged(status);
    this.pushed = null;
    this.push();
  }

  protected override toShown(): StageMap {
    const { painting } = this;
    if (!painting) return super.toShown();
    const { at, breaks, colors, looks = false } = painting;
    return { ...super.toShown(), choropleth: { level: at, breaks: breaks.map((_, i) => i), colors, looks } };
  }
}
