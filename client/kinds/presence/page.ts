/** The country page with who does what where: what it lays on the frame. */
import { html } from 'lit';
import { defineCountryPage } from '../../country/frame.ts';
import { PresenceModel } from './model.ts';
import { renderPane } from './panes.ts';
import { renderPresence, renderPresenceUnit } from './panel.ts';
import '../../country/values.css';
import './page.css';

defineCountryPage('presence-view', (country) => {
  const model = new PresenceModel(country);
  return {
    layer: model,
    panel: () => (country.state.unit ? renderPresenceUnit(model) : renderPresence(model)),
    table: () => html`<div class="country-table">${renderPane(model)}</div>`,
  };
});
