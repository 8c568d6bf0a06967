/** Spellings of sectors and types that no table knows, those in most rows first. */
import { html, nothing, type TemplateResult } from 'lit';
import type { PresenceReviewList } from '../../../server/contract/presence/presence.ts';
import codes from '../../../server/words/en/interface/codes.ts';
import { icon } from '../../ui/icon.ts';
import type { ReviewKey, ReviewModel } from './model.ts';

type Kind = 'sector' | 'org-type';

export function renderSpellings(model: ReviewModel, kind: Kind, list: PresenceReviewList['sectors']): TemplateResult {
  const { t, busy } = model;
  const all = Object.keys(codes).flatMap((key) => (key.startsWith(`${kind}.`) ? [key.slice(kind.length + 1)] : []));
  const name = (code: string) => t(`${kind}.${code}` as ReviewKey);
  const named = all.map((code) => ({ code, text: name(code) })).sort((a, b) => a.text.localeCompare(b.text, model.app.language));
  const decide = (spelling: string, chosen: string[]) => void model.decide([{ kind, spelling, codes: chosen }]);
  return html`<p class="small muted">${t('review.spellings.help')}</p>
    <ul class="review-groups">
      ${list
        .toSorted((a, b) => b.rows - a.rows)
        .map(
          ({ text, rows, candidates, parts, decision }) =>
            html`<li class="review-group" ?data-decided=${decision !== null}>
              <div>
                <p class="review-stated"><bdi dir="auto">${text}</bdi></p>
                <p class="small muted">${t('review.rows', { count: rows })}</p>
              </div>
              ${
                decision === null
                  ? html`<div class="review-answers" role="group" aria-label=${t('review.answers', { place: text })}>
                      ${parts?.length ? html`<button class="button button-primary" ?disabled=${busy} @click=${() => decide(text, parts)}>${model.app.format.list(parts.map(name))}</button>` : nothing}
                      ${candidates.map((code) => html`<button class="button" ?disabled=${busy} @click=${() => decide(text, [code])}>${name(code)}</button>`)}
                      <label
                        ><span class="visually-hidden">${t('review.choose', { text })}</span>
                        <select
                          class="select"
                          ?disabled=${busy}
                          @change=${(event: Event) => {
                            const { value } = event.target as HTMLSelectElement;
                            if (value) decide(text, [value]);
                          }}
                        >
                          <option value="">${t('review.choose.any')}</option>
                          ${named.map((option) => html`<option value=${option.code}>${option.text}</option>`)}
                        </select></label
                      >
                      <button class="button" ?disabled=${busy} @click=${() => decide(text, [])}>${t('review.no-code')}</button>
                    </div>`
                  : html`<div class="review-answers">
                      <p class="small">
                        ${icon('check', 14)} ${decision.codes.length ? model.app.format.list(decision.codes.map(name)) : t('review.no-code')}
                        <span class="muted">${t('review.by', { name: decision.by, date: model.app.format.date(decision.at) })}</span>
                      </p>
                      <button class="button" ?disabled=${busy} @click=${() => void model.undo([decision.id])}>${t('review.undo')}</button>
                    </div>`
              }
            </li>`,
        )}
    </ul>`;
}
