/** What the import of a 3W could not know for certain: one decision for each group of rows, undoable, remembered for the country. */
import { html, nothing, type TemplateResult } from 'lit';
import type { PresenceReviewList } from '../../../server/contract/presence/presence.ts';
import { ApiProblem } from '../../kit/api.ts';
import { ReviewModel, type ReviewHost, type ReviewKey } from './model.ts';
import { progress } from '../../kinds/presence/review.ts';
import '../../ui/tabs.ts';
import { View } from '../../kit/view.ts';
import { pageHeader } from '../../kit/header.ts';
import { renderApply } from './apply.ts';
import { renderColumns } from './columns.ts';
import { openDates, renderDates } from './dates.ts';
import { renderPlaces } from './places.ts';
import { renderMerges, renderSpellings } from './spellings.ts';
import { KINDS, countryOf, kindOf } from '../../kit/kinds.ts';
import '../../kit/form.css';
import './page.css';

class ReviewView extends View<ReviewKey> implements ReviewHost {
  private readonly model = new ReviewModel(this);

  focusApply(): void {
    this.querySelector<HTMLElement>('.review-apply')?.focus();
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
        <a class="button button-primary" href=${app.href('/signin', { next: location.pathname })}>${t('review.signin')}</a>
      </div>`;
    return this.failed(error, () => void model.load(), {
      notFound: t('review.missing', { id: model.datasetId }),
      back: html`<a class="button button-primary" href=${app.href('/')}>${t('nav.home')}</a>`,
    });
  }

  private renderList(list: PresenceReviewList): TemplateResult {
    const { t, app, model } = this;
    const { open, openRows, decided } = progress(list);
    const country = countryOf(list.dataset);
    const tabs = [
      { id: 'places', label: t('review.tab.places', { count: list.groups.length }) },
      { id: 'sectors', label: t('review.tab.sectors', { count: list.sectors.length }) },
      { id: 'types', label: t('review.tab.types', { count: list.orgTypes.length }) },
      { id: 'merges', label: t('review.tab.merges', { count: list.merges.length }) },
      ...(list.dates.length ? [{ id: 'dates', label: t('review.tab.dates', { count: openDates(list) }) }] : []),
      { id: 'columns', label: t('review.tab.columns', { count: list.columns.length }) },
    ];
    return html`<p class="muted small">
        <bdi>${list.dataset} ${list.version}</bdi>${list.boundaries ? html` · <bdi>${list.boundaries.dataset} ${list.boundaries.version}</bdi>` : nothing} ·
        <a href=${app.href(`/c/${country}${KINDS[kindOf(list.dataset)].path}`)}>${t('review.map')}</a>
      </p>
      <p role="status">${t('review.progress', { open, rows: openRows, decided })}</p>
      ${renderApply(model, list, decided)}
      <cod-tabs .tabs=${tabs} .selected=${model.tab} label=${t('review.title')} @select-tab=${(event: CustomEvent<string>) => model.showTab(event.detail)}>
        <div slot="places" class="review-panel">${model.tab === 'places' ? renderPlaces(model, list) : nothing}</div>
        <div slot="sectors" class="review-panel">${model.tab === 'sectors' ? renderSpellings(model, 'sector', list.sectors) : nothing}</div>
        <div slot="types" class="review-panel">${model.tab === 'types' ? renderSpellings(model, 'org-type', list.orgTypes) : nothing}</div>
        <div slot="merges" class="review-panel">${model.tab === 'merges' ? renderMerges(model, list.merges) : nothing}</div>
        ${list.dates.length ? html`<div slot="dates" class="review-panel">${model.tab === 'dates' ? renderDates(model, list) : nothing}</div>` : nothing}
        <div slot="columns" class="review-panel">${model.tab === 'columns' ? renderColumns(model, list) : nothing}</div>
      </cod-tabs>`;
  }
}

customElements.define('review-view', ReviewView);
