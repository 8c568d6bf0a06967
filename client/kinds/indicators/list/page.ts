/** The agreed list of indicators of a country: what holds, what is proposed, who agreed on it and when; members propose, change, retire and agree. */
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import type { DatasetAnswer } from '../../../../server/contract/datasets/api.ts';
import type { Indicator } from '../../../../server/contract/indicators/indicators.ts';
import type { HistoryAnswer, ListAnswer } from '../../../../server/contract/indicators/listRoutes.ts';
import { toAddress } from '../../../../server/contract/paths.ts';
import { countryName } from '../../../i18n/names.ts';
import { failure, faultsOf, field, choice, valuesOf } from '../../../kit/form.ts';
import { pageHeader } from '../../../kit/header.ts';
import { isAbort, View } from '../../../kit/view.ts';
import { workgroupNav } from '../../../kit/workgroup/nav.ts';
import '../../../ui/dialog.ts';
import type { CodDialog } from '../../../ui/dialog.ts';
import { icon } from '../../../ui/icon.ts';
import { sectorText } from '../words.ts';
import { bodyOf, indicatorFields } from './form.ts';
import type { ListKey } from './words.ts';
import './list.css';

type Doing = { is: 'propose' } | { is: 'change' | 'retire'; own: Indicator } | { is: 'agree'; revision: number } | { is: 'drop' };

class IndicatorListView extends View<ListKey> {
  static override properties: PropertyDeclarations = {
    ...View.properties,
    answer: { state: true },
    history: { state: true },
    datasets: { state: true },
    error: { state: true },
    doing: { state: true },
    refusal: { state: true },
    busy: { state: true },
    shown: { state: true },
  };
  declare private answer: ListAnswer | null;
  declare private history: HistoryAnswer | null;
  /** They know the name of the country. */
  declare private datasets: readonly DatasetAnswer[];
  declare private error: unknown;
  declare private doing: Doing | null;
  /** Why the last thing was not done. */
  declare private refusal: unknown;
  declare private busy: boolean;
  /** What holds, or what is proposed. */
  declare private shown: 'current' | 'draft';
  private readonly dialog = createRef<CodDialog>();
  private readonly aborts = new AbortController();

  constructor() {
    super();
    this.answer = this.history = this.doing = null;
    this.datasets = [];
    this.error = this.refusal = null;
    this.busy = false;
    this.shown = 'current';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
    void this.loadDatasets();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.aborts.abort();
  }

  private get scope(): string {
    return (this.params['iso3'] ?? '').toUpperCase();
  }

  private get country(): string {
    return countryName(this.datasets, this.app.language, this.scope);
  }

  /** The page is whole without them. */
  private async loadDatasets(): Promise<void> {
    const answer = await this.app.api.getDatasets(this.aborts.signal).catch(() => null);
    this.datasets = answer?.datasets.filter(({ country }) => country === this.scope) ?? [];
  }

  private readonly sector = (code: string) => sectorText({ say: this.t as never, app: this.app }, code);

  private async load(): Promise<void> {
    this.error = null;
    const { signal } = this.aborts;
    const params = { scope: this.scope };
    try {
      [this.answer, this.history] = await Promise.all([
        this.app.api.call('getIndicatorList', { params, signal }),
        this.app.api.call('getIndicatorListHistory', { params, signal }),
      ]);
      if (!this.answer.current && this.answer.draft) this.shown = 'draft';
    } catch (error) {
      if (!isAbort(error)) this.error = error;
    }
  }

  protected override updated(): void {
    this.app.setTitle(this.t('list.of', { country: this.country }));
  }

  private open(doing: Doing): void {
    this.doing = doing;
    this.refusal = null;
    void this.updateComplete.then(() => this.dialog.value?.show());
  }

  /** Sends what was said; what came of it is the list as it is then. */
  private async send(event: Event): Promise<void> {
    event.preventDefault();
    const { doing, scope } = this;
    if (!doing || this.busy) return;
    const values = valuesOf(event.target as HTMLFormElement);
    this.busy = true;
    try {
      this.answer = await this.request(doing, values, scope);
      this.dialog.value?.hide();
      if (doing.is === 'agree' || doing.is === 'drop') this.shown = 'current';
      else this.shown = 'draft';
      this.history = await this.app.api.call('getIndicatorListHistory', { params: { scope }, signal: this.aborts.signal });
    } catch (error) {
      if (!isAbort(error)) this.refusal = error;
    }
    this.busy = false;
  }

  private request(doing: Doing, values: Record<string, string>, scope: string): Promise<ListAnswer> {
    const { api, language } = this.app;
    const params = { scope };
    switch (doing.is) {
      case 'propose':
        return api.call('proposeIndicator', { params, body: bodyOf(values, null, language) });
      case 'change':
        return api.call('changeIndicator', { params: { scope, code: doing.own.code }, body: bodyOf(values, doing.own, language) });
      case 'retire':
        return api.call('retireIndicator', {
          params: { scope, code: doing.own.code },
          body: { on: values['on'] ?? '', reason: values['reason'] ?? '', replacedBy: values['replacedBy'] || null },
        });
      case 'agree':
        return api.call('agreeIndicators', {
          params,
          body: { revision: doing.revision, on: values['on'] ?? '', group: values['group'] || null, decision: values['decision'] || null },
        });
      default:
        return api.call('dropIndicatorDraft', { params });
    }
  }

  override render() {
    const { t, app, scope, answer } = this;
    const back = html`<a class="button button-primary" href=${app.href('/')}>${t('nav.home')}</a>`;
    return html`${pageHeader(app, t as never)} ${workgroupNav(app, t as never, scope.toLowerCase(), 'indicators')}
      <main id="content" class="indicator-list" tabindex="-1">
        <h1 tabindex="-1">${t('list.of', { country: this.country })}</h1>
        <p class="muted">${t('list.lead')} <a href=${app.href(`/c/${scope.toLowerCase()}/indicators`)}>${t('list.map')}</a></p>
        ${answer ? this.renderAnswer(answer) : this.error ? this.failed(this.error, () => void this.load(), { notFound: t('list.missing'), back }) : this.loading(t('list.loading'))}
        ${this.renderDialog()}
      </main>`;
  }

  private renderAnswer({ current, draft, may }: ListAnswer): TemplateResult {
    const { t, app, scope } = this;
    const list = this.shown === 'draft' ? draft : current;
    const pick = (shown: 'current' | 'draft', label: string) =>
      html`<button class="button" aria-pressed=${this.shown === shown} @click=${() => (this.shown = shown)}>${label}</button>`;
    const agreedOn = current?.agreedOn ? app.format.date(current.agreedOn) : '';
    return html`<p class="actions">
        ${current && draft ? html`${pick('current', t('list.current', { version: current.version }))} ${pick('draft', t('list.draft'))}` : nothing}
        ${may.propose ? html`<button class="button" @click=${() => this.open({ is: 'propose' })}>${icon('plus', 18)} ${t('list.propose')}</button>` : nothing}
        ${
          may.agree && draft && this.shown === 'draft'
            ? html`<button class="button button-primary" @click=${() => this.open({ is: 'agree', revision: draft.revision })}>${t('list.agree')}</button>
                <button class="button" @click=${() => this.open({ is: 'drop' })}>${t('list.drop')}</button>`
            : nothing
        }
        ${current ? html`<a class="button" href=${toAddress('exportIndicatorList', { scope })} download>${icon('download', 18)} ${t('list.csv')}</a>` : nothing}
      </p>
      ${
        list === current && current
          ? html`<p class="small muted">
              ${[agreedOn ? t('list.agreed-on', { date: agreedOn }) : '', current.agreedBy ?? '', current.decision ?? ''].filter(Boolean).join(' · ')}
            </p>`
          : nothing
      }
      ${
        list && list.indicators.length > 0
          ? html`<ul class="indicator-entries">
              ${list.indicators.map((each) => this.renderEntry(each, may.propose))}
            </ul>`
          : html`<div class="state"><h2>${t('list.empty')}</h2></div>`
      }
      ${this.renderHistory()}`;
  }

  private renderEntry(own: Indicator, mayChange: boolean): TemplateResult {
    const { t, app } = this;
    const text = (of: Record<string, string>) => of[app.language] ?? of['en'] ?? Object.values(of)[0] ?? '';
    const facts = [
      own.sector === null ? '' : this.sector(own.sector),
      t(`list.kind.${own.kind}`),
      t(`indicators.type.${own.measure}`),
      own.unit,
      own.direction === 'none' ? '' : t(`indicators.direction.${own.direction}`),
      t(own.additive.units ? 'indicators.adding.units' : 'indicators.adding.never'),
    ];
    return html`<li class="indicator-entry" data-state=${own.state}>
      <div>
        <h2><bdi>${text(own.title)}</bdi></h2>
        <p class="small muted"><code dir="ltr">${own.code}</code> · ${facts.filter(Boolean).join(' · ')}</p>
        ${text(own.definition) ? html`<p><bdi>${text(own.definition)}</bdi></p>` : nothing}
        <p class="small">
          <b>${t(`indicators.state.${own.state}`)}</b>
          ${own.agreed ? html` · ${app.format.date(own.agreed.on)} ${own.agreed.decision ?? ''}` : nothing}
          ${own.retired ? html` · ${app.format.date(own.retired.on)} · <bdi>${own.retired.reason}</bdi> ${own.retired.replacedBy ? html`→ <code dir="ltr">${own.retired.replacedBy}</code>` : nothing}` : nothing}
        </p>
      </div>
      ${
        mayChange && own.state !== 'retired'
          ? html`<p class="actions">
              <button class="button" @click=${() => this.open({ is: 'change', own })}>${t('list.change')}</button>
              <button class="button" @click=${() => this.open({ is: 'retire', own })}>${t(own.state === 'proposed' ? 'list.withdraw' : 'list.retire')}</button>
            </p>`
          : nothing
      }
    </li>`;
  }

  private renderHistory(): TemplateResult | typeof nothing {
    const { t, app, history } = this;
    if (!history || history.versions.length === 0) return nothing;
    return html`<details class="indicator-history">
      <summary>${icon('calendar', 18)} ${t('list.history')}</summary>
      <ul>
        ${history.versions.map(
          ({ version, state, agreedOn, decision, count, changes }) =>
            html`<li>
              <b><bdi>${version}</bdi></b> · ${state === 'draft' ? t('list.draft') : agreedOn ? app.format.date(agreedOn) : ''}
              ${decision ? html`· <bdi>${decision}</bdi>` : nothing} · ${t('list.count', { count })}
              <ul class="small">
                ${changes.map(({ code, is }) => html`<li><code dir="ltr">${code}</code> ${t(`list.was.${is}`)}</li>`)}
              </ul>
            </li>`,
        )}
      </ul>
    </details>`;
  }

  private renderDialog(): TemplateResult {
    const { t, doing, busy } = this;
    const heads = { propose: 'list.propose', change: 'list.change', retire: 'list.retire', agree: 'list.agree', drop: 'list.drop' } as const;
    const head = doing ? t(heads[doing.is]) : '';
    return html`<cod-dialog ${ref(this.dialog)} heading=${head} close=${t('list.cancel')} @closed=${() => (this.doing = null)}>
      ${
        doing
          ? html`<form id="indicator-form" class="indicator-form" @submit=${(event: Event) => void this.send(event)}>
              ${this.renderFields(doing)} ${failure(this.refusal, t as never)}
            </form>`
          : nothing
      }
      <button slot="actions" class="button" type="button" @click=${() => this.dialog.value?.hide()}>${t('list.cancel')}</button>
      <button slot="actions" class="button button-primary" type="submit" form="indicator-form" ?disabled=${busy}>${head}</button>
    </cod-dialog>`;
  }

  private renderFields(doing: Doing): TemplateResult {
    const { t, answer } = this;
    const faults = faultsOf(this.refusal);
    const day = new Date().toISOString().slice(0, 10);
    if (doing.is === 'propose' || doing.is === 'change')
      return indicatorFields({ t, sector: this.sector }, doing.is === 'change' ? doing.own : null, this.app.language, faults);
    if (doing.is === 'drop') return html`<p>${t('list.drop.sure')}</p>`;
    if (doing.is === 'retire')
      return html`<p>${t(doing.own.state === 'proposed' ? 'list.withdraw.says' : 'list.retire.says')}</p>
        ${field({ name: 'on', label: t('list.field.on'), type: 'date', value: day, required: true })}
        ${field({ name: 'reason', label: t('list.field.reason'), required: true, fault: faults['reason'] })}
        ${field({ name: 'replacedBy', label: t('list.field.replaced-by'), dir: 'ltr', fault: faults['replacedBy'] })}`;
    return html`<p>${t('list.agree.says')}</p>
      ${field({ name: 'on', label: t('list.field.on'), type: 'date', value: day, required: true })}
      ${field({ name: 'decision', label: t('list.field.decision') })}
      ${choice({ name: 'group', label: t('list.field.group'), options: [['', '–'], ...(answer?.may.groups ?? []).map((id) => [id, id] as const)] })}`;
  }
}

customElements.define('indicator-list-view', IndicatorListView);
