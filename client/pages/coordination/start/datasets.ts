/** The country's datasets with their state, and which group answers for each. */
import { html, nothing, type TemplateResult } from 'lit';
import type { DatasetAnswer } from '../../../../server/contract/datasets/api.ts';
import { KINDS, KIND_IDS } from '../../../kit/kinds.ts';
import { renderPart } from '../../../kit/workgroup/part.ts';
import { shortOf } from '../../../kit/workgroup/names.ts';
import { icon } from '../../../ui/icon.ts';
import type { Structure } from '../structure.ts';
import type { StartModel } from './model.ts';

export function renderDatasets(model: StartModel, structure: Structure): TemplateResult {
  const { t, catalogue } = model;
  return html`<section class="card-box" aria-labelledby="data-title">
    <h2 id="data-title">${t('start.data')}</h2>
    ${renderPart(
      t,
      catalogue,
      t('start.loading'),
      () => void model.loadDatasets(),
      (datasets) => renderList(model, structure, datasets),
    )}
  </section>`;
}

function renderList(model: StartModel, structure: Structure, datasets: readonly DatasetAnswer[]): TemplateResult {
  const { t } = model;
  const known = KIND_IDS.flatMap((kind) => datasets.filter((dataset) => dataset.kind === kind));
  if (known.length === 0) return html`<p class="muted">${t('start.data.none')}</p>`;
  return html`<ul class="start-rows">
    ${known.map((dataset) => renderDataset(model, structure, dataset))}
  </ul>`;
}

function renderDataset({ t, app, scope }: StartModel, { byId }: Structure, { id, kind, current, versions }: DatasetAnswer): TemplateResult {
  const base = `/c/${scope.toLowerCase()}`;
  const shown = versions.find(({ version }) => version === current);
  // Strangers are told of no draft.
  const drafts = versions.filter(({ status }) => status === 'draft').length;
  const owners = [...byId.values()].filter(({ owns, status }) => status !== 'closed' && owns.some((owned) => owned.kind === kind && !owned.sector));
  const facts = [
    ...(shown?.publishedAt ? [t('start.data.published', { date: app.format.date(shown.publishedAt) })] : []),
    ...owners.map((group) => t('start.data.owner', { group: shortOf(group, app.language) })),
  ];
  return html`<li>
    <span class="start-row-name"
      >${current ? html`<a href=${app.href(base + KINDS[kind].path)}>${t(`kind.${kind}`)}</a>` : html`<span>${t(`kind.${kind}`)}</span>`}</span
    >
    <span class="start-row-state">
      ${
        current
          ? html`<span class="badge badge-good">${icon('check', 14)} ${t('status.current')}</span>
              <a class="small" href=${app.href(`${base}/${id}`)}><bdi class="number">${current}</bdi></a>`
          : html`<span class="badge">${t('group.owns.unpublished')}</span>`
      }
      ${drafts > 0 ? html`<span class="badge badge-warning">${t('start.data.drafts', { count: drafts })}</span>` : nothing}
    </span>
    <span class="small muted start-row-facts">${facts.map((text, i) => html`${i > 0 ? ' · ' : nothing}<span dir="auto">${text}</span>`)}</span>
  </li>`;
}
