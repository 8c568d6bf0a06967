/** By which version of the boundaries the file is coded: how many rows each explains, and another can be taken. */
import { html, nothing, type TemplateResult } from 'lit';
import type { PresenceReviewList } from '../../../server/contract/presence/presence.ts';
import type { ReviewModel } from './model.ts';

export function renderCoded(model: ReviewModel, { coded }: PresenceReviewList): TemplateResult | typeof nothing {
  if (!coded) return nothing;
  const { t, app } = model;
  const { version: own, rows, editions } = coded;
  const isShown = (day: string | null) => day !== null && /^\d{4}-\d{2}-\d{2}$/.test(day);
  return html`<fieldset class="review-sheets">
    <legend>${t('review.coded', { count: editions.length })}</legend>
    ${editions.map(
      ({ version, validOn, explained }) =>
        html`<label class="review-sheet">
          <input
            type="radio"
            name="coded"
            .checked=${(model.codedBy ?? own) === version}
            ?disabled=${model.busy}
            @change=${() => model.setCodedBy(version === own && coded.how !== 'asked' ? null : version)}
          />
          <span class="review-sheet-name"
            ><bdi>${version}</bdi>${validOn ? html` <span class="small muted">${isShown(validOn) ? app.format.date(validOn) : validOn}</span>` : nothing}</span
          >
          <span class="small muted number">${t('review.coded.rows', { explained, rows })}</span>
          ${version === own ? html`<span class="badge badge-good">${t('review.coded.read')}</span>` : nothing}
        </label>`,
    )}
  </fieldset>`;
}
