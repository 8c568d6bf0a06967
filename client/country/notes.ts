/** Words over the map: what it is made of, and what it cannot show. */
import { html, nothing, type TemplateResult } from 'lit';
import type { UnitAnswer } from '../../server/contract/datasets/api.ts';
import { icon } from '../ui/icon.ts';
import '../kit/maps/disclaimer.ts';
import type { Box } from '../kit/maps/disclaimer.ts';
import type { CountryModel } from './model.ts';
import { placeText } from './search/places.ts';
import { shownName } from '../i18n/names.ts';

/** Share of the country's size that is seen around it. */
const AROUND = 0.3;

function aroundOf(box: Box | null): Box | null {
  if (!box) return null;
  const [west, south, turned, north] = box;
  const east = turned < west ? turned + 360 : turned;
  const [x, y] = [(east - west) * AROUND, (north - south) * AROUND];
  return [Math.max(west - x, east + x - 360), Math.max(-90, south - y), east + x, Math.min(90, north + y)];
}

/** Source, licence, date and disclaimer: printed under every map. */
export function sourceLine(model: CountryModel): TemplateResult | typeof nothing {
  const { t, app, version, regions, state, language: wanted } = model;
  if (!version) return nothing;
  const { source, contributor, license, dateValidOn } = version.metadata;
  const said = [
    source || contributor ? t('source.by', { source: app.format.comma([...new Set([source, contributor].filter(Boolean))]) }) : '',
    license,
    dateValidOn ? t('source.date', { date: app.format.date(dateValidOn) }) : '',
  ].filter(Boolean);
  // A sentence begins with a capital; the id of a dataset stays as it is written everywhere.
  const parts = [...said.map((part, i) => (i === 0 ? app.format.sentence(part) : part)), `${version.dataset} ${version.version}`];
  const language = app.format.language(wanted);
  // A file without this language at all shows its own names throughout; grey tells apart only where some units have it.
  const has = (unit: UnitAnswer) => !shownName(unit, wanted).fallback;
  const fallback = state.names !== 'pcode' && regions?.some(has) && !regions.every(has);
  return html`<bdi>${parts.join(' · ')}</bdi>. ${fallback ? `${t('names.fallback', { language })} ` : nothing}<cod-disclaimer
      .app=${app}
      .t=${t}
      .box=${aroundOf(version.bbox)}
    ></cod-disclaimer>`;
}

/** Which saved map the page was opened with: saving may change it. */
export function renderSaved({ t, saved }: CountryModel): TemplateResult | typeof nothing {
  if (!saved) return nothing;
  return html`<p slot="head" class="panel-saved small">${icon('map', 18)} <bdi>${t('saved.opened', { title: saved.spec.title })}</bdi></p>`;
}

/** The place that was searched for, until it is taken off the map. */
export function renderPin(model: CountryModel): TemplateResult | typeof nothing {
  const { t, state } = model;
  if (!state.pin) return nothing;
  return html`<p slot="head" class="panel-pin small">
    ${icon('pin', 18)} <bdi class="number">${placeText(t, state.pin)}</bdi>
    <button class="icon-button" aria-label=${t('place.remove')} title=${t('place.remove')} @click=${() => model.change({ pin: null }, true)}>
      ${icon('close', 16)}
    </button>
  </p>`;
}

/** What the map cannot show now, why, and one thing to do. */
export function renderStatus(model: CountryModel): TemplateResult | typeof nothing {
  if (model.mapStatus === 'no-webgl' || model.mapStatus === 'failed') {
    const key = model.mapStatus === 'failed' ? 'map.failed' : 'map.no-webgl';
    return html`<div class="country-note" role="status">
      ${icon('info')}
      <p>${model.t(key)}</p>
      ${model.state.table ? nothing : html`<button class="button" @click=${() => void model.toggleTable()}>${model.t('table.open')}</button>`}
    </div>`;
  }
  const chosen = model.ranges.find((range) => range.level === model.state.level);
  if (chosen && model.mapLevel < chosen.level)
    return html`<div class="country-note" role="status">
      ${icon('layers')}
      <p>${model.t('level.closer', { level: chosen.level, shown: model.mapLevel })}</p>
      <button class="button" @click=${() => model.stage.value?.zoomTo(chosen.available + 0.01)}>${model.t('level.zoom')}</button>
    </div>`;
  return nothing;
}
