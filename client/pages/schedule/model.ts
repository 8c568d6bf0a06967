/** The data schedule of a country; the address holds what is looked at. */
import type { Fetch, Source, SourcesAnswer } from '../../../server/contract/harvest/harvest.ts';
import type { Entry, EntryAnswer, NewEntry, ProposedEntry, ScheduleAnswer } from '../../../server/contract/schedule/schedule.ts';
import { toAddress } from '../../../server/contract/paths.ts';
import type { Host } from '../../kit/model.ts';
import { ScopeModel } from '../../kit/workgroup/model.ts';
import { shortOf } from '../../kit/workgroup/names.ts';
import { Part } from '../../kit/workgroup/part.ts';
import type { Change } from './edit/change.ts';
import type { SourceAction } from './sources/action.ts';
import { formatState, isShown, parseState, type ScheduleState } from './state.ts';
import type { ScheduleKey } from './words.ts';

/** What only the page can do. */
export interface ScheduleHost extends Host<ScheduleKey> {
  openChange(change: Change): void;
  openSource(action: SourceAction): void;
  /** Brings the entry that is open into view. */
  showEntry(): void;
}

/** How often a source is looked at while it is fetched. */
const LOOKS = 60;
const LOOK_MS = 2000;

export class ScheduleModel extends ScopeModel<ScheduleKey, ScheduleHost> {
  readonly answer = new Part<ScheduleAnswer>(() => this.changed());
  readonly opened = new Part<EntryAnswer>(() => this.changed());
  readonly sources = new Part<SourcesAnswer>(() => this.changed());
  /** Of sources whose list was opened. */
  readonly fetches = new Map<string, Fetch[]>();
  state: ScheduleState = parseState(new URLSearchParams());
  /** Rows of the proposal that are to be added, by series. */
  chosen = new Set<string>();

  override hostConnected(): void {
    super.hostConnected();
    this.state = parseState(this.host.query);
    void this.load((this.host.data as Promise<ScheduleAnswer> | undefined) ?? this.fetch());
    void this.loadEntry();
  }

  protected override follow(): void {
    const { entry } = this.state;
    this.state = parseState(this.host.query);
    if (this.state.entry !== entry) void this.loadEntry();
    this.changed();
  }

  private fetch(): Promise<ScheduleAnswer> {
    return this.app.api.call('getSchedule', { params: { scope: this.scope }, signal: this.aborts.signal });
  }

  async load(answer: Promise<ScheduleAnswer> = this.fetch()): Promise<void> {
    await this.answer.load(answer);
    void this.loadSources();
    // What this server has is there already; the rest somebody chooses.
    const proposal = this.answer.value?.proposal;
    if (proposal) this.chosen = new Set(proposal.filter(({ dataset }) => dataset !== null).map(({ series }) => series));
    this.changed();
  }

  private async loadEntry(): Promise<void> {
    const { entry } = this.state;
    this.opened.value = null;
    if (entry === null) return;
    await this.opened.load(this.app.api.call('getScheduleEntry', { params: { scope: this.scope, entry }, signal: this.aborts.signal }));
  }

  /** Nobody but members keeps any. */
  private async loadSources(): Promise<void> {
    if (!this.answer.value?.may.see) return;
    await this.sources.load(this.app.api.call('listSources', { params: { scope: this.scope }, signal: this.aborts.signal }));
  }

  async loadFetches(source: string): Promise<void> {
    const { fetches } = await this.app.api.call('getSource', { params: { scope: this.scope, source }, signal: this.aborts.signal });
    this.fetches.set(source, fetches);
    this.changed();
  }

  /** Looks again until it has been fetched. */
  async runSource({ id }: Source): Promise<void> {
    await this.app.api.call('runSource', { params: { scope: this.scope, source: id } });
    this.app.toast(this.host.t('sources.told'));
    for (let turn = 0; turn < LOOKS; turn++) {
      await this.loadSources();
      if (this.fetches.has(id)) await this.loadFetches(id);
      const source = this.sources.value?.sources.find((each) => each.id === id);
      if (!source || !(source.running || source.last?.state === 'accepted')) break;
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
      if (this.aborts.signal.aborted) return;
    }
    await this.load();
  }

  async pauseSource({ id, paused }: Source): Promise<void> {
    await this.app.api.call('changeSource', { params: { scope: this.scope, source: id }, body: { paused: !paused } });
    await this.loadSources();
  }

  /** After a change. */
  async reload(): Promise<void> {
    await Promise.all([this.load(), this.loadEntry()]);
  }

  /** @param push a step that going back undoes */
  change(patch: Partial<ScheduleState>, push = false): void {
    const isOther = patch.entry !== undefined && patch.entry !== this.state.entry;
    this.state = { ...this.state, ...patch };
    this.app.setQuery(formatState(this.state, new URLSearchParams(location.search)), push);
    this.changed();
    if (isOther) void this.loadEntry();
  }

  /** The address of this page with an entry open. */
  hrefOf(entry: string): string {
    return `?${formatState({ ...this.state, entry }, new URLSearchParams(location.search)).toString()}`;
  }

  /** Opens an entry on this page; a click that asks for another tab is left alone. */
  open(event: MouseEvent, entry: string): void {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    this.change({ entry }, true);
    this.host.showEntry();
  }

  get shown(): Entry[] {
    return (this.answer.value?.entries ?? []).filter((entry) => isShown(this.state, entry));
  }

  get isFiltered(): boolean {
    return this.state.custodian !== null || this.state.state !== null;
  }

  groupName(id: string): string {
    const group = this.answer.value?.groups.find((each) => each.id === id);
    return group ? shortOf(group, this.app.language) : id;
  }

  organisationName(id: string): string {
    return this.answer.value?.organisations.find((each) => each.id === id)?.name ?? id;
  }

  /** The group, then the organisation; '' where it is nobody. */
  custodianOf({ group, organisation }: Pick<Entry, 'group' | 'organisation'>): string {
    return [group && this.groupName(group), organisation && this.organisationName(organisation)].filter(Boolean).join(', ');
  }

  fileAddress(name: 'getScheduleCalendar' | 'getScheduleCsv'): string {
    return toAddress(name, { scope: this.scope }, { lang: this.app.language });
  }

  choose(series: string, isChosen: boolean): void {
    if (isChosen) this.chosen.add(series);
    else this.chosen.delete(series);
    this.changed();
  }

  /** Adds what is chosen of the proposal. @throws ApiProblem */
  async addChosen(): Promise<void> {
    const rows = (this.answer.value?.proposal ?? []).filter(({ series }) => this.chosen.has(series));
    await this.app.api.call('createScheduleEntries', { params: { scope: this.scope }, body: { entries: rows.map(toEntry) } });
    await this.load();
  }
}

const toEntry = ({ series, dataset, group, frequency }: ProposedEntry): Pick<NewEntry, 'series' | 'dataset' | 'group' | 'frequency'> => ({
  series,
  dataset,
  group,
  frequency,
});
