/** What the import of a 3W could not know for certain: one decision for each group of rows, undoable, remembered for the country. */
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { JobStatus } from '../../server/contract/dataset.ts';
import type { PresenceReviewList } from '../../server/contract/presence.ts';
import type { DecisionBody, OverviewAnswer } from '../../server/contract/presenceApi.ts';
import { ApiProblem } from '../api.ts';
import type codeMessages from '../messages/en/codes.ts';
import type commonMessages from '../messages/en/common.ts';
import type reviewMessages from '../messages/en/review.ts';
import type { Column } from '../presence/reading.ts';
import { progress, toRole } from '../presence/review.ts';
import '../ui/tabs.ts';
import { View, isAbort } from '../view.ts';
import { pageHeader } from './header.ts';
import { renderApply } from './review-apply.ts';
import { renderColumns } from './review-columns.ts';
import { renderPlaces } from './review-places.ts';
import { renderMerges, renderSpellings } from './review-spellings.ts';
import './form.css';
import './review.css';

export type ReviewKey = keyof typeof reviewMessages | keyof typeof codeMessages | keyof typeof commonMessages;

const POLL_MS = 700;

export class ReviewView extends View<ReviewKey> {
  static override properties: PropertyDeclarations = {
    list: { state: true },
    overview: { state: true },
    error: { state: true },
    busy: { state: true },
    job: { state: true },
    tab: { state: true },
    searching: { state: true },
    shown: { state: true },
    merged: { state: true },
    roles: { state: true },
    separators: { state: true },
    sheet: { state: true },
    period: { state: true },
    outcome: { state: true },
  };
  declare list: PresenceReviewList | null;
  declare overview: OverviewAnswer | null;
  declare error: unknown;
  declare busy: boolean;
  declare job: JobStatus | null;
  declare private tab: string;
  /** Group in which a place is searched for. */
  declare searching: string | null;
  /** How many groups of each cause are drawn. */
  declare shown: ReadonlyMap<string, number>;
  /** Merges decided on this page, by pair: the id of the decision, to undo it. */
  declare merged: ReadonlyMap<string, string>;
  /** Roles that were corrected, by heading. */
  declare roles: ReadonlyMap<string, string>;
  /** Separators that were declared or taken back, by heading. */
  declare separators: ReadonlyMap<string, readonly string[]>;
  /** Another sheet than the one that was read. */
  declare sheet: { sheet: string; file: string } | null;
  declare period: { start: string; end: string } | null;
  /** The draft that the last reading made, to say what it changed. */
  declare outcome: OverviewAnswer | null;
  private readonly aborts = new AbortController();

  constructor() {
    super();
    this.busy = false;
    this.tab = 'places';
    this.begin();
  }

  /** Nothing is known of the version, and nothing said of it. */
  private begin(): void {
    this.list = this.overview = this.error = this.job = this.searching = this.period = this.sheet = this.outcome = null;
    this.shown = new Map();
    this.merged = new Map();
    this.roles = new Map();
    this.separators = new Map();
  }

  get datasetId(): string {
    return this.params['id'] ?? '';
  }

  get tag(): string {
    return /^v\d{2,}(\.\d{2,})?$/.test(this.query.get('version') ?? '') ? this.query.get('version')! : 'current';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.aborts.abort();
  }

  private path(rest: string): string {
    return `/api/v1/presence/${this.datasetId}${rest}`;
  }

  async load(): Promise<void> {
    this.error = null;
    const { signal } = this.aborts;
    try {
      const [list, overview] = await Promise.all([
        this.app.api.request<PresenceReviewList>(this.path(`/review?version=${this.tag}`), { signal }),
        this.app.api.request<OverviewAnswer>(this.path(`?version=${this.tag}`), { signal }),
      ]);
      this.list = list;
      this.overview = overview;
    } catch (error) {
      if (!isAbort(error)) this.error = error;
    }
  }

  private send<T>(method: string, rest: string, body: unknown): Promise<T> {
    return this.app.api.request<T>(this.path(rest), { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  }

  /** Runs one change, then reads the list anew: somebody else may be deciding too. */
  private async change<T>(run: () => Promise<T>): Promise<T | undefined> {
    this.busy = true;
    try {
      const answer = await run();
      await this.load();
      return answer;
    } catch (error) {
      this.app.toast(error instanceof ApiProblem && error.status < 500 ? error.message : this.t('state.failed.detail'));
      return undefined;
    } finally {
      this.busy = false;
    }
  }

  async decide(decisions: DecisionBody[]): Promise<string[]> {
    this.searching = null;
    const answer = await this.change(() => this.send<{ decisions: { id: string }[] }>('POST', '/decisions', { decisions }));
    const ids = answer?.decisions.map(({ id }) => id) ?? [];
    if (ids.length) this.app.toast(this.t('review.saved', { count: ids.length }));
    return ids;
  }

  async undo(ids: string[]): Promise<void> {
    if (await this.change(() => this.send('POST', '/decisions/undo', { ids }))) this.app.toast(this.t('review.undone'));
  }

  separatorsOf(column: Column): readonly string[] {
    return this.separators.get(column.heading) ?? column.separators;
  }

  /** Declares how the cells of a column are split; what is in use anyway is no change. */
  separate(column: Column, marks: readonly string[]): void {
    const next = new Map(this.separators);
    if (marks.toSorted().join('\0') === column.separators.toSorted().join('\0')) next.delete(column.heading);
    else next.set(column.heading, marks);
    this.separators = next;
  }

  get isAnswered(): boolean {
    return this.roles.size > 0 || this.separators.size > 0 || this.period !== null || this.sheet !== null;
  }

  private get answers() {
    // What was said of the columns was said of the sheet that was read.
    if (this.sheet) return { ...this.sheet, ...(this.period ? { period: this.period } : {}) };
    return {
      ...(this.separators.size ? { separators: Object.fromEntries(this.separators) } : {}),
      ...(this.roles.size ? { roles: Object.fromEntries([...this.roles].map(([heading, key]) => [heading, toRole(key)])) } : {}),
      ...(this.period ? { period: this.period } : {}),
    };
  }

  /** Reads the same files again with all that was decided; the result is a new draft. */
  async apply(): Promise<void> {
    this.outcome = null;
    const answer = await this.change(() => this.send<{ job: string }>('POST', `/apply?version=${this.tag}`, this.answers));
    if (!answer) return;
    // The way there and its end are told above the tabs, which may be far away.
    this.querySelector<HTMLElement>('.review-apply')?.focus();
    const { signal } = this.aborts;
    try {
      for (;;) {
        const job = await this.app.api.request<JobStatus>(`/api/v1/jobs/${answer.job}`, { signal });
        const isRunning = job.state === 'queued' || job.state === 'running';
        // The draft and what it changed are told at once.
        if (!isRunning && job.version) this.outcome = await this.app.api.request<OverviewAnswer>(this.path(`?version=${job.version}`), { signal });
        this.job = job;
        if (!isRunning || signal.aborted) break;
        await new Promise((resolve) => setTimeout(resolve, POLL_MS));
      }
    } catch (error) {
      if (!isAbort(error)) this.app.toast(this.t('state.failed.detail'));
    }
  }

  async saveProfile(): Promise<void> {
    if (await this.change(() => this.send('PUT', `/profile?version=${this.tag}`, this.answers))) this.app.toast(this.t('review.columns.saved'));
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    const before = changed.get('query') as URLSearchParams | undefined;
    if (before && before.get('version') !== this.query.get('version')) {
      this.begin();
      void this.load();
    }
    this.app.setTitle(this.t('review.title'));
  }

  override render() {
    const { t, app } = this;
    return html`${pageHeader(app, t as never)}
      <main id="content" class="wide review" tabindex="-1">
        <h1 tabindex="-1">${t('review.title')}</h1>
        ${this.error ? this.renderError() : this.list ? this.renderList(this.list) : this.loading(t('review.loading'))}
      </main>`;
  }

  private renderError(): TemplateResult {
    const { t, app, error } = this;
    const closed = error instanceof ApiProblem && (error.status === 401 || error.status === 403);
    if (closed)
      return html`<div class="state">
        <h2>${t('review.closed')}</h2>
        <a class="button button-primary" href=${app.href('/signin', { next: location.pathname })}>${t('review.signin')}</a>
      </div>`;
    return this.failed(error, () => void this.load(), {
      notFound: t('review.missing', { id: this.datasetId }),
      back: html`<a class="button button-primary" href=${app.href('/')}>${t('nav.home')}</a>`,
    });
  }

  private renderList(list: PresenceReviewList): TemplateResult {
    const { t, app } = this;
    const { open, openRows, decided } = progress(list);
    const country = list.dataset.slice(-3);
    const tabs = [
      { id: 'places', label: t('review.tab.places', { count: list.groups.length }) },
      { id: 'sectors', label: t('review.tab.sectors', { count: list.sectors.length }) },
      { id: 'types', label: t('review.tab.types', { count: list.orgTypes.length }) },
      { id: 'merges', label: t('review.tab.merges', { count: list.merges.length }) },
      { id: 'columns', label: t('review.tab.columns', { count: list.columns.length }) },
    ];
    return html`<p class="muted small">
        <bdi>${list.dataset} ${list.version}</bdi>${list.boundaries ? html` · <bdi>${list.boundaries.dataset} ${list.boundaries.version}</bdi>` : nothing} ·
        <a href=${app.href(`/c/${country}/3w`)}>${t('review.map')}</a>
      </p>
      <p role="status">${t('review.progress', { open, rows: openRows, decided })}</p>
      ${renderApply(this, list, decided)}
      <cod-tabs .tabs=${tabs} .selected=${this.tab} label=${t('review.title')} @select-tab=${(event: CustomEvent<string>) => (this.tab = event.detail)}>
        <div slot="places" class="review-panel">${this.tab === 'places' ? renderPlaces(this, list) : nothing}</div>
        <div slot="sectors" class="review-panel">${this.tab === 'sectors' ? renderSpellings(this, 'sector', list.sectors) : nothing}</div>
        <div slot="types" class="review-panel">${this.tab === 'types' ? renderSpellings(this, 'org-type', list.orgTypes) : nothing}</div>
        <div slot="merges" class="review-panel">${this.tab === 'merges' ? renderMerges(this, list.merges) : nothing}</div>
        <div slot="columns" class="review-panel">${this.tab === 'columns' ? renderColumns(this, list) : nothing}</div>
      </cod-tabs>`;
  }
}

customElements.define('review-view', ReviewView);
