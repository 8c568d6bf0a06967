/** `<document-changes>`: the dialog that says what will be done with a document before it is done. */
import { LitElement, html, nothing } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import { ApiProblem } from '../../../kit/api.ts';
import { failure, faultsOf, renderSays, valuesOf } from '../../../kit/form.ts';
import type { App } from '../../../kit/view.ts';
import { documentPath, sectionPath } from '../../../kit/workgroup/place.ts';
import '../../../ui/dialog.ts';
import type { CodDialog } from '../../../ui/dialog.ts';
import type { Change } from './change.ts';
import { approve, deleteComment, discard, endorse, remove, reopen, review, settings, unendorse, withdraw, type DocumentForm, type FormPage } from './forms.ts';
import type { DocumentModel } from './model.ts';

/** Terms of reference are looked at again after a year, if nobody says otherwise. */
const YEAR_MS = 365 * 24 * 3600 * 1000;
const laterBy = (day: string, ms: number): string => new Date(Date.parse(day) + ms).toISOString().slice(0, 10);

/** The field that a refusal is about, by its code. */
const FIELD_OF_CODE: Record<string, string> = {
  'document.reveals': 'accept',
  'document.review-order': 'reviewBy',
  'document.endorsed': 'group',
  'document.group-private': 'audience',
};

export class DocumentChanges extends LitElement {
  static override properties = {
    app: { attribute: false },
    model: { attribute: false },
    change: { state: true },
    values: { state: true },
    error: { state: true },
    busy: { state: true },
  };
  declare app: App;
  declare model: DocumentModel;
  declare private change: Change | null;
  declare private values: Record<string, string>;
  declare private error: unknown;
  declare private busy: boolean;
  private readonly dialog = createRef<CodDialog>();

  constructor() {
    super();
    this.change = this.error = null;
    this.values = {};
    this.busy = false;
  }

  protected override createRenderRoot() {
    return this;
  }

  async open(change: Change): Promise<void> {
    this.error = null;
    this.busy = false;
    this.values = this.firstValues(change);
    this.change = change;
    await this.updateComplete;
    await this.dialog.value?.show();
    await new Promise(requestAnimationFrame);
    this.querySelector<HTMLElement>('form input, form select, form textarea')?.focus();
  }

  private firstValues({ kind }: Change): Record<string, string> {
    const { today, document } = this.model.answer.value!;
    const reviewed = document.kind === 'tor' || document.kind === 'isp';
    if (kind === 'approve') return { approvedOn: today, validFrom: today, reviewBy: reviewed ? laterBy(today, YEAR_MS) : '' };
    if (kind === 'endorse') return { date: today };
    if (kind === 'settings') return { title: document.title, kind: document.kind, language: document.language, audience: document.audience };
    return {};
  }

  private get page(): FormPage {
    const { model, app } = this;
    return { t: model.t, app, scope: model.scope, answer: model.answer.value!, edition: model.edition.value!, values: this.values, faults: this.faults };
  }

  private get faults(): Record<string, string> {
    const { error } = this;
    if (!(error instanceof ApiProblem)) return {};
    // The day of a decision cannot lie in the future.
    const own = error.code === 'document.future' ? (this.change?.kind === 'endorse' ? 'date' : 'approvedOn') : FIELD_OF_CODE[error.code];
    if (own) return { [own]: error.message };
    // What is wrong with the form as a whole are its days.
    return Object.fromEntries(Object.entries(faultsOf(error)).map(([name, detail]) => [name || 'reviewBy', detail]));
  }

  private form(page: FormPage, change: Change): DocumentForm {
    switch (change.kind) {
      case 'review':
        return review(page);
      case 'reopen':
        return reopen(page);
      case 'approve':
        return approve(page);
      case 'endorse':
        return endorse(page);
      case 'unendorse':
        return unendorse(page, change.endorsement);
      case 'withdraw':
        return withdraw(page);
      case 'discard':
        return discard(page);
      case 'settings':
        return settings(page);
      case 'delete':
        return remove(page);
      default:
        return deleteComment(page, change.comment);
    }
  }

  private readonly input = (event: Event): void => {
    const form = event.currentTarget as HTMLFormElement;
    const boxes = [...form.querySelectorAll<HTMLInputElement>('input[type=checkbox]')].map(({ name, checked }) => [name, checked ? 'yes' : '']);
    this.values = { ...this.values, ...valuesOf(form), ...Object.fromEntries(boxes) };
  };

  private readonly submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { app, model } = this;
    this.busy = true;
    this.error = null;
    try {
      const done = await this.form(this.page, this.change!).send();
      this.dialog.value?.hide();
      app.toast(model.t('document.done'));
      if (done === 'document-gone') app.navigate(app.href(sectionPath(model.scope, 'documents')));
      else if (done === 'version-gone') app.navigate(app.href(documentPath(model.scope, model.id)));
      await model.load();
    } catch (error) {
      this.error = error;
      await this.updateComplete;
      this.querySelector<HTMLElement>('[aria-invalid]')?.focus();
    } finally {
      this.busy = false;
    }
  };

  override render() {
    const { change, model } = this;
    if (!change || !model.edition.value) return nothing;
    const { t } = model;
    const page = this.page;
    const form = this.form(page, change);
    const said = form.says();
    const unsaid = this.error && Object.keys(page.faults).length === 0 ? this.error : null;
    return html`<cod-dialog ${ref(this.dialog)} heading=${form.heading} close=${t('document.cancel')} @closed=${() => (this.change = null)}>
      <form id="document-form" class="edit-form" novalidate @submit=${this.submit} @input=${this.input} @change=${this.input}>
        ${form.fields()} ${failure(unsaid, t as never)} ${renderSays(t('document.says'), said, form.ending)}
      </form>
      <button slot="actions" type="submit" form="document-form" class="button button-primary" ?disabled=${this.busy || said.length === 0}>${form.save}</button>
      <button slot="actions" type="button" class="button" @click=${() => this.dialog.value?.hide()}>${t('document.cancel')}</button>
    </cod-dialog>`;
  }
}

customElements.define('document-changes', DocumentChanges);
