/** `<mail-list>`: messages that are due and that the server does not send, for whoever keeps the list to pass on. */
import { LitElement, html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { MailEntry, MailsAnswer, MailTextAnswer } from '../../../../server/contract/mail/mail.ts';
import type mailMessages from '../../../../server/words/en/interface/workgroup/mails.ts';
import { loadMessages } from '../../../i18n/load.ts';
import { createTranslate, type Translate } from '../../../i18n/translate.ts';
import { failure } from '../../../kit/form.ts';
import type { App } from '../../../kit/view.ts';
import { renderFolded } from '../../../kit/workgroup/folded.ts';
import { icon } from '../../../ui/icon.ts';

type Key = keyof typeof mailMessages;
/** The others are behind a fold. */
const SHOWN = 5;

export class MailList extends LitElement {
  static override properties: PropertyDeclarations = {
    app: { attribute: false },
    scope: { attribute: false },
    answer: { state: true },
    taken: { state: true },
    error: { state: true },
    t: { state: true },
  };
  declare app: App;
  declare scope: string;
  declare private answer: MailsAnswer | null;
  /** The text that is shown, and of which message. */
  declare private taken: { mail: MailEntry; text: MailTextAnswer } | null;
  declare private error: unknown;
  declare private t: Translate<Key> | null;

  constructor() {
    super();
    this.answer = this.taken = this.error = this.t = null;
  }

  protected override createRenderRoot() {
    return this;
  }

  protected override firstUpdated(): void {
    void this.load();
  }

  private async load(): Promise<void> {
    const { app, scope } = this;
    try {
      const [messages, answer] = await Promise.all([loadMessages(app.language, 'workgroup/mails'), app.api.call('listMails', { params: { scope } })]);
      this.t = createTranslate(app.language, messages);
      this.answer = answer;
    } catch (error) {
      this.error = error;
    }
  }

  /** Those that nobody sends unless somebody passes them on. */
  private get due(): MailEntry[] {
    const { sends, mails } = this.answer!;
    return mails.filter(({ state, to }) => state === 'failed' || (state === 'due' && (!sends || to === null)));
  }

  private async take(mail: MailEntry): Promise<void> {
    const { app, scope } = this;
    this.error = null;
    try {
      this.taken = { mail, text: await app.api.call('writeMail', { params: { scope, mail: mail.id }, body: {} }) };
      await this.updateComplete;
      this.querySelector<HTMLElement>('.mail-text textarea')?.focus();
    } catch (error) {
      this.error = error;
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    const { t, answer, error, taken } = this;
    // Whoever may not pass any on is not told that there are some.
    if (!t || !answer || (this.due.length === 0 && !taken)) return nothing;
    const items = this.due.map((mail) => this.renderMail(mail));
    return html`<section class="gaps mails" aria-labelledby="mails-title">
      <h2 id="mails-title">${icon('share', 18)} ${t('mails.title', { count: this.due.length })}</h2>
      <p class="muted small">${t(answer.sends ? 'mails.failed' : 'mails.lead')}</p>
      ${error ? failure(error, t as never) : nothing} ${renderFolded(items, { shown: SHOWN, more: (count) => t('mails.title', { count }) })}
      ${taken ? this.renderText(taken.mail, taken.text) : nothing}
    </section>`;
  }

  private renderMail(mail: MailEntry): TemplateResult {
    const { app } = this;
    const t = this.t!;
    const kind = mail.kind === 'invite' ? 'confirm' : mail.kind;
    return html`<li>
      <span
        ><strong dir="auto">${mail.person.name}</strong> – ${t(`mails.kind.${kind}`, { about: mail.about ?? '' })}
        ${mail.until ? html`<span class="muted small">${t('mails.until', { date: app.format.date(mail.until.slice(0, 10)) })}</span>` : nothing}
        ${mail.to === null ? html`<span class="muted small">${t('mails.no-address')}</span>` : nothing}</span
      >
      <button class="button" aria-label=${t('mails.take.of', { name: mail.person.name })} @click=${() => void this.take(mail)}>${t('mails.take')}</button>
    </li>`;
  }

  private renderText({ person, id }: MailEntry, { to, subject, text }: MailTextAnswer): TemplateResult {
    const { app } = this;
    const t = this.t!;
    const field = `mail-${id}`;
    const copy = () => void navigator.clipboard.writeText(`${subject}\n\n${text}`).then(() => app.toast(t('mails.copied')));
    const close = () => {
      this.taken = null;
      void this.load();
    };
    return html`<div class="mail-text">
      <label class="field-label" for=${field}>${t('mails.text', { name: person.name })}</label>
      <p dir="auto"><strong>${subject}</strong> ${to ? html`<bdi class="muted small">${to}</bdi>` : nothing}</p>
      <textarea id=${field} class="input" rows="10" readonly dir="auto" .value=${text}></textarea>
      <p class="muted small">${t('mails.once')}</p>
      <p class="actions">
        <button class="button button-primary" @click=${copy}>${t('mails.copy')}</button>
        <a class="button" href=${`mailto:${encodeURIComponent(to ?? '')}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text)}`}
          >${t('mails.open')}</a
        >
        <button class="button" @click=${close}>${t('mails.close')}</button>
      </p>
    </div>`;
  }
}

customElements.define('mail-list', MailList);
