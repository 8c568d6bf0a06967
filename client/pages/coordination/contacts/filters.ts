/** Whom the reader looks for: a text, a group, an organisation, a role, a hub. */
import { html, nothing, type TemplateResult } from 'lit';
import type { CardRole } from '../../../../server/contract/contacts/contacts.ts';
import { createCompare } from '../../../i18n/language.ts';
import { icon } from '../../../ui/icon.ts';
import { fullNameOf, type Structure } from '../structure.ts';
import { flatten } from '../tree.ts';
import { roleText, type Words } from '../words.ts';
import type { ContactsModel } from './model.ts';
import type { ContactState } from './state.ts';
import { fullText, nameOf } from '../../../kit/workgroup/names.ts';

const ROLES: readonly CardRole['role'][] = ['chair', 'co-chair', 'imo', 'coordinator', 'co-coordinator', 'secretariat', 'alternate', 'member', 'observer'];

export function renderFilters(model: ContactsModel, structure: Structure, found: number): TemplateResult {
  const { t, state, app, answer } = model;
  const { language } = app;
  const compare = createCompare(language);
  const held = new Set(answer!.cards.flatMap(({ roles }) => roles.map(({ role }) => role)));
  const groups = flatten(structure.tree).map((group): [string, string] => [group.id, fullText(group, language)]);
  const hubs = flatten(structure.tree).filter(({ type }) => type === 'hub').map((hub): [string, string] => [hub.id, nameOf(hub, language)]); // prettier-ignore
  const organisations = answer!.organisations.map((each): [string, string] => [each.id, fullNameOf(each, language)]).toSorted((a, b) => compare(a[1], b[1]));
  const roles = ROLES.filter((role) => held.has(role)).map((role): [string, string] => [role, roleText(t as unknown as Words, role)]);
  const choice = (name: Exclude<keyof ContactState, 'q'>, label: string, options: readonly [string, string][]) =>
    options.length === 0
      ? nothing
      : html`<label
          ><span class="small muted">${label}</span>
          <select class="select" @change=${(event: Event) => model.change({ [name]: (event.target as HTMLSelectElement).value || null })}>
            <option value="" .selected=${state[name] === null}>${t('contacts.any')}</option>
            ${options.map(([id, text]) => html`<option value=${id} .selected=${state[name] === id}>${text}</option>`)}
          </select></label
        >`;
  return html`<section class="contact-filters" aria-label=${t('contacts.filters')}>
    <label class="contact-search"
      ><span class="small muted">${t('contacts.search')}</span>
      <input type="search" .value=${state.q} @input=${(event: Event) => model.change({ q: (event.target as HTMLInputElement).value.trim() })}
    /></label>
    ${choice('group', t('contacts.group'), groups)} ${choice('role', t('contacts.role'), roles)} ${choice('org', t('contacts.org'), organisations)}
    ${choice('hub', t('contacts.hub'), hubs)}
    <div class="contact-found">
      <p role="status">${model.isFiltered ? t('contacts.shown', { count: found }) : ''}</p>
      ${
        model.isFiltered
          ? html`<button class="button" @click=${() => model.change({ group: null, org: null, hub: null, role: null, q: '' })}>
              ${icon('close', 16)} ${t('contacts.reset')}
            </button>`
          : nothing
      }
    </div>
  </section>`;
}
