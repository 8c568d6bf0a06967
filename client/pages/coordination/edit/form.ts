/** What the forms of changes have in common. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Group, OrganisationsAnswer } from '../../../../server/contract/groups/groups.ts';
import type { GroupAnswer, PersonsAnswer } from '../../../../server/contract/groups/people.ts';
import type codeMessages from '../../../../server/words/en/interface/codes.ts';
import type groupEditMessages from '../../../../server/words/en/interface/workgroup/groupEdit.ts';
import type { Translate } from '../../../i18n/translate.ts';
import type { App } from '../../../kit/view.ts';
import type { FormOf } from '../../../kit/workgroup/changes.ts';
import { icon } from '../../../ui/icon.ts';
import type { CoordinationKey } from '../words.ts';

export type EditKey = CoordinationKey | keyof typeof groupEditMessages | keyof typeof codeMessages;

/** An organisation that may be given a seat. */
export type Registered = OrganisationsAnswer['organisations'][number];

/** What a form stands on. */
export interface FormPage {
  app: App;
  t: Translate<EditKey>;
  scope: string;
  /** The group that is changed; null where the first one is made. */
  subject: GroupAnswer | null;
  today: string;
  /** Of the scope. */
  groups: readonly Group[];
  organisations: readonly Registered[];
  persons: PersonsAnswer['persons'];
  /** What the fields hold, by name; '' and absent are the same. */
  values: Readonly<Record<string, string>>;
  /** Sentences by field. */
  faults: Readonly<Record<string, string>>;
  set: (values: Record<string, string>) => void;
}

/** Sent, it gives the id of the group to go to; null to stay. */
export type ChangeForm = FormOf<string | null>;

/** What a field holds; '' where it holds nothing. */
export const valueOf = ({ values }: FormPage, name: string): string => values[name] ?? '';

/** A text, or null where the field is empty. */
export const orNull = (text: string): string | null => (text === '' ? null : text);

export interface Choice {
  name: string;
  label: string;
  options: readonly [value: string, text: string][];
  hint?: string;
  /** What is chosen where the field says nothing. */
  first?: string;
}

/** A list to choose from, with its hint and its fault. */
export function choose(page: FormPage, { name, label, options, hint, first = '' }: Choice): TemplateResult {
  const value = page.values[name] ?? first;
  const fault = page.faults[name];
  return html`<div class="field">
    <label for="edit-${name}">${label}</label>
    <select
      id="edit-${name}"
      name=${name}
      class="select"
      aria-describedby=${fault ? `edit-${name}-fault` : hint ? `edit-${name}-hint` : nothing}
      aria-invalid=${fault ? 'true' : nothing}
    >
      ${options.map(([key, text]) => html`<option value=${key} .selected=${key === value}>${text}</option>`)}
    </select>
    ${hint ? html`<p class="small muted" id="edit-${name}-hint">${hint}</p>` : nothing} ${faultText(`edit-${name}-fault`, fault)}
  </div>`;
}

/** What is wrong with a field, in words. */
export const faultText = (id: string, fault: string | undefined): TemplateResult | typeof nothing =>
  fault ? html`<p class="small field-fault" id=${id}>${icon('error', 14)} <span dir="auto">${fault}</span></p>` : nothing;

export interface Input {
  name: string;
  label: string;
  type?: 'text' | 'date' | 'email' | 'url';
  hint?: string;
  required?: boolean;
  rows?: number;
  /** For codes and addresses, which run from left to right in every language. */
  dir?: 'ltr';
  list?: string;
}

/** A field to type into, with its hint and its fault. */
export function input(page: FormPage, { name, label, type = 'text', hint, required, rows, dir, list }: Input): TemplateResult {
  const value = valueOf(page, name);
  const fault = page.faults[name];
  const id = `edit-${name}`;
  const described = [hint ? `${id}-hint` : '', fault ? `${id}-fault` : ''].filter(Boolean).join(' ') || nothing;
  return html`<div class="field">
    <label for=${id}>${label}</label>
    ${
      rows
        ? html`<textarea
            id=${id}
            name=${name}
            rows=${rows}
            dir="auto"
            aria-describedby=${described}
            aria-invalid=${fault ? 'true' : nothing}
            .value=${value}
          ></textarea>`
        : html`<input
            id=${id}
            name=${name}
            type=${type}
            dir=${dir ?? (type === 'text' ? 'auto' : nothing)}
            list=${list ?? nothing}
            autocomplete="off"
            ?required=${required}
            aria-describedby=${described}
            aria-invalid=${fault ? 'true' : nothing}
            .value=${value}
          />`
    }
    ${hint ? html`<p class="small muted" id="${id}-hint">${hint}</p>` : nothing} ${faultText(`${id}-fault`, fault)}
  </div>`;
}

/** Something that is so or is not: `yes` or nothing. */
export function check(page: FormPage, name: string, label: string, hint?: string): TemplateResult {
  return html`<div class="edit-check">
    <label
      ><input type="checkbox" name=${name} value="yes" .checked=${valueOf(page, name) === 'yes'} />
      <span>${label}${hint ? html`<span class="small muted"> ${hint}</span>` : nothing}</span></label
    >
    ${faultText(`edit-${name}-fault`, page.faults[name])}
  </div>`;
}

/** First and last day, side by side. */
export function days(page: FormPage, labels: { start: string; end: string }): TemplateResult {
  return html`<div class="edit-days">
    ${input(page, { name: 'start', label: labels.start, type: 'date' })}
    ${input(page, { name: 'end', label: labels.end, type: 'date', hint: page.t('edit.end.hint') })}
  </div>`;
}
