/** One person of a contact list, as far as the reader may see them. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Card, CardRole } from '../../../../server/contract/contacts/contacts.ts';
import type { App } from '../../../kit/view.ts';
import type { Translate } from '../../../i18n/translate.ts';
import { renderWays } from '../../../kit/person/ways.ts';
import { icon } from '../../../ui/icon.ts';
import { roleText, type Words } from '../words.ts';
import type { ContactKey } from './words.ts';

/** What a card stands on: the page of all, and that of focal points. */
export interface CardPage {
  app: App;
  t: Translate<ContactKey>;
  groupName: (id: string) => string;
  groupHref: (id: string) => string;
  organisationOf: (card: Card) => string | null;
}

/** What somebody holds, each with its group and its end. */
export function renderRoles(page: CardPage, roles: readonly CardRole[]): TemplateResult | typeof nothing {
  const { t } = page;
  if (roles.length === 0) return nothing;
  return html`<ul class="contact-roles">
    ${roles.map(
      ({ group, role, until }) =>
        html`<li>
          ${page.app.format.comma([roleText(t as unknown as Words, role), ''])}<a href=${page.groupHref(group)} dir="auto">${page.groupName(group)}</a>
          ${until === null ? nothing : html`<span class="small muted">${t('contacts.person.until', { date: until })}</span>`}
        </li>`,
    )}
  </ul>`;
}

/** What else is seen of a person, in one line. */
export function renderFacts(page: CardPage, card: Card): TemplateResult | typeof nothing {
  const { t, app } = page;
  const parts = [
    page.organisationOf(card) ?? '',
    card.jobTitle ?? '',
    card.dutyStation?.name ?? '',
    card.languages && card.languages.length > 0 ? t('contacts.person.languages', { list: card.languages.map((tag) => app.format.language(tag)) }) : '',
  ].filter(Boolean);
  return parts.length === 0 ? nothing : html`<p class="contact-facts">${parts.map((part, i) => html`${i === 0 ? nothing : ' · '}<bdi>${part}</bdi>`)}</p>`;
}

/** A person in a list. @param tools what may be done with it */
export function renderCard(page: CardPage, card: Card, tools: TemplateResult | typeof nothing): TemplateResult {
  const { t } = page;
  return html`<li class="contact" data-person=${card.id}>
    <div class="contact-who">
      <h3><bdi>${card.name}</bdi></h3>
      ${renderRoles(page, card.roles)} ${renderFacts(page, card)}
      ${card.verifiedAt ? html`<p class="small contact-verified">${icon('check', 14)} ${t('contacts.person.verified', { date: card.verifiedAt })}</p>` : nothing}
      ${card.confirmedAt === null ? html`<p class="small muted">${t('contacts.person.unconfirmed')}</p>` : nothing}
    </div>
    <div class="contact-reach">${renderWays(page.t, card.contacts)}</div>
    <div class="contact-tools">${tools}</div>
  </li>`;
}
