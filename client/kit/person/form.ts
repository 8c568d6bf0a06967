/** The fields of a person, each with who sees it; the same for oneself and for whoever enters somebody on their behalf. */
import { html, nothing, type TemplateResult } from 'lit';
import type { PersonField, Visibility } from '../../../server/contract/contacts/contacts.ts';
import type commonMessages from '../../../server/words/en/interface/common.ts';
import type contactMessages from '../../../server/words/en/interface/workgroup/contacts.ts';
import type { Translate } from '../../i18n/translate.ts';
import { icon } from '../../ui/icon.ts';
import { KINDS, LABELS, MOST_CONTACTS, newContact, widthsUpTo, type DraftContact, type PersonDraft } from './draft.ts';
import './form.css';

export type PersonKey = keyof typeof contactMessages | keyof typeof commonMessages;
export type PersonWords = Translate<PersonKey>;

export interface PersonForm {
  t: PersonWords;
  /** Before the names of fields, where a page has several forms. */
  id: string;
  draft: PersonDraft;
  /** Sentences by field; of contacts by `contacts`. */
  faults: Readonly<Record<string, string>>;
  /** That may be chosen, in the order in which they are offered. */
  organisations: readonly { id: string; name: string }[];
  set: (patch: Partial<PersonDraft>) => void;
  /** The widest that may be chosen; everything for oneself. null: who sees what is not asked. */
  widest: ((what: PersonField | DraftContact) => Visibility) | null;
}

/** All fields. The form reads them as they are typed. */
export function renderPersonForm(form: PersonForm): TemplateResult {
  const { t } = form;
  return html`<div class="person-form">
    ${row(form, 'name', html`${text(form, 'name', t('entry.name'))}`)}
    <div class="person-pair">${text(form, 'given', t('entry.given'))} ${text(form, 'family', t('entry.family'))}</div>
    ${row(form, 'organisation', organisation(form))} ${row(form, 'jobTitle', text(form, 'jobTitle', t('entry.jobTitle')))}
    ${row(form, 'dutyStation', text(form, 'station', t('entry.station'), t('entry.station.hint')))}
    ${row(form, 'languages', text(form, 'languages', t('entry.languages'), t('entry.languages.hint'), true))}
    ${form.widest ? row(form, 'role', html`<p class="field-label person-role">${t('field.role')}</p>`) : nothing} ${renderContacts(form)}
  </div>`;
}

const row = (form: PersonForm, field: PersonField, content: TemplateResult): TemplateResult =>
  form.widest === null
    ? content
    : html`<div class="person-row">
        ${content}
        ${who(form, `${form.id}-${field}-who`, form.t(`field.${field}`), form.draft.visibility[field], form.widest(field), (visibility) =>
          form.set({ visibility: { ...form.draft.visibility, [field]: visibility } }),
        )}
      </div>`;

/** Who sees one thing. What is chosen stays on offer, whatever the widest is. */
function who({ t }: PersonForm, id: string, field: string, value: Visibility, widest: Visibility, choose: (value: Visibility) => void): TemplateResult {
  const offered = widthsUpTo(widest);
  const choices = offered.includes(value) ? offered : [...offered, value];
  return html`<div class="person-who">
    <label class="small muted" for=${id}>${icon('eye', 14)} ${t('entry.who')}<span class="visually-hidden">: ${field}</span></label>
    <select id=${id} class="select" data-visibility=${value} @change=${(event: Event) => choose((event.target as HTMLSelectElement).value as Visibility)}>
      ${choices.map((each) => html`<option value=${each} .selected=${each === value}>${t(`visibility.${each}`)}</option>`)}
    </select>
  </div>`;
}

const fault = (id: string, said: string | undefined): TemplateResult | typeof nothing =>
  said ? html`<p class="small field-fault" id=${id}>${icon('error', 14)} <span dir="auto">${said}</span></p>` : nothing;

type TextField = 'name' | 'given' | 'family' | 'jobTitle' | 'station' | 'languages';

function text(form: PersonForm, name: TextField, label: string, hint = '', isCode = false): TemplateResult {
  const id = `${form.id}-${name}`;
  const said = form.faults[name === 'station' ? 'dutyStation' : name];
  const described = [hint ? `${id}-hint` : '', said ? `${id}-fault` : ''].filter(Boolean).join(' ') || nothing;
  return html`<div class="field">
    <label for=${id}>${label}</label>
    <input
      id=${id}
      name=${name}
      type="text"
      dir=${isCode ? 'ltr' : 'auto'}
      autocomplete="off"
      ?required=${name === 'name'}
      aria-describedby=${described}
      aria-invalid=${said ? 'true' : nothing}
      .value=${form.draft[name]}
      @input=${(event: Event) => form.set({ [name]: (event.target as HTMLInputElement).value })}
    />
    ${hint ? html`<p class="small muted" id="${id}-hint">${hint}</p>` : nothing} ${fault(`${id}-fault`, said)}
  </div>`;
}

function organisation(form: PersonForm): TemplateResult {
  const { t, draft, organisations } = form;
  const id = `${form.id}-organisation`;
  const isKnown = draft.organisation === '' || organisations.some((each) => each.id === draft.organisation);
  return html`<div class="field">
    <label for=${id}>${t('entry.organisation')}</label>
    <select id=${id} class="select" @change=${(event: Event) => form.set({ organisation: (event.target as HTMLSelectElement).value })}>
      <option value="" .selected=${draft.organisation === ''}>${t('entry.organisation.none')}</option>
      ${isKnown ? nothing : html`<option value=${draft.organisation} .selected=${true}>${draft.organisation}</option>`}
      ${organisations.map((each) => html`<option value=${each.id} .selected=${each.id === draft.organisation}>${each.name}</option>`)}
    </select>
    ${fault(`${id}-fault`, form.faults['organisation'])}
  </div>`;
}

function renderContacts(form: PersonForm): TemplateResult {
  const { t, draft, faults } = form;
  return html`<fieldset class="person-contacts">
    <legend>${t('entry.contacts')}</legend>
    <p class="small muted">${t('entry.contact.value.hint')}</p>
    ${draft.contacts.length === 0 ? html`<p class="muted">${t('entry.contact.none')}</p>` : draft.contacts.map((_, at) => renderContact(form, at))}
    ${fault(`${form.id}-contacts-fault`, faults['contacts'])}
    <p>
      <button
        type="button"
        class="button"
        ?disabled=${draft.contacts.length >= MOST_CONTACTS}
        @click=${() => form.set({ contacts: [...draft.contacts, newContact('phone')] })}
      >
        ${icon('plus', 18)} ${t('entry.contact.add')}
      </button>
    </p>
  </fieldset>`;
}

function renderContact(form: PersonForm, at: number): TemplateResult {
  const { t, draft, faults } = form;
  const contact = draft.contacts[at]!;
  const id = `${form.id}-contact-${at}`;
  const said = faults[`contacts.${at}`];
  const change = (patch: Partial<DraftContact>) => form.set({ contacts: draft.contacts.map((each, i) => (i === at ? { ...each, ...patch } : each)) });
  const pick = (event: Event) => (event.target as HTMLSelectElement).value;
  const setKind = (kind: DraftContact['kind']) => {
    const visibility = newContact(kind).visibility;
    change(contact.id === null ? { kind, visibility } : { kind });
  };
  const hasService = contact.kind === 'messenger' || contact.kind === 'other';
  return html`<div class="person-contact" data-plain=${form.widest === null} role="group" aria-label=${contact.value || t(`contacts.kind.${contact.kind}`)}>
    <select class="select" aria-label=${t('entry.contact.kind')} @change=${(event: Event) => setKind(pick(event) as DraftContact['kind'])}>
      ${KINDS.map((kind) => html`<option value=${kind} .selected=${kind === contact.kind}>${t(`contacts.kind.${kind}`)}</option>`)}
    </select>
    <div class="field person-value">
      <input
        id=${id}
        aria-label=${t('entry.contact.value')}
        dir="ltr"
        type=${contact.kind === 'email' ? 'email' : contact.kind === 'phone' ? 'tel' : 'text'}
        autocomplete="off"
        aria-invalid=${said ? 'true' : nothing}
        aria-describedby=${said ? `${id}-fault` : nothing}
        .value=${contact.value}
        @input=${(event: Event) => change({ value: (event.target as HTMLInputElement).value })}
      />
      ${fault(`${id}-fault`, said)}
    </div>
    ${
      hasService
        ? html`<div class="field person-service">
            <input
              aria-label=${t('entry.contact.service')}
              placeholder=${t('entry.contact.service.hint')}
              .value=${contact.service}
              @input=${(event: Event) => change({ service: (event.target as HTMLInputElement).value })}
            />
          </div>`
        : nothing
    }
    <select class="select" aria-label=${t('entry.contact.label')} @change=${(event: Event) => change({ label: pick(event) as DraftContact['label'] })}>
      ${LABELS.map((label) => html`<option value=${label} .selected=${label === contact.label}>${t(`contacts.label.${label}`)}</option>`)}
    </select>
    ${
      form.widest === null
        ? nothing
        : who(form, `${id}-who`, contact.value || t(`contacts.kind.${contact.kind}`), contact.visibility, form.widest(contact), (visibility) =>
            change({ visibility }),
          )
    }
    <label class="person-preferred small"
      ><input type="checkbox" .checked=${contact.preferred} @change=${(event: Event) => change({ preferred: (event.target as HTMLInputElement).checked })} />
      ${t('entry.contact.preferred')}</label
    >
    <button
      type="button"
      class="link small person-remove"
      aria-label=${t('entry.contact.remove.of', { value: contact.value || t(`contacts.kind.${contact.kind}`) })}
      @click=${() => form.set({ contacts: draft.contacts.filter((_, i) => i !== at) })}
    >
      ${t('entry.contact.remove')}
    </button>
  </div>`;
}
