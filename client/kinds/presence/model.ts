/** Who does what where, on the map: one declared way of counting, painted, listed and crossed; the address holds all of it. */
import type { VersionAnswer } from '../../../server/contract/datasets/api.ts';
import type { AdminLevel, DatasetId, VersionTag } from '../../../server/contract/ids.ts';
import type { MapSpec } from '../../../server/contract/maps/map.ts';
import type { CountDefinition, PresenceColumns } from '../../../server/contract/presence/presence.ts';
import type { OverviewAnswer, SummaryAnswer } from '../../../server/contract/presence/api.ts';
import { ApiProblem } from '../../kit/api.ts';
import { ValuesModel, type Painting } from '../../country/values.ts';
import type { StageMap } from '../../map/stage.ts';
import type { UnitLook } from './count.ts';
import { factsOfColumns, factsOfOverview, type PresenceFacts } from './facts.ts';
import { definitionQuery } from './links.ts';
import { DEFINITION, formatPresenceState, parsePresenceState, PRESENCE_STATE, SENSITIVE_PANES, type Paint, type Pane, type PresenceState } from './state.ts';
import { createTally, type Tally } from './tally.ts';
import { isAbort } from '../../kit/view.ts';
import { BOUNDARIES, type SharedData } from '../../country/spec.ts';
import { lookText, valueText, type PresenceKey, type Spoken } from './words.ts';
import { pinPresence, toClusters, toPresence, type Sources } from './spec.ts';
import { POPULATION, PRESENCE, datasetOf } from '../../kit/kinds.ts';

export class PresenceModel extends ValuesModel<PresenceKey> implements Spoken {
  chosen: PresenceState = PRESENCE_STATE;
  columns: PresenceColumns | null = null;
  /** Of a sensitive dataset, which gives counts but no columns to count in: what it says of itself. */
  overview: OverviewAnswer | null = null;
  source: VersionAnswer | null = null;
  /** Population by level and P-code; an empty map where there is none. */
  people: ReadonlyMap<number, ReadonlyMap<string, number>> = new Map();
  dataError: unknown = null;
  /** The controls of the definition are open. */
  filtering = false;
  /** What the server counted of a sensitive dataset, by question. */
  private counted: ReadonlyMap<string, SummaryAnswer> = new Map();
  /** Version of the population. */
  private peopleVersion: VersionTag | null = null;
  private readonly peopleAsked = new Set<number>();
  private readonly asked = new Set<string>();
  private memo: { key: unknown[]; own: unknown[]; tally: Tally | null } = { key: [], own: [], tally: null };
  private factsMemo: { of: unknown; facts: PresenceFacts | null } = { of: null, facts: null };
  private painted: Painting | null = null;

  get title(): string {
    return this.say('presence.title', { country: this.country.name });
  }

  get datasetId(): string {
    return datasetOf(PRESENCE, this.country.id3);
  }

  private get populationId(): DatasetId {
    return datasetOf(POPULATION, this.country.id3);
  }

  protected override follow(): void {
    this.chosen = parsePresenceState(this.host.query);
  }

  protected override opened(): void {
    void this.loadData();
  }

  override hostUpdate(): void {
    super.hostUpdate();
    const { overview, deepest } = this;
    if (!this.country.version || (!this.columns && !overview)) return;
    if (overview) {
      this.country.stayAbove(deepest);
      void this.loadCounts(this.dataLevel);
      const { unit } = this.country.state;
      if (unit && unit.level <= deepest) void this.loadCounts(unit.level);
    }
    void this.loadLevels(this.dataLevel);
    void this.loadPeople(this.dataLevel);
  }

  async loadData(): Promise<void> {
    this.dataError = null;
    this.changed();
    const { signal } = this.aborts;
    const params = { id: this.datasetId };
    try {
      const [source, columns] = await Promise.all([
        this.app.api.getVersion(this.datasetId, 'current', signal),
        this.app.api.call('getPresenceColumns', { params, query: { version: 'current' }, signal }).catch((error: unknown) => {
          if (error instanceof ApiProblem && error.status === 403) return null;
          throw error;
        }),
      ]);
      if (!columns) this.overview = await this.app.api.call('getPresence', { params, query: { version: 'current' }, signal });
      this.asked.clear();
      this.source = source;
      this.columns = columns;
    } catch (error) {
      if (!isAbort(error)) this.dataError = error;
    }
    this.changed();
  }

  private failed(error: unknown): void {
    if (isAbort(error)) return;
    this.dataError = error;
    this.changed();
  }

  get isSensitive(): boolean {
    return this.overview !== null;
  }

  /** A sensitive dataset is counted down to a level, so the map goes no deeper. */
  private get deepest(): number {
    return this.overview?.policy?.deepestLevel ?? Infinity;
  }

  override get dataLevel(): number {
    return Math.min(super.dataLevel, this.deepest);
  }

  /** Of a sensitive dataset one way of counting is given, of all clusters or of one, whatever the address says. */
  get definition(): CountDefinition {
    const { definition } = this.chosen;
    return this.isSensitive ? { ...DEFINITION, sectors: definition.sectors.slice(0, 1) } : definition;
  }

  /** What colours the map; a change needs the counts of a period that nobody asked for. */
  get paint(): Paint {
    const { paint } = this.chosen;
    return this.isSensitive && paint === 'change' ? 'count' : paint;
  }

  /** The wide view that is open, or opens next. */
  get pane(): Pane {
    const { pane } = this.chosen;
    return this.isSensitive && !SENSITIVE_PANES.includes(pane) ? 'table' : pane;
  }

  /** What the filters offer. null while it is on its way. */
  get facts(): PresenceFacts | null {
    const of = this.columns ?? this.overview;
    if (this.factsMemo.of !== of)
      this.factsMemo = { of, facts: this.columns ? factsOfColumns(this.columns) : this.overview ? factsOfOverview(this.overview) : null };
    return this.factsMemo.facts;
  }

  private questionOf(level: number) {
    return { ...definitionQuery(this.definition), level, version: this.overview!.version };
  }

  /** What the server counts of a sensitive dataset at a level, by the present definition. null while it is on its way. */
  private given(level: number): SummaryAnswer | null {
    return (this.overview && this.counted.get(JSON.stringify(this.questionOf(level)))) ?? null;
  }

  private async loadCounts(level: number): Promise<void> {
    const query = this.questionOf(level);
    const question = JSON.stringify(query);
    if (this.asked.has(question)) return;
    this.asked.add(question);
    try {
      const answer = await this.app.api.call('getPresenceSummary', { params: { id: this.datasetId }, query, signal: this.aborts.signal });
      this.counted = new Map([...this.counted, [question, answer]]);
      this.changed();
    } catch (error) {
      this.failed(error);
    }
  }

  /** The number of a unit of a sensitive dataset, at whatever level the map is, or why there is none. */
  givenLook({ level, pcode }: { level: number; pcode: string }): UnitLook | undefined {
    const answer = this.given(level);
    if (!answer) return undefined;
    const own = Object.hasOwn(answer.byPcode, pcode) ? answer.byPcode[pcode] : undefined;
    if (own?.reason) return 'withheld';
    if (own && own.count === null) return 'no-data';
    return own?.count || (answer.reported.includes(pcode) ? 'zero' : 'not-reported');
  }

  private async loadLevels(level: number): Promise<void> {
    const levels = this.country.ranges.map((range) => range.level).filter((each) => each <= level);
    try {
      await Promise.all(levels.map((each) => this.loadUnits(each)));
    } catch (error) {
      this.failed(error);
    }
  }

  /** People by unit, where the country has a population of this level. Without it the columns that need it stay empty. */
  private async loadPeople(level: number): Promise<void> {
    if (this.peopleAsked.has(level)) return;
    this.peopleAsked.add(level);
    const params = { id: this.populationId, version: 'current' };
    const query = { level, sex: 't', age: 'all' } as const;
    const answer = await this.app.api.call('getPopulation', { params, query, signal: this.aborts.signal }).catch(() => null);
    if (answer) this.peopleVersion = answer.version;
    const values = answer?.levels[0];
    const byPcode = new Map<string, number>();
    values?.pcodes.forEach((pcode, i) => {
      const value = values.values[0]?.[i] ?? null;
      if (value !== null) byPcode.set(pcode, value);
    });
    this.people = new Map([...this.people, [level, byPcode]]);
    this.changed();
  }

  /** Everything counted for the present choice, made once. null while it is on its way. */
  get tally(): Tally | null {
    const { columns, dataLevel: level, people } = this;
    const given = this.given(level);
    const above = this.country.ranges.map((range) => range.level).filter((each) => each <= level);
    const units = above.map((each) => this.units.get(each));
    const { paint } = this;
    const key = [columns, given, level, JSON.stringify(this.definition), paint, people.get(level), this.isDark, ...units];
    if (key.length === this.memo.key.length && key.every((part, i) => part === this.memo.key[i])) return this.memo.tally;
    // Another unit of counting counts nothing anew.
    const own = [columns, level, JSON.stringify({ ...this.definition, unit: null })];
    const counted = own.every((part, i) => part === this.memo.own[i]) ? (this.memo.tally?.counted ?? null) : null;
    const ready = (columns || given) && units.length > 0 && units.every((each) => each !== undefined);
    const tally = ready
      ? createTally({
          columns,
          counted,
          given,
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

  get painting(): Painting | null {
    // While the server counts, the map keeps its colours.
    return (this.painted = this.tally?.painting ?? (this.isSensitive ? this.painted : null));
  }

  override lay(shown: StageMap): StageMap {
    const laid = super.lay(shown);
    return laid.level !== null && laid.level > this.deepest ? { ...laid, level: this.deepest } : laid;
  }

  linesOf(level: number, pcode: string): string[] {
    const { tally } = this;
    if (!tally || tally.level !== level) return [];
    const value = tally.painting.values.get(pcode);
    return [typeof value === 'number' ? valueText(this, value) : lookText(this, value ?? 'not-reported')];
  }

  set(patch: Partial<PresenceState>, push = false): void {
    this.chosen = { ...this.chosen, ...patch };
    this.app.setQuery(formatPresenceState(this.chosen, new URLSearchParams(location.search)), push);
    this.changed();
  }

  define(patch: Partial<CountDefinition>): void {
    this.set({ definition: { ...this.chosen.definition, ...patch } });
  }

  toggleFilters(): void {
    this.filtering = !this.filtering;
    this.changed();
  }

  /** Opens one of the wide views over the map, or closes it. */
  async openPane(pane: Pane): Promise<void> {
    const { country } = this;
    const isOpen = country.state.table && this.pane === pane;
    this.set({ pane });
    if (isOpen || !country.state.table) await country.toggleTable();
  }

  showOrganisation(id: string | null): void {
    this.set({ org: id }, true);
    if (id === null) return;
    this.country.setSnap('half');
    if (this.country.state.unit) this.country.selectUnit(null, false);
  }

  /** Without a period or a population there is nothing painted to share; the panel says what is missing, and so does this. */
  async share(): Promise<void> {
    const { tally, app } = this;
    if (tally?.paint === 'change' && !tally.before) return app.toast(this.say('presence.change.needs-period'));
    if (tally?.paint === 'ratio' && !this.people.get(tally.level)?.size) return app.toast(this.say('presence.ratio.needs-population'));
    return this.shareData(() => this.shared());
  }

  /** The small maps of the clusters in place of the map. */
  shareClusters(): Promise<void> {
    return this.shareData(() => (this.tally && this.source ? toClusters(this.sources, this.definition) : BOUNDARIES));
  }

  private shareData(shared: () => SharedData): Promise<void> {
    return this.country.share(
      (version) => this.toSpec(shared(), version),
      (spec) => this.pin(spec),
    );
  }

  /** Today's map of today's counts, for its files. */
  get pinnedSpec(): MapSpec {
    return this.pin(this.toSpec(this.shared(), this.country.version!.version));
  }

  private get sources(): Sources {
    return { dataset: this.source!.dataset, population: this.populationId };
  }

  private shared(): SharedData {
    return this.tally && this.source ? toPresence(this.sources, this.definition, this.tally) : BOUNDARIES;
  }

  /** A map of a sensitive dataset goes no deeper than its counts. */
  private toSpec(shared: SharedData, version: string): MapSpec {
    const spec = this.country.toSpec(shared, version);
    const level = Math.min(spec.boundary.level, this.deepest) as AdminLevel;
    return level === spec.boundary.level ? spec : { ...spec, boundary: { ...spec.boundary, level } };
  }

  private pin(spec: MapSpec): MapSpec {
    return this.source ? pinPresence(spec, this.source.version, this.peopleVersion) : spec;
  }
}
