/** What lies over the map of a draft: level and names, zoom, and what is shown alone with the names of its units. */
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../ui/icon.ts';
import { columnOfLanguage, languagesOnMap } from '../../i18n/names.ts';
import type { Labels } from './map.ts';
import { rangesOfTiles } from '../../map/camera.ts';
import type { DraftModel } from './model.ts';

/** Units that the note names; all are marked on the map. */
const NAMED = 8;

export function renderMapTools(model: DraftModel): TemplateResult {
  const { t } = model;
  const stage = model.map.stage;
  return html`<div class="draft-tools">${renderLevels(model)} ${renderLabels(model)}</div>
    <div class="draft-zoom" role="group" aria-label=${t('map.zoom')}>
      <button class="icon-button" aria-label=${t('map.zoom-in')} @click=${() => stage.value?.zoomBy(1)}>${icon('plus')}</button>
      <button class="icon-button" aria-label=${t('map.zoom-out')} @click=${() => stage.value?.zoomBy(-1)}>${icon('minus')}</button>
      <button class="icon-button" aria-label=${t('map.fit')} title=${t('map.fit')} @click=${() => stage.value?.fit()}>${icon('fit')}</button>
    </div>`;
}

function renderLevels(model: DraftModel): TemplateResult | typeof nothing {
  const { t, ground, tilejson, map } = model;
  const levels = ground && tilejson ? rangesOfTiles(ground.levels, tilejson).map(({ level }) => level) : [];
  if (levels.length < 2) return nothing;
  const choose = (event: Event) => {
    const { value } = event.target as HTMLSelectElement;
    model.setMap({ level: value === '' ? null : Number(value) });
  };
  return html`<label
    ><span class="visually-hidden">${t('level.legend')}</span
    ><select class="select" title=${t('level.legend')} @change=${choose}>
      <option value="" .selected=${map.level === null}>${t('level.auto.short', { level: map.level === null ? (map.now ?? 0) : 0 })}</option>
      ${levels.map((level) => html`<option value=${level} .selected=${map.level === level}>${t('level.n', { level })}</option>`)}
    </select></label
  >`;
}

function renderLabels(model: DraftModel): TemplateResult {
  const { t, app, tilejson, map } = model;
  const languages = tilejson ? languagesOnMap(tilejson) : [];
  const language = app.format.language(languages[columnOfLanguage(languages, app.language)] ?? 'und');
  const choices: [Labels, string][] = [
    ['names', language ? t('names.in', { language }) : t('names.file')],
    ['pcodes', t('names.pcode')],
    ['none', t('draft.labels.none')],
  ];
  return html`<label
    ><span class="visually-hidden">${t('names.label')}</span
    ><select
      class="select"
      title=${t('names.label')}
      @change=${(event: Event) => model.setMap({ labels: (event.target as HTMLSelectElement).value as Labels })}
    >
      ${choices.map(([value, label]) => html`<option value=${value} .selected=${map.labels === value}>${label}</option>`)}
    </select></label
  >`;
}

/** What the map shows alone, and the way back to all of it. */
export function renderFocus(model: DraftModel): TemplateResult | typeof nothing {
  const { t, app, looked, openFinding, units } = model;
  const finding = looked?.finding ?? openFinding?.finding;
  if (!finding) return nothing;
  const { severity, title } = finding;
  const named = model.lookedUnits.map(({ pcode }) => ({ pcode, name: units?.nameOf(pcode, finding.level, app.language) ?? '' }));
  return html`<div class="draft-focus">
    <p class="draft-focus-title severity-${severity}">${icon(severity === 'info' ? 'info' : severity, 16)} <b>${title}</b></p>
    ${
      named.length > 0
        ? html`<p class="small">
            ${named.slice(0, NAMED).map(({ pcode, name }, i) => html`${i > 0 ? ' · ' : ''}<bdi>${name || pcode}</bdi>${name ? html` <bdi class="muted">${pcode}</bdi>` : nothing}`)}
            ${named.length > NAMED ? t('finding.more-units', { count: named.length - NAMED }) : nothing}
          </p>`
        : nothing
    }
    <button class="link" @click=${() => model.showAll()}>${t('draft.focus.all')}</button>
  </div>`;
}
