/** Who does what where, on the map: one declared way of counting, painted, listed and crossed; the address holds all of it. */
import { html, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { VersionAnswer } from '../../server/contract/api.ts';
import type { AdminLevel, DatasetId, VersionTag } from '../../server/contract/ids.ts';
import type { MapSpec, PresenceMapData } from '../../server/contract/map.ts';
import type { PopulationAnswer } from '../../server/contract/population.ts';
import type { CountDefinition, PresenceColumns } from '../../server/contract/presence.ts';
import type { OverviewAnswer, SummaryAnswer } from '../../server/contract/presenceApi.ts';
import { ApiProblem } from '../api.ts';
import type { Translate } from '../i18n/translate.ts';
import { classesOf } from '../presence/classes.ts';
import { factsOfColumns, factsOfOverview, type PresenceFacts } from '../presence/facts.ts';
import { definitionQuery } from '../presence/links.ts';
import type { UnitLook } from '../presence/count.ts';
import { formatPresenceState, parsePresenceState, SENSITIVE_PANES, type Paint, type Pane, type PresenceState } from '../presence/state.ts';
import { createTally, type Tally } from '../presence/tally.ts';
import type codeMessages from '../messages/en/codes.ts';
import type presenceMessages from '../messages/en/presence.ts';
import type { StageMap, StageStatus } from '../map/stage.ts';
import { isAbort } from '../view.ts';
import { renderPane } from './presence-panes.ts';
import { renderPresence, renderPresenceUnit } from './presence-panel.ts';
import { lookText, valueText } from './presence-words.ts';
import { toClasses, type SharedData } from './share-spec.ts';
import { ValuesView, type Painting } from './values-view.ts';
import './presence.css';

export type PresenceKey = keyof typeof presenceMessages | keyof typeof codeMessages;

export class PresenceView extends ValuesView {
  static override properties: PropertyDeclarations = {
    chosen: { state: true },
    columns: { state: true },
    overview: { state: true },
    counted: { state: true },
    source: { state: true },
    people: { state: true },
    dataError: { state: true },
    filtering: { state: true },
  };
  declare chosen: PresenceState;
  declare columns: PresenceColumns | null;
  /** Of a sensitive dataset, which gives counts but no columns to count in: what it says of itself. */
  declare overview: OverviewAnswer | null;
  /** What the server counted of it, by question. */
  declare private counted: ReadonlyMap<string, SummaryAnswer>;
  declare source: VersionAnswer | null;
  /** Population by level and P-code; an empty map where there is none. */
  declare people: ReadonlyMap<number, ReadonlyMap<string, number>>;
  declare dataError: unknown;
  /** The controls of the definition are open. */
  declare filtering: boolean;
  /** Version of the population. */
  private peopleVersion: VersionTag | null = null;
  private sharesClusters = false;
  private readonly peopleAsked = new Set<number>();
  private memo: { key: unknown[]; own: unknown[]; tally: Tally | null } = { key: [], own: [], tally: null };
  private factsMemo: { of: unknown; facts: PresenceFacts | null } = { of: null, facts: null };
  private readonly asked = new Set<string>();
  private painted: Painting | null = null;

  constructor() {
    super();
    this.columns = this.source = this.dataError = this.overview = null;
    this.counted = new Map();
    this.people = new Map();
    this.filtering = false;
  }

  get say(): Translate<PresenceKey> {
    return this.t as unknown as Translate<PresenceKey>;
  }

  get datasetId(): string {
    return `3w-${this.id3.toLowerCase()}`;
  }

  private get populationId(): DatasetId {
    return `cod-ps-${this.id3.toLowerCase()}` as DatasetId;
  }

  override connectedCallback(): void {
    this.chosen = parsePresenceState(this.query);
    super.connectedCallback();
  }

  protected override opened(): void {
    void this.loadData();
  }

  async loadData(): Promise<void> {
    this.dataError = null;
    const { signal } = this.aborts;
    try {
      const [source, columns] = await Promise.all([
        this.app.api.getVersion(this.datasetId, 'current', signal),
        this.app.api.request<PresenceColumns>(this.path('/columns?version=current'), { signal }).catch((error: unknown) => {
          if (error instanceof ApiProblem && error.status === 403) return null;
          throw error;
        }),
      ]);
      if (!columns) this.overview = await this.app.api.request<OverviewAnswer>(this.path('?version=current'), { signal });
      this.asked.clear();
      this.source = source;
      this.columns = columns;
    } catch (error) {
      if (!isAbort(error)) this.dataError = error;
    }
  }

  private path(rest: string): string {
    return `/api/v1/presence/${this.datasetId}${rest}`;
  }

  get isSensitive(): boolean {
    return this.overview !== null;
  }

  /** Counts of chosen organisations are not given of a sensitive dataset, whatever the address says. */
  get definition(): CountDefinition {
    const { definition } = this.chosen;
    return this.isSensitive && definition.orgs.length > 0 ? { ...definition, orgs: [] } : definition;
  }

  /** What colours the map; a change needs the counts of a period that nobody asked for. */
  get paint(): Paint {
    const { paint } = this.chosen;
    return this.isSensitive && paint === 'change' ? 'count' : paint;
  }

  /** What the filters offer. null while it is on its way. */
  get facts(): PresenceFacts | null {
    const of = this.columns ?? this.overview;
    if (this.factsMemo.of !== of)
      this.factsMemo = { of, facts: this.columns ? factsOfColumns(this.columns) : this.overview ? factsOfOverview(this.overview) : null };
    return this.factsMemo.facts;
  }

  private questionOf(level: number): string {
    return `?${new URLSearchParams({ ...definitionQuery(this.definition), level: String(level), version: this.overview!.version })}`;
  }

  /** What the server counts of a sensitive dataset at a level, by the present definition. null while it is on its way. */
  private given(level: number): SummaryAnswer | null {
    return (this.overview && this.counted.get(this.questionOf(level))) ?? null;
  }

  private async loadCounts(level: number): Promise<void> {
    const question = this.questionOf(level);
    if (this.asked.has(question)) return;
    this.asked.add(question);
    try {
      const answer = await this.app.api.request<SummaryAnswer>(this.path(`/summary${question}`), { signal: this.aborts.signal });
      this.counted = new Map([...this.counted, [question, answer]]);
    } catch (error) {
      if (!isAbort(error)) this.dataError = error;
    }
  }

  /** The number of a unit of a sensitive dataset, at whatever level the map is, or why there is none. */
  givenLook({ level, pcode }: { level: number; pcode: string }): UnitLook | undefined {
    const answer = this.given(level);
    if (!answer) return undefined;
    if (answer.suppressed.includes(pcode)) return 'suppressed';
    const own = answer.byPcode[pcode];
    if (own && own.count === null) return 'no-data';
    return own?.count || (answer.reported.includes(pcode) ? 'zero' : 'not-reported');
  }

  /** A sensitive dataset is counted down to a level, so the map goes no deeper. */
  private stayAbove(deepest: number): void {
    if (this.ranges.every((range) => range.level <= deepest)) return;
    const permitted = this.ranges.filter((range) => range.level <= deepest);
    this.ranges = permitted.length > 0 ? permitted : [{ ...this.ranges[0]!, level: deepest }];
    this.mapLevel = Math.min(this.mapLevel, deepest);
  }

  override get dataLevel(): number {
    return Math.min(super.dataLevel, this.overview?.policy?.deepestLevel ?? Infinity);
  }

  protected override toShown(): StageMap {
    const shown = super.toShown();
    const deepest = this.overview?.policy?.deepestLevel;
    return deepest !== undefined && shown.level !== null && shown.level > deepest ? { ...shown, level: deepest } : shown;
  }

  private async loadLevels(level: number): Promise<void> {
    const levels = this.ranges.map((range) => range.level).filter((each) => each <= level);
    try {
      await Promise.all(levels.map((each) => this.loadUnits(each)));
    } catch (error) {
      if (!isAbort(error)) this.dataError = error;
    }
  }

  /** People by unit, where the country has a population of this level. Without it the columns that need it stay empty. */
  private async loadPeople(level: number): Promise<void> {
    if (this.peopleAsked.has(level)) return;
    this.peopleAsked.add(level);
    const path = `/api/v1/datasets/${this.populationId}/versions/current/population?level=${level}&sex=t&age=all`;
    const answer = await this.app.api.request<PopulationAnswer>(path, { signal: this.aborts.signal }).catch(() => null);
    if (answer) this.peopleVersion = answer.version;
    const values = answer?.levels[0];
    const byPcode = new Map<string, number>();
    values?.pcodes.forEach((pcode, i) => {
      const value = values.values[0]?.[i] ?? null;
      if (value !== null) byPcode.set(pcode, value);
    });
    this.people = new Map([...this.people, [level, byPcode]]);
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    super.willUpdate(changed);
    if (changed.has('query') && this.hasUpdated) this.chosen = parsePresenceState(this.query);
    if (!this.state.unit) this.app.setTitle(this.say('presence.title', { country: this.name }));
    if (!this.version || (!this.columns && !this.overview)) return;
    if (this.overview) {
      const deepest = this.overview.policy?.deepestLevel ?? Infinity;
      this.stayAbove(deepest);
      void this.loadCounts(this.dataLevel);
      const { unit } = this.state;
      if (unit && unit.level <= deepest) void this.loadCounts(unit.level);
    }
    void this.loadLevels(this.dataLevel);
    void this.loadPeople(this.dataLevel);
  }

  protected override mapChanged(status: StageStatus): void {
    super.mapChanged(status);
    this.requestUpdate();
  }

  /** Everything counted for the present choice, made once. null while it is on its way. */
  get tally(): Tally | null {
    const { columns, dataLevel: level, people } = this;
    const given = this.given(level);
    const above = this.ranges.map((range) => range.level).filter((each) => each <= level);
    const units = above.map((each) => this.units.get(each));
    const { paint } = this;
    const key = [columns, given, level, JSON.stringify(this.definition), paint, people.get(level), this.isDark, ...units];
    if (key.length === this.memo.key.length && key.every((part, i) => part === this.memo.key[i])) return this.memo.tally;
    // Another unit of counting counts nothing anew.
    const own = [columns, level, JSON.stringify({ ...this.definition, unit: null })];
    const counted = own.every((part, i) => part === this.memo.own[i]) ? (this.memo.tally?.count ?? null) : null;
    const ready = (columns || given) && units.length > 0 && units.every((each) => each !== undefined);
    const tally = ready
      ? createTally({
          columns,
          counted,
          given: given && { count: given, suppressed: given.suppressed },
          definition: this.definition,
          paint,
          level: level as AdminLevel,
          units: units.at(-1)!,
          ancestors: units.slice(0, -1).map((each) => each!),
          people: people.get(level) ?? new Map(),
          dark: this.isDark,
        })
      : null;
    this.memo = { key, own, tally };
    return tally;
  }

  protected override sharedData(): SharedData {
    const { tally, source } = this;
    if (!tally || !source) return super.sharedData();
    const data = { kind: 'presence', dataset: source.dataset, version: 'current' } as const;
    const { definition } = this;
    if (this.sharesClusters) {
      const { breaks } = classesOf('count', definition.unit, false);
      return {
        data: { ...data, definition: { ...definition, sectors: [] }, measure: { is: 'count' }, split: 'clusters' },
        classes: toClasses('integer', breaks),
        whole: true,
      };
    }
    return { data: { ...data, definition, measure: this.measure(tally), split: 'none' }, classes: toClasses('integer', tally.painting.breaks) };
  }

  /** What is painted, as a saved map holds it: with the population or the period that it is set against. */
  private measure({ paint, before }: Tally): PresenceMapData['measure'] {
    if (paint === 'ratio') return { is: 'ratio', population: { dataset: this.populationId, version: 'current' } };
    return paint === 'change' && before ? { is: 'change', ...before } : { is: 'count' };
  }

  /** A map of a sensitive dataset goes no deeper than its counts. */
  protected override toSpec(version: string): MapSpec {
    const spec = super.toSpec(version);
    const level = Math.min(spec.boundary.level, this.overview?.policy?.deepestLevel ?? Infinity) as AdminLevel;
    return level === spec.boundary.level ? spec : { ...spec, boundary: { ...spec.boundary, level } };
  }

  protected override pin(spec: MapSpec): MapSpec {
    if (spec.data.kind !== 'presence') return spec;
    const { measure } = spec.data;
    const population = { dataset: this.populationId, version: this.peopleVersion! };
    return { ...spec, data: { ...spec.data, version: this.source!.version, measure: measure.is === 'ratio' ? { ...measure, population } : measure } };
  }

  /** The small maps of the clusters in place of the map. */
  async shareClusters(): Promise<void> {
    this.sharesClusters = true;
    await super.share().finally(() => (this.sharesClusters = false));
  }

  /** Without a period or a population there is nothing painted to share; the panel says what is missing, and so does this. */
  override async share(): Promise<void> {
    const { tally, app } = this;
    if (tally?.paint === 'change' && !tally.before) return app.toast(this.say('presence.change.needs-period'));
    if (tally?.paint === 'ratio' && !this.people.get(tally.level)?.size) return app.toast(this.say('presence.ratio.needs-population'));
    return super.share();
  }

  /** Today's map of today's counts, for its files. */
  get pinnedSpec(): MapSpec {
    return this.pin(this.toSpec(this.version!.version));
  }

  protected override get painting(): Painting | null {
    // While the server counts, the map keeps its colours.
    return (this.painted = this.tally?.painting ?? (this.isSensitive ? this.painted : null));
  }

  set(patch: Partial<PresenceState>, push = false): void {
    this.chosen = { ...this.chosen, ...patch };
    this.app.setQuery(formatPresenceState(this.chosen, new URLSearchParams(location.search)), push);
  }

  define(patch: Partial<CountDefinition>): void {
    this.set({ definition: { ...this.chosen.definition, ...patch } });
  }

  /** Opens one of the wide views over the map, or closes it. */
  async openPane(pane: Pane): Promise<void> {
    const isOpen = this.state.table && this.pane === pane;
    this.set({ pane });
    if (isOpen || !this.state.table) await this.toggleTable();
  }

  /** The wide view that is open, or opens next. */
  get pane(): Pane {
    const { pane } = this.chosen;
    return this.isSensitive && !SENSITIVE_PANES.includes(pane) ? 'table' : pane;
  }

  /** Wide views close by the same way as the table of the country page. */
  closePane(): void {
    void this.toggleTable();
  }

  showOrganisation(id: string | null): void {
    this.set({ org: id }, true);
    if (id !== null) this.snap = 'half';
    if (this.state.unit && id !== null) this.selectUnit(null, false);
  }

  protected override pointedLines(level: number, pcode: string): string[] {
    const { tally } = this;
    if (!tally || tally.level !== level) return [];
    const value = tally.painting.values.get(pcode);
    return [typeof value === 'number' ? valueText(this, value) : lookText(this, value ?? 'not-reported')];
  }

  protected override renderPanel(): TemplateResult {
    return this.state.unit ? renderPresenceUnit(this) : renderPresence(this);
  }

  protected override renderTable(): TemplateResult {
    return html`<div class="country-table">${renderPane(this)}</div>`;
  }
}

customElements.define('presence-view', PresenceView);
