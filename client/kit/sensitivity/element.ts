/** `<data-sensitivity>`: how sensitive a dataset is, by whom and why; and the dialog in which its owner says so. */
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import type { DatasetSensitivity, Hides, Sensitivity } from '../../../server/contract/sensitivity/sensitivity.ts';
import { countryOf } from '../kinds.ts';
import { failure, faultsOf, field } from '../form.ts';
import { isAbort, View } from '../view.ts';
import '../../ui/dialog.ts';
import type { CodDialog } from '../../ui/dialog.ts';
import { hidesOf, renderHides, renderLimits, type GroupChoice } from './fields.ts';
import { countsText, heldText, typeText, type SharingKey } from './texts.ts';
import './sensitivity.css';

export class DataSensitivity extends View<SharingKey> {
  static override properties: PropertyDeclarations = {
    about: {},
    version: {},
    name: {},
    bare: { type: Boolean },
    told: { state: true },
    limits: { state: true },
    groups: { state: true },
    error: { state: true },
    hides: { state: true },
    busy: { state: true },
  };
  declare about: string;
  /** A draft: as it would be once that is published. */
  declare version: string | null;
  /** What the dialog calls it. */
  declare name: string;
  /** It stands beside the table. */
  declare bare: boolean;
  declare private told: DatasetSensitivity | null;
  declare private limits: Sensitivity | null;
  declare private groups: readonly GroupChoice[];
  declare private error: unknown;
  declare private hides: Hides | null;
  declare private busy: boolean;
  private reason = '';
  private asked = '';
  private readonly aborts = new AbortController();
  private readonly dialog = createRef<CodDialog>();

  constructor() {
    super();
    this.version = this.told = this.limits = this.error = this.hides = null;
    this.groups = [];
    this.name = '';
    this.busy = this.bare = false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.aborts.abort();
  }

  protected override willUpdate(): void {
    const asked = `${this.about} ${this.version ?? ''}`;
    if (asked === this.asked) return;
    this.asked = asked;
    void this.load();
  }

  private async load(): Promise<void> {
    const { about, version } = this;
    try {
      this.told = await this.app.api.call('getSensitivity', { params: { id: about }, query: version ? { version } : {}, signal: this.aborts.signal });
    } catch (error) {
      // Whoever may not be told of it sees nothing here; the page says why.
      if (!isAbort(error)) this.told = null;
    }
  }

  private async open(): Promise<void> {
    const { class: is, audience, named, lowestLevel, smallestCount } = this.told!.holds;
    this.limits = { class: is, audience, named, lowestLevel, smallestCount };
    this.reason = this.told!.set?.reason ?? '';
    this.error = this.hides = null;
    const { language } = this.app;
    const scope = countryOf(this.about).toUpperCase();
    const structure = await this.app.api.call('getStructure', { params: { scope }, query: { lang: language }, signal: this.aborts.signal }).catch(() => null);
    this.groups = (structure?.groups ?? []).map(({ id, names, acronym }) => ({ id, name: acronym ?? names[language] ?? names['en'] ?? id }));
    await this.dialog.value!.show();
  }

  private readonly save = async (event: Event): Promise<void> => {
    event.preventDefault();
    event.stopPropagation();
    const { told, limits, version } = this;
    const form = event.currentTarget as HTMLFormElement;
    this.reason = (form.elements.namedItem('reason') as HTMLTextAreaElement).value.trim();
    const dataType = told!.foundBy === 'owner' ? told!.dataType : null;
    const body = { ...limits!, reason: this.reason, dataType, confirmed: this.hides !== null, ...(version ? { version } : {}) };
    await this.send(() => this.app.api.call('setSensitivity', { params: { id: this.about }, body: body as never }));
  };

  private clear(): Promise<void> {
    return this.send(() => this.app.api.call('clearSensitivity', { params: { id: this.about }, body: { confirmed: this.hides !== null } }));
  }

  private async send(run: () => Promise<DatasetSensitivity>): Promise<void> {
    this.busy = true;
    this.error = null;
    try {
      await run();
      this.hides = null;
      await this.load();
      this.dialog.value!.hide();
      this.app.toast(this.t('sharing.saved'));
      this.dispatchEvent(new CustomEvent('said', { bubbles: true }));
    } catch (error) {
      this.hides = hidesOf(error);
      this.error = this.hides ? null : error;
    } finally {
      this.busy = false;
    }
  }

  private change(limits: Sensitivity): void {
    this.limits = limits;
    // Another change hides something else.
    this.hides = null;
  }

  override render() {
    const { t, told } = this;
    if (!told) return nothing;
    const { holds, set, proposed } = told;
    const counts = countsText(t, holds);
    return html`<div class="sensitivity">
        <p class="sensitivity-line">
          <span class="class-mark" data-class=${holds.class}>${t(`sharing.class.${holds.class}`)}</span> ${t(`sharing.audience.${holds.audience}`)}
        </p>
        ${counts ? html`<p class="small">${counts}</p>` : nothing}
        <p class="small muted">${this.why(told)}</p>
        ${told.lower && proposed ? html`<p class="small" dir="auto">${t('sharing.lower', { proposed: heldText(t, proposed), reason: set?.reason ?? '' })}</p>` : set?.reason ? html`<p class="small" dir="auto">${t('sharing.reason', { reason: set.reason })}</p>` : nothing}
        ${this.renderHistory(told)} ${set?.outdated ? html`<p class="notice notice-warning small">${t('sharing.outdated')}</p>` : nothing}
        <p class="actions">
          ${told.may ? html`<button type="button" class="button" @click=${() => void this.open()}>${t('sharing.edit')}</button>` : nothing}
          ${this.bare ? nothing : html`<a class="small" href=${this.app.href(`/c/${countryOf(this.about)}/sharing`)}>${t('sharing.dataset.table')}</a>`}
        </p>
      </div>
      ${told.may ? this.renderDialog(told) : nothing}`;
  }

  /** `By the table v1. Falls under “3W with coordinates”, because it has coordinates.` */
  private why({ set, proposed, dataType, foundBy }: DatasetSensitivity): string {
    const { t } = this;
    const by = set
      ? t('sharing.by.owner', { date: set.at.slice(0, 10) })
      : proposed
        ? t('sharing.by.table', { version: proposed.version })
        : t('sharing.by.nobody');
    return `${by}. ${t('sharing.falls', { type: typeText(t, dataType), found: t(`sharing.found.${foundBy}`) })}`;
  }

  /** For those who may read drafts. */
  private renderHistory({ history }: DatasetSensitivity): TemplateResult | typeof nothing {
    const { t } = this;
    if (history.length < 2) return nothing;
    return html`<details class="small">
      <summary>${t('sharing.history')}</summary>
      <ul>
        ${history.map(({ at, by, said, reason }) => {
          const told = { date: at.slice(0, 10), by: by ?? '' };
          return html`<li dir="auto">
            ${said ? t('sharing.history.set', { ...told, held: heldText(t, said) }) : t('sharing.history.cleared', told)} ${reason}
          </li>`;
        })}
      </ul>
    </details>`;
  }

  private renderDialog(told: DatasetSensitivity): TemplateResult {
    const { t, limits, hides } = this;
    const { proposed } = told;
    const faults = faultsOf(this.error);
    return html`<cod-dialog ${ref(this.dialog)} heading=${t('sharing.dataset.heading', { name: this.name || this.about })} close=${t('sharing.close')}>
      ${
        limits
          ? html`<form @submit=${this.save}>
              ${proposed ? html`<p>${t('sharing.dataset.proposed', { proposed: heldText(t, proposed) })}</p>` : nothing}
              ${renderLimits({
                t,
                limits,
                groups: this.groups,
                hasCounts: told.dataType.startsWith('presence'),
                faults,
                change: (changed) => this.change(changed),
              })}
              ${field({ name: 'reason', id: 'sensitivity-reason', label: t('sharing.field.reason'), hint: t('sharing.field.reason.hint'), rows: 2, value: this.reason, fault: faults['reason'] })}
              ${hides ? renderHides(t, hides) : nothing} ${failure(this.error, t as never)}
              <p class="actions">
                <button class="button button-primary" ?disabled=${this.busy}>${t(hides ? 'sharing.hides.confirm' : 'sharing.save')}</button>
                ${told.set ? html`<button type="button" class="button" ?disabled=${this.busy} @click=${() => void this.clear()}>${t('sharing.clear')}</button>` : nothing}
                <button type="button" class="button" @click=${() => this.dialog.value!.hide()}>${t('sharing.cancel')}</button>
              </p>
            </form>`
          : nothing
      }
    </cod-dialog>`;
  }
}

customElements.define('data-sensitivity', DataSensitivity);
