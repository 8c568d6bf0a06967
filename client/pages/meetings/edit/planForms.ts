/** Forms of meetings: planned, changed. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Meeting, MeetingChange } from '../../../../server/contract/meetings/meetings.ts';
import { addDays, repeatText, zoneName } from '../../../kit/workgroup/when.ts';
import type { Held } from './change.ts';
import { check, choose, groupNameOf, input, orNull, valueOf, type ChangeForm, type FormPage } from './form.ts';
import { repeatChoices, withEnd, withoutEnd } from '../../../kit/workgroup/repeats.ts';

/** Zones that the browser knows. */
const zones = (): string[] => Intl.supportedValuesOf('timeZone');

export interface Planned {
  groups: string[];
  title: string;
  start: string;
  zone: string;
  length: number;
  place: string | null;
  link: string | null;
  linkPublic: boolean;
  rrule: string | null;
  note: string | null;
  visibility: 'public' | 'members';
}

/** What the fields say. */
function plannedOf(page: FormPage): Planned {
  const of = (name: string) => valueOf(page, name);
  const repeats = of('repeats');
  return {
    groups: [of('group'), ...page.records.filter((id) => id !== of('group') && of(`with-${id}`) === 'yes'), ...of('others').split(' ').filter(Boolean)],
    title: of('title'),
    start: `${of('day')}T${of('time')}`,
    zone: of('zone'),
    length: Number(of('length')),
    place: orNull(of('place')),
    link: orNull(of('link')),
    linkPublic: of('link') !== '' && of('linkPublic') === 'yes',
    rrule: repeats === '' ? null : withEnd(repeats, of('until')),
    note: orNull(of('note')),
    visibility: of('visibility') === 'public' ? 'public' : 'members',
  };
}

/** The fields as a meeting has them. @param day on which it is, from which new times would hold */
export function valuesOfMeeting(meeting: Meeting, day: string): Record<string, string> {
  const [group = '', ...others] = meeting.groups;
  return {
    group,
    // Groups that the reader does not keep stay in it.
    others: others.join(' '),
    title: meeting.title,
    day,
    time: meeting.start.slice(11),
    zone: meeting.zone,
    length: String(meeting.length),
    place: meeting.place ?? '',
    link: meeting.link ?? '',
    linkPublic: meeting.linkPublic ? 'yes' : '',
    repeats: meeting.rrule === null ? '' : withoutEnd(meeting.rrule),
    until: meeting.rrule === null ? '' : (meeting.until ?? ''),
    note: meeting.note ?? '',
    visibility: meeting.visibility,
  };
}

function whenFields(page: FormPage, own: string | null, dayLabel: string): TemplateResult {
  const { t, app } = page;
  const day = valueOf(page, 'day') || page.today;
  return html`<div class="edit-row">
      ${input(page, { name: 'day', label: dayLabel, type: 'date', required: true })}
      ${input(page, { name: 'time', label: t('field.time'), type: 'time', required: true })}
      ${input(page, { name: 'length', label: t('field.length'), type: 'number', required: true })}
    </div>
    ${choose(page, { name: 'zone', label: t('field.zone'), options: [...new Set([valueOf(page, 'zone'), ...zones()])].map((zone): [string, string] => [zone, zone.replaceAll('_', ' ')]) })}
    <div class="edit-row">
      ${choose(page, { name: 'repeats', label: t('field.repeats'), options: repeatChoices(t, day, own, app.format.locale) })}
      ${valueOf(page, 'repeats') === '' ? nothing : input(page, { name: 'until', label: t('field.until'), type: 'date', hint: t('field.until.hint') })}
    </div>`;
}

function restFields(page: FormPage): TemplateResult {
  const { t } = page;
  return html`${input(page, { name: 'place', label: t('field.place') })} ${input(page, { name: 'link', label: t('field.link'), dir: 'ltr' })}
  ${valueOf(page, 'link') === '' ? nothing : check(page, { name: 'linkPublic', label: t('field.link-public'), hint: t('field.link-public.hint') })}
  ${input(page, { name: 'note', label: t('field.note'), rows: 3 })}
  ${choose(page, {
    name: 'visibility',
    label: t('field.who-sees'),
    options: [
      ['members', t('meeting.members')],
      ['public', t('meeting.public')],
    ],
  })}`;
}

function withFields(page: FormPage): TemplateResult | typeof nothing {
  const { t, records } = page;
  const others = records.filter((id) => id !== valueOf(page, 'group'));
  if (others.length === 0) return nothing;
  return html`<details class="fold">
    <summary>${t('field.with')}</summary>
    <div class="edit-checks">${others.map((id) => check(page, { name: `with-${id}`, label: groupNameOf(page, id) }))}</div>
  </details>`;
}

/** Who will see it, as it will be. */
function seenSays(page: FormPage, { groups, visibility, link, linkPublic }: Planned): string[] {
  const { t } = page;
  if (visibility === 'members') return [t('says.members')];
  const hidden = groups.find((id) => !page.isPublic(id));
  if (hidden) return [t('says.not-public', { group: groupNameOf(page, hidden) })];
  return [t('says.public'), ...(link && linkPublic ? [t('says.link-public')] : [])];
}

const isWhole = ({ title, start, length }: Planned): boolean => title !== '' && start.length === 16 && Number.isInteger(length) && length > 0;
const untilOf = (page: FormPage): string | null => orNull(valueOf(page, 'until'));

export function plan(page: FormPage): ChangeForm {
  const { t, app, scope, records } = page;
  return {
    heading: t('form.plan'),
    save: t('form.plan.save'),
    fields: () =>
      html`${input(page, { name: 'title', label: t('field.title'), required: true })}
      ${choose(page, { name: 'group', label: t('field.group'), options: records.map((id): [string, string] => [id, groupNameOf(page, id)]) })}
      ${withFields(page)} ${whenFields(page, null, t('field.first-day'))} ${restFields(page)}`,
    says: () => {
      const planned = plannedOf(page);
      if (!isWhole(planned)) return [];
      const day = planned.start.slice(0, 10);
      const repeat = repeatText(t, planned.rrule, day, planned.rrule === null ? null : untilOf(page), app.format.locale);
      return [
        t('says.plan', {
          groups: planned.groups.map((id) => groupNameOf(page, id)),
          title: planned.title,
          repeat,
          time: planned.start.slice(11),
          zone: zoneName(planned.zone),
          length: planned.length,
        }),
        ...(planned.place ? [t('says.place', { place: planned.place })] : []),
        ...seenSays(page, planned),
      ];
    },
    send: async () => {
      const made = await app.api.call('createMeeting', { params: { scope }, body: plannedOf(page) });
      return { meeting: made.id, day: made.start.slice(0, 10) };
    },
  };
}

/** What differs from the meeting, as fields of the contract. */
function changesOf(page: FormPage, { meeting, occurrence }: Held): MeetingChange {
  const planned = plannedOf(page);
  const before: Planned = { ...plannedOf({ ...page, values: valuesOfMeeting(meeting, occurrence.day) }) };
  return Object.fromEntries(
    (Object.keys(planned) as (keyof Planned)[])
      .filter((name) => JSON.stringify(planned[name]) !== JSON.stringify(before[name]))
      .map((name) => [name, planned[name]]),
  );
}

/** Times of a series hold from the day that is looked at on, as far as earlier ones are over. */
const isLater = ({ meeting, occurrence }: Held): boolean => meeting.rrule !== null && occurrence.day > meeting.start.slice(0, 10);
const TIMES = ['start', 'zone', 'rrule', 'length'] as const;

export function changeMeeting(page: FormPage, held: Held): ChangeForm {
  const { t, app, scope } = page;
  const { meeting, occurrence } = held;
  const from = () => (isLater(held) && valueOf(page, 'from') !== 'all' ? occurrence.day : null);
  const body = (): MeetingChange => {
    const changes = changesOf(page, held);
    if (from() !== null) return { ...changes, from: from()! };
    // Of the whole series only the time of its own first day changes.
    if (changes.start !== undefined && meeting.rrule !== null && occurrence.day !== meeting.start.slice(0, 10) && changes.start.slice(0, 10) === occurrence.day)
      return { ...changes, start: `${meeting.start.slice(0, 10)}T${changes.start.slice(11)}` };
    return changes;
  };
  return {
    heading: t('form.change'),
    save: t('form.save'),
    fields: () =>
      html`${
        isLater(held)
          ? choose(page, {
              name: 'from',
              label: t('field.from'),
              options: [
                ['', app.format.date(occurrence.day)],
                ['all', t('field.from.all')],
              ],
            })
          : nothing
      }
      ${input(page, { name: 'title', label: t('field.title'), required: true })} ${whenFields(page, meeting.rrule, t('field.day'))} ${restFields(page)}`,
    says: () => {
      if (!isWhole(plannedOf(page))) return [];
      const said = changedSays(page, held);
      if (said.length === 0) return [];
      const isTimes = TIMES.some((name) => name in changesOf(page, held));
      return [
        ...said,
        ...(from() !== null ? [t('says.from', { day: from()! })] : []),
        ...seenSays(page, plannedOf(page)),
        ...(isTimes || from() ? [t('says.calendars')] : []),
      ];
    },
    send: async () => {
      const changed = await app.api.call('changeMeeting', { params: { scope, meeting: meeting.id }, body: body() });
      const start = changed.start.slice(0, 10);
      // One that takes place once is named by its day; a series that follows begins on its first.
      return { meeting: changed.id, day: changed.id !== meeting.id || changed.rrule === null ? start : occurrence.day };
    },
  };
}

/** Each field from what to what. */
function changedSays(page: FormPage, { meeting, occurrence }: Held): string[] {
  const { t, app } = page;
  const { locale } = app.format;
  const changes = changesOf(page, { meeting, occurrence });
  const yes = (text: string | null) => text ?? '–';
  const said = (name: string, before: string, after: string) => t('says.changed', { field: name, before, after });
  const day = occurrence.day;
  const repeat = (rule: string | null, at: string, until: string | null) => repeatText(t, rule, at, rule === null ? null : until, locale);
  const at = (start: string) => `${app.format.date(start.slice(0, 10))}, ${start.slice(11)}`;
  return [
    ...(changes.title === undefined ? [] : [said(t('field.title'), meeting.title, changes.title)]),
    ...(changes.start === undefined ? [] : [said(t('meeting.when'), at(`${day}T${meeting.start.slice(11)}`), at(changes.start))]),
    ...(changes.zone === undefined ? [] : [said(t('field.zone'), meeting.zone, changes.zone)]),
    ...(changes.length === undefined ? [] : [said(t('field.length'), String(meeting.length), String(changes.length))]),
    ...(changes.rrule === undefined
      ? []
      : [said(t('meeting.repeats'), repeat(meeting.rrule, day, meeting.until), repeat(changes.rrule, valueOf(page, 'day'), untilOf(page)))]),
    ...(changes.place === undefined ? [] : [said(t('field.place'), yes(meeting.place), yes(changes.place))]),
    ...(changes.link === undefined ? [] : [said(t('field.link'), yes(meeting.link), yes(changes.link))]),
    ...(changes.linkPublic === undefined ? [] : [said(t('field.link-public'), meeting.linkPublic ? '✓' : '–', changes.linkPublic ? '✓' : '–')]),
    ...(changes.note === undefined ? [] : [said(t('field.note'), yes(meeting.note), yes(changes.note))]),
    ...(changes.visibility === undefined ? [] : [said(t('field.who-sees'), t(`meeting.${meeting.visibility}`), t(`meeting.${changes.visibility}`))]),
  ];
}

/** First fields of a new meeting: ten in the morning of tomorrow, on the reader’s clock, or on that of meetings there are. */
export const firstValues = (page: Pick<FormPage, 'records' | 'today'>, zone: string): Record<string, string> => ({
  group: page.records[0] ?? '',
  day: addDays(page.today, 1),
  time: '10:00',
  length: '90',
  zone,
  repeats: '',
  visibility: 'members',
});
