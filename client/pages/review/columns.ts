/** How the sheet was read: each column with a preview of its values and its role, which a person may correct; and the period. */
import { html, nothing, type TemplateResult } from 'lit';
import type { RoleGuess, PresenceReviewList } from '../../../server/contract/presence/presence.ts';
import { holdsSeveral, type Column } from '../../kinds/presence/reading.ts';
import { ROLE_KEYS, roleKey } from '../../kinds/presence/review.ts';
import { roleText } from '../../kinds/presence/draft/words.ts';
import { createChooser, renderLanguage, renderStyle } from '../../kit/columns/editor.ts';
import { icon } from '../../ui/icon.ts';
import type { ReviewKey, ReviewModel } from './model.ts';
import { renderCoded } from './coded.ts';
import { renderSeparators } from './separators.ts';
import { renderSheets } from './sheets.ts';

const FROM: Record<RoleGuess['from'], ReviewKey> = {
  hxl: 'review.from.hxl',
  heading: 'review.from.heading',
  values: 'review.from.values',
  profile: 'review.from.profile',
  asked: 'review.from.asked',
};

export function renderColumns(model: ReviewModel, list: PresenceReviewList): TemplateResult {
  const { t, busy, overview } = model;
  const proposed = overview?.proposedPeriod ?? null;
  return html`<p class="small muted">${t('review.columns.help')}</p>
    ${overview ? html`<p class="small"><bdi>${overview.source.file}</bdi> · <bdi>${overview.source.sheet}</bdi></p>` : nothing} ${renderSheets(model, list)}
    ${renderCoded(model, list)} ${renderPeriod(model, proposed)}
    ${
      model.sheet
        ? html`<p class="notice">${icon('info', 18)} <span>${t('review.sheet.first', { sheet: model.sheet.sheet })}</span></p>`
        : html`<ul class="review-groups">
            ${list.columns.map((column) => renderColumn(model, column))}
          </ul>`
    }
    <div class="review-answers">
      <button
        class="button"
        ?disabled=${busy || model.sheet !== null || (model.roles.size === 0 && model.separators.size === 0 && model.settings.size === 0)}
        @click=${() => void model.saveProfile()}
      >
        ${icon('check', 18)} ${t('review.columns.save')}
      </button>
    </div>`;
}

function renderColumn(model: ReviewModel, column: Column): TemplateResult {
  const { t } = model;
  const { heading, hxl, samples, role, from } = column;
  const own = roleKey(role);
  const chosen = model.roles.get(heading) ?? own;
  const keys = ROLE_KEYS.includes(own) ? ROLE_KEYS : [own, ...ROLE_KEYS];
  // Answers go by heading: a column without one cannot be told apart.
  const several = heading !== '' && holdsSeveral(chosen);
  return html`<li class="review-group" ?data-decided=${chosen !== own || model.separators.has(heading) || model.settings.has(heading)}>
    <div>
      <p class="review-stated"><bdi dir="auto">${heading || t('review.blank')}</bdi> ${hxl ? html`<bdi class="small muted">${hxl}</bdi>` : nothing}</p>
      <p class="small muted">${samples.slice(0, 5).map((sample, i) => html`${i ? ' · ' : ''}<bdi dir="auto">${sample}</bdi>`)}</p>
    </div>
    <div class="review-answers">
      <label
        ><span class="visually-hidden">${t('review.column.role', { heading })}</span>
        <select class="select" @change=${(event: Event) => model.setRole(column, (event.target as HTMLSelectElement).value)}>
          ${keys.map((key) => html`<option value=${key} .selected=${key === chosen}>${roleText(t, key)}</option>`)}
        </select></label
      >
      <span class="small muted">${chosen === own ? t(FROM[from]) : t('review.from.asked')}</span>
    </div>
    ${heading === '' ? nothing : renderSettings(model, column, chosen)} ${several ? renderSeparators(model, column) : nothing}
  </li>`;
}

/** The language of names, and how numbers are written. */
function renderSettings(model: ReviewModel, column: Column, chosen: string): TemplateResult | typeof nothing {
  const [is, , part] = chosen.split('/');
  const said = model.settings.get(column.heading);
  const pick = createChooser(column.heading, model.busy);
  const t = model.t as never;
  if (is === 'people' || is === 'lat' || is === 'lon')
    return html`<div class="review-answers">
      ${renderStyle(t, said?.numbers === undefined ? column.numbers : said.numbers, pick, (numbers) => model.setSetting(column, { numbers }))}
    </div>`;
  if (is !== 'sector' && part !== 'name') return nothing;
  return html`<div class="review-answers">
    ${renderLanguage(t, said?.language === undefined ? column.language : said.language, pick, (language) => model.setSetting(column, { language }))}
  </div>`;
}

/** For rows that state no date: what the name of the file says is only proposed. */
function renderPeriod(model: ReviewModel, proposed: { start: string; end: string } | null): TemplateResult | typeof nothing {
  const { t, app, period } = model;
  if (!proposed) return nothing;
  const text = { from: app.format.date(proposed.start), to: app.format.date(proposed.end) };
  return html`<div class="review-group" ?data-decided=${period !== null}>
    <p>${t('review.period', text)}</p>
    <div class="review-answers">
      <button class="button" aria-pressed=${period !== null} @click=${() => model.setPeriod(period ? null : proposed)}>
        ${t(period ? 'review.period.drop' : 'review.period.take')}
      </button>
    </div>
  </div>`;
}
