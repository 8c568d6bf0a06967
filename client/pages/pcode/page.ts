/** P-codes for a table that stays on the machine: the boundaries come here, the file goes nowhere. */
import { html, nothing, type TemplateResult } from 'lit';
import type commonMessages from '../../../server/words/en/interface/common.ts';
import type pcodeMessages from '../../../server/words/en/interface/standards/pcode.ts';
import type { VersionAnswer } from '../../../server/contract/datasets/api.ts';
import type { PlaceColumn, PlaceRole, SaidPlaceColumn, TableSummary } from '../../../server/contract/lookup/table.ts';
import { toAddress } from '../../../server/contract/paths.ts';
import type { NoteId } from '../../../server/lookup/table/notes.ts';
import { sayNotes } from '../../../server/lookup/table/notes.ts';
import { BOUNDARIES } from '../../kit/kinds.ts';
import { pageHeader } from '../../kit/header.ts';
import { View, isAbort } from '../../kit/view.ts';
import '../../ui/drop.ts';
import { icon } from '../../ui/icon.ts';
import type { Ask, Fault, Told, ToldRow } from './messages.ts';
import './page.css';

type Key = keyof typeof pcodeMessages | keyof typeof commonMessages;
type State = 'loading' | 'none' | 'ready' | 'reading' | 'coded' | 'fault';

const ROLES = ['lat', 'lon', 'point'] as const;
/** Doubts that are listed; all of them are in the file. */
const LISTED = 100;
const MOST_ROWS = 100_000;
/** What the bell of the header asks once, seconds after a page opens: its address is always this, so it can hold nothing of a file. */
const BELL = new URL(toAddress('countNews'), location.href).href;

export class PcodeView extends View<Key> {
  static override properties = {
    state: { state: true },
    version: { state: true },
    summary: { state: true },
    columns: { state: true },
    rows: { state: true },
    said: { state: true },
    sheet: { state: true },
    name: { state: true },
    fault: { state: true },
    requests: { state: true },
  };
  declare private state: State;
  declare private version: VersionAnswer | null;
  declare private summary: TableSummary | null;
  declare private columns: PlaceColumn[];
  declare private rows: ToldRow[];
  declare private said: SaidPlaceColumn[];
  declare private sheet: string | null;
  declare private name: string;
  declare private fault: Fault | null;
  /** Addresses asked for since the file was chosen. */
  declare private requests: string[];
  private levels: number[] = [];
  private worker: Worker | null = null;
  private observer: PerformanceObserver | null = null;
  private readonly aborts = new AbortController();
  private askedOf: unknown = null;
  private waiting: File | null = null;

  constructor() {
    super();
    this.state = 'loading';
    this.version = this.summary = this.sheet = this.fault = null;
    this.columns = [];
    this.rows = [];
    this.said = [];
    this.requests = [];
    this.name = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.aborts.abort();
    this.worker?.terminate();
    this.observer?.disconnect();
  }

  protected override willUpdate(): void {
    this.app.setTitle(this.t('pcode.title'));
    if (this.app === this.askedOf) return;
    this.askedOf = this.app;
    const [dropped] = this.app.takeDropped();
    if (dropped) this.open(dropped);
  }

  private async load(): Promise<void> {
    const { signal } = this.aborts;
    const country = this.params['iso3']!;
    try {
      const version = await this.app.api.getVersion(`${BOUNDARIES}-${country}`, 'current', signal).catch((error: unknown) => {
        if (isAbort(error)) throw error;
        return null;
      });
      const stored = version?.artifacts.find(({ kind }) => kind === 'geometry');
      if (!version || !stored) return void (this.state = 'none');
      const response = await fetch(stored.href, { signal });
      if (!response.ok) throw new Error(String(response.status));
      const geometry = await response.arrayBuffer();
      this.version = version;
      this.worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
      this.worker.addEventListener('message', ({ data }: MessageEvent<Told>) => this.hear(data));
      this.worker.addEventListener('error', () => this.hear({ is: 'fault', fault: 'ground' }));
      this.ask({ is: 'ground', country: country.toUpperCase(), geometry, diff: version.diff }, [geometry]);
    } catch (error) {
      if (!isAbort(error)) this.hear({ is: 'fault', fault: 'ground' });
    }
  }

  private ask(ask: Ask, transfer: Transferable[] = []): void {
    this.worker?.postMessage(ask, transfer);
  }

  private hear(told: Told): void {
    if (told.is === 'ready') {
      this.levels = told.levels.filter((level) => level > 0);
      this.state = 'ready';
      if (this.waiting) this.open(this.waiting);
    } else if (told.is === 'coded') {
      [this.summary, this.columns, this.rows] = [told.summary, told.columns, told.rows];
      this.state = 'coded';
      void this.updateComplete.then(() => this.querySelector<HTMLElement>('.pcode-result')?.focus());
    } else if (told.is === 'written') this.save(told);
    else [this.fault, this.state] = [told.fault, 'fault'];
  }

  private open(file: File): void {
    if (this.state === 'loading') return void (this.waiting = file);
    this.waiting = null;
    [this.name, this.state, this.fault, this.summary, this.said, this.sheet] = [file.name, 'reading', null, null, [], null];
    this.watch();
    void file.arrayBuffer().then((bytes) => {
      this.ask({ is: 'file', name: file.name, bytes }, [bytes]);
      this.read();
    });
  }

  private read(): void {
    this.ask({ is: 'read', sheet: this.sheet, said: this.said });
  }

  /** Counts what the page asks for from now on: the promise is shown to be kept, not only made. */
  private watch(): void {
    this.observer?.disconnect();
    this.requests = [];
    this.observer = new PerformanceObserver((list) => {
      const asked = list.getEntriesByType('resource').flatMap(({ name }) => (name.startsWith('blob:') || name === BELL ? [] : [name]));
      if (asked.length > 0) this.requests = [...this.requests, ...asked];
    });
    this.observer.observe({ type: 'resource' });
  }

  private write(): void {
    this.ask({ is: 'write', notes: this.rows.map((row) => this.noteOf(row)) });
  }

  private noteOf({ notes }: ToldRow): string {
    return sayNotes(notes, (id: NoteId, values) => this.t(`pcode.${id}`, values));
  }

  private save({ name, media, bytes }: Extract<Told, { is: 'written' }>): void {
    const href = URL.createObjectURL(new Blob([bytes], { type: media }));
    const link = Object.assign(document.createElement('a'), { href, download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(href), 60_000);
  }

  override render() {
    const { t, state } = this;
    return html`${pageHeader(this.app, t as never)}
      <main id="content" class="wide pcode" tabindex="-1">
        <div>
          <h1 tabindex="-1">${t('pcode.title')}</h1>
          <p class="muted">${t('pcode.lead')}</p>
        </div>
        ${state === 'none' ? html`<p class="notice">${t('pcode.none')}</p>` : this.renderDrop()}
        ${state === 'loading' ? html`<p role="status">${t('pcode.ground')}</p>` : nothing}
        ${state === 'reading' ? html`<p role="status">${t('pcode.reading', { name: this.name })}</p>` : nothing}
        ${this.fault ? html`<p class="notice notice-error" role="alert">${icon('error', 18)} <span>${t(`pcode.fault.${this.fault}`, { name: this.name, rows: MOST_ROWS })}</span></p>` : nothing}
        ${state === 'coded' && this.summary ? this.renderCoded(this.summary) : nothing}
      </main>`;
  }

  private renderDrop(): TemplateResult {
    return html`<cod-drop
      label=${this.t(this.state === 'coded' ? 'pcode.another' : 'pcode.drop')}
      hint=${this.t('pcode.hint', { rows: MOST_ROWS })}
      ?single=${this.state === 'coded'}
      @files=${(event: CustomEvent<File[]>) => event.detail[0] && this.open(event.detail[0])}
    ></cod-drop>`;
  }

  private renderCoded(summary: TableSummary): TemplateResult {
    const { t, requests, version } = this;
    const isRead = summary.columns.some(({ role }) => role !== 'none');
    const disagree = summary.disagree.reduce((sum, { rows }) => sum + rows, 0);
    return html`<section class="card-box pcode-box">
        <h2 class="pcode-result" tabindex="-1">${t('pcode.result', { placed: summary.placed, rows: summary.rows })}</h2>
        ${disagree > 0 ? html`<p class="notice-line">${icon('warning', 16)} ${t('pcode.disagree', { count: disagree })}</p>` : nothing}
        <p class="muted small">${t('pcode.against', { dataset: version!.dataset, version: version!.version })}</p>
        ${isRead ? html`<p><button class="button button-primary" @click=${() => this.write()}>${icon('download', 18)} ${t('pcode.download')}</button></p>` : html`<p class="notice">${t('pcode.nothing')}</p>`}
        <p class="small pcode-private" role="status">
          ${icon(requests.length === 0 ? 'check' : 'warning', 14)} ${t('pcode.private', { count: requests.length, addresses: requests.slice(0, 5).join(' ') })}
        </p>
      </section>
      ${this.renderColumns(summary)} ${this.renderDoubts(summary)}`;
  }

  private renderColumns(summary: TableSummary): TemplateResult {
    const { t } = this;
    const shown = [...this.columns].sort((a, b) => Number(b.role !== 'none') - Number(a.role !== 'none') || a.column - b.column);
    return html`<section class="card-box pcode-box">
      <h2>${t('pcode.columns')}</h2>
      <p class="muted small">${t('pcode.columns.lead')}</p>
      ${
        summary.sheets.length > 1
          ? html`<label class="pcode-sheet"
              >${t('pcode.sheet')}
              <select class="select" @change=${(event: Event) => this.chooseSheet((event.target as HTMLSelectElement).value)}>
                ${summary.sheets.map((sheet) => html`<option value=${sheet} .selected=${sheet === summary.sheet}>${sheet}</option>`)}
              </select></label
            >`
          : nothing
      }
      <div class="pcode-scroll" tabindex="0" role="region" aria-label=${t('pcode.columns')}>
        <table class="pcode-table">
          <thead>
            <tr>
              <th scope="col">${t('pcode.column')}</th>
              <th scope="col">${t('pcode.role')}</th>
              <th scope="col">${t('pcode.why')}</th>
            </tr>
          </thead>
          <tbody>
            ${shown.map((column) => this.renderColumn(column))}
          </tbody>
        </table>
      </div>
    </section>`;
  }

  private renderColumn(column: PlaceColumn): TemplateResult {
    const { t } = this;
    const { heading, role, level, from, found, total, samples } = column;
    const options: [value: string, text: string][] = [
      ['none', t('pcode.role.none')],
      ...ROLES.map((each): [string, string] => [each, t(`pcode.role.${each}`)]),
      ...this.levels.flatMap((each): [string, string][] => [[`code ${each}`, t('pcode.role.code', { level: each })], [`name ${each}`, t('pcode.role.name', { level: each })]]), // prettier-ignore
    ];
    const value = level === null || role === 'none' ? role : `${role} ${level}`;
    return html`<tr>
      <th scope="row"><bdi>${heading || column.column + 1}</bdi> <span class="muted small" dir="auto">${samples.join(' · ').slice(0, 60)}</span></th>
      <td>
        <select
          class="select"
          aria-label=${`${t('pcode.role')}: ${heading || column.column + 1}`}
          @change=${(event: Event) => this.say(column.column, (event.target as HTMLSelectElement).value)}
        >
          ${options.map(([key, text]) => html`<option value=${key} .selected=${key === value}>${text}</option>`)}
        </select>
      </td>
      <td class="small">${role === 'none' ? nothing : t(`pcode.from.${from}`, { found, total })}</td>
    </tr>`;
  }

  private renderDoubts({ doubtful }: TableSummary): TemplateResult {
    const { t } = this;
    return html`<section class="card-box pcode-box">
      <h2>${doubtful === 0 ? t('pcode.doubts.none') : t('pcode.doubts', { count: doubtful })}</h2>
      ${
        doubtful === 0
          ? nothing
          : html`<div class="pcode-scroll" tabindex="0" role="region" aria-label=${t('pcode.told')}>
              <table class="pcode-table">
                <thead>
                  <tr>
                    <th scope="col">${t('pcode.row')}</th>
                    <th scope="col">${t('pcode.place')}</th>
                    <th scope="col">${t('pcode.how')}</th>
                    <th scope="col">${t('pcode.told')}</th>
                  </tr>
                </thead>
                <tbody>
                  ${this.rows.slice(0, LISTED).map(
                    (row) =>
                      html`<tr>
                        <td class="number">${row.number}</td>
                        <td dir="auto">${row.place ?? t('pcode.place.none')}</td>
                        <td>${t(`pcode.method.${row.method}`)}</td>
                        <td dir="auto">${this.noteOf(row)}</td>
                      </tr>`,
                  )}
                </tbody>
              </table>
            </div>`
      }
      ${this.rows.length > LISTED ? html`<p class="muted small">${t('pcode.more', { count: this.rows.length - LISTED })}</p>` : nothing}
    </section>`;
  }

  private say(column: number, value: string): void {
    const [role, level] = value.split(' ') as [PlaceRole, string?];
    const own = { column, role, ...(level === undefined ? {} : { level: Number(level) as never }) };
    this.said = [...this.said.filter((each) => each.column !== column), own];
    this.read();
  }

  private chooseSheet(sheet: string): void {
    [this.sheet, this.said] = [sheet, []];
    this.read();
  }
}

customElements.define('pcode-view', PcodeView);
