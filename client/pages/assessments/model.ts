/** The assessments of a country; the address holds what is looked at. */
import type { AssessmentAnswer, ListAnswer } from '../../../server/contract/assessments/routes.ts';
import type { Assessment } from '../../../server/contract/assessments/assessments.ts';
import type { CoverageAnswer, GapsAnswer, MatrixAnswer } from '../../../server/contract/assessments/coverage.ts';
import type { StructureAnswer } from '../../../server/contract/groups/groups.ts';
import type { TileJson, UnitAnswer } from '../../../server/contract/datasets/api.ts';
import { toAddress, type RouteName } from '../../../server/contract/paths.ts';
import type { Host } from '../../kit/model.ts';
import { createUnits, type Units } from '../../kit/units.ts';
import { ScopeModel } from '../../kit/workgroup/model.ts';
import { nameOf } from '../../kit/workgroup/names.ts';
import { Part } from '../../kit/workgroup/part.ts';
import { datasetOf, BOUNDARIES } from '../../kit/kinds.ts';
import { formatState, parseState, toQuery, type AssessmentsState } from './state.ts';
import type { AssessmentKey } from './words.ts';

/** What only the page can do. */
export interface AssessmentsHost extends Host<AssessmentKey> {
  /** Brings what was opened into view. */
  show(selector: string): void;
}

export class AssessmentsModel extends ScopeModel<AssessmentKey, AssessmentsHost> {
  readonly answer = new Part<ListAnswer>(() => this.changed());
  readonly opened = new Part<AssessmentAnswer>(() => this.changed());
  readonly coverage = new Part<CoverageAnswer>(() => this.changed());
  readonly matrix = new Part<MatrixAnswer>(() => this.changed());
  readonly gaps = new Part<GapsAnswer>(() => this.changed());
  state: AssessmentsState = parseState(new URLSearchParams());
  structure: StructureAnswer | null = null;
  /** Records that are not told yet, as far as they are the reader's to see. */
  waiting: Assessment[] = [];
  /** Of the boundaries that places are shown on; null while they are not there, or none are published. */
  tilejson: TileJson | null = null;
  units: Units | null = null;
  /** Units of the first level, to look at one of them only. */
  regions: UnitAnswer[] = [];
  region: UnitAnswer | null = null;
  /** Rows of the matrix that are drawn. */
  rows = 60;
  /** What is said of the cell of the matrix that the reader is at. */
  pointed: string | null = null;
  /** What `coverage`, `matrix` and `gaps` were asked last, so that nothing is asked twice. */
  private readonly asked = new Map<string, string>();

  override hostConnected(): void {
    super.hostConnected();
    this.state = parseState(this.host.query);
    void this.load((this.host.data as Promise<ListAnswer> | undefined) ?? this.fetch());
    void this.loadStructure();
    void this.loadEntry();
  }

  protected override follow(): void {
    const before = this.state;
    this.state = parseState(this.host.query);
    this.moved(before);
  }

  private moved(before: AssessmentsState): void {
    if (JSON.stringify(toQuery(before)) !== JSON.stringify(toQuery(this.state))) void this.load();
    else this.loadView();
    if (before.entry !== this.state.entry) void this.loadEntry();
    this.changed();
  }

  /** @param push a step that going back undoes */
  change(patch: Partial<AssessmentsState>, push = false): void {
    const before = this.state;
    this.state = { ...before, ...patch };
    this.app.setQuery(formatState(this.state, new URLSearchParams(location.search)), push);
    this.moved(before);
  }

  hrefOf(patch: Partial<AssessmentsState>): string {
    return `?${formatState({ ...this.state, ...patch }, new URLSearchParams(location.search)).toString()}`;
  }

  /** Follows a link within the page; a click that asks for another tab is left alone. */
  follows(event: MouseEvent, patch: Partial<AssessmentsState>, show: string | null = null): void {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    this.change(patch, true);
    if (show !== null) this.host.show(show);
  }

  /** The dataset whose units places are. */
  get boundaries(): string {
    return datasetOf(BOUNDARIES, this.scope);
  }

  private get params() {
    return { scope: this.scope };
  }

  private fetch(): Promise<ListAnswer> {
    const query = { ...toQuery(this.state), lang: this.app.language } as never;
    return this.app.api.call('listAssessments', { params: this.params, query, signal: this.aborts.signal });
  }

  async load(answer: Promise<ListAnswer> = this.fetch()): Promise<void> {
    await this.answer.load(answer);
    if (!this.answer.value) return;
    void this.loadBoundaries();
    void this.loadWaiting();
    this.loadView();
  }

  /** After a change. */
  async reload(): Promise<void> {
    this.asked.clear();
    await Promise.all([this.load(), this.loadEntry()]);
  }

  private async loadStructure(): Promise<void> {
    this.structure = await this.app.api
      .call('getStructure', { params: this.params, query: { lang: this.app.language }, signal: this.aborts.signal })
      .catch(() => null);
    this.changed();
  }

  private async loadWaiting(): Promise<void> {
    if (!this.answer.value?.may.enter) return;
    const of = async (state: 'submitted' | 'draft') => {
      const query = { state, lang: this.app.language } as never;
      return (await this.app.api.call('listAssessments', { params: this.params, query, signal: this.aborts.signal })).assessments;
    };
    this.waiting = (await Promise.all([of('submitted'), of('draft')]).catch(() => [])).flat();
    this.changed();
  }

  private async loadBoundaries(): Promise<void> {
    const version = this.answer.value?.version;
    if (!version || this.tilejson) return;
    const dataset = datasetOf(BOUNDARIES, this.scope);
    const { api } = this.app;
    this.units ??= createUnits({ api, version: { dataset: dataset as never, version }, signal: this.aborts.signal, changed: () => this.changed() });
    // The map does not wait for the names of regions.
    void api.getUnits(dataset, version, { level: 1, limit: 500 }, this.aborts.signal).then(
      ({ units }) => {
        this.regions = units;
        this.changed();
      },
      () => undefined,
    );
    this.tilejson = await api.getTileJson(toAddress('getTilejson', { dataset, version }), this.aborts.signal).catch(() => null);
    this.changed();
  }

  private async loadEntry(): Promise<void> {
    const { entry } = this.state;
    this.opened.value = null;
    if (entry === null) return;
    const { language: lang } = this.app;
    await this.opened.load(this.app.api.call('getAssessment', { params: { ...this.params, assessment: entry }, query: { lang }, signal: this.aborts.signal }));
  }

  /** Admin level of the units that are shown: the second where there is one. */
  get level(): number {
    const levels = this.answer.value?.levels ?? [];
    const { level } = this.state;
    return level !== null && levels.includes(level as never) ? level : levels.includes(2 as never) ? 2 : (levels.at(-1) ?? 1);
  }

  /** What the view that is open needs and has not asked for yet. */
  private loadView(): void {
    const { tab, since, months } = this.state;
    if (!this.answer.value || tab === 'list') return;
    const query = { ...toQuery(this.state), level: this.level, months, ...(tab === 'gaps' && since !== null ? { since } : {}) };
    const key = JSON.stringify(query);
    if (this.asked.get(tab) === key) return;
    this.asked.set(tab, key);
    const { api } = this.app;
    const said = { params: this.params, query: query as never, signal: this.aborts.signal };
    if (tab === 'map') void this.coverage.load(api.call('getAssessmentCoverage', said));
    else if (tab === 'matrix') void this.matrix.load(api.call('getAssessmentMatrix', said));
    else void this.gaps.load(api.call('getAssessmentGaps', said));
  }

  /** Looks at one region only, so that small districts can be seen and hit. */
  look(pcode: string | null): void {
    this.region = this.regions.find((each) => each.pcode === pcode) ?? null;
    this.changed();
  }

  showRows(rows: number): void {
    this.rows = rows;
    this.changed();
  }

  tell(text: string): void {
    this.pointed = text;
    this.changed();
  }

  groupName(id: string): string {
    const group = this.structure?.groups.find((each) => each.id === id);
    return group ? (group.acronym ?? nameOf(group, this.app.language)) : id;
  }

  /** A unit in the reader's language; the code where it has no name. */
  unitName(pcode: string, level: number | null, given = ''): string {
    void this.units?.ask([pcode]);
    return this.units?.nameOf(pcode, level, this.app.language) || given || pcode;
  }

  /** Of a list, in the reader's language: the first ones by name, the rest as a number. */
  unitNames(units: readonly { pcode: string; level: number }[], most = 3): string[] {
    const named = units.slice(0, most).map(({ pcode, level }) => this.unitName(pcode, level));
    return units.length > most ? [...named, this.t('assess.units.more', { count: units.length - most })] : named;
  }

  /** Of the records that are shown. */
  find(id: string): Assessment | null {
    return this.answer.value?.assessments.find((each) => each.id === id) ?? this.waiting.find((each) => each.id === id) ?? null;
  }

  /** Whether the reader keeps records of others. */
  get keeps(): boolean {
    const may = this.answer.value?.may;
    return may !== undefined && (may.all || may.record.length > 0);
  }

  /** That are set, as the routes take them. */
  get filters(): Record<string, string> {
    return toQuery(this.state);
  }

  fileAddress(name: RouteName): string {
    const hasLevel = name === 'getAssessmentsGeojson' || name === 'getAssessmentForm';
    const filters = name === 'getAssessmentForm' ? {} : toQuery(this.state);
    return toAddress(name, this.params, { ...filters, lang: this.app.language, ...(hasLevel ? { level: this.level } : {}) });
  }

  async confirm(id: string): Promise<void> {
    const { language: lang } = this.app;
    await this.told(() => this.app.api.call('confirmAssessment', { params: { ...this.params, assessment: id }, query: { lang } }), 'assess.waiting.confirmed');
  }

  async answerQuestion(id: string, question: string, answer: string): Promise<void> {
    const { language: lang } = this.app;
    await this.told(() => this.app.api.call('answerAssessment', { params: { ...this.params, assessment: id }, query: { lang }, body: { question, answer } }));
  }

  async remove(id: string): Promise<void> {
    await this.told(() => this.app.api.call('deleteAssessment', { params: { ...this.params, assessment: id } }));
    this.change({ entry: null });
  }

  /** Where a file that is kept with an artifact is saved from. */
  keptAddress(assessment: string, file: string): string {
    return toAddress('getAssessmentFile', { ...this.params, assessment, file });
  }

  async keepFile(assessment: string, artifact: number, file: File | undefined): Promise<void> {
    if (!file) return;
    const form = new FormData();
    form.set('file', file);
    const query = { artifact, lang: this.app.language };
    await this.told(() => this.app.api.send('keepAssessmentFile', { params: { ...this.params, assessment }, query, form }));
  }

  async dropFile(assessment: string, file: string): Promise<void> {
    await this.told(() => this.app.api.call('dropAssessmentFile', { params: { ...this.params, assessment, file } }));
  }

  async decide(a: string, b: string, is: 'duplicate' | 'distinct'): Promise<void> {
    await this.told(() => this.app.api.call('decideAssessmentPair', { params: this.params, body: { a, b, is } }));
  }

  /** Does it, says so, and shows what is now; a refusal is said too. */
  private async told(does: () => Promise<unknown>, done: AssessmentKey | null = null): Promise<void> {
    try {
      await does();
      if (done) this.app.toast(this.t(done));
    } catch (error) {
      this.app.toast(error instanceof Error && 'problem' in error ? error.message : this.t('state.failed.detail'));
    }
    await this.reload();
  }
}
