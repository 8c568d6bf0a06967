/** `<own-summary>`: on the page of the account, one's entries in contact lists: what is asked about each, and persons that one may be. */
import { LitElement, html, nothing, type TemplateResult } from 'lit';
import type { OwnEntriesAnswer, OwnEntry } from '../../../../server/contract/contacts/own.ts';
import type { MembershipAnswer } from '../../../../server/contract/groups/people.ts';
import { PAGES } from '../../../../server/contract/paths.ts';
import { loadMessages } from '../../../i18n/load.ts';
import { createTranslate } from '../../../i18n/translate.ts';
import { ApiProblem } from '../../../kit/api.ts';
import type { App } from '../../../kit/view.ts';
import { icon } from '../../../ui/icon.ts';
import { endsSoon } from './held.ts';
import { heldText, type OwnWords } from './words.ts';
import './own.css';

type Claimable = MembershipAnswer['claimable'][number];

export class OwnSummary extends LitElement {
  static override properties = { app: { attribute: false }, answer: { state: true }, claimable: { state: true }, t: { state: true }, busy: { state: true } };
  declare app: App;
  declare private answer: OwnEntriesAnswer | null;
  declare private claimable: Claimable[];
  declare private t: OwnWords | null;
  declare private busy: boolean;

  constructor() {
    super();
    this.answer = this.t = null;
    this.claimable = [];
    this.busy = false;
  }

  protected override createRenderRoot() {
    return this;
  }

  protected override firstUpdated(): void {
    void this.load();
  }

  /** Without it the page of the account is whole. */
  private async load(): Promise<void> {
    const { language, api } = this.app;
    try {
      const [messages, answer, membership] = await Promise.all([
        loadMessages(language, 'workgroup/contacts', 'workgroup/ownEntry'),
        api.call('getOwnEntries'),
        api.call('getMembership'),
      ]);
      this.t = createTranslate(language, messages) as unknown as OwnWords;
      this.answer = answer;
      this.claimable = membership.claimable;
    } catch {
      this.answer = null;
    }
  }

  private async run(send: () => Promise<unknown>, said: string): Promise<void> {
    this.busy = true;
    try {
      await send();
      this.app.toast(said);
      await this.load();
    } catch (error) {
      this.app.toast(error instanceof ApiProblem && error.isSaid ? error.message : this.t!('state.failed.detail'));
    } finally {
      this.busy = false;
    }
  }

  override render() {
    const { t, answer, claimable } = this;
    if (!t || !answer || answer.entries.length + claimable.length === 0) return nothing;
    return html`<section class="card-box" aria-labelledby="own-title">
      <h2 id="own-title">${t('own.title')}</h2>
      <ul class="own-lines own-summary">
        ${claimable.map((each) => this.renderClaim(each, t))} ${answer.entries.map((entry) => this.renderEntry(entry, answer.at, t))}
      </ul>
      ${
        answer.entries.length > 0
          ? html`<p class="actions">
              <a class="button button-primary" href=${this.app.href(PAGES.entry, { by: 'account' })}>${icon('person', 18)} ${t('own.open')}</a>
            </p>`
          : nothing
      }
    </section>`;
  }

  private renderClaim({ scope, id, name, asked }: Claimable, t: OwnWords): TemplateResult {
    const claim = () => this.run(() => this.app.api.call('claimPerson', { params: { scope, person: id } }), t('own.saved'));
    return html`<li>
      <span dir="auto">${t(asked ? 'own.claim.asked' : 'own.claim', { name, country: scope })}</span>
      ${
        asked
          ? nothing
          : html`<span class="actions"
              ><button class="button" ?disabled=${this.busy} @click=${() => void claim()}>${icon('check', 18)} ${t('own.claim.yes')}</button></span
            >`
      }
    </li>`;
  }

  private renderEntry(entry: OwnEntry, at: string, t: OwnWords): TemplateResult {
    const { app } = this;
    const { name, scope, id, record } = entry.person;
    const confirm = () => this.run(() => app.api.call('confirmOwnEntry', { params: { scope, person: id } }), t('own.confirmed'));
    const soon = entry.appointments.filter((held) => held.state === 'active' && endsSoon(held, at));
    return html`<li>
      <span dir="auto">${t('own.in', { name, country: scope })}</span>
      ${record.restrictedAt === null ? nothing : html`<span class="small muted">${t('own.restricted', { date: record.restrictedAt })}</span>`}
      ${soon.map((held) => html`<span class="own-soon">${icon('warning', 16)} <span>${heldText({ t, app, entry }, held)}: ${t('own.held.ends-soon', { date: held.validUntil! })}</span></span>`)}
      ${record.state.asks === 'confirm' ? html`<span class="own-soon">${icon('warning', 16)} <span>${t('own.confirm.title')}</span></span>` : nothing}
      ${
        record.state.asks === 'still-right'
          ? html`<span>${t('own.still.title')} ${t('own.still.lead', { date: record.touchedAt })}</span>
              <span class="actions"
                ><button class="button" ?disabled=${this.busy} @click=${() => void confirm()}>${icon('check', 18)} ${t('own.still.yes')}</button></span
              >`
          : nothing
      }
    </li>`;
  }
}

customElements.define('own-summary', OwnSummary);
