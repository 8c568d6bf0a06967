/** `<version-changes>`: what became of each unit from another version of the boundaries to this one, level by level, with its files. */
import { LitElement, html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { ChangeFormat, ChangesAnswer, CrosswalkLevel, CrosswalkRelation } from '../../../../server/contract/boundaries/crosswalk.ts';
import type { DatasetAnswer, VersionAnswer } from '../../../../server/contract/datasets/api.ts';
import { toAddress } from '../../../../server/contract/paths.ts';
import { icon } from '../../../ui/icon.ts';
import '../../../ui/tabs.ts';
import { ApiProblem } from '../../api.ts';
import { isAbort, type App } from '../../view.ts';
import { renderCalled, renderReasons } from '../bump.ts';
import { renderRow, type ChangeWords } from './row.ts';
import { baseOf, countOf, firstChanged, groupsOf, unitsOfChange, type ChosenChange, type RelationGroup } from './view.ts';
import './changes.css';

/** Rows of a list that are shown at once. */
const PAGE = 40;
/** Whether a file is opened or saved, in the order in which they are wanted. */
const FILES: Record<ChangeFormat, 'open' | 'save'> = { csv: 'save', lookup: 'save', html: 'open', geojson: 'save', linkage: 'save', json: 'save' };
/** As many rows of a level stand open from the start. */
const FEW = 6;

export class VersionChangesElement extends LitElement {
  static override properties: PropertyDeclarations = {
    app: { attribute: false },
    t: { attribute: false },
    about: { attribute: false },
    version: { attribute: false },
    against: { attribute: false },
    called: { attribute: false },
    versions: { attribute: false },
    key: { attribute: false },
    show: { attribute: false },
    compare: { attribute: false },
    beside: { attribute: false },
    hrefOf: { attribute: false },
    answer: { state: true },
    rows: { state: true },
    looked: { state: true },
    error: { state: true },
    chosen: { state: true },
    level: { state: true },
    shown: { state: true },
  };
  declare app: App;
  declare t: ChangeWords;
  /** Id of the dataset. */
  declare about: string;
  declare version: string;
  /** What the version was compared with when it was read. */
  declare against: string | null;
  /** As what it was published. */
  declare called: VersionAnswer['bump'];
  declare versions: DatasetAnswer['versions'];
  /** Another one when the files of the version were read again. */
  declare key: string;
  /** Looks at a change on the map. */
  declare show: ((change: ChosenChange) => void) | undefined;
  /** Is told with which version this one is compared; null: there is no other. */
  declare compare: ((from: string | null) => void) | undefined;
  declare hrefOf: ((level: number, pcode: string) => string) | undefined;
  /** Stands above the lists. */
  declare beside: TemplateResult | typeof nothing | undefined;
  /** Without rows: those of a country may be tens of thousands. */
  declare private answer: ChangesAnswer | null;
  /** Levels with their rows, as far as they were opened. */
  declare private rows: ReadonlyMap<number, CrosswalkLevel>;
  declare private looked: CrosswalkRelation | null;
  declare private error: unknown;
  declare private chosen: string | null;
  declare private level: number | null;
  /** How many rows of a list are shown, by level and kind. */
  declare private shown: ReadonlyMap<string, number>;
  private readonly grouped = new WeakMap<CrosswalkLevel, RelationGroup<CrosswalkRelation>[]>();
  private asked = '';
  private aborts = new AbortController();

  constructor() {
    super();
    this.answer = this.error = this.chosen = this.level = this.looked = null;
    this.called = this.show = this.compare = this.beside = this.hrefOf = undefined;
    this.shown = this.rows = new Map();
    this.versions = [];
    this.key = '';
  }

  protected override createRenderRoot() {
    return this;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.aborts.abort();
    this.asked = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  /** null: there is no other version. */
  private get base(): string | null {
    const { chosen, versions, version, against } = this;
    return chosen !== version && versions.some((each) => each.version === chosen) ? chosen : baseOf(version, against, versions);
  }

  protected override willUpdate(): void {
    const { about, version, base, key } = this;
    const asked = `${about} ${version} ${base} ${key}`;
    if (asked === this.asked) return;
    this.asked = asked;
    this.compare?.(base);
    void this.load(base);
  }

  private async load(from: string | null): Promise<void> {
    this.aborts.abort();
    this.aborts = new AbortController();
    this.answer = this.looked = null;
    this.shown = this.rows = new Map();
    this.error = null;
    if (from === null) return;
    await this.attempt(async (signal) => {
      const answer = await this.ask({ from, to: this.version, rows: 'false' }, signal);
      if (signal.aborted) return;
      if (!answer.levels.some(({ level }) => level === this.level)) this.level = firstChanged(answer);
      this.answer = answer;
      await this.loadRows(from, signal);
    });
  }

  /** Of the level that is looked at. */
  private async loadRows(from: string, signal: AbortSignal): Promise<void> {
    const { level } = this;
    if (level === null || this.rows.has(level)) return;
    const own = (await this.ask({ from, to: this.version, level, changed: 'true' }, signal)).levels[0];
    if (signal.aborted || !own) return;
    this.shown = new Map([...this.shown, ...openOf(own)]);
    this.rows = new Map(this.rows).set(level, own);
  }

  private ask(query: Record<string, unknown>, signal: AbortSignal): Promise<ChangesAnswer> {
    return this.app.api.call('getChanges', { params: { id: this.about }, query: query as never, signal });
  }

  private async attempt(run: (signal: AbortSignal) => Promise<void>): Promise<void> {
    try {
      await run(this.aborts.signal);
    } catch (error) {
      if (!isAbort(error)) this.error = error;
    }
  }

  private showLevel(level: number): void {
    this.level = level;
    const { base } = this;
    if (base !== null) void this.attempt((signal) => this.loadRows(base, signal));
  }

  override render() {
    const { t, base } = this;
    if (base === null)
      return html`<h2>${t('unitChange.title')}</h2>
        <p class="muted">${t('unitChange.first')}</p>`;
    return html`<h2>${t('unitChange.since', { version: base })}</h2>
      ${this.renderChoice(base)} ${this.renderBody(base)}`;
  }

  private renderChoice(base: string): TemplateResult | typeof nothing {
    const { t, version } = this;
    const others = this.versions.filter((each) => each.version !== version);
    if (others.length < 2) return nothing;
    const choose = (event: Event) => (this.chosen = (event.target as HTMLSelectElement).value);
    return html`<label class="unit-change-choice"
      ><span>${t('unitChange.compare')}</span>
      <select @change=${choose}>
        ${others.map((each) => html`<option value=${each.version} ?selected=${each.version === base}>${each.version} · ${t(`status.${each.status}`)}</option>`)}
      </select></label
    >`;
  }

  private renderBody(base: string): TemplateResult {
    const { t, answer, error, version } = this;
    if (error) {
      const said = error instanceof ApiProblem && error.isSaid ? error.message : t('state.failed');
      return html`<div role="alert">
        <p>${said}</p>
        <button class="button" @click=${() => void this.load(base)}>${t('state.retry')}</button>
      </div>`;
    }
    if (!answer)
      return html`<div class="state">
        <span class="spinner"></span>
        <p role="status">${t('unitChange.loading', { from: base, to: version })}</p>
      </div>`;
    const { bump, levels, method, via } = answer;
    return html`<p>${t(`unitChange.bump.${bump.proposal}`)}</p>
      ${renderReasons(bump.reasons, t)} ${base === this.against ? renderCalled(this.called, t) : nothing}
      ${method === 'chain' ? html`<p class="notice notice-warning">${t('unitChange.chain', { via: [...via] })}</p>` : nothing}
      ${method === 'asserted' ? html`<p class="notice notice-warning">${t('unitChange.asserted')}</p>` : nothing} ${this.beside ?? nothing}
      ${
        levels.length > 0
          ? html`<cod-tabs
              .tabs=${levels.map((own) => ({ id: String(own.level), label: this.tabText(own) }))}
              .selected=${String(this.level)}
              label=${t('unitChange.levels')}
              @select-tab=${(event: CustomEvent<string>) => this.showLevel(Number(event.detail))}
            >
              ${levels.map((own) => html`<div slot=${String(own.level)} class="unit-change-level">${own.level === this.level ? this.renderLevel(this.rows.get(own.level)) : nothing}</div>`)}
            </cod-tabs>`
          : nothing
      }
      ${this.renderFiles(base)}`;
  }

  /** How much there is to look at, before a tab is opened. */
  private tabText(own: CrosswalkLevel): string {
    const count = countOf(own);
    const level = this.t('level.n', { level: own.level });
    return count === 0 ? level : `${level} (${this.app.format.number(count)})`;
  }

  private renderLevel(own: CrosswalkLevel | undefined): TemplateResult {
    const { t } = this;
    if (!own) return html`<p role="status"><span class="spinner"></span> <span class="visually-hidden">${t('unitChange.loading-rows')}</span></p>`;
    const groups = this.groupsOf(own);
    return html`<p class="muted small">
        ${t('unitChange.units', own.units)}. ${own.noise.floorM > 0 ? t('unitChange.floor', { width: own.noise.floorM }) : nothing}
      </p>
      ${this.renderFindings(own)} ${groups.length === 0 ? html`<p>${t('unitChange.none')}</p>` : groups.map((group) => this.renderGroup(own, group))}`;
  }

  /** What is true of the whole level, said once. */
  private renderFindings({ level, noise, scheme, people }: CrosswalkLevel): TemplateResult | typeof nothing {
    const { t } = this;
    const found = [
      noise.regenerated ? t('unitChange.regenerated', { level, width: noise.w50M }) : null,
      noise.shift ? t('unitChange.shift', { level, east: noise.shift.eastM, north: noise.shift.northM }) : null,
      ...(scheme?.rules.map(({ from, to, units }) => t('unitChange.scheme', { from, to, count: units })) ?? []),
      people
        ? t('unitChange.people-of-level', {
            before: people.before,
            placed: people.placed,
            left: people.before - people.placed,
            source: `${people.dataset} ${people.version}`,
          })
        : null,
      people && people.unknown > 0 ? t('unitChange.people-unknown', { count: people.unknown }) : null,
    ].filter((each) => each !== null);
    const exceptions = scheme?.exceptions ?? [];
    if (found.length === 0 && exceptions.length === 0) return nothing;
    return html`<div class="notice">
      <ul class="unit-change-found">
        ${found.map((each) => html`<li>${each}</li>`)}
        ${
          exceptions.length > 0
            ? html`<li>
                ${t('unitChange.exceptions', { count: exceptions.length })}
                ${exceptions.slice(0, PAGE).map(({ before, after }) => html`<bdi class="number" dir="ltr">${before} → ${after}</bdi> `)}${exceptions.length > PAGE ? '…' : nothing}
              </li>`
            : nothing
        }
      </ul>
    </div>`;
  }

  /** Sorted once: the page is drawn anew with every step of the slider. */
  private groupsOf(own: CrosswalkLevel): RelationGroup<CrosswalkRelation>[] {
    const groups = this.grouped.get(own) ?? groupsOf(own);
    this.grouped.set(own, groups);
    return groups;
  }

  private renderGroup(own: CrosswalkLevel, { relation, count, rows }: RelationGroup<CrosswalkRelation>): TemplateResult {
    const { t, app } = this;
    const key = keyOf(own.level, relation);
    const shown = this.shown.get(key) ?? 0;
    const toggle = (event: Event) => this.setShown(key, (event.target as HTMLDetailsElement).open ? Math.max(shown, PAGE) : 0);
    return html`<details class="unit-change-kind" data-relation=${relation} ?open=${shown > 0} @toggle=${toggle}>
      <summary>
        <span>${app.format.sentence(t(`unitChange.relation.${relation}`))}</span>
        <span class="badge number">${app.format.number(count)}</span>
        ${count === rows.length ? nothing : html`<span class="muted small">${t('unitChange.pairs', { count: rows.length })}</span>`}
      </summary>
      <ul class="unit-change-rows">
        ${rows.slice(0, shown).map((row) => this.renderRow(own, row))}
      </ul>
      ${
        shown > 0 && shown < rows.length
          ? html`<button class="button" @click=${() => this.setShown(key, shown + 5 * PAGE)}>${t('unitChange.more', { shown, total: rows.length })}</button>`
          : nothing
      }
    </details>`;
  }

  private renderRow(own: CrosswalkLevel, row: CrosswalkRelation): TemplateResult {
    return renderRow(this, row, { level: own.toLevel ?? own.level, show: this.show && (() => this.look(own, row)), isLooked: row === this.looked });
  }

  private look(own: CrosswalkLevel, row: CrosswalkRelation): void {
    this.looked = row;
    this.show?.(unitsOfChange(own, row));
  }

  private setShown(key: string, shown: number): void {
    if ((this.shown.get(key) ?? 0) !== shown) this.shown = new Map(this.shown).set(key, shown);
  }

  private renderFiles(from: string): TemplateResult {
    const { t, app, about, version } = this;
    const href = (f: string) => toAddress('getChanges', { id: about }, { from, to: version, f, lang: app.language });
    return html`<details class="unit-change-files">
      <summary>${icon('download', 18)} ${t('unitChange.files')}</summary>
      <ul>
        ${(Object.keys(FILES) as ChangeFormat[]).map(
          (f) =>
            html`<li>
              <a href=${href(f)} target=${FILES[f] === 'open' ? '_blank' : nothing} download=${FILES[f] === 'save' ? '' : nothing}
                >${t(`unitChange.file.${f}`)}</a
              >
            </li>`,
        )}
      </ul>
    </details>`;
  }
}

const keyOf = (level: number, relation: string): string => `${level} ${relation}`;

/** Lists of a level with few rows. */
function openOf(own: CrosswalkLevel): [string, number][] {
  return own.relations.length > FEW ? [] : groupsOf(own).map(({ relation }) => [keyOf(own.level, relation), PAGE]);
}

customElements.define('version-changes', VersionChangesElement);
