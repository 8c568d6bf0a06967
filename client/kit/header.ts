/** Pieces that several pages share: the brand, the language switch. */
import { html, type TemplateResult } from 'lit';
import { LANGUAGES, factsOf, type Language } from '../i18n/language.ts';
import type { Translate } from '../i18n/translate.ts';
import { icon } from '../ui/icon.ts';
import { signInHref } from './address.ts';
import type { App } from './view.ts';
import './news/bell.ts';
import './header.css';

export function languageSwitch(app: App, t: Translate<never>): TemplateResult {
  const text = t as unknown as Translate;
  return html`<label class="language">
    ${icon('language', 18)}<span class="visually-hidden">${text('nav.language')}</span>
    <select @change=${(event: Event) => app.setLanguage((event.target as HTMLSelectElement).value as Language)}>
      ${LANGUAGES.map((language) => html`<option value=${language} lang=${language} ?selected=${language === app.language}>${factsOf(language).name}</option>`)}
    </select>
  </label>`;
}

export function pageHeader(app: App, t: Translate<never>): TemplateResult {
  const text = t as unknown as Translate;
  return html`<a class="skip" href="#content">${text('nav.skip')}</a>
    <header class="page-header">
      <a class="brand" href=${app.href('/')}><img src=${new URL('../ui/icon.svg', import.meta.url).href} width="28" height="28" alt="" />Codmap</a>
      <span class="header-links"
        ><a class="header-link" href=${app.href('/upload')}>${text('nav.upload')}</a>${languageSwitch(app, t)}<news-bell .app=${app} .t=${t}></news-bell
        ><a class="icon-button" href=${signInHref(app)} aria-label=${text('nav.account')} title=${text('nav.account')}>${icon('person')}</a></span
      >
    </header>`;
}
