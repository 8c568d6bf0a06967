/** The country page with its indicators: what it lays on the frame. */
import { html } from 'lit';
import { defineCountryPage } from '../../country/frame.ts';
import { IndicatorsModel } from './model.ts';
import { renderIndicators, renderIndicatorsUnit } from './panel.ts';
import { renderIndicatorsTable } from './table.ts';
import '../../country/values.css';
import './page.css';

defineCountryPage('indicators-view', (country) => {
  const model = new IndicatorsModel(country);
  return {
    layer: model,
    panel: () => (country.state.unit ? renderIndicatorsUnit(model) : renderIndicators(model)),
    table: () => html`<div class="country-table">${renderIndicatorsTable(model)}</div>`,
  };
});
