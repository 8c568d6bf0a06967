/** The groups as a list of lists: readable on a phone, by keyboard, and read aloud. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Group } from '../../../server/contract/groups/groups.ts';
import { fullText, languageOf, nameOf } from '../../kit/workgroup/names.ts';
import { icon } from '../../ui/icon.ts';
import type { CoordinationModel } from './model.ts';
import { capacityText, leadTexts, typeText } from './words.ts';
import { type Structure } from './structure.ts';
import { prune, type Branch } from './tree.ts';

/** The groups that are not closed; where something is looked for, those that were found with what stands above them. */
export function renderList(model: CoordinationModel, structure: Structure): TemplateResult {
  const { t, found } = model;
  const tree = found ? prune(structure.tree, ({ id }) => found.has(id)) : structure.tree;
  const hasFolds = structure.tree.some(({ children }) => children.length > 0);
  return html`${
      hasFolds
        ? html`<p class="groups-folds">
            <button class="link" @click=${() => model.foldAll(true)}>${t('coordination.unfold-all')}</button>
            <button class="link" @click=${() => model.foldAll(false)}>${t('coordination.fold-all')}</button>
          </p>`
        : nothing
    }
    <ul class="groups" aria-label=${t('coordination.list')}>
      ${tree.map((branch) => renderBranch(model, structure, branch))}
    </ul>`;
}

function renderBranch(model: CoordinationModel, structure: Structure, { group, children, isReporting }: Branch<Group>): TemplateResult {
  const { t, app, found } = model;
  const { id } = group;
  const isUnfolded = model.isUnfolded(id);
  const name = fullText(group, app.language);
  return html`<li class="groups-one" data-group=${id}>
    <div class="groups-row" data-type=${group.type} ?data-way=${found !== null && !found.has(id)}>
      ${
        children.length > 0
          ? html`<button
              class="groups-fold"
              aria-expanded=${isUnfolded}
              aria-controls="under-${id}"
              aria-label=${t('coordination.fold', { group: name, count: children.length })}
              @click=${() => model.fold(id, !isUnfolded)}
            >
              ${icon('chevron', 16)}
            </button>`
          : html`<span class="groups-leaf"></span>`
      }
      ${renderGroup(model, structure, group, isReporting)}
    </div>
    ${
      children.length > 0
        ? html`<ul id="under-${id}" class="groups-under" ?hidden=${!isUnfolded} aria-label=${t('coordination.under', { group: name })}>
            ${children.map((child) => renderBranch(model, structure, child))}
          </ul>`
        : nothing
    }
  </li>`;
}

/** One group: its name as a link, what it is, who leads it, what is missing. */
export function renderGroup(model: CoordinationModel, structure: Structure, group: Group, isReporting = false): TemplateResult {
  const { t, app } = model;
  const { language } = app;
  const { organisations, byId } = structure;
  const seats = structure.seats.get(group.id) ?? [];
  const gaps = structure.gaps.get(group.id)?.length ?? 0;
  const count = structure.members.get(group.id)?.organisations ?? 0;
  const hub = group.hub === null ? undefined : byId.get(group.hub);
  const upper = group.reportsTo === null ? undefined : byId.get(group.reportsTo);
  const facts = [
    // The name of these says it.
    ...(group.type === 'hct' || group.type === 'iccg' ? [] : [typeText(t, group.type)]),
    ...leadTexts({ t, language, organisations }, seats),
    ...(hub ? [t('coordination.at-hub', { hub: nameOf(hub, language) })] : []),
    ...(upper && (isReporting || upper.id !== group.parent) ? [t('coordination.reports-to', { group: upper.acronym ?? nameOf(upper, language) })] : []),
  ];
  return html`<div class="groups-what">
      <p class="groups-name">
        <a href=${model.groupHref(group.id)}><bdi lang=${languageOf(group.names, language)}>${nameOf(group, language)}</bdi></a>
        ${group.acronym && group.acronym !== nameOf(group, language) ? html`<bdi class="muted small">${group.acronym}</bdi>` : nothing}
        ${renderMarks(model, group)}
        ${gaps > 0 ? html`<span class="badge badge-warning">${icon('warning', 14)} ${t('coordination.gaps.of', { count: gaps })}</span>` : nothing}
      </p>
      <p class="small muted">${facts.map((text, i) => html`${i > 0 ? ' · ' : nothing}<span dir="auto">${text}</span>`)}</p>
      ${renderSeatOf(model, structure, group)}
    </div>
    ${count > 0 ? html`<span class="groups-count small muted number">${t('coordination.organisations', { count })}</span>` : nothing}`;
}

function renderMarks({ t }: CoordinationModel, { status, permanent, visibility }: Group): TemplateResult {
  return html`${status === 'active' ? nothing : html`<span class="badge">${t(`group.status.${status}`)}</span>`}
  ${permanent ? nothing : html`<span class="badge">${t('group.ad-hoc')}</span>`}
  ${visibility === 'members' ? html`<span class="badge">${t('group.visibility.members')}</span>` : nothing}`;
}

/** What the organisation that is looked for is in the group. */
function renderSeatOf({ t, state }: CoordinationModel, { seats }: Structure, { id }: Group): TemplateResult | typeof nothing {
  const own = state.org === null ? [] : (seats.get(id) ?? []).filter(({ organisation }) => organisation === state.org);
  if (own.length === 0) return nothing;
  return html`<p class="small groups-seat">
    ${icon('check', 14)} ${own.map(({ capacity }, i) => html`${i > 0 ? ', ' : nothing}${capacityText(t, capacity)}`)}
  </p>`;
}

/** Groups that were closed, folded. */
export function renderClosed(model: CoordinationModel, structure: Structure): TemplateResult | typeof nothing {
  const { t, app, found } = model;
  const shown = structure.closed.filter(({ id }) => found?.has(id) ?? true);
  if (shown.length === 0) return nothing;
  return html`<details class="groups-closed fold" ?open=${found !== null}>
    <summary>${icon('chevron', 14)} ${t('coordination.closed', { count: shown.length })}</summary>
    <ul class="groups">
      ${shown.map(
        (group) =>
          html`<li class="groups-one" data-group=${group.id}>
            <div class="groups-row" data-type=${group.type}>
              <div class="groups-what">
                <p class="groups-name">
                  <a href=${model.groupHref(group.id)}><bdi lang=${languageOf(group.names, app.language)}>${nameOf(group, app.language)}</bdi></a>
                </p>
                <p class="small muted">${typeText(t, group.type)}${group.until ? html` · ${t('coordination.closed.on', { date: group.until })}` : nothing}</p>
              </div>
            </div>
          </li>`,
      )}
    </ul>
  </details>`;
}
