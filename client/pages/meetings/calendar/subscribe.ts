/** `<calendar-subscribe>`: addresses that calendar programs and news readers look at by themselves; public ones, and those of the reader. */
import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import type { CalendarAbout, CalendarLink } from '../../../../server/contract/meetings/calendars.ts';
import { toAddress } from '../../../../server/contract/paths.ts';
import { choice, failure } from '../../../kit/form.ts';
import type { App } from '../../../kit/view.ts';
import '../../../ui/dialog.ts';
import type { CodDialog } from '../../../ui/dialog.ts';
import { icon } from '../../../ui/icon.ts';
import type { Words } from '../words.ts';
import type { CalendarModel } from './model.ts';
import '../edit/edit.css';

export class CalendarSubscribe extends LitElement {
  static override properties = {
    app: { attribute: false },
    t: { attribute: false },
    model: { attribute: false },
    isOpen: { state: true },
    links: { state: true },
    made: { state: true },
    error: { state: true },
    busy: { state: true },
  };
  declare app: App;
  declare t: Words;
  declare model: CalendarModel;
  declare private isOpen: boolean;
  declare private links: CalendarLink[];
  /** Address of the one that was just made. */
  declare private made: string | null;
  declare private error: unknown;
  declare private busy: boolean;
  private readonly dialog = createRef<CodDialog>();

  constructor() {
    super();
    this.isOpen = this.busy = false;
    this.links = [];
    this.made = this.error = null;
  }

  protected override createRenderRoot() {
    return this;
  }

  async open(): Promise<void> {
    this.isOpen = true;
    this.made = this.error = null;
    await this.updateComplete;
    await this.dialog.value?.show();
    if (this.model.answer.value?.may.ownCalendar) await this.load();
  }

  private async load(): Promise<void> {
    const { links } = await this.app.api.call('listCalendarLinks', {});
    this.links = links.filter(({ scope }) => (scope as string) === this.model.scope);
  }

  private async attempt(run: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.error = null;
    try {
      await run();
      await this.load();
    } catch (error) {
      this.error = error;
    } finally {
      this.busy = false;
    }
  }

  private readonly make = (event: SubmitEvent): void => {
    event.preventDefault();
    const which = (new FormData(event.currentTarget as HTMLFormElement).get('about') as string | null) ?? 'own';
    const about: CalendarAbout = which === 'own' || which === 'all' ? { is: which } : { is: 'group', group: which.slice(1) };
    void this.attempt(async () => {
      const { path } = await this.app.api.call('createCalendarLink', { body: { scope: this.model.scope, about } });
      this.made = new URL(path, location.origin).href;
    });
  };

  private revoke(id: string): void {
    void this.attempt(async () => {
      await this.app.api.call('deleteCalendarLink', { params: { link: id } });
      this.made = null;
      this.app.toast(this.t('subscribe.own.revoked'));
    });
  }

  private copy(text: string): void {
    navigator.clipboard.writeText(text).then(
      () => this.app.toast(this.t('subscribe.copied')),
      () => this.app.toast(this.t('subscribe.copy-failed')),
    );
  }

  private renderAddress(href: string, label: string): TemplateResult {
    const { t } = this;
    return html`<p class="subscribe-address"><code dir="ltr" tabindex="0" aria-label=${label}>${href}</code></p>
      <p class="actions">
        <a class="button" href=${href.replace(/^https?:/, 'webcal:')}>${icon('calendar', 18)} ${t('subscribe.open')}</a>
        <button class="button" type="button" @click=${() => this.copy(href)}>${icon('copy', 18)} ${t('subscribe.copy')}</button>
      </p>`;
  }

  override render() {
    if (!this.isOpen) return nothing;
    const { t, app, model } = this;
    const { group } = model.state;
    const { scope, place: of } = model;
    const query = { lang: app.language };
    const at = (path: string) => new URL(path, location.origin).href;
    const calendar = at(group ? toAddress('getGroupCalendar', { scope, group }, query) : toAddress('getCountryCalendar', { scope }, query));
    const feed = at(group ? toAddress('getGroupFeed', { scope, group }, query) : toAddress('getCountryFeed', { scope }, query));
    return html`<cod-dialog ${ref(this.dialog)} heading=${t('subscribe.title')} close=${t('subscribe.close')} @closed=${() => (this.isOpen = false)}>
      <div class="subscribe">
        <p>${t('subscribe.lead')}</p>
        <section>
          <h3>${t('subscribe.public', { of })}</h3>
          ${this.renderAddress(calendar, t('subscribe.public', { of }))}
          <p class="small"><a href=${feed}>${t('subscribe.news', { of })}</a></p>
        </section>
        ${model.answer.value?.may.ownCalendar ? this.renderOwn() : nothing}
      </div>
    </cod-dialog>`;
  }

  private aboutText(about: CalendarAbout): string {
    return about.is === 'group' ? this.t('subscribe.about.group', { group: this.model.groupName(about.group) }) : this.t(`subscribe.about.${about.is}`);
  }

  private renderOwn(): TemplateResult {
    const { t, model, app } = this;
    const { group } = model.state;
    const options: [string, string][] = [
      ['own', t('subscribe.about.own')],
      ['all', t('subscribe.about.all')],
      ...(group ? [[`:${group}`, this.aboutText({ is: 'group', group })] as [string, string]] : []),
    ];
    return html`<section>
      <h3>${t('subscribe.own')}</h3>
      <p>${t('subscribe.own.lead')}</p>
      <form class="subscribe-make" @submit=${this.make}>
        ${choice({ name: 'about', id: 'subscribe-about', label: t('subscribe.own.which'), options })}
        <button class="button button-primary" ?disabled=${this.busy}>${t('subscribe.own.make')}</button>
      </form>
      ${failure(this.error, t as never)}
      <div role="status">
        ${
          this.made
            ? html`<p class="notice notice-warning">${icon('warning', 18)} <span>${t('subscribe.own.made')}</span></p>
                ${this.renderAddress(this.made, t('subscribe.own'))}`
            : nothing
        }
      </div>
      ${
        this.links.length === 0
          ? nothing
          : html`<h4>${t('subscribe.own.list')}</h4>
              <ul class="rows">
                ${this.links.map(
                  ({ id, about, createdAt, lastReadOn }) =>
                    html`<li>
                      <span
                        >${app.format.sentence(this.aboutText(about))}
                        <span class="small muted"
                          >${lastReadOn ? t('subscribe.own.entry', { made: createdAt.slice(0, 10), read: lastReadOn }) : t('subscribe.own.unread', { made: createdAt.slice(0, 10) })}</span
                        ></span
                      >
                      <button class="button" type="button" ?disabled=${this.busy} @click=${() => this.revoke(id)}>${t('subscribe.own.revoke')}</button>
                    </li>`,
                )}
              </ul>`
      }
    </section>`;
  }
}

customElements.define('calendar-subscribe', CalendarSubscribe);
