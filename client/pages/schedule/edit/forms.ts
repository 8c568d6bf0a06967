/** Forms of the schedule: added, changed, confirmed, taken off. Each says what will have happened before it is sent. */
import { nothing } from 'lit';
import type { Entry, EntryChange, EntryFields } from '../../../../server/contract/schedule/schedule.ts';
import { repeatText } from '../../../kit/workgroup/when.ts';
import { dataText, frequencyText, rhythmText, seriesText, stepText } from '../words.ts';
import { entryFields } from './fields.ts';
import { input, saidOf, valueOf, valuesOfEntry, type ChangeForm, type FormPage } from './form.ts';

const isWhole = ({ series, title, from, rrule }: EntryFields, page: FormPage): boolean =>
  (series !== 'own' || title !== '') && (valueOf(page, 'rhythm') !== 'rule' || (rrule !== null && from !== null));

/** When it is due, in words. */
function dueSays({ t, model }: FormPage, { frequency, rrule, from }: EntryFields): string {
  if (rrule !== null) return t('schedule.says.rule', { repeat: repeatText(t, rrule, from!, null, model.app.format.locale), day: from! });
  if (frequency === null || frequency <= 0) return t('schedule.says.calm');
  return t('schedule.says.every', { rhythm: frequencyText(t, frequency) });
}

const seenSays = ({ t }: FormPage, { visibility }: EntryFields): string => t(`schedule.says.${visibility}`);

export function add(page: FormPage): ChangeForm {
  const { t, model } = page;
  return {
    heading: t('schedule.form.add'),
    save: t('schedule.add'),
    fields: () => entryFields(page),
    says: () => {
      const said = saidOf(page);
      if (!isWhole(said, page)) return [];
      return [
        t('schedule.says.add', { name: seriesText(t, said), custodian: model.custodianOf(said) || t('schedule.nobody') }),
        dueSays(page, said),
        ...(said.dataset ? [t('schedule.says.dataset', { data: dataText(t, said.dataset) })] : []),
        seenSays(page, said),
      ];
    },
    send: async () => {
      await model.app.api.call('createScheduleEntries', { params: { scope: model.scope }, body: { entries: [saidOf(page)] } });
      return 'changed';
    },
  };
}

/** What differs from the entry, as fields of the contract. */
function changesOf(page: FormPage, entry: Entry): EntryChange {
  const said = saidOf(page, entry.steps);
  const before = saidOf({ ...page, values: valuesOfEntry(entry) }, entry.steps);
  const differs = (name: keyof EntryFields) => JSON.stringify(said[name]) !== JSON.stringify(before[name]);
  return Object.fromEntries((Object.keys(said) as (keyof EntryFields)[]).filter(differs).map((name) => [name, said[name]]));
}

const LABELS = {
  series: 'schedule.field.series',
  title: 'schedule.field.title',
  dataset: 'schedule.field.dataset',
  link: 'schedule.field.link',
  group: 'schedule.field.group',
  organisation: 'schedule.field.organisation',
  from: 'schedule.field.first',
  covers: 'schedule.field.covers',
  completeness: 'schedule.field.completeness',
  comment: 'schedule.field.comment',
  sensitivity: 'schedule.field.sensitivity',
  access: 'schedule.field.access',
  format: 'schedule.field.format',
  changed: 'schedule.field.changed',
  dataUntil: 'schedule.field.data-until',
  visibility: 'schedule.field.visibility',
} as const satisfies Partial<Record<keyof EntryFields, string>>;
type Labelled = keyof typeof LABELS;

/** A value as the form shows it. */
function shownOf({ t, model }: FormPage, name: Labelled, entry: EntryFields): string {
  const value = entry[name];
  if (value === null || value === '') return '–';
  const { date } = model.app.format;
  switch (name) {
    case 'series':
      return seriesText(t, { series: entry.series });
    case 'dataset':
      return dataText(t, entry.dataset!);
    case 'group':
      return model.groupName(entry.group!);
    case 'organisation':
      return model.organisationName(entry.organisation!);
    case 'from':
    case 'changed':
    case 'dataUntil':
      return date(entry[name]!);
    case 'covers':
      return t(`schedule.covers.${entry.covers!}`);
    case 'completeness':
      return t(`schedule.${entry.completeness}`);
    case 'sensitivity':
      return t(`sharing.class.${entry.sensitivity!}`);
    case 'access':
      return t(`schedule.access.${entry.access!}`);
    case 'visibility':
      return t(`schedule.visibility.${entry.visibility}`);
    default:
      return entry[name]!;
  }
}

/** Each field from what to what. */
function changedSays(page: FormPage, entry: Entry): string[] {
  const { t, model } = page;
  const changes = changesOf(page, entry);
  const after: EntryFields = { ...saidOf({ ...page, values: valuesOfEntry(entry) }, entry.steps), ...changes };
  const said = (field: string, before: string, now: string) => t('schedule.says.changed', { field, before, after: now });
  const { locale } = model.app.format;
  const steps = (of: EntryFields) => of.steps.map((step) => `${stepText(t, step)} (−${step.before})`).join(', ') || '–';
  const grace = (of: EntryFields) => (of.grace ? `${of.grace.overdue}, ${of.grace.delinquent}` : t('schedule.field.grace.hint'));
  return [
    ...(Object.keys(LABELS) as Labelled[])
      .filter((name) => name in changes)
      .map((name) => said(t(LABELS[name]), shownOf(page, name, entry), shownOf(page, name, after))),
    ...('frequency' in changes || 'rrule' in changes ? [said(t('schedule.field.rhythm'), rhythmText(t, entry, locale), rhythmText(t, after, locale))] : []),
    ...('steps' in changes ? [said(t('schedule.entry.steps'), steps(entry), steps(after))] : []),
    ...('grace' in changes ? [said(t('schedule.field.grace.overdue'), grace(entry), grace(after))] : []),
  ];
}

export function changeEntry(page: FormPage, entry: Entry): ChangeForm {
  const { t, model } = page;
  return {
    heading: t('schedule.form.change', { name: seriesText(t, entry) }),
    save: t('form.save'),
    fields: () => entryFields(page),
    says: () => {
      const said = saidOf(page, entry.steps);
      if (!isWhole(said, page)) return [];
      const changed = changedSays(page, entry);
      return changed.length === 0 ? [] : [...changed, t('schedule.says.calendars')];
    },
    send: async () => {
      await model.app.api.call('changeScheduleEntry', { params: { scope: model.scope, entry: entry.id }, body: changesOf(page, entry) });
      return 'changed';
    },
  };
}

export function review(page: FormPage, entry: Entry): ChangeForm {
  const { t, model } = page;
  return {
    heading: t('schedule.form.review', { name: seriesText(t, entry) }),
    save: t('schedule.review'),
    fields: () => input(page, { name: 'comment', label: t('schedule.field.comment'), rows: 2 }),
    says: () => [t('schedule.says.review'), t('schedule.says.calendars')],
    send: async () => {
      const comment = valueOf(page, 'comment') || null;
      await model.app.api.call('reviewScheduleEntry', { params: { scope: model.scope, entry: entry.id }, body: { comment } });
      return 'changed';
    },
  };
}

export function remove(page: FormPage, entry: Entry): ChangeForm {
  const { t, model } = page;
  return {
    heading: t('schedule.form.remove', { name: seriesText(t, entry) }),
    save: t('schedule.remove'),
    ending: true,
    fields: () => nothing,
    says: () => [t('schedule.says.remove')],
    send: async () => {
      await model.app.api.call('deleteScheduleEntry', { params: { scope: model.scope, entry: entry.id } });
      return 'removed';
    },
  };
}
