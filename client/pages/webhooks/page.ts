/** Webhooks of a country, or of all: receivers that are told what happens to data, what was sent to each, and what became of it. */
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import type { Delivery, Hook, HooksAnswer } from '../../../server/contract/news/news.ts';
import type { Translate } from '../../i18n/translate.ts';
import { signInHref } from '../../kit/address.ts';
import { ApiProblem, requireUser } from '../../kit/api.ts';
import { failure } from '../../kit/form.ts';
import { pageHeader } from '../../kit/header.ts';
import { isAbort, View } from '../../kit/view.ts';
import { scopeOf } from '../../kit/workgroup/place.ts';
import { icon } from '../../ui/icon.ts';
import '../../ui/dialog.ts';
import type { CodDialog } from '../../ui/dialog.ts';
import { readForm, renderForm } from './form.ts';
import { renderDeliveries } from './deliveries.ts';
import type { HookKey } from './words.ts';
import './page.css';

class WebhooksView extends View<HookKey> {
  static override properties: PropertyDeclarations = {
    answer: { state: true },
    error: { state: true },
    fault: { state: true },
    secret: { state: true },
    opened: { state: true },
    deliveries: { state: true },
    removing: { state: true },
  };
  declare private answer: HooksAnswer | null;
  declare private error: unknown;
  declare private fault: unknown;
  /** Shown this once. */
  declare private secret: { url: string; text: string } | null;
  /** Of which deliveries are shown. */
  declare private opened: string | null;
  declare private deliveries: readonly Delivery[];
  declare private removing: Hook | null;
  private readonly dialog = createRef<CodDialog>();
  private readonly stop = new AbortController();

  constructor() {
    super();
    this.answer = this.error = this.fault = this.secret = this.opened = this.removing = null;
    this.deliveries = [];
  }

  private get scope(): string {
    return scopeOf(this.params);
  }

  protected override firstUpdated(): void {
    this.app.setTitle(this.t('hooks.title'));
    void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop.abort();
  }

  private async load(): Promise<void> {
    this.error = null;
    try {
      await requireUser(this.app.api, this.stop.signal);
      this.answer = await this.app.api.call('listWebhooks', { params: { scope: this.scope }, signal: this.stop.signal });
    } catch (error) {
      if (!isAbort(error)) this.error = error;
    }
  }

  /** A change; the list as it is now follows. @returns whether it went well */
  private async change(work: () => Promise<unknown>): Promise<boolean> {
    this.fault = null;
    try {
      await work();
      await this.load();
      return true;
    } catch (error) {
      this.fault = error;
      return false;
    }
  }

  private readonly add = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const body = readForm(form);
    const done = await this.change(async () => {
      const { hook, secret } = await this.app.api.call('createWebhook', { params: { scope: this.scope }, body });
      this.secret = { url: hook.url, text: secret };
    });
    if (done) form.reset();
  };

  private about = (hook: Hook) => ({ scope: this.scope, hook: hook.id });

  private async show(hook: Hook): Promise<void> {
    if (this.opened === hook.id) {
      this.opened = null;
      return;
    }
    this.opened = hook.id;
    this.deliveries = [];
    await this.follow(this.app.api.call('listDeliveries', { params: this.about(hook) }));
  }

  private async follow(asked: Promise<{ deliveries: Delivery[] }>): Promise<void> {
    this.fault = null;
    try {
      this.deliveries = (await asked).deliveries;
    } catch (error) {
      this.fault = error;
    }
  }

  private async test(hook: Hook): Promise<void> {
    this.opened = hook.id;
    await this.follow(this.app.api.call('testWebhook', { params: this.about(hook) }));
    this.app.toast(this.t('hooks.test.sent'));
  }

  private rotate(hook: Hook): Promise<boolean> {
    return this.change(async () => {
      const { secret } = await this.app.api.call('rotateWebhook', { params: this.about(hook) });
      this.secret = { url: hook.url, text: secret };
    });
  }

  private askRemove(hook: Hook): void {
    this.removing = hook;
    void this.dialog.value!.show();
  }

  override render() {
    const { t, app } = this;
    return html`${pageHeader(app, t as never)}
      <main id="content" class="wide" tabindex="-1">
        <header>
          <h1 tabindex="-1">${t('hooks.title')}</h1>
          <p class="muted">${t('hooks.lead')}</p>
        </header>
        ${this.answer ? this.renderAnswer(this.answer) : this.renderWait()}
      </main>
      ${this.renderRemoval()}`;
  }

  private renderWait(): TemplateResult {
    const { t, app, error } = this;
    if (!error) return this.loading(t('hooks.loading'));
    const back = html`<a class="button button-primary" href=${app.href('/')}>${t('nav.home')}</a>`;
    if (!(error instanceof ApiProblem && (error.status === 401 || error.status === 403)))
      return this.failed(error, () => void this.load(), { notFound: t('hooks.missing'), back });
    return html`<div class="state">
      ${icon('error', 40)}
      <h2>${t('hooks.forbidden')}</h2>
      <a class="button button-primary" href=${signInHref(app)}>${t('nav.account')}</a>
    </div>`;
  }

  private renderAnswer(answer: HooksAnswer): TemplateResult {
    const { t, secret } = this;
    const { hooks, sends, hosts } = answer;
    return html`${secret ? this.renderSecret(secret) : nothing} ${failure(this.fault, t as unknown as Translate)}
    ${
      sends
        ? html`<p class="small muted">${t('hooks.hosts')} <bdi dir="ltr">${hosts.join(', ')}</bdi></p>`
        : html`<p class="notice notice-warning">${icon('warning', 18)} <span>${t('hooks.off')}</span></p>`
    }
    ${hooks.length === 0 ? html`<p class="notice">${icon('info', 18)} <span>${t('hooks.none')}</span></p>` : nothing}
    ${hooks.map((hook) => this.renderHook(hook))}
    ${
      sends
        ? html`<section class="card-box" aria-labelledby="hooks-add">
            <h2 id="hooks-add">${t('hooks.add')}</h2>
            ${renderForm(t, answer, this.add)}
          </section>`
        : nothing
    }`;
  }

  private renderSecret({ url, text }: { url: string; text: string }): TemplateResult {
    const { t, app } = this;
    const copy = () => void navigator.clipboard.writeText(text).then(() => app.toast(t('hooks.copied')));
    return html`<section class="card-box" role="status">
      <p class="notice notice-good">
        ${icon('check', 18)} <span>${t('hooks.secret')} <bdi dir="ltr">${url}</bdi></span>
      </p>
      <p class="secret"><code dir="ltr" tabindex="0">${text}</code><button class="button" @click=${copy}>${icon('copy', 18)} ${t('hooks.copy')}</button></p>
    </section>`;
  }

  private renderHook(hook: Hook): TemplateResult {
    const { t, app } = this;
    const { id, url, events, group, dataset, reach, state, waiting, failingSince, bothUntil, createdBy } = hook;
    const turn = (to: 'on' | 'off') => void this.change(() => app.api.call('changeWebhook', { params: this.about(hook), body: { state: to } }));
    const look = { on: 'badge-good', off: '', disabled: 'badge-error' }[state];
    const facts = [
      events.map((each) => t(`hooks.event.${each}`)).join(' · '),
      group === null && dataset === null ? t('hooks.whole') : [group, dataset].filter(Boolean).join(' · '),
      t(`hooks.reach.${reach}`),
      waiting > 0 ? t('hooks.waiting', { count: waiting }) : '',
      failingSince ? t('hooks.failing', { date: app.format.date(failingSince) }) : '',
      bothUntil ? t('hooks.both', { date: app.format.date(bothUntil) }) : '',
      t('hooks.by', { name: createdBy }),
    ];
    return html`<section class="card-box" aria-label=${url}>
      <p class="hooks-url"><code dir="ltr">${url}</code> <span class="badge ${look}">${t(`hooks.state.${state}`)}</span></p>
      <ul class="hooks-facts small muted">
        ${facts.filter(Boolean).map((fact) => html`<li><bdi>${fact}</bdi></li>`)}
      </ul>
      <div class="actions">
        <button class="button" @click=${() => void this.test(hook)}>${t('hooks.test')}</button>
        <button class="button" aria-expanded=${this.opened === id} @click=${() => void this.show(hook)}>${t('hooks.deliveries')}</button>
        <button class="button" @click=${() => turn(state === 'on' ? 'off' : 'on')}>${t(state === 'on' ? 'hooks.turn-off' : 'hooks.turn-on')}</button>
        <button class="button" @click=${() => void this.rotate(hook)}>${t('hooks.rotate')}</button>
        <button class="button button-plain" @click=${() => this.askRemove(hook)}>${t('hooks.remove')}</button>
      </div>
      ${
        this.opened === id
          ? renderDeliveries(t, app.format, this.deliveries, {
              resend: (delivery) => void this.follow(app.api.call('resendDelivery', { params: { ...this.about(hook), delivery } })),
              reload: () => void this.follow(app.api.call('listDeliveries', { params: this.about(hook) })),
            })
          : nothing
      }
    </section>`;
  }

  private renderRemoval(): TemplateResult {
    const { t, removing } = this;
    const remove = async () => {
      this.dialog.value!.hide();
      if (removing) await this.change(() => this.app.api.call('deleteWebhook', { params: this.about(removing) }));
    };
    return html`<cod-dialog ${ref(this.dialog)} heading=${t('hooks.remove')} close=${t('hooks.cancel')}>
      <p>${t('hooks.remove.sure')}</p>
      <p><code dir="ltr">${removing?.url}</code></p>
      <button slot="actions" class="button" @click=${() => this.dialog.value!.hide()}>${t('hooks.cancel')}</button>
      <button slot="actions" class="button button-primary" @click=${() => void remove()}>${t('hooks.remove')}</button>
    </cod-dialog>`;
  }
}

customElements.define('webhooks-view', WebhooksView);
