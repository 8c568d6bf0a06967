/** Words over the map: what it is made of, and what it cannot show. */
import { html, nothing, type TemplateResult } from 'lit';
import type { UnitAnswer } from '../../server/contract/api.ts';
import { icon } from '../ui/icon.ts';
import type { CountryView } from './country.ts';
import { shownName } from './names.ts';

/** Source, licence, date and disclaimer: printed under every map. */
export function sourceLine(view: CountryView): TemplateResult | typeof nothing {
  const { t, app, version, regions, state, language: wanted } = view;
  if (!version) return nothing;
  const { source, contributor, license, dateValidOn } = version.metadata;
  const parts = [
    source || contributor ? t('source.by', { source: [...new Set([source, contributor].filter(Boolean))].join(', ') }) : '',
    license,
    dateValidOn ? t('source.date', { date: app.format.date(dateValidOn) }) : '',
    `${version.dataset} ${version.version}`,
  ].filter(Boolean);
  const language = app.format.language(wanted);
  // A file without this language at all shows its own names throughout; grey tells apart only where some units have it.
  const has = (unit: UnitAnswer) => !shownName(unit, wanted).fallback;
  const fallback = state.names !== 'pcode' && regions?.some(has) && !regions.every(has);
  return html`<bdi>${parts.join(' · ')}</bdi>. ${fallback ? `${t('names.fallback', { language })} ` : nothing}${t('disclaimer')}`;
}

/** What the map cannot show now, why, and one thing to do. */
export function renderStatus(view: CountryView): TemplateResult | typeof nothing {
  if (view.mapStatus === 'no-webgl' || view.mapStatus === 'failed') {
    const key = view.mapStatus === 'failed' ? 'map.failed' : 'map.no-webgl';
    return html`<div class="country-note" role="status">
      ${icon('info')}
      <p>${view.t(key)}</p>
      ${view.state.table ? nothing : html`<button class="button" @click=${() => void view.toggleTable()}>${view.t('table.open')}</button>`}
    </div>`;
  }
  const chosen = view.ranges.find((range) => range.level === view.state.level);
  if (chosen && view.mapLevel < chosen.level)
    return html`<div class="country-note" role="status">
      ${icon('layers')}
      <p>${view.t('level.closer', { level: chosen.level, shown: view.mapLevel })}</p>
      <button class="button" @click=${() => view.stage.value?.zoomTo(chosen.available + 0.01)}>${view.t('level.zoom')}</button>
    </div>`;
  return nothing;
}
