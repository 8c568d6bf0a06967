/** Where a sign-off stands: what each rule asks for, who said what, and the reader's own word. */
import { html, nothing, type TemplateResult } from 'lit';
import type { ReviewAnswer, RuleState } from '../../../../server/contract/datasets/review.ts';
import { field } from '../../../kit/form.ts';
import { icon } from '../../../ui/icon.ts';
import type { ReviewModel } from './model.ts';

export function renderStanding(tab: ReviewModel, review: ReviewAnswer): TemplateResult {
  const { t } = tab;
  return html`<section class="signoff-part">
    ${review.rules.length === 0 ? html`<p class="muted">${t('signoff.none')}</p>` : review.rules.map((rule) => renderRule(tab, rule))}
    ${renderApprovals(tab, review)} ${renderOwn(tab, review)}
  </section>`;
}

function renderRule(tab: ReviewModel, { owner, from, needs, has, obstacles }: RuleState): TemplateResult {
  const { t } = tab;
  const words = { group: tab.nameOf(from), has, needs };
  return html`<div class="signoff-rule" data-met=${obstacles.length === 0}>
    <p>
      <strong>${t('signoff.rule', words)}</strong>
      <meter min="0" max=${needs} value=${Math.min(has, needs)} aria-label=${t('signoff.rule', words)}></meter>
    </p>
    ${
      obstacles.length === 0
        ? html`<p class="signoff-met">${icon('check', 16)} ${t('signoff.met', { group: tab.nameOf(owner) })}</p>`
        : html`<ul class="signoff-obstacles">
            ${obstacles.map((obstacle) => html`<li>${t(`signoff.obstacle.${obstacle}`, { count: needs - has })}</li>`)}
          </ul>`
    }
  </div>`;
}

function renderApprovals(tab: ReviewModel, { approvals, rules }: ReviewAnswer): TemplateResult | typeof nothing {
  const { t, model: { app } } = tab; // prettier-ignore
  if (approvals.length === 0) return nothing;
  return html`<h3>${t('signoff.approvals')}</h3>
    <ul class="signoff-list">
      ${approvals.map(
        ({ by, decision, note, at, current, counts }) =>
          html`<li>
            <span>
              <b><bdi>${by}</bdi></b>
              <span class="badge ${decision === 'approve' ? 'badge-good' : 'badge-warning'}">
                ${icon(decision === 'approve' ? 'check' : 'warning', 14)} ${t(`signoff.decision.${decision}`)}
              </span>
              <span class="muted small">${app.format.date(at)}</span>
            </span>
            ${current ? nothing : html`<span class="small muted">${t('signoff.earlier')}</span>`}
            ${current && !counts && rules.length > 0 ? html`<span class="small muted">${t('signoff.uncounted')}</span>` : nothing}
            ${note ? html`<p class="signoff-text" dir="auto">${note}</p>` : nothing}
          </li>`,
      )}
    </ul>`;
}

/** The main button here, where the reader's word is asked for; publishing is on the head of the page. */
function renderOwn(tab: ReviewModel, review: ReviewAnswer): TemplateResult | typeof nothing {
  const { t, model } = tab;
  const own = review.approvals.find((approval) => approval.own);
  const isOpen = model.version?.status === 'draft';
  if (!review.may.approve)
    return isOpen && review.rules.length > 0 && model.version?.createdBy === model.user?.name ? html`<p class="small muted">${t('signoff.own')}</p>` : nothing;
  const decide = tab.submit('own', 'approveDraft', ({ note = '' }, submitter) => ({
    decision: (submitter as HTMLButtonElement).value as 'approve' | 'changes',
    note: note || null,
    basis: review.basis,
  }));
  /** Who wants changes says which. */
  const check = (event: SubmitEvent) => {
    const form = event.currentTarget as HTMLFormElement;
    const note = form.elements.namedItem('note') as HTMLTextAreaElement;
    const isBare = (event.submitter as HTMLButtonElement).value === 'changes' && note.value.trim() === '';
    note.setCustomValidity(isBare ? t('signoff.note.needed') : '');
    event.preventDefault();
    if (form.reportValidity()) {
      void decide(event);
      return;
    }
    note.addEventListener('input', () => note.setCustomValidity(''), { once: true });
  };
  const isSaid = own?.current === true;
  return html`<form class="signoff-own" novalidate @submit=${check}>
    <h3>${t('signoff.say')}</h3>
    ${tab.refusal('own')} ${field({ name: 'note', label: t('signoff.note'), rows: 2, autocomplete: 'off' })}
    <p class="actions">
      ${isSaid && own.decision === 'approve' ? nothing : html`<button class="button button-primary" name="decision" value="approve" ?disabled=${tab.isBusy}>${t('signoff.approve')}</button>`}
      <button class="button" name="decision" value="changes" ?disabled=${tab.isBusy}>${t('signoff.want-changes')}</button>
      ${own ? html`<button class="link" type="button" ?disabled=${tab.isBusy} @click=${() => tab.change('own', 'withdrawApproval', undefined)}>${t('signoff.take-back')}</button>` : nothing}
    </p>
  </form>`;
}
