/** `<assessment-links>`: links through which partners register assessments without an account; the address of a new one is shown once. */
import { LitElement, html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { AnswerOf } from '../../../server/contract/route.ts';
import type { Routes } from '../../../server/contract/routes.ts';
import { failure, field, valuesOf } from '../../kit/form.ts';
import { isAbort, type App } from '../../kit/view.ts';
import type { Words } from './words.ts';

type Link = AnswerOf<Routes['listAssessmentLinks']>['links'][number];

export class AssessmentLinks extends LitElement {
  static override properties: PropertyDeclarations = {
    app: { attribute: false },
    t: { attribute: false },
    scope: {},
    links: { state: true },
    made: { state: true },
    error: { state: true },
  };
  declare app: App;
  declare t: Words;
  declare scope: string;
  declare private links: Link[] | null;
  /** The address of the link that was just made. */
  declare private made: string | null;
  declare private error: unknown;
  private readonly aborts = new AbortController();

  constructor() {
    super();
    this.links = this.made = this.error = null;
  }

  protected override createRenderRoot() {
    return this;
  }

  protected override firstUpdated(): void {
    void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.aborts.abort();
  }

  private async load(): Promise<void> {
    try {
      this.links = (await this.app.api.call('listAssessmentLinks', { params: { scope: this.scope }, signal: this.aborts.signal })).links;
    } catch (error) {
      if (!isAbort(error)) this.error = error;
    }
  }

  private async make(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const { label = '', days } = valuesOf(form);
    this.error = null;
    try {
      const made = await this.app.api.call('createAssessmentLink', { params: { scope: this.scope }, body: { label, days: Number(days) || 90 } });
      this.made = made.link;
      form.reset();
    } catch (error) {
      this.error = error;
    }
    await this.load();
  }

  private async revoke(link: string): Promise<void> {
    await this.app.api.call('revokeAssessmentLink', { params: { scope: this.scope, link } }).catch((error: unknown) => (this.error = error));
    await this.load();
  }

  override render() {
    const { t, links, made, error } = this;
    return html`<p class="small muted">${t('assess.link.help')}</p>
      ${made ? html`<div class="notice notice-good"><div><p>${t('assess.link.once')}</p><p class="secret"><code dir="ltr">${made}</code></p></div></div>` : nothing}
      ${failure(error, t as never)}
      <form class="assess-link-form" @submit=${(event: SubmitEvent) => void this.make(event)}>
        ${field({ name: 'label', id: 'link-label', label: t('assess.link.label'), required: true, autocomplete: 'off' })}
        ${field({ name: 'days', id: 'link-days', label: t('assess.link.days'), type: 'number', value: '90' })}
        <p class="actions"><button class="button button-primary">${t('assess.link.make')}</button></p>
      </form>
      ${links === null ? nothing : links.length === 0 ? html`<p class="muted">${t('assess.link.none')}</p>` : html`<ul class="rows">${links.map((link) => this.renderLink(link))}</ul>`}`; // prettier-ignore
  }

  private renderLink({ id, label, expiresAt, revokedAt, used }: Link): TemplateResult {
    const { t } = this;
    const isEnded = revokedAt !== null || expiresAt < new Date().toISOString();
    return html`<li>
      <span dir="auto">${label}</span> <span class="small muted">${t('assess.link.used', { count: used })}</span>
      ${
        isEnded
          ? html`<span class="badge">${t('assess.link.ended')}</span>`
          : html`<span class="small">${t('assess.link.until', { day: expiresAt.slice(0, 10) })}</span>
              <button class="button" aria-label=${`${t('assess.link.revoke')}: ${label}`} @click=${() => void this.revoke(id)}>
                ${t('assess.link.revoke')}
              </button>`
      }
    </li>`;
  }
}

customElements.define('assessment-links', AssessmentLinks);
