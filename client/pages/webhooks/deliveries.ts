/** What was sent to a receiver, newest first, and what became of it. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Delivery } from '../../../server/contract/news/news.ts';
import type { Format } from '../../i18n/language.ts';
import type { Translate } from '../../i18n/translate.ts';
import { icon } from '../../ui/icon.ts';
import type { HookKey } from './words.ts';

const LOOK: Record<Delivery['state'], string> = { waiting: 'badge-warning', delivered: 'badge-good', failed: 'badge-error', dropped: '' };

export function renderDeliveries(
  t: Translate<HookKey>,
  format: Format,
  deliveries: readonly Delivery[],
  { resend, reload }: { resend: (id: string) => void; reload: () => void },
): TemplateResult {
  const outcome = ({ state, status, fault, nextAt }: Delivery) =>
    [
      status === null ? '' : String(status),
      fault === null ? '' : t(`hooks.fault.${fault}` as 'hooks.fault.timeout'),
      state === 'waiting' && nextAt !== null ? t('hooks.next', { time: `${format.date(nextAt)}, ${format.clock(nextAt)}` }) : '',
    ]
      .filter(Boolean)
      .join(' · ');
  return html`<div class="hooks-deliveries">
    ${deliveries.length === 0 ? html`<p class="muted">${t('hooks.deliveries.none')}</p>` : nothing}
    <ul class="rows">
      ${deliveries.map(
        (each) =>
          html`<li>
            <span
              ><span class="badge ${LOOK[each.state]}">${t(`hooks.delivery.${each.state}`)}</span>
              ${each.kind === 'test' ? t('hooks.event.test') : t(`hooks.event.${each.kind}` as 'hooks.event.test')}
              <span class="small muted"
                ><time datetime=${each.createdAt}>${format.date(each.createdAt)}, ${format.clock(each.createdAt)}</time> ·
                ${t('hooks.attempts', { count: each.attempts })} ${outcome(each)}</span
              ></span
            >
            ${each.state === 'waiting' ? nothing : html`<button class="button" @click=${() => resend(each.id)}>${t('hooks.resend')}</button>`}
          </li>`,
      )}
    </ul>
    <p class="actions"><button class="button" @click=${reload}>${icon('eye', 18)} ${t('hooks.reload')}</button></p>
  </div>`;
}
