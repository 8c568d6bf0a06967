/** The review of a version: what the rules of its group ask for, what was said, who is asked, and what a group decided. */
import { html, type TemplateResult } from 'lit';
import { failure } from '../../../kit/form.ts';
import { renderEndorsing, renderPoints, renderRequests } from './asked.ts';
import { renderComments } from './comments.ts';
import type { ReviewModel } from './model.ts';
import { renderStanding } from './standing.ts';
import './tab.css';

export function renderReview(model: ReviewModel): TemplateResult {
  const { review, error, t } = model;
  if (error) return html`${failure(error, t as never)}`;
  if (!review) return html`<p class="state muted"><span class="spinner" aria-hidden="true"></span> ${t('signoff.loading')}</p>`;
  return html`${renderStanding(model, review)} ${renderComments(model, review)} ${renderRequests(model, review)} ${renderPoints(model, review)}
  ${renderEndorsing(model, review)}`;
}
