/** The one way from decisions and answers to a map: the file is read again into a new draft. Before it what will differ, after it what did. */
import { html, nothing, type TemplateResult } from 'lit';
import type { PresenceReviewList } from '../../../server/contract/presence/presence.ts';
import { differencesOf, type Difference } from '../../kinds/presence/reading.ts';
import { failureOf } from '../../kit/refusals.ts';
import { icon } from '../../ui/icon.ts';
import type { ReviewKey, ReviewModel } from './model.ts';
import { markText } from './separators.ts';

const WHAT: Record<Difference['what'], ReviewKey> = {
  read: 'review.diff.read',
  dropped: 'review.diff.dropped',
  placed: 'review.diff.placed',
  'not-placed': 'review.diff.not-placed',
  organisations: 'review.diff.organisations',
  clusters: 'review.diff.clusters',
  open: 'review.diff.open',
};

/** Stands at the foot of the list and stays in sight: what was said so far, and the one way to see it on the map. */
export function renderApply(model: ReviewModel, list: PresenceReviewList, decided: number): TemplateResult {
  const { t, app, job } = model;
  const isRunning = job?.state === 'queued' || job?.state === 'running';
  // An undone decision is one to read again with, as a new one is.
  const count = Math.abs(list.pending - model.applied) + model.chosen.size;
  const isReady = count > 0 || model.isAnswered;
  const isDone = job?.state === 'succeeded' && job.version !== null && !isReady;
  return html`<section
    class="card-box review-apply"
    id="apply"
    ?data-ready=${isReady || isRunning || isDone}
    tabindex="-1"
    aria-label=${t('review.apply.title')}
  >
    ${isDone || decided > 0 ? nothing : html`<p class="small muted">${t('review.apply.lead')}</p>`} ${renderAnswers(model)}
    ${
      isRunning
        ? html`<p role="status"><span class="spinner"></span> ${t('review.applying')}</p>`
        : isDone
          ? html`<p role="status">${icon('check', 18)} ${t('review.applied', { version: job!.version! })}</p>
              ${renderDifferences(model)}
              <p>
                <a class="button button-primary" href=${app.href(`/drafts/${list.dataset}/${job!.version}`)}>${t('review.draft')}</a>
                ${job!.version === list.version ? nothing : html`<a class="button" href=${app.href(`/3w/${list.dataset}/review`, { version: job!.version! })}>${t('review.next')}</a>`}
              </p>`
          : html`<button class="button button-primary" ?disabled=${model.busy || !isReady} @click=${() => void model.apply()}>
              ${icon('check', 18)} ${t('review.apply', { count })}
            </button>`
    }
    ${job?.state === 'failed' ? html`<p class="notice notice-error" role="alert">${icon('error', 18)} <span>${failureOf(job, model.app.language, t('state.failed.detail'))}</span></p>` : nothing}
  </section>`;
}

/** What was said on this page of the sheet and its columns, and is not read so yet. */
function renderAnswers(model: ReviewModel): TemplateResult | typeof nothing {
  const { t, app, sheet } = model;
  const lines = sheet
    ? [t('review.change.sheet', { sheet: sheet.sheet })]
    : [
        ...[...model.roles.keys()].map((heading) => t('review.change.role', { heading: heading || t('review.blank') })),
        ...[...model.separators].map(([heading, marks]) =>
          marks.length
            ? t('review.change.separators', { heading, list: app.format.list(marks.map((mark) => markText(model, mark))) })
            : t('review.change.whole', { heading }),
        ),
      ];
  if (model.period) lines.push(t('review.change.period', { from: app.format.date(model.period.start), to: app.format.date(model.period.end) }));
  if (lines.length === 0) return nothing;
  return html`<div>
    <p class="small muted">${t('review.change.lead')}</p>
    <ul class="review-changes">
      ${lines.map((line) => html`<li dir="auto">${line}</li>`)}
    </ul>
  </div>`;
}

function renderDifferences(model: ReviewModel): TemplateResult | typeof nothing {
  const { t, app, outcome } = model;
  if (!outcome) return nothing;
  const differences = differencesOf(outcome.before, outcome.after);
  if (differences.length === 0) return html`<p>${t('review.diff.same')}</p>`;
  const { number } = app.format;
  return html`<div class="review-scroll">
    <table class="review-diff">
      <caption class="small muted">
        ${t('review.diff.caption')}
      </caption>
      <thead>
        <tr>
          <td></td>
          <th scope="col">${t('review.diff.before')}</th>
          <th scope="col">${t('review.diff.after')}</th>
        </tr>
      </thead>
      <tbody>
        ${differences.map(
          (each) =>
            html`<tr>
              <th scope="row">${t(WHAT[each.what])}</th>
              <td class="number">${number(each.before)}</td>
              <td class="number">${number(each.after)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
