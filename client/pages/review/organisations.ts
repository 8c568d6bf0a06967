/** Organisations that may be one: how many rows name each, which name is kept, or that they are two. Those that only pay stand apart. */
import { html, nothing, type TemplateResult } from 'lit';
import type { MergedOrganisation, MergeOffer } from '../../../server/contract/presence/presence.ts';
import { icon } from '../../ui/icon.ts';
import type { ReviewModel } from './model.ts';

const PAGE = 30;

export function renderOrganisations(model: ReviewModel, merges: readonly MergeOffer[]): TemplateResult {
  const { t } = model;
  const [working, donors] = [merges.filter((each) => !each.donors), merges.filter((each) => each.donors)];
  return html`<p class="small muted">${t('review.merges.help')}</p>
    ${renderPairs(model, 'working', working)} ${donors.length > 0 ? html`<h3>${t('review.merges.donors')}</h3>` : nothing}
    ${renderPairs(model, 'donors', donors)}`;
}

function renderPairs(model: ReviewModel, key: string, pairs: readonly MergeOffer[]): TemplateResult | typeof nothing {
  const { t } = model;
  if (pairs.length === 0) return nothing;
  const shown = model.shown.get(key) ?? PAGE;
  return html`<ul class="review-groups">
      ${pairs.slice(0, shown).map((pair) => renderPair(model, pair))}
    </ul>
    ${
      pairs.length > shown
        ? html`<p>
            <button class="button" @click=${() => model.showGroups(key, shown + PAGE * 5)}>${t('review.more', { shown, total: pairs.length })}</button>
          </p>`
        : nothing
    }`;
}

function renderPair(model: ReviewModel, pair: MergeOffer): TemplateResult {
  const { t, busy, app } = model;
  const { a, b, because, decision } = pair;
  const side = ({ name, acronym, rows }: MergedOrganisation) =>
    html`<p>
      <bdi dir="auto" class="review-stated">${name}</bdi>${acronym && acronym !== name ? html` <bdi class="small">${acronym}</bdi>` : nothing}
      <span class="small muted">${rows > 0 ? t('review.rows', { count: rows }) : t('review.merge.before')}</span>
    </p>`;
  const keep = (kept: MergedOrganisation) =>
    html`<button class="button" ?disabled=${busy} @click=${() => void model.merge(pair, kept.id)}>
      <span>${t('review.merge.keep')} <bdi dir="auto">${kept.name}</bdi></span>
    </button>`;
  return html`<li class="review-group" ?data-decided=${decision !== null}>
    <div>
      ${side(a)} ${side(b)}
      <p class="small muted">${t(because === 'acronym' ? 'review.merge.acronym' : 'review.merge.name')}</p>
    </div>
    ${
      decision === null
        ? html`<div class="review-answers" role="group" aria-label=${t('review.answers', { place: `${a.name} – ${b.name}` })}>
            ${keep(a)} ${keep(b)}
            <button class="button" ?disabled=${busy} @click=${() => void model.merge(pair, null)}>${t('review.merge.different')}</button>
          </div>`
        : html`<div class="review-answers">
            <p class="small">
              ${icon('check', 14)}
              ${decision.kept === null ? t('review.merge.are-two') : t('review.merge.are-one', { name: (decision.kept === a.id ? a : b).name })}
              <span class="muted">${t('review.by', { name: decision.by, date: app.format.date(decision.at) })}</span>
            </p>
            <button class="button" ?disabled=${busy} @click=${() => void model.undo([decision.id])}>${t('review.undo')}</button>
          </div>`
    }
  </li>`;
}
