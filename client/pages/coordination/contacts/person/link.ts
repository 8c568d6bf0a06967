/** A personal link, which its maker passes on: shown once. */
import { html, type TemplateResult } from 'lit';
import { icon } from '../../../../ui/icon.ts';
import type { EntryLink, PersonPage } from './words.ts';

export function renderLink({ t, app, country, draft }: PersonPage, { link, expiresAt }: EntryLink): TemplateResult {
  const name = draft.name;
  const copy = (text: string) => void navigator.clipboard.writeText(text).then(() => app.toast(t('person.copied')));
  return html`<section class="person-link" aria-labelledby="link-title">
    <h3 id="link-title" tabindex="-1">${t('person.link.title', { name })}</h3>
    <p>${t('person.link.lead', { name })} ${t('person.link.until', { date: expiresAt })}</p>
    <p class="secret"><code dir="ltr" tabindex="0">${link}</code></p>
    <p class="actions">
      <button type="button" class="button button-primary" @click=${() => copy(link)}>${icon('copy', 18)} ${t('person.link.copy')}</button>
      <button type="button" class="button" @click=${() => copy(t('person.link.message', { country, link }))}>
        ${icon('mail', 18)} ${t('person.link.text')}
      </button>
    </p>
  </section>`;
}
