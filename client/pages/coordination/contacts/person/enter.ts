/** Somebody is entered on their behalf: who they are, what they hold, what they said they agree to; and what happens then. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Purposes } from '../../../../../server/contract/contacts/contacts.ts';
import { bodyOf, checkInDays, endOfDay } from '../../../../kit/person/draft.ts';
import { renderPersonForm } from '../../../../kit/person/form.ts';
import { icon } from '../../../../ui/icon.ts';
import { roleText, type Words } from '../../words.ts';
import { valueOf, type PersonPage, type Role } from './words.ts';
import { fullText, nameOf } from '../../../../kit/workgroup/names.ts';

const ROLES: readonly Role[] = ['member', 'imo', 'alternate', 'coordinator', 'co-coordinator', 'secretariat', 'co-chair', 'chair', 'observer'];
const PURPOSES = ['members', 'focal-points-page', 'partner-export'] as const;

export const canEnter = ({ draft }: PersonPage): boolean => draft.name.trim().length > 1;

export function renderEnter(page: PersonPage): TemplateResult {
  const { t, app, structure, draft, faults, organisations } = page;
  const words = t as unknown as Words;
  const groups = page.approves.flatMap((id) => structure.byId.get(id) ?? []);
  const { first, last } = checkInDays(new Date().toISOString());
  const choose = (name: string, label: string, options: readonly [string, string][]) =>
    html`<div class="field">
      <label for="enter-${name}">${label}</label>
      <select id="enter-${name}" class="select" @change=${(event: Event) => page.say({ [name]: (event.target as HTMLSelectElement).value })}>
        ${options.map(([value, text]) => html`<option value=${value} .selected=${value === valueOf(page, name)}>${text}</option>`)}
      </select>
    </div>`;
  return html`<p>${t('person.enter.lead')}</p>
    ${renderPersonForm({
      t,
      id: 'enter',
      draft,
      faults,
      organisations,
      set: page.set,
      // Narrower and wider is for the person to say; until then what is usual holds.
      widest: null,
    })}
    <p class="small muted">${t('person.defaults')}</p>
    <div class="edit-days">
      ${choose(
        'group',
        t('person.group'),
        groups.map((group): [string, string] => [group.id, fullText(group, app.language)]),
      )}
      ${choose(
        'role',
        t('person.role'),
        ROLES.map((role): [string, string] => [role, roleText(words, role)]),
      )}
      <div class="field">
        <label for="enter-until">${t('person.until')}</label>
        <input
          id="enter-until"
          type="date"
          min=${first}
          max=${last}
          aria-describedby="enter-until-hint"
          .value=${valueOf(page, 'until')}
          @change=${(event: Event) => page.say({ until: (event.target as HTMLInputElement).value })}
        />
        <p class="small muted" id="enter-until-hint">${t('person.until.hint')}</p>
      </div>
    </div>
    ${renderConsent(page)} ${renderSays(page)}`;
}

function renderConsent(page: PersonPage): TemplateResult {
  const { t } = page;
  const box = (name: string, label: string) =>
    html`<div class="edit-check">
      <label
        ><input
          type="checkbox"
          .checked=${valueOf(page, name) === 'yes'}
          @change=${(event: Event) => page.say({ [name]: (event.target as HTMLInputElement).checked ? 'yes' : '' })}
        />
        <span>${label}</span></label
      >
    </div>`;
  return html`<fieldset class="edit-set">
    <legend class="field-label">${t('person.consent')}</legend>
    ${box('asked', t('person.consent.asked'))}
    ${
      valueOf(page, 'asked') === 'yes'
        ? html`<p class="small muted">${t('person.consent.lead')}</p>
            ${PURPOSES.map((purpose) => box(purpose, t(`purpose.${purpose}`)))}`
        : nothing
    }
  </fieldset>`;
}

/** Before it is sent. */
function renderSays(page: PersonPage): TemplateResult | typeof nothing {
  const { t, app, structure, draft } = page;
  if (!canEnter(page)) return nothing;
  const name = draft.name.trim();
  const group = structure.byId.get(valueOf(page, 'group'));
  const role = roleText(t as unknown as Words, valueOf(page, 'role') as Role);
  return html`<div class="edit-says" role="status">
    <p class="small">${icon('info', 16)} ${t('person.says')}</p>
    <ul>
      ${group ? html`<li dir="auto">${t('person.says.role', { name, role, group: nameOf(group, app.language) })}</li>` : nothing}
      <li dir="auto">${t('person.says.confirm', { name })}</li>
      <li>${t('person.says.nothing-sent')}</li>
    </ul>
  </div>`;
}

/** Enters the person, gives them the role and makes their link. What was done before a failure is not done twice. */
export async function enter(page: PersonPage): Promise<void> {
  const { app, scope, draft } = page;
  const { call } = app.api;
  let person = valueOf(page, 'made');
  if (person === '') {
    const consent = valueOf(page, 'asked') === 'yes' ? { consent: { language: app.language, purposes: purposesOf(page) } } : {};
    person = (await call('createPerson', { params: { scope }, body: { ...bodyOf(draft, null), ...consent } as never })).id;
    page.say({ made: person });
  }
  const group = valueOf(page, 'group');
  if (group !== '' && valueOf(page, 'appointed') === '') {
    const appointment = await call('createAppointment', { params: { scope, group }, body: { person, role: (valueOf(page, 'role') || 'member') as Role } });
    page.say({ appointed: appointment.id });
    const until = valueOf(page, 'until');
    if (until !== '') await call('checkIn', { params: { scope, group, appointment: appointment.id }, body: { until: endOfDay(until) } });
  }
  page.setLink(await call('createEntryLink', { params: { scope, person } }));
}

const purposesOf = (page: PersonPage): Purposes => ({
  members: valueOf(page, 'members') === 'yes',
  'focal-points-page': valueOf(page, 'focal-points-page') === 'yes',
  'partner-export': valueOf(page, 'partner-export') === 'yes',
});
