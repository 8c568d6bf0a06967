/** The dialog that says what will be done before it is done: the base of `<document-changes>`, `<meeting-changes>` and `<group-changes>`. */
import { LitElement, html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import type { Translate } from '../../i18n/translate.ts';
import '../../ui/dialog.ts';
import type { CodDialog } from '../../ui/dialog.ts';
import { ApiProblem } from '../api.ts';
import { failure, renderSays, valuesOf } from '../form.ts';
import type { App } from '../view.ts';

export type Values = Record<string, string>;

/** The form of one change. */
export interface FormOf<Done> {
  heading: string;
  /** What the button says. */
  save: string;
  /** It takes something away. */
  ending?: boolean;
  fields: () => TemplateResult | typeof nothing;
  /** What will have happened, sentence by sentence. Empty: nothing can be sent yet. */
  says: () => string[];
  /** @returns what the page is to do after it */
  send: () => Promise<Done>;
}

export abstract class Changes<Change, Done> extends LitElement {
  static override properties: PropertyDeclarations = {
    app: { attribute: false },
    change: { state: true },
    values: { state: true },
    error: { state: true },
    busy: { state: true },
  };
  declare app: App;
  /** null: the dialog is closed. */
  declare protected change: Change | null;
  /** What the fields hold, by name; '' and absent are the same. */
  declare protected values: Values;
  declare private error: unknown;
  declare private busy: boolean;
  private readonly dialog = createRef<CodDialog>();

  constructor() {
    super();
    this.change = this.error = null;
    this.values = {};
    this.busy = false;
  }

  /** What the fields hold at first. */
  protected abstract firstValues(change: Change): Values;

  protected abstract form(change: Change): FormOf<Done>;

  /** Sentences by field. */
  protected abstract faultsIn(problem: ApiProblem): Values;

  /** It was sent, and the dialog is closed. */
  protected abstract done(done: Done): void | Promise<void>;

  /** What follows from a field for others. */
  protected taken(_before: Values, after: Values): Values {
    return after;
  }

  protected get faults(): Values {
    return this.error instanceof ApiProblem ? this.faultsIn(this.error) : {};
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
    this.querySelector<HTMLElement>('form input, form select, form textarea, form cod-combobox')?.focus();
  }

  private readonly input = (event: Event): void => {
    const form = event.currentTarget as HTMLFormElement;
    const boxes = [...form.querySelectorAll<HTMLInputElement>('input[type=checkbox]')].map(({ name, checked }) => [name, checked ? 'yes' : '']);
    this.values = this.taken(this.values, { ...this.values, ...valuesOf(form), ...Object.fromEntries(boxes) });
  };

  private readonly submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    this.busy = true;
    this.error = null;
    try {
      const done = await this.form(this.change!).send();
      this.dialog.value?.hide();
      await this.done(done);
    } catch (error) {
      this.error = error;
      await this.updateComplete;
      const wrong = this.querySelector<HTMLElement>('[aria-invalid]');
      wrong?.closest('details')?.setAttribute('open', '');
      wrong?.focus();
    } finally {
      this.busy = false;
    }
  };

  /** @param says the heading of the sentences */
  protected renderDialog(t: Translate<never>, { says, cancel }: { says: string; cancel: string }): TemplateResult | typeof nothing {
    const { change, error } = this;
    if (!change) return nothing;
    const form = this.form(change);
    const said = form.says();
    const unsaid = error && Object.keys(this.faults).length === 0 ? error : null;
    return html`<cod-dialog ${ref(this.dialog)} heading=${form.heading} close=${cancel} @closed=${() => (this.change = null)}>
      <form id="change-form" class="edit-form" novalidate @submit=${this.submit} @input=${this.input} @change=${this.input}>
        ${form.fields()} ${failure(unsaid, t as never)} ${renderSays(says, said, form.ending)}
      </form>
      <button slot="actions" type="submit" form="change-form" class="button button-primary" ?disabled=${this.busy || said.length === 0}>${form.save}</button>
      <button slot="actions" type="button" class="button" @click=${() => this.dialog.value?.hide()}>${cancel}</button>
    </cod-dialog>`;
  }
}
