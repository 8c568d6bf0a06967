/** Who does what where, on the map: one declared way of counting, painted, listed and crossed; the address holds all of it. */
import type { VersionAnswer } from '../../../server/contract/datasets/api.ts';
import type { AdminLevel, DatasetId, VersionTag } from '../../../server/contract/ids.ts';
import type { MapSpec } from '../../../server/contract/maps/map.ts';
import type { CountDefinition, PresenceColumns, ToldCarried } from '../../../server/contract/presence/presence.ts';
import type { OverviewAnswer } from '../../../server/contract/presence/api.ts';
import { ValuesModel, type Painting } from '../../country/values.ts';
import type { StageMap } from '../../map/stage.ts';
import { againstOf } from './measure/compare.ts';
import type { Look, UnitLook } from './count.ts';
import { factsOfColumns, factsOfOverview, type PresenceFacts } from './facts.ts';
import { DEFINITION, formatPresenceState, openPane, openSplit, parsePresenceState, PRESENCE_STATE, type Against, type PresenceState } from './state.ts';
import { createTold, type Told } from './told.ts';
import { createTally, heldFor, type Tally } from './tally.ts';
import { isAbort } from '../../kit/view.ts';
import { lineText, periodText, titleText, type PresenceKey, type Spoken } from './words.ts';
import { createSharing } from './sharing/sharing.ts';
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
  /** What the server counts of a sensitive dataset. */
  private told: Told | null = null;
  /** Columns of other versions, to be compared with, on the boundaries of these. */
  private others: ReadonlyMap<VersionTag, PresenceColumns> = new Map();
  private readonly othersAsked = new Set<VersionTag>();
  /** Version of the population. */
  peopleVersion: VersionTag | null = null;
  private populated: Promise<VersionAnswer | null> | null = null;
  private readonly peopleAsked = new Map<number, Promise<void>>();
  private memo: { key: unknown[]; own: unknown[]; tally: Tally | null } = { key: [], own: [], tally: null };
  private factsMemo: { of: unknown; facts: PresenceFacts | null } = { of: null, facts: null };
  private painted: Painting | null = null;
  readonly sharing = createSharing(this);

  get title(): string {
    return titleText(this);
  }

  get period(): string {
    return periodText(this);
  }

  get isCount(): boolean {
    return this.paint === 'count';
  }

  get datasetId(): string {
    return datasetOf(PRESENCE, this.country.id3);
  }

  get populationId(): DatasetId {
    return datasetOf(POPULATION, this.country.id3);
  }

  protected override follow(): void {
    const before = this.chosen.data;
    this.chosen = parsePresenceState(this.host.query);
    if (this.openedOnce && this.chosen.data !== before) void this.loadData();
  }

  private openedOnce = false;

  protected override opened(): void {
    this.openedOnce = true;
    void this.loadData();
  }

  override hostUpdate(): void {
    super.hostUpdate();
    const { told, deepest } = this;
    if (!this.country.version || (!this.columns && !told)) return;
    if (told) {
      this.country.stayAbove(deepest);
      void told.loadCount(this.dataLevel, this.definition);
      void told.loadCount(this.dataLevel, DEFINITION);
      const { unit } = this.country.state;
      if (unit && unit.level <= deepest) void told.loadCount(unit.level, this.definition);
      if (this.country.state.table && (this.pane === 'matrix' || this.pane === 'clusters')) this.needMatrix();
    }
    void this.loadLevels(this.dataLevel);
    void this.loadPeople(this.dataLevel);
    const other = this.paint === 'change' ? this.against?.version : null;
    if (other) void this.loadOther(other);
  }

  async loadData(): Promise<void> {
    this.dataError = null;
    this.changed();
    const { signal } = this.aborts;
    const params = { id: this.datasetId };
    try {
      const [source, { versions }] = await Promise.all([
        this.versionOf(this.datasetId, this.chosen.data).then((version) => this.app.api.getVersion(this.datasetId, version, signal)),
        this.app.api.getDataset(this.datasetId, signal),
      ]);
      const query = { version: source.version };
      // Who is not told the report of a version is not given its columns either.
      const isClosed = source.report === null;
      const { boundaries } = this;
      const [columns, overview] = await Promise.all([
        isClosed ? null : this.app.api.call('getPresenceColumns', { params, query: { ...query, ...boundaries }, signal }),
        isClosed ? this.app.api.call('getPresence', { params, query, signal }) : null,
      ]);
      this.others = new Map();
      this.othersAsked.clear();
      this.versions = versions.filter(({ publishedAt, status }) => publishedAt !== null && status !== 'withdrawn');
      this.source = source;
      this.overview = overview;
      this.told =
        overview &&
        createTold({
          api: this.app.api,
          dataset: this.datasetId,
          version: source.version,
          ...boundaries,
          signal,
          changed: () => this.changed(),
          failed: (error) => this.failed(error),
        });
      this.columns = columns;
    } catch (error) {
      if (!isAbort(error)) this.dataError = error;
    }
    this.changed();
  }

  /** The boundaries that the page shows: rows of a 3W placed on others are carried over to them. */
  get boundaries(): { boundaries?: VersionTag } {
    return this.country.version?.publishedAt ? { boundaries: this.country.version.version } : {};
  }

  /** The columns of another version, on the same boundaries. */
  private async loadOther(version: VersionTag): Promise<void> {
    if (this.othersAsked.has(version) || !this.columns) return;
    this.othersAsked.add(version);
    const query = { version, ...this.boundaries };
    try {
      const columns = await this.app.api.call('getPresenceColumns', { params: { id: this.datasetId }, query, signal: this.aborts.signal });
      this.others = new Map([...this.others, [version, columns]]);
      this.changed();
    } catch (error) {
      this.failed(error);
    }
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
  get deepest(): number {
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
  get paint(): PresenceState['paint'] {
    const { paint } = this.chosen;
    return paint === 'change' && !this.against ? 'count' : paint;
  }

  /** The other side of a change; null where nothing lies before. */
  get against(): Against | null {
    return this.isSensitive || !this.source ? null : againstOf(this.chosen, this.source, this.versions);
  }

  /** The columns that a change is against. null while they are on their way. */
  get otherColumns(): PresenceColumns | null {
    const { against } = this;
    return !against ? null : against.version === null ? this.columns : (this.others.get(against.version) ?? null);
  }

  /** What became of rows on the way to the boundaries of the page. */
  get carried(): ToldCarried[] {
    const told = this.told?.count(this.dataLevel, this.definition);
    const other = this.paint === 'change' && this.against?.version ? this.otherColumns : null;
    return [told?.carried ?? this.columns?.carried ?? [], other?.carried ?? []].flat();
  }

  /** The wide view that a saved map is of, while it is open. */
  get split(): PresenceState['split'] {
    return this.country.state.table ? openSplit(this.chosen, this.pane) : 'none';
  }

  /** The wide view that is open, or opens next. */
  get pane() {
    return openPane(this.chosen, this.isSensitive);
  }

  /** What the filters offer. null while it is on its way. */
  get facts(): PresenceFacts | null {
    const of = this.columns ?? this.overview;
    if (this.factsMemo.of !== of)
      this.factsMemo = { of, facts: this.columns ? factsOfColumns(this.columns) : this.overview ? factsOfOverview(this.overview) : null };
    return this.factsMemo.facts;
  }

  /** What a cell without a number of its own is: of a sensitive dataset one that is not given. */
  get unknownLook(): Look {
    return this.isSensitive ? 'withheld' : 'no-data';
  }

  /** The number of a unit of a sensitive dataset, at whatever level the map is, or why there is none. */
  givenLook({ level, pcode }: { level: number; pcode: string }): UnitLook | undefined {
    const answer = this.told?.count(level, this.definition);
    if (!answer) return undefined;
    const own = Object.hasOwn(answer.byPcode, pcode) ? answer.byPcode[pcode] : undefined;
    if (own?.reason) return 'withheld';
    if (own && own.count === null) return 'no-data';
    return own?.count || (answer.reported.includes(pcode) ? 'zero' : 'not-reported');
  }

  needMatrix(): void {
    void this.told?.loadMatrix(this.dataLevel);
  }

  private async loadLevels(level: number): Promise<void> {
    const levels = this.country.ranges.map((range) => range.level).filter((each) => each <= level);
    try {
      await Promise.all(levels.map((each) => this.loadUnits(each)));
    } catch (error) {
      this.failed(error);
    }
  }

  /** People by unit, asked for once; there once it resolves, where the country has a population of this level. Else the columns that need it stay empty. */
  loadPeople(level: number): Promise<void> {
    if (!this.peopleAsked.has(level)) this.peopleAsked.set(level, this.findPeople(level));
    return this.peopleAsked.get(level)!;
  }

  private async findPeople(level: number): Promise<void> {
    const { signal } = this.aborts;
    // Asked for only where it is there: a question that must fail stands in the console of the browser as an error.
    this.populated ??= this.findPopulation().catch(() => null);
    const population = await this.populated;
    const params = { id: this.populationId, version: population?.version ?? 'current' };
    const query = { level, sex: 't', age: 'all' } as const;
    const isThere = population?.levels.some((entry) => entry.level === level);
    const answer = isThere ? await this.app.api.call('getPopulation', { params, query, signal }).catch(() => null) : null;
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

  private async findPopulation(): Promise<VersionAnswer | null> {
    const { signal } = this.aborts;
    const { datasets } = await this.app.api.getDatasets(signal);
    const isThere = datasets.some(({ id, current }) => id === this.populationId && current !== null);
    return isThere ? this.app.api.getVersion(this.populationId, await this.versionOf(this.populationId, this.chosen.people), signal) : null;
  }

  /** Everything counted for the present choice, made once. null while it is on its way. */
  get tally(): Tally | null {
    const { columns, dataLevel: level, people } = this;
    const given = this.told?.count(level, this.definition) ?? null;
    const above = this.country.ranges.map((range) => range.level).filter((each) => each <= level);
    const units = above.map((each) => this.units.get(each));
    const { paint, against, otherColumns } = this;
    const { method, classes, breaks, changed } = this.chosen;
    const held = heldFor(this.chosen, this.split, level);
    const givenWhole = this.told?.count(level, DEFINITION) ?? null;
    const givenMatrix = this.told?.matrix(level) ?? null;
    const side = paint === 'change' ? [JSON.stringify(against), otherColumns, changed] : [];
    const chosen = JSON.stringify([this.definition, method, classes, breaks, held]);
    const key = [columns, given, givenWhole, givenMatrix, level, chosen, paint, people.get(level), this.isDark, ...side, ...units];
    if (key.length === this.memo.key.length && key.every((part, i) => part === this.memo.key[i])) return this.memo.tally;
    // Another unit of counting counts nothing anew.
    const own = [columns, level, JSON.stringify({ ...this.definition, unit: null })];
    const counted = own.every((part, i) => part === this.memo.own[i]) ? (this.memo.tally?.counted ?? null) : null;
    const isCompared = paint !== 'change' || otherColumns !== null;
    const ready = isCompared && (columns || (given && givenWhole)) && units.length > 0 && units.every((each) => each !== undefined);
    const tally = ready
      ? createTally({
          columns,
          counted,
          given,
          givenWhole,
          givenMatrix,
          definition: this.definition,
          paint,
          changed,
          classing: { method, classes, breaks },
          held,
          against: against && otherColumns && paint === 'change' ? { ...against, columns: otherColumns } : null,
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
    return [lineText(this, tally, pcode)];
  }

  /** Classes of a saved map hold while the same is counted: filters and periods may change. */
  set(patch: Partial<PresenceState>, push = false): void {
    const isOther = ['method', 'classes', 'breaks', 'paint', 'changed'].some((name) => name in patch);
    this.chosen = { ...this.chosen, ...(isOther ? { held: null } : {}), ...patch };
    this.app.setQuery(formatPresenceState(this.chosen, new URLSearchParams(location.search)), push);
    this.changed();
  }

  /** Another version of the 3W. */
  choose(data: VersionTag | null): void {
    this.columns = this.overview = this.told = null;
    this.set({ data, against: null }, true);
    void this.loadData();
  }

  define(patch: Partial<CountDefinition>): void {
    const held = 'unit' in patch || 'role' in patch ? null : this.chosen.held;
    this.set({ definition: { ...this.chosen.definition, ...patch }, held });
  }

  toggleFilters(): void {
    this.filtering = !this.filtering;
    this.changed();
  }

  /** Opens one of the wide views over the map, or closes it. */
  async openPane(pane: PresenceState['pane']): Promise<void> {
    const { country } = this;
    const isOpen = country.state.table && this.pane === pane;
    this.set({ pane, split: 'none' });
    if (isOpen || !country.state.table) await country.toggleTable();
  }

  showOrganisation(id: string | null): void {
    this.set({ org: id }, true);
    if (id === null) return;
    this.country.setSnap('half');
    if (this.country.state.unit) this.country.selectUnit(null, false);
  }

  protected openShare(): Promise<void> {
    return this.sharing.share();
  }

  toSpec = (): MapSpec => this.sharing.pinnedSpec();

  protected printOf(value: number | string | undefined): string {
    const { format } = this.app;
    if (value === 'zero') return this.tally?.needsPeople ? '' : format.number(0);
    if (typeof value !== 'number') return '';
    const text = format.number(Math.round(value));
    return this.paint === 'change' && value > 0 ? `+${text}` : text;
  }
}
