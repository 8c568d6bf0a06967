/** The end of digests, for whoever has the link of a message: one button, no account. */
import { html, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Translate } from '../../i18n/translate.ts';
import { failure } from '../../kit/form.ts';
import { pageHeader } from '../../kit/header.ts';
import { View } from '../../kit/view.ts';
import { icon } from '../../ui/icon.ts';
import type { NewsKey } from './words.ts';

class UnsubscribeView extends View<NewsKey> {
  static override properties: PropertyDeclarations = { done: { state: true }, error: { state: true } };
  declare private done: boolean;
  declare private error: unknown;

  constructor() {
    super();
    this.done = false;
    this.error = null;
  }

  protected override firstUpdated(): void {
    this.app.setTitle(this.t('unsubscribe.title'));
  }

  private async end(): Promise<void> {
    this.error = null;
    try {
      await this.app.api.call('unsubscribe', { params: { token: this.params['token']! } });
      this.done = true;
    } catch (error) {
      this.error = error;
    }
  }

  override render(): TemplateResult {
    const { t, app, done } = this;
    return html`${pageHeader(app, t as never)}
      <main id="content" class="narrow" tabindex="-1">
        <h1 tabindex="-1">${t('unsubscribe.title')}</h1>
        ${
          done
            ? html`<p class="notice notice-good" role="status">${icon('check', 18)} <span>${t('unsubscribe.done')}</span></p>`
            : html`<p>${t('unsubscribe.lead')}</p>
                ${failure(this.error, t as unknown as Translate)}
                <p class="actions"><button class="button button-primary" @click=${() => void this.end()}>${t('unsubscribe.end')}</button></p>`
        }
      </main>`;
  }
}

customElements.define('unsubscribe-view', UnsubscribeView);
