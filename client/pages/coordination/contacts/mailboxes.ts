/** Functional mailboxes of groups, which reach whoever holds the role: offered before any person. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Group } from '../../../../server/contract/groups/groups.ts';
import { renderFolded } from '../../../kit/workgroup/folded.ts';
import { icon } from '../../../ui/icon.ts';
import { isAtHub } from '../filter.ts';
import { type Structure } from '../structure.ts';
import { flatten } from '../tree.ts';
import type { ContactsModel } from './model.ts';
import { nameOf } from '../../../kit/workgroup/names.ts';

/** The others are behind a button. */
const SHOWN = 3;

/** Of the groups that fit what is looked for; nothing where no group has one. */
export function renderMailboxes(model: ContactsModel, structure: Structure): TemplateResult | typeof nothing {
  const { t, state, app } = model;
  const fits = (group: Group) => (state.group === null || group.id === state.group) && (state.hub === null || isAtHub(structure, group, state.hub));
  const found = flatten(structure.tree).filter((group) => group.mailbox !== null && fits(group));
  if (found.length === 0) return nothing;
  const copy = (address: string) => void navigator.clipboard.writeText(address).then(() => app.toast(t('contacts.copied')));
  const items = found.map(
    (group) =>
      html`<li>
        <a href=${model.groupHref(group.id)} dir="auto">${nameOf(group, app.language)}</a>
        <span class="mailbox-address">
          <a href="mailto:${group.mailbox}" dir="ltr">${group.mailbox}</a>
          <button class="icon-button" aria-label=${t('contacts.copy', { address: group.mailbox! })} @click=${() => copy(group.mailbox!)}>
            ${icon('copy', 18)}
          </button>
        </span>
      </li>`,
  );
  return html`<section class="card-box mailboxes" aria-labelledby="mailboxes-title">
    <h2 id="mailboxes-title">${icon('mail', 18)} ${t('contacts.mailboxes')}</h2>
    <p class="muted">${t('contacts.mailboxes.help')}</p>
    ${renderFolded(items, { shown: SHOWN, more: (count) => t('coordination.gaps.more', { count }) })}
  </section>`;
}
