/** `<reason-dialog>`: asks for a reason, does what it is for, and stays open with the server's sentence where that is refused. */
import { html, nothing, type PropertyDeclarations } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import type { VersionAnswer } from '../../../server/contract/datasets/api.ts';
import type { DraftKey } from './model.ts';
import type { Question } from './question.ts';
import '../../ui/dialog.ts';
import type { CodDialog } from '../../ui/dialog.ts';
import { View } from '../../kit/view.ts';
import { failure, field, valuesOf } from '../../kit/form.ts';

export class ReasonDialog extends View<DraftKey> {
  static override properties: PropertyDeclarations = { question: { state: true }, error: { state: true }, busy: { state: true } };
  declare private question: Question | null;
  declare private error: unknown;
  declare private busy: boolean;
  private readonly dialog = createRef<CodDialog>();
  private answer: (result: VersionAnswer | null) => void = () => {};

  constructor() {
    super();
    this.question = this.error = null;
    this.busy = false;
  }

  /** @returns what `run` gave, or null where the person closed the dialog. */
  async ask(question: Question): Promise<VersionAnswer | null> {
    this.question = question;
    this.error = null;
    await this.updateComplete;
    const field = this.querySelector<HTMLTextAreaElement>('textarea');
    if (field) field.value = '';
    await this.dialog.value!.show();
    return new Promise((resolve) => (this.answer = resolve));
  }

  private readonly submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { reason } = valuesOf(event.currentTarget as HTMLFormElement);
    this.busy = true;
    this.error = null;
    try {
      const result = await this.question!.run(reason ?? '');
      this.answer(result);
      this.dialog.value!.hide();
    } catch (error) {
      this.error = error;
    } finally {
      this.busy = false;
    }
  };

  override render() {
    const { t, question } = this;
    return html`<cod-dialog ${ref(this.dialog)} heading=${question?.heading ?? ''} close=${t('draft.close')} @closed=${() => this.answer(null)}>
      ${
        question
          ? html`${question.beside ?? nothing}
              <form @submit=${this.submit}>
                <p>${question.lead}</p>
                ${question.more ? html`<p dir="auto">${question.more}</p>` : nothing}
                ${question.quote ? html`<blockquote dir="auto">${question.quote}</blockquote>` : nothing} ${failure(this.error, t as never)}
                ${question.required === null ? nothing : field({ name: 'reason', label: t('draft.reason'), hint: t('draft.reason.hint'), rows: 3, required: question.required })}
                ${question.after ?? nothing}
                <p class="actions">
                  <button class="button button-primary" ?disabled=${this.busy}>${question.action}</button>
                  <button type="button" class="button" @click=${() => this.dialog.value!.hide()}>${t('draft.cancel')}</button>
                </p>
              </form>`
          : nothing
      }
    </cod-dialog>`;
  }
}

customElements.define('reason-dialog', ReasonDialog);
