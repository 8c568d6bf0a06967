/** Who holds what in a group: by organisation for everybody, by name for those who may see names; requests that wait first. */
import { html, nothing, type TemplateResult } from 'lit';
import type { HeldRole } from '../../../../server/contract/groups/groups.ts';
import type { Appointment } from '../../../../server/contract/groups/people.ts';
import { createCompare } from '../../../i18n/language.ts';
import { sectionPath } from '../../../kit/workgroup/place.ts';
import { icon } from '../../../ui/icon.ts';
import { organisationName } from '../structure.ts';
import { roleText } from '../words.ts';
import type { GroupModel } from './model.ts';
import { spanText } from './seats.ts';

const ORDER = ['chair', 'co-chair', 'coordinator', 'co-coordinator', 'imo', 'secretariat', 'alternate', 'member', 'observer'];
const byRole = (a: { role: string }, b: { role: string }) => ORDER.indexOf(a.role) - ORDER.indexOf(b.role);

/** Names where the answer has them; nothing where nobody holds anything and the reader may appoint nobody. */
export function renderPeople(model: GroupModel): TemplateResult | typeof nothing {
  const { t } = model;
  const { roles, appointments, members, may, group } = model.answer!;
  const named = appointments.filter(({ state }) => state !== 'ended');
  const held = roles.filter((role) => model.isNow(role)).toSorted(byRole);
  const canAppoint = model.may('approve') && group.status !== 'closed';
  if (named.length + held.length === 0 && !canAppoint) return nothing;
  return html`<section class="card-box" aria-labelledby="people-title">
    <h2 id="people-title">${t('group.people', { count: members.persons })}</h2>
    ${named.length > 0 ? renderNamed(model, named) : renderHeld(model, held)}
    ${may.seePeople ? nothing : html`<p class="small muted">${t('group.people.public')}</p>`}
    ${may.seePeople ? html`<p><a href=${model.app.href(sectionPath(model.scope, 'contacts'), { group: group.id })}>${t('group.contacts')}</a></p>` : nothing}
    ${canAppoint ? html`<p><button class="button" @click=${() => model.host.openChange({ kind: 'appoint' })}>${icon('plus', 18)} ${t('group.appoint')}</button></p>` : nothing}
  </section>`;
}

function renderHeld(model: GroupModel, held: readonly HeldRole[]): TemplateResult {
  const { t, app } = model;
  if (held.length === 0) return html`<p class="muted">${t('group.people.none')}</p>`;
  return html`<ul class="group-people">
    ${held.map(
      (role) =>
        html`<li>
          <span class="group-role">${roleText(t, role.role)}</span>
          <span
            >${role.person ? html`<strong dir="auto">${role.person}</strong> · ` : nothing}${
              role.organisation
                ? html`<span dir="auto">${organisationName(model.organisations, role.organisation, app.language)}</span>`
                : t('group.people.no-organisation')
            } <span class="small muted">${spanText(model, role)}</span></span
          >
        </li>`,
    )}
  </ul>`;
}

function renderNamed(model: GroupModel, appointments: readonly Appointment[]): TemplateResult {
  const compare = createCompare(model.app.language);
  const name = ({ person }: Appointment) => (person ? (model.persons.get(person) ?? '') : '');
  const sorted = appointments.toSorted((a, b) => Number(a.state === 'active') - Number(b.state === 'active') || byRole(a, b) || compare(name(a), name(b)));
  return html`<ul class="group-people">
    ${sorted.map((appointment) => renderAppointment(model, appointment, name(appointment)))}
  </ul>`;
}

function renderAppointment(model: GroupModel, appointment: Appointment, name: string): TemplateResult {
  const { t, app } = model;
  const { state, role, organisation } = appointment;
  const values = { name: name || t('group.people.removed'), role: roleText(t, role) };
  const waits = state === 'pending' || state === 'invited';
  const claim = model.answer!.persons.find(({ id }) => id === appointment.person)?.claimedBy ?? null;
  const open = (kind: 'approve' | 'end-appointment') => () => model.host.openChange({ kind, appointment });
  return html`<li data-state=${state}>
    <span class="group-role">${roleText(t, role)}</span>
    <span
      ><strong dir="auto">${values.name}</strong
      >${organisation ? html` · <span dir="auto">${organisationName(model.organisations, organisation, app.language)}</span>` : nothing}
      <span class="small muted">${spanText(model, appointment)}</span>
      ${waits ? html`<span class="badge badge-warning">${t(`group.state.${state}`)}</span>` : nothing}
      ${claim ? html`<span class="small group-claim">${t('group.claimed', { account: claim.name, name: values.name })} <button class="link small" @click=${() => void model.confirm(appointment.person!, claim.account)}>${t('group.claimed.confirm')}</button></span>` : nothing}
    </span>
    ${
      model.may('approve')
        ? html`<span class="group-tools">
            ${state === 'pending' ? html`<button class="button" aria-label=${t('group.approve.of', values)} @click=${open('approve')}>${icon('check', 16)} ${t('group.approve')}</button>` : nothing}
            <button class="link small" aria-label=${t(waits ? 'group.refuse.of' : 'group.end.of', values)} @click=${open('end-appointment')}>
              ${t(waits ? 'group.refuse' : 'group.end')}
            </button>
          </span>`
        : nothing
    }
  </li>`;
}
