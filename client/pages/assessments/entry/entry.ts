/** `<assessment-entry>`: an assessment is registered or changed, by account or by a link. Whom it meets is told while it is filled in, before anything is kept. */
import { LitElement, html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Assessment } from '../../../../server/contract/assessments/assessments.ts';
import type { CheckedAnswer, EnteredAnswer } from '../../../../server/contract/assessments/routes.ts';
import type { UnitAnswer } from '../../../../server/contract/datasets/api.ts';
import { ApiProblem } from '../../../kit/api.ts';
import { failure, faultsOf, valuesOf as valuesOfForm } from '../../../kit/form.ts';
import { isAbort } from '../../../kit/view.ts';
import { icon } from '../../../ui/icon.ts';
import type { AssessmentsModel } from '../model.ts';
import { pick } from '../show/filters.ts';
import { sectorText } from '../words.ts';
import { firstFields, moreFields, whenFields, type FieldsOf } from './fields.ts';
import { renderPlaces } from './places.ts';
import { NEW, toRecord, valuesOf, type EntryValues } from './values.ts';
import './entry.css';

/** The field that a refusal is about, by its code. */
const FIELD_OF_CODE: Record<string, string> = {
  'assessments.dates': 'end',
  'assessments.organisation': 'leads',
  'assessments.contact': 'artifacts',
  'assessments.microdata': 'artifacts',
};
const COVERS = ['units', 'country', 'affected'] as const;
/** After the last change, in milliseconds: nobody is asked about each letter. */
const QUIET = 400;

export class AssessmentEntry extends LitElement {
  static override properties: PropertyDeclarations = {
    model: { attribute: false },
    turn: { attribute: false },
    secret: { attribute: false },
    record: { attribute: false },
    values: { state: true },
    level: { state: true },
    found: { state: true },
    sought: { state: true },
    met: { state: true },
    checking: { state: true },
    error: { state: true },
    busy: { state: true },
    entered: { state: true },
  };
  declare model: AssessmentsModel;
  /** Another one whenever the model has changed. */
  declare turn: number;
  /** Of a link; null: by account. */
  declare secret: string | null;
  /** The record that is changed; null: a new one. */
  declare record: Assessment | null;
  declare private values: EntryValues;
  declare private level: number | null;
  declare private found: UnitAnswer[];
  declare private sought: string;
  /** Whom the record would meet; null while that is not known. */
  declare private met: CheckedAnswer | null;
  declare private checking: boolean;
  declare private error: unknown;
  declare private busy: boolean;
  declare private entered: EnteredAnswer | null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private aborts = new AbortController();

  constructor() {
    super();
    this.secret = this.record = this.level = this.met = this.error = this.entered = null;
    this.values = NEW;
    this.found = [];
    this.sought = '';
    this.checking = this.busy = false;
  }

  protected override createRenderRoot() {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.record) this.values = valuesOf(this.record, this.model.app.language);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
    this.aborts.abort();
  }

  private get shownLevel(): number {
    return this.level ?? this.model.level;
  }

  private readonly set = (patch: Partial<EntryValues>): void => {
    this.values = { ...this.values, ...patch };
    this.error = null;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.check(), QUIET);
  };

  private readonly input = (event: Event): void => {
    const form = event.currentTarget as HTMLFormElement;
    this.set(valuesOfForm(form) as Partial<EntryValues>);
  };

  private get said() {
    return toRecord(this.values, this.model.app.language, this.record, this.model.structure?.organisations ?? []);
  }

  private get asked() {
    const { app, scope } = this.model;
    return { params: { scope }, query: { lang: app.language }, authorization: this.secret === null ? null : `Entry ${this.secret}` };
  }

  /** Whom it would meet; nothing that is not whole enough to meet anybody is asked about. */
  private async check(): Promise<void> {
    const { title, sectors, start, places } = this.values;
    this.aborts.abort();
    this.aborts = new AbortController();
    if (title === '' || (sectors.length === 0 && places.length === 0 && start === '')) return void (this.met = null);
    this.checking = true;
    try {
      const { params, query, authorization } = this.asked;
      const of = this.record ? { of: this.record.id } : {};
      this.met = await this.model.app.api.call('checkAssessment', {
        params,
        query: { ...query, ...of },
        body: this.said,
        authorization,
        signal: this.aborts.signal,
      });
    } catch (error) {
      if (isAbort(error)) return;
      // What is wrong is told when it is sent.
      this.met = null;
      if (error instanceof ApiProblem && error.status === 401) this.error = error;
    }
    this.checking = false;
  }

  private async search(text: string): Promise<void> {
    this.sought = text;
    const { tilejson, app } = this.model;
    if (text.length < 2 || !tilejson) return void (this.found = []);
    const { answer } = this.model;
    const { units } = await app.api
      .getUnits(this.model.boundaries, answer.value!.version!, { q: text, limit: 12 }, this.aborts.signal)
      .catch(() => ({ units: [] as UnitAnswer[] }));
    if (this.sought === text) this.found = units.filter(({ level }) => level > 0);
  }

  private readonly submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (this.values.title.trim() === '') return this.querySelector<HTMLElement>('#entry-title')?.focus();
    this.busy = true;
    this.error = null;
    const { api } = this.model.app;
    const { params, query, authorization } = this.asked;
    try {
      if (this.record) {
        const { draft: _, ...body } = this.said;
        await api.call('changeAssessment', { params: { ...params, assessment: this.record.id }, query, body });
        this.dispatchEvent(new CustomEvent<string>('kept', { detail: this.record.id }));
      } else
        this.entered =
          authorization === null
            ? await api.call('createAssessment', { params, query, body: this.said })
            : await api.call('submitAssessment', { params, query, body: this.said, authorization });
    } catch (error) {
      this.error = error;
      await this.updateComplete;
      const wrong = this.querySelector<HTMLElement>('[aria-invalid], .field-fault');
      wrong?.closest('details')?.setAttribute('open', '');
      wrong?.focus();
    }
    this.busy = false;
    if (this.entered) this.scrollIntoView({ block: 'start' });
  };

  private get faults(): Record<string, string> {
    if (!(this.error instanceof ApiProblem)) return {};
    const own = FIELD_OF_CODE[this.error.code];
    return own ? { [own]: this.error.message } : faultsOf(this.error);
  }

  override render(): TemplateResult {
    const { t } = this.model;
    if (this.entered) return this.renderDone(this.entered);
    const { values, faults, error, record, secret } = this;
    const of: FieldsOf = { model: this.model, values, faults, set: this.set };
    const unsaid = error && Object.keys(faults).length === 0 ? error : null;
    return html`<form class="entry edit-form" novalidate @submit=${this.submit} @input=${this.input} @change=${this.input}>
      ${secret === null ? nothing : html`<p class="notice">${icon('info', 18)} <span>${t('assess.form.by-link')}</span></p>`}
      <p class="small muted">${t('assess.form.no-persons')}</p>
      <div class="entry-parts">
        <div class="edit-fields">${firstFields(of)} ${whenFields(of)}</div>
        <div class="edit-fields">${this.renderWhere()}</div>
      </div>
      ${moreFields(of, secret !== null)} ${this.renderMet()} ${failure(unsaid, t as never)}
      <div class="assess-buttons entry-send">
        <button class="button button-primary" ?disabled=${this.busy || values.title === ''}>${record ? t('assess.form.save') : t('assess.form.send')}</button>
        ${secret === null ? html`<button type="button" class="button" @click=${() => this.dispatchEvent(new CustomEvent('left'))}>${t('assess.form.cancel')}</button>` : nothing}
      </div>
    </form>`;
  }

  /** Fields in here tell by themselves what they hold. */
  private renderWhere(): TemplateResult {
    const { model, values, set } = this;
    const { t } = model;
    const covers = COVERS.map((each): [string, string] => [each, each === 'units' ? t('assess.form.covers.units') : t(`assess.covers.${each}`)]);
    const apart = (event: Event) => event.stopPropagation();
    const shown = values.covers === 'unknown' ? 'units' : values.covers;
    return html`<div class="edit-fields" @input=${apart} @change=${apart}>
      <div class="assess-fields">${pick(t('assess.form.where'), covers, shown, (chosen) => set({ covers: chosen as EntryValues['covers'] }))}</div>
      ${
        shown === 'units' && model.answer.value?.version
          ? renderPlaces({
              model,
              values,
              level: this.shownLevel,
              found: this.found,
              isNone: this.sought.length >= 2 && this.found.length === 0,
              set: (patch) => set({ covers: 'units', ...patch }),
              setLevel: (level) => (this.level = level),
              search: (text) => void this.search(text),
            })
          : nothing
      }
    </div>`;
  }

  /** Whom it meets, by name, so that they can talk before both go. */
  private renderMet(): TemplateResult {
    const { model, met, checking } = this;
    const { t } = model;
    const isClear = met !== null && met.overlaps.length + met.pairs.length === 0;
    return html`<div class="entry-met" role="status">
      ${checking && met === null ? html`<p class="small muted">${t('assess.form.checking')}</p>` : nothing}
      ${isClear ? html`<p class="small muted">${icon('check', 16)} ${t('assess.form.no-overlap')}</p>` : nothing} ${met ? renderMeets(model, met) : nothing}
    </div>`;
  }

  private renderDone(entered: EnteredAnswer): TemplateResult {
    const { t } = this.model;
    const again = () => {
      this.entered = this.met = null;
      this.values = { ...NEW, lead: this.values.lead };
    };
    return html`<div class="card-box entry-done">
      <p role="status">${icon('check', 20)} ${t(entered.state === 'confirmed' ? 'assess.form.done.confirmed' : 'assess.form.done.submitted')}</p>
      ${renderMeets(this.model, entered)}
      <div class="assess-buttons">
        <button
          class="button button-primary"
          @click=${() => this.dispatchEvent(new CustomEvent<string>('kept', { detail: this.secret === null ? entered.id : '' }))}
        >
          ${t('assess.form.back')}
        </button>
        <button class="button" @click=${again}>${t('assess.form.another')}</button>
      </div>
    </div>`;
  }
}

function renderMeets(model: AssessmentsModel, { overlaps, pairs }: Pick<CheckedAnswer, 'overlaps' | 'pairs'>): TemplateResult | typeof nothing {
  const { t } = model;
  if (overlaps.length + pairs.length === 0) return nothing;
  const sectorsOf = (codes: readonly string[]) => codes.map((code) => sectorText(t, code));
  return html`<div class="notice notice-warning entry-meets">
    ${icon('warning', 20)}
    <div>
      <p><strong>${t('assess.form.overlap.title')}</strong></p>
      <ul>
        ${overlaps.map(({ sectors, units, days, leadB }) => html`<li dir="auto">${t('assess.form.overlap', { lead: leadB, sectors: sectorsOf(sectors), units: model.unitNames(units), days })}</li>`)}
        ${pairs.map(({ title, likeness }) => html`<li dir="auto">${t('assess.form.pair', { title, percent: Math.round(likeness * 100) })}</li>`)}
      </ul>
    </div>
  </div>`;
}

customElements.define('assessment-entry', AssessmentEntry);
