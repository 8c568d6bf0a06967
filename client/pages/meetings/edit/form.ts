/** What forms of meetings are made of, and what they offer to choose from. */
import type { TemplateResult } from 'lit';
import type { DatasetAnswer } from '../../../../server/contract/datasets/api.ts';
import type { GroupLabel } from '../../../../server/contract/meetings/meetings.ts';
import { choice, field, tick } from '../../../kit/form.ts';
import type { App } from '../../../kit/view.ts';
import type { FormOf } from '../../../kit/workgroup/changes.ts';
import { shortOf } from '../../../kit/workgroup/names.ts';
import type { Words } from '../words.ts';

/** What can be chosen; empty while it is on its way. */
export interface Choices {
  organisations: { id: string; name: string; groups: readonly string[] }[];
  documents: { id: string; title: string; kind: string; group: string }[];
  datasets: DatasetAnswer[];
  maps: { id: string; title: string }[];
}
export const NO_CHOICES: Choices = { organisations: [], documents: [], datasets: [], maps: [] };

/** What a form may read. */
export interface FormPage {
  t: Words;
  app: App;
  scope: string;
  today: string;
  /** Open groups with what they are called, and those in which the reader records. */
  groups: readonly GroupLabel[];
  records: readonly string[];
  /** Groups that everybody may see. */
  isPublic: (group: string) => boolean;
  choices: Choices;
  values: Readonly<Record<string, string>>;
  faults: Readonly<Record<string, string>>;
}

/** The meeting that is shown then; null: the page stays; `gone`: what it showed is gone. */
export type Done = { meeting: string; day: string } | 'gone' | null;
export type ChangeForm = FormOf<Done>;

export const valueOf = ({ values }: FormPage, name: string): string => values[name] ?? '';
export const orNull = (text: string): string | null => (text === '' ? null : text);

type Given<T> = Omit<T, 'value' | 'fault' | 'id'>;
export const input = (page: FormPage, given: Given<Parameters<typeof field>[0]>): TemplateResult =>
  field({ autocomplete: 'off', ...given, id: `edit-${given.name}`, value: valueOf(page, given.name), fault: page.faults[given.name] });
export const choose = (page: FormPage, given: Given<Parameters<typeof choice>[0]>): TemplateResult =>
  choice({ ...given, id: `edit-${given.name}`, value: valueOf(page, given.name), fault: page.faults[given.name] });
export const check = (page: FormPage, given: { name: string; label: string; hint?: string }): TemplateResult =>
  tick({ ...given, checked: valueOf(page, given.name) === 'yes', fault: page.faults[given.name] });

export const groupNameOf = ({ groups, app }: FormPage, id: string): string => {
  const group = groups.find((each) => each.id === id);
  return group ? shortOf(group, app.language) : id;
};
