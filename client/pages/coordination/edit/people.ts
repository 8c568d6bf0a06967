/** Forms of appointments: somebody is appointed, approved, invited, asks to join, leaves. */
import { html, nothing, type TemplateResult } from 'lit';
import type { HeldRole } from '../../../../server/contract/groups/groups.ts';
import type { Appointment } from '../../../../server/contract/groups/people.ts';
import { nameOf } from '../../../kit/workgroup/names.ts';
import '../../../ui/combobox.ts';
import type { CodCombobox, Option } from '../../../ui/combobox.ts';
import { fold } from '../filter.ts';
import { fullNameOf } from '../structure.ts';
import { roleText } from '../words.ts';
import { check, choose, days, faultText, input, orNull, valueOf, type ChangeForm, type FormPage } from './form.ts';
import { chosenOrganisation, newOrganisationSays, pickOrganisation } from './organisation.ts';
import { spanOf } from './seats.ts';

type Role = HeldRole['role'];
const ROLES: readonly Role[] = ['member', 'imo', 'chair', 'co-chair', 'coordinator', 'co-coordinator', 'secretariat', 'alternate', 'observer'];
const NEW = '+';
const MOST = 12;

const groupName = ({ subject, app }: FormPage): string => nameOf(subject!.group, app.language);
const roleOptions = (page: FormPage): [string, string][] => ROLES.map((role) => [role, roleText(page.t, role)]);

/** Fields: `person` (an id), or `person-name` and what else is said of a new one. */
function pickPerson(page: FormPage): TemplateResult {
  const { t, app, persons, organisations } = page;
  const [chosen, made] = [valueOf(page, 'person'), valueOf(page, 'person-name')];
  const fault = page.faults['person'] ?? page.faults['name'];
  const names = new Map(organisations.map((each) => [each.id, fullNameOf(each, app.language)]));
  if (chosen || made)
    return html`<div class="field">
        <span class="field-label">${t('edit.person')}</span>
        <p class="edit-chosen">
          <span><strong dir="auto">${personName(page)}</strong>${chosen ? nothing : html` <span class="badge">${t('edit.person.new.badge')}</span>`}</span>
          <button type="button" class="link small" @click=${() => page.set({ person: '', 'person-name': '', 'person-typed': '' })}>
            ${t('edit.person.other')}
          </button>
        </p>
        ${faultText('edit-person-fault', fault)}
      </div>
      ${
        chosen
          ? nothing
          : html`${pickOrganisation(page, t('edit.person.organisation'))} ${input(page, { name: 'jobTitle', label: t('edit.person.job') })}
            ${input(page, { name: 'email', label: t('edit.person.email'), type: 'email', hint: t('edit.person.email.hint') })}`
      }`;
  const typed = valueOf(page, 'person-typed');
  const wanted = fold(typed);
  const options: Option[] = persons
    .filter(({ name }) => wanted !== '' && fold(name).includes(wanted))
    .slice(0, MOST)
    .map(({ id, name, organisation }) => ({ id, label: name, detail: organisation ? (names.get(organisation) ?? organisation) : '', code: '', lang: '' }));
  if (typed.length > 1) options.push({ id: NEW, label: t('edit.person.new', { name: typed }), detail: t('edit.person.new.detail'), code: '', lang: '' });
  const pick = (event: CustomEvent<Option>) => {
    (event.currentTarget as CodCombobox).reset();
    page.set(event.detail.id === NEW ? { 'person-name': typed, 'person-typed': '' } : { person: event.detail.id, 'person-typed': '' });
  };
  return html`<div class="field">
    <span class="field-label" aria-hidden="true">${t('edit.person')}</span>
    <cod-combobox
      class="edit-combobox"
      .label=${t('edit.person')}
      .placeholder=${t('edit.person.placeholder')}
      .clear=${t('edit.person.other')}
      .options=${options}
      @search=${(event: CustomEvent<string>) => page.set({ 'person-typed': event.detail })}
      @choose=${pick}
    ></cod-combobox>
    ${faultText('edit-person-fault', fault)}
  </div>`;
}

function personName(page: FormPage): string {
  const id = valueOf(page, 'person');
  if (id === '') return valueOf(page, 'person-name');
  return page.persons.find((each) => each.id === id)?.name ?? id;
}

async function chosenPerson(page: FormPage): Promise<string> {
  const id = valueOf(page, 'person');
  const name = valueOf(page, 'person-name');
  if (id !== '' || name === '') return id;
  const organisation = await chosenOrganisation(page);
  const made = await page.app.api.call('createPerson', {
    params: { scope: page.scope },
    body: { name, organisation, jobTitle: orNull(valueOf(page, 'jobTitle')), email: orNull(valueOf(page, 'email')) },
  });
  page.set({ person: made.id, 'person-name': '' });
  return made.id;
}

/** Somebody is given a role: of those who are entered, or somebody new. */
export function appoint(page: FormPage): ChangeForm {
  const { t, app, scope, subject } = page;
  const role = () => (valueOf(page, 'role') || 'member') as Role;
  const invites = () => valueOf(page, 'invite') === 'yes';
  return {
    heading: t('edit.appoint', { group: groupName(page) }),
    save: t('edit.appoint.save'),
    fields: () =>
      html`${pickPerson(page)} ${choose(page, { name: 'role', label: t('edit.role'), first: 'member', options: roleOptions(page) })}
      ${days(page, { start: t('edit.start'), end: t('edit.end.planned') })} ${check(page, 'invite', t('edit.invite'), t('edit.invite.hint'))}`,
    says: () => {
      const person = personName(page);
      if (!person) return [];
      const values = { person, group: groupName(page), role: roleText(t, role()), ...spanOf(page) };
      return [
        ...newOrganisationSays(page),
        ...(valueOf(page, 'person') === '' ? [t('edit.says.person', { person })] : []),
        t(invites() ? 'edit.says.invite' : 'edit.says.appoint', values),
        t(`edit.right.${role()}`),
      ];
    },
    send: async () => {
      const person = await chosenPerson(page);
      const { start, end } = spanOf(page);
      await app.api.call('createAppointment', {
        params: { scope, group: subject!.group.id },
        body: { person, role: role(), start: orNull(start), end: orNull(end), invite: invites() },
      });
      return null;
    },
  };
}

const nameIn = ({ subject, t }: FormPage, { person }: Appointment): string =>
  subject!.persons.find(({ id }) => id === person)?.name ?? t('group.people.removed');

/** A request is approved, or an invitation accepted. */
export function approve(page: FormPage, appointment: Appointment): ChangeForm {
  const { t, app, scope, subject } = page;
  const isInvited = appointment.state === 'invited';
  const role = () => (valueOf(page, 'role') || appointment.role) as Role;
  const person = nameIn(page, appointment);
  return {
    heading: isInvited ? t('edit.accept', { group: groupName(page) }) : t('edit.approve', { person, group: groupName(page) }),
    save: t(isInvited ? 'edit.accept.save' : 'edit.approve.save'),
    fields: () =>
      isInvited
        ? html``
        : html`${choose(page, { name: 'role', label: t('edit.role'), first: appointment.role, options: roleOptions(page) })}
          ${input(page, { name: 'end', label: t('edit.end.planned'), type: 'date', hint: t('edit.end.hint') })}`,
    says: () => [
      isInvited
        ? t('edit.says.accept', { group: groupName(page), role: roleText(t, role()) })
        : t('edit.says.appoint', { person, group: groupName(page), role: roleText(t, role()), ...spanOf(page) }),
      t(`edit.right.${role()}`),
    ],
    send: async () => {
      const end = valueOf(page, 'end');
      const body = isInvited ? {} : { role: role(), ...(end ? { end } : {}) };
      await app.api.call('approveAppointment', { params: { scope, group: subject!.group.id, appointment: appointment.id }, body });
      return null;
    },
  };
}

/** An appointment ends, or a request is refused. @param isOwn of the reader, who leaves or declines */
export function endAppointment(page: FormPage, appointment: Appointment, isOwn: boolean): ChangeForm {
  const { t, app, scope, subject } = page;
  const waits = appointment.state !== 'active';
  const values = { person: nameIn(page, appointment), group: groupName(page), role: roleText(t, appointment.role) };
  const end = () => valueOf(page, 'end');
  const reason = () => valueOf(page, 'reason');
  const [heading, save] = waits
    ? isOwn
      ? [t('edit.decline', values), t('edit.decline.save')]
      : [t('edit.refuse', values), t('edit.refuse.save')]
    : isOwn
      ? [t('edit.leave', values), t('edit.leave.save')]
      : [t('edit.appointment.end', values), t('edit.appointment.end.save')];
  const said = () => {
    if (waits) return t(isOwn ? 'edit.says.decline' : 'edit.says.refuse', values);
    if (isOwn) return t(end() ? 'edit.says.leave.on' : 'edit.says.leave', { ...values, end: end() });
    return t(end() ? 'edit.says.end.on' : 'edit.says.end.now', { ...values, end: end() });
  };
  return {
    heading,
    save,
    ending: true,
    fields: () =>
      html`${waits ? nothing : input(page, { name: 'end', label: t('edit.last-day'), type: 'date', hint: t('edit.at-once.hint') })}
      ${input(page, { name: 'reason', label: t('edit.reason') })}`,
    says: () => [said()],
    send: async () => {
      await app.api.call('endAppointment', {
        params: { scope, group: subject!.group.id, appointment: appointment.id },
        body: { ...(end() ? { end: end() } : {}), ...(reason() ? { reason: reason() } : {}) },
      });
      return null;
    },
  };
}

/** Somebody who is signed in asks to join. */
export function join(page: FormPage): ChangeForm {
  const { t, app, scope, subject } = page;
  const role = () => (valueOf(page, 'role') === 'observer' ? 'observer' : 'member');
  return {
    heading: t('edit.join', { group: groupName(page) }),
    save: t('edit.join.save'),
    fields: () =>
      html`${choose(page, {
        name: 'role',
        label: t('edit.join.as'),
        first: 'member',
        options: [
          ['member', roleText(t, 'member')],
          ['observer', roleText(t, 'observer')],
        ] /* prettier-ignore */,
      })}
      ${
        page.organisations.length > 0
          ? choose(page, {
              name: 'organisation',
              label: t('edit.person.organisation.own'),
              options: [['', t('edit.not-said')], ...page.organisations.map((each): [string, string] => [each.id, fullNameOf(each, app.language)])],
            })
          : nothing
      }
      ${input(page, { name: 'jobTitle', label: t('edit.person.job') })}`,
    says: () => [t('edit.says.join', { group: groupName(page), role: roleText(t, role()) })],
    send: async () => {
      await app.api.call('joinGroup', {
        params: { scope, group: subject!.group.id },
        body: { role: role(), organisation: orNull(valueOf(page, 'organisation')), jobTitle: orNull(valueOf(page, 'jobTitle')) },
      });
      return null;
    },
  };
}
