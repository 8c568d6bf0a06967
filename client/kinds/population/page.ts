/** The country page with its population: what it lays on the frame. */
import { html } from 'lit';
import { defineCountryPage } from '../../country/frame.ts';
import { PopulationModel } from './model.ts';
import { renderPopulation, renderPopulationUnit } from './panel.ts';
import { renderPopulationTable } from './table.ts';
import '../../country/values.css';
import './page.css';

defineCountryPage('population-view', (country) => {
  const model = new PopulationModel(country);
  return {
    layer: model,
    panel: () => (country.state.unit ? renderPopulationUnit(model) : renderPopulation(model)),
    table: () => html`<div class="country-table">${renderPopulationTable(model)}</div>`,
  };
});
