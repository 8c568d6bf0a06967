/** `<export-dialog>`: a list of contacts as a file: in which format, what for, for whom; and how many people are in it before it is fetched. */
import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import type { ContactFormat } from '../../../../../server/contract/contacts/files.ts';
import type { ContactsAnswer } from '../../../../../server/contract/contacts/contacts.ts';
import { toAddress } from '../../../../../server/contract/paths.ts';
import type contactEditMessages from '../../../../../server/words/en/interface/workgroup/contactEdit.ts';
import { loadMessages } from '../../../../i18n/load.ts';
import { createTranslate, type Translate } from '../../../../i18n/translate.ts';
import { failure, field } from '../../../../kit/form.ts';
import type { App } from '../../../../kit/view.ts';
import '../../../../ui/dialog.ts';
import type { CodDialog } from '../../../../ui/dialog.ts';
import { icon } from '../../../../ui/icon.ts';
import { reasonsOf } from '../left.ts';
import type { ContactKey } from '../words.ts';
import './export.css';

type Key = ContactKey | keyof typeof contactEditMessages;
/** What the list is of, as the server is asked. */
export type ListOf = Partial<Record<'group' | 'hub' | 'organisation' | 'role' | 'q' | 'page', string>>;

const FORMATS: readonly ContactFormat[] = ['vcf', 'vcf3', 'csv', 'xlsx', 'txt', 'json'];

export class ExportDialog extends LitElement {
  static override properties = {
    app: { attribute: false },
    scope: { attribute: false },
    list: { state: true },
    answer: { state: true },
    who: { state: true },
    format: { state: true },
    purpose: { state: true },
    error: { state: true },
    faulty: { state: true },
    t: { state: true },
  };
  declare app: App;
  declare scope: string;
  declare private list: ListOf | null;
  /** What would be in the file now. */
  declare private answer: ContactsAnswer | null;
  declare private who: string;
  declare private format: ContactFormat;
  declare private purpose: string;
  declare private error: unknown;
  declare private faulty: boolean;
  declare private t: Translate<Key> | null;
  private readonly dialog = createRef<CodDialog>();

  constructor() {
    super();
    this.list = this.answer = this.error = this.t = null;
    this.who = this.purpose = '';
    this.format = 'vcf';
    this.faulty = false;
  }

  protected override createRenderRoot() {
    return this;
  }

  async open(list: ListOf): Promise<void> {
    const { language, api } = this.app;
    this.t = createTranslate(
      language,
      await loadMessages(language, 'coordination', 'workgroup/contacts', 'workgroup/contactEdit'),
    ) as unknown as Translate<Key>;
    this.list = list;
    this.answer = this.error = null;
    this.faulty = false;
    await this.updateComplete;
    await this.dialog.value?.show();
    try {
      const [{ user }, answer] = await Promise.all([
        api.call('getSession'),
        api.call('getContacts', { params: { scope: this.scope }, query: { ...list, for: 'file' } as never }),
      ]);
      this.who = user?.name ?? '';
      this.answer = answer;
    } catch (error) {
      this.error = error;
    }
  }

  /** A link, so that the browser keeps the file under the name that the server gives it. */
  private fetch(): void {
    const { list, format, purpose, app, scope } = this;
    if (purpose.trim() === '') {
      this.faulty = true;
      void this.updateComplete.then(() => this.querySelector<HTMLElement>('[aria-invalid]')?.focus());
      return;
    }
    const href = toAddress('exportContacts', { scope, format }, { ...list, lang: app.language, purpose: purpose.trim() });
    Object.assign(document.createElement('a'), { href, download: '' }).click();
    this.dialog.value?.hide();
  }

  override render() {
    const { t, list, answer, faulty } = this;
    if (!t || !list) return nothing;
    const count = answer?.cards.length ?? 0;
    return html`<cod-dialog ${ref(this.dialog)} heading=${t('export.title')} close=${t('contacts.close')} @closed=${() => (this.list = null)}>
      <form id="export-form" class="export" novalidate @submit=${(event: Event) => (event.preventDefault(), this.fetch())}>
        ${failure(this.error, t as never)} ${answer ? this.renderCount(answer, t) : html`<p role="status" class="muted">${t('contacts.loading')}</p>`}
        <fieldset class="export-formats">
          <legend class="field-label">${t('export.format')}</legend>
          ${FORMATS.map(
            (format) =>
              html`<label
                ><input type="radio" name="format" value=${format} .checked=${format === this.format} @change=${() => (this.format = format)} />
                <span>${t(`export.format.${format}`)} <span class="small muted">${t(`export.format.${format}.for`)}</span></span></label
              >`,
          )}
        </fieldset>
        <div @input=${(event: Event) => ((this.purpose = (event.target as HTMLInputElement).value), (this.faulty = false))}>
          ${field({ name: 'purpose', id: 'export-purpose', label: t('export.purpose'), hint: t('export.purpose.hint'), value: this.purpose, required: true, fault: faulty ? t('export.fault') : undefined })}
        </div>
        ${this.who ? html`<p class="small">${icon('info', 16)} ${t('export.says', { who: this.who })}</p>` : nothing}
      </form>
      <button slot="actions" type="submit" form="export-form" class="button button-primary" ?disabled=${count === 0}>
        ${icon('download', 18)} ${t('export.get', { count })}
      </button>
      <button slot="actions" type="button" class="button" @click=${() => this.dialog.value?.hide()}>${t('contacts.cancel')}</button>
    </cod-dialog>`;
  }

  private renderCount({ cards, leftOut }: ContactsAnswer, t: Translate<Key>): TemplateResult {
    return html`<div class="export-count" role="status">
      <p><strong>${t('export.count', { count: cards.length })}</strong></p>
      ${leftOut.persons > 0 ? html`<p class="small">${t('export.left.persons', { count: leftOut.persons })} ${reasonsOf(leftOut, t).join(' · ')}</p>` : nothing}
      ${leftOut.fields > 0 ? html`<p class="small">${t('export.left.fields', { count: leftOut.fields })}</p>` : nothing}
    </div>`;
  }
}

customElements.define('export-dialog', ExportDialog);
