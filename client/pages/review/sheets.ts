/** Which sheet of the workbook is read: all are listed, the one that was read is marked, another can be taken. */
import { html, nothing, type TemplateResult } from 'lit';
import type { PresenceReviewList, SheetOffer } from '../../../server/contract/presence/presence.ts';
import { offersOf } from '../../kinds/presence/reading.ts';
import { icon } from '../../ui/icon.ts';
import type { ReviewModel } from './model.ts';

export function renderSheets(model: ReviewModel, { sheets }: PresenceReviewList): TemplateResult | typeof nothing {
  const { t, overview } = model;
  if (!overview || sheets.length < 2) return nothing;
  const { usable, others } = offersOf(sheets);
  const several = new Set(sheets.map(({ file }) => file)).size > 1;
  const isRead = ({ sheet, file }: SheetOffer) => sheet === overview.source.sheet && file === overview.source.file;
  const isChosen = (offer: SheetOffer) => (model.sheet ? model.sheet.sheet === offer.sheet && model.sheet.file === offer.file : isRead(offer));
  return html`<fieldset class="review-sheets">
    <legend>${t('review.sheets', { count: sheets.length })}</legend>
    ${usable.map(
      (offer) =>
        html`<label class="review-sheet">
          <input
            type="radio"
            name="sheet"
            .checked=${isChosen(offer)}
            ?disabled=${model.busy}
            @change=${() => model.setSheet(isRead(offer) ? null : { sheet: offer.sheet, file: offer.file })}
          />
          <span class="review-sheet-name"><bdi>${offer.sheet}</bdi>${several ? html` <bdi class="small muted">${offer.file}</bdi>` : nothing}</span>
          <span class="small muted number">${t('review.rows', { count: offer.rows })}</span>
          ${isRead(offer) ? html`<span class="badge badge-good">${t('review.sheet.read')}</span>` : nothing}
          ${offer.hidden ? html`<span class="badge">${t('review.sheet.hidden')}</span>` : nothing}
        </label>`,
    )}
    ${
      others.length
        ? html`<details class="review-more">
            <summary>${icon('chevron', 16)} ${t('review.sheets.others', { count: others.length })}</summary>
            <ul class="small muted">
              ${others.map(
                ({ file, sheet, rows, hidden }) =>
                  html`<li>
                    <bdi>${sheet}</bdi>${several ? html` <bdi>${file}</bdi>` : nothing} · ${t('review.rows', { count: rows })}
                    ${hidden ? html` · ${t('review.sheet.hidden')}` : nothing}
                  </li>`,
              )}
            </ul>
          </details>`
        : nothing
    }
  </fieldset>`;
}
