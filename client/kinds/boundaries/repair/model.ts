/** A repair in progress: what was planned, decided and proved, and what a person does about it. */
import type { ListedOperation, ListedText, RepairState } from '../../../../server/contract/boundaries/repairRoutes.ts';
import type { JobStatus } from '../../../../server/contract/datasets/dataset.ts';
import type { VersionAnswer } from '../../../../server/contract/datasets/api.ts';
import type commonMessages from '../../../../server/words/en/interface/common.ts';
import type draftMessages from '../../../../server/words/en/interface/draft.ts';
import type repairMessages from '../../../../server/words/en/interface/repairs.ts';
import type { Translate } from '../../../i18n/translate.ts';
import { ApiProblem } from '../../../kit/api.ts';
import type { DraftPage } from '../../../kit/draft.ts';
import { followToEnd } from '../../../kit/jobs.ts';
import { isAbort } from '../../../kit/view.ts';
import { createDecisions, type Decisions } from './decisions.ts';
import { OutlineChoice } from './outline.ts';
import { emptyList, givenBy, nextOffset, stepFrom, withPage, withRow, type Action, type RepairList, type Shown } from './list.ts';

export type RepairWords = Translate<keyof typeof repairMessages | keyof typeof draftMessages | keyof typeof commonMessages>;
export type Part = 'operations' | 'texts' | 'units';

/** Operations of one request. */
const PAGE = 200;

export interface Texts {
  rules: { rule: ListedText['rule']; text: string; count: number; bulk: number }[];
  /** Those that were asked for, by rule. */
  byRule: ReadonlyMap<string, { texts: readonly ListedText[]; total: number }>;
}

export class RepairModel {
  readonly page: DraftPage;
  state: RepairState | null = null;
  list: RepairList = emptyList('waiting');
  texts: Texts = { rules: [], byRule: new Map() };
  /** Id of the operation that is looked at. */
  selected: string | null = null;
  part: Part = 'operations';
  /** What the slider says, in metres. */
  widthM = 50;
  /** What units are led to. */
  readonly outline = new OutlineChoice();
  /** Up to which width operations are accepted together, in metres. */
  bulkM = 1;
  /** Words of a name or code that the list is narrowed to. */
  words = '';
  /** Under way, and what it is for. */
  job: JobStatus | null = null;
  running: 'send' | 'plan' | 'proof' | 'apply' | null = null;
  error: unknown = null;
  /** For readers of the screen: what was done last. */
  said = '';
  /** On a phone list and map are seen in turn. */
  turn: 'list' | 'map' = 'list';
  /** Where the border between before and after is, as a share of the map from the side where reading begins; null: both lie on each other. */
  swipe: number | null = null;
  readonly decisions: Decisions;
  private version: VersionAnswer | null = null;
  private reading: Promise<void> | null = null;

  constructor(page: DraftPage) {
    this.page = page;
    this.decisions = createDecisions(this);
  }

  get t(): RepairWords {
    return this.page.t as never;
  }

  get params() {
    return { id: this.version!.dataset, version: this.version!.version };
  }

  get mayDecide(): boolean {
    return this.page.may('upload.create');
  }

  get isPublished(): boolean {
    return this.version?.status !== 'draft';
  }

  get current(): ListedOperation | null {
    return this.list.rows.find(({ id }) => id === this.selected) ?? null;
  }

  changed(): void {
    this.page.changed();
  }

  /** The version was read anew: so is its repair. */
  async load(version: VersionAnswer): Promise<void> {
    this.version = version;
    await this.attempt(async () => {
      await this.loadState();
      if (this.state!.plan) this.widthM = this.state!.plan.options.widthM;
      this.outline.keep(this.state!.outline);
      await Promise.all([this.loadList(this.list.shown), this.loadTexts()]);
    });
    const { job } = this.state ?? {};
    if (job) await this.follow(job.id, job.for);
  }

  async loadState(): Promise<void> {
    const { app, signal } = this.page;
    this.state = await app.api.call('getRepair', { params: this.params, query: { lang: app.language }, signal });
    this.changed();
  }

  /** The list anew, from its beginning; what is looked at stays so where it is still there. */
  async loadList(shown: Shown, words = this.words): Promise<void> {
    this.words = words;
    this.list = emptyList(shown);
    this.reading = null;
    if (this.state?.plan) await this.readMore();
    if (!this.current) this.select(stepFrom(this.list, null, 0));
    this.changed();
  }

  /** Reads on until the row at this place is there. */
  async reach(at: number): Promise<void> {
    while (this.list.rows.length <= at && this.list.rows.length < this.list.total)
      await (this.reading ??= this.readMore().finally(() => (this.reading = null)));
  }

  private async readMore(): Promise<void> {
    const { app, signal } = this.page;
    const { list, words } = this;
    const query = { lang: app.language, offset: nextOffset(list), limit: PAGE, state: list.shown, ...(words ? { q: words } : {}) };
    const page = await app.api.call('listRepairs', { params: this.params, query, signal });
    // Another list was asked for meanwhile, or decisions changed this one.
    if (this.list.shown !== list.shown || this.words !== words) return;
    this.list = withPage(this.list, page);
    this.changed();
  }

  /** The row as the server words it: a turned operation has another sentence. */
  async refreshRow(id: string): Promise<void> {
    const { app, signal } = this.page;
    const { operations } = await app.api.call('listRepairs', { params: this.params, query: { lang: app.language, at: id, limit: 1 }, signal });
    const row = operations.find((each) => each.id === id);
    if (row) this.list = withRow(this.list, row);
    this.changed();
  }

  async loadTexts(rule: ListedText['rule'] | null = null): Promise<void> {
    const { app, signal } = this.page;
    if (!this.state?.plan) return;
    const before = rule === null ? undefined : this.texts.byRule.get(rule);
    const query = { lang: app.language, limit: rule === null ? 1 : PAGE, offset: before?.texts.length ?? 0, ...(rule === null ? {} : { rule }) };
    const { rules, texts, total } = await app.api.call('listTextRepairs', { params: this.params, query, signal });
    const byRule = new Map(this.texts.byRule);
    if (rule !== null) byRule.set(rule, { texts: [...(before?.texts ?? []), ...texts], total });
    this.texts = { rules, byRule };
    this.changed();
  }

  /** Texts of the lists that were decided so. */
  setTexts(changes: Readonly<Record<string, ListedText['decision']>>): void {
    const byRule = new Map(
      [...this.texts.byRule].map(([rule, { texts, total }]) => [
        rule,
        { total, texts: texts.map((text) => (text.id in changes ? { ...text, decision: changes[text.id]! } : text)) },
      ]),
    );
    this.texts = { ...this.texts, byRule };
  }

  showPart(part: Part): void {
    this.part = part;
    this.changed();
  }

  select(id: string | null): void {
    this.selected = id;
    const { current } = this;
    if (current) this.page.showPlace(current.bbox);
    this.changed();
  }

  setWidth(widthM: number): void {
    this.widthM = widthM;
    this.changed();
  }

  setBulk(bulkM: number): void {
    this.bulkM = bulkM;
    this.changed();
  }

  /** All that concerns a unit, decided or not. */
  showRepairsOf(key: string): Promise<void> {
    this.part = 'operations';
    this.selected = null;
    return this.attempt(async () => {
      await this.loadList('all', key.replace(/~\d+$/, ''));
      if (this.current) this.page.showPlace(this.current.bbox);
    });
  }

  setSwipe(swipe: number | null): void {
    this.swipe = swipe;
    this.changed();
  }

  setTurn(turn: 'list' | 'map'): void {
    this.turn = turn;
    this.changed();
    const { current } = this;
    if (turn === 'map' && current) this.page.showPlace(current.bbox);
  }

  /** What a key or a button of the list does. */
  act(action: Action): void {
    const { list, selected, current } = this;
    if (action === 'next' || action === 'previous') {
      const at = list.rows.findIndex(({ id }) => id === selected);
      if (action === 'next' && at + 1 >= list.rows.length)
        void this.attempt(() => this.reach(at + 1).then(() => this.select(stepFrom(this.list, selected, 1))));
      else this.select(stepFrom(list, selected, action === 'next' ? 1 : -1));
    } else if (action === 'first' || action === 'last') this.select(stepFrom(list, list.rows[0]?.id ?? null, action === 'first' ? 0 : list.rows.length));
    else if (action === 'undo') this.decisions.undo();
    else if (current && this.mayDecide) {
      const given = givenBy(action, current);
      if (!given) return this.say(this.t('repairs.said.no-other'));
      this.decisions.give({ [current.id]: given });
      this.say(this.t(`repairs.said.${action}`, { what: current.text }));
      if (action !== 'turn') this.act('next');
    }
  }

  /** An empty text first, so that the same one said twice is heard twice. */
  say(text: string): void {
    this.said = '';
    this.changed();
    requestAnimationFrame(() => {
      this.said = text;
      this.changed();
    });
  }

  async plan(): Promise<void> {
    const { api } = this.page.app;
    const { outline, params, widthM } = this;
    const sent = outline.sent;
    outline.error = null;
    outline.isNew = false;
    await this.attempt(async () => {
      const options = { widthM };
      if (typeof sent === 'string') return this.follow((await api.call('planRepair', { params, body: { options, outline: sent } })).job, 'plan');
      this.running = 'send';
      this.changed();
      const form = new FormData();
      form.append('options', JSON.stringify(options));
      form.append('outline', sent, sent.name);
      return this.follow((await api.send('planRepair', { params, form })).job, 'plan');
    });
    // What is wrong with a file is said where it was chosen.
    if (typeof sent !== 'string') [outline.error, this.error] = [this.error, null];
    this.changed();
  }

  /** A choice of the outline. */
  setOutline(choose: (outline: OutlineChoice) => void): void {
    choose(this.outline);
    this.changed();
  }

  async prove(): Promise<void> {
    const { api } = this.page.app;
    await this.attempt(async () => {
      await this.decisions.sent();
      const { job } = await api.call('proveRepair', { params: this.params, body: { revision: this.state!.revision } });
      this.part = 'units';
      await this.follow(job, 'proof');
    });
  }

  async apply(): Promise<void> {
    const { api } = this.page.app;
    await this.attempt(async () => {
      await this.decisions.sent();
      const { job } = await api.call('applyRepair', { params: this.params, body: { revision: this.state!.revision } });
      const done = await this.follow(job, 'apply');
      if (!done?.version) return;
      this.page.app.toast(this.t('repairs.applied'));
      await this.page.reload(done.version);
    });
  }

  async drop(): Promise<void> {
    await this.attempt(async () => {
      await this.page.app.api.call('dropRepair', { params: this.params });
      this.decisions.forget();
      this.selected = null;
      await this.loadState();
      await this.loadList('waiting', '');
    });
  }

  /** To its end; then the repair is read anew. */
  private async follow(id: string, why: 'plan' | 'proof' | 'apply'): Promise<JobStatus | null> {
    const { app, signal } = this.page;
    const done = await followToEnd(app.api, id, signal, (now) => {
      this.job = now;
      this.running = why;
      this.changed();
    });
    this.job = null;
    this.running = null;
    await this.loadState();
    if (why === 'plan' && done.state === 'succeeded') {
      this.decisions.forget();
      this.selected = null;
      this.texts = { rules: [], byRule: new Map() };
      this.outline.keep(this.state!.outline);
      await Promise.all([this.loadList('waiting', ''), this.loadTexts()]);
    }
    this.say(this.t(done.state === 'succeeded' ? `repairs.done.${why}` : 'state.failed'));
    return done;
  }

  /** What fails is said on the page, or in passing where it is not the page's matter. */
  async attempt(run: () => Promise<unknown>): Promise<void> {
    this.error = null;
    try {
      await run();
    } catch (error) {
      if (isAbort(error)) return;
      this.job = null;
      this.running = null;
      this.error = error;
      if (error instanceof ApiProblem && error.code === 'repair.revision') await this.reloadAll().catch(() => undefined);
    } finally {
      this.changed();
    }
  }

  /** Somebody else was faster. */
  async reloadAll(): Promise<void> {
    this.decisions.forget();
    await this.loadState();
    await Promise.all([this.loadList(this.list.shown), this.loadTexts()]);
  }
}
