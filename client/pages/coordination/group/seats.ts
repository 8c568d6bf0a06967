/** Organisations in a group: those who lead, the members, and those who were; and the groups below. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Seat } from '../../../../server/contract/groups/groups.ts';
import { renderFolded } from '../../../kit/workgroup/folded.ts';
import { languageOf, nameOf, shortOf } from '../../../kit/workgroup/names.ts';
import { icon } from '../../../ui/icon.ts';
import { isLead, organisationName } from '../structure.ts';
import { capacityText, typeText } from '../words.ts';
import type { GroupModel } from './model.ts';

/** Members beyond these are folded. */
const SHOWN = 24;

function nameWithAcronym(model: GroupModel, id: string): TemplateResult {
  const known = model.organisations.get(id);
  const name = organisationName(model.organisations, id, model.app.language);
  return html`<strong dir="auto">${name}</strong
    >${known?.acronym && known.acronym !== name ? html` <bdi class="muted small">${known.acronym}</bdi>` : nothing}`;
}

/** `since 1 March 2024`, `until 30 June 2026`; nothing where no day is known. */
export function spanText({ t, answer }: GroupModel, { start, end }: { start: string | null; end: string | null }): string {
  const today = answer!.today;
  if (start && end) return t('group.span', { start, end });
  if (start) return t(start > today ? 'group.span.from' : 'group.span.since', { start });
  return end ? t('group.span.until', { end }) : '';
}

function renderTools(model: GroupModel, seat: Seat): TemplateResult | typeof nothing {
  if (!model.may('edit')) return nothing;
  const { t, app } = model;
  const values = { organisation: organisationName(model.organisations, seat.organisation, app.language), capacity: capacityText(t, seat.capacity) };
  return html`<span class="group-tools">
    <button class="link small" aria-label=${t('group.seat.dates.of', values)} @click=${() => model.host.openChange({ kind: 'change-seat', seat })}>
      ${t('group.seat.dates')}
    </button>
    <button class="link small" aria-label=${t('group.seat.end.of', values)} @click=${() => model.host.openChange({ kind: 'end-seat', seat })}>
      ${t('group.seat.end')}
    </button>
  </span>`;
}

/** Organisations that lead, each with its days. */
export function renderLeads(model: GroupModel): TemplateResult {
  const { t } = model;
  const leads = model.seats.standing.filter(isLead);
  return html`<section class="card-box" aria-labelledby="leads-title">
    <h2 id="leads-title">${t('group.leads')}</h2>
    ${
      leads.length === 0
        ? html`<p class="muted">${t('group.leads.none')}</p>`
        : html`<ul class="group-leads">
            ${leads.map(
              (seat) =>
                html`<li>
                  <span class="badge" data-lead=${seat.capacity}>${capacityText(t, seat.capacity)}</span>
                  <span>${nameWithAcronym(model, seat.organisation)} <span class="small muted">${spanText(model, seat)}</span></span>
                  ${renderTools(model, seat)}
                </li>`,
            )}
          </ul>`
    }
    ${renderAdd(model)}
  </section>`;
}

function renderAdd(model: GroupModel): TemplateResult | typeof nothing {
  if (!model.may('edit') || model.answer!.group.status === 'closed') return nothing;
  return html`<p>
    <button class="button" @click=${() => model.host.openChange({ kind: 'add-seat' })}>${icon('plus', 18)} ${model.t('group.seat.add')}</button>
  </p>`;
}

/** All other organisations that sit in the group. */
export function renderMembers(model: GroupModel): TemplateResult | typeof nothing {
  const { t } = model;
  const members = model.seats.standing.filter((seat) => !isLead(seat));
  if (members.length === 0) return nothing;
  const item = (seat: Seat) =>
    html`<li>
      <span
        >${nameWithAcronym(model, seat.organisation)}${seat.capacity === 'member' ? nothing : html` <span class="badge">${capacityText(t, seat.capacity)}</span>`}
        <span class="small muted">${spanText(model, seat)}</span></span
      >
      ${renderTools(model, seat)}
    </li>`;
  return html`<section class="card-box" aria-labelledby="members-title">
    <h2 id="members-title">${t('group.members', { count: new Set(members.map(({ organisation }) => organisation)).size })}</h2>
    ${renderFolded(members.map(item), { shown: SHOWN, look: 'group-members', more: (count) => t('group.members.more', { count }) })}
  </section>`;
}

/** Seats that have ended, folded. */
export function renderPast(model: GroupModel): TemplateResult | typeof nothing {
  const { past } = model.seats;
  if (past.length === 0) return nothing;
  const { t } = model;
  return html`<details class="group-fold fold">
    <summary>${icon('chevron', 14)} ${t('group.past', { count: past.length })}</summary>
    <ul class="group-members">
      ${past.map(
        (seat) =>
          html`<li>
            <span
              >${nameWithAcronym(model, seat.organisation)} <span class="small muted">${capacityText(t, seat.capacity)} · ${spanText(model, seat)}</span></span
            >
          </li>`,
      )}
    </ul>
  </details>`;
}

/** Groups that belong to this one, or are at it. */
export function renderBelow(model: GroupModel): TemplateResult | typeof nothing {
  const { t, app } = model;
  const { below } = model.answer!;
  if (below.length === 0) return nothing;
  return html`<section class="card-box" aria-labelledby="below-title">
    <h2 id="below-title">${t('group.below', { count: below.length })}</h2>
    <ul class="group-below">
      ${below.map(
        (group) =>
          html`<li>
            <a href=${model.groupHref(group.id)}><bdi lang=${languageOf(group.names, app.language)}>${nameOf(group, app.language)}</bdi></a>
            <span class="small muted"
              >${typeText(t, group.type)}${group.acronym ? html` · <bdi>${shortOf(group, app.language)}</bdi>` : nothing}${
                group.status === 'active' ? nothing : html` · ${t(`group.status.${group.status}`)}`
              }</span
            >
          </li>`,
      )}
    </ul>
  </section>`;
}
