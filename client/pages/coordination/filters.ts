/** What the reader looks for: a text, an organisation, a hub. */
import { html, nothing, type TemplateResult } from 'lit';
import { nameOf } from '../../kit/workgroup/names.ts';
import '../../ui/combobox.ts';
import type { Option } from '../../ui/combobox.ts';
import { icon } from '../../ui/icon.ts';
import { countCapacities, findOrganisations } from './filter.ts';
import './hubMap.ts';
import type { CoordinationModel } from './model.ts';
import { isFiltered } from './state.ts';
import { fullNameOf, organisationName, type Named, type Structure } from './structure.ts';
import { capacityText } from './words.ts';

/** What is typed into the field of organisations, and what it found. */
export class OrganisationFinder {
  private typed = '';
  private readonly model: CoordinationModel;

  constructor(model: CoordinationModel) {
    this.model = model;
  }

  search(typed: string): void {
    this.typed = typed;
    if (typed === '' && this.model.state.org !== null) this.model.change({ org: null });
    else this.model.host.requestUpdate();
  }

  options({ answer }: Structure): Option[] {
    const { language } = this.model.app;
    return findOrganisations(answer.organisations, this.typed, language).map((found) => toOption(found, language));
  }
}

/** An organisation as a choice of a list. */
export function toOption(organisation: Named, language: string): Option {
  const lang = language in organisation.names ? language : '';
  return { id: organisation.id, label: fullNameOf(organisation, language), detail: '', code: organisation.acronym ?? '', lang };
}

/** @param view how the groups are shown, beside the hubs */
export function renderFilters(
  model: CoordinationModel,
  structure: Structure,
  finder: OrganisationFinder,
  view: TemplateResult | typeof nothing,
): TemplateResult {
  const { t, state, app } = model;
  const options = finder.options(structure);
  const hubs = structure.answer.groups.filter(({ type, status }) => type === 'hub' && status !== 'closed');
  return html`<section class="coordination-filters" aria-label=${t('coordination.filters')}>
    <div class="coordination-fields">
      <label class="coordination-search"
        ><span class="small muted">${t('coordination.search')}</span>
        <input type="search" .value=${state.q} @input=${(event: Event) => model.change({ q: (event.target as HTMLInputElement).value.trim() })}
      /></label>
      <div>
        <span class="small muted" aria-hidden="true">${t('coordination.org')}</span>
        <cod-combobox
          .label=${t('coordination.org')}
          .placeholder=${t('coordination.org.placeholder')}
          .clear=${t('coordination.org.clear')}
          .note=${options.length > 0 ? '' : t('coordination.org.none')}
          .options=${options}
          @search=${(event: CustomEvent<string>) => finder.search(event.detail)}
          @choose=${(event: CustomEvent<Option>) => model.change({ org: event.detail.id })}
        ></cod-combobox>
      </div>
    </div>
    <div class="coordination-bar">${hubs.length > 0 ? renderHubs(model, structure, hubs) : nothing} ${view}</div>
    ${renderFound(model, structure)}
    ${
      hubs.some(({ area }) => area.length > 0) && model.datasets.length > 0
        ? html`<hub-map
            .app=${app}
            .t=${t}
            .datasets=${model.datasets}
            .hubs=${hubs}
            .chosen=${state.hub}
            @hub=${(event: CustomEvent<string | null>) => model.change({ hub: event.detail })}
          ></hub-map>`
        : nothing
    }
  </section>`;
}

function renderHubs(model: CoordinationModel, { byId }: Structure, hubs: readonly { id: string; names: Record<string, string> }[]): TemplateResult {
  const { t, state, app } = model;
  const chip = (id: string | null, text: string) =>
    html`<button class="choice-chip" aria-pressed=${state.hub === id} @click=${() => model.change({ hub: state.hub === id ? null : id })}>
      <span dir="auto">${text}</span>
    </button>`;
  const unknown = state.hub !== null && !byId.has(state.hub);
  return html`<div class="chips" role="group" aria-label=${t('coordination.hubs')}>
    <span class="small muted">${t('coordination.hubs')}</span>
    ${chip(null, t('coordination.hubs.all'))} ${hubs.map((hub) => chip(hub.id, nameOf(hub, app.language)))} ${unknown ? chip(state.hub, state.hub!) : nothing}
  </div>`;
}

/** How many groups were found, and of an organisation where it leads. */
function renderFound(model: CoordinationModel, structure: Structure): TemplateResult {
  const { t, state, found, app } = model;
  const { org } = state;
  const capacities = org === null ? [] : [...countCapacities(structure, org)];
  const text = found === null ? '' : t('coordination.found', { count: found.size });
  const sits = capacities.map(([capacity, count]) => t('coordination.org.capacity', { capacity: capacityText(t, capacity), count }));
  return html`<div class="coordination-found">
    <p role="status">
      ${text}
      ${sits.length > 0 ? html`<span dir="auto">${t('coordination.org.sits', { organisation: organisationName(structure.organisations, org!, app.language), list: sits })}</span>` : nothing}
    </p>
    ${
      isFiltered(state)
        ? html`<button class="button coordination-reset" @click=${() => model.change({ hub: null, org: null, q: '' })}>
            ${icon('close', 16)} ${t('coordination.reset')}
          </button>`
        : nothing
    }
  </div>`;
}
