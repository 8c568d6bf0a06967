/** Forms of seats: an organisation comes into a group, its days change, it leaves. */
import { html, nothing } from 'lit';
import type { Seat } from '../../../../server/contract/groups/groups.ts';
import { nameOf } from '../../../kit/workgroup/names.ts';
import { CAPACITIES, organisationName } from '../structure.ts';
import { capacityText } from '../words.ts';
import { check, choose, days, input, orNull, valueOf, type ChangeForm, type FormPage } from './form.ts';
import { chosenName, chosenOrganisation, newOrganisationSays, pickOrganisation } from './organisation.ts';

const groupName = ({ subject, app }: FormPage): string => nameOf(subject!.group, app.language);

/** What days a change is about, as `{start}` and `{end}` of a text that chooses by `span`. */
export function spanOf(page: FormPage): { span: string; start: string; end: string } {
  const [start, end] = [valueOf(page, 'start'), valueOf(page, 'end')];
  return { span: start && end ? 'both' : start ? 'start' : end ? 'end' : 'none', start, end };
}

/** An organisation comes into a group. */
export function addSeat(page: FormPage): ChangeForm {
  const { t, app, scope, subject } = page;
  const capacity = () => (valueOf(page, 'capacity') || 'member') as Seat['capacity'];
  return {
    heading: t('edit.seat.add', { group: groupName(page) }),
    save: t('edit.seat.add.save'),
    fields: () =>
      html`${pickOrganisation(page, t('edit.org'))}
      ${choose(page, { name: 'capacity', label: t('edit.capacity'), first: 'member', options: CAPACITIES.map((each): [string, string] => [each, capacityText(t, each)]) })}
      ${days(page, { start: t('edit.start'), end: t('edit.end') })}`,
    says: () => {
      const organisation = chosenName(page);
      if (!organisation) return [];
      return [
        ...newOrganisationSays(page),
        t('edit.says.seat', { organisation, group: groupName(page), capacity: capacityText(t, capacity()), ...spanOf(page) }),
      ];
    },
    send: async () => {
      const organisation = await chosenOrganisation(page);
      const { start, end } = spanOf(page);
      await app.api.call('addSeat', {
        params: { scope, group: subject!.group.id },
        body: { organisation: organisation ?? '', capacity: capacity(), start: orNull(start), end: orNull(end) },
      });
      return null;
    },
  };
}

function toNames(page: FormPage, seat: Seat) {
  const known = new Map(page.subject!.organisations.map((organisation) => [organisation.id, organisation]));
  return { organisation: organisationName(known, seat.organisation, page.app.language), capacity: capacityText(page.t, seat.capacity), group: groupName(page) };
}

/** The days of a seat change. */
export function changeSeat(page: FormPage, seat: Seat): ChangeForm {
  const { t, app, scope, subject } = page;
  const names = toNames(page, seat);
  return {
    heading: t('edit.seat.change', names),
    save: t('edit.save'),
    fields: () => days(page, { start: t('edit.start'), end: t('edit.end') }),
    says: () => {
      const { start, end } = spanOf(page);
      if (start === (seat.start ?? '') && end === (seat.end ?? '')) return [];
      return [t('edit.says.seat', { ...names, ...spanOf(page) })];
    },
    send: async () => {
      const { start, end } = spanOf(page);
      await app.api.call('changeSeat', { params: { scope, group: subject!.group.id, seat: seat.id }, body: { start: orNull(start), end: orNull(end) } });
      return null;
    },
  };
}

/** A seat ends, or is deleted where it was a mistake. */
export function endSeat(page: FormPage, seat: Seat): ChangeForm {
  const { t, app, scope, subject, today } = page;
  const names = toNames(page, seat);
  const isMistake = () => valueOf(page, 'mistake') === 'yes';
  const end = () => valueOf(page, 'end') || today;
  return {
    heading: t('edit.seat.end', names),
    save: t('edit.seat.end.save'),
    ending: true,
    fields: () =>
      html`${isMistake() ? nothing : input(page, { name: 'end', label: t('edit.last-day'), type: 'date', hint: t('edit.last-day.hint') })}
      ${check(page, 'mistake', t('edit.mistake'), t('edit.mistake.hint'))}`,
    says: () => [isMistake() ? t('edit.says.seat.delete', names) : t('edit.says.seat.end', { ...names, end: end() })],
    send: async () => {
      const params = { scope, group: subject!.group.id, seat: seat.id };
      if (isMistake()) await app.api.call('deleteSeat', { params });
      else await app.api.call('changeSeat', { params, body: { end: end() } });
      return null;
    },
  };
}
