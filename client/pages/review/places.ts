/** Doubtful places, cause by cause: accept, choose among the best, search, say that it cannot be placed, undo. */
import { html, nothing, type TemplateResult } from 'lit';
import type { PresenceReviewList, RepairGroup } from '../../../server/contract/presence/presence.ts';
import { CAUSES } from '../../kinds/presence/draft/words.ts';
import { accept, byCause, place, type CauseGroup, type Group } from '../../kinds/presence/review.ts';
import { icon } from '../../ui/icon.ts';
import './placeSearch.ts';
import type { ReviewKey, ReviewModel } from './model.ts';

const PAGE = 30;
export function renderPlaces(model: ReviewModel, list: PresenceReviewList): TemplateResult {
  return html`${byCause(list.groups).map((cause) => renderCause(model, list, cause))}`;
}

/** Codes that a rule repaired. */
export function renderRepairs(model: ReviewModel, { repairs }: PresenceReviewList): TemplateResult | typeof nothing {
  const { t } = model;
  if (repairs.length === 0) return nothing;
  return html`<details class="review-part-of review-more">
    <summary>${icon('chevron', 16)} <span>${t('review.repairs', { count: repairs.length })}</span></summary>
    <div class="review-panel">
      <p class="small muted">${t('review.repairs.help')}</p>
      <ul class="review-groups">
        ${repairs.map((repair) => renderRepair(model, repair))}
      </ul>
    </div>
  </details>`;
}

/** Why a unit is proposed. */
const BY: Record<Group['candidates'][number]['by'], ReviewKey> = { code: 'review.by-code', name: 'review.by-name', point: 'review.by-point' };

/** Causes of which a whole list may be of no place here: other codes, other names. */
const HOPELESS = new Set(['code-unknown', 'code-retired', 'name-unknown']);

function renderCause(model: ReviewModel, list: PresenceReviewList, { cause, groups, rows, proposals }: CauseGroup): TemplateResult {
  const { t, busy } = model;
  const [title, help] = CAUSES[cause] ?? ['review.cause.name-unknown', 'review.help.name-unknown'];
  const shown = model.shown.get(cause) ?? PAGE;
  const open = groups.filter(({ decision }) => decision === null);
  const made = groups.flatMap(({ decisionId }) => (decisionId === null ? [] : [decisionId]));
  return html`<section class="review-cause">
    <div class="review-head">
      <h3>${t(title)} <span class="badge number">${t('review.rows', { count: rows })}</span></h3>
      ${
        proposals.length > 1
          ? html`<button class="button" ?disabled=${busy} @click=${() => void model.decide(accept(proposals))}>
              ${icon('check', 18)} ${t('review.accept-all', { count: proposals.length })}
            </button>`
          : nothing
      }
      ${
        HOPELESS.has(cause) && open.length > 1
          ? html`<button class="button" ?disabled=${busy} @click=${() => void model.decide(open.map((group) => place(group, null)))}>
              ${t('review.none-placeable', { count: open.length })}
            </button>`
          : nothing
      }
      ${
        made.length > 1
          ? html`<button class="button" ?disabled=${busy} @click=${() => void model.undo(made)}>${t('review.undo-all', { count: made.length })}</button>`
          : nothing
      }
    </div>
    <p class="small muted">${t(help)}</p>
    <ul class="review-groups">
      ${groups.slice(0, shown).map((group) => renderGroup(model, list, group))}
    </ul>
    ${
      groups.length > shown
        ? html`<button class="button" @click=${() => model.showGroups(cause, shown + PAGE * 5)}>${t('review.more', { shown, total: groups.length })}</button>`
        : nothing
    }
  </section>`;
}

function renderGroup(model: ReviewModel, list: PresenceReviewList, group: Group): TemplateResult {
  const { t, busy } = model;
  const { name, code, level, rows, sampleRows, parent, candidates, proposal, decision, decisionId, swappedWith } = group;
  const stated = [name, code].filter((text) => text !== null);
  return html`<li class="review-group" ?data-decided=${decision !== null}>
    <div>
      <p class="review-stated">${stated.length ? stated.map((text, i) => html`${i ? html` · ` : nothing}<bdi dir="auto">${text}</bdi>`) : t('review.blank')}</p>
      <p class="small muted">
        ${t('level.n', { level })}${parent && level > 1 ? html` · ${t('review.in')} <bdi>${model.nameOf(level - 1, parent)}</bdi>` : nothing} ·
        ${t('review.rows', { count: rows })} (${t('review.row-numbers', { rows: model.app.format.list(sampleRows.slice(0, 5).map(String)) })})
      </p>
      ${swappedWith === null ? nothing : html`<p class="small">${icon('warning', 14)} ${t('review.swapped')}</p>`}
    </div>
    ${
      decision === null
        ? html`<div class="review-answers" role="group" aria-label=${t('review.answers', { place: stated.join(' ') })}>
            ${candidates.map(
              (candidate) =>
                html`<button
                  class=${candidate.pcode === proposal ? 'button button-primary' : 'button'}
                  ?disabled=${busy}
                  @click=${() => void model.decide([place(group, candidate.pcode)])}
                >
                  <span
                    ><bdi dir="auto">${candidate.name}</bdi> <bdi class="small">${candidate.pcode}</bdi>
                    <span class="small">${t(BY[candidate.by], { score: candidate.score })}</span></span
                  >
                </button>`,
            )}
            <button class="button" aria-expanded=${model.searching === group.id} @click=${() => model.toggleSearch(group.id)}>
              ${icon('search', 18)} ${t('review.search')}
            </button>
            <button class="button" ?disabled=${busy} @click=${() => void model.decide([place(group, null)])}>${t('review.not-placeable')}</button>
          </div>`
        : html`<div class="review-answers">
            <p class="small">
              ${icon('check', 14)} ${decision.pcode === null ? t('review.decided.none') : t('review.decided', { pcode: decision.pcode })}
              <span class="muted">${t('review.by', { name: decision.by, date: model.app.format.date(decision.at) })}</span>
            </p>
            ${decisionId === null ? nothing : html`<button class="button" ?disabled=${busy} @click=${() => void model.undo([decisionId])}>${t('review.undo')}</button>`}
          </div>`
    }
    ${
      model.searching === group.id && list.boundaries
        ? html`<place-search
            .app=${model.app}
            .t=${model.t}
            .boundaries=${list.boundaries}
            @choose-place=${(event: CustomEvent<string>) => void model.decide([place(group, event.detail)])}
          ></place-search>`
        : nothing
    }
  </li>`;
}

/** Repaired by a rule, each code found as it stands in the boundaries: to be seen, not to be decided. */
function renderRepair({ t }: ReviewModel, { pattern, rows, distinct, codes }: RepairGroup): TemplateResult {
  return html`<li class="review-group">
    <div>
      <p class="review-stated"><bdi>${pattern}</bdi></p>
      <p class="small muted">${t('review.rows', { count: rows })} · ${t('review.codes', { count: distinct })}</p>
      <p class="small"><bdi>${codes.slice(0, 6).map(({ before, after }, i) => html`${i ? ', ' : ''}${before} → ${after}`)}</bdi></p>
    </div>
  </li>`;
}
