/** A labelled field with its hint and its fault, wired for readers of the screen. */
import { html, nothing, type TemplateResult } from 'lit';
import { ApiProblem } from './api.ts';
import type { Translate } from '../i18n/translate.ts';
import { refusalText } from './refusals.ts';
import { icon } from '../ui/icon.ts';
import './form.css';

export interface Field {
  name: string;
  /** Where several forms of a page have a field of this name. */
  id?: string;
  label: string;
  type?: 'text' | 'email' | 'password' | 'date' | 'time' | 'number';
  value?: string;
  hint?: string;
  fault?: string | undefined;
  required?: boolean;
  autocomplete?: string;
  rows?: number;
  disabled?: boolean;
  /** The keys that a phone shows. */
  inputmode?: 'numeric';
  /** For codes, which run from left to right in every language. */
  dir?: 'ltr';
}

export function field({
  name,
  id = name,
  label,
  type = 'text',
  value = '',
  hint,
  fault,
  required,
  autocomplete,
  rows,
  disabled,
  inputmode,
  dir,
}: Field): TemplateResult {
  const describedBy = [hint ? `${id}-hint` : '', fault ? `${id}-fault` : ''].filter(Boolean).join(' ') || nothing;
  const input = rows
    ? html`<textarea id=${id} name=${name} rows=${rows} dir="auto" ?disabled=${disabled} aria-describedby=${describedBy} .value=${value}></textarea>`
    : html`<input
        id=${id}
        name=${name}
        type=${type}
        dir=${dir ?? (type === 'text' ? 'auto' : nothing)}
        inputmode=${inputmode ?? nothing}
        autocapitalize=${dir ? 'none' : nothing}
        spellcheck=${dir ? 'false' : nothing}
        .value=${value}
        ?required=${required}
        ?disabled=${disabled}
        autocomplete=${autocomplete ?? nothing}
        aria-describedby=${describedBy}
        aria-invalid=${fault ? 'true' : nothing}
      />`;
  return html`<div class="field">
    <label for=${id}>${label}</label>
    ${input} ${hint ? html`<p class="small muted" id="${id}-hint">${hint}</p>` : nothing}
    ${fault ? html`<p class="small field-fault" id="${id}-fault">${icon('error', 14)} ${fault}</p>` : nothing}
  </div>`;
}

export interface Choice extends Pick<Field, 'name' | 'id' | 'label' | 'value' | 'hint' | 'fault' | 'disabled'> {
  options: readonly (readonly [value: string, text: string])[];
}

/** A labelled choice of one of several, with its hint and its fault. */
export function choice({ name, id = name, label, options, value = '', hint, fault, disabled = false }: Choice): TemplateResult {
  const describedBy = [hint ? `${id}-hint` : '', fault ? `${id}-fault` : ''].filter(Boolean).join(' ') || nothing;
  return html`<div class="field">
    <label for=${id}>${label}</label>
    <select class="select" id=${id} name=${name} ?disabled=${disabled} aria-describedby=${describedBy} aria-invalid=${fault ? 'true' : nothing}>
      ${options.map(([key, text]) => html`<option value=${key} .selected=${key === value}>${text}</option>`)}
    </select>
    ${hint ? html`<p class="small muted" id="${id}-hint">${hint}</p>` : nothing}
    ${fault ? html`<p class="small field-fault" id="${id}-fault">${icon('error', 14)} ${fault}</p>` : nothing}
  </div>`;
}

/** Something that is so or is not: `yes` or nothing. */
export function tick({
  name,
  label,
  hint,
  checked = false,
  fault,
}: {
  name: string;
  label: string;
  hint?: string;
  checked?: boolean;
  fault?: string | undefined;
}): TemplateResult {
  return html`<div class="edit-check">
    <label
      ><input type="checkbox" name=${name} value="yes" .checked=${checked} aria-invalid=${fault ? 'true' : nothing} />
      <span>${label}${hint ? html`<span class="small muted"> ${hint}</span>` : nothing}</span></label
    >
    ${fault ? html`<p class="small field-fault">${icon('error', 14)} ${fault}</p>` : nothing}
  </div>`;
}

/** What will have happened, in sentences, read aloud as the form is filled in. @param ending whether something ends by it */
export function renderSays(title: string, said: readonly string[], ending = false): TemplateResult {
  return html`<div class="edit-says" role="status" ?data-ending=${ending}>
    ${
      said.length > 0
        ? html`<p class="small">${icon('info', 16)} ${title}</p>
            <ul>
              ${said.map((sentence) => html`<li dir="auto">${sentence}</li>`)}
            </ul>`
        : nothing
    }
  </div>`;
}

/** What a form holds, by field name, outer blanks taken off; those of a password belong to it. */
export function valuesOf(form: HTMLFormElement): Record<string, string> {
  const isPassword = (name: string) => (form.elements.namedItem(name) as HTMLInputElement | null)?.type === 'password';
  return Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, typeof value === 'string' ? (isPassword(name) ? value : value.trim()) : '']));
}

/** In the language of the page. */
const faultText = ({ detail, texts }: NonNullable<ApiProblem['problem']['errors']>[number]): string =>
  refusalText(detail, { texts }, globalThis.document?.documentElement.lang ?? 'en');

/** The server's faults by field: `/title` → `title`. */
export function faultsOf(error: unknown): Record<string, string> {
  if (!(error instanceof ApiProblem)) return {};
  return Object.fromEntries((error.problem.errors ?? []).map((fault) => [fault.pointer.slice(1).split('/')[0]!, faultText(fault)]));
}

/** What went wrong with a request, in one sentence, read aloud. @param own what the page says of it in the reader's language */
export function failure(error: unknown, t: Translate, own: string | null = null): TemplateResult | typeof nothing {
  if (!error) return nothing;
  const said =
    own ?? (error instanceof ApiProblem && error.isSaid ? error.message : t(error instanceof ApiProblem ? 'state.failed.detail' : 'state.offline.detail'));
  return html`<p class="notice notice-error" role="alert">${icon('error', 18)} <span dir="auto">${said}</span></p>`;
}
