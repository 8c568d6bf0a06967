/** What became of each row of a layer, how it was placed, and what its legend tells apart. */
import { html, nothing, type TemplateResult } from 'lit';
import type { LayerAnswer, LayerRows } from '../../../../server/contract/overlays/layer.ts';
import { layerSwatch } from '../../../country/overlays/swatch.ts';
import type { DraftPage } from '../../../kit/draft.ts';

/** Rows that are named; the findings have all of them. */
const NAMED = 12;

export function renderRead(page: DraftPage, layer: LayerAnswer): TemplateResult {
  const { t, app } = page;
  const { ledger, join, mended, legend, totals } = layer;
  const rows = ({ rows: own, count }: LayerRows) =>
    count === 0 ? '' : t('layer.rows', { rows: `${app.format.list(own.slice(0, NAMED).map(String))}${count > NAMED ? ' …' : ''}` });
  const line = (label: string, count: number, told = '') =>
    html`<dt>${label}</dt>
      <dd><b class="number">${app.format.number(count)}</b> ${told ? html`<span class="small muted" dir="auto">${told}</span>` : nothing}</dd>`;
  return html`<section class="layer-read">
    ${mended.length > 0 ? html`<p class="notice">${t('layer.mended', { what: app.format.list(mended.map((each) => t(`layer.mend.${each}`))) })}</p>` : nothing}
    ${
      ledger
        ? html`<h3>${t('layer.ledger')}</h3>
            <dl class="layer-ledger">
              ${line(t('layer.read'), ledger.read)} ${line(t('layer.drawn'), ledger.drawn)}
              ${line(t('layer.without'), ledger.withoutCoordinates.count, rows(ledger.withoutCoordinates))}
              ${line(t('layer.outside'), ledger.outside.count, rows(ledger.outside))}
              ${ledger.dropped.map((each) => (each.count > 0 ? line(t(`layer.dropped.${each.why}`), each.count, rows(each)) : nothing))}
            </dl>`
        : nothing
    }
    ${
      join === null
        ? nothing
        : join.boundary === null
          ? html`<p class="notice notice-warning">${t('layer.unjoined')}</p>`
          : html`<h3>${t('layer.join', { version: join.boundary.version })}</h3>
              <dl class="layer-ledger">
                ${line(t('layer.inside'), join.inside)} ${line(t('layer.near'), join.near.count, rows(join.near))}
                ${join.disagree.count > 0 ? line(t('layer.disagree'), join.disagree.count, rows(join.disagree)) : nothing}
                ${join.stacked.count > 0 ? line(t('layer.stacked'), join.stacked.count, rows(join.stacked)) : nothing}
              </dl>`
    }
    <h3>${t('layer.legend')}</h3>
    ${legend.column === null ? nothing : html`<p class="small muted">${t('layer.legend.column')}: <bdi>${legend.column}</bdi></p>`}
    <ul class="overlays-legend">
      ${legend.entries.map((entry) => {
        const own =
          (entry.labels as Record<string, string | undefined>)[app.language] ??
          entry.value ??
          t(legend.column === null ? `overlays.${layer.shape}` : 'overlays.others');
        return html`<li>
          ${layerSwatch(layer, entry)}<bdi>${own}</bdi>${entry.count === null ? nothing : html` <span class="muted small number">${app.format.number(entry.count)}</span>`}
        </li>`;
      })}
    </ul>
    ${totals?.sum == null ? nothing : html`<p class="small muted">${t('overlays.size', { column: layer.size?.column ?? '' })}: <b class="number">${app.format.number(totals.sum)}</b></p>`}
    ${totals?.lengthKm == null ? nothing : html`<p class="small muted">${t('overlays.km')}: <b class="number">${app.format.number(Math.round(totals.lengthKm))}</b></p>`}
    ${totals?.areaKm2 == null ? nothing : html`<p class="small muted">${t('overlays.km2')}: <b class="number">${app.format.number(Math.round(totals.areaKm2))}</b></p>`}
  </section>`;
}
