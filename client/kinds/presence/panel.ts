/** The panel of the 3W page: definition, filters, legend, summary; organisations of a unit; profile of an organisation. */
import { html, nothing, type TemplateResult } from 'lit';
import type { OrganisationRow, UnitLook } from './count.ts';
import { SENSITIVE_PANES, type Pane } from './state.ts';
import type { Tally } from './tally.ts';
import { createCompare } from '../../i18n/language.ts';
import { icon, type IconName } from '../../ui/icon.ts';
import { renderLayers } from '../../country/layers.ts';
import { sourceLine } from '../../country/notes.ts';
import { renderUnit } from '../../country/unit.ts';
import { renderFiles } from './files.ts';
import { renderFilters } from './filters.ts';
import { renderMeasure } from './measure/view.ts';
import { renderProfile } from './profile.ts';
import type { PresenceModel } from './model.ts';
import type { PresenceKey } from './words.ts';
import {
  countText,
  definitionText,
  emptyText,
  lookText,
  orgText,
  orgTypeText,
  possibleText,
  presenceSource,
  sectorText,
  summaryText,
  valueText,
} from './words.ts';
import { PRESENCE } from '../../kit/kinds.ts';
import { noneOfDay } from '../../country/time.ts';
import { noneCurrent } from '../../kit/versions/states.ts';
import { isRestricted } from '../../kit/view.ts';

/** The list in the panel; the whole one is a wide view. */
const LISTED = 60;

export function renderPresence(model: PresenceModel): TemplateResult {
  return html`<div slot="head" class="panel-head">
      <div class="panel-title"><h1 tabindex="-1">${model.country.name}</h1></div>
      ${renderLayers(model.country, PRESENCE)} ${renderDefinition(model)}
    </div>
    <div class="panel-body">
      ${renderBody(model, (tally) => (model.chosen.org === null || model.isSensitive ? nothing : renderProfile(model, tally, model.chosen.org)))}
    </div>`;
}

export function renderPresenceUnit(model: PresenceModel): TemplateResult {
  const unit = model.country.state.unit!;
  const body = renderBody(model, (tally) => renderOwn(model, tally, unit));
  return renderUnit(model.country, html`${renderDefinition(model)} ${body}`);
}

/** Above all numbers: what they count. */
function renderDefinition(model: PresenceModel): TemplateResult | typeof nothing {
  if (!model.facts) return nothing;
  const { say } = model;
  return html`<div class="definition">
    <p>${definitionText(model)}</p>
    <button class="button" aria-expanded=${model.filtering} @click=${() => model.toggleFilters()}>
      ${icon(model.filtering ? 'close' : 'filter', 18)} ${say(model.filtering ? 'presence.filters.close' : 'presence.filters.open')}
    </button>
  </div>`;
}

function renderBody(model: PresenceModel, first: (tally: Tally) => unknown): TemplateResult {
  const { say, tally } = model;
  if (isRestricted(model.dataError)) return html`<p class="state muted" role="alert">${model.dataError.message}</p>`;
  const none = noneCurrent(model);
  if (none) return none;
  const ofDay = noneOfDay(model.country, model.dataError);
  if (ofDay) return html`<div class="state" role="alert">${ofDay}</div>`;
  if (model.dataError)
    return html`<div class="state" role="alert">
      <h2>${say('presence.failed')}</h2>
      <button class="button button-primary" @click=${() => void model.loadData()}>${model.t('state.retry')}</button>
    </div>`;
  if (!tally)
    return html`${renderSensitive(model)}${model.facts && model.filtering ? renderFilters(model) : nothing}
      <p role="status" class="muted">${say('presence.loading')}</p>`;
  return html`${renderSensitive(model)}${model.filtering ? renderFilters(model) : nothing} ${first(tally)}
    <p class="summary" role="status">${summaryText(model, tally)}</p>
    ${renderMeasure(model, tally)} ${renderPaneButtons(model)} ${renderFiles(model, tally)}
    <p class="small muted">${presenceSource(model)}</p>
    <p><a href=${model.app.href(`/c/${model.country.id3.toLowerCase()}/${model.datasetId}`)}>${model.t('country.dataset')}</a></p>
    ${tally.count.totals.inDoubt && !model.isSensitive ? html`<p><a href=${model.app.href(`/3w/${model.datasetId}/review`)}>${say('presence.review')}</a></p>` : nothing}
    <p class="panel-source small muted">${sourceLine(model.country)}</p>`;
}

/** What is given of a sensitive dataset, and why no more. */
function renderSensitive({ say, overview }: PresenceModel): TemplateResult | typeof nothing {
  const policy = overview?.policy;
  if (!policy) return nothing;
  return html`<p class="notice">
    ${icon('info', 18)}
    <span
      >${say('presence.sensitive', { level: policy.deepestLevel, below: policy.suppressBelow })}
      ${policy.reason ? html`<br />${say('presence.sensitive.reason', { reason: policy.reason })}` : nothing}</span
    >
  </p>`;
}

function renderPaneButtons(model: PresenceModel): TemplateResult {
  const { say, country } = model;
  const panes: [Pane, PresenceKey, IconName][] = [
    ['table', 'presence.pane.table', 'table'],
    ['organisations', 'presence.pane.organisations', 'list'],
    ['lists', 'presence.pane.lists', 'list'],
    ['matrix', 'presence.pane.matrix', 'grid'],
    ['clusters', 'presence.pane.clusters', 'map'],
    ['each', 'presence.pane.each', 'map'],
    ['gaps', 'presence.pane.gaps', 'search'],
  ];
  return html`<div class="panes" role="group" aria-label=${say('presence.panes')}>
    ${panes
      .filter(([pane]) => !model.isSensitive || SENSITIVE_PANES.includes(pane))
      .map(
        ([pane, key, picture]) =>
          html`<button class="button" aria-pressed=${country.state.table && model.pane === pane} @click=${() => void model.openPane(pane)}>
            ${icon(picture, 18)} ${say(key)}
          </button>`,
      )}
  </div>`;
}

/** One unit: its number and the organisations behind it. */
function renderOwn(model: PresenceModel, tally: Tally, unit: { level: number; pcode: string }): TemplateResult {
  if (model.isSensitive && unit.level !== tally.level) return renderGiven(model, unit);
  const look: UnitLook | undefined = unit.level === tally.level ? tally.looks.get(unit.pcode) : undefined;
  const rows = tally.organisations(unit);
  const painted = unit.level === tally.level ? tally.painting.values.get(unit.pcode) : undefined;
  const possible = tally.paint === 'count' && unit.level === tally.level ? possibleText(model, tally, unit.pcode) : undefined;
  // Organisations are counted by the heading of their list already.
  const counted = tally.paint === 'count' && tally.definition.unit === 'organisations' && !model.isSensitive;
  const text = possible
    ? possible
    : typeof painted === 'number'
      ? counted
        ? ''
        : valueText(model, painted)
      : look === undefined
        ? ''
        : emptyText(model, tally, unit.pcode, painted ?? 'not-reported');
  return html`<section class="own">
    ${text ? html`<p class="own-number"><b class="number">${text}</b></p>` : nothing} ${model.isSensitive ? nothing : renderOrganisationList(model, rows)}
  </section>`;
}

/** A unit above or below those that the map shows, of a sensitive dataset: what is counted, whatever the colours show. */
function renderGiven(model: PresenceModel, unit: { level: number; pcode: string }): TemplateResult {
  const look = model.givenLook(unit);
  const text = look === undefined ? '' : typeof look === 'number' ? countText(model, look) : lookText(model, look);
  return html`<section class="own">${text ? html`<p class="own-number"><b class="number">${text}</b></p>` : nothing}</section>`;
}

export function renderOrganisationList(model: PresenceModel, rows: readonly OrganisationRow[]): TemplateResult {
  const { say, columns } = model;
  if (rows.length === 0) return html`<p class="muted">${say('presence.organisations.none')}</p>`;
  const compare = createCompare(model.app.language);
  const named = rows.map((row) => ({ row, org: columns!.organisations[row.org]! })).sort((a, b) => compare(orgText(a.org), orgText(b.org)));
  return html`<h2 class="panel-heading">${say('presence.organisations.n', { count: rows.length })}</h2>
    <ul class="organisations">
      ${named.slice(0, LISTED).map(
        ({ row, org }) =>
          html`<li>
            <button class="link" @click=${() => model.showOrganisation(org.id)}><bdi>${orgText(org)}</bdi></button>
            ${org.acronym && org.acronym !== org.name ? html`<span class="small"><bdi>${org.name}</bdi></span>` : nothing}
            <span class="small muted"
              >${[org.type ? orgTypeText(model, org.type) : '', model.app.format.comma(row.clusters.map((code) => sectorText(model, code)))].filter(Boolean).join(' · ')}</span
            >
          </li>`,
      )}
    </ul>
    ${named.length > LISTED ? html`<button class="button" @click=${() => void model.openPane('organisations')}>${say('presence.organisations.all')}</button>` : nothing}`;
}
