/** How somebody is reached: addresses and numbers as links, where a program of the reader's takes them. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Card } from '../../../server/contract/contacts/contacts.ts';
import { icon, type IconName } from '../../ui/icon.ts';
import type { PersonWords } from './form.ts';
import './ways.css';

export type Way = Card['contacts'][number];
const ICONS: Record<Way['kind'], IconName> = { email: 'mail', phone: 'phone', messenger: 'chat', other: 'info' };

/** As a link where a program of the reader's takes it. */
function linkTo({ kind, value }: Omit<Way, 'id'>): TemplateResult {
  if (kind === 'email') return html`<a href="mailto:${value}" dir="ltr">${value}</a>`;
  if (kind === 'phone') return html`<a href="tel:${value.replace(/[^\d+]/g, '')}" dir="ltr" class="number">${value}</a>`;
  return html`<bdi>${value}</bdi>`;
}

/** Addresses and numbers, those to be used first before the others. */
export function renderWays(t: PersonWords, ways: readonly Omit<Way, 'id'>[]): TemplateResult | typeof nothing {
  if (ways.length === 0) return nothing;
  return html`<ul class="contact-ways">
    ${ways
      .toSorted((a, b) => Number(b.preferred) - Number(a.preferred))
      .map(
        (way) =>
          html`<li>
            ${icon(ICONS[way.kind], 16)}<span class="visually-hidden">${t(`contacts.kind.${way.kind}`)}:</span>
            <span
              >${linkTo(way)}
              <span class="small muted"
                >${[
                  way.service ?? '',
                  way.label === 'personal' ? t('contacts.label.personal') : '',
                  way.preferred && ways.length > 1 ? t('contacts.preferred') : '',
                ]
                  .filter(Boolean)
                  .join(' · ')}</span
              ></span
            >
          </li>`,
      )}
  </ul>`;
}
