/** A version in programs on the desk: one file for QGIS, one address for ArcGIS; and what the page says of itself to programs that read pages. */
import { html, type TemplateResult } from 'lit';
import type datasetMessages from '../../../server/words/en/interface/dataset.ts';
import { toAddress } from '../../../server/contract/paths.ts';
import type { VersionAnswer } from '../../../server/contract/datasets/api.ts';
import { icon } from '../../ui/icon.ts';

type Texts = (key: keyof typeof datasetMessages, values?: Record<string, string>) => string;

/** @param current whether it is the version that is current @param copy puts a line into the clipboard */
export function renderDesktop({ dataset, version }: VersionAnswer, current: boolean, lang: string, t: Texts, copy: (line: string) => void): TemplateResult {
  const qlr = (ref: string) => toAddress('getQlr', { id: dataset, version: ref }, { lang });
  const service = location.origin + toAddress('getOgcLanding');
  return html`<h2>${t('desktop.title')}</h2>
    <p><a class="button" href=${qlr(version)} download>${icon('map', 18)} ${t('desktop.qgis')}</a></p>
    <p class="muted small">${t('desktop.drag', { version })}</p>
    ${current ? html`<p class="small"><a href=${qlr('current')} download>${t('desktop.current')}</a></p>` : ''}
    <ul class="api-lines">
      <li>
        <span class="small muted">${t('desktop.arcgis')}</span>
        <code dir="ltr" tabindex="0">${service}</code>
        <button class="icon-button" aria-label=${t('api.copy', { what: 'OGC API Features' })} @click=${() => copy(service)}>${icon('copy', 18)}</button>
      </li>
    </ul>`;
}

/** What search engines read of the page: schema.org and DCAT. It goes with the page. */
export async function describePage({ dataset, version }: Pick<VersionAnswer, 'dataset' | 'version'>, signal: AbortSignal): Promise<void> {
  const answer = await fetch(toAddress('getJsonld', { id: dataset, version }), { signal });
  // Read whatever it is: an answer that nobody reads keeps its connection.
  const text = await answer.text();
  forgetPage();
  if (!answer.ok || signal.aborted) return;
  const script = Object.assign(document.createElement('script'), { type: 'application/ld+json', id: ID, textContent: text });
  document.head.append(script);
}
const ID = 'page-jsonld';
export const forgetPage = (): void => document.getElementById(ID)?.remove();
