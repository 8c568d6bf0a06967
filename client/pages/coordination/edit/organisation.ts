/** Choosing an organisation: of those of the country, its 3W's too, or a new one in place. */
import { html, nothing, type TemplateResult } from 'lit';
import '../../../ui/combobox.ts';
import type { CodCombobox, Option } from '../../../ui/combobox.ts';
import { findOrganisations } from '../filter.ts';
import { fullNameOf } from '../structure.ts';
import { choose, faultText, input, orNull, valueOf, type FormPage } from './form.ts';

/** Codes of data/org-types.csv that are offered for a new organisation, the commonest first. */
const TYPES = ['437', '441', '504', '447', '435', '445', '501', '433', '438', '431', '446', '444', '443'] as const;
const NEW = '+';

/** Fields: `organisation` (an id), or `organisation-name` and what else is said of a new one. */
export function pickOrganisation(page: FormPage, label: string): TemplateResult {
  const { t, app, organisations } = page;
  const chosen = valueOf(page, 'organisation');
  const made = valueOf(page, 'organisation-name');
  const fault = page.faults['organisation'] ?? page.faults['name'];
  if (chosen || made) {
    const name = chosen ? chosenName(page) : made;
    return html`<div class="field">
        <span class="field-label">${label}</span>
        <p class="edit-chosen">
          <span><strong dir="auto">${name}</strong>${chosen ? nothing : html` <span class="badge">${t('edit.org.new.badge')}</span>`}</span>
          <button type="button" class="link small" @click=${() => page.set({ organisation: '', 'organisation-name': '', 'organisation-typed': '' })}>
            ${t('edit.org.other')}
          </button>
        </p>
        ${faultText('edit-organisation-fault', fault)}
      </div>
      ${
        chosen
          ? nothing
          : html`<div class="edit-days">
              ${input(page, { name: 'organisation-acronym', label: t('edit.org.acronym') })}
              ${choose(page, {
                name: 'organisation-type',
                label: t('edit.org.type'),
                options: [['', t('edit.not-said')], ...TYPES.map((code): [string, string] => [code, t(`org-type.${code}`)])],
              })}
            </div>`
      }`;
  }
  const typed = valueOf(page, 'organisation-typed');
  const found = findOrganisations(organisations, typed, app.language);
  const options: Option[] = found.map((each) => ({
    id: each.id,
    label: fullNameOf(each, app.language),
    detail: each.from === 'registry' ? t('edit.org.seats', { count: each.seats }) : t('edit.org.from-3w'),
    code: each.acronym ?? '',
    lang: app.language in each.names ? app.language : '',
  }));
  // The registry is kept by those who manage groups.
  if (typed.length > 1 && page.subject?.may.manage)
    options.push({ id: NEW, label: t('edit.org.new', { name: typed }), detail: t('edit.org.new.detail'), code: '', lang: '' });
  const pick = (event: CustomEvent<Option>) => {
    (event.currentTarget as CodCombobox).reset();
    page.set(event.detail.id === NEW ? { 'organisation-name': typed, 'organisation-typed': '' } : { organisation: event.detail.id, 'organisation-typed': '' });
  };
  return html`<div class="field">
    <span class="field-label" aria-hidden="true">${label}</span>
    <cod-combobox
      class="edit-combobox"
      .label=${label}
      .placeholder=${t('edit.org.placeholder')}
      .clear=${t('coordination.org.clear')}
      .options=${options}
      @search=${(event: CustomEvent<string>) => page.set({ 'organisation-typed': event.detail })}
      @choose=${pick}
    ></cod-combobox>
    ${faultText('edit-organisation-fault', fault)}
  </div>`;
}

/** What the chosen organisation is called; '' where none is. */
export function chosenName(page: FormPage): string {
  const id = valueOf(page, 'organisation');
  if (id === '') return valueOf(page, 'organisation-name');
  const known = page.organisations.find((each) => each.id === id);
  return known ? fullNameOf(known, page.app.language) : id;
}

/** The id of the chosen organisation; a new one is entered first. null where none is chosen. */
export async function chosenOrganisation(page: FormPage): Promise<string | null> {
  const id = valueOf(page, 'organisation');
  const name = valueOf(page, 'organisation-name');
  if (id !== '' || name === '') return orNull(id);
  const made = await page.app.api.call('createOrganisation', {
    params: { scope: page.scope },
    body: { name, acronym: orNull(valueOf(page, 'organisation-acronym')), type: orNull(valueOf(page, 'organisation-type')) },
  });
  // Whatever fails after this, it is not entered twice.
  page.set({ organisation: made.id, 'organisation-name': '' });
  return made.id;
}

/** What happens to the registry besides. */
export const newOrganisationSays = (page: FormPage): string[] =>
  valueOf(page, 'organisation') === '' && valueOf(page, 'organisation-name') !== ''
    ? [page.t('edit.says.org', { name: valueOf(page, 'organisation-name') })]
    : [];
