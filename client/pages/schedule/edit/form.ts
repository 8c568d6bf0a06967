/** What the forms of the schedule may read, and what their fields say of an entry. Pure, but for drawing. */
import type { TemplateResult } from 'lit';
import type { Entry, EntryFields, Frequency, Series } from '../../../../server/contract/schedule/schedule.ts';
import { choice, field } from '../../../kit/form.ts';
import type { FormOf } from '../../../kit/workgroup/changes.ts';
import type { ScheduleModel } from '../model.ts';
import type { Words } from '../words.ts';

/** `removed`: what the page showed is gone. */
export type Done = 'changed' | 'removed';
export type ChangeForm = FormOf<Done>;

export interface FormPage {
  t: Words;
  model: ScheduleModel;
  values: Readonly<Record<string, string>>;
  faults: Readonly<Record<string, string>>;
}

/** So many steps a form has room for; an entry keeps the rest that it has. */
export const STEPS = [1, 2, 3] as const;

export const valueOf = ({ values }: Pick<FormPage, 'values'>, name: string): string => values[name] ?? '';
const orNull = (text: string): string | null => (text === '' ? null : text);

type Given<T> = Omit<T, 'value' | 'fault' | 'id'>;
export const input = (page: FormPage, given: Given<Parameters<typeof field>[0]>): TemplateResult =>
  field({ autocomplete: 'off', ...given, id: `edit-${given.name}`, value: valueOf(page, given.name), fault: page.faults[given.name] });
export const choose = (page: FormPage, given: Given<Parameters<typeof choice>[0]>): TemplateResult =>
  choice({ ...given, id: `edit-${given.name}`, value: valueOf(page, given.name), fault: page.faults[given.name] });

export const isHere = (page: Pick<FormPage, 'values'>): boolean => valueOf(page, 'dataset') !== '';
export const isByRule = (page: Pick<FormPage, 'values'>): boolean => valueOf(page, 'rhythm') === 'rule';

/** The entry that the fields describe. @param kept steps beyond those that the form has room for */
export function saidOf(page: FormPage, kept: Entry['steps'] = []): EntryFields {
  const of = (name: string) => valueOf(page, name);
  const given = (name: string) => orNull(of(name));
  const here = isHere(page);
  const rhythm = of('rhythm');
  const steps = STEPS.flatMap((n) => {
    const [from, to, before] = [of(`from${n}`), of(`to${n}`), of(`before${n}`)];
    return from !== '' && to !== '' && /^\d{1,3}$/.test(before) ? [{ from, to, before: Number(before) } as Entry['steps'][number]] : [];
  });
  const [overdue, delinquent] = [Number(of('overdue')), Number(of('delinquent'))];
  return {
    series: of('series') as Series,
    title: of('title'),
    dataset: given('dataset') as EntryFields['dataset'],
    link: given('link'),
    group: given('group'),
    organisation: given('organisation'),
    frequency: rhythm === '' || rhythm === 'rule' ? null : (Number(rhythm) as Frequency),
    rrule: rhythm === 'rule' ? given('rule') : null,
    from: given('first'),
    covers: given('covers') as EntryFields['covers'],
    grace: overdue > 0 && delinquent > 0 ? { overdue, delinquent } : null,
    steps: [...steps, ...kept.slice(STEPS.length)],
    completeness: of('completeness') === 'incomplete' ? 'incomplete' : 'complete',
    comment: given('comment'),
    sensitivity: here ? null : (given('sensitivity') as EntryFields['sensitivity']),
    access: given('access') as EntryFields['access'],
    format: given('format'),
    changed: here ? null : given('changed'),
    dataUntil: here ? null : given('dataUntil'),
    visibility: of('visibility') === 'members' ? 'members' : 'public',
  };
}

/** The fields as an entry has them. */
export const valuesOfEntry = (entry: Entry): Record<string, string> => ({
  series: entry.series,
  title: entry.title,
  dataset: entry.dataset ?? '',
  link: entry.link ?? '',
  group: entry.group ?? '',
  organisation: entry.organisation ?? '',
  rhythm: entry.rrule !== null ? 'rule' : String(entry.frequency ?? ''),
  rule: entry.rrule ?? '',
  first: entry.from ?? '',
  covers: entry.covers ?? '',
  overdue: String(entry.grace?.overdue ?? ''),
  delinquent: String(entry.grace?.delinquent ?? ''),
  ...Object.fromEntries(
    entry.steps.slice(0, STEPS.length).flatMap(({ from, to, before }, turn) => [
      [`from${turn + 1}`, from],
      [`to${turn + 1}`, to],
      [`before${turn + 1}`, String(before)],
    ]),
  ),
  completeness: entry.completeness,
  comment: entry.comment ?? '',
  sensitivity: entry.sensitivity ?? '',
  access: entry.access ?? '',
  format: entry.format ?? '',
  // A moment is changed as a day; the form leaves it alone where nobody does.
  changed: entry.changed?.slice(0, 10) ?? '',
  dataUntil: entry.dataUntil ?? '',
  visibility: entry.visibility,
});
