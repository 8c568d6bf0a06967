/** `<version-changes>`: what became of each unit from another version of the boundaries to this one, level by level, with its files. */
import { LitElement, html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { ChangeFormat, ChangesAnswer, CrosswalkLevel, CrosswalkRelation } from '../../../../server/contract/boundaries/crosswalk.ts';
import type { DatasetAnswer } from '../../../../server/contract/datasets/api.ts';
import { toAddress } from '../../../../server/contract/paths.ts';
import { icon } from '../../../ui/icon.ts';
import '../../../ui/tabs.ts';
import { ApiProblem } from '../../api.ts';
import { isAbort, type App } from '../../view.ts';
import { renderRow, type ChangeWords } from './row.ts';
import { baseOf, firstChanged, groupsOf, type RelationGroup } from './view.ts';
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
    versions: { attribute: false },
    key: { attribute: false },
    show: { attribute: false },
    answer: { state: true },
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
  declare versions: DatasetAnswer['versions'];
  /** Another one when the files of the version were read again. */
  declare key: string;
  /** Goes to a unit of the version on the map. */
  declare show: ((level: number, pcode: string) => void) | undefined;
  declare private answer: ChangesAnswer | null;
  declare private error: unknown;
  declare private chosen: string | null;
  declare private level: number | null;
  /** How many rows of a list are shown, by level and kind. */
  declare private shown: ReadonlyMap<string, number>;
  private asked = '';
  private aborts = new AbortController();

  constructor() {
    super();
    this.answer = this.error = this.chosen = this.level = null;
    this.show = undefined;
    this.shown = new Map();
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
    void this.load(base);
  }

  private async load(from: string | null): Promise<void> {
    this.aborts.abort();
    this.aborts = new AbortController();
    const { signal } = this.aborts;
    this.answer = this.error = null;
    this.shown = new Map();
    if (from === null) return;
    try {
      const query = { from, to: this.version, changed: 'true' };
      const answer = await this.app.api.call('getChanges', { params: { id: this.about }, query: query as never, signal });
      if (signal.aborted) return;
      if (!answer.levels.some(({ level }) => level === this.level)) this.level = firstChanged(answer);
      this.shown = new Map(answer.levels.flatMap(openOf));
      this.answer = answer;
    } catch (error) {
      if (!isAbort(error)) this.error = error;
    }
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
      ${
        bump.reasons.length > 0
          ? html`<ul class="unit-change-reasons">
              ${bump.reasons.map(({ code, level, count, of, figure = 0 }) => html`<li>${t(`unitChange.reason.${code}`, { level, count, of, figure })}</li>`)}
            </ul>`
          : nothing
      }
      ${method === 'chain' ? html`<p class="notice notice-warning">${t('unitChange.chain', { via: [...via] })}</p>` : nothing}
      ${method === 'asserted' ? html`<p class="notice notice-warning">${t('unitChange.asserted')}</p>` : nothing}
      ${
        levels.length > 0
          ? html`<cod-tabs
              .tabs=${levels.map((own) => ({ id: String(own.level), label: this.tabText(own) }))}
              .selected=${String(this.level)}
              label=${t('unitChange.levels')}
              @select-tab=${(event: CustomEvent<string>) => (this.level = Number(event.detail))}
            >
              ${levels.map((own) => html`<div slot=${String(own.level)} class="unit-change-level">${own.level === this.level ? this.renderLevel(own) : nothing}</div>`)}
            </cod-tabs>`
          : nothing
      }
      ${this.renderFiles(base)}`;
  }

  /** How much there is to look at, before a tab is opened. */
  private tabText(own: CrosswalkLevel): string {
    const count = groupsOf(own).reduce((sum, group) => sum + group.count, 0);
    const level = this.t('level.n', { level: own.level });
    return count === 0 ? level : `${level} (${this.app.format.number(count)})`;
  }

  private renderLevel(own: CrosswalkLevel): TemplateResult {
    const { t } = this;
    const groups = groupsOf(own);
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
        ${rows.slice(0, shown).map((row) => renderRow(this, row, own.toLevel ?? own.level))}
      </ul>
      ${
        shown > 0 && shown < rows.length
          ? html`<button class="button" @click=${() => this.setShown(key, shown + 5 * PAGE)}>${t('unitChange.more', { shown, total: rows.length })}</button>`
          : nothing
      }
    </details>`;
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
