/** What several views of meetings show the same way: times, states, groups, actions. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Action, ShownLink } from '../../../server/contract/meetings/actions.ts';
import type { Occurrence } from '../../../server/contract/meetings/meetings.ts';
import { toAddress } from '../../../server/contract/paths.ts';
import { countryOf, kindOf } from '../../kit/kinds.ts';
import type { App } from '../../kit/view.ts';
import { documentPath } from '../../kit/workgroup/place.ts';
import { icon } from '../../ui/icon.ts';
import { differsHere, readerZone, timeRange, zoneName } from '../../kit/workgroup/when.ts';
import type { Words } from './words.ts';

/** On the clocks of the zone, and of the reader where they show another time. */
export function renderTime(t: Words, app: App, occurrence: Occurrence): TemplateResult {
  const { locale } = app.format;
  const here = readerZone();
  const time = timeRange(occurrence, occurrence.zone, locale);
  if (!differsHere(occurrence, here)) return html`<span class="meeting-time number"><bdi>${time}</bdi></span>`;
  return html`<span class="meeting-time number"
    ><bdi>${t('calendar.in-zone', { time, zone: zoneName(occurrence.zone) })}</bdi>
    <span class="small muted"><bdi>${t('calendar.your-time', { time: timeRange(occurrence, here, locale) })}</bdi></span></span
  >`;
}

export function renderBadges(t: Words, { state, visibility, agenda, minutes }: Occurrence): TemplateResult {
  return html`${state === 'planned' ? nothing : html`<span class="badge ${state === 'cancelled' ? 'badge-error' : 'badge-warning'}">${t(`calendar.state.${state}`)}</span>`}
  ${visibility === 'members' ? html`<span class="badge">${t('calendar.members')}</span>` : nothing}
  ${minutes ? html`<span class="badge badge-good">${icon('file', 14)} ${t('calendar.has-minutes')}</span>` : agenda ? html`<span class="badge">${icon('file', 14)} ${t('calendar.has-agenda')}</span>` : nothing}`;
}

/** What an action or a decision is about, as a link to it. */
export function renderLink(t: Words, app: App, scope: string, link: ShownLink | null): TemplateResult | typeof nothing {
  if (link === null) return nothing;
  if (link.is === 'version') {
    const data = t(`kind.${kindOf(link.dataset)}`);
    const href = app.href(`/c/${countryOf(link.dataset)}/${link.dataset}`, { version: link.version });
    return html`<a href=${href}>${t('link.version', { data, version: link.version })}</a>`;
  }
  if (link.is === 'document') return html`<a href=${app.href(documentPath(scope, link.id, link.version))} dir="auto">${link.title ?? t('link.document')}</a>`;
  if (link.is === 'map') return html`<a href=${toAddress('showMap', { id: link.id })} dir="auto">${link.title ?? t('link.map')}</a>`;
  return html`<a href=${link.url} rel="noopener nofollow" dir="ltr">${link.url.replace(/^https?:\/\//, '')}</a>`;
}

/** Who is to do it: the organisation with its role, or what is known of the two. */
function ownerText(t: Words, { organisationName, role }: Pick<Action, 'organisationName' | 'role'>): string {
  if (organisationName === null) return role === null ? '' : t(`role.${role}`);
  return role === null ? organisationName : t('action.owner', { organisation: organisationName, role: t(`role.${role}`) });
}

/** An action with owner, day and age. @param about the group that it is of, where that is not said around it. @param buttons what may be done with it */
export function renderAction(
  t: Words,
  app: App,
  action: Action,
  { about = '', meeting = null, buttons = nothing }: { about?: string; meeting?: string | null; buttons?: TemplateResult | typeof nothing },
): TemplateResult {
  const { text, state, due, age, overdue, closedOn, link, scope } = action;
  const owner = ownerText(t, action);
  const line = [owner, about].filter(Boolean).map((each) => html`<bdi>${each}</bdi>`);
  return html`<li class="action" data-state=${state}>
    <p class="action-text" dir="auto">${text}</p>
    <p class="action-facts small">
      ${line.map((each) => html`<span>${each}</span>`)} ${due ? html`<span>${t('action.due', { day: due })}</span>` : nothing}
      ${overdue !== null ? html`<span class="badge badge-error">${icon('warning', 14)} ${t('action.late', { days: overdue })}</span>` : nothing}
      <span class="muted">${closedOn ? t('action.closed', { day: closedOn }) : t('action.age', { days: age })}</span>
      ${state === 'open' ? nothing : html`<span class="badge ${state === 'done' ? 'badge-good' : ''}">${t(`action.state.${state}`)}</span>`}
      ${link ? html`<span>${renderLink(t, app, scope, link)}</span>` : nothing}
      ${meeting ? html`<span><a href=${meeting}>${t('action.from-meeting')}</a></span>` : nothing}
    </p>
    ${buttons === nothing ? nothing : html`<p class="action-buttons">${buttons}</p>`}
  </li>`;
}
