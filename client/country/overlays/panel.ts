/** The list of layers in the panel of the country: on and off, what they look like, how old they are; and what was tapped. */
import { html, nothing, type TemplateResult } from 'lit';
import type { LayerSummary } from '../../../server/contract/overlays/layer.ts';
import { icon } from '../../ui/icon.ts';
import type { CountryModel } from '../model.ts';
import { MAX_LAYERS } from '../../../server/contract/maps/overlayLooks.ts';
import type { Tapped } from './model.ts';
import { layerSwatch } from './swatch.ts';
import { titleOf } from './title.ts';
import './overlays.css';

export function renderOverlays(model: CountryModel): TemplateResult | typeof nothing {
  const { overlays, t } = model;
  const { list } = overlays;
  if (!list || list.length === 0) return nothing;
  const on = list.filter((layer) => overlays.isOn(layer));
  return html`${renderTapped(model)}
    <details class="overlays" ?open=${on.length > 0}>
      <summary>${icon('layers', 18)} ${t('overlays.title', { count: on.length })}</summary>
      <ul>
        ${list.map((layer) => renderLayer(model, layer))}
      </ul>
      ${on.length > MAX_LAYERS ? html`<p class="small muted" role="status">${t('overlays.most', { most: MAX_LAYERS })}</p>` : nothing}
    </details>`;
}

function renderLayer(model: CountryModel, layer: LayerSummary): TemplateResult {
  const { overlays, t, app } = model;
  const isOn = overlays.isOn(layer);
  const isCounted = layer.served === 'counts';
  const date = (day: string) => app.format.date(day);
  const until = layer.validUntil === null ? '' : t(layer.isOld ? 'overlays.old' : 'overlays.until', { date: date(layer.validUntil) });
  const facts = [t(`overlays.theme.${layer.theme}`), layer.date === null ? '' : date(layer.date), layer.base ? t('overlays.base') : ''].filter(Boolean);
  const title = html`<bdi>${titleOf(layer, app.language)}</bdi>`;
  return html`<li>
    ${
      isCounted
        ? html`<span class="overlays-name">${title}</span>`
        : html`<label class="overlays-name"><input type="checkbox" .checked=${isOn} @change=${() => overlays.toggle(layer)} /> ${title}</label>`
    }
    <span class="small muted">${facts.join(' · ')}${until && !layer.isOld ? ` · ${until}` : ''}</span>
    ${layer.isOld ? html`<span class="badge overlays-old">${until}</span>` : nothing}
    ${isCounted ? html`<span class="small muted">${t('overlays.counts')}</span>` : nothing}
    ${isOn && overlays.hasFailed(layer) ? html`<span role="alert">${t('overlays.failed')} <button class="button" @click=${() => overlays.retry(layer)}>${t('state.retry')}</button></span>` : nothing}
    ${isOn && !isCounted ? renderEntries(model, layer) : nothing}
    <span class="overlays-ways">
      <button class="link" @click=${() => void openTable(model, layer)}>${icon('table', 16)} ${t('overlays.table')}</button>
      <a href=${app.href(`/c/${model.id3.toLowerCase()}/${layer.id}`)}>${t('overlays.dataset')}</a>
    </span>
  </li>`;
}

function renderEntries(model: CountryModel, layer: LayerSummary): TemplateResult {
  const { t, app } = model;
  const { legend, shape, size } = layer;
  const entries = legend.entries.filter(({ count }) => count !== 0);
  return html`<ul class="overlays-legend">
    ${entries.map((entry) => {
      const own =
        (entry.labels as Record<string, string | undefined>)[app.language] ??
        entry.value ??
        t(legend.column === null ? `overlays.${shape}` : 'overlays.others');
      return html`<li>
        ${layerSwatch(layer, entry)}<bdi>${own}</bdi>
        ${entry.count === null ? nothing : html`<span class="muted small number">${app.format.number(entry.count)}</span>`}
      </li>`;
    })}
    ${size ? html`<li class="small muted">${t('overlays.size', { column: size.column })}</li>` : nothing}
  </ul>`;
}

/** Code that only a reader of the table needs. */
async function openTable(model: CountryModel, layer: LayerSummary): Promise<void> {
  const { openLayerTable } = await import('./table.ts');
  openLayerTable(model, layer);
}

function renderTapped(model: CountryModel): TemplateResult | typeof nothing {
  const { overlays, t } = model;
  if (overlays.tapped.length === 0) return nothing;
  return html`<section class="overlays-tapped" aria-labelledby="tapped">
    <h2 id="tapped" tabindex="-1">${t('overlays.here')}</h2>
    <button class="icon-button" aria-label=${t('overlays.close')} @click=${() => overlays.untap()}>${icon('close')}</button>
    ${overlays.tapped.map((tapped) => renderFeature(model, tapped))}
  </section>`;
}

function renderFeature({ t, app }: CountryModel, { layer, name, id, feature, failed }: Tapped): TemplateResult {
  const told = Object.entries(feature?.properties ?? {}).filter(([, value]) => value !== null && value !== '');
  return html`<article>
    <h3><bdi>${feature?.name || name || t('overlays.unnamed', { row: id })}</bdi></h3>
    <p class="small muted"><bdi>${titleOf(layer, app.language)}</bdi>${feature?.pcode ? html` · <bdi>${feature.pcode}</bdi>` : nothing}</p>
    ${failed ? html`<p role="alert">${t('overlays.failed')}</p>` : nothing}
    ${
      told.length === 0
        ? nothing
        : html`<dl>
            ${told.map(
              ([column, value]) =>
                html`<dt><bdi>${column}</bdi></dt>
                  <dd><bdi>${typeof value === 'number' ? app.format.number(value) : String(value)}</bdi></dd>`,
            )}
          </dl>`
    }
  </article>`;
}
