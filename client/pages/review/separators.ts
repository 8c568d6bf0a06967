/** Cells that hold several values: the marks that stand in a column, the declared ones, and what some cells become. */
import { html, nothing, type TemplateResult } from 'lit';
import { marksOf, previewSplit, type Column } from '../../kinds/presence/reading.ts';
import { icon } from '../../ui/icon.ts';
import type { ReviewKey, ReviewModel } from './model.ts';

const MARK_NAMES: Record<string, ReviewKey> = {
  '\n': 'review.mark.newline',
  ';': 'review.mark.semicolon',
  ',': 'review.mark.comma',
  '|': 'review.mark.bar',
  '/': 'review.mark.slash',
  ' / ': 'review.mark.slash-spaced',
  '&': 'review.mark.and',
  ' & ': 'review.mark.and-spaced',
  ' + ': 'review.mark.plus-spaced',
};
/** The API takes no longer one. */
const LONGEST = 10;

const sign = (mark: string) => (mark === '\n' ? '⏎' : mark.trim() || mark);
const signs = (text: string) => text.replaceAll('\n', ' ⏎ ');

/** For a list of separators in a sentence. */
export function markText({ t }: Pick<ReviewModel, 't'>, mark: string): string {
  return MARK_NAMES[mark] ? `${sign(mark)} (${t(MARK_NAMES[mark])})` : t('review.mark.own', { mark: signs(mark) });
}

export function renderSeparators(model: ReviewModel, column: Column): TemplateResult {
  const { t, app } = model;
  const { heading, marks } = column;
  const chosen = model.separatorsOf(column);
  const offers = marksOf(column, chosen);
  const toggle = (mark: string) => model.separate(column, chosen.includes(mark) ? chosen.filter((each) => each !== mark) : [...chosen, mark]);
  const add = (event: SubmitEvent) => {
    event.preventDefault();
    const input = (event.target as HTMLFormElement).querySelector('input')!;
    if (input.value.trim() !== '' && !chosen.includes(input.value)) toggle(input.value);
    input.value = '';
  };
  const most = marks?.[0];
  const state = chosen.length
    ? t('review.separators.in-use', { list: app.format.list(chosen.map((mark) => markText(model, mark))) })
    : most
      ? t('review.separators.might', { mark: markText(model, most.mark), count: most.rows })
      : t('review.separators.none');
  return html`<details class="review-more review-separators" ?open=${column.separators.length > 0}>
    <summary>${icon('chevron', 16)} <span>${state}</span></summary>
    <div class="review-separators-body">
      ${marks ? nothing : html`<p class="small muted">${t('review.separators.unknown')}</p>`}
      <div class="review-answers" role="group" aria-label=${t('review.separators.of', { heading })}>
        ${offers.map(
          ({ mark, rows }) =>
            html`<button class="button review-mark" aria-pressed=${chosen.includes(mark)} @click=${() => toggle(mark)}>
              <bdi class="review-sign" aria-hidden="true">${sign(mark)}</bdi>
              <span
                >${MARK_NAMES[mark] ? t(MARK_NAMES[mark]) : t('review.mark.own', { mark: signs(mark) })}${
                  rows === null ? nothing : html`<span class="small muted number"> · ${t('review.rows', { count: rows })}</span>`
                }</span
              >
            </button>`,
        )}
        <form class="review-other" @submit=${add}>
          <label><span class="small muted">${t('review.separators.other')}</span> <input maxlength=${LONGEST} autocomplete="off" spellcheck="false" /></label>
          <button class="button">${t('review.separators.add')}</button>
        </form>
      </div>
      ${renderPreview(model, column, chosen)}
    </div>
  </details>`;
}

function renderPreview({ t }: Pick<ReviewModel, 't'>, column: Column, chosen: readonly string[]): TemplateResult | typeof nothing {
  const preview = previewSplit(column, chosen);
  if (preview.length === 0) return nothing;
  const split = preview.some(({ parts }) => parts.length > 1);
  return html`<p class="small muted">${t(split ? 'review.separators.preview' : 'review.separators.whole')}</p>
    <ul class="review-splits">
      ${preview.map(
        ({ cell, parts }) =>
          html`<li>
            <bdi class="small muted" dir="auto">${signs(cell)}</bdi>
            ${
              parts.length > 1
                ? html`<span class="review-arrow">${icon('chevron', 14)}<span class="visually-hidden">${t('review.separators.becomes')}</span></span>
                    ${parts.map((part) => html`<bdi class="review-part" dir="auto">${part}</bdi> `)}`
                : nothing
            }
          </li>`,
      )}
    </ul>`;
}
