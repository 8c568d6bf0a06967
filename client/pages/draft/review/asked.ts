/** Who is asked to review, the points of the checklist that only a person can know, and what a group decided about what was published. */
import { html, nothing, type TemplateResult } from 'lit';
import type { PointAnswer, ReviewAnswer } from '../../../../server/contract/datasets/review.ts';
import { icon } from '../../../ui/icon.ts';
import { choice, field } from '../../../kit/form.ts';
import { heldChoices } from '../../../kit/workgroup/held.ts';
import { renderEndorsements } from '../../../kit/facts.ts';
import type { ReviewModel } from './model.ts';

const POINT_CHOICES: readonly PointAnswer[] = ['yes', 'no', 'not-applicable'];

const groupChoice = (tab: ReviewModel, { groups }: ReviewAnswer, id: string) =>
  html`<div class="field">
    <label for=${id}>${tab.t('signoff.group')}</label>
    <select class="select" id=${id} name="group" required>
      ${groups.map((group) => html`<option value=${group.id}>${tab.nameOf(group)}</option>`)}
    </select>
  </div>`;

export function renderRequests(tab: ReviewModel, review: ReviewAnswer): TemplateResult | typeof nothing {
  const { t, model: { app } } = tab; // prettier-ignore
  const open = review.requests.filter(({ closedAt }) => closedAt === null);
  if (open.length === 0 && (!review.may.request || review.groups.length === 0)) return nothing;
  const ask = tab.submit('ask', 'requestReview', ({ group = '', message = '', due = '' }) => ({ group, note: message || null, due: due || null }));
  return html`<section class="signoff-part">
    ${open.map(
      ({ id, group, note, due, by, at }) =>
        html`<div class="signoff-request">
          <p>
            ${app.format.comma([
              t('signoff.asked', { group: tab.nameOf(group), name: by, date: app.format.date(at) }),
              ...(due ? [t('signoff.asked.due', { date: app.format.date(due) })] : []),
            ])}
          </p>
          ${note ? html`<p class="signoff-text" dir="auto">${note}</p>` : nothing}
          ${
            review.may.request
              ? html`<button class="link" ?disabled=${tab.isBusy} @click=${() => tab.change('ask', 'closeReviewRequest', undefined, id)}>
                  ${t('signoff.close')}
                </button>`
              : nothing
          }
        </div>`,
    )}
    ${
      review.may.request && review.groups.length > 0
        ? html`<details class="signoff-ask" ?open=${open.length === 0 && review.rules.length > 0 && review.approvals.length === 0}>
            <summary>${icon('chevron', 14)} ${t('signoff.ask')}</summary>
            <form @submit=${ask}>
              ${tab.refusal('ask')} ${groupChoice(tab, review, 'ask-group')} ${field({ name: 'due', label: t('signoff.due'), type: 'date' })}
              ${field({ name: 'message', label: t('signoff.message'), rows: 2, autocomplete: 'off' })}
              <p class="actions"><button class="button" ?disabled=${tab.isBusy}>${t('signoff.send')}</button></p>
            </form>
          </details>`
        : nothing
    }
  </section>`;
}

export function renderPoints(tab: ReviewModel, review: ReviewAnswer): TemplateResult | typeof nothing {
  const { t, model: { app } } = tab; // prettier-ignore
  // The checklist is one of boundaries.
  if (review.points.length === 0) return nothing;
  const answer = (point: string, { value }: HTMLSelectElement) =>
    void tab.change('points', 'answerReviewPoint', { point, answer: (value || null) as PointAnswer | null });
  return html`<section class="signoff-part">
    <h3>${t('signoff.points')}</h3>
    ${tab.refusal('points')}
    <ul class="signoff-list">
      ${review.points.map(
        ({ point, texts, answer: said, by, at }) =>
          html`<li class="signoff-point">
            ${
              review.may.point
                ? html`<label for=${point}>${texts[app.language]}</label>
                    <select class="select" id=${point} ?disabled=${tab.isBusy} @change=${(event: Event) => answer(point, event.target as HTMLSelectElement)}>
                      <option value="" ?selected=${said === null}>${t('signoff.point.open')}</option>
                      ${POINT_CHOICES.map((choice) => html`<option value=${choice} ?selected=${said === choice}>${t(`signoff.point.${choice}`)}</option>`)}
                    </select>`
                : html`<span>${texts[app.language]}</span> <span class="muted">${t(`signoff.point.${said ?? 'open'}`)}</span>`
            }
            ${by && at ? html`<span class="small muted">${t('signoff.point.by', { name: by, date: app.format.date(at) })}</span>` : nothing}
          </li>`,
      )}
    </ul>
  </section>`;
}

export function renderEndorsing(tab: ReviewModel, review: ReviewAnswer): TemplateResult | typeof nothing {
  const { t, model: { app, version } } = tab; // prettier-ignore
  const withdraw = (id: string) =>
    html`<button class="link small" ?disabled=${tab.isBusy} @click=${() => tab.withdrawEndorsement(id)}>${t('signoff.withdraw')}</button>`;
  const list = version ? renderEndorsements(version, app, t as never, review.may.endorse ? withdraw : undefined) : nothing;
  if (!review.may.endorse || review.groups.length === 0) return list;
  const today = new Date().toISOString().slice(0, 10);
  const record = (event: SubmitEvent) => {
    event.preventDefault();
    void tab.endorse(event.currentTarget as HTMLFormElement);
  };
  return html`<section class="signoff-part">
    ${list}
    <form @submit=${record}>
      <h3>${t('signoff.endorse')}</h3>
      <p class="small muted">${t('signoff.endorse.lead')}</p>
      ${tab.refusal('endorse')} ${groupChoice(tab, review, 'endorse-group')}
      ${field({ name: 'date', label: t('signoff.date'), type: 'date', value: today, required: true })}
      ${tab.meetings.length > 0 ? choice({ name: 'held', label: t('signoff.held'), options: heldChoices(tab.meetings, app, t('signoff.held.none')) }) : nothing}
      ${field({ name: 'meeting', label: t('signoff.meeting'), autocomplete: 'off' })}
      ${field({ name: 'text', label: t('signoff.note'), rows: 2, autocomplete: 'off' })}
      <p class="actions"><button class="button button-primary" ?disabled=${tab.isBusy}>${t('signoff.record')}</button></p>
    </form>
  </section>`;
}
