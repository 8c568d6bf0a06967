/** Forms of one meeting on one day: cancelled, moved, put back, recorded; and of the whole: cancelled, restored, deleted. */
import { html, nothing, type TemplateResult } from 'lit';
import type { RecordChange } from '../../../../server/contract/meetings/meetings.ts';
import type { Change, Held } from './change.ts';
import { choose, input, orNull, valueOf, type ChangeForm, type FormPage } from './form.ts';

const reasonField = (page: FormPage): TemplateResult => input(page, { name: 'reason', label: page.t('field.reason'), hint: page.t('field.reason.hint') });
const of = ({ scope }: FormPage, { meeting, occurrence }: Held) => ({ scope, meeting: meeting.id, day: occurrence.day });
const titled = ({ meeting, occurrence }: Held) => ({ title: meeting.title, day: occurrence.day });

export function cancelOne(page: FormPage, held: Held): ChangeForm {
  const { t, app } = page;
  return {
    heading: t('form.cancel-one'),
    save: t('meeting.cancel-one'),
    ending: true,
    fields: () => reasonField(page),
    says: () => [t('says.cancel-one', titled(held)), t('says.calendars')],
    send: async () => {
      await app.api.call('changeOccurrence', { params: of(page, held), body: { is: 'cancelled', reason: orNull(valueOf(page, 'reason')) } });
      return null;
    },
  };
}

export function moveOne(page: FormPage, held: Held): ChangeForm {
  const { t, app } = page;
  const start = () => `${valueOf(page, 'day')}T${valueOf(page, 'time')}`;
  return {
    heading: t('form.move-one'),
    save: t('meeting.move-one'),
    fields: () =>
      html`<div class="edit-row">
          ${input(page, { name: 'day', label: t('field.day'), type: 'date', required: true })}
          ${input(page, { name: 'time', label: t('field.time'), type: 'time', required: true })}
          ${input(page, { name: 'length', label: t('field.length'), type: 'number', required: true })}
        </div>
        ${input(page, { name: 'place', label: t('field.place') })} ${reasonField(page)}`,
    says: () => {
      const { local, length, place } = held.occurrence;
      const isSame = start() === local && valueOf(page, 'length') === String(length) && valueOf(page, 'place') === (place ?? '');
      if (start().length !== 16 || isSame) return [];
      const at = valueOf(page, 'place');
      return [
        t('says.move-one', { ...titled(held), to: valueOf(page, 'day'), time: valueOf(page, 'time') }),
        ...(at ? [t('says.place', { place: at })] : []),
        t('says.calendars'),
      ];
    },
    send: async () => {
      const body = {
        is: 'moved' as const,
        start: start(),
        length: Number(valueOf(page, 'length')),
        place: orNull(valueOf(page, 'place')),
        reason: orNull(valueOf(page, 'reason')),
      };
      await app.api.call('changeOccurrence', { params: of(page, held), body });
      return null;
    },
  };
}

export function putBack(page: FormPage, held: Held): ChangeForm {
  const { t, app } = page;
  return {
    heading: t('meeting.put-back'),
    save: t('meeting.put-back'),
    fields: () => nothing,
    says: () => [t('says.put-back', titled(held)), t('says.calendars')],
    send: async () => {
      await app.api.call('changeOccurrence', { params: of(page, held), body: { is: 'planned' } });
      return null;
    },
  };
}

/** Cancelled as a whole, taken back, or deleted. */
export function whole(page: FormPage, held: Held & { kind: Change['kind'] }): ChangeForm {
  const { t, app, scope } = page;
  const { meeting, kind } = held;
  const params = { scope, meeting: meeting.id };
  const repeats = meeting.rrule !== null;
  if (kind === 'restore')
    return {
      heading: t('meeting.restore'),
      save: t('meeting.restore'),
      fields: () => nothing,
      says: () => [t('says.restore', titled(held)), t('says.calendars')],
      send: async () => {
        await app.api.call('restoreMeeting', { params });
        return null;
      },
    };
  if (kind === 'delete')
    return {
      heading: t('meeting.delete'),
      save: t('meeting.delete'),
      ending: true,
      fields: () => nothing,
      says: () => [t('says.delete', titled(held))],
      send: async () => {
        await app.api.call('deleteMeeting', { params });
        return 'gone';
      },
    };
  const name = t(repeats ? 'meeting.cancel-series' : 'meeting.cancel');
  return {
    heading: name,
    save: name,
    ending: true,
    fields: () => reasonField(page),
    says: () => [t(repeats ? 'says.cancel-series' : 'says.cancel', titled(held)), t('says.calendars')],
    send: async () => {
      await app.api.call('cancelMeeting', { params, body: { reason: orNull(valueOf(page, 'reason')) } });
      return null;
    },
  };
}

type Recorded = Extract<Change, { kind: 'record' }>;
const PRESENT = 'org-';

/** First fields: what is recorded. */
export function recordedValues({ occurrence, attendance }: Recorded): Record<string, string> {
  const present = attendance.flatMap(({ organisation, persons }) => [
    [`${PRESENT}${organisation}`, 'yes'],
    [`persons-${organisation}`, persons === null ? '' : String(persons)],
  ]);
  return { agenda: occurrence.agenda?.id ?? '', minutes: occurrence.minutes?.id ?? '', ...(Object.fromEntries(present) as Record<string, string>) };
}

export function record(page: FormPage, change: Recorded): ChangeForm {
  const { t, app } = page;
  const { meeting, occurrence, attendance } = change;
  const hasBegun = Date.parse(occurrence.start) <= Date.now();
  const { documents, organisations } = page.choices;
  const recorded = new Set(attendance.map(({ organisation }) => organisation));
  const invited = organisations.filter(({ id, groups }) => recorded.has(id) || groups.some((group) => meeting.groups.includes(group)));
  const present = () =>
    Object.entries(page.values)
      .filter(([name, value]) => name.startsWith(PRESENT) && value === 'yes')
      .map(([name]) => name.slice(PRESENT.length))
      .toSorted()
      .map((organisation) => ({ organisation, persons: Number(valueOf(page, `persons-${organisation}`)) || null }));
  const titleOf = (id: string) => documents.find((document) => document.id === id)?.title ?? id;
  const first = recordedValues(change);
  const body = (): RecordChange => ({
    ...(['agenda', 'minutes'] as const).reduce<RecordChange>(
      (all, name) => (valueOf(page, name) === first[name] ? all : { ...all, [name]: orNull(valueOf(page, name)) }),
      {},
    ),
    ...(JSON.stringify(present()) === JSON.stringify(attendance.toSorted((a, b) => (a.organisation < b.organisation ? -1 : 1)))
      ? {}
      : { attendance: present() }),
  });
  return {
    heading: t('form.record'),
    save: t('meeting.record'),
    fields: () =>
      html`${documentChoice(page, 'agenda', meeting.groups)}
      ${hasBegun ? html`${documentChoice(page, 'minutes', meeting.groups)} ${attendanceFields(page, invited)}` : nothing}`,
    says: () => {
      const { agenda, minutes, attendance: taken } = body();
      return [
        ...(agenda === undefined ? [] : [agenda === null ? t('says.agenda.none') : t('says.agenda', { title: titleOf(agenda) })]),
        ...(minutes === undefined ? [] : [minutes === null ? t('says.minutes.none') : t('says.minutes', { title: titleOf(minutes) })]),
        ...(taken === undefined ? [] : [t('says.attendance', { organisations: taken.length })]),
      ];
    },
    send: async () => {
      await app.api.call('recordOccurrence', { params: of(page, change), body: body() });
      return null;
    },
  };
}

/** Documents of the kind and of the groups of the meeting first. */
function documentChoice(page: FormPage, name: 'agenda' | 'minutes', groups: readonly string[]): TemplateResult {
  const { t } = page;
  const rank = ({ kind, group }: { kind: string; group: string }) => Number(kind !== name) * 2 + Number(!groups.includes(group));
  const offered = page.choices.documents.filter(({ group }) => groups.includes(group)).toSorted((a, b) => rank(a) - rank(b));
  const own = valueOf(page, name);
  const options = offered.map(({ id, title }): [string, string] => [id, title]);
  return choose(page, {
    name,
    label: t(`field.${name}`),
    hint: t('field.document.hint'),
    options: [['', t('field.document.none')], ...(own && !options.some(([id]) => id === own) ? [[own, own] as [string, string]] : []), ...options],
  });
}

function attendanceFields(page: FormPage, invited: FormPage['choices']['organisations']): TemplateResult | typeof nothing {
  const { t } = page;
  if (invited.length === 0) return nothing;
  return html`<fieldset class="edit-attendance">
    <legend>${t('field.attendance')}</legend>
    <ul>
      ${invited.map(({ id, name }) => {
        const isPresent = valueOf(page, `${PRESENT}${id}`) === 'yes';
        return html`<li>
          <label><input type="checkbox" name=${`${PRESENT}${id}`} value="yes" .checked=${isPresent} /> <bdi>${name}</bdi></label>
          ${
            isPresent
              ? html`<input
                  type="number"
                  min="1"
                  max="9999"
                  name=${`persons-${id}`}
                  aria-label=${t('field.attendance.persons', { organisation: name })}
                  .value=${valueOf(page, `persons-${id}`)}
                />`
              : nothing
          }
        </li>`;
      })}
    </ul>
  </fieldset>`;
}
