/** What the import of a 3W could not know for certain, in one place: what hangs on most rows first, one decision each, undoable, remembered for the country. */
import { html, nothing, type TemplateResult } from 'lit';
import type { PresenceReviewList } from '../../../server/contract/presence/presence.ts';
import { ApiProblem } from '../../kit/api.ts';
import { ReviewModel, type ReviewHost, type ReviewKey } from './model.ts';
import { progress } from '../../kinds/presence/review.ts';
import { openParts, type ReviewPart } from '../../kinds/presence/draft/steps.ts';
import { renderQuestions } from '../../kit/columns/questions.ts';
import { View } from '../../kit/view.ts';
import { signInHref } from '../../kit/address.ts';
import { pageHeader } from '../../kit/header.ts';
import { icon } from '../../ui/icon.ts';
import { renderApply } from './apply.ts';
import { renderColumns } from './columns.ts';
import { renderDates } from './dates.ts';
import { renderOrganisations } from './organisations.ts';
import { renderPlaces, renderRepairs } from './places.ts';
import { renderSpellings } from './spellings.ts';
import { KINDS, countryOf, kindOf } from '../../kit/kinds.ts';
import '../../kit/form.css';
import './page.css';

const TITLES: Record<ReviewPart, ReviewKey> = {
  questions: 'review.part.questions',
  dates: 'review.part.dates',
  places: 'review.part.places',
  sectors: 'review.part.sectors',
  types: 'review.part.types',
  organisations: 'review.part.organisations',
};

class ReviewView extends View<ReviewKey> implements ReviewHost {
  private readonly model = new ReviewModel(this);

  focusApply(): void {
    this.querySelector<HTMLElement>('.review-apply')?.focus();
  }

  focusPart(): void {
    const part = location.hash && this.querySelector<HTMLElement>(`.review-part-of[id="${CSS.escape(location.hash.slice(1))}"] > h2`);
    if (!part) return;
    part.scrollIntoView({ block: 'start' });
    part.focus({ preventScroll: true });
  }

  protected override willUpdate(): void {
    this.app.setTitle(this.t('review.title'));
  }

  override render() {
    const { t, app } = this;
    const { error, list } = this.model;
    return html`${pageHeader(app, t as never)}
      <main id="content" class="wide review" tabindex="-1">
        <h1 tabindex="-1">${t('review.title')}</h1>
        ${error ? this.renderError(error) : list ? this.renderList(list) : this.loading(t('review.loading'))}
      </main>`;
  }

  private renderError(error: unknown): TemplateResult {
    const { t, app, model } = this;
    const closed = error instanceof ApiProblem && (error.status === 401 || error.status === 403);
    if (closed)
      return html`<div class="state">
        <h2>${t('review.closed')}</h2>
        <a class="button button-primary" href=${signInHref(app)}>${t('review.signin')}</a>
      </div>`;
    return this.failed(error, () => void model.load(), {
      notFound: t('review.missing', { id: model.datasetId }),
      back: html`<a class="button button-primary" href=${app.href('/')}>${t('nav.home')}</a>`,
    });
  }

  private renderList(list: PresenceReviewList): TemplateResult {
    const { t, app, model } = this;
    const { open, openRows, decided } = progress(list, model.questions);
    const country = countryOf(list.dataset);
    const empty = model.questions.length + list.dates.length + list.groups.length + list.sectors.length + list.orgTypes.length + list.merges.length === 0;
    return html`<p class="muted small">
        <bdi>${list.dataset} ${list.version}</bdi>${list.boundaries ? html` · <bdi>${list.boundaries.dataset} ${list.boundaries.version}</bdi>` : nothing} ·
        <a href=${app.href(`/c/${country}${KINDS[kindOf(list.dataset)].path}`)}>${t('review.map')}</a> ·
        <a href=${app.href(`/drafts/${list.dataset}/${list.version}`)}>${t('review.to-draft')}</a>
      </p>
      <p role="status">${t('review.progress', { open, rows: openRows, decided })}</p>
      ${empty ? html`<p class="muted">${t('review.none')}</p>` : nothing}
      ${model.questions.length ? this.renderPart('questions', list, renderQuestions({ ...model.asking, t: t as never })) : nothing}
      ${list.dates.length ? this.renderPart('dates', list, renderDates(model, list)) : nothing} ${this.renderSchemes(list)}
      ${list.groups.length ? this.renderPart('places', list, renderPlaces(model, list)) : nothing}
      ${list.sectors.length ? this.renderPart('sectors', list, renderSpellings(model, 'sector', list.sectors)) : nothing}
      ${list.orgTypes.length ? this.renderPart('types', list, renderSpellings(model, 'org-type', list.orgTypes)) : nothing}
      ${list.merges.length ? this.renderPart('organisations', list, renderOrganisations(model, list.merges)) : nothing} ${renderRepairs(model, list)}
      <details class="review-part-of review-more" id="columns" ?open=${location.hash === '#columns'}>
        <summary>${icon('chevron', 16)} <span>${t('review.tab.columns', { count: list.columns.length })}</span></summary>
        <div class="review-panel">${renderColumns(model, list)}</div>
      </details>
      ${renderApply(model, list, decided)}`;
  }

  /** A part of the list, with how much of it is open and how many rows hang on that. */
  private renderPart(part: ReviewPart, list: PresenceReviewList, content: TemplateResult): TemplateResult {
    const { t, model } = this;
    const open = openParts(
      list,
      model.questions.filter(({ id }) => !model.chosen.has(id)),
    ).find((each) => each.part === part);
    return html`<section class="review-part-of" id=${part} aria-labelledby="${part}-title">
      <h2 id="${part}-title" tabindex="-1">
        ${t(TITLES[part])}
        ${
          open
            ? html`<span class="badge number"
                >${t('review.part.open', { count: open.open })}${open.rows ? html` · ${t('review.rows', { count: open.rows })}` : nothing}</span
              >`
            : html`<span class="badge badge-good">${icon('check', 14)} ${t('review.part.done')}</span>`
        }
      </h2>
      <div class="review-panel">${content}</div>
    </section>`;
  }

  /** Codes of other lists: their rows are placed by name already, which is said once for each column. */
  private renderSchemes({ schemes }: PresenceReviewList): TemplateResult | typeof nothing {
    const { t, app } = this;
    if (schemes.length === 0) return nothing;
    return html`<section class="review-part-of" id="schemes" aria-labelledby="schemes-title">
      <h2 id="schemes-title" tabindex="-1">${t('review.part.schemes')}</h2>
      <ul class="review-groups">
        ${schemes.map(
          ({ heading, level, rows, samples }) =>
            html`<li class="review-group">
              <div>
                <p class="review-stated"><bdi dir="auto">${heading}</bdi></p>
                <p class="small muted">${t('level.n', { level })} · ${t('review.rows', { count: rows })}</p>
              </div>
              <p class="small">${t('review.scheme', { samples: app.format.list(samples.slice(0, 3)) })}</p>
            </li>`,
        )}
      </ul>
    </section>`;
  }
}

customElements.define('review-view', ReviewView);
