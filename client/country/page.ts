/** The country page of the boundaries: every other kind of data has one of its own, on the same frame. */
import { html } from 'lit';
import { defineCountryPage } from './frame.ts';
import type { Kind } from './layer.ts';
import type { CountryModel } from './model.ts';
import type { UnitRef } from './state.ts';
import { renderOverview } from './overview.ts';
import { renderUnit } from './unit.ts';
import { BOUNDARIES } from './spec.ts';

function layBoundaries(country: CountryModel): Kind {
  const title = () => country.t('country.title', { country: country.name });
  const specOf = (version: string) => country.toSpec(BOUNDARIES, version, title());
  return {
    layer: {
      get title() {
        return title();
      },
      get period() {
        const day = country.version?.metadata.dateValidOn;
        return day ? country.app.format.date(day) : '';
      },
      lay: (shown) => (country.state.print === 'none' ? { ...shown, labels: false } : shown),
      linesOf: () => [],
      mapChanged: () => {},
      share: () => country.share(specOf),
      toSpec: () => specOf(country.version!.version),
    },
    panel: () => (country.state.unit ? renderUnit(country) : renderOverview(country)),
    table: () => renderTable(country),
    loadTable: () => import('./table.ts'),
  };
}

function renderTable(country: CountryModel) {
  const version = country.version!;
  return html`<units-table
    class="country-table"
    .app=${country.app}
    .t=${country.t}
    .datasetId=${version.dataset}
    .version=${version.version}
    .level=${country.level}
    .language=${country.language}
    .languages=${version.languages}
    .selected=${country.state.unit}
    .country=${country.name}
    @unit-hover=${(event: CustomEvent<UnitRef | null>) => country.stage.value?.hover(event.detail)}
    @unit-choose=${(event: CustomEvent<UnitRef>) => country.selectUnit(event.detail, true)}
    @table-close=${() => void country.toggleTable()}
  ></units-table>`;
}

defineCountryPage('country-view', layBoundaries);
