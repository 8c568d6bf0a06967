/** What the server tells its administrators about how it runs. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Notice } from '../../../server/contract/people/people.ts';
import { icon } from '../../ui/icon.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { PeopleKey } from './view.ts';

export function noticesBox(notices: readonly Notice[], t: Translate<PeopleKey>): TemplateResult | typeof nothing {
  if (notices.length === 0) return nothing;
  return html`<section class="card-box" aria-labelledby="notices-title">
    <h2 id="notices-title">${t('notice.title')}</h2>
    ${notices.map(
      ({ code, details }) => html`<p class="notice notice-warning">${icon('warning', 18)} <span dir="auto">${t(`notice.${code}`, details)}</span></p>`,
    )}
  </section>`;
}
