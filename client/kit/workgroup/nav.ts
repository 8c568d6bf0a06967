/** The way between the pages of a country's working group: below the header of each of them. */
import { html, type TemplateResult } from 'lit';
import { PAGES } from '../../../server/contract/paths.ts';
import type commonMessages from '../../../server/words/en/interface/common.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { App } from '../view.ts';
import { GLOBAL, SECTIONS, sectionPath, type Section } from './place.ts';
import './nav.css';

type Words = Translate<keyof typeof commonMessages>;

const paths: readonly string[] = Object.values(PAGES);
const exists = (scope: string, section: Section): boolean => paths.includes(sectionPath(scope === GLOBAL ? GLOBAL : ':iso3', section));

/**
 * Links to the sections, the current one marked.
 * @param isPage whether the page is the section's own, and not one below it
 */
export function workgroupNav(app: App, t: Translate<never>, scope: string, current: Section, isPage = true): TemplateResult {
  const say = t as unknown as Words;
  const shown = SECTIONS.filter((section) => exists(scope, section));
  return html`<nav class="workgroup-nav" aria-label=${say('workgroup.nav')}>
    <ul>
      ${shown.map(
        (section) =>
          html`<li>
            <a href=${app.href(sectionPath(scope, section))} aria-current=${section === current ? (isPage ? 'page' : 'true') : 'false'}
              >${say(`workgroup.nav.${section}`)}</a
            >
          </li>`,
      )}
    </ul>
  </nav>`;
}
