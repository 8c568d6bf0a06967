/** The next honest step as the main button, what comes after it below, and publishing: the main button only when nothing is left. */
import { html, nothing, type TemplateResult } from 'lit';
import type { VersionAnswer } from '../../../server/contract/datasets/api.ts';
import type { DraftStep } from '../../kit/draft.ts';
import { publish } from './actions.ts';
import type { DraftModel } from './model.ts';

export function renderSteps(model: DraftModel, version: VersionAnswer): TemplateResult | typeof nothing {
  const { t } = model;
  const mayPublish = model.may('version.publish') && version.status === 'draft';
  if (version.status === 'draft' && !model.isRead) return html`<span class="spinner" aria-hidden="true"></span>`;
  const { steps } = model;
  const [next, ...later] = steps;
  // No reason stands in for an answer.
  const isAsked = (version.report?.questions ?? 0) > 0;
  const publishing = (label: string, main: boolean) =>
    html`<button class=${main ? 'button button-primary' : 'button'} @click=${() => publish(model)}>${label}</button>`;
  if (!next) return mayPublish ? publishing(t('draft.publish'), true) : nothing;
  return html`${renderStep(model, next, 'button button-primary')} ${mayPublish && !isAsked ? publishing(t('draft.publish.as-is'), false) : nothing}
  ${
    later.length > 0
      ? html`<span class="draft-steps small"
          >${t('draft.steps')} <span class="draft-later">${later.map((step) => renderStep(model, step, 'link'))}</span></span
        >`
      : nothing
  }`;
}

function renderStep(model: DraftModel, { label, rows, href, run, permission }: DraftStep, look: string): TemplateResult {
  const { t } = model;
  const text = html`${label}${rows ? html` <span class="draft-rows number">${t('step.rows', { count: rows })}</span>` : nothing}`;
  if (!model.may(permission)) return html`<span class="small muted">${label}. ${t('draft.steps.wait')}</span>`;
  return href ? html`<a class=${look} href=${href}>${text}</a>` : html`<button class=${look} @click=${() => run?.()}>${text}</button>`;
}
