/** The panel while no unit is chosen: what this dataset is, its first-level units as an index, and where to go from here. */
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../ui/icon.ts';
import type { CountryModel } from './model.ts';
import { sourceLine } from './notes.ts';
import { createCompare } from '../i18n/language.ts';
import { renderLayers } from './layers.ts';
import { renderTimeline } from './time.ts';
import { downloadList, findingBadges } from '../kit/facts.ts';
import { shownName } from '../i18n/names.ts';
import { BOUNDARIES } from '../kit/kinds.ts';
import { sectionPath, structurePath } from '../kit/workgroup/place.ts';

export function renderOverview(model: CountryModel): TemplateResult {
  const { t, app, catalogue } = model;
  const version = model.version!;
  const dataHref = app.href(`/c/${model.id3.toLowerCase()}/${version.dataset}`);
  return html`<div slot="head" class="panel-head">
      <div class="panel-title">
        <h1 tabindex="-1">${model.name}</h1>
        <p class="muted small">
          ${version.metadata.dateValidOn ? t('country.what', { date: app.format.date(version.metadata.dateValidOn) }) : t('country.what.undated')}
        </p>
      </div>
      ${renderLayers(model, BOUNDARIES)}
      <p class="panel-coordination">
        <a href=${app.href(structurePath(model.id3))}>${t('country.coordination')}</a>
        <a href=${app.href(sectionPath(model.id3, 'start'))}>${t('country.start')}</a>
      </p>
      <div class="panel-actions">
        <button class="button" aria-pressed=${model.state.table} @click=${() => void model.toggleTable()}>${icon('table', 18)} ${t('table.open')}</button>
        ${
          catalogue && catalogue.versions.length > 1
            ? html`<label
                ><span class="visually-hidden">${t('version.label')}</span>
                <select class="select" @change=${(event: Event) => model.setVersion((event.target as HTMLSelectElement).value)}>
                  ${catalogue.versions.map(
                    (entry) =>
                      html`<option value=${entry.version} .selected=${entry.version === version.version}>
                        ${entry.version} · ${t(`status.${entry.status}`)}
                      </option>`,
                  )}
                </select></label
              >`
            : html`<span class="badge number">${version.version}</span>`
        }
      </div>
    </div>
    <div class="panel-body">
      <ul class="counts">
        ${version.levels
          .filter(({ level }) => level > 0)
          .map(
            ({ level, units, partial }) =>
              html`<li>
                <b class="number">${app.format.number(units)}</b
                ><span class="muted small">${t('level.n', { level })}${partial ? html` · ${t('level.partial')}` : nothing}</span>
              </li>`,
          )}
      </ul>
      ${renderRegions(model)}
      <p class="panel-quality">${findingBadges(version.report, t as never)} <a href=${dataHref}>${t('country.dataset')}</a></p>
      ${renderTimeline(model)}
      <details>
        <summary>${icon('download', 18)} ${t('download.title')}</summary>
        ${downloadList(version, app, t as never)}
        <p><a href=${dataHref}>${t('country.formats')}</a></p>
        <p><a href=${app.href(`/c/${model.id3.toLowerCase()}/pcode`)}>${t('country.pcode')}</a></p>
      </details>
      <p class="panel-source small muted">${sourceLine(model)}</p>
    </div>`;
}

function renderRegions(model: CountryModel): TemplateResult | typeof nothing {
  const { regions } = model;
  if (!regions?.length) return nothing;
  const compare = createCompare(model.app.language);
  const items = regions.map((unit) => ({ unit, name: shownName(unit, model.language) })).sort((a, b) => compare(a.name.text, b.name.text));
  return html`<nav aria-label=${model.t('level.n', { level: regions[0]!.level })}>
    <h2 class="panel-heading">${model.t('level.n', { level: regions[0]!.level })}</h2>
    <ul class="unit-list">
      ${items.map(
        ({ unit, name }) =>
          html`<li>
            <a href=${model.unitHref(unit)} @click=${(event: Event) => model.selectUnit({ level: unit.level, pcode: unit.pcode }, true, event)}
              ><bdi lang=${name.lang}>${name.text}</bdi><bdi class="muted small number">${unit.pcode}</bdi></a
            >
          </li>`,
      )}
    </ul>
  </nav>`;
}
