/** `<bump-choice>`: as what a version is published. What the comparison proposes is chosen, with its reasons; another choice needs one of its own. */
import { LitElement, html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Bump, BumpReason } from '../../../server/contract/boundaries/changes.ts';
import type { VersionAnswer } from '../../../server/contract/datasets/api.ts';
import { field } from '../form.ts';
import type { ChangeWords } from './changes/row.ts';
import './bump.css';

type Chosen = NonNullable<VersionAnswer['bump']>['chosen'];
const CHOICES: readonly Chosen[] = ['major', 'minor'];

export const renderReasons = (reasons: readonly BumpReason[], t: ChangeWords): TemplateResult | typeof nothing =>
  reasons.length > 0
    ? html`<ul class="bump-reasons">
        ${reasons.map(({ code, level, count, of, figure = 0 }) => html`<li>${t(`unitChange.reason.${code}`, { level, count, of, figure })}</li>`)}
      </ul>`
    : nothing;

/** As what it was published, where that is not what was proposed; else nothing. */
export const renderCalled = (bump: VersionAnswer['bump'], t: ChangeWords): TemplateResult | typeof nothing =>
  bump && bump.reason !== null
    ? html`<p class="notice">
        <span>${t(`unitChange.bump.called.${bump.chosen}`)} <bdi>${bump.reason}</bdi></span>
      </p>`
    : nothing;

export class BumpChoice extends LitElement {
  static override properties: PropertyDeclarations = {
    t: { attribute: false },
    proposal: { attribute: false },
    reasons: { attribute: false },
    version: { attribute: false },
    chosen: { state: true },
  };
  declare t: ChangeWords;
  declare proposal: Bump;
  declare reasons: readonly BumpReason[];
  declare version: string;
  declare private chosen: Chosen | null;

  constructor() {
    super();
    this.chosen = null;
  }

  protected override createRenderRoot() {
    return this;
  }

  /** Nothing differs: whoever publishes all the same changes nothing for others. */
  private get proposed(): Chosen {
    return this.proposal === 'none' ? 'minor' : this.proposal;
  }

  /** What is sent with the publication. */
  get said(): { bump: Chosen; bumpReason?: string } {
    const bump = this.chosen ?? this.proposed;
    const reason = this.querySelector('textarea')?.value.trim() ?? '';
    return { bump, ...(reason ? { bumpReason: reason } : {}) };
  }

  override render() {
    const { t, chosen, proposed, proposal, reasons, version } = this;
    const isOther = proposal !== 'none' && chosen !== null && chosen !== proposed;
    return html`<fieldset class="bump-choice">
      <legend>${t('unitChange.bump.legend')}</legend>
      ${CHOICES.map(
        (each) =>
          html`<label
              ><input type="radio" name="bump" value=${each} .checked=${each === (chosen ?? proposed)} @change=${() => (this.chosen = each)} />
              <span
                >${t(`unitChange.bump.${each}`)} ${each === proposal ? html`<span class="badge">${t('unitChange.bump.proposed')}</span>` : nothing}</span
              ></label
            >
            ${each === proposal ? renderReasons(reasons, t) : nothing}`,
      )}
      ${isOther ? field({ name: 'bump-reason', label: t('unitChange.bump.why'), rows: 2, required: true }) : nothing}
      <p class="muted small">${t('unitChange.bump.number', { version })}</p>
    </fieldset>`;
  }
}

customElements.define('bump-choice', BumpChoice);
